package scoring

import (
	"math/big"
	"strings"

	"yice/text"
)

// gaps says what is missing to full marks, and on a ladder to every rung above.
func (t *teller) gaps() []text.Pair {
	l := t.l
	in, g := l.work.in, &l.work.got
	switch {
	case g.stuck:
		if in.Scale.Lower {
			return []text.Pair{text.ScoreStuckLower}
		}
		return []text.Pair{text.ScoreStuck}
	case l.GapRat == nil:
		return []text.Pair{text.ScoreFull}
	}
	var lines []text.Pair
	if in.Scale.Kind == ScaleLadder {
		for i := range in.Scale.Rungs[:len(in.Scale.Rungs)-1] {
			r := &in.Scale.Rungs[i]
			if at := in.unscaled(r.At.Value, g.total); !in.Scale.reached(r, in.scaled(g.value, g.total)) {
				need := in.toward(g, at, r.Above)
				lines = append(lines, text.ScoreGapRung.With(t.adding(need), shownParam(&r.At), t.gains(need)))
			}
		}
	}
	if x := l.work.format; x == asPercent {
		say := text.ScoreGapValue
		if in.Scale.Lower {
			say = text.ScoreGapValueLower
		}
		lines = append(lines, say.With(strings.TrimSuffix(l.GapText, "%")))
	}
	return append(lines, text.ScoreGapFull.With(t.adding(l.NeedRat), t.gains(l.NeedRat)))
}

// gains says what an addition to the measured fact brings to the score.
func (t *teller) gains(d *big.Rat) text.Pair {
	return text.ScoreGains.With(t.brings(d).Signed())
}

// brings is what so much more of the measured fact brings; where less is better, so much less.
func (t *teller) brings(d *big.Rat) Dec {
	if t.l.work.in.Scale.Lower {
		d = new(big.Rat).Neg(d)
	}
	return t.s.Marginal(t.l, d)
}

// Marginal is what more of the measured fact (万元 of the numerator, rows, points, items) brings to a line's confirmed
// score, by the closed form of its measure and scale.
func (s *Sheet) Marginal(l *Line, more *big.Rat) Dec {
	in, g := l.work.in, l.work.got
	if g.status != "" || l.Weight.Value == nil || l.Status == NotDefined {
		return Dec{0, l.Score.Confirmed.Places}
	}
	if g.value, g.top = in.moved(&g, more); g.value == nil && !g.top {
		return Dec{0, l.Score.Confirmed.Places}
	}
	g.pending = g.value
	share, _ := in.share(&g)
	m := rounding{s.eff.LineDecimals, s.eff.HalfEven}
	return m.round(share.Mul(share, l.Weight.Value)).minus(l.Score.Confirmed)
}

// adding says what is to be added: an amount of a fact, or a number of rows, points or items.
func (t *teller) adding(d *big.Rat) text.Pair { return t.l.work.in.Measure.by().adding(t, d) }

// oneMore says what one more unit brings: 10 万元, one row, one at each level, one item.
func (t *teller) oneMore() []text.Pair {
	if t.l.GapRat == nil && t.brings(one).Sign() == 0 {
		return nil
	}
	return t.l.work.in.Measure.by().oneMore(t)
}

// each says what one more of something brings.
func (t *teller) each(what text.Pair, d *big.Rat) text.Pair {
	return text.ScoreEachMore.With(what, t.gains(d))
}
