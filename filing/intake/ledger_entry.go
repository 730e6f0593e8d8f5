package intake

import (
	"strings"

	"yice/filing/intake/sheet"
	"yice/form"
	"yice/text"
)

func (g *ledgerShape) cell(cells [][]byte, r role) string {
	at, ok := g.l.at[r]
	if !ok || at >= len(cells) {
		return ""
	}
	return strings.TrimSpace(string(cells[at]))
}

// money reads the amounts of the row; one that cannot be read refuses it.
func (g *ledgerShape) money(cells [][]byte) *Refusal {
	for _, f := range g.figs {
		f.value, f.filled = 0, false
		if f.col >= len(cells) {
			continue
		}
		a, err := readAmount(cells[f.col], f.unit)
		if err != nil {
			return g.out["amount"].refuse(cells[f.col], err)
		}
		f.value, f.filled = a.fen, a.filled
		if a.side < 0 {
			f.value = -a.fen
		}
	}
	return nil
}

// net gives debit less credit of an entry.
func (g *ledgerShape) net(row sheet.Row) (net int64, filled bool, kind Kind, why text.Pair) {
	for _, f := range g.figs {
		if noted(row, f.col, sheet.Covered) && !f.filled {
			if g.debit == nil || f == g.debit || !g.debit.filled {
				why = text.IntakeWhyMerged
			}
		}
	}
	value := func(f *figure) int64 {
		if f == nil || !f.filled {
			return 0
		}
		return f.value
	}
	if g.signed == nil {
		d, c := value(g.debit), value(g.credit)
		filled = d != 0 || c != 0
		if !filled && why != (text.Pair{}) {
			return 0, false, Blank, why
		}
		if !filled && (g.debit.filled || g.credit != nil && g.credit.filled) {
			return 0, false, Blank, text.IntakeWhyZero
		}
		return d - c, filled, Detail, text.Pair{}
	}
	n := value(g.signed)
	if !g.signed.filled && why != (text.Pair{}) {
		return 0, false, Blank, why
	}
	if g.signed.filled && n == 0 {
		return 0, false, Blank, text.IntakeWhyZero
	}
	if g.l.has(roleDirection) && g.signed.filled {
		switch strings.ToLower(g.cell(row.Cells, roleDirection)) {
		case "借", "借方", "s", "d", "dr", "j", "debit", "40", "1":
		case "贷", "贷方", "貸", "h", "c", "cr", "k", "credit", "50", "-1":
			if n > 0 || !strings.EqualFold(g.cell(row.Cells, roleDirection), "h") { // SAP signs its credits besides
				n = -n
			}
		default:
			return 0, true, Doubtful, text.IntakeWhyDirection
		}
	}
	return n, g.signed.filled, Detail, text.Pair{}
}

func (g *ledgerShape) dateless(cells [][]byte) bool {
	return g.cell(cells, roleDate) == "" && g.cell(cells, roleDay) == ""
}

// remember keeps the date and voucher of a line for those below that leave them out.
func (g *ledgerShape) remember(cells [][]byte) {
	if day, ok := g.day(cells); ok {
		g.last.date, g.last.voucher = day, g.voucher(cells)
	}
}

func (g *ledgerShape) voucher(cells [][]byte) string {
	if v := g.cell(cells, roleVoucher); v != "" {
		if k := g.cell(cells, roleVoucherKind); k != "" && !strings.Contains(v, k) {
			return k + "-" + v
		}
		if n := g.cell(cells, roleVoucherNumber); n != "" && n != v {
			return v + "-" + n
		}
		return v
	}
	n, k := g.cell(cells, roleVoucherNumber), g.cell(cells, roleVoucherKind)
	if n != "" && k != "" {
		return k + "-" + n
	}
	return n + k
}

// day reads the date of a row, in one column or in two.
func (g *ledgerShape) day(cells [][]byte) (string, bool) {
	if g.l.has(roleDay) && g.l.has(roleMonth) {
		month, day := g.cell(cells, roleMonth), g.cell(cells, roleDay)
		if month == "" && len(g.last.date) == 10 {
			month = g.last.date[5:7]
		}
		year := g.year
		if y := atoi(g.cell(cells, roleYear)); y >= form.MinYear {
			year = y
		}
		if year == 0 || month == "" || day == "" {
			return "", false
		}
		return dayOf(year, month, day)
	}
	return readDay(g.cell(cells, roleDate), g.year)
}

// when gives the date and voucher of an entry. Where a voucher has several lines, programs write them on the first.
func (g *ledgerShape) when(cells [][]byte) (date, voucher string, kind Kind, why text.Pair) {
	voucher = g.voucher(cells)
	if day, ok := g.day(cells); ok {
		g.last.date, g.last.voucher = day, voucher
		return day, voucher, Detail, text.Pair{}
	}
	switch {
	case !g.dateless(cells):
		if g.year == 0 && (g.l.has(roleDay) || withoutYear(g.cell(cells, roleDate))) {
			return "", "", Doubtful, text.IntakeWhyNoYear
		}
		return "", "", Doubtful, text.IntakeWhyDate
	case g.last.date != "" && (voucher == "" || voucher == g.last.voucher) && (g.accounted(cells) || voucher != ""):
		return g.last.date, g.last.voucher, Detail, text.Pair{}
	}
	return "", "", Doubtful, text.IntakeWhyNoDate
}
