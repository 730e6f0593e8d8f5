package entry

import (
	"cmp"
	"context"
	"hash/fnv"
	"math/big"
	"slices"
	"strconv"

	"yice/form"
	"yice/scoring"
	"yice/store"
	"yice/text"
)

// The deep check looks at the ledger as a whole: lines that look like doubles, and amounts far above what their category
// usually has. It reads every line once, in the background, and its result stands until lines change.

const (
	checkDouble   = "spend.likely-double"
	checkFarAbove = "spend.far-above-usual"
	checkLineOver = "spend.line-over"
)

func isDeep(check string) bool {
	return check == checkDouble || check == checkFarAbove || check == checkLineOver
}

// deepResult is what a scan found. stale: lines have changed since; what concerned them has been taken out.
type deepResult struct {
	found []deepFinding
	stale bool
}

// deepFinding is a finding with the lines it speaks of.
type deepFinding struct {
	form.Finding
	lines []int64
}

// listedDeep is how many findings of a kind are listed; the last says how many there are.
const listedDeep = 200

// CheckDeep scans the ledger once for likely doubles and outliers; Findings then holds them until the lines change. Slow
// for large ledgers: call it when idle, in `check` and before sealing. It does nothing
// where nothing changed, and gives up its result where lines change meanwhile.
func (s *Session) CheckDeep(ctx context.Context) error { return s.CheckDeepTelling(ctx, nil) }

// DeepDue reports whether the deep check has not been done since lines changed, so that Findings may lack something.
func (s *Session) DeepDue() bool {
	d := s.now.Load().deep
	return d == nil || d.stale
}

// CheckDeepTelling is CheckDeep that tells how many lines it has read.
func (s *Session) CheckDeepTelling(ctx context.Context, progress func(lines int64)) error {
	st := s.now.Load()
	if st.deep != nil && !st.deep.stale {
		return nil
	}
	f := form.ByID(ledgerID)
	scan := newDeepScan()
	lines := int64(0)
	err := s.w.Scan(ctx, st.book, f, func(r *form.Record) error {
		if lines++; progress != nil && lines%toldEvery == 0 {
			progress(lines)
		}
		return scan.line(r)
	})
	if err != nil {
		return err
	}
	doubles, err := scan.doubles(func(row int64) (*form.Record, error) { return s.w.Record(st.book, f, row) })
	if err != nil {
		return err
	}
	found := append(doubles, scan.outliers(f, scoring.Bands(st.pack))...)
	s.keepDeep(st.ledger, found)
	if s.live != nil {
		s.live.keepDeep(st.ledger, found)
	}
	return nil
}

// toldEvery is after how many lines a scan says how far it is.
const toldEvery = 1000

// keepDeep keeps what a scan of a ledger found. Where lines changed under the scan, what it saw holds no longer; the next
// one will.
func (s *Session) keepDeep(of *ledger, found []deepFinding) {
	s.writing.Lock()
	defer s.writing.Unlock()
	now := s.now.Load()
	if now.ledger != of {
		return
	}
	next := now.with()
	next.deep = &deepResult{found: found}
	next.judge()
	s.now.Store(next)
}

// after drops what is said of lines that changed.
func (d *deepResult) after(changes []store.RowChange) *deepResult {
	if d == nil {
		return nil
	}
	touched := make(map[int64]bool, len(changes))
	for _, c := range changes {
		touched[c.Row] = true
	}
	n := &deepResult{stale: true}
	for _, f := range d.found {
		if !slices.ContainsFunc(f.lines, func(row int64) bool { return touched[row] }) {
			n.found = append(n.found, f)
		}
	}
	return n
}

func (d *deepResult) findings() []form.Finding {
	if d == nil {
		return nil
	}
	all := make([]form.Finding, len(d.found))
	for i := range d.found {
		all[i] = d.found[i].Finding
	}
	return all
}

// deepScan gathers what the two questions need, in a few dozen bytes a line.
type deepScan struct {
	prints  []linePrint
	amounts map[string][]int64   // by category, what is above zero
	largest map[string][]bigLine // by category, the largest lines
	floor   map[string]int64     // the least of them, once they were thinned out
}

type linePrint struct {
	print uint64
	row   int64
}

type bigLine struct {
	fen, row int64
	key      string
}

func newDeepScan() *deepScan {
	return &deepScan{amounts: make(map[string][]int64), largest: make(map[string][]bigLine), floor: make(map[string]int64)}
}

func (d *deepScan) line(r *form.Record) error {
	fen, ok := r.Get("amount").Int()
	if !ok || fen == 0 {
		return nil
	}
	if k := doubleKey(r); k != "" {
		h := fnv.New64a()
		h.Write([]byte(k))
		d.prints = append(d.prints, linePrint{h.Sum64(), r.ID})
	}
	if c := r.Str("category"); c != "" && fen > 0 {
		d.amounts[c] = append(d.amounts[c], fen)
		if list := d.largest[c]; len(list) < listedDeep || fen >= d.floor[c] {
			d.keep(c, bigLine{fen, r.ID, label(r)})
		}
	}
	return nil
}

// keep keeps the largest lines of a category, twice what is listed before they are thinned out.
func (d *deepScan) keep(category string, l bigLine) {
	list := append(d.largest[category], l)
	if len(list) >= 2*listedDeep {
		list = thinned(list)
		d.floor[category] = list[len(list)-1].fen
	}
	d.largest[category] = list
}

func thinned(list []bigLine) []bigLine {
	slices.SortFunc(list, func(a, b bigLine) int { return cmp.Or(cmp.Compare(b.fen, a.fen), cmp.Compare(a.row, b.row)) })
	return list[:min(len(list), listedDeep)]
}

// doubleKey is what two lines share that look like one entered twice; "" where a line has no voucher.
func doubleKey(r *form.Record) string {
	voucher, date := r.Str("voucher"), r.Str("date")
	if voucher == "" || date == "" {
		return ""
	}
	return voucher + "\x00" + date + "\x00" + strconv.FormatInt(r.Num("amount"), 10)
}

// doubles names every line but the first of those with one voucher, date and amount. Prints only narrow the search: the
// lines are read and compared.
func (d *deepScan) doubles(read func(int64) (*form.Record, error)) ([]deepFinding, error) {
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
	slices.SortFunc(groups, func(a, b []linePrint) int { return cmp.Compare(a[0].row, b[0].row) })
	var found []deepFinding
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

func doubleOf(r, first *form.Record) deepFinding {
	return deepFinding{lines: []int64{r.ID, first.ID}, Finding: form.Finding{
		Check: checkDouble, Severity: form.Verify, Form: r.Form.ID, Row: r.ID, Key: label(r), Field: "voucher",
		Message: text.EntryLikelyDouble.With(
			clip(r.Str("voucher")), r.Str("date"),
			yuan(r.Form, r.Num("amount")),
			clip(first.Str("summary")),
		),
	}}
}

// Outliers: a line is far above its category's usual size where its amount is more than ten times the third quartile of
// the category's lines, and more than the third quartile times the square of the quartiles' ratio. The second holds back
// where a category is wide by nature: on sizes that spread log-normally it lets about 4 lines in 10,000 through, whatever
// the spread. Quartiles are not moved by the outliers themselves. A category of fewer than 20 lines has no usual size.
const (
	fewestUsual = 20
	farAboveBy  = 10
)

func (d *deepScan) outliers(f *form.Form, bands *scoring.Plausible) []deepFinding {
	var found []deepFinding
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

func lineOver(f *form.Form, l bigLine, say text.Pair) deepFinding {
	return deepFinding{lines: []int64{l.row}, Finding: form.Finding{
		Check: checkLineOver, Severity: form.Verify, Form: f.ID, Row: l.row, Key: l.key, Field: "amount",
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

func outlier(f *form.Form, c form.Code, l bigLine, q3 int64) deepFinding {
	usual := roughly(q3)
	return deepFinding{lines: []int64{l.row}, Finding: form.Finding{
		Check: checkFarAbove, Severity: form.Verify, Form: f.ID, Row: l.row, Key: l.key, Field: "amount",
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
