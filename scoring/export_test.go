package scoring

import "math/big"

// Marginal opens the closed form of a line to the tests.
func (s *Sheet) Marginal(line string, more *big.Rat) Dec { return s.marginal(s.Line(line), more) }

// Full opens the largest share a line's scale gives.
func (l *Line) Full() *big.Rat { return l.work.in.most() }

// Register names the register a line counts, "" where it counts none.
func (l *Line) Register() string {
	if l.work.tally == nil {
		return ""
	}
	return l.work.tally.rule.register
}
