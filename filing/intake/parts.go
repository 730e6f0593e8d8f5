package intake

import "yice/form"

// assignRoles finds the column of each part of a ledger; of two that say the same the first is taken and the other asked
// about where it matters.
func (l *layout) assignRoles(recipe *Recipe) {
	l.roles = make([]role, len(l.captions))
	clear(l.at)
	for i, c := range l.captions {
		r := groupedRole(c)
		if key, ok := recipe.columnFor(c); ok {
			switch {
			case partRoles[key] != noRole:
				r = partRoles[key]
			case fieldRoles[key] != noRole:
				r = fieldRoles[key]
			default:
				r = noRole
			}
		}
		if r == roleVoucher && l.at[roleVoucher] > 0 {
			r = noRole
		}
		if _, taken := l.at[r]; r != noRole && !taken {
			l.roles[i], l.at[r] = r, i
		}
	}
	if l.f.Scope == form.Ledger {
		l.spareRoles(recipe)
	}
}

// spareRoles gives a part that no caption names plainly the column that can only be it: what describes a line is its
// summary, and beside a column of directions the one amount is that of both sides.
func (l *layout) spareRoles(recipe *Recipe) {
	take := func(r role, is func(int, Caption) bool) {
		for i, c := range l.captions {
			if _, said := recipe.columnFor(c); l.roles[i] == noRole && !said && is(i, c) {
				l.roles[i], l.at[r] = r, i
				return
			}
		}
	}
	if !l.has(roleSummary) {
		take(roleSummary, func(_ int, c Caption) bool { return describing[bare(fold(c.Text))] })
	}
	if !l.has(roleDirection) && !l.has(roleDebit) {
		take(roleDirection, func(i int, _ Caption) bool { return l.sides(i) })
	}
	if l.has(roleDirection) && !l.has(roleAmount) && !l.has(roleDebit) {
		take(roleAmount, func(_ int, c Caption) bool { return c.Group == "" && matchHeader(l.f, c.Text, nil).Field == "amount" })
	}
}

// sides reports a column that holds 借 and 贷 and nothing else.
func (l *layout) sides(col int) bool {
	seen, coded := false, hasAny(fold(l.captions[col].Text), []string{"标", "向", "借", "贷", "d/c", "dc"})
	for _, row := range l.below {
		switch fold(cellAt(row.cells, col)) {
		case "":
		case "借", "贷", "借方", "贷方":
			seen = true
		case "s", "h", "d", "c", "dr", "cr":
			if !coded {
				return false
			}
			seen = true
		default:
			return false
		}
	}
	return seen
}

// fieldRoles are fields of the ledger that are a column of accounting programs too.
var fieldRoles = map[string]role{
	"date": roleDate, "voucher": roleVoucher, "summary": roleSummary, "project": roleProject, "category": roleCategory, "amount": roleAmount,
}
