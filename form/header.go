package form

import (
	"strings"

	"yice/internal/pattern"
)

// headerUnits are the units a header may name, by their folded text.
var headerUnits = map[string]Unit{
	"元": Yuan, "人民币元": Yuan, "cny": Yuan, "yuan": Yuan, "rmb": Yuan,
	"千元": Thousand, "cny1k": Thousand, "cny1,000": Thousand, "cny1000": Thousand,
	"万元": Wan, "cny10k": Wan, "cny10,000": Wan, "cny10000": Wan,
	"百万元": {Title: pair("百万元", "CNY 1m"), Fen: 100_000_000},
	"亿元":  {Title: pair("亿元", "CNY 100m"), Fen: 10_000_000_000},
}

// headerNotes are what else stands in brackets behind a title and says nothing about the column.
var headerNotes = map[string]bool{
	"必填": true, "选填": true, "可空": true, "必填项": true, "required": true, "optional": true,
	"人": true, "人月": true, "件": true, "个": true, "篇": true, "项": true, "位": true, "%": true, "百分比": true, "是/否": true,
	"yyyymm": true, "yyyy-mm-dd": true, "yyyy/mm/dd": true, "yyyymmdd": true, "年月日": true, "年月": true, "代码": true,
	"persons": true, "person-months": true, "items": true, "papers": true, "place": true,
}

var (
	headerBrackets = pattern.Of(`^(.+?)[(\[{【〔]([^()\[\]{}【】〔〕]*)[)\]}】〕]$`)
	headerNumber   = pattern.Of(`^(?:\d{1,3}[.,)]|[(\[]\d{1,3}[)\]])`)
)

// Header finds the column a header of a file speaks of, by id, title or synonym, and the unit of its bare figures: of an
// id, and of a title that names none, always 元; otherwise what the header says, as in 金额（万元）.
func (f *Form) Header(title string) (field int, unit Unit, ok bool) {
	if field, unit, ok = f.Heading(title); ok && unit.Fen == 0 && f.Fields[field].Kind == Money {
		unit = Yuan
	}
	return field, unit, ok
}

// Heading is Header but for the unit: NoUnit where the header names none.
func (f *Form) Heading(title string) (field int, unit Unit, ok bool) {
	s := headerKey(title)
	if s == "" || len(s) > maxCode {
		return -1, NoUnit, false
	}
	index := f.headers()
	for {
		if i, is := index[s]; is {
			return f.headed(i, unit)
		}
		if cut := headerNumber.FindString(s); cut != "" && unit.Fen == 0 {
			if i, is := index[s[len(cut):]]; is {
				return f.headed(i, unit)
			}
		}
		rest, note, cut := splitHeader(s)
		if !cut {
			return -1, NoUnit, false
		}
		if u, is := headerUnits[strings.TrimPrefix(strings.TrimPrefix(note, "单位"), ":")]; is {
			if unit.Fen > 0 {
				return -1, NoUnit, false
			}
			unit = u
		} else if !headerNotes[note] {
			return -1, NoUnit, false
		}
		s = rest
	}
}

func (f *Form) headed(i int, unit Unit) (int, Unit, bool) {
	if f.Fields[i].Kind != Money {
		return i, NoUnit, unit.Fen == 0
	}
	return i, unit, true
}

// splitHeader cuts what stands in brackets, or behind a comma, colon, slash or underscore, from the end of a header.
func splitHeader(s string) (rest, note string, ok bool) {
	if m := headerBrackets.FindStringSubmatch(s); m != nil {
		return m[1], m[2], true
	}
	if i := strings.LastIndexAny(s, ",:/_-"); i > 0 {
		return s[:i], s[i+1:], true
	}
	return "", "", false
}

// headerKey is what headers are compared by: half-width, lower case, without blanks and marks of a required column.
func headerKey(s string) string {
	s = strings.Trim(codeKey(s), "*#")
	return strings.TrimSuffix(strings.TrimSuffix(s, ":"), "*")
}

// headerIndex maps every name of every field to its position; of two fields with one name the earlier has it, and an id
// or a title always goes before a synonym.
func headerIndex(f *Form) map[string]int {
	index := make(map[string]int, 4*len(f.Fields))
	add := func(name string, i int) {
		if k := headerKey(name); k != "" {
			if _, taken := index[k]; !taken {
				index[k] = i
			}
		}
	}
	for i := range f.Fields {
		add(f.Fields[i].ID, i)
	}
	for i := range f.Fields {
		add(f.Fields[i].Title.ZH, i)
		add(f.Fields[i].Title.EN, i)
	}
	for i := range f.Fields {
		for _, s := range f.Fields[i].Synonyms {
			add(s, i)
		}
	}
	return index
}
