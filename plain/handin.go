package plain

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"yice/entry"
	"yice/filing"
	"yice/filing/submission"
	"yice/seal"
	"yice/text"
)

// Settings of the workspace that sealing remembers, as the screens do.
const (
	settingKey = "submit.key"
	settingDir = "submit.folder"
)

// handing tells the figures that are signed, what is still in the way, and does what is next: a quarter's return or the year's.
func (d *desk) handing() error {
	if err := d.s.CheckDeep(d.ctx); err != nil {
		return err
	}
	d.figures()
	for {
		var menu []option
		if d.s.Locked() {
			menu = []option{
				{text.PlainReceipt, d.receipt},
				{text.PlainNext.With(d.s.Year() + 1), d.nextYear},
				{text.PlainReopen, d.reopen},
				{text.PlainRecognise, d.recognise},
			}
		} else {
			year := submission.Period{Year: d.s.Year()}
			d.needs(year)
			if err := d.signedBy(); err != nil {
				return err
			}
			menu = []option{
				{text.PlainSign, d.sign},
				{text.PlainNewKey, func() error { _, err := d.newKey(); return err }},
				{text.PlainSeal.With(d.s.Year()), func() error { return d.seal(year) }},
				{text.PlainSealQuarter, d.quarter},
				{text.PlainReceipt, d.receipt},
				{text.PlainRecognise, d.recognise},
			}
		}
		i, err := d.choose(text.PlainHanding, titles(menu), text.PlainBack)
		if err != nil {
			return err
		}
		at := d.s
		if err := d.part(menu[i].do); err != nil {
			return err
		}
		if d.s != at { // the next year is open
			return nil
		}
	}
}

// figures are what is signed and sealed.
func (d *desk) figures() {
	_, name, _ := d.s.Enterprise()
	d.say(text.PlainSheet.With(name, d.s.Book().USCC, d.s.Year()))
	sheet := d.s.Sheet()
	if sheet == nil {
		d.say(d.s.PackNote())
		return
	}
	d.say(d.totals(sheet))
	for _, section := range sheet.Account() {
		for _, r := range section.Rows {
			if r.Total {
				d.aloud(rowSaid(section.Terms, &r))
			}
		}
	}
}

// needs tells what a sealing asks for, and whether it is so.
func (d *desk) needs(p submission.Period) {
	for _, n := range filing.PrerequisitesOf(d.s, p) {
		switch {
		case n.OK:
			d.say(text.PlainNeedMet.With(n.Say))
		case n.Need:
			d.say(text.PlainNeedOpen.With(n.Say))
		default:
			d.say(text.PlainNeedAdvice.With(n.Say))
		}
	}
}

// signedBy tells who has signed, and whether it still stands.
func (d *desk) signedBy() error {
	offs, err := d.s.SignOffs()
	if err != nil {
		return err
	}
	for _, off := range offs {
		say := text.PlainUnsignedBy.With(off.Role.Title())
		switch {
		case off.Standing:
			say = text.PlainSignedBy.With(off.Role.Title(), off.Name, off.Date)
		case off.Name != "":
			say = text.PlainStaleBy.With(off.Role.Title(), off.Name)
		}
		d.say(say)
	}
	return nil
}

// sign gives the next sign-off that is missing: by name, or with a key over the data.
func (d *desk) sign() error {
	offs, err := d.s.SignOffs()
	if err != nil {
		return err
	}
	i := slices.IndexFunc(offs, func(o entry.SignOff) bool { return !o.Standing })
	if i < 0 {
		d.say(text.PlainAllSigned)
		return nil
	}
	off := offs[i]
	name, err := d.propose(text.PlainSignName.With(off.Role.Title()), off.OnCard)
	if err != nil {
		return err
	}
	g := entry.Signing{Role: off.Role, Name: name}
	if off.OnCard != "" && name != off.OnCard {
		if g.OtherName, err = d.yes(text.PlainSignOther.With(off.Role.Title(), off.OnCard, name)); err != nil || !g.OtherName {
			return err
		}
	}
	if g, err = d.s.FitSignOff(g); err != nil {
		return err
	}
	path, err := d.ask(text.PlainSignKey)
	if err != nil {
		return err
	}
	if path != "" {
		key, err := seal.ReadKey(expand(path), d.passphraseOf(path))
		if err != nil {
			return err
		}
		if g, err = filing.Prove(d.ctx, d.s, g, key, nil); err != nil {
			return err
		}
	}
	if err := d.s.GiveSignOff(g); err != nil {
		return err
	}
	d.say(text.PlainSigned.With(g.Role.Title(), g.Name))
	return nil
}

// newKey makes a key with a passphrase asked for twice, and has it sign from now on.
func (d *desk) newKey() (string, error) {
	dir := filepath.Dir(d.w.Path())
	path, err := d.propose(text.PlainKeyPath, filepath.Join(dir, d.s.Book().USCC+".pem"))
	if err != nil {
		return "", err
	}
	if path = expand(path); !strings.EqualFold(filepath.Ext(path), ".pem") {
		path += ".pem"
	}
	word, err := d.password(text.PlainNewPassphrase)
	if err != nil {
		return "", err
	}
	again, err := d.password(text.PlainPassphraseAgain)
	if err != nil {
		return "", err
	}
	if again != word {
		d.say(text.TuiMakeDiff)
		return "", errBack
	}
	if word == "" {
		if open, err := d.yes(text.TuiMakeOpen); err != nil || !open {
			return "", backUnless(err)
		}
	}
	k, err := seal.NewKey()
	if err != nil {
		return "", err
	}
	if err := seal.WriteKey(path, k, word); err != nil {
		return "", err
	}
	d.say(text.PlainKeyMade.With(path, seal.PublicPath(path), k.Public().Fingerprint()))
	return path, d.w.SetSetting(settingKey, path)
}

func backUnless(err error) error {
	if err == nil {
		return errBack
	}
	return err
}

// quarter seals the return of a quarter.
func (d *desk) quarter() error {
	var list []text.Pair
	for q := 1; q <= 4; q++ {
		list = append(list, submission.Period{Year: d.s.Year(), Quarter: q}.Say())
	}
	i, err := d.choose(text.PlainWhichQuarter, list, text.PlainBack)
	if err != nil {
		return err
	}
	p := submission.Period{Year: d.s.Year(), Quarter: i + 1}
	d.needs(p)
	return d.seal(p)
}

// seal asks for the key and the place, and writes the file. What is in the way is told before anything is asked.
func (d *desk) seal(p submission.Period) error {
	missing, unsigned := 0, false
	for _, n := range filing.PrerequisitesOf(d.s, p) {
		switch {
		case !n.Need || n.OK:
		case n.ID == filing.NeedSignOff:
			unsigned = true
		default:
			missing++
		}
	}
	if missing > 0 {
		d.say(text.TuiSubBlocked.With(missing))
		return nil
	}
	o := filing.SubmitOptions{Now: d.o.Now, Period: p, Trust: d.o.Trust, Progress: d.say}
	if unsigned {
		why, err := d.ask(text.PlainWithout)
		if err != nil {
			return err
		}
		if why == "" {
			return errBack
		}
		o.Unsigned = why
	}
	key, err := d.key()
	if err != nil {
		return err
	}
	o.Key, o.Passphrase = key, d.passphraseOf(key)
	out, err := d.place(p)
	if err != nil {
		return err
	}
	ask := text.TuiSubGoSay.With(out)
	if p.Quarterly() {
		ask = text.TuiSubQuarterSay.With(out)
	}
	if yes, err := d.yes(ask); err != nil || !yes {
		return backUnless(err)
	}
	receipt, err := filing.Submit(d.ctx, d.s, out, o)
	if err != nil {
		return err
	}
	d.say(text.PlainSealed.With(receipt.File, receipt.Serial, receipt.Manifest))
	if receipt.Signer != "" {
		d.say(text.PlainSigner.With(receipt.Signer))
	}
	if receipt.Page != "" {
		d.say(text.PlainPage.With(receipt.Page))
	}
	return nil
}

// key is the key that signs: the one used before, another, a new one, or none.
func (d *desk) key() (string, error) {
	now, _ := d.w.Setting(settingKey)
	if _, err := os.Stat(now); err != nil {
		now = ""
	}
	question := held(text.PlainKey, now)
	if now == "" {
		question = text.PlainKeyNone
	}
	answer, err := d.ask(question)
	switch {
	case err != nil:
		return "", err
	case answer == sayNext:
		return d.newKey()
	case answer == sayClear:
		return "", nil
	case answer == "":
		return now, nil
	}
	return expand(answer), d.w.SetSetting(settingKey, expand(answer))
}

// place is where the file goes.
func (d *desk) place(p submission.Period) (string, error) {
	dir, _ := d.w.Setting(settingDir)
	if dir == "" {
		dir = filepath.Dir(d.w.Path())
	}
	out := filepath.Join(dir, fmt.Sprintf("%s-%s.zip", d.s.Book().USCC, p))
	answer, err := d.propose(text.PlainOut, out)
	if err != nil || answer == out {
		return out, err
	}
	out = withEnding(expand(answer), ".zip")
	return out, d.w.SetSetting(settingDir, filepath.Dir(out))
}

func (d *desk) receipt() error {
	return d.path(text.PlainReceiptPath, func(path string) error {
		said, err := filing.Receive(d.s, path, d.o.Trust)
		if err != nil {
			return err
		}
		d.say(said)
		return nil
	})
}

func (d *desk) reopen() error {
	why, err := d.need(text.PlainReopenWhy)
	for err == nil {
		say, hollow := entry.Hollow(why)
		if !hollow {
			break
		}
		d.say(text.PlainWrong.With(say))
		why, err = d.need(text.PlainReopenWhy)
	}
	if err != nil {
		return err
	}
	if err := filing.Reopen(d.s, why); err != nil {
		return err
	}
	d.say(text.PlainReopened)
	return nil
}

// nextYear tells what goes along, opens the next year with it, and goes there.
func (d *desk) nextYear() error {
	uscc, year := d.s.Book().USCC, d.s.Year()
	would, err := entry.WouldCarry(d.w, uscc, year, d.o.Template)
	if err != nil {
		return err
	}
	var said []string
	for _, f := range would.Forms {
		said = append(said, f.Form.Title.In(d.lang)+" "+strconv.FormatInt(f.Taken, 10)+"/"+strconv.FormatInt(f.Of, 10))
	}
	if yes, err := d.yes(text.PlainNextAsk.With(year+1, strings.Join(said, text.PlainComma.In(d.lang)))); err != nil || !yes {
		return backUnless(err)
	}
	if _, err := entry.NextYear(d.w, uscc, year, d.o.Who(d.w), d.o.Template); err != nil {
		return err
	}
	return d.take(uscc, year+1)
}
