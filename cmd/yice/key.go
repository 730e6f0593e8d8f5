package main

import (
	"bufio"
	"errors"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"yice/seal"
	"yice/text"
)

func (p *program) keyCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "key",
		Short: text.CmdKeyShort.In(p.lang),
		Args:  onlySubcommands("key"),
		RunE:  p.helpOnly,
	}
	c.AddCommand(p.keyNewCommand(), p.keyShowCommand())
	return c
}

// keyJSON names a key; private and public are its files.
type keyJSON struct {
	Private     string `json:"private,omitempty"`
	Public      string `json:"public"`
	Fingerprint string `json:"fingerprint"`
}

func (p *program) keyNewCommand() *cobra.Command {
	var (
		out    string
		asJSON bool
	)
	c := &cobra.Command{
		Use:     "new -o KEY.pem",
		Short:   text.CmdKeyNewShort.In(p.lang),
		Long:    text.CmdKeyNewLong.In(p.lang),
		Example: "  yice key new -o our.pem",
		Args:    takes(0, 0),
	}
	p.outFlag(c, &out)
	p.passphraseFlag(c.Flags())
	p.jsonFlag(c, &asJSON)
	c.RunE = func(c *cobra.Command, _ []string) error {
		if err := needOut(c, out); err != nil {
			return err
		}
		word, err := p.newPassphrase()
		if err != nil {
			return err
		}
		k, err := seal.NewKey()
		if err != nil {
			return err
		}
		if err := seal.WriteKey(out, k, word); err != nil {
			return err
		}
		t := columns("ll")
		t.row(text.CmdKeyPrivate.In(p.lang), out)
		t.row(text.CmdKeyPublic.In(p.lang), seal.PublicPath(out))
		t.row(text.CmdKeyFingerprint.In(p.lang), k.Public().Fingerprint())
		if word == "" {
			p.message(text.CmdKeyOpen)
		}
		if asJSON {
			return p.printJSON(keyJSON{out, seal.PublicPath(out), k.Public().Fingerprint()})
		}
		return p.print(t.String())
	}
	return c
}

func (p *program) keyShowCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "show KEY.pem.pub",
		Short:   text.CmdKeyShowShort.In(p.lang),
		Example: "  yice key show our.pem.pub",
		Args:    takes(1, 1),
		RunE: func(_ *cobra.Command, args []string) error {
			key, err := seal.ReadPublicKey(args[0])
			if err != nil {
				return err
			}
			if asJSON {
				return p.printJSON(keyJSON{Public: args[0], Fingerprint: key.Fingerprint()})
			}
			return p.print(key.Fingerprint())
		},
	}
	p.jsonFlag(c, &asJSON)
	return c
}

// passphraseVariable holds the passphrase where nobody can be asked.
const passphraseVariable = "YICE_PASSPHRASE"

// longestPassphrase bounds what is read for one, in bytes.
const longestPassphrase = 4096

// passphrase gives the passphrase of a key: from the file named, else the variable, else what is asked for.
func (p *program) passphrase() (string, error) {
	if word, ok, err := p.givenPassphrase(); ok || err != nil {
		return word, err
	}
	return p.ask(text.CmdAskPassphrase)
}

// givenPassphrase is one that nobody has to be asked for.
func (p *program) givenPassphrase() (word string, ok bool, err error) {
	if p.passphraseFile != "" {
		content, err := readSmall(p.passphraseFile, longestPassphrase)
		word, _, _ := strings.Cut(string(content), "\n")
		return strings.TrimSuffix(word, "\r"), err == nil, err
	}
	word, ok = p.lookup(passphraseVariable)
	return word, ok, nil
}

// newPassphrase asks twice, so that a slip of the finger does not lock the key for ever.
func (p *program) newPassphrase() (string, error) {
	if word, ok, err := p.givenPassphrase(); ok || err != nil {
		return word, err
	}
	word, err := p.ask(text.CmdAskPassphrase)
	if err != nil || !isTerminal(p.stdin) {
		return word, err
	}
	again, err := p.ask(text.CmdAskAgain)
	if err == nil && again != word {
		err = usage("cmd.passphrase", text.CmdPassphraseDiffers)
	}
	return word, err
}

// ask reads a line without showing it; from what is no terminal it reads one line.
func (p *program) ask(question text.Pair) (string, error) {
	if f, ok := p.stdin.(*os.File); ok && isTerminal(f) {
		p.message(question)
		word, err := term.ReadPassword(int(f.Fd()))
		if err != nil {
			return "", cannot("cmd.passphrase", text.CmdNoPassphrase, err)
		}
		return string(word), nil
	}
	line, err := bufio.NewReader(io.LimitReader(p.stdin, longestPassphrase)).ReadString('\n')
	if err != nil && (!errors.Is(err, io.EOF) || line == "") {
		return "", cannot("cmd.passphrase", text.CmdNoPassphrase, nil)
	}
	return strings.TrimRight(line, "\r\n"), nil
}
