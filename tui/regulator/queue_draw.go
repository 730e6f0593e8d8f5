package regulator

import (
	"strconv"

	"yice/filing/registry"
	"yice/form"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

func (s *RegistryScreen) drawClaims(m screen.Desk, a paint.Area) {
	t, l := m.Theme(), m.Lang()
	if len(s.got.claims) == 0 {
		s.drawNone(m, a, text.TuiRegNoClaims)
		return
	}
	foot := kit.ClampInt(a.H*3/5, 5, 20)
	body := a.Rows(0, a.H-foot)
	s.list.N = len(s.got.claims)
	s.list.Window(body.H)
	formW := formWidth(l, s.got.claims, func(c *registry.Claim) string { return c.Form })
	nameX, titleW := 14+formW, 8 // no more than the titles take, for who claims has the rest
	for i := range s.got.claims {
		titleW = max(titleW, paint.Width(s.got.claims[i].Sides[0].Title))
	}
	titleW = min(titleW, (a.W-nameX)/2)
	for k := range min(body.H, s.list.N-s.list.Top) {
		c, row := &s.got.claims[s.list.Top+k], body.Rows(k, 1)
		word, st := text.TuiGrpSuspect, t.Warn
		if c.Certain {
			word, st = text.TuiGrpCertain, t.Bad
		}
		if c.Awarded != "" {
			row.Text(0, 0, t.Chrome.Check, t.Good)
			st = t.Faint
		}
		row.Cut(2, 0, 9, word.Begun().In(l), st)
		if f := form.ByID(c.Form); f != nil {
			row.Cut(12, 0, formW, f.Title.In(l), t.Head)
		}
		var names []string
		for _, side := range c.Sides {
			names = append(names, side.Name)
		}
		row.Cut(nameX, 0, titleW, c.Sides[0].Title, t.Strong)
		x := nameX + 2 + titleW
		row.Cut(x, 0, a.W-x-1, claimants(l, names, a.W-x-1), t.Text)
		kit.CursorRow(m, row, s.list.Top+k == s.list.At)
	}
	s.drawClaim(m, a.Below(a.H-foot), &s.got.claims[s.list.At])
}

// drawNone says that a queue is empty, or that it is being read.
func (s *RegistryScreen) drawNone(m screen.Desk, a paint.Area, none text.Pair) {
	lang := m.Lang()
	t := m.Theme()
	if !s.got.queued {
		a.Text(2, 0, text.TuiRegReading.In(lang), t.Faint)
		return
	}
	a.Text(2, 0, t.Chrome.Check+" "+none.In(lang), t.Good)
}

// wrapped is what is said in lines w cells wide, most of them at most; the last is cut where they do not do.
func wrapped(say string, w, most int) []string {
	lines := paint.Wrap(say, w)
	if len(lines) > most {
		lines = append(lines[:most-1:most-1], paint.Cut(kit.Rejoin(lines[most-1:]), w))
	}
	return lines
}

// formWidth is the room of the names of forms in a queue.
func formWidth[T any](l text.Lang, all []T, of func(*T) string) int {
	w := 8
	for i := range all {
		if f := form.ByID(of(&all[i])); f != nil {
			w = max(w, paint.Width(f.Title.In(l)))
		}
	}
	return min(w, 18)
}

// mostBeside is how many sides of a claim stand beside one another.
const mostBeside = 3

// drawClaim draws the sides of a double claim beside one another, field by field, where they differ first.
func (s *RegistryScreen) drawClaim(m screen.Desk, a paint.Area, c *registry.Claim) {
	t, l := m.Theme(), m.Lang()
	a.Repeat(0, 0, a.W, t.Chrome.Dash, t.Frame)
	say := c.Because.In(l)
	if more := len(c.Sides) - mostBeside; more > 0 {
		say += "   " + text.TuiRegMoreSides.With(more).In(l)
	}
	because := wrapped(say, a.W-4, max(a.H-8, 1))
	for y, why := range because {
		a.Text(2, 1+y, why, t.Text)
	}
	a = a.Below(len(because) - 1)
	n := min(len(c.Sides), mostBeside)
	labelW := kit.ClampInt(a.W/6, 12, 22)
	sideW := (a.W - labelW - 3) / n
	at := func(side int) int { return labelW + 3 + side*sideW }
	for i, side := range c.Sides[:n] {
		st := t.Strong
		if side.USCC == c.Awarded {
			st = t.Good
		}
		x := a.Text(at(i), 2, strconv.Itoa(i+1)+" ", t.Key)
		a.Cut(x, 2, at(i)+sideW-x-1, side.Name, st)
		a.Cut(at(i)+2, 3, sideW-3, side.USCC, t.Faint)
	}
	room := a.H - 4
	if c.Awarded != "" {
		said := wrapped(text.CmdRegistryAwarded.With(c.Awarded, c.Who, c.Why).In(l), a.W-4, max(a.H-6, 1))
		room -= len(said)
		for y, why := range said {
			a.Text(2, a.H-len(said)+y, why, t.Good)
		}
	}
	if s.rowsOf != c.ID {
		return
	}
	fields, differ := registry.FieldsOf(s.rows, m.Lang())
	for y, i := range fields[:min(len(fields), max(room, 0))] {
		a.Cut(2, 4+y, labelW-1, s.rows[0].Form.Fields[i].Title.In(l), t.Faint)
		st := t.Text
		if y < differ {
			st = t.Warn
		}
		for side := range min(n, len(s.rows)) {
			a.Cut(at(side)+2, 4+y, sideW-3, registry.Cell(s.rows[side], i, l), st)
		}
	}
}

func (s *RegistryScreen) drawWaiting(m screen.Desk, a paint.Area) {
	t, l := m.Theme(), m.Lang()
	if len(s.got.waiting) == 0 {
		s.drawNone(m, a, text.TuiRegNoWaiting)
		return
	}
	foot := kit.ClampInt(a.H/2, 5, 14)
	body := a.Rows(0, a.H-foot)
	s.list.N = len(s.got.waiting)
	s.list.Window(body.H)
	nameW := kit.ClampInt(a.W/5, 20, 28)
	formW := formWidth(l, s.got.waiting, func(w *registry.Waiting) string { return w.Form })
	titleW := 12
	for i := range s.got.waiting {
		titleW = max(titleW, paint.Width(registry.RowName(s.got.waiting[i].Key, s.got.waiting[i].Title)))
	}
	titleW = min(titleW, max(a.W/3, a.W-nameW-formW-50))
	for k := range min(body.H, s.list.N-s.list.Top) {
		w, row := &s.got.waiting[s.list.Top+k], body.Rows(k, 1)
		d := w.Draft
		if d != nil {
			sign, st := draftSign(m, d)
			row.Cut(0, 0, 2, sign, st)
		}
		row.Cut(2, 0, nameW, w.Name, t.Strong)
		if f := form.ByID(w.Form); f != nil {
			row.Cut(3+nameW, 0, formW, f.Title.In(l), t.Head)
		}
		row.Cut(5+nameW+formW, 0, titleW, registry.RowName(w.Key, w.Title), t.Text)
		x := 7 + nameW + formW + titleW
		switch {
		case d != nil:
			_, st := draftSign(m, d)
			at := row.Text(x, 0, text.TuiRegUnsignedWord.Begun().In(l)+" ", t.Accent)
			row.Cut(at, 0, a.W-at-1, d.Says().In(l), st)
		case w.Asked != "":
			row.Cut(x, 0, a.W-x-1, text.TuiRegAskedOf.With(w.Asked).Begun().In(l), t.Warn)
		default:
			row.Cut(x, 0, a.W-x-1, w.Why.Begun().In(l), t.Faint)
		}
		kit.CursorRow(m, row, s.list.Top+k == s.list.At)
	}
	s.drawWaitingRow(m, a.Below(a.H-foot), s.waitingRow())
}

// draftSign is the mark of a draft.
func draftSign(m screen.Desk, d *registry.Draft) (string, paint.Style) {
	t := m.Theme()
	switch d.Recognition {
	case form.Recognised:
		return t.Chrome.Check, t.Good
	case form.Refused:
		return "x", t.Bad
	}
	return "?", t.Warn
}

// drawWaitingRow draws the row that is to be decided on as it was handed in, in as many columns as there is room for.
func (s *RegistryScreen) drawWaitingRow(m screen.Desk, a paint.Area, w *registry.Waiting) {
	t, l := m.Theme(), m.Lang()
	a.Repeat(0, 0, a.W, t.Chrome.Dash, t.Frame)
	a.Cut(2, 1, a.W-4, w.Name+"  "+w.USCC, t.Title)
	// In full what the row has no room for: the mark, what was asked, why it waits.
	say, st := w.Why, t.Faint
	if w.Asked != "" {
		say, st = text.TuiRegAskedOf.With(w.Asked), t.Warn
	}
	if w.Draft != nil {
		say = text.TuiRegDraftBy.With(w.Draft.Who, w.Draft.Day(), w.Draft.Says())
		_, st = draftSign(m, w.Draft)
	}
	because := wrapped(say.Begun().In(l), a.W-4, max(a.H-4, 1))
	for y, why := range because {
		a.Text(2, 2+y, why, st)
	}
	a = a.Below(len(because) - 1)
	if s.rowsOf != queueKey(w) || len(s.rows) == 0 || s.rows[0] == nil {
		return
	}
	fields, _ := registry.FieldsOf(s.rows, m.Lang())
	columns := max(a.W/40, 1)
	width := (a.W - 2) / columns
	rows := max(a.H-3, 0)
	for n, i := range fields[:min(len(fields), rows*columns)] {
		cell := a.Sub(2+n/rows*width, 3+n%rows, width-2, 1)
		titleW := min(paint.Width(s.rows[0].Form.Fields[i].Title.In(l)), width/2)
		cell.Cut(0, 0, titleW, s.rows[0].Form.Fields[i].Title.In(l), t.Faint)
		cell.Cut(titleW+1, 0, width-titleW-3, registry.Cell(s.rows[0], i, l), t.Text)
	}
}
