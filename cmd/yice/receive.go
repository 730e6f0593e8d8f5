package main

import (
	"github.com/spf13/cobra"

	"yice/entry"
	"yice/filing"
	"yice/text"
)

func (p *program) receiveCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "receive W RECEIPT",
		Short:   text.CmdReceiveShort.In(p.lang),
		Long:    text.CmdReceiveLong.In(p.lang),
		Example: "  yice receive desk.yice --year 2023 receipt.json",
		Args:    takes(2, 2),
	}
	s := p.bookFlags(c)
	s.newest = true
	c.RunE = func(c *cobra.Command, args []string) error {
		return p.inSession(c.Context(), args[0], s, writing, func(session *entry.Session) error {
			say, err := filing.Receive(session, args[1])
			if err != nil {
				return err
			}
			return p.say(say)
		})
	}
	return c
}
