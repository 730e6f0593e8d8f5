package grid

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
)

// Lines of a ledger come in kinds: the wages of a project every month, its materials, the depreciation of its instruments. A new line
// takes the codes of the newest line that is of its kind, and Enter passes by what is as it was there, so that a hand is needed only
// for what differs. What was keyed by hand is never changed.

// habitLines are the newest lines that the ways of an enterprise are learnt from; habitTexts of their texts are offered at most.
const (
	habitLines = 2000
	habitTexts = 500
)

// habits are the newest line of each kind: by what it was spent on, by what for, and by both.
type habits struct {
	about, purpose, both map[string]*form.Record
	texts                []string // what was spent on, the newest last
	ways                 map[way]*habit
}

func newHabits() *habits {
	return &habits{about: map[string]*form.Record{}, purpose: map[string]*form.Record{}, both: map[string]*form.Record{}, ways: map[way]*habit{}}
}

// HabitMsg is what was learnt of the lines that are there. Give it to Grid.Learnt.
type HabitMsg struct {
	Form *form.Form
	gen  int
	rows []*form.Record
	err  error
}

// Learn gives the command that learns from the newest lines, once; nil where there is nothing to learn.
func (g *Grid) Learn() tea.Cmd {
	if g.Form.Follows == nil || g.src == nil || g.learning || !g.Plain() {
		return nil
	}
	g.learning = true
	src, f, gen, n := g.src, g.Form, g.gen, g.n
	return func() tea.Msg {
		from := max(n-habitLines, 0)
		rows, err := src.Rows(from, n-from)
		return HabitMsg{f, gen, rows, err}
	}
}

// Learnt takes what was learnt. The error is that of reading.
func (g *Grid) Learnt(m HabitMsg) error {
	if m.Form != g.Form {
		return nil
	}
	// Lines keyed meanwhile are newer.
	var newer []*form.Record
	if h := g.habits; h != nil {
		for _, key := range h.texts {
			newer = append(newer, h.about[key])
		}
	}
	for _, r := range append(m.rows, newer...) {
		g.learn(r)
	}
	return m.err
}

// learn takes a line for the newest of its kind.
func (g *Grid) learn(r *form.Record) {
	fl := g.Form.Follows
	if fl == nil || r == nil {
		return
	}
	about := r.Str(fl.About)
	if about == "" {
		return
	}
	if g.habits == nil {
		g.habits = newHabits()
	}
	h, of := g.habits, purposeOf(r)
	if len(h.both) > 4*habitLines { // a day of keying nothing but new kinds; begin again
		*h = *newHabits()
	}
	if i := slices.Index(h.texts, about); i >= 0 {
		h.texts = slices.Delete(h.texts, i, i+1)
	} else if len(h.texts) == habitTexts {
		h.texts = slices.Delete(h.texts, 0, 1)
	}
	h.texts = append(h.texts, about)
	h.about[about], h.both[about+"\x00"+of] = r, r
	if of != "" {
		h.purpose[of] = r
	}
	for _, part := range []struct {
		of     string
		fields []string
	}{{about, fl.Kind}, {of, fl.Way}} {
		for _, id := range part.fields {
			i := g.Form.Index(id)
			h.learn(part.of, i, r.Values[i])
		}
	}
}

// purposeOf is what a line was spent for, by field; "" where it does not say.
func purposeOf(r *form.Record) string {
	for _, id := range r.Form.Follows.For {
		if v := r.Str(id); v != "" {
			return id + "\x00" + v
		}
	}
	return ""
}

// Texts are what lines before were spent on, the newest first, where the current column is that text; else nil.
func (g *Grid) Texts() []string {
	if g.Form.Follows == nil || g.habits == nil || g.Field().ID != g.Form.Follows.About {
		return nil
	}
	out := slices.Clone(g.habits.texts)
	slices.Reverse(out)
	return out
}

func (g *Grid) above(row int) *form.Record {
	if row == 0 {
		return nil
	}
	return g.Record(row - 1)
}

// alike gives the newest line that a row is of one kind with: the one above it, or one before.
func (g *Grid) alike(row int, r *form.Record) *form.Record {
	fl := g.Form.Follows
	about := r.Str(fl.About)
	if above := g.above(row); above != nil && above.Str(fl.About) == about && purposeOf(above) == purposeOf(r) {
		return above
	}
	if g.habits == nil {
		return nil
	}
	return g.habits.both[about+"\x00"+purposeOf(r)]
}

// expected is what a field of a new row is where the row is as lines before it were; false where none tells.
func (g *Grid) expected(row int, r *form.Record, i int) (form.Value, bool) {
	fl, id := g.Form.Follows, g.Form.Fields[i].ID
	if r.Str(fl.About) == "" {
		return form.Value{}, false
	}
	from := g.alike(row, r)
	switch {
	case slices.Contains(fl.Kind, id):
		if from == nil && g.habits != nil {
			from = g.habits.about[r.Str(fl.About)]
		}
	case slices.Contains(fl.Way, id):
		if of := purposeOf(r); from == nil && of != "" && g.habits != nil {
			from = g.habits.purpose[of]
		}
	case slices.Contains(fl.For, id):
		// What it is for is asked anew with every other kind of spending. Of several a line names one.
		if above := g.above(row); above != nil && above.Str(fl.About) == r.Str(fl.About) {
			from = above
		} else if r.Values[i].Empty() && purposeOf(r) != "" {
			return form.Value{}, true
		} else {
			return form.Value{}, false
		}
	case slices.Contains(fl.Same, id):
		if from == nil && g.habits != nil && g.habits.about[r.Str(fl.About)] != nil {
			return form.Value{}, true // another's name goes with another line
		}
	default:
		return form.Value{}, false
	}
	if from == nil {
		return form.Value{}, false
	}
	return from.Values[i], true
}

// passes reports that Enter goes by a field of a new row: it is as it was on the newest line of this kind.
func (g *Grid) passes(row, col int) bool {
	r := g.Record(row)
	if g.Form.Follows == nil || r == nil || g.fresh[r.ID] == nil {
		return false
	}
	i := g.columnAt(col).Index
	if _, raw := r.Raw[i]; raw || r.Values[i].Empty() && g.Form.Fields[i].Required || g.wrong(r, g.Form.Fields[i].ID) {
		return false
	}
	want, known := g.expected(row, r, i)
	return known && want == r.Values[i]
}

// follow gives the edits that make a new row what the newest line of its kind was, but for what was keyed by hand. It is asked for
// once what the row is about, or for, was keyed.
func (g *Grid) follow(row int, keyed ...int) []entry.Edit {
	fl, r := g.Form.Follows, g.Record(row)
	if fl == nil || r == nil || g.fresh[r.ID] == nil || r.Str(fl.About) == "" {
		return nil
	}
	if !slices.ContainsFunc(keyed, func(i int) bool {
		id := g.Form.Fields[i].ID
		return id == fl.About || slices.Contains(fl.For, id)
	}) {
		return nil
	}
	var fields []int
	var texts []string
	for _, part := range [][]string{fl.Kind, fl.Way, fl.Same} {
		for _, id := range part {
			i := g.Form.Index(id)
			want, known := g.expected(row, r, i)
			if !known || g.fresh[r.ID].hand[i] || want == r.Values[i] && r.Raw[i] == "" {
				continue
			}
			fields, texts = append(fields, i), append(texts, g.Form.Fields[i].Show(want))
		}
	}
	if len(fields) == 0 {
		return nil
	}
	edits := g.putShown(row, fields, texts)
	for _, i := range fields {
		delete(g.fresh[r.ID].hand, i)
	}
	g.followed = len(fields)
	return edits
}

// Followed gives, once, how many fields of the current row were made as they were on the newest line of its kind, and the kind.
func (g *Grid) Followed() (about string, n int) {
	n, g.followed = g.followed, 0
	if r := g.Current(); r != nil && n > 0 {
		about = r.Str(g.Form.Follows.About)
	}
	return about, n
}

// CanFollow reports that the current row is a new one with something left to key, below a line that it can be like.
func (g *Grid) CanFollow() bool {
	if g.Form.Follows == nil || g.wide || g.above(g.cur.Row) == nil {
		return false
	}
	if g.OnBlank() {
		return true
	}
	r := g.Current()
	if r == nil || g.fresh[r.ID] == nil {
		return false
	}
	for i := range g.Form.Fields {
		if _, raw := r.Raw[i]; g.Form.Fields[i].Required && r.Values[i].Empty() && !raw {
			return true
		}
	}
	return false
}

// LikeAbove makes the current new row one more of the line above it, the number counted on, but for what is keyed already, and goes
// to what needs a hand: the amount.
func (g *Grid) LikeAbove() []entry.Edit {
	if !g.CanFollow() {
		return nil
	}
	fl, row, above := g.Form.Follows, g.cur.Row, g.above(g.cur.Row)
	if g.OnBlank() {
		g.begin(row - 1)
	}
	r := g.Record(row)
	var fields []int
	var texts []string
	take := func(i int, text string) {
		if _, raw := r.Raw[i]; r.Values[i].Empty() && !raw && text != "" {
			fields, texts = append(fields, i), append(texts, text)
		}
	}
	if next, ok := form.Succeeding(fileText(above, g.Form.Index(fl.Next))); ok {
		take(g.Form.Index(fl.Next), next)
	}
	if r.Str(fl.About) == "" {
		take(g.Form.Index(fl.About), above.Str(fl.About))
	}
	for i := range g.Form.Fields {
		if f := &g.Form.Fields[i]; f.Ditto && (purposeOf(r) == "" || !slices.Contains(fl.For, f.ID)) {
			take(i, f.Show(above.Values[i]))
		}
	}
	var edits []entry.Edit
	if len(fields) > 0 {
		edits = g.putShown(row, fields, texts)
		for _, i := range fields {
			delete(g.fresh[r.ID].hand, i)
		}
	}
	edits = append(edits, g.follow(row, g.Form.Index(fl.About))...)
	g.keying = true
	for c := range g.shown {
		if g.applies(row, c) && !g.aside(row, c) && !g.passes(row, c) && g.Record(row).Values[g.columnAt(c).Index].Empty() {
			g.moveTo(Pos{row, c}, false)
			break
		}
	}
	return edits
}

// dayAlone completes a day typed without its month: that of the date the row has, or of the row above.
func (g *Grid) dayAlone(row, i int, typed string) string {
	var near form.Value
	if r := g.Record(row); r != nil {
		near = r.Values[i]
	}
	if above := g.above(row); near.Empty() && above != nil {
		near = above.Values[i]
	}
	return g.Form.Fields[i].DayOf(typed, near)
}

// DayAlone is dayAlone of the cell being keyed.
func (g *Grid) DayAlone(typed string) string { return g.dayAlone(g.cur.Row, g.Column().Index, typed) }
