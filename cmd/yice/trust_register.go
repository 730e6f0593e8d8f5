package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"yice/filing"
	"yice/seal"
	"yice/text"
)

// The register of keys: issued by the regulator's root, taken by everybody else.

func (p *program) trustExportCommand() *cobra.Command {
	var dir, out, key string
	c := &cobra.Command{
		Use:     "export -o KEYS.zip --sign-key ROOT.pem",
		Short:   text.CmdTrustExportShort.In(p.lang),
		Long:    text.CmdTrustExportLong.In(p.lang),
		Example: "  yice trust export -o keys.zip --sign-key root.pem",
		Args:    takes(0, 0),
	}
	p.outFlag(c, &out)
	p.signKeyFlag(c, &key, text.CmdFlagKey, "key")
	p.trustFlag(c, &dir)
	c.RunE = func(c *cobra.Command, _ []string) error {
		if err := needOut(c, out); err != nil {
			return err
		}
		if key == "" {
			return usage("cmd.needs", text.CmdFlagNeeded.With("sign-key", c.UseLine()))
		}
		folder, err := p.trustFolder(dir)
		if err != nil {
			return err
		}
		r, err := filing.IssueRegister(seal.Trust{Dir: folder}, out, key, p.passphrase, p.now())
		if err != nil {
			return err
		}
		p.message(text.CmdTrustExported.With(r.Number, len(r.Holders), out))
		return p.print(r.Root)
	}
	return c
}

func (p *program) trustTakeCommand() *cobra.Command {
	var dir, typed string
	c := &cobra.Command{
		Use:     "take KEYS.zip [--fingerprint F]",
		Short:   text.CmdTrustTakeShort.In(p.lang),
		Long:    text.CmdTrustTakeLong.In(p.lang),
		Example: text.CmdTrustTakeExample.In(p.lang),
		Args:    takes(1, 1),
	}
	c.Flags().StringVar(&typed, "fingerprint", "", text.CmdFlagFingerprint.In(p.lang))
	p.trustFlag(c, &dir)
	c.RunE = func(_ *cobra.Command, args []string) error {
		folder, err := p.trustFolder(dir)
		if err != nil {
			return err
		}
		r, err := filing.ReadRegister(args[0])
		if err != nil {
			return err
		}
		there, err := ownKeys(folder)
		if err != nil {
			return err
		}
		root := r.Register.Root
		switch known := knownRoot(there, root); {
		case typed != "" || there.Root() == "" && !known:
			if err := p.confirmed(root, typed); err != nil {
				return err
			}
			typed = root // as it was confirmed
		case there.Root() == "":
			typed = root // enrolled here before, as one that issues
		}
		done, err := (seal.Trust{Dir: folder}).Take(r.Register, r.Signer, typed, p.now())
		if err != nil {
			return err
		}
		p.message(text.CmdTrustTaken.With(done.Number, root, folder))
		return p.print(takenText(done, p.lang))
	}
	return c
}

// takenText says what a register changed, a list for each kind.
func takenText(done seal.Taken, l text.Lang) string {
	var b strings.Builder
	for _, part := range []struct {
		head text.Pair
		all  []seal.Holder
	}{
		{text.CmdTrustAdded, done.Added},
		{text.CmdTrustChanged, done.Changed},
		{text.CmdTrustGone, done.Gone},
		{text.CmdTrustKept, done.Kept},
	} {
		b.WriteString(part.head.With(len(part.all)).In(l) + "\n")
		if len(part.all) > 0 {
			b.WriteString(holdersText(part.all, l))
		}
	}
	return b.String()
}

// knownRoot reports whether the key that signed a register was enrolled here as one that issues.
func knownRoot(k *seal.Keyring, fingerprint string) bool {
	return slices.ContainsFunc(k.Holders(), func(h seal.Holder) bool {
		return h.Role == seal.Issuing && h.Fingerprint == fingerprint && h.RevokedOn == ""
	})
}
