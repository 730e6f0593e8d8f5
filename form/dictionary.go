package form

import (
	"fmt"
	"slices"
	"strings"
)

// Dictionary is the forms of one enterprise-year: what is built in, and what its policy pack brings. It is never changed, so
// that one process may hold many packs. A nil Dictionary is the built-in one.
type Dictionary struct {
	forms []*Form
	byID  map[string]*Form
}

// BuiltIn is the dictionary without any pack.
func BuiltIn() *Dictionary { return nil }

// All gives the forms in the order people see them; what a pack brings stands behind what is built in.
func (d *Dictionary) All() []*Form {
	if d == nil {
		return All()
	}
	return slices.Clone(d.forms)
}

// ByID gives a form, or nil.
func (d *Dictionary) ByID(id string) *Form {
	if d == nil {
		return ByID(id)
	}
	return d.byID[id]
}

// Of gives the form of this dictionary that bears the id of another one; the other one itself where there is none.
func (d *Dictionary) Of(f *Form) *Form {
	if own := d.ByID(f.ID); own != nil {
		return own
	}
	return f
}

// Brought gives the forms that are not as they are built in: those a pack brings, those it adds fields to, and those whose codes it
// names.
func (d *Dictionary) Brought() []*Form {
	if d == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(d.forms), func(f *Form) bool { return f == byID[f.ID] })
}

// Limits of what a pack may bring.
const (
	MostForms    = 40 // forms
	MostFields   = 60 // fields a form, and fields added to one
	MostCodes    = 200
	MostRules    = 60 // declared checks a form
	MostTitle    = 40 // characters
	MostHelp     = 300
	MostSynonyms = 20
	mostID       = 40
)

// Added are fields, and checks of them, that a pack adds to a form that is built in.
type Added struct {
	Form   string
	Fields []Field
	Checks []Check
	Unique []Unique
	Bands  []Band
}

// Extend gives the dictionary with forms, fields and names of a pack. What is built in keeps its place: a field that is added stands behind
// all others, so that the position of one that is built in is the same in every dictionary. Whoever reads a pack has asked
// [WrongForm] and [WrongField] before; here it is asked again, for forms that come by another way.
func Extend(forms []Form, added []Added, names Names) (*Dictionary, error) {
	if len(forms) == 0 && len(added) == 0 && !own(names.Levels, LevelField()) && !own(names.Types, TypeField()) {
		return nil, nil
	}
	if len(forms) > MostForms {
		return nil, fmt.Errorf("form: %d forms are more than %d", len(forms), MostForms)
	}
	d, err := extend(forms, added, MostFields)
	if err != nil {
		return nil, err
	}
	d.named(names)
	return d, Validate(d.forms)
}

func extend(forms []Form, added []Added, most int) (*Dictionary, error) {
	d := &Dictionary{byID: make(map[string]*Form, len(dictionary)+len(forms))}
	for _, f := range dictionary {
		d.put(f)
	}
	for i := range added {
		a := &added[i]
		f := d.byID[a.Form]
		if f == nil || !Extensible(f) {
			return nil, fmt.Errorf("form: nothing can be added to %q", a.Form)
		}
		if len(f.Fields)-len(byID[f.ID].Fields)+len(a.Fields) > most {
			return nil, fmt.Errorf("form: more than %d fields are added to %q", most, a.Form)
		}
		for j := range a.Fields {
			if !goodField(a.Fields[j].ID) || f.Index(a.Fields[j].ID) >= 0 {
				return nil, fmt.Errorf("form: %q cannot be added to %q", a.Fields[j].ID, a.Form)
			}
		}
		n := NewForm(f.with(a))
		d.byID[f.ID] = n
		d.forms[slices.Index(d.forms, f)] = n
	}
	for i := range forms {
		f := &forms[i]
		if !goodForm(f.ID) || d.byID[f.ID] != nil {
			return nil, fmt.Errorf("form: %q cannot be a form", f.ID)
		}
		if len(f.Fields) == 0 || len(f.Fields) > most {
			return nil, fmt.Errorf("form: %q has %d fields", f.ID, len(f.Fields))
		}
		for j := range f.Fields {
			if !goodField(f.Fields[j].ID) || standing(f.Fields[j].ID) {
				return nil, fmt.Errorf("form: %q cannot be a field of %q", f.Fields[j].ID, f.ID)
			}
		}
		n := *f
		n.Brought = true
		n.Fields = slices.Clone(f.Fields)
		for j := range n.Fields {
			n.Fields[j].Brought = true
		}
		d.put(NewForm(n))
	}
	return d, nil
}

func (d *Dictionary) put(f *Form) {
	d.forms = append(d.forms, f)
	d.byID[f.ID] = f
}

// with gives a form as a literal again, with what is added.
func (f *Form) with(a *Added) Form {
	n := *f
	n.Fields = slices.Clone(f.Fields)
	for _, fd := range a.Fields {
		fd.Brought = true
		n.Fields = append(n.Fields, fd)
	}
	n.Checks = slices.Concat(f.Checks, a.Checks)
	n.Unique = slices.Concat(f.Unique, a.Unique)
	n.Bands = slices.Concat(f.Bands, a.Bands)
	return n
}

// Extensible reports whether a pack may add fields to a form. Ledgers are kept as sums; the summary stands for a ledger, and the
// rows of the checklist are the pack's anyway.
func Extensible(f *Form) bool {
	return f.Scope != Ledger && f.ID != rdSummaryForm.ID && f.ID != checklistForm.ID
}

// As gives a record as one of another form: what that form has by the same id. The record itself where it is one already.
func (r *Record) As(f *Form) *Record {
	if r == nil || r.Form == f {
		return r
	}
	n := NewRecord(f)
	n.ID = r.ID
	for i := range r.Form.Fields {
		j := f.Index(r.Form.Fields[i].ID)
		if j < 0 {
			continue
		}
		n.Values[j] = r.Values[i]
		if raw, ok := r.Raw[i]; ok {
			if n.Raw == nil {
				n.Raw = make(map[int]string)
			}
			n.Raw[j] = raw
		}
	}
	return n
}

// WrongID says why an id that a pack gives a form or a field cannot be one.
type WrongID uint8

const (
	GoodID       WrongID = iota
	BadPattern           // not lower-case letters, digits, underscores, or too long
	TakenID              // a form or field that is built in bears it
	ReservedWord         // a word that the workspace, SQL or a file system has for itself
)

// WrongForm says why an id cannot name a form that a pack brings.
func WrongForm(id string) WrongID {
	switch {
	case !goodPattern(id):
		return BadPattern
	case byID[id] != nil:
		return TakenID
	case reserved(id):
		return ReservedWord
	}
	return GoodID
}

// WrongField says why an id cannot name a field that a pack brings; in is the form that is built in it is added to, or nil.
func WrongField(id string, in *Form) WrongID {
	switch {
	case !goodPattern(id):
		return BadPattern
	case in != nil && in.Index(id) >= 0 || standing(id):
		return TakenID
	case reservedFields[id]:
		return ReservedWord
	}
	return GoodID
}

func goodForm(id string) bool  { return goodPattern(id) && !reserved(id) }
func goodField(id string) bool { return goodPattern(id) && !reservedFields[id] }

// goodPattern: begins with a letter, does not end in an underscore, and is not one letter alone.
func goodPattern(id string) bool {
	return len(id) >= 2 && len(id) <= mostID && identifier.MatchString(id) && !strings.HasSuffix(id, "_")
}

// standing reports a field that every row, or every row that is recognised, has.
func standing(id string) bool {
	is := func(f Field) bool { return f.ID == id }
	return slices.ContainsFunc(standingFields, is) || slices.ContainsFunc(recognitionFields(false), is)
}

// reserved reports what a form cannot be called: tables and indexes of the workspace, words of SQL, names of devices (each form is
// a file of a submission), and what the command line and the files of a submission call things.
func reserved(id string) bool {
	for _, head := range []string{"sqlite", "yice", "prior_", "history", "cube", "flag_"} {
		if strings.HasPrefix(id, head) {
			return true
		}
	}
	return strings.HasSuffix(id, "_order") || reservedForms[id] || reservedFields[id]
}

var reservedForms = words(`meta book ident raw tally flag step fingerprint setting note pack ident_book step_state
	abort action add after all alter always analyze and as asc attach autoincrement before begin between by cascade case cast check collate
	column commit conflict constraint create cross current current_date current_time current_timestamp database default deferrable deferred
	desc detach distinct do drop each else end escape except exclude exclusive exists explain fail filter first following for foreign full
	generated glob group groups having if ignore immediate in index indexed initially inner instead intersect into is isnull join key last
	left like limit match materialized natural no not nothing notnull null nulls of offset on or order others outer over partition plan pragma
	preceding primary query raise range recursive references regexp reindex release rename replace restrict returning right rollback row
	rows savepoint set temp temporary then ties to transaction trigger unbounded union unique using vacuum view virtual when window with
	without con prn aux nul com0 com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt0 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9 clock
	conin conout form field data evidence findings sheet seal manifest all`)

// reservedFields are fewer: a column is always quoted, and built-in fields are called end and key.
var reservedFields = words(`rowid oid id form row select insert update delete drop table from where values union create alter null
	true false index trigger`)

func words(list string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}
