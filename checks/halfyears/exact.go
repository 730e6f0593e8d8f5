package halfyears

import "math/big"

// Exact fractions, each fresh.

func num(n int64) *big.Rat       { return big.NewRat(n, 1) }
func mul(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }
func quo(a, b *big.Rat) *big.Rat { return new(big.Rat).Quo(a, b) }
func sub(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }
func wan(fen *big.Rat) *big.Rat  { return quo(fen, num(1_000_000)) }

func sum(all ...*big.Rat) *big.Rat {
	n := num(0)
	for _, a := range all {
		n.Add(n, a)
	}
	return n
}

// round rounds to two decimals, half away from zero.
func round(v *big.Rat) *big.Rat {
	n := mul(v, num(100))
	half := big.NewRat(1, 2)
	if n.Sign() < 0 {
		half.Neg(half)
	}
	n.Add(n, half)
	return big.NewRat(1, 100).Mul(big.NewRat(1, 100), new(big.Rat).SetInt(new(big.Int).Quo(n.Num(), n.Denom())))
}

func shown(v *big.Rat) string {
	s := round(v).FloatString(2)
	if s == "-0.00" {
		return "0.00"
	}
	return s
}

func shownOr(v *big.Rat) string {
	if v == nil {
		return "null"
	}
	return shown(v)
}

// put names the figures of a sheet as the program prints them.
func (s *sheet) put(out Figures, under string) {
	for id, l := range s.lines {
		out[under+"indicators."+id+".score"] = shown(l.score)
		out[under+"indicators."+id+".with_pending"] = shown(l.pending)
		out[under+"indicators."+id+".unfilled"] = shown(l.unfilled)
	}
	out[under+"innovation.score"] = shown(s.innovation)
	out[under+"innovation.with_pending"] = shown(s.pending)
	out[under+"innovation.unfilled"] = shown(s.unfilled)
	out[under+"innovation.annual_contribution"] = shown(mul(s.innovation, big.NewRat(15, 100)))
	out[under+"profit.addback"] = shown(s.addback)
	out[under+"profit.deemed.major_project.amount"] = shown(s.major)
	out[under+"profit.deemed.major_project.with_pending"] = shown(s.majorPending)
	out[under+"profit.deemed.new_platform.amount"] = shown(s.platform)
	out[under+"profit.deemed.new_platform.with_pending"] = shown(s.platformPending)
	out[under+"profit.assessed"] = shownOr(s.assessed)
	out[under+"payroll.separate"] = shown(s.apart)
	out[under+"payroll.base"] = shownOr(s.base)
	if s.tiltKnown {
		out[under+"payroll.tilt"] = shown(s.tilt)
	}
}

// ends names the totals of a projection's end.
func (s *sheet) ends(out Figures, under string, rd *big.Rat) {
	out[under+"rd"], out[under+"score"], out[under+"with_pending"] = shown(rd), shown(s.innovation), shown(s.pending)
	out[under+"assessed"] = shownOr(s.assessed)
}
