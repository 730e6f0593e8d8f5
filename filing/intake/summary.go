package intake

import (
	"strings"

	"yice/internal/pattern"

	"yice/form"
)

// A sheet that is left out may yet speak of the sheets taken: a summary by month or by category. Where most of its figures
// are their sums, the others ought to be.

var monthLabel = pattern.Of(`^(?:(\d{4})年)?(\d{1,2})月份?(?:合计|小计)?$`)

// summaries holds the sheets left out against the sums of what was taken.
func (r *Reading) summaries(acc *Account) {
	if r.Form.Scope != form.Ledger || len(acc.ByMonth) == 0 {
		return
	}
	sums := newSummed(acc)
	for i := range r.Sheets {
		if s := &r.Sheets[i]; !s.Taken && !s.hidden && len(s.top) > 0 {
			acc.Differences = append(acc.Differences, s.contradicts(sums)...)
		}
	}
}

// summed are the sums of the lines taken that a summary may state, in 分.
type summed struct {
	acc   *Account
	years map[string]int64 // by month of any year, where there is one year only
	total int64
}

func newSummed(acc *Account) summed {
	s := summed{acc: acc, years: make(map[string]int64)}
	year := ""
	for month, fen := range acc.ByMonth {
		s.total += fen // of sums that were checked line by line
		if len(month) != 7 {
			continue
		}
		if year != "" && month[:4] != year {
			clear(s.years)
			year = "—"
			continue
		}
		if year != "—" {
			year = month[:4]
			s.years[month[5:]] = fen
		}
	}
	return s
}

// of gives the sum that a label names.
func (s summed) of(label string) (int64, bool) {
	w := strings.Trim(fold(label), ":()")
	if m := monthLabel.FindStringSubmatch(w); m != nil {
		month := m[2]
		if len(month) == 1 {
			month = "0" + month
		}
		if m[1] != "" {
			fen, ok := s.acc.ByMonth[m[1]+"-"+month]
			return fen, ok
		}
		fen, ok := s.years[month]
		return fen, ok
	}
	if wordOf([]byte(w)) == wordTotal {
		return s.total, true
	}
	if category, ok := categoryOf(w); ok {
		fen, ok := s.acc.ByCategory[category]
		return fen, ok
	}
	return 0, false
}

// contradicts gives the figures of a summary that are not the sums they name. A column most of whose figures are something
// else speaks of something else.
func (s *Sheet) contradicts(sums summed) (all []Difference) {
	unit, _ := stated(s.top)
	if unit.Fen == 0 {
		unit = form.Yuan
	}
	type column struct {
		right int
		wrong []Difference
	}
	columns := make(map[int]*column)
	for _, row := range s.top {
		label, want, known := "", int64(0), false
		for i, c := range row.cells {
			if strings.TrimSpace(c) == "" {
				continue
			}
			if !known {
				label = harmless(tidyCaption(c))
				want, known = sums.of(c)
				continue
			}
			a, err := readAmount([]byte(c), unit)
			if err != nil || !a.filled {
				continue
			}
			if columns[i] == nil {
				columns[i] = &column{}
			}
			// A summary in 万元 shows less than its lines do.
			if off := a.fen - want; off <= unit.Fen/200 && off >= -unit.Fen/200 {
				columns[i].right++
			} else {
				columns[i].wrong = append(columns[i].wrong, Difference{s.Name, row.number, label, a.fen, want})
			}
		}
	}
	for i := range s.width() {
		if c := columns[i]; c != nil && c.right >= 2 && c.right > len(c.wrong) {
			all = append(all, c.wrong...)
		}
	}
	return all
}

func (s *Sheet) width() (n int) {
	for _, row := range s.top {
		n = max(n, len(row.cells))
	}
	return n
}
