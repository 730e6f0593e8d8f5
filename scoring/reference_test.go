package scoring_test

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"sort"
	"strings"

	"yice/scoring"
)

// A second implementation, slow and plain, written from the policy's wording with a different structure: rows are maps of
// text as files hold them, every figure is a fraction, every line is computed on its own. It shares no code with the engine.

type row map[string]string

type enterprise struct {
	uscc, name, typ string
	year            int
	annual          row // nil: no row
	rows            map[string][]row
	spend           []row
	before          row // rd_summary of the year before; nil: none
}

// rat reads a decimal, a percentage or nothing (0).
func rat(s string) *big.Rat {
	if s == "" {
		return new(big.Rat)
	}
	percent := strings.HasSuffix(s, "%")
	r, ok := new(big.Rat).SetString(strings.TrimSuffix(s, "%"))
	if !ok {
		panic("not a number: " + s)
	}
	if percent {
		r.Quo(r, big.NewRat(100, 1))
	}
	return r
}

func add(a, b *big.Rat) *big.Rat { return new(big.Rat).Add(a, b) }
func sub(a, b *big.Rat) *big.Rat { return new(big.Rat).Sub(a, b) }
func mul(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }
func div(a, b *big.Rat) *big.Rat { return new(big.Rat).Quo(a, b) }
func least(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) < 0 {
		return a
	}
	return b
}

var (
	nought   = new(big.Rat)
	unity    = big.NewRat(1, 1)
	tenThou  = big.NewRat(10_000, 1)
	hundredR = big.NewRat(100, 1)
)

func yuanToWan(s string) *big.Rat { return div(rat(s), tenThou) }

// ref computes one enterprise under one pack.
type ref struct {
	p   *scoring.Pack
	e   *enterprise
	own *scoring.Enterprise
	out map[string]string
}

func reference(p *scoring.Pack, e *enterprise) map[string]string {
	r := &ref{p: p, e: e, out: map[string]string{}}
	for i := range p.Enterprises {
		if p.Enterprises[i].USCC == e.uscc {
			r.own = &p.Enterprises[i]
		}
	}
	r.all()
	return r.out
}

// number gives a parameter through the layers: default, type, enterprise.
func (r *ref) number(path string, pack scoring.Param) *big.Rat {
	v := pack.Value
	for _, t := range r.p.TypePolicies {
		for _, o := range t.Overrides {
			if t.Type == r.e.typ && o.Path == path {
				v = o.Value
			}
		}
	}
	if r.own != nil {
		for _, o := range r.own.Overrides {
			if o.Path == path {
				v = o.Value
			}
		}
	}
	return v
}

// round: to n places, once.
func (r *ref) round(v *big.Rat, n int) string {
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
	x := mul(v, new(big.Rat).SetInt(scale))
	size := new(big.Rat).Abs(x)
	whole := new(big.Int).Quo(size.Num(), size.Denom())
	rest := sub(size, new(big.Rat).SetInt(whole))
	up := rest.Cmp(big.NewRat(1, 2)) > 0
	if rest.Cmp(big.NewRat(1, 2)) == 0 {
		up = !r.p.HalfEven || whole.Bit(0) == 1
	}
	if up {
		whole.Add(whole, big.NewInt(1))
	}
	digits := fmt.Sprintf("%0*s", n+1, whole.String())
	sign := ""
	if x.Sign() < 0 && whole.Sign() != 0 {
		sign = "-"
	}
	return sign + digits[:len(digits)-n] + "." + digits[len(digits)-n:]
}

func (r *ref) line(v *big.Rat) string  { return r.round(v, r.p.LineDecimals) }
func (r *ref) money(v *big.Rat) string { return r.round(v, r.p.MoneyDecimals) }

// ---- rows ----

func (r *ref) inYear(x row, by string) bool {
	year := fmt.Sprint(r.e.year)
	switch by {
	case "":
		return true
	case "active":
		if x["start"] == "" || x["end"] == "" {
			return false
		}
		return x["start"] <= year+"12" && (x["end"] == "000000" || x["end"] >= year+"01")
	}
	return strings.HasPrefix(x[by], year)
}

func recognised(x row) bool {
	return x["recognition"] == "已认定" && x["recognised_doc"] != "" && x["recognised_on"] != ""
}

var otherCities = []string{"呼和浩特", "鄂尔多斯", "赤峰"}

func (r *ref) elsewhere(x row) bool {
	if x["level"] != "市级" || r.p.City != "包头市" {
		return false
	}
	for _, c := range otherCities {
		if strings.Contains(x["recognised_by"], c) || strings.Contains(x["authority"], c) {
			return true
		}
	}
	return false
}

// fits asks for the conditions, the category, the year and the city, not for recognition.
func (r *ref) fits(register string, x row, where []scoring.Condition, by string) bool {
	for _, c := range where {
		v := x[c.Field]
		if register == "platform" && c.Field == "nature" && v == "" {
			v = "新建"
		}
		if !slices.Contains(c.Values, v) {
			return false
		}
	}
	return r.inYear(x, by) && !r.elsewhere(x) && (register != "award" || x["science"] != "否")
}

// ofScience: an award that bears a name of science, or is said to be one.
func ofScience(x row) bool {
	_, award := x["achievement_title"]
	return !award || x["science"] == "是" || strings.Contains(x["name"], "科学技术")
}

// settled: recognised, and at city level by a body that says which city.
func (r *ref) settled(x row) bool {
	if x["level"] == "市级" && r.p.City == "包头市" && !strings.Contains(x["recognised_by"]+" "+x["authority"], "包头") {
		return false
	}
	return recognised(x)
}

// two gives the rows for the confirmed figure and for the one with pending.
func (r *ref) two(rows []row, evidence bool) (confirmed, pending []row) {
	for _, x := range rows {
		if (!evidence || r.settled(x)) && ofScience(x) {
			confirmed = append(confirmed, x)
		}
		if !evidence || x["recognition"] != "不予认定" {
			pending = append(pending, x)
		}
	}
	return confirmed, pending
}

func (r *ref) pointsAt(m *scoring.Measure, prefix, level, grade string) *big.Rat {
	if g, ok := m.Grades[level][grade]; ok {
		return r.number(prefix+"grades."+level+"."+grade, g)
	}
	if p, ok := m.Points[level]; ok {
		return r.number(prefix+"points."+level, p)
	}
	return nil
}

func (r *ref) pointsOf(m *scoring.Measure, prefix, upgrade string, x row) *big.Rat {
	if m.Kind == scoring.MeasureCount {
		return unity
	}
	p := r.pointsAt(m, prefix, x["level"], x["grade"])
	if p == nil {
		return nought
	}
	if x["nature"] == "升级" {
		switch upgrade {
		case "none":
			return nought
		case "difference":
			if was := r.pointsAt(m, prefix, x["upgraded_from"], x["grade"]); was != nil {
				if p = sub(p, was); p.Sign() < 0 {
					return nought
				}
			}
		}
	}
	return p
}

// total adds points over rows, rows with the same dedupe key once at their best.
func (r *ref) total(m *scoring.Measure, prefix, upgrade string, rows []row) *big.Rat {
	sum := new(big.Rat)
	best := map[string]*big.Rat{}
	for _, x := range rows {
		p := r.pointsOf(m, prefix, upgrade, x)
		key := x[m.Dedupe]
		if m.Dedupe == "" || key == "" {
			sum.Add(sum, p)
			continue
		}
		if best[key] == nil || p.Cmp(best[key]) > 0 {
			best[key] = p
		}
	}
	for _, p := range best {
		sum.Add(sum, p)
	}
	return sum
}

func (r *ref) register(m *scoring.Measure, prefix, upgrade string) (confirmed, pending *big.Rat) {
	var fit []row
	for _, x := range r.e.rows[m.Register] {
		if m.WhereField != "" && !slices.Contains(m.WhereByType[r.e.typ], x[m.WhereField]) {
			continue
		}
		if r.fits(m.Register, x, m.Where, m.YearBy) {
			fit = append(fit, x)
		}
	}
	c, p := r.two(fit, m.Evidence)
	return r.total(m, prefix, upgrade, c), r.total(m, prefix, upgrade, p)
}

// ---- facts ----

func (r *ref) spent(keep func(row) bool) *big.Rat {
	sum := new(big.Rat)
	for _, x := range r.e.spend {
		if keep(x) {
			sum.Add(sum, yuanToWan(x["amount"]))
		}
	}
	return sum
}

// fact gives a figure in 万元; nil where it is missing.
func (r *ref) fact(id string) *big.Rat {
	switch id {
	case "rd.total":
		if len(r.e.spend) == 0 {
			return nil
		}
		return r.spent(func(row) bool { return true })
	case "rd.total_prev":
		if r.e.before == nil {
			return nil
		}
		return add(yuanToWan(r.e.before["expensed"]), yuanToWan(r.e.before["capitalised"]))
	case "conversion.income":
		sum := new(big.Rat)
		for _, x := range r.e.rows["conversion"] {
			sum.Add(sum, yuanToWan(x["income"]))
		}
		return sum
	}
	field := strings.TrimPrefix(id, "fin.")
	if r.e.annual == nil || r.e.annual[field] == "" {
		return nil
	}
	return yuanToWan(r.e.annual[field])
}

// ---- indicators ----

func (r *ref) all() {
	confirmed, pending, unfilled := new(big.Rat), new(big.Rat), new(big.Rat)
	for i := range r.p.Indicators {
		in := &r.p.Indicators[i]
		c, p, open, status := r.indicator(in)
		r.out[in.ID], r.out[in.ID+"+"], r.out[in.ID+"_"], r.out[in.ID+"?"] = c, p, open, status
		unfilled.Add(unfilled, rat(open))
		confirmed.Add(confirmed, rat(c))
		pending.Add(pending, rat(p))
	}
	r.out["innovation"], r.out["innovation+"], r.out["innovation_"] = r.line(confirmed), r.line(pending), r.line(unfilled)
	bonus, bonusPending := r.bonus()
	base := confirmed
	if r.p.BonusOn == "innovation" {
		base = add(confirmed, bonus)
	}
	_ = bonusPending
	w := r.number("annual.innovation_weight", r.p.InnovationWeight)
	r.out["annual_contribution"] = r.line(div(mul(base, w), hundredR))
	r.profit()
	r.payroll()
	if pr := r.p.Priority; pr != nil {
		ok := confirmed.Cmp(r.number("priority.min_score", pr.MinScore)) >= 0
		if pr.NeedGrowth {
			prev := r.fact("rd.total_prev")
			now := r.fact("rd.total")
			ok = ok && prev != nil && now != nil && now.Sign() > 0 && now.Cmp(prev) > 0
		}
		r.out["priority"] = fmt.Sprint(ok)
	}
}

func (r *ref) indicator(in *scoring.Indicator) (confirmed, pending, unfilled, status string) {
	path := "indicator." + in.ID + "."
	weight := r.number(path+"weight."+r.e.typ, in.Weight[r.e.typ])
	nothing := func(status string) (string, string, string, string) {
		return r.line(nought), r.line(nought), r.line(weight), status
	}
	target := r.number(path+"target", in.Target)
	var c, p, filled *big.Rat
	items := 0
	m := &in.Measure
	switch m.Kind {
	case scoring.MeasureValue:
		if c = r.fact(m.Fact); c == nil {
			return nothing("缺数据")
		}
		p = c
	case scoring.MeasureRatio:
		a, b := r.fact(m.Num), r.fact(m.Den)
		if a == nil || b == nil {
			return nothing("缺数据")
		}
		if b.Sign() <= 0 {
			return nothing("不可计算")
		}
		c = div(a, b)
		p = c
	case scoring.MeasureGrowth:
		now, was := r.fact(m.Cur), r.fact(m.Prev)
		switch {
		case now == nil || was == nil:
			return nothing("缺数据")
		case was.Sign() <= 0 && now.Sign() > 0:
			return r.line(mul(weight, r.top(in, path))), r.line(mul(weight, r.top(in, path))), r.line(nought), "达标"
		case was.Sign() == 0 && now.Sign() == 0:
			c = new(big.Rat)
		case was.Sign() <= 0:
			return nothing("不可计算")
		default:
			c = sub(div(now, was), unity)
		}
		p = c
	case scoring.MeasureCount, scoring.MeasureLevelPoints:
		c, p = r.register(m, path+"measure.", "full")
	case scoring.MeasureChecklist:
		c, filled, items = r.checklist(in)
		p = c
	}
	if in.Scale.Kind == scoring.ScaleToTarget || in.Scale.Kind == scoring.ScaleEfficacy {
		if target.Sign() <= 0 {
			return nothing("不可计算")
		}
	}
	status = "未达标"
	if r.full(in, path, c, target, items) {
		status = "达标"
	}
	earns := func(v *big.Rat) string { return r.line(mul(weight, r.share(in, path, v, target, items))) }
	unfilled = r.line(nought)
	if filled != nil {
		unfilled = r.line(sub(rat(earns(filled)), rat(earns(c))))
	}
	return earns(c), earns(p), unfilled, status
}

func (r *ref) top(in *scoring.Indicator, path string) *big.Rat {
	switch in.Scale.Kind {
	case scoring.ScaleLadder:
		n := len(in.Scale.Rungs)
		return r.number(fmt.Sprintf("%sscale.rungs.%d.give", path, n), in.Scale.Rungs[n-1].Give)
	case scoring.ScaleToTarget:
		return r.number(path+"scale.cap", in.Scale.Cap)
	}
	return unity
}

func (r *ref) share(in *scoring.Indicator, path string, v, target *big.Rat, items int) *big.Rat {
	if v.Sign() < 0 {
		return nought
	}
	switch in.Scale.Kind {
	case scoring.ScaleToTarget:
		return least(div(v, target), r.number(path+"scale.cap", in.Scale.Cap))
	case scoring.ScaleFraction:
		return div(v, big.NewRat(int64(items), 1))
	case scoring.ScaleLadder:
		share := nought
		for i, rung := range in.Scale.Rungs {
			c := v.Cmp(rung.At.Value)
			if c > 0 || c == 0 && !rung.Above {
				share = r.number(fmt.Sprintf("%sscale.rungs.%d.give", path, i+1), rung.Give)
			}
		}
		return share
	case scoring.ScaleEfficacy:
		floor, base := in.Scale.Floor.Value, in.Scale.Base.Value
		if v.Cmp(floor) < 0 {
			return nought
		}
		climbed := div(sub(v, floor), sub(target, floor))
		share := add(base, mul(sub(unity, base), climbed))
		if in.Scale.Cap.Value != nil {
			return least(share, in.Scale.Cap.Value)
		}
		return least(share, unity)
	}
	panic("scale")
}

func (r *ref) full(in *scoring.Indicator, path string, v, target *big.Rat, items int) bool {
	switch in.Scale.Kind {
	case scoring.ScaleLadder:
		last := in.Scale.Rungs[len(in.Scale.Rungs)-1]
		c := v.Cmp(last.At.Value)
		return c > 0 || c == 0 && !last.Above
	case scoring.ScaleFraction:
		return v.Cmp(big.NewRat(int64(items), 1)) >= 0
	}
	return v.Cmp(target) >= 0
}

// checklist gives the items answered yes, the same with every open one, and how many there are.
func (r *ref) checklist(in *scoring.Indicator) (c, filled *big.Rat, n int) {
	type ask struct{ names []string }
	var asks []ask
	due := map[string]string{}
	for _, item := range in.Measure.Items {
		asks = append(asks, ask{[]string{item}})
	}
	if r.own != nil {
		for _, ms := range r.own.Milestones {
			if ms.Join == in.ID {
				asks = append(asks, ask{[]string{ms.Text, ms.ID}})
				due[ms.Text] = ms.Due
			}
		}
	}
	yes, open := int64(0), int64(0)
	for _, a := range asks {
		said := map[string]bool{}
		for _, x := range r.e.rows["checklist"] {
			if !slices.Contains(a.names, x["item"]) {
				continue
			}
			switch {
			case x["answer"] == "是" && due[a.names[0]] != "" && x["date"] > due[a.names[0]]:
				said["late"] = true
			case x["answer"] == "是" || x["answer"] == "否":
				said[x["answer"]] = true
			}
		}
		switch {
		case len(said) != 1:
			open++
		case said["是"]:
			yes++
		}
	}
	return big.NewRat(yes, 1), big.NewRat(yes+open, 1), len(asks)
}

// flat writes a sheet as the reference does.
func flat(s *scoring.Sheet) map[string]string {
	out := map[string]string{}
	pair := func(key string, p scoring.Pair) {
		out[key], out[key+"+"] = p.Confirmed.String(), p.Pending.String()
	}
	for i := range s.Indicators {
		l := &s.Indicators[i]
		pair(l.ID, l.Score)
		out[l.ID+"_"], out[l.ID+"?"] = l.Unfilled.String(), string(l.Status)
	}
	pair("innovation", s.Innovation)
	out["innovation_"] = s.Unfilled.String()
	out["annual_contribution"] = s.AnnualContribution.Confirmed.String()
	for i := range s.Bonuses {
		pair("bonus."+s.Bonuses[i].ID, s.Bonuses[i].Score)
	}
	pair("bonus", s.BonusTotal)
	pair("addback", s.Addback.Score)
	for k, v := range s.Alternatives {
		out[k] = v.String()
	}
	for i := range s.Deemed {
		pair("deemed."+s.Deemed[i].ID, s.Deemed[i].Score)
	}
	if s.Assessed != nil {
		pair("assessed", *s.Assessed)
	}
	if s.Completion != nil {
		out["completion"], out["completion+"] = s.Completion.Confirmed.String()+"%", s.Completion.Pending.String()+"%"
	}
	if s.Separate.ID != "" {
		pair("separate", s.Separate.Score)
	}
	if s.Base != nil {
		out["base"] = s.Base.Confirmed.String()
	}
	if s.Tilt.ID != "" && s.Tilt.Status != scoring.NoData {
		pair("tilt", s.Tilt.Score)
	}
	if s.Priority != nil {
		out["priority"] = fmt.Sprint(*s.Priority)
	}
	return out
}

// differ lists the figures on which two flat sheets disagree.
func differ(got, want map[string]string) []string {
	keys := map[string]bool{}
	for k := range got {
		keys[k] = true
	}
	for k := range want {
		keys[k] = true
	}
	var out []string
	for _, k := range slices.Sorted(maps.Keys(keys)) {
		if got[k] != want[k] {
			out = append(out, fmt.Sprintf("%s: engine %q, reference %q", k, got[k], want[k]))
		}
	}
	sort.Strings(out)
	return out
}
