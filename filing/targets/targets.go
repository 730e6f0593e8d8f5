// Package targets reads the table in which a regulator keeps what each enterprise is to reach: what was declared, what was
// approved, on what basis. Whoever issues extracts of a pack and whoever keeps a registry read it alike.
//
// It must never guess: a figure that could be meant in two ways, an indicator that the pack does not leave open, an enterprise
// whose code cannot be right are refused, all at once, each with its row and column. Start with [Read].
package targets

import (
	"math/big"
	"slices"
	"strings"

	"yice/filing/intake/incoming"
	"yice/form"
	"yice/internal/inorder"
	"yice/scoring"
	"yice/text"
)

// Row is one line of the table. Value is "" where nothing was approved yet.
type Row struct {
	Number int
	USCC   string
	scoring.OwnTarget
}

// Targets are the rows of a table that can be right.
type Targets struct {
	Rows []Row
	Left []string // heads of columns that say nothing here
}

// Wrong is everything wrong with a table; nothing of it counts.
type Wrong struct {
	All  []text.Pair
	More int // not listed
}

// mostListed bounds what is said of a table in which everything is wrong.
const mostListed = 200

// Error gives the first of it.
func (w *Wrong) Error() string { return w.Fault().Say.ZH }

// Fault gives the first of it, as people read it.
func (w *Wrong) Fault() *text.Fault {
	say := w.All[0]
	if n := len(w.All) + w.More - 1; n > 0 {
		say = text.TargetAndMore.With(say, n)
	}
	return fault("registry.target", say)
}

// Unwrap lets it be told as any fault.
func (w *Wrong) Unwrap() error { return w.Fault() }

// Columns are those of the table.
var Columns = []Column{
	{ID: "uscc", Also: []string{"统一社会信用代码", "信用代码"}, Must: true},
	{ID: "indicator", Also: []string{"指标", "line"}, Must: true},
	{ID: "declared", Also: []string{"申报", "申报值", "申报数"}},
	{ID: "approved", Also: []string{"核定", "核定值", "核定数", "批准值"}, Must: true},
	{ID: "basis", Also: []string{"依据"}, Must: true},
	{ID: "document", Also: []string{"文号"}},
	{ID: "q1", Also: []string{"一季度", "第一季度"}},
	{ID: "q2", Also: []string{"二季度", "第二季度", "上半年"}},
	{ID: "q3", Also: []string{"三季度", "第三季度", "前三季度"}},
}

// The places of the columns.
const (
	atUSCC = iota
	atIndicator
	atDeclared
	atApproved
	atBasis
	atDocument
	atQ1
)

// Read reads a table of targets for a pack. settled asks that every row has what was approved and its basis. The error is *Wrong,
// or that of a file that cannot be read.
func Read(path string, pack *scoring.Pack, settled bool) (*Targets, error) {
	table, err := ReadTable(path, Columns)
	if err != nil {
		return nil, err
	}
	r := &reader{file: incoming.Shown(path), lines: pack.TargetLines(), settled: settled, at: make(map[[2]string]int)}
	out := &Targets{Left: table.Left}
	for i := range table.Rows {
		r.row = &table.Rows[i]
		if row, ok := r.read(); ok {
			out.Rows = append(out.Rows, row)
		}
	}
	switch {
	case len(r.wrong.All) > 0:
		return nil, &r.wrong
	case len(out.Rows) == 0:
		return nil, fault("registry.empty", text.RegistryTableEmpty.With(r.file))
	}
	return out, nil
}

type reader struct {
	file    string
	lines   []scoring.TargetLine
	settled bool
	at      map[[2]string]int // rows by enterprise and indicator
	row     *TableRow
	bad     bool
	wrong   Wrong
}

// say notes what is wrong with the row.
func (r *reader) say(column int, why text.Pair) {
	r.bad = true
	r.wrong.add(At(r.file, r.row.Number, column, why))
}

// At is a sentence about a cell of a table.
func At(file string, row, column int, why text.Pair) text.Pair {
	return text.TargetAt.With(file, row, Columns[column].shown(), why)
}

func (w *Wrong) add(say text.Pair) {
	if len(w.All) == mostListed {
		w.More++
		return
	}
	w.All = append(w.All, say)
}

func (r *reader) read() (row Row, ok bool) {
	c := r.row.Cells
	r.bad = false
	row = Row{Number: r.row.Number, USCC: strings.ToUpper(c[atUSCC])}
	row.Declared, row.Value, row.Basis, row.Document = c[atDeclared], c[atApproved], c[atBasis], c[atDocument]
	if r.row.Hidden {
		r.say(atUSCC, text.TargetHidden)
		return row, false
	}
	if !form.ValidUSCC(row.USCC) {
		r.say(atUSCC, text.TargetUSCC.With(c[atUSCC]))
	}
	line, known := r.line(c[atIndicator])
	if row.Indicator = line.ID; known {
		key := [2]string{row.USCC, line.ID}
		if before := r.at[key]; before > 0 {
			r.say(atIndicator, text.RegistryTargetTwice.With(before))
		}
		r.at[key] = r.row.Number
		r.figures(&row, line)
	}
	for column, most := range map[int]int{atBasis: 200, atDocument: 100} {
		if len([]rune(c[column])) > most {
			r.say(column, text.TargetLong.With(most))
		}
	}
	if r.settled && row.Basis == "" {
		r.say(atBasis, text.TargetNoBasis)
	}
	return row, !r.bad
}

// line finds an indicator by its id or its name.
func (r *reader) line(written string) (line scoring.TargetLine, known bool) {
	is := func(l scoring.TargetLine) bool { return l.ID == written || l.Name == written }
	i := slices.IndexFunc(r.lines, is)
	if i < 0 || written == "" {
		r.say(atIndicator, text.TargetNoLine.With(written, r.named()))
		return line, false
	}
	if r.lines[i].ID != written && slices.IndexFunc(r.lines[i+1:], is) >= 0 {
		r.say(atIndicator, text.TargetTwoLines.With(written))
		return line, false
	}
	return r.lines[i], true
}

func (r *reader) named() string {
	all := make([]string, 0, len(r.lines))
	for _, l := range r.lines {
		all = append(all, l.ID+" "+l.Name)
	}
	return strings.Join(all, "，")
}

// figures reads the numbers of a row.
func (r *reader) figures(row *Row, line scoring.TargetLine) {
	r.figure(atDeclared, row.Declared, line)
	switch {
	case row.Value != "":
		r.figure(atApproved, row.Value, line)
	case r.settled:
		r.say(atApproved, text.TargetUnsettled)
	}
	var before *big.Rat
	for q := range row.Quarters {
		row.Quarters[q] = r.row.Cells[atQ1+q]
		if row.Quarters[q] == "" {
			continue
		}
		if !line.Quarters {
			r.say(atQ1+q, text.TargetNoQuarters.With(line.ID))
			return
		}
		v := r.figure(atQ1+q, row.Quarters[q], line)
		if v != nil && before != nil && v.Cmp(before) < 0 && !line.Lower {
			r.say(atQ1+q, text.TargetFalls)
		}
		if v != nil {
			before = v
		}
	}
}

// figure reads a number that can be meant in one way only.
func (r *reader) figure(column int, written string, line scoring.TargetLine) *big.Rat {
	if written == "" {
		return nil
	}
	if exact := r.row.Rounded[column]; exact != "" {
		r.say(column, text.TargetRounded.With(written, exact))
		return nil
	}
	if strings.ContainsAny(written, ",，") {
		r.say(column, text.TargetComma.With(written))
		return nil
	}
	v, percent, why := scoring.ParseFigure(written)
	switch {
	case !why.Empty():
		r.say(column, text.TargetFigure.With(written, why))
		return nil
	case line.Ratio && !percent && v.Sign() != 0:
		r.say(column, text.TargetPercent.With(written))
		return nil
	case !line.Ratio && percent:
		r.say(column, text.TargetNotPercent.With(written))
		return nil
	}
	return v
}

// ByEnterprise gives what was approved for each enterprise, in the order of the indicators' ids, and the enterprises in the order of
// the table.
func (t *Targets) ByEnterprise() (own map[string][]scoring.OwnTarget, usccs []string) {
	own = make(map[string][]scoring.OwnTarget)
	for i := range t.Rows {
		row := &t.Rows[i]
		if row.Value == "" {
			continue
		}
		if own[row.USCC] == nil {
			usccs = append(usccs, row.USCC)
		}
		own[row.USCC] = append(own[row.USCC], row.OwnTarget)
	}
	for _, all := range own {
		inorder.Sort(all, func(a, b scoring.OwnTarget) int { return strings.Compare(a.Indicator, b.Indicator) })
	}
	return own, usccs
}

// Number gives the row of an enterprise's target.
func (t *Targets) Number(uscc, indicator string) int {
	for i := range t.Rows {
		if row := &t.Rows[i]; row.USCC == uscc && row.Indicator == indicator {
			return row.Number
		}
	}
	return 0
}

// Place gives the column of a part of a target, by the key that an extract has for it.
func Place(key string) int {
	switch key {
	case "q1", "q2", "q3":
		return atQ1 + int(key[1]-'1')
	case "basis":
		return atBasis
	case "document":
		return atDocument
	case "indicator", "":
		return atIndicator
	}
	return atApproved
}

// Add notes what else is wrong.
func (w *Wrong) Add(say text.Pair) { w.add(say) }
