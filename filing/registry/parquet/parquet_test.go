package parquet_test

import (
	"bytes"
	"flag"
	"math/big"
	"os"
	"strings"
	"testing"

	"yice/filing/registry/parquet"
)

var update = flag.Bool("update", false, "write testdata anew; checks/parquet then has to read it")

func rat(t *testing.T, s string) *big.Rat {
	t.Helper()
	q, ok := new(big.Rat).SetString(s)
	if !ok {
		t.Fatal(s)
	}
	return q
}

// What is written is, to the byte, the file that the library of all of Parquet has been seen to read (checks/parquet).
func TestATableIsWrittenAsItWasRead(t *testing.T) {
	var out bytes.Buffer
	w := parquet.NewWriter(&out, []parquet.Column{{"n", parquet.Int}, {"q", parquet.Decimal}, {"s", parquet.Text}})
	for _, row := range [][]any{
		{int64(460_000_050), rat(t, "24.875"), "示例水务（虚构）"},
		{int64(-1), rat(t, "-0.000000000001"), ""},
		{nil, nil, nil},
		{int64(-1 << 63), rat(t, "99999999999999999999999999.999999999999"), "=1+1"},
		{int64(1<<63 - 1), rat(t, "-99999999999999999999999999.999999999999"), "𠮷"},
	} {
		if err := w.Row(row); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	const path = "testdata/table.parquet"
	if *update {
		if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(out.Bytes(), want) {
		t.Errorf("%d bytes are other than the %d that were read: %v", out.Len(), len(want), err)
	}
}

func TestAFigureThatDoesNotFitIsRefused(t *testing.T) {
	for name, row := range map[string][]any{
		"too many digits":       {int64(1), rat(t, "100000000000000000000000000"), "x"},
		"a thirteenth place":    {int64(1), rat(t, "0.0000000000001"), "x"},
		"a fraction":            {int64(1), rat(t, "1/3"), "x"},
		"another kind":          {"1", rat(t, "1"), "x"},
		"a kind of no column":   {int64(1), rat(t, "1"), 1.5},
		"a value more":          {int64(1), rat(t, "1"), "x", "y"},
		"a number for a figure": {int64(1), int64(1), "x"},
	} {
		var out bytes.Buffer
		w := parquet.NewWriter(&out, []parquet.Column{{"n", parquet.Int}, {"q", parquet.Decimal}, {"s", parquet.Text}})
		if err := w.Row(row); err == nil {
			t.Errorf("%s was taken", name)
		}
		if w.Row([]any{nil, nil, nil}) == nil || w.Close() == nil {
			t.Errorf("%s: the table was finished as if nothing had been", name)
		}
	}
}

// A disk that is full says so, at the row or at the end.
func TestWhatCannotBeWrittenIsSaid(t *testing.T) {
	for room := range 4 {
		w := parquet.NewWriter(&small{room: room * 40}, []parquet.Column{{"s", parquet.Text}})
		var err error
		for range 3 {
			if err == nil {
				err = w.Row([]any{strings.Repeat("x", 100)})
			}
		}
		if err == nil && w.Close() == nil {
			t.Errorf("%d bytes held it all", room*40)
		}
	}
}

type small struct{ room int }

func (s *small) Write(b []byte) (int, error) {
	if len(b) > s.room {
		return 0, os.ErrClosed
	}
	s.room -= len(b)
	return len(b), nil
}
