package main

import (
	"bufio"
	"errors"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"yice/form"
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
	c.AddCommand(p.trustAddCommand(), p.trustListCommand(), p.trustRevokeCommand(), p.trustRemoveCommand(), p.trustExportCommand(), p.trustTakeCommand())
	return c
}

func (p *program) trustFlag(c *cobra.Command, dir *string) {
	c.Flags().StringVar(dir, "trust", "", text.CmdFlagTrust.In(p.lang))
}

// enrolment is what is typed to register a key.
type enrolment struct {
	dir, role, fingerprint string
	seal.Holder
}

func (p *program) trustAddCommand() *cobra.Command {
	var o enrolment
	c := &cobra.Command{
		Use:     "add KEY.pem --role ROLE --name N [--uscc U] [--person P]",
		Short:   text.CmdTrustAddShort.In(p.lang),
		Long:    text.CmdTrustAddLong.In(p.lang),
		Example: text.CmdTrustExample.In(p.lang),
		Args:    takes(1, 1),
	}
	flags := c.Flags()
	flags.StringVar(&o.Name, "name", "", text.CmdFlagKeyName.In(p.lang))
	flags.StringVar(&o.role, "role", "", text.CmdFlagKeyRole.In(p.lang))
	flags.StringVar(&o.USCC, "uscc", "", text.CmdFlagKeyUSCC.In(p.lang))
	flags.StringVar(&o.Person, "person", "", text.CmdFlagPerson.In(p.lang))
	flags.StringVar(&o.From, "from", "", text.CmdFlagKeyFrom.In(p.lang))
	flags.StringVar(&o.To, "to", "", text.CmdFlagKeyTo.In(p.lang))
	flags.StringVar(&o.fingerprint, "fingerprint", "", text.CmdFlagFingerprint.In(p.lang))
	p.trustFlag(c, &o.dir)
	c.RunE = func(c *cobra.Command, args []string) error {
		if o.Name == "" {
			return usage("cmd.needs", text.CmdFlagNeeded.With("name", c.UseLine()))
		}
		return p.trustAdd(args[0], o)
	}
	return c
}

func (p *program) trustAdd(path string, o enrolment) error {
	folder, err := p.trustFolder(o.dir)
	if err != nil {
		return err
	}
	if o.role != "" {
		role, ok := seal.ParseRole(o.role)
		if !ok {
			return usage("cmd.role", text.SealBadRole.With(o.role))
		}
		o.Role = role
	}
	if o.USCC, err = typedUSCC(o.USCC); err != nil {
		return err
	}
	if o.Key, err = seal.ReadPublicKey(path); err != nil {
		return err
	}
	o.Fingerprint = o.Key.Fingerprint()
	if err := o.Check(); err != nil {
		return err
	}
	there, err := ownKeys(folder)
	if err != nil {
		return err
	}
	if err := p.compared(o.Fingerprint, o.fingerprint, len(there.Holders()) == 0); err != nil {
		return err
	}
	h, err := (seal.Trust{Dir: folder}).Enrol(o.Holder)
	if err != nil {
		return err
	}
	p.message(text.CmdTrusted.With(h.Name, h.Role.Title(), h.Role.Does(), folder))
	if h.Role == seal.Unassigned {
		p.message(text.CmdTrustUnassigned)
	}
	return p.print(h.Fingerprint)
}

// typedUSCC reads the code of an enterprise by the dictionary's rule.
func typedUSCC(s string) (string, error) {
	if s == "" {
		return "", nil
	}
	v, err := form.ByID("enterprise").Field("uscc").Parse(s, form.Yuan)
	if err != nil {
		return "", usage("cmd.value", text.CmdBadValue.With(form.ByID("enterprise").Field("uscc").Title, s, said(err)))
	}
	return v.Str(), nil
}

// compared asks that the fingerprint of the first key of a folder was compared: given by flag, or its last group typed at a
// terminal. Whoever enrols by a script has named file, holder and role, and is told what to compare. What is given must be
// right, for a later key too.
func (p *program) compared(fingerprint, typed string, first bool) error {
	switch {
	case typed != "" || first && isTerminal(p.stdin):
		return p.confirmed(fingerprint, typed)
	case first:
		p.message(text.CmdCompareFingerprint.With(fingerprint))
	}
	return nil
}

// confirmed asks that a fingerprint was compared before anything under it is trusted.
func (p *program) confirmed(fingerprint, typed string) error {
	if typed == "" && isTerminal(p.stdin) {
		p.message(text.CmdAskFingerprint.With(fingerprint))
		line, err := bufio.NewReader(io.LimitReader(p.stdin, 256)).ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		last := fingerprint[strings.LastIndex(fingerprint, "-")+1:]
		if typed = seal.FingerprintTyped(strings.TrimSpace(line)); typed == last {
			return nil
		}
	}
	if seal.FingerprintTyped(typed) != fingerprint {
		return seal.Unconfirmed(fingerprint, typed)
	}
	return nil
}

func (p *program) trustListCommand() *cobra.Command {
	var (
		dir    string
		asJSON bool
	)
	c := &cobra.Command{
		Use:   "list",
		Short: text.CmdTrustListShort.In(p.lang),
		Args:  takes(0, 0),
	}
	p.trustFlag(c, &dir)
	c.Flags().BoolVar(&asJSON, "json", false, text.CmdFlagJSON.In(p.lang))
	c.RunE = func(*cobra.Command, []string) error {
		folder, err := p.trustFolder(dir)
		if err != nil {
			return err
		}
		open := ownKeys
		if dir != "" {
			open = seal.OpenTrust
		}
		keys, err := open(folder)
		if err != nil {
			return err
		}
		if asJSON {
			return p.printJSON(holdersJSON(keys.Holders()))
		}
		if len(keys.Holders()) == 0 {
			p.message(text.CmdTrustNone.With(folder))
			return nil
		}
		if keys.Root() != "" {
			p.message(text.CmdTrustRoot.With(keys.Number(), keys.Root()))
		}
		return p.print(holdersText(keys.Holders(), p.lang))
	}
	return c
}

// holderJSON is a line of trust list --json.
type holderJSON struct {
	Name        string `json:"name"`
	Role        string `json:"role"`
	USCC        string `json:"uscc"`
	Person      string `json:"person"`
	From        string `json:"from"`
	To          string `json:"to"`
	RevokedOn   string `json:"revoked_on"`
	Why         string `json:"why"`
	Fingerprint string `json:"fingerprint"`
}

func holdersJSON(all []seal.Holder) []holderJSON {
	out := make([]holderJSON, len(all))
	for i, h := range all {
		out[i] = holderJSON{h.Name, string(h.Role), h.USCC, h.Person, h.From, h.To, h.RevokedOn, h.RevokedWhy, h.Fingerprint}
	}
	return out
}

func holdersText(all []seal.Holder, l text.Lang) string {
	t := columns("lllll")
	for _, h := range all {
		t.row(h.Role.Title().In(l), h.Name, dash(strings.TrimSpace(h.USCC+" "+h.Person)), h.Days().In(l), h.Fingerprint)
	}
	return t.String()
}

func (p *program) trustRevokeCommand() *cobra.Command {
	var dir, on, why string
	c := &cobra.Command{
		Use:     "revoke FINGERPRINT --on DATE --why TEXT",
		Short:   text.CmdTrustRevokeShort.In(p.lang),
		Long:    text.CmdTrustRevokeLong.In(p.lang),
		Example: text.CmdTrustRevokeExample.In(p.lang),
		Args:    takes(1, 1),
	}
	c.Flags().StringVar(&on, "on", "", text.CmdFlagRevokedOn.In(p.lang))
	c.Flags().StringVar(&why, "why", "", text.CmdFlagRevokedWhy.In(p.lang))
	p.trustFlag(c, &dir)
	c.RunE = func(c *cobra.Command, args []string) error {
		for _, flag := range []struct{ name, value string }{{"on", on}, {"why", why}} {
			if flag.value == "" {
				return usage("cmd.needs", text.CmdFlagNeeded.With(flag.name, c.UseLine()))
			}
		}
		folder, err := p.trustFolder(dir)
		if err != nil {
			return err
		}
		revoked, err := (seal.Trust{Dir: folder}).Revoke(args[0], on, why)
		if err != nil {
			return err
		}
		p.message(text.CmdTrustRevoked.With(revoked[0].RevokedOn))
		return p.print(holdersText(revoked, p.lang))
	}
	return c
}

func (p *program) trustRemoveCommand() *cobra.Command {
	var dir string
	c := &cobra.Command{
		Use:   "remove FINGERPRINT|NAME",
		Short: text.CmdTrustRemoveShort.In(p.lang),
		Long:  text.CmdTrustRemoveLong.In(p.lang),
		Args:  takes(1, 1),
	}
	p.trustFlag(c, &dir)
	c.RunE = func(_ *cobra.Command, args []string) error {
		folder, err := p.trustFolder(dir)
		if err != nil {
			return err
		}
		gone, err := (seal.Trust{Dir: folder}).Remove(args[0])
		if err != nil {
			return err
		}
		p.message(text.CmdTrustRemoved.With(len(gone), folder))
		return p.print(holdersText(gone, p.lang))
	}
	return c
}
