package judging

import (
	"yice/scoring"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// tellsItself reports a line that is neither points nor money: it is drawn as its section of the account tells it.
func tellsItself(kind string) bool { return kind == "track" || kind == "condition" || kind == "term" }

// drawTold draws such a line: its figure, and behind the names of their columns what else there is, as much as there is room for.
// The verdict stands last, where scores stand; the years of a term are shown only where all of them fit.
func drawTold(m screen.Desk, a paint.Area, r sheetRow, labelW int) {
	t, l := m.Theme(), m.Lang()
	var parts []kit.Line
	var verdict kit.Line
	for i, c := range r.row.Cells {
		if i >= len(r.terms) {
			break
		}
		said, st, term := c.Text.In(l), t.Text, r.terms[i]
		switch {
		case c.State == scoring.Missing:
			said, st = text.TermNoFigure.In(l), t.Warn
		case said == "" || term.Name == text.TermEvidence && said == "0":
			continue
		}
		if term.Name == text.TermStatus || term.Name == text.TermVerdict {
			verdict = kit.Line{{said, verdictStyle(m, r.Line.Status)}}
			continue
		}
		if term.Name == text.TermPending && c.Text == r.Line.Status.Title() {
			continue // nothing waits that would change it
		}
		head := term.Name.In(l) + " "
		if i == 0 && r.Line.Kind != "term" {
			head = ""
		}
		parts = append(parts, kit.Line{{head, t.Faint}, {said, st}})
	}
	end := a.W - 1
	if w := verdict.Width(); w > 0 {
		verdict.Draw(a, end-w, 0)
		end -= w + 2
	}
	room := end - labelW - 3
	years := 0
	if r.Line.Kind == "term" {
		for years < len(r.terms) && r.terms[years].Name.ZH == r.terms[years].Name.EN { // a year is the same in both
			years++
		}
	}
	if years > 0 && kit.WidthOf(parts) > room {
		parts = parts[min(years, len(parts)):]
	}
	for len(parts) > 1 && kit.WidthOf(parts) > room {
		parts = parts[:len(parts)-1]
	}
	x := end - kit.WidthOf(parts)
	label := r.row.Title.In(l) // with its unit, where there is room
	if paint.Width(label) > x-3 {
		label = r.Line.Title().In(l)
	}
	a.Cut(1, 0, x-3, label, t.Text)
	for _, p := range parts {
		x = p.Draw(a, x, 0) + 2
	}
}

// sheetSays is what the sheet says as a whole besides its score: the grade, and whether its conditions are met.
func sheetSays(m screen.Desk) kit.Line {
	l := m.Lang()
	if m.Standing().Sheet == nil {
		return nil
	}
	t, account := m.Theme(), m.Standing().Sheet.Account()
	var out kit.Line
	for _, id := range []string{"grade", "conditions"} {
		section := account.Section(id)
		if section == nil {
			continue
		}
		gap := ""
		if len(out) > 0 {
			gap = "   "
		}
		st := t.Strong
		if id == "conditions" {
			st = verdictStyle(m, m.Standing().Sheet.Qualified)
		}
		for _, say := range section.Says {
			out = append(out, kit.Piece{gap + section.Title.In(l) + " ", t.Faint}, kit.Piece{say.In(l), st})
		}
	}
	return out
}

func verdictStyle(m screen.Desk, s scoring.Status) paint.Style {
	t := m.Theme()
	switch s {
	case scoring.Reached, scoring.Met:
		return t.Good
	case scoring.NotMet:
		return t.Bad
	}
	return t.Warn
}
