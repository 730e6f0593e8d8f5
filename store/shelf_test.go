package store

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yice/form"
	"yice/text"
)

// kept is a workspace that keeps one form of a pack and one field, with a row in it.
func keptDesk(t *testing.T) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "kept.yice")
	w, err := Create(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	title := text.Pair{ZH: "甲", EN: "a"}
	field := func(id string, k form.Kind) form.Field { return form.Field{ID: id, Title: title, Help: title, Kind: k} }
	d, err := form.Extend([]form.Form{{
		ID: "meters", Title: title, Help: title, Scope: form.Register, Keys: [][]string{{"meter"}}, Label: []string{"meter"},
		Fields: []form.Field{field("meter", form.Text), field("reading", form.Int)},
	}}, []form.Added{{Form: "annual", Fields: []form.Field{field("coal", form.Int)}}}, form.Names{})
	if err == nil {
		err = w.KeepForms(d)
	}
	if err != nil {
		t.Fatal(err)
	}
	b, err := w.OpenBook(testUSCC, 2023)
	if err != nil {
		t.Fatal(err)
	}
	f := d.ByID("meters")
	if _, err := w.Write(b, Batch{Label: title, Writes: []Write{{Form: f, Cells: []Cell{{Field: 0, Value: form.S("E1")}, {Field: 1, Value: form.N(7)}}}}}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestAHostileShelfIsRefused: what a file says it keeps of forms is believed only as far as this program would have written it, and
// only where the tables are so.
func TestAHostileShelfIsRefused(t *testing.T) {
	kept, err := os.ReadFile(keptDesk(t))
	if err != nil {
		t.Fatal(err)
	}
	good := `{"id":"meters","zh":"甲","en":"a","keys":[["meter"]],"fields":[{"id":"meter","zh":"甲","en":"a","kind":"text"},{"id":"reading","zh":"甲","en":"a","kind":"int"}]}`
	many := strings.TrimSuffix(strings.Repeat(`{"id":"x","zh":"","en":"","fields":[]},`, form.MostKept+1), ",")
	wide := strings.TrimSuffix(strings.Repeat(`{"id":"x","zh":"","en":"","kind":"text"},`, 1000), ",")
	for name, value := range map[string]string{
		"no JSON":                          `[`,
		"another spelling":                 `[ ` + good + `]`,
		"something behind it":              `[` + good + `] x`,
		"an unknown key":                   `[` + strings.Replace(good, `"zh":"甲",`, `"zh":"甲","sql":"DROP TABLE spend",`, 1) + `]`,
		"more forms than there may be":     `[` + many + `]`,
		"more fields than there may be":    `[` + strings.Replace(good, `"fields":[`, `"fields":[`+wide+`,`, 1) + `]`,
		"a form without fields":            `[{"id":"meters","zh":"甲","en":"a","fields":[]}]`,
		"a table of the workspace":         `[` + strings.Replace(good, `"meters"`, `"history"`, 1) + `]`,
		"a built-in form, with its field":  `[{"id":"spend","zh":"甲","en":"a","fields":[{"id":"amount","zh":"甲","en":"a","kind":"text"}]}]`,
		"a ledger with a field":            `[{"id":"spend","zh":"甲","en":"a","fields":[{"id":"more","zh":"甲","en":"a","kind":"int"}]}]`,
		"the same form twice":              `[` + good + `,` + good + `]`,
		"an id that is SQL":                `[` + strings.Replace(good, `"meters"`, `"m\"; DROP TABLE spend; --"`, 1) + `]`,
		"a field that is a row number":     `[` + strings.Replace(good, `"reading"`, `"rowid"`, 1) + `]`,
		"a kind that no field is":          `[` + strings.Replace(good, `"int"`, `"files"`, 1) + `]`,
		"decimals beyond all":              `[` + strings.Replace(good, `"kind":"int"`, `"kind":"decimal","decimals":99`, 1) + `]`,
		"a key that is no field":           `[` + strings.Replace(good, `[["meter"]]`, `[["nothing"]]`, 1) + `]`,
		"a form that the file has not":     `[` + good + `,` + strings.ReplaceAll(good, `"meters"`, `"others"`) + `]`,
		"a field that the table has not":   `[` + strings.Replace(good, `{"id":"reading"`, `{"id":"extra","zh":"甲","en":"a","kind":"int"},{"id":"reading"`, 1) + `]`,
		"text where the table has numbers": `[` + strings.Replace(good, `"kind":"int"`, `"kind":"text"`, 1) + `]`,
	} {
		path := filepath.Join(t.TempDir(), "kept.yice")
		if err := os.WriteFile(path, kept, 0o600); err != nil {
			t.Fatal(err)
		}
		plant(t, path, `UPDATE meta SET value='`+strings.ReplaceAll(value, "'", "''")+`' WHERE name='forms'`)
		w, err := Open(path, Options{})
		if err == nil {
			t.Errorf("%s: it opens, with %d forms", name, len(w.Forms()))
			_ = w.Close()
		}
	}
	path := keptDesk(t)
	plant(t, path, `DELETE FROM meta WHERE name='forms'`)
	if w, err := Open(path, Options{}); err == nil {
		t.Error("a file whose table nobody keeps opens")
		_ = w.Close()
	}
}

// TestABackupBringsItsFormsBack: the forms that a file keeps are in its backup, rows and all.
func TestABackupBringsItsFormsBack(t *testing.T) {
	path := keptDesk(t)
	w, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	backup, err := w.Backup("")
	if err != nil {
		t.Fatal(err)
	}
	b, _, err := w.FindBook(testUSCC, 2023)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := w.Records(b, w.Form("meters"))
	if err != nil || len(rows) != 1 {
		t.Fatal(rows, err)
	}
	if _, err := w.Write(b, Batch{Writes: []Write{{Form: w.Form("meters"), Row: rows[0].ID, Delete: true}}}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := Restore(path, backup, Options{}); err != nil {
		t.Fatal(err)
	}
	if w, err = Open(path, Options{}); err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if b, _, err = w.FindBook(testUSCC, 2023); err != nil {
		t.Fatal(err)
	}
	if rows, err = w.Records(b, w.Form("meters")); err != nil || len(rows) != 1 || rows[0].Num("reading") != 7 {
		t.Errorf("brought back are %v: %v", rows, err)
	}
	if w.Form("annual").Field("coal") == nil {
		t.Error("the field of a built-in form is gone")
	}
}
