package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"yice/seal"
	"yice/text"
)

func (p *program) trustCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "trust",
		Short: text.CmdTrustShort.In(p.lang),
		Long:  text.CmdTrustLong.In(p.lang),
		Args:  onlySubcommands("trust"),
		RunE:  p.helpOnly,
	}
	c.AddCommand(p.trustAddCommand(), p.trustListCommand())
	return c
}

func (p *program) trustAddCommand() *cobra.Command {
	var name, dir string
	c := &cobra.Command{
		Use:     "add KEY.pem --name N",
		Short:   text.CmdTrustAddShort.In(p.lang),
		Example: text.CmdTrustExample.In(p.lang),
		Args:    takes(1, 1),
	}
	c.Flags().StringVar(&name, "name", "", text.CmdFlagKeyName.In(p.lang))
	c.Flags().StringVar(&dir, "trust", "", text.CmdFlagTrust.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		if name == "" {
			return usage("cmd.needs", text.CmdFlagNeeded.With("name", c.UseLine()))
		}
		folder, err := p.trustFolder(dir)
		if err != nil {
			return err
		}
		key, err := seal.ReadPublicKey(args[0])
		if err != nil {
			return err
		}
		if err := (seal.Trust{Dir: folder}).Add(name, key); err != nil {
			return err
		}
		p.message(text.CmdTrusted.With(name, folder))
		return p.print(key.Fingerprint())
	}
	return c
}

func (p *program) trustListCommand() *cobra.Command {
	var dir string
	c := &cobra.Command{
		Use:   "list",
		Short: text.CmdTrustListShort.In(p.lang),
		Args:  takes(0, 0),
	}
	c.Flags().StringVar(&dir, "trust", "", text.CmdFlagTrust.In(p.lang))
	c.RunE = func(*cobra.Command, []string) error {
		folder, err := p.trustFolder(dir)
		if err != nil {
			return err
		}
		keys, err := trusted(folder)
		if err != nil {
			return err
		}
		if len(keys) == 0 {
			p.message(text.CmdTrustNone.With(folder))
			return nil
		}
		t := columns("ll")
		for _, k := range keys {
			t.row(k.Name, k.Fingerprint)
		}
		return p.print(t.String())
	}
	return c
}

// trustFolder is the folder of trusted keys: the one named, else the user's own.
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
// every other signer. "" where nobody is named: then a signature must be right, whoever made it.
func (p *program) trustOr(asked string) string {
	if asked != "" {
		return asked
	}
	folder, err := p.trustFolder("")
	if err != nil {
		return ""
	}
	if keys, err := trusted(folder); err != nil || len(keys) == 0 {
		return ""
	}
	return folder
}

// trusted lists the keys of a folder; a folder that is not there yet has none.
func trusted(folder string) ([]seal.Holder, error) {
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return seal.Trust{Dir: folder}.List()
}
