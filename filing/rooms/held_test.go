package rooms_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"yice/filing/intake/held"
	"yice/filing/intake/sheet"
)

// shown gives a sheet as text: rows by number, cells joined by |, notes behind.
func shown(t *testing.T, s *held.Sheet) string {
	t.Helper()
	r := s.Rows()
	defer r.Close()
	var out strings.Builder
	for {
		row, err := r.Next()
		if errors.Is(err, io.EOF) {
			return out.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(&out, row.Number)
		if row.Hidden {
			out.WriteByte('h')
		}
		out.WriteByte(':')
		for i, c := range row.Cells {
			if i > 0 {
				out.WriteByte('|')
			}
			out.Write(c)
		}
		for _, n := range row.Notes {
			fmt.Fprintf(&out, " [%d %d %s %d]", n.Col, n.Kind, n.Exact, n.Up)
		}
		out.WriteByte('\n')
	}
}

// fill puts texts at places such as "1,0", figures where they are digits.
func fill(t *testing.T, cells ...any) *held.Sheet {
	t.Helper()
	s := &held.Sheet{}
	for i := 0; i < len(cells); i += 3 {
		c := held.Cell{Row: cells[i].(int), Col: cells[i+1].(int)}
		v := cells[i+2].(string)
		if strings.Trim(v, "0123456789.") == "" {
			c.Kind = held.Figure
		}
		if err := s.Add(c, []byte(v)); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func TestRowsComeInTheirOrderWhateverTheCellsCameIn(t *testing.T) {
	s := fill(t, 3, 1, "丙", 1, 2, "乙", 1, 0, "甲", 3, 1, "丁", 2, 0, "")
	if err := s.Hide(3); err != nil {
		t.Fatal(err)
	}
	if got := shown(t, s); got != "1:甲||乙\n3h:|丁\n" {
		t.Error(got)
	}
}

func TestABlocksTextStandsInEachRowAndItsFigureInOne(t *testing.T) {
	s := fill(t, 1, 0, "甲", 1, 1, "9", 1, 2, "x", 2, 2, "y", 3, 2, "z", 5, 2, "w")
	for _, b := range []sheet.Block{{Top: 1, Bottom: 3, Left: 0, Right: 0}, {Top: 1, Bottom: 2, Left: 1, Right: 1}} {
		if err := s.Merge(b); err != nil {
			t.Fatal(err)
		}
	}
	want := "1:甲|9|x\n2:甲||y [0 4  1] [1 2  1]\n3:甲||z [0 4  2]\n5:||w\n"
	for range 2 {
		if got := shown(t, s); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestWhatLiesBeneathABlockIsNotSeen(t *testing.T) {
	s := fill(t, 1, 0, "9", 1, 1, "8", 2, 0, "9", 2, 2, "y", 3, 0, "9", 4, 1, "7", 6, 1, "6", 6, 2, "q")
	for _, b := range []sheet.Block{{Top: 1, Bottom: 3, Left: 0, Right: 1}, {Top: 5, Bottom: 6, Left: 1, Right: 1}} {
		if err := s.Merge(b); err != nil {
			t.Fatal(err)
		}
	}
	if b := s.Blocks(); len(b) != 2 || b[1] != (sheet.Block{Top: 5, Bottom: 6, Left: 1, Right: 1}) {
		t.Errorf("%+v", b)
	}
	if got := shown(t, s); got != "1:9 [1 2  0]\n2:||y [0 2  1] [1 2  1]\n4:|7\n6:||q\n" {
		t.Error(got)
	}
}

func TestNotesFollowTheColumns(t *testing.T) {
	s := &held.Sheet{}
	exact, err := s.Keep([]byte("1.005"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []held.Cell{{Row: 1, Col: 2, Kind: held.Figure, Exact: exact}, {Row: 1, Col: 0, Kind: held.Figure, Formula: true}} {
		if err := s.Add(c, []byte("1.01")); err != nil {
			t.Fatal(err)
		}
	}
	if got := shown(t, s); got != "1:1.01||1.01 [0 3  0] [2 1 1.005 0]\n" {
		t.Error(got)
	}
}

func TestLimits(t *testing.T) {
	s := &held.Sheet{}
	if s.Add(held.Cell{Row: held.MaxRow + 1}, []byte("x")) == nil {
		t.Error("a row beyond the last was taken")
	}
	if s.Add(held.Cell{Row: 1, Col: sheet.MaxColumns}, []byte("x")) == nil {
		t.Error("a column beyond the last was taken")
	}
	if s.Add(held.Cell{Row: 1}, []byte(strings.Repeat("字", sheet.MaxCellRunes+1))) == nil {
		t.Error("too long a text was taken")
	}
	// Overlapping blocks by the thousand are no sheet of anyone's.
	if err := s.Add(held.Cell{Row: 1}, []byte("x")); err != nil {
		t.Fatal(err)
	}
	for range 300 {
		if err := s.Merge(sheet.Block{Top: 1, Bottom: 9}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Rows().Next(); err == nil {
		t.Error("300 blocks over one another were believed")
	}
}
