package book

import (
	"yice/form"
	"yice/text"
)

// A reversal names the voucher it takes back (reverses). That is held against the ledger: the voucher is there, on or before
// the day of the reversal, with lines of the same project or platform and of the same category, and all that is reversed of
// it is no more than they come to. It wants the ledger read once more, for the vouchers that were named.

// CheckReversal is the check of what a reversal names.
const CheckReversal = "spend.reversal-differs"

// reversal is one line that takes another back.
type reversal struct {
	row                                    int64
	key, voucher, date                     string
	project, platform, category, treatment string
	fen                                    int64 // above zero
}

// mostReversals bounds what is held against the ledger: far above what an enterprise reverses.
const mostReversals = 100_000

// reverse takes a line for the question what reversals name.
func (d *Scan) reverse(r *form.Record) {
	voucher, fen := r.Str("reverses"), r.Num(amountField)
	if voucher == "" || fen >= 0 || len(d.reversals) == mostReversals {
		return
	}
	d.reversals = append(d.reversals, reversal{
		r.ID, Label(r), voucher, r.Str(dateField), r.Str("project"), r.Str("platform"), r.Str("category"), r.Str("treatment"), -fen,
	})
}

// Reversals holds what reversals name against the lines of the ledger, which read visits once more; not at all where nothing
// is named.
func (d *Scan) Reversals(f *form.Form, read func(visit func(*form.Record) error) error) ([]LineFinding, error) {
	if len(d.reversals) == 0 {
		return nil, nil
	}
	type of struct{ voucher, project, platform, category, treatment string }
	named := make(map[string]bool)
	for i := range d.reversals {
		named[d.reversals[i].voucher] = true
	}
	there := make(map[string]string) // the earliest day of a voucher
	spent := make(map[of]int64)
	err := read(func(r *form.Record) error {
		voucher, fen := r.Str("voucher"), r.Num(amountField)
		if !named[voucher] || fen <= 0 {
			return nil
		}
		if day := r.Str(dateField); there[voucher] == "" || day != "" && day < there[voucher] {
			there[voucher] = day
		}
		k := of{voucher, r.Str("project"), r.Str("platform"), r.Str("category"), r.Str("treatment")}
		spent[k] = form.Plus(spent[k], fen)
		if _, ok := there[voucher]; !ok {
			there[voucher] = ""
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	taken := make(map[of]int64)
	var found []LineFinding
	for i := range d.reversals {
		v := &d.reversals[i]
		k := of{v.voucher, v.project, v.platform, v.category, v.treatment}
		taken[k] = form.Plus(taken[k], v.fen)
		first, isThere := there[v.voucher]
		var say text.Pair
		switch {
		case !isThere:
			say = text.EntryReversalNone.With(Clip(v.voucher))
		case spent[k] == 0:
			say = text.EntryReversalOther.With(Clip(v.voucher))
		case v.date != "" && first > v.date:
			say = text.EntryReversalBefore.With(Clip(v.voucher), first, v.date)
		case taken[k] > spent[k]:
			say = text.EntryReversalMore.With(Clip(v.voucher), yuan(f, taken[k]), yuan(f, spent[k]))
		default:
			continue
		}
		if len(found) == listedDeep {
			break
		}
		found = append(found, LineFinding{Lines: []int64{v.row}, Finding: form.Finding{
			Check: CheckReversal, Severity: form.Verify, Form: f.ID, Row: v.row, Key: v.key, Field: "reverses", Message: say,
		}})
	}
	return found, nil
}
