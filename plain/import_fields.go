package plain

import (
	"strconv"

	"yice/entry"
	"yice/filing"
	"yice/text"
)

// settleFields offers to fill what the lines lack, and tells what was assumed.
func (d *desk) settleFields(in *incoming) (bool, error) {
	for i := range in.f.Fields {
		fd := &in.f.Fields[i]
		n := in.lacks(fd)
		if n == 0 {
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
		}
		return true, nil
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
