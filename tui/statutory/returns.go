// Package statutory is the room of the statutory returns: which there are and what each is still without, and each as on its
// paper form, with what every figure is made of behind it.
package statutory

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/returns"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// Year is what the room asks of the year that is open, beside its desk.
type Year interface {
	// WriteInTurn writes an edit that is made in its turn, of the year as it is then; its label stands in the history.
	WriteInTurn(make func(s *entry.Session) (entry.Edit, text.Pair, error)) tea.Cmd
	// OpenYearAt opens another year of an enterprise and then does something there.
	OpenYearAt(uscc string, year int, then screen.Do) tea.Cmd
}

// ReturnsScreen lists the returns: which concern the enterprise, and what each is still without.
type ReturnsScreen struct {
	screen.Still
	year    Year
	reading returnsReading
	list    kit.List
}

// returnsReading is what the returns are worked out from, read off the frame and read again when something changed.
type returnsReading struct {
	no  int // standing it was asked for
	in  *returns.Inputs
	now map[string]*returns.Table // by id, made when first asked for
}

type returnsMsg struct {
	no  int
	in  *returns.Inputs
	err error
}

// follow asks for the figures again where something changed.
func (r *returnsReading) follow(m screen.Desk) tea.Cmd {
	if m.Session() == nil || r.in != nil && r.no == m.Standing().No {
		return nil
	}
	r.no = m.Standing().No
	no, session, ctx := r.no, m.Session(), m.Context()
	return func() tea.Msg {
		in, err := session.ReturnsOver(ctx)
		return returnsMsg{no, in, err}
	}
}

// answer takes what was read; fresh reports that there is something new to show.
func (r *returnsReading) answer(m screen.Desk, msg tea.Msg) (fresh, ours bool) {
	got, ok := msg.(returnsMsg)
	switch {
	case !ok:
		return false, false
	case got.err != nil:
		m.Say(screen.Bad, kit.Sentence(got.err))
	case got.no == r.no:
		r.in, r.now = got.in, map[string]*returns.Table{}
		return true, true
	}
	return false, true
}

// table works a return out.
func (r *returnsReading) table(of *returns.Return) *returns.Table {
	t := r.now[of.ID]
	if t == nil {
		t = of.Make(r.in)
		r.now[of.ID] = t
	}
	return t
}

// NewReturns lists them all.
func NewReturns(year Year) *ReturnsScreen {
	return &ReturnsScreen{year: year, list: kit.List{N: len(returns.All())}}
}

// Place says which of its keys are live.
func (s *ReturnsScreen) Place() *screen.Place         { return InReturns }
func (s *ReturnsScreen) Crumb(m screen.Desk) string   { return text.TuiReturns.In(m.Lang()) }
func (s *ReturnsScreen) Follow(m screen.Desk) tea.Cmd { return s.reading.follow(m) }
func (s *ReturnsScreen) current() *returns.Return     { return returns.All()[s.list.At] }

// Answer takes what was read.
func (s *ReturnsScreen) Answer(m screen.Desk, msg tea.Msg) (tea.Cmd, bool) {
	_, ours := s.reading.answer(m, msg)
	return nil, ours
}

// InReturns is the returns there are.
var InReturns = &screen.Place{ID: "returns", Title: text.TuiPlaceReturns, For: text.TuiForReturns, Met: 180, Common: true}

// Returns declares the list of the returns.
func Returns() screen.Declaration {
	return screen.Declaration{Places: []*screen.Place{InReturns}, Actions: []screen.Action{
		{
			ID: "returns.open", Title: text.TuiReturnOpen, Foot: text.TuiFootOpen, Keys: []string{"enter", "right"}, Where: InReturns, Rank: 1,
			Do: screen.On(func(m screen.Desk, s *ReturnsScreen, _ string) tea.Cmd { return m.Push(NewPaper(s.year, s.current())) }),
		},
		{
			ID: "returns.concern", Title: text.TuiReturnConcern, Foot: text.TuiFootConcern, Keys: []string{"space"}, Where: InReturns, Rank: 2,
			Do: screen.On(func(m screen.Desk, s *ReturnsScreen, _ string) tea.Cmd { return s.concern(m, s.current()) }),
		},
		{
			ID: "returns.move", Title: text.TuiMove, Keys: kit.ListKeys, Caps: "↑↓", Where: InReturns,
			Do: screen.On(func(_ screen.Desk, s *ReturnsScreen, key string) tea.Cmd { s.list.Move(key); return nil }),
		},
	}}
}

// card is the enterprise's own row.
func card(m screen.Desk) *form.Record {
	if rows := m.Session().Records(form.ByID("enterprise")); len(rows) > 0 {
		return rows[0]
	}
	return nil
}

// concerns is which returns concern the enterprise.
func concerns(m screen.Desk) returns.Concerns { return returns.ConcernsOf(card(m)) }

// concern turns about whether a return concerns the enterprise: a change of its card, that can be undone.
func (s *ReturnsScreen) concern(m screen.Desk, r *returns.Return) tea.Cmd {
	if m.Standing().Locked {
		m.Say(screen.Bad, text.TuiSealedNoEdit)
		return nil
	}
	f := form.ByID("enterprise")
	// Made in its turn, of the card as it is then: a second press comes before the first is written.
	turn := func(s *entry.Session) (entry.Edit, text.Pair, error) {
		var card *form.Record
		if rows := s.Records(f); len(rows) > 0 {
			card = rows[0]
		}
		c := returns.ConcernsOf(card)
		on := !c.Has(r.ID)
		label := text.TuiLabelConcernNo
		if on {
			label = text.TuiLabelConcern
		}
		e := entry.Edit{Form: f, Field: "returns", Typed: c.With(r.ID, on)}
		if card != nil {
			e.Row = card.ID
		}
		return e, label.With(r.Title), nil
	}
	return s.year.WriteInTurn(turn)
}

// Draw draws the list.
func (s *ReturnsScreen) Draw(m screen.Desk, a paint.Area) screen.Caret {
	t, l, all, ours := m.Theme(), m.Lang(), returns.All(), concerns(m)
	about := paint.Wrap(text.TuiReturnAbout.In(l), a.W-4)
	for y, say := range about {
		a.Text(2, y, say, t.Faint)
	}
	a.Repeat(0, len(about), a.W, t.Chrome.Dash, t.Frame)
	body := a.Below(len(about) + 1)
	if body.H > len(all)+stateRows { // what a line has no room for is said whole of the return under the cursor
		s.drawWhole(m, body.Below(body.H-stateRows), all[kit.ClampInt(s.list.At, 0, len(all)-1)], ours)
		body = body.Rows(0, body.H-stateRows)
	}
	s.list.Window(body.H)
	idW, titleW := 0, 0
	for _, r := range all {
		idW, titleW = max(idW, paint.Width(numberOf(r))), max(titleW, paint.Width(r.Title.In(l)))
	}
	mark := text.CmdReturnReference.In(l)
	markW := paint.Width(mark)
	if a.W < markedReturns { // how a return stands is read before whether it is ours to fill in, which its paper says too
		mark, markW = "", 0
	}
	titleW = kit.ClampInt(titleW, 10, max(a.W-idW-markW-26, 10))
	for k := range min(body.H, len(all)-s.list.Top) {
		i := s.list.Top + k
		r, row := all[i], body.Rows(k, 1)
		concerned := ours.Has(r.ID)
		tick, st := "[ ]", t.Faint
		if concerned {
			tick, st = "["+t.Chrome.Check+"]", t.Text
		}
		x := row.Text(2, 0, tick, st) + 1
		row.Cut(x, 0, idW, numberOf(r), t.Faint)
		x += idW + 2
		row.Cut(x, 0, titleW, r.Title.In(l), st)
		x += titleW + 2
		if !r.Recalled.Empty() {
			row.Text(x, 0, mark, t.Faint)
		}
		x += markW + 2
		s.drawState(m, row.Sub(x, 0, row.W-x-1, 1), r, concerned)
		kit.CursorRow(m, row, i == s.list.At)
		kit.Zone(m, row, 0, row.W, func() tea.Cmd {
			if s.list.At == i {
				return m.Push(NewPaper(s.year, all[i]))
			}
			s.list.At = i
			return nil
		})
	}
	return screen.Caret{}
}

// markedReturns is from how many cells on a list of returns has room for what is only a reference.
const markedReturns = 96

// numberOf is the number of a return's form, "" where it has none: the words that the command knows it by are no number.
func numberOf(r *returns.Return) string {
	if !strings.ContainsAny(r.ID, "0123456789") {
		return ""
	}
	return r.ID
}

// stateRows is the room below the list for how the return under the cursor stands.
const stateRows = 5

// drawWhole says all there is to look at in a return, under its title.
func (s *ReturnsScreen) drawWhole(m screen.Desk, a paint.Area, r *returns.Return, ours returns.Concerns) {
	t := m.Theme()
	a.Repeat(0, 0, a.W, t.Chrome.Dash, t.Frame)
	a.Cut(2, 1, a.W-4, r.Title.In(m.Lang()), t.Strong)
	if !ours.Has(r.ID) || s.reading.in == nil {
		return
	}
	y := 2
	for _, n := range s.reading.table(r).Notices() {
		for k, l := range paint.Wrap(n.Say.In(m.Lang()), a.W-6) {
			if !n.Look || y == a.H {
				break
			}
			if k == 0 {
				a.Text(2, y, "?", t.Warn)
			}
			a.Text(4, y, l, t.Text)
			y++
		}
	}
}

// drawState says in a line how a return stands.
func (s *ReturnsScreen) drawState(m screen.Desk, a paint.Area, r *returns.Return, concerned bool) {
	t, l := m.Theme(), m.Lang()
	switch {
	case !concerned && paint.Width(text.CmdReturnElse.In(l)) > a.W: // its box says so
		return
	case !concerned:
		a.Cut(0, 0, a.W, text.CmdReturnElse.In(l), t.Faint)
		return
	case s.reading.in == nil:
		a.Cut(0, 0, a.W, text.TuiReading.In(l), t.Faint)
		return
	}
	looks := slices.DeleteFunc(s.reading.table(r).Notices(), func(n returns.Notice) bool { return !n.Look })
	if len(looks) == 0 {
		a.Cut(0, 0, a.W, t.Chrome.Check+" "+text.CmdReturnWhole.In(l), t.Good)
		return
	}
	say, count := looks[0].Say.In(l), text.TuiReturnLook.With(len(looks)).In(l)
	if len(looks) > 1 {
		say = count + "  " + say
	}
	if paint.Width(say) > a.W-2 { // it is said whole below, of the one under the cursor
		if head, _, _ := strings.Cut(strings.ReplaceAll(say, ": ", "："), "："); paint.Width(head) <= a.W-2 {
			say = head
		} else {
			say = count
		}
	}
	a.Cut(0, 0, a.W, "? "+say, t.Warn)
}
