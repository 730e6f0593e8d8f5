package grid

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"yice/form"
	"yice/text"
)

// way is a code of lines of one kind, or for one thing.
type way struct {
	of    string // what was spent on, or what for
	field int
}

// habit is what a code was on so many lines; mixed: not the same on all.
type habit struct {
	value form.Value
	lines int
	mixed bool
}

// habitual is on how many lines a code must have been the same before another one is asked about.
const habitual = 3

// learn counts a code of a line.
func (h *habits) learn(of string, field int, v form.Value) {
	if of == "" || v.Empty() {
		return
	}
	w := way{of, field}
	if old := h.ways[w]; old == nil {
		h.ways[w] = &habit{value: v, lines: 1}
	} else {
		old.lines++
		old.mixed = old.mixed || old.value != v
	}
}

// Unlike says in what a cell of a new row is unlike the lines before it: a code that was another one on every line of the kind, a number or
// a date that goes back. It may well be right; the empty Pair where nothing stands out.
func (g *Grid) Unlike(row, i int) text.Pair {
	fl, r := g.Form.Follows, g.Record(row)
	if fl == nil || r == nil || g.fresh[r.ID] == nil || r.Values[i].Empty() {
		return text.Pair{}
	}
	f := &g.Form.Fields[i]
	of, named := "", ""
	switch {
	case slices.Contains(fl.Kind, f.ID):
		of = r.Str(fl.About)
		named = of
	case slices.Contains(fl.Way, f.ID):
		of = purposeOf(r)
		_, named, _ = strings.Cut(of, "\x00")
	case f.ID == fl.Next || f.Kind == form.Date && f.InYear:
		return g.backwards(row, i)
	}
	if g.habits == nil || of == "" {
		return text.Pair{}
	}
	h := g.habits.ways[way{of, i}]
	if h == nil || h.mixed || h.lines < habitual || h.value == r.Values[i] {
		return text.Pair{}
	}
	return text.TuiUnlike.With(named, h.lines, f.Display(h.value, f.Unit, g.Lang))
}

// ordered is over how many lines above numbers and dates must have gone on, for one that does not to be asked about: who keys in
// another order is left in peace. usualGap is how far a number may be from the one above in any case.
const (
	ordered  = 20
	usualGap = 9
)

// backwards says that a number or a date goes back behind the row above, or far ahead of it, where the rows above went on.
func (g *Grid) backwards(row, i int) text.Pair {
	above := g.above(row)
	if above == nil || above.Values[i].Empty() {
		return text.Pair{}
	}
	usual, keeps := int64(usualGap), true
	for k := row - 1; k > 0 && k > row-ordered && keeps; k-- {
		n, known, back := g.stride(k, i)
		keeps = !back
		if known {
			usual = max(usual, 3*n)
		}
	}
	n, known, back := g.stride(row, i)
	if !keeps || !back && (!known || n <= usual) {
		return text.Pair{}
	}
	return text.TuiUnlikeAbove.With(g.Form.Fields[i].Title, above.Values[i].Str())
}

// stride is how far a number of a row, or in days a date, is from that of the row above; back: it goes back. Numbers of another shape,
// and those of another month, which begin anew, are not compared.
func (g *Grid) stride(row, i int) (n int64, known, back bool) {
	a, b := g.above(row), g.Record(row)
	if a == nil || b == nil {
		return 0, false, false
	}
	was, is := a.Values[i].Str(), b.Values[i].Str()
	if g.Form.Fields[i].Kind == form.Date {
		from, err := time.Parse(time.DateOnly, was)
		to, err2 := time.Parse(time.DateOnly, is)
		n, known = int64(to.Sub(from)/(24*time.Hour)), err == nil && err2 == nil
		return n, known, known && n < 0
	}
	if month(a) != month(b) {
		return 0, false, false
	}
	n, known = numberGap(was, is)
	return n, known, known && n < 0
}

// month is that of a line's date within the year.
func month(r *form.Record) string {
	for i := range r.Form.Fields {
		if f := &r.Form.Fields[i]; f.Kind == form.Date && f.InYear && len(r.Values[i].Str()) >= len("2023-03") {
			return r.Values[i].Str()[:len("2023-03")]
		}
	}
	return ""
}

// numberGap is how far the last number of a text is from that of another of the same shape, 记-0201 and 记-0204.
func numberGap(was, is string) (n int64, ok bool) {
	head := strings.TrimRight(was, "0123456789")
	if len(was) != len(is) || head != strings.TrimRight(is, "0123456789") {
		return 0, false
	}
	a, err := strconv.ParseInt(was[len(head):], 10, 64)
	b, err2 := strconv.ParseInt(is[len(head):], 10, 64)
	return b - a, err == nil && err2 == nil
}
