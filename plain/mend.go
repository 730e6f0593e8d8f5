package plain

import (
	"strconv"
	"strings"

	"yice/entry"
	"yice/form"
	"yice/text"
)

// mending lists what is wrong, as sentences, and goes to one after the other.
func (d *desk) mending() error {
	if err := d.s.CheckDeep(d.ctx); err != nil {
		return err
	}
	from := 0
	for {
		var open []form.Finding
		for _, f := range d.s.Findings() {
			if !f.Explained {
				open = append(open, f)
			}
		}
		if len(open) == 0 {
			d.say(text.PlainNoFinding)
			return nil
		}
		if from >= len(open) {
			from = 0
		}
		must, verify, explained := d.s.Counts()
		d.say(text.PlainFindings.With(must, verify, explained).Begun())
		page := open[from:min(from+listed, len(open))]
		for i, f := range page {
			d.say(text.PlainOption.With(from+i+1, text.PlainFinding.With(f.Severity.Title(), d.where(f))))
		}
		if more := len(open) - from - len(page); more > 0 {
			d.say(text.PlainMoreRows.With(more))
		}
		answer, err := d.ask(text.PlainWhichFinding)
		if err != nil {
			return err
		}
		if answer == "" {
			from += listed
			continue
		}
		n, err := strconv.Atoi(answer)
		if err != nil || n < 1 || n > len(open) {
			d.say(text.PlainNoOption.With(answer, len(open)))
			continue
		}
		if err := d.part(func() error { return d.mend(open[n-1]) }); err != nil {
			return err
		}
	}
}

// where is a finding with the record and the field it is about; one that names them itself is told as it is.
func (d *desk) where(f form.Finding) text.Pair {
	fm := d.s.Forms().ByID(f.Form)
	if fm == nil || f.Short.Empty() && strings.HasPrefix(f.Message.ZH, fm.Title.ZH) {
		return f.Message
	}
	say, message := fm.Title, f.Message
	if !f.Short.Empty() {
		message = f.Short
	}
	if f.Key != "" {
		say = text.PlainAt.With(say, form.KeyTitle(f.Form, f.Key))
	}
	if fd := fm.Field(f.Field); fd != nil {
		say = text.PlainAt.With(say, fd.Title)
	}
	return text.PlainSays.With(say, message)
}

// mend asks for the figure anew, or for the reason why it is right.
func (d *desk) mend(f form.Finding) error {
	fm := d.s.Forms().ByID(f.Form)
	if fm == nil {
		d.say(text.TuiNoPlace)
		return nil
	}
	if f.Severity == form.Verify {
		menu := []option{
			{text.PlainMendFigure, func() error { return d.mendFigure(fm, f) }},
			{text.PlainMendReason, func() error { return d.reason(f) }},
		}
		i, err := d.choose(d.where(f), titles(menu), text.PlainBack)
		if err != nil {
			return err
		}
		return menu[i].do()
	}
	return d.mendFigure(fm, f)
}

func (d *desk) mendFigure(fm *form.Form, f form.Finding) error {
	row := f.Row
	if fm.Single() {
		if all := d.s.Records(fm); len(all) > 0 {
			row = all[0].ID
		}
	}
	fd := fm.Field(f.Field)
	if row == 0 && !fm.Single() || fd == nil {
		if fm.Single() {
			return d.single(fm)
		}
		return d.register(fm)
	}
	d.say(f.Message)
	_, err := d.walk(&walk{f: fm, row: row, only: fd.ID})
	return err
}

func (d *desk) reason(f form.Finding) error {
	for {
		words, err := d.ask(held(text.PlainReason, f.Reason))
		if err != nil || words == "" {
			return err
		}
		if err := d.s.Reason(entry.FindingID(f), words); err != nil {
			d.fail(err)
			continue
		}
		d.say(text.PlainReasonKept)
		return nil
	}
}
