package registry

import (
	"yice/filing/registry/spelling"
	"yice/scoring"
	"yice/text"
)

// The lines of a score as rows: what the enterprise says beside what was measured, each figure as a decimal and exactly.

// lines gives every line of the sheet, then its totals.
func (w *loading) lines(yield func([]any, error) bool) {
	own, measured := w.x.verdict.Submission.Sheet, w.x.verdict.Measured
	ids := measured.LineIDs()
	for _, id := range own.LineIDs() {
		if measured.Line(id) == nil {
			ids = append(ids, id)
		}
	}
	place := int64(0)
	for _, id := range ids {
		place++
		if !yield(w.line(place, id, own.Line(id), measured.Line(id)), nil) {
			return
		}
	}
	for _, total := range totalsOf(own, measured) {
		place++
		if !yield(w.total(place, total), nil) {
			return
		}
	}
}

func (w *loading) line(place int64, id string, own, measured *scoring.Line) []any {
	digest, uscc, year := w.book()
	l := measured
	if l == nil {
		l = own
	}
	var self, confirmed, pending, unfilled *scoring.Dec
	if own != nil && known(own) {
		self = &own.Score.Confirmed
	}
	if measured != nil && known(measured) {
		confirmed, pending = &measured.Score.Confirmed, &measured.Score.Pending
	}
	if measured != nil {
		unfilled = &measured.Unfilled
	}
	value, valueExact := ratio(l.Value)
	target, targetExact := ratio(l.Target.Value)
	weight, _ := ratio(l.Weight.Value)
	_, exact := ratio(l.Exact)
	return []any{
		digest, id, uscc, year, place, l.Kind, spelling.Storable(l.Name), decimal(self), decimal(confirmed), decimal(pending), decimal(unfilled),
		value, target, weight, textOf(self), textOf(confirmed), textOf(pending), textOf(unfilled), exact, valueExact, targetExact,
		spelling.Storable(l.ValueText), spelling.Storable(l.TargetText), string(l.Status), spelling.Storable(l.GapText),
	}
}

// known reports whether a line has a figure: one of money has none without its data.
func known(l *scoring.Line) bool {
	return l.Exact != nil || l.Kind == "indicator" || l.Kind == "bonus" || l.Kind == "deduction"
}

func textOf(d *scoring.Dec) any {
	if d == nil {
		return nil
	}
	return d.String()
}

// total is a total of the sheet as a line.
type total struct {
	id, title                          string
	self, confirmed, pending, unfilled *scoring.Dec
}

func (w *loading) total(place int64, t total) []any {
	digest, uscc, year := w.book()
	return []any{
		digest, t.id, uscc, year, place, "total", t.title, decimal(t.self), decimal(t.confirmed), decimal(t.pending), decimal(t.unfilled),
		nil, nil, nil, textOf(t.self), textOf(t.confirmed), textOf(t.pending), textOf(t.unfilled), nil, nil, nil, nil, nil, nil, nil,
	}
}

func totalsOf(own, measured *scoring.Sheet) []total {
	pair := func(p *scoring.Pair) (*scoring.Dec, *scoring.Dec) {
		if p == nil {
			return nil, nil
		}
		return &p.Confirmed, &p.Pending
	}
	t := func(id string, title text.Pair, own, measured *scoring.Pair) total {
		self, _ := pair(own)
		confirmed, pending := pair(measured)
		return total{id: "total." + id, title: title.ZH, self: self, confirmed: confirmed, pending: pending}
	}
	all := []total{
		t("innovation", text.TermInnovation, &own.Innovation, &measured.Innovation),
		t("bonus", text.CmdSheetBonus, &own.BonusTotal, &measured.BonusTotal),
		t("assessed", text.CmdSheetAssessed, own.Assessed, measured.Assessed),
		t("completion", text.RegistryCompletion, own.Completion, measured.Completion),
	}
	all[0].unfilled = &measured.Unfilled
	return all
}
