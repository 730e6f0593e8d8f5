package main

import (
	"github.com/spf13/cobra"

	"yice/entry"
	"yice/filing"
	"yice/text"
)

func (p *program) recogniseCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "recognise W FILE",
		Short:   text.CmdRecogniseShort.In(p.lang),
		Long:    text.CmdRecogniseLong.In(p.lang),
		Example: "  yice recognise desk.yice --year 2023 recognitions.csv",
		Args:    takes(2, 2),
	}
	s := p.bookFlags(c)
	s.newest = true
	c.Flags().BoolVar(&asJSON, "json", false, text.CmdFlagJSON.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		return p.inSession(c.Context(), args[0], s, writing, func(session *entry.Session) error {
			result, err := filing.Recognise(c.Context(), session, args[1])
			if err != nil {
				return err
			}
			if result.RefusedCount > 0 {
				p.exit = text.Findings
			}
			if asJSON {
				return p.rawJSON(filing.ResultsJSON([]filing.Result{result}, false, p.lang))
			}
			return p.print(importText([]filing.Result{result}, false, p.lang))
		})
	}
	return c
}
