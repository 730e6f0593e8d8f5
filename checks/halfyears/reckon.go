package halfyears

import (
	"fmt"
	"math/big"
)

// Figures are what a year comes to, by the key under which the program prints it; "null" is what does not exist.
type Figures map[string]string

// Reckon works out the year to date, and its end by either method.
func (y *Year) Reckon() Figures {
	out := make(Figures)
	y.at(num(1), false).put(out, "")
	y.budget(out)
	if y.Month == 12 || y.total(y.Month).Sign() == 0 && !y.hasFlow() {
		out["outlook.projection"] = "null"
		return out
	}
	linear := big.NewRat(12, int64(y.Month))
	months := y.at(linear, true)
	method, chosen := "months", months
	profile := y.profile()
	if profile != nil {
		method, chosen = "last_year", y.at(profile, true)
		chosen.ends(out, "outlook.projection.by_last_year.", wan(mul(profile, y.total(y.Month))))
	} else {
		out["outlook.projection.by_last_year"] = "null"
	}
	months.ends(out, "outlook.projection.by_months.", wan(mul(linear, y.total(y.Month))))
	out["outlook.projection.method"] = method
	chosen.put(out, "outlook.projection.sheet.")
	return out
}

// line is one scored line, in points.
type line struct{ score, pending, unfilled *big.Rat }

// sheet is a year's result; money in 万元, nil where it does not exist.
type sheet struct {
	lines                                                   map[string]line
	addback, major, majorPending, platform, platformPending *big.Rat
	assessed                                                *big.Rat
	apart, base, tilt                                       *big.Rat
	tiltKnown                                               bool
	innovation, pending, unfilled                           *big.Rat
}

// at scores the year with every flow grown by a factor; whole: as a whole year, beside the whole year before.
func (y *Year) at(by *big.Rat, whole bool) *sheet {
	month := y.Month
	if whole {
		month = 12
	}
	s := &sheet{lines: make(map[string]line), innovation: num(0), pending: num(0), unfilled: num(0)}
	prev := y.before(month)
	s.lines["rd_intensity"] = y.intensity(by)
	s.lines["rd_growth"] = y.growth(by, prev)
	s.lines["patents"] = toTarget(num(int64(y.Patents)), num(5), y.weight(20, 15, 10))
	s.lines["major_projects"] = toTarget(y.points(), num(10), y.weight(10, 15, 10))
	income := num(0)
	for _, n := range y.Conversions {
		income.Add(income, mul(by, num(n)))
	}
	s.lines["conversion"] = toTarget(wan(income), num(300), y.weight(15, 10, 15))
	s.lines["type_innovation"] = toTarget(num(0), num(4), y.weight(5, 15, 20))
	s.lines["talents"] = toTarget(num(0), num(8), y.weight(5, 5, 5))
	s.lines["management"] = y.management()
	for _, l := range s.lines {
		s.innovation.Add(s.innovation, l.score)
		s.pending.Add(s.pending, l.pending)
		s.unfilled.Add(s.unfilled, l.unfilled)
	}
	s.addback = round(y.addback(by, prev))
	s.major, s.majorPending = round(y.majorSpend(by, true)), round(y.majorSpend(by, false))
	s.platform, s.platformPending = round(y.platformSpend(by, true)), round(y.platformSpend(by, false))
	if y.Profit != nil {
		s.assessed = sum(round(wan(mul(by, num(*y.Profit)))), s.addback, s.major, s.platform)
	}
	s.apart = round(y.apart(by))
	if y.Pay != nil {
		s.base = sub(round(wan(mul(by, num(*y.Pay)))), s.apart)
	}
	s.tilt, s.tiltKnown = y.tilt(by)
	return s
}

// inMonths are the ledger's lines up to a month that pass.
func inMonths(lines []Line, month int, pass func(*Line) bool) *big.Rat {
	n := num(0)
	for i := range lines {
		if lines[i].Month <= month && pass(&lines[i]) {
			n.Add(n, num(lines[i].Amount))
		}
	}
	return n
}

func (y *Year) total(month int) *big.Rat {
	return inMonths(y.Ledger, month, func(*Line) bool { return true })
}

// rd is a year's R&D as the next one is compared with it: all of it, and what of it was expensed and was no government money.
type rd struct{ total, own *big.Rat }

// before is last year's R&D of its first months: a summary of so many, else its ledger; nil where neither says.
func (y *Year) before(month int) *rd {
	if s := y.Summary; s != nil {
		of := s.Months
		if of == 0 {
			of = 12
		}
		if of == month {
			return &rd{num(s.Expensed + s.Capitalised), num(s.Expensed - s.ExpensedGovernment)}
		}
	}
	if len(y.Before) == 0 {
		return nil
	}
	// What a line does not say counts as what makes the comparison higher: as expensed, and as one's own money.
	return &rd{
		inMonths(y.Before, month, func(*Line) bool { return true }),
		inMonths(y.Before, month, func(l *Line) bool { return l.Treatment != capitalised && l.Source != government }),
	}
}

// profile is how much last year's ledger grew from the month to December; nil where nothing of it is known.
func (y *Year) profile() *big.Rat {
	all := func(*Line) bool { return true }
	to, year := inMonths(y.Before, y.Month, all), inMonths(y.Before, 12, all)
	if to.Sign() <= 0 {
		return nil
	}
	return quo(year, to)
}

func (y *Year) hasFlow() bool {
	for _, f := range []*int64{y.Revenue, y.Profit, y.Pay, y.PerformancePay, y.ApartPay} {
		if f != nil {
			return true
		}
	}
	return false
}

func (y *Year) weight(competing, functional, service int64) *big.Rat {
	switch y.Type {
	case "竞争型":
		return num(competing)
	case "功能型":
		return num(functional)
	}
	return num(service)
}

func (y *Year) intensity(by *big.Rat) line {
	w := y.weight(30, 20, 20)
	if y.Revenue == nil {
		return line{num(0), num(0), w}
	}
	return toTarget(quo(mul(by, y.total(y.Month)), mul(by, num(*y.Revenue))), big.NewRat(15, 1000), w)
}

func (y *Year) growth(by *big.Rat, prev *rd) line {
	w := num(10)
	if prev == nil {
		return line{num(0), num(0), w}
	}
	now := mul(by, y.total(y.Month))
	give := num(0)
	switch {
	case prev.total.Sign() <= 0 && now.Sign() > 0:
		give = num(1)
	case prev.total.Sign() > 0:
		g := sub(quo(now, prev.total), num(1))
		for _, rung := range [][2]*big.Rat{{big.NewRat(5, 100), big.NewRat(75, 100)}, {big.NewRat(10, 100), big.NewRat(90, 100)}, {big.NewRat(20, 100), num(1)}} {
			if g.Cmp(rung[0]) >= 0 {
				give = rung[1]
			}
		}
		if give.Sign() == 0 && g.Sign() > 0 {
			give = big.NewRat(60, 100)
		}
	}
	p := round(mul(give, w))
	return line{p, p, num(0)}
}

func toTarget(value, target, w *big.Rat) line {
	share := quo(value, target)
	switch {
	case share.Cmp(num(1)) > 0:
		share = num(1)
	case share.Sign() < 0:
		share = num(0)
	}
	p := round(mul(share, w))
	return line{p, p, num(0)}
}

// running says whether a project was under way in the year.
func (y *Year) running(p *Project) bool {
	return p.From <= fmt.Sprintf("%d12", y.Year) && p.To >= fmt.Sprintf("%d01", y.Year)
}

func (y *Year) points() *big.Rat {
	n := num(0)
	for i := range y.Projects {
		if p := &y.Projects[i]; p.Major && y.running(p) {
			n.Add(n, num(map[string]int64{national: 10, region: 6, city: 3}[p.Level]))
		}
	}
	return n
}

func (y *Year) management() line {
	w, yes, open := y.weight(5, 10, 10), int64(0), int64(0)
	for _, a := range y.Answers {
		switch a {
		case "是":
			yes++
		case "":
			open++
		}
	}
	of := func(n int64) *big.Rat { return round(mul(w, big.NewRat(n, int64(len(Items))))) }
	return line{of(yes), of(yes), sub(of(yes+open), of(yes))}
}

// addback is C06: the base once, the increment one and a half times; expensed, without government money. A line that does not
// say its source or its treatment never adds to it.
func (y *Year) addback(by *big.Rat, prev *rd) *big.Rat {
	now := mul(by, inMonths(y.Ledger, y.Month, func(l *Line) bool { return l.Treatment == expensed && l.Source == own }))
	more := num(0)
	if prev != nil {
		if more = sub(now, prev.own); more.Sign() < 0 {
			more = num(0)
		}
	}
	return wan(sum(sub(now, more), mul(big.NewRat(3, 2), more)))
}

// outside is what was spent beside the ledger up to a month: less every line up to it that names the thing.
func outside(by *big.Rat, spend int64, month int, lines []Line, names func(*Line) bool) *big.Rat {
	n := sub(num(spend), inMonths(lines, month, names))
	if n.Sign() < 0 {
		return num(0)
	}
	return mul(by, n)
}

func (y *Year) majorSpend(by *big.Rat, decided bool) *big.Rat {
	n := num(0)
	for i := range y.Projects {
		p := &y.Projects[i]
		if p.Major && p.Level != "企业级" && y.running(p) && p.SpendKnown && (p.Recognised || !decided) {
			n.Add(n, outside(by, p.Spend, y.Month, y.Ledger, func(l *Line) bool { return l.Project == p.Code }))
		}
	}
	return wan(n)
}

func (y *Year) platformSpend(by *big.Rat, decided bool) *big.Rat {
	n := num(0)
	for i := range y.Platforms {
		p := &y.Platforms[i]
		if (p.Nature == "新建" || p.Nature == "") && p.Level != city && p.In == y.Year && (p.Recognised || !decided) {
			n.Add(n, outside(by, p.Spend, y.Month, y.Ledger, func(l *Line) bool { return l.Platform == p.Code }))
		}
	}
	return wan(n)
}

// apart is the pay of those who work on recognised key-problem projects of country or region, at most all of it.
func (y *Year) apart(by *big.Rat) *big.Rat {
	shares, pay := make(map[string]int64), make(map[string]int64)
	for _, m := range y.Team {
		pay[m.Person] = max(pay[m.Person], m.Pay)
		for i := range y.Projects {
			if p := &y.Projects[i]; p.Code == m.Project && p.Tackle && p.Recognised && (p.Level == national || p.Level == region) {
				shares[m.Person] += m.Share
			}
		}
	}
	n := num(0)
	for person, share := range shares {
		n.Add(n, mul(mul(by, num(pay[person])), big.NewRat(min(share, 100), 100)))
	}
	return wan(n)
}

func (y *Year) tilt(by *big.Rat) (n *big.Rat, known bool) {
	rate, maybe := num(0), num(0)
	for i := range y.Projects {
		p := &y.Projects[i]
		of := big.NewRat(map[string]int64{national: 3, region: 2, city: 1}[p.Level], 100)
		if p.Tackle && of.Cmp(maybe) > 0 {
			maybe = of
		}
		if p.Tackle && p.Recognised && of.Cmp(rate) > 0 {
			rate = of
		}
	}
	if maybe.Sign() == 0 {
		return num(0), true
	}
	if y.PerformancePay == nil || y.ApartPay == nil {
		return nil, false
	}
	return round(mul(rate, wan(sub(mul(by, num(*y.PerformancePay)), mul(by, num(*y.ApartPay)))))), true
}

// budget is how much of the year's budget is spent, else of last year's whole.
func (y *Year) budget(out Figures) {
	spent, due := y.total(y.Month), big.NewRat(int64(y.Month), 12)
	var whole *big.Rat
	basis := "budget"
	if y.Budget != nil {
		whole = num(*y.Budget)
	} else if prev := y.before(12); prev != nil && prev.total.Sign() > 0 {
		whole, basis = prev.total, "last_year"
		if p := y.profile(); p != nil {
			due = quo(num(1), p)
		} else if len(y.Before) > 0 {
			due = num(0)
		}
	}
	if whole == nil {
		out["outlook.budget"] = "null"
		return
	}
	out["outlook.budget.basis"] = basis
	out["outlook.budget.whole"], out["outlook.budget.spent"] = shown(wan(whole)), shown(wan(spent))
	out["outlook.budget.due"] = shown(wan(mul(whole, due)))
	out["outlook.budget.percent"] = shown(mul(num(100), quo(spent, whole))) + "%"
	out["outlook.budget.due_percent"] = shown(mul(num(100), due)) + "%"
	out["outlook.budget.behind"] = fmt.Sprint(spent.Cmp(mul(whole, due)) < 0)
}
