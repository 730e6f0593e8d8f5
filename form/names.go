package form

import (
	"slices"

	"yice/text"
)

// Named says that the codes of a field are names which a policy pack may give otherwise.
type Named uint8

const (
	NotNamed Named = iota
	Levels         // of recognition: 国家级, 自治区级, 市级, or the pack's own from the highest down
	Types          // of enterprise
)

// Names are the names that a pack gives; nil: those that are built in. [Field.Meant] says which are names of its own.
type Names struct{ Levels, Types []text.Pair }

// Meant gives the code of the list that a name is read as, "" where it is none of the list's.
func (f *Field) Meant(name string) string {
	for i := range f.Codes {
		if c := &f.Codes[i]; c.ID == name || c.Title.ZH == name {
			return c.ID
		}
	}
	key := codeKey(name)
	for i := range f.Codes {
		if f.Codes[i].named(key) {
			return f.Codes[i].ID
		}
	}
	return ""
}

// SameName reports whether two names are one where people write them.
func SameName(a, b string) bool { return codeKey(a) == codeKey(b) }

// LevelField and TypeField are the fields that have all built-in names of their kind.
func LevelField() *Field { return byID["project"].Field("level") }
func TypeField() *Field  { return byID["enterprise"].Field("type") }

// own reports whether a list has a name that the dictionary does not have as it stands.
func own(names []text.Pair, in *Field) bool {
	return slices.ContainsFunc(names, func(n text.Pair) bool { return in.Code(n.ZH) == nil })
}

// named gives every form whose codes a pack names otherwise its codes. A code that is built in keeps its id, and with it the
// meaning of every row that bears it: 自治区级 is called 省级 where the pack calls it so.
func (d *Dictionary) named(n Names) {
	levels, types := own(n.Levels, LevelField()), own(n.Types, TypeField())
	for i, f := range d.forms {
		var changed *Form
		for j := range f.Fields {
			fd := &f.Fields[j]
			if fd.Brought || fd.Named == NotNamed || fd.Named == Levels && !levels || fd.Named == Types && !types {
				continue
			}
			if changed == nil {
				copied := *f
				copied.Fields = slices.Clone(f.Fields)
				changed = &copied
			}
			if fd.Named == Levels {
				changed.Fields[j].Codes = renamed(n.Levels, LevelField(), fd.Codes)
			} else {
				changed.Fields[j].Codes = renamed(n.Types, TypeField(), fd.Codes)
			}
		}
		if changed != nil {
			named := NewForm(*changed)
			d.forms[i], d.byID[f.ID] = named, named
		}
	}
}

// renamed puts a pack's names before what else a list has. What the pack does not name stays a code, so that a row that bears it is
// what it was, but is not offered; a project of the enterprise's own is no level of a pack, and is.
func renamed(names []text.Pair, all *Field, codes []Code) []Code {
	var to []Code
	for _, name := range names {
		c := Code{ID: name.ZH, Title: name}
		if built := all.Code(all.Meant(name.ZH)); built != nil {
			c = *built
			if c.Title.ZH != name.ZH {
				c.Also = append(slices.Clone(c.Also), c.Title.ZH, c.Title.EN)
				c.Title = name
			}
		}
		to = append(to, c)
	}
	for _, c := range codes {
		if !slices.ContainsFunc(to, func(has Code) bool { return has.ID == c.ID }) {
			c.Outside = c.ID != EnterpriseLevel
			to = append(to, c)
		}
	}
	return to
}

// Offered are the codes that people choose from: all but those that the pack does not name.
func (f *Field) Offered() []Code {
	return slices.DeleteFunc(slices.Clone(f.Codes), func(c Code) bool { return c.Outside })
}

// levelRank orders the levels of a field, 0 the highest; -1 for none, and for one that the pack does not name.
func levelRank(f *Field, level string) int {
	return slices.IndexFunc(f.Codes, func(c Code) bool { return c.ID == level && !c.Outside })
}
