package report

import (
	"strconv"

	"github.com/xuri/excelize/v2"

	"yice/form"
	"yice/text"
)

// sheetForm shows the rows of a form: one with a single row from top to bottom, others as a table.
func (b *book) sheetForm(name string, f *form.Form) error {
	if f.Single() {
		return b.sheetSingle(name, f)
	}
	t, err := b.tableOf(f)
	if err != nil {
		return err
	}
	widths := []float64{serialNumbers}
	for _, i := range t.columns {
		widths = append(widths, t.widths[i])
	}
	s, err := b.open(name, page{widths: widths, frozen: len(b.m.Marks()) + 3})
	if err != nil {
		return err
	}
	s.across(b.look.title, 30, b.say(f.Title))
	s.parts(18, part{b.look.left, b.say(text.ReportFormUnit.With(b.m.Name)), (len(widths) + 1) / 2},
		part{b.look.right, b.say(text.ReportFormYear.With(b.m.Year)), len(widths) - (len(widths)+1)/2})
	heads := []string{b.say(text.ReportRowNumber)}
	for _, i := range t.columns {
		heads = append(heads, fieldTitle(&f.Fields[i], b.l))
	}
	s.heads(heads...)
	s.repeat(s.row, s.row)
	for n, r := range t.rows {
		cells := []excelize.Cell{b.middle(strconv.Itoa(n + 1))}
		for _, i := range t.columns {
			cells = append(cells, b.field(r, i))
		}
		s.put(0, cells...)
	}
	b.sums(s, t)
	return s.done()
}

// table is the rows of a form with the columns worth printing.
type table struct {
	f       *form.Form
	rows    []*form.Record
	columns []int
	widths  map[int]float64
	sums    map[int]int64 // of money columns that add up, 分
}

// tableOf gathers a form's rows. Columns that hold nothing in any row are left out unless every row must have them: what
// is left fits a page.
func (b *book) tableOf(f *form.Form) (*table, error) {
	t := &table{f: f, rows: b.m.registers[f.ID], widths: make(map[int]float64), sums: make(map[int]int64)}
	if f.Scope == form.Ledger {
		err := b.m.ledger(b.ctx, func(r *form.Record) error {
			t.rows = append(t.rows, r)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	for i := range f.Fields {
		field := &f.Fields[i]
		title := wide(fieldTitle(field, b.l))
		// A caption may take two lines; a text may take several, a figure none but its own.
		w := max(float64((title+1)/2)+2.5, 6.5, longestWord(fieldTitle(field, b.l)))
		used := field.Required
		for _, r := range t.rows {
			said := shown(r, i, b.l)
			if said == "" {
				continue
			}
			used = true
			room := float64(wide(said)) + 2.5
			if !isFigure(field) {
				room = min(room, widestText)
			}
			w = max(w, room)
			if n, ok := r.Values[i].Int(); ok && field.Kind == form.Money {
				t.sums[i] = form.Plus(t.sums[i], n)
			}
		}
		if used {
			t.columns = append(t.columns, i)
			t.widths[i] = w
		}
	}
	for i, n := range t.sums {
		t.widths[i] = max(t.widths[i], roomFor(f.Fields[i].Typed(form.N(n), form.NoUnit))+1)
	}
	t.narrow()
	return t, nil
}

// A table wider than legible would print too small to read: its texts are wrapped more, down to narrowestText.
const (
	legible       = 180
	widestText    = 26
	narrowestText = 9
	namedText     = 18
	wideField     = 28
	serialNumbers = 5.5
)

func (t *table) narrow() {
	for most := float64(widestText); most >= narrowestText; most-- {
		total := serialNumbers
		for _, i := range t.columns {
			if f := &t.f.Fields[i]; !isFigure(f) {
				floor := 0.0
				if f.Width >= wideField {
					floor = namedText // what a row is known by
				}
				t.widths[i] = min(t.widths[i], max(most, floor))
			}
			total += t.widths[i]
		}
		if total <= legible {
			return
		}
	}
}

func isFigure(f *form.Field) bool {
	switch f.Kind {
	case form.Int, form.Money, form.Decimal, form.Percent, form.Date, form.Month, form.ID:
		return true
	}
	return false
}

// sums ends a table with the totals of its money.
func (b *book) sums(s *sheet, t *table) {
	if len(t.sums) == 0 || len(t.rows) < 2 {
		return
	}
	cells := []excelize.Cell{{StyleID: b.look.sum, Value: b.say(text.ReportTotal)}}
	for _, i := range t.columns {
		if n, ok := t.sums[i]; ok {
			cells = append(cells, inUnit(b.look.sumExact, &t.f.Fields[i], n))
		} else {
			cells = append(cells, excelize.Cell{StyleID: b.look.sum})
		}
	}
	s.put(20, cells...)
}

// fieldTitle is the caption of a column, money with its unit.
func fieldTitle(f *form.Field, l text.Lang) string {
	if f.Kind == form.Money {
		return text.ReportUnit.With(f.Title, f.Unit.Title).In(l)
	}
	return f.Title.In(l)
}

// field is one cell of a row: figures as numbers, everything else as text, what could not be read as it was typed.
func (b *book) field(r *form.Record, i int) excelize.Cell {
	f := &r.Form.Fields[i]
	n, ok := r.Values[i].Int()
	switch {
	case ok && f.Kind == form.Money:
		return inUnit(b.look.exact, f, n)
	case ok && f.Kind == form.Int:
		return whole(b.look.count, n)
	case ok && f.Kind == form.Decimal && f.Decimals == 1:
		return figure(b.look.tenth, decimal(n, 1))
	}
	said := shown(r, i, b.l)
	switch f.Kind {
	case form.Date, form.Month, form.Flag, form.CodeKind, form.Decimal, form.Percent, form.Int, form.Money:
		return b.middle(said)
	}
	return b.text(said)
}

// inUnit is an amount in the unit the field is shown in, with every decimal it has.
func inUnit(look int, f *form.Field, fen int64) excelize.Cell {
	return figure(look, f.Typed(form.N(fen), form.NoUnit))
}

// sheetSingle shows a form with one row: its fields from top to bottom, those without a value too.
func (b *book) sheetSingle(name string, f *form.Form) error {
	s, err := b.open(name, page{widths: []float64{40, 34, 14, 44}, frozen: len(b.m.Marks()) + 3})
	if err != nil {
		return err
	}
	s.across(b.look.title, 30, b.say(f.Title))
	s.parts(18, part{b.look.left, b.say(text.ReportFormUnit.With(b.m.Name)), 2}, part{b.look.right, b.say(text.ReportFormYear.With(b.m.Year)), 2})
	s.heads(b.say(text.ReportField), b.say(text.ReportValue), b.say(text.Report1072Unit), b.say(text.ReportSource))
	s.repeat(s.row, s.row)
	for _, r := range b.m.registers[f.ID][:1] {
		for i := range f.Fields {
			field := &f.Fields[i]
			s.put(0, b.text(b.say(field.Title)), b.field(r, i), b.middle(b.say(field.Unit.Title)), b.text(b.say(field.Cited())))
		}
	}
	return s.done()
}
