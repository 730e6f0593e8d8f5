package scoring

import (
	"slices"
	"strconv"
	"strings"

	"yice/text"
)

// Way is one of several ways to score a line; the one that earns most counts, and what another would take is advised too.
type Way struct {
	Name    string
	Measure Measure
	Scale   Scale
	Target  Param
}

const mostWays = 6

var waySection = declare(sectionOf[*Way]{
	key: "ways", title: text.PackSayWays, unlisted: true,
	says: []parameter[*Way]{
		called(func(w *Way) *string { return &w.Name }),
		{
			key: "measure", is: isTable, must: must, title: text.PackSayMeasure, within: measureTitle, at: func(w *Way) any { return &w.Measure },
			read: func(s *section, w *Way) { w.Measure.read(s) },
		},
		{
			key: "scale", is: isTable, must: must, title: text.PackSayScale, within: scaleTitle, at: func(w *Way) any { return &w.Scale },
			read: func(s *section, w *Way) { w.Scale.read(s) },
		},
		{
			key: "target", is: isNumber, hint: text.HintTarget, title: text.ScoreParamTarget, at: func(w *Way) any { return &w.Target },
			read: func(s *section, w *Way) { w.Target = s.number("target", targetRule(w.Measure.Kind)) },
		},
	},
})

// waysKey is the key of a line that has several ways.
func waysKey() parameter[*Indicator] {
	return parameter[*Indicator]{
		key: "ways", is: isMany, open: true, title: text.PackSayWays, quiet: true, within: wayTitle, at: func(in *Indicator) any { return (*ways)(&in.Ways) },
		help: "几种算法取得分最高的一种，2 到 6 种：`[{ name = \"占销售收入\", measure = {…}, scale = {…} }, …]`，`target` 写在各自里面，不能用 checklist。有一种缺数据时用其余的算，都缺才算缺数据。`schema = 2` 起",
		read: readWays,
		say:  func(p *Pack, in *Indicator) text.Pair { return in.SayWays(p) },
	}
}

// way is a line as one of its ways has it.
func (in *Indicator) way(i int) *Indicator {
	w := &in.Ways[i]
	one := *in
	one.Ways, one.Measure, one.Scale, one.Target = nil, w.Measure, w.Scale, w.Target
	return &one
}

// measures visits what a line measures by: its measure, or that of each of its ways.
func (in *Indicator) measures(yield func(*Measure)) {
	if len(in.Ways) == 0 {
		yield(&in.Measure)
	}
	for i := range in.Ways {
		yield(&in.Ways[i].Measure)
	}
}

// readWays reads the ways of a line, each as a line is read.
func readWays(s *section, in *Indicator) {
	d, v := s.d, s.got["ways"]
	switch {
	case v == nil:
		return
	case d.p.Schema == 1:
		d.errs.add(v.at, s.path+".ways", text.PackNeedsSchema.With("indicator.ways", 2))
		return
	case len(v.items) < 2 || len(v.items) > mostWays:
		d.errs.add(v.at, s.path+".ways", text.PackWantWays.With(mostWays))
		return
	}
	for _, key := range []string{"measure", "scale", "target", "period_target"} {
		if s.got[key] != nil {
			d.errs.add(s.at(key), s.path+"."+key, text.PackWaysAlone.With(key))
		}
	}
	for i, n := range v.items {
		part := "ways." + numbered(i)
		at := &section{d: d, n: n, path: s.path + "." + part, under: s.under + part + ".", basis: s.basis, got: map[string]*node{}}
		at.take(waySection.keys)
		var w Way
		waySection.fillOnly(at, &w)
		if slices.ContainsFunc(in.Ways, func(o Way) bool { return o.Name == w.Name && w.Name != "" }) {
			d.errs.add(at.at("name"), at.path+".name", text.PackWaySame.With(legible(w.Name)))
		}
		if w.Measure.Kind == MeasureChecklist {
			d.errs.add(at.at("measure"), at.path+".measure", text.PackWayChecklist)
		}
		one := Indicator{Measure: w.Measure, Scale: w.Scale, Target: w.Target}
		d.checkScale(at, &one)
		w.Measure = one.Measure
		in.Ways = append(in.Ways, w)
	}
}

// ways has the numbers of the ways of a line, which are counted from 1: "2.scale.cap".
type ways []Way

func (w *ways) set(path string, with func(Param) Param) bool {
	at, below, _ := strings.Cut(path, ".")
	i, err := strconv.Atoi(at)
	if err != nil || i < 1 || i > len(*w) {
		return false
	}
	own := slices.Clone(*w)
	done := setIn(waySection.says, &own[i-1], below, with)
	if done {
		*w = own
	}
	return done
}

func (w *ways) params(to []Param, p *Pack) []Param {
	for i := range *w {
		to = paramsOf(to, waySection.says, &(*w)[i], p)
	}
	return to
}

func wayTitle(path string) text.Pair {
	at, below, _ := strings.Cut(path, ".")
	return text.PackParamWay.With(at, titleIn(waySection.says, below))
}

// tried is a line scored by each of its ways.
type tried struct {
	lines         []Line
	best, pending int // of lines: the one that counts, and the one that would with what is pending
}

// best scores a line by each of its ways and keeps the one that earns most, the first of equals. One whose figure is not there is not
// taken for nothing: it is left out of the comparison, and the line has no data only where no way has.
func (k *indicatorKind) best(e *evaluation, in *Indicator, l *Line) {
	t := &tried{lines: make([]Line, len(in.Ways)), best: -1}
	missing := e.s.Missing
	for i := range in.Ways {
		w := &t.lines[i]
		k.score(e, in.way(i), w)
		e.s.Missing = missing
		if !w.known() {
			continue
		}
		if t.best < 0 {
			t.best, t.pending = i, i
		}
		if w.Exact.Cmp(t.lines[t.best].Exact) > 0 {
			t.best = i
		}
		if w.ExactPending.Cmp(t.lines[t.pending].ExactPending) > 0 {
			t.pending = i
		}
	}
	none := t.best < 0
	if none {
		t.best = max(0, slices.IndexFunc(t.lines, func(w Line) bool { return w.Status == NoData }))
		t.pending = t.best
	}
	*l = t.lines[t.best]
	l.work.ways, l.work.params = t, func() []Param { return k.paramsFor(in, e.f.Type, e.p) }
	l.By = e.p.Say(in.Ways[t.best].Name)
	if none {
		e.lacks(nil, l.Missing...)
		return
	}
	top := &t.lines[t.pending]
	l.ExactPending, l.Score.Pending = top.ExactPending, top.Score.Pending
	full := e.line.round(orZero(l.Weight))
	for i := range t.lines {
		if w := &t.lines[i]; !w.known() {
			w.Unfilled = full.minus(l.Score.Confirmed) // what it may bring beyond the way that counts
		}
	}
}

// known reports a line that has a figure.
func (l *Line) known() bool {
	return l.Status != NoData && l.Status != NotDefined && l.Status != NotComparable
}

// eachWay visits every line of the sheet, and of one with several ways each of them.
func (s *Sheet) eachWay(yield func(*Line) bool) {
	for l := range s.lines {
		if l.work.ways == nil {
			if !yield(l) {
				return
			}
			continue
		}
		for i := range l.work.ways.lines {
			if !yield(&l.work.ways.lines[i]) {
				return
			}
		}
	}
}

// ways tells what each way of a line comes to.
func (t *teller) ways() {
	tr := t.l.work.ways
	if tr == nil {
		return
	}
	own := t.s.ownIndicator(t.l.ID)
	lines := make([]text.Pair, len(tr.lines))
	for i := range tr.lines {
		w, name := &tr.lines[i], t.s.Pack.Say(own.Ways[i].Name)
		one := &teller{s: t.s, l: w}
		switch {
		case !w.known():
			lines[i] = text.ScoreWayNone.With(name, w.Status.Title())
		case i == tr.best:
			lines[i] = text.ScoreWayTaken.With(name, one.unit(w.ValueText), w.Score.Confirmed.String())
		default:
			lines[i] = text.ScoreWayScored.With(name, one.unit(w.ValueText), w.Score.Confirmed.String())
		}
	}
	t.say(text.ScoreLabelWays, lines...)
}

// ownIndicator is a line as the pack has it for this enterprise.
func (s *Sheet) ownIndicator(id string) *Indicator {
	for i := range s.eff.Indicators {
		if s.eff.Indicators[i].ID == id {
			return &s.eff.Indicators[i]
		}
	}
	return nil
}

// pendingWay is what a line would earn by another way with what is pending; nil where the same one counts.
func (t *teller) pendingWay() *text.Pair {
	tr := t.l.work.ways
	if tr == nil || tr.best == tr.pending || t.l.Exact.Cmp(t.l.ExactPending) == 0 {
		return nil
	}
	w := &tr.lines[tr.pending]
	one := &teller{s: t.s, l: w}
	name := t.s.Pack.Say(t.s.ownIndicator(t.l.ID).Ways[tr.pending].Name)
	say := text.ScoreWayThen.With(name, withResult(one.computation(w.ValuePending), w.ExactPending, w.Score.Pending))
	return &say
}

type jsonWay struct {
	Name        string  `json:"name"`
	Value       *string `json:"value"`
	Target      *string `json:"target"`
	Score       string  `json:"score"`
	WithPending string  `json:"with_pending"`
	Status      Status  `json:"status"`
	Counts      bool    `json:"counts"`
}

// jsonWays is nil for a line that has one way only.
func (s *Sheet) jsonWays(l *Line) []jsonWay {
	tr := l.work.ways
	if tr == nil {
		return nil
	}
	own := s.ownIndicator(l.ID)
	all := make([]jsonWay, len(tr.lines))
	for i := range tr.lines {
		w := &tr.lines[i]
		all[i] = jsonWay{
			own.Ways[i].Name, orNull(w.ValueText), orNull(w.TargetText), w.Score.Confirmed.String(), w.Score.Pending.String(), w.Status,
			i == tr.best && w.known(),
		}
	}
	return all
}

// missingOf are the figures that a line, or one of its ways, lacks, with what they may bring it at most.
func (l *Line) missingOf(id string) (upTo Dec, ok bool) {
	upTo = Dec{0, l.Score.Confirmed.Places}
	each := []*Line{l}
	if t := l.work.ways; t != nil {
		each = each[:0]
		for i := range t.lines {
			each = append(each, &t.lines[i])
		}
	}
	for _, w := range each {
		if slices.Contains(w.Missing, id) {
			ok = true
			if w.Unfilled.Cmp(upTo) > 0 {
				upTo = w.Unfilled
			}
		}
	}
	return upTo, ok
}

// SayWays tells by what several ways a line counts, the best of which it gets; nothing of a line without any.
func (in *Indicator) SayWays(p *Pack) text.Pair {
	if len(in.Ways) == 0 {
		return text.Pair{}
	}
	all := make([]text.Pair, len(in.Ways))
	for i := range in.Ways {
		one := in.way(i)
		all[i] = text.PackSayOneWay.With(p.Say(in.Ways[i].Name), one.Measure.words(p), one.Scale.words(one))
	}
	return text.PackSayBest.With(joined(all, text.ScoreEnum))
}
