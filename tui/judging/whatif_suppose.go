package judging

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// add asks what is supposed: one of the usual things, or any cell of any form.
func (s *WhatIfScreen) add(m screen.Desk) {
	var all []kit.Option
	common := func(title text.Pair, take func(m screen.Desk) tea.Cmd) {
		all = append(all, kit.Option{Group: text.TuiWhatCommon, Title: title, Take: func() tea.Cmd { return take(m) }})
	}
	common(text.TuiWhatMoreRD, s.askMoney(text.TuiWhatMoreRD, text.TuiWhatMoreRDAsk, moreRD))
	common(text.TuiWhatPatent, s.askPatents)
	common(text.TuiWhatConvert, s.askMoney(text.TuiWhatConvert, text.TuiWhatConvAsk, moreIncome))
	common(text.TuiWhatRecognise, func(m screen.Desk) tea.Cmd { return s.recognise(m) })
	common(text.TuiWhatAward, s.askLevel(text.TuiWhatAward, "award", "awarded_on", text.TuiWhatAwardIs))
	common(text.TuiWhatPlatform, s.askLevel(text.TuiWhatPlatform, "platform", "established_on", text.TuiWhatPlatIs))
	common(text.TuiWhatAnswer, func(m screen.Desk) tea.Cmd { return s.answerAll(m) })
	for i := range m.Standing().States {
		f := m.Standing().States[i].Form
		all = append(all, kit.Option{Group: text.TuiWhatAnyCell, Title: f.Title, Also: f.ID, Take: func() tea.Cmd { return s.askRecord(m, f) }})
	}
	kit.Choose(m, text.TuiWhatChoose, all)
}

// yearEnd is a date within the filing year, as supposed rows need one.
func yearEnd(m screen.Desk) string { return fmt.Sprintf("%d-12-31", m.Standing().Year) }

// row makes the edits of a new row out of field, text, field, text, …
func NewRow(f *form.Form, no int64, cells ...string) []entry.Edit {
	var out []entry.Edit
	for i := 0; i+1 < len(cells); i += 2 {
		out = append(out, entry.Edit{Form: f, Row: no, Field: cells[i], Typed: cells[i+1], Unit: form.Yuan})
	}
	return out
}

// recognised are the cells of a row that the authority has recognised.
func recognised(m screen.Desk) []string {
	return []string{"recognition", form.Recognised, "recognised_doc", "-", "recognised_on", yearEnd(m)}
}

// cityOf names a body of the pack's city.
func cityOf(m screen.Desk) string {
	if p := m.Session().Pack(); p != nil && p.City != "" && p.City != "any" {
		return p.City
	}
	return "包头市"
}

func (s *WhatIfScreen) askMoney(title, ask text.Pair, of func(m screen.Desk, fen int64) supposition) func(m screen.Desk) tea.Cmd {
	return func(m screen.Desk) tea.Cmd {
		m.Open(kit.NewInput(title, ask, "", func(typed string) (text.Pair, tea.Cmd) {
			v, err := (&form.Field{Kind: form.Money}).Parse(typed, form.Yuan)
			if err != nil {
				return kit.Sentence(err), nil
			}
			fen, ok := v.Int()
			if !ok || fen == 0 {
				return text.TuiAnswerEmpty, nil
			}
			return text.Pair{}, s.suppose(m, of(m, fen))
		}))
		return nil
	}
}

func yuan(fen int64) string { return form.ByID("spend").Field("amount").Show(form.N(fen)) }

func moreRD(m screen.Desk, fen int64) supposition {
	return supposition{text.TuiWhatRDIs.With(kit.Wan(fen)), NewRow(form.ByID("spend"), -1,
		"date", yearEnd(m), "amount", yuan(fen), "treatment", form.Expensed, "source", "企业自筹")}
}

func moreIncome(m screen.Desk, fen int64) supposition {
	return supposition{text.TuiWhatConvIs.With(kit.Wan(fen)), NewRow(form.ByID("conversion"), -1, "contracted_on", yearEnd(m), "income", yuan(fen))}
}

func (s *WhatIfScreen) askPatents(m screen.Desk) tea.Cmd {
	m.Open(kit.NewInput(text.TuiWhatPatent, text.TuiWhatPatentAsk, "1", func(typed string) (text.Pair, tea.Cmd) {
		n, err := strconv.Atoi(strings.TrimSpace(typed))
		if err != nil || n < 1 || n > 1000 {
			return text.TuiWhatBadCount, nil
		}
		var edits []entry.Edit
		for i := range n {
			edits = append(edits, NewRow(form.ByID("patent"), int64(-1-i), "kind", form.Invention, "status", form.Granted, "granted_on", yearEnd(m))...)
		}
		return text.Pair{}, s.suppose(m, supposition{text.TuiWhatPatentIs.With(n), edits})
	}))
	return nil
}

// askLevel supposes a recognised row of a register at one of the levels.
func (s *WhatIfScreen) askLevel(title text.Pair, id, date string, say text.Pair) func(m screen.Desk) tea.Cmd {
	return func(m screen.Desk) tea.Cmd {
		f := m.Form(id)
		var all []kit.Option
		for _, level := range f.Field("level").Offered() {
			all = append(all, kit.Option{Title: level.Title, Take: func() tea.Cmd {
				cells := append([]string{"level", level.ID, date, yearEnd(m)}, recognised(m)...)
				if f.Field("science") != nil { // an award that earns points is one of science
					cells = append(cells, "science", form.Yes)
				}
				if level.ID == form.CityLevel { // of the pack's own city
					cells = append(cells, "recognised_by", cityOf(m))
				}
				edits := NewRow(f, -1, cells...)
				return s.suppose(m, supposition{say.With(level.Title), edits})
			}})
		}
		c := kit.Choose(m, title, all)
		c.Hint = text.TuiWhatLevel
		return nil
	}
}

// recognise supposes that everything pending is recognised.
func (s *WhatIfScreen) recognise(m screen.Desk) tea.Cmd {
	var edits []entry.Edit
	n := 0
	for i := range m.Standing().States {
		f := m.Standing().States[i].Form
		if !f.Recognised {
			continue
		}
		for _, r := range m.Session().Records(f) {
			if r.Str("recognition") != form.Pending {
				continue
			}
			n++
			edits = append(edits, NewRow(f, r.ID, recognised(m)...)...)
		}
	}
	if n == 0 {
		m.Say(screen.Plain, text.TuiWhatNoPending)
		return nil
	}
	return s.suppose(m, supposition{text.TuiWhatRecogIs.With(n), edits})
}

// answerAll supposes that every item of the checklist is answered yes.
func (s *WhatIfScreen) answerAll(m screen.Desk) tea.Cmd {
	f := form.ByID("checklist")
	var edits []entry.Edit
	n := 0
	for _, item := range m.Session().ChecklistItems() {
		if !item.Asked || item.Answer == form.Yes || item.Record == nil {
			continue
		}
		n++
		// An item nobody has answered has a stand-in with a number of its own, which the session turns into a row.
		edits = append(edits, NewRow(f, item.Record.ID, "answer", form.Yes)...)
	}
	if n == 0 {
		m.Say(screen.Plain, text.TuiWhatSame)
		return nil
	}
	return s.suppose(m, supposition{text.TuiWhatAnswerIs.With(n), edits})
}

// askRecord chooses the record of a form whose cell is supposed.
func (s *WhatIfScreen) askRecord(m screen.Desk, f *form.Form) tea.Cmd {
	if f.Single() {
		var r *form.Record
		if rows := m.Session().Records(f); len(rows) > 0 {
			r = rows[0]
		}
		return s.askField(m, f, r)
	}
	all := []kit.Option{{Title: text.TuiWhatMake, Take: func() tea.Cmd { return s.askField(m, f, nil) }}}
	for _, r := range m.Session().Records(f) {
		if r.ID > 0 {
			all = append(all, kit.Option{Title: text.Same(LabelOf(m, r)), Take: func() tea.Cmd { return s.askField(m, f, r) }})
		}
	}
	kit.Choose(m, text.TuiWhatRecord, all)
	return nil
}

// LabelOf names a record by its key and its name.
func LabelOf(m screen.Desk, r *form.Record) string {
	l := m.Lang()
	label := form.KeyTitle(r.Form.ID, r.Label()).In(l)
	for _, id := range []string{"title", "name", "summary"} {
		if fd := r.Form.Field(id); fd != nil {
			if s := fd.Display(r.Get(id), fd.Unit, l); s != "" && s != label {
				return label + "  " + s
			}
		}
	}
	return label
}

func (s *WhatIfScreen) askField(m screen.Desk, f *form.Form, r *form.Record) tea.Cmd {
	var all []kit.Option
	for i := range f.Fields {
		fd := &f.Fields[i]
		if fd.Kind == form.Files {
			continue
		}
		now := ""
		if r != nil {
			now = fd.Display(r.Values[i], fd.Unit, m.Lang())
		}
		all = append(all, kit.Option{Title: fd.Title, Also: fd.ID, Note: now, Take: func() tea.Cmd { return s.askValue(m, f, r, fd, now) }})
	}
	kit.Choose(m, text.TuiWhatField, all)
	return nil
}

// askValue asks for the value; of a code it offers the list.
func (s *WhatIfScreen) askValue(m screen.Desk, f *form.Form, r *form.Record, fd *form.Field, now string) tea.Cmd {
	l := m.Lang()
	take := func(m screen.Desk, typed, shown string) tea.Cmd {
		row, say := int64(-1), text.TuiWhatNewRow.With(f.Title, fd.Title, shown)
		switch {
		case r != nil:
			row, say = r.ID, text.TuiWhatCell.With(text.Same(LabelOf(m, r)), fd.Title, orEmpty(now), shown)
		case f.Single():
			row = 0
		}
		return s.suppose(m, supposition{say, []entry.Edit{{Form: f, Row: row, Field: fd.ID, Typed: typed, Unit: fd.Unit}}})
	}
	if offered := fd.Offered(); len(offered) > 0 {
		var all []kit.Option
		for i := range offered {
			c := &offered[i]
			all = append(all, kit.Option{Title: c.Title, Also: c.ID, Note: c.NBS, Take: func() tea.Cmd { return take(m, c.ID, c.Title.In(l)) }})
		}
		kit.Choose(m, fd.Title, all)
		return nil
	}
	say := text.TuiWhatIsNow.With(f.Title, fd.Title, orEmpty(now))
	if unit := fd.Unit.Title; !unit.Empty() {
		say = text.Pair{ZH: say.ZH + "（" + unit.ZH + "）", EN: say.EN + " (" + unit.In(text.EN) + ")"}
	}
	m.Open(kit.NewInput(text.TuiWhatValue, say, "", func(typed string) (text.Pair, tea.Cmd) {
		v, err := fd.Parse(typed, fd.Unit)
		if err != nil {
			return kit.Sentence(err), nil
		}
		return text.Pair{}, take(m, typed, fd.Display(v, fd.Unit, l))
	}))
	return nil
}

func orEmpty(s string) any {
	if s == "" {
		return text.TuiHistEmptyCell
	}
	return s
}
