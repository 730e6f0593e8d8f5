package store

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"yice/form"
	"yice/internal/effort"
)

func TestWhatIsNoWorkspaceIsRefusedAndLeftAsItIs(t *testing.T) {
	dir := t.TempDir()
	other := filepath.Join(dir, "other.db")
	db, err := sql.Open("sqlite", dsn(other, create, shared))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("CREATE TABLE a(b); INSERT INTO a VALUES(1)"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	d := newDesk(t, smallForms())
	d.Close()
	newer := filepath.Join(dir, "newer.yice")
	if err := copyFile(d.path, newer, 0o600); err != nil {
		t.Fatal(err)
	}
	header, err := os.ReadFile(newer)
	if err != nil {
		t.Fatal(err)
	}
	header[63] = version + 1 // user_version, big-endian
	if err := os.WriteFile(newer, header, 0o644); err != nil {
		t.Fatal(err)
	}
	broken := filepath.Join(dir, "broken.yice")
	copy(header, "not a database!!")
	if err := os.WriteFile(broken, header, 0o644); err != nil {
		t.Fatal(err)
	}
	text := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(text, []byte("凭证号,金额\n1,2\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	zero := filepath.Join(dir, "zero.yice")
	if err := os.WriteFile(zero, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		other: "store.foreign", newer: "store.newer", broken: "store.foreign", text: "store.foreign", zero: "store.zero",
		dir: "store.foreign", filepath.Join(dir, "none.yice"): "store.missing", filepath.Join(dir, "no", "where.yice"): "store.missing",
	} {
		before, _ := os.ReadFile(path)
		for _, o := range []Options{d.o, {Forms: d.o.Forms, ReadOnly: true}} {
			if _, err := Open(path, o); code(err) != want {
				t.Errorf("%s: %v, want %s", filepath.Base(path), err, want)
			}
		}
		if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
			t.Errorf("%s was changed", filepath.Base(path))
		}
		if want == "store.missing" {
			continue
		}
		if _, err := Create(path, d.o); code(err) != "store.exists" {
			t.Errorf("creating over %s: %v", filepath.Base(path), err)
		}
	}
	if _, err := Create(filepath.Join(dir, "no", "where.yice"), d.o); code(err) != "store.no-folder" {
		t.Error(err)
	}
	left, _ := filepath.Glob(filepath.Join(dir, "*.lock"))
	if len(left) > 0 {
		t.Errorf("locks left: %v", left)
	}
}

// fewer is the small dictionary as it was before: no platform, no staff, no activity.
func fewer() []*form.Form {
	var out []*form.Form
	for _, f := range smallForms() {
		if f.ID == "platform" {
			continue
		}
		g := form.Form{ID: f.ID, Title: f.Title, Scope: f.Scope, Keys: f.Keys}
		for _, fd := range f.Fields {
			if fd.ID != "staff" && fd.ID != "activity" && fd.ID != "platform" && fd.ID != "remark" && fd.ID != "evidence" {
				g.Fields = append(g.Fields, fd)
			}
		}
		out = append(out, form.NewForm(g))
	}
	return out
}

func TestAnOlderFileIsBroughtUpAfterABackup(t *testing.T) {
	d := newDesk(t, fewer())
	p := d.add("project", "code", "P1", "name", "稀土")
	s := d.add("spend", "project", "P1", "amount", 5, "date", "2023-01-01")
	head, _ := d.HistoryHead()
	d.Close()

	// Reading an older file changes nothing: what it lacks is empty.
	before, err := os.ReadFile(d.path)
	if err != nil {
		t.Fatal(err)
	}
	d.o.Forms = smallForms()
	ro := d.o
	ro.ReadOnly = true
	w, err := Open(d.path, ro)
	if err != nil {
		t.Fatal(err)
	}
	r, err := w.Record(d.book, w.dict().tables["project"].form, p)
	if err != nil || r.Str("name") != "稀土" || !r.Get("staff").Empty() {
		t.Fatal(r, err)
	}
	if rows, err := w.Records(d.book, w.dict().tables["platform"].form); err != nil || rows != nil {
		t.Fatal(rows, err)
	}
	v, err := w.View(background, d.book, w.dict().tables["spend"].form, Query{Find: "P1", Sort: []Sort{{Field: "activity"}}}, nil)
	if err != nil || v.Len() != 1 {
		t.Fatal(err)
	}
	if v, err = w.View(background, d.book, w.dict().tables["platform"].form, Query{Find: "P1"}, nil); err != nil || v.Len() != 0 {
		t.Fatal(err)
	}
	if found, err := w.VerifyHistory(background); err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	if found, err := w.Check(background); err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	w.Close()
	if after, _ := os.ReadFile(d.path); !bytes.Equal(before, after) {
		t.Fatal("reading changed the file")
	}

	d.open()
	backups, err := Backups(d.path)
	if err != nil || len(backups) != 1 || backups[0].Head != head || backups[0].Rows != 3 {
		t.Fatal(backups, err)
	}
	d.want(d.get("project", p, "name"), "稀土")
	d.set("project", p, "staff", 7)
	l := d.add("platform", "name", "实验室")
	d.set("spend", s, "platform", "实验室", "activity", "基础研究")
	d.set("platform", l, "name", "重点实验室")
	d.want(d.get("spend", s, "platform"), "重点实验室")
	d.sameCube()
	for d.undo().Seq != 0 {
	}
	if found, err := d.VerifyHistory(background); err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	d.reopen()
	if backups, _ := Backups(d.path); len(backups) != 1 {
		t.Fatal("brought up twice")
	}
	// The older program cannot write what it does not know, and says so.
	d.Close()
	d.o.Forms = fewer()
	if _, err := Open(d.path, d.o); code(err) != "store.newer" || !strings.Contains(err.Error(), "project.staff") {
		t.Fatal(err)
	}
	d.o.Forms = smallForms()
	d.open()
}

func TestAFileThatWasMovedIsNotWritten(t *testing.T) {
	d := newDesk(t, smallForms())
	d.add("project", "code", "P1")
	for _, replace := range []bool{false, true} {
		if err := os.Rename(d.path, d.path+".elsewhere"); err != nil {
			t.Fatal(err)
		}
		if replace {
			if err := os.WriteFile(d.path, []byte("another file"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := d.Write(d.book, Batch{Writes: []Write{{Form: d.form("project")}}}); code(err) != "store.moved" {
			t.Fatal(err)
		}
		out := t.TempDir()
		path, err := d.Backup(out)
		if err != nil {
			t.Fatal("what is in hand cannot be saved:", err)
		}
		w, err := Open(path, d.o)
		if err != nil {
			t.Fatal(err)
		}
		if n, _ := w.Count(d.book, d.form("project")); n != 1 {
			t.Fatal(n)
		}
		w.Close()
		os.Remove(d.path)
		if err := os.Rename(d.path+".elsewhere", d.path); err != nil {
			t.Fatal(err)
		}
	}
	d.add("project", "code", "P2")
}

// A file that takes the place of an open one is left as it is, its journal too.
func TestAFileInTheOthersPlaceIsNotMixedWithIt(t *testing.T) {
	other := newDesk(t, smallForms())
	other.add("project", "code", "OTHER")
	other.Close()
	whole, err := os.ReadFile(other.path)
	if err != nil {
		t.Fatal(err)
	}
	d := newDesk(t, smallForms())
	for i := range 30 {
		d.add("project", "code", fmt.Sprint("P", i))
	}
	if err := os.Rename(d.path, d.path+".elsewhere"); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(other.path, d.path); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Write(d.book, Batch{Writes: []Write{{Form: d.form("project")}}}); code(err) != "store.moved" {
		t.Fatal(err)
	}
	if st, err := os.Stat(d.path + "-wal"); err == nil && st.Size() > 0 {
		t.Fatalf("a journal of %d bytes lies beside the other file", st.Size())
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if now, _ := os.ReadFile(d.path); !bytes.Equal(now, whole) {
		t.Fatal("the other file was changed")
	}
	for path, want := range map[string]int64{d.path: 1, d.path + ".elsewhere": 30} {
		w, err := Open(path, d.o)
		if err != nil {
			t.Fatal(err)
		}
		books, err := w.Books()
		if err != nil {
			t.Fatal(err)
		}
		if n, err := w.Count(books[0].Book, w.dict().tables["project"].form); err != nil || int64(n) != want {
			t.Errorf("%s has %d projects, not %d: %v", path, n, want, err)
		}
		if found, err := w.Check(background); err != nil || len(found) > 0 {
			t.Error(found, err)
		}
		w.Close()
	}
}

func TestBackupsAreWholeRotatedAndBroughtBack(t *testing.T) {
	d := newDesk(t, smallForms())
	d.add("project", "code", "P1")
	if s, err := d.BackupState(background); err != nil || s.Last != nil || s.Changes != -1 {
		t.Fatal(s, err)
	}
	evidence := filepath.Join(t.TempDir(), "证书 | 1.pdf")
	if err := os.WriteFile(evidence, []byte("%PDF"), 0o644); err != nil {
		t.Fatal(err)
	}
	entry, err := d.AttachFile(evidence)
	if err != nil || !strings.HasSuffix(entry, ":证书 _ 1.pdf") || !strings.HasPrefix(entry, fmt.Sprintf("%x", sha256.Sum256([]byte("%PDF")))) {
		t.Fatal(entry, err)
	}
	head, _ := d.HistoryHead()
	first, err := d.Backup("")
	if err != nil {
		t.Fatal(err)
	}
	if path, err := d.Keep(background, Closing, nil); path != "" || err != nil {
		t.Fatal("due at once", path, err)
	}
	d.add("project", "code", "P2")
	list, err := Backups(d.path)
	if err != nil || len(list) != 1 || list[0].Path != first || list[0].Head != head || list[0].Rows != 2 || !list[0].At.Equal(d.clock) {
		t.Fatal(list, err)
	}
	for range 40 {
		if _, err := d.Backup(""); err != nil {
			t.Fatal(err)
		}
	}
	list, _ = Backups(d.path)
	var kept []int64
	for _, b := range list {
		kept = append(kept, b.Sequence)
	}
	if want := []int64{41, 40, 39, 38, 37, 36, 35, 34, 33, 32, 16}; !slices.Equal(kept, want) {
		t.Fatalf("kept %v, not %v", kept, want)
	}
	oldest := list[len(list)-1].Path
	if err := Restore(d.path, oldest, d.o); code(err) != "store.held" {
		t.Fatal("restored under an open desk:", err)
	}
	d.add("project", "code", "P3")
	d.Close()
	os.RemoveAll(evidenceDir(d.path))
	bad := filepath.Join(t.TempDir(), "bad.yice")
	os.WriteFile(bad, []byte("no"), 0o644)
	if err := Restore(d.path, bad, d.o); code(err) != "store.backup-unfit" {
		t.Fatal(err)
	}
	if err := Restore(d.path, oldest, d.o); err != nil {
		t.Fatal(err)
	}
	if left, _ := filepath.Glob(globbed(restoringPath(d.path)) + "*"); len(left) > 0 {
		t.Error("left beside the workspace:", left)
	}
	d.open()
	if n, _ := d.Count(d.book, d.form("project")); n != 2 {
		t.Fatal(n)
	}
	if _, err := d.EvidencePath(entry); err != nil {
		t.Fatal(err)
	}
	if found, err := d.VerifyHistory(background); err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	aside, _ := filepath.Glob(filepath.Join(filepath.Dir(d.path), "*.before-*.yice"))
	if len(aside) != 1 {
		t.Fatal("what was there is not kept:", aside)
	}
	w, err := Open(aside[0], d.o)
	if err != nil {
		t.Fatal(err)
	}
	if n, _ := w.Count(d.book, d.form("project")); n != 3 {
		t.Fatal(n)
	}
	w.Close()
}

func TestEvidence(t *testing.T) {
	d := newDesk(t, smallForms())
	dir := t.TempDir()
	a := filepath.Join(dir, "a.pdf")
	os.WriteFile(a, []byte("one"), 0o644)
	e1, err := d.AttachFile(a)
	if err != nil {
		t.Fatal(err)
	}
	e2, _ := d.AttachFile(a)
	p, err := d.EvidencePath(e1)
	if err != nil || e1 != e2 {
		t.Fatal(e1, e2, err)
	}
	if b, _ := os.ReadFile(p); string(b) != "one" {
		t.Fatal(string(b))
	}
	big := filepath.Join(dir, "big")
	f, _ := os.Create(big)
	f.Truncate(MaxEvidence + 1)
	f.Close()
	for path, want := range map[string]string{big: "store.evidence-size", dir: "store.evidence", filepath.Join(dir, "none"): "store.missing"} {
		if _, err := d.AttachFile(path); code(err) != want {
			t.Errorf("%s: %v", path, err)
		}
	}
	for entry, want := range map[string]string{
		"": "store.evidence", "../../etc/passwd:x": "store.evidence", strings.Repeat("0", 64) + ":b.pdf": "store.evidence-missing", strings.ToUpper(e1): "store.evidence",
	} {
		if _, err := d.EvidencePath(entry); code(err) != want {
			t.Errorf("%q: %v", entry, err)
		}
	}
	left, _ := filepath.Glob(filepath.Join(evidenceDir(d.path), ".part*"))
	if len(left) > 0 {
		t.Fatal(left)
	}
}

func TestSettingsNotesAndPacks(t *testing.T) {
	d := newDesk(t, smallForms())
	for _, kv := range [][2]string{{"ui.theme", "dark"}, {"ui.lang", "zh"}, {"who", "张三"}, {"ui.theme", "light"}, {"ui%", "x"}} {
		if err := d.SetSetting(kv[0], kv[1]); err != nil {
			t.Fatal(err)
		}
	}
	d.reopen()
	if m, err := d.Settings("ui."); err != nil || len(m) != 2 || m["ui.theme"] != "light" {
		t.Fatal(m, err)
	}
	d.SetSetting("ui.theme", "")
	if s, err := d.Setting("ui.theme"); s != "" || err != nil {
		t.Fatal(s, err)
	}
	note := func(kind, id, s string) {
		t.Helper()
		if err := d.PutNote(d.book, Note{Kind: kind, ID: id, Text: s, Who: "张三"}); err != nil {
			t.Fatal(err)
		}
	}
	head, _ := d.HistoryHead()
	note("draft", "x", "半句")
	if h, _ := d.HistoryHead(); h != head {
		t.Fatal("a draft went into the history")
	}
	note("reason", "b", "二")
	note("reason", "a", "一")
	note("reason", "b", "")
	n, err := d.Notes(d.book, "reason")
	if err != nil || len(n) != 1 || n[0].Text != "一" || n[0].Who != "张三" || !n[0].At.Equal(d.clock) {
		t.Fatal(n, err)
	}
	h, _ := d.HistoryHead()
	note("reason", "a", "一")
	if h2, _ := d.HistoryHead(); h2 != h {
		t.Fatal("the same reason again is an entry")
	}
	p := PackFile{SHA256: "ab", Year: 2023, Status: "draft", Source: []byte("x = 1"), AddedAt: d.clock}
	if err := d.AddPack(p); err != nil {
		t.Fatal(err)
	}
	p.Status, p.Signature = "issued", []byte{0, 1}
	if err := d.AddPack(p); err != nil {
		t.Fatal(err)
	}
	packs, err := d.Packs()
	if err != nil || len(packs) != 1 || packs[0].Status != "issued" || !bytes.Equal(packs[0].Signature, p.Signature) || string(packs[0].Source) != "x = 1" {
		t.Fatal(packs, err)
	}
	if err := d.RemovePack("ab"); err != nil {
		t.Fatal(err)
	}
	if packs, _ = d.Packs(); len(packs) != 0 {
		t.Fatal(packs)
	}
}

func TestBooksAreListedAndFollowTheCard(t *testing.T) {
	d := newDesk(t, smallForms())
	other, err := d.OpenBook("91150200MA0BT00217", 2022)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := d.OpenBook("91150200MA0BT00217", 2022); err != nil || again != other {
		t.Fatal(again, err)
	}
	d.set("enterprise", 1, "name", "水务集团", "type", "功能型")
	d.clock = d.clock.Add(time.Hour)
	d.set("enterprise", 1, "uscc", "91150200MA0BT003XY")
	books, err := d.Books()
	if err != nil || len(books) != 2 {
		t.Fatal(books, err)
	}
	b := books[1]
	if b.USCC != "91150200MA0BT003XY" || b.Name != "水务集团" || b.Type != "功能型" || b.Rows != 1 || b.Locked || !b.ChangedAt.Equal(d.clock) {
		t.Fatalf("%+v", b)
	}
	d.undo()
	if _, ok, _ := d.FindBook(testUSCC, 2023); !ok {
		t.Fatal("the book did not go back with the card")
	}
	// A code that another book bears already stays on the card, where it is a finding; the book keeps its own.
	same, err := d.OpenBook("91150200MA0BT00217", 2023)
	if err != nil {
		t.Fatal(err)
	}
	d.set("enterprise", 1, "uscc", "91150200MA0BT00217")
	if found, _, _ := d.FindBook("91150200MA0BT00217", 2023); found != same {
		t.Fatal(found)
	}
	// Books do not see one another's rows.
	d.add("project", "code", "P1")
	if r, err := d.Record(other, d.form("project"), 1); err != nil || r != nil {
		t.Fatal(r, err)
	}
	if _, err := d.Write(other, Batch{Writes: []Write{{Form: d.form("project"), Row: 1, Delete: true}}}); code(err) != "store.gone" {
		t.Fatal(err)
	}
	if r, err := d.Undo(other, ""); err != nil || r.Seq != 0 {
		t.Fatal("undid another book's step:", r, err)
	}
	if _, err := d.Write(Book{ID: 99}, Batch{Writes: []Write{{Form: d.form("project")}}}); code(err) != "store.no-book" {
		t.Fatal(err)
	}
}

// What can still be read of a damaged file comes over; the damage is told on every way in.
func TestSalvage(t *testing.T) {
	d := furnished(t)
	if err := d.SetLocked(d.book, false, "", ""); err != nil {
		t.Fatal(err)
	}
	f := d.form("spend")
	n := effort.Of(6_000, 20_000)
	if _, _, err := d.WriteBulk(background, d.book, f, Bulk{}, manySpend(f, n)); err != nil {
		t.Fatal(err)
	}
	total, _ := d.Count(d.book, f)
	// A damaged page in the middle of the ledger.
	root, err := d.writer.number("SELECT count(*) FROM sqlite_schema")
	if err != nil || root == 0 {
		t.Fatal(err)
	}
	d.Close()
	b, err := os.ReadFile(d.path)
	if err != nil {
		t.Fatal(err)
	}
	pages := 0
	rnd := rand.New(rand.NewPCG(3, 4))
	for at := len(b) / 2 / 4096 * 4096; pages < 5; at += 40960 {
		if b[at] != 13 || !bytes.Contains(b[at:at+4096], []byte("记-")) { // a leaf of the ledger
			at -= 40960 - 4096
			continue
		}
		for i := range 4096 {
			b[at+i] = byte(rnd.Uint32())
		}
		pages++
	}
	damaged := d.path + ".damaged"
	if err := os.WriteFile(damaged, b, 0o644); err != nil {
		t.Fatal(err)
	}
	w, err := Open(damaged, d.o)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Scan(background, d.book, f, func(*form.Record) error { return nil }); code(err) != "store.damaged" {
		t.Fatal(err)
	}
	found, err := w.Check(background)
	if err == nil && (len(found) == 0 || found[0].Check != "store.pages") || err != nil && code(err) != "store.damaged" {
		t.Fatal(found, err)
	}
	if _, err := w.Backup(t.TempDir()); err == nil {
		t.Fatal("a damaged file was backed up as good")
	}
	w.Close()

	to := filepath.Join(t.TempDir(), "saved.yice")
	out, err := Salvage(damaged, to, d.o)
	if err != nil {
		t.Fatal(err)
	}
	lost := total + 1 - out.Rows["spend"] // one line had been removed by hand
	if lost < 5 || lost > 5*80 || out.Rows["project"] != 2 || len(out.Damaged) != 1 || out.Damaged[0] != "spend" {
		t.Fatalf("%+v of %d", out, total)
	}
	w, err = Open(to, d.o)
	if err != nil {
		t.Fatal(err)
	}
	d.Workspace = w
	d.sameCube()
	if c, _ := d.Count(d.book, f); c != total-lost {
		t.Fatal(c, total, lost)
	}
	if found, err = d.Check(background); err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	found, err = d.VerifyHistory(background)
	if err != nil || int64(len(found)) != lost {
		t.Fatalf("%d findings, %d lost: %v %v", len(found), lost, found[:min(3, len(found))], err)
	}
	d.add("spend", "amount", 1)

	if _, err := Salvage(to, to, d.o); code(err) != "store.held" {
		t.Fatal(err)
	}
	junk := filepath.Join(t.TempDir(), "junk.yice")
	os.WriteFile(junk, bytes.Repeat([]byte("x"), 8192), 0o644)
	if _, err := Salvage(junk, junk+"2", d.o); err == nil {
		t.Fatal("salvaged junk")
	}
	if _, err := os.Stat(junk + "2"); !errors.Is(err, os.ErrNotExist) {
		t.Fatal("an empty file is left behind")
	}
}
