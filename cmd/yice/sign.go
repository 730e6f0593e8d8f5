package main

import (
	"context"
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"yice/entry"
	"yice/filing"
	"yice/seal"
	"yice/text"
)

func (p *program) signCommand() *cobra.Command {
	var role, date, key string
	var other bool
	c := &cobra.Command{
		Use:     "sign W --year Y [ROLE [NAME]]",
		Short:   text.CmdSignShort.In(p.lang),
		Long:    text.CmdSignLong.In(p.lang),
		Example: text.CmdSignExample.In(p.lang),
		Args:    takes(1, 3),
	}
	s := p.bookFlags(c)
	c.Flags().StringVar(&role, "role", "", text.CmdFlagRole.In(p.lang))
	c.Flags().StringVar(&date, "date", "", text.CmdFlagDate.In(p.lang))
	p.signKeyFlag(c, &key, text.CmdFlagSignOff)
	c.Flags().BoolVar(&other, "other-name", false, text.CmdFlagOtherName.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		said := args[1:]
		if role != "" {
			said = append([]string{role}, said...)
		}
		if len(said) > 2 {
			return usage("cmd.args", text.CmdTooMany.With(said[2], c.UseLine()))
		}
		a := writing
		if len(said) == 0 {
			a = reading
		}
		return p.inSession(c.Context(), args[0], s, a, func(session *entry.Session) error {
			if len(said) > 0 {
				g, err := signing(session, said)
				if err != nil {
					return err
				}
				g.Date, g.OtherName = date, other
				if err := p.give(c.Context(), session, g, key); err != nil {
					return otherNamed(err)
				}
			}
			return p.signOffs(session)
		})
	}
	return c
}

// signing takes role and name; without a name it is the one on the card.
func signing(session *entry.Session, said []string) (entry.Signing, error) {
	g := entry.Signing{Role: entry.ParseRole(said[0])}
	if len(said) == 2 {
		g.Name = said[1]
		return g, nil
	}
	offs, err := session.SignOffs()
	if i := slices.IndexFunc(offs, func(o entry.SignOff) bool { return o.Role == g.Role }); i >= 0 {
		g.Name = offs[i].OnCard
	}
	return g, err
}

// give writes a sign-off, with a key as a signature over the data.
func (p *program) give(ctx context.Context, session *entry.Session, g entry.Signing, key string) error {
	if key == "" {
		return session.GiveSignOff(g)
	}
	g, err := session.FitSignOff(g) // before a passphrase is asked for
	if err != nil {
		return err
	}
	signer, err := seal.ReadKey(key, p.passphrase)
	if err != nil {
		return err
	}
	if g, err = filing.Prove(ctx, session, g, signer, nil); err != nil {
		return err
	}
	return session.GiveSignOff(g)
}

// otherNamed adds which flag lets somebody else sign.
func otherNamed(err error) error {
	var f *text.Fault
	if errors.As(err, &f) && f.Code == "entry.sign-other" {
		return &text.Fault{Code: f.Code, Class: f.Class, Say: text.CmdSignOther.With(f.Say)}
	}
	return err
}

// signOffs lists who has confirmed the year, and whether it still holds.
func (p *program) signOffs(session *entry.Session) error {
	offs, err := session.SignOffs()
	if err != nil {
		return err
	}
	t := columns("lllll")
	for _, off := range offs {
		state := text.CmdSignNone
		switch {
		case off.Standing:
			state = text.CmdSignStands
		case off.Name != "":
			state = text.CmdSignStale
		}
		kind := text.Pair{}
		switch {
		case off.Proof != nil:
			kind = text.CmdSignKeyed
		case off.Name != "":
			kind = text.CmdSignTyped
		}
		t.row(off.Role.Title().In(p.lang), off.Name, off.Date, kind.In(p.lang), state.In(p.lang))
	}
	return p.print(t.String())
}
