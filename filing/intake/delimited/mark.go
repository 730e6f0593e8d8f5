package delimited

import "bytes"

// Programs that export figures and codes as delimited text mark them, so that a spreadsheet takes them for texts and keeps
// their digits: ="00123", '00123, a tab before or behind 00123. The mark is not what their reader sees. A text that a
// spreadsheet would compute, because it begins as a formula does, is marked with an apostrophe: '=1+1.

// Unmarked gives a cell without its mark. It may write over the cell.
func Unmarked(cell []byte) []byte {
	if len(cell) == 0 {
		return cell
	}
	first, last := cell[0], cell[len(cell)-1]
	if first > '=' && last > ' ' || first >= '0' && first <= '9' && last > ' ' {
		return cell // nearly every cell
	}
	cell = bytes.Trim(cell, "\t")
	if len(cell) == 0 {
		return cell
	}
	switch {
	case formulaText(cell):
		return undoubled(cell[2 : len(cell)-1])
	case cell[0] == '\'' && (keptDigits(cell[1:]) || computed(cell[1:])):
		return cell[1:]
	}
	if bare := bytes.Trim(cell, " "); len(bare) < len(cell) && keptDigits(bare) {
		return bare
	}
	return cell
}

// Marked gives a text as a cell which [Unmarked] gives back to the letter, and which no spreadsheet computes: as it is, unless
// it begins as a formula does, or looks like a marked one.
func Marked(s string) string {
	if s == "" {
		return s
	}
	if computed([]byte(s)) && !halfFormula([]byte(s)) {
		if m := "'" + s; string(Unmarked([]byte(m))) == s {
			return m
		}
	} else if !halfFormula([]byte(s)) && string(Unmarked([]byte(s))) == s {
		return s
	}
	out := append(make([]byte, 0, len(s)+8), '=', '"')
	for i := 0; i < len(s); i++ {
		if s[i] == '"' {
			out = append(out, '"')
		}
		out = append(out, s[i])
	}
	return string(append(out, '"'))
}

// computed reports whether a spreadsheet would take a cell for a formula: it begins as one, and is neither a figure nor a
// dash that stands for nothing.
func computed(cell []byte) bool {
	if len(cell) == 0 || bytes.IndexByte([]byte("=+-@\t\r"), cell[0]) < 0 {
		return false
	}
	figure := bytes.TrimSuffix(cell[1:], []byte("%"))
	if cell[0] != '-' && cell[0] != '+' || len(figure) == 0 || figure[0] < '0' || figure[0] > '9' || len(bytes.Trim(figure, "0123456789,.")) > 0 {
		return len(bytes.Trim(cell, "-")) > 0
	}
	return false
}

func halfFormula(cell []byte) bool { return len(cell) > 1 && cell[0] == '=' && cell[1] == '"' }

// formulaText reports ="…", the formula whose result is a text, and nothing else.
func formulaText(cell []byte) bool {
	if len(cell) < 3 || !halfFormula(cell) || cell[len(cell)-1] != '"' {
		return false
	}
	inner := cell[2 : len(cell)-1]
	for {
		i := bytes.IndexByte(inner, '"')
		if i < 0 {
			return true
		}
		if i+1 == len(inner) || inner[i+1] != '"' {
			return false
		}
		inner = inner[i+2:]
	}
}

func undoubled(cell []byte) []byte {
	if bytes.IndexByte(cell, '"') < 0 {
		return cell
	}
	n := 0
	for i := 0; i < len(cell); i++ {
		cell[n] = cell[i]
		n++
		if cell[i] == '"' {
			i++
		}
	}
	return cell[:n]
}

// keptDigits reports what is marked: figures, dates, numbers of accounts, vouchers and people. A text that only begins with
// an apostrophe ('23级新员工, 'tis) is a text.
func keptDigits(cell []byte) bool {
	digits := 0
	for _, c := range cell {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c >= 'A' && c <= 'Z', c >= 'a' && c <= 'z', c == '.', c == ',', c == ':', c == '/', c == '-', c == '+', c == '_', c == '%', c == '(', c == ')':
		default:
			return false
		}
	}
	return digits > 0
}

// rejoined puts cells together again that a separator within ="1,234.00" parted: who writes that mark does not quote it.
func (r *rows) rejoined(cells [][]byte) [][]byte {
	for i := 0; i < len(cells); i++ {
		if !halfFormula(cells[i]) || formulaText(cells[i]) {
			continue
		}
		from := len(r.joined)
		r.joined = append(r.joined, cells[i]...)
		for j := i + 1; j < len(cells); j++ {
			r.joined = append(append(r.joined, r.records.comma), cells[j]...)
			if whole := bytes.TrimRight(r.joined[from:], "\t"); formulaText(whole) {
				cells = append(append(cells[:i], whole), cells[j+1:]...)
				break
			}
		}
	}
	return cells
}
