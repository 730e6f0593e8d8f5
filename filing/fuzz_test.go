package filing

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"yice/filing/intake"
	"yice/filing/submission"
	"yice/form"
	_ "yice/internal/effort"
)

// Rows that our writer spells come back cell by cell from our reader, and from the standard library's.
func TestCSVComesBack(t *testing.T) {
	f := form.ByID("conversion")
	rapid.Check(t, func(t *rapid.T) {
		var b bytes.Buffer
		table := submission.NewTableWriter(&b, f)
		var want [][]string
		for range rapid.IntRange(1, 5).Draw(t, "rows") {
			var row []string
			for range rapid.IntRange(1, 6).Draw(t, "cells") {
				cell := rapid.StringOf(rapid.SampledFrom([]rune("a,\"\n 中=;\t'-"))).Draw(t, "cell")
				row = append(row, cell)
			}
			if len(row) == 1 && row[0] == "" {
				continue // a blank line is no row
			}
			want = append(want, row)
			if err := table.Cells(row...); err != nil {
				t.Fatal(err)
			}
		}
		if err := table.Flush(); err != nil {
			t.Fatal(err)
		}
		rows := newCSVRows(bytes.NewReader(b.Bytes()), ',')
		std := csv.NewReader(bytes.NewReader(b.Bytes()))
		std.FieldsPerRecord = -1
		for _, row := range want {
			cells, _, err := rows.next()
			if err != nil {
				t.Fatal(err)
			}
			theirs, err := std.Read()
			if err != nil {
				t.Fatal(err)
			}
			for i := range row {
				if i >= len(cells) || string(cells[i]) != row[i] || theirs[i] != row[i] {
					t.Fatalf("%q came back as %q and %q", row, cells, theirs)
				}
			}
		}
		if _, _, err := rows.next(); !errors.Is(err, io.EOF) {
			t.Fatalf("more rows than were written: %v", err)
		}
	})
}

func FuzzReadingATableNeverPanics(f *testing.F) {
	f.Add([]byte("date,amount\n2023-01-05,\"1,234\"\n"))
	f.Add([]byte("日期\t金额（万元）\r\n2023.1.5\t12\r\n\r\n"))
	f.Add([]byte("\xef\xbb\xbf\"a\"\"b\nc\",d"))
	f.Add([]byte("\xff\xfea\x00,\x00b\x00"))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, content []byte) {
		path := filepath.Join(t.TempDir(), "x.csv")
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		src, err := ReadFile(path, ReadOptions{})
		if err != nil {
			return
		}
		defer src.Close()
		shown, err := src.Preview(50)
		if err != nil {
			return
		}
		for _, row := range shown {
			for _, cell := range row {
				if strings.ContainsFunc(cell, unicode.IsControl) {
					t.Errorf("a control character would reach the terminal: %q", cell)
				}
			}
		}
		for _, fm := range form.All() {
			if err := src.Adapt(ReadOptions{Form: fm}); err == nil {
				readAll(t, src)
			}
		}
	})
}

// readAll reads every row; a refused one, and one that is left out, must say why.
func readAll(t *testing.T, src *Source) {
	_, _ = src.Each(context.Background(), func(l *intake.Line) error {
		if l.Refusal != nil && l.Refusal.Reason.ZH == "" || l.Kind != intake.Detail && l.Why.ZH == "" {
			t.Errorf("%q is left out without a reason", l.Cells)
		}
		return nil
	})
}

func FuzzVerifyingNeverPanics(f *testing.F) {
	path, _ := submit(f, golden(f), SubmitOptions{})
	f.Add(read(f, path))
	f.Fuzz(func(t *testing.T, content []byte) {
		at := filepath.Join(t.TempDir(), "x.zip")
		if err := os.WriteFile(at, content, 0o600); err != nil {
			t.Fatal(err)
		}
		if v, err := Verify(context.Background(), at, VerifyOptions{}); err == nil {
			v.Close()
		}
	})
}
