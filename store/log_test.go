package store

import (
	"database/sql"
	"strings"
	"testing"

	"yice/seal"
	"yice/text"
)

// rechain does what anybody can who reads this: every hash of the history is made anew from what its entries say now.
func (d *desk) rechain() {
	d.t.Helper()
	db, err := sql.Open("sqlite", dsn(d.path, write, shared))
	if err != nil {
		d.t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.Query("SELECT h.seq, h.step, h.at, h.book, h.row, h.who, h.kind, ifnull(s.label_zh,''), ifnull(s.label_en,''), h.form, h.key, h.field, h.old, h.new" +
		" FROM history h LEFT JOIN step s ON s.id=h.step ORDER BY h.seq")
	if err != nil {
		d.t.Fatal(err)
	}
	var head []byte
	hashes := map[int64][]byte{}
	for rows.Next() {
		var l linkOf
		t := &l.texts
		if err := rows.Scan(&l.seq, &l.step, &l.at, &l.book, &l.row, &t[0], &t[1], &t[2], &t[3], &t[4], &t[5], &t[6], &t[7], &t[8]); err != nil {
			d.t.Fatal(err)
		}
		head = link(head, l)
		hashes[l.seq] = head
	}
	if err := rows.Err(); err != nil {
		d.t.Fatal(err)
	}
	for seq, hash := range hashes {
		if _, err := db.Exec("UPDATE history SET hash=? WHERE seq=?", hash, seq); err != nil {
			d.t.Fatal(err)
		}
	}
}

// A history that was made anew from its first entry is whole in itself. Whoever saw the one before knows better.
func TestAHistoryMadeAnewIsToldByWhoeverSawIt(t *testing.T) {
	d := newDesk(t, smallForms())
	row := d.add("annual", "revenue", 100)
	d.add("project", "code", "P1")
	early, err := d.Log(background)
	if err != nil {
		t.Fatal(err)
	}
	head, err := d.HistoryHead()
	if err != nil {
		t.Fatal(err)
	}
	d.add("project", "code", "P2")
	name := text.Same("2023.zip")
	witnesses := []Witness{{Name: name, Log: early}, {Name: name, Head: head}, {Name: name, Log: early, Head: head}, {Name: name}}
	v, err := d.VerifyAgainst(background, witnesses)
	if err != nil || len(v.Findings) > 0 {
		t.Fatal(v, err)
	}
	for i, want := range []int64{early.Size, early.Size, early.Size, 0} {
		if v.Vouched[i] != want {
			t.Errorf("witness %d vouches for %d entries, not %d", i, v.Vouched[i], want)
		}
	}
	now, proofs, err := d.Extends(background, early.Size, 0)
	if err != nil || v.Log != now || proofs[0].Earlier() != early {
		t.Fatal(now, v.Log, proofs, err)
	}
	for _, p := range proofs {
		if err := seal.VerifyConsistency(p.Earlier(), now, p.Proof); err != nil {
			t.Fatal(p.Size, err)
		}
	}

	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	plant(t, d.path, unguard+`UPDATE history SET new=replace(new, 'n100', 'n900') WHERE form='annual'; UPDATE annual SET revenue=900`)
	d.rechain()
	d.tamper()
	d.want(d.get("annual", row, "revenue"), "900")
	if found, err := d.VerifyHistory(background); err != nil || len(found) > 0 {
		t.Fatal("the attack is no good:", found, err)
	}
	v, err = d.VerifyAgainst(background, witnesses)
	if err != nil || len(v.Findings) != 3 || v.Vouched[0]+v.Vouched[1]+v.Vouched[2] != 0 {
		t.Fatal(v, err)
	}
	if !strings.Contains(v.Findings[0].Message.ZH, "重写") {
		t.Error(v.Findings[0].Message)
	}
	// Whoever saw it before and after the attack brackets the place.
	then, err := d.Log(background)
	if err != nil {
		t.Fatal(err)
	}
	first := Witness{Name: name, Log: firstOf(t, d, 1)}
	v, err = d.VerifyAgainst(background, []Witness{first, {Name: name, Log: seal.Log{Size: then.Size - 1, Root: early.Root}}})
	if err != nil || len(v.Findings) != 1 || v.Vouched[0] != 1 || !strings.Contains(v.Findings[0].Message.ZH, "第 2 至") {
		t.Error(v, err)
	}
	later, proofs, err := d.Extends(background, early.Size)
	if err != nil {
		t.Fatal(err)
	}
	if seal.VerifyConsistency(early, later, proofs[0].Proof) == nil {
		t.Fatal("the new history is proved to begin with the old one")
	}
}

// firstOf is what the history was when it had n entries.
func firstOf(t *testing.T, d *desk, n int64) seal.Log {
	t.Helper()
	_, proofs, err := d.Extends(background, n)
	if err != nil {
		t.Fatal(err)
	}
	return proofs[0].Earlier()
}

// What was cut off proves nothing, nor does a history with a gap.
func TestAHistoryThatLostEntriesProvesNothing(t *testing.T) {
	d := newDesk(t, smallForms())
	d.add("project", "code", "P1")
	d.add("project", "code", "P2")
	then, err := d.Log(background)
	if err != nil {
		t.Fatal(err)
	}
	d.tamper(unguard + "DELETE FROM history WHERE seq=(SELECT max(seq) FROM history)")
	if _, _, err := d.Extends(background, then.Size); code(err) != "store.history-cut" {
		t.Fatal(err)
	}
	v, err := d.VerifyAgainst(background, []Witness{{Name: text.Same("x"), Log: then}})
	if err != nil || len(v.Findings) == 0 || !strings.Contains(v.Findings[0].Message.ZH, "截断") {
		t.Fatal(v, err)
	}
	d.tamper(unguard + "DELETE FROM history WHERE seq=1")
	if _, err := d.Log(background); code(err) != "store.history-gap" {
		t.Fatal(err)
	}
}
