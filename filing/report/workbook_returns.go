package report

import (
	"strconv"

	"github.com/xuri/excelize/v2"

	"yice/filing/report/parted"
	"yice/form"
	"yice/returns"
	"yice/text"
)

// sheet1071 is form 107-1: a row a project, captions over a row of column numbers, the foot below.
func (b *book) sheet1071(name string) error {
	rows := returns.Table1071(b.m.Returns)
	marks := len(b.m.Marks())
	widths := []float64{5, 34, 7.5, 8.5, 8.5, 8.5, 10, 10, 11, 10, 10, 11, 11, 11, 11, 11}
	for i, h := range text.Report1071Columns {
		widths[i+1] = max(widths[i+1], longestWord(b.say(h)))
	}
	s, err := b.open(name, page{widths: widths, frozen: marks + 5})
	if err != nil {
		return err
	}
	s.across(b.look.title, 30, b.say(text.Report1071Title))
	s.formHead(text.Report1071Number)
	first := s.row + 1
	heads := []string{b.say(text.ReportRowNumber)}
	for _, h := range text.Report1071Columns {
		heads = append(heads, b.say(h))
	}
	s.heads(heads...)
	numbers := []excelize.Cell{{StyleID: b.look.number, Value: b.say(text.ReportColumnA)}, {StyleID: b.look.number, Value: b.say(text.ReportColumnB)}}
	for i := 1; i <= 14; i++ {
		numbers = append(numbers, excelize.Cell{StyleID: b.look.number, Value: strconv.Itoa(i)})
	}
	s.put(16, numbers...)
	s.repeat(first, s.row)
	for i := range rows {
		s.put(0, b.row1071(&rows[i])...)
	}
	if len(rows) == 0 {
		s.across(b.look.middle, 0, b.say(text.Report1071None))
	}
	s.signatures()
	s.across(b.look.note, 0, b.say(text.Report1071Note))
	for _, field := range []string{"source", "cooperation", "result", "goal", "stage"} {
		s.across(b.look.note, 0, b.legend("project", field))
	}
	return s.done()
}

// formHead is what stands between the title of a statutory form and its table.
func (s *sheet) formHead(number text.Pair) {
	b, n := s.b, len(s.widths)
	left, right := (n+1)/2, n-(n+1)/2
	s.parts(18, part{b.look.left, b.say(text.ReportFormUSCC.With(b.m.USCC)), left}, part{b.look.right, b.say(number), right})
	s.parts(18, part{b.look.left, b.say(text.ReportFormUnit.With(b.m.Name)), left}, part{b.look.right, b.say(text.ReportFormYear.With(b.m.Year)), right})
}

func (b *book) row1071(row *returns.Row1071) []excelize.Cell {
	r := row.Record
	cells := []excelize.Cell{b.middle(strconv.Itoa(row.Number)), b.text(r.Str("name"))}
	for _, id := range []string{"source", "cooperation", "result", "goal"} {
		cells = append(cells, b.middle(codeNumber(r, id)))
	}
	cells = append(cells, b.middle(r.Str("start")), b.middle(r.Str("end")), b.middle(codeNumber(r, "stage")), b.known(b.look.count, row.Staff, strconv.FormatInt))
	tenths := func(n int64, _ int) string { return decimal(n, 1) }
	cells = append(cells, b.known(b.look.tenth, row.PersonMonths, tenths))
	for _, f := range []returns.Figure{row.Spend, row.Government, row.Discovery, row.Own, row.Commissioned} {
		cells = append(cells, b.known(b.look.count, f, thousand))
	}
	return cells
}

func thousand(fen int64, _ int) string { return strconv.FormatInt(returns.Thousand(fen), 10) }

// known is a figure of a return, an empty cell where nobody has given it.
func (b *book) known(look int, f returns.Figure, write func(int64, int) string) excelize.Cell {
	if !f.Known {
		return b.middle("")
	}
	return figure(look, write(f.Exact, 10))
}

// codeNumber is the number a statutory form has for a code.
func codeNumber(r *form.Record, field string) string {
	id := r.Str(field)
	for _, c := range r.Form.Field(field).Codes {
		if c.ID == id && c.NBS != "" {
			return c.NBS
		}
	}
	return id
}

// legend tells the numbers of a code list.
func (b *book) legend(formID, field string) string {
	f := form.ByID(formID).Field(field)
	list := ""
	for i, c := range f.Codes {
		number := c.NBS
		if number == "" {
			number = c.ID
		}
		if i > 0 {
			list += b.say(text.ReportListComma)
		}
		list += number + " " + c.Title.In(b.l)
	}
	return b.say(text.ReportLegend.With(f.Title, list))
}

// sheet1072 is form 107-2: one page, its codes in two blocks side by side.
func (b *book) sheet1072(name string) error {
	rows := returns.Table1072(b.m.Returns)
	s, err := b.open(name, page{widths: []float64{45, 11, 7, 16, 2, 45, 11, 7, 16}, single: true})
	if err != nil {
		return err
	}
	s.across(b.look.title, 30, b.say(text.Report1072Title))
	s.formHead(text.Report1072Number)
	caption := []excelize.Cell{b.head(text.Report1072Indicator), b.head(text.Report1072Unit), b.head(text.Report1072Code), b.head(text.Report1072Year)}
	s.put(20, append(append(caption[:4:4], excelize.Cell{}), caption...)...)
	letters := func() []excelize.Cell {
		var cells []excelize.Cell
		for _, c := range b.says(text.ReportColumnA, text.ReportColumnB, text.ReportColumnC, text.Same("1")) {
			cells = append(cells, excelize.Cell{StyleID: b.look.number, Value: c})
		}
		return cells
	}
	s.put(15, append(append(letters(), excelize.Cell{}), letters()...)...)
	left, right := halves(b.lines1072(rows))
	for i := range max(len(left), len(right)) {
		cells := make([]excelize.Cell, 0, 9)
		cells = append(cells, lineAt(left, i)...)
		cells = append(cells, excelize.Cell{})
		s.put(17, append(cells, lineAt(right, i)...)...)
	}
	s.signatures()
	s.across(b.look.note, 0, b.say(text.Report1072Note))
	return s.done()
}

func (b *book) head(p text.Pair) excelize.Cell {
	return excelize.Cell{StyleID: b.look.head, Value: b.say(p)}
}

// block1072 is the lines of one group of 107-2, its caption first.
type block1072 [][]excelize.Cell

func (b *book) lines1072(rows []returns.Row1072) []block1072 {
	var blocks []block1072
	var group text.Pair
	for i := range rows {
		r := &rows[i]
		if r.Group != group || i == 0 {
			group = r.Group
			caption := []excelize.Cell{b.strong(b.say(group)), b.strong(""), b.strong(""), b.strong("")}
			blocks = append(blocks, block1072{caption})
		}
		value := b.middle("")
		if n, ok := r.Shown(); ok {
			value = whole(b.look.count, n)
		}
		last := &blocks[len(blocks)-1]
		*last = append(*last, []excelize.Cell{b.text(b.say(r.Title)), b.middle(b.say(r.Unit.Title)), b.middle(strconv.Itoa(r.Number)), value})
	}
	return blocks
}

// halves parts the groups of a form into two columns about as high as each other, without tearing a group.
func halves(blocks []block1072) (left, right [][]excelize.Cell) {
	total := 0
	for _, k := range blocks {
		total += len(k)
	}
	for _, k := range blocks {
		if len(right) == 0 && len(left)+len(k)/2 < (total+1)/2 {
			left = append(left, k...)
		} else {
			right = append(right, k...)
		}
	}
	return left, right
}

func lineAt(lines [][]excelize.Cell, i int) []excelize.Cell {
	if i < len(lines) {
		return lines[i]
	}
	return make([]excelize.Cell, 4)
}

// taxWords are the columns of the summary of the tax ledger that say what a row is.
const taxWords = 4

// planTax plans the summary of the tax ledger: as many sheets as print its columns so that they can be read.
func (b *book) planTax() {
	t := returns.Tax(b.m.Returns)
	widths := b.roomOfTax(&t)
	blocks := parted.Columns(widths, taxWords, sheetUnits)
	for nth := range blocks {
		b.plan(text.ReportSheetTax, continued(text.ReportAboutTax, nth, len(blocks)), func(b *book, name string) error {
			return b.sheetTax(name, &t, widths, blocks, nth)
		})
	}
}

func (b *book) roomOfTax(t *returns.TaxLedger) []float64 {
	widths := []float64{14, 24, 9, 9}
	for _, c := range taxCells(0, &t.Total, &t.Limits) {
		n, _ := c.Value.(float64)
		widths = append(widths, max(10, roomFor(strconv.FormatFloat(n, 'f', 2, 64))))
	}
	for i, h := range text.ReportTaxColumns {
		widths[i] = max(widths[i], longestWord(b.say(h)))
	}
	for _, c := range form.ByID("spend").Field("treatment").Codes {
		widths[3] = max(widths[3], longestWord(c.Title.In(b.l)))
	}
	return widths
}

// sheetTax draws a block of the summary of the tax ledger, 元. The three limits hold over all projects together, so that their
// columns are filled in the total alone.
func (b *book) sheetTax(name string, t *returns.TaxLedger, widths []float64, blocks []parted.Span, nth int) error {
	block := blocks[nth]
	s, err := b.open(name, page{widths: parted.Of(block, widths, taxWords), frozen: len(b.m.Marks()) + 5})
	if err != nil {
		return err
	}
	s.across(b.look.title, 30, b.say(continued(text.ReportTaxTitle, nth, len(blocks))))
	s.formHead(text.ReportTaxUnit)
	first := s.row + 1
	heads := make([]string, len(text.ReportTaxColumns))
	numbers := make([]excelize.Cell, len(heads))
	for i, h := range text.ReportTaxColumns {
		heads[i] = b.say(h)
		numbers[i] = excelize.Cell{StyleID: b.look.number, Value: text.ReportTaxNumbers[i]}
	}
	s.heads(parted.Of(block, heads, taxWords)...)
	s.put(16, parted.Of(block, numbers, taxWords)...)
	s.repeat(first, s.row)
	for i := range t.Rows {
		s.put(0, parted.Of(block, b.rowTax(&t.Rows[i]), taxWords)...)
	}
	for _, row := range b.sumsTax(t) {
		s.put(0, parted.Of(block, row, taxWords)...)
	}
	if nth < len(blocks)-1 {
		return s.done()
	}
	s.signatures()
	s.across(b.look.note, 0, b.say(text.ReportTaxNote))
	s.across(b.look.note, 0, b.say(text.ReturnsReference.With(text.ReturnsTaxRecalled)))
	return s.done()
}

// sumsTax are the rows of totals, and what stands apart.
func (b *book) sumsTax(t *returns.TaxLedger) [][]excelize.Cell {
	out := [][]excelize.Cell{b.sumTax(text.ReportTaxExpensed, &t.Expensed, &t.Limits)}
	for _, apart := range []struct {
		title  text.Pair
		amount *returns.TaxAmounts
	}{
		{text.ReportTaxCapitalised, &t.Capitalised},
		{text.ReturnsTaxUntreated, &t.Untreated},
		{text.ReturnsTaxUnassigned, &t.Unassigned},
		{text.ReturnsTaxNonTaxable, &t.NonTaxable},
		{text.ReportTotal, &t.Total},
	} {
		if apart.amount.Spent != 0 || apart.title == text.ReportTotal {
			out = append(out, b.sumTax(apart.title, apart.amount, nil))
		}
	}
	return out
}

// roomFor is the width of a column that shows a decimal with its separators.
func roomFor(decimal string) float64 { return float64(len(form.Separated(decimal))) + 2 }

func (b *book) sumTax(title text.Pair, a *returns.TaxAmounts, l *returns.TaxLimits) []excelize.Cell {
	cells := []excelize.Cell{{StyleID: b.look.sum, Value: b.say(title)}, {StyleID: b.look.sum}, {StyleID: b.look.sum}, {StyleID: b.look.sum}}
	return append(cells, taxCells(b.look.sumMoney, a, l)...)
}

func (b *book) rowTax(row *returns.TaxRow) []excelize.Cell {
	name, state := "", ""
	for _, r := range b.m.registers["project"] {
		if r.Key() == row.Project {
			name, state = r.Str("name"), r.Form.Field("status").Display(r.Get("status"), form.NoUnit, b.l)
			break
		}
	}
	cells := []excelize.Cell{b.text(row.Project), b.text(name), b.middle(state), b.middle(codeTitle("spend", "treatment", row.Treatment).In(b.l))}
	return append(cells, taxCells(b.look.money, &row.TaxAmounts, nil)...)
}

// taxCells are the columns of amounts; without limits theirs stay empty.
func taxCells(look int, a *returns.TaxAmounts, l *returns.TaxLimits) []excelize.Cell {
	allowed := func(n func() int64) excelize.Cell {
		if l == nil {
			return excelize.Cell{StyleID: look}
		}
		return yuan(look, n())
	}
	cells := []excelize.Cell{allowed(func() int64 { return l.Allowed })}
	for _, n := range []int64{a.Labour, a.Direct, a.Depreciation, a.Amortisation, a.Design, a.Five, a.Other} {
		cells = append(cells, yuan(look, n))
	}
	return append(cells,
		allowed(func() int64 { return l.Other }),
		yuan(look, a.Domestic), allowed(func() int64 { return l.Domestic }),
		yuan(look, a.Overseas), allowed(func() int64 { return l.Overseas }),
		yuan(look, form.Plus(a.Worn, form.Plus(a.Unnamed, a.Blank))))
}

// codeTitle names a code of a form.
func codeTitle(formID, field, id string) text.Pair {
	if id == "" {
		return text.ReturnsUnstated
	}
	for _, c := range form.ByID(formID).Field(field).Codes {
		if c.ID == id {
			return c.Title
		}
	}
	return text.Same(id)
}
