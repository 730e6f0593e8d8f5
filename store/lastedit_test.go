package store

import "testing"

// The newest edit is found behind what is no edit, and is of the year it was made in.
func TestTheLastEditIsTheNewestOfAForm(t *testing.T) {
	d := newDesk(t, smallForms())
	if e, _, ok, err := d.LastEdit(); err != nil || ok && e.Form == "project" {
		t.Fatal(e, err)
	}
	p := d.add("project", "code", "P1", "name", "稀土")
	d.add("spend", "date", "2023-03-15", "project", "P1", "amount", 12345)
	d.set("project", p, "name", "电机")
	if err := d.PutNote(d.book, Note{Kind: "signoff", ID: "preparer", Text: "x", Who: "甲"}); err != nil {
		t.Fatal(err)
	}
	e, b, ok, err := d.LastEdit()
	if err != nil || !ok || b != d.book || e.Form != "project" || e.Row != p || e.Field != "name" || e.Key != "P1" {
		t.Fatalf("%+v of %+v, %v %v", e, b, ok, err)
	}
	d.undo()
	if e, _, ok, _ = d.LastEdit(); !ok || e.Kind != "undo" || e.Row != p {
		t.Fatalf("%+v", e)
	}
}
