package submission

import (
	"yice/book"
	"yice/form"
	"yice/scoring"
	"yice/text"
)

// measure counts recognitions and scores the year again: by the enterprise's own pack as it says, and by the regulator's with
// recognitions as they were decided. What only the enterprise says counts with the pending.
func (c *checking) measure(year *book.Year) {
	if year == nil {
		return
	}
	rd := year.Facts().Ledger.Total()
	if self := year.Sheet(); self != nil {
		self.Settled = self.Official && c.v.Policy == policyIssued
	}
	c.v.Self = resultOf(year.Sheet(), rd, c.v.Policy == policyIssued)
	decided := c.decidingOn()
	c.v.decided = decided
	c.recognitions(year, decided)
	m := c.o.Pack
	if m == nil {
		return
	}
	if m.Pack.Year != c.s.Year {
		c.wrong("policy.foreign", "", text.FilingVerifyMeasureYear.With(packName(m.Pack), m.Pack.Year, c.s.Year))
		return
	}
	by, err := m.under(c.s.USCC, c.s.Pack, c.stands)
	if err != nil {
		c.wrong("policy.targets", "", sayOf(err))
		return
	}
	c.v.by = by
	c.v.Measured = year.Under(by, decided.row)
	official := m.Unissued(c.o.Keys, c.o.Now).Empty()
	c.v.Measured.Settled = official
	c.v.Confirmed = resultOf(c.v.Measured, rd, official)
}

// recognitions counts what is 已认定, by whose word.
func (c *checking) recognitions(year *book.Year, decided deciding) {
	loose := 0
	for _, f := range c.s.Forms().All() {
		if !f.Recognised {
			continue
		}
		for _, r := range year.Records(f) {
			one, covered, bound := decided.on(r)
			if covered && !bound {
				loose++
			}
			switch {
			case covered && one.Recognition == form.Recognised:
				c.v.Decided++
			case r.Str("recognition") == form.Recognised:
				c.v.SelfDeclared++
			}
		}
	}
	if loose > 0 {
		c.note("decision.unbound", text.FilingNoteUnbound.With(loose))
	}
}

// row gives a row as it was decided: by the decision that covers it, with its document and date; 已认定 without one is 待认定.
func (d deciding) row(r *form.Record) *form.Record {
	if !r.Form.Recognised {
		return r
	}
	one, covered, _ := d.on(r)
	as := map[string]string{}
	switch {
	case covered:
		as["recognition"], as["recognised_by"], as["recognised_doc"], as["recognised_on"] = one.Recognition, one.By, one.Doc, one.On
	case r.Str("recognition") == form.Recognised:
		as["recognition"] = form.Pending
	}
	now := r
	for id, value := range as {
		if r.Str(id) == value {
			continue
		}
		if now == r {
			now = r.Clone()
		}
		now.Set(id, form.S(value))
	}
	return now
}

// Deciding gives the decision that covers a row of the submission's year; ok is false where none does.
func (v *Verdict) Deciding(r *form.Record) (one Decision, ok bool) {
	one, ok, _ = v.decided.on(r)
	return one, ok
}

// MeasureWithout scores the year again under the regulator's pack with recognitions as they were decided, and without the rows
// that were awarded to somebody else: Measured and Confirmed are then that.
func (v *Verdict) MeasureWithout(lost func(*form.Record) bool) {
	year := v.Submission.year
	v.Measured = year.Under(v.by, func(r *form.Record) *form.Record {
		if lost(r) {
			return nil
		}
		return v.decided.row(r)
	})
	official := v.Confirmed.Mode == modeOfficial
	v.Measured.Settled = official
	v.Confirmed = resultOf(v.Measured, year.Facts().Ledger.Total(), official)
}

// DecidedFacts gives the year's facts with recognitions as they were decided; nil where the year could not be read.
func (v *Verdict) DecidedFacts() *scoring.Facts {
	if v.Submission == nil || v.Submission.year == nil {
		return nil
	}
	return v.Submission.year.FactsWith(v.decided.row)
}
