package main

import (
	"github.com/spf13/cobra"

	"yice/entry"
	"yice/filing"
	"yice/text"
)

func (p *program) reopenCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "reopen W --year Y REASON",
		Short:   text.CmdReopenShort.In(p.lang),
		Long:    text.CmdReopenLong.In(p.lang),
		Example: "  yice reopen desk.yice --year 2023 " + text.CmdReopenExample.In(p.lang),
		Args:    takes(2, 2),
	}
	s := p.bookFlags(c)
	c.RunE = func(c *cobra.Command, args []string) error {
		return p.inSession(c.Context(), args[0], s, writing, func(session *entry.Session) error {
			if err := filing.Reopen(session, args[1]); err != nil {
				return err
			}
			p.message(text.CmdReopened.With(session.Year()))
			return nil
		})
	}
	return c
}
