package scoring

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"yice/text"
)

// What a pack assumes, moved one step: so that whoever settles it sees what hangs on it.

// Variant is a pack with one thing of it moved.
type Variant struct {
	Path     string
	Of, Name text.Pair
	From, To text.Pair
	Choice   bool // a reading, not a number
	Pack     *Pack
}

// Variants moves every assumed number one step up and one down, and takes every other reading that the pack could have chosen. A step
// is a tenth of the number, as fine as it is written, and at least one of its last digit; a weight that moves is taken from, or given to,
// the others of its type in proportion; a day moves a month. still names what could not be moved.
func (p *Pack) Variants() (all []Variant, still []string) {
	_, d, err := load(p.Source)
	if err != nil {
		return nil, nil
	}
	for i := range p.Assumed {
		a := &p.Assumed[i]
		before := len(all)
		if _, there := p.Param(a.Path); a.Value != nil && there {
			for _, up := range []bool{true, false} {
				if moved, ok := stepped(a, up, d.numbers[a.Path]); ok {
					all = append(all, Variant{
						Path: a.Path, Of: p.lineName(a.Path), Name: settingTitle(a.Path), From: text.Same(shownParam(a)), To: text.Same(shownParam(&moved)),
						Pack: p.moved(moved),
					})
				}
			}
		}
		if len(all) == before {
			all = append(all, p.rewritten(a, d.numbers[a.Path])...)
		}
		if len(all) == before {
			still = append(still, a.Path)
		}
	}
	for _, k := range kinds {
		if !slices.Contains([]string{"pack", "form", "field", "type", "enterprise", "test", "english", "extract"}, k.heading().key) {
			k.declared().choices(p, func(c choicePoint) { all = append(all, p.chosen(c)...) })
		}
	}
	return all, still
}

// rewritten moves what is no parameter of the pack in memory, a number of decimals, a day, an enterprise's own figure, where it stands in
// the file. What would then be no pack is none.
func (p *Pack) rewritten(a *Param, rule numberRule) (all []Variant) {
	for _, up := range []bool{true, false} {
		moved, ok := Param{Text: DayBeside(a.Text, up)}, isDate(a.Text)
		if !ok && a.Value != nil {
			moved, ok = stepped(a, up, rule)
		}
		c := p.cells()
		v := c.at[a.Path]
		if !ok || v == nil {
			continue
		}
		written, why := v.rewritten(moved.Text)
		if !why.Empty() {
			continue
		}
		c.e.replace(v, written)
		if pack, err := Load(c.e.apply()); err == nil {
			all = append(all, Variant{
				Path: a.Path, Of: p.lineName(a.Path), Name: c.name(a.Path), From: text.Same(a.Text), To: text.Same(moved.Text), Pack: pack,
			})
		}
	}
	return all
}

// DayBeside is the day a month on, or back; the last of a shorter month where that has no such day. "" of what is no day.
func DayBeside(day string, on bool) string {
	if !isDate(day) {
		return ""
	}
	year, month, by := atoi(day[:4]), atoi(day[5:7]), -1
	if on {
		by = 1
	}
	at := year*12 + month - 1 + by
	moved := numbered4(at/12) + "-" + fmt.Sprintf("%02d", at%12+1) + day[7:]
	for n := 0; n < 3 && !isDate(moved); n++ {
		moved = moved[:8] + fmt.Sprintf("%02d", atoi(moved[8:])-1)
	}
	return moved
}

// stepped moves a number; ok is false where it would be none that its place may have.
func stepped(a *Param, up bool, rule numberRule) (moved Param, ok bool) {
	digits, percent := strings.CutSuffix(a.Text, "%")
	_, after, _ := strings.Cut(digits, ".")
	places := len(after)
	unit := big.NewRat(1, pow10(places))
	shown := new(big.Rat).Set(a.Value)
	if percent {
		shown.Mul(shown, hundred)
	}
	step := (rounding{places: places}).round(new(big.Rat).Quo(new(big.Rat).Abs(shown), big.NewRat(10, 1))).Rat()
	if step.Cmp(unit) < 0 {
		step = unit
	}
	if !up {
		step = new(big.Rat).Neg(step)
	}
	shown.Add(shown, step)
	moved = *a
	moved.Text = shown.FloatString(places)
	if percent {
		moved.Text += "%"
	}
	v, isPercent, why := ParseNumber(moved.Text)
	if !why.Empty() || !rule.check(v, isPercent, moved.Text).Empty() {
		return Param{}, false
	}
	moved.Value = v
	return moved, true
}

// moved gives the pack with a number replaced; the others' weights make room for one that moves.
func (p *Pack) moved(to Param) *Pack {
	by := []Param{to}
	if isWeight(to.Path) {
		typ := to.Path[strings.LastIndexByte(to.Path, '.')+1:]
		old, _ := p.Param(to.Path)
		rest := new(big.Rat).Sub(hundred, old.Value)
		if rest.Sign() > 0 {
			factor := new(big.Rat).Quo(new(big.Rat).Sub(hundred, to.Value), rest)
			for i := range p.Indicators {
				if w := p.Indicators[i].Weight[typ]; w.Value != nil && w.Path != to.Path {
					w.Value = new(big.Rat).Mul(w.Value, factor)
					by = append(by, w)
				}
			}
		}
	}
	own, forked := *p, []string(nil)
	own.override(by, FromDefault, &forked)
	return &own
}

// choicePoint is a word of a closed list that a pack has chosen.
type choicePoint struct {
	section, id, key string
	title            text.Pair
	words            []option
	now              string
}

// choices visits the words that sections of the kind choose.
func (k *declaration) choices(p *Pack, yield func(choicePoint)) {
	k.each(p, func(t any) {
		for i := range k.says {
			d := &k.says[i]
			if d.is != isWord || len(d.words) < 2 || d.at == nil {
				continue
			}
			c := choicePoint{section: k.key, key: d.key, title: d.title, words: d.words}
			if k.id != nil {
				c.id = k.id(t)
			}
			switch v := d.at(t).(type) {
			case *string:
				c.now = *v
			case *bool:
				for _, w := range d.words {
					if (w.id == d.sets) == *v {
						c.now = w.id
					}
				}
			}
			if c.now != "" {
				yield(c)
			}
		}
	})
}

// chosen takes every other word of a choice. What would not be a pack (a fixed amount that nobody gives) is none.
func (p *Pack) chosen(c choicePoint) (all []Variant) {
	path, of := c.section+"."+c.key, p.lineName(c.section+".")
	if c.id != "" {
		path = c.section + "." + c.id + "." + c.key
		of = p.lineName(path)
	} else if k := kindOfSection(c.section); k != nil {
		of = k.declared().title
	}
	for _, w := range c.words {
		if w.id == c.now {
			continue
		}
		e := newEditor(p.Source)
		table := e.root.get(c.section)
		if c.id != "" && table != nil {
			i := slices.IndexFunc(table.items, func(n *node) bool { v := n.get("id"); return v != nil && v.text == c.id })
			if i < 0 {
				continue
			}
			table = table.items[i]
		}
		if table == nil || table.kind != aTable {
			continue
		}
		e.set(table, c.key, quoted(w.id))
		if moved, err := Load(e.apply()); err == nil {
			all = append(all, Variant{path, of, c.title, optionTitle(c.words, c.now), w.say, true, moved})
		}
	}
	return all
}
