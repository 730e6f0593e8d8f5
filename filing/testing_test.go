package filing

import (
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yice/filing/archive"
	"yice/scoring"
	"yice/text"
)

// template is the built-in pack, as cmd gives it to sessions.
func template(year int) (*scoring.Pack, bool) {
	source, err := os.ReadFile("../examples/pack-2023.toml")
	if err != nil || year != goldenYear {
		return nil, false
	}
	p, err := scoring.Load(source)
	return p, err == nil
}

func asFault(err error, f **text.Fault) bool { return errors.As(err, f) }

func sortEntries(names []string) { slices.SortFunc(names, contentBefore) }

func writeString(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

func swapLines(s string) string {
	lines := strings.SplitAfter(s, "\n")
	lines[0], lines[1] = lines[1], lines[0]
	return strings.Join(lines, "")
}

// reseal makes seal and manifest fit changed entries, as a forger of an unsigned submission would.
func reseal(t testing.TB, entries map[string]string) {
	t.Helper()
	s, ok := parseSealed([]byte(entries[sealEntry]))
	if !ok {
		t.Fatal("seal.json cannot be read")
	}
	f, err := os.Create(filepath.Join(t.TempDir(), "count.zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z := archive.NewWriter(f)
	var m manifest
	names := make([]string, 0, len(entries))
	for name := range entries {
		if packed(name) {
			names = append(names, name)
		}
	}
	sortEntries(names)
	for _, name := range names {
		sum, err := z.Add(name, true, writeString(entries[name]))
		if err != nil {
			t.Fatal(err)
		}
		m.add(name, sum)
		s.Packed[name] = hex.EncodeToString(sum.Packed[:])
	}
	entries[sealEntry] = string(printJSON(s))
	sum, err := z.Add(sealEntry, false, writeString(entries[sealEntry]))
	if err != nil {
		t.Fatal(err)
	}
	m.add(sealEntry, sum)
	entries[manifestEntry] = string(m.bytes())
}
