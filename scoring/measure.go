package scoring

import (
	"math/big"
	"slices"
	"strings"

	"yice/form"
	"yice/text"
)

// Measure says what is measured. Which members are set follows from Kind.
type Measure struct {
	Kind MeasureKind

	Fact string // value: a fact of the catalogue (facts.go), "conversion.income"
	Num  string // ratio
	Den  string
	Cur  string // growth
	Prev string
	// ZeroBase of growth: "top" gives the top rung where the year before is ≤ 0 and this year is > 0.
	ZeroBase string

	Register    string      // count, level_points: form id
	form        *form.Form  // of Register, as the dictionary of the pack has it
	Where       []Condition // all must hold
	WhereField  string      // with WhereByType: the field whose accepted values depend on the enterprise's type
	WhereByType map[string][]string
	YearBy      string // date field, or "active", or "" for the filing year
	Dedupe      string // field whose equal values count once; "" none
	Evidence    bool   // evidence = "认定": confirmed counts recognised rows only
	Points      map[string]Param
	Grades      map[string]map[string]Param // level → grade → points; overrides Points where it has the grade

	// Schema 2: Field is what sum adds and distinct tells apart; Of is what growth compares with the year before; Over and Under
	// are what per divides. Unit is the unit of the value in the pack's own words, "" for that of the dictionary.
	Of, Over, Under *Measure
	Unit            string
	field           *form.Field
	factor          *big.Rat         // of per: brings 万元 to the unit; nil for 1
	line            string           // the line that it measures
	forms           *form.Dictionary // that of the pack

	Items []string // checklist; on an effective pack the joined milestones' texts follow the pack's own items
	// Milestones are the ones joined into Items by For; a row of form checklist names one by text or by id: see ItemNamed.
	Milestones []Milestone
}

// Condition is one field's accepted values in a where clause.
type Condition struct {
	Field  string
	Values []string
}

// MeasureKind names one of the closed catalogue of measures: an untrusted pack must not be able to loop or eat memory, and
// every kind has a closed-form answer to how much is missing and what one more would bring.
type MeasureKind string

// measureKind is one way to measure: what a pack says of it, what it finds, how far that is from a point of a scale, and all
// of it in words. Each is a file of its own; a new one is entered in measures.
type measureKind interface {
	kind() MeasureKind
	about() string // for whoever writes a pack; docs/pack-format.md has it
	says() []saying
	measure(e *evaluation, m *Measure) measured
	format(in *Indicator) figure

	// toward is how much more of what a person keys (万元 of a fact, rows, points, items) brings the value to a point of its
	// scale, exactly: less than nothing where the value lies beyond. grain is how finely that is keyed, in places; worth what
	// one of it moves the value by.
	toward(g *measured, at *big.Rat) *big.Rat
	grain(g *measured) int
	worth(g *measured) *big.Rat
	// moved is the value once so much more is there; top: growth from nothing. Neither: more changes nothing.
	moved(g *measured, more *big.Rat) (v *big.Rat, top bool)

	// words says what is measured for a reader of the pack, reading for one of a line's explanation; formula is how the value
	// came about, adding and oneMore what more there could be, records which rows counted.
	words(p *Pack, m *Measure) text.Pair
	reading(t *teller, m *Measure) []text.Pair
	formula(t *teller) []text.Pair
	adding(t *teller, d *big.Rat) text.Pair
	oneMore(t *teller) []text.Pair
	records(t *teller)
}

var measures = [...]measureKind{
	valueMeasure{},
	ratioMeasure{},
	growthMeasure{},
	countMeasure{},
	levelPointsMeasure{},
	checklistMeasure{},
	sumMeasure{},
	distinctMeasure{},
	perMeasure{},
}

// by gives the way a measure measures; nil where the pack could not be read that far.
func (m *Measure) by() measureKind {
	for _, k := range measures {
		if k.kind() == m.Kind {
			return k
		}
	}
	return nil
}

// kindKey is the key that tells measures, and scales, apart.
func kindKey[P any]() parameter[P] {
	return parameter[P]{key: "kind", is: isText, must: must, title: text.PackSayKind}
}

// read reads the measure of a line.
func (m *Measure) read(s *section) {
	kinds := make([]string, len(measures))
	for i, k := range measures {
		kinds[i] = string(k.kind())
	}
	m.readIn(s, "measure", kinds)
	_, id, _ := strings.Cut(s.path, ".")
	id, _, _ = strings.Cut(id, ".") // of a way: the line's
	m.each(func(part *Measure) { part.line = id })
}

// readIn reads a measure of one of some kinds.
func (m *Measure) readIn(s *section, key string, kinds []string) {
	m.forms = s.d.p.Dictionary()
	m.Kind = MeasureKind(kindOf(s, key, kinds))
	k := m.by()
	if k == nil {
		return
	}
	d := nested(key, k.says())
	in := s.within(key, d.keys)
	if s.d.p.Schema == 1 && slices.Contains(newMeasures, m.Kind) {
		s.d.errs.add(in.n.at, in.path, text.PackNeedsSchema.With(string(m.Kind), 2))
		return
	}
	d.fillOnly(in, m)
	s.d.checkPer(in, m)
	s.d.checkGrowth(in, m)
}

// newMeasures are those that schema 2 brought.
var newMeasures = []MeasureKind{MeasureSum, MeasureDistinct, MeasurePer}

// kindOf reads the kind of a measure or a scale, before it is known which keys it may have. A misspelt one is read on as
// what was probably meant, so that its other errors show too.
func kindOf(s *section, key string, kinds []string) string {
	v, d := s.got[key], s.d
	if v == nil {
		return ""
	}
	path := s.path + "." + key + ".kind"
	slices.Sort(kinds)
	switch k := v.get("kind"); {
	case k == nil && v.has("kind"):
		return ""
	case k == nil:
		d.errs.add(v.at, path, text.PackMissingKind.With(among(kinds)))
		return ""
	case k.kind != aString:
		d.errs.add(k.at, path, text.PackWantText)
		return ""
	case !slices.Contains(kinds, k.text):
		near := d.near(k.text, kinds)
		d.errs.addNear(k.at, path, text.PackUnknownWord.With(legible(k.text), among(kinds)), near)
		return near
	default:
		return k.text
	}
}

func (m *Measure) set(path string, with func(Param) Param) bool {
	k := m.by()
	return k != nil && setIn(k.says(), m, path, with)
}

func (m *Measure) params(to []Param, p *Pack) []Param {
	if k := m.by(); k != nil {
		return paramsOf(to, k.says(), m, p)
	}
	return to
}

func (m *Measure) words(p *Pack) text.Pair {
	if k := m.by(); k != nil {
		return k.words(p, m)
	}
	return text.Pair{}
}

// measureTitle names a number of a measure.
func measureTitle(path string) text.Pair {
	for _, k := range measures {
		if title := titleIn(k.says(), path); title != text.Same(path) {
			return title
		}
	}
	return text.Same(path)
}

// measureOpens lists what a measure may leave open to types and enterprises.
func measureOpens() (all []string) {
	for _, k := range measures {
		all = appendOpen(all, "measure.", k.says())
	}
	return all
}

func appendOpen(to []string, within string, says []saying) []string {
	for i := range says {
		if name := within + says[i].key; says[i].open && !slices.Contains(to, name) {
			to = append(to, name)
		}
	}
	return to
}

// measured is what a measure found.
type measured struct {
	value, pending *big.Rat
	// status is NoData or NotDefined where nothing can be said, else "".
	status  Status
	missing []string
	// top: growth from nothing, which earns all there is; value is then nil.
	top bool
	// stuck: growth from nothing where the pack lets it earn nothing; more changes nothing.
	stuck  bool
	rose   bool // growth from nothing, whatever it earns
	idle   bool // growth of nothing after nothing
	inputs []Input
	tally  *tally
	of     *Measure   // what was measured
	parts  []measured // of a measure made of others: what is above and below, this year and the year before
	items  []answered
	total  int64 // checklist: the number of items
	// filled is the value if every item without an answer were answered 是; nil where each is answered. It is what is not
	// known yet, and never counts as points.
	filled *big.Rat
}

// fromNothing: growth over a year that had none, of which any more is beyond all points of a scale.
func (g *measured) fromNothing() bool { return g.rose || g.idle }

func (e *evaluation) measure(m *Measure) measured {
	if k := m.by(); k != nil {
		return k.measure(e, m).made(m)
	}
	return measured{status: NotDefined}.made(m) // not reached: the loader knows the catalogue
}

// What the ways a line's value moves come to, for the scale, the gap and what is advised.

// distance is how far a value is from a point of its scale, in its own unit; strict: from the first value beyond the point.
func (in *Indicator) distance(g *measured, at *big.Rat, strict bool) *big.Rat {
	k := in.Measure.by()
	if strict || in.format() == asCount {
		return new(big.Rat).Mul(in.toward(g, at, strict), k.worth(g))
	}
	d := new(big.Rat).Sub(at, g.value)
	if in.Scale.Lower {
		d.Neg(d)
	}
	return d
}

// toward is the same in what a person keys, rounded up to how finely that is keyed; where less is better, how much less.
func (in *Indicator) toward(g *measured, at *big.Rat, strict bool) *big.Rat {
	k := in.Measure.by()
	d := k.toward(g, at)
	if in.Scale.Lower {
		d.Neg(d)
	}
	return step(d, k.grain(g), strict || g.fromNothing())
}

// moved is the measured value once more of its fact is there.
func (in *Indicator) moved(g *measured, more *big.Rat) (v *big.Rat, top bool) {
	if g.top || g.stuck {
		return g.value, g.top
	}
	return in.Measure.by().moved(g, more)
}

var one = big.NewRat(1, 1) // read only
