package importing

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/filing"
	"yice/filing/intake"
	"yice/form"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// unsettled is something to settle before the file is written: what it is, and how it is answered.
type unsettled struct {
	say    text.Pair
	must   bool // else it is offered once, and may stay open
	answer func(m screen.Desk) tea.Cmd
}

// listOpen gives what is open, in the order in which it is best answered: what the table is, then what its rows are, then
// whether its sums are right, then what becomes of what is there.
func (s *Screen) listOpen() []unsettled {
	if s.Plan == nil {
		return nil
	}
	var all []unsettled
	all = append(all, s.openTable()...)
	all = append(all, s.openValues()...)
	all = append(all, s.openRows()...)
	all = append(all, s.openFields()...)
	all = append(all, s.openLacks()...)
	return append(all, s.openSums()...)
}

// questions are those of the table with a code.
func (s *Screen) questions(code string) (all []*intake.Question) {
	for i := range s.Plan.Result.Asked {
		if q := s.Plan.Result.Asked[i].Table; q != nil && q.Code == code {
			all = append(all, q)
		}
	}
	return all
}

// openTable are questions about sheets, columns and accounts, the year and hidden rows.
func (s *Screen) openTable() (all []unsettled) {
	for _, x := range []struct {
		code   string
		answer func(m screen.Desk) tea.Cmd
	}{
		{"intake.sheets", s.askSheets},
		{"intake.sheet-double", s.askSheets},
		{"intake.no-rd-account", s.askAccounts},
		{"intake.mirror", s.askAccounts},
		{"intake.hidden", s.askHidden},
	} {
		for _, q := range s.questions(x.code) {
			all = append(all, unsettled{q.Say, true, x.answer})
		}
	}
	for _, q := range s.questions("intake.two-columns") {
		all = append(all, unsettled{q.Say, true, func(m screen.Desk) tea.Cmd { return s.askColumn(m, q.Field) }})
	}
	for _, q := range s.questions("intake.two-values") {
		all = append(all, unsettled{text.TuiAskMend.With(q.Say), true, func(m screen.Desk) tea.Cmd { m.Say(screen.Warn, q.Say); return nil }})
	}
	return all
}

// openValues are texts that nobody knows the meaning of, a question each.
func (s *Screen) openValues() (all []unsettled) {
	for _, q := range s.questions("intake.unmapped") {
		fd := s.form.Field(q.Field)
		if fd == nil || len(q.Values) == 0 {
			continue
		}
		first := q.Values[0]
		all = append(all, unsettled{q.Asked(), true, func(m screen.Desk) tea.Cmd { return s.askMeaning(m, fd, first) }})
	}
	return all
}

// openRows are rows in doubt and refused ones.
func (s *Screen) openRows() (all []unsettled) {
	if doubts := s.questions("intake.doubt"); len(doubts) > 0 {
		n := s.Plan.Result.Account.Counts[intake.Doubtful]
		row, why := doubts[0].Row, text.Pair{}
		year := false
		for i := range s.lines {
			if l := &s.lines[i]; l.Kind == intake.Doubtful {
				if l.Row == row {
					why = l.Why
				}
				year = year || l.Why == text.IntakeWhyNoYear
			}
		}
		if year {
			all = append(all, unsettled{text.TuiAskYear, true, s.askYear})
		}
		all = append(all, unsettled{text.TuiAskDoubt.With(n, row, why), true, s.askDoubts})
	}
	if r := s.Plan.Result; r.RefusedCount > 0 && !s.goodRows {
		first := r.Refused[0]
		all = append(all, unsettled{text.TuiAskRefused.With(kit.Count(r.RefusedCount), first.Row, first.Reason), true, s.askRefused})
	}
	return all
}

// openFields offers to fill what the file lacks, and to confirm what was assumed.
func (s *Screen) openFields() (all []unsettled) {
	for i := range s.form.Fields {
		fd := &s.form.Fields[i]
		if n := s.lacking(fd); n > 0 && !s.declined[fd.ID] && !s.doesWithout(fd) {
			all = append(all, unsettled{text.TuiAskFill.With(fd.Title, kit.Count(n)), false, func(m screen.Desk) tea.Cmd { return s.askFill(m, fd) }})
		}
	}
	if n := s.assumed(); n > 0 {
		all = append(all, unsettled{text.TuiAskAssumed.With(n), false, s.askAssumed})
	}
	return all
}

// lacksAsked is what declined knows the rows by that lack what they have to have.
const lacksAsked = "lacks"

// lacks are the required fields that rows leave empty and that no one value fills (that is asked for by itself).
func (s *Screen) lacks() (all []filing.Lack) {
	for _, l := range s.Plan.Lacking {
		if !s.fillable(l.Field) {
			all = append(all, l)
		}
	}
	return all
}

// absent reports a field that the file has not.
func (s *Screen) absent(fd *form.Field) bool { return s.Plan.Absent(fd) }

// doesWithout reports a field that the file has not, and that it was said before to come in without.
func (s *Screen) doesWithout(fd *form.Field) bool {
	now := s.now()
	return s.Plan.DoesWithout(&now, fd)
}

// openLacks tells what will be found wrong with rows once they are there, before they are.
func (s *Screen) openLacks() []unsettled {
	all := slices.DeleteFunc(s.lacks(), func(l filing.Lack) bool { return s.doesWithout(l.Field) })
	if len(all) == 0 || s.declined[lacksAsked] {
		return nil
	}
	return []unsettled{{filing.SayLacking(all), false, s.askLacks}}
}

// openSums are totals that differ, and what the file may take the place of.
func (s *Screen) openSums() (all []unsettled) {
	for _, q := range s.questions("intake.differs") {
		all = append(all, unsettled{q.Say, true, s.askReason})
		break
	}
	for i := range s.Plan.Result.Asked {
		if q := s.Plan.Result.Asked[i]; q.Table == nil {
			all = append(all, unsettled{q.Say, true, s.askMode})
			break
		}
	}
	return all
}

// goOn answers what is open, one after another, and then writes.
func (s *Screen) goOn(m screen.Desk) tea.Cmd {
	if s.under != nil { // pressed ahead: it goes on once the file is read
		s.onward = true
		return nil
	}
	s.onward = false
	switch {
	case m.Standing().Locked:
		m.Say(screen.Bad, text.TuiSealedNoEdit)
		return nil
	case s.Plan == nil:
		switch {
		case s.Source != nil && s.form == nil:
			return s.askForm(m)
		case s.garble:
			return s.askEncoding(m)
		case !s.wrong.Empty():
			m.Say(screen.Bad, s.wrong)
		}
		return nil
	}
	if len(s.open) > 0 {
		s.onward = true
		return s.open[0].answer(m)
	}
	if r := &s.Plan.Result; r.Added+r.Changed+r.Removed == 0 {
		m.Say(screen.Plain, text.TuiImpNothing)
		return nil
	}
	if s.again() {
		return s.write(m, false)
	}
	return s.askGo(m)
}

// again reports a file like one before: read as that was, without anything chosen, changed or in question. It is written
// without asking once more.
func (s *Screen) again() bool {
	r := &s.Plan.Result
	return s.recipe == nil && s.Source.Recipe != nil && !s.Source.Recipe.BuiltIn && s.mode == filing.ModeAsk && s.accept == "" &&
		r.Added > 0 && r.Changed == 0 && r.Removed == 0 && r.RefusedCount == 0 && len(s.Plan.Doubles) == 0
}

// askGo asks once more before anything is written: how much comes in, and what changes.
func (s *Screen) askGo(m screen.Desk) tea.Cmd {
	r := &s.Plan.Result
	say := text.TuiImpAskSay.With(kit.Count(r.Added), kit.Count(r.Changed))
	if r.RefusedCount > 0 {
		say = text.TuiImpAskGood.With(kit.Count(r.RefusedCount), kit.Count(r.Added), kit.Count(r.Changed))
	}
	below := func(p text.Pair) { say = text.Pair{ZH: say.ZH + "\n" + p.ZH, EN: say.EN + "\n" + p.EN} }
	if r.Removed > 0 {
		below(text.TuiImpAskGone.With(kit.Count(r.Removed)))
	}
	const listed = 6
	for _, c := range r.Changes[:min(len(r.Changes), listed)] {
		below(s.becomes(c))
	}
	if more := r.ChangeCount - listed; more > 0 {
		below(text.TuiImpAskMore.With(kit.Count(more)))
	}
	if s.accept != "" {
		below(text.TuiSumReason.With(paint.Safe(s.accept)))
	}
	if lacks := s.lacks(); len(lacks) > 0 {
		below(filing.SayLacking(lacks))
	}
	goodRows := r.RefusedCount > 0
	m.Open(kit.NewAsk(text.TuiImpAskTitle.With(s.Plan.Form.Title), say, func(yes bool) tea.Cmd {
		if !yes {
			return nil
		}
		return s.write(m, goodRows)
	}))
	return nil
}

// becomes says a change, old and new.
func (s *Screen) becomes(c filing.CellChange) text.Pair {
	title := text.Same(c.Field)
	if fd := s.form.Field(c.Field); fd != nil {
		title = fd.Title
	}
	short := func(v string) text.Pair {
		p := s.inWords(c.Field, v)
		return text.Pair{ZH: paint.Cut(p.ZH, 30), EN: paint.Cut(p.EN, 30)}
	}
	p := text.TuiImpBecomes.With(title, short(c.Old), short(c.New))
	key := paint.Safe(paint.Cut(c.Key, 24))
	return text.Pair{ZH: key + " " + p.ZH, EN: key + " " + p.EN}
}

// toNext goes to the next row that wants a look, or the one before.
func (s *Screen) toNext(m screen.Desk, down bool) {
	l := &s.lists[viewTable]
	step := 1
	if !down {
		step = -1
	}
	for n, i := 0, l.At+step; n < len(s.lines); n, i = n+1, i+step {
		i = (i + len(s.lines)) % len(s.lines)
		if s.wantsLook(&s.lines[i]) {
			s.view, l.At = viewTable, i
			return
		}
	}
	m.Say(screen.Plain, text.TuiImpNoNext)
}

// firstRow is where the cursor begins: on the first row that wants a look, else on the first line.
func (s *Screen) firstRow() int {
	first := -1
	for i := range s.lines {
		if s.Plan != nil && s.wantsLook(&s.lines[i]) {
			return i
		}
		if first < 0 && s.lines[i].Kind == intake.Detail {
			first = i
		}
	}
	return max(first, 0)
}

func (s *Screen) wantsLook(l *filing.PlannedLine) bool {
	if l.Kind == intake.Doubtful || l.Refusal != nil || len(s.lacksOf(l)) > 0 {
		return true
	}
	for _, o := range l.Outcomes {
		if o.Fate == filing.Change {
			return true
		}
	}
	return false
}

// toRow goes to a row of the table.
func (s *Screen) toRow(sheet string, row int) {
	for i := range s.lines {
		if l := &s.lines[i]; l.Row == row && (sheet == "" || l.Sheet == sheet) {
			s.view, s.lists[viewTable].At = viewTable, i
			return
		}
	}
}

// act does what the line under the cursor is for.
func (s *Screen) act(m screen.Desk) tea.Cmd {
	at := s.list().At
	switch s.view {
	case viewTable:
		return s.actOnRow(m, at)
	case viewHow:
		if at < len(s.choices) && s.choices[at].set != nil {
			return s.choices[at].set(m)
		}
	case viewValues:
		if at < len(s.values) {
			return s.askMeaning(m, s.values[at].field, s.values[at].text)
		}
	case viewSums:
		if s.Plan != nil && s.Plan.Result.Account != nil && len(s.Plan.Result.Account.Differences) > 0 {
			return s.askReason(m)
		}
	case viewChanges:
		if c, ok := s.changeAt(at); ok && c.double >= 0 {
			s.toRow("", s.Plan.Doubles[c.double].Row)
		}
	case viewLeft:
		if at < len(s.left) && s.left[at].row > 0 {
			s.toRow(s.left[at].sheet, s.left[at].row)
		}
	}
	return nil
}

// actOnRow deals with a row of the table: a refused one may mean something else, one in doubt may stay out.
func (s *Screen) actOnRow(m screen.Desk, at int) tea.Cmd {
	if at >= len(s.lines) || s.Plan == nil {
		if s.Source != nil && s.form == nil {
			return s.askForm(m)
		}
		return nil
	}
	l := &s.lines[at]
	switch {
	case l.Refusal != nil:
		if fd := s.form.Field(l.Refusal.Field); fd != nil && fd.Kind == form.CodeKind && strings.TrimSpace(l.Refusal.Value) != "" {
			return s.askMeaning(m, fd, l.Refusal.Value)
		}
		return s.askRefused(m)
	case l.Why == text.IntakeWhyNoYear:
		return s.askYear(m)
	case l.Why == text.IntakeWhyHidden:
		return s.askHidden(m)
	case l.Kind == intake.Doubtful:
		return s.askDoubts(m)
	case l.Kind == intake.Heading:
		s.view = viewHow
	case l.Kind == intake.Filtered:
		return s.askAccounts(m)
	}
	return nil
}
