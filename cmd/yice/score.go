package main

import (
	"github.com/spf13/cobra"

	"yice/entry"
	"yice/scoring"
	"yice/text"
)

func (p *program) scoreCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "score W --year Y",
		Short:   text.CmdScoreShort.In(p.lang),
		Long:    text.CmdScoreLong.In(p.lang),
		Example: "  yice score desk.yice --year 2023\n  yice score desk.yice --year 2023 --pack pack.toml --json",
		Args:    takes(1, 1),
	}
	s := p.scopeFlags(c)
	c.Flags().BoolVar(&asJSON, "json", false, text.CmdFlagJSON.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		return p.inSession(c.Context(), args[0], s, reading, func(session *entry.Session) error {
			sheet, err := p.sheet(session)
			if err != nil {
				return err
			}
			if asJSON {
				return p.rawJSON(sheet.JSONWith(session.Outlook()))
			}
			return p.print(sheetText(sheet, p.lang) + outlookText(session.Outlook(), p.lang))
		})
	}
	return c
}

// sheet is the session's score, or the reason why there is none. Why this pack scores is said on standard error.
func (p *program) sheet(session *entry.Session) (*scoring.Sheet, error) {
	sheet := session.Sheet()
	if sheet == nil {
		return nil, cannot("cmd.no-pack", session.PackNote(), nil)
	}
	if note := session.PackNote(); !note.Empty() {
		p.message(note)
	}
	return sheet, nil
}
