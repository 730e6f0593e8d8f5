package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"yice/filing"
	"yice/tui/importing"
	"yice/tui/keying"
	"yice/tui/screen"
)

// opensImport opens the screen and gives it a file with a content, its path in quotes as a file manager pastes it.
func (d *driver) opensImport(name, content string) *driver {
	d.t.Helper()
	path := filepath.Join(filepath.Dir(d.path), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		d.t.Fatal(err)
	}
	d.send(tea.KeyPressMsg{Code: tea.KeyF7})
	d.settle()
	return d.paste(`"` + path + `"`).press("<enter>")
}

const patentsIn = "专利号,名称,类型,法律状态,申请日,备用\n" +
	"202310253900.8,一种新装置,发明,实审,2023-05-10,x\n" +
	"202110253000.2,改过的名称,发明,授权,2021-05-10,\n" +
	"202310253901.2,第二种新装置,发明,某种状态,2023-05-11,\n"

func TestImportScreen(t *testing.T) {
	t.Parallel()
	for _, size := range []struct {
		name string
		w, h int
		o    []func(*Options)
	}{{"80x24", 80, 24, nil}, {"120x36", 120, 36, nil}, {"120x36-en", 120, 36, []func(*Options){english}}} {
		t.Run(size.name, func(t *testing.T) {
			d := at(t, size.w, size.h, size.o...)
			d.opensImport("专利.csv", patentsIn)
			s := d.m.Top().(*importing.Screen)
			s.Path = "/home/u/专利.csv"
			s.Follow(d.m)
			d.m.dirty = true
			d.golden("import-" + size.name)
		})
	}
}

// The whole way: a row is refused, nothing is written; it is saved, the others come in, one undo takes them back.
func TestImportJourney(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.opensImport("专利.csv", patentsIn).sees("还有 1 件要定", "1 行不能导入", "第 4 行", "某种状态", "!拒收 1")
	d.press("<ctrl+r>", "<enter>").sees("已存出 1 行")
	saved, err := os.ReadFile(filepath.Join(filepath.Dir(d.path), "专利-退回.csv"))
	if err != nil || !strings.Contains(string(saved), "第二种新装置") || strings.Contains(string(saved), "一种新装置,发明,实审,2023-05-10") && !strings.Contains(string(saved), "某种状态") {
		t.Fatalf("what was refused: %v %s", err, saved)
	}
	// What it is can be said, or the row stays out; nothing is written meanwhile.
	d.press("<f9>").sees("指明「某种状态」是什么", "只导入无误的 2 行").press("<esc>").count("patent", 6)
	d.press("<f9>", "<down>", "<enter>").sees("有 1 行不能导入，会被略过", "改过的名称").press("<esc>").count("patent", 6)
	d.press("<f9>", "<enter>").sees("已导入").count("patent", 7)
	d.has("patent", "number=202310253900.8", "title=一种新装置").has("patent", "title=改过的名称")
	d.press("<esc>", "<ctrl+z>", "<enter>").count("patent", 6)
	if strings.Contains(strings.Join(d.stored("patent"), "\n"), "改过的名称") {
		t.Error("one undo did not take the whole import back")
	}
}

// The table that an import was begun from shows its lines, and the cursor stays on the empty line.
func TestTheTableShowsWhatCameIn(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("patent").press("<ctrl+end>", "<home>", "<down>")
	in := strings.Join(strings.SplitAfter(patentsIn, "\n")[:3], "")
	d.opensImport("专利.csv", in).press("<f9>", "<enter>").count("patent", 7)
	for range 3 {
		if _, ok := d.m.Top().(*keying.TableScreen); !ok {
			d.press("<esc>")
		}
	}
	d.sees("一种新装置", "改过的名称")
	g := d.m.Top().(*keying.TableScreen).Grid
	if !g.OnBlank() || g.Len() != 7 {
		t.Errorf("the cursor is on row %d of %d", g.Cursor().Row, g.Len())
	}
}

func TestImportColumnsCanBeChanged(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.opensImport("专利.csv", "专利号,叫什么,类型,法律状态,申请日\n202310253900.8,一种新装置,发明,实审,2023-05-10\n")
	s := d.m.Top().(*importing.Screen)
	if s.Columns[1].Field != "" {
		t.Fatalf("the column was taken for %s", s.Columns[1].Field)
	}
	d.press("<tab>").toRow("叫什么").press("<enter>", "title", "<enter>").sees("专利名称", "都定了")
	d.toRow("申请日").press("<enter>", "不导入", "<enter>")
	if c := s.Columns; c[1].Field != "title" || c[4].Field != "" {
		t.Fatalf("columns: %+v", c)
	}
	d.sees("申请日 1 行").press("<f9>", "<down>", "<enter>", "<enter>").has("patent", "number=202310253900.8", "title=一种新装置")
	if _, still := d.m.Top().(*importing.Screen); still {
		t.Error("the screen stayed though all is done")
	}
	d.sees("已导入")
	// What was chosen by hand is remembered for the next file.
	d.opensImport("又一批.csv", "专利号,叫什么,类型,法律状态,申请日\n202310253902.4,另一种,发明,实审,2023-05-12\n")
	s = d.m.Top().(*importing.Screen)
	if c := s.Columns; c[1].Field != "title" || c[4].Field != "" {
		t.Errorf("not remembered: %+v", c)
	}
	d.press("<esc>")
}

// A question of the reading begins on what is in force: Enter twice changes nothing.
func TestWhatIsInForceIsMarked(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.opensImport("专利.csv", "专利号,叫什么,类型,法律状态,申请日\n202310253900.8,一种新装置,发明,实审,2023-05-10\n")
	s := d.m.Top().(*importing.Screen)
	d.press("<tab>").toRow("叫什么").press("<enter>", "title", "<enter>").sees("都定了")
	for _, line := range []string{"申请日", "表单", "编码", "配方", "叫什么"} {
		d.toRow(line).press("<enter>", "<enter>").sees("都定了", "→ 专利")
		if c := s.Columns; c[1].Field != "title" || c[4].Field != "applied_on" {
			t.Errorf("%s asked and confirmed: %+v", line, c)
		}
	}
	d.press("<f9>", "<enter>").has("patent", "number=202310253900.8", "title=一种新装置")
}

func TestImportSaysWhatIsWrongWithAFile(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.opensImport("空.csv", "")
	if s := d.m.Top().(*importing.Screen); s.Plan != nil {
		t.Fatalf("an empty file is planned: %+v", s.Plan)
	}
	d.sees("空.csv", "空的")
	// A header that tells nothing: the form is asked for; a pasted path is another file.
	path := filepath.Join(filepath.Dir(d.path), "乱.csv")
	if err := os.WriteFile(path, []byte("甲,乙\n1,2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.paste("'"+path+"'").sees("从表头看不准").press("<esc>", "<esc>")
	if _, still := d.m.Top().(*importing.Screen); still {
		t.Error("Esc did not leave")
	}
}

// A file that hardly anybody means to be GB18030 is read as that once its user says so.
func TestImportAsksForTheEncodingItCannotTell(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.opensImport("造字.csv", "date,summary,category,treatment,source,amount\n2023-01-05,\xD5\xC5\xAA\xA1,\xC9\xE8\xBC\xC6,,,1.00\n")
	s := d.m.Top().(*importing.Screen)
	if s.Source != nil {
		t.Fatal("it was read without a question")
	}
	d.sees("第 2 行第 2 列").sees("认不准，请选择")
	d.press("<down>", "<enter>").sees("GB18030").press("<down>", "<down>", "<down>", "<enter>")
	if s.Source == nil || s.Source.Encoding != filing.GB18030 || s.Plan == nil {
		t.Errorf("read as %+v:\n%s", s.Source, d.screen())
	}
	d.press("<esc>")
}

// Esc stops a reading: what it found out afterwards changes nothing.
func TestImportCanBeStopped(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.opensImport("专利.csv", patentsIn)
	s := d.m.Top().(*importing.Screen)
	_, cmd := d.m.Update(tea.PasteMsg{Content: s.Path})
	d.sees("正在读取")
	d.send(keyNamed(t, "esc"))
	if d.misses("正在读取"); d.m.Top() != screen.Screen(s) {
		t.Fatal("Esc did not stop the reading, or left the screen")
	}
	d.run(cmd)
	d.settle()
	if s.Plan != nil {
		t.Error("a reading that was stopped made a plan")
	}
	d.press("<f9>").misses("导入到专利").press("<esc>").count("patent", 6)
}

// What will be found wrong once it is written is told before: a line without its date is marked, counted, gone to and asked about.
func TestImportTellsWhatALineLacks(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.form("spend").opensImport("缺日期.csv", "日期,凭证号,摘要,金额（元）,费用类别,支出类型,资金来源\n2023-03-01,记-9101,试剂,1200.50,直接投入,费用化,企业自筹\n"+
		",记-9102,滤芯,800,直接投入,费用化,企业自筹\n2023-03-05,记-9103,,300,直接投入,费用化,企业自筹\n")
	d.sees("还有 1 件", "日期 1 行（第 3 行）、摘要 1 行（第 4 行）", "! 明细", "缺 日期，必填").misses("都定了")
	d.press("<f9>").sees("照样导入").press("<enter>") // look first
	d.sees("第 4 行", "缺 摘要，必填").count("spend", 179)
	d.press("n").sees("第 3 行")
	d.press("<f9>", "<down>", "<enter>").sees("写入后是强制性问题", "现在导入吗").press("<enter>").count("spend", 182).sees("强制 2")
}

// A column that the file has not is asked about once: the next file with its header comes in without it, and a choice asks again. A line that
// lacks what others have is asked about each time.
func TestAColumnThatIsNotThereIsAskedAboutOnce(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	file := func(day, last string) string {
		return "日期,凭证号,费用类别,支出类型,资金来源,金额（元）\n2023-03-" + day + ",记-91" + day + ",直接投入,费用化,企业自筹,1200.50\n2023-03-" + day + ",记-92" + day + ",直接投入,费用化,企业自筹," + last + "\n"
	}
	d.form("spend").opensImport("三月.csv", file("01", "800")).sees("摘要 2 行").misses("都定了")
	d.press("<f9>", "<down>", "<enter>").sees("现在导入吗").press("<enter>").count("spend", 181)
	d.opensImport("四月.csv", file("02", "700")).sees("都定了").press("<f9>").count("spend", 183)
	d.opensImport("五月.csv", strings.Replace(file("03", "600"), "2023-03-03,记-92", ",记-92", 1)).sees("日期 1 行").misses("都定了")
	d.press("<esc>")
}

// On the smallest screen the line under the cursor tells the whole record, its amount among it.
func TestTheRecordOfALineIsToldWhole(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24, english)
	d.opensImport("lines.csv", "日期,凭证号,摘要,费用类别,支出类型,资金来源,金额\n2023-12-05,记-0901,中试装置设计和调试用的材料,设计,费用化,企业自筹,4593.09\n")
	d.sees("Row 2  line  new", "CNY 4,593.09").misses("CNY…")
}
