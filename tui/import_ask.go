package tui

import (
	"os"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/filing"
	"yice/form"
	"yice/text"
	"yice/tui/paint"
)

// importTick asks for the progress to be drawn again.
type importTick struct{}

func tickImport() tea.Cmd {
	return tea.Tick(100*time.Millisecond, func(time.Time) tea.Msg { return importTick{} })
}

// act does what the line under the cursor is for.
func (s *importScreen) act(m *Root) tea.Cmd {
	if s.list.at >= len(s.rows) {
		return nil
	}
	r := s.rows[s.list.at]
	switch r.kind {
	case impFile:
		return s.askPath(m)
	case impForm:
		s.askForm(m)
	case impSheet:
		s.askSheet(m)
	case impEncoding:
		s.askEncoding(m)
	case impHow:
		s.replace = !s.replace
	case impColumn:
		s.askField(m, r.i)
	case impAll:
		return s.askGo(m, false)
	case impGood:
		return s.askGo(m, true)
	case impSave:
		return s.askSave(m)
	}
	return nil
}

func (s *importScreen) askPath(m *Root) tea.Cmd {
	return m.askPath(text.TuiImpPathTitle, text.TuiImpPathSay, s.path, pathWant{ext: []string{".csv", ".xlsx", ".tsv", ".txt"}}, func(m *Root, typed string) (text.Pair, tea.Cmd) {
		path := expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, s.take(m, path)
	})
}

func (s *importScreen) askForm(m *Root) {
	all := make([]option, 0, len(form.All()))
	for _, f := range form.All() {
		all = append(all, option{title: f.Title, also: f.ID, take: func(m *Root) tea.Cmd {
			s.form = f
			return s.load(m)
		}})
	}
	c := m.choose(text.TuiImpFormTitle, all)
	if s.form == nil {
		c.hint = text.TuiImpFormHint
	}
}

func (s *importScreen) askSheet(m *Root) {
	all := make([]option, 0, len(s.src.Sheets))
	for _, sheet := range s.src.Sheets {
		all = append(all, option{title: text.Same(paint.Safe(sheet.Name)), take: func(m *Root) tea.Cmd {
			// Another sheet may be another form.
			s.read.Sheets, s.form = []string{sheet.Name}, nil
			return s.load(m)
		}})
	}
	m.choose(text.TuiImpSheetName, all)
}

func (s *importScreen) askEncoding(m *Root) {
	var all []option
	for _, e := range []filing.Encoding{filing.AutoEncoding, filing.UTF8, filing.UTF8BOM, filing.GB18030, filing.UTF16} {
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
}

// askField offers the fields of the form for a column.
func (s *importScreen) askField(m *Root, i int) {
	set := func(field string) func(m *Root) tea.Cmd {
		return func(m *Root) tea.Cmd { s.setField(i, field); return s.replan(m) }
	}
	all := []option{{title: text.TuiImpLeaveOut, take: set("")}}
	for k := range s.form.Fields {
		fd := &s.form.Fields[k]
		note := ""
		for _, c := range s.cols {
			if c.Field == fd.ID {
				note = paint.Safe(paint.Cut(c.Header, 24))
			}
		}
		all = append(all, option{title: fd.Title, also: fd.ID, note: note, take: set(fd.ID)})
	}
	m.choose(text.TuiImpColTitle.With(paint.Safe(paint.Cut(s.cols[i].Header, 30))), all)
}

// setField gives a column to a field, or leaves it out; the column that had the field before is left out.
func (s *importScreen) setField(i int, field string) {
	r := s.src.Recipe.With(s.form, s.cols[i].Header, field)
	s.recipe = &r
}

// askGo asks once more before anything is written.
func (s *importScreen) askGo(m *Root, goodRows bool) tea.Cmd {
	if s.plan == nil {
		if !s.wrong.Empty() {
			m.say(bad, s.wrong)
		}
		return nil
	}
	r := s.plan.Result
	switch {
	case m.stand.locked:
		m.say(bad, text.TuiSealedNoEdit)
		return nil
	case r.RefusedCount > 0 && !goodRows:
		m.say(bad, text.TuiImpBlocked.With(count(r.RefusedCount)))
		return nil
	}
	say := text.TuiImpAskSay.With(count(r.Added), count(r.Changed))
	if r.RefusedCount > 0 {
		say = text.TuiImpAskGood.With(count(r.RefusedCount), count(r.Added), count(r.Changed))
	}
	if s.replace {
		more := s.howSay()
		say = text.Pair{ZH: say.ZH + "\n" + more.ZH, EN: say.EN + "\n" + more.EN}
	}
	m.open(newAsk(text.TuiImpAskTitle.With(s.plan.Form.Title), say, func(m *Root, yes bool) tea.Cmd {
		if !yes {
			return nil
		}
		return s.write(m, goodRows)
	}), false)
	return nil
}

// askSave asks where the refused rows go, and writes them in the background. It never writes over a file.
func (s *importScreen) askSave(m *Root) tea.Cmd {
	if s.refused() == 0 {
		m.say(plain, text.TuiImpNoRefused)
		return nil
	}
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
