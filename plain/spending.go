package plain

import (
	"fmt"
	"strconv"

	"yice/entry"
	"yice/form"
	"yice/text"
)

// spendingSides are what the money is told apart by, in the order of the screen.
var spendingSides = [entry.Sides]text.Pair{
	text.TuiSpendMonth, text.TuiSpendCategory, text.TuiSpendSource, text.TuiSpendActivity, text.TuiSpendTreatment, text.TuiSpendProject, text.TuiSpendPlatform,
}

// spending tells what the year's money went to, side by side, and each part of it by quarter and month.
func (d *desk) spending() error {
	sp, err := d.s.Spending()
	if err != nil {
		return err
	}
	if sp.Lines == 0 {
		d.say(text.PlainSpendNone)
		return nil
	}
	d.spent(&sp)
	for {
		side, err := d.choose(text.PlainSpendBy, spendingSides[:], text.PlainBack)
		if err != nil {
			return err
		}
		if err := d.part(func() error { return d.spendingBy(&sp, entry.Side(side)) }); err != nil {
			return err
		}
	}
}

// spent is the year in sentences: what it came to, the year before, the budget.
func (d *desk) spent(sp *entry.Spending) {
	d.together(wanOf(text.TuiSpendYear, sp.Total), text.TuiSpendLines.With(form.Separated(strconv.FormatInt(sp.Lines, 10))))
	if sp.Before != nil {
		d.together(wanOf(text.TuiSpendBefore, *sp.Before))
	}
	if sp.Budget != nil {
		said := []text.Pair{wanOf(text.TuiSpendBudget, *sp.Budget)}
		if over := sp.Total - *sp.Budget; over > 0 {
			said = append(said, text.TuiSpendOver.With(text.PlainWan.With(form.InWan(over))))
		}
		d.together(said...)
	}
	if sp.Outside.Lines > 0 {
		d.say(text.TuiOutsideShort.With(sp.Outside.Lines, form.InWan(sp.Outside.Amount)))
	}
}

// together tells several things in one sentence.
func (d *desk) together(said ...text.Pair) { d.aloud(text.Join(said, text.PlainComma)) }

// wanOf is a sum of 分 behind its name.
func wanOf(name text.Pair, fen int64) text.Pair {
	return text.PlainOfUnit.With(name, text.PlainWan.With(form.InWan(fen)))
}

// partSaid is a part with its share and what it was a year ago.
func partSaid(p *entry.Part) text.Pair {
	said := []text.Pair{wanOf(p.Title, p.Amount)}
	if p.Share != nil {
		said = append(said, text.PlainSpendShare.With(fmt.Sprintf("%d.%02d%%", *p.Share/100, *p.Share%100)))
	}
	if p.Before != nil {
		said = append(said, text.PlainSpendWas.With(text.PlainWan.With(form.InWan(*p.Before))))
	}
	return text.Join(said, text.PlainComma)
}

// spendingBy tells the parts of a side; the one that is asked for is told by quarter and month, a month by the other sides.
func (d *desk) spendingBy(sp *entry.Spending, side entry.Side) error {
	var months *entry.SpentByMonth
	parts := sp.Sides[side]
	list := make([]text.Pair, len(parts))
	for i := range parts {
		list[i] = partSaid(&parts[i])
	}
	for {
		i, err := d.choose(spendingSides[side], list, text.PlainBack)
		if err != nil {
			return err
		}
		if months == nil {
			if months, err = d.s.SpentByMonth(d.ctx); err != nil {
				return err
			}
		}
		d.say(parts[i].Title)
		if side == entry.ByMonth {
			for by := range entry.Sides {
				if by != side {
					d.apart(spendingSides[by], months.Within(i+1, by))
				}
			}
			continue
		}
		for q := range 4 {
			from, to := 3*q+1, 3*q+3
			said := []text.Pair{wanOf(text.TuiSpendQuarter.With(q+1), months.Of(side, &parts[i], from, to))}
			for m := from; m <= to; m++ {
				said = append(said, text.PlainOfUnit.With(text.EntrySpentMonth(m), form.InWan(months.Of(side, &parts[i], m, m))))
			}
			d.together(said...)
		}
	}
}

// apart tells the parts of one side in a sentence each.
func (d *desk) apart(side text.Pair, parts []entry.Part) {
	if len(parts) == 0 {
		return
	}
	d.say(side)
	for i := range parts[:min(len(parts), listed)] {
		d.aloud(partSaid(&parts[i]))
	}
	if more := len(parts) - listed; more > 0 {
		d.say(text.EntrySpentOthers.With(more))
	}
}
