package main

import (
	"github.com/spf13/cobra"

	"yice/entry"
	"yice/text"
)

func (p *program) signCommand() *cobra.Command {
	var date string
	c := &cobra.Command{
		Use:     "sign W --year Y [ROLE NAME]",
		Short:   text.CmdSignShort.In(p.lang),
		Long:    text.CmdSignLong.In(p.lang),
		Example: text.CmdSignExample.In(p.lang),
		Args:    takes(1, 3),
	}
	s := p.bookFlags(c)
	c.Flags().StringVar(&date, "date", "", text.CmdFlagDate.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) == 2 {
			return usage("cmd.args", text.CmdTooFew.With(c.UseLine()))
		}
		a := writing
		if len(args) == 1 {
			a = reading
		}
		return p.inSession(c.Context(), args[0], s, a, func(session *entry.Session) error {
			if len(args) == 3 {
				if err := session.Sign(entry.ParseRole(args[1]), args[2], date); err != nil {
					return err
				}
			}
			return p.signOffs(session)
		})
	}
	return c
}

// signOffs lists who has confirmed the year, and whether it still holds.
func (p *program) signOffs(session *entry.Session) error {
	offs, err := session.SignOffs()
	if err != nil {
		return err
	}
	t := columns("llll")
	for _, off := range offs {
		state := text.CmdSignNone
		switch {
		case off.Standing:
			state = text.CmdSignStands
		case off.Name != "":
			state = text.CmdSignStale
		}
		t.row(off.Role.Title().In(p.lang), off.Name, off.Date, state.In(p.lang))
	}
	return p.print(t.String())
}
