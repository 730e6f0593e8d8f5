package plain

import (
	"strconv"

	"yice/entry"
	"yice/filing"
	"yice/form"
	"yice/text"
)

// settleFields offers to fill what the lines lack, and tells what was assumed.
func (d *desk) settleFields(in *incoming) (bool, error) {
	for i := range in.f.Fields {
		fd := &in.f.Fields[i]
		n := in.lacks(fd)
		if n == 0 || in.plan.DoesWithout(in.now(), fd) {
			continue
		}
		d.say(text.TuiAskFill.With(fd.Title, strconv.FormatInt(n, 10)))
		var list []text.Pair
		for _, c := range fd.Codes {
			list = append(list, c.Title)
		}
		k, err := d.choose(text.TuiAskFillTitle.With(fd.Title), append(list, text.TuiAskNoFill), text.PlainImportStop)
		switch {
		case err != nil:
			return true, err
		case k < len(fd.Codes):
			in.change(func(r *filing.Recipe) { r.Fill(fd.ID, fd.Codes[k].ID) })
		default:
			in.declined[fd.ID] = true
			if in.plan.Absent(fd) { // the header says so: the next file with it is not asked about
				in.change(func(r *filing.Recipe) { r.DoWithout(fd.ID) })
			}
		}
		return true, nil
	}
	if asked, err := d.settleLacks(in); asked || err != nil {
		return true, err
	}
	a := in.plan.Result.Account
	if a == nil || len(a.Assumed) == 0 || in.sure {
		return false, nil
	}
	for _, x := range a.Assumed {
		title := text.Same(x.Field)
		shown := text.Same(x.Value)
		if fd := in.f.Field(x.Field); fd != nil {
			title = fd.Title
			if c := fd.Code(x.Value); c != nil {
				shown = c.Title
			}
		}
		d.say(text.PlainImportAssumed.With(title, x.Text, shown))
	}
	yes, err := d.yes(text.PlainImportSure)
	if err != nil {
		return true, err
	}
	if in.sure = true; yes {
		return true, nil
	}
	x := a.Assumed[0]
	if len(a.Assumed) > 1 {
		var list []text.Pair
		for _, one := range a.Assumed {
			list = append(list, text.Same(one.Text))
		}
		i, err := d.choose(text.PlainImportWhich, list, text.PlainImportStop)
		if err != nil {
			return true, err
		}
		x = a.Assumed[i]
	}
	in.sure = false
	return true, d.meaning(in, in.f.Field(x.Field), x.Text)
}

// fillable reports a field of a ledger that one answer may fill for all lines that lack it: it is asked for by itself.
func (in *incoming) fillable(fd *form.Field) bool {
	return in.f.Scope == form.Ledger && fd.Required && fd.Kind == form.CodeKind
}

// lackAsked is what declined knows the lines by that lack what they have to have.
const lackAsked = "lacks"

// settleLacks tells what will be found wrong with lines once they are there, and asks whether they come in so. What the file has no column for is
// remembered with the answer.
func (d *desk) settleLacks(in *incoming) (bool, error) {
	var lacks []filing.Lack
	for _, l := range in.plan.Lacking {
		if !in.fillable(l.Field) && !in.plan.DoesWithout(in.now(), l.Field) {
			lacks = append(lacks, l)
		}
	}
	if len(lacks) == 0 || in.declined[lackAsked] {
		return false, nil
	}
	d.say(filing.SayLacking(lacks))
	if yes, err := d.yes(text.PlainImportLacks); err != nil || !yes {
		return true, backUnless(err)
	}
	in.declined[lackAsked] = true
	for _, l := range lacks {
		if in.plan.Absent(l.Field) {
			in.change(func(r *filing.Recipe) { r.DoWithout(l.Field.ID) })
		}
	}
	return true, nil
}

// without names the fields that the file has not and that were said before to be left out.
func (in *incoming) without() (names []text.Pair) {
	if in.recipe != nil {
		return nil // it was said just now
	}
	for i := range in.f.Fields {
		if fd := &in.f.Fields[i]; in.plan.DoesWithout(in.now(), fd) {
			names = append(names, fd.Title)
		}
	}
	return names
}

// settleSums asks why totals may differ, and whether the file takes the place of one before.
func (d *desk) settleSums(in *incoming) (bool, error) {
	if q := in.question("intake.differs"); q != nil {
		d.say(q.Say)
		why, err := d.ask(text.PlainImportWhy)
		if err != nil {
			return true, err
		}
		if say, hollow := entry.Hollow(why); hollow {
			d.say(text.PlainWrong.With(say))
			return true, nil
		}
		in.accept = why
		return true, nil
	}
	for i := range in.plan.Result.Asked {
		q := &in.plan.Result.Asked[i]
		if q.Table != nil {
			if in.question(q.Table.Code) != nil { // one that is asked nowhere above
				return false, &text.Fault{Code: "plain.import", Class: text.Usage, Say: text.TuiAskMend.With(q.Say)}
			}
			continue
		}
		d.say(q.Say)
		same := text.TuiAskReplace
		if e := in.plan.Replaces; e != nil && e.File == "" {
			same = text.TuiAskSame
		}
		k, err := d.choose(text.TuiAskMode, []text.Pair{same, text.TuiAskBeside}, text.PlainImportStop)
		if err == nil {
			in.mode = []filing.ImportMode{filing.ModeReplace, filing.ModeAdd}[k]
		}
		return true, err
	}
	return false, nil
}
