package main

import (
	"github.com/spf13/cobra"

	"yice/entry"
	"yice/filing"
	"yice/text"
)

func (p *program) reportCommand() *cobra.Command {
	var out string
	c := &cobra.Command{
		Use:     "report W --year Y -o FILE.xlsx|.html",
		Short:   text.CmdReportShort.In(p.lang),
		Long:    text.CmdReportLong.In(p.lang),
		Example: "  yice report desk.yice --year 2023 -o 2023.xlsx",
		Args:    takes(1, 1),
	}
	s := p.scopeFlags(c)
	p.outFlag(c, &out)
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := needOut(c, out); err != nil {
			return err
		}
		return p.inSession(c.Context(), args[0], s, reading, func(session *entry.Session) error {
			if err := filing.Report(c.Context(), session, out, filing.ReportOptions{Lang: p.lang}); err != nil {
				return err
			}
			p.message(text.CmdWritten.With(out))
			return nil
		})
	}
	return c
}
