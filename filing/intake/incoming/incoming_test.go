package incoming

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	_ "yice/internal/effort"

	"yice/text"
)

func open(t testing.TB, content string) *File {
	t.Helper()
	path := filepath.Join(t.TempDir(), "台账.csv")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func code(err error) string {
	var f *text.Fault
	if !errors.As(err, &f) {
		return ""
	}
	return f.Code
}

func TestWhatIsReadIsWhatWasHashed(t *testing.T) {
	content := strings.Repeat("甲,1\n", 100_000)
	f := open(t, content)
	got, err := io.ReadAll(f.Reader())
	if err != nil || string(got) != content || f.Unchanged() != nil {
		t.Fatalf("%d bytes, %v", len(got), err)
	}
	if done, of := f.Share(); done != of || of != int64(len(content)) {
		t.Errorf("%d of %d", done, of)
	}
	for name, change := range map[string]func() error{
		"a byte":  func() error { return os.WriteFile(f.Path, []byte(strings.Replace(content, "1", "9", 1)), 0o600) },
		"longer":  func() error { return os.WriteFile(f.Path, []byte(content+"乙,2\n"), 0o600) },
		"shorter": func() error { return os.WriteFile(f.Path, []byte(content[:len(content)-6]), 0o600) },
		"empty":   func() error { return os.WriteFile(f.Path, nil, 0o600) },
	} {
		if err := change(); err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadAll(f.Reader()); code(err) != "filing.changed" {
			t.Errorf("%s: %v", name, err)
		}
		if err := f.Unchanged(); code(err) != "filing.changed" {
			t.Errorf("%s: %v", name, err)
		}
	}
	// A new file under the old name is another file: the one that was hashed is still there.
	g := open(t, "甲")
	if err := os.Rename(f.Path, g.Path); err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(g.Reader()); err != nil || string(got) != "甲" {
		t.Errorf("%q %v", got, err)
	}
}

func TestUTF8IsJudgedAcrossParts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		content := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "中", "\U00020000", "\xff", "\xe4", "é"}), 0, 12).Draw(t, "content")
		all := strings.Join(content, "")
		v := validity{ok: true}
		for rest := all; len(rest) > 0; {
			n := rapid.IntRange(1, len(rest)).Draw(t, "n")
			v.see([]byte(rest[:n]))
			rest = rest[n:]
		}
		if v.whole() != utf8.ValidString(all) {
			t.Fatalf("%q is judged %v", all, v.whole())
		}
	})
}

func TestAFileThatCannotBeReadSaysSo(t *testing.T) {
	if _, err := Open(filepath.Join(t.TempDir(), "none")); code(err) != "filing.no-file" {
		t.Error(err)
	}
	if _, err := Open(t.TempDir()); code(err) != "filing.cannot-read" {
		t.Error(err)
	}
}
