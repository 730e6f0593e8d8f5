package registry

import (
	"strings"

	"yice/form"
	"yice/text"
)

// What people read who decide on rows.

// RowName names a row by its key and title, once where they are the same.
func RowName(key, title string) string {
	if strings.Contains(title, key) {
		return title
	}
	return strings.TrimSpace(key + " " + title)
}

// Says names a row in a question: whose it is, and which.
func (w *Waiting) Says() string { return w.Name + "  " + RowName(w.Key, w.Title) }

// Cell is a field of a row as people read it, "" where nothing is in it, or there is no row.
func Cell(r *form.Record, i int, l text.Lang) string {
	if r == nil || r.Values[i].Empty() {
		return ""
	}
	fd, v := &r.Form.Fields[i], r.Values[i]
	if len(fd.Codes) > 0 {
		return text.Harmless(fd.CodeTitle(v.Str()).In(l))
	}
	if _, figure := v.Int(); figure {
		shown := fd.Display(v, fd.Unit, l)
		if fd.Kind != form.Percent {
			shown = text.InUnit(shown, fd.Unit.Title).In(l)
		}
		return shown
	}
	return text.Harmless(fd.Show(v))
}

// FieldsOf are the fields in which any of some rows of one form says something: those in which they differ first, then those they
// agree in.
func FieldsOf(rows []*form.Record, l text.Lang) (all []int, differ int) {
	if len(rows) == 0 || rows[0] == nil {
		return nil, 0
	}
	var same []int
	for i := range rows[0].Form.Fields {
		first, said, one := Cell(rows[0], i, l), false, true
		for _, r := range rows {
			cell := Cell(r, i, l)
			said, one = said || cell != "", one && cell == first
		}
		switch {
		case !said:
		case one:
			same = append(same, i)
		default:
			all = append(all, i)
		}
	}
	return append(all, same...), len(all)
}

// Paper reads what people write of the paper by which something is decided: the document and, behind a space, its day.
func (w *Waiting) Paper(typed string) (doc, on string, ok bool) {
	words := strings.Fields(typed)
	if len(words) < 2 {
		return "", "", false
	}
	day, err := form.ByID(w.Form).Field("recognised_on").Parse(words[len(words)-1], form.Yuan)
	return strings.Join(words[:len(words)-1], " "), day.Str(), err == nil
}

// Says is what a draft comes to.
func (d *Draft) Says() text.Pair {
	switch d.Recognition {
	case form.Recognised:
		return text.TuiRegMarkedYes.With(d.Doc, d.On)
	case form.Refused:
		return text.TuiRegMarkedNo.With(d.Doc, d.On, d.Reason)
	}
	return text.TuiRegMarkedAsk.With(d.Reason)
}

// Marked are the rows that have a draft.
func Marked(waiting []Waiting) (all []Waiting) {
	for _, w := range waiting {
		if w.Draft != nil {
			all = append(all, w)
		}
	}
	return all
}

// Scored are the lines of a case that have a score of their own; none of one that nobody read.
func (c *Case) Scored() (all []Line) {
	if c == nil {
		return nil
	}
	for _, l := range c.Lines {
		if l.Kind != "total" {
			all = append(all, l)
		}
	}
	return all
}

// Adjustable reports a line to which points may be given.
func (l *Line) Adjustable() bool { return l.Kind == "indicator" || l.Kind == "bonus" }

// FindingsOf are the findings on the forms whose rows counted for a line, or did not.
func (c *Case) FindingsOf(l *Line) (all []Finding) {
	forms := make(map[string]bool)
	for _, u := range l.Used {
		forms[u.Form] = true
	}
	for _, f := range c.Findings {
		if forms[f.Form] {
			all = append(all, f)
		}
	}
	return all
}

// Locked counts the files that came back because nothing opened them.
func (t *Taken) Locked() (n int) {
	for _, f := range t.Refused {
		if f.Code == "envelope.closed" {
			n++
		}
	}
	return n
}
