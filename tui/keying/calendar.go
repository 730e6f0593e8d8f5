package keying

import (
	"strings"
	"time"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/text"
	"yice/tui/grid"
	"yice/tui/lineedit"
	"yice/tui/screen"
)

// calendar is a month of days, or a year of months, laid over the field of a date that is being keyed. What is taken is
// put into the field's editor and leaves it as if it had been typed.
type calendar struct {
	f     *form.Field
	year  int       // the filing year
	at    time.Time // under the cursor; of a month its first day, as the others
	today time.Time
	was   time.Time // what the field holds; zero: nothing
}

// dated reports the fields that have a calendar.
func dated(f *form.Field) bool { return f.Kind == form.Date || f.Kind == form.Month }

// InCalendar is the calendar of a date being keyed.
var InCalendar = &screen.Place{ID: "calendar", Title: text.TuiPlaceCalendar, For: text.TuiForCalendar, Met: 90}

// Calendar declares it: the key that opens it, and its own keys, here to be shown.
func Calendar() screen.Declaration {
	return screen.Declaration{Places: []*screen.Place{InCalendar}, Actions: []screen.Action{
		{
			ID: "date.calendar", Title: text.TuiOpenCalendar, Foot: text.TuiFootCalendar, Keys: []string{"f9", "alt+down"}, Where: screen.In(InCell, InField), Rank: 2,
			On: func(m screen.Desk) bool { k := fieldOf(m); return k != nil && dated(k.Field) },
			Do: func(m screen.Desk, _ string) tea.Cmd { return openCalendar(m) },
		},
		{ID: "calendar.take", Title: text.TuiCalTake, Foot: text.TuiFootTake, Keys: []string{"enter", "tab"}, Where: InCalendar, Rank: 1},
		{ID: "calendar.day", Title: text.TuiCalDay, Foot: text.TuiFootDay, Keys: []string{"left", "right", "up", "down"}, Caps: "↑↓←→", Where: InCalendar, Rank: 2},
		{ID: "calendar.month", Title: text.TuiCalMonth, Foot: text.TuiFootMonth, Keys: []string{"pgup", "pgdown"}, Caps: "PgUp/Dn", Where: InCalendar, Rank: 3, On: func(m screen.Desk) bool { return !choosingMonth(m) }},
		{ID: "calendar.stepyear", Title: text.TuiCalYear, Foot: text.TuiFootYear, Keys: []string{"pgup", "pgdown"}, Caps: "PgUp/Dn", Where: InCalendar, Rank: 3, On: choosingMonth},
		{ID: "calendar.year", Title: text.TuiCalYear, Foot: text.TuiFootYear, Keys: []string{"ctrl+pgup", "ctrl+pgdown"}, Caps: "Ctrl+PgUp/Dn", Where: InCalendar, Rank: 4, On: func(m screen.Desk) bool { return !choosingMonth(m) }},
		{ID: "calendar.ends", Title: text.TuiCalEnds, Foot: text.TuiFootEnds, Keys: []string{"home", "end"}, Where: InCalendar, Rank: 5},
		{ID: "calendar.today", Title: text.TuiCalToday, Foot: text.TuiFootToday, Keys: []string{"ctrl+t", "t"}, Where: InCalendar, Rank: 6},
		{ID: "calendar.close", Title: text.TuiCalClose, Foot: text.TuiFootTyping, Keys: []string{"esc", "f9"}, Where: InCalendar, Rank: 7},
	}}
}

// choosingMonth reports whether the calendar is one of months.
func choosingMonth(m screen.Desk) bool {
	k := fieldOf(m)
	return k != nil && k.Field.Kind == form.Month
}

// Keyed is a field being keyed on a screen.
type Keyed struct {
	Field  *form.Field
	Editor *lineedit.Editor
	Was    form.Value
	Cell   grid.Rect
	// Key does what a key of any such field does.
	Key func(key string) tea.Cmd
}

// Keying is a screen on which fields are keyed; nil: none is just now.
type Keying interface {
	Keyed(m screen.Desk) *Keyed
}

// fieldOf gives the field being keyed, nil for none.
func fieldOf(m screen.Desk) *Keyed {
	if s, ok := m.Top().(Keying); ok {
		return s.Keyed(m)
	}
	return nil
}

// openCalendar lays the calendar over the field being keyed: at what is typed, else at what is there, else at today
// where that is in the filing year.
func openCalendar(m screen.Desk) tea.Cmd {
	k := fieldOf(m)
	if k == nil || !dated(k.Field) {
		return nil
	}
	now := m.Now()
	c := &calendar{f: k.Field, year: m.Standing().Year, today: day(now.Year(), now.Month(), now.Day())}
	if c.months() {
		c.today = day(now.Year(), now.Month(), 1)
	}
	c.was, _ = dayOf(k.Field, k.Was)
	c.at = c.was
	if v, err := k.Field.Parse(k.Field.Keyed(k.Editor.Text(), c.year), k.Field.Unit); err == nil {
		if t, ok := dayOf(k.Field, v); ok {
			c.at = t
		}
	}
	if c.at.IsZero() {
		c.at = day(c.year, 1, 1)
		if c.today.Year() == c.year {
			c.at = c.today
		}
	}
	m.Open(c)
	return nil
}

// day is a day, counted where no clock is put forward.
func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

// layouts of stored dates and months.
const dayLayout, monthLayout = "2006-01-02", "200601"

func layoutOf(f *form.Field) string {
	if f.Kind == form.Month {
		return monthLayout
	}
	return dayLayout
}

// dayOf gives the day a value stands for, of a month its first; ok is false where it stands for none.
func dayOf(f *form.Field, v form.Value) (t time.Time, ok bool) {
	t, err := time.Parse(layoutOf(f), v.Str())
	return t, err == nil && v.Str() != ""
}

// weekday counts from Monday, 0.
func weekday(t time.Time) int { return (int(t.Weekday()) + 6) % 7 }

func (c *calendar) months() bool { return c.f.Kind == form.Month }

func (c *calendar) Place() *screen.Place { return InCalendar }

// paste goes back to typing: the text takes the place of what was there.
func (c *calendar) Paste(m screen.Desk, s string) tea.Cmd {
	return c.typed(m, func() tea.Cmd { return m.Top().Paste(m, s) })
}

func (c *calendar) Key(m screen.Desk, k tea.KeyPressMsg) (bool, tea.Cmd) {
	key := k.Keystroke()
	switch key {
	case "esc", "f9", "alt+up", "ctrl+c":
		return true, nil
	case "enter", "tab", "shift+tab":
		m.Close(c)
		if b := fieldOf(m); b != nil {
			b.Editor.Set(c.at.Format(layoutOf(c.f)))
			return true, b.Key(key)
		}
		return true, nil
	}
	if to, ok := c.target(key); ok {
		c.at = c.within(to)
		return false, nil
	}
	if r := []rune(k.Text); len(r) == 1 && unicode.IsDigit(r[0]) {
		return true, c.typed(m, func() tea.Cmd { return m.Top().Key(m, k) })
	}
	return false, nil
}

// typed closes the calendar and types into the field, in place of what was there.
func (c *calendar) typed(m screen.Desk, then func() tea.Cmd) tea.Cmd {
	m.Close(c)
	b := fieldOf(m)
	if b == nil {
		return nil
	}
	b.Editor.SelectAll()
	return then()
}

// target says where a key leads.
func (c *calendar) target(key string) (to time.Time, ok bool) {
	steps := map[string]int{"left": -1, "right": 1, "up": -7, "down": 7, "pgup": -1, "pgdown": 1, "ctrl+pgup": -12, "ctrl+pgdown": 12}
	if c.months() {
		steps = map[string]int{"left": -1, "right": 1, "up": -3, "down": 3, "pgup": -12, "pgdown": 12, "ctrl+pgup": -12, "ctrl+pgdown": 12}
	}
	switch n := steps[key]; {
	case key == "home":
		return day(c.year, 1, 1), true
	case key == "end" && c.months():
		return day(c.year, 12, 1), true
	case key == "end":
		return day(c.year, 12, 31), true
	case key == "ctrl+t" || strings.EqualFold(key, "t"):
		return c.today, true
	case n == 0:
		return to, false
	case c.months() || strings.Contains(key, "pg"):
		return monthOn(c.at, n), true
	default:
		return c.at.AddDate(0, 0, n), true
	}
}

// monthOn is the same day some months on, or the last one of that month.
func monthOn(t time.Time, n int) time.Time {
	first := day(t.Year(), t.Month()+time.Month(n), 1)
	last := first.AddDate(0, 1, -1).Day()
	return day(first.Year(), first.Month(), min(t.Day(), last))
}

// within keeps a day among those a field can hold.
func (c *calendar) within(t time.Time) time.Time {
	first, last := day(form.MinYear, 1, 1), day(form.MaxYear, 12, 31)
	if c.months() {
		last = day(form.MaxYear, 12, 1)
	}
	switch {
	case t.Before(first):
		return first
	case t.After(last):
		return last
	}
	return t
}
