package intake

import (
	"strings"

	"yice/filing/intake/sheet"
	"yice/form"
	"yice/text"
)

// crossShape reads a table with a category a column, as 研发支出辅助账 2021版 has them: each amount of a row is a line.
type crossShape struct {
	*ledgerShape
	whole *figure   // what the voucher says in all; nil: no such column
	parts []*figure // a category each
	tax   *figure
	sum   *figure // a column of the rows' sums beside the categories; nil: no such column
	treat string  // said by a title
	spent int64   // of the rows so far, as far as it fits: what a row that closes the accounts takes off whole
}

func newCrossShape(s *sorter, b *booking, o *ReadOptions) *crossShape {
	l := s.l
	g := &crossShape{ledgerShape: newLedgerShape(s, b, o)}
	// The whole is what the voucher says; a debit beside categories says the same.
	switch {
	case g.signed != nil:
		g.whole = g.signed
	case g.debit != nil:
		g.whole = g.debit
	}
	figure := func(at int) *figure {
		f := &figure{col: at, unit: l.figureUnit(at), name: l.captions[at].Text}
		s.figs = append(s.figs, f)
		return f
	}
	for _, c := range l.cats {
		g.parts = append(g.parts, figure(c.col))
	}
	if at, ok := l.at[roleTaxAmount]; ok {
		g.tax = figure(at)
	}
	g.sum = g.rowSums(figure)
	money := make(map[int]bool)
	for _, f := range s.figs {
		money[f.col] = true
	}
	texts := s.texts[:0]
	for _, at := range s.texts {
		if !money[at] {
			texts = append(texts, at)
		}
	}
	s.texts = texts
	return g
}

// rowSums finds the one column of sums over the categories, where the voucher says no amount of its own.
func (g *crossShape) rowSums(figure func(at int) *figure) *figure {
	if g.whole != nil {
		return nil
	}
	at := -1
	for i, c := range g.l.captions {
		if g.l.roles[i] != noRole || g.l.categorical(i) || !totalWords[strings.Trim(bare(fold(c.Text)), ":")] {
			continue
		}
		if at >= 0 {
			return nil // sums of parts
		}
		at = i
	}
	for _, c := range g.l.cats {
		if at < 0 || (c.col < at) != (g.l.cats[0].col < at) {
			return nil // it stands among the categories: of some of them
		}
	}
	if at < 0 {
		return nil
	}
	return figure(at)
}

func (g *crossShape) title(cells [][]byte) {
	g.ledgerShape.title(cells)
	shown := texts(cells)
	for i, c := range shown {
		f := fold(c)
		if !strings.Contains(f, "费用化") && !strings.Contains(f, "资本化") {
			continue
		}
		_, rest, ok := cutLabel(c)
		if ok && rest == "" && i+1 < len(shown) {
			rest = shown[i+1]
		}
		if !ok {
			rest = c
		}
		if t, is := treatmentOf(rest); is {
			g.treat = t
		}
	}
}

func (g *crossShape) detail(row sheet.Row) (Kind, text.Pair, *Refusal) {
	cells := row.Cells
	if refusal := g.money(cells); refusal != nil {
		return Detail, text.Pair{}, refusal
	}
	sum, filled := int64(0), 0
	for _, p := range g.parts {
		if p.filled && p.value != 0 {
			var ok bool
			if sum, ok = add(sum, p.value); !ok {
				return Detail, text.Pair{}, &Refusal{Reason: text.IntakeOverflow.With(row.Number)}
			}
			filled++
		}
	}
	whole, hasWhole := int64(0), false
	if g.whole != nil && g.whole.filled {
		whole, hasWhole = g.whole.value, true
	}
	if kind, why := g.opposite(cells, whole, hasWhole, sum, filled); kind != Detail {
		return kind, why, nil
	}
	if filled == 0 && (!hasWhole || whole == 0) {
		return Blank, text.IntakeWhyNoAmount, nil
	}
	if g.sum != nil && g.sum.filled && g.sum.value != sum && filled > 0 {
		return Doubtful, text.IntakeWhyRowSum.With(g.sum.name, yuan(g.sum.value), yuan(sum)), nil
	}
	date, voucher, kind, why := g.when(cells)
	if kind != Detail {
		return kind, why, nil
	}
	if why, open := g.besideIt(row); open {
		return Doubtful, why, nil
	}
	if m := date[:7]; m != g.month {
		g.month = m
		g.newMonth()
	}
	if refusal := g.count(row); refusal != nil {
		return Detail, text.Pair{}, refusal
	}
	return g.split(row, date, voucher, whole, hasWhole, sum, filled)
}

// opposite judges a row on the credit side: one that closes the accounts moves what was spent, with each category's amount in
// red or in black; one that takes spending back has them in red.
func (g *crossShape) opposite(cells [][]byte, whole int64, hasWhole bool, sum int64, filled int) (Kind, text.Pair) {
	credited := g.credit != nil && g.credit.filled && g.credit.value != 0 && (!hasWhole || whole == 0)
	net := sum
	switch {
	case filled == 0 && hasWhole:
		net = whole
	case filled == 0 && credited:
		net = -g.credit.value
	}
	if net >= 0 && !credited {
		g.spent, _ = add(g.spent, net)
		return Detail, text.Pair{}
	}
	summary := fold(g.cell(cells, roleSummary))
	before := g.spent
	g.spent, _ = add(before, net)
	switch {
	case g.closes(summary, cells):
		return Carried, text.IntakeWhyClosing.With(shorten([]byte(g.cell(cells, roleSummary))))
	case credited && sum != -g.credit.value:
		return Doubtful, text.IntakeWhyCredit.With(yuan(g.credit.value), yuan(sum))
	case before > 0 && before == -net && !reverses(summary):
		return Doubtful, text.IntakeWhyBalances
	}
	return Detail, text.Pair{}
}

// split makes a line of each category's amount. What the voucher says is what was spent; the columns of the tax rules may
// hold less, and then only a row of one category says where the rest belongs.
func (g *crossShape) split(row sheet.Row, date, voucher string, whole int64, hasWhole bool, sum int64, filled int) (Kind, text.Pair, *Refusal) {
	type part struct {
		n   int64
		cat categoryColumn
	}
	var parts []part
	for i, p := range g.parts {
		if p.filled && p.value != 0 {
			parts = append(parts, part{p.value, g.l.cats[i]})
		}
	}
	switch {
	case hasWhole && filled == 1:
		parts[0].n = whole
	case hasWhole && filled == 0:
		parts = append(parts, part{n: whole})
	case hasWhole && sum != whole:
		return Doubtful, text.IntakeWhySplit.With(yuan(sum), yuan(whole)), nil
	}
	records := make([]*form.Record, 0, len(parts))
	for _, p := range parts {
		rec := form.NewRecord(g.l.f)
		counterparty := ""
		if p.cat.category == form.Commission {
			counterparty = p.cat.counterparty
		}
		remark := ""
		if p.n < 0 {
			remark = text.IntakeCreditRemark.ZH
		}
		treatment := g.at(row.Cells, "treatment")
		if treatment == "" {
			treatment = g.treat
		}
		for _, f := range []struct{ id, s string }{
			{"date", date},
			{"voucher", voucher},
			{"summary", g.cell(row.Cells, roleSummary)},
			{"category", p.cat.category},
			{"treatment", treatment},
			{"project", g.projectOf(row.Cells, nil)},
			{"counterparty", counterparty},
			{"remark", remark},
		} {
			if f.s == "" {
				continue
			}
			r := g.out[f.id]
			v, err := r.read([]byte(f.s))
			if err != nil {
				return Detail, text.Pair{}, r.refuse([]byte(f.s), err)
			}
			rec.Values[r.pos] = v
		}
		rec.Values[g.out["amount"].pos] = form.N(p.n)
		records = append(records, rec)
	}
	return g.done(records...)
}
