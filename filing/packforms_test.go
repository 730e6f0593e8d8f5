package filing

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yice/book"
	"yice/entry"
	"yice/form"
	"yice/internal/effort"
	"yice/scoring"
	"yice/store"
	"yice/text"
)

const formsUSCC = "91150200MA0BT0013C"

// packOf is a small pack that brings what is given.
func packOf(t testing.TB, more string) *scoring.Pack {
	t.Helper()
	page, err := os.ReadFile("../docs/pack-format.md")
	if err != nil {
		t.Fatal(err)
	}
	_, source, _ := strings.Cut(string(page), "```toml\n")
	source, _, _ = strings.Cut(source, "```")
	source = strings.ReplaceAll(source, "2026", "2023") + more
	p, err := scoring.Load([]byte(source))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

const meters = `
[[form]]
id    = "meters"
title = "计量表"
keys  = ["meter"]
[[form.field]]
id       = "meter"
title    = "表号"
kind     = "text"
required = true
synonyms = ["仪表编号"]
[[form.field]]
id    = "cost"
title = "费用"
kind  = "money"
unit  = "万元"
[[form.field]]
id    = "invoice"
title = "发票号"
kind  = "text"
[[form.check]]
kind  = "range"
field = "cost"
max   = "100"
[[form.check]]
kind = "unique"
of   = ["invoice"]
[[field]]
form  = "annual"
id    = "coal"
title = "标煤"
kind  = "int"
unit  = "吨"
[[field.check]]
kind = "band"
up   = "30%"
`

// deskOf opens a workspace whose one year is under a pack.
func deskOf(t testing.TB, p *scoring.Pack) *entry.Session {
	t.Helper()
	w, err := store.Create(filepath.Join(t.TempDir(), "desk.yice"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = w.Close() })
	if _, err := TakePack(w, "p.toml", p, nil, sealedAt("2024-01-01T09:00:00+08:00")()); err != nil {
		t.Fatal(err)
	}
	if _, err := entry.Begin(w, entry.Beginning{Year: 2023, Card: map[string]string{"uscc": formsUSCC, "name": "示例", "type": "功能型"}}, entry.Options{}); err != nil {
		t.Fatal(err)
	}
	return openedAnew(t, w)
}

func openedAnew(t testing.TB, w *store.Workspace) *entry.Session {
	t.Helper()
	s, err := entry.Open(w, formsUSCC, 2023, entry.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func checksOf(found []form.Finding) string {
	var ids []string
	for _, f := range found {
		if strings.Contains(f.Check, "meters") || strings.Contains(f.Check, "pack.") || f.Form == "meters" {
			ids = append(ids, f.Check)
		}
	}
	return strings.Join(ids, " ")
}

// What a pack brings is keyed, checked, undone, imported by synonyms, exported, sealed and verified, as what is built in.
func TestAPacksFormGoesAllTheWay(t *testing.T) {
	ctx := context.Background()
	s := deskOf(t, packOf(t, meters))
	f := s.Forms().ByID("meters")
	if f == nil {
		t.Fatalf("the form is not there: %s", s.PackNote())
	}
	if _, err := s.Put(f, 0, "cost", "250"); err != nil {
		t.Fatal(err)
	}
	if got, want := checksOf(s.Findings()), "required meters.range-cost"; got != want {
		t.Errorf("found %q, want %q", got, want)
	}
	if _, err := s.Undo(); err != nil || len(s.Records(f)) != 0 {
		t.Errorf("undo left %d rows: %v", len(s.Records(f)), err)
	}
	if _, err := s.Redo(); err != nil || len(s.Records(f)) != 1 {
		t.Fatalf("redo made %d rows: %v", len(s.Records(f)), err)
	}
	row := s.Records(f)[0].ID
	for field, typed := range map[string]string{"meter": "E-1", "cost": "2.5", "invoice": "F1"} {
		if _, err := s.Put(f, row, field, typed); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Put(form.ByID("annual"), 0, "coal", "130"); err != nil { // a form of another dictionary is known by its id
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "a.csv")
	if err := os.WriteFile(path, []byte("仪表编号,费用（元）,发票号\nE-2,30000,F1\nE-3,1,\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if r, err := ImportFiles(ctx, s, f, []string{path}, ImportOptions{}); err != nil || r.Added != 2 {
		t.Fatalf("%d rows came in: %v", r.Added, err)
	}
	if got, want := checksOf(s.Findings()), "meters.unique-invoice meters.unique-invoice"; got != want {
		t.Errorf("found %q, want %q", got, want)
	}
	if _, err := s.Put(f, s.Find(f, "E-2").ID, "invoice", "F2"); err != nil {
		t.Fatal(err)
	}
	out, _ := submit(t, s, SubmitOptions{})
	whole := read(t, out)
	entries := parts(t, whole)
	if got := entries["data/meters.csv"]; !strings.HasPrefix(got, "meter,cost,invoice,evidence,remark\nE-1,25000.00,F1,,\n") {
		t.Errorf("the table is %q", got)
	}
	if !strings.Contains(entries["datapackage.json"], `"data/meters.csv"`) || !strings.Contains(strings.SplitN(entries["data/annual.csv"], "\n", 2)[0], ",coal") {
		t.Error("the descriptor or the figure of the year lacks what the pack brings")
	}
	v := verify(t, out, VerifyOptions{})
	if !v.OK {
		t.Fatalf("%v", v.Problems)
	}
	if r := v.Submission.Records(v.Submission.Forms().ByID("meters")); len(r) != 3 {
		t.Errorf("%d rows were read", len(r))
	}
	if c := collected(t, out); len(c.Enterprises) != 1 {
		t.Errorf("%d rows in the collection", len(c.Enterprises))
	}
	for name, change := range map[string]struct {
		code string
		do   func(map[string]string)
	}{
		"a table that the pack does not declare": {"entry.stranger", func(e map[string]string) { e["data/others2.csv"] = e["data/meters.csv"] }},
		"a table that is not there":              {"entry.absent", func(e map[string]string) { delete(e, "data/meters.csv") }},
		"a figure that was changed": {"descriptor.differs", func(e map[string]string) {
			e["data/meters.csv"] = strings.Replace(e["data/meters.csv"], "25000.00", "25001.00", 1)
		}},
		"a figure that a check refuses": {"finding.must", func(e map[string]string) {
			e["data/meters.csv"] = strings.Replace(e["data/meters.csv"], "25000.00", "25000000.00", 1)
		}},
		"a pack without the form": {"entry.stranger", func(e map[string]string) { e["pack.toml"] = string(packOf(t, "").Source) }},
	} {
		forged := forge(t, whole, func(e map[string]string) { change.do(e); reseal(t, e) })
		v := verify(t, forged, VerifyOptions{})
		found := false
		for _, p := range v.Problems {
			found = found || p.Code == change.code
		}
		if v.OK || !found {
			t.Errorf("%s: %v, %v", name, v.OK, v.Problems)
		}
	}
	if err := Template(f, filepath.Join(t.TempDir(), "t.xlsx"), text.ZH); err != nil {
		t.Error(err)
	}
}

func collected(t testing.TB, path string) *Collected {
	t.Helper()
	c, err := Collect(context.Background(), []string{path}, CollectOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// A pack that goes leaves the rows where they are, says so, and shows them again when it comes back; one that has a kept field
// as another kind is refused.
func TestAPackThatGoesLeavesItsRows(t *testing.T) {
	s := deskOf(t, packOf(t, meters))
	w, f := s.Workspace(), s.Forms().ByID("meters")
	if _, err := s.Put(f, 0, "meter", "E-1"); err != nil {
		t.Fatal(err)
	}
	now := sealedAt("2024-01-02T09:00:00+08:00")()
	take := func(more string) error {
		now = now.AddDate(0, 0, 1)
		_, err := TakePack(w, "p.toml", packOf(t, more), nil, now)
		return err
	}
	if err := take(""); err != nil {
		t.Fatal(err)
	}
	s = openedAnew(t, w)
	if s.Forms().ByID("meters") != nil || !strings.Contains(s.PackNote().ZH, "计量表 1 行") {
		t.Errorf("the note is %q", s.PackNote().ZH)
	}
	if o, err := s.Undo(); err != nil || o.Seq == 0 {
		t.Errorf("what is not shown cannot be undone: %v", err)
	}
	if _, err := s.Redo(); err != nil {
		t.Error(err)
	}
	if found, err := w.VerifyHistory(context.Background()); err != nil || len(found) > 0 {
		t.Errorf("%v %v", found, err)
	}
	// Other fields of one form: what is new is added, what was there stays.
	if err := take(strings.Replace(meters, "发票号", "票号", 1) + "[[form]]\nid=\"more\"\ntitle=\"另一表\"\n[[form.field]]\nid=\"aa\"\ntitle=\"甲\"\nkind=\"text\"\n"); err != nil {
		t.Fatal(err)
	}
	s = openedAnew(t, w)
	if f = s.Forms().ByID("meters"); f == nil || len(s.Records(f)) != 1 || s.Records(f)[0].Str("meter") != "E-1" {
		t.Fatal("the row did not come back")
	}
	for name, more := range map[string]string{
		"another kind": strings.Replace(meters, `kind  = "money"`+"\n"+`unit  = "万元"`, `kind  = "text"`, 1) + "# x",
		"another key":  strings.Replace(meters, `keys  = ["meter"]`, `keys  = ["invoice"]`, 1),
	} {
		more = strings.Replace(more, "[[form.check]]\nkind  = \"range\"\nfield = \"cost\"\nmax   = \"100\"\n", "", 1)
		var f *text.Fault
		if err := take(more); !asFault(err, &f) || f.Code != "store.form-clash" {
			t.Errorf("%s: %v", name, err)
		}
	}
	path := w.Path()
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := store.Open(path, store.Options{Sole: true})
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if again.Form("meters") == nil || again.Form("more") == nil {
		t.Error("the file has forgotten its forms")
	}
}

// Thousands of rows are held against one another by looking at each once.
func TestUniqueLooksAtARowOnce(t *testing.T) {
	p := packOf(t, meters)
	f := p.Dictionary().ByID("meters")
	rows := make([]*form.Record, effort.Of(3_000, 10_000))
	for i := range rows {
		rows[i] = form.NewRecord(f)
		rows[i].ID = int64(i + 1)
		rows[i].Set("invoice", form.S(fmt.Sprint("F", i/2)))
	}
	found := 0
	for _, x := range yearOf(t, p, rows).Findings() {
		if x.Check == "meters.unique-invoice" {
			found++
		}
	}
	if found != len(rows) {
		t.Errorf("%d of %d rows share what they must not", found, len(rows))
	}
	allocs := testing.AllocsPerRun(1, func() { yearOf(t, p, rows[:len(rows)/10]).Findings() }) // pairs would take a hundred times as many
	if more := testing.AllocsPerRun(1, func() { yearOf(t, p, rows).Findings() }); more > 15*allocs {
		t.Errorf("a tenth of %d rows takes %.0f, all of them %.0f", len(rows), allocs, more)
	}
}

func yearOf(t testing.TB, p *scoring.Pack, rows []*form.Record) *book.Year {
	t.Helper()
	y, err := book.Read(context.Background(), book.Source{
		USCC: formsUSCC, Year: 2023, Pack: p, Rows: func(_ context.Context, f *form.Form, visit func(*form.Record) error) error {
			if f.ID != "meters" {
				return nil
			}
			for _, r := range rows {
				if err := visit(r); err != nil {
					return err
				}
			}
			return nil
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return y
}
