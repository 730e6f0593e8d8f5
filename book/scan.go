package book

import (
	"cmp"
	"slices"

	"yice/form"
)

// A scan looks at the ledger as a whole: lines that look like doubles, and amounts far above what their category usually
// has. It reads every line once, and its result stands until lines change.

// Checks of the ledger as a whole.
const (
	CheckDouble   = "spend.likely-double"
	CheckFarAbove = "spend.far-above-usual"
	CheckLineOver = "spend.line-over"
)

// OfScan reports whether a check is one that only a scan of the ledger makes.
func OfScan(check string) bool {
	return check == CheckDouble || check == CheckFarAbove || check == CheckLineOver || check == CheckReversal
}

// scanned is what a scan found. stale: lines have changed since; what concerned them has been taken out.
type scanned struct {
	found []LineFinding
	stale bool
}

// LineFinding is a finding with the lines it speaks of.
type LineFinding struct {
	form.Finding
	Lines []int64
}

// listedDeep is how many findings of a kind are listed; the last says how many there are.
const listedDeep = 200

// Scanned reports whether the ledger was scanned and no line has changed since; else Findings may lack something.
func (y *Year) Scanned() bool { return y.lines != nil && !y.lines.stale }

// WithScan gives the year with what a scan of its ledger found.
func (y *Year) WithScan(found []LineFinding) *Year {
	n := y.with()
	n.lines = &scanned{found: found}
	return n.judge()
}

// after drops what is said of lines that changed.
func (d *scanned) after(changes []Change) *scanned {
	if d == nil {
		return nil
	}
	touched := make(map[int64]bool, len(changes))
	for _, c := range changes {
		touched[c.Row] = true
	}
	n := &scanned{stale: true}
	for _, f := range d.found {
		if !slices.ContainsFunc(f.Lines, func(row int64) bool { return touched[row] }) {
			n.found = append(n.found, f)
		}
	}
	return n
}

func (d *scanned) findings() []form.Finding {
	if d == nil {
		return nil
	}
	all := make([]form.Finding, len(d.found))
	for i := range d.found {
		all[i] = d.found[i].Finding
	}
	return all
}

// Scan gathers what the questions need, in a few dozen bytes a line.
type Scan struct {
	prints []linePrint
	// reversals are the lines that name what they take back.
	reversals []reversal
	amounts   map[string][]int64   // by category, what is above zero
	largest   map[string][]bigLine // by category, the largest lines
	floor     map[string]int64     // the least of them, once they were thinned out
	lines     int64                // remembered
	most      int64                // to be remembered; 0: all
}

// mostScanned bounds what somebody else's ledger can make a scan remember: beyond it the scan is given up.
const mostScanned = 1 << 24

type bigLine struct {
	fen, row int64
	key      string
}

// NewScan begins a scan.
func NewScan() *Scan {
	return &Scan{amounts: make(map[string][]int64), largest: make(map[string][]bigLine), floor: make(map[string]int64)}
}

// Line takes a line for every question.
func (d *Scan) Line(r *form.Record) {
	d.print(r)
	d.reverse(r)
	d.usual(r)
}

// over reports whether the scan was given up.
func (d *Scan) over() bool { return d.most > 0 && d.lines > d.most }

// usual takes a line for the question of what is usual alone.
func (d *Scan) usual(r *form.Record) {
	fen, ok := r.Get(amountField).Int()
	if !ok || fen <= 0 {
		return
	}
	c := r.Str("category")
	if c == "" {
		return
	}
	if d.lines++; d.over() {
		d.amounts, d.largest = nil, nil
		return
	}
	d.amounts[c] = append(d.amounts[c], fen)
	if list := d.largest[c]; len(list) < listedDeep || fen >= d.floor[c] {
		d.keep(c, bigLine{fen, r.ID, Label(r)})
	}
}

// keep keeps the largest lines of a category, twice what is listed before they are thinned out.
func (d *Scan) keep(category string, l bigLine) {
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
