package intake

import (
	"strings"

	"yice/form"
)

// How says by what a column was recognised.
type How uint8

const (
	Unmatched How = iota
	ByID
	ByTitle  // or a synonym
	ByMemory // as it was matched by hand before
	ByHand
)

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

// Column says which field a column of a table goes to.
type Column struct {
	Header string
	Field  string    // field id; "": left out, unless Part says that it is needed
	Part   string    // of a ledger: debit, credit, account, direction, …; "" for a field
	Unit   form.Unit // of bare money figures in the column; NoUnit: nothing says one, so 元
	How    How
	// Category is the category whose amounts the column holds, in a table with a category a column.
	Category string
}

// Skipped is what a memory or a recipe says of a column that is no field.
const Skipped = "-"

// matchHeader gives the column a caption names: its field, the unit of bare money in it, and how it was known.
func matchHeader(f *form.Form, caption string, memory map[string]string) Column {
	c := Column{Header: caption}
	if f.Field(caption) != nil {
		c.Field, c.How = caption, ByID
		return c
	}
	rest, unit, said := captionUnit(caption)
	if field, is := memory[fold(caption)]; is && (field == Skipped || f.Field(field) != nil) {
		c.How = ByMemory
		if field != Skipped {
			c.Field, c.Unit = field, unit
		}
		return c
	}
	if pos, headed, ok := f.Heading(caption); ok {
		c.Field, c.Unit, c.How = f.Fields[pos].ID, headed, ByTitle
		return c
	}
	pos, _, ok := f.Heading(rest)
	if !ok {
		pos, _, ok = f.Heading(bare(rest))
	}
	if ok && (!said || f.Fields[pos].Kind == form.Money) {
		c.Field, c.Unit, c.How = f.Fields[pos].ID, unit, ByTitle
	}
	return c
}

// matchColumns matches a whole header; a field is matched once, by the column that names it best. doubled lists fields that
// two columns name alike.
func matchColumns(f *form.Form, captions []Caption, memory map[string]string, recipe *Recipe) (columns []Column, doubled map[string][]int) {
	columns = make([]Column, len(captions))
	taken := make(map[string]int)
	doubled = make(map[string][]int)
	for i, h := range captions {
		c := matchHeader(f, h.Text, memory)
		if key, said := recipe.columnFor(h); said {
			c = Column{Header: h.Text, How: ByHand}
			if _, unit, ok := captionUnit(h.Text); ok {
				c.Unit = unit
			}
			if f.Field(key) != nil {
				c.Field = key
			}
		}
		c.Header = h.Text
		if before, twice := taken[c.Field]; c.Field != "" && twice {
			switch a, b := columns[before].How.rank(), c.How.rank(); {
			case a == b && alike(f, c.Field, captions[before], h):
				doubled[c.Field] = append(doubled[c.Field], before, i)
				c.Field, c.How = "", Unmatched
			case a <= b && !better(f, c.Field, captions[before].Text, h.Text):
				c.Field, c.How = "", Unmatched
			default:
				columns[before].Field, columns[before].How = "", Unmatched
			}
		}
		if c.Field != "" {
			taken[c.Field] = i
		}
		columns[i] = c
	}
	if f.Scope == form.Ledger {
		byRole(captions, columns, taken, memory)
	}
	return columns, doubled
}

// byRole matches what accounting programs call a field of the ledger: 费用名称 is its category.
func byRole(captions []Caption, columns []Column, taken map[string]int, memory map[string]string) {
	for i, h := range captions {
		if columns[i].How != Unmatched || columns[i].Field != "" || memory[fold(h.Text)] == Skipped {
			continue
		}
		for field, r := range fieldRoles {
			if _, has := taken[field]; !has && field != "amount" && groupedRole(h) == r {
				columns[i].Field, columns[i].How, taken[field] = field, ByTitle, i
			}
		}
	}
	byAmount(captions, columns, taken)
	if _, has := taken["summary"]; has {
		return
	}
	for i, h := range captions { // 说明 is a remark beside a summary; where there is none it is the summary
		c := &columns[i]
		if (c.Field == "" && c.How == Unmatched || c.Field == "remark" && c.How == ByTitle) && describing[bare(fold(h.Text))] {
			c.Field, c.How = "summary", ByTitle
			return
		}
	}
}

// byAmount takes the one column that accounting programs call an amount, where no caption is the field's own.
func byAmount(captions []Caption, columns []Column, taken map[string]int) {
	if _, has := taken["amount"]; has {
		return
	}
	at := -1
	for i, h := range captions {
		if columns[i].Field != "" || columns[i].How != Unmatched || groupedRole(h) != roleAmount {
			continue
		}
		if at >= 0 {
			return
		}
		at = i
	}
	if at >= 0 {
		_, unit, _ := captionUnit(captions[at].Text)
		columns[at].Field, columns[at].Unit, columns[at].How, taken["amount"] = "amount", unit, ByTitle, at
	}
}

// better reports that the later of two captions is the field's own title and the earlier only a synonym.
func better(f *form.Form, field, earlier, later string) bool {
	title := func(caption string) bool {
		rest, _, _ := captionUnit(caption)
		rest = bare(rest)
		t := f.Field(field).Title
		return rest == fold(t.ZH) || rest == fold(t.EN)
	}
	return title(later) && !title(earlier)
}

// alike reports that two captions leave open which of them is meant: the same words, or two amounts.
func alike(f *form.Form, field string, a, b Caption) bool {
	ra, _, _ := captionUnit(a.Text)
	rb, _, _ := captionUnit(b.Text)
	return ra == rb && fold(a.Group) == fold(b.Group) || f.Field(field).Kind == form.Money && !better(f, field, a.Text, b.Text) && !better(f, field, b.Text, a.Text)
}

// columnFor tells what a recipe says of a caption: a field, a part of a ledger, or Skipped.
func (r *Recipe) columnFor(c Caption) (key string, ok bool) {
	if r == nil {
		return "", false
	}
	whole := fold(c.Text)
	rest, _, _ := captionUnit(c.Text)
	grouped := fold(c.Group) + "/" + whole
	for key, captions := range r.Columns {
		for _, said := range captions {
			if s := fold(said); s == whole || s == rest || s == grouped {
				return key, true
			}
		}
	}
	return "", false
}

// fits counts how many captions name a field of the form.
func fits(f *form.Form, captions []Caption) int {
	seen := make(map[string]bool)
	for _, h := range captions {
		if h.Text == "" {
			continue
		}
		if c := matchHeader(f, h.Text, nil); c.Field != "" {
			seen[c.Field] = true
		}
	}
	return len(seen)
}

// FormByName finds a form of a dictionary whose id or title a name is.
func FormByName(d *form.Dictionary, name string) *form.Form {
	if f := d.ByID(strings.ToLower(name)); f != nil {
		return f
	}
	for _, f := range d.All() {
		if name != "" && (fold(name) == fold(f.Title.ZH) || fold(name) == fold(f.Title.EN)) {
			return f
		}
	}
	return nil
}
