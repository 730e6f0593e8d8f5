package delimited

import (
	"strings"
	"testing"
)

func TestTheSeparatorGivesRowsOfOneWidth(t *testing.T) {
	lines := func(head string, line string) string { return head + "\n" + strings.Repeat(line+"\n", 30) }
	for name, c := range map[string]struct {
		text string
		want byte
	}{
		"commas":                            {lines("日期,摘要,金额", "2023-01-05,材料,12.50"), ','},
		"tabs":                              {lines("日期\t摘要\t金额", "2023-01-05\t材料,钢材,铝材\t12.50"), '\t'},
		"strokes":                           {lines("日期|摘要|金额", "2023-01-05|材料|12.50"), '|'},
		"semicolons and decimal commas":     {lines("日期;摘要;金额;税额", "2023-01-05;材料;12,50;1,25"), ';'},
		"decimal commas beyond their count": {lines("日期;金额;税额", "1,5;12,50;1,25"), ';'},
		"a title with a comma":              {"研发台账（单位：元,2023年）\n" + lines("日期;摘要;金额;税额", "2023-01-05;材料;12,50;"), ';'},
		"thousands between quotes":          {lines(`日期;"金额"`, `2023-01-05;"1,234,567.00"`), ';'},
		"thousands within a mark":           {lines(`日期;="金额"`, `="2023-01-05";="1,234,567.00"`), ';'},
		"thousands without quotes":          {lines("日期\t摘要\t金额", "2023-01-05\t材料\t1,234,567.00"), '\t'},
		"paths of accounts":                 {lines("日期,科目,金额", "2023-01-05,研发支出|费用化支出|人员人工|工资,12.50"), ','},
		"a stray stroke in every line":      {lines("日期,科目,摘要,金额", "2023-01-05,530101,A|B,12.50") + "2023-01-06,530101,甲,乙,1\n", ','},
		"tabs that keep digits":             {lines("日期\t,凭证号\t,金额\t", "2023-01-05\t,0001\t,12.50\t"), ','},
		"two columns with such tabs":        {lines("日期\t,金额\t", "2023-01-05\t,12.50\t"), ','},
		"titles above, totals below":        {"研发支出明细账\n单位：元;\n\n" + lines("日期,摘要,金额", "2023-01-05,a;b,1") + "合计\n", ','},
		"line breaks between quotes":        {lines("日期;摘要;\"金额\n（元,含税）\"", "2023-01-05;\"甲,\n乙,丙\";1"), ';'},
		"one line":                          {"a;b;c", ';'},
		"no separator":                      {"日期\n2023-01-05\n", ','},
		"nothing":                           {"", ','},
	} {
		if got := guessComma([]byte(c.text)); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestAFileMaySayItsSeparator(t *testing.T) {
	for content, want := range map[string]string{
		"sep=;\r\na;b,c\r\n\r\nd;1\r\n": "1:a|b,c\n3:d|1\n",
		"\uFEFFSEP=|\na|b;c;d;e\n":      "1:a|b;c;d;e\n",
		"\"sep=\t\"\na\tb,c,d\n":        "1:a|b,c,d\n",
		"sep=\na;b\n":                   "1:sep=\n2:a|b\n", // says nothing
		"sep=1\na;b\n":                  "1:sep=1\n2:a|b\n",
		"sep=;":                         "",
	} {
		b, err := openBook(t, content)
		if err != nil {
			t.Errorf("%q: %v", content, err)
		} else if got := shown(t, b); got != want {
			t.Errorf("%q: %q, want %q", content, got, want)
		}
	}
	_, err := openBook(t, "sep=;\na;b\nc;\xFF\n")
	if err == nil || !strings.Contains(err.Error(), "第 2 行第 2 列") {
		t.Errorf("%v", err)
	}
}
