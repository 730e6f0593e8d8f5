package plain

import (
	"slices"
	"strings"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
)

// kindLines are the newest lines that the ways of an enterprise are learnt from.
const kindLines = 2000

// kinds are the newest line of each kind of spending: by what it was spent on, and by that with what it was spent for. A new line
// takes the codes of the newest line of its kind, and is asked only for what differs.
type kinds struct {
	about, both map[string]*form.Record
	texts       []string // what was spent on, the oldest first
}

// learnt learns from the lines that are there; nil where lines of a form do not follow from others.
func (d *desk) learnt(f *form.Form) (*kinds, error) {
	if f.Follows == nil {
		return nil, nil
	}
	v, err := d.s.View(d.ctx, f, store.Query{}, nil)
	if err != nil {
		return nil, err
	}
	from := max(v.Len()-kindLines, 0)
	rows, err := v.Rows(from, v.Len()-from)
	if err != nil {
		return nil, err
	}
	k := &kinds{about: map[string]*form.Record{}, both: map[string]*form.Record{}}
	for _, r := range rows {
		k.learn(r)
	}
	return k, nil
}

// learn takes a line for the newest of its kind.
func (k *kinds) learn(r *form.Record) {
	if k == nil || r == nil {
		return
	}
	about := r.Str(r.Form.Follows.About)
	if about == "" {
		return
	}
	if k.about[about] == nil {
		k.texts = append(k.texts, about)
	}
	k.about[about], k.both[about+"\x00"+purpose(r)] = r, r
}

// purpose is what a line was spent for, by field; "" where it does not say.
func purpose(r *form.Record) string {
	for _, id := range r.Form.Follows.For {
		if v := r.Str(id); v != "" {
			return id + "\x00" + v
		}
	}
	return ""
}

// named finds what was spent on before by the letters of its sound: one is taken, of several none is; they are listed.
func (k *kinds) named(answer string) (take string, several []text.Pair) {
	if k == nil || answer == "" || strings.ContainsFunc(answer, func(r rune) bool { return r < 'a' || r > 'z' }) {
		return "", nil
	}
	for i := len(k.texts) - 1; i >= 0; i-- { // the newest first
		if form.Sounds(k.texts[i], answer, true) {
			take = k.texts[i]
			several = append(several, text.Same(take))
		}
	}
	if len(several) == 1 {
		return take, nil
	}
	return "", several[:min(len(several), listed)]
}

// follow gives a new line the codes of the newest line of its kind, whole, and tells which; what was answered by hand stays.
func (d *desk) follow(w *walk, r **form.Record, keyed string) error {
	fl := w.f.Follows
	if fl == nil || w.kinds == nil || w.row == 0 || !w.fresh || (*r).Str(fl.About) == "" {
		return nil
	}
	if keyed != fl.About && !slices.Contains(fl.For, keyed) {
		return nil
	}
	about, both := w.kinds.about[(*r).Str(fl.About)], w.kinds.both[(*r).Str(fl.About)+"\x00"+purpose(*r)]
	var edits []entry.Edit
	var said []string
	for _, part := range []struct {
		fields []string
		from   *form.Record
	}{{fl.Kind, first(both, about)}, {fl.Way, first(both, about)}, {fl.Same, both}} {
		for _, id := range part.fields {
			i := w.f.Index(id)
			if part.from == nil || !(*r).Values[i].Empty() && !w.given[id] || (*r).Raw[i] != "" || part.from.Values[i] == (*r).Values[i] || part.from.Values[i].Empty() {
				continue
			}
			fd := &w.f.Fields[i]
			edits = append(edits, entry.Edit{Form: w.f, Row: w.row, Field: id, Typed: fd.Typed(part.from.Values[i], fd.Unit), Unit: fd.Unit})
			said = append(said, fd.Title.In(d.lang)+" "+fd.Display(part.from.Values[i], fd.Unit, d.lang))
			w.gave(id)
		}
	}
	if len(edits) == 0 {
		return nil
	}
	d.say(text.PlainFollowed.With((*r).Str(fl.About), strings.Join(said, text.PlainComma.In(d.lang))))
	return d.applied(w, r, edits)
}

// likeAbove makes a new line one more of the line above: the number counted on, all else taken over that is not answered yet.
func (d *desk) likeAbove(w *walk, r **form.Record) error {
	fl := w.f.Follows
	if fl == nil || !w.fresh || w.above == nil {
		return &text.Fault{Code: "plain.above", Class: text.Usage, Say: text.PlainNoAbove}
	}
	row := w.row
	if row == 0 {
		row = -1 // one that this step makes
	}
	var edits []entry.Edit
	for i := range w.f.Fields {
		fd := &w.f.Fields[i]
		take := ""
		switch {
		case !(*r).Values[i].Empty() || (*r).Raw[i] != "":
		case fd.ID == fl.Next:
			take, _ = form.Succeeding(fd.Typed(w.above.Values[i], fd.Unit))
		case fd.ID == fl.About, fd.Ditto && (purpose(*r) == "" || !slices.Contains(fl.For, fd.ID)):
			take = fd.Typed(w.above.Values[i], fd.Unit)
		}
		if take != "" {
			edits = append(edits, entry.Edit{Form: w.f, Row: row, Field: fd.ID, Typed: take, Unit: fd.Unit})
			w.gave(fd.ID)
		}
	}
	if len(edits) == 0 {
		return nil
	}
	if err := d.applied(w, r, edits); err != nil {
		return err
	}
	d.say(text.PlainLikeAbove.With(d.rowLine(*r)))
	return nil
}

// applied writes edits of the line at hand as one step.
func (d *desk) applied(w *walk, r **form.Record, edits []entry.Edit) error {
	out, err := d.s.Apply(text.Pair{}, edits)
	if err != nil {
		return err
	}
	if len(out.Rows) > 0 && out.Rows[0] > 0 {
		w.row = out.Rows[0]
	}
	now, err := d.s.Record(w.f, w.row)
	if err != nil || now == nil {
		return err
	}
	*r, w.findings = now, out.Findings
	d.moved(out)
	return nil
}

// gave notes a field that was not answered but taken over: it is passed.
func (w *walk) gave(id string) {
	if w.given == nil {
		w.given = map[string]bool{}
	}
	w.given[id] = true
}

func first(a, b *form.Record) *form.Record {
	if a != nil {
		return a
	}
	return b
}
