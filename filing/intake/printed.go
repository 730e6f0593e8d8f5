package intake

import (
	"slices"
	"strings"

	"yice/form"
	"yice/text"
)

// A printed form names its columns: 指标名称, 计量单位, 代码, 本年, perhaps in two halves. Where it does, a figure is what stands
// under the caption of figures, whatever the order of the columns.

// half is where the parts of one half of a printed form stand; -1: it has no such column.
type half struct{ label, unit, code, figure, end int }

var (
	labelCaptions  = wordSet("指标名称", "指标", "指标内容", "项目名称", "项目", "名称", "内容")
	unitCaptions   = wordSet("计量单位", "单位")
	codeCaptions   = wordSet("代码", "指标代码", "行次", "行号", "序号")
	figureCaptions = wordSet("本年", "本年数", "本年实际", "本年累计", "本期", "本期数", "本期金额", "本年金额", "数量", "数值", "金额", "实际", "实际数", "填报数", "指标值", "合计")
)

// halves reads the header of a printed form. ok is false where no row names labels and figures; mixed is true where one
// does, and yet the columns of its halves do not stand together.
func halves(rows []topRow) (parts []half, header topRow, ok, mixed bool) {
	for _, row := range rows[:min(len(rows), headerSearch)] {
		var kinds []string
		var at []int
		for i, cell := range row.cells {
			c := fold(tidyCaption(cell))
			if rest, _, said := captionUnit(c); said {
				c = rest
			}
			switch c = bare(c); {
			case labelCaptions[c]:
				kinds, at = append(kinds, "label"), append(at, i)
			case unitCaptions[c]:
				kinds, at = append(kinds, "unit"), append(at, i)
			case codeCaptions[c]:
				kinds, at = append(kinds, "code"), append(at, i)
			case figureCaptions[c] || yearIn(c) != 0 && strings.HasPrefix(strings.TrimLeft(c, "0123456789"), "年"):
				kinds, at = append(kinds, "figure"), append(at, i)
			}
		}
		count := func(kind string) (n int) {
			for _, k := range kinds {
				if k == kind {
					n++
				}
			}
			return n
		}
		n := count("label")
		if n == 0 || count("figure") != n || len(kinds)%n != 0 {
			continue
		}
		wide := len(kinds) / n
		for h := range n {
			p := half{-1, -1, -1, -1, len(row.cells)}
			for k := h * wide; k < (h+1)*wide; k++ {
				to := map[string]*int{"label": &p.label, "unit": &p.unit, "code": &p.code, "figure": &p.figure}[kinds[k]]
				if *to >= 0 {
					return nil, row, true, true
				}
				*to = at[k]
			}
			if h+1 < n {
				p.end = at[(h+1)*wide]
			}
			parts = append(parts, p)
		}
		return parts, row, true, false
	}
	return nil, topRow{}, false, false
}

// printedCells reads a printed form by its header. What contradicts itself is asked about: a code that is another line's, a
// unit that the line cannot have.
func printedCells(f *form.Form, rows []topRow, parts []half, header topRow) (all []labelled, doubts []Question) {
	codes := statisticCodes(f)
	own := make(map[string]string, len(codes)) // of a field, its code
	for code, field := range codes {
		own[field.ID] = code
	}
	above, _ := stated(rows[:min(len(rows), headerSearch)])
	doubt := func(row int, why text.Pair) {
		doubts = append(doubts, Question{Code: "intake.doubt", Row: row, Say: text.IntakeDoubt.With(row, why)})
	}
	for _, row := range rows {
		if row.number <= header.number || numbersOnly(row.cells) || slices.Equal(row.cells, header.cells) {
			continue
		}
		for _, p := range parts {
			label := tidyCaption(cellAt(row.cells, p.label))
			code := strings.Trim(fold(cellAt(row.cells, p.code)), "()")
			if label == "" && code == "" || len(label) > 160 {
				continue
			}
			v := labelled{label: label, code: code, row: row.number, unit: above, value: p.read(row.cells)}
			if _, u, said := captionUnit(cellAt(header.cells, p.figure)); said {
				v.unit = u
			}
			v.name(f)
			if by := codes[code]; by != nil && v.field == nil {
				v.field = by
			} else if v.field != nil && by != nil && by != v.field && own[v.field.ID] != "" {
				doubt(row.number, text.IntakeWhyCode.With(harmless(label), code, own[v.field.ID]))
			}
			if word := fold(cellAt(row.cells, p.unit)); word != "" {
				u, money := unitWord(word)
				if money {
					v.unit = u
				}
				if v.field != nil && (money || measure[word]) && money != (v.field.Kind == form.Money) && v.value != "" {
					doubt(row.number, text.IntakeWhyUnit.With(harmless(label), harmless(word)))
				}
			}
			switch {
			case v.field != nil && v.value == "":
				continue
			case v.field == nil:
				if a, err := readAmount([]byte(v.value), form.Yuan); err != nil || !a.filled {
					continue // a signature, a remark
				}
			}
			all = append(all, v)
		}
	}
	return all, doubts
}

// read gives the figure of a half: what stands under its caption, or, where that was merged over several columns, behind it.
func (p half) read(cells []string) string {
	for at := p.figure; at < min(p.end, len(cells)); at++ {
		if at != p.figure && (at == p.label || at == p.unit || at == p.code) {
			break
		}
		if s := strings.TrimSpace(cells[at]); s != "" {
			return s
		}
	}
	return ""
}

func cellAt(cells []string, at int) string {
	if at < 0 || at >= len(cells) {
		return ""
	}
	return strings.TrimSpace(cells[at])
}

// sumsOf107 are lines of 107-2 that others add up to: 研究开发费用合计 by use, and by source of funds.
var sumsOf107 = []struct {
	whole string
	parts []string
}{
	{"7", []string{"8", "9", "10", "11", "12", "13", "14", "19"}},
	{"7", []string{"57", "43", "58", "55", "56"}},
}

// holdSums holds the lines of 107-2 that the form keeps no field for against one another: a file whose columns were moved
// no longer adds up. A sum one of whose lines is missing is not held.
func holdSums(f *form.Form, cells []labelled, sheetName string, acc *Account) {
	if f.ID != "annual" {
		return
	}
	at := make(map[string]labelled)
	for _, v := range cells {
		if v.code != "" {
			at[v.code] = v
		}
	}
	read := func(code string) (int64, bool) {
		v, there := at[code]
		if !there {
			return 0, false
		}
		a, err := readAmount([]byte(v.value), v.unit)
		return a.fen, err == nil && a.filled
	}
	for _, s := range sumsOf107 {
		whole, ok := read(s.whole)
		sum, slack := int64(0), int64(0)
		for _, code := range s.parts {
			n, there := read(code)
			var fits bool
			sum, fits = add(sum, n)
			ok = ok && there && fits
			slack += at[code].unit.Fen / 2 // each part is rounded on its own
		}
		if off := whole - sum; ok && (off > slack || off < -slack) {
			acc.Differences = append(acc.Differences, Difference{Sheet: sheetName, Row: at[s.whole].row, Column: at[s.whole].label, Stated: whole, Sum: sum})
		}
	}
}
