package scoring

import (
	"math/big"

	"yice/text"
)

// Scale turns a measured value into a share of the weight.
type Scale struct {
	Kind ScaleKind
	// Lower: less is better, and the scale is read from its other end. See [Indicator.beneath] for what is too little.
	Lower bool
	Cap   Param  // to_target: the largest share ("100%")
	Rungs []Rung // ladder, from the worst to the best
	// Efficacy (功效系数法): below Floor the share is 0; at Floor it is Base; from there to the target it grows in a
	// straight line to 100%: base + (1 − base) × (v − floor) ÷ (target − floor); above the target it stays 100%, or goes
	// on along the line up to Cap where Cap is set. Where less is better the floor lies above the target, and all of it is
	// mirrored.
	Floor Param
	Base  Param // a share: "60%"
}

// ScaleKind names one of the closed catalogue of scales.
type ScaleKind string

// scaleKind is one way from a measured value to a share of the weight. Each is a file of its own; a new one is entered in
// scales.
type scaleKind interface {
	kind() ScaleKind
	about() string // for whoever writes a pack
	says() []saying
	needsTarget() bool

	// share is what a value that can be (not negative, where more is better) earns, the result fresh; items is the length of a checklist, else 0. most is
	// the largest share there is.
	share(in *Indicator, v *big.Rat, items int64) *big.Rat
	most(in *Indicator) *big.Rat
	// goal is where full marks are: the parameter that sets it, and the same in the unit of the value (strict: only beyond it;
	// nil where the scale has no such point). steps are the points before it at which something more is earned.
	full(in *Indicator) *Param
	goal(in *Indicator, items int64) (at *big.Rat, strict bool)
	steps(in *Indicator) []Rung

	// words says how a value becomes a score, computation with a value put in.
	words(in *Indicator) text.Pair
	computation(t *teller, v *big.Rat, shown string) text.Pair
}

var scales = [...]scaleKind{toTargetScale{}, ladderScale{}, fractionScale{}, efficacyScale{}}

func (s *Scale) by() scaleKind {
	for _, k := range scales {
		if k.kind() == s.Kind {
			return k
		}
	}
	return nil
}

// read reads the scale of a line.
func (s *Scale) read(from *section) {
	kinds := make([]string, len(scales))
	for i, k := range scales {
		kinds[i] = string(k.kind())
	}
	s.Kind = ScaleKind(kindOf(from, "scale", kinds))
	if k := s.by(); k != nil {
		d := nested("scale", k.says())
		d.fillOnly(from.within("scale", d.keys), s)
	}
}

func (s *Scale) set(path string, with func(Param) Param) bool {
	k := s.by()
	return k != nil && setIn(k.says(), s, path, with)
}

func (s *Scale) params(to []Param, p *Pack) []Param {
	if k := s.by(); k != nil {
		return paramsOf(to, k.says(), s, p)
	}
	return to
}

func (s *Scale) words(in *Indicator) text.Pair {
	if k := s.by(); k != nil {
		return k.words(in)
	}
	return text.Pair{}
}

// scaleTitle names a number of a scale.
func scaleTitle(path string) text.Pair {
	for _, k := range scales {
		if title := titleIn(k.says(), path); title != text.Same(path) {
			return title
		}
	}
	return text.Same(path)
}

// scaleOpens lists what a scale may leave open to types and enterprises.
func scaleOpens() (all []string) {
	for _, k := range scales {
		all = appendOpen(all, "scale.", k.says())
	}
	return all
}

// ofTarget is what the scales by a target have in common.
type ofTarget struct{}

func (ofTarget) needsTarget() bool         { return true }
func (ofTarget) full(in *Indicator) *Param { return &in.Target }

func (ofTarget) goal(in *Indicator, items int64) (at *big.Rat, strict bool) {
	return in.unscaled(in.Target.Value, items), false
}

// most: full marks, or more where the scale goes on.
func (ofTarget) most(in *Indicator) *big.Rat {
	if in.Scale.Cap.Value != nil {
		return in.Scale.Cap.Value
	}
	return one
}

// directionKey says which end of a scale is the good one.
func directionKey() parameter[*Scale] {
	return parameter[*Scale]{
		key: "direction", is: isWord, hint: text.HintDirection, sets: "lower", title: text.PackSayDirection, at: func(s *Scale) any { return &s.Lower },
		words: []option{{"higher", text.PackSayHigher}, {"lower", text.PackSayLower}}, absent: "higher",
		read: func(s *section, sc *Scale) {
			v := s.got["direction"]
			if sc.Lower = v != nil && v.text == "lower"; v != nil && s.d.p.Schema == 1 {
				s.d.errs.add(v.at, s.path+".direction", text.PackNeedsSchema.With("direction", 2))
			}
		},
	}
}

// cmp compares a value with a point of the scale: 1 where it is beyond it, on the good side.
func (s *Scale) cmp(v, at *big.Rat) int {
	if s.Lower {
		return at.Cmp(v)
	}
	return v.Cmp(at)
}

// beneath reports a value that nothing can truly have, which earns nothing: a negative one. Where less is better a growth may
// be negative, though not beyond −100%, and so may a value whose full marks lie below nothing.
func (in *Indicator) beneath(v *big.Rat, items int64) bool {
	if !in.Scale.Lower {
		return v.Sign() < 0
	}
	if in.Measure.Kind == MeasureGrowth {
		return v.Cmp(minusOne) < 0
	}
	at, _ := in.goal(items)
	return v.Sign() < 0 && (at == nil || at.Sign() >= 0)
}

var minusOne = big.NewRat(-1, 1) // read only

func capKey(must bool) parameter[*Scale] {
	return parameter[*Scale]{key: "cap", is: isNumber, hint: text.HintCap, must: must, open: true, title: text.ScoreParamCap, rule: ruleShare, at: func(s *Scale) any { return &s.Cap }}
}

// needsTarget says whether a line cannot be scored without a target above zero.
func needsTarget(s *Scale) bool {
	k := s.by()
	return k != nil && k.needsTarget()
}

// share gives what part of the weight a measured value earns, confirmed and with pending. The results are fresh.
func (in *Indicator) share(g *measured) (confirmed, pending *big.Rat) {
	if in.Scale.Lower && g.rose {
		return new(big.Rat), new(big.Rat)
	}
	if g.top {
		return new(big.Rat).Set(in.most()), new(big.Rat).Set(in.most())
	}
	confirmed = in.shareOf(g.value, g.total)
	if g.pending == g.value {
		return confirmed, new(big.Rat).Set(confirmed)
	}
	return confirmed, in.shareOf(g.pending, g.total)
}

// most is the largest share the scale gives.
func (in *Indicator) most() *big.Rat { return in.Scale.by().most(in) }

// Full is the largest share the scale of a line gives.
func (l *Line) Full() *big.Rat { return l.work.in.most() }

// shareOf applies the scale to one value. items is the length of a checklist, else 0.
func (in *Indicator) shareOf(v *big.Rat, items int64) *big.Rat {
	if in.beneath(v, items) {
		return new(big.Rat)
	}
	return in.Scale.by().share(in, v, items)
}

// goal is where full marks are, in the unit of the value.
func (in *Indicator) goal(items int64) (at *big.Rat, strict bool) {
	return in.Scale.by().goal(in, items)
}

// scaled is what a target or a rung is compared with. Those of a checklist may be a number of items, or a percentage of them.
func (in *Indicator) scaled(v *big.Rat, items int64) *big.Rat {
	if items > 0 && in.inPercent() {
		return new(big.Rat).Quo(v, big.NewRat(items, 1))
	}
	return v
}

// unscaled brings a rung of a checklist written in percent back to items.
func (in *Indicator) unscaled(at *big.Rat, items int64) *big.Rat {
	if at != nil && items > 0 && in.inPercent() {
		return new(big.Rat).Mul(at, big.NewRat(items, 1))
	}
	return at
}

// inPercent reports whether the line's target, or its top rung, is written as a percentage.
func (in *Indicator) inPercent() bool {
	full := &in.Target
	if k := in.Scale.by(); k != nil {
		full = k.full(in)
	}
	return full != nil && isPercent(*full)
}

func isPercent(p Param) bool { return len(p.Text) > 0 && p.Text[len(p.Text)-1] == '%' }

func orZero(p Param) *big.Rat {
	if p.Value == nil {
		return new(big.Rat)
	}
	return p.Value
}
