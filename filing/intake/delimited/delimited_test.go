package delimited

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yice/filing/intake/incoming"
	"yice/filing/intake/sheet"
	"yice/text"
)

var _ sheet.Book = (*Book)(nil)

func openBook(t testing.TB, content string) (*Book, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "台账.csv")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := incoming.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return Open(f, Options{})
}

// shown gives a book as text: rows by number, cells joined by |; where it ends in a fault, its code.
func shown(t testing.TB, b *Book) string {
	t.Helper()
	r, err := b.Rows(0)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var out strings.Builder
	for {
		row, err := r.Next()
		if errors.Is(err, io.EOF) {
			return out.String()
		}
		if err != nil {
			return out.String() + code(err)
		}
		fmt.Fprint(&out, row.Number, ":")
		for i, c := range row.Cells {
			if i > 0 {
				out.WriteByte('|')
			}
			out.Write(c)
		}
		out.WriteByte('\n')
	}
}

func code(err error) string {
	var f *text.Fault
	if !errors.As(err, &f) {
		return fmt.Sprint(err)
	}
	return f.Code
}

func TestRowsKeepTheirNumbers(t *testing.T) {
	b, err := openBook(t, "a,b\n\n\"x\ny\",\"1,234.5\"\n\n乙,2\n")
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if got := shown(t, b); got != "1:a|b\n3:x\ny|1,234.5\n5:乙|2\n" {
			t.Errorf("%q", got)
		}
	}
}
