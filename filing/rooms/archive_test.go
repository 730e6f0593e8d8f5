package rooms_test

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yice/filing/submission/archive"
)

type item struct {
	name    string
	packed  bool
	content string
}

func sample() []item {
	return []item{
		{"data/a.csv", true, strings.Repeat("date,amount\n2023-01-05,14593.09\n", 200)},
		{"data/empty.csv", true, ""},
		{"seal.json", false, `{"serial":"1"}`},
		{"signer.pem", false, "-----BEGIN"},
	}
}

func write(t testing.TB, items []item) ([]byte, map[string]archive.Sum) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.zip")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	w, sums := archive.NewWriter(f), map[string]archive.Sum{}
	for _, it := range items {
		sums[it.name], err = w.Add(it.name, it.packed, func(w io.Writer) error {
			_, err := io.WriteString(w, it.content)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b, sums
}

// read opens an archive and reads everything in it.
func read(b []byte) (map[string]string, map[string]archive.Sum, error) {
	a, err := archive.Open(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return nil, nil, err
	}
	got, sums := map[string]string{}, map[string]archive.Sum{}
	for _, e := range a.Entries {
		content, sum, err := e.ReadAll(1 << 20)
		if err != nil {
			return nil, nil, err
		}
		got[e.Name], sums[e.Name] = string(content), sum
	}
	return got, sums, nil
}

func TestWhatIsWrittenComesBack(t *testing.T) {
	b, sums := write(t, sample())
	got, back, err := read(b)
	if err != nil {
		t.Fatal(err)
	}
	for _, it := range sample() {
		if got[it.name] != it.content {
			t.Errorf("%s came back as %q", it.name, got[it.name])
		}
		if back[it.name] != sums[it.name] || sums[it.name].SHA256 != sha256.Sum256([]byte(it.content)) {
			t.Errorf("%s: sums differ: %v %v", it.name, back[it.name], sums[it.name])
		}
	}
	again, _ := write(t, sample())
	if !bytes.Equal(b, again) {
		t.Error("written twice, it differs")
	}
}

func TestOthersReadIt(t *testing.T) {
	b, _ := write(t, sample())
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	for i, it := range sample() {
		f, err := z.File[i].Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(f)
		if err != nil || string(content) != it.content || z.File[i].Name != it.name {
			t.Errorf("%s: %v", it.name, err)
		}
	}
}

// Every bit of the file but those of packed contents is pinned here; packed contents are pinned by their digest.
func TestNoBitChangesUnseen(t *testing.T) {
	b, sums := write(t, sample())
	for i := range b {
		for bit := range 8 {
			bad := bytes.Clone(b)
			bad[i] ^= 1 << bit
			_, back, err := read(bad)
			if err != nil {
				continue
			}
			changed := false
			for name, sum := range sums {
				changed = changed || back[name] != sum
			}
			if !changed {
				t.Errorf("byte %d bit %d changed and nobody noticed", i, bit)
			}
		}
	}
}

func TestNothingIsAddedRemovedOrMovedUnseen(t *testing.T) {
	b, _ := write(t, sample())
	for range 2000 {
		i := rand.IntN(len(b))
		for name, bad := range map[string][]byte{
			"a byte put in":   append(append(bytes.Clone(b[:i]), 'x'), b[i:]...),
			"a byte gone":     append(bytes.Clone(b[:i]), b[i+1:]...),
			"cut short":       b[:i],
			"the end doubled": append(bytes.Clone(b), b[i:]...),
		} {
			if _, _, err := read(bad); err == nil {
				t.Fatalf("%s at %d passed", name, i)
			}
		}
	}
}

// bomb says it holds far more than its bytes could.
func TestABombIsRefusedUnopened(t *testing.T) {
	b, _ := write(t, []item{{"a", true, strings.Repeat("\x00", 2<<20)}})
	if _, err := archive.Open(bytes.NewReader(b), int64(len(b))); err == nil {
		t.Error("a content packed a thousand to one was opened")
	}
}

func TestNamesThatLeadElsewhereAreRefused(t *testing.T) {
	for _, name := range []string{"", "/a", "../a", "a/../b", "a//b", "a/", `a\b`, "c:a", "A", "数", "a\x00", ".a", "con", "data/con.csv", "aux/a", "a/nul.tar.gz", "com1", "lpt9.csv", strings.Repeat("a", 200)} {
		if archive.GoodName(name) {
			t.Errorf("%q was taken", name)
		}
		w := archive.NewWriter(nil)
		if _, err := w.Add(name, false, func(io.Writer) error { return nil }); err == nil {
			t.Errorf("%q was written", name)
		}
	}
}

func TestNamesThatOnlyLookLikeDevicesAreTaken(t *testing.T) {
	for _, name := range []string{"data/conversion.csv", "a/console", "com", "nula", "xcon", "a.con"} {
		if !archive.GoodName(name) {
			t.Errorf("%q was refused", name)
		}
	}
}

func TestOtherZipsAreNotOurs(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, _ := z.Create("data/a.csv")
	w.Write([]byte("x"))
	z.Close()
	if _, err := archive.Open(bytes.NewReader(b.Bytes()), int64(b.Len())); err == nil {
		t.Error("a ZIP with data descriptors passed")
	}
}

func FuzzReadingNeverPanics(f *testing.F) {
	b, _ := write(f, sample())
	f.Add(b)
	f.Add(b[:40])
	f.Fuzz(func(t *testing.T, b []byte) {
		a, err := archive.Open(bytes.NewReader(b), int64(len(b)))
		if err != nil {
			return
		}
		for _, e := range a.Entries {
			_, _, err := e.ReadAll(1 << 20)
			if errors.Is(err, io.EOF) {
				t.Error("io.EOF is not a reason")
			}
		}
	})
}
