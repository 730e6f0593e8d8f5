package main

import (
	"os"
	"strings"

	"github.com/spf13/cobra"

	"yice/filing"
	"yice/filing/page/document"
	"yice/scoring"
	"yice/seal"
	"yice/text"
)

func (p *program) pageCommand() *cobra.Command {
	var (
		out    string
		of     ownPage
		making = p.makeOwnPage
	)
	c := &cobra.Command{
		Use:     "page [FILE] -o PAGE.html",
		Short:   text.CmdPageShort.In(p.lang),
		Long:    text.CmdPageLong.In(p.lang),
		Example: "  yice page 2023.zip -o 2023.html\n  yice page -o verify.html --trust keys --pack 2023.toml",
		Args:    takes(0, 1),
	}
	p.outFlag(c, &out)
	c.Flags().StringArrayVar(&of.fingerprints, "fingerprint", nil, text.CmdFlagPinned.In(p.lang))
	c.Flags().StringVar(&of.trust, "trust", "", text.CmdFlagPageTrust.In(p.lang))
	c.Flags().StringVar(&of.pack, "pack", "", text.CmdFlagPagePack.In(p.lang))
	c.Flags().StringArrayVar(&of.decisions, "decisions", nil, text.CmdFlagPageDecisions.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := needOut(c, out); err != nil {
			return err
		}
		if len(args) == 0 {
			return making(out, of)
		}
		for _, name := range []string{"fingerprint", "trust", "pack", "decisions"} {
			if c.Flags().Changed(name) {
				return usage("page.only-own", text.CmdPageOnlyOwn.With(name))
			}
		}
		if err := filing.WritePage(args[0], out); err != nil {
			return err
		}
		p.message(text.CmdWritten.With(out))
		return nil
	}
	return c
}

// ownPage is what the flags say of a page of one's own.
type ownPage struct {
	fingerprints, decisions []string
	trust, pack             string
}

func (p *program) makeOwnPage(out string, of ownPage) error {
	var basis document.Basis
	for _, typed := range of.fingerprints {
		print := seal.FingerprintTyped(typed)
		if len(strings.Split(print, "-")) != 6 {
			return usage("page.fingerprint", text.CmdPageBadPrint.With(typed))
		}
		basis.Fingerprints = append(basis.Fingerprints, print)
	}
	if of.trust != "" {
		if len(basis.Fingerprints) > 0 {
			return usage("page.one-of", text.CmdPageOneOf)
		}
		keys, err := seal.OpenTrust(of.trust)
		if err != nil {
			return err
		}
		basis.Keys = keys
	}
	if of.pack != "" {
		if err := p.takeMeasure(&basis, of.pack); err != nil {
			return err
		}
	}
	for _, path := range of.decisions {
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		basis.Decisions = append(basis.Decisions, content)
	}
	if err := filing.WriteOwnPage(out, basis); err != nil {
		return err
	}
	p.message(text.CmdWritten.With(out))
	return nil
}

// takeMeasure reads the regulator's pack and the signature beside it; where there are keys, one of them must have issued it.
func (p *program) takeMeasure(basis *document.Basis, path string) error {
	source, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	pack, err := scoring.Load(source)
	if err != nil {
		return err
	}
	basis.Pack, basis.PackName = source, pack.ID+" "+pack.Version
	if basis.Keys != nil {
		basis.PackSignature, _, err = filing.ReadSignedPack(path, pack, basis.Keys, p.now())
		return err
	}
	basis.PackSignature, err = os.ReadFile(filing.PackSignaturePath(path))
	return err
}
