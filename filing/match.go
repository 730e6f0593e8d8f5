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
		c := matchHeader(f, h.Text, memory)
		if field := f.Field(c.Field); field != nil && field.Kind == form.Money && c.How != ByID && src.source.unit.Fen > 0 && !saysUnit(h.Text) {
			c.Unit = src.source.unit
		}
		if before, twice := taken[c.Field]; c.Field != "" && twice {
			if m.Columns[before].How.rank() <= c.How.rank() {
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

// rank orders ways of matching: what was said by hand before outranks what a title suggests.
func (h How) rank() int {
	switch h {
	case ByHand:
		return 0
	case ByID:
		return 1
	case ByMemory:
		return 2
	}
	return 3
}

// matchHeader gives the column a caption names: its field, the unit of bare money in it, and how it was known.
func matchHeader(f *form.Form, caption string, memory map[string]string) Column {
	c := Column{Header: caption}
	pos, unit, ok := f.Header(caption)
	if f.Field(caption) != nil {
		c.Field, c.How = caption, ByID
		return c
	}
	if field, is := memory[fold(caption)]; is && (field == leftOut || f.Field(field) != nil) {
		c.How = ByMemory
		if field != leftOut {
			c.Field, c.Unit = field, headedUnit(f, field, caption)
		}
		return c
	}
	if ok {
		c.Field, c.Unit, c.How = f.Fields[pos].ID, unit, ByTitle
	}
	return c
}

// headedUnit gives the unit a caption names for a field that it was matched to by hand: 研发额（万元） is in 万元 although
// nobody knows the title.
func headedUnit(f *form.Form, field, caption string) form.Unit {
	open := strings.LastIndexAny(caption, "(（[［【〔")
	if open < 0 {
		return form.NoUnit
	}
	_, unit, _ := f.Header(f.Field(field).Title.ZH + caption[open:])
	return unit
}

// fits counts how many headers name a field of the form.
func fits(f *form.Form, headers []Header) int {
	seen := make(map[string]bool)
	for _, h := range headers {
		if pos, _, ok := f.Header(h.Text); ok {
			seen[f.Fields[pos].ID] = true
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
		case unicode.IsSpace(r), r == '*', r == ':':
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(caption))
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
