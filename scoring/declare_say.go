package scoring

import (
	"strconv"
	"strings"

	"yice/text"
)

// What a section says, in words: for reading on a screen, for comparing two packs, and beside a line's explanation.

// nest is what a parameter holds that declares parameters of its own: a measure, a scale, a ladder.
type nest interface {
	// set replaces the parameter at a path within; false where there is none.
	set(path string, with func(Param) Param) bool
	// params appends the numbers that are set, in the order they are declared.
	params(to []Param, p *Pack) []Param
}

// list adds what a pack says in sections of the kind.
func (k *declaration) list(l *settingList) {
	k.each(l.p, func(t any) {
		k.listIn(l, t)
		k.listOnly(l, t)
	})
}

// listIn begins the group of one section.
func (k *declaration) listIn(l *settingList, t any) {
	line := 1
	switch {
	case k.line != nil:
		line = *k.line(t)
	case k.lineOf != nil:
		line = k.lineOf(t)
	}
	if k.id != nil {
		l.in(k.key+"."+k.id(t), l.p.Say(k.name(t)), line)
	} else {
		l.in(k.key, k.title, line)
	}
}

func (k *declaration) listOnly(l *settingList, t any) {
	for i := range k.says {
		k.says[i].list(l, t)
	}
	if k.open != nil {
		l.word("overridable", text.PackSayOverridable, inARow(*k.open(t)))
	}
}

// list adds one parameter.
func (p *saying) list(l *settingList, t any) {
	key := p.key
	if p.as != "" {
		key = p.as
	}
	if p.say != nil {
		l.word(key, p.title, p.say(l.p, t))
	}
	if p.at == nil || p.quiet {
		return
	}
	at := p.at(t)
	if _, numbers := at.(nest); numbers || p.say == nil {
		p.listAt(l, at)
	}
}

func (p *saying) listAt(l *settingList, at any) {
	switch v := at.(type) {
	case *Param:
		l.param(*v)
	case *map[string]Param:
		for _, name := range inOrder(*v, p.namesOf(l.p)) {
			l.param((*v)[name])
		}
	case nest:
		for _, n := range v.params(nil, l.p) {
			l.param(n)
		}
	case *int:
		l.word(p.key, p.title, text.Same(strconv.Itoa(*v)))
	case *bool:
		l.word(p.key, p.title, p.flagWord(*v))
	case *[]string:
		l.word(p.key, p.title, inARow(*v))
	case *string:
		switch {
		case p.is == isWord && *v != "":
			l.word(p.key, p.title, optionTitle(p.words, *v))
		case p.own:
			l.say(p.key, p.title, *v)
		default:
			l.plain(p.key, p.title, *v)
		}
	}
}

func (p *saying) flagWord(yes bool) text.Pair {
	if p.is == isFlag {
		return yesNo(yes)
	}
	for _, w := range p.words {
		if (w.id == p.sets) == yes {
			return w.say
		}
	}
	return text.Pair{}
}

// titleOf names the number at a path within a section of the kind.
func (k *declaration) titleOf(path string) text.Pair {
	if k.id != nil || k.many {
		_, path, _ = strings.Cut(path, ".")
	}
	return titleIn(k.says, path)
}

func titleIn(says []saying, path string) text.Pair {
	key, below, _ := strings.Cut(path, ".")
	for i := range says {
		switch p := &says[i]; {
		case p.key != key:
		case p.within != nil && below != "":
			return p.within(below)
		case p.of != nil && below != "":
			return p.title.With(p.of(below))
		case below == "":
			return p.title
		}
	}
	return text.Same(path)
}

// params appends the numbers that a section rests on, in the order they are declared.
func paramsOf(to []Param, says []saying, t any, p *Pack) []Param {
	for i := range says {
		d := &says[i]
		if d.at == nil {
			continue
		}
		switch v := d.at(t).(type) {
		case *Param:
			to = set(to, *v)
		case *map[string]Param:
			to = byLevel(to, *v, d.namesOf(p))
		case nest:
			to = v.params(to, p)
		}
	}
	return to
}

// set appends the parameters that have a value.
func set(to []Param, params ...Param) []Param {
	for i := range params {
		if params[i].Value != nil {
			to = append(to, params[i])
		}
	}
	return to
}

// byLevel lists a table of numbers, in the order of their names.
func byLevel(to []Param, table map[string]Param, names []string) []Param {
	for _, name := range names {
		to = set(to, table[name])
	}
	return to
}

// ownWords appends the words of the pack's own that a section has.
func (k *declaration) ownWords(p *Pack, to []string) []string {
	k.each(p, func(t any) {
		for i := range k.says {
			if d := &k.says[i]; d.own && d.at != nil {
				to = append(to, *d.at(t).(*string))
			}
		}
	})
	return to
}

// settingTitle names a number of a pack by its path.
func settingTitle(path string) text.Pair {
	section, rest, _ := strings.Cut(path, ".")
	if k := kindOfSection(section); k != nil {
		return k.titleOf(rest)
	}
	return text.Same(rest)
}

// params lists the numbers that a section rests on.
func (k *declaration) params(t any, p *Pack) []Param { return paramsOf(nil, k.says, t, p) }
