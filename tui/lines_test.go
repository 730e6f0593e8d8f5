package tui

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"yice/plain"
	"yice/store"
	"yice/text"
)

// inLines says of each place where the same is done in lines, by what is chosen there one after the other, or why it is not.
var inLines = []struct {
	place string
	by    []text.Pair
	but   string // what of it is not, or what stands for it
}{
	{"start", []text.Pair{text.PlainBegin}, ""},
	{"new-book", []text.Pair{text.PlainBegin, text.TuiNewWorkspace}, ""},
	{"overview", []text.Pair{text.PlainDo}, "目标进度在「得分」里，下一步在「得分」的最后一项"},
	{"grid", []text.Pair{text.PlainDoKey}, "一条一条填，不成块复制、填充、排序"},
	{"cell", []text.Pair{text.PlainDoKey}, ""},
	{"card", []text.Pair{text.PlainDoKey}, ""},
	{"field", []text.Pair{text.PlainDoKey}, ""},
	{"note", []text.Pair{text.PlainDoKey}, "一项一行，不换行"},
	{"calendar", nil, "日期直接写"},
	{"score", []text.Pair{text.PlainDoScore}, ""},
	{"explain", []text.Pair{text.PlainDoScore}, ""},
	{"checks", []text.Pair{text.PlainDoMend}, ""},
	{"policy", []text.Pair{text.PlainDoPolicy}, ""},
	{"policy-edit", []text.Pair{text.PlainDoPolicy, text.PlainPolEdit}, ""},
	{"what-if", []text.Pair{text.PlainDoWhat}, ""},
	{"outlook", nil, "多是图；`yice report` 的年度报表里有推算"},
	{"spending", []text.Pair{text.PlainDoSpending}, ""},
	{"returns", nil, "用命令 `yice returns`"},
	{"paper", nil, "用命令 `yice returns`"},
	{"leader", nil, "是一页图，在屏幕上按 P 写成网页"},
	{"history", nil, "用命令 `yice history`；撤销上一步在逐行里"},
	{"import", []text.Pair{text.PlainDoImport}, ""},
	{"submit", []text.Pair{text.PlainDoSubmit}, ""},
	{"verdict", []text.Pair{text.PlainDoReceive, text.PlainVerifyOne}, ""},
	{"since", nil, "用命令 `yice diff` 比较两份报送文件"},
	{"search", []text.Pair{text.PlainDoKey}, "斜杠在一张表里找，不跨表"},
	{"double", nil, "双录要两遍对着看；台账可用 `#` 先数一批"},
	{"group", []text.Pair{text.PlainDoReceive, text.PlainCollect}, ""},
	{"submitted", []text.Pair{text.PlainDoReceive, text.PlainCollect}, ""},
	{"registry", []text.Pair{text.PlainDoReceive, text.PlainRegistry}, ""},
	{"keys", []text.Pair{text.PlainDoTrust}, "收名册；一把一把登记用命令 `yice trust`"},
	{"backups", []text.Pair{text.PlainDoBackups}, ""},
	{"fingerprint", []text.Pair{text.PlainDoTrust}, ""},
	{"told", nil, "当场说，再问一次"},
	{"settings", nil, "语言用 `--lang`，没有配色"},
	{"palette", nil, "菜单里直接写名称或拼音首字母"},
	{"evidence", []text.Pair{text.PlainDoKey}, "`@` 和号码"},
	{"list", nil, "清单就是问题"},
	{"paste", nil, "成块的内容用「导入」"},
	{"columns", nil, "没有列"},
	{"input", nil, "就是问题"},
	{"ask", nil, "就是问题"},
	{"task", nil, "做完再问下一句，Ctrl+C 停下"},
	{"guide", nil, "第一行就是说明"},
	{"help", nil, "任何问题答 `?`"},
}

// manualLines tells of each place where it is in lines.
func manualLines() string {
	titles := make(map[string]string)
	for _, p := range furnish(declarations()).places {
		titles[p.ID] = p.Title.ZH
	}
	var b strings.Builder
	b.WriteString("\n| 屏幕 | 逐行模式里 | 说明 |\n|---|---|---|\n")
	in := 0
	for _, one := range inLines {
		var by []string
		for _, p := range one.by {
			title, _, _ := strings.Cut(p.ZH, "：")
			by = append(by, title)
		}
		at := "不在"
		if len(by) > 0 {
			in++
			at = strings.Join(by, "，")
		}
		fmt.Fprintf(&b, "| %s | %s | %s |\n", cell(titles[one.place]), cell(at), cell(one.but))
	}
	return b.String() + fmt.Sprintf("\n%d 处里 %d 处在逐行模式里。\n\n", len(inLines), in)
}

// byLines runs the desk in lines on answers, and gives what was heard.
func byLines(t *testing.T, o Options, path, drafts string, answers ...string) string {
	t.Helper()
	heard := new(strings.Builder)
	err := plain.Run(t.Context(), plain.Options{
		In: strings.NewReader(strings.Join(answers, "\n") + "\n"), Out: heard, Lang: text.ZH, Path: path, Template: o.Template, Now: o.Now,
		Open:   func(path string) (*store.Workspace, error) { return store.Open(path, store.Options{Now: o.Now}) },
		Who:    func(*store.Workspace) string { return o.Who },
		Drafts: drafts,
	})
	if err != nil {
		t.Fatal(err)
	}
	return heard.String()
}

// Two workspaces under one pack change the same draft at once, one on the screen and one in lines: neither takes away what the other changed,
// and of one value the last change stands.
func TestADraftIsChangedOnTheScreenAndInLinesAtOnce(t *testing.T) {
	t.Parallel()
	dir, o := t.TempDir(), testOptions(t)
	drafts := DraftsFolder(dir)
	screen := at(t, 120, 36, configIn(dir))
	screen.press("<f5>", "<ctrl+e>").editing("indicator.type_innovation.target").press("<enter>", "<ctrl+a>", "3", "<enter>")

	change := func(to string) []string {
		return []string{"政策", "改政策包", "全部", "发明专利", "目标", to, "..", "."}
	}
	if heard := byLines(t, o, example(t, o), drafts, change("6")...); !strings.Contains(heard, "已改 1 处") || !strings.Contains(heard, "改为 6") {
		t.Fatal(heard)
	}
	screen.editing("indicator.major_projects.target").press("<enter>", "<ctrl+a>", "9", "<enter>")
	if heard := byLines(t, o, example(t, o), drafts, "政策", "改政策包", "看与原政策包的不同", "..", "."); !strings.Contains(heard, "3 处不同") {
		t.Errorf("a change was lost:\n%s", heard)
	}
	// What the lines take back is gone, and what the screen has stays.
	if heard := byLines(t, o, example(t, o), drafts, append(change("-")[:6], "..", "政策", "改政策包", "看与原政策包的不同", "..", ".")...); !strings.Contains(heard, "2 处不同") {
		t.Errorf("what was taken back is there still:\n%s", heard)
	}
	screen.editing("indicator.major_projects.target").press("<enter>", "<ctrl+a>", "8", "<enter>")
	if heard := byLines(t, o, example(t, o), drafts, "政策", "改政策包", "看与原政策包的不同", "..", "."); !strings.Contains(heard, "2 处不同") || !strings.Contains(heard, "改为 8") {
		t.Errorf("the last change of a value does not stand:\n%s", heard)
	}
}

// Every place of the screens is in lines, under the name that is chosen there, or the manual says why not.
func TestEveryPlaceIsInLinesOrSaysWhyNot(t *testing.T) {
	t.Parallel()
	o := testOptions(t)
	drafts := filepath.Join(t.TempDir(), "drafts")
	heard := byLines(t, o, "", drafts, ".") + byLines(t, o, example(t, o), drafts, "政策包", ".", "国资委", ".", ".")
	told := make(map[string]bool)
	for _, one := range inLines {
		if told[one.place] {
			t.Errorf("%s is told of twice", one.place)
		}
		told[one.place] = true
		if len(one.by) == 0 && one.but == "" {
			t.Errorf("%s is not in lines, and nothing says why", one.place)
		}
		for _, p := range one.by {
			if !strings.Contains(heard, p.ZH+"\n") {
				t.Errorf("%s is said to be under %q, which is offered nowhere", one.place, p.ZH)
			}
		}
	}
	for _, p := range furnish(declarations()).places {
		if !told[p.ID] {
			t.Errorf("nothing says whether %s (%s) is in lines", p.ID, p.Title.ZH)
		}
		delete(told, p.ID)
	}
	for id := range told {
		t.Errorf("%s is no place", id)
	}
}
