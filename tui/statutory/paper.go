package statutory

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/filing"
	"yice/form"
	"yice/returns"
	"yice/store"
	"yice/text"
	"yice/tui/judging"
	"yice/tui/kit"
	"yice/tui/screen"
)

// PaperScreen is one return as on the paper form, last year's figures beside it. The lines run down and the slices across,
// or the other way for a form of many projects.
type PaperScreen struct {
	screen.Still
	year    Year
	of      *returns.Return
	reading returnsReading
	now     *returns.Table
	last    *returns.Table // the same return of the year before; nil: not known
	rows    []paperRow
	cols    []paperCol
	marks   map[string]form.Finding // by line, the worst finding of the field it is keyed in
	found   []form.Finding          // of the return as a whole
	notices []returns.Notice
	list    kit.List
	col     int // the figure column the cursor is in
	left    int // first one shown
}

// paperRow is a row: a caption, or a line or slice with its figures.
type paperRow struct {
	caption      text.Pair
	slice        *returns.Slice
	line         *returns.Line
	number, name text.Pair
	level        int
	strong       bool
}

// paperCol is a column of figures: a slice, a line, last year's, or the change on it.
type paperCol struct {
	head   text.Pair
	slice  *returns.Slice
	line   *returns.Line
	last   bool
	change bool
}

// NewPaper is a return as on its paper form.
func NewPaper(year Year, of *returns.Return) *PaperScreen { return &PaperScreen{year: year, of: of} }

// Place says which of its keys are live.
func (s *PaperScreen) Place() *screen.Place         { return InPaper }
func (s *PaperScreen) Crumb(m screen.Desk) string   { return s.of.Title.In(m.Lang()) }
func (s *PaperScreen) Follow(m screen.Desk) tea.Cmd { return s.reading.follow(m) }

// Answer takes what was read, and lays the return out.
func (s *PaperScreen) Answer(m screen.Desk, msg tea.Msg) (tea.Cmd, bool) {
	fresh, ours := s.reading.answer(m, msg)
	if fresh {
		s.arrange(m)
	}
	return nil, ours
}

// InPaper is one return, as a paper form.
var InPaper = &screen.Place{ID: "paper", Title: text.TuiPlacePaper, For: text.TuiForPaper, Met: 190, Common: true}

// Paper declares a return on its paper form.
func Paper() screen.Declaration {
	read := func(m screen.Desk) bool { s, ok := m.Top().(*PaperScreen); return ok && s.now != nil }
	return screen.Declaration{Places: []*screen.Place{InPaper}, Actions: []screen.Action{
		{
			ID: "paper.behind", Title: text.TuiPaperBehind, Foot: text.TuiFootBehind, Keys: []string{"enter"}, Where: InPaper, Rank: 1, On: read,
			Do: screen.On(func(m screen.Desk, s *PaperScreen, _ string) tea.Cmd { return s.behind(m) }),
		},
		{
			ID: "paper.other", Title: text.TuiPaperOther, Foot: text.TuiFootPaper, Keys: []string{"tab", "shift+tab"}, Where: InPaper, Rank: 2,
			Do: screen.On(func(m screen.Desk, s *PaperScreen, key string) tea.Cmd {
				return s.other(m, map[string]int{"tab": 1, "shift+tab": -1}[key])
			}),
		},
		{
			ID: "paper.save", Title: text.TuiPaperSave, Foot: text.TuiFootPaperSave, Keys: []string{"ctrl+e"}, Where: InPaper, Rank: 3, On: read,
			Do: screen.On(func(m screen.Desk, s *PaperScreen, _ string) tea.Cmd { return s.askSave(m) }),
		},
		{
			ID: "paper.move", Title: text.TuiPaperMove, Keys: slices.Concat(kit.ListKeys, []string{"left", "right"}), Caps: "↑↓←→", Where: InPaper,
			Do: screen.On(func(_ screen.Desk, s *PaperScreen, key string) tea.Cmd { s.move(key); return nil }),
		},
	}}
}

// arrange lays the return out once it has been worked out.
func (s *PaperScreen) arrange(m screen.Desk) {
	s.now, s.last = s.reading.table(s.of), nil
	if before := s.reading.in.LastYear(); before != nil {
		s.last = s.of.Make(before)
	}
	s.rows, s.cols = s.rows[:0:0], s.cols[:0:0]
	if s.of.Across {
		s.across()
	} else {
		s.down(m)
	}
	s.notices = s.now.Notices()
	s.judge(m)
	s.list.N = len(s.rows)
	s.list.Clamp()
	s.col = kit.ClampInt(s.col, 0, max(len(s.cols)-1, 0))
	s.skip(1)
}

func (s *PaperScreen) lines() (out []*returns.Line) {
	for i := range s.of.Lines {
		if !s.of.Lines[i].Hidden {
			out = append(out, &s.of.Lines[i])
		}
	}
	return out
}

func (s *PaperScreen) across() {
	for _, slice := range s.now.Slices {
		name := slice.Title
		if len(slice.Heads) > 1 && !slice.Heads[1].Empty() {
			name = slice.Heads[1]
		}
		row := paperRow{slice: slice, name: name, strong: slice.Total}
		if len(slice.Heads) > 0 && !slice.Total {
			row.number = slice.Heads[0]
		}
		if len(slice.Heads) > 2 && s.of.ID == "tax-ledger" && !slice.Heads[2].Empty() {
			row.name = text.ReportUnit.With(name, slice.Heads[2])
		}
		s.rows = append(s.rows, row)
	}
	for _, l := range s.lines() {
		head := oneLinePair(l.Title)
		if l.Number != "" {
			head = text.TuiPaperNumbered.With(l.Number, head)
		}
		s.cols = append(s.cols, paperCol{head: head, line: l})
	}
}

func (s *PaperScreen) down(m screen.Desk) {
	group := text.Pair{}
	for _, l := range s.lines() {
		if l.Group != group && !l.Group.Empty() {
			s.rows = append(s.rows, paperRow{caption: l.Group})
		}
		group = l.Group
		s.rows = append(s.rows, paperRow{line: l, number: text.Same(l.Number), name: oneLinePair(l.Title), level: l.Level, strong: s.of.Sums(l)})
	}
	for _, slice := range s.now.Slices {
		s.cols = append(s.cols, paperCol{head: slice.Title, slice: slice})
	}
	if len(s.now.Slices) == 1 {
		slice := s.now.Slices[0]
		s.cols = append(s.cols,
			paperCol{head: text.TuiPaperLast.With(m.Standing().Year - 1), slice: slice, last: true},
			paperCol{head: text.TuiPaperChange, slice: slice, change: true})
	}
}

func oneLinePair(p text.Pair) text.Pair {
	return text.Pair{ZH: strings.ReplaceAll(p.ZH, "\n", ""), EN: strings.ReplaceAll(p.EN, "\n", " ")}
}

// judge gathers what the checks say of the figures: by line where it is keyed in one field, else of the return.
func (s *PaperScreen) judge(m screen.Desk) {
	s.marks, s.found = map[string]form.Finding{}, nil
	for _, f := range m.Standing().Findings {
		if f.Explained {
			continue
		}
		if strings.HasPrefix(f.Check, s.of.ID+".") {
			s.found = append(s.found, f)
		}
		if len(s.now.Slices) == 0 { // a table by project of a year without one
			continue
		}
		for _, l := range s.lines() {
			b, ok := s.now.Behind(s.now.Slices[0], l)
			if !ok || b.Form != "annual" || f.Form != b.Form || f.Field != b.Field {
				continue
			}
			if was, there := s.marks[l.ID]; !there || f.Severity < was.Severity {
				s.marks[l.ID] = f
			}
		}
	}
}

// cell is the slice and line of a row and column.
func (s *PaperScreen) cell(r, c int) (*returns.Slice, *returns.Line) {
	row, col := &s.rows[r], &s.cols[c]
	if row.line != nil {
		return col.slice, row.line
	}
	return row.slice, col.line
}

// here is the cell under the cursor; false where there is none.
func (s *PaperScreen) here() (*returns.Slice, *returns.Line, bool) {
	if s.now == nil || s.list.At >= len(s.rows) || len(s.cols) == 0 || !s.rows[s.list.At].caption.Empty() {
		return nil, nil, false
	}
	slice, line := s.cell(s.list.At, s.col)
	return slice, line, true
}

func (s *PaperScreen) move(key string) {
	switch key {
	case "left":
		s.col = max(s.col-1, 0)
	case "right":
		s.col = min(s.col+1, max(len(s.cols)-1, 0))
	default:
		was := s.list.At
		s.list.Move(key)
		by := 1
		if s.list.At < was {
			by = -1
		}
		s.skip(by)
	}
}

// skip passes over captions.
func (s *PaperScreen) skip(by int) {
	for range 2 {
		for at := s.list.At; at >= 0 && at < len(s.rows); at += by {
			if s.rows[at].caption.Empty() {
				s.list.At = at
				return
			}
		}
		by = -by
	}
}

// other goes to another return that concerns the enterprise, in its place.
func (s *PaperScreen) other(m screen.Desk, by int) tea.Cmd {
	all, c := returns.All(), concerns(m)
	at := slices.Index(all, s.of)
	for range all {
		at = (at + by + len(all)) % len(all)
		if r := all[at]; c.Has(r.ID) || r == s.of {
			reading := s.reading
			*s = *NewPaper(s.year, r)
			s.reading = reading
			if reading.in != nil {
				s.arrange(m)
			}
			return s.Follow(m)
		}
	}
	return nil
}

// behind opens what a cell was made of: rows, or the cells it is worked out from.
func (s *PaperScreen) behind(m screen.Desk) tea.Cmd {
	slice, line, ok := s.here()
	if !ok {
		return nil
	}
	table := s.now
	if col := &s.cols[s.col]; col.last && s.last != nil {
		table = s.last
		if slice = table.Like(slice); slice == nil {
			m.Say(screen.Plain, text.TuiPaperNothing)
			return nil
		}
	}
	return s.openCell(m, table, slice, line)
}

// openCell opens what is behind a cell of this year's table or of last year's.
func (s *PaperScreen) openCell(m screen.Desk, t *returns.Table, slice *returns.Slice, line *returns.Line) tea.Cmd {
	l := m.Lang()
	if !t.Has(slice, line) {
		m.Say(screen.Plain, text.TuiPaperNone)
		return nil
	}
	if b, ok := t.Behind(slice, line); ok {
		return s.openBehind(m, b)
	}
	var all []kit.Option
	title := text.TuiPaperParts
	if over := t.Over(slice); len(over) > 0 && len(t.Parts(line)) == 0 {
		title = text.TuiPaperSum
		for _, o := range over {
			all = append(all, kit.Option{Title: o.Title, Note: t.Shown(o, line, l), Take: func() tea.Cmd { return s.openCell(m, t, o, line) }})
		}
	} else {
		for _, p := range t.Parts(line) {
			name := oneLinePair(p.Title)
			if p.Number != "" {
				name = text.TuiPaperNumbered.With(p.Number, name)
			}
			all = append(all, kit.Option{Title: name, Note: t.Shown(slice, p, l), Take: func() tea.Cmd { return s.openCell(m, t, slice, p) }})
		}
	}
	if len(all) == 0 {
		m.Say(screen.Plain, text.TuiPaperNothing)
		return nil
	}
	kit.Choose(m, title.With(oneLinePair(line.Title)), all)
	return nil
}

// openBehind goes to rows that a figure is made of; those of another year once that year is open.
func (s *PaperScreen) openBehind(m screen.Desk, b returns.Behind) tea.Cmd {
	f := form.ByID(b.Form)
	if f == nil {
		return nil
	}
	there := func() tea.Cmd {
		if f.Single() || b.Row != 0 {
			return m.GoTo(f, b.Row, b.Field)
		}
		var where []store.Where
		for _, c := range b.Where {
			if len(c.Values) == 0 && c.From == "" && c.To == "" {
				m.Say(screen.Plain, text.TuiPaperNothing) // one of no values: no row
				return nil
			}
			w := store.Where{Field: c.Field, From: form.S(c.From), To: form.S(c.To), Not: c.Not}
			for _, v := range c.Values {
				w.In = append(w.In, form.S(v))
			}
			where = append(where, w)
		}
		switch {
		case b.Months[0] > 0:
			where = append(where, store.Where{Field: "date", From: judging.DayIn(b.Year, b.Months[0], 1), To: judging.DayIn(b.Year, b.Months[1]+1, 0)})
		case f.Scope == form.Ledger && m.Standing().NotCounted.Lines > 0:
			where = append(where, judging.WithinYear(b.Year))
		}
		return m.OpenTable(f, b.Field, store.Query{Where: where})
	}
	if b.Year == m.Standing().Year {
		return there()
	}
	m.Open(kit.NewAsk(text.TuiSinceElseHow.With(b.Year), text.TuiSinceElse.With(b.Year), func(yes bool) tea.Cmd {
		if !yes {
			return nil
		}
		return s.year.OpenYearAt(m.Standing().USCC, b.Year, there)
	}))
	return nil
}

// askSave asks for a file and writes the return as it is shown.
func (s *PaperScreen) askSave(m screen.Desk) tea.Cmd {
	name := filepath.Join(filepath.Dir(m.Path()), s.of.ID+"-"+strconv.Itoa(m.Standing().Year)+".xlsx")
	table := s.now
	return kit.AskPath(m, text.TuiPaperSave, text.TuiPaperSaveAsk, name, kit.PathWant{Save: true, Ext: []string{".xlsx", ".html", ".htm", ".csv"}}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		ctx, lang, uscc, name := m.Context(), m.Lang().Written(), m.Standing().USCC, m.Standing().Name
		return text.Pair{}, screen.Later(func() screen.Do {
			if err := filing.Return(ctx, table, uscc, name, path, lang); err != nil {
				return func() tea.Cmd { m.Say(screen.Bad, kit.Sentence(err)); return nil }
			}
			return func() tea.Cmd { m.Made(path, text.TuiPaperSaved.With(path)); return nil }
		})
	})
}

// Table is the return as it is worked out, nil while it is being read.
func (s *PaperScreen) Table() *returns.Table { return s.now }

// Cells are the figures of this year, as many as there are rows and columns for.
func (s *PaperScreen) Cells(each func(row, col int, slice *returns.Slice, line *returns.Line)) {
	for i := range s.rows {
		for c := range s.cols {
			if s.rows[i].caption.Empty() && !s.cols[c].last && !s.cols[c].change {
				slice, line := s.cell(i, c)
				each(i, c, slice, line)
			}
		}
	}
}

// Here is the cell under the cursor, nil and nil where there is none; GoTo puts the cursor on one.
func (s *PaperScreen) Here() (*returns.Slice, *returns.Line) {
	slice, line, _ := s.here()
	return slice, line
}

func (s *PaperScreen) GoTo(row, col int) { s.list.At, s.col = row, col }
