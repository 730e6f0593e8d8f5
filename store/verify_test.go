package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"yice/form"
)

// tamper changes the file as somebody with sqlite3 would.
func (d *desk) tamper(sqls ...string) {
	d.t.Helper()
	if err := d.Close(); err != nil {
		d.t.Fatal(err)
	}
	tamper(d.t, d.path, sqls...)
	d.open()
}

// tamper changes a closed file so.
func tamper(t testing.TB, path string, sqls ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", dsn(path, write, shared))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range sqls {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
	// The guards of the history are put back, as somebody would who wants the file to be opened.
	for script := ownSchema; script != ""; {
		var guard string
		guard, script = statement(script)
		if name, ok := strings.CutPrefix(guard, "CREATE TRIGGER "); ok {
			if _, err := db.Exec("CREATE TRIGGER IF NOT EXISTS " + name); err != nil {
				t.Fatal(err)
			}
		}
	}
}

const unguard = "DROP TRIGGER history_fixed; DROP TRIGGER history_kept; DROP TRIGGER history_appended;"

// furnished is a desk with something of everything the history accounts for: a copy of one that is made once, changed before it is
// opened as somebody with sqlite3 would.
func furnished(t *testing.T, tampering ...string) *desk {
	t.Helper()
	furnishedOnce.Do(func() {
		d := furnish(t)
		if err := d.Close(); err != nil {
			t.Fatal(err)
		}
		furnishedFile, furnishedErr = os.ReadFile(d.path)
		furnishedDesk = *d
	})
	if furnishedErr != nil || len(furnishedFile) == 0 {
		t.Fatal("it was not made: ", furnishedErr)
	}
	d := &desk{t: t, book: furnishedDesk.book, clock: furnishedDesk.clock}
	d.o = Options{Forms: smallForms(), Now: func() time.Time { return d.clock }}
	path := filepath.Join(t.TempDir(), "a#b %41?.yice")
	if err := os.WriteFile(path, furnishedFile, 0o600); err != nil {
		t.Fatal(err)
	}
	if len(tampering) > 0 {
		tamper(t, path, tampering...)
	}
	var err error
	if d.Workspace, err = Open(path, d.o); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

var (
	furnishedOnce sync.Once
	furnishedFile []byte
	furnishedDesk desk
	furnishedErr  error
)

func furnish(t *testing.T) *desk {
	d := newDesk(t, smallForms())
	p := d.add("project", "code", "P1", "name", "稀土永磁", "staff", 3)
	d.add("platform", "code", "L1", "name", "实验室")
	d.set("project", p, "name", "稀土发光")
	d.add("project", "code", "P2", "staff", raw("很多"))
	d.remove("project", 2)
	f := d.form("spend")
	if _, _, err := d.WriteBulk(background, d.book, f, Bulk{File: "a.csv"}, manySpend(f, 2500)); err != nil {
		t.Fatal(err)
	}
	d.set("spend", 1000, "amount", 77)
	d.remove("spend", 1001)
	d.add("spend", "date", "2023-01-01", "amount", 5)
	d.set("annual", d.add("annual", "revenue", 100), "revenue", 200)
	if err := d.PutNote(d.book, Note{Kind: "reason", ID: "x@y", Text: "设备集中采购"}); err != nil {
		t.Fatal(err)
	}
	if err := d.PutNote(d.book, Note{Kind: "draft", ID: "x", Text: "半"}); err != nil {
		t.Fatal(err)
	}
	d.undo()
	d.redo()
	if err := d.SetLocked(d.book, true, "", "上报"); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestAHonestFileVerifies(t *testing.T) {
	d := furnished(t)
	found, err := d.VerifyHistory(background)
	if err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	if found, err = d.Check(background); err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	if found, err = d.CheckAll(background); err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	ctx, cancel := context.WithCancel(background)
	cancel()
	if _, err := d.VerifyHistory(ctx); !errors.Is(err, context.Canceled) {
		t.Fatal("cannot be stopped:", err)
	}
}

// Every way of changing the file behind the program's back is told, with the row's name where a row was changed.
func TestTamperingIsNamed(t *testing.T) {
	for _, c := range []struct {
		name, sql string
		form      string
		row       int64
		field     string
		says      string
	}{
		{"a cell made by hand", "UPDATE project SET staff=30 WHERE _row=1", "project", 1, "staff", "30"},
		{"a cell edited by hand", "UPDATE project SET name='x' WHERE _row=1", "project", 1, "name", "稀土发光"},
		{"a cell emptied", "UPDATE annual SET revenue=NULL", "annual", 1, "revenue", "2.00"},
		{"an unread text", "UPDATE raw SET text='少'", "project", 2, "staff", "很多"},
		{"an edited line of an import", "UPDATE spend SET amount=1 WHERE _row=1000", "spend", 1000, "amount", "0.77"},
		{"an untouched line of an import", "UPDATE spend SET amount=amount+1 WHERE _row=2400", "spend", 2400, "", "2400"},
		{"another cell of an edited line", "UPDATE spend SET voucher='x' WHERE _row=1000", "spend", 1000, "", "1000"},
		{"where a line points", "UPDATE spend SET project=project+1 WHERE _row=3", "spend", 3, "", "3"},
		{"a line deleted", "DELETE FROM spend WHERE _row=1500", "spend", 1500, "", "1500"},
		{"the last line deleted", "DELETE FROM spend WHERE _row=2500", "spend", 2500, "", "2500"},
		{"a row deleted", "DELETE FROM project WHERE _row=1", "project", 1, "", "1"},
		{"a line hidden", "UPDATE spend SET _book=-_book WHERE _row=1499", "spend", 1499, "", "1499"},
		{"a removed line brought back", "UPDATE spend SET _book=-_book WHERE _row=1001", "spend", 1001, "", "1001"},
		{"a removed row brought back", "UPDATE project SET _book=-_book WHERE _row=2", "project", 2, "", "P2"},
		{"a row added", "INSERT INTO platform(_row,_book,_ord,_step,code) VALUES(9,1,9,1,'L9')", "platform", 9, "", "L9"},
		{"a line added", "INSERT INTO spend(_row,_book,_ord,_step,amount) VALUES(9000,1,9000,1,1)", "spend", 9000, "", "9000"},
		{"a row moved to another book", "UPDATE platform SET _book=7", "platform", 1, "", "L1"},
		{"an identity renamed", "UPDATE ident SET key='Q' WHERE key='P1'", "project", 1, "", "P1"},
		{"a fingerprint", "UPDATE fingerprint SET sums=zeroblob(length(sums)) WHERE chunk=1", "spend", 0, "", "spend"},
		{"a seal broken", "UPDATE book SET locked=0", "", 0, "", testUSCC},
		{"a reason rewritten", "UPDATE note SET text='核实无误' WHERE kind='reason'", "", 0, "", "x@y"},
		{"a reason removed", "DELETE FROM note WHERE kind='reason'", "", 0, "", "x@y"},
		{"history: what was written", unguard + "UPDATE history SET new='n9' WHERE form='annual' AND field<>''", "annual", 1, "revenue", ""},
		{"history: who", unguard + "UPDATE history SET who='nobody' WHERE seq=3", "platform", 1, "", "3"},
		{"history: the label", "UPDATE step SET label_zh='x' WHERE id=2", "project", 1, "", "2"},
		{"history: an entry removed", unguard + "DELETE FROM history WHERE seq=4", "", 0, "", "5"},
		{"history: its beginning removed", unguard + "DELETE FROM history WHERE seq=1", "", 0, "", "2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := furnished(t, c.sql)
			for how, check := range map[string]func(context.Context) ([]form.Finding, error){"by itself": d.VerifyHistory, "with the long check": d.CheckAll} {
				found, err := check(background)
				if err != nil {
					t.Fatal(how, err)
				}
				if !slices.ContainsFunc(found, func(f form.Finding) bool {
					return f.Form == c.form && f.Row == c.row && f.Field == c.field && strings.Contains(f.Message.ZH, c.says) && strings.Contains(f.Message.EN, c.says)
				}) {
					t.Fatalf("%s: not told: %+v", how, found)
				}
			}
		})
	}
}

// Recomputing the hashes needs the whole chain: the head in a backup or a submission then differs.
func TestARewrittenHistoryHasAnotherHead(t *testing.T) {
	d := furnished(t)
	head, err := d.HistoryHead()
	if err != nil {
		t.Fatal(err)
	}
	d.tamper(unguard + "DELETE FROM history WHERE seq=(SELECT max(seq) FROM history)")
	if now, _ := d.HistoryHead(); now == head {
		t.Fatal("a shortened history has the same head")
	}
}

func TestTheHistoryCannotBeChangedThroughTheFilesOwnGuards(t *testing.T) {
	d := furnished(t)
	for _, sql := range []string{"UPDATE history SET who='x'", "DELETE FROM history", "INSERT INTO history SELECT * FROM history"} {
		if _, err := d.writer.exec(sql); err == nil || !strings.Contains(err.Error(), "append-only") {
			t.Errorf("%s: %v", sql, err)
		}
	}
}

// Undo looks first: what somebody changed behind the program's back is not overwritten.
func TestUndoRefusesWhatItDidNotWrite(t *testing.T) {
	d := newDesk(t, smallForms())
	p := d.add("project", "code", "P1", "name", "a")
	d.set("project", p, "name", "b")
	d.tamper("UPDATE project SET name='c'")
	if _, err := d.Undo(d.book, ""); code(err) != "store.changed" {
		t.Fatal(err)
	}
	d.want(d.get("project", p, "name"), "c")
	d.tamper("UPDATE project SET name='b', staff=9")
	d.undo() // the cell is as recorded
	if _, err := d.Undo(d.book, ""); code(err) != "store.changed" {
		t.Fatal("the row that was added is not what was recorded:", err)
	}
}

func TestWrongTotalsAreToldAndMended(t *testing.T) {
	d := furnished(t)
	for _, check := range []func(*Workspace, context.Context) ([]form.Finding, error){(*Workspace).Check, (*Workspace).CheckAll} {
		d.tamper("UPDATE cube_month SET amount=amount+1 WHERE month=3", "UPDATE tally SET rows=rows+1 WHERE form='project'")
		found, err := check(d.Workspace, background)
		if err != nil || len(found) != 2 || found[0].Check != "store.totals" || found[1].Form != "project" {
			t.Fatal(found, err)
		}
		d.sameCube()
		if found, err = check(d.Workspace, background); err != nil || len(found) > 0 {
			t.Fatal(found, err)
		}
	}
}

// A sum whose key no program of ours packs is read as what it is, told, and counted afresh.
func TestASumUnderAKeyOfNobodysIsToldAndMended(t *testing.T) {
	for _, key := range []string{"texts=''", "texts='x'||char(31)||'y'", "texts=texts||char(31)||'z'", "flags=-1", "idents=-1"} {
		d := furnished(t, "UPDATE cube SET "+key+" WHERE (idents,flags,texts)=(SELECT idents,flags,texts FROM cube ORDER BY idents=0, length(replace(texts,char(31),'')) DESC LIMIT 1)")
		found, err := d.Check(background)
		if err != nil || len(found) != 1 || found[0].Check != "store.totals" {
			t.Fatal(key, found, err)
		}
		d.sameCube()
	}
}

// The tail of the chain is part of the long check.
func TestTheLongCheckReadsTheTail(t *testing.T) {
	d := furnished(t, unguard+"UPDATE history SET who='nobody' WHERE seq=6")
	found, err := d.Check(background)
	if err != nil || len(found) != 1 || !strings.Contains(found[0].Message.EN, "6") {
		t.Fatal(found, err)
	}
}

// Flags that other checks made are made again.
func TestFlagsAreRenewedWhenTheChecksAreOthers(t *testing.T) {
	d := furnished(t)
	count := func() string {
		rows, counts, err := d.Flagged(d.book, d.form("spend"), 10_000)
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprint(len(rows), counts)
	}
	want := count()
	d.tamper("DELETE FROM flag WHERE row%20=1", "DELETE FROM flag_count", `INSERT INTO flag VALUES('spend',1,3,'old',  'amount',0)`,
		`INSERT INTO flag_count SELECT form, book, "check", severity, count(*) FROM flag GROUP BY form, book, "check"`, "DELETE FROM meta WHERE name='checks'")
	if count() == want {
		t.Fatal("nothing to renew")
	}
	if found, err := d.Check(background); err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	if got := count(); got != want {
		t.Fatalf("%s, want %s", got, want)
	}
}

func TestHistoryIsReadForPeople(t *testing.T) {
	d := furnished(t)
	e, err := d.History(d.book, HistoryQuery{Form: "project", Row: 1})
	if err != nil || len(e) != 2 {
		t.Fatal(e, err)
	}
	if e[0].Field != "name" || e[0].Old != "稀土永磁" || e[0].New != "稀土发光" || e[0].Who != "张三" || e[0].Key != "P1" || e[0].Label.EN != "change" {
		t.Fatalf("%+v", e[0])
	}
	if !strings.Contains(e[1].New, "name=稀土永磁") || !strings.Contains(e[1].New, "staff=3") {
		t.Fatalf("%+v", e[1])
	}
	all, err := d.History(d.book, HistoryQuery{})
	if err != nil || all[0].Kind != "lock" || !strings.Contains(all[0].Label.ZH, "上报") {
		t.Fatalf("%+v %v", all[0], err)
	}
	for i, q := range []HistoryQuery{{Before: all[3].Seq, Limit: 2}, {Who: "李四"}, {Field: "revenue"}, {From: d.clock.AddDate(0, 0, 1)}, {To: d.clock}} {
		e, err := d.History(d.book, q)
		if err != nil {
			t.Fatal(err)
		}
		want := []int{2, 2, 3, 0, 0}[i]
		if len(e) != want {
			t.Errorf("%+v gives %d entries, want %d", q, len(e), want)
		}
	}
	if got := e[0].At.UnixMilli(); got != d.clock.UnixMilli() {
		t.Fatal(got)
	}
}

func TestTimesNeverGoBack(t *testing.T) {
	d := newDesk(t, smallForms())
	p := d.add("project", "code", "P1")
	d.clock = d.clock.AddDate(0, 0, -3)
	d.set("project", p, "name", "a")
	d.set("project", p, "name", "b")
	e, err := d.History(d.book, HistoryQuery{})
	if err != nil {
		t.Fatal(err)
	}
	notes := 0
	for i, x := range e {
		if x.Kind == "note" {
			notes++
			if !strings.Contains(x.Label.EN, "set back") {
				t.Fatal(x)
			}
		}
		if i > 0 && x.At.After(e[i-1].At) {
			t.Fatal("times go back")
		}
	}
	if notes != 1 {
		t.Fatalf("%d notes about the clock", notes)
	}
	d.undo()
	d.undo()
	d.want(d.get("project", p, "name"), "")
	if found, err := d.VerifyHistory(background); err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
}
