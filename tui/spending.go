package tui

import (
	"fmt"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
)

// spendingScreen shows what the year's money went to: the months as columns, every other side as bars.
type spendingScreen struct {
	still
	side entry.Side
	no   int
	got  bool
	sp   entry.Spending
	bars [entry.Sides]list
	room int // bars that fit, as drawn last; the rest of a side is folded into one
}

type spendingMsg struct {
	no  int
	sp  entry.Spending
	err error
}

var spendingSides = [entry.Sides]text.Pair{
	text.TuiSpendMonth, text.TuiSpendCategory, text.TuiSpendSource, text.TuiSpendActivity, text.TuiSpendTreatment, text.TuiSpendProject, text.TuiSpendPlatform,
}

func (s *spendingScreen) place() Place         { return InSpending }
func (s *spendingScreen) crumb(m *Root) string { return text.TuiSpending.In(m.lang) }

func spendingActions() []Action {
	hasDesk := func(m *Root) bool { return m.desk != nil }
	return []Action{
		{
			ID: "spending.open", Title: text.TuiSpendOpen, Foot: text.TuiFootSpendOpen, Keys: []string{"enter"}, Where: InSpending, Rank: 1,
			Do: on(func(m *Root, s *spendingScreen, _ string) tea.Cmd { return s.open(m) }),
		},
		{
			ID: "spending.side", Title: text.TuiSpendSide, Foot: text.TuiFootSpendSide, Keys: []string{"tab", "shift+tab"}, Where: InSpending, Rank: 2,
			Do: on(func(_ *Root, s *spendingScreen, key string) tea.Cmd {
				step := entry.Side(1)
				if key == "shift+tab" {
					step = entry.Sides - 1
				}
				s.side = (s.side + step) % entry.Sides
				return nil
			}),
		},
		{
			ID: "spending.pick", Title: text.TuiSpendPick, Keys: []string{"1", "2", "3", "4", "5", "6", "7"}, Caps: "1–7", Where: InSpending,
			Do: on(func(_ *Root, s *spendingScreen, key string) tea.Cmd { s.side = entry.Side(key[0] - '1'); return nil }),
		},
		{
			ID: "spending.move", Title: text.TuiSpendMove, Keys: slices.Concat(listKeys, []string{"left", "right"}), Caps: "↑↓←→", Where: InSpending,
			Do: on(func(_ *Root, s *spendingScreen, key string) tea.Cmd {
				switch key {
				case "left":
					key = "up"
				case "right":
					key = "down"
				}
				l := &s.bars[s.side]
				l.n = len(s.parts())
				l.move(key)
				return nil
			}),
		},
		{
			ID: "spending", Title: text.TuiGoSpending, Foot: text.TuiFootSpending, Keys: []string{"f9", "ctrl+]"}, Where: Anywhere &^ (InSpending | InGrid | InGroup), Rank: 66, On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd { return m.push(&spendingScreen{}) },
		},
		{
			ID: "spending.ledger", Title: text.TuiGoSpendingBy, Keys: []string{"ctrl+]"}, Where: InGrid, On: hasDesk,
			Do: on(func(m *Root, g *gridScreen, _ string) tea.Cmd { return m.push(&spendingScreen{side: sideOf(g)}) }),
		},
	}
}

// sideOf is the side that the column under the cursor tells apart.
func sideOf(g *gridScreen) entry.Side {
	if g.f.Scope == form.Ledger {
		for d := range entry.Sides {
			if d.Field() == g.g.Field().ID {
				return d
			}
		}
	}
	return entry.ByMonth
}

// follow adds up again where something changed.
func (s *spendingScreen) follow(m *Root) tea.Cmd {
	if s.got && s.no == m.stand.no {
		return nil
	}
	s.no = m.stand.no
	no, session := s.no, m.desk.s
	return func() tea.Msg {
		sp, err := session.Spending()
		return spendingMsg{no, sp, err}
	}
}

func (s *spendingScreen) answer(m *Root, msg tea.Msg) (tea.Cmd, bool) {
	got, ok := msg.(spendingMsg)
	if !ok {
		return nil, false
	}
	switch {
	case got.err != nil:
		m.say(bad, sentence(got.err))
	case got.no == s.no:
		s.got, s.sp = true, got.sp
	}
	return nil, true
}

// parts are the bars of the side.
func (s *spendingScreen) parts() []entry.Part {
	if s.side == entry.ByMonth {
		return s.sp.Sides[s.side]
	}
	return entry.Fold(s.sp.Sides[s.side], max(s.room, leastBars))
}

// leastBars are drawn however little room there is: the list then scrolls.
const leastBars = 3

// open shows the lines of the ledger that a bar is made of.
func (s *spendingScreen) open(m *Root) tea.Cmd {
	at, parts := s.bars[s.side].at, s.parts()
	if at >= len(parts) || s.sp.Lines == 0 {
		return nil
	}
	g := m.newGrid(form.ByID("spend"), 0, s.side.Field())
	where := []store.Where{partWhere(s.sp.Year, s.side, &parts[at])}
	if s.sp.Outside.Lines > 0 && s.side != entry.ByMonth { // the bar does not count those, so they are not among its lines
		where = append(where, withinYear(s.sp.Year))
	}
	g.g.SetQuery(store.Query{Where: where})
	return m.push(g)
}

// partWhere keeps the lines of one part.
func partWhere(year int, side entry.Side, p *entry.Part) store.Where {
	w := store.Where{Field: side.Field(), Not: p.Blank()}
	switch {
	case side == entry.ByMonth:
		month, _ := strconv.Atoi(p.Keys[0])
		w.From, w.To = dayIn(year, month, 1), dayIn(year, month, 31)
	case p.Blank():
		w.From = form.S(" ") // every text that can be read comes after it
	default:
		for _, k := range p.Keys {
			w.In = append(w.In, form.S(k))
		}
	}
	return w
}

// withinYear keeps the lines that have a date of the year.
func withinYear(year int) store.Where {
	return store.Where{Field: entry.ByMonth.Field(), From: dayIn(year, 1, 1), To: dayIn(year, 12, 31)}
}

func dayIn(year, month, day int) form.Value {
	return form.S(fmt.Sprintf("%04d-%02d-%02d", year, month, day))
}

// filterText says in words which cells a filter keeps.
func filterText(m *Root, f *form.Field, w store.Where) string {
	show := func(v form.Value) string { return f.Display(v, f.Unit, m.lang) }
	switch {
	case w.Not && f.Kind == form.Date:
		return text.EntrySpentUndated.In(m.lang)
	case w.Not:
		return text.EntrySpentBlank.In(m.lang)
	case !w.From.Empty():
		return show(w.From) + " – " + show(w.To)
	case len(w.In) == 0 || w.In[0].Empty():
		return text.TuiEmptyCell.In(m.lang)
	case len(w.In) > 1:
		return text.TuiSpendAndMore.With(show(w.In[0]), len(w.In)).In(m.lang)
	}
	return show(w.In[0])
}
