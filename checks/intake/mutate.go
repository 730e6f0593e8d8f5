package intake

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Mutant is a case spoiled, with what was done to it.
type Mutant struct {
	Case
	Container string
	Done      []string
}

// wound is one way to spoil a grid. It gives what it did, "" where the grid has nothing for it to spoil, and whether the
// file may not come in any more. It keeps the rows' truths true.
type wound struct {
	name string
	do   func(*spoiling) (done string, refuse bool)
}

// spoiling is a grid under the knife.
type spoiling struct {
	r     *rand.Rand
	g     *Grid
	money bool // its amounts are those of a ledger, tracked by the rows
	still bool // the totals in it still add up

	shared  bool // an amount is merged over two rows
	renamed bool // a column has another name
}

// Mutate spoils a case from the corpus: number n of a seed is always the same file.
func Mutate(corpus []Case, seed uint64, n int) Mutant {
	r := rand.New(rand.NewPCG(seed, uint64(n)))
	var from []Case
	for _, c := range corpus {
		if c.Mutable {
			from = append(from, c)
		}
	}
	m := Mutant{Case: from[r.IntN(len(from))]}
	m.Containers = nil
	m.Name = fmt.Sprintf("mutant-%05d", n)
	g := m.Files[0].Grid.clone()
	s := &spoiling{r: r, g: &g, money: m.Form == "spend", still: g.inYuan()}
	refuse := false
	for tries, want := 0, 1+r.IntN(3); len(m.Done) < want && tries < 20; tries++ {
		w := wounds[r.IntN(len(wounds))]
		done, no := w.do(s)
		if done != "" {
			m.Done = append(m.Done, w.name+": "+done)
			refuse = refuse || no
		}
	}
	step := Step{Expect: RightOrAsk, Truth: m.Steps[0].Truth, Loose: m.Steps[0].Loose, WithAmount: s.shared}
	if s.renamed {
		step.Spoken = []string{"summary", "voucher", "category", "treatment"}
	}
	if s.money {
		step.Truth = truthOf(g)
	}
	if refuse {
		step.Expect = MustRefuse
	}
	m.Files = []File{{Name: "台账.x", Grid: g}}
	m.Steps = []Step{step}
	m.Container = containerFor(r, g)
	if m.Container == "csv-mixed" || m.Container == "csv-mixed-gb" {
		m.Done = append(m.Done, "encodings mixed")
		m.Steps[0].Expect = MustRefuse
	}
	m.Note = strings.Join(m.Done, "; ")
	return m
}

func containerFor(r *rand.Rand, g Grid) string {
	many := []string{"xlsx", "xlsx", "xml2003", "ods"}
	if len(g.Sheets) > 1 {
		return many[r.IntN(len(many))]
	}
	for _, s := range g.Sheets {
		for _, row := range s.Rows {
			if row.Hidden {
				return "xlsx"
			}
		}
	}
	all := []string{"csv", "csv-bom", "csv-gb18030", "csv-utf16le", "csv-utf16be", "csv-utf16le-bom", "csv-cr", "csv-crlf", "tsv", "xlsx", "xlsx", "xlsx", "html", "html-gbk", "xml2003", "ods", "csv-mixed", "csv-mixed-gb"}
	return all[r.IntN(len(all))]
}

func (g Grid) clone() Grid {
	var n Grid
	for _, s := range g.Sheets {
		c := s
		c.Rows = make([]Row, len(s.Rows))
		for i, r := range s.Rows {
			c.Rows[i] = r.clone()
		}
		c.Merged = append([]Area(nil), s.Merged...)
		n.Sheets = append(n.Sheets, c)
	}
	return n
}

func (r Row) clone() Row {
	c := r
	c.Cells = append([]Cell(nil), r.Cells...)
	if r.Truth != nil {
		t := *r.Truth
		c.Truth = &t
	}
	c.More = append([]Entry(nil), r.More...)
	return c
}

// inYuan reports whether all amounts of a grid are in 元 with two decimals, as its totals are reckoned here.
func (g Grid) inYuan() bool {
	for _, s := range g.Sheets {
		for _, r := range s.Rows {
			for _, c := range r.Cells {
				if _, part, ok := strings.Cut(c.Number, "."); c.Money && c.Number != "" && (!ok || len(part) != 2) {
					return false
				}
				if c.Money && strings.ContainsAny(c.Text, "元万") {
					return false
				}
			}
		}
	}
	return true
}

// sheet picks one.
func (s *spoiling) sheet() *Sheet { return &s.g.Sheets[s.r.IntN(len(s.g.Sheets))] }

// insert puts a row at a place and moves the merged areas below it. It reports whether the place is within one.
func (s *Sheet) insert(at int, row Row) bool {
	for _, a := range s.Merged {
		if a.Row < at && at <= a.LastRow {
			return false
		}
	}
	s.Rows = append(s.Rows[:at:at], append([]Row{row}, s.Rows[at:]...)...)
	for i := range s.Merged {
		if s.Merged[i].Row >= at {
			s.Merged[i].Row++
			s.Merged[i].LastRow++
		}
	}
	return true
}

// places lists the rows of some kinds.
func (s *Sheet) places(kinds ...Kind) (at []int) {
	for i, r := range s.Rows {
		for _, k := range kinds {
			if r.Kind == k {
				at = append(at, i)
			}
		}
	}
	return at
}

// between picks a place after the first line of a sheet.
func (s *spoiling) between(sh *Sheet) (int, bool) {
	lines := sh.places(Line, Other, Closing)
	if len(lines) < 2 {
		return 0, false
	}
	return lines[s.r.IntN(len(lines)-1)] + 1, true
}

// headers lists the last row of each header in a sheet.
func (s *Sheet) headers() (at []int) {
	for i, r := range s.Rows {
		if r.Kind == Header && (i+1 == len(s.Rows) || s.Rows[i+1].Kind != Header) {
			at = append(at, i)
		}
	}
	return at
}

// moneyColumns lists the columns in which most lines have amounts or may have.
func (s *Sheet) moneyColumns() (list []int) {
	seen := map[int]bool{}
	for _, r := range s.Rows {
		for c, cell := range r.Cells {
			if cell.Money {
				seen[c] = true
			}
		}
	}
	for c := range s.width() {
		if seen[c] {
			list = append(list, c)
		}
	}
	return list
}

// flows are the columns of amounts without the balances.
func (s *Sheet) flows() (list []int) {
	for _, c := range s.moneyColumns() {
		balance := false
		for _, r := range s.Rows {
			if r.Kind == Header && c < len(r.Cells) && (strings.Contains(r.Cells[c].Text, "余") || strings.Contains(r.Cells[c].Text, "结余")) {
				balance = true
			}
		}
		if !balance {
			list = append(list, c)
		}
	}
	return list
}

// totalled reports whether a total below a line says its amount again.
func (s *Sheet) totalled(at int) bool {
	for _, r := range s.Rows[at+1:] {
		if r.Kind == Header {
			return false
		}
		if r.Kind == Total {
			return true
		}
	}
	return false
}

// blocks reports whether a sheet holds several tables, for which one unit above them may not be meant.
func (s *spoiling) blocks() bool {
	for i := range s.g.Sheets {
		if len(s.g.Sheets[i].headers()) > 1 {
			return true
		}
	}
	return false
}

// upTo sums a column's amounts of a kind of rows above a place, since the last total or header.
func (s *Sheet) upTo(at, column int, all bool) Fen {
	var sum Fen
	for i := at - 1; i >= 0; i-- {
		r := s.Rows[i]
		if r.Kind == Header || (!all && r.Kind == Total) {
			break
		}
		if (r.Kind == Line || r.Kind == Other || r.Kind == Closing) && column < len(r.Cells) {
			sum += r.Cells[column].fen()
		}
	}
	return sum
}

// fen reads an amount as the corpus writes it; 0 for none.
func (c Cell) fen() Fen {
	t := c.Number
	if t == "" {
		t = c.Text
	}
	t = strings.TrimSpace(strings.ReplaceAll(t, ",", ""))
	sign := Fen(1)
	if strings.HasPrefix(t, "-") {
		sign, t = -1, t[1:]
	} else if strings.HasSuffix(t, "-") {
		sign, t = -1, t[:len(t)-1]
	}
	whole, part, _ := strings.Cut(t, ".")
	var n Fen
	for _, d := range whole + (part + "00")[:2] {
		if d < '0' || d > '9' {
			return 0
		}
		n = n*10 + Fen(d-'0')
	}
	return sign * n
}
