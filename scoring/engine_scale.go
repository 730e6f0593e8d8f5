package scoring

import "math/big"

// needsTarget says whether a line cannot be scored without a target above zero.
func needsTarget(k ScaleKind) bool {
	return k == ScaleToTarget || k == ScaleEfficacy
}

// share gives what part of the weight a measured value earns, confirmed and with pending. The results are fresh.
func (in *Indicator) share(g *measured) (confirmed, pending *big.Rat) {
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
func (in *Indicator) most() *big.Rat {
	switch in.Scale.Kind {
	case ScaleToTarget:
		if in.Scale.Cap.Value != nil {
			return in.Scale.Cap.Value
		}
	case ScaleLadder:
		if n := len(in.Scale.Rungs); n > 0 {
			return in.Scale.Rungs[n-1].Give.Value
		}
		return new(big.Rat)
	case ScaleEfficacy:
		if in.Scale.Cap.Value != nil {
			return in.Scale.Cap.Value
		}
	}
	return one
}

// shareOf applies the scale to one value. A negative value earns nothing. items is the length of a checklist, else 0.
func (in *Indicator) shareOf(v *big.Rat, items int64) *big.Rat {
	share := new(big.Rat)
	if v.Sign() < 0 {
		return share
	}
	switch in.Scale.Kind {
	case ScaleToTarget:
		return share.Set(atMost(share.Quo(in.scaled(v, items), in.Target.Value), in.most()))
	case ScaleLadder:
		if r := in.rungOf(in.scaled(v, items)); r >= 0 {
			share.Set(in.Scale.Rungs[r].Give.Value)
		}
	case ScaleFraction:
		if items > 0 {
			return share.Quo(v, big.NewRat(items, 1))
		}
		if in.Measure.Kind == MeasureChecklist {
			return share // no items: nothing to earn
		}
		return share.Set(atMost(v, one))
	case ScaleEfficacy:
		return in.efficacy(in.scaled(v, items))
	}
	return share
}

// scaled is what a target or a rung is compared with. Those of a checklist may be a number of items, or a percentage of them.
func (in *Indicator) scaled(v *big.Rat, items int64) *big.Rat {
	if items > 0 && in.inPercent() {
		return new(big.Rat).Quo(v, big.NewRat(items, 1))
	}
	return v
}

// inPercent reports whether the line's target, or its top rung, is written as a percentage.
func (in *Indicator) inPercent() bool {
	if in.Scale.Kind == ScaleLadder {
		n := len(in.Scale.Rungs)
		return n > 0 && isPercent(in.Scale.Rungs[n-1].At)
	}
	return isPercent(in.Target)
}

func isPercent(p Param) bool { return len(p.Text) > 0 && p.Text[len(p.Text)-1] == '%' }

// rungOf gives the highest rung a value stands on, -1 for none.
func (in *Indicator) rungOf(v *big.Rat) int {
	at := -1
	for i := range in.Scale.Rungs {
		if in.Scale.Rungs[i].reached(v) {
			at = i
		}
	}
	return at
}

func (r *Rung) reached(v *big.Rat) bool {
	c := v.Cmp(r.At.Value)
	return c > 0 || c == 0 && !r.Above
}

// efficacy is 功效系数法: nothing below the floor, the base at the floor, full marks at the target, a straight line between.
func (in *Indicator) efficacy(v *big.Rat) *big.Rat {
	floor, base, target := orZero(in.Scale.Floor), orZero(in.Scale.Base), in.Target.Value
	if v.Cmp(floor) < 0 {
		return new(big.Rat)
	}
	span := new(big.Rat).Sub(target, floor)
	if span.Sign() <= 0 {
		if v.Cmp(target) < 0 {
			return new(big.Rat).Set(base)
		}
		return new(big.Rat).Set(one)
	}
	share := new(big.Rat).Sub(v, floor)
	share.Quo(share, span)
	share.Mul(share, new(big.Rat).Sub(one, base))
	share.Add(share, base)
	return new(big.Rat).Set(atMost(share, in.most()))
}

func orZero(p Param) *big.Rat {
	if p.Value == nil {
		return new(big.Rat)
	}
	return p.Value
}

// goal is where full marks are, in the unit of the value: the target, the top rung, the number of items. strict: only
// beyond it. nil where the scale has no such point.
func (in *Indicator) goal(items int64) (at *big.Rat, strict bool) {
	switch in.Scale.Kind {
	case ScaleToTarget, ScaleEfficacy:
		at = in.Target.Value
	case ScaleLadder:
		n := len(in.Scale.Rungs)
		if n == 0 {
			return nil, false
		}
		at, strict = in.Scale.Rungs[n-1].At.Value, in.Scale.Rungs[n-1].Above
	case ScaleFraction:
		if items > 0 {
			return big.NewRat(items, 1), false
		}
		return one, false
	}
	if at != nil && items > 0 && in.inPercent() {
		at = new(big.Rat).Mul(at, big.NewRat(items, 1))
	}
	return at, strict
}
