package judging

import (
	"fmt"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// SpendingScreen shows what the year's money went to: the months as columns, every other side as bars.
type SpendingScreen struct {
	screen.Still
	Side  entry.Side
	no    int
	got   bool
	Spent entry.Spending
	bars  [entry.Sides]kit.List
	room  int // bars that fit, as drawn last; the rest of a side is folded into one
	split split
}

// spendingMsg is the ledger added up.
type spendingMsg struct {
	no  int
	sp  entry.Spending
	err error
}

var spendingSides = [entry.Sides]text.Pair{
	text.TuiSpendMonth, text.TuiSpendCategory, text.TuiSpendSource, text.TuiSpendActivity, text.TuiSpendTreatment, text.TuiSpendProject, text.TuiSpendPlatform,
}

// Place says which of its keys are live.
func (s *SpendingScreen) Place() *screen.Place       { return InSpending }
func (s *SpendingScreen) Crumb(m screen.Desk) string { return text.TuiSpending.In(m.Lang()) }

// InSpending is charts of what the money went to.
var InSpending = &screen.Place{ID: "spending", Title: text.TuiPlaceSpending, For: text.TuiForSpending, Met: 170, Common: true, Opener: "spending"}

// Spending declares the charts.
func Spending() screen.Declaration {
	return screen.Declaration{Places: []*screen.Place{InSpending}, Actions: []screen.Action{
		{
			ID: "spending.open", Title: text.TuiSpendOpen, Foot: text.TuiFootSpendOpen, Keys: []string{"enter"}, Where: InSpending, Rank: 1,
			Do: screen.On(func(m screen.Desk, s *SpendingScreen, _ string) tea.Cmd { return s.open(m) }),
		},
		{
			ID: "spending.side", Title: text.TuiSpendSide, Foot: text.TuiFootSpendSide, Keys: []string{"tab", "shift+tab"}, Where: InSpending, Rank: 2,
			Do: screen.On(func(_ screen.Desk, s *SpendingScreen, key string) tea.Cmd {
				step := entry.Side(1)
				if key == "shift+tab" {
					step = entry.Sides - 1
				}
				s.Side = (s.Side + step) % entry.Sides
				return nil
			}),
		},
		{
			ID: "spending.pick", Title: text.TuiSpendPick, Keys: []string{"1", "2", "3", "4", "5", "6", "7"}, Caps: "1–7", Where: InSpending,
			Do: screen.On(func(_ screen.Desk, s *SpendingScreen, key string) tea.Cmd {
				s.Side = entry.Side(key[0] - '1')
				return nil
			}),
		},
		{
			ID: "spending.move", Title: text.TuiSpendMove, Keys: slices.Concat(kit.ListKeys, []string{"left", "right"}), Caps: "↑↓←→", Where: InSpending,
			Do: screen.On(func(_ screen.Desk, s *SpendingScreen, key string) tea.Cmd {
				switch key {
				case "left":
					key = "up"
				case "right":
					key = "down"
				}
				l := &s.bars[s.Side]
				l.N = len(s.Parts())
				l.Move(key)
				return nil
			}),
		},
	}}
}

// Follow adds up again where something changed.
func (s *SpendingScreen) Follow(m screen.Desk) tea.Cmd {
	if s.got && s.no == m.Standing().No {
		return nil
	}
	s.no = m.Standing().No
	no, session := s.no, m.Session()
	return func() tea.Msg {
		sp, err := session.Spending()
		return spendingMsg{no, sp, err}
	}
}

// Answer takes what its command found out.
func (s *SpendingScreen) Answer(m screen.Desk, msg tea.Msg) (tea.Cmd, bool) {
	got, ok := msg.(spendingMsg)
	if !ok {
		return nil, false
	}
	switch {
	case got.err != nil:
		m.Say(screen.Bad, kit.Sentence(got.err))
	case got.no == s.no:
		s.got, s.Spent = true, got.sp
	}
	return nil, true
}

// NewSpending shows a side of what was spent.
func NewSpending(side entry.Side) *SpendingScreen { return &SpendingScreen{Side: side} }

// Parts are the bars of the side.
func (s *SpendingScreen) Parts() []entry.Part {
	if s.Side == entry.ByMonth {
		return s.Spent.Sides[s.Side]
	}
	return entry.Fold(s.Spent.Sides[s.Side], max(s.room, leastBars))
}

// leastBars are drawn however little room there is: the list then scrolls.
const leastBars = 3

// open shows the lines of the ledger that a bar is made of.
func (s *SpendingScreen) open(m screen.Desk) tea.Cmd {
	at, parts := s.bars[s.Side].At, s.Parts()
	if at >= len(parts) || s.Spent.Lines == 0 {
		return nil
	}
	where := []store.Where{partWhere(s.Spent.Year, s.Side, &parts[at])}
	if s.Spent.Outside.Lines > 0 && s.Side != entry.ByMonth { // the bar does not count those, so they are not among its lines
		where = append(where, WithinYear(s.Spent.Year))
	}
	return m.OpenTable(form.ByID("spend"), s.Side.Field(), store.Query{Where: where})
}

// partWhere keeps the lines of one part.
func partWhere(year int, side entry.Side, p *entry.Part) store.Where {
	w := store.Where{Field: side.Field(), Not: p.Blank()}
	switch {
	case side == entry.ByMonth:
		month, _ := strconv.Atoi(p.Keys[0])
		w.From, w.To = DayIn(year, month, 1), DayIn(year, month, 31)
	case p.Blank():
		w.From = form.S(" ") // every text that can be read comes after it
	default:
		for _, k := range p.Keys {
			w.In = append(w.In, form.S(k))
		}
	}
	return w
}

// WithinYear keeps the lines that have a date of the year.
func WithinYear(year int) store.Where {
	return store.Where{Field: entry.ByMonth.Field(), From: DayIn(year, 1, 1), To: DayIn(year, 12, 31)}
}

// DayIn is a day as a value.
func DayIn(year, month, day int) form.Value {
	return form.S(fmt.Sprintf("%04d-%02d-%02d", year, month, day))
}
