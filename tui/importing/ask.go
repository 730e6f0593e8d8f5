package importing

import (
	"slices"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/filing"
	"yice/filing/intake"
	"yice/form"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// tick draws the progress of a reading as long as it goes on.
func (s *Screen) tick(t *importTask) tea.Cmd {
	return kit.TickUntil(t.ended, 100*time.Millisecond, func() tea.Cmd {
		if s.under != t {
			return nil
		}
		return s.tick(t)
	})
}

// importEndings are what files of tables are called by.
var importEndings = []string{".xlsx", ".xls", ".csv", ".xlsm", ".et", ".ods", ".tsv", ".txt", ".xml", ".html", ".htm"}

func (s *Screen) askPath(m screen.Desk) tea.Cmd {
	return kit.AskPath(m, text.TuiImpPathTitle, text.TuiImpPathSay, s.Path, kit.PathWant{Ext: importEndings}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, s.take(m, path)
	})
}

func (s *Screen) askForm(m screen.Desk) tea.Cmd {
	forms := m.Session().Forms().All()
	all := make([]kit.Option, 0, len(forms))
	for _, f := range forms {
		all = append(all, kit.Option{Title: f.Title, Also: f.ID, Here: f == s.form, Take: func() tea.Cmd {
			if f == s.form {
				return nil
			}
			// What was chosen for another form says nothing of this one.
			s.importChoices = importChoices{read: s.read, form: f}
			return s.replan(m)
		}})
	}
	c := kit.Choose(m, text.TuiImpFormTitle, all)
	if s.form == nil {
		c.Hint = text.TuiImpFormHint
	}
	return nil
}

// askSheets takes a sheet, or leaves it; the last one stays.
func (s *Screen) askSheets(m screen.Desk) tea.Cmd {
	lang := m.Lang()
	var taken []string
	for _, sheet := range s.sheets {
		if sheet.Taken {
			taken = append(taken, sheet.Name)
		}
	}
	all := make([]kit.Option, 0, len(s.sheets))
	for _, sheet := range s.sheets {
		o := kit.Option{Title: text.Same(paint.Safe(sheet.Name)), Note: paint.Safe(paint.Cut(sheet.Why.In(lang), 36))}
		if sheet.Taken {
			o.Note = m.Theme().Chrome.Check + " " + text.TuiImpRowsOf.With(kit.Count(sheet.Rows)).In(lang)
		}
		o.Take = func() tea.Cmd {
			next := slices.Clone(taken)
			if i := slices.Index(next, sheet.Name); i >= 0 && len(next) > 1 {
				next = slices.Delete(next, i, i+1)
			} else if i < 0 {
				next = append(next, sheet.Name)
			}
			s.read.Sheets = next
			return s.replan(m)
		}
		all = append(all, o)
	}
	kit.Choose(m, text.TuiAskSheets, all)
	return nil
}

func (s *Screen) askEncoding(m screen.Desk) tea.Cmd {
	var all []kit.Option
	for _, e := range []filing.Encoding{filing.AutoEncoding, filing.UTF8, filing.UTF8BOM, filing.GB18030, filing.UTF16, filing.UTF16LE, filing.UTF16BE} {
		title := text.Same(string(e))
		if e == filing.AutoEncoding {
			title = text.TuiImpAuto
		}
		here := e == s.read.Encoding
		all = append(all, kit.Option{Title: title, Here: here, Take: func() tea.Cmd {
			if here {
				return nil
			}
			s.read.Encoding = e
			return s.load(m)
		}})
	}
	kit.Choose(m, text.TuiImpEncTitle, all)
	return nil
}

// askField offers what a column may be: a field of the form, a part of a ledger, a category, or nothing.
func (s *Screen) askField(m screen.Desk, i int) tea.Cmd {
	header, now := s.Columns[i].Header, s.Columns[i]
	set := func(field string) func() tea.Cmd {
		return func() tea.Cmd {
			r := s.own().With(s.form, header, field)
			s.recipe = &r
			return s.replan(m)
		}
	}
	noted := func(is func(c intake.Column) bool) string {
		for _, c := range s.Columns {
			if is(c) {
				return paint.Safe(paint.Cut(c.Header, 24))
			}
		}
		return ""
	}
	all := []kit.Option{{Title: text.TuiImpLeaveOut, Here: now.Field == "" && now.Part == "", Take: set("")}}
	for k := range s.form.Fields {
		fd := &s.form.Fields[k]
		note := noted(func(c intake.Column) bool { return c.Field == fd.ID || c.Part == fd.ID })
		all = append(all, kit.Option{Title: fd.Title, Also: fd.ID, Group: text.TuiFieldGroup, Note: note, Here: now.Field == fd.ID || now.Part == fd.ID, Take: set(fd.ID)})
	}
	if s.form.Scope == form.Ledger {
		for _, part := range intake.Parts() {
			note := noted(func(c intake.Column) bool { return c.Part == part })
			all = append(all, kit.Option{Title: partTitles[part], Also: part, Group: text.TuiPartGroup, Note: note, Here: now.Part == part, Take: set(part)})
		}
	}
	if fd := s.form.Field("category"); fd != nil && s.shape == intake.CrossTab {
		for _, c := range fd.Codes {
			all = append(all, kit.Option{Title: c.Title, Also: c.ID, Group: text.TuiValueGroup, Take: func() tea.Cmd {
				return s.change(m, func(r *filing.Recipe) { r.Mean("category", header, c.ID) })
			}})
		}
	}
	kit.Choose(m, text.TuiImpColTitle.With(paint.Safe(paint.Cut(header, 30))), all)
	return nil
}

// askColumn asks which of the columns that look like a field it is.
func (s *Screen) askColumn(m screen.Desk, field string) tea.Cmd {
	var all []kit.Option
	for i, c := range s.Columns {
		if strings.TrimSpace(c.Header) == "" {
			continue
		}
		all = append(all, kit.Option{Title: text.Same(paint.Safe(c.Header)), Note: paint.Cut(s.sample(i), 24), Take: func() tea.Cmd {
			r := s.own().With(s.form, c.Header, field)
			s.recipe = &r
			return s.replan(m)
		}})
	}
	kit.Choose(m, text.TuiAskColumn.With(s.form.Field(field).Title), all)
	return nil
}

// pick asks for one of a few; the one in force is where the cursor begins, but for a question that is being answered.
func (s *Screen) pick(m screen.Desk, title text.Pair, names []text.Pair, now int, take func(m screen.Desk, i int) tea.Cmd) tea.Cmd {
	all := make([]kit.Option, len(names))
	for i, n := range names {
		all[i] = kit.Option{Title: n, Here: i == now && !s.onward, Take: func() tea.Cmd { return take(m, i) }}
	}
	kit.Choose(m, title, all)
	return nil
}

func (s *Screen) askUnit(m screen.Desk) tea.Cmd {
	names, units := []text.Pair{text.TuiImpUnitFile}, append([]string{""}, intake.Units()...)
	for _, u := range units[1:] {
		names = append(names, text.Same(u))
	}
	return s.pick(m, text.TuiAskUnit, names, slices.Index(units, s.now().Unit), func(m screen.Desk, i int) tea.Cmd {
		return s.change(m, func(r *filing.Recipe) { r.Unit = units[i] })
	})
}

func (s *Screen) askYear(m screen.Desk) tea.Cmd {
	years := []int{m.Standing().Year, m.Standing().Year - 1, m.Standing().Year + 1, m.Standing().Year - 2, 0}
	names := make([]text.Pair, len(years))
	for i, y := range years {
		names[i] = text.Same(strconv.Itoa(y))
	}
	names[len(names)-1] = text.TuiImpYearFile
	return s.pick(m, text.TuiAskYear, names, slices.Index(years, s.now().Year), func(m screen.Desk, i int) tea.Cmd {
		return s.change(m, func(r *filing.Recipe) { r.Year = years[i] })
	})
}

func (s *Screen) askHidden(m screen.Desk) tea.Cmd {
	said := []string{"take", "leave", ""}
	return s.pick(m, text.TuiAskHidden, []text.Pair{text.TuiImpTake, text.TuiImpLeaveIt, text.TuiImpAsked}, slices.Index(said, s.now().Hidden), func(m screen.Desk, i int) tea.Cmd {
		return s.change(m, func(r *filing.Recipe) { r.Hidden = said[i] })
	})
}

// askDoubts asks whether the rows in doubt stay out. There is no way to take one for a line: the file has to say what it is.
func (s *Screen) askDoubts(m screen.Desk) tea.Cmd {
	n := int64(0)
	if s.Plan != nil && s.Plan.Result.Account != nil {
		n = s.Plan.Result.Account.Counts[intake.Doubtful]
	}
	names := []text.Pair{text.TuiAskLook, text.TuiAskLeaveAll.With(n), text.TuiAskNoDoubt}
	return s.pick(m, text.TuiAskDoubtTitle, names, -1, func(m screen.Desk, i int) tea.Cmd {
		switch i {
		case 0:
			s.toNext(m, true)
			return nil
		case 1:
			return s.change(m, func(r *filing.Recipe) { r.Doubtful = "leave" })
		}
		return s.change(m, func(r *filing.Recipe) { r.Doubtful = "" })
	})
}

func (s *Screen) toggleOpposite(m screen.Desk) tea.Cmd {
	return s.change(m, func(r *filing.Recipe) {
		if r.Opposite == "leave" {
			r.Opposite = ""
		} else {
			r.Opposite = "leave"
		}
	})
}

// askAccounts asks which accounts come in.
func (s *Screen) askAccounts(m screen.Desk) tea.Cmd {
	m.Open(kit.NewInput(text.TuiAskAccounts, text.TuiAskAccountsSay, strings.Join(s.now().Accounts, ", "), func(typed string) (text.Pair, tea.Cmd) {
		accounts := strings.FieldsFunc(typed, func(r rune) bool { return strings.ContainsRune(",，、;；", r) })
		for i := range accounts {
			accounts[i] = strings.TrimSpace(accounts[i])
		}
		accounts = slices.DeleteFunc(accounts, func(a string) bool { return a == "" })
		return text.Pair{}, s.change(m, func(r *filing.Recipe) { r.Accounts = accounts })
	}))
	return nil
}

// askMeaning asks what a text of the file means for a field; the answer is remembered with the import.
func (s *Screen) askMeaning(m screen.Desk, fd *form.Field, from string) tea.Cmd {
	set := func(value string) func() tea.Cmd {
		return func() tea.Cmd {
			return s.change(m, func(r *filing.Recipe) { r.Mean(fd.ID, from, value) })
		}
	}
	var all []kit.Option
	for _, x := range s.values { // what was assumed stands first, to be confirmed
		if x.field == fd && x.text == from && x.value != "" && x.value != intake.Skipped {
			all = append(all, kit.Option{Title: valueTitle(fd, x.value), Also: x.value, Take: set(x.value)})
		}
	}
	for _, c := range fd.Codes {
		if len(all) == 0 || all[0].Also != c.ID {
			all = append(all, kit.Option{Title: c.Title, Also: c.ID, Take: set(c.ID)})
		}
	}
	all = append(all, kit.Option{Title: text.TuiImpNoMeaning, Take: set(intake.Skipped)})
	kit.Choose(m, text.TuiImpMeansTitle.With(paint.Safe(paint.Cut(from, 30)), fd.Title), all)
	return nil
}

func (s *Screen) askAssumed(m screen.Desk) tea.Cmd {
	return s.pick(m, text.TuiAskAssumed.With(s.assumed()), []text.Pair{text.TuiImpConfirmAll, text.TuiImpLookValues}, -1, func(m screen.Desk, i int) tea.Cmd {
		if i == 0 {
			return s.confirm(m)
		}
		s.view, s.onward = viewValues, false
		return nil
	})
}

// decline notes what was offered and not wanted. The map is made anew: what was chosen before may come back.
func (s *Screen) decline(what string) {
	declined := map[string]bool{what: true}
	for id := range s.declined {
		declined[id] = true
	}
	s.declined = declined
}

// askLacks asks whether rows come in that lack what they have to have.
func (s *Screen) askLacks(m screen.Desk) tea.Cmd {
	return s.pick(m, filing.SayLacking(s.lacks()), []text.Pair{text.TuiAskLook, text.TuiAskLacksGo}, -1, func(m screen.Desk, i int) tea.Cmd {
		if i == 0 {
			s.onward = false
			s.toNext(m, true)
			return nil
		}
		s.decline(lacksAsked)
		var absent []string
		for _, l := range s.lacks() {
			if s.absent(l.Field) && !slices.Contains(s.now().Without, l.Field.ID) {
				absent = append(absent, l.Field.ID)
			}
		}
		if len(absent) > 0 { // the header says so: the next file with it is not asked about
			return s.change(m, func(r *filing.Recipe) {
				for _, id := range absent {
					r.DoWithout(id)
				}
			})
		}
		s.arrange()
		if s.onward {
			return s.goOn(m)
		}
		return nil
	})
}

// askFill asks for one value for all lines that lack a field.
func (s *Screen) askFill(m screen.Desk, fd *form.Field) tea.Cmd {
	var all []kit.Option
	for _, c := range fd.Codes {
		all = append(all, kit.Option{Title: c.Title, Also: c.ID, Here: s.now().Constants[fd.ID] == c.ID, Take: func() tea.Cmd {
			return s.change(m, func(r *filing.Recipe) { r.Fill(fd.ID, c.ID) })
		}})
	}
	all = append(all, kit.Option{Title: text.TuiAskNoFill, Take: func() tea.Cmd {
		s.decline(fd.ID)
		if s.absent(fd) && !s.doesWithout(fd) {
			return s.change(m, func(r *filing.Recipe) { r.DoWithout(fd.ID) })
		}
		if _, said := s.now().Constants[fd.ID]; said {
			return s.change(m, func(r *filing.Recipe) { r.Fill(fd.ID, "") })
		}
		s.arrange()
		if s.onward {
			return s.goOn(m)
		}
		return nil
	}})
	kit.Choose(m, text.TuiAskFillTitle.With(fd.Title), all)
	return nil
}
