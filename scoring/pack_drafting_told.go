package scoring

import (
	"strings"

	"yice/text"
)

// What an editor tells of a value, on a screen or in lines.

// Heading names what a value belongs to; the pack itself, whose name is a whole sentence, by what it is.
func (c *DraftCell) Heading(l text.Lang) string {
	if c.Section == "pack" && c.Head != "" {
		return c.Head
	}
	return c.Of.Begun().In(l)
}

// Told says a value as it would stand there: in words where it is one of a list.
func (c *DraftCell) Told(value string) text.Pair {
	for _, w := range c.Words {
		if w.ID == value {
			return w.Told()
		}
	}
	switch {
	case value == c.Was && !c.Says.Empty():
		return c.Says
	case c.Changed && value == c.Value && !c.Became.Empty():
		return c.Became
	}
	return text.Same(value)
}

// Now is what stands there.
func (c *DraftCell) Now() text.Pair {
	if !c.Set {
		return text.TuiPeUnset
	}
	return c.Told(c.Value)
}

// Told is the word in words.
func (w DraftWord) Told() text.Pair {
	if w.Say.Empty() {
		return text.Same(w.ID)
	}
	return w.Say
}

// AboutCell is what is to be known of a value before another takes its place.
type AboutCell struct {
	Does    text.Pair   // what it does
	Rules   []text.Pair // what may stand there, whether others may have their own, whether this enterprise has
	Clauses []text.Pair // on which it rests
}

// About tells of a value what it does, what may stand there, whether an enterprise has its own, and on which clauses it rests.
func (d *Drafting) About(c *DraftCell, uscc, typ string) AboutCell {
	about := AboutCell{Does: c.Hint}
	if !c.Range.Empty() {
		about.Rules = append(about.Rules, c.Range)
	}
	if c.Open {
		about.Rules = append(about.Rules, text.TuiPeOpen)
	}
	if !c.Set {
		about.Rules = append(about.Rules, text.TuiPeNowUnset)
	}
	eff, _ := d.base.For(uscc, typ)
	if p, ok := eff.Param(c.Path); ok && p.Default != nil && p.Text != "" {
		about.Rules = append(about.Rules, text.TuiPeOwn.With(p.Text))
	}
	for _, id := range strings.Fields(c.Clauses) {
		for _, cl := range d.base.Clauses {
			if cl.ID == id {
				gist := d.base.Say(cl.Gist)
				about.Clauses = append(about.Clauses, text.Pair{ZH: cl.ID + "  " + gist.ZH, EN: cl.ID + "  " + gist.In(text.EN)})
			}
		}
	}
	return about
}
