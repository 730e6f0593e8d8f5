package book

import (
	"math/big"
	"slices"

	"yice/form"
	"yice/scoring"
	"yice/text"
)

// A line is far above its category's usual size where its amount is more than ten times the third quartile of
// the category's lines, and more than the third quartile times the square of the quartiles' ratio. The second holds back
// where a category is wide by nature: on sizes that spread log-normally it lets about 4 lines in 10,000 through, whatever
// the spread. Quartiles are not moved by the outliers themselves. A category of fewer than 20 lines has no usual size.
const (
	fewestUsual = 20
	farAboveBy  = 10
)

// Outliers names the lines that are far above what their category usually has, or over what the bands let one line be.
func (d *Scan) Outliers(f *form.Form, bands *scoring.Plausible) []LineFinding {
	var found []LineFinding
	sums, year := make(map[string]int64, len(d.amounts)), int64(0)
	for c, amounts := range d.amounts {
		for _, fen := range amounts {
			sums[c] += fen
		}
		year += sums[c]
	}
	for _, c := range f.Field("category").Codes {
		amounts := d.amounts[c.ID]
		if len(amounts) < fewestUsual {
			continue
		}
		slices.Sort(amounts)
		q1, q3 := amounts[len(amounts)/4], amounts[len(amounts)*3/4]
		for _, l := range thinned(d.largest[c.ID]) {
			if len(found) >= listedDeep {
				break
			}
			if farAbove(l.fen, q1, q3) {
				found = append(found, outlier(f, c, l, q3))
				continue
			}
			say, bad := bands.LineOver(l.fen, year, sums[c.ID]-l.fen)
			if !bad {
				break
			}
			found = append(found, lineOver(f, l, say))
		}
	}
	return found
}

func lineOver(f *form.Form, l bigLine, say text.Pair) LineFinding {
	return LineFinding{Lines: []int64{l.row}, Finding: form.Finding{
		Check: CheckLineOver, Severity: form.Verify, Form: f.ID, Row: l.row, Key: l.key, Field: "amount",
		Message: text.EntryLineOver.With(f.Title, l.key, say),
	}}
}

// farAbove: fen > 10·q3 and fen > q3·(q3/q1)², exactly.
func farAbove(fen, q1, q3 int64) bool {
	n, low, high := big.NewInt(fen), big.NewInt(q1), big.NewInt(q3)
	left := new(big.Int).Mul(n, new(big.Int).Mul(low, low))
	right := new(big.Int).Exp(high, big.NewInt(3), nil)
	return left.Cmp(right) > 0 && n.Cmp(high.Mul(high, big.NewInt(farAboveBy))) > 0
}

func outlier(f *form.Form, c form.Code, l bigLine, q3 int64) LineFinding {
	usual := roughly(q3)
	return LineFinding{Lines: []int64{l.row}, Finding: form.Finding{
		Check: CheckFarAbove, Severity: form.Verify, Form: f.ID, Row: l.row, Key: l.key, Field: "amount",
		Message: text.EntryFarAbove.With(yuan(f, l.fen), c.Title, yuan(f, usual), l.fen/usual),
	}}
}

// roughly keeps the two leading digits: what is usual is said so that one more line does not change the sentence, and
// with it the reason that was written for it.
func roughly(fen int64) int64 {
	unit := int64(1)
	for fen/unit >= 100 {
		unit *= 10
	}
	return fen / unit * unit
}

// yuan shows an amount of the ledger.
func yuan(f *form.Form, fen int64) text.Pair {
	amount := f.Field("amount")
	return text.Pair{ZH: amount.Display(form.N(fen), form.Yuan, text.ZH), EN: amount.Display(form.N(fen), form.Yuan, text.EN)}
}
