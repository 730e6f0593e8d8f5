package plain_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yice/plain"
	"yice/scoring"
	"yice/text"
)

// A target of this enterprise is set by answers: what is wrong with a value or its ground is said and asked for again, the effect is told before
// it is kept, and it is dropped for the default the same way.
func TestATargetIsSetForOneEnterpriseByLines(t *testing.T) {
	t.Parallel()
	path := worked(t)
	was := session(t, path, 2023).Totals().Innovation
	heard := run(t, path, june, asked(t,
		"退出|政策", "返回|为本企业设定", "返回|发明专利", "设为，现在 6|?", "设为，现在 6|没有数", "设为，现在 6|4", "设为 4 的依据|", "设为 4 的依据|<", "现在 6|3",
		"设为 3 的依据|责任书补充协议第2条", "存为新的草案吗|0", "返回|2", "现在 6|4", "设为 4 的依据|责任书补充协议第2条", "存为新的草案吗|1",
		"返回|发明专利", "设为，现在 4|-", "存为新的草案吗|1", "返回|..",
		"退出|政策", "返回|看政策包", "返回|3", "返回|发明专利授权 目标", "现在设定吗|0", "返回|..", "退出|."))
	hears(t, heard, "不行：这不是政策包里能用的数字", "不行：这一项必须填写", "没有存，政策包照旧", "总分：82.58 分 变为 87.58 分，多 5.00 分", "发明专利授权 多 5.00 分", "已存为草案，并按它计分",
		"发明专利授权 目标：5，假设", "可以为本企业单独设定")
	s := session(t, path, 2023)
	if x, ok := s.Sheet().Pack.Param("indicator.patents.target"); !ok || x.Text != "5" || s.Totals().Innovation == was {
		t.Errorf("the target is %+v, the score %v", x, s.Totals().Innovation)
	}
}

// drafting runs the desk with a folder for drafts.
func drafting(t *testing.T, path, drafts string, answer func(string) (string, bool)) string {
	t.Helper()
	return run(t, path, june, answer, func(o *plain.Options) { o.Drafts = drafts })
}

// The pack is changed value by value into a draft: a refused answer asks again, each change tells its effect, is taken back and made again, outlives
// the program, is told beside the pack it began from, saved to a new file and printed for signature. Neither the data nor the pack in force
// move.
func TestAPackIsChangedByLines(t *testing.T) {
	t.Parallel()
	path, dir := worked(t), t.TempDir()
	drafts, head := filepath.Join(dir, "drafts"), historyHead(t, path)
	heard := drafting(t, path, drafts, asked(t,
		"退出|政策", "返回|改政策包", "返回|只看数字", "返回|分类创新", "返回|目标", "现在 4|?", "现在 4|五", "现在 4|3",
		"返回|.", "返回|.", "返回|全部", "返回|研发投入加回", "返回|加计口径", "返回|2", "返回|.", "返回|.",
		"返回|撤销", "返回|撤销", "返回|撤销", "返回|恢复撤销", "返回|恢复撤销", "返回|恢复撤销", "返回|."))
	hears(t, heard, "达到它，这一项得满分", "C09  按企业类型确定创新方向", "名称 indicator.type_innovation.target", "不行：这不是政策包里能用的数字",
		"分类创新成果（项） 目标：4 改为 3", "总分：82.58 分 变为 86.33 分，多 3.75 分", "加计口径：A：基数加增量 改为 B：全额，增量另加",
		"考核利润：4,445.00 万元 变为 4,535.00 万元，多 90.00 万元", "没有可以撤销的改动", "没有可以恢复的改动", "政策包改了 2 处，还没有存成文件；改动留在这台机器上")

	// The program is gone; the next one goes on. Weights that do not fit are kept, and neither saved nor compared.
	out, sheet := filepath.Join(dir, "草案.toml"), filepath.Join(dir, "签批单.html")
	heard = drafting(t, path, drafts, asked(t,
		"退出|政策", "返回|改政策包", "返回|改过的", "返回|研发投入加回 加计口径", "返回|恢复原来的", "返回|.",
		"返回|只看数字", "返回|发明专利", "返回|权重（功能型）", "现在 15|14", "返回|.", "返回|.", "返回|存成", "返回|看与原政策包的不同",
		"返回|改过的", "返回|发明专利授权 权重", "现在 14|-", "返回|.",
		"返回|看与原政策包的不同", "返回|存成", "新文件的路径|"+filepath.Join(dir, "草案.xlsx"), "新文件的路径|"+out, "返回|签批单", "签批单的路径|"+sheet,
		"返回|放弃", "1 是|1", "返回|.", "返回|.", "退出|."))
	hears(t, heard, "已改 2 处，还没有另存的都在", "还不成政策包", "恢复原来的：研发投入加回 加计口径：A：基数加增量", "不行：政策包草案要存成 .toml",
		"1 处不同，其中 1 处的新值文件没有给出", "1、分类创新成果（项） 目标：4 改为 3，依据：C09、C34，假设", "草案已存为 "+out, "签批单已写成 "+sheet)
	if n := strings.Count(heard, "还不成政策包"); n != 3 {
		t.Errorf("that it is no pack was said %d times:\n%s", n, heard)
	}
	source, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	pack, err := scoring.Load(source)
	if err != nil || pack.Issued() {
		t.Fatal(err)
	}
	if x, _ := pack.Param("indicator.type_innovation.target"); x.Text != "3" {
		t.Error(x.Text)
	}
	if paper, err := os.ReadFile(sheet); err != nil || !strings.Contains(string(paper), "签发：") {
		t.Error("the sheet has no place to sign", err)
	}
	if left, _ := os.ReadDir(drafts); len(left) != 0 {
		t.Errorf("it is saved and dropped, and kept are %v", left)
	}
	if s := session(t, path, 2023); s.Totals().Innovation.String() != "82.58" || historyHead(t, path) != head {
		t.Error("the score in force or the data moved")
	}
}

// A draft that is kept nowhere is told to be lost; one that cannot be kept is said at once.
func TestADraftThatIsNotKeptIsToldByLines(t *testing.T) {
	t.Parallel()
	path := worked(t)
	change := []string{"退出|政策", "返回|改政策包", "返回|只看数字", "返回|分类创新", "返回|目标", "现在 4|3", "返回|..", "退出|."}
	hears(t, run(t, path, june, asked(t, change...)), "退出就没有了")
	blocked := filepath.Join(t.TempDir(), "drafts")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	hears(t, drafting(t, path, blocked, asked(t, change...)), "改动还没有写到磁盘", "请尽快另存草案")
}

// The readings, last year's pack and next year's draft are told and made in lines.
func TestReadingsAndYearsOfAPackByLines(t *testing.T) {
	t.Parallel()
	path := worked(t)
	heard := run(t, path, june, asked(t, "退出|政策", "返回|口径对照", "返回|与上年", "返回|生成 2024", "1 是|1", "返回|收下政策包", "政策包文件|/nowhere.toml", "政策包文件|.", "返回|.", "退出|换年度", "返回|2022 年度", "退出|."))
	hears(t, heard, "1、A 基数 100% 加 增量 150%，费用化，不含政府资金：加回 1,075.00 万元，现行", "比现行多 500.00 万元，考核利润将为 4,945.00 万元",
		"没有 2022 年度的政策包，无从比较", "已存为 2024 年度的草案", "不行：")
}

// No sentence in lines names a key of the screens, or has a sign that a reader spells or passes over.
func TestNoLineNamesAKeyOrDraws(t *testing.T) {
	t.Parallel()
	path := worked(t)
	for _, l := range []text.Lang{text.ZH, text.EN} {
		heard := run(t, path, june, inTurn("10", "1", "1", "7", "8", ".", "2", "3", "1", "..", "10", "3", "5", "2", "3", "1", "..",
			"4", "1", "2", "3", "8", "13", "14", "15", "22", "..", "5", "1", "-120", "2", "100", "..", "6", "2", "1", ".", "1", "2", "..", "7", "..", "3", "1", "..", "1", "2", ".", "..", "12", "..", "13", "."), func(o *plain.Options) { o.Lang = l })
		for _, sign := range []string{"→", "←", "×", "÷", "−", "±", "≈", "〔", "·", "│", "─", "•", "F3", "F5", "F6", "Ctrl", "Esc", "min("} {
			if at := strings.Index(heard, sign); at >= 0 {
				t.Errorf("%v: %q is told:\n%s", l, sign, heard[max(0, at-200):min(len(heard), at+60)])
			}
		}
	}
}

// An answer in the signs of a Chinese input method means what it means in any other; ".." goes home from anywhere.
func TestSignsOfAnInputMethod(t *testing.T) {
	t.Parallel()
	path := made(t, "2026")
	heard := run(t, path, time.Date(2026, 6, 30, 9, 0, 0, 0, time.Local), asked(t, "退出|1", "返回|研发投入台账", "添一条|＋", "日期|？", "日期|0405", "凭证号|《", "日期|．．",
		"退出|1", "返回|研发投入台账", "添一条|－１", "1 是|0", "添一条|。", "返回|。", "退出|。"))
	hears(t, heard, "减号和号码 删那一条", "删除这一条", "已存盘")
}

// A question stands whole on a braille line of 40 cells, where the cursor is: what it says of the ways on is told in a line before, once while it is
// the same.
func TestAQuestionStandsOnABrailleLine(t *testing.T) {
	t.Parallel()
	path := made(t, "2026")
	for _, l := range []text.Lang{text.ZH, text.EN} {
		heard := run(t, path, june, inTurn("1", "2", "?", ".", ".", "1", "R&D ledger", "研发投入台账", "+", "0405", "记-1", ".", ".", ".", "2", "?", ".", "10", "1", "1", "..", "10", "5", "2", "3", "1", "..", "5", "1", "..", "6", "2", "1", "..", "7", "1", ".", "2", "."),
			func(o *plain.Options) { o.Lang = l })
		asked := 0
		for _, line := range strings.Split(heard, "\n") {
			end := max(strings.LastIndex(line, "："), strings.LastIndex(line, ": ")) // the answer stands behind it
			if end < 0 || !strings.Contains(line[:end], "返回") && !strings.Contains(line[:end], "goes back") {
				continue
			}
			if asked++; wide(line[:end]) > 37 {
				t.Errorf("%v: no braille line holds %q", l, line[:end])
			}
		}
		if hint := map[text.Lang]string{text.ZH: "号码改那一条，减号和号码 删那一条", text.EN: "a number mends one, hyphen and number remove one"}[l]; asked == 0 || strings.Count(heard, hint) != 1 {
			t.Errorf("%v: %d questions, the ways on told %d times:\n%s", l, asked, strings.Count(heard, hint), heard)
		}
	}
}

// wide counts the columns of a terminal, of which an ideograph takes two.
func wide(s string) (n int) {
	for _, r := range s {
		if n++; r > 0x2e7f {
			n++
		}
	}
	return n
}
