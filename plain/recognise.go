package plain

import (
	"yice/filing"
	"yice/form"
	"yice/text"
)

// recognise takes the regulator's recognitions in, after telling who signed them and what they would do.
func (d *desk) recognise() error {
	return d.path(text.PlainRecognisePath, func(path string) error {
		o := filing.RecogniseBy(d.o.Trust)
		o.DryRun = true
		would, err := filing.Recognise(d.ctx, d.s, path, o)
		if err != nil {
			return err
		}
		if would.Read == 0 {
			d.say(text.TuiRecNone)
			return nil
		}
		for _, n := range would.Notes {
			d.say(n)
		}
		for _, one := range would.Decisions {
			if f := form.ByID(one.Form); f != nil && one.Changes {
				as := f.Field("recognition").CodeTitle
				was := text.TuiChgNothing
				if one.Was != "" {
					was = as(one.Was)
				}
				say := text.PlainRecDecision.With(f.Title, orCode(one.Title, one.Key), was, as(one.Is))
				for _, more := range []string{one.Doc, one.On, one.Reason} {
					if more != "" {
						say = text.PlainAt.With(say, more)
					}
				}
				d.say(say)
			}
		}
		for _, r := range would.Refused {
			d.say(text.PlainRecRefused.With(r.Row, r.Reason))
		}
		signer := text.TuiRecNoSigner
		if would.Signer != "" {
			signer = text.Same(would.Signer)
		}
		if yes, err := d.yes(text.TuiRecAsk.With(signer, len(would.Decisions), would.Changed, would.RefusedCount)); err != nil || !yes {
			return backUnless(err)
		}
		o.DryRun = false
		done, err := filing.Recognise(d.ctx, d.s, path, o)
		if err != nil {
			return err
		}
		d.say(text.PlainRecDone.With(done.Changed, done.RefusedCount))
		for i := range done.Moves {
			d.say(changeSaid(&done.Moves[i]))
		}
		return nil
	})
}
