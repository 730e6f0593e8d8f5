package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"yice/entry"
	"yice/filing"
	"yice/text"
)

type receivedJSON struct {
	Year int    `json:"year"`
	Said string `json:"said"`
}

func (p *program) receiveCommand() *cobra.Command {
	var (
		trust  string
		asJSON bool
	)
	c := &cobra.Command{
		Use:     "receive W FILE|DIR",
		Short:   text.CmdReceiveShort.In(p.lang),
		Long:    text.CmdReceiveLong.In(p.lang),
		Example: "  yice receive desk.yice receipt.zip\n  yice receive desk.yice papers/91150200MA0BT0013C",
		Args:    takes(2, 2),
	}
	s := p.bookFlags(c)
	c.Flags().StringVar(&trust, "trust", "", text.CmdFlagTrust.In(p.lang))
	p.jsonFlag(c, &asJSON)
	c.RunE = func(c *cobra.Command, args []string) error {
		var other error // what the newest year said: that it is not meant
		err := p.inYears(c.Context(), args[0], s, func(session *entry.Session) (bool, error) {
			got, err := filing.ReceiveAll(c.Context(), session, args[1], p.trustOr(trust))
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
			var said []string
			for _, say := range got.Says {
				said = append(said, say.In(p.lang))
			}
			if asJSON {
				return true, p.printJSON(receivedJSON{session.Year(), strings.Join(said, "\n")})
			}
			if len(got.Recognised) > 0 {
				if err := p.print(recognisedText(got.Recognised, p.lang)); err != nil {
					return true, err
				}
			}
			return true, p.print(strings.Join(said, "\n") + "\n")
		})
		if err != nil {
			return err
		}
		return other
	}
	return c
}
