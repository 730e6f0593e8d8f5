package scoring

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"yice/form"
	"yice/text"
)

// A pack as a table: every value that a clerk may change is a cell, known by its path. What is changed is replaced where it stands in
// the file; everything else of it, comments too, stays as it is.

// PackCell is one value of a pack's file.
type PackCell struct {
	Path    string // "indicator.patents.weight.竞争型"
	Section string // the key of the section: "indicator"
	Of      text.Pair
	Name    text.Pair
	Value   string // as it is written
	Basis   text.Pair
	Clauses string
	Line    int
	within  string // the path of its section
}

// Group is the path of the section that the value stands in.
func (c *PackCell) Group() string { return c.within }

// CellError is a value that a pack does not take; Path is "" where it is about all of it.
type CellError struct {
	Path string
	Say  text.Pair
}

// leftAlone are keys by which something is known, or that say what a file is: they are no cells.
var leftAlone = []string{"id", "uscc", "given", "assumed", "schema", "status", "supersedes", "path", "register", "form", "kind", "overridable"}

// notCells are sections that are no rules.
var notCells = []string{"test", "extract", "english"}

// Cells lists them in the order of the file.
func (p *Pack) Cells() []PackCell {
	c := p.cells()
	return c.all
}

func (p *Pack) cells() *cellList { return p.cellsIn(newEditor(p.Source)) }

// cellsIn lists the cells of an editor over the pack's file.
func (p *Pack) cellsIn(e *editor) *cellList {
	c := &cellList{p: p, e: e, src: newSource(e.src), at: map[string]*node{}, sections: map[string]*node{}}
	for _, section := range e.root.entries {
		if slices.Contains(notCells, section.key) {
			continue
		}
		c.section = section.key
		items := section.val.items
		if section.val.kind == aTable {
			items = []*node{section.val}
		}
		for i, n := range items {
			c.path = section.key
			if section.val.kind != aTable {
				c.path += "." + nameOf(n, i)
			}
			c.begin(n)
			c.sections[c.path] = n
			c.table(c.path, n)
		}
	}
	return c
}

type cellList struct {
	p   *Pack
	e   *editor
	src *source
	all []PackCell
	at  map[string]*node
	// sections are the tables by their path; absent and into what they could set besides, see [cellList.unset].
	sections map[string]*node
	absent   map[string]bool
	into     map[string]*node

	n                      *node // the section
	section, path, clauses string
	of                     text.Pair
	given, assumed         []string
}

// nameOf tells one of many tables from the others.
func nameOf(n *node, i int) string {
	for _, key := range []string{"id", "uscc"} {
		if v := n.get(key); v != nil && v.kind == aString {
			return v.text
		}
	}
	return numbered(i)
}

// begin notes what holds for all cells of a section.
func (c *cellList) begin(n *node) {
	words := func(key string) (all []string) {
		if v := n.get(key); v != nil {
			for _, it := range v.items {
				all = append(all, it.text)
			}
		}
		return all
	}
	c.n = n
	c.clauses, c.given, c.assumed = strings.Join(words("clauses"), " "), words("given"), words("assumed")
	c.of = text.Same(c.path)
	for _, key := range []string{"name", "title", "text", "gist"} {
		if v := n.get(key); v != nil && v.kind == aString {
			c.of = c.p.Say(v.text)
			return
		}
	}
	if k := kindOfSection(c.section); k != nil {
		c.of = k.declared().title
	}
}

func (c *cellList) table(path string, n *node) {
	for _, e := range n.entries {
		if slices.Contains(leftAlone, e.key) || c.section == "pack" && e.key == "year" {
			continue
		}
		c.value(path+"."+e.key, e.val)
	}
}

func (c *cellList) value(path string, v *node) {
	switch v.kind {
	case aTable:
		c.table(path, v)
	case aTables, anArray:
		for i, it := range v.items {
			if it.kind == aTable {
				c.table(path+"."+nameOf(it, i), it)
			} else {
				c.value(path+"."+numbered(i), it)
			}
		}
	case anOther:
	default:
		c.at[path] = v
		c.all = append(c.all, PackCell{
			Path: path, Section: c.section, Of: c.of, Name: c.name(path), Value: v.text, Basis: c.basis(path),
			Clauses: c.clauses, Line: c.src.at(v.at).Line, within: c.path,
		})
	}
}

// name says what a cell is of its section, in words where the section declares them.
func (c *cellList) name(path string) text.Pair {
	rel := strings.TrimPrefix(path, c.path+".")
	if own, is := strings.CutPrefix(rel, "override."); is {
		at, key, _ := strings.Cut(own, ".")
		if i, err := strconv.Atoi(at); err == nil {
			path := c.n.get("override").items[i-1].get("path").text
			say := text.PackSayOwn.With(c.p.lineName(path), settingTitle(path))
			if key == "reason" {
				say = text.PackSayReason.With(say)
			}
			return say
		}
	}
	if say := settingTitle(path); !say.Empty() && !strings.HasSuffix(path, say.ZH) {
		return say
	}
	if k := kindOfSection(c.section); k != nil {
		if say := c.partName(k.declared().says, rel); !say.Empty() {
			return say
		}
	}
	return text.Same(rel)
}

// partName names what lies in a list or in a table of a section; "" where no declaration has it.
func (c *cellList) partName(says []saying, rel string) text.Pair {
	key, below, _ := strings.Cut(rel, ".")
	p := sayingAt(says, key)
	if p == nil || p.title.Empty() {
		return text.Pair{}
	}
	of, rest, deeper := strings.Cut(below, ".")
	inner := map[string][]saying{"milestone": milestoneSection.says, "field": fieldSection.says, "ways": waySection.says}[key]
	switch _, err := strconv.Atoi(below); {
	case below == "":
		return p.title
	case err == nil:
		return text.ScoreTwo.With(p.title, below)
	case key == "measure" || key == "scale":
		return c.partName(partsOf(key), below)
	case key == "where":
		return text.ScoreTwo.With(p.title, c.fieldName(of))
	case inner != nil && deeper:
		if say := c.partName(inner, rest); !say.Empty() {
			return text.ScoreTwo.With(text.Same(of), say)
		}
	case key == "where_by_type":
		return text.ScoreTwo.With(p.title, text.ScoreTwo.With(typeTitle(of), rest))
	}
	return text.Pair{}
}

// partsOf is all that measures, or scales, say.
func partsOf(key string) (all []saying) {
	if key == "scale" {
		for _, s := range scales {
			all = append(all, s.says()...)
		}
		return all
	}
	for _, m := range measures {
		all = append(all, m.says()...)
	}
	return all
}

// fieldName names a field of the register that the section counts.
func (c *cellList) fieldName(id string) text.Pair {
	if f := c.fieldOf(c.n, id); f != nil {
		return f.Title
	}
	return text.Same(id)
}

// fieldOf finds a field of the register that a section counts; nil where there is none.
func (c *cellList) fieldOf(section *node, id string) *form.Field {
	for _, n := range []*node{section, section.get("measure")} {
		if n == nil || n.kind != aTable {
			continue
		}
		if v := n.get("register"); v != nil {
			if f := c.p.Dictionary().ByID(v.text); f != nil && f.Field(id) != nil {
				return f.Field(id)
			}
		}
	}
	return nil
}

func (c *cellList) basis(path string) text.Pair {
	rel := strings.TrimPrefix(path, c.path+".")
	in := func(list []string) bool {
		return slices.ContainsFunc(list, func(name string) bool { return rel == name || strings.HasPrefix(rel, name+".") })
	}
	switch {
	case in(c.given):
		return c.p.Standing(&Param{Path: path, Basis: Given}).Word()
	case in(c.assumed):
		return c.p.Standing(&Param{Path: path, Basis: Assumed}).Word()
	}
	return text.Pair{}
}

// WithCells gives the pack's file with values replaced, by their paths. What cannot be is told, all of it, and then there is no file.
func (p *Pack) WithCells(values map[string]string) (source []byte, wrong []CellError) {
	if p.Issued() {
		return nil, []CellError{{"", text.PackCellsIssued}}
	}
	c := p.cells()
	for _, path := range inOrder(values, nil) {
		v, value := c.at[path], values[path]
		switch {
		case v == nil:
			wrong = append(wrong, CellError{path, text.PackCellNone})
		case v.text == value:
		case strings.TrimSpace(value) == "":
			wrong = append(wrong, CellError{path, text.PackCellEmpty.With(legible(v.text))})
		default:
			written, why := v.rewritten(value)
			if !why.Empty() {
				wrong = append(wrong, CellError{path, why})
				continue
			}
			c.e.replace(v, written)
		}
	}
	if len(wrong) > 0 {
		return nil, wrong
	}
	out := c.e.apply()
	_, err := Load(out)
	var all PackErrors
	if errors.As(err, &all) {
		for _, one := range all {
			wrong = append(wrong, CellError{one.Path, one.Say})
		}
		return nil, wrong
	}
	return out, nil
}

// rewritten writes a value as the one it replaces is written.
func (v *node) rewritten(value string) (literally string, why text.Pair) {
	switch v.kind {
	case aNumber:
		if _, _, why := ParseFigure(value); !why.Empty() {
			return "", why
		}
		return literal(value), text.Pair{}
	case aFlag:
		if value != "true" && value != "false" {
			return "", text.PackWantFlag
		}
		return value, text.Pair{}
	case aDate:
		if !isDate(value) {
			return "", text.PackNoSuchDay.With(legible(value))
		}
		return value, text.Pair{}
	}
	_, _, was := ParseFigure(v.text)
	_, _, is := ParseFigure(value)
	switch {
	case was.Empty() && !is.Empty():
		return "", is
	case !was.Empty() && strings.ContainsAny(value[:1], "=+-@\t") && !is.Empty():
		return "", text.PackCellFormula.With(legible(value))
	}
	return quoted(value), text.Pair{}
}
