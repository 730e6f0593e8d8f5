package intake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"yice/internal/pattern"

	"yice/form"
	"yice/text"
)

// A vertical form has a label beside each value, often in two halves side by side, as 107-2 is printed.

const verticalRows = 400 // a form is a page or two

// labelled is a value of a vertical form, and where it stands. field is nil for a line that the form does not have.
type labelled struct {
	field *form.Field
	label string
	code  string // of the statistical form, where one stands beside it
	row   int
	value string
	unit  form.Unit
}

var statisticCode = pattern.Of(`^\d{1,3}$`)

// statisticCodes gives the field of each code of 107-2.
func statisticCodes(f *form.Form) map[string]*form.Field {
	codes := make(map[string]*form.Field)
	for i := range f.Fields {
		if _, code, ok := strings.Cut(f.Fields[i].Source, "107-2 〔"); ok {
			code, _, _ = strings.Cut(code, "〕")
			codes[code] = &f.Fields[i]
		}
	}
	return codes
}

// verticalCells finds every label of the form that has a value: by the header where the form prints one, else to the
// label's right.
func verticalCells(f *form.Form, rows []topRow) (all []labelled, doubts []Question) {
	parts, header, ok, mixed := halves(rows)
	switch {
	case mixed:
		doubts = []Question{{Code: "intake.doubt", Row: header.number, Say: text.IntakeDoubt.With(header.number, text.IntakeWhyMixed)}}
	case ok:
		return printedCells(f, rows, parts, header)
	}
	codes := statisticCodes(f)
	above, _ := stated(rows[:min(len(rows), headerSearch)])
	for _, row := range rows {
		if numbersOnly(row.cells) {
			continue
		}
		for at := 0; at < len(row.cells); at++ {
			label := tidyCaption(row.cells[at])
			if label == "" || len(label) > 160 {
				continue
			}
			v, next, ok := besideLabel(f, codes, row, at, label, above)
			if ok || v.value != "" {
				all = append(all, v)
				at = next
			}
		}
	}
	return all, doubts
}

// numbersOnly reports a row that numbers the columns of both halves: 甲 乙 丙 1 甲 乙 丙 1.
func numbersOnly(cells []string) bool {
	for _, c := range cells {
		switch f := strings.Trim(fold(c), "()"); {
		case f == "", strings.Contains("甲乙丙丁戊己", f), statisticCode.MatchString(f):
		default:
			return false
		}
	}
	return true
}

// besideLabel reads what stands to the right of a label: perhaps its unit, perhaps its code, then its value.
func besideLabel(f *form.Form, codes map[string]*form.Field, row topRow, at int, label string, above form.Unit) (labelled, int, bool) {
	v := labelled{label: label, row: row.number, unit: above}
	v.name(f)
	coded := false
	for next := at + 1; next < len(row.cells) && next <= at+4; next++ {
		cell := strings.TrimSpace(row.cells[next])
		folded := fold(cell)
		switch {
		case cell == "":
			if coded || v.field != nil {
				continue
			}
			return v, next, false
		case measure[folded] || isUnit(folded):
			if u, ok := unitWord(folded); ok {
				v.unit = u
			}
		case !coded && statisticCode.MatchString(folded) && len(codes) > 0 && next+1 < len(row.cells) && codeLike(codes, folded, v.field, row, next):
			coded = true
			v.code = folded
			if v.field = codes[folded]; v.field == nil {
				v.value = strings.TrimSpace(row.cells[next+1]) // a line that other forms yield
				return v, next + 1, false
			}
		case v.field != nil:
			v.value = cell
			return v, next, true
		default:
			if a, err := readAmount([]byte(cell), form.Yuan); err == nil && a.filled && utf8.RuneCountInString(label) > 1 {
				v.value = cell // a line that the form does not have
			}
			return v, next, false
		}
	}
	return v, at + 1, false
}

// name finds the field and the unit that a label says.
func (v *labelled) name(f *form.Form) {
	name, unit, said := captionUnit(trimLabel(v.label))
	if pos, _, ok := f.Heading(name); ok {
		v.field = &f.Fields[pos]
	} else if pos, _, ok := f.Heading(trimLabel(v.label)); ok {
		v.field = &f.Fields[pos]
	}
	if said {
		v.unit = unit
	}
}

// codeLike tells a code of the statistical form from a value: it is the field's own, or no field was named and a figure or
// nothing stands behind it.
func codeLike(codes map[string]*form.Field, code string, field *form.Field, row topRow, at int) bool {
	if field != nil {
		return codes[code] == field
	}
	return true
}

func isUnit(folded string) bool { _, ok := unitWord(folded); return ok }

// measure are units that a vertical form names beside its labels.
var measure = wordSet("人", "人月", "人年", "件", "个", "篇", "项", "台", "套", "%", "—", "-", "千元", "万元", "元")

// trimLabel cuts what numbers a label and leads to it: 一、研究开发人员合计; 其中：管理和服务人员.
func trimLabel(label string) string {
	s := numberless(label)
	for _, lead := range []string{"其中:", "其中", "#", "1.", "—", "－", "-", ":"} {
		s = strings.TrimPrefix(s, lead)
	}
	return strings.Trim(s, ":")
}

// verticalRecord makes the one record of a vertical form. A label that stands twice with different values is in doubt.
func verticalRecord(f *form.Form, rows []topRow, recipe *Recipe, acc *Account, file, sheetName string) (*Line, bool) {
	rec := form.NewRecord(f)
	seen := make(map[string]string)
	line := &Line{Sheet: sheetName, Kind: Detail}
	cells, doubts := verticalCells(f, rows)
	for _, q := range doubts {
		q.Sheet = sheetName
		acc.ask(q)
	}
	holdSums(f, cells, sheetName, acc)
	if recipe.Unit == "" && slices.ContainsFunc(cells, func(v labelled) bool { return v.field != nil && v.field.Kind == form.Money }) {
		strangeUnitsOf(rows, sheetName, acc)
	}
	for _, v := range cells {
		if line.Row == 0 {
			line.Row = v.row
		}
		if v.field == nil {
			acc.leave(&Line{Sheet: sheetName, Row: v.row, Kind: Filtered, Why: text.IntakeWhyComputed, Cells: [][]byte{[]byte(v.label), []byte(v.value)}})
			continue
		}
		line.Cells = append(line.Cells, []byte(v.value))
		if before, twice := seen[v.field.ID]; twice {
			if before != v.value {
				acc.ask(Question{Code: "intake.two-values", Sheet: sheetName, Row: v.row, Say: text.IntakeTwoValues.With(v.field.Title, before, v.value)})
			}
			continue
		}
		seen[v.field.ID] = v.value
		r := newFieldReader(f, v.field.ID, -1, v.unit)
		if u, ok := unitWord(fold(recipe.Unit)); ok {
			r.unit = u
		}
		value, err := r.read([]byte(v.value))
		if err != nil {
			line.Refusal = r.refuse([]byte(v.value), err)
			line.Refusal.File, line.Refusal.Sheet, line.Refusal.Row = file, sheetName, v.row
			acc.Refused++
			acc.Counts[Detail]++
			return line, true
		}
		rec.Values[r.pos] = value
	}
	if len(seen) == 0 {
		return nil, false
	}
	acc.Counts[Detail]++
	line.Records = []*form.Record{rec}
	return line, true
}
