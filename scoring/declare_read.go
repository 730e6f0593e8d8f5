package scoring

import "yice/text"

// Reading a section by its declaration.

// read reads what a file has of the kind into the pack.
func (k *declaration) read(d *decoder, file *section) {
	if n := file.got[k.key]; n != nil && d.p.Schema != 0 && k.since > d.p.Schema && !k.always {
		d.errs.add(n.at, k.key, text.PackNeedsSchema.With(k.key, k.since))
		return
	}
	switch {
	case k.many:
		d.eachNamed(file, k.key, func(n *node, path, _ string) {
			t := k.fresh()
			k.fill(d.open(n, path, k.keys), t)
			k.keep(d.p, t)
		})
	case k.fresh != nil:
		if n := file.got[k.key]; n != nil {
			t := k.fresh()
			k.fill(d.open(n, k.key, k.keys), t)
			k.keep(d.p, t)
		}
	default:
		k.fill(d.open(file.got[k.key], k.key, k.keys), d.p)
	}
}

// fill reads a section whose keys have been checked.
func (k *declaration) fill(s *section, t any) {
	if k.line != nil {
		*k.line(t) = s.line()
	}
	k.fillOnly(s, t)
	if k.check != nil {
		k.check(s, t)
	}
	if k.open != nil {
		*k.open(t) = s.d.overridable(s, k.opens()...)
	}
	if s.n != nil {
		s.settle()
	}
}

func (k *declaration) fillOnly(s *section, t any) {
	for i := range k.says {
		switch p := &k.says[i]; {
		case p.read != nil:
			p.read(s, t)
		case p.at != nil:
			p.fill(s, p.at(t))
		}
	}
}

// fill reads one parameter into its place.
func (p *saying) fill(s *section, to any) {
	switch to := to.(type) {
	case *Param:
		*to = s.number(p.key, p.rule)
	case *map[string]Param:
		*to = s.numbersBy(p.key, p.namesOf(s.d.p), p.rule)
	case *int:
		if p.bare {
			*to = s.whole(p.key, p.rule)
		} else if v := s.number(p.key, p.rule); v.Value != nil {
			*to = int(v.Value.Num().Int64())
		}
	case *bool:
		if p.is == isFlag {
			*to = s.flag(p.key)
		} else {
			*to = s.word(p.key, "") == p.sets
		}
	case *[]string:
		if p.names != nil {
			*to = s.d.coded(s, p.key, p.names(s.d.p))
		} else {
			*to = s.list(p.key, true)
		}
	case *string:
		p.fillText(s, to)
	}
}

func (p *saying) fillText(s *section, to *string) {
	switch {
	case p.is == isDay:
		*to = s.day(p.key)
		s.listedDay(p.key)
	case p.is == isWord:
		*to = s.word(p.key, p.absent)
	case s.got[p.key] == nil:
		*to = p.absent
	default:
		*to = s.text(p.key)
	}
}

func (p *saying) namesOf(pack *Pack) []string {
	if p.names == nil {
		return nil
	}
	return p.names(pack)
}

// opens lists what the section may leave open, as its list overridable names it.
func (k *declaration) opens() []string {
	var all []string
	for i := range k.says {
		if p := &k.says[i]; p.open {
			all = append(all, p.key)
		}
	}
	for i := range k.says {
		if p := &k.says[i]; p.opens != nil {
			all = append(all, p.opens()...)
		}
	}
	return all
}

// optionTitle gives a word of a closed list as people say it; one the declaration does not have stands for itself.
func optionTitle(words []option, id string) text.Pair {
	for _, w := range words {
		if w.id == id {
			return w.say
		}
	}
	return text.Same(id)
}
