package filing

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"yice/filing/intake/delimited"
	"yice/filing/intake/incoming"
	"yice/filing/submission"
	"yice/form"
	"yice/text"
)

// Texts of people that look like the marks of other programs come back from an export as they were, and a submission has
// them to the letter.
func TestTextsThatLookLikeMarksComeBack(t *testing.T) {
	f := form.ByID("conversion")
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		want := form.NewRecord(f)
		for i := range f.Fields {
			if f.Fields[i].Kind == form.Text {
				s := rapid.StringOf(rapid.SampledFrom([]rune("0a,\" 中=;|'-"))).Draw(t, f.Fields[i].ID)
				v, err := f.Fields[i].Parse(s, form.Yuan)
				if err != nil {
					t.Fatal(err)
				}
				want.Values[i] = v
			}
		}
		for _, o := range []ExportOptions{{}, {Titles: true}, {Titles: true, Lang: text.EN}} {
			var out bytes.Buffer
			if err := exportCSV(context.Background(), &out, f, oneRecord(want), o); err != nil {
				t.Fatal(err)
			}
			got, header := firstLine(t, dir, out.Bytes())
			for i := range f.Fields {
				if name := f.Fields[i].ID; !o.Titles && header[i] != name {
					t.Fatalf("%s is called %q", name, header[i])
				}
				if i < len(got) && got[i] != f.Fields[i].Show(want.Values[i]) || i >= len(got) && !want.Values[i].Empty() {
					t.Fatalf("%+v: %q came back as %q from %q", o, f.Fields[i].Show(want.Values[i]), got, out.String())
				}
			}
		}
		var out bytes.Buffer
		if _, err := submission.WriteTable(context.Background(), &out, f, oneRecord(want)); err != nil {
			t.Fatal(err)
		}
		rows := newCSVRows(&out, ',')
		_, _, _ = rows.next()
		cells, _, err := rows.next()
		if err != nil {
			return
		}
		for i, c := range cells {
			if string(c) != f.Fields[i].Show(want.Values[i]) {
				t.Fatalf("%q is not to the letter: %q", f.Fields[i].Show(want.Values[i]), c)
			}
		}
	})
}

func oneRecord(r *form.Record) rowsOf {
	return func(_ context.Context, _ *form.Form, visit func(*form.Record) error) error { return visit(r) }
}

// firstLine reads a file as an import does: its header and the line below.
func firstLine(t *rapid.T, dir string, content []byte) (line, header []string) {
	path := filepath.Join(dir, "导出.csv")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	opened, err := incoming.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	book, err := delimited.Open(opened, delimited.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.Rows(0)
	if err != nil {
		t.Fatal(err)
	}
	for _, into := range []*[]string{&header, &line} {
		row, err := rows.Next()
		if err != nil {
			t.Fatalf("%v in %q", err, content)
		}
		for _, c := range row.Cells {
			*into = append(*into, string(c))
		}
	}
	return line, header
}

// No table that people open holds a cell which their spreadsheet computes; what they saved is read as what they saw.
func TestNoTableForPeopleComputes(t *testing.T) {
	hostile := []string{`=HYPERLINK("http://x","点这里")`, "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "正常"}
	path := filepath.Join(t.TempDir(), "单元格.csv")
	if err := SaveCells(path, [][]string{hostile}); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rows := newCSVRows(bytes.NewReader(bytes.TrimPrefix(content, bomUTF8)), ',')
	cells, _, err := rows.next()
	if err != nil || len(cells) != len(hostile) {
		t.Fatal(cells, err)
	}
	for i, c := range cells {
		if strings.ContainsRune("+-@\t\r", rune(c[0])) || c[0] == '=' && (c[1] != '"' || c[len(c)-1] != '"') {
			t.Errorf("%q is written as %q", hostile[i], c)
		}
	}
	back, err := unmarked(content)
	if err != nil {
		t.Fatal(err)
	}
	rows = newCSVRows(bytes.NewReader(back), ',')
	cells, _, err = rows.next()
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range cells {
		if string(c) != hostile[i] {
			t.Errorf("%q came back as %q", hostile[i], c)
		}
	}
}
