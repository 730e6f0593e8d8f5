package main

import (
	"github.com/spf13/cobra"

	"yice/entry"
	"yice/filing"
	"yice/store"
	"yice/text"
)

func (p *program) mergeCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "merge W --year Y OTHER",
		Short:   text.CmdMergeShort.In(p.lang),
		Long:    text.CmdMergeLong.In(p.lang),
		Example: "  yice merge desk.yice --year 2023 colleague.yice",
		Args:    takes(2, 2),
	}
	s := p.bookFlags(c)
	c.Flags().BoolVar(&asJSON, "json", false, text.CmdFlagJSON.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		return p.inSession(c.Context(), args[0], s, writing, func(session *entry.Session) error {
			return p.inWorkspace(args[1], reading, func(other *store.Workspace) error {
				results, err := filing.Merge(c.Context(), session, other)
				if err != nil {
					return err
				}
				if refusedAny(results) {
					p.exit = text.Findings
				}
				if asJSON {
					return p.rawJSON(filing.ResultsJSON(results, true, p.lang))
				}
				return p.print(importText(results, false, p.lang))
			})
		})
	}
	return c
}
