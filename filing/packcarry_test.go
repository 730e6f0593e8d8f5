package filing

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"yice/entry"
	"yice/scoring"
	"yice/store"
)

const carried = `
[[form]]
id    = "meters"
title = "计量表"
keys  = ["meter"]
carry = true
[[form.field]]
id       = "meter"
title    = "表号"
kind     = "text"
carry    = true
[[form.field]]
id    = "reading"
title = "读数"
kind  = "int"
[[form.check]]
kind  = "band"
field = "reading"
up    = "30%"
down  = "50%"
[[field]]
form  = "annual"
id    = "employees_prev"
title = "上年职工总数"
kind  = "int"
unit  = "人"
[[track]]
id = "staff"
name = "职工增长"
clauses = ["A1"]
measure = { kind = "growth", of = "annual.employees" }
`

// What a pack lets go on goes on to the next year: rows of its forms with the fields that hold, and last year's figures in the fields
// that it has for them. There last year's are held against this year's, and growth has what it compares with.
func TestAPacksFormsGoOnToTheNextYear(t *testing.T) {
	s := deskOf(t, packOf(t, carried))
	put := func(s *entry.Session, id string, row int64, field, typed string) int64 {
		t.Helper()
		o, err := s.Put(s.Forms().ByID(id), row, field, typed)
		if err != nil {
			t.Fatal(err)
		}
		return o.Rows[0]
	}
	row := put(s, "meters", 0, "meter", "E1")
	put(s, "meters", row, "reading", "100")
	put(s, "annual", 0, "employees", "200")
	w := s.Workspace()
	if _, err := entry.NextYear(w, formsUSCC, 2023, "甲"); err != nil {
		t.Fatal(err)
	}
	next, err := entry.Open(w, formsUSCC, 2024, entry.Options{})
	if err != nil {
		t.Fatal(err)
	}
	meters := next.Forms().ByID("meters")
	if meters == nil {
		t.Fatal(next.PackNote())
	}
	r := next.Find(meters, "E1")
	if r == nil || !r.Get("reading").Empty() {
		t.Fatalf("carried over is %v", r)
	}
	annual := next.Records(next.Forms().ByID("annual"))
	if len(annual) != 1 || annual[0].Num("employees_prev") != 200 || !annual[0].Get("employees").Empty() {
		t.Fatalf("carried over is %v", annual)
	}
	put(next, "annual", annual[0].ID, "employees", "250")
	if l := next.Sheet().Line("staff"); l.ValueText != "25.00%" {
		t.Errorf("the growth is %q %v", l.ValueText, l.Missing)
	}
	for reading, beyond := range map[string]bool{"130": false, "131": true, "50": false, "49": true} {
		put(next, "meters", r.ID, "reading", reading)
		found := false
		for _, f := range next.Findings() {
			found = found || strings.HasPrefix(f.Check, "meters.band")
		}
		if found != beyond {
			t.Errorf("%s beside last year's 100: found is %v", reading, found)
		}
	}
	if found, err := w.VerifyHistory(context.Background()); err != nil || len(found) > 0 {
		t.Errorf("%v %v", found, err)
	}
}

// Another desk's file that keeps a field as another kind is refused before anything is read of it; one that agrees is merged.
func TestAFileThatKeepsAFormOtherwiseIsNotMerged(t *testing.T) {
	other := func(more string) string {
		s := deskOf(t, packOf(t, more))
		o, err := s.Put(s.Forms().ByID("meters"), 0, "meter", "E9")
		if err == nil {
			_, err = s.Put(s.Forms().ByID("meters"), o.Rows[0], "reading", "9")
		}
		if err != nil {
			t.Fatal(err)
		}
		path := s.Workspace().Path()
		if err := s.Workspace().Close(); err != nil {
			t.Fatal(err)
		}
		return path
	}
	plain := strings.Replace(carried, "[[form.check]]\nkind  = \"band\"\nfield = \"reading\"\nup    = \"30%\"\ndown  = \"50%\"\n", "", 1)
	clashing := other(strings.Replace(plain, "title = \"读数\"\nkind  = \"int\"", "title = \"读数\"\nkind  = \"text\"", 1))
	same := other(carried)
	s := deskOf(t, packOf(t, carried))
	merge := func(path string) (*Merged, error) {
		w, err := store.Open(path, store.Options{ReadOnly: true})
		if err != nil {
			t.Fatal(err)
		}
		defer w.Close()
		return Merge(context.Background(), s, w, MergeOptions{})
	}
	before := len(s.Records(s.Forms().ByID("meters")))
	if _, err := merge(clashing); err == nil || !strings.Contains(err.Error(), "store.form-clash") && !strings.Contains(err.Error(), "计量表") {
		t.Errorf("%v", err)
	}
	if n := len(s.Records(s.Forms().ByID("meters"))); n != before {
		t.Errorf("%d rows came in", n-before)
	}
	if _, err := merge(same); err != nil {
		t.Fatal(err)
	}
	if r := s.Find(s.Forms().ByID("meters"), "E9"); r == nil || r.Num("reading") != 9 {
		t.Errorf("merged is %v", r)
	}
}

// The two packs that are examples go all the way: what they bring is keyed, sealed and verified, by their own names and forms.
func TestTheExamplePacksAreHandedIn(t *testing.T) {
	years := strings.NewReplacer("2024", "2021", "2025", "2022", "2026", "2023") // sealed in a year that is over by any clock
	for file, typ := range map[string]string{"pack-province.toml": "公益类", "pack-group.toml": "生产单位"} {
		source := years.Replace(string(read(t, filepath.Join("..", "examples", file))))
		p, err := scoring.Load([]byte(source))
		if err != nil {
			t.Fatal(err)
		}
		w, err := store.Create(filepath.Join(t.TempDir(), "desk.yice"), store.Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer w.Close()
		if _, err := TakePack(w, file, p, nil, sealedAt("2024-01-01T09:00:00+08:00")()); err != nil {
			t.Fatal(err)
		}
		card := map[string]string{"uscc": formsUSCC, "name": "示例", "type": typ}
		if _, err := entry.Begin(w, entry.Beginning{Year: p.Year, Card: card}, entry.Options{}); err != nil {
			t.Fatal(err)
		}
		s, err := entry.Open(w, formsUSCC, p.Year, entry.Options{})
		if err != nil {
			t.Fatal(err)
		}
		cells := [][3]string{{"annual", "revenue", "10000"}}
		if energy := s.Forms().ByID("energy"); energy != nil {
			cells = append(cells, [3]string{"energy", "meter", "E1"}, [3]string{"energy", "month", "202301"}, [3]string{"energy", "source", "电"}, [3]string{"energy", "coal", "12.5"})
		} else {
			cells = append(cells, [3]string{"annual", "intensity_2021", "2%"}, [3]string{"annual", "intensity_2022", "2.2%"})
		}
		rows := map[string]int64{}
		for _, c := range cells {
			o, err := s.Put(s.Forms().ByID(c[0]), rows[c[0]], c[1], c[2])
			if err != nil {
				t.Fatalf("%s: %v: %v", file, c, err)
			}
			rows[c[0]] = o.Rows[0]
		}
		out, _ := submit(t, s, SubmitOptions{Now: sealedAt("2024-01-20T09:00:00+08:00")})
		v := verify(t, out, VerifyOptions{})
		if !v.OK {
			t.Fatalf("%s: %v", file, v.Problems)
		}
		if got, want := v.Submission.Sheet.JSON(), s.Sheet().JSON(); string(got) != string(want) {
			t.Errorf("%s: the file scores\n%s\nthe desk\n%s", file, got, want)
		}
		for _, name := range []string{"r.xlsx", "r.html", "r.docx"} {
			if err := Report(context.Background(), s, filepath.Join(t.TempDir(), name), ReportOptions{}); err != nil {
				t.Errorf("%s: %s: %v", file, name, err)
			}
		}
	}
}
