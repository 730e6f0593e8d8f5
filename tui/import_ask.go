package tui

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/filing"
	"yice/filing/intake"
	"yice/form"
	"yice/internal/whole"
	"yice/text"
	"yice/tui/paint"
)

// importTick asks for the progress to be drawn again.
type importTick struct{}

func tickImport() tea.Cmd {
	return tea.Tick(100*time.Millisecond, func(time.Time) tea.Msg { return importTick{} })
}

// importEndings are what files of tables are called by.
var importEndings = []string{".xlsx", ".xls", ".csv", ".xlsm", ".et", ".ods", ".tsv", ".txt", ".xml", ".html", ".htm"}

func (s *importScreen) askPath(m *Root) tea.Cmd {
	return m.askPath(text.TuiImpPathTitle, text.TuiImpPathSay, s.path, pathWant{ext: importEndings}, func(m *Root, typed string) (text.Pair, tea.Cmd) {
		path := expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, s.take(m, path)
	})
}

func (s *importScreen) askForm(m *Root) tea.Cmd {
	all := make([]option, 0, len(form.All()))
	for _, f := range form.All() {
		all = append(all, option{title: f.Title, also: f.ID, take: func(m *Root) tea.Cmd {
			// What was chosen for another form says nothing of this one.
			s.importChoices = importChoices{read: s.read, form: f}
			return s.replan(m)
		}})
	}
	c := m.choose(text.TuiImpFormTitle, all)
	if s.form == nil {
		c.hint = text.TuiImpFormHint
	}
	return nil
}

// askSheets takes a sheet, or leaves it; the last one stays.
func (s *importScreen) askSheets(m *Root) tea.Cmd {
	var taken []string
	for _, sheet := range s.sheets {
		if sheet.Taken {
			taken = append(taken, sheet.Name)
		}
	}
	all := make([]option, 0, len(s.sheets))
	for _, sheet := range s.sheets {
		o := option{title: text.Same(paint.Safe(sheet.Name)), note: paint.Safe(paint.Cut(sheet.Why.In(m.lang), 36))}
		if sheet.Taken {
			o.note = m.th.Chrome.Check + " " + text.TuiImpRowsOf.With(count(sheet.Rows)).In(m.lang)
		}
		o.take = func(m *Root) tea.Cmd {
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
	m.choose(text.TuiAskSheets, all)
	return nil
}

func (s *importScreen) askEncoding(m *Root) tea.Cmd {
	var all []option
	for _, e := range []filing.Encoding{filing.AutoEncoding, filing.UTF8, filing.UTF8BOM, filing.GB18030, filing.UTF16, filing.UTF16LE, filing.UTF16BE} {
		title := text.Same(string(e))
		if e == filing.AutoEncoding {
			title = text.TuiImpAuto
		}
		all = append(all, option{title: title, take: func(m *Root) tea.Cmd {
			s.read.Encoding = e
			return s.load(m)
		}})
	}
	m.choose(text.TuiImpEncTitle, all)
	return nil
}

// askRecipe offers the recipes there are: what fits, those the workspace keeps, the built-in ones, and one from a file.
func (s *importScreen) askRecipe(m *Root) tea.Cmd {
	take := func(r *filing.Recipe) func(m *Root) tea.Cmd {
		return func(m *Root) tea.Cmd { s.recipe = r; return s.replan(m) }
	}
	all := []option{{title: text.TuiImpRecAuto, take: take(nil)}, {title: text.TuiImpRecFile, take: s.askRecipeFile}}
	for _, r := range filing.Recipes(m.desk.w) {
		if r.Form != "" && s.form != nil && r.Form != s.form.ID {
			continue
		}
		o := option{title: recipeName(&r), also: r.Name, group: text.TuiImpRecOwn, take: take(&r)}
		if r.BuiltIn {
			o.group = text.TuiImpBuiltIn
		}
		all = append(all, o)
	}
	m.choose(text.TuiImpRecTitle, all)
	return nil
}

func (s *importScreen) askRecipeFile(m *Root) tea.Cmd {
	return m.askPath(text.TuiImpRecPath, text.TuiImpRecSay, "", pathWant{ext: []string{".toml"}}, func(m *Root, typed string) (text.Pair, tea.Cmd) {
		path := expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, later(func() func(m *Root) tea.Cmd {
			content, err := os.ReadFile(path)
			var r filing.Recipe
			if err == nil {
				r, err = intake.ParseRecipe(content)
			}
			return func(m *Root) tea.Cmd {
				if err != nil {
					m.say(bad, sentence(err))
					return nil
				}
				s.recipe = &r
				return s.replan(m)
			}
		})
	})
}

// saveRecipe writes how the file is read as a recipe file.
func (s *importScreen) saveRecipe(m *Root) tea.Cmd {
	if s.form == nil || s.src.Recipe == nil {
		m.say(plain, text.TuiImpRecNone)
		return nil
	}
	content := s.own().TOML()
	return m.askPath(text.TuiImpRecSave, text.TuiImpRecSaveTo, s.base()+".toml", pathWant{save: true}, func(_ *Root, typed string) (text.Pair, tea.Cmd) {
		path := expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, func() tea.Msg {
			switch err := whole.New(path, content, 0o600); {
			case errors.Is(err, fs.ErrExist):
				return sayMsg{bad, text.TuiImpExists}
			case err != nil:
				return sayMsg{bad, sentence(err)}
			}
			return sayMsg{good, text.TuiImpRecSaved.With(path)}
		}
	})
}

// askField offers what a column may be: a field of the form, a part of a ledger, a category, or nothing.
func (s *importScreen) askField(m *Root, i int) tea.Cmd {
	header := s.cols[i].Header
	set := func(field string) func(m *Root) tea.Cmd {
		return func(m *Root) tea.Cmd {
			r := s.own().With(s.form, header, field)
			s.recipe = &r
			return s.replan(m)
		}
	}
	noted := func(is func(c intake.Column) bool) string {
		for _, c := range s.cols {
			if is(c) {
				return paint.Safe(paint.Cut(c.Header, 24))
			}
		}
		return ""
	}
	all := []option{{title: text.TuiImpLeaveOut, take: set("")}}
	for k := range s.form.Fields {
		fd := &s.form.Fields[k]
		note := noted(func(c intake.Column) bool { return c.Field == fd.ID || c.Part == fd.ID })
		all = append(all, option{title: fd.Title, also: fd.ID, group: text.TuiFieldGroup, note: note, take: set(fd.ID)})
	}
	if s.form.Scope == form.Ledger {
		for _, part := range intake.Parts() {
			note := noted(func(c intake.Column) bool { return c.Part == part })
			all = append(all, option{title: partTitles[part], also: part, group: text.TuiPartGroup, note: note, take: set(part)})
		}
	}
	if fd := s.form.Field("category"); fd != nil && s.shape == intake.CrossTab {
		for _, c := range fd.Codes {
			all = append(all, option{title: c.Title, also: c.ID, group: text.TuiValueGroup, take: func(m *Root) tea.Cmd {
				return s.change(m, func(r *filing.Recipe) { r.Mean("category", header, c.ID) })
			}})
		}
	}
	m.choose(text.TuiImpColTitle.With(paint.Safe(paint.Cut(header, 30))), all)
	return nil
}

// askColumn asks which of the columns that look like a field it is.
func (s *importScreen) askColumn(m *Root, field string) tea.Cmd {
	var all []option
	for i, c := range s.cols {
		if strings.TrimSpace(c.Header) == "" {
			continue
		}
		all = append(all, option{title: text.Same(paint.Safe(c.Header)), note: paint.Cut(s.sample(i), 24), take: func(m *Root) tea.Cmd {
			r := s.own().With(s.form, c.Header, field)
			s.recipe = &r
			return s.replan(m)
		}})
	}
	m.choose(text.TuiAskColumn.With(s.form.Field(field).Title), all)
	return nil
}

// pick asks for one of a few.
func (s *importScreen) pick(m *Root, title text.Pair, names []text.Pair, take func(m *Root, i int) tea.Cmd) tea.Cmd {
	all := make([]option, len(names))
	for i, n := range names {
		all[i] = option{title: n, take: func(m *Root) tea.Cmd { return take(m, i) }}
	}
	m.choose(title, all)
	return nil
}

func (s *importScreen) askUnit(m *Root) tea.Cmd {
	names, units := []text.Pair{text.TuiImpUnitFile}, append([]string{""}, intake.Units()...)
	for _, u := range units[1:] {
		names = append(names, text.Same(u))
	}
	return s.pick(m, text.TuiAskUnit, names, func(m *Root, i int) tea.Cmd {
		return s.change(m, func(r *filing.Recipe) { r.Unit = units[i] })
	})
}

func (s *importScreen) askYear(m *Root) tea.Cmd {
	years := []int{m.stand.year, m.stand.year - 1, m.stand.year + 1, m.stand.year - 2, 0}
	names := make([]text.Pair, len(years))
	for i, y := range years {
		names[i] = text.Same(strconv.Itoa(y))
	}
	names[len(names)-1] = text.TuiImpYearFile
	return s.pick(m, text.TuiAskYear, names, func(m *Root, i int) tea.Cmd {
		return s.change(m, func(r *filing.Recipe) { r.Year = years[i] })
	})
}

func (s *importScreen) askHidden(m *Root) tea.Cmd {
	said := []string{"take", "leave", ""}
	return s.pick(m, text.TuiAskHidden, []text.Pair{text.TuiImpTake, text.TuiImpLeaveIt, text.TuiImpAsked}, func(m *Root, i int) tea.Cmd {
		return s.change(m, func(r *filing.Recipe) { r.Hidden = said[i] })
	})
}

// askDoubts asks whether the rows in doubt stay out. There is no way to take one for a line: the file has to say what it is.
func (s *importScreen) askDoubts(m *Root) tea.Cmd {
	n := int64(0)
	if s.plan != nil && s.plan.Result.Account != nil {
		n = s.plan.Result.Account.Counts[intake.Doubtful]
	}
	names := []text.Pair{text.TuiAskLook, text.TuiAskLeaveAll.With(n), text.TuiAskNoDoubt}
	return s.pick(m, text.TuiAskDoubtTitle, names, func(m *Root, i int) tea.Cmd {
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

func (s *importScreen) toggleOpposite(m *Root) tea.Cmd {
	return s.change(m, func(r *filing.Recipe) {
		if r.Opposite == "leave" {
			r.Opposite = ""
		} else {
			r.Opposite = "leave"
		}
	})
}

// askAccounts asks which accounts come in.
func (s *importScreen) askAccounts(m *Root) tea.Cmd {
	m.open(newInput(text.TuiAskAccounts, text.TuiAskAccountsSay, strings.Join(s.now().Accounts, ", "), func(m *Root, typed string) (text.Pair, tea.Cmd) {
		accounts := strings.FieldsFunc(typed, func(r rune) bool { return strings.ContainsRune(",，、;；", r) })
		for i := range accounts {
			accounts[i] = strings.TrimSpace(accounts[i])
		}
		accounts = slices.DeleteFunc(accounts, func(a string) bool { return a == "" })
		return text.Pair{}, s.change(m, func(r *filing.Recipe) { r.Accounts = accounts })
	}), false)
	return nil
}

// askMeaning asks what a text of the file means for a field; the answer is remembered with the import.
func (s *importScreen) askMeaning(m *Root, fd *form.Field, from string) tea.Cmd {
	set := func(value string) func(m *Root) tea.Cmd {
		return func(m *Root) tea.Cmd {
			return s.change(m, func(r *filing.Recipe) { r.Mean(fd.ID, from, value) })
		}
	}
	var all []option
	for _, x := range s.values { // what was assumed stands first, to be confirmed
		if x.field == fd && x.text == from && x.value != "" && x.value != intake.Skipped {
			all = append(all, option{title: valueTitle(fd, x.value), also: x.value, take: set(x.value)})
		}
	}
	for _, c := range fd.Codes {
		if len(all) == 0 || all[0].also != c.ID {
			all = append(all, option{title: c.Title, also: c.ID, take: set(c.ID)})
		}
	}
	all = append(all, option{title: text.TuiImpNoMeaning, take: set(intake.Skipped)})
	m.choose(text.TuiImpMeansTitle.With(paint.Safe(paint.Cut(from, 30)), fd.Title), all)
	return nil
}

func (s *importScreen) askAssumed(m *Root) tea.Cmd {
	return s.pick(m, text.TuiAskAssumed.With(s.assumed()), []text.Pair{text.TuiImpConfirmAll, text.TuiImpLookValues}, func(m *Root, i int) tea.Cmd {
		if i == 0 {
			return s.confirm(m)
		}
		s.view, s.onward = viewValues, false
		return nil
	})
}

// askFill asks for one value for all lines that lack a field.
func (s *importScreen) askFill(m *Root, fd *form.Field) tea.Cmd {
	var all []option
	for _, c := range fd.Codes {
		all = append(all, option{title: c.Title, also: c.ID, take: func(m *Root) tea.Cmd {
			return s.change(m, func(r *filing.Recipe) { r.Fill(fd.ID, c.ID) })
		}})
	}
	all = append(all, option{title: text.TuiAskNoFill, take: func(m *Root) tea.Cmd {
		declined := map[string]bool{fd.ID: true}
		for id := range s.declined {
			declined[id] = true
		}
		s.declined = declined
		if _, said := s.now().Constants[fd.ID]; said {
			return s.change(m, func(r *filing.Recipe) { r.Fill(fd.ID, "") })
		}
		s.arrange()
		if s.onward {
			return s.goOn(m)
		}
		return nil
	}})
	m.choose(text.TuiAskFillTitle.With(fd.Title), all)
	return nil
}

// askReason asks why totals may differ; an empty phrase is no reason.
func (s *importScreen) askReason(m *Root) tea.Cmd {
	var zh, en []string
	for _, d := range s.plan.Result.Account.Differences {
		say := d.Say()
		if zh, en = append(zh, say.ZH), append(en, say.EN); len(zh) == 3 {
			break
		}
	}
	m.open(newInput(text.TuiAskReason, text.Pair{ZH: strings.Join(zh, "\n"), EN: strings.Join(en, "\n")}, s.accept, func(m *Root, typed string) (text.Pair, tea.Cmd) {
		if why, hollow := entry.Hollow(typed); hollow {
			return why, nil
		}
		s.accept = strings.TrimSpace(typed)
		return text.Pair{}, s.replan(m)
	}), false)
	return nil
}

// askMode asks whether the file, or its rows, take the place of what is there.
func (s *importScreen) askMode(m *Root) tea.Cmd {
	names := []text.Pair{text.TuiAskReplace, text.TuiAskBeside}
	if e := s.plan.Replaces; e != nil && e.File == "" {
		names[0] = text.TuiAskSame
	}
	modes := []filing.ImportMode{filing.ModeReplace, filing.ModeAdd}
	c := s.pick(m, text.TuiAskMode, names, func(m *Root, i int) tea.Cmd {
		s.mode = modes[i]
		return s.replan(m)
	})
	return c
}

// askRefused asks what becomes of rows that cannot come in.
func (s *importScreen) askRefused(m *Root) tea.Cmd {
	if s.refused() == 0 {
		return nil
	}
	r := &s.plan.Result
	var all []option
	first := r.Refused[0]
	if fd := s.form.Field(first.Field); fd != nil && fd.Kind == form.CodeKind && first.Value != "" {
		all = append(all, option{title: text.TuiAskMeaning.With(paint.Safe(paint.Cut(first.Value, 24))), take: func(m *Root) tea.Cmd { return s.askMeaning(m, fd, first.Value) }})
	}
	all = append(all, option{title: text.TuiAskGoodOnly.With(count(r.Added + r.Changed + r.Unchanged)), take: func(m *Root) tea.Cmd {
		s.goodRows = true
		s.arrange()
		if s.onward {
			return s.goOn(m)
		}
		return nil
	}}, option{title: text.TuiAskLook, take: func(m *Root) tea.Cmd {
		s.onward = false
		s.toNext(m, true)
		return nil
	}}, option{title: text.TuiAskSaveThem, take: func(m *Root) tea.Cmd { return s.askSave(m) }})
	m.choose(text.TuiAskRefTitle, all)
	return nil
}

// askSave asks where the refused rows go, and writes them in the background. It never writes over a file.
func (s *importScreen) askSave(m *Root) tea.Cmd {
	if s.refused() == 0 {
		m.say(plain, text.TuiImpNoRefused)
		return nil
	}
	s.onward = false
	src, refused, lang := s.src, s.plan.Result.Refused, m.lang
	return m.askPath(text.TuiImpSaveTitle, text.TuiImpSaveSay, s.base()+text.TuiImpSaveExt.In(lang), pathWant{save: true}, func(_ *Root, typed string) (text.Pair, tea.Cmd) {
		path := expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, func() tea.Msg {
			if _, err := os.Lstat(path); err == nil {
				return sayMsg{bad, text.TuiImpExists}
			}
			if err := filing.SaveRefused(path, src, refused, lang); err != nil {
				return sayMsg{bad, sentence(err)}
			}
			return sayMsg{good, text.TuiImpSavedBad.With(len(refused), path)}
		}
	})
}
