package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yice/scoring"
	"yice/store"
	"yice/text"
)

// june is a day in the middle of a year that no template was written for.
var june = time.Date(2026, 6, 30, 9, 12, 0, 0, time.Local)

// anyYear gives the options of a newcomer: an empty home, a day in June 2026, the template for whatever year.
func anyYear(t *testing.T) Options {
	t.Helper()
	o := testOptions(t)
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	pack, err := examplePack()
	if err != nil {
		t.Fatal(err)
	}
	o.Now = func() time.Time { return june }
	o.Template = func(year int) (*scoring.Pack, bool) {
		if year == pack.Year {
			return pack, true
		}
		source, err := scoring.NewFrom(pack, year)
		if err != nil {
			return nil, false
		}
		p, err := scoring.Load(source)
		return p, err == nil
	}
	return o
}

// named gives the home a name of its own, so that a screen that shows it is always the same.
func named(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	if err := os.Mkdir("home", 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("HOME", "home")
	t.Setenv("USERPROFILE", "home")
}

// fillCard keys the card of a new enterprise; the cursor is then on its year.
func (d *driver) fillCard(name, code string) *driver {
	d.t.Helper()
	return d.press(name, "<enter>", code, "<enter>", "gnx", "<enter>", "<enter>", "4610", "<enter>")
}

// toPath goes to where the workspace is put.
func (d *driver) toPath() *driver {
	d.t.Helper()
	help := text.TuiNewPathHelp.ZH
	for range 20 {
		if strings.Contains(d.screen(), string([]rune(help)[:12])) {
			return d
		}
		d.press("<tab>")
	}
	d.t.Fatalf("there is no such field:\n%s", d.screen())
	return d
}

func TestOneCardMakesAWorkspaceOfAnyYear(t *testing.T) {
	o := anyYear(t)
	named(t)
	d := launch(t, o, 80, 24)
	d.press("n").sees("新建工作区", "企业名称", "存放位置", "还差")
	d.golden("newbook-empty-80x24")
	d.fillCard("示例水务（虚构）", "91150200MA0BT0013C")
	d.sees("功能型", "自来水生产和供应", "2026", "今年", "校验位相符", "内置模板，2026 年草案（模拟）", "示例水务（虚构）.yice")
	d.golden("newbook-80x24")
	d.press("<f10>")
	path, err := filepath.Abs(filepath.Join("home", "示例水务（虚构）.yice"))
	if err != nil {
		t.Fatal(err)
	}
	if d.m.desk == nil || d.m.stand.Year != 2026 || d.m.stand.Type != "功能型" || d.m.desk.w.Path() != path {
		t.Fatalf("not made: %+v\n%s", d.m.stand, d.screen())
	}
	d.sees("2026 年度", "模拟", "已建立 示例水务（虚构） 的 2026 年度")
	if d.m.stand.Sheet == nil {
		t.Error("a new workspace has no score")
	}
	d.has("enterprise", "uscc=91150200MA0BT0013C", "type=功能型", "industry=4610")
	if who, err := d.m.desk.w.Setting("operator"); err != nil || who != "示例丙" {
		t.Errorf("the operator is %q %v", who, err)
	}
	if left, _ := filepath.Glob(filepath.Join(os.Getenv("HOME"), "*making*")); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}

// A digit that Enter takes for a choice by its place is no mistake while it stands there; one past the list is.
func TestTheCardTakesAPlaceInAList(t *testing.T) {
	d := launch(t, anyYear(t), 120, 36)
	d.press("n", "甲", "<enter>", "91150200MA0BT0013C", "<enter>", "2").sees("功能型")
	if strings.Contains(d.screen(), "不在可选项里") {
		t.Errorf("a digit that will be taken is called wrong:\n%s", d.screen())
	}
	d.press("<ctrl+a>", "9").sees("不在可选项里")
	d.press("<ctrl+a>", "2", "<enter>").sees("功能型", "企业层级")
}

// What stands marked in the list is taken by every way of leaving the field, not by Enter alone.
func TestTheCardTakesWhatIsMarkedByAnyWayOn(t *testing.T) {
	d := launch(t, anyYear(t), 80, 24)
	d.press("n", "甲", "<enter>", "91150200MA0BT0013C", "<enter>", "2", "<tab>", "<shift+tab>").sees("✓ 企业类型               功能型")
	d.press("<ctrl+a>", "1").sees("竞争型")
	if strings.Contains(d.screen(), "还差") {
		t.Errorf("the line that makes it wants what Enter would take:\n%s", d.screen())
	}
	d.press("<f10>")
	if d.m.desk == nil {
		t.Fatalf("not made:\n%s", d.screen())
	}
	d.has("enterprise", "type=竞争型")
}

// Nothing keyed on the card is lost: by Esc, by an error, by going back.
func TestTheCardKeepsWhatWasKeyed(t *testing.T) {
	o := anyYear(t)
	d := launch(t, o, 120, 36)
	d.press("n").fillCard("甲", "91150200MA0BT0013C")
	d.press("<esc>").sees("卡片放在一边").press("n").sees("甲", "91150200MA0BT0013C", "自来水生产和供应")
	// A year that is none stays under the cursor and says why; Shift+Tab goes back.
	d.press("<ctrl+a>", "26", "<enter>").sees("请填四位数的年份")
	d.press("<ctrl+a>", "2026", "<enter>", "<shift+tab>", "<shift+tab>", "<shift+tab>", "<shift+tab>", "<shift+tab>", "<shift+tab>").sees("与营业执照一致", "甲")
	d.press("<tab>", "<tab>", "<tab>", "<tab>", "<tab>")
	// A place where a file lies is said at once, and making it again is refused without losing anything.
	there := filepath.Join(os.Getenv("HOME"), "在.yice")
	if err := os.WriteFile(there, []byte("somebody's"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.toPath()
	d.press("<ctrl+a>", there).sees("已经有这个文件了")
	d.press("<f10>").sees("还差 1 项", "甲", "91150200MA0BT0013C")
	d.press("<ctrl+a>", filepath.Join(os.Getenv("HOME"), "没有", "甲.yice")).sees("没有这个文件夹")
	d.press("<ctrl+a>", filepath.Join(os.Getenv("HOME"), "乙"), "<f10>")
	if d.m.desk == nil || filepath.Base(d.m.desk.w.Path()) != "乙.yice" {
		t.Fatalf("not made:\n%s", d.screen())
	}
	if b, err := os.ReadFile(there); err != nil || string(b) != "somebody's" {
		t.Errorf("the file that was there: %q %v", b, err)
	}
}

// A code whose check character is wrong is doubted, with the right one; it is taken only where the user says so.
func TestADoubtfulCodeIsAskedAbout(t *testing.T) {
	d := launch(t, anyYear(t), 80, 24)
	d.press("n").press("甲", "<enter>", "91150200MA0BT0013D").sees("应为「C」").press("<enter>", "功能型", "<enter>")
	d.sees("? 统一社会信用代码").misses("✓ 统一社会信用代码") // nor is it ticked once the cursor has gone on
	d.press("<f10>").sees("执照上确实是这个代码吗").press("<esc>").sees("18 位代码")
	if d.m.desk != nil {
		t.Fatal("it was made")
	}
	d.press("<f10>", "<enter>")
	if d.m.desk == nil || d.m.stand.USCC != "91150200MA0BT0013D" {
		t.Fatalf("not made:\n%s", d.screen())
	}
}

// A pack of another year than the card's is not taken silently.
func TestAPackOnTheCardIsOfItsYear(t *testing.T) {
	o := anyYear(t)
	d := launch(t, o, 120, 36)
	pack, err := filepath.Abs("../examples/pack-2023.toml")
	if err != nil {
		t.Fatal(err)
	}
	d.press("n").fillCard("甲", "91150200MA0BT0013C").press("<enter>").sees("内置模板")
	d.press("<ctrl+o>", pack, "<enter>").sees("这个政策包是 2023 年的")
	d.press("<f10>").sees("还差 1 项：政策包")
	d.press("<shift+tab>", "<ctrl+a>", "2023", "<enter>").misses("这个政策包是 2023 年的").press("<f10>")
	if d.m.desk == nil || d.m.stand.Year != 2023 {
		t.Fatalf("not made:\n%s", d.screen())
	}
	files, err := d.m.desk.w.Packs()
	if err != nil || len(files) != 1 || files[0].Year != 2023 {
		t.Errorf("the workspace has %d packs: %v", len(files), err)
	}
}

// An enterprise is added to the workspace that is open, and gone to.
func TestAnotherEnterpriseInTheWorkspace(t *testing.T) {
	o := anyYear(t)
	d := launch(t, o, 80, 24)
	d.press("n").fillCard("甲", "91150200MA0BT0013C").press("<f10>")
	d.press("<f10>", "添一家", "<enter>").sees("在这个工作区里添一家企业").misses("存放位置")
	d.fillCard("乙", "91150200MA0BT00217").press("<f10>")
	if d.m.stand.Name != "乙" || d.m.stand.Year != 2026 {
		t.Fatalf("not there: %+v\n%s", d.m.stand, d.screen())
	}
	d.press("<f10>").sees("甲", "乙", "现在").press("甲", "<enter>")
	if d.m.stand.Name != "甲" {
		t.Fatalf("not back:\n%s", d.screen())
	}
	// The same one again is refused, and what was keyed stays.
	d.command("book.firm").fillCard("甲二", "91150200MA0BT0013C").press("<f10>").sees("已经有 91150200MA0BT0013C 的 2026 年度").press("<enter>").sees("甲二")
}

// A making that fails leaves no file, and says why beside the card.
func TestAFailedMakingLeavesNothing(t *testing.T) {
	o := anyYear(t)
	d := launch(t, o, 80, 24)
	dir := filepath.Join(os.Getenv("HOME"), "锁着")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "甲.yice")
	d.press("n").fillCard("甲", "91150200MA0BT0013C")
	d.toPath()
	d.press("<ctrl+a>", path)
	// Somebody else is quicker.
	w, err := store.Create(path, store.Options{Now: o.Now})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	before := readFile(t, path)
	d.press("<f10>").sees("! 文件", "还差 1 项：存放位置", "91150200MA0BT0013C")
	if d.m.desk != nil || string(readFile(t, path)) != string(before) {
		t.Error("it was made over the other's")
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 {
		t.Errorf("there are %v %v", entries, err)
	}
}

func TestTheCardInEnglish(t *testing.T) {
	o := anyYear(t)
	english(&o)
	named(t)
	d := launch(t, o, 120, 36)
	d.press("n", "Example Water", "<enter>", "91150200MA0BT0013C", "<enter>", "func", "<enter>").golden("newbook-120x36-en")
	d.press("<f10>")
	if d.m.desk == nil || d.m.stand.Type != "功能型" {
		t.Fatalf("not made:\n%s", d.screen())
	}
	if strings.Contains(d.screen(), "年度") {
		t.Errorf("Chinese on an English screen:\n%s", d.screen())
	}
}

// A year that is none has no pack either: its line is neither ticked nor promises one.
func TestAYearThatIsNoneHasNoPack(t *testing.T) {
	named(t)
	d := launch(t, anyYear(t), 80, 24)
	d.press("n").fillCard("示例热力（虚构）", "91150200MA0BT00217").sees("内置模板，2026 年草案")
	d.press("<ctrl+a>", "20233", "<enter>").sees("先把年度写对").misses("20233 年草案")
	for _, line := range strings.Split(d.screen(), "\n") {
		if strings.Contains(line, text.TuiNewPack.ZH+" ") && strings.Contains(line, "✓") {
			t.Errorf("ticked: %s", line)
		}
	}
}
