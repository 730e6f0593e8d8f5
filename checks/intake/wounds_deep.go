package intake

import (
	"fmt"
)

// copySheet leaves a copy in the workbook: counted once.
func copySheet(s *spoiling) (string, bool) {
	if len(s.g.Sheets) > 1 {
		return "", false
	}
	c := s.g.clone().Sheets[0]
	c.Name += []string{" (2)", "备份", "-副本", "2"}[s.r.IntN(4)]
	for i := range c.Rows {
		if c.Rows[i].Truth, c.Rows[i].More = nil, nil; c.Rows[i].Kind == Line && s.money {
			c.Rows[i].Kind = Other
		}
	}
	s.g.Sheets = append(s.g.Sheets, c)
	s.still = false
	return c.Name, false
}

func addSheet(s *spoiling) (string, bool) {
	c := Sheet{Name: []string{"说明", "Sheet2", "封面", "参数"}[s.r.IntN(4)]}
	for _, o := range s.g.Sheets {
		if o.Name == c.Name {
			return "", false
		}
	}
	c.words(Title, "填表说明")
	c.words(Title, "一、本表由财务部填写。", "2023-12-31")
	if s.r.IntN(2) == 0 {
		s.g.Sheets = append([]Sheet{c}, s.g.Sheets...)
	} else {
		s.g.Sheets = append(s.g.Sheets, c)
	}
	return c.Name, false
}

func hideRows(s *spoiling) (string, bool) {
	if len(s.g.Sheets) > 1 {
		return "", false
	}
	sh := s.sheet()
	lines := sh.places(Line)
	if len(lines) < 5 {
		return "", false
	}
	from := s.r.IntN(len(lines) - 2)
	for _, i := range lines[from : from+2] {
		sh.Rows[i].Hidden = true
	}
	return fmt.Sprintf("rows %d and %d", lines[from]+1, lines[from+1]+1), false
}

func padCells(s *spoiling) (string, bool) {
	n := 0
	for i := range s.g.Sheets {
		for _, r := range s.g.Sheets[i].Rows {
			for c := range r.Cells {
				if cell := &r.Cells[c]; cell.Text != "" && cell.Number == "" && cell.Formula == "" && s.r.IntN(3) == 0 {
					cell.Text = []string{" ", "\u00A0", "\u3000"}[s.r.IntN(3)] + cell.Text + []string{" ", "\t", "\u00A0", ""}[s.r.IntN(4)]
					n++
				}
			}
		}
	}
	if n == 0 {
		return "", false
	}
	return fmt.Sprintf("%d cells", n), false
}

// mergeAmount spreads a line's amount over the next row too, whose own it was not: two rows, one amount.
func mergeAmount(s *spoiling) (string, bool) {
	sh := s.sheet()
	if !s.money || len(s.g.Sheets) > 1 || len(sh.headers()) != 1 || len(sh.places(Total, Carry)) > 0 {
		return "", false
	}
	lines := sh.places(Line)
	if len(lines) < 4 || len(sh.Rows[lines[0]].More) > 0 {
		return "", false
	}
	i := lines[s.r.IntN(len(lines)-1)]
	if i+1 >= len(sh.Rows) || sh.Rows[i+1].Kind != Line {
		return "", false
	}
	cols := sh.moneyColumns()
	if len(cols) != 1 {
		return "", false
	}
	sh.Rows[i+1].Cells[cols[0]] = E
	sh.Rows[i+1].Truth.Debit = 0
	sh.Merged = append(sh.Merged, Area{i, cols[0], i + 1, cols[0]})
	sh.Rows[i+1].Truth = nil
	sh.Rows[i+1].Kind = Title
	s.still, s.shared = false, true
	return fmt.Sprintf("rows %d and %d", i+1, i+2), false
}

func doubleLine(s *spoiling) (string, bool) {
	sh := s.sheet()
	lines := sh.places(Line)
	if !s.money || len(lines) == 0 || sh.mergedInTable() {
		return "", false
	}
	at := lines[s.r.IntN(len(lines))]
	refuse := sh.totalled(at)
	sh.insert(at, sh.Rows[at].clone())
	s.still = false
	return fmt.Sprintf("row %d", at+1), refuse
}

func loseLine(s *spoiling) (string, bool) {
	sh := s.sheet()
	lines := sh.places(Line)
	if !s.money || len(lines) < 2 || sh.mergedInTable() {
		return "", false
	}
	at := lines[s.r.IntN(len(lines))]
	if sh.Rows[at].Truth.Amount() == 0 {
		return "", false
	}
	refuse := sh.totalled(at)
	sh.Rows = append(sh.Rows[:at:at], sh.Rows[at+1:]...)
	for i := range sh.Merged {
		if sh.Merged[i].Row > at {
			sh.Merged[i].Row--
			sh.Merged[i].LastRow--
		}
	}
	s.still = false
	return fmt.Sprintf("row %d", at+1), refuse
}

func breakTotal(s *spoiling) (string, bool) {
	sh := s.sheet()
	totals := sh.places(Total)
	if !s.money || !s.still || len(totals) == 0 {
		return "", false
	}
	at := totals[s.r.IntN(len(totals))]
	for _, c := range sh.flows() {
		if c < len(sh.Rows[at].Cells) && sh.Rows[at].Cells[c].Number != "" {
			a := sh.Rows[at].Cells[c].fen() + 100
			sh.Rows[at].Cells[c] = M(a)
			s.still = false
			return fmt.Sprintf("row %d column %d", at+1, c+1), !sh.twin(c)
		}
	}
	return "", false
}

func wordAmount(s *spoiling) (string, bool) {
	return s.oneAmount(W([]string{"见附件", "待定", "#REF!", "1.2.3", "12O0.00"}[s.r.IntN(5)]))
}

func hugeAmount(s *spoiling) (string, bool) {
	return s.oneAmount(W([]string{"90000000000000000.00", "1,000,000,000,001.00", "99999999999999999999"}[s.r.IntN(3)]))
}

// oneAmount replaces the amount of one line.
func (s *spoiling) oneAmount(by Cell) (string, bool) {
	sh := s.sheet()
	lines := sh.places(Line)
	if !s.money || len(lines) == 0 {
		return "", false
	}
	at := lines[s.r.IntN(len(lines))]
	if sh.Rows[at].Truth == nil {
		return "", false
	}
	want := sh.Rows[at].Truth.Amount()
	if want < 0 {
		want = -want
	}
	var said []int
	for c, cell := range sh.Rows[at].Cells {
		if cell.Money && (cell.fen() == want || cell.fen() == -want) {
			said = append(said, c)
		}
	}
	if len(said) == 0 {
		return "", false
	}
	sh.Rows[at].Cells[said[0]] = by
	s.still = false
	// Where another cell of the row says the amount too, it can still be read.
	return fmt.Sprintf("row %d column %d: %s", at+1, said[0]+1, by.Text), len(said) == 1
}

func loseHeader(s *spoiling) (string, bool) {
	sh := s.sheet()
	h := sh.headers()
	if len(h) == 0 || sh.mergedInTable() || s.r.IntN(3) > 0 {
		return "", false
	}
	sh.Rows = append(sh.Rows[:h[0]:h[0]], sh.Rows[h[0]+1:]...)
	for i := range sh.Merged {
		if sh.Merged[i].Row > h[0] {
			sh.Merged[i].Row--
			sh.Merged[i].LastRow--
		}
	}
	s.still = false
	return fmt.Sprintf("row %d", h[0]+1), false
}

// twin reports whether another column says the amounts of one again, as 原币 and 本币 do: a program may read either.
func (s *Sheet) twin(column int) bool {
	for _, other := range s.flows() {
		same := other != column
		for _, i := range s.places(Line) {
			c := s.Rows[i].Cells
			same = same && column < len(c) && other < len(c) && c[column].fen() == c[other].fen()
		}
		if same {
			return true
		}
	}
	return false
}
