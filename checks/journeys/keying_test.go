package journeys

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yice/checks/machine"
)

// line is one line of a paper list of spending.
type line struct {
	date, voucher, summary, sound, project, category, code, treatment, source, activity, amount string
}

// paperList is twenty lines as they come from a month's vouchers: runs of one day, one project, one kind of spending.
// sound is how the summary is typed with a pinyin input method, code how its category is found: by initials or by its number on the return.
func paperList() []line {
	kinds := [][4]string{
		{"研发人员工资及社保", "yanfarenyuangongzijishebao", "人员人工", "ryrg"},
		{"试剂与管材领用", "shijiyuguancailingyong", "直接投入", "zjtr"},
		{"在线监测仪器折旧", "zaixianjianceyiqizhejiu", "折旧与长期待摊", "10"},
		{"中试装置设计", "zhongshizhuangzhisheji", "设计", "12"},
	}
	var out []line
	for i := range 20 {
		k := kinds[i/5]
		out = append(out, line{
			date: fmt.Sprintf("2023-12-%02d", 5+i/4), voucher: fmt.Sprintf("记-%04d", 201+i),
			summary: k[0], sound: k[1], project: "P1", category: k[2], code: k[3],
			treatment: "费用化", source: "企业自筹", activity: "试验发展", amount: fmt.Sprintf("%d.%02d", 1200+37*i, i),
		})
	}
	return out
}

// spreadsheetStrokes counts the same rows in a spreadsheet at its best: a cell that repeats the one above is filled with
// one chord, every cell is left with one key, Chinese is typed by pinyin and a blank, a date by month-day, and the
// next voucher number cannot be had from a key in the middle of typing.
func spreadsheetStrokes(list []line) int {
	strokes := 0
	var above line
	cell := func(now, before string, typed int) {
		if now == before {
			strokes += 2 // fill down, move on
		} else {
			strokes += typed + 1
		}
	}
	for _, l := range list {
		cell(l.date, above.date, len("12-05"))
		cell(l.voucher, above.voucher, len("ji -0201"))
		cell(l.summary, above.summary, len(l.sound)+1)
		cell(l.project, above.project, 2)
		cell(l.category, above.category, 4*len([]rune(l.category))) // three letters a character, and choosing
		cell(l.treatment, above.treatment, 4*len([]rune(l.treatment)))
		cell(l.source, above.source, 4*len([]rune(l.source)))
		cell(l.activity, above.activity, 4*len([]rune(l.activity)))
		cell(l.amount, above.amount, len(l.amount))
		strokes++ // back to the first column of the next row
		above = l
	}
	return strokes
}

// TestTwentyLinesFromPaper keys twenty ledger lines with the keyboard only and counts the strokes.
func TestTwentyLinesFromPaper(t *testing.T) {
	needTmux(t)
	home := t.TempDir()
	workspace := filepath.Join(home, "w.yice")
	d := open(t, 80, 24, home, program(t), "demo", "--workspace", workspace)
	d.sees("82.58", "一分钟上手").dismiss("一分钟上手").press("Down", "Down", "Down", "Enter").sees("记-0001")
	d.press("C-End", "Down", "Home")
	d.keys, d.turns = 0, 0
	var above line
	list := paperList()
	known := map[string]bool{"研发人员工资及社保": true, "在线监测仪器折旧": true, "中试装置设计": true} // keyed earlier in the year
	letters := map[string]string{"研发人员工资及社保": "yfry", "在线监测仪器折旧": "zxjc", "中试装置设计": "zszz"}
	for i, l := range list {
		same := i > 0 && l.summary == above.summary
		switch {
		case i == 0:
			d.typed("1205").press("Enter").typed(l.voucher).press("Enter")
			d.keys += len("ji ") - 1 // by pinyin
		case l.date != above.date:
			d.press("S-Tab").typed(strings.TrimPrefix(l.date[8:], "0")).press("Enter") // a new row has taken the date over
		}
		if same {
			d.press("C-r") // one more like the line above
		} else {
			if i > 0 {
				d.typed("+").press("Enter")
			}
			if known[l.summary] {
				d.typed(letters[l.summary]).press("Enter")
			} else {
				d.typed(l.summary).press("Enter")
				d.keys += len(l.sound) + 1 - len([]rune(l.summary))
			}
			if i == 0 {
				d.typed(l.project)
			}
			d.press("Enter")
			switch l.summary { // what is otherwise than on the newest such line
			case "研发人员工资及社保":
				d.press("S-Tab", "S-Tab").typed("57").press("Enter") // of 107-2: a digit is the statistical number where there is one
			case "在线监测仪器折旧":
				d.press("S-Tab").typed("syfz").press("Enter")
			case "试剂与管材领用":
				d.typed(l.code).press("Enter") // bought for the first time
			}
		}
		if i%5 == 0 {
			d.typed("=" + l.amount + "-0").press("Enter") // as added up on the machine's tape
			d.keys -= 3
		} else {
			d.typed(l.amount).press("Enter")
		}
		above = l
	}
	strokes, turns, sheet := d.keys, d.turns, spreadsheetStrokes(list)
	d.sees("记-0220", "1,903.19")
	d.press("Escape", "Escape", "Escape")
	leave(d)

	for i, l := range export(t, d, workspace, home)[179:] {
		want := list[i]
		for _, s := range []string{want.date, want.voucher, want.summary, want.project, want.category, want.treatment, want.source, want.activity, want.amount} {
			if !strings.Contains(l, s) {
				t.Errorf("line %d lacks %s: %s", i+1, s, l)
			}
		}
	}
	t.Logf("%d strokes for 20 lines, %.1f a line; a spreadsheet: %d, %.1f a line", strokes, float64(strokes)/20, sheet, float64(sheet)/20)
	keystrokeLevel(t, strokes, turns)
	if strokes > 16*len(list) || strokes >= sheet {
		t.Errorf("%d strokes, more than 16 a line; a spreadsheet needs %d", strokes, sheet)
	}
}

// export gives the ledger's lines as the program exports them, without the header.
func export(t *testing.T, _ *desk, workspace, home string) []string {
	t.Helper()
	file := filepath.Join(home, "spend.csv")
	run(t, home, program(t), "export", workspace, "spend", "--year", "2023", "-o", file)
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(data)), "\n")[1:]
}

// The operators of the keystroke-level model, in thousandths of a second: a stroke of an average typist who is no secretary (40 words a
// minute), getting ready in the mind. S. K. Card, T. P. Moran, A. Newell, "The keystroke-level model
// for user performance time with interactive systems", Communications of the ACM 23 (1980) 396–410, figure 1.
const strokeTime, turnTime = 280, 1350

// keystrokeLevel holds the table of docs/keying.md against the log of keys; with YICE_UPDATE set it writes it.
func keystrokeLevel(t *testing.T, strokes, turns int) {
	t.Helper()
	seconds := func(ms int) string { return fmt.Sprintf("%d.%d", (ms+50)/1000, (ms+50)/100%10) }
	total := strokes*strokeTime + turns*turnTime
	table := fmt.Sprintf("| operator | seconds each | times | seconds |\n|---|---|---|---|\n| K, a stroke | 0.28 | %d | %s |\n| M, getting ready in the mind | 1.35 | %d | %s |\n| H, a hand to the mouse and back | 0.40 | 0 | 0.0 |\n| twenty lines | | | %s |\n| a line | | | %s |\n",
		strokes, seconds(strokes*strokeTime), turns, seconds(turns*turnTime), seconds(total), seconds(total/20))
	root, err := machine.Root()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(root, "docs/keying.md")
	page, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, begins := strings.Cut(string(page), "<!-- klm -->\n")
	_, after, ends := strings.Cut(rest, "<!-- /klm -->\n")
	if !begins || !ends {
		t.Fatal("docs/keying.md has no place for the table")
	}
	want := before + "<!-- klm -->\n" + table + "<!-- /klm -->\n" + after
	switch {
	case want == string(page):
	case os.Getenv("YICE_UPDATE") != "":
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("docs/keying.md says another time; run this with YICE_UPDATE=1. The log says:\n%s", table)
	}
}
