package filing

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"yice/form"
	"yice/text"
)

const (
	headerSearch = 30 // rows from the top that may be titles before the header
	headerLevels = 3  // rows a header may have
)

// topRow is one of the first rows of a table.
type topRow struct {
	number int
	cells  []string
}

// findHeader looks through the first rows for those that read most like a header of a form (hint, or any), one row or
// several; without any, the first row that is not blank is taken. It gives how many columns fit.
func (s *Source) findHeader(hint *form.Form) (int, error) {
	top, err := s.topRows()
	if err != nil {
		return 0, err
	}
	if len(top) == 0 {
		return 0, fault("filing.empty", text.Cannot, text.FilingEmpty.With(s.Name))
	}
	forms := formsFor(hint)
	best, most := top[:1], -1
	for levels := 1; levels <= headerLevels; levels++ { // of two that fit alike, the one with fewer rows
		for i := range len(top) - levels + 1 {
			rows := top[i : i+levels]
			if n := fitsBest(forms, caption(rows)); n > most {
				best, most = rows, n
			}
		}
	}
	s.Headers = caption(best)
	s.HeaderRow = best[len(best)-1].number
	s.source.unit = statedUnit(top, best[0].number)
	return most, nil
}

func fitsBest(forms []*form.Form, headers []Header) int {
	most := 0
	for _, f := range forms {
		most = max(most, fits(f, headers))
	}
	return most
}

func (s *Source) topRows() ([]topRow, error) {
	rows, err := s.source.open()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var top []topRow
	for len(top) < headerSearch {
		cells, number, err := rows.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if !blank(cells) {
			top = append(top, topRow{number, texts(cells)})
		}
	}
	return top, nil
}

// caption reads a header of one or more rows: of each column the lowest text. Where a header has several rows, what stands
// above is the name of a group.
func caption(rows []topRow) []Header {
	width := 0
	for _, r := range rows {
		width = max(width, len(r.cells))
	}
	headers := make([]Header, width)
	for _, r := range rows {
		for i, c := range r.cells {
			if c = strings.TrimSpace(c); c != "" {
				headers[i].Text = c
			}
		}
	}
	for len(headers) > 0 && headers[len(headers)-1].Text == "" {
		headers = headers[:len(headers)-1]
	}
	return headers
}

// statedUnit finds 单位：万元 above the header: the unit of every column of money that says none itself.
func statedUnit(top []topRow, header int) form.Unit {
	money := form.Field{ID: "x", Title: text.Same("x"), Kind: form.Money}
	probe := form.NewForm(form.Form{ID: "x", Fields: []form.Field{money}})
	for _, r := range top {
		if r.number >= header {
			break
		}
		for _, c := range r.cells {
			folded := strings.TrimSpace(norm.NFKC.String(c))
			i := strings.LastIndex(folded, "单位")
			if i < 0 || !strings.Contains(folded[i:], "元") {
				continue
			}
			unit := strings.Trim(folded[i+len("单位"):], " :()人民币")
			if _, u, ok := probe.Header("x(" + unit + ")"); ok && strings.Contains(unit, "元") {
				return u
			}
		}
	}
	return form.NoUnit
}

// saysUnit reports whether a caption names its unit of money.
func saysUnit(caption string) bool {
	at := strings.LastIndexAny(caption, "(（[［【〔,，:：/")
	return at >= 0 && strings.Contains(caption[at:], "元")
}

// columnNumbers reports a row under a header that only numbers the columns: 甲 乙 1 2 3.
func columnNumbers(cells [][]byte) bool {
	const stems = "甲乙丙丁戊己"
	last, filled := 0, 0
	for _, c := range cells {
		s := strings.Trim(norm.NFKC.String(string(bytes.TrimSpace(c))), "()")
		if s == "" {
			continue
		}
		filled++
		if last == 0 && len(s) == 3 && strings.Contains(stems, s) {
			continue
		}
		n, err := strconv.Atoi(s)
		if err != nil || n != last+1 {
			return false
		}
		last = n
	}
	return filled >= 3 && last >= 1
}

// aside says what a row is that is no record: a total, or a remark under the table. Both are left out and counted.
func aside(cells [][]byte) bool {
	var first []byte
	for _, c := range cells {
		if first = bytes.TrimSpace(c); len(first) > 0 {
			break
		}
	}
	switch {
	case len(first) > 60:
		return false
	case bytes.Contains(first, []byte("计")), bytes.ContainsAny(first[:min(1, len(first))], "tTsSgG"):
		return totals[strings.Trim(fold(string(first)), "()")]
	case bytes.ContainsAny(first, ":："):
		return remark(cells)
	}
	return false
}

// totals begin a row of sums.
var totals = map[string]bool{
	"合计": true, "总计": true, "小计": true, "共计": true, "本页合计": true, "本页小计": true, "累计": true, "本月合计": true, "本年累计": true,
	"total": true, "subtotal": true, "grandtotal": true, "sum": true,
}

// remark reports a row of which every cell is a signature or a remark.
func remark(cells [][]byte) bool {
	for _, c := range cells {
		if s := bytes.TrimSpace(c); len(s) > 0 && !footer(string(s)) {
			return false
		}
	}
	return true
}

// footers begin what stands under a table: signatures and remarks.
var footers = []string{
	"注", "备注", "说明", "单位负责人", "统计负责人", "财务负责人", "填表人", "制表人", "制表", "审核人", "审核", "复核人", "复核", "联系电话", "报出日期", "填报日期", "填表日期", "制表日期", "报送日期",
}

func footer(cell string) bool {
	head, _, ok := strings.Cut(norm.NFKC.String(cell), ":")
	if !ok {
		return false
	}
	head = strings.ReplaceAll(head, " ", "")
	for _, f := range footers {
		if head == f {
			return true
		}
	}
	return false
}

func headersOf(cells [][]byte) []Header {
	headers := make([]Header, len(cells))
	for i, c := range cells {
		headers[i] = Header{Text: harmless(strings.ToValidUTF8(string(bytes.TrimSpace(c)), "\uFFFD"))}
	}
	for len(headers) > 0 && headers[len(headers)-1].Text == "" {
		headers = headers[:len(headers)-1]
	}
	return headers
}
