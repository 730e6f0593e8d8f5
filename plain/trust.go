package plain

import (
	"errors"
	"io/fs"
	"os"
	"strings"

	"yice/filing"
	"yice/seal"
	"yice/text"
)

// takeRegister takes in the regulator's signed register of keys. The first time its root is believed only once the last group of the
// fingerprint, as it was read out by somebody who knows it, was typed.
func (d *desk) takeRegister() error {
	return d.path(text.PlainRegisterPath, d.takeRegisterAt)
}

func (d *desk) takeRegisterAt(path string) error {
	r, err := filing.ReadRegister(path)
	if err != nil {
		return err
	}
	var keys *seal.Keyring
	if _, err := os.Lstat(d.o.TrustFolder); !errors.Is(err, fs.ErrNotExist) {
		if keys, err = seal.OpenTrust(d.o.TrustFolder); err != nil {
			return err
		}
	}
	confirmed := ""
	if keys.Root() == "" {
		if confirmed, err = d.compared(r.Register.Root, text.TuiPrintRoot.With(r.Register.Number, len(r.Register.Holders), r.Issuer())); err != nil {
			return err
		}
	}
	done, err := (seal.Trust{Dir: d.o.TrustFolder}).Take(r.Register, r.Signer, confirmed, d.o.Now())
	if err != nil {
		return err
	}
	d.o.Trust = d.o.TrustFolder // whoever has registered keys asks for them from then on
	d.say(text.TuiTakenKept.With(done.Number, len(done.Added), len(done.Changed), len(done.Gone), len(done.Kept)))
	return nil
}

// compared tells a fingerprint group by group and asks for the last one, so that nobody confirms what he has not compared.
func (d *desk) compared(print string, say text.Pair) (string, error) {
	d.say(say)
	for i, g := range strings.Split(print, "-") {
		d.say(text.PlainPrintGroup.With(i+1, strings.Join(strings.Split(g, ""), " ")))
	}
	for {
		answer, err := d.ask(text.PlainPrintType)
		if err != nil || answer == "" {
			return "", backUnless(err)
		}
		if typed := seal.FingerprintTyped(answer); typed == print || typed == print[strings.LastIndex(print, "-")+1:] {
			return print, nil
		}
		d.say(text.PlainWrong.With(text.PlainPrintWrong))
	}
}
