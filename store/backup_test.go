package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yice/internal/effort"
)

// spoil flips one byte of a file, its length and its times as they were: of a text where there is one to be found.
func spoil(t *testing.T, path, at string) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	i := bytes.Index(b, []byte(at))
	if i < 0 {
		t.Fatalf("%s has no %q", path, at)
	}
	b[i] ^= 1
	st, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(path, st.ModTime(), st.ModTime()); err != nil {
		t.Fatal(err)
	}
}

// verifiedBackups reads every backup of a desk.
func verifiedBackups(t *testing.T, d *desk) []BackupInfo {
	t.Helper()
	all, err := Backups(d.path)
	if err != nil {
		t.Fatal(err)
	}
	for i := range all {
		if err := all[i].Verify(background); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// A changed byte that SQLite's own check cannot see makes a backup no backup: it is listed so, not restored, and the policy
// makes another.
func TestAChangedByteMakesABackupNone(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(t *testing.T, backup string)
	}{
		{"in the copy", func(t *testing.T, b string) { spoil(t, b, "稀土永磁") }},
		{"in the manifest", func(t *testing.T, b string) { spoil(t, manifestPath(b), "history") }},
		{"the manifest is gone", func(_ *testing.T, b string) { os.Remove(manifestPath(b)) }},
		{"cut short", func(_ *testing.T, b string) { os.Truncate(b, 8192) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t, smallForms())
			d.add("project", "code", "P1", "name", "稀土永磁")
			first, err := d.Keep(background, Closing, nil)
			if err != nil || first == "" {
				t.Fatal(first, err)
			}
			c.spoil(t, first)
			if err := d.Close(); err != nil {
				t.Fatal(err)
			}
			d.open()
			if all := verifiedBackups(t, d); len(all) != 1 || all[0].Condition != BackupDamaged || all[0].Head != "" {
				t.Fatalf("listed as %+v", all)
			}
			if s, err := d.BackupState(background); err != nil || s.Last != nil || !s.Worrying() {
				t.Fatalf("%+v, %v", s, err)
			}
			second, err := d.Keep(background, Opened, nil)
			if err != nil || second == "" || second == first {
				t.Fatal("none was made in its place:", second, err)
			}
			if err := d.Close(); err != nil {
				t.Fatal(err)
			}
			before, _ := os.ReadFile(d.path)
			if err := Restore(d.path, first, d.o); code(err) != "store.backup-unfit" {
				t.Fatal("restored:", err)
			}
			if after, _ := os.ReadFile(d.path); !bytes.Equal(before, after) {
				t.Fatal("the workspace was changed")
			}
			if err := Restore(d.path, second, d.o); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// A file without a manifest, as somebody copied it, is restored only where SQLite finds nothing wrong with it: damage that no
// query of ours comes across is damage.
func TestACopyThatSQLiteDoubtsIsNotRestored(t *testing.T) {
	d := newDesk(t, smallForms())
	d.add("project", "code", "P1")
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(t.TempDir(), "copied.yice")
	b, err := os.ReadFile(d.path)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		freePages byte // as the header counts them, on a list that has none
		want      string
	}{{7, "store.backup-unfit"}, {0, ""}} {
		b[39] = c.freePages
		if err := os.WriteFile(copied, b, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := Restore(d.path, copied, d.o); code(err) != c.want {
			t.Fatalf("%d free pages: %v", c.freePages, err)
		}
	}
}

// A backup without its evidence is listed so and refused, and brought back without it only where that is asked for.
func TestABackupWithoutItsEvidenceIsRefused(t *testing.T) {
	for _, how := range []string{"missing", "damaged"} {
		t.Run(how, func(t *testing.T) {
			d := newDesk(t, smallForms())
			a := attached(t, d, evidenceFile(t, "a.pdf", "content"))
			d.add("project", "code", "P1", "evidence", a.String())
			path, err := d.Backup("")
			if err != nil {
				t.Fatal(err)
			}
			if all := verifiedBackups(t, d); len(all) != 1 || all[0].Condition != BackupWhole {
				t.Fatalf("%+v", all)
			}
			kept := filepath.Join(filepath.Dir(path), "files", a.Digest)
			spoil := func() {
				if how == "missing" {
					err = os.Remove(kept)
				} else {
					err = os.WriteFile(kept, []byte("c0ntent"), 0o600)
				}
				if err != nil {
					t.Fatal(err)
				}
			}
			spoil()
			if all := verifiedBackups(t, d); len(all) != 1 || all[0].Condition != BackupLacking || len(all[0].Wanting) != 1 || all[0].Condition.Good() {
				t.Fatalf("%+v", all)
			}
			if err := d.Close(); err != nil {
				t.Fatal(err)
			}
			// What lies beside the workspace itself will do.
			if err := Restore(d.path, path, d.o); err != nil {
				t.Fatal(err)
			}
			if how == "missing" { // the backup made before the restore mended it
				spoil()
			}
			if err := os.RemoveAll(evidenceDir(d.path)); err != nil {
				t.Fatal(err)
			}
			before, _ := os.ReadFile(d.path)
			if err := Restore(d.path, path, d.o); code(err) != "store.backup-lacking" {
				t.Fatal("restored without its evidence:", err)
			}
			if after, _ := os.ReadFile(d.path); !bytes.Equal(before, after) {
				t.Fatal("the workspace was changed")
			}
			o := d.o
			o.Lacking = true
			if err := Restore(d.path, path, o); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// What was attached after the evidence was copied and before the copy was made is named by the copy: it comes along.
func TestEvidenceAttachedMeanwhileComesAlong(t *testing.T) {
	d := newDesk(t, smallForms())
	a := attached(t, d, evidenceFile(t, "a.pdf", "content"))
	d.add("project", "code", "P1", "evidence", a.String())
	dir := t.TempDir()
	e := &evidenceCopy{w: d.Workspace, from: evidenceDir(d.path), to: filepath.Join(dir, "files"), have: map[string]int64{}} // copied nothing yet
	tmp := filepath.Join(dir, "copy.yice")
	c, err := d.backupConn()
	if err != nil {
		t.Fatal(err)
	}
	defer c.close()
	if _, err := c.exec("VACUUM INTO ?", tmp); err != nil {
		t.Fatal(err)
	}
	m := &manifest{}
	if err := d.describe(background, tmp, m, e); err != nil || len(m.evidence) != 1 || m.evidence[0] != a.Digest || len(m.lacking) != 0 {
		t.Fatal(m, err)
	}
	if !wholeEvidence(filepath.Join(dir, "files", a.Digest)) {
		t.Error("it is not there")
	}
	os.Remove(lying(d, a))
	os.RemoveAll(filepath.Join(dir, "files"))
	e.have = map[string]int64{}
	if err := d.describe(background, tmp, m, e); err != nil || len(m.evidence) != 0 || len(m.lacking) != 1 {
		t.Fatal("what cannot be had is not said:", m, err)
	}
}

// A clock that jumps, forward and back, never makes the newest backup the one that goes.
func TestAClockThatJumpsTakesNoBackupAway(t *testing.T) {
	d := newDesk(t, smallForms())
	now := d.clock
	for i := range effort.Of(14, 30) {
		switch i % 3 {
		case 0:
			d.clock = now.AddDate(75, 0, 0)
		case 1:
			d.clock = time.Unix(0, 0)
		default:
			d.clock = now
		}
		d.add("project", "code", "P"+string(rune('A'+i)))
		made, err := d.Backup("")
		if err != nil {
			t.Fatal(err)
		}
		all, err := Backups(d.path)
		if err != nil || all[0].Path != made || all[0].Sequence != int64(i+1) || int(all[0].Rows) != i+2 {
			t.Fatalf("the newest of %d is %+v, %v", i+1, all[0], err)
		}
		for k := range min(i+1, keepRecent) {
			if all[k].Sequence != int64(i+1-k) {
				t.Fatalf("%d of %d is gone", i+1-k, i+1)
			}
		}
	}
}

// Rotation never drives a good one out by damaged ones, and keeps the fewer the older they are, for ever.
func TestRotation(t *testing.T) {
	var all []BackupInfo
	for seq := int64(1); seq <= 5000; seq++ {
		all = append([]BackupInfo{{Path: "x", Sequence: seq, Why: Idle}}, all...)
		gone := map[int64]bool{}
		for _, b := range superfluous(all) {
			gone[b.Sequence] = true
		}
		left := all[:0:0]
		for _, b := range all {
			if !gone[b.Sequence] {
				left = append(left, b)
			}
		}
		all = left
		// Of every age there is one between it and twice it back.
		for age := int64(16); age*4 < seq; age *= 2 {
			found := false
			for _, b := range all {
				found = found || seq-b.Sequence >= age/2 && seq-b.Sequence <= age*2
			}
			if !found {
				t.Fatalf("after %d there is none about %d back", seq, age)
			}
		}
	}
	if len(all) > keepRecent+2*10 {
		t.Errorf("%d are kept", len(all))
	}
	bad := []BackupInfo{}
	for seq := int64(40); seq > 0; seq-- {
		b := BackupInfo{Path: "x", Sequence: seq, Why: Idle, Condition: BackupDamaged}
		if seq <= 3 {
			b.Condition = BackupWhole
		}
		bad = append(bad, b)
	}
	for _, b := range superfluous(bad) {
		if b.Sequence <= 3 {
			t.Errorf("the good one %d went", b.Sequence)
		}
	}
}

// The policy, case by case.
func TestWhenABackupIsDue(t *testing.T) {
	for _, c := range []struct {
		name string
		o    Occasion
		s    situation
		want bool
	}{
		{"asked for, nothing changed", Asked, situation{}, true},
		{"before an upgrade, nothing changed", Upgrade, situation{}, true},
		{"opened, nothing changed", Opened, situation{}, false},
		{"opened, none there", Opened, situation{changes: -1}, true},
		{"opened, one change", Opened, situation{changes: 1}, true},
		{"before a large step", Before, situation{changes: 1, took: time.Hour}, true},
		{"before a large step, nothing changed", Before, situation{}, false},
		{"closing", Closing, situation{changes: 1}, true},
		{"closing, nothing changed", Closing, situation{}, false},
		{"idle, at once", Idle, situation{changes: 5, quiet: idleFor - 1, since: idleFor}, false},
		{"idle, after the pause", Idle, situation{changes: 5, quiet: idleFor, since: idleFor}, true},
		{"idle, nothing changed", Idle, situation{quiet: time.Hour, since: time.Hour}, false},
		{"no pause for long", Idle, situation{changes: 5, since: atLatest}, true},
		{"the last one took long", Idle, situation{changes: 5, quiet: idleFor, since: idleFor, took: idleFor}, false},
		{"it took long, long ago", Idle, situation{changes: 5, quiet: idleFor, since: restAfter * idleFor, took: idleFor}, true},
		{"the last one failed just now", Idle, situation{changes: 5, quiet: idleFor, since: idleFor, failed: true}, false},
		{"the last one failed a while ago", Idle, situation{changes: 5, quiet: idleFor, since: retryAfter, failed: true}, true},
	} {
		if got := c.s.due(c.o); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// What is not saved is known: nothing is made twice, and a change after the last one is seen.
func TestTheStateOfBackups(t *testing.T) {
	d := newDesk(t, smallForms())
	d.add("project", "code", "P1")
	if path, err := d.Keep(background, Before, nil); err != nil || path == "" {
		t.Fatal(path, err)
	}
	for _, o := range []Occasion{Opened, Idle, Before, Closing} {
		if path, err := d.Keep(background, o, nil); err != nil || path != "" {
			t.Fatal(o, path, err)
		}
	}
	d.add("project", "code", "P2")
	s, err := d.BackupState(background)
	if err != nil || s.Changes != 1 || s.Last == nil || s.Last.Why != Before || s.Worrying() {
		t.Fatalf("%+v %v", s, err)
	}
	if lost, of, err := d.Since(*s.Last); err != nil || !of || lost.Entries != 1 || lost.Steps != 1 {
		t.Fatal(lost, of, err)
	}
	d.Close()
	if s, err := LookAtBackups(background, d.path, d.o); err != nil || s.Changes != 1 {
		t.Fatalf("closed: %+v %v", s, err)
	}
	if err := Restore(d.path, s.Last.Path, d.o); err != nil {
		t.Fatal(err)
	}
	all, err := Backups(d.path)
	if err != nil || len(all) != 2 || all[0].Why != Before {
		t.Fatalf("what was replaced is not backed up: %+v %v", all, err)
	}
	d.open()
	if s, err := d.BackupState(background); err != nil || s.Changes != -1 { // it has the note of the restore instead
		t.Fatalf("%+v %v", s, err)
	}
}

// Every backup is brought to the second place, evidence and all. Where that is not there it is said, and the one beside the
// workspace is made all the same; where the first folder is lost the numbers go on.
func TestTheSecondPlace(t *testing.T) {
	d := newDesk(t, smallForms())
	d.Close()
	d.o.Second = filepath.Join(t.TempDir(), "disk")
	d.open()
	a := attached(t, d, evidenceFile(t, "a.pdf", "content"))
	d.add("project", "code", "P1", "evidence", a.String())
	path, err := d.Backup("")
	if err != nil || path == "" {
		t.Fatal(path, err)
	}
	s, err := d.BackupState(background)
	if err != nil || code(s.SecondErr) != "store.second-place" || s.SecondLast != nil || !s.Worrying() {
		t.Fatalf("%+v %v", s, err)
	}
	if _, err := os.Stat(d.o.Second); !errors.Is(err, os.ErrNotExist) {
		t.Fatal("a disk that is not plugged in was made up")
	}
	if err := os.Mkdir(d.o.Second, 0o700); err != nil {
		t.Fatal(err)
	}
	d.add("project", "code", "P2")
	if _, err := d.Keep(background, Closing, nil); err != nil {
		t.Fatal(err)
	}
	s, err = d.BackupState(background)
	if err != nil || s.SecondErr != nil || s.SecondLast == nil || s.SecondLast.Condition != BackupWhole || s.Worrying() {
		t.Fatalf("%+v %v", s, err)
	}
	if err := s.SecondLast.Verify(background); err != nil || s.SecondLast.Condition != BackupWhole {
		t.Fatalf("%+v %v", s.SecondLast, err)
	}
	d.Close()
	for _, dir := range []string{backupDir(d.path), evidenceDir(d.path)} {
		if err := os.RemoveAll(dir); err != nil {
			t.Fatal(err)
		}
	}
	if err := Restore(d.path, s.SecondLast.Path, d.o); err != nil {
		t.Fatal(err)
	}
	d.open()
	if got := state(t, d, a); got != EvidenceIntact {
		t.Error("the evidence did not come back:", got)
	}
	again, err := d.Backup("")
	if err != nil {
		t.Fatal(err)
	}
	if seq, _, _, _ := backupCalled(filepath.Base(again)); seq <= s.SecondLast.Sequence {
		t.Errorf("the numbers began anew: %d after %d", seq, s.SecondLast.Sequence)
	}
}

// A manifest is read as it was written, and anything else is not.
func TestAManifestIsReadAsItWasWritten(t *testing.T) {
	m := &manifest{
		seq: 42, at: time.Unix(1700000000, 0).UTC(), why: "idle", entries: 7, head: strings.Repeat("ab", 32), rows: 5, bytes: 4096,
		name: "yice-000042-20240305-081502-idle.yice", sum: strings.Repeat("0f", 32),
		evidence: []string{strings.Repeat("aa", 32), strings.Repeat("bb", 32)}, evidenceBytes: 9, lacking: []string{strings.Repeat("cc", 32)},
	}
	b := m.write()
	got, err := parseManifest(b)
	if err != nil || string(got.write()) != string(b) {
		t.Fatal(got, err)
	}
	for i := range b {
		for _, bit := range []byte{1, 0x20, 0x80} {
			spoiled := bytes.Clone(b)
			spoiled[i] ^= bit
			if _, err := parseManifest(spoiled); err == nil {
				t.Fatalf("byte %d changed, and it was read", i)
			}
		}
		if _, err := parseManifest(b[:i]); err == nil {
			t.Fatalf("cut at %d, and it was read", i)
		}
	}
}

func FuzzManifest(f *testing.F) {
	m := &manifest{seq: 1, why: "open", name: "yice-000001-20240305-081502-open.yice", sum: strings.Repeat("0f", 32)}
	f.Add(m.write())
	f.Add([]byte(manifestFirst + "\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := parseManifest(b)
		if err != nil {
			return
		}
		again, err := parseManifest(m.write())
		if err != nil || string(again.write()) != string(m.write()) {
			t.Fatalf("%q is not written as it is read", b)
		}
	})
}
