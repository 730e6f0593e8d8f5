package scoring_test

import (
	"math/big"
	"slices"

	"yice/scoring"
)

// ---- bonus, profit, payroll ----

func (r *ref) bonus() (confirmed, pending *big.Rat) {
	confirmed, pending = new(big.Rat), new(big.Rat)
	for i := range r.p.Bonuses {
		b := &r.p.Bonuses[i]
		c, p := r.register(&b.Measure, "bonus."+b.ID+".", b.Upgrade)
		if limit := r.number("bonus."+b.ID+".cap", b.Cap); limit != nil {
			c, p = least(c, limit), least(p, limit)
		}
		r.out["bonus."+b.ID], r.out["bonus."+b.ID+"+"] = r.line(c), r.line(p)
		confirmed.Add(confirmed, rat(r.line(c)))
		pending.Add(pending, rat(r.line(p)))
	}
	if limit := r.number("bonus_total.cap", r.p.BonusCap); limit != nil {
		confirmed, pending = least(confirmed, limit), least(pending, limit)
	}
	r.out["bonus"], r.out["bonus+"] = r.line(confirmed), r.line(pending)
	return confirmed, pending
}

// base is what the add-back looks at: this year's sum, or the year before's.
func (r *ref) addbackBase(basis, government string, before bool) *big.Rat {
	if before {
		b := r.e.before
		v := yuanToWan(b["expensed"])
		if basis == "total" {
			v = add(v, yuanToWan(b["capitalised"]))
		}
		if government == "exclude" {
			v = sub(v, yuanToWan(b["expensed_government"]))
			if basis == "total" {
				v = sub(v, yuanToWan(b["capitalised_government"]))
			}
		}
		return v
	}
	return r.spent(func(x row) bool {
		if basis == "expensed" && x["treatment"] != "费用化" {
			return false
		}
		return government != "exclude" || x["source"] != "政府部门"
	})
}

func (r *ref) addback(reading, basis, government string, confirmed bool) *big.Rat {
	a := r.p.Addback
	baseRate := r.number("addback.base_rate", a.BaseRate)
	rate := r.number("addback.increment_rate", a.IncrementRate)
	now := r.addbackBase(basis, government, false)
	if a.Recognised {
		if v := r.fact("fin.rd_recognised"); v != nil {
			now = v
		} else if confirmed {
			return nought
		}
	}
	rise := new(big.Rat)
	switch {
	case r.e.before != nil:
		rise = sub(now, r.addbackBase(basis, government, true))
		if rise.Sign() < 0 && a.Decrease == "zero" {
			rise = nought
		}
	case a.NoPrevYear == "increment":
		rise = now
	case a.NoPrevYear == "missing" && confirmed:
		return nought
	}
	var v *big.Rat
	if reading == "A" {
		v = add(mul(sub(now, rise), baseRate), mul(rise, rate))
	} else {
		v = add(mul(now, baseRate), mul(rise, rate))
	}
	if a.OriginalRate.Value != nil {
		v = add(v, mul(a.OriginalRate.Value, r.spent(func(x row) bool { return x["original_technology"] == "是" })))
	}
	for _, x := range r.e.rows["project"] {
		kr, ok := a.KeyRates[x["level"]]
		if !ok || x["major"] != "是" || r.elsewhere(x) || confirmed && !r.settled(x) || x["recognition"] == "不予认定" {
			continue
		}
		lines := r.spent(func(s row) bool {
			return s["project"] == x["code"] && s["treatment"] == "费用化" && s["source"] != "政府部门"
		})
		v = add(v, mul(lines, sub(kr.Value, baseRate)))
	}
	return v
}

func (r *ref) profit() {
	a := r.p.Addback
	sure := rat(r.money(r.addback(a.Reading, a.Basis, a.GovernmentFund, true)))
	maybe := rat(r.money(r.addback(a.Reading, a.Basis, a.GovernmentFund, false)))
	r.out["addback"], r.out["addback+"] = r.money(sure), r.money(maybe)
	for _, reading := range []string{"A", "B"} {
		for _, basis := range []string{"expensed", "total"} {
			for _, government := range []string{"exclude", "include"} {
				r.out[reading+"/"+basis+"/"+government] = r.money(r.addback(reading, basis, government, true))
			}
		}
	}
	for i := range r.p.Deemed {
		d := &r.p.Deemed[i]
		var fit []row
		for _, x := range r.e.rows[d.Register] {
			if r.fits(d.Register, x, d.Where, d.YearBy) && slices.Contains(d.Levels, x["level"]) {
				fit = append(fit, x)
			}
		}
		c, p := r.two(fit, d.Evidence)
		for k, rows := range [][]row{c, p} {
			sum := new(big.Rat)
			for _, x := range rows {
				sum.Add(sum, r.deemedAmount(d, x))
			}
			v := r.money(mul(sum, r.number("deemed."+d.ID+".rate", d.Rate)))
			r.out["deemed."+d.ID+[]string{"", "+"}[k]] = v
			if k == 0 {
				sure = add(sure, rat(v))
			} else {
				maybe = add(maybe, rat(v))
			}
		}
	}
	book := r.fact("fin.profit")
	if book == nil {
		return
	}
	book = rat(r.money(book))
	r.out["assessed"], r.out["assessed+"] = r.money(add(book, sure)), r.money(add(book, maybe))
	if r.own != nil && r.own.ProfitTarget.Value != nil && r.own.ProfitTarget.Value.Sign() > 0 {
		of := func(v *big.Rat) string { return r.round(mul(div(v, r.own.ProfitTarget.Value), hundredR), 2) + "%" }
		r.out["completion"], r.out["completion+"] = of(add(book, sure)), of(add(book, maybe))
	}
}

func (r *ref) deemedAmount(d *scoring.Deemed, x row) *big.Rat {
	switch d.Amount {
	case "fixed":
		return d.Fixed.Value
	case "all_spend":
		return yuanToWan(x["total_spend"])
	}
	field, key := "project", x["code"]
	if d.Register == "platform" {
		field = "platform"
		if key == "" {
			key = x["name"]
		}
	}
	inside := r.spent(func(s row) bool { return s[field] != "" && s[field] == key })
	v := sub(yuanToWan(x["total_spend"]), inside)
	if v.Sign() < 0 {
		return nought
	}
	return v
}

// tackling lists the projects a payroll rule looks at, by recognition.
func (r *ref) tackling(only bool, level func(string) bool, evidence bool) (c, p []row) {
	var fit []row
	for _, x := range r.e.rows["project"] {
		if (!only || x["tackle"] == "是") && level(x["level"]) && !r.elsewhere(x) {
			fit = append(fit, x)
		}
	}
	return r.two(fit, evidence)
}

func (r *ref) payroll() {
	apart := nought
	if s := r.p.Separate; s != nil {
		c, p := r.tackling(s.TackleOnly, func(l string) bool { return slices.Contains(s.Levels, l) }, s.Evidence)
		apart = rat(r.money(r.paidOn(c)))
		r.out["separate"], r.out["separate+"] = r.money(apart), r.money(r.paidOn(p))
	}
	if v := r.fact("fin.pay_total"); v != nil {
		r.out["base"] = r.money(sub(rat(r.money(v)), apart))
	}
	t := r.p.Tilt
	if t == nil {
		return
	}
	c, p := r.tackling(t.TackleOnly, func(l string) bool { _, ok := t.Rates[l]; return ok }, t.Evidence)
	rc, rp := r.tiltRate(c), r.tiltRate(p)
	if rp.Sign() == 0 {
		r.out["tilt"], r.out["tilt+"] = r.money(nought), r.money(nought)
		return
	}
	pay, less := r.fact("fin.pay_performance"), r.fact("fin.pay_performance_separate")
	if !t.ExcludeSeparate {
		less = nought
	}
	if pay == nil || less == nil {
		return
	}
	r.out["tilt"], r.out["tilt+"] = r.money(mul(sub(pay, less), rc)), r.money(mul(sub(pay, less), rp))
}

func (r *ref) tiltRate(projects []row) *big.Rat {
	v := new(big.Rat)
	for _, x := range projects {
		rate := r.number("payroll_tilt.rates."+x["level"], r.p.Tilt.Rates[x["level"]])
		if r.p.Tilt.Sum {
			v.Add(v, rate)
		} else if rate.Cmp(v) > 0 {
			v = new(big.Rat).Set(rate)
		}
	}
	return least(v, r.number("payroll_tilt.cap", r.p.Tilt.Cap))
}

func (r *ref) paidOn(projects []row) *big.Rat {
	codes := map[string]bool{}
	for _, x := range projects {
		codes[x["code"]] = true
	}
	share, pay := map[string]*big.Rat{}, map[string]*big.Rat{}
	for _, x := range r.e.rows["team"] {
		who := x["person"]
		if pay[who] == nil || rat(x["pay"]).Cmp(pay[who]) > 0 {
			pay[who] = rat(x["pay"])
		}
		if codes[x["project"]] {
			if share[who] == nil {
				share[who] = new(big.Rat)
			}
			share[who].Add(share[who], rat(x["share"]))
		}
	}
	sum := new(big.Rat)
	for who, s := range share {
		sum.Add(sum, mul(div(pay[who], tenThou), least(s, unity)))
	}
	return sum
}
