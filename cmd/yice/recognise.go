package main

import (
	"strings"

	"github.com/spf13/cobra"

	"yice/entry"
	"yice/filing"
	"yice/text"
)

func (p *program) recogniseCommand() *cobra.Command {
	var (
		asJSON bool
		o      filing.RecogniseOptions
	)
	c := &cobra.Command{
		Use:     "recognise W FILE",
		Short:   text.CmdRecogniseShort.In(p.lang),
		Long:    text.CmdRecogniseLong.In(p.lang),
		Example: "  yice recognise desk.yice decisions.zip --dry-run\n  yice recognise desk.yice decisions.zip",
		Args:    takes(2, 2),
	}
	s := p.bookFlags(c)
	c.Flags().StringVar(&o.Trust, "trust", "", text.CmdFlagTrust.In(p.lang))
	c.Flags().BoolVar(&o.Unsigned, "unsigned", false, text.CmdFlagUnsigned.In(p.lang))
	c.Flags().BoolVar(&o.DryRun, "dry-run", false, text.CmdFlagDryRun.In(p.lang))
	c.Flags().BoolVar(&asJSON, "json", false, text.CmdFlagJSON.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		o.Trust = p.trustOr(o.Trust)
		var all []*filing.Recognised
		err := p.inYears(c.Context(), args[0], s, func(session *entry.Session) (bool, error) {
			done, err := filing.Recognise(c.Context(), session, args[1], o)
			if err == nil && (done.Read > 0 || s.year != "") {
				all = append(all, &done)
			}
			return false, err
		})
		if err != nil {
			return err
		}
		for _, done := range all {
			if done.RefusedCount > 0 {
				p.exit = text.Findings
			}
		}
		if asJSON {
			return p.rawJSON(filing.RecognisedJSON(all, p.lang))
		}
		return p.print(recognisedText(all, p.lang))
	}
	return c
}

// recognisedText lists the decisions, what was refused, and how the score moved.
func recognisedText(all []*filing.Recognised, l text.Lang) string {
	if len(all) == 0 {
		return text.CmdRecogniseNone.In(l)
	}
	var b strings.Builder
	for _, done := range all {
		t := columns("lllllll")
		for _, d := range done.Decisions {
			same := ""
			if !d.Changes {
				same = text.CmdImportSame.In(l)
			}
			t.row(formTitle(nil, d.Form, l), d.Key, short(d.Title), dash(d.Was), "→ "+d.Is, strings.TrimSpace(d.Doc+" "+d.On+" "+d.Reason), same)
		}
		b.WriteString(t.String())
		signer := done.Signer
		if signer == "" {
			signer = text.CmdUnsigned.In(l)
		}
		b.WriteString(oneLine(text.CmdRecogniseDone.With(len(done.Decisions), done.Changed, signer).In(l)) + "\n")
		for _, note := range done.Notes {
			b.WriteString(oneLine(note.In(l)) + "\n")
		}
		b.WriteString(movesText(done.Moves, l))
		refusalText(&b, &done.Result, l)
		if !done.Written {
			b.WriteString("\n" + text.CmdImportDry.In(l) + "\n")
		}
	}
	return b.String()
}
