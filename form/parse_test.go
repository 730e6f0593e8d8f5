package form_test

import (
	"errors"
	"strings"
	"testing"

	"yice/form"
	"yice/text"
)

// reads checks a table of typed texts against the canonical text each gives; "!" stands for a refusal whose sentence
// must hold what follows it.
func reads(t *testing.T, f *form.Field, unit form.Unit, cases map[string]string) {
	t.Helper()
	for typed, want := range cases {
		v, err := f.Parse(typed, unit)
		if mark, refused := strings.CutPrefix(want, "!"); refused {
			var p *form.ParseError
			if !errors.As(err, &p) || !strings.Contains(p.Say.ZH, mark) {
				t.Errorf("%s %q: got %q, %v; want a refusal with %q", f.ID, typed, f.Show(v), err, mark)
			} else if p.Say.EN == "" || strings.Contains(p.Say.ZH+p.Say.EN, "%!") {
				t.Errorf("%s %q: a broken sentence: %q %q", f.ID, typed, p.Say.ZH, p.Say.EN)
			} else if !v.Empty() {
				t.Errorf("%s %q: a refusal with the value %q", f.ID, typed, f.Show(v))
			}
			continue
		}
		if err != nil || f.Show(v) != want {
			t.Errorf("%s %q: got %q, %v; want %q", f.ID, typed, f.Show(v), err, want)
		}
	}
}

func field(t testing.TB, path string) *form.Field {
	t.Helper()
	which, id, _ := strings.Cut(path, ".")
	f := form.ByID(which).Field(id)
	if f == nil {
		t.Fatalf("no field %s", path)
	}
	return f
}

func TestMoneyInYuan(t *testing.T) {
	reads(t, field(t, "spend.amount"), form.Yuan, map[string]string{
		"":                         "",
		"   ":                      "",
		"0":                        "0.00",
		"-0":                       "0.00",
		"1":                        "1.00",
		"14593.09":                 "14593.09",
		"14593.0900":               "14593.09",
		".5":                       "0.50",
		"5.":                       "5.00",
		"  12 ":                    "12.00",
		"+7":                       "7.00",
		"1,234,567.89":             "1234567.89",
		"1，234，567．89":             "1234567.89",
		"１２３４．５":                   "1234.50",
		"12。5":                     "12.50",
		"1 234 567":                "1234567.00",
		"1\u00a0234\u00a0567.5":    "1234567.50",
		"1.2亿":                     "120000000.00",
		"350万":                     "3500000.00",
		"350万元":                    "3500000.00",
		"350w":                     "3500000.00",
		"3千":                       "3000.00",
		"3k":                       "3000.00",
		"2百万":                      "2000000.00",
		"12元":                      "12.00",
		"12.50元整":                  "12.50",
		"¥12.5":                    "12.50",
		"￥1,200":                   "1200.00",
		"人民币 3 万元":                 "30000.00",
		"1亿2000万":                  "120000000.00",
		"3万5千元":                    "35000.00",
		"-1234.5":                  "-1234.50",
		"－1234.5":                  "-1234.50",
		"−3":                       "-3.00",
		"1,234.00-":                "-1234.00",
		"（1,234.00）":               "-1234.00",
		"(1,234.00)":               "-1234.00",
		"(12)万":                    "!不是数字",
		"0.01":                     "0.01",
		"1.23456万":                 "12345.60",
		"1000000000000.00":         "1000000000000.00",
		"92233720368547758.08":     "!太大",
		"-1000000000000.00":        "-1000000000000.00",
		"1000000000000.01":         "!太大",
		"-1000000000000.01":        "!太大",
		"99999999999999999999":     "!太大",
		"0.001":                    "!不是整分",
		"1.2345678万":               "!不是整分",
		"1,23":                     "!千分位",
		"12,3456":                  "!千分位",
		"1234,567":                 "!千分位",
		"1,234,":                   "!千分位",
		"1.2.3":                    "!千分位",
		"1,,234":                   "!千分位",
		"1.1E+17":                  "!科学计数法",
		"1e5":                      "!科学计数法",
		"3万5":                      "!由大到小",
		"3千2万":                     "!由大到小",
		"万":                        "!不是数字",
		"十":                        "!不是数字",
		"abc":                      "!不是数字",
		"12abc":                    "!不是数字",
		"60%":                      "!不是数字",
		"5人":                       "!不是数字",
		"1+2":                      "!不是数字",
		"--1":                      "!不是数字",
		"-":                        "!没有写完",
		"(1":                       "!括号",
		"1万万万万":                    "!用不上",
		"NaN":                      "!不是数字",
		"Inf":                      "!不是数字",
		"0x10":                     "!不是数字",
		"1_000":                    "!不是数字",
		"①":                        "!不是数字",
		"٣":                        "!不是数字",
		strings.Repeat("9", 65):    "!最多 64",
		strings.Repeat("0", 60):    "0.00",
		"\x1b[31m5":                "!不是数字",
		"12\u200b34":               "1234.00",
		"\ufeff12":                 "12.00",
		"12\xff":                   "!UTF-8",
		strings.Repeat("1", 20000): "!最多",
	})
}

func TestMoneyInOtherUnits(t *testing.T) {
	f := field(t, "annual.revenue")
	reads(t, f, form.Wan, map[string]string{
		"8":          "80000.00",
		"80,000":     "800000000.00",
		"1.234567":   "12345.67",
		"1.2345678":  "!不是整分",
		"350万":       "3500000.00", // a unit of its own is what it says, not 350 万 of 万元
		"12元":        "12.00",
		"=120*1.5":   "1800000.00",
		"=100+5000元": "1005000.00",
	})
	reads(t, f, form.NoUnit, map[string]string{"8": "80000.00"})
	reads(t, f, form.Thousand, map[string]string{"8": "8000.00", "0.00001": "0.01"})
	reads(t, f, form.Unit{Fen: 10_000_000_000}, map[string]string{"1.5": "150000000.00"})
	reads(t, field(t, "spend.amount"), form.NoUnit, map[string]string{"8": "8.00"})
}

func TestArithmeticCases(t *testing.T) {
	reads(t, field(t, "spend.amount"), form.Yuan, map[string]string{
		"=120+35.5*2":                    "191.00",
		"＝120＋35.5×2":                    "191.00",
		"=3500+1.2万":                     "15500.00",
		"=(1+2)*3":                       "9.00",
		"=(3500+1.2)万":                   "35012000.00",
		"=1000*15%":                      "150.00",
		"=100/3*3":                       "100.00",
		"=10÷4":                          "2.50",
		"=-5+2":                          "-3.00",
		"=2*-3":                          "-6.00",
		"=1,234+1":                       "1235.00",
		"=3万/2":                          "15000.00",
		"=3万/1万":                         "3.00",
		"= 1 + 2 ":                       "3.00",
		"=(((((1)))))":                   "1.00",
		"=1万*2":                          "20000.00",
		"=1.2亿-2000万":                    "100000000.00",
		"=100/3":                         "!33.333333…",
		"=1/0":                           "!除以了零",
		"=1/(2-2)":                       "!除以了零",
		"=1万*2万":                         "!相乘",
		"=1/2万":                          "!去除",
		"=":                              "!没有写完",
		"=1+":                            "!没有写完",
		"=(1":                            "!括号",
		"=1)":                            "!不是数字",
		"=1^2":                           "!不是数字",
		"=SUM(A1:A2)":                    "!不是数字",
		"=cmd|' /C calc":                 "!不是数字",
		"=1E5":                           "!科学计数法",
		"=(1万)万":                         "!用不上",
		"=9" + strings.Repeat("*9", 60):  "!太大",
		"=" + strings.Repeat("(", 100):   "!最多套",
		"=" + strings.Repeat("-", 200):   "!最多套",
		"=" + strings.Repeat("1+", 200):  "!最多 256",
		"=1" + strings.Repeat("/7", 100): "!不是整分",
	})
	reads(t, field(t, "annual.rd_staff"), form.NoUnit, map[string]string{"=12+3": "15", "=12人+3人": "15", "=1/3": "!不是整数"})
}

func TestCellsOfFilesAreNotReckoned(t *testing.T) {
	f := field(t, "spend.amount")
	for _, cell := range []string{"=1+2", " ＝1+2", "="} {
		if v, err := f.ParseCell(cell, form.Yuan); err == nil || !strings.Contains(err.Error(), "算式") {
			t.Errorf("%q: %v, %v", cell, v, err)
		}
	}
	if v, err := f.ParseCell("-1,234.5", form.Yuan); err != nil || v != form.N(-123450) {
		t.Errorf("a plain figure: %v, %v", v, err)
	}
	if v, err := field(t, "spend.summary").ParseCell("=1+2", form.Yuan); err != nil || v != form.S("=1+2") {
		t.Errorf("a text: %v, %v", v, err)
	}
}

func TestOtherNumbers(t *testing.T) {
	reads(t, field(t, "annual.rd_staff"), form.Yuan, map[string]string{
		"46": "46", "46人": "46", "1,200": "1200", "46.0": "46", "1.2万": "12000", "1.5": "!不是整数", "12元": "!不是数字", "-3": "-3",
		"1000000000": "1000000000", "9223372036854775808": "!太大",
	})
	reads(t, field(t, "project.person_months"), form.NoUnit, map[string]string{
		"96": "96.0", "96.0": "96.0", "7.5人月": "7.5", "0.1": "0.1", "7.55": "!最多 1 位小数", "7.50": "7.5",
	})
	reads(t, field(t, "team.share"), form.NoUnit, map[string]string{
		"60%": "60%", "60": "60%", "60％": "60%", "0.6": "0.6%", "33.3333%": "33.3333%", "33.33333": "!最多 4 位小数", "100": "100%",
		"120%": "120%", "=100-40": "60%", "=100%-40%": "60%", "60元": "!不是数字", "5万": "!用不上",
	})
}

func TestDates(t *testing.T) {
	reads(t, field(t, "spend.date"), form.NoUnit, map[string]string{
		"2023-03-15":           "2023-03-15",
		"20240315":             "2024-03-15",
		"2024.3.5":             "2024-03-05",
		"2024/3/5":             "2024-03-05",
		"2024年3月5日":            "2024-03-05",
		"2024 年 3 月 5 日":       "2024-03-05",
		"２０２４．３．５":             "2024-03-05",
		"2024。3。5":             "2024-03-05",
		"2024-3-5 00:00:00":    "2024-03-05",
		"2024-03-05T08:30:00Z": "2024-03-05",
		"2024 3 5":             "2024-03-05",
		"2024-02-29":           "2024-02-29",
		"2000-02-29":           "2000-02-29",
		"2023-02-29":           "!只有 28 天",
		"1900-02-29":           "!只有 28 天",
		"2024-04-31":           "!只有 30 天",
		"2024-13-01":           "!没有第 13 月",
		"2024-00-10":           "!没有第 0 月",
		"2024-01-00":           "!没有 0 日",
		"1899-12-31":           "!1900",
		"2101-01-01":           "!1900",
		"2024-03":              "!缺了日",
		"202403":               "!缺了日",
		"3/5/2024":             "!分不清",
		"24-3-5":               "!四位",
		"45000":                "!序号",
		"昨天":                   "!不是日期",
		"2024--3-5":            "!不是日期",
		"2024-3-5-6":           "!不是日期",
		"2024-3-5abc":          "!不是日期",
		"2024-0003-05":         "!不是日期",
		"123456789":            "!不是日期",
		"-2024-03-05":          "!不是日期",
		"2024年":                "!不是日期",
	})
	reads(t, field(t, "project.start"), form.NoUnit, map[string]string{
		"202303": "202303", "2023-3": "202303", "2023年3月": "202303", "2023/03": "202303", "2023.3": "202303",
		"2023-03-15": "202303", "20230315": "202303", "2023-02-30": "!只有 28 天", "202313": "!没有第 13 月", "000000": "!000000", "0": "!000000",
	})
	reads(t, field(t, "project.end"), form.NoUnit, map[string]string{"000000": "000000", "0": "000000", "202406": "202406", "000001": "!1900"})
}

func TestTexts(t *testing.T) {
	reads(t, field(t, "spend.summary"), form.NoUnit, map[string]string{
		"　示例　项目（一）℃Ⅱ「」 ":         "示例　项目（一）℃Ⅱ「」",
		"=cmd|'/C calc'!A0":      "=cmd|'/C calc'!A0",
		"+1":                     "+1",
		"两\n行":                   "两 行",
		"两\r\n行\t三":              "两 行 三",
		"零\u200b宽":               "零宽",
		"\ufeff带标记":              "带标记",
		"\x1b[31m红":              "!U+001B",
		"a\x00b":                 "!U+0000",
		"a\u0085b":               "!U+0085",
		"倒\u202e序":               "!U+202E",
		"a\x7f":                  "!U+007F",
		strings.Repeat("长", 500): strings.Repeat("长", 500),
		strings.Repeat("长", 501): "!最多 500 个字符，这里有 501",
		"\xc3\x28":               "!UTF-8",
		" \t ":                   "",
		"a \u200b":               "a",
	})
	reads(t, field(t, "spend.remark"), form.NoUnit, map[string]string{
		"两\r\n行\n三": "两\n行\n三", "两\r行": "两\n行", strings.Repeat("长", 4001): "!最多 4000", "\x1b": "!U+001B",
	})
	reads(t, field(t, "project.code"), form.NoUnit, map[string]string{"Ｐ１": "P1", " p－１ ": "p-1", "水务（1）": "水务(1)"})
	reads(t, field(t, "project.name"), form.NoUnit, map[string]string{"Ｐ１": "Ｐ１"})
	reads(t, field(t, "spend.project"), form.NoUnit, map[string]string{"Ｐ１": "P1", "P1": "P1"})
	reads(t, field(t, "spend.platform"), form.NoUnit, map[string]string{"智慧水务（包头）实验室": "智慧水务（包头）实验室"})
	reads(t, field(t, "conversion.patent"), form.NoUnit, map[string]string{"zl 201910380558x": "201910380558.X", "不知道": "不知道"})
	reads(t, field(t, "patent.standard"), form.NoUnit, map[string]string{"gb／t 19001—2016": "GB/T 19001-2016"})
}

func TestCodesAndFlags(t *testing.T) {
	reads(t, field(t, "spend.category"), form.NoUnit, map[string]string{
		"人员人工": "人员人工", "8": "人员人工", "staff": "人员人工", "Staff": "人员人工", "人员人工费用": "人员人工", "８": "人员人工",
		"8 人员人工": "人员人工", "8.人员人工": "人员人工", "9 人员人工": "!不在可选项", "人员": "!不在可选项", "7": "!不在可选项", "14": "委托外部", "19": "其他",
	})
	reads(t, field(t, "project.goal"), form.NoUnit, map[string]string{
		"4": "4", "增加产品功能或提高性能": "4", "4 增加产品功能或提高性能": "4", "saving energy": "6", "10": "!不在可选项", "0": "!不在可选项", "1E+1": "!科学计数法",
	})
	reads(t, field(t, "project.source"), form.NoUnit, map[string]string{"其他企业(单位)委托项目": "3", "其他企业（单位）委托项目": "3"})
	reads(t, field(t, "enterprise.industry"), form.NoUnit, map[string]string{
		"4610": "4610", "D4610": "4610", "自来水生产和供应": "4610", "3599": "3599", "c35": "35", "C4610": "!应为 D4610", "0000": "!行业", "9999": "!行业", "46101": "!行业", "4": "!行业",
	})
	reads(t, field(t, "enterprise.area"), form.NoUnit, map[string]string{
		"150203": "150203", "昆都仑区": "150203", "110105": "110105", "990000": "!区划", "15020": "!区划", "Hondlon": "150203",
	})
	reads(t, field(t, "spend.intra_group"), form.NoUnit, map[string]string{
		"是": "是", "否": "否", "Y": "是", "ｎ": "否", "1": "是", "0": "否", "true": "是", "FALSE": "否", "√": "是", "×": "否", " 是 ": "是", "可能": "!是」或「否",
	})
	reads(t, field(t, "project.level"), form.NoUnit, map[string]string{"企业级": "企业级", "省部级": "自治区级", "市级": "市级"})
	reads(t, field(t, "award.level"), form.NoUnit, map[string]string{"企业级": "!不在可选项"})
}

func TestEvidenceCells(t *testing.T) {
	d := strings.Repeat("0123456789abcdef", 4)
	f := field(t, "award.evidence")
	reads(t, f, form.NoUnit, map[string]string{
		d + ":证书.pdf":                   d + ":证书.pdf",
		strings.ToUpper(d) + ":a.pdf":   d + ":a.pdf",
		d + ":a|" + d + ":b":            d + ":a|" + d + ":b",
		d + ":../etc/passwd":            "!不是佐证",
		d + ":..":                       "!不是佐证",
		d + ":" + `a\b`:                 "!不是佐证",
		d + ":":                         "!不是佐证",
		d:                               "!不是佐证",
		"证书.pdf":                        "!不是佐证",
		d + ":\x1b.pdf":                 "!不是佐证",
		strings.Repeat(d+":a|", 50) + d: "!最多 50",
	})
	v, _ := f.Parse(d+":a.pdf|"+d+":b.pdf", form.NoUnit)
	if got := form.Attachments(v); len(got) != 2 || got[1].Name != "b.pdf" || form.AttachmentsValue(got) != v {
		t.Errorf("attachments: %v", got)
	}
	if got := f.Display(v, form.NoUnit, text.ZH); got != "a.pdf、b.pdf" {
		t.Errorf("shown as %q", got)
	}
}

func TestAttachmentNames(t *testing.T) {
	d := strings.Repeat("0", 64)
	for name, want := range map[string]string{
		"证书.pdf": "证书.pdf", "a|b.pdf": "a_b.pdf", `a\b`: "a_b", "../x": ".._x", "..": "file", "": "file", "\x1b[2J.pdf": "_[2J.pdf", " a ": "a", "a\u202eb": "a_b", "\xff": "_",
		strings.Repeat("长", 100) + ".pdf": strings.Repeat("长", 83) + ".pdf",
	} {
		got := form.AttachmentName(name)
		if got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
		}
		if v, err := field(t, "award.evidence").Parse(form.Attachment{d, got}.String(), form.NoUnit); err != nil || form.Attachments(v)[0].Name != got {
			t.Errorf("%q is no entry: %v", got, err)
		}
	}
}
