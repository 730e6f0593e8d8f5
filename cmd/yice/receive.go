package main

import (
	"errors"

	"github.com/spf13/cobra"

	"yice/entry"
	"yice/filing"
	"yice/text"
)

func (p *program) receiveCommand() *cobra.Command {
	var trust string
	c := &cobra.Command{
		Use:     "receive W RECEIPT",
		Short:   text.CmdReceiveShort.In(p.lang),
		Long:    text.CmdReceiveLong.In(p.lang),
		Example: "  yice receive desk.yice receipt.zip",
		Args:    takes(2, 2),
	}
	s := p.bookFlags(c)
	c.Flags().StringVar(&trust, "trust", "", text.CmdFlagTrust.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		var other error // what the newest year said: that it is not meant
		err := p.inYears(c.Context(), args[0], s, func(session *entry.Session) (bool, error) {
			say, err := filing.Receive(session, args[1], p.trustOr(trust))
			var f *text.Fault
			if errors.As(err, &f) && f.Code == "filing.receipt-other" {
				if other == nil {
					other = err
				}
				return false, nil
			}
			if err != nil {
				return true, err
			}
			other = nil
			return true, p.say(say)
		})
		if err != nil {
			return err
		}
		return other
	}
	return c
}
