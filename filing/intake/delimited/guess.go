package delimited

import (
	"bytes"
	"strings"
)

// separators are what parts cells, in the order in which they are believed where nothing else decides.
const separators = "\t|;,"

// guessLines is how many rows of a file's beginning are looked at.
const guessLines = 500

// separator finds what parts the cells of a text by its beginning. declared reports that its first line says it, in the way
// of spreadsheets: sep=; — that line is no row.
func separator(head []byte) (comma byte, declared bool) {
	head = bytes.TrimPrefix(head, bomUTF8)
	if c, ok := declaredSeparator(head); ok {
		return c, true
	}
	return guessComma(head), false
}

func declaredSeparator(head []byte) (byte, bool) {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	line = bytes.Trim(line, "\r\"")
	if len(line) != len("sep=;") || !bytes.EqualFold(line[:4], []byte("sep=")) {
		return 0, false
	}
	c := line[4]
	return c, c == '\t' || c > ' ' && c < '0' || c > '9' && c < 'A' || c > 'Z' && c < 'a' || c > 'z' && c <= '~'
}

// parted is what a candidate would make of the rows looked at.
type parted struct {
	counts []int // of it in each row
	most   int   // how many times it stands in most rows that have it
	rows   int   // how many rows have it so many times
	first  int   // the first of them
}

// guessComma finds what parts the cells of a text. Right is what gives rows of one width, and gives it to the header too: the
// commas of figures stand in lines only, and those between quotes part nothing.
func guessComma(head []byte) byte {
	rows := countSeparators(head)
	var of [len(separators)]parted
	best := -1
	for i := range of {
		of[i].judge(rows, i)
		switch {
		case of[i].rows == 0:
		case best < 0 || of[i].better(&of[best], len(rows)):
			best = i
		}
	}
	if best < 0 {
		return ','
	}
	return separators[best]
}

func (p *parted) judge(rows [][len(separators)]int, candidate int) {
	times := make(map[int]int)
	p.counts = make([]int, len(rows))
	for r := range rows {
		n := rows[r][candidate]
		if p.counts[r] = n; n > 0 {
			times[n]++
		}
	}
	for n, rows := range times {
		if rows > p.rows || rows == p.rows && n > p.most {
			p.most, p.rows = n, rows
		}
	}
	for r, n := range p.counts {
		if n == p.most {
			p.first = r
			break
		}
	}
}

// better reports that p is more likely than q, which is believed before it where nothing else decides.
func (p *parted) better(q *parted, rows int) bool {
	if mine, theirs := p.rows*2 >= rows, q.rows*2 >= rows; mine != theirs {
		return mine
	}
	// The row with which the table of the one begins, its header, is no row of the other's table.
	mine, theirs := q.counts[p.first] != q.most, p.counts[q.first] != p.most
	if mine != theirs {
		return mine
	}
	return (p.most+1)*p.rows > (q.most+1)*q.rows
}

// countSeparators counts each candidate in each row that is not blank, outside quotes.
func countSeparators(head []byte) [][len(separators)]int {
	var all [][len(separators)]int
	var row [len(separators)]int
	inside, filled := false, false
	before := byte('\n')
	end := func() {
		if filled {
			if row[0] == 1 && before == '\t' && (row[1] > 0 || row[2] > 0 || row[3] > 0) {
				row[0] = 0 // a mark behind the last cell, not a separator
			}
			all = append(all, row)
		}
		row, filled = [len(separators)]int{}, false
	}
	for i := 0; i < len(head) && len(all) < guessLines; i++ {
		c := head[i]
		switch {
		case inside:
			if c == '"' && i+1 < len(head) && head[i+1] == '"' {
				i++
			} else if c == '"' {
				inside = false
			}
		case c == '\n':
			end()
		case c == '\r':
			continue
		case c == '"':
			inside = opens(head, i)
			filled = true
		case c == '\t' && (isOther(before) || i+1 < len(head) && isOther(head[i+1])):
			// Beside a separator it is a mark that keeps digits as text.
		default:
			if at := strings.IndexByte(separators, c); at >= 0 {
				row[at]++
			}
			filled = true
		}
		before = c
	}
	if len(all) == 0 || filled && !inside && len(head) < cutHead {
		end() // a row that the end of what is looked at did not cut off
	}
	return all
}

// cutHead is the length from which a text's beginning may end within a row.
const cutHead = 32 << 10

func isOther(c byte) bool { return c == ',' || c == ';' || c == '|' }

// opens reports a quote at the beginning of a cell, or behind the = of a text in the form of a formula.
func opens(head []byte, i int) bool {
	if i > 0 && head[i-1] == '=' {
		i--
	}
	return i == 0 || head[i-1] == '\n' || head[i-1] == '\r' || strings.IndexByte(separators, head[i-1]) >= 0
}
