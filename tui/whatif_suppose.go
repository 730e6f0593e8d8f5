package tui

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/text"
)

// add asks what is supposed: one of the usual things, or any cell of any form.
func (s *whatIfScreen) add(m *Root) {
	var all []option
	common := func(title text.Pair, take func(m *Root) tea.Cmd) {
		all = append(all, option{group: text.TuiWhatCommon, title: title, take: take})
	}
	common(text.TuiWhatMoreRD, s.askMoney(text.TuiWhatMoreRD, text.TuiWhatMoreRDAsk, moreRD))
	common(text.TuiWhatPatent, s.askPatents)
	common(text.TuiWhatConvert, s.askMoney(text.TuiWhatConvert, text.TuiWhatConvAsk, moreIncome))
	common(text.TuiWhatRecognise, func(m *Root) tea.Cmd { return s.recognise(m) })
	common(text.TuiWhatAward, s.askLevel(text.TuiWhatAward, "award", "awarded_on", text.TuiWhatAwardIs))
	common(text.TuiWhatPlatform, s.askLevel(text.TuiWhatPlatform, "platform", "established_on", text.TuiWhatPlatIs))
	common(text.TuiWhatAnswer, func(m *Root) tea.Cmd { return s.answerAll(m) })
	for i := range m.stand.states {
		f := m.stand.states[i].Form
		all = append(all, option{group: text.TuiWhatAnyCell, title: f.Title, also: f.ID, take: func(m *Root) tea.Cmd { return s.askRecord(m, f) }})
	}
	m.choose(text.TuiWhatChoose, all)
}

// yearEnd is a date within the filing year, as supposed rows need one.
func yearEnd(m *Root) string { return fmt.Sprintf("%d-12-31", m.stand.year) }

// row makes the edits of a new row out of field, text, field, text, …
func newRow(f *form.Form, no int64, cells ...string) []entry.Edit {
	var out []entry.Edit
	for i := 0; i+1 < len(cells); i += 2 {
		out = append(out, entry.Edit{Form: f, Row: no, Field: cells[i], Typed: cells[i+1], Unit: form.Yuan})
	}
	return out
}

// recognised are the cells of a row that the authority has recognised.
func recognised(m *Root) []string {
	return []string{"recognition", form.Recognised, "recognised_doc", "-", "recognised_on", yearEnd(m)}
}

// ownCity names a body of the pack's city.
func (m *Root) ownCity() string {
	if p := m.desk.s.Pack(); p != nil && p.City != "" && p.City != "any" {
		return p.City
	}
	return "包头市"
}

func (s *whatIfScreen) askMoney(title, ask text.Pair, of func(m *Root, fen int64) supposition) func(m *Root) tea.Cmd {
	return func(m *Root) tea.Cmd {
		m.open(newInput(title, ask, "", func(m *Root, typed string) (text.Pair, tea.Cmd) {
			v, err := (&form.Field{Kind: form.Money}).Parse(typed, form.Yuan)
			if err != nil {
				return sentence(err), nil
			}
			fen, ok := v.Int()
			if !ok || fen == 0 {
				return text.TuiAnswerEmpty, nil
			}
			return text.Pair{}, s.suppose(m, of(m, fen))
		}), false)
		return nil
	}
}

func yuan(fen int64) string { return form.ByID("spend").Field("amount").Show(form.N(fen)) }

func moreRD(m *Root, fen int64) supposition {
	return supposition{text.TuiWhatRDIs.With(wan(fen)), newRow(form.ByID("spend"), -1,
		"date", yearEnd(m), "amount", yuan(fen), "treatment", form.Expensed, "source", "企业自筹")}
}

func moreIncome(m *Root, fen int64) supposition {
	return supposition{text.TuiWhatConvIs.With(wan(fen)), newRow(form.ByID("conversion"), -1, "contracted_on", yearEnd(m), "income", yuan(fen))}
}

func (s *whatIfScreen) askPatents(m *Root) tea.Cmd {
	m.open(newInput(text.TuiWhatPatent, text.TuiWhatPatentAsk, "1", func(m *Root, typed string) (text.Pair, tea.Cmd) {
		n, err := strconv.Atoi(strings.TrimSpace(typed))
		if err != nil || n < 1 || n > 1000 {
			return text.TuiWhatBadCount, nil
		}
		var edits []entry.Edit
		for i := range n {
			edits = append(edits, newRow(form.ByID("patent"), int64(-1-i), "kind", form.Invention, "status", form.Granted, "granted_on", yearEnd(m))...)
		}
		return text.Pair{}, s.suppose(m, supposition{text.TuiWhatPatentIs.With(n), edits})
	}), false)
	return nil
}

// askLevel supposes a recognised row of a register at one of the levels.
func (s *whatIfScreen) askLevel(title text.Pair, id, date string, say text.Pair) func(m *Root) tea.Cmd {
	return func(m *Root) tea.Cmd {
		f := form.ByID(id)
		var all []option
		for _, level := range f.Field("level").Codes {
			all = append(all, option{title: level.Title, take: func(m *Root) tea.Cmd {
				cells := append([]string{"level", level.ID, date, yearEnd(m)}, recognised(m)...)
				if f.Field("science") != nil { // an award that earns points is one of science
					cells = append(cells, "science", form.Yes)
				}
				if level.ID == form.CityLevel { // of the pack's own city
					cells = append(cells, "recognised_by", m.ownCity())
				}
				edits := newRow(f, -1, cells...)
				return s.suppose(m, supposition{say.With(level.Title), edits})
			}})
		}
		c := m.choose(title, all)
		c.hint = text.TuiWhatLevel
		return nil
	}
}

// recognise supposes that everything pending is recognised.
func (s *whatIfScreen) recognise(m *Root) tea.Cmd {
	var edits []entry.Edit
	n := 0
	for i := range m.stand.states {
		f := m.stand.states[i].Form
		if !f.Recognised {
			continue
		}
		for _, r := range m.desk.s.Records(f) {
			if r.Str("recognition") != form.Pending {
				continue
			}
			n++
			edits = append(edits, newRow(f, r.ID, recognised(m)...)...)
		}
	}
	if n == 0 {
		m.say(plain, text.TuiWhatNoPending)
		return nil
	}
	return s.suppose(m, supposition{text.TuiWhatRecogIs.With(n), edits})
}

// answerAll supposes that every item of the checklist is answered yes.
func (s *whatIfScreen) answerAll(m *Root) tea.Cmd {
	f := form.ByID("checklist")
	var edits []entry.Edit
	n := 0
	for _, item := range m.desk.s.ChecklistItems() {
		if !item.Asked || item.Answer == form.Yes || item.Record == nil {
			continue
		}
		n++
		// An item nobody has answered has a stand-in with a number of its own, which the session turns into a row.
		edits = append(edits, newRow(f, item.Record.ID, "answer", form.Yes)...)
	}
	if n == 0 {
		m.say(plain, text.TuiWhatSame)
		return nil
	}
	return s.suppose(m, supposition{text.TuiWhatAnswerIs.With(n), edits})
}

// askRecord chooses the record of a form whose cell is supposed.
func (s *whatIfScreen) askRecord(m *Root, f *form.Form) tea.Cmd {
	if f.Single() {
		var r *form.Record
		if rows := m.desk.s.Records(f); len(rows) > 0 {
			r = rows[0]
		}
		return s.askField(m, f, r)
	}
	all := []option{{title: text.TuiWhatMake, take: func(m *Root) tea.Cmd { return s.askField(m, f, nil) }}}
	for _, r := range m.desk.s.Records(f) {
		if r.ID > 0 {
			all = append(all, option{title: text.Same(m.labelOf(r)), take: func(m *Root) tea.Cmd { return s.askField(m, f, r) }})
		}
	}
	m.choose(text.TuiWhatRecord, all)
	return nil
}

// labelOf names a record by its key and its name.
func (m *Root) labelOf(r *form.Record) string {
	label := form.KeyTitle(r.Form.ID, r.Label()).In(m.lang)
	for _, id := range []string{"title", "name", "summary"} {
		if fd := r.Form.Field(id); fd != nil {
			if s := fd.Display(r.Get(id), fd.Unit, m.lang); s != "" && s != label {
				return label + "  " + s
			}
		}
	}
	return label
}

func (s *whatIfScreen) askField(m *Root, f *form.Form, r *form.Record) tea.Cmd {
	var all []option
	for i := range f.Fields {
		fd := &f.Fields[i]
		if fd.Kind == form.Files {
			continue
		}
		now := ""
		if r != nil {
			now = fd.Display(r.Values[i], fd.Unit, m.lang)
		}
		all = append(all, option{title: fd.Title, also: fd.ID, note: now, take: func(m *Root) tea.Cmd { return s.askValue(m, f, r, fd, now) }})
	}
	m.choose(text.TuiWhatField, all)
	return nil
}

// askValue asks for the value; of a code it offers the list.
func (s *whatIfScreen) askValue(m *Root, f *form.Form, r *form.Record, fd *form.Field, now string) tea.Cmd {
	take := func(m *Root, typed, shown string) tea.Cmd {
		row, say := int64(-1), text.TuiWhatNewRow.With(f.Title, fd.Title, shown)
		switch {
		case r != nil:
			row, say = r.ID, text.TuiWhatCell.With(text.Same(m.labelOf(r)), fd.Title, orEmpty(now), shown)
		case f.Single():
			row = 0
		}
		return s.suppose(m, supposition{say, []entry.Edit{{Form: f, Row: row, Field: fd.ID, Typed: typed, Unit: fd.Unit}}})
	}
	if len(fd.Codes) > 0 {
		var all []option
		for i := range fd.Codes {
			c := &fd.Codes[i]
			all = append(all, option{title: c.Title, also: c.ID, note: c.NBS, take: func(m *Root) tea.Cmd { return take(m, c.ID, c.Title.In(m.lang)) }})
		}
		m.choose(fd.Title, all)
		return nil
	}
	say := text.TuiWhatIsNow.With(f.Title, fd.Title, orEmpty(now))
	if unit := fd.Unit.Title; !unit.Empty() {
		say = text.Pair{ZH: say.ZH + "（" + unit.ZH + "）", EN: say.EN + " (" + unit.In(text.EN) + ")"}
	}
	m.open(newInput(text.TuiWhatValue, say, "", func(m *Root, typed string) (text.Pair, tea.Cmd) {
		v, err := fd.Parse(typed, fd.Unit)
		if err != nil {
			return sentence(err), nil
		}
		return text.Pair{}, take(m, typed, fd.Display(v, fd.Unit, m.lang))
	}), false)
	return nil
}

func orEmpty(s string) any {
	if s == "" {
		return text.TuiHistEmptyCell
	}
	return s
}
