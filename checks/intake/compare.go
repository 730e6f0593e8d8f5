package intake

import (
	"fmt"
	"math/big"
	"sort"
	"strings"
)

// compare gives how the rows of a form differ from the truth; "" where they do not. A loose field may be empty in all rows
// instead.
func compare(t Truth, loose []string, rows []map[string]string) string {
	for _, f := range loose {
		empty := true
		for _, r := range rows {
			empty = empty && r[f] == ""
		}
		if empty {
			var left []string
			for _, g := range t.Fields {
				if g != f {
					left = append(left, g)
				}
			}
			t = t.columns(left...)
		}
	}
	want, got := map[string]int{}, map[string]int{}
	for _, r := range t.Rows {
		want[key(t.Fields, func(i int) string { return r[i] })]++
	}
	for _, r := range rows {
		got[key(t.Fields, func(i int) string { return r[t.Fields[i]] })]++
	}
	var missing, extra []string
	lost, more := 0, 0
	for k, n := range want {
		if d := n - got[k]; d > 0 {
			lost += d
			missing = append(missing, k)
		}
	}
	for k, n := range got {
		if d := n - want[k]; d > 0 {
			more += d
			extra = append(extra, k)
		}
	}
	if lost == 0 && more == 0 {
		return ""
	}
	sort.Strings(missing)
	sort.Strings(extra)
	text := fmt.Sprintf("expected %d rows%s, got %d%s", len(t.Rows), sum(t.Fields, t.Rows), len(rows), sumOf(t.Fields, rows))
	if lost > 0 {
		text += fmt.Sprintf("; %d missing, as %s", lost, strings.Join(missing[:min(2, len(missing))], " ‖ "))
	}
	if more > 0 {
		text += fmt.Sprintf("; %d more, as %s", more, strings.Join(extra[:min(2, len(extra))], " ‖ "))
	}
	return text
}

func key(fields []string, value func(int) string) string {
	var k []string
	for i, f := range fields {
		v := strings.TrimSpace(value(i))
		if f == "voucher" {
			v = digits(v)
		}
		k = append(k, v)
	}
	return strings.Join(k, "|")
}

// digits is a voucher's number without its word and leading zeros: 记-0012 and 记12 are one voucher.
func digits(s string) string {
	n := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
	return strings.TrimLeft(n, "0")
}

func sum(fields []string, rows [][]string) string {
	for i, f := range fields {
		if f == "amount" {
			total := new(big.Rat)
			for _, r := range rows {
				add(total, r[i])
			}
			return " of " + total.FloatString(2)
		}
	}
	return ""
}

func sumOf(fields []string, rows []map[string]string) string {
	if !has(fields, "amount") {
		return ""
	}
	total := new(big.Rat)
	for _, r := range rows {
		add(total, r["amount"])
	}
	return " of " + total.FloatString(2)
}

func add(total *big.Rat, s string) {
	if n, ok := new(big.Rat).SetString(strings.ReplaceAll(s, ",", "")); ok {
		total.Add(total, n)
	}
}

// listed is how many rows left out a program may list before it only counts them.
const listed = 1000

// unaccounted names the first row that holds an amount, was not imported, and is not said to be left out. A row is
// said by its sheet and number; rows that an accountant would import need no word.
func unaccounted(j said, files []File) string {
	if len(files) != 1 || files[0].Raw != nil || len(j.LeftOut) >= listed {
		return ""
	}
	out := map[[2]any]bool{}
	rows := map[int]bool{}
	for _, l := range j.LeftOut {
		out[[2]any{l.Sheet, l.Row}] = true
		rows[l.Row] = true
	}
	whole := map[string]bool{} // sheets not taken, with a reason
	for _, s := range j.Sheets {
		whole[s.Name] = !s.Taken && s.Why != ""
	}
	g := files[0].Grid
	for _, s := range g.Sheets {
		if whole[s.Name] {
			continue
		}
		for i, r := range s.Rows {
			if r.Truth != nil || r.Taken || !r.counts() {
				continue
			}
			if out[[2]any{s.Name, i + 1}] || (len(g.Sheets) == 1 && rows[i+1]) {
				continue
			}
			return fmt.Sprintf("sheet %s row %d: %s", s.Name, i+1, r.text())
		}
	}
	return ""
}

// counts reports whether a row holds an amount besides a lone balance.
func (r Row) counts() bool {
	if r.Kind == Blank || r.Kind == Title || r.Kind == Header {
		return false
	}
	for _, c := range r.Cells {
		if c.Money && c.Text != "" {
			return true
		}
	}
	return false
}

func (r Row) text() string {
	var l []string
	for _, c := range r.Cells {
		if c.Text != "" {
			l = append(l, c.Text)
		}
	}
	return short(strings.Join(l, " "))
}

// projectsLost tells whether lines came in under another project than the file names, or lost theirs without a word.
func projectsLost(named map[string]int, rows []map[string]string, j said, out string) string {
	if named == nil {
		return ""
	}
	got := map[string]int{}
	empty := 0
	for _, r := range rows {
		if r["project"] == "" {
			empty++
		}
		got[r["date"]+"|"+r["amount"]+"|"+r["project"]]++
	}
	if empty == len(rows) {
		for _, i := range j.Ignored {
			if strings.Contains(i, "项目") || strings.Contains(i, "核算维度") {
				return ""
			}
		}
		if strings.Contains(out, "项目") {
			return ""
		}
		return "the projects the file names were dropped without a word"
	}
	for k, n := range named {
		if got[k] != n {
			return "wrong project: expected " + k
		}
	}
	return ""
}

// withAmount keeps the rows that have one.
func withAmount(rows []map[string]string) (of []map[string]string) {
	for _, r := range rows {
		if r["amount"] != "" {
			of = append(of, r)
		}
	}
	return of
}
