package plain

import (
	"errors"
	"strconv"
	"strings"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
)

// Answers with a meaning of their own at a field.
const (
	sayBefore = "<"  // the field before
	sayClear  = "-"  // empty the field
	sayDitto  = "="  // as in the record above
	sayNext   = "+"  // the number after the one above
	sayAll    = "*"  // the fields that are seldom filled, too
	sayLike   = "==" // all that is not answered as in the record above, the number counted on
)

// keying lists the forms and opens one after the other.
func (d *desk) keying() error {
	for {
		states := d.s.States()
		list := make([]text.Pair, len(states))
		for i, st := range states {
			list[i] = formLine(st)
		}
		i, err := d.choose(text.PlainWhichForm, list, text.PlainBack)
		if err != nil {
			return err
		}
		f := states[i].Form
		do := func() error { return d.register(f) }
		if f.Single() {
			do = func() error { return d.single(f) }
		}
		if err := d.part(do); err != nil {
			return err
		}
	}
}

// formLine says how far a form is filled.
func formLine(st entry.FormState) text.Pair {
	say := text.PlainForm.With(st.Form.Title, st.Rows)
	if st.Asked > 0 {
		say = text.PlainFormOf.With(st.Form.Title, st.Filled, st.Asked)
	}
	if st.Must+st.Verify > 0 {
		more := text.PlainFormWrong.With(st.Must, st.Verify)
		say = text.Pair{ZH: say.ZH + more.ZH, EN: say.EN + more.EN}
	}
	return say
}

// single keys the one record of a form.
func (d *desk) single(f *form.Form) error {
	d.say(text.PlainKeys)
	row := int64(0)
	if all := d.s.Records(f); len(all) > 0 {
		row = all[0].ID
	}
	_, err := d.walk(&walk{f: f, row: row, all: true})
	return err
}

// listed are the records of a page.
const listed = 20

// rows is a list of records to look through: a view of the file, or the items that a pack asks about.
type rows interface {
	Len() int
	Rows(i, n int) ([]*form.Record, error)
}

type items []*form.Record

func (r items) Len() int { return len(r) }
func (r items) Rows(i, n int) ([]*form.Record, error) {
	return r[min(i, len(r)):min(i+n, len(r))], nil
}

func (d *desk) rows(f *form.Form, find string) (rows, error) {
	if f.ID == "checklist" && find == "" {
		var all items
		for _, it := range d.s.ChecklistItems() {
			all = append(all, it.Record)
		}
		return all, nil
	}
	return d.s.View(d.ctx, f, store.Query{Find: find}, nil)
}

// register lists the records of a form and takes what to do with them: a number opens one, "+" begins a new one, "-" and a number
// removes one, "/" and a word looks for it, Enter goes on to the next page.
func (d *desk) register(f *form.Form) error {
	find, from := "", 0
	for {
		all, err := d.rows(f, find)
		if err != nil {
			return err
		}
		if from >= all.Len() {
			from = 0
		}
		page, err := all.Rows(from, listed)
		if err != nil {
			return err
		}
		d.say(text.PlainRows.With(f.Title, all.Len()))
		for i, r := range page {
			d.say(text.PlainOption.With(from+i+1, d.rowLine(r)))
		}
		if from+len(page) < all.Len() {
			d.say(text.PlainMoreRows.With(all.Len() - from - len(page)))
		}
		answer, err := d.askOr(whichRow(f))
		if err != nil {
			return err
		}
		switch n, no := strconv.Atoi(strings.TrimLeft(answer, "-"+sayFiles)); {
		case answer == "":
			from += listed
		case isHelp(answer):
			d.hinted = "" // the ways on are told again
			d.say(f.Help)
		case answer == sayNext:
			if err := d.part(func() error { return d.newRows(f) }); err != nil {
				return err
			}
		case answer == sayBatch && f.Scope == form.Ledger:
			if err := d.part(d.beginBatch); err != nil {
				return err
			}
		case strings.HasPrefix(answer, "/"):
			find, from = strings.TrimSpace(answer[1:]), 0
		case no != nil || n < 1 || n > all.Len():
			d.say(text.PlainNoRow.With(answer, all.Len()))
		default:
			one, err := all.Rows(n-1, 1)
			if err != nil || len(one) == 0 {
				return err
			}
			do := func() error {
				d.say(text.PlainKeys)
				_, err := d.walk(&walk{f: f, row: one[0].ID})
				return err
			}
			switch {
			case strings.HasPrefix(answer, "-"):
				do = func() error { return d.remove(f, one[0]) }
			case strings.HasPrefix(answer, sayFiles):
				do = func() error { return d.evidence(f, one[0].ID) }
			}
			if err := d.part(do); err != nil {
				return err
			}
		}
	}
}

// whichRow asks what to do with the records of a form.
func whichRow(f *form.Form) text.Pair {
	if f.Scope == form.Ledger {
		return text.PlainWhichLine
	}
	return text.PlainWhichRow
}

func (d *desk) remove(f *form.Form, r *form.Record) error {
	if r.ID <= 0 {
		d.say(text.PlainNothing)
		return nil
	}
	yes, err := d.yes(text.PlainRemove.With(d.rowLine(r)))
	if err != nil || !yes {
		return err
	}
	out, err := d.s.Apply(text.Pair{}, []entry.Edit{{Form: f, Row: r.ID, Remove: true}})
	if err != nil {
		return err
	}
	d.say(text.PlainRemoved)
	d.moved(out)
	return nil
}

// rowLine is a record in a line: what it is known by, and its first figures.
func (d *desk) rowLine(r *form.Record) text.Pair {
	var said []string
	for i := range r.Form.Fields {
		fd := &r.Form.Fields[i]
		if fd.Aside || !fd.Required && i > 4 || len(said) == 8 {
			continue
		}
		shown := fd.Display(r.Values[i], fd.Unit, d.lang)
		if raw := r.Raw[i]; raw != "" {
			shown = raw
		}
		if shown != "" {
			said = append(said, shown)
		}
	}
	return text.Same(strings.Join(said, text.PlainComma.In(d.lang)))
}

// newRows keys new records one after the other, until "." at the first field of one.
func (d *desk) newRows(f *form.Form) error {
	d.say(text.PlainKeys)
	above, err := d.last(f)
	if err != nil {
		return err
	}
	known, err := d.learnt(f)
	if err != nil {
		return err
	}
	if known != nil {
		d.say(text.PlainKeysLine)
	}
	for n := 1; ; n++ {
		d.say(text.PlainNewRow.With(f.Title, n))
		w := &walk{f: f, above: above, fresh: true, kinds: known}
		made, err := d.walk(w)
		if made != nil {
			above = made
			d.say(text.PlainRowDone.With(d.rowLine(made)))
			d.wrongIn(w.findings, "")
			known.learn(made)
			if f.Scope == form.Ledger {
				d.tellBatch()
			}
		}
		if err != nil {
			return err
		}
		if made == nil {
			d.say(text.PlainNothing)
			return nil
		}
	}
}

// last is the newest record of a form, whose values a new one may take over.
func (d *desk) last(f *form.Form) (*form.Record, error) {
	v, err := d.s.View(d.ctx, f, store.Query{}, nil)
	if err != nil || v.Len() == 0 {
		return nil, err
	}
	one, err := v.Rows(v.Len()-1, 1)
	if err != nil || len(one) == 0 {
		return nil, err
	}
	return one[0], nil
}

// walk is a way through the fields of a record.
type walk struct {
	f        *form.Form
	row      int64        // 0: it is made by the first answer
	above    *form.Record // of a new one
	all      bool         // the fields that are seldom filled, too
	only     string       // one field alone; "": all
	findings []form.Finding
	fresh    bool            // it is a new record
	kinds    *kinds          // of lines that follow from others; nil: none do
	given    map[string]bool // fields taken over from another line
}

// walk asks for the fields one after the other and gives the record as it then is, nil where there is none. Every answer is
// written before the next question.
func (d *desk) walk(w *walk) (*form.Record, error) {
	r := form.NewRecord(w.f)
	if w.row != 0 {
		var err error
		if r, err = d.s.Record(w.f, w.row); err != nil {
			return nil, err
		}
		if r == nil {
			return nil, &text.Fault{Code: "plain.gone", Class: text.Usage, Say: text.PlainGone}
		}
	}
	var been []int // the fields asked, for the way back
	for i := 0; i < len(w.f.Fields); {
		fd := &w.f.Fields[i]
		if !d.asks(w, r, fd) {
			if w.given[fd.ID] {
				been = append(been, i) // passed, and gone back to like one that was asked
			}
			i++
			continue
		}
		next, err := d.field(w, &r, fd)
		switch {
		case err != nil:
			if w.row == 0 {
				r = nil
			}
			return r, err
		case next == sayBefore:
			if len(been) > 0 {
				i, been = been[len(been)-1], been[:len(been)-1]
				delete(w.given, w.f.Fields[i].ID)
			}
		case next == sayAll:
			w.all = true
		case next == "":
			been = append(been, i)
			i++
		}
	}
	if w.row == 0 {
		return nil, nil
	}
	return r, nil
}

// asks reports whether a field is asked for on the way: one that applies, and that is not seldom filled unless it was asked for or
// holds something. Files are attached elsewhere.
func (d *desk) asks(w *walk, r *form.Record, fd *form.Field) bool {
	if w.only != "" {
		return fd.ID == w.only
	}
	i := w.f.Index(fd.ID)
	holds := !r.Values[i].Empty() || r.Raw[i] != ""
	switch {
	case w.given[fd.ID]:
		return false // it is as on the line it was taken from
	case fd.Kind == form.Files, fd.Applies != nil && !fd.Applies(r) && !holds:
		return false
	case !w.all && !holds && (fd.Aside || fd.Kind == form.Ref && !fd.Required && len(d.s.Choices(fd)) == 0):
		return false // what is seldom filled, and what there is nothing to name for
	case w.f.ID == "checklist" && fd.ID == "item" && holds:
		return false // the pack words it
	}
	return true
}

// field asks for one field until it is answered: "" goes on, sayBefore and sayAll are for the walk.
func (d *desk) field(w *walk, r **form.Record, fd *form.Field) (string, error) {
	for {
		answer, err := d.askOr(d.question(w, *r, fd))
		if err != nil {
			return "", err
		}
		if isHelp(answer) {
			d.help(fd)
			continue
		}
		switch answer {
		case "", sayBefore, sayAll:
			return answer, nil
		case sayLike:
			if err := d.likeAbove(w, r); err != nil {
				d.fail(err)
				continue
			}
			return "", nil
		case sayDitto, sayNext:
			if answer, err = d.fromAbove(w, fd, answer); err != nil {
				d.fail(err)
				continue
			}
		case sayClear:
			answer = ""
			if w.row == 0 {
				return "", nil // there is nothing yet
			}
		}
		typed, again := d.meant(w, fd, answer)
		if again {
			continue
		}
		out, err := d.s.Put(w.f, w.row, fd.ID, typed)
		if err != nil {
			var f *text.Fault
			if errors.As(err, &f) && f.Class == text.Usage {
				d.fail(err)
				continue
			}
			return "", err
		}
		if len(out.Rows) > 0 && out.Rows[0] != 0 {
			w.row = out.Rows[0]
		}
		if len(out.Records) > 0 && out.Records[0] != nil {
			*r = out.Records[0]
		}
		w.findings = out.Findings
		d.readBack(*r, fd, answer)
		unread := (*r).Unread(fd.ID)
		d.wrongIn(out.Findings, fd.ID)
		d.moved(out)
		if !unread {
			delete(w.given, fd.ID)
			return "", d.follow(w, r, fd.ID)
		}
		d.say(text.PlainKept)
	}
}

// question names a field, its unit, what it held last year and what it holds.
func (d *desk) question(w *walk, r *form.Record, fd *form.Field) text.Pair {
	say := fd.Title
	if u := fd.Unit.Title; !u.Empty() {
		say = text.PlainUnit.With(say, text.Aloud(u))
	}
	if fd.Required {
		say = text.PlainRequired.With(say)
	}
	i := w.f.Index(fd.ID)
	if old := d.s.LastYear(w.f, r); old != nil && !old.Values[i].Empty() {
		say = text.PlainLastYear.With(say, fd.Display(old.Values[i], fd.Unit, d.lang))
	}
	shown := fd.Display(r.Values[i], fd.Unit, d.lang)
	if raw := r.Raw[i]; raw != "" {
		shown = raw
	}
	if w.row == 0 && w.above != nil && fd.Ditto && shown == "" {
		if above := fd.Display(w.above.Values[i], fd.Unit, d.lang); above != "" {
			return text.PlainAbove.With(say, above)
		}
	}
	return held(say, shown)
}

// fromAbove is the value of the record above, or the number after it.
func (d *desk) fromAbove(w *walk, fd *form.Field, how string) (string, error) {
	none := &text.Fault{Code: "plain.above", Class: text.Usage, Say: text.PlainNoAbove}
	if w.above == nil {
		return "", none
	}
	above := fd.Typed(w.above.Values[w.f.Index(fd.ID)], fd.Unit)
	if how == sayNext {
		next, ok := form.Succeeding(above)
		if !ok {
			return "", none
		}
		above = next
	}
	if above == "" {
		return "", none
	}
	return above, nil
}
