package main

import (
	"github.com/spf13/cobra"

	"yice/entry"
	"yice/text"
)

func (p *program) reasonCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "reason W --year Y FINDING TEXT",
		Short:   text.CmdReasonShort.In(p.lang),
		Long:    text.CmdReasonLong.In(p.lang),
		Example: "  yice reason desk.yice --year 2023 " + text.CmdReasonExample.In(p.lang),
		Args:    takes(3, 3),
	}
	s := p.scopeFlags(c)
	c.RunE = func(c *cobra.Command, args []string) error {
		return p.inSession(c.Context(), args[0], s, writing, func(session *entry.Session) error {
			if err := session.Reason(args[1], args[2]); err != nil {
				return err
			}
			if args[2] == "" {
				p.message(text.CmdReasonGone.With(args[1]))
				return nil
			}
			p.message(text.CmdReasonKept.With(args[1]))
			return nil
		})
	}
	return c
}
