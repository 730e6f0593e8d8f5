package tui

import (
	"context"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/store"
	"yice/text"
	"yice/tui/beginning"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// The year and the enterprise in the title are a switch: the years of the workspace and one more, the enterprises and one
// more.

func yearsActions() []Action {
	hasDesk := func(m *Root) bool { return m.desk != nil }
	return []Action{
		{
			ID: "switch", Title: text.TuiSwitch, Foot: text.TuiFootSwitch, Keys: []string{"f10", "alt+y"}, Where: screen.Anywhere, Rank: 67, On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd { return m.openSwitch(false) },
		},
		{
			ID: screen.ToYearAfter.ID(), Title: text.TuiYearNext, Where: screen.Anywhere, On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd { return m.askNextYear() },
		},
		{
			ID: screen.ToYearBefore.ID(), Title: text.TuiYearLast, Where: screen.Anywhere, On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd { return m.askLastYear() },
		},
	}
}

// openSwitch lists where one can go in the workspace; firms says that the enterprises stand first.
func (m *Root) openSwitch(firms bool) tea.Cmd {
	w := m.desk.w
	return later(func() func(m *Root) tea.Cmd {
		books, err := w.Books()
		return func(m *Root) tea.Cmd {
			if err != nil || m.desk == nil || m.desk.w != w {
				if err != nil {
					m.say(screen.Bad, kit.Sentence(err))
				}
				return nil
			}
			c := kit.Choose(m, text.TuiSwitch, m.switchOptions(books, firms))
			c.Hint = text.TuiSwitchHint
			c.List.At = max(slices.IndexFunc(c.All, func(o kit.Option) bool { return o.Here && (o.Group == text.TuiSwitchFirms) == firms }), 0)
			return nil
		}
	})
}

func (m *Root) switchOptions(books []store.BookInfo, firms bool) []kit.Option {
	var years, others []kit.Option
	have := map[int]bool{}
	seen := map[string]bool{m.stand.USCC: true}
	first := m.stand.Year
	for i := len(books) - 1; i >= 0; i-- { // newest first
		b := &books[i]
		if b.USCC == m.stand.USCC {
			have[b.Year], first = true, min(first, b.Year)
			years = append(years, m.yearOption(b))
		} else if !seen[b.USCC] {
			seen[b.USCC] = true
			others = append(others, m.firmOption(books, b))
		}
	}
	if next := m.stand.Year + 1; !have[next] {
		years = append([]kit.Option{{Title: text.TuiSwitchNext.With(next), Group: text.TuiSwitchYears, Take: m.askNextYear}}, years...)
	}
	if last := first - 1; !have[last] {
		years = append(years, kit.Option{Title: text.TuiSwitchLast.With(last), Group: text.TuiSwitchYears, Take: m.askLastYear})
	}
	own := kit.Option{Title: text.Same(paint.Safe(kit.NameOr(m.stand.Name, m.stand.USCC))), Also: m.stand.USCC, Group: text.TuiSwitchFirms, Note: text.TuiSwitchHere.In(m.lang), Here: true, Take: func() tea.Cmd { return nil }}
	others = append([]kit.Option{own}, others...)
	others = append(others, kit.Option{Title: text.TuiSwitchFirm, Group: text.TuiSwitchFirms, Take: func() tea.Cmd { return beginning.OpenCard(m, m, true) }})
	away := kit.Option{Title: text.TuiSwitchOther, Note: "Ctrl+O", Group: text.TuiSwitchElse, Take: m.toStart}
	if firms {
		return append(append(others, years...), away)
	}
	return append(append(years, others...), away)
}

func (m *Root) yearOption(b *store.BookInfo) kit.Option {
	year := b.Year
	o := kit.Option{Title: text.TuiYear.With(year), Also: strconv.Itoa(year), Group: text.TuiSwitchYears}
	notes := []string{text.TuiSwitchRows.With(b.Rows).In(m.lang)}
	if b.Locked {
		notes = append([]string{text.TuiSwitchSealed.In(m.lang)}, notes...)
	}
	if year == m.stand.Year {
		notes = append([]string{text.TuiSwitchHere.In(m.lang)}, notes...)
		o.Here = true
	}
	o.Note = strings.Join(notes, "  ")
	o.Take = func() tea.Cmd {
		if year == m.stand.Year {
			return nil
		}
		return m.openYear(m.stand.USCC, year)
	}
	return o
}

// firmOption goes to another enterprise: to the year that is open here where it has it, else to its newest.
func (m *Root) firmOption(books []store.BookInfo, b *store.BookInfo) kit.Option {
	year, uscc := b.Year, b.USCC
	for i := range books {
		if books[i].USCC == uscc && books[i].Year == m.stand.Year {
			year = m.stand.Year
		}
	}
	return kit.Option{Title: text.Same(paint.Safe(kit.NameOr(b.Name, uscc))), Also: uscc, Group: text.TuiSwitchFirms, Note: strconv.Itoa(year), Take: func() tea.Cmd { return m.openYear(uscc, year) }}
}

// askNextYear shows what the year after would take over and what stays, opens it, and goes there. One that is open already is
// gone to.
func (m *Root) askNextYear() tea.Cmd {
	next, uscc, who, ctx := m.stand.Year+1, m.stand.USCC, m.desk.operator, m.ctx
	return m.inLine(func(session *entry.Session) (func(m *Root) tea.Cmd, error) {
		rows, err := rowsOf(session.Workspace(), uscc, next)
		switch {
		case err != nil:
			return nil, err
		case rows > 1:
			return func(m *Root) tea.Cmd { return m.openYear(uscc, next) }, nil
		}
		would, err := entry.WouldCarry(session.Workspace(), uscc, next-1)
		if err != nil {
			return nil, err
		}
		moved, err := sayMoved(ctx, session)
		if err != nil {
			return nil, err
		}
		say := kit.Lines(carrySay(&would, next), moved)
		return func(m *Root) tea.Cmd {
			m.open(kit.NewAsk(text.TuiYearNextTitle.With(next), say, func(yes bool) tea.Cmd {
				if !yes {
					return nil
				}
				return m.inLine(func(session *entry.Session) (func(m *Root) tea.Cmd, error) {
					if _, err := entry.NextYear(session.Workspace(), uscc, next-1, who); err != nil {
						return nil, err
					}
					return func(m *Root) tea.Cmd { return m.openYear(uscc, next) }, nil
				})
			}), false)
			return nil
		}, nil
	})
}

// rowsOf counts what a year holds.
func rowsOf(w *store.Workspace, uscc string, year int) (int64, error) {
	books, err := w.Books()
	if err != nil {
		return 0, err
	}
	for i := range books {
		if books[i].USCC == uscc && books[i].Year == year {
			return books[i].Rows, nil
		}
	}
	return 0, nil
}

// carrySay lists what the next year takes over and what stays behind, form by form.
func carrySay(c *entry.Carried, next int) text.Pair {
	var takes, leaves []text.Pair
	for _, f := range c.Forms {
		switch {
		case f.Taken == 0:
			leaves = append(leaves, f.Form.Title)
		case f.Taken < f.Of:
			takes = append(takes, text.TuiNextFormOf.With(f.Form.Title, f.Taken, f.Of))
		default:
			takes = append(takes, text.TuiNextForm.With(f.Form.Title, f.Taken))
		}
	}
	if c.Pack != nil {
		takes = append(takes, text.TuiNextPack.With(next-1, next))
	}
	for _, f := range c.Ledgers {
		leaves = append(leaves, text.TuiNextLedger.With(f.Title))
	}
	say := headed(text.TuiNextTakes, takes)
	say = kit.Lines(say, headed(text.TuiNextLeaves, leaves))
	say = kit.Lines(say, headed(text.TuiNextFrom, []text.Pair{text.TuiNextBefore.With(next - 1)}))
	if c.Pack == nil {
		say = kit.Lines(say, text.TuiNextOwnPack.With(next))
	}
	return say
}

// headed is a list with a word before it.
func headed(head text.Pair, list []text.Pair) text.Pair {
	if len(list) == 0 {
		list = []text.Pair{text.TuiNextNothing}
	}
	var zh, en []string
	for _, p := range list {
		zh, en = append(zh, p.ZH), append(en, p.EN)
	}
	return text.Pair{ZH: head.ZH + "：" + strings.Join(zh, "、"), EN: head.EN + ": " + strings.Join(en, ", ")}
}

// askLastYear opens the year before the first one, for the figures that growth and comparison need.
func (m *Root) askLastYear() tea.Cmd {
	w, uscc := m.desk.w, m.stand.USCC
	return later(func() func(m *Root) tea.Cmd {
		books, err := w.Books()
		return func(m *Root) tea.Cmd {
			if err != nil {
				m.say(screen.Bad, kit.Sentence(err))
				return nil
			}
			first := m.stand.Year
			for i := range books {
				if books[i].USCC == uscc {
					first = min(first, books[i].Year)
				}
			}
			m.open(kit.NewAsk(text.TuiLastYearTitle.With(first-1), text.TuiLastYearSay.With(first-1, first), func(yes bool) tea.Cmd {
				if !yes {
					return nil
				}
				return m.makeLastYear(uscc, first-1)
			}), false)
			return nil
		}
	})
}

// makeLastYear opens a year with the card of the one that is open, behind everything keyed before, and goes there.
func (m *Root) makeLastYear(uscc string, year int) tea.Cmd {
	o, who := m.o, m.desk.operator
	return m.inLine(func(session *entry.Session) (func(m *Root) tea.Cmd, error) {
		b := entry.Beginning{Year: year, Card: session.CardTyped(), Carried: true}
		if _, err := entry.Begin(session.Workspace(), b, entry.Options{Who: who, Template: o.Template, Now: o.Now}); err != nil {
			return nil, err
		}
		return func(m *Root) tea.Cmd { return m.openYear(uscc, year) }, nil
	})
}

// openYear goes to another year of the workspace that is open, or to another enterprise of it. Only one may write a file: the
// desk that is left hands its workspace over. Where the year cannot be opened, this one stays. Long work of this year is
// waited for by whoever began it.
func (m *Root) openYear(uscc string, year int) tea.Cmd { return m.openYearAt(uscc, year, nil) }

// openYearAt goes to another year, and there to where a reader wanted to be; nil: its overview.
func (m *Root) openYearAt(uscc string, year int, place func(m *Root) tea.Cmd) tea.Cmd {
	if len(m.tasks) > 0 {
		m.say(screen.Warn, text.TuiSwitchBusy.With(m.tasks[0].title))
		return nil
	}
	old := m.desk
	open := m.openBook("", old.w, uscc, year)
	return func() tea.Msg {
		msg, ok := open().(openedMsg)
		return doMsg(func(m *Root) tea.Cmd {
			switch {
			case !ok:
				return nil
			case m.desk != old && msg.err == nil:
				// Something else was opened meanwhile.
				return func() tea.Msg { return finished(msg.desk) }
			case msg.err != nil:
				m.say(screen.Bad, kit.Sentence(msg.err))
				return nil
			}
			msg.desk.own, old.own = old.own, false
			msg.said = text.TuiSwitchedTo.With(paint.Safe(kit.NameOr(msg.stand.Name, uscc)), year)
			opened := m.opened(msg)
			if place == nil {
				return opened
			}
			return tea.Batch(opened, place(m))
		})
	}
}

// sayMoved tells how many records of a year differ from what was filed, for whoever carries on from it; empty where none
// do.
func sayMoved(ctx context.Context, session *entry.Session) (text.Pair, error) {
	x, err := session.Since(ctx)
	if err != nil || x.Rows() == 0 {
		return text.Pair{}, err
	}
	return text.TuiYearBeforeMoved.With(x.Book.Year, x.Rows()), nil
}
