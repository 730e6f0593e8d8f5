package scoring

import (
	"strconv"

	"yice/text"
)

// Track is a clause without points: what is counted is shown, beside last year's, and never scored.
type Track struct {
	ID, Name string
	Clauses  []string
	Measure  Measure
	Line     int
}

var trackSection = declare(sectionOf[*Track]{
	key: "track", title: text.TermTracks, since: 2,
	kept: several(func(p *Pack) *[]Track { return &p.Tracks }), line: func(x *Track) *int { return &x.Line },
	id: func(x *Track) string { return x.ID }, name: func(x *Track) string { return x.Name },
	says: []parameter[*Track]{
		identified(func(x *Track) *string { return &x.ID }),
		called(func(x *Track) *string { return &x.Name }),
		cites(func(x *Track) *[]string { return &x.Clauses }),
		{
			key: "measure", is: isTable, must: must, title: text.PackSayMeasure, at: func(x *Track) any { return &x.Measure },
			read: func(s *section, x *Track) { x.Measure.read(s) }, within: measureTitle,
			say: func(p *Pack, x *Track) text.Pair { return x.Measure.words(p) },
		},
	},
})

type trackKind struct{ plainKind }

func (*trackKind) lines(s *Sheet, yield func(*Line) bool) bool { return eachLine(s.Tracks, yield) }

// evaluate measures every track, and the same of the year before where that is known.
func (k *trackKind) evaluate(e *evaluation) {
	e.s.Tracks = make([]Line, len(e.p.Tracks))
	for i := range e.p.Tracks {
		x := &e.p.Tracks[i]
		got := e.measure(&x.Measure)
		l := &e.s.Tracks[i]
		*l = Line{
			ID: x.ID, Name: x.Name, Says: e.p.Say(x.Name), Kind: "track", Clauses: e.cited(x.Clauses), Value: got.value, ValuePending: got.pending,
			Inputs: got.inputs, Missing: got.missing, Status: got.status,
			work: work{got: got, tally: got.tally, track: x, in: &Indicator{ID: x.ID, Measure: x.Measure}},
		}
		l.work.format = l.work.in.format()
		l.showValue()
		if before := e.yearBefore(&x.Measure); before.status == "" {
			l.work.before = before.value
		}
		l.LastYear = l.work.format.show(l.work.before)
	}
}

func (*trackKind) explain(t *teller) {
	l := t.l
	t.e.Score = t.unit(l.ValueText)
	if l.Value == nil {
		t.e.Score = text.ScoreNoFigure
	}
	m := &l.work.track.Measure
	t.say(text.ScoreLabelRule, append(m.by().reading(t, m), text.ScoreRuleTrack)...)
	t.inputs()
	if l.Status == NoData {
		t.missing(text.ScoreMissingWan)
	} else {
		t.say(text.ScoreLabelFormula, m.by().formula(t)...)
	}
	if l.LastYear != "" {
		t.say(text.TermLastYear, t.unit(l.LastYear))
	}
	if len(l.tallies()) > 0 || len(l.work.got.items) > 0 {
		m.by().records(t)
	}
}

var trackTerms = []Term{{Name: text.TermValue}, {Name: text.TermLastYear}, {Name: text.TermTrend, Words: true}, {Name: text.TermEvidence}}

func (*trackKind) account(s *Sheet, a *Account) {
	if len(s.Tracks) == 0 {
		return
	}
	sec := a.begin("tracks", text.TermTracks, trackTerms...)
	for i := range s.Tracks {
		l := &s.Tracks[i]
		value := figureCell(l.ValueText)
		if l.Value == nil {
			value = Cell{State: Missing}
		}
		unit := s.unitOf(l)
		sec.add(AccountRow{ID: l.ID, Title: l.in(unit), Line: l, Unit: unit, Cells: []Cell{
			value, orAbsent(l.LastYear), {Text: l.trend()}, figureCell(strconv.Itoa(len(s.evidence(l)))),
		}})
	}
}

// trend says which way a track goes from last year.
func (l *Line) trend() text.Pair {
	if l.Value == nil || l.work.before == nil {
		return text.Pair{}
	}
	switch l.Value.Cmp(l.work.before) {
	case 1:
		return text.TrendUp
	case -1:
		return text.TrendDown
	}
	return text.TrendSame
}

// evidence names the records that a track counts, by form and key.
func (s *Sheet) evidence(l *Line) []string {
	all := []string{}
	for _, t := range l.tallies() {
		for _, j := range ordered(t.rows) {
			if j.sure || j.maybe {
				all = append(all, j.rec.Form.ID+" "+known(j.rec))
			}
		}
	}
	for i := range l.work.got.items {
		if a := &l.work.got.items[i]; a.state == yes {
			all = append(all, "checklist "+a.item)
		}
	}
	return all
}

type jsonTrack struct {
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Clauses  []string `json:"clauses"`
	Value    *string  `json:"value"`
	LastYear *string  `json:"last_year"`
	Evidence []string `json:"evidence"`
}

func (s *Sheet) jsonTracks() []jsonTrack {
	var all []jsonTrack
	for i := range s.Tracks {
		l := &s.Tracks[i]
		ids := make([]string, len(l.Clauses))
		for k := range ids {
			ids[k] = l.Clauses[k].ID
		}
		all = append(all, jsonTrack{l.ID, l.Name, ids, orNull(l.ValueText), orNull(l.LastYear), s.evidence(l)})
	}
	return all
}
