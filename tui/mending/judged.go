package mending

import (
	"slices"
	"strings"

	"yice/form"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// Findings by record: what is wrong with one record is one line, and what is wrong with many records in the same way is one
// line too. Seven fields that a project lacks are one thing to see to, not seven.

// Judged are the findings of a record, or the same finding of many records.
type Judged struct {
	Form *form.Form // nil: of no form
	All  []form.Finding
}

// sameMany is how many records make a finding of theirs one line.
const sameMany = 3

// ByRecord gathers findings: form by form in the order of the overview, of a form the gravest first.
func ByRecord(m screen.Desk, all []form.Finding) []Judged {
	place := map[string]int{}
	for i, st := range m.Standing().States {
		place[st.Form.ID] = i + 1
	}
	groups := make([][]Judged, len(m.Standing().States)+1)
	byForm := make([][]form.Finding, len(groups))
	for _, x := range all {
		byForm[place[x.Form]] = append(byForm[place[x.Form]], x)
	}
	for i, found := range byForm {
		groups[i] = gathered(m, found)
	}
	var out []Judged
	for _, of := range append(groups[1:], groups[0]) {
		for _, weight := range []int{2, 1, 0} {
			for _, g := range of {
				if g.Weight() == weight {
					out = append(out, g)
				}
			}
		}
	}
	return out
}

// gathered gathers the findings of a form: of a record, unless the record has but one that others have too.
func gathered(m screen.Desk, found []form.Finding) (out []Judged) {
	type record struct {
		row int64
		key string
	}
	type same struct {
		check, field string
		open         bool
	}
	of := func(x form.Finding) record { return record{x.Row, x.Key} }
	alike := func(x form.Finding) same { return same{x.Check, x.Field, !x.Explained} }
	n, many := map[record]int{}, map[same]int{}
	for _, x := range found {
		n[of(x)]++
	}
	for _, x := range found {
		if n[of(x)] == 1 {
			many[alike(x)]++
		}
	}
	at := map[any]int{}
	for _, x := range found {
		var id any = of(x)
		if n[of(x)] == 1 && many[alike(x)] >= sameMany {
			id = alike(x)
		}
		k, ok := at[id]
		if !ok {
			k = len(out)
			at[id] = k
			out = append(out, Judged{Form: m.Form(x.Form)})
		}
		out[k].All = append(out[k].All, x)
	}
	return out
}

// Weight is 2 where something must be mended, 1 where something wants an answer, 0 where all is explained.
func (g *Judged) Weight() int {
	w := 0
	for _, x := range g.All {
		switch {
		case x.Severity == form.Must:
			return 2
		case !x.Explained:
			w = 1
		}
	}
	return w
}

// records counts the records a line is about.
func (g *Judged) records() int {
	rows := map[string]bool{}
	for _, x := range g.All {
		rows[x.Key] = true
	}
	return len(rows)
}

// Label names the record, or says how many there are; empty: the form itself.
func (g *Judged) Label(m screen.Desk) string {
	l := m.Lang()
	if n := g.records(); n > 1 {
		if g.lacking() {
			return "" // how many is said behind it
		}
		return text.TuiJudgedMany.With(n).In(l)
	}
	key := form.KeyTitle(g.All[0].Form, g.All[0].Key).In(l)
	if g.Form != nil && g.Form.Single() || key == "" || g.Form != nil && key == g.Form.Title.In(l) {
		return ""
	}
	return paint.Safe(key)
}

// lacking reports that nothing but what is not filled in is wrong.
func (g *Judged) lacking() bool {
	return !slices.ContainsFunc(g.All, func(x form.Finding) bool {
		return x.Explained || x.Check != form.CheckRequired && !strings.HasSuffix(x.Check, ".unfilled")
	})
}

// lacks says in one sentence which fields of a record are not filled in, where there are several, and gives its other findings.
func (g *Judged) lacks(m screen.Desk) (say string, rest []form.Finding) {
	l := m.Lang()
	var names []string
	for _, x := range g.All {
		if fd := fieldOf(m, x); fd != nil && x.Check == form.CheckRequired && g.records() == 1 {
			names = append(names, fd.Title.In(l))
		} else {
			rest = append(rest, x)
		}
	}
	if len(names) < 2 {
		return "", g.All
	}
	return text.TuiJudgedLacks.With(len(names), strings.Join(names, kit.Between(l))).In(l), rest
}

// Say says what is wrong, the point first.
func (g *Judged) Say(m screen.Desk) string {
	l := m.Lang()
	x := g.All[0]
	if len(g.All) == 1 {
		return unplaced(m, x)
	}
	var names []string
	for _, x := range g.All {
		name := ""
		if fd := fieldOf(m, x); fd != nil && g.records() == 1 {
			name = fd.Title.In(l)
		} else if g.records() > 1 {
			name = paint.Safe(form.KeyTitle(x.Form, x.Key).In(l))
		}
		if name != "" && (len(names) == 0 || names[len(names)-1] != name) {
			names = append(names, name)
		}
	}
	if g.lacking() && len(names) > 0 {
		return text.TuiJudgedLacks.With(len(g.All), strings.Join(names, kit.Between(l))).In(l)
	}
	if lacks, rest := g.lacks(m); lacks != "" {
		return text.TuiJudgedAlso.With(lacks, len(rest), unplaced(m, rest[0])).In(l)
	}
	if g.records() > 1 {
		return text.TuiJudgedSame.With(unplaced(m, x), strings.Join(names, kit.Between(l))).In(l)
	}
	return text.TuiJudgedMore.With(len(g.All), unplaced(m, x)).In(l)
}

func fieldOf(m screen.Desk, x form.Finding) *form.Field {
	if f := m.Form(x.Form); f != nil {
		return f.Field(x.Field)
	}
	return nil
}

// unplaced is a finding's message without its place, which the line it stands in says already.
func unplaced(m screen.Desk, x form.Finding) string {
	l := m.Lang()
	s := Placed(x).In(l)
	f := m.Form(x.Form)
	if !x.Short.Empty() || f == nil {
		return s
	}
	for _, colon := range []string{"：", ": "} {
		head, rest, ok := strings.Cut(s, colon)
		if ok && paint.Width(head) <= 40 && (strings.Contains(head, f.Title.In(l)) || x.Key != "" && strings.Contains(head, x.Key)) {
			return rest
		}
	}
	return s
}

// parts are the record, how wide it may be, and what is wrong with it or why it may stand.
func (g *Judged) parts(m screen.Desk, w int, withForm, whole bool) (label string, labelW int, say string) {
	l := m.Lang()
	label, say = g.Label(m), l.Begin(g.Say(m))
	if strings.Contains(say, label) || strings.Contains(say, beginningOf(label)) {
		if whole || !withForm {
			say = inFull(say, label) // there is room for the whole of it
		}
		label = "" // it is said behind it, cut maybe
	}
	if withForm && g.Form != nil {
		label = strings.TrimSpace(g.Form.Title.In(l) + " " + label)
	}
	if g.Weight() == 0 {
		say = text.TuiExplained.In(l) + " " + g.All[0].Reason
	}
	labelW = kit.ClampInt(w/3, 16, 40)
	if withForm && g.Form != nil { // what identifies goes before what is wrong with it
		labelW = max(labelW, min(paint.Width(g.Form.Title.In(l)), w-leastSaid))
	}
	return label, labelW, say
}

// leastSaid is the room that is left to what is wrong, in cells.
const leastSaid = 14

// beginningOf is how a long name begins: a sentence quotes no more of it.
func beginningOf(label string) string {
	if r := []rune(label); len(r) > quotedMost {
		return string(r[:quotedMost])
	}
	return label
}

// inFull is a sentence that quotes the beginning of a name, with the whole of it.
func inFull(say, label string) string {
	const cut = "…"
	at := strings.Index(say, beginningOf(label))
	if at < 0 {
		return say
	}
	quoted, rest, ok := strings.Cut(say[at:], cut)
	if !ok || !strings.HasPrefix(label, quoted) {
		return say
	}
	return say[:at] + label + rest
}

// quotedMost characters of a name are quoted in any sentence.
const quotedMost = 32

// Whole is all that is said of it, with its place.
func (g *Judged) Whole(m screen.Desk) string {
	label, _, say := g.parts(m, 1<<10, true, true)
	if label != "" {
		say = label + "  " + say
	}
	return say
}

// Rows are how many lines w cells wide it takes to say all of it, the form first where it is asked for.
func (g *Judged) Rows(m screen.Desk, w int, withForm bool) int {
	_, rest := g.rest(m, w, 1<<10, withForm)
	return 1 + len(rest)
}

// rest is what has no room in the line of a record, in so many lines at most, and from where it goes on below.
func (g *Judged) rest(m screen.Desk, w, most int, withForm bool) (x int, rest []string) {
	if most == 0 {
		return 0, nil
	}
	label, labelW, say := g.parts(m, w, withForm, true)
	if x = 4; label != "" {
		x += min(paint.Width(label), labelW) + 2
	}
	rest = paint.Wrap(say, w-x-1)[1:]
	if n := len(rest); n > most {
		rest = append(rest[:most-1:most-1], paint.Cut(kit.Rejoin(rest[most-1:]), w-x-1))
	}
	return x, rest
}

// DrawWhole draws the findings of a record in all the rows of an area: what has no room in one goes on in the next.
func (g *Judged) DrawWhole(m screen.Desk, a paint.Area, withForm bool) {
	g.Draw(m, a.Rows(0, 1), withForm, a.H > 1)
	x, rest := g.rest(m, a.W, a.H-1, withForm)
	for k, l := range rest {
		a.Text(x, 1+k, l, g.words(m))
	}
}

// words is how what is wrong is written.
func (g *Judged) words(m screen.Desk) paint.Style {
	if g.Weight() == 0 {
		return m.Theme().Good
	}
	return m.Theme().Text
}

// Draw draws the findings of a record in one line: sign, record, what is wrong; the form first where it is asked for.
// Wrapped says that what has no room goes on below.
func (g *Judged) Draw(m screen.Desk, a paint.Area, withForm, wrapped bool) {
	t := m.Theme()
	sign, st := t.Chrome.Check, t.Good
	switch g.Weight() {
	case 2:
		sign, st = "!", t.Bad.With(paint.Bold)
	case 1:
		sign, st = "?", t.Warn
	}
	a.Text(2, 0, sign, st)
	x := 4
	label, labelW, say := g.parts(m, a.W, withForm, wrapped)
	if label != "" {
		x = a.Cut(x, 0, labelW, label, t.Strong) + 2
	}
	if wrapped {
		say = paint.Wrap(say, a.W-x-1)[0]
	} else {
		say = clauses(say, inFull(say, g.Label(m)), a.W-x-1)
	}
	a.Cut(x, 0, a.W-x-1, say, g.words(m))
}

// clauses are as many of what is said as have room, each of them whole: what is not to be finished is not begun. In full names are not
// cut: that goes before, and where there is no room for the first clause it is the beginning of that.
func clauses(say, full string, w int) string {
	if paint.Width(full) <= w {
		return full
	}
	if paint.Width(say) <= w {
		return say
	}
	whole := ""
	for at, r := range say {
		if !strings.ContainsRune("；。;.", r) || strings.ContainsRune(";.", r) && !strings.HasPrefix(say[at+1:], " ") {
			continue
		}
		part := say[:at]
		if paint.Width(part) > w {
			break
		}
		whole = part
	}
	if whole == "" {
		return full
	}
	return whole
}

// First is the finding to begin with: one that is not explained yet.
func (g *Judged) First() form.Finding {
	for _, x := range g.All {
		if x.Severity == form.Must || !x.Explained {
			return x
		}
	}
	return g.All[0]
}

// Placed is a finding's message as it stands where its place is seen.
func Placed(f form.Finding) text.Pair {
	if f.Short.Empty() {
		return f.Message
	}
	return f.Short
}
