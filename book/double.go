package book

import (
	"cmp"
	"hash/fnv"
	"slices"
	"strconv"

	"yice/form"
	"yice/internal/inorder"
	"yice/text"
)

// linePrint is what is kept of a line to find its double.
type linePrint struct {
	print uint64
	row   int64
}

// print takes a line for the search for doubles.
func (d *Scan) print(r *form.Record) {
	fen, ok := r.Get(amountField).Int()
	if !ok || fen == 0 {
		return
	}
	if k := doubleKey(r); k != "" {
		h := fnv.New64a()
		h.Write([]byte(k))
		d.prints = append(d.prints, linePrint{h.Sum64(), r.ID})
	}
}

// doubleKey is what two lines share that look like one entered twice; "" where a line has no voucher.
func doubleKey(r *form.Record) string {
	voucher, date := r.Str("voucher"), r.Str("date")
	if voucher == "" || date == "" {
		return ""
	}
	return voucher + "\x00" + date + "\x00" + strconv.FormatInt(r.Num("amount"), 10)
}

// Doubles names every line but the first of those with one voucher, date and amount. Prints only narrow the search: the
// lines are read again and compared.
func (d *Scan) Doubles(read func(int64) (*form.Record, error)) ([]LineFinding, error) {
	slices.SortFunc(d.prints, func(a, b linePrint) int { return cmp.Or(cmp.Compare(a.print, b.print), cmp.Compare(a.row, b.row)) })
	var groups [][]linePrint
	for i := 0; i < len(d.prints); {
		j := i + 1
		for j < len(d.prints) && d.prints[j].print == d.prints[i].print {
			j++
		}
		if j-i > 1 {
			groups = append(groups, d.prints[i:j])
		}
		i = j
	}
	inorder.Sort(groups, func(a, b []linePrint) int { return cmp.Compare(a[0].row, b[0].row) })
	var found []LineFinding
	for _, g := range groups {
		first := make(map[string]*form.Record)
		for _, p := range g {
			if len(found) >= listedDeep {
				return found, nil
			}
			r, err := read(p.row)
			if err != nil {
				return nil, err
			}
			if r == nil || doubleKey(r) == "" {
				continue
			}
			was := first[doubleKey(r)]
			if was == nil {
				first[doubleKey(r)] = r
				continue
			}
			found = append(found, doubleOf(r, was))
		}
	}
	return found, nil
}

func doubleOf(r, first *form.Record) LineFinding {
	return LineFinding{Lines: []int64{r.ID, first.ID}, Finding: form.Finding{
		Check: CheckDouble, Severity: form.Verify, Form: r.Form.ID, Row: r.ID, Key: Label(r), Field: "voucher",
		Message: text.EntryLikelyDouble.With(
			Clip(r.Str("voucher")), r.Str("date"),
			yuan(r.Form, r.Num("amount")),
			Clip(first.Str("summary")),
		),
	}}
}
