package intake

import "strings"

// unitSaid reports whether a grid says a unit somewhere.
func (g Grid) unitSaid() bool {
	for _, s := range g.Sheets {
		for _, r := range s.Rows {
			for _, c := range r.Cells {
				if (r.Kind == Title || r.Kind == Header) && (strings.Contains(c.Text, "元") || strings.Contains(c.Text, "万") || strings.Contains(c.Text, "单位：")) && !strings.Contains(c.Text, "公司") {
					return true
				}
				if c.Money && c.Number == "" && c.Text != "" {
					return true
				}
			}
		}
	}
	return false
}

// sayUnit writes a unit above every table of the grid.
func (s *spoiling) sayUnit(word string) {
	for i := range s.g.Sheets {
		sh := &s.g.Sheets[i]
		row := Row{Kind: Title, Cells: make([]Cell, max(sh.width(), 1))}
		row.Cells[len(row.Cells)-1] = T(word)
		sh.insert(0, row)
	}
}

func changeUnit(s *spoiling) (string, bool) {
	if !s.money || !s.still || s.g.unitSaid() || s.blocks() {
		return "", false
	}
	unit, name, decimals := Qian, "千元", 5
	if s.r.IntN(2) == 0 {
		unit, name, decimals = Wan, "万元", 6
	}
	for i := range s.g.Sheets {
		for _, r := range s.g.Sheets[i].Rows {
			for c := range r.Cells {
				if cell := r.Cells[c]; cell.Money && cell.Number != "" {
					t := cell.fen().In(unit, decimals)
					r.Cells[c] = Cell{Text: t, Number: t, Format: "0." + strings.Repeat("0", decimals), Money: true}
				}
			}
		}
	}
	s.still = false
	s.sayUnit([]string{"单位：", "金额单位：", "", "计量单位："}[s.r.IntN(4)] + name)
	return "to " + name, false
}

// claimUnit says another unit over figures that stay: what is read is a thousand or ten thousand times more.
func claimUnit(s *spoiling) (string, bool) {
	if !s.money || !s.still || s.g.unitSaid() || s.blocks() {
		return "", false
	}
	times, name := Fen(1000), "千元"
	if s.r.IntN(2) == 0 {
		times, name = 10000, "万元"
	}
	for i := range s.g.Sheets {
		for _, r := range s.g.Sheets[i].Rows {
			if r.Truth != nil {
				r.Truth.Debit, r.Truth.Credit = r.Truth.Debit*times, r.Truth.Credit*times
				for n := range r.More {
					r.More[n].Debit *= times
				}
			}
		}
	}
	s.still = false
	s.sayUnit("单位：" + name)
	return name, false
}
