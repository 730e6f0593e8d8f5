package scoring

import (
	"strings"

	"yice/text"
)

// How a number of a pack stands for whoever reads it is said here and nowhere else: a draft assumes what the document leaves open; in a
// pack that the regulator issued the same number is settled (国资委确定). A pack that says it is issued and is not proven stays a draft.

// Standing is how a number stands, and what it rests on.
type Standing struct {
	basis   Basis
	settled bool
	on      text.Pair // the paper that settled it, where the pack names one
}

// Standing says how a number stands in a pack whose signature was asked for when it was opened.
func (p *Pack) Standing(x *Param) Standing { return p.standing(x, p.Official()) }

// Standing says how a number stands in what was scored; see [Sheet.Settled].
func (s *Sheet) Standing(x *Param) Standing { return s.Pack.standing(x, s.Settled) }

func (p *Pack) standing(x *Param, settled bool) Standing {
	st := Standing{basis: x.Basis, settled: settled && x.Basis != Given}
	if !st.settled || x.Basis == Override { // the reason of an override is its paper
		return st
	}
	if rest, own := strings.CutPrefix(x.Path, "enterprise."); own {
		uscc, _, _ := strings.Cut(rest, ".")
		if e := p.Enterprise(uscc); e != nil {
			st.on = p.Say(e.Doc)
		}
	}
	return st
}

// Open reports whether a number is an assumption that nobody has settled.
func (st Standing) Open() bool { return st.basis == Assumed && !st.settled }

// Settled reports whether the number is the regulator's.
func (st Standing) Settled() bool { return st.settled }

// Word is how a column says it.
func (st Standing) Word() text.Pair {
	switch {
	case st.basis == Given:
		return text.StandGiven
	case st.settled:
		return text.StandSettled
	case st.basis == Override:
		return text.StandOwn
	}
	return text.StandAssumed
}

// Tail is how a sentence about a number ends; nothing of what a draft sets for one enterprise, whose reason is told.
func (st Standing) Tail() text.Pair {
	switch {
	case st.basis == Given:
		return text.ScoreGiven
	case st.settled && !st.on.Empty():
		return text.ScoreSettledBy.With(st.on)
	case st.settled:
		return text.ScoreSettled
	case st.basis == Override:
		return text.Pair{}
	}
	return text.ScoreAssumed
}

// Full says it in a sentence of its own; by is the pack it stands in.
func (st Standing) Full(by *Pack) text.Pair {
	switch {
	case st.basis == Given:
		return text.StandIsGiven
	case st.settled && !st.on.Empty():
		return text.StandIsSettledBy.With(st.on)
	case st.settled:
		return text.StandIsSettled.With(by.ID, by.Version, by.Say(by.Issuer))
	case st.basis == Override:
		return text.StandIsOwn
	}
	return text.StandIsAssumed
}

// LeftOpen says what a list of the numbers is that the document does not give, as a title, as a word, shortly and in full.
type LeftOpen struct{ Title, Word, About, Note text.Pair }

// LeftOpen says what [Sheet.Assumed] gives.
func (s *Sheet) LeftOpen() LeftOpen { return s.Pack.leftOpen(s.Settled) }

// LeftOpen says what [Pack.Assumed] is.
func (p *Pack) LeftOpen() LeftOpen { return p.leftOpen(p.Official()) }

func (p *Pack) leftOpen(settled bool) LeftOpen {
	if settled {
		return LeftOpen{text.OpenSettled, text.StandSettled, text.OpenSettledAbout, text.OpenSettledSay.With(p.ID, p.Version, p.Say(p.Issuer))}
	}
	return LeftOpen{text.OpenAssumed, text.OpenAssumedWord, text.OpenAssumedAbout, text.OpenAssumedSay}
}
