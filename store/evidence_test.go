package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"yice/form"
)

func evidenceFile(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func attached(t *testing.T, d *desk, path string) form.Attachment {
	t.Helper()
	a, err := d.Attach(context.Background(), path, nil)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func state(t *testing.T, d *desk, a form.Attachment) EvidenceState {
	t.Helper()
	f, err := d.LookAtEvidence(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	return f.State
}

func lying(d *desk, a form.Attachment) string { return filepath.Join(evidenceDir(d.path), a.Digest) }

func TestOnlyFilesOfTheirOwnAreAttached(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("NOT TRIED: what is attached here are links and pipes of Unix")
	}
	d := newDesk(t, smallForms())
	real := evidenceFile(t, "real.pdf", "x")
	link := filepath.Join(filepath.Dir(real), "link.pdf")
	if err := os.Symlink(real, link); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{link: "store.evidence", "/dev/zero": "store.evidence", evidenceFile(t, "empty.pdf", ""): "store.evidence-empty"} {
		if _, err := d.Attach(context.Background(), path, nil); code(err) != want {
			t.Errorf("%s: %v", path, err)
		}
	}
	if left, _ := os.ReadDir(evidenceDir(d.path)); len(left) > 0 {
		t.Error(left)
	}
}

func TestAttachingTellsHowFarItIsAndIsStopped(t *testing.T) {
	d := newDesk(t, smallForms())
	path := evidenceFile(t, "a.pdf", strings.Repeat("x", 1<<20))
	var last, of int64
	if _, err := d.Attach(context.Background(), path, func(done, all int64) { last, of = done, all }); err != nil || last != 1<<20 || of != 1<<20 {
		t.Fatal(last, of, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	other := evidenceFile(t, "b.pdf", strings.Repeat("y", 1<<20))
	if _, err := d.Attach(ctx, other, func(int64, int64) { cancel() }); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	left, _ := os.ReadDir(evidenceDir(d.path))
	if len(left) != 1 {
		t.Error(left)
	}
}

func TestStoredEvidenceIsReadAndMended(t *testing.T) {
	d := newDesk(t, smallForms())
	path := evidenceFile(t, "a.pdf", "content")
	a := attached(t, d, path)
	if s := state(t, d, a); s != EvidenceIntact {
		t.Fatal(s)
	}
	if err := os.WriteFile(lying(d, a), []byte("Content"), 0o644); err != nil {
		t.Fatal(err)
	}
	if s := state(t, d, a); s != EvidenceDamaged {
		t.Fatal(s)
	}
	out := filepath.Join(t.TempDir(), "out.pdf")
	if err := d.SaveEvidence(context.Background(), a, out, nil); code(err) != "store.evidence-damaged" {
		t.Fatal(err)
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("a damaged copy was left")
	}
	attached(t, d, path)
	if s := state(t, d, a); s != EvidenceIntact {
		t.Fatal("attaching it again did not mend it:", s)
	}
	if err := d.SaveEvidence(context.Background(), a, out, nil); err != nil {
		t.Fatal(err)
	}
	if err := d.SaveEvidence(context.Background(), a, out, nil); code(err) != "store.exists" {
		t.Fatal(err)
	}
	if b, _ := os.ReadFile(out); string(b) != "content" {
		t.Fatal(string(b))
	}
	os.Remove(lying(d, a))
	if s := state(t, d, a); s != EvidenceMissing {
		t.Fatal(s)
	}
	if err := os.Symlink(path, lying(d, a)); err == nil {
		if s := state(t, d, a); s != EvidenceDamaged {
			t.Fatal("a link in the folder passes for the file:", s)
		}
	}
}

// A damaged file takes the place of no good one, in neither direction; a restore mends.
func TestBackupsOfEvidenceStayGood(t *testing.T) {
	d := newDesk(t, smallForms())
	a := attached(t, d, evidenceFile(t, "a.pdf", "content"))
	b := attached(t, d, evidenceFile(t, "b.pdf", "second"))
	first, err := d.Backup("")
	if err != nil {
		t.Fatal(err)
	}
	kept := filepath.Join(filepath.Dir(first), "files", a.Digest)
	before, err := os.Stat(kept)
	if err != nil {
		t.Fatal(err)
	}
	here, _ := os.Stat(lying(d, a))
	if !before.ModTime().Equal(here.ModTime()) {
		t.Error("the backup forgets when it was attached")
	}
	os.WriteFile(lying(d, a), []byte("cont"), 0o644) // cut short
	os.WriteFile(lying(d, b), []byte("Second"), 0o644)
	if _, err := d.Backup(""); err != nil {
		t.Fatal("a damaged file holds up the backup:", err)
	}
	if got, _ := os.ReadFile(kept); string(got) != "content" {
		t.Fatalf("the backup took over the damage: %q", got)
	}
	d.Close()
	if err := Restore(d.path, first, d.o); err != nil {
		t.Fatal(err)
	}
	d.open()
	for _, x := range []form.Attachment{a, b} {
		if s := state(t, d, x); s != EvidenceIntact {
			t.Error(x.Name, s)
		}
	}
}

func TestEvidenceFromElsewhereIsWhatItSays(t *testing.T) {
	d := newDesk(t, smallForms())
	a := attached(t, d, evidenceFile(t, "a.pdf", "content"))
	os.Remove(lying(d, a))
	if err := d.BringEvidence(a.Digest, strings.NewReader("content")); err != nil || state(t, d, a) != EvidenceIntact {
		t.Fatal(err)
	}
	if err := d.BringEvidence(a.Digest, strings.NewReader("other")); code(err) != "store.evidence-damaged" {
		t.Fatal(err)
	}
	if s := state(t, d, a); s != EvidenceIntact {
		t.Error(s)
	}
	if left, _ := os.ReadDir(evidenceDir(d.path)); len(left) != 1 {
		t.Error("something was left behind:", left)
	}
}
