package scoring

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"yice/text"
)

// ScaleLadder gives a share for each rung that is reached.
const ScaleLadder ScaleKind = "ladder"

// Rung of a ladder: at (≥) or above (>) a value gives a share of the weight; where less is better, at (≤) or below (<) it,
// which Above says as well.
type Rung struct {
	At    Param
	Above bool
	Give  Param
}

type ladderScale struct{}

var ladderSays = untyped([]parameter[*Scale]{
	kindKey[*Scale](),
	directionKey(),
	{
		key: "rungs", is: isAny, hint: text.HintRungs, must: must, title: text.PackSayRungs, within: rungTitle,
		at: func(s *Scale) any { return (*ladder)(&s.Rungs) }, read: func(s *section, sc *Scale) { s.d.rungs(s, sc) },
	},
})

var keysRung = keyRules{{"at", isNumber, false, nil}, {"above", isNumber, false, nil}, {"below", isNumber, false, nil}, {"give", isNumber, must, nil}}

func (ladderScale) kind() ScaleKind { return ScaleLadder }
func (ladderScale) about() string {
	return "分档：到哪一档得那一档的比例，从差到好写。`rungs = [{ at = 2, give = \"50%\" }, { above = 5, give = \"100%\" }]`：`at` 达到（≥），`above` 超过（>）。`direction = \"lower\"` 时从高到低写：`at` 不高于（≤），`below` 低于（<）。不写 `target`。"
}

func (ladderScale) says() []saying    { return ladderSays }
func (ladderScale) needsTarget() bool { return false }

func (ladderScale) share(in *Indicator, v *big.Rat, items int64) *big.Rat {
	if r := in.rungOf(in.scaled(v, items)); r >= 0 {
		return new(big.Rat).Set(in.Scale.Rungs[r].Give.Value)
	}
	return new(big.Rat)
}

func (ladderScale) most(in *Indicator) *big.Rat {
	if n := len(in.Scale.Rungs); n > 0 {
		return in.Scale.Rungs[n-1].Give.Value
	}
	return new(big.Rat)
}

func (ladderScale) full(in *Indicator) *Param {
	if n := len(in.Scale.Rungs); n > 0 {
		return &in.Scale.Rungs[n-1].At
	}
	return nil
}

func (ladderScale) goal(in *Indicator, items int64) (at *big.Rat, strict bool) {
	n := len(in.Scale.Rungs)
	if n == 0 {
		return nil, false
	}
	top := &in.Scale.Rungs[n-1]
	return in.unscaled(top.At.Value, items), top.Above
}

// steps are the rungs below the top.
func (ladderScale) steps(in *Indicator) []Rung {
	return in.Scale.Rungs[:max(0, len(in.Scale.Rungs)-1)]
}

func (ladderScale) words(in *Indicator) text.Pair {
	var rungs []text.Pair
	for i := range in.Scale.Rungs {
		r := &in.Scale.Rungs[i]
		say := in.Scale.rungWord(r, text.ScoreRungAt, text.ScoreRungAbove, text.ScoreRungWithin, text.ScoreRungUnder)
		rungs = append(rungs, say.With(shownParam(&r.At), shownParam(&r.Give)))
	}
	return text.ScoreRuleLadder.With(joined(rungs, text.ScoreEnum))
}

func (ladderScale) computation(t *teller, v *big.Rat, shown string) text.Pair {
	in := t.l.work.in
	i := in.rungOf(in.scaled(v, t.l.work.got.total))
	if i < 0 {
		return text.ScoreBelow.With(shown, t.fullText())
	}
	r := &in.Scale.Rungs[i]
	say := in.Scale.rungWord(r, text.ScoreOnAt, text.ScoreOnAbove, text.ScoreOnWithin, text.ScoreOnUnder)
	return say.With(shown, shownParam(&r.At), t.fullText(), shownParam(&r.Give))
}

// rungOf gives the highest rung a value stands on, -1 for none.
func (in *Indicator) rungOf(v *big.Rat) int {
	at := -1
	for i := range in.Scale.Rungs {
		if in.Scale.reached(&in.Scale.Rungs[i], v) {
			at = i
		}
	}
	return at
}

func (s *Scale) reached(r *Rung, v *big.Rat) bool {
	c := s.cmp(v, r.At.Value)
	return c > 0 || c == 0 && !r.Above
}

// rungWord chooses how a rung is spoken of: reached or exceeded, not above or below.
func (s *Scale) rungWord(r *Rung, at, above, within, under text.Pair) text.Pair {
	switch {
	case s.Lower && r.Above:
		return under
	case s.Lower:
		return within
	case r.Above:
		return above
	}
	return at
}

// rungs reads a ladder: each rung has at or above, and give; they climb.
func (d *decoder) rungs(s *section, sc *Scale) {
	v := s.got["rungs"]
	if v == nil {
		return
	}
	if v.kind != anArray || !allTables(v.items) || len(v.items) == 0 {
		d.errs.add(v.at, s.path+".rungs", text.PackWantRungs)
		return
	}
	for i, n := range v.items {
		part := "rungs." + numbered(i)
		in := &section{d: d, n: n, path: s.path + "." + part, under: s.under + part + ".", basis: s.basis, got: map[string]*node{}}
		in.take(keysRung)
		r := Rung{Give: in.number("give", ruleShare)}
		beyond, other, both, neither := "above", "below", text.PackRungBoth, text.PackRungNeither
		if sc.Lower {
			beyond, other, both, neither = "below", "above", text.PackRungBothLower, text.PackRungNeitherLower
		}
		at, above := in.number("at", rulePoint), in.number(beyond, rulePoint)
		switch {
		case n.get(other) != nil:
			d.errs.add(n.get(other).at, in.path+"."+other, text.PackRungDirection.With(other, beyond))
			in.number(other, rulePoint)
		case n.get("at") != nil && n.get(beyond) != nil:
			d.errs.add(n.at, in.path, both)
		case !n.has("at") && !n.has(beyond):
			d.errs.add(n.at, in.path, neither)
		}
		if r.At = at; above.Value != nil {
			r.At, r.Above = above, true
		}
		d.climbs(in, sc, &r)
		sc.Rungs = append(sc.Rungs, r)
	}
}

// climbs checks a rung against the one before it: it begins higher, and gives no less.
func (d *decoder) climbs(s *section, sc *Scale, r *Rung) {
	before := sc.Rungs
	if len(before) == 0 {
		return
	}
	last := &before[len(before)-1]
	if last.At.Value != nil && r.At.Value != nil {
		c, say := sc.cmp(r.At.Value, last.At.Value), text.PackLadderOrder
		if sc.Lower {
			say = text.PackLadderOrderLower
		}
		if c < 0 || c == 0 && (last.Above || !r.Above) {
			d.errs.add(s.n.at, s.path, say.With(r.At.Text, last.At.Text))
			return
		}
	}
	if last.Give.Value != nil && r.Give.Value != nil && r.Give.Value.Cmp(last.Give.Value) < 0 {
		d.errs.add(s.at("give"), s.path+".give", text.PackLadderGive.With(r.Give.Text, last.Give.Text))
	}
}

// ladder has the numbers of a ladder's rungs, which are counted from 1: "2.give".
type ladder []Rung

func (l *ladder) set(path string, with func(Param) Param) bool {
	at, what, _ := strings.Cut(path, ".")
	i, err := strconv.Atoi(at)
	if err != nil || i < 1 || i > len(*l) {
		return false
	}
	own := slices.Clone(*l)
	r := &own[i-1]
	switch {
	case what == "give":
		r.Give = with(r.Give)
	case what == "at" && !r.Above || (what == "above" || what == "below") && r.Above:
		r.At = with(r.At)
	default:
		return false
	}
	*l = own
	return true
}

func (l *ladder) params(to []Param, _ *Pack) []Param {
	for i := range *l {
		to = set(to, (*l)[i].At, (*l)[i].Give)
	}
	return to
}

func rungTitle(path string) text.Pair {
	at, what, _ := strings.Cut(path, ".")
	switch what {
	case "above":
		return text.ScoreParamRungAbove.With(at)
	case "below":
		return text.ScoreParamRungBelow.With(at)
	case "give":
		return text.ScoreParamRungGive.With(at)
	}
	return text.ScoreParamRungAt.With(at)
}
