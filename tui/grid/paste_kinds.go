package grid

import (
	"context"
	"math"
	"strings"

	"yice/filing/intake"
	"yice/form"
	"yice/text"
)

// Aside is a row of a block that is no line: a total, something carried over, a heading, a row in doubt. It is left out
// unless the user says otherwise.
type Aside struct {
	Row  int // of the block, from 1
	Kind intake.Kind
	Why  text.Pair
	Text string
}

// asidesMost rows of a block may be found to be no lines; beyond them it is no table to paste.
const asidesMost = 10_000

// sort finds the rows of a block that are no lines. A block with a header is understood as a file is; one without by the
// words of totals, and by rows that hold nothing but the sum of those above.
func (g *Grid) sort(p *Paste, block string) {
	p.aside = map[int]bool{}
	if len(p.rows) < 2 {
		return
	}
	if !g.understood(p, block) {
		g.summed(p)
	}
}

// understood reads a block with a header as an import would; false: it is no such table.
func (g *Grid) understood(p *Paste, block string) bool {
	r, err := intake.ReadText(g.Form.ID, block, intake.ReadOptions{Form: g.Form})
	if err != nil {
		return false
	}
	defer r.Close()
	taken := r.Taken()
	if len(taken) != 1 || r.Form != g.Form || r.Shape() == intake.Vertical {
		return false
	}
	// Titles above its header, or accounts: the block is taken for what it says, not cell by cell.
	accounts := r.Shape() != intake.ByColumns
	titled := !accounts && !p.Header
	if titled && (g.Form.Scope != form.Ledger || taken[0].Header < 2) {
		return false
	}
	p.Account = accounts
	accounts = accounts || titled
	var records []*form.Record
	if accounts {
		p.Header, p.Skipped, p.Unknown = true, 0, nil
	}
	head := taken[0].Header
	account, err := r.Each(context.Background(), func(l *intake.Line) error {
		at := l.Row - head - 1
		switch {
		case l.Kind != intake.Detail:
			if len(p.Asides) < asidesMost {
				p.Asides = append(p.Asides, Aside{l.Row, l.Kind, l.Why, shownCells(l.Cells)})
			}
			p.aside[at] = true
		case l.Refusal != nil && accounts:
			p.Problems = append(p.Problems, Problem{l.Row, text.Same(l.Refusal.Field), l.Refusal.Value, l.Refusal.Reason})
		case accounts:
			records = append(records, l.Records...)
		}
		return nil
	})
	if err != nil {
		p.Asides, p.aside, p.Account = nil, map[int]bool{}, false
		return false
	}
	for k, cells := range p.rows {
		if strings.TrimSpace(strings.Join(cells, "")) == "" {
			p.aside[k] = true
		}
	}
	p.Differences = account.Differences
	if accounts {
		p.taken = true
		g.recorded(p, r, records)
	}
	return true
}

// recorded puts the records of a ledger of accounts in the place of its rows.
func (g *Grid) recorded(p *Paste, r *intake.Reading, records []*form.Record) {
	p.to, p.aside, p.rows = nil, map[int]bool{}, nil
	for _, id := range r.Fields() {
		i := g.Form.Index(id)
		p.to = append(p.to, target{&g.Form.Fields[i], i, g.Form.Fields[i].Unit})
	}
	for _, rec := range records {
		cells := make([]string, len(p.to))
		for c, t := range p.to {
			cells[c] = t.field.Typed(rec.Values[t.i], t.unit)
		}
		p.rows = append(p.rows, cells)
	}
}

// summed finds totals in a block whose columns are taken as they stand.
func (g *Grid) summed(p *Paste) {
	var money []int
	for c, t := range p.to {
		if t.field != nil && t.field.Kind == form.Money {
			money = append(money, c)
		}
	}
	sums, sections := make([]int64, len(money)), make([]int64, len(money))
	lines := 0
	for k, cells := range p.rows {
		if len(p.Asides) >= asidesMost {
			return
		}
		values, filled := g.amounts(p, money, cells)
		word := ""
		for _, c := range cells {
			if intake.SaysTotal(c) {
				word = c
			}
		}
		adds := filled && lines >= 2 && (equal(values, sums) || equal(values, sections))
		switch {
		case word != "" && (filled || len(money) == 0):
			p.Asides = append(p.Asides, Aside{k + 1, intake.Total, text.IntakeWhyWord.With(word), shownRow(cells)})
		case adds && g.bare(p, money, cells):
			p.Asides = append(p.Asides, Aside{k + 1, intake.Total, text.IntakeWhySum, shownRow(cells)})
		default:
			for i, v := range values {
				sums[i], sections[i] = plus(sums[i], v), plus(sections[i], v)
			}
			lines++
			continue
		}
		p.aside[k] = true
		clear(sections)
	}
}

// plus adds, and stops at the most that can be kept: a sum that large equals no amount.
func plus(a, b int64) int64 {
	if sum := a + b; (sum > a) == (b > 0) {
		return sum
	}
	return math.MaxInt64
}

func equal(a, b []int64) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return len(a) > 0
}

// amounts reads the money of a row; filled is false where it has none, or one that is no amount.
func (g *Grid) amounts(p *Paste, money []int, cells []string) (values []int64, filled bool) {
	values = make([]int64, len(money))
	for i, c := range money {
		if c >= len(cells) || strings.TrimSpace(cells[c]) == "" {
			continue
		}
		v, err := g.reads(p.to[c], cells[c])
		n, ok := v.Int()
		if err != nil || !ok {
			return values, false
		}
		values[i], filled = n, true
	}
	return values, filled
}

// bare reports a row with nothing in it but its amounts, in a block whose rows have more.
func (g *Grid) bare(p *Paste, money []int, cells []string) bool {
	amounts := map[int]bool{}
	for _, c := range money {
		amounts[c] = true
	}
	for c, s := range cells {
		if !amounts[c] && strings.TrimSpace(s) != "" {
			return false
		}
	}
	return len(p.to) > len(money)
}

func shownCells(cells [][]byte) string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = string(c)
	}
	return shownRow(out)
}

// shownRow is a row in one line.
func shownRow(cells []string) string {
	var out []string
	for _, c := range cells {
		if s := strings.TrimSpace(c); s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, "  ")
}
