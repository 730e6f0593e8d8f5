package scoring

import "yice/text"

// A line of policy is declared once: what it may say, of what kind, how a number must be, its name in both languages, what
// stands for what is absent, what is left open to an enterprise, where the engine keeps it. The keys of a pack's file,
// reading it, overriding, listing and comparing it, the names of its parameters and docs/pack-format.md are all read off the
// declaration. See line_tilt.go for one whole line.

// shape is what the value of a key must be.
type shape uint8

const (
	isText   shape = iota
	isWord         // one of words
	isNumber       // a number, or a number in quotes
	isFlag         // true, false
	isDay          // 2023-01-01, without quotes
	isList         // of texts
	isTable        // { … } or [name]
	isMany         // [[name]]
	isAny          // checked elsewhere
)

// keyRule is one key a table may have.
type keyRule struct {
	key   string
	is    shape
	must  bool
	words []string
}

// keyRules are the keys of one kind of table. Anything else is an error.
type keyRules []keyRule

func (r keyRules) find(key string) *keyRule {
	for i := range r {
		if r[i].key == key {
			return &r[i]
		}
	}
	return nil
}

func (r keyRules) names() []string {
	all := make([]string, len(r))
	for i := range r {
		all[i] = r[i].key
	}
	return all
}

const must = true

// option is one of the words that may stand somewhere, and what it means in a sentence.
type option struct {
	id  string
	say text.Pair
}

// parameter is one thing that a section of a kind says. Only key and is are needed; what has no place (at) is read by
// another parameter of the section, or by read. P is a pointer to the kind, not the kind: whatever takes a pointer is compiled
// once for all of them, what takes a struct anew for each.
type parameter[P any] struct {
	key  string
	is   shape
	must bool
	// title names it; of a table of numbers it takes the name of the number, as of words it.
	title text.Pair
	of    func(name string) text.Pair
	// within names what lies in a nest, by its path there.
	within func(path string) text.Pair
	// rule holds for a number, or for every number of a table; bare numbers need not be listed as given or assumed.
	rule numberRule
	bare bool
	// names are those a table's numbers, or a list, may have; nil for any.
	names func(*Pack) []string
	// words are those of a closed list. Where a flag is kept, sets is the word that sets it.
	words []option
	sets  string
	// absent stands for an absent text or word.
	absent string
	// open: the pack may leave it to types and enterprises. opens does so for what lies within.
	open  bool
	opens func() []string
	// own: words of the pack's own, which [english] may translate.
	own bool
	// at is where it is kept: a *Param, *string, *bool, *int, *[]string or a table of numbers, or a nest.
	at func(P) any
	// read reads it in another way than its shape says.
	read func(*section, P)
	// hint says what the value does, for whoever changes it; help is a word more for whoever writes a file (docs/pack-format.md).
	hint text.Pair
	help string
	// quiet ones are not listed by themselves; say lists one in other words, as gives it another path.
	quiet bool
	as    string
	say   func(*Pack, P) text.Pair
}

// saying is a parameter whose section is no longer told by its type: everything that reads, lists, sets and describes sections works on
// these.
type saying struct {
	parameter[any] // all but the three that follow
	at             func(t any) any
	read           func(s *section, t any)
	say            func(p *Pack, t any) text.Pair
}

// untyped takes the type from what a section declares.
func untyped[P any](says []parameter[P]) []saying {
	all := make([]saying, len(says))
	for i, p := range says {
		all[i].parameter = parameter[any]{
			key: p.key, is: p.is, must: p.must, title: p.title, of: p.of, within: p.within, rule: p.rule, bare: p.bare, names: p.names,
			words: p.words, sets: p.sets, absent: p.absent, open: p.open, opens: p.opens, own: p.own, hint: p.hint, help: p.help, quiet: p.quiet, as: p.as,
		}
		if p.at != nil {
			all[i].at = func(t any) any { return p.at(t.(P)) }
		}
		if p.read != nil {
			all[i].read = func(s *section, t any) { p.read(s, t.(P)) }
		}
		if p.say != nil {
			all[i].say = func(pack *Pack, t any) text.Pair { return p.say(pack, t.(P)) }
		}
	}
	return all
}

// asKey gives the key as the reader of a file checks it.
func (p *saying) asKey() keyRule {
	r := keyRule{key: p.key, is: p.is, must: p.must}
	for _, w := range p.words {
		r.words = append(r.words, w.id)
	}
	return r
}

// sectionOf declares a kind of section: [key], which stands once, or [[key]], of which there may be many. P is a pointer to the kind.
type sectionOf[P any] struct {
	key   string
	must  bool
	title text.Pair
	says  []parameter[P]
	// kept is where a pack keeps it: once or several, or (nothing) in the pack itself.
	kept place[P]
	// line is where it keeps the line of the file it stands on; lineOf tells it where nothing keeps it.
	line   func(P) *int
	lineOf func(P) int
	// name and id tell one of many from the others.
	id, name func(P) string
	// open is where it keeps what it leaves open to types and enterprises.
	open func(P) *[]string
	// check looks at what only shows once all of it is read.
	check func(*section, P)
	// since is the schema that brought it, where that is not the first.
	since int
	// always: packs of an older schema that have it were read before it was asked, and are read for ever.
	always bool
	// unlisted: its numbers, if any, need no basis of their own.
	unlisted bool
}

// keeping is where a pack keeps what it has of a kind. A t is a pointer to the kind.
type keeping struct {
	many  bool
	each  func(p *Pack, yield func(t any))
	fresh func() any           // one of the kind, empty; nil where it is the pack itself
	keep  func(p *Pack, t any) // puts one that was read where the pack keeps it
	part  func(p *Pack)        // gives a pack its own copy
}

// place is a keeping of what P points to, and of nothing else.
type place[P any] struct{ keeping }

// once is the place of a kind that stands once.
func once[T any](at func(*Pack) **T) place[*T] {
	return place[*T]{keeping{
		each: func(p *Pack, yield func(any)) {
			if t := *at(p); t != nil {
				yield(t)
			}
		},
		fresh: func() any { return new(T) },
		keep:  func(p *Pack, t any) { *at(p) = t.(*T) },
		part: func(p *Pack) {
			if t := at(p); *t != nil {
				own := **t
				*t = &own
			}
		},
	}}
}

// several is the place of a kind of which there may be many.
func several[T any](at func(*Pack) *[]T) place[*T] {
	return place[*T]{keeping{
		many: true,
		each: func(p *Pack, yield func(any)) {
			all := *at(p)
			for i := range all {
				yield(&all[i])
			}
		},
		fresh: func() any { return new(T) },
		keep:  func(p *Pack, t any) { all := at(p); *all = append(*all, *t.(*T)) },
		part:  func(p *Pack) { all := at(p); *all = append([]T(nil), *all...) },
	}}
}

// declaration is a section's without its type, as [saying] is a parameter's. A t is a pointer to the section's kind.
type declaration struct {
	keeping
	key      string
	must     bool
	title    text.Pair
	says     []saying
	line     func(t any) *int
	lineOf   func(t any) int
	id, name func(t any) string
	open     func(t any) *[]string
	check    func(s *section, t any)
	since    int
	always   bool
	unlisted bool
	keys     keyRules
}

// declare completes a declaration with its keys.
func declare[P any](k sectionOf[P]) *declaration {
	d := &declaration{
		keeping: k.kept.keeping, key: k.key, must: k.must, title: k.title, says: untyped(k.says),
		since: k.since, always: k.always, unlisted: k.unlisted,
		line: erased(k.line), lineOf: erased(k.lineOf), id: erased(k.id), name: erased(k.name), open: erased(k.open),
	}
	if k.check != nil {
		d.check = func(s *section, t any) { k.check(s, t.(P)) }
	}
	if d.fresh == nil {
		d.each = func(p *Pack, yield func(any)) { yield(p) }
	}
	return d.complete()
}

func erased[P, V any](f func(P) V) func(any) V {
	if f == nil {
		return nil
	}
	return func(t any) V { return f(t.(P)) }
}

// complete adds the keys.
func (k *declaration) complete() *declaration {
	for i := range k.says {
		k.keys = append(k.keys, k.says[i].asKey())
	}
	if k.open != nil {
		k.keys = append(k.keys, keyRule{key: "overridable", is: isList})
	}
	if !k.unlisted {
		k.keys = append(k.keys, keyRule{key: "given", is: isList}, keyRule{key: "assumed", is: isList})
	}
	return k
}

// nested declares a table within a section by what it says.
func nested(key string, says []saying) *declaration {
	return (&declaration{key: key, says: says, unlisted: true}).complete()
}

// heading is the section as a key of the file.
func (k *declaration) heading() keyRule {
	r := keyRule{key: k.key, is: isTable, must: k.must}
	if k.many {
		r.is = isMany
	}
	return r
}

// fork gives a pack its own copy of what it has of the kind; maps are still shared. Where nothing is left open, nothing of many is
// ever replaced.
func (k *declaration) fork(p *Pack) {
	if k.fresh != nil && (!k.many || k.open != nil) {
		k.part(p)
	}
}

// named tells the id, name and line of each a pack has of the kind, where they have ids.
func (k *declaration) named(p *Pack, yield func(id, name string, line int)) {
	if k.id == nil {
		return
	}
	k.each(p, func(t any) { yield(k.id(t), k.name(t), *k.line(t)) })
}

// What several sections say alike.

// identified is the id that one of many is known by; [decoder.eachNamed] checks it.
func identified[P any](at func(P) *string) parameter[P] {
	return parameter[P]{key: "id", is: isText, must: must, title: text.PackSayID, quiet: true, read: func(s *section, t P) {
		if v := s.got["id"]; v != nil && v.kind == aString {
			*at(t) = v.text
		}
	}}
}

func called[P any](at func(P) *string) parameter[P] {
	return parameter[P]{key: "name", is: isText, must: must, title: text.PackSayName, own: true, at: func(t P) any { return at(t) }}
}

// cites are the clauses a section rests on, each in the pack's own directory.
func cites[P any](at func(P) *[]string) parameter[P] {
	return parameter[P]{
		key: "clauses", is: isList, must: must, title: text.ScoreLabelClause,
		read: func(s *section, t P) { *at(t) = s.cited() },
		say:  func(_ *Pack, t P) text.Pair { return inARow(*at(t)) },
	}
}

// atLevels are the levels of recognition that a section takes.
func atLevels[P any](at func(P) *[]string) parameter[P] {
	return parameter[P]{
		key: "levels", is: isList, must: must, title: text.PackSayLevels,
		read: func(s *section, t P) { *at(t) = s.d.coded(s, "levels", s.d.p.Levels) },
		say:  func(p *Pack, t P) text.Pair { return listed(fieldOf("project", "level"), *at(t)) },
	}
}

// onProjects are the two keys by which the payroll lines choose projects.
func onProjects[P any](tackle, evidence func(P) *bool, between ...parameter[P]) []parameter[P] {
	all := []parameter[P]{{
		key: "tackle_only", is: isFlag, must: must, title: text.PackSayMeasure, as: "rows", at: func(t P) any { return tackle(t) },
		say: func(_ *Pack, t P) text.Pair { return tackleWords(*tackle(t), *evidence(t)) },
	}, {
		key: "evidence", is: isWord, words: wordsEvidence, sets: "认定", title: text.PackSayEvidence, quiet: true,
		at: func(t P) any { return evidence(t) },
	}}
	return append(all, between...)
}

// wordsEvidence: with "认定" confirmed counts recognised rows only; "自动" (as without the key) counts every row.
var wordsEvidence = []option{{"认定", text.PackSayEvidence}, {"自动", text.ScoreRuleAny}}

func levelsOfPack(p *Pack) []string { return p.Levels }
func typesOfPack(p *Pack) []string  { return p.Types }

func typeTitle(id string) text.Pair { return codeTitle(fieldOf("enterprise", "type"), id) }
