package plain

import (
	"path/filepath"

	"yice/filing"
	"yice/filing/submission"
	"yice/text"
)

// receiving is the regulator's desk: one file with its verdict, a folder of submissions looked through, a registry worked off. It needs no
// workspace.
func (d *desk) receiving() error {
	for {
		menu := []option{{text.PlainVerifyOne, d.verifying}, {text.PlainCollect, d.collecting}, {text.PlainRegistry, d.registry}, {text.PlainRegMake, d.makeRegistry}}
		i, err := d.choose(text.PlainRegulator, titles(menu), text.PlainBack)
		if err != nil {
			return err
		}
		if err := d.part(menu[i].do); err != nil {
			return err
		}
	}
}

// openKey asks for what opens an encrypted submission, and for the pack of the regulator; both may be left out.
func (d *desk) openKey() (key, pack string, err error) {
	if pack, err = d.ask(text.PlainMeasureBy); err != nil {
		return "", "", err
	}
	if key, err = d.ask(text.PlainOpenKey); err != nil {
		return "", "", err
	}
	return expand(key), expand(pack), nil
}

// verifying tells what holds of one file: a submission, or a receipt, decisions, a register of keys, a pack.
func (d *desk) verifying() error {
	return d.path(text.PlainVerifyPath, d.verify)
}

func (d *desk) verify(path string) (err error) {
	o := filing.VerifyOptions{Trust: d.o.Trust, Now: d.o.Now}
	if doc, is, err := filing.VerifyDocument(d.ctx, path, filing.DocumentOptions{VerifyOptions: o}); err != nil {
		return err
	} else if is {
		d.document(doc)
		return nil
	}
	if o.Key, o.Pack, err = d.openKey(); err != nil {
		return err
	}
	o.Passphrase = d.passphraseOf(o.Key)
	d.say(text.PlainVerifying.With(filepath.Base(path)))
	v, err := filing.Verify(d.ctx, path, o)
	if err != nil {
		return err
	}
	d.verdict(v)
	return v.Close()
}

func (d *desk) document(doc *submission.Document) {
	d.say(doc.Headline())
	for _, r := range doc.Rows() {
		d.say(text.PlainSays.With(r[0], r[1]))
	}
	for _, p := range doc.Problems {
		d.say(text.PlainWrong.With(p.Say))
	}
	for _, n := range doc.Notes {
		d.say(n.Say)
	}
}

// verdict tells a verdict, a question and its answer a line.
func (d *desk) verdict(v *filing.Verification) {
	switch {
	case v.Locked:
		d.say(text.VerdictLocked)
		return
	case v.OK:
		d.say(text.TuiVerdictOK)
	default:
		d.say(text.TuiVerdictBad)
	}
	d.say(text.PlainVerdictOf.With(v.Name, v.Enterprise, v.Period, v.Serial))
	signer := text.CmdUnsigned
	if v.Signer != "" {
		signer = text.PlainSigner.With(v.Signer)
	}
	d.say(signer)
	for _, q := range []struct {
		ask  text.Pair
		word string
	}{
		{text.QuestionIntegrity, v.Integrity},
		{text.QuestionSignature, v.Signature},
		{text.QuestionIdentity, v.Identity},
		{text.QuestionPolicy, v.Policy},
		{text.QuestionScore, v.Score},
		{text.QuestionSignOffs, v.SignOffs},
	} {
		d.say(text.PlainSays.With(q.ask, filing.Answer(q.word)))
	}
	d.say(text.PlainSays.With(text.QuestionRecognitions, text.AnswerRecognitions.With(v.Decided, v.SelfDeclared)))
	for _, r := range []struct {
		ask text.Pair
		of  *submission.Result
	}{{text.QuestionSelf, v.Self}, {text.QuestionConfirmed, v.Confirmed}} {
		if r.of == nil {
			continue
		}
		mode := text.FilingModeSimulated
		if r.of.Mode == text.FilingModeOfficial.ZH {
			mode = text.FilingModeOfficial
		}
		assessed := text.Same(r.of.Assessed)
		if r.of.Assessed == "" {
			assessed = text.TermNoFigure
		}
		d.say(text.PlainSays.With(r.ask, text.AnswerResult.With(r.of.Innovation, r.of.Bonus, assessed, mode)))
	}
	for _, p := range v.Says() {
		d.say(text.PlainWrong.With(p))
	}
	if d.o.Trust == "" {
		d.say(text.TuiVerdictNoTrust)
	}
	for _, n := range v.Notes {
		d.say(n.Say)
	}
}
