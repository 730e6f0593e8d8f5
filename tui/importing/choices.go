package importing

import (
	"slices"
	"strconv"
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

// readingChoice is one line of how the file is read: what it says, and what Enter does.
type readingChoice struct {
	label text.Pair
	value string
	note  string
	mood  screen.Mood
	head  bool // a heading, no choice
	set   func(m screen.Desk) tea.Cmd
	pair  text.Pair // value in both languages, where it is a sentence of ours
	more  text.Pair // and what is added to it, faint
}

// listChoices gives the lines of the reading: the file, the form and the recipe, what the recipe says, then every column.
func (s *Screen) listChoices() []readingChoice {
	var all []readingChoice
	add := func(c readingChoice) { all = append(all, c) }
	add(readingChoice{label: text.TuiImpFile, value: paint.Safe(s.Path), set: s.askPath})
	if s.garble {
		add(readingChoice{label: text.TuiImpEncoding, pair: text.TuiImpGarble, mood: screen.Warn, set: s.askEncoding})
	}
	if s.Source == nil {
		return all
	}
	f := readingChoice{label: text.TuiImpForm, pair: text.TuiImpNoForm, mood: screen.Warn, set: s.askForm}
	if s.form != nil {
		f.pair, f.mood = s.form.Title, screen.Plain
	}
	add(f)
	if len(s.sheets) > 1 {
		add(readingChoice{label: text.TuiImpSheet, value: s.sheetNames(), pair: text.TuiImpSheetsOf.With(s.taken(), len(s.sheets)), set: s.askSheets})
	}
	if s.Source.Encoding != "" {
		add(readingChoice{label: text.TuiImpEncoding, value: string(s.Source.Encoding), set: s.askEncoding})
	}
	if s.form == nil {
		return all
	}
	r := s.now()
	add(readingChoice{label: text.TuiImpRecipe, pair: recipeName(&r), more: s.recipeFrom(), set: s.askRecipe})
	for _, c := range s.recipeChoices() {
		add(c)
	}
	for _, c := range s.fillChoices() {
		add(c)
	}
	if len(s.Columns) > 0 {
		add(readingChoice{label: text.TuiImpColumnsOf, head: true})
	}
	for i := range s.Columns {
		if c, ok := s.columnChoice(i); ok {
			add(c)
		}
	}
	return all
}

// now is the recipe as it is in force.
func (s *Screen) now() filing.Recipe {
	switch {
	case s.recipe != nil:
		return *s.recipe
	case s.Source != nil && s.Source.Recipe != nil:
		return *s.Source.Recipe
	}
	return filing.Recipe{}
}

// own is the recipe in force, to be changed.
func (s *Screen) own() *filing.Recipe {
	var own filing.Recipe
	if s.recipe != nil {
		own = s.recipe.Own(s.form)
	} else {
		own = s.Source.OwnRecipe()
		own.Form = s.form.ID
	}
	return &own
}

// change makes a change to the recipe, and plans anew.
func (s *Screen) change(m screen.Desk, f func(r *filing.Recipe)) tea.Cmd {
	own := s.own()
	f(own)
	s.recipe = own
	return s.replan(m)
}

// recipeTitle names the recipe that is in force.
func (s *Screen) recipeTitle(l text.Lang) string {
	r := s.now()
	return recipeName(&r).In(l)
}

// recipeName is what a recipe is called: a built-in one, or one made of it, in both languages.
func recipeName(r *filing.Recipe) text.Pair {
	base := strings.TrimSuffix(r.Name, "*")
	if p, ok := text.TuiRecipeTitles[base]; ok {
		return p
	}
	if r.Title != "" {
		return text.Same(paint.Safe(r.Title))
	}
	return text.Same(paint.Safe(base))
}

// recipeFrom says where the recipe is from.
func (s *Screen) recipeFrom() text.Pair {
	switch r := s.now(); {
	case s.recipe != nil:
		return text.TuiImpHere
	case r.BuiltIn:
		return text.TuiImpBuiltIn
	case r.Name == "":
		return text.Pair{}
	}
	return text.TuiImpKeptOne
}

// recipeChoices are the lines of the recipe that say how rows are read.
func (s *Screen) recipeChoices() []readingChoice {
	r := s.now()
	word := func(said string, words map[string]text.Pair) text.Pair { return words[said] }
	unit := readingChoice{label: text.TuiImpUnit, pair: text.TuiImpUnitFile, set: s.askUnit}
	if r.Unit != "" {
		unit.pair, unit.value = text.Pair{}, r.Unit
	}
	year := readingChoice{label: text.TuiImpYear, pair: text.TuiImpYearFile, set: s.askYear}
	if r.Year != 0 {
		year.pair, year.value = text.Pair{}, strconv.Itoa(r.Year)
	}
	all := []readingChoice{unit}
	if s.form.Field("date") != nil || s.form.Scope == form.Ledger {
		all = append(all, year)
	}
	if s.shape == intake.AsLedger {
		accounts := readingChoice{label: text.TuiImpAccounts, pair: text.TuiImpAccountsRD, set: s.askAccounts}
		if len(r.Accounts) > 0 {
			accounts.pair, accounts.value = text.Pair{}, paint.Safe(strings.Join(r.Accounts, ", "))
		}
		all = append(all, accounts, readingChoice{
			label: text.TuiImpOpposite, set: s.toggleOpposite,
			pair: word(r.Opposite, map[string]text.Pair{"": text.TuiImpSubtract, "subtract": text.TuiImpSubtract, "leave": text.TuiImpNoCredit}),
		})
	}
	blanks := readingChoice{label: text.TuiImpBlanks, pair: text.TuiImpBlankKeep, set: func(m screen.Desk) tea.Cmd { s.blanks = !s.blanks; return s.replan(m) }}
	if s.blanks {
		blanks.pair, blanks.mood = text.TuiImpBlankWipe, screen.Warn
	}
	all = append(all,
		readingChoice{label: text.TuiImpHidden, set: s.askHidden, pair: word(r.Hidden, map[string]text.Pair{"": text.TuiImpAsked, "take": text.TuiImpTake, "leave": text.TuiImpLeaveIt})},
		readingChoice{label: text.TuiImpDoubts, set: s.askDoubts, pair: word(r.Doubtful, map[string]text.Pair{"": text.TuiImpAsked, "leave": text.TuiImpLeaveIt})})
	if s.form.Scope != form.Ledger {
		all = append(all, blanks)
	}
	if names := s.without(); !names.Empty() {
		all = append(all, readingChoice{label: text.TuiImpWithout, pair: names, set: func(m screen.Desk) tea.Cmd {
			s.declined = nil
			return s.change(m, func(r *filing.Recipe) { r.Without = nil })
		}})
	}
	return all
}

// without names the fields that the file has not and comes in without.
func (s *Screen) without() text.Pair {
	var names []text.Pair
	for _, id := range s.now().Without {
		if fd := s.form.Field(id); fd != nil {
			names = append(names, fd.Title)
		}
	}
	return text.Join(names, text.ScoreEnum)
}

// fillChoices are the fields that the file lacks though the form wants them, and those that are filled with one value.
func (s *Screen) fillChoices() []readingChoice {
	var all []readingChoice
	constants := s.now().Constants
	for i := range s.form.Fields {
		fd := &s.form.Fields[i]
		c := readingChoice{label: fd.Title, set: func(m screen.Desk) tea.Cmd { return s.askFill(m, fd) }}
		if v, said := constants[fd.ID]; said {
			c.pair = text.TuiImpAllAre.With(valueTitle(fd, v))
		} else if n := s.lacking(fd); n > 0 {
			c.pair, c.mood = text.TuiImpLacking.With(kit.Count(n)), screen.Warn
		} else {
			continue
		}
		all = append(all, c)
	}
	return all
}

// fillable reports a field of a ledger that one answer may fill for all lines that lack it.
func (s *Screen) fillable(fd *form.Field) bool {
	return s.form.Scope == form.Ledger && fd.Required && fd.Kind == form.CodeKind
}

// lacking counts the lines, of those that are shown, without a code that the form wants; of a ledger, whose files rarely
// have all of them.
func (s *Screen) lacking(fd *form.Field) (n int64) {
	if s.Plan == nil || !s.fillable(fd) {
		return 0
	}
	pos := s.form.Index(fd.ID)
	for i := range s.lines {
		for _, o := range s.lines[i].Outcomes {
			if o.Fate != filing.Same && o.Record.Values[pos].Empty() && o.Record.Raw[pos] == "" {
				n++
			}
		}
	}
	return n
}

// valueTitle is a value of a field as people read it.
func valueTitle(fd *form.Field, v string) text.Pair {
	switch {
	case v == intake.Skipped:
		return text.TuiImpNoMeaning
	case fd != nil && fd.Kind == form.CodeKind && fd.Code(v) != nil:
		return fd.Code(v).Title
	}
	return text.Same(paint.Safe(v))
}

// columnChoice is a column of the file and what it is taken for; ok is false for one with nothing in it.
func (s *Screen) columnChoice(i int) (readingChoice, bool) {
	c := s.Columns[i]
	sample := s.sample(i)
	if strings.TrimSpace(c.Header) == "" && sample == "" {
		return readingChoice{}, false
	}
	out := readingChoice{label: text.Same(paint.Safe(c.Header)), pair: s.columnTitle(i), note: sample, set: func(m screen.Desk) tea.Cmd { return s.askField(m, i) }}
	if !s.columnTaken(i) {
		out.mood = screen.Warn
	}
	return out, true
}

// columnTaken reports whether a column brings something, or is needed to read those that do.
func (s *Screen) columnTaken(i int) bool {
	c := s.Columns[i]
	return c.Field != "" || c.Part != "" || c.Category != ""
}

// columnTitle says what a column of the file is taken for.
func (s *Screen) columnTitle(i int) text.Pair {
	c := s.Columns[i]
	switch {
	case c.Category != "":
		if s.form != nil && s.form.Field("category") != nil {
			return valueTitle(s.form.Field("category"), c.Category)
		}
		return text.Same(c.Category)
	case c.Part != "":
		if p, ok := partTitles[c.Part]; ok {
			return p
		}
		if s.form != nil && s.form.Field(c.Part) != nil {
			return s.form.Field(c.Part).Title
		}
	}
	if s.form != nil && s.form.Field(c.Field) != nil {
		return s.form.Field(c.Field).Title
	}
	return text.TuiImpLeaveOut
}

// partTitles name the parts of a ledger that are no fields.
var partTitles = map[string]text.Pair{
	"debit": text.TuiPartDebit, "credit": text.TuiPartCredit, "direction": text.TuiPartSide, "entry_amount": text.TuiPartAmount, "balance": text.TuiPartBalance,
	"account": text.TuiPartAccount, "account_code": text.TuiPartCode, "counter_account": text.TuiPartCounter, "month": text.TuiPartMonth, "day": text.TuiPartDay,
	"period": text.TuiPartPeriod, "voucher_kind": text.TuiPartKind, "voucher_number": text.TuiPartNumber, "sequence": text.TuiPartSequence, "tax_amount": text.TuiPartTax,
}

// sample is the first text of a line in a column, else of any row below the header.
func (s *Screen) sample(i int) string {
	other := ""
	for k := range s.lines {
		l := &s.lines[k]
		if l.Kind == intake.Heading || i >= len(l.Cells) || l.Cells[i] == "" {
			continue
		}
		if l.Kind == intake.Detail {
			return paint.Safe(l.Cells[i])
		}
		if other == "" {
			other = paint.Safe(l.Cells[i])
		}
	}
	return other
}

// taken counts the sheets that are taken; sheetNames names them.
func (s *Screen) taken() (n int) {
	for _, sheet := range s.sheets {
		n += kit.Btoi(sheet.Taken)
	}
	return n
}

func (s *Screen) sheetNames() string {
	var names []string
	for _, sheet := range s.sheets {
		if sheet.Taken {
			names = append(names, paint.Safe(sheet.Name))
		}
	}
	return strings.Join(names, ", ")
}

// meaning is a text of the file and what it means for a field.
type meaning struct {
	field *form.Field
	text  string
	value string // "": nobody knows
	said  bool   // by the user, not assumed from the usual names
	rows  int64
}

// listValues gives the texts of the file that stand for values: those nobody knows first, then those that were assumed, then
// those that were said.
func (s *Screen) listValues() []meaning {
	if s.Plan == nil || s.Plan.Result.Account == nil {
		return nil
	}
	var all []meaning
	there := func(field, from string) bool {
		return slices.ContainsFunc(all, func(x meaning) bool { return x.field.ID == field && x.text == from })
	}
	add := func(x meaning) {
		if x.field != nil && !there(x.field.ID, x.text) {
			all = append(all, x)
		}
	}
	account := s.Plan.Result.Account
	for _, q := range account.Questions {
		for _, v := range q.Values {
			add(meaning{field: s.form.Field(q.Field), text: v})
		}
	}
	for _, r := range s.Plan.Result.Refused {
		if fd := s.form.Field(r.Field); fd != nil && fd.Kind == form.CodeKind && r.Value != "" {
			add(meaning{field: fd, text: r.Value})
		}
	}
	for _, x := range account.Assumed {
		if fd := s.form.Field(x.Field); fd != nil && fd.Kind == form.CodeKind {
			// A category by its own name is nothing to be confirmed.
			same := intake.Fold(x.Text) == intake.Fold(fd.CodeTitle(x.Value).ZH) || x.Text == x.Value
			add(meaning{field: fd, text: x.Text, value: x.Value, said: same, rows: x.Count})
		}
	}
	said := s.now().Map
	for i := range s.form.Fields {
		fd := &s.form.Fields[i]
		var from []string
		for text := range said[fd.ID] {
			from = append(from, text)
		}
		slices.Sort(from)
		for _, text := range from {
			if v := said[fd.ID][text]; v != "" {
				add(meaning{field: fd, text: text, value: v, said: true})
			}
		}
	}
	return all
}

// assumed counts the texts whose meaning is to be confirmed.
func (s *Screen) assumed() (n int) {
	for i := range s.values {
		n += kit.Btoi(!s.values[i].said && s.values[i].value != "")
	}
	return n
}

// confirm takes every assumed meaning for said.
func (s *Screen) confirm(m screen.Desk) tea.Cmd {
	n := s.assumed()
	if n == 0 {
		m.Say(screen.Plain, text.TuiImpNoAssumed)
		return nil
	}
	m.Say(screen.Good, text.TuiImpConfirmed.With(n))
	values := s.values
	return s.change(m, func(r *filing.Recipe) {
		for _, v := range values {
			if !v.said && v.value != "" {
				r.Mean(v.field.ID, v.text, v.value)
			}
		}
	})
}

// leftRow is something of the file that does not come in: a row, a sheet, a column.
type leftRow struct {
	head  text.Pair // a heading; else the rest
	row   int
	sheet string
	kind  rowKind
	what  string
	field text.Pair // of a refused value
	why   text.Pair
}

// listLeft gives what does not come in, and why.
func (s *Screen) listLeft() []leftRow {
	var all []leftRow
	for i := range s.sheets {
		sheet := &s.sheets[i]
		if sheet.Taken || len(s.sheets) < 2 {
			continue
		}
		if len(all) == 0 {
			all = append(all, leftRow{head: text.TuiLeftSheets})
		}
		all = append(all, leftRow{what: paint.Safe(sheet.Name), why: sheet.Why, kind: rowSheet})
	}
	if s.Plan == nil || s.Plan.Result.Account == nil {
		return all
	}
	if refused := s.Plan.Result.Refused; len(refused) > 0 {
		all = append(all, leftRow{head: text.TuiImpRefused})
		for _, r := range refused[:min(len(refused), importListed)] {
			l := leftRow{row: r.Row, sheet: r.Sheet, kind: rowRefused, what: paint.Safe(r.Value), why: r.Reason}
			if fd := s.form.Field(r.Field); fd != nil {
				l.field = fd.Title
			}
			all = append(all, l)
		}
	}
	if left := s.Plan.Result.Account.LeftOut; len(left) > 0 {
		all = append(all, leftRow{head: text.TuiLeftRows})
		for _, l := range left {
			all = append(all, leftRow{row: l.Row, sheet: l.Sheet, kind: rowKind(l.Kind), what: paint.Safe(l.Text), why: l.Why})
		}
	}
	if len(s.Plan.Result.Ignored) > 0 {
		all = append(all, leftRow{head: text.TuiLeftColumns})
		for _, c := range s.Plan.Result.Ignored {
			all = append(all, leftRow{what: paint.Safe(c), why: text.TuiImpUsed, kind: rowSheet})
		}
	}
	return all
}
