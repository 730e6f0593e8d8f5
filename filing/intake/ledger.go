package intake

import (
	"bytes"
	"strings"

	"yice/filing/intake/sheet"
	"yice/form"
	"yice/text"
)

// ledgerShape reads entries of accounts: 明细账, 序时账, 凭证清单. What an entry adds to spending is its debit; a credit that
// closes the account is none.
type ledgerShape struct {
	*sorter
	b *booking

	debit, credit, signed *figure
	fields                []*fieldReader // columns of the file that are fields besides
	out                   map[string]*fieldReader

	// What titles and earlier lines say of the lines below them.
	year    int
	account account
	said    bool // a title named an account
	project string
	// coded: the project is known by its number, which a name in the same row does not replace.
	coded      bool
	projectRow int
	month      string
	last       struct{ date, voucher string }
	key        string           // of the account of the last line
	balance    map[string]int64 // by account, debit less credit
}

func newLedgerShape(s *sorter, b *booking, o *ReadOptions) *ledgerShape {
	l := s.l
	g := &ledgerShape{sorter: s, b: b, year: l.year, out: make(map[string]*fieldReader), balance: make(map[string]int64)}
	if l.recipe.Year != 0 {
		g.year = l.recipe.Year
	}
	column := func(r role) *figure {
		at, ok := l.at[r]
		if !ok {
			return nil
		}
		f := &figure{col: at, unit: l.figureUnit(at), name: l.captions[at].Text}
		s.figs = append(s.figs, f)
		return f
	}
	if g.debit, g.credit = column(roleDebit), column(roleCredit); g.debit == nil {
		g.signed = column(roleAmount)
	}
	s.against = g.credit
	g.identifiers()
	money := make(map[int]bool)
	for _, f := range s.figs {
		money[f.col] = true
	}
	if at, ok := l.at[roleBalance]; ok {
		money[at] = true
	}
	for i := range l.captions {
		if !money[i] {
			s.texts = append(s.texts, i)
		}
	}
	for _, id := range []string{"date", "voucher", "summary", "project", "category", "treatment", "counterparty", "amount", "remark"} {
		g.out[id] = g.reader(id, -1, o)
	}
	for i, c := range l.columns {
		if c.Field != "" && l.roles[i] == noRole && g.out[c.Field] == nil {
			r := g.reader(c.Field, i, o)
			r.unit = c.Unit
			g.fields = append(g.fields, r)
		} else if c.Field == "treatment" || c.Field == "counterparty" {
			g.out[c.Field].at = i
		}
	}
	return g
}

func (g *ledgerShape) reader(id string, at int, o *ReadOptions) *fieldReader {
	r := newFieldReader(g.l.f, id, at, form.Yuan)
	r.recipe, r.tell = g.l.recipe, func(from, to string) { g.acc.assumed(id, from, to) }
	if r.field.Kind == form.Ref && o.Names != nil {
		r.names = o.Names(r.field.Ref)
	}
	return r
}

// identifiers are the columns without which a row is no entry of itself.
func (g *ledgerShape) identifiers() {
	for _, r := range []role{roleDate, roleDay, roleVoucher, roleVoucherNumber} {
		if at, ok := g.l.at[r]; ok {
			g.ids = append(g.ids, at)
			if r == roleDate && g.l.has(roleDay) {
				g.ids = g.ids[:0]
			}
		}
	}
	if len(g.ids) < 2 {
		if at, ok := g.l.at[roleSummary]; ok {
			g.ids = append(g.ids, at)
		}
	}
}

// title takes the account, the unit, the year and the project that a row over the next lines names.
func (g *ledgerShape) title(cells [][]byte) {
	shown := texts(cells)
	if a, ok := accountIn(shown); ok {
		g.account, g.said = a, true
		g.b.any = true
		for _, f := range g.figs {
			f.account, f.base, f.based = 0, 0, false
		}
	}
	for i, c := range shown {
		if u, ok := unitIn(c); ok && g.l.recipe.Unit == "" {
			for _, f := range g.figs {
				if _, _, own := captionUnit(g.l.captions[f.col].Text); !own {
					f.unit = u
				}
			}
		}
		if y := yearIn(c); y != 0 && g.l.recipe.Year == 0 {
			g.year = y
		}
		if head, rest, ok := cutLabel(c); ok {
			switch head {
			case "项目", "项目名称", "研发项目", "项目编号", "项目编码", "核算项目":
				if rest == "" && i+1 < len(shown) {
					rest = strings.TrimSpace(shown[i+1])
				}
				if numbered := strings.HasPrefix(head, "项目编"); rest != "" && (numbered || !g.coded || g.projectRow != g.line.Row) {
					g.project, g.coded, g.projectRow = rest, numbered, g.line.Row
				}
			}
		}
	}
}

func (g *ledgerShape) like(row sheet.Row) bool {
	g.readFigures(row.Cells)
	_, dated := g.day(row.Cells)
	return g.figured() && (dated || withoutYear(g.cell(row.Cells, roleDate)))
}

func (g *ledgerShape) after(kind Kind) {
	if kind == Total || kind == Opening {
		g.last.date, g.last.voucher = "", ""
	}
}

// detail judges one entry.
func (g *ledgerShape) detail(row sheet.Row) (Kind, text.Pair, *Refusal) {
	cells := row.Cells
	if refusal := g.money(cells); refusal != nil {
		return Detail, text.Pair{}, refusal
	}
	net, filled, kind, why := g.net(row)
	if kind != Detail {
		return kind, why, nil
	}
	if !filled {
		if !g.dateless(cells) {
			g.remember(cells)
		}
		return Blank, text.IntakeWhyNoAmount, nil
	}
	date, voucher, kind, why := g.when(cells)
	if kind != Detail {
		return kind, why, nil
	}
	if m := date[:7]; m != g.month {
		g.month = m
		g.newMonth()
	}
	a := g.accountOf(cells)
	g.turn(a)
	if refusal := g.count(row); refusal != nil {
		return Detail, text.Pair{}, refusal
	}
	kind, why = g.book(cells, a, net)
	if kind != Detail {
		return kind, why, nil
	}
	if why, open := g.besideIt(row); open {
		return Doubtful, why, nil
	}
	return g.record(cells, a, date, voucher, net)
}

// record makes the line of the form.
func (g *ledgerShape) record(cells [][]byte, a account, date, voucher string, net int64) (Kind, text.Pair, *Refusal) {
	rec := form.NewRecord(g.l.f)
	set := func(id, s string) *Refusal {
		if s == "" {
			return nil
		}
		r := g.out[id]
		v, err := r.read([]byte(s))
		if err != nil {
			return r.refuse([]byte(s), err)
		}
		rec.Values[r.pos] = v
		return nil
	}
	category, treatment, rest := g.cost(cells, a)
	if a.kind() == rdExpense && treatment == "" {
		treatment = form.Expensed
	}
	remark := ""
	if net < 0 {
		remark = text.IntakeCreditRemark.ZH
	}
	for _, f := range []struct{ id, s string }{
		{"date", date},
		{"voucher", voucher},
		{"summary", g.cell(cells, roleSummary)},
		{"treatment", treatment},
		{"category", category},
		{"project", g.projectOf(cells, rest)},
		{"counterparty", g.at(cells, "counterparty")},
		{"remark", remark},
	} {
		if refusal := set(f.id, f.s); refusal != nil {
			return Detail, text.Pair{}, refusal
		}
	}
	rec.Values[g.out["amount"].pos] = form.N(net)
	for _, r := range g.fields {
		if r.at >= len(cells) {
			continue
		}
		v, err := r.read(cells[r.at])
		if err != nil {
			return Detail, text.Pair{}, r.refuse(cells[r.at], err)
		}
		rec.Values[r.pos] = v
	}
	return g.done(rec)
}

func (s *sorter) done(records ...*form.Record) (Kind, text.Pair, *Refusal) {
	for _, rec := range records {
		s.constants(rec)
		if !s.acc.sumUp(rec) {
			return Detail, text.Pair{}, &Refusal{Reason: text.IntakeOverflow.With(s.line.Row)}
		}
	}
	s.records = append(s.records[:0], records...)
	return Detail, text.Pair{}, nil
}

// constants fills what the file does not have by what the recipe says.
func (s *sorter) constants(rec *form.Record) {
	for id, value := range s.l.recipe.Constants {
		if field := s.l.f.Field(id); field != nil && rec.Get(id).Empty() {
			if v, err := field.Parse(value, form.Yuan); err == nil {
				rec.Set(id, v)
			}
		}
	}
}

func (g *ledgerShape) at(cells [][]byte, id string) string {
	if at := g.out[id].at; at >= 0 && at < len(cells) {
		return string(bytes.TrimSpace(cells[at]))
	}
	return ""
}
