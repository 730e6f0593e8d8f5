package scoring

import (
	"slices"
	"strconv"
	"strings"

	"yice/text"
)

// What an editor is told of a value, read off the declaration of its place.

// unset adds the numbers, words and flags that a section may set and does not, behind what it does.
func (c *cellList) unset() {
	c.absent, c.into = map[string]bool{}, map[string]*node{}
	var out []PackCell
	for i := 0; i < len(c.all); {
		first := &c.all[i]
		j := i
		for j < len(c.all) && c.all[j].within == first.within {
			j++
		}
		out = append(out, c.all[i:j]...)
		out = append(out, c.lacks(first)...)
		i = j
	}
	c.all = out
}

// lacks lists what the section of a cell could set.
func (c *cellList) lacks(of *PackCell) (all []PackCell) {
	k, n := kindOfSection(of.Section), c.sections[of.within]
	if k == nil || n == nil || n.kind != aTable {
		return nil
	}
	for _, p := range k.declared().says {
		scalar := p.is == isNumber || p.is == isWord && len(p.words) > 1 || p.is == isFlag
		if p.must || !scalar || p.at == nil || n.get(p.key) != nil || slices.Contains(leftAlone, p.key) {
			continue
		}
		cell := *of
		cell.Path, cell.Name, cell.Value, cell.Basis, cell.Line = of.within+"."+p.key, p.title, "", text.Pair{}, 0
		c.absent[cell.Path], c.into[cell.Path] = true, n
		all = append(all, cell)
	}
	return all
}

func (c *cellList) cell(path string) *PackCell {
	for i := range c.all {
		if c.all[i].Path == path {
			return &c.all[i]
		}
	}
	return nil
}

// place gives what declares the value at a path; nil where nothing does by itself.
func (c *cellList) place(path, section, within string) *saying {
	k := kindOfSection(section)
	if k == nil {
		return nil
	}
	return sayingAt(k.declared().says, strings.TrimPrefix(path, within+"."))
}

// sayingAt finds a key among what a section says: of a measure, a scale or a way among what those say.
func sayingAt(says []saying, rel string) *saying {
	key, below, _ := strings.Cut(rel, ".")
	switch {
	case key == "scale" && below != "":
		for _, s := range scales {
			if p := sayingAt(s.says(), below); p != nil {
				return p
			}
		}
		return nil
	case key == "measure" && below != "":
		for _, m := range measures {
			if p := sayingAt(m.says(), below); p != nil {
				return p
			}
		}
		return nil
	case key == "ways" && below != "":
		_, below, _ = strings.Cut(below, ".")
		return sayingAt(waySection.says, below)
	}
	for i := range says {
		if says[i].key == key {
			return &says[i]
		}
	}
	return nil
}

// describe tells what may stand at a place and what it does.
func (c *cellList) describe(cell *DraftCell, rules map[string]numberRule) {
	p := c.place(cell.Path, cell.Section, cell.within)
	rule, number := rules[cell.Path]
	if p != nil {
		cell.Hint = p.hint
		cell.Open = p.open
		for _, w := range p.words {
			cell.Words = append(cell.Words, DraftWord{w.id, w.say})
		}
		if !number && (p.is == isNumber || p.is == isTable) && p.rule != (numberRule{}) {
			rule, number = p.rule, true
		}
		if p.is == isFlag {
			cell.Words = []DraftWord{{"true", yesNo(true)}, {"false", yesNo(false)}}
		}
	}
	if v := c.at[cell.Path]; v != nil && v.kind == aFlag {
		cell.Words = []DraftWord{{"true", yesNo(true)}, {"false", yesNo(false)}}
	}
	cell.Says = c.inWords(cell)
	if number {
		cell.Number, cell.Range = true, rule.told()
	}
}

// inWords says a text of the file as people read it: levels, types and codes by their titles, the pack's own texts in its translation.
// What an enterprise brings of its own, its name, its document and its reasons, is in nobody's dictionary and stays as it is written.
func (c *cellList) inWords(cell *DraftCell) text.Pair {
	parts := strings.Split(strings.TrimPrefix(cell.Path, cell.within+"."), ".")
	switch key := parts[len(parts)-1]; {
	case key == "type" && cell.Section == enterpriseSection.key:
		return typeTitle(cell.Value)
	case key == "at" && cell.Section == clauseSection.key:
		return sectionOfDocument(cell.Value)
	}
	for i, part := range parts[:len(parts)-1] {
		switch {
		case part == "levels":
			return levelTitle(cell.Value)
		case part == "types":
			return typeTitle(cell.Value)
		case part == "where" && i+2 < len(parts):
			if n := c.sections[cell.within]; n != nil {
				return codeTitle(c.fieldOf(n, parts[i+1]), cell.Value)
			}
		case part == "where_by_type":
			if by := c.at[cell.within+"."+strings.Join(append(parts[:i:i], "where_field"), ".")]; by != nil {
				return codeTitle(c.fieldOf(c.sections[cell.within], by.text), cell.Value)
			}
		case part == "kinds" || part == "regulator_kinds":
			return codeTitle(fieldOf("platform", "kind"), cell.Value)
		}
	}
	return c.p.Say(cell.Value)
}

// told says a rule of numbers in a sentence.
func (r numberRule) told() text.Pair {
	least, most := r.least, r.most
	if r.signed && r.least == 0 {
		least = -r.most
	}
	if r.form == percent {
		return text.PackRangePercent.With(strconv.FormatInt(least*100, 10), strconv.FormatInt(most*100, 10))
	}
	say := text.PackRange
	switch {
	case r.signed && r.most >= ruleTarget.most:
		return text.PackRangeAny
	case r.whole:
		say = text.PackRangeWhole
	case r.form == eitherOf:
		say = text.PackRangeEither
	}
	return say.With(strconv.FormatInt(least, 10), strconv.FormatInt(most, 10))
}

// refuses says what keeps a value from standing at a place, whatever else the pack says.
func (c *cellList) refuses(path, value string, rules map[string]numberRule) text.Pair {
	cell := DraftCell{PackCell: *c.cell(path)}
	c.describe(&cell, rules)
	if len(cell.Words) > 0 {
		for _, w := range cell.Words {
			if w.ID == value {
				return text.Pair{}
			}
		}
		return text.PackUnknownWord.With(legible(value), among(wordIDs(cell.Words)))
	}
	if cell.Number {
		v, percent, why := ParseNumber(value)
		if !why.Empty() {
			return why
		}
		rule, known := rules[path]
		if !known {
			rule = c.place(path, cell.Section, cell.within).rule
		}
		return rule.check(v, percent, value)
	}
	if v := c.at[path]; v != nil {
		_, why := v.rewritten(value)
		return why
	}
	return text.Pair{}
}

func wordIDs(words []DraftWord) []string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = w.ID
	}
	return all
}

// add sets a key that its section did not set; a number with it is an assumption.
func (c *cellList) add(path, value string) {
	n, key := c.into[path], path[strings.LastIndexByte(path, '.')+1:]
	if n == nil {
		return
	}
	p := c.place(path, sectionOfPath(path), strings.TrimSuffix(path, "."+key))
	written := quoted(value)
	switch {
	case p.is == isNumber:
		written = literal(value)
	case p.is == isFlag:
		written = value
	}
	c.e.set(n, key, written)
	if p.is == isNumber && !p.bare {
		c.e.assume(n, key)
	}
}

func sectionOfPath(path string) string {
	section, _, _ := strings.Cut(path, ".")
	return section
}
