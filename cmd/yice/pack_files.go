package main

import (
	"errors"
	"io/fs"

	"github.com/spf13/cobra"

	"yice/entry"
	"yice/filing"
	"yice/internal/whole"
	"yice/scoring"
	"yice/seal"
	"yice/store"
	"yice/text"
)

// The subcommands of pack that begin, sign and add.

// loadPack reads a pack file for a command that is not about its errors.
func (p *program) loadPack(path string) (*scoring.Pack, error) {
	pack, err := p.packFlag(path)
	if err == nil && pack == nil {
		err = usage("cmd.pack", text.CmdPackUnnamed)
	}
	return pack, err
}

// loadProven reads a pack file and asks who has issued it: how its numbers stand follows from that.
func (p *program) loadProven(path string) (*scoring.Pack, error) {
	pack, err := p.loadPack(path)
	if err == nil {
		err = p.prove(path, pack)
	}
	return pack, err
}

func (p *program) packNewCommand() *cobra.Command {
	var (
		from, at, out string
		builtIn       bool
	)
	c := &cobra.Command{
		Use:     "new --from P | --template --year Y [-o FILE]",
		Short:   text.CmdPackNewShort.In(p.lang),
		Long:    text.CmdPackNewLong.In(p.lang),
		Example: "  yice pack new --from pack-2023.toml --year 2024 -o pack-2024.toml\n  yice pack new --template --year 2026 -o pack-2026.toml",
		Args:    takes(0, 0),
	}
	c.Flags().StringVar(&from, "from", "", text.CmdFlagFrom.In(p.lang))
	c.Flags().BoolVar(&builtIn, "template", false, text.CmdFlagBuiltIn.In(p.lang))
	c.Flags().StringVar(&at, "year", "", text.CmdFlagYear.In(p.lang))
	p.outFlag(c, &out)
	c.RunE = func(c *cobra.Command, _ []string) error {
		switch {
		case from != "" && builtIn:
			return usage("cmd.pack-from", text.CmdPackEither)
		case from == "" && !builtIn:
			return usage("cmd.needs", text.CmdFlagNeeded.With("from", c.UseLine()))
		case at == "":
			return usage("cmd.needs", text.CmdFlagNeeded.With("year", c.UseLine()))
		}
		y, ok := year(at)
		if !ok {
			return usage("cmd.year", text.CmdBadYear.With(at))
		}
		source, err := p.packSource(from, y)
		if err != nil {
			return err
		}
		if out == "" {
			return p.print(string(source))
		}
		if err := writeNew(out, source); err != nil {
			return err
		}
		p.message(text.CmdWritten.With(out))
		return nil
	}
	return c
}

// packSource begins a year's pack from another, or from the built-in template where none is named.
func (p *program) packSource(from string, year int) ([]byte, error) {
	if from == "" {
		return templateSource(year)
	}
	old, err := p.loadPack(from)
	if err != nil {
		return nil, err
	}
	return scoring.NewFrom(old, year)
}

// writeNew writes a file that must not be there yet.
func writeNew(path string, content []byte) error {
	switch err := whole.New(path, content, 0o600); {
	case errors.Is(err, fs.ErrExist):
		return cannot("cmd.exists", text.CmdExists.With(path), nil)
	case err != nil:
		return cannot("cmd.write", text.CmdCannotWrite.With(path), err)
	}
	return nil
}

func (p *program) packSignCommand() *cobra.Command {
	var key string
	c := &cobra.Command{
		Use:     "sign P --sign-key K",
		Short:   text.CmdPackSignShort.In(p.lang),
		Long:    text.CmdPackSignLong.In(p.lang),
		Example: "  yice pack sign pack-2024.toml --sign-key sasac.pem",
		Args:    takes(1, 1),
	}
	p.signKeyFlag(c, &key, text.CmdFlagKey, "key")
	c.RunE = func(c *cobra.Command, args []string) error {
		if key == "" {
			return usage("cmd.needs", text.CmdFlagNeeded.With("sign-key", c.UseLine()))
		}
		pack, err := p.loadPack(args[0])
		if err != nil {
			return err
		}
		signature, err := filing.SignPack(args[0], key, p.passphrase)
		if err != nil {
			return err
		}
		if !pack.Issued() {
			p.message(text.CmdPackToIssue)
		}
		if say := carriedText(pack); !say.Empty() {
			p.message(say)
		}
		p.message(text.CmdPackSigned)
		return p.print(signature)
	}
	return c
}

func (p *program) packAddCommand() *cobra.Command {
	var trust string
	c := &cobra.Command{
		Use:     "add W P",
		Short:   text.CmdPackAddShort.In(p.lang),
		Long:    text.CmdPackAddLong.In(p.lang),
		Example: "  yice pack add desk.yice pack-2024.toml",
		Args:    takes(2, 2),
	}
	c.Flags().StringVar(&trust, "trust", "", text.CmdFlagTrust.In(p.lang))
	c.RunE = func(_ *cobra.Command, args []string) error {
		pack, err := p.loadPack(args[1])
		if err != nil {
			return err
		}
		keys, err := p.packKeys(trust)
		if err != nil {
			return err
		}
		return p.inWorkspace(args[0], writing, func(w *store.Workspace) error {
			taken, err := filing.TakePack(w, args[1], pack, keys, p.now())
			switch {
			case err != nil:
				return err
			case taken.There:
				p.message(text.CmdPackThere.With(pack.ID, pack.Version))
			case pack.Issued():
				p.message(text.CmdPackAdded.With(pack.ID, pack.Version, pack.Year, taken.Signer))
			default:
				p.message(text.CmdPackAddedDraft.With(pack.ID, pack.Version, pack.Year))
			}
			if taken.NoYear {
				p.message(text.FilingExtractNoYear.With(pack.Year))
			}
			return p.sayOrphans(w, pack)
		})
	}
	return c
}

// sayOrphans says which rows of the pack's year no form shows under it.
func (p *program) sayOrphans(w *store.Workspace, pack *scoring.Pack) error {
	books, err := w.Books()
	if err != nil {
		return err
	}
	for _, b := range books {
		if b.Year != pack.Year {
			continue
		}
		left, err := entry.Orphaned(w, b.Book, pack.Dictionary())
		if err != nil {
			return err
		}
		if !left.Empty() {
			p.message(left)
		}
	}
	return nil
}

// packKeys are the keys that may have issued a pack: those of the folder named, else the user's own. Without any, nobody's
// signature makes a pack issued.
func (p *program) packKeys(trust string) (*seal.Keyring, error) {
	folder, err := p.trustFolder(trust)
	if err != nil {
		return nil, err
	}
	if trust == "" {
		return ownKeys(folder)
	}
	return seal.OpenTrust(folder)
}
