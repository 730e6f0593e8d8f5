package tracing

import (
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/form"
	"yice/store"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// find asks for a text that what is listed says.
func (s *HistoryScreen) find(m screen.Desk) tea.Cmd {
	m.Open(kit.NewInput(text.TuiHistFind, text.TuiHistFindSay, s.q.Text, func(typed string) (text.Pair, tea.Cmd) {
		s.q.Text = strings.TrimSpace(typed)
		return text.Pair{}, s.anew(m)
	}))
	return nil
}

// narrow offers what the list can be narrowed to; what is none of it is looked for as a text.
func (s *HistoryScreen) narrow(m screen.Desk) tea.Cmd {
	var all []kit.Option
	add := func(group, title text.Pair, set func(q *store.HistoryQuery)) {
		all = append(all, kit.Option{Group: group, Title: title, Take: func() tea.Cmd {
			set(&s.q)
			return s.anew(m)
		}})
	}
	if s.q != s.base {
		add(text.Pair{}, text.TuiHistAll, func(q *store.HistoryQuery) { *q = s.base })
	}
	if s.base != (store.HistoryQuery{}) {
		all = append(all, kit.Option{Title: text.TuiHistEverything, Take: func() tea.Cmd { return m.Push(NewHistory(s.bring)) }})
	}
	forms, whos, days := s.seen()
	if f := m.Form(s.q.Form); f != nil {
		for i := range f.Fields {
			fd := &f.Fields[i]
			add(text.TuiHistOfField, fd.Title, func(q *store.HistoryQuery) { q.Field = fd.ID })
		}
	}
	for _, d := range days {
		from, err := time.ParseInLocation("2006-01-02", d, time.Local)
		if err != nil {
			continue
		}
		add(text.TuiHistOfDay, text.Same(d), func(q *store.HistoryQuery) { q.From, q.To = from, from.AddDate(0, 0, 1) })
	}
	for _, who := range whos {
		add(text.TuiHistOfWho, text.Same(who), func(q *store.HistoryQuery) { q.Who = who })
	}
	if s.base.Row == 0 {
		// What was worked on lately stands first.
		listed := slices.Clone(m.Session().Workspace().Forms())
		slices.SortStableFunc(listed, func(a, b *form.Form) int { return kit.Btoi(forms[b.ID]) - kit.Btoi(forms[a.ID]) })
		for _, f := range listed {
			add(text.TuiHistOfForm, f.Title, func(q *store.HistoryQuery) { q.Form, q.Row, q.Field = f.ID, 0, "" })
		}
	}
	c := kit.Choose(m, text.TuiHistNarrow, all)
	c.Free = func(typed string) tea.Cmd {
		s.q.Text = strings.TrimSpace(typed)
		return s.anew(m)
	}
	return nil
}

// seen are the forms, people and days of what was read so far.
func (s *HistoryScreen) seen() (forms map[string]bool, whos, days []string) {
	forms = map[string]bool{}
	note := func(e *store.Entry) {
		forms[e.Form] = true
		if e.Who != "" && !slices.Contains(whos, e.Who) {
			whos = append(whos, e.Who)
		}
		if d := e.At.Local().Format("2006-01-02"); !slices.Contains(days, d) {
			days = append(days, d)
		}
	}
	for i := range s.minutes {
		note(&s.minutes[i].Head)
	}
	for i := range s.records {
		note(&s.records[i].Entry)
	}
	for i := range s.past {
		note(&s.past[i].Entry)
	}
	return forms, whos, days
}

// saysOf reports whether a change of a record says a text.
func saysOf(f *form.Form, x *store.Change, find string) bool {
	low := strings.ToLower(find)
	says := func(s string) bool { return strings.Contains(strings.ToLower(s), low) }
	for _, c := range x.Cells {
		if says(c.New) || says(c.Old) {
			return true
		}
		if fd := f.Field(c.Field); fd != nil && (says(kit.CellShown(fd, c.New, text.ZH)) || says(kit.CellShown(fd, c.New, text.EN))) {
			return true
		}
	}
	return says(x.Label.ZH) || says(x.Label.EN) || says(x.Who) || says(x.File)
}

// filters says what the list is narrowed to.
func (s *HistoryScreen) filters(m screen.Desk) string {
	l := m.Lang()
	var out []string
	if f := m.Form(s.q.Form); f != nil {
		out = append(out, f.Title.In(l))
		if s.q.Row != 0 && !f.Single() {
			out = append(out, paint.Safe(form.KeyTitle(f.ID, s.label).In(l)))
		}
		if fd := f.Field(s.q.Field); fd != nil {
			out = append(out, fd.Title.In(l))
		}
	}
	if s.q.Who != "" {
		out = append(out, paint.Safe(s.q.Who))
	}
	if !s.q.From.IsZero() {
		out = append(out, s.q.From.Format("2006-01-02"))
	}
	if s.q.Text != "" {
		out = append(out, text.Quoted.With(paint.Safe(s.q.Text)).In(l))
	}
	return strings.Join(out, "  "+m.Theme().Chrome.Dot+"  ")
}
