package filing

import (
	"path/filepath"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"yice/form"
	"yice/store"
)

// Match finds the mapping of a source for a form; w, where it is not nil, remembers earlier ones. Unmatched columns are
// left out and stay visible in the mapping. A field is matched once: by the column that names it best.
func Match(w *store.Workspace, f *form.Form, src *Source) Mapping {
	memory := remembered(w, f)
	m := Mapping{Columns: make([]Column, len(src.Headers))}
	taken := make(map[string]int)
	for i, h := range src.Headers {
		c := Column{Header: h.Text, Unit: h.Unit}
		c.Field, c.How = matchHeader(f, h.Text, memory)
		if c.How == ByID {
			c.Unit = form.NoUnit // under an id header money is 元
		}
		if before, twice := taken[c.Field]; c.Field != "" && twice {
			if rank(m.Columns[before].How) <= rank(c.How) {
				c.Field, c.How = "", Unmatched
			} else {
				m.Columns[before].Field, m.Columns[before].How = "", Unmatched
			}
		}
		if c.Field != "" {
			taken[c.Field] = i
		}
		m.Columns[i] = c
	}
	return m
}

// rank orders ways of matching: what was said by hand before outranks what is guessed by a synonym.
func rank(h How) int {
	return map[How]int{ByHand: 0, ByID: 1, ByMemory: 2, ByTitle: 3, BySynonym: 4}[h]
}

// matchHeader gives the field a caption names.
func matchHeader(f *form.Form, caption string, memory map[string]string) (string, How) {
	if f.Field(caption) != nil {
		return caption, ByID
	}
	plain, _ := cutUnit(caption)
	whole, short := fold(caption), fold(plain)
	if whole == "" {
		return "", Unmatched
	}
	if field, ok := memory[whole]; ok && (field == leftOut || f.Field(field) != nil) {
		if field == leftOut {
			return "", ByMemory
		}
		return field, ByMemory
	}
	found, how := "", Unmatched
	for i := range f.Fields {
		field := &f.Fields[i]
		for _, caption := range []string{whole, short} {
			switch {
			case caption == field.ID:
				return field.ID, ByID
			case caption == fold(field.Title.ZH), caption == fold(field.Title.EN):
				found, how = field.ID, ByTitle
			case how == Unmatched && among(field.Synonyms, caption):
				found, how = field.ID, BySynonym
			}
		}
		if how == ByTitle {
			break
		}
	}
	return found, how
}

func among(synonyms []string, caption string) bool {
	for _, s := range synonyms {
		if fold(s) == caption {
			return true
		}
	}
	return false
}

// fits counts how many headers name a field of the form.
func fits(f *form.Form, headers []Header) int {
	seen := make(map[string]bool)
	for _, h := range headers {
		if field, _ := matchHeader(f, h.Text, nil); field != "" {
			seen[field] = true
		}
	}
	return len(seen)
}

// GuessForm gives the form a source most likely holds: by the file's or sheet's name, else by its headers; nil when unsure.
func GuessForm(src *Source) *form.Form {
	for _, name := range []string{src.Sheet, strings.TrimSuffix(src.Name, filepath.Ext(src.Name))} {
		if f := formByName(name); f != nil {
			return f
		}
	}
	var best *form.Form
	most, second := 0, 0
	for _, f := range form.All() {
		switch n := fits(f, src.Headers); {
		case n > most:
			best, most, second = f, n, most
		case n > second:
			second = n
		}
	}
	if most < 2 || most == second {
		return nil
	}
	return best
}

// formByName finds a form whose id or title a name is.
func formByName(name string) *form.Form {
	if f := form.ByID(strings.ToLower(name)); f != nil {
		return f
	}
	for _, f := range form.All() {
		if name != "" && (fold(name) == fold(f.Title.ZH) || fold(name) == fold(f.Title.EN)) {
			return f
		}
	}
	return nil
}

// fold makes captions alike that people read alike: width, case, blanks, marks of required fields and numbering.
func fold(caption string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), r == '*', r == '★', r == ':':
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(caption))
}

// cutUnit parts a caption such as 金额（万元） into the caption and its unit; a bracket that holds no unit stays.
func cutUnit(caption string) (string, form.Unit) {
	folded := strings.TrimSpace(norm.NFKC.String(caption))
	open := max(strings.LastIndex(folded, "("), strings.LastIndex(folded, "["))
	if open > 0 && (strings.HasSuffix(folded, ")") || strings.HasSuffix(folded, "]")) {
		inside := folded[open+1 : len(folded)-1]
		inside = strings.TrimPrefix(strings.TrimPrefix(inside, "单位:"), "单位")
		if unit, ok := unitNamed(inside); ok {
			return strings.TrimSpace(folded[:open]), unit
		}
	}
	return caption, form.NoUnit
}

// unitNamed knows the units of money, and those that mean nothing for reading a figure.
func unitNamed(name string) (form.Unit, bool) {
	switch fold(name) {
	case "元", "人民币元", "yuan", "cny", "rmb":
		return form.Yuan, true
	case "千元", "cny1,000":
		return form.Thousand, true
	case "万元", "人民币万元", "cny10,000":
		return form.Wan, true
	case "百万元":
		return form.Unit{Title: form.Wan.Title, Fen: 100_000_000}, true
	case "亿元", "亿":
		return form.Unit{Title: form.Wan.Title, Fen: 10_000_000_000}, true
	case "人", "人月", "件", "个", "篇", "项", "位", "%", "persons", "person-months", "items", "papers", "place":
		return form.NoUnit, true
	}
	return form.NoUnit, false
}

// The memory of mappings made by hand: a setting a form and caption, holding the field or leftOut.
const (
	memoryPrefix = "import/"
	leftOut      = "-"
)

func remembered(w *store.Workspace, f *form.Form) map[string]string {
	if w == nil {
		return nil
	}
	prefix := memoryPrefix + f.ID + "/"
	settings, err := w.Settings(prefix)
	if err != nil {
		return nil // without memory, titles still match
	}
	memory := make(map[string]string, len(settings))
	for name, field := range settings {
		memory[strings.TrimPrefix(name, prefix)] = field
	}
	return memory
}

// Remember keeps what was matched by hand for the next file of this form.
func (m Mapping) Remember(w *store.Workspace, f *form.Form) error {
	for _, c := range m.Columns {
		if c.How != ByHand || fold(c.Header) == "" {
			continue
		}
		field := c.Field
		if field == "" {
			field = leftOut
		}
		if err := w.SetSetting(memoryPrefix+f.ID+"/"+fold(c.Header), field); err != nil {
			return err
		}
	}
	return nil
}
