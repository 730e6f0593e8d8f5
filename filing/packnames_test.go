package filing

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yice/entry"
	"yice/form"
	"yice/scoring"
	"yice/store"
	"yice/text"
)

// namesOf is a pack of another province: 省级 for what is built in as 自治区级, a level and types that nothing is built in for.
func namesOf(t testing.TB, more string) *scoring.Pack {
	t.Helper()
	source := strings.NewReplacer(
		`["国家级", "自治区级", "市级"]`, `["国家级", "省级", "市级", "区县级"]`,
		`["竞争型", "功能型", "服务业"]`, `["公益类", "商业一类", "功能型"]`,
		`"竞争型" = 60, "功能型" = 60, "服务业" = 60`, `"公益类" = 60, "商业一类" = 60, "功能型" = 60`,
		`"竞争型" = 40, "功能型" = 40, "服务业" = 40`, `"公益类" = 40, "商业一类" = 40, "功能型" = 40`,
		`type   = "竞争型"`, `type   = "公益类"`,
	).Replace(string(packOf(t, more).Source))
	p, err := scoring.Load([]byte(source))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// A clerk keys, imports, has checked, carries over, hands in and verifies what a pack calls levels and types.
func TestNamesOfAPackGoAllTheWay(t *testing.T) {
	ctx := context.Background()
	p := namesOf(t, "")
	w, err := store.Create(filepath.Join(t.TempDir(), "desk.yice"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if _, err := TakePack(w, "p.toml", p, nil, sealedAt("2024-01-01T09:00:00+08:00")()); err != nil {
		t.Fatal(err)
	}
	card := map[string]string{"uscc": formsUSCC, "name": "示例", "type": "竞争型？"}
	if _, err := entry.Begin(w, entry.Beginning{Year: 2023, Card: card}, entry.Options{}); err == nil {
		t.Error("a type that nobody has begins an enterprise")
	}
	card["type"] = "公益类"
	if _, err := entry.Begin(w, entry.Beginning{Year: 2023, Card: card}, entry.Options{}); err != nil {
		t.Fatal(err)
	}
	s := openedAnew(t, w)
	award, project, platform := s.Forms().ByID("award"), s.Forms().ByID("project"), s.Forms().ByID("platform")
	levels := func(fd *form.Field) (all []string) {
		for _, c := range fd.Offered() {
			all = append(all, c.Title.ZH)
		}
		return all
	}
	if got := levels(award.Field("level")); !slices.Equal(got, []string{"国家级", "省级", "市级", "区县级"}) {
		t.Errorf("offered are %v", got)
	}
	if got := levels(project.Field("level")); !slices.Equal(got, []string{"国家级", "省级", "市级", "区县级", "企业级"}) {
		t.Errorf("offered are %v", got)
	}
	if got := levels(s.Forms().ByID("enterprise").Field("type")); !slices.Equal(got, []string{"公益类", "商业一类", "功能型"}) {
		t.Errorf("offered are %v", got)
	}
	put := func(f *form.Form, row int64, field, typed string) int64 {
		t.Helper()
		o, err := s.Put(f, row, field, typed)
		if err != nil {
			t.Fatal(err)
		}
		return o.Rows[0]
	}
	row := put(award, 0, "level", "区县级")
	for field, typed := range map[string]string{"name": "区科技奖", "awarded_on": "2023-05-01", "achievement_title": "甲", "grade": "一等", "authority": "区政府"} {
		put(award, row, field, typed)
	}
	for _, typed := range []string{"省级", "自治区级", "省部级"} { // one and the same code, which a row of any workspace bears
		put(award, row, "level", typed)
		if got := s.Records(award)[0]; got.Str("level") != form.RegionLevel || award.Field("level").Typed(got.Get("level"), form.NoUnit) != "省级" {
			t.Errorf("%s is kept as %q and shown as %q", typed, got.Str("level"), award.Field("level").Typed(got.Get("level"), form.NoUnit))
		}
	}
	put(award, row, "level", "区县级")
	path := filepath.Join(t.TempDir(), "a.csv")
	if err := os.WriteFile(path, []byte("项目编号,项目名称,项目级别,起始年月,完成年月,项目来源,开展形式,当年成果形式,技术经济目标,进展阶段,研发人员,工作时间,项目总支出,承担角色,项目状态\nK1,甲,区县级,202201,202512,1,10,9,3,1,1,1,1,牵头,在研\nK2,乙,省级,202201,202512,1,10,9,3,1,1,1,1,牵头,在研\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if r, err := ImportFiles(ctx, s, project, []string{path}, ImportOptions{}); err != nil || r.Added != 2 {
		t.Fatalf("%d rows came in: %v %+v", r.Added, err, r)
	}
	up := put(platform, 0, "level", "市级")
	for _, c := range [][2]string{{"code", "P1"}, {"name", "中心"}, {"kind", "企业技术中心"}, {"established_on", "2023-02-01"}, {"nature", "升级"}, {"upgraded_from", "区县级"}} {
		put(platform, up, c[0], c[1])
	}
	badly := func() (all []string) {
		for _, f := range s.Findings() {
			if f.Check == form.CheckCode || f.Check == form.CheckUnread || f.Check == "platform.upgrade-order" || f.Check == "scoring.no-type" {
				all = append(all, f.Check+" "+f.Message.ZH)
			}
		}
		return all
	}
	if got := badly(); len(got) > 0 {
		t.Errorf("found %v", got)
	}
	put(platform, up, "upgraded_from", "省级")
	if got := badly(); len(got) != 1 || !strings.Contains(got[0], "原级别「省级」") {
		t.Errorf("found %v", got)
	}
	if _, err := s.Undo(); err != nil {
		t.Fatal(err)
	}
	if err := Template(award, filepath.Join(t.TempDir(), "t.xlsx"), text.ZH); err != nil {
		t.Error(err)
	}

	out, _ := submit(t, s, SubmitOptions{})
	if got := parts(t, read(t, out)); !strings.Contains(got["data/award.csv"], "区县级") || !strings.Contains(got["data/enterprise.csv"], "公益类") ||
		!strings.Contains(got["datapackage.json"], `"区县级"`) {
		t.Error("the file lacks the names")
	}
	v := verify(t, out, VerifyOptions{})
	if !v.OK {
		t.Fatalf("%v", v.Problems)
	}
	if got := v.Submission.Records(v.Submission.Forms().ByID("award")); len(got) != 1 || got[0].Str("level") != "区县级" {
		t.Errorf("read are %v", got)
	}
	if c := collected(t, out); len(c.Enterprises) != 1 || c.Enterprises[0].Type != "公益类" {
		t.Errorf("%+v", c.Enterprises)
	}

	if _, err := entry.NextYear(w, formsUSCC, 2023, "甲"); err != nil {
		t.Fatal(err)
	}
	next, err := entry.Open(w, formsUSCC, 2024, entry.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := next.Find(next.Forms().ByID("project"), "K1"); got == nil || got.Str("level") != "区县级" {
		t.Errorf("carried over is %v", got)
	}
	if got := next.Records(next.Forms().ByID("enterprise")); len(got) != 1 || got[0].Str("type") != "公益类" {
		t.Errorf("carried over is %v", got)
	}
}

// A workspace keyed under the built-in names opens under a pack with others: its rows are what they were, and what the pack does not
// name is found or not counted, never lost. And the other way round.
func TestAWorkspaceOpensUnderOtherNames(t *testing.T) {
	s := deskOf(t, packOf(t, ""))
	award := s.Forms().ByID("award")
	for i, level := range []string{"国家级", "自治区级", "市级"} {
		o, err := s.Put(award, 0, "level", level)
		if err == nil {
			_, err = s.Put(award, o.Rows[0], "name", string(rune('甲'+i)))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	source := strings.Replace(string(namesOf(t, "").Source), `"省级", "市级", "区县级"]`, `"省级", "区县级"]`, 1) // no 市级
	source = strings.NewReplacer(`"功能型"]`, `"商业二类"]`, `"功能型" = `, `"商业二类" = `).Replace(source)        // and no 功能型
	p, err := scoring.Load([]byte(source))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := TakePack(s.Workspace(), "p.toml", p, nil, sealedAt("2024-02-01T09:00:00+08:00")()); err != nil {
		t.Fatal(err)
	}
	s = openedAnew(t, s.Workspace())
	award = s.Forms().ByID("award")
	var shown []string
	for _, r := range s.Records(award) {
		shown = append(shown, award.Field("level").Display(r.Get("level"), form.NoUnit, text.ZH))
	}
	if !slices.Equal(shown, []string{"国家级", "省级", "市级"}) {
		t.Errorf("shown are %v", shown)
	}
	var found []string
	for _, f := range s.Findings() {
		if f.Check == form.CheckCode || f.Check == "scoring.no-type" {
			found = append(found, f.Check)
		}
	}
	if !slices.Equal(found, []string{"scoring.no-type"}) {
		t.Errorf("found %v", found)
	}
	if _, err := s.Put(award, s.Records(award)[0].ID, "level", "区县级"); err != nil {
		t.Fatal(err)
	}
	if _, err := TakePack(s.Workspace(), "q.toml", packOf(t, "# again"), nil, sealedAt("2024-03-01T09:00:00+08:00")()); err != nil {
		t.Fatal(err)
	}
	s = openedAnew(t, s.Workspace())
	if r := s.Records(s.Forms().ByID("award"))[0]; r.Str("level") != "区县级" {
		t.Errorf("kept is %q", r.Str("level"))
	}
	if found := s.Findings(); !slices.ContainsFunc(found, func(f form.Finding) bool {
		return f.Check == form.CheckCode && strings.Contains(f.Message.ZH, "区县级")
	}) {
		t.Error("a level that the pack does not know is not found")
	}
	if bad, err := s.Workspace().Check(context.Background()); err != nil || len(bad) > 0 {
		t.Errorf("%v %v", bad, err)
	}
}
