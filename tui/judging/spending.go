package judging

import (
	"slices"
	"strconv"
	"time"

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

	table     bool // figures in place of charts
	col, left int  // of the table: the column of the cursor, and the first one in sight beside the year's
	months    ledgerByMonth
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
			Do: screen.On(func(m screen.Desk, s *SpendingScreen, key string) tea.Cmd {
				step := entry.Side(1)
				if key == "shift+tab" {
					step = entry.Sides - 1
				}
				s.Side = (s.Side + step) % entry.Sides
				return s.count(m)
			}),
		},
		{
			ID: "spending.pick", Title: text.TuiSpendPick, Keys: []string{"1", "2", "3", "4", "5", "6", "7"}, Caps: "1–7", Where: InSpending,
			Do: screen.On(func(m screen.Desk, s *SpendingScreen, key string) tea.Cmd {
				s.Side = entry.Side(key[0] - '1')
				return s.count(m)
			}),
		},
		{
			ID: "spending.table", Title: text.TuiSpendTable, Foot: text.TuiFootSpendTable, Keys: []string{"m", "shift+m"}, Where: InSpending, Rank: 3,
			On: func(m screen.Desk) bool {
				s, ok := m.Top().(*SpendingScreen)
				return ok && s.canTable(m)
			},
			Do: screen.On(func(m screen.Desk, s *SpendingScreen, _ string) tea.Cmd {
				s.table = !s.table
				return s.count(m)
			}),
		},
		{
			ID: "spending.move", Title: text.TuiSpendMove, Keys: slices.Concat(kit.ListKeys, []string{"left", "right"}), Caps: "↑↓←→", Where: InSpending,
			Do: screen.On(func(_ screen.Desk, s *SpendingScreen, key string) tea.Cmd {
				switch across := s.gridded(); {
				case across && key == "left":
					s.moveAcross(-1)
					return nil
				case across && key == "right":
					s.moveAcross(+1)
					return nil
				case key == "left":
					key = "up"
				case key == "right":
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
	counted := s.count(m)
	if s.got && s.no == m.Standing().No {
		return counted
	}
	s.no = m.Standing().No
	no, session := s.no, m.Session()
	return tea.Batch(counted, func() tea.Msg {
		sp, err := session.Spending()
		return spendingMsg{no, sp, err}
	})
}

// Answer takes what its command found out.
func (s *SpendingScreen) Answer(m screen.Desk, msg tea.Msg) (tea.Cmd, bool) {
	var err error
	switch got := msg.(type) {
	case spendingMsg:
		if err = got.err; err == nil && got.no == s.no {
			s.got, s.Spent = true, got.sp
		}
	case byMonthMsg:
		if err = got.err; got.no == s.months.no {
			s.months.got = got.got
		}
	default:
		return nil, false
	}
	if err != nil {
		m.Say(screen.Bad, kit.Sentence(err))
	}
	return nil, true
}

// NewSpending shows a side of what was spent.
func NewSpending(side entry.Side) *SpendingScreen { return &SpendingScreen{Side: side} }

// gridded reports that a side stands told apart by months, with a cursor that goes across too.
func (s *SpendingScreen) gridded() bool { return s.table && s.Side != entry.ByMonth }

// Parts are the bars of the side, or the rows of its table.
func (s *SpendingScreen) Parts() []entry.Part {
	if s.Side == entry.ByMonth || s.table {
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
	if s.gridded() && s.col > 0 {
		where = append(where, within(s.Spent.Year, spans[s.col]))
	} else if s.Spent.Outside.Lines > 0 && s.Side != entry.ByMonth { // the bar does not count those, so they are not among its lines
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
		return within(year, span{month, month})
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
func WithinYear(year int) store.Where { return within(year, spans[0]) }

// within keeps the lines dated in some months of the year.
func within(year int, p span) store.Where {
	return store.Where{Field: entry.ByMonth.Field(), From: DayIn(year, p.from, 1), To: DayIn(year, p.to+1, 0)}
}

// DayIn is a day as a value; day 0 is the last one of the month before.
func DayIn(year, month, day int) form.Value {
	return form.S(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Format(time.DateOnly))
}
