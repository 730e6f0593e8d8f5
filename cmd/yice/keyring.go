package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"yice/seal"
	"yice/text"
)

// The flags of keys, which mean the same on every command: --sign-key signs, --open-key opens what was encrypted,
// --passphrase-file holds the passphrase, --trust says whose keys are known. What older flags were called stays as another
// name for them.

// signKeyFlag adds --sign-key, under its older names too.
func (p *program) signKeyFlag(c *cobra.Command, key *string, about text.Pair, older ...string) {
	p.keyFlag(c, key, "sign-key", about, older)
}

// openKeyFlag adds --open-key, under its older names too.
func (p *program) openKeyFlag(c *cobra.Command, key *string, older ...string) {
	p.keyFlag(c, key, "open-key", text.CmdFlagOpenKey, older)
}

func (p *program) keyFlag(c *cobra.Command, key *string, name string, about text.Pair, older []string) {
	c.Flags().StringVar(key, name, "", about.In(p.lang))
	for _, old := range older {
		c.Flags().StringVar(key, old, "", about.In(p.lang))
		c.Flags().Lookup(old).Hidden = true
	}
	p.passphraseFlag(c.Flags())
}

// passphraseFlag adds --passphrase-file, once.
func (p *program) passphraseFlag(flags *pflag.FlagSet) {
	if flags.Lookup("passphrase-file") == nil {
		flags.StringVar(&p.passphraseFile, "passphrase-file", "", text.CmdFlagPassphrase.In(p.lang))
	}
}

// trustFolder is the folder of registered keys: the one named, else the user's own.
func (p *program) trustFolder(asked string) (string, error) {
	if asked != "" {
		return asked, nil
	}
	dir, err := p.dataFolder()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "trust"), nil
}

// trustOr gives the folder named, else the user's own where there are keys in it: who has said whom to trust is told of
// every other signer. "" where nobody is named: then a signature must be right, whoever made it. A folder of one's own that
// cannot be read is given too, so that whoever reads it says so: damage never counts as asking for nothing.
func (p *program) trustOr(asked string) string {
	if asked != "" {
		return asked
	}
	folder, err := p.trustFolder("")
	if err != nil {
		return ""
	}
	if keys, err := ownKeys(folder); err == nil && len(keys.Holders()) == 0 {
		return ""
	}
	return folder
}

// ownKeys reads a folder that need not be there yet.
func ownKeys(folder string) (*seal.Keyring, error) {
	if _, err := os.Lstat(folder); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return seal.OpenTrust(folder)
}
