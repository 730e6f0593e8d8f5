package scoring_test

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	_ "yice/internal/effort"
	"yice/scoring"

	"yice/text"
)

// changedLines lists the lines that a file has and another has not, each with its sign.
func changedLines(old, now []byte) []string {
	var out []string
	a, b := strings.Split(string(old), "\n"), strings.Split(string(now), "\n")
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			i, j = i+1, j+1
		case j < len(b) && (i >= len(a) || !slices.Contains(a[i:], b[j])):
			out, j = append(out, "+"+b[j]), j+1
		default:
			out, i = append(out, "-"+a[i]), i+1
		}
	}
	return out
}

func checkLines(t *testing.T, got, want []string) {
	t.Helper()
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestNewFrom(t *testing.T) {
	p := loaded(t, swapped(t, "status     = \"draft\" ", "status     = \"issued\""))
	next, err := scoring.NewFrom(p, 2024)
	if err != nil {
		t.Fatal(err)
	}
	n := loaded(t, next)
	if n.Year != 2024 || n.Version != "2024.1" || n.Issued() || n.Supersedes != p.SHA256 || n.InnovationWeightPrev.Text != "15" {
		t.Errorf("%+v", n)
	}
	unmarked := regexp.MustCompile(` *# 沿用 2023 年度，待核对`).ReplaceAll(next, nil)
	checkLines(t, changedLines(p.Source, unmarked), []string{
		`-version    = "2023.1"`, `+version    = "2024.1"`,
		`-title      = "包头市属国有企业科技创新考核政策包（2023年度·草案）"`, `+title      = "包头市属国有企业科技创新考核政策包（2024年度·草案）"`,
		`-year       = 2023`, `+year       = 2024`,
		`-valid_from = 2023-01-01      # 假设：文件未写施行日期`, `+valid_from = 2024-01-01      # 假设：文件未写施行日期`,
		`-valid_to   = 2023-12-31      # 假设：文件未写有效期`, `+valid_to   = 2024-12-31      # 假设：文件未写有效期`,
		`-status     = "issued"        # draft 草案 | issued 已签发（须附签名文件）`, `+status     = "draft"        # draft 草案 | issued 已签发（须附签名文件）`,
		`-supersedes = ""              # 上一版政策包的 SHA-256，首版为空`, `+supersedes = "` + p.SHA256 + `"              # 上一版政策包的 SHA-256，首版为空`,
		`-innovation_weight_prev = 12`, `+innovation_weight_prev = 15`,
		`-  due     = 2023-12-31`, `+  due     = 2024-12-31`,
	})
	if len(n.Notices) != 1 || n.Notices[0].Path != "annual.innovation_weight" {
		t.Error("the weight is to be raised (C05), and nobody says so:", n.Notices)
	}
}

// What is last year's is marked, line by line; a mark is taken over to the year after, and one that was taken away stays away.
func TestADraftMarksWhatIsLastYears(t *testing.T) {
	p := loaded(t, examplePackFile(t))
	if p.Carried() != nil {
		t.Error(p.Carried())
	}
	next, err := scoring.NewFrom(p, 2024)
	if err != nil {
		t.Fatal(err)
	}
	n := loaded(t, next)
	marked := map[string]bool{}
	lines := strings.Split(string(next), "\n")
	for _, at := range n.Carried() {
		marked[strings.TrimSpace(strings.Fields(lines[at-1])[0])] = true
		if strings.Count(lines[at-1], "沿用") != 1 {
			t.Error(lines[at-1])
		}
	}
	for _, key := range []string{"target", "weight", "cap", "points", "base_rate", "value", "profit_target", "innovation_weight"} {
		if !marked[key] {
			t.Error(key, "is last year's, and is not marked")
		}
	}
	for _, key := range []string{"year", "schema", "valid_from", "name", "id", "line_decimals", "innovation_weight_prev", "due", "reason"} {
		if marked[key] {
			t.Error(key, "is marked")
		}
	}
	looked := bytes.Replace(next, []byte("target  = 5  # 沿用 2023 年度，待核对"), []byte("target  = 7"), 1)
	if bytes.Equal(looked, next) || len(loaded(t, looked).Carried()) != len(n.Carried())-1 {
		t.Error("a mark that was taken away is there still")
	}
	after, err := scoring.NewFrom(n, 2025)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(after, []byte("沿用 2023")) || len(loaded(t, after).Carried()) != len(n.Carried()) {
		t.Error("marks of two years stand beside one another")
	}
	same, err := scoring.NewFrom(p, 2023)
	if err != nil || loaded(t, same).Carried() != nil {
		t.Error(err, "the next version of a year is marked")
	}
	crlf := bytes.ReplaceAll(p.Source, []byte("\n"), []byte("\r\n"))
	if next, err := scoring.NewFrom(loaded(t, crlf), 2024); err != nil || len(loaded(t, next).Carried()) != len(n.Carried()) {
		t.Error(err)
	}
}

func TestNewFromDraftAndSameYear(t *testing.T) {
	p := loaded(t, examplePackFile(t))
	again, err := scoring.NewFrom(p, 2023)
	if err != nil {
		t.Fatal(err)
	}
	n := loaded(t, again)
	if n.Version != "2023.2" || n.Supersedes != "" || n.InnovationWeightPrev.Text != "12" {
		t.Errorf("%+v", n)
	}
	if _, err := scoring.NewFrom(p, 1999); err == nil {
		t.Error("1999 is accepted")
	}
}

// TestNewFromWithoutWeightBefore: what the old pack did not say is added, with its basis.
func TestNewFromWithoutWeightBefore(t *testing.T) {
	for _, list := range []string{"assumed = []\ngiven = [\"innovation_weight\"]", "assumed = [\"innovation_weight\"]", "given = [\"innovation_weight\"]"} {
		p := loaded(t, swapped(t, "innovation_weight_prev = 12\n", "", "assumed = [\"innovation_weight\", \"innovation_weight_prev\"]", list))
		next, err := scoring.NewFrom(p, 2025)
		if err != nil {
			t.Fatal(list, err)
		}
		if n := loaded(t, next); n.InnovationWeightPrev.Text != "15" || n.InnovationWeightPrev.Basis != scoring.Assumed {
			t.Errorf("%+v", n.InnovationWeightPrev)
		}
	}
}

func TestShifted(t *testing.T) {
	for _, c := range [][2]string{{"2024-02-29", "2025-02-28"}, {"2023-12-31", "2024-12-31"}} {
		if got := scoring.Shifted(c[0], 1); got != c[1] {
			t.Error(c, got)
		}
	}
	for _, c := range []struct {
		version  string
		from, to int
		want     string
	}{{"2023.1", 2023, 2024, "2024.1"}, {"2023.9", 2023, 2023, "2023.10"}, {"正式版", 2023, 2023, "正式版.1"}, {"1.2.x", 2023, 2023, "1.2.x.1"}} {
		if got := scoring.NextVersion(c.version, c.from, c.to); got != c.want {
			t.Error(c, got)
		}
	}
}

func TestSetOverrideInPlace(t *testing.T) {
	old := examplePackFile(t)
	out, err := scoring.SetOverride(old, scoring.Enterprise{USCC: exampleUSCC}, "indicator.patents.target", "7", "责任书第4条\"修订\"")
	if err != nil {
		t.Fatal(err)
	}
	checkLines(t, changedLines(old, out), []string{
		`-  value  = 6`, `+  value  = 7`, `-  reason = "责任书第4条（示例）"`, `+  reason = "责任书第4条\"修订\""`,
	})
	eff, _ := loaded(t, out).For(exampleUSCC, "功能型")
	if target := eff.Indicators[2].Target; target.Text != "7" || target.Reason != `责任书第4条"修订"` {
		t.Errorf("%+v", target)
	}
}

func TestSetOverrideAnew(t *testing.T) {
	old := examplePackFile(t)
	out, err := scoring.SetOverride(old, scoring.Enterprise{USCC: exampleUSCC}, "indicator.type_innovation.target", "5", "责任书第7条")
	if err != nil {
		t.Fatal(err)
	}
	checkLines(t, changedLines(old, out), []string{
		`+  [[enterprise.override]]`, `+  path   = "indicator.type_innovation.target"`, `+  value  = 5`, `+  reason = "责任书第7条"`,
	})
	p := loaded(t, out)
	if n := len(p.Enterprises[0].Overrides); n != 5 || len(p.Enterprises[0].Milestones) != 1 {
		t.Error(n)
	}
	back, err := scoring.RemoveOverride(out, exampleUSCC, "indicator.type_innovation.target")
	if err != nil || string(back) != string(old) {
		t.Error("removing it does not give the file back:", err)
	}
}

func TestSetOverrideForAnother(t *testing.T) {
	old := examplePackFile(t)
	another := scoring.Enterprise{USCC: "91150200MA0BT00217", Name: "示例热力（虚构）", Type: "服务业"}
	out, err := scoring.SetOverride(old, another, "indicator.rd_intensity.target", "0.80%", "责任书第1条")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(string(out), string(old)) {
		t.Error("the file before it changed")
	}
	out, err = scoring.SetOverride(out, another, scoring.ProfitTargetPath, "1200.5", "责任书第2条")
	if err != nil {
		t.Fatal(err)
	}
	p := loaded(t, out)
	e := p.Enterprise(another.USCC)
	if e == nil || e.Doc != "责任书第1条" || e.ProfitTarget.Text != "1200.5" || e.Overrides[0].Text != "0.80%" {
		t.Errorf("%+v", e)
	}
	for _, c := range []struct{ ent, path, value, want string }{
		{"91150200MA0BT00217", "indicator.rd_growth.target", "5%", "没有「indicator.rd_growth.target」这个参数"},
		{"91150200MA0BT00217", "indicator.patents.target", "五", "这不是政策包里能用的数字"},
		{"91150200MA0BT00217", "indicator.patents.weight", "5", "没有放开"},
		{"123", "indicator.patents.target", "5", "不是统一社会信用代码"},
	} {
		_, err := scoring.SetOverride(out, scoring.Enterprise{USCC: c.ent, Name: "某企业", Type: "竞争型"}, c.path, c.value, "理由")
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Error(c, err)
		}
	}
}

func TestSetProfitTarget(t *testing.T) {
	old := examplePackFile(t)
	out, err := scoring.SetOverride(old, scoring.Enterprise{USCC: exampleUSCC}, scoring.ProfitTargetPath, "3600", "")
	if err != nil {
		t.Fatal(err)
	}
	checkLines(t, changedLines(old, out), []string{`-profit_target = 3500`, `+profit_target = 3600`})
}

func TestEditsKeepLineEnds(t *testing.T) {
	old := []byte(strings.ReplaceAll(string(examplePackFile(t)), "\n", "\r\n"))
	out, err := scoring.SetOverride(old, scoring.Enterprise{USCC: exampleUSCC}, "indicator.type_innovation.target", "5", "责任书第7条")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Count(string(out), "\n") != strings.Count(string(out), "\r\n") {
		t.Error("line ends are mixed")
	}
}

func TestInlineListsAreLeftToPeople(t *testing.T) {
	s := string(examplePackFile(t))
	head, _, _ := strings.Cut(s, "  [[enterprise.override]]")
	inline := head + `override = [ { path = "indicator.patents.target", value = 6, reason = "责任书" } ]` + "\n"
	loaded(t, []byte(inline))
	_, err := scoring.SetOverride([]byte(inline), scoring.Enterprise{USCC: exampleUSCC}, "indicator.patents.target", "7", "责任书")
	if f, ok := err.(*text.Fault); !ok || f.Code != "pack.layout" {
		t.Error(err)
	}
}

// TestRemovingRestores: setting any open parameter and taking it back gives the same effective pack as never having set it.
func TestRemovingRestores(t *testing.T) {
	plainPack := examplePackFile(t)
	open := []string{"rd_intensity", "patents", "major_projects", "conversion", "type_innovation", "talents"}
	another := scoring.Enterprise{USCC: "91150200MA0BT003XY", Name: "示例", Type: "竞争型", Doc: "责任书"}
	rapid.Check(t, func(t *rapid.T) {
		path := "indicator." + rapid.SampledFrom(open).Draw(t, "indicator") + ".target"
		value := fmt.Sprint(rapid.IntRange(1, 100_000).Draw(t, "value"))
		set, err := scoring.SetOverride(plainPack, another, path, value, rapid.StringMatching(`[第条款「"\\a-z#\[\]=]{1,20}`).Draw(t, "reason"))
		if err != nil {
			t.Fatal(err)
		}
		with, err := scoring.Load(set)
		if err != nil {
			t.Fatal(err)
		}
		eff, _ := with.For(another.USCC, another.Type)
		if at, _ := eff.Param(path); at.Text != value || at.Basis != scoring.Override {
			t.Fatalf("%+v", at)
		}
		back, err := scoring.RemoveOverride(set, another.USCC, path)
		if err != nil {
			t.Fatal(err)
		}
		without, err := scoring.Load(back)
		if err != nil {
			t.Fatal(err)
		}
		before, _ := with.Param(path)
		now, _ := without.For(another.USCC, another.Type)
		if at, _ := now.Param(path); at.Text != before.Text || at.Basis != before.Basis || at.Origin != scoring.FromDefault {
			t.Fatalf("%+v", at)
		}
	})
}
