package tui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yice/entry"
	"yice/filing"
	"yice/seal"
	"yice/tui/handing"
	"yice/tui/keying"
	"yice/tui/mending"
	"yice/tui/overview"
)

// explainAll writes a reason for every finding that wants one.
func (d *driver) explainAll() *driver {
	d.t.Helper()
	d.press("<f12>", "<f3>", "<tab>", "<tab>")
	for range 20 {
		if d.m.stand.Verify == 0 {
			return d.press("<f12>")
		}
		d.press("<ctrl+e>", "已与财务凭证和批复文件逐项核对，金额与时间无误", "<enter>")
	}
	d.t.Fatal("there is always one more finding")
	return d
}

// toRow moves the cursor to the line that shows a text.
func (d *driver) toRow(label string) *driver {
	d.t.Helper()
	d.press("<home>")
	for range 40 {
		for _, row := range strings.Split(d.screen(), "\n") {
			if _, here, ok := strings.Cut(row, "▌"); ok && strings.Contains(here, label) {
				return d
			}
		}
		d.press("<down>")
	}
	d.t.Fatalf("there is no line of %s:\n%s", label, d.screen())
	return d
}

// signOffs are those of the open year, in their order.
func (d *driver) signOffs() []entry.SignOff {
	d.t.Helper()
	all, err := d.m.desk.s.SignOffs()
	if err != nil {
		d.t.Fatal(err)
	}
	return all
}

func TestSubmitScreen(t *testing.T) {
	t.Parallel()
	for _, size := range []struct {
		name string
		w, h int
		o    []func(*Options)
	}{{"80x24", 80, 24, nil}, {"120x36", 120, 36, nil}, {"120x36-en", 120, 36, []func(*Options){english}}} {
		t.Run(size.name, func(t *testing.T) {
			d := at(t, size.w, size.h, size.o...)
			d.press("<f6>")
			s := d.m.Top().(*handing.SubmitScreen)
			s.Out = "/home/u/报送/91150200MA0BT0013C-2023.zip"
			d.m.dirty = true
			d.golden("submit-" + size.name)
		})
	}
}

// The whole way: blocked, mended, signed by three, sealed under a key with a passphrase, locked, reopened.
func TestSubmitJourney(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.press("<f6>", "<f6>").sees("还有 4 项必须先做到")
	if d.m.stand.Locked {
		t.Fatal("sealed though blocked")
	}
	// Enter on a condition goes where it is met.
	d.press("<enter>").sees("核实性")
	if _, ok := d.m.Top().(*mending.ChecksScreen); !ok {
		t.Fatalf("went to %T", d.m.Top())
	}
	d.explainAll().press("<f6>").sees("1 ✓ 核对", "还差 3 人", "4 · 交出", "研发投入强度", "4,445.00")

	s := d.m.Top().(*handing.SubmitScreen)
	// The name is the card's until another is typed; then it is asked whether somebody else signs.
	for i, name := range []string{"示例丙", "示例乙"} {
		d.toRow([]string{"填表人", "统计负责人"}[i]).press("<enter>").sees(name).press("<enter>").sees("怎样确认", "署名").press("<enter>")
	}
	d.toRow("单位负责人").press("<enter>", "<ctrl+u>", "路人", "<enter>").sees("示例甲", "代签").press("<esc>")
	if off := d.signOffs()[2]; off.Name != "" {
		t.Errorf("%s signed unasked", off.Name)
	}
	d.press("<enter>", "<ctrl+u>", "路人", "<enter>", "<enter>", "<enter>")
	d.sees("示例丙", "示例乙", "路人", "1 ✓ 核对", "2 ✓ 签字").misses("不带签字")

	key := filepath.Join(filepath.Dir(d.path), "ours.pem")
	k, err := seal.NewKey()
	if err != nil {
		t.Fatal(err)
	}
	if err := seal.WriteKey(key, k, "一个口令"); err != nil {
		t.Fatal(err)
	}
	d.toRow("签名密钥").press("<enter>").sees("ours.pem").press("<enter>")
	d.press("<f6>").sees("锁定本年度", "草案").press("<enter>").sees("口令").press("一个口令")
	out, mine := s.Out, s.KeyFile
	s.Out, s.KeyFile, d.m.dirty = "/home/u/报送/91150200MA0BT0013C-2023.zip", "/home/u/ours.pem", true // a golden screen knows no temporary folder
	d.misses("一个口令").golden("submit-passphrase-120x36")
	s.Out, s.KeyFile = out, mine
	d.press("<enter>").sees("已封存", "清单摘要")
	if !d.m.stand.Locked {
		t.Error("the year is not locked")
	}
	v, err := filing.Verify(context.Background(), s.Out, filing.VerifyOptions{})
	if err != nil || !v.OK {
		t.Errorf("the file does not verify: %v %+v", err, v)
	}
	if _, err := os.Stat(s.Out); err != nil {
		t.Error(err)
	}

	d.toRow("解封本年度").press("<enter>", "无误", "<enter>").sees("解封本年度").press("<esc>")
	if !d.m.stand.Locked {
		t.Error("an empty phrase reopened the year")
	}
	d.press("<enter>", "漏报一项自治区级奖项，需要补录", "<enter>")
	if d.m.stand.Locked {
		t.Error("the year was not reopened")
	}
}

// A 签字 is given at the screen too, with the person's own key.
func TestSigningWithAKey(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	key := filepath.Join(filepath.Dir(d.path), "theirs.pem")
	k, err := seal.NewKey()
	if err != nil {
		t.Fatal(err)
	}
	if err := seal.WriteKey(key, k, "口令甲"); err != nil {
		t.Fatal(err)
	}
	d.press("<f6>")
	sign := func(passphrase string) {
		d.toRow("填表人").press("<enter>", "<enter>", "<down>", "<enter>").sees("theirs.pem").press("<enter>").sees("口令").press(passphrase, "<enter>")
	}
	sign("别的")
	if d.signOffs()[0].Standing {
		t.Fatal("signed with a wrong passphrase")
	}
	sign("口令甲")
	if off := d.signOffs()[0]; !off.Standing || off.Proof == nil || off.Name != "示例丙" {
		t.Errorf("%+v", off)
	}
	d.sees("示例丙", "签字")
}

// Without signatures a year is sealed for a reason that says something, and the screen offers that itself.
func TestSealingWithoutSignatures(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.explainAll().press("<f6>")
	s := d.m.Top().(*handing.SubmitScreen)
	d.toRow("不带签字").press("<enter>", "情况属实", "<enter>").sees("至少").press("<esc>")
	if d.sees("还差 3 人"); s.Unsigned != "" {
		t.Error(s.Unsigned)
	}
	d.press("<enter>", "单位负责人出国，已电话确认，回国后补签", "<enter>").sees("1 ✓ 核对", "不带签字，原因随附", "回国后补签")
	d.press("<f6>").sees("签字不全", "已电话确认").press("<enter>").sees("3 ✓ 封存", "4 · 交出", "等国资委的回执", "登记国资委的回执")
	if !d.m.stand.Locked {
		t.Error("the year is not locked")
	}
}

func TestAWrongPassphraseSealsNothing(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.explainAll()
	key := filepath.Join(filepath.Dir(d.path), "ours.pem")
	k, err := seal.NewKey()
	if err != nil {
		t.Fatal(err)
	}
	if err := seal.WriteKey(key, k, "right"); err != nil {
		t.Fatal(err)
	}
	d.press("<f6>")
	s := d.m.Top().(*handing.SubmitScreen)
	s.KeyFile, s.Unsigned = key, "单位负责人出国，已电话确认，回国后补签"
	d.press("<f6>", "<enter>", "wrong", "<enter>")
	if d.m.stand.Locked || s.MadeHere() != nil {
		t.Error("sealed with a wrong passphrase")
	}
	if _, err := os.Stat(s.Out); err == nil {
		t.Error("a file was left behind")
	}
	d.sees("口令")
}

// TestAQuarterIsHandedIn: the period is chosen on the screen; a quarter asks for no signature, goes to its month where the
// figures end elsewhere, and locks nothing.
func TestAQuarterIsHandedIn(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	d.press("<f6>", "<up>", "<enter>", "<enter>").sees("2023 年第 2 季度快报", "截至月份", "生成季度快报").misses("2 · 签字")
	s := d.m.Top().(*handing.SubmitScreen)
	if d.sees("还有 1 项必须先做到"); filepath.Base(s.Out) != "91150200MA0BT0013C-2023Q2.zip" {
		t.Fatal(s.Out)
	}
	d.press("<down>", "<enter>").sees("截至月份")
	card, ok := d.m.Top().(*keying.CardScreen)
	if !ok || card.Field().ID != "as_of" {
		t.Fatalf("went to %T", d.m.Top())
	}
	d.press("202306", "<enter>", "<esc>")
	if _, ok := d.m.Top().(*handing.SubmitScreen); !ok {
		d.press("<f6>")
	}
	s = d.m.Top().(*handing.SubmitScreen)
	if !strings.Contains(d.screen(), "第 2 季度快报") {
		d.press("<up>", "<enter>", "<enter>")
	}
	s.Out = filepath.Join(t.TempDir(), "q.zip")
	d.press("<f6>").sees("截至季末的累计数", "不锁定").press("<enter>")
	d.sees("2023Q2-01")
	if d.m.stand.Locked {
		t.Error("the year is locked")
	}
	// The overview's sum of spending ends where the figures end, and what came later stands apart.
	for range 4 {
		if _, there := d.m.Top().(*overview.Screen); there {
			break
		}
		d.press("<esc>")
	}
	d.sees("至 6 月", "其后").misses("全年 1,320.00")
}

// What lies below the last row is said: at 80 columns the fourth step has no row of its own at first.
func TestStepsBelowTheLastRowAreNamed(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	d.press("<f6>").sees("↓ 4 · ").press("<end>").misses("↓ 4 · ").sees("4 · ")
}

// What identifies the pack is not cut at 80 columns.
func TestThePackInForceIsSaidWhole(t *testing.T) {
	t.Parallel()
	for _, o := range [][]func(*Options){nil, {english}} {
		d := at(t, 80, 24, o...)
		d.press("<f5>")
		want := strings.NewReplacer(" ", "", "\n", "").Replace(d.m.stand.PackNote.In(d.m.lang))
		if got := strings.NewReplacer(" ", "", "\n", "").Replace(d.screen()); !strings.Contains(got, want) {
			t.Errorf("%q is not on the screen whole:\n%s", want, d.screen())
		}
	}
}

// In English at 80 columns a return says how it stands, the batch of papers what it is.
func TestEnglishFitsEightyColumns(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24, english)
	d.press("<f11>").misses(" 1 cells").press("<f12>").form("spend").press("<f10>").sees("Hold a batch of papers").misses("against what is k…")
}
