package main

import (
	"strings"

	"github.com/spf13/cobra"

	"yice/filing"
	"yice/filing/submission"
	"yice/scoring"
	"yice/text"
)

func (p *program) diffCommand() *cobra.Command {
	var (
		asJSON bool
		key    string
	)
	c := &cobra.Command{
		Use:     "diff A.zip B.zip",
		Short:   text.CmdDiffShort.In(p.lang),
		Long:    text.CmdDiffLong.In(p.lang),
		Example: "  yice diff first.zip second.zip",
		Args:    takes(2, 2),
	}
	p.openKeyFlag(c, &key, "key")
	c.Flags().BoolVar(&asJSON, "json", false, text.CmdFlagJSON.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		var opened [2]*filing.Submission
		for i, path := range args {
			v, err := filing.VerifiedSubmission(c.Context(), path, filing.VerifyOptions{Key: key, Passphrase: p.passphrase, Now: p.now})
			if err != nil {
				return err
			}
			defer v.Close()
			opened[i] = v.Submission
		}
		changes, err := submission.Diff(c.Context(), opened[0], opened[1])
		if err != nil {
			return err
		}
		moves, err := submission.ScoreMoves(c.Context(), opened[0], opened[1])
		if err != nil {
			return err
		}
		if asJSON {
			return p.rawJSON(submission.DiffJSON(changes, moves, p.lang))
		}
		return p.print(diffText(changes, p.lang) + movesText(moves, p.lang))
	}
	return c
}

func diffText(changes []filing.CellChange, l text.Lang) string {
	if len(changes) == 0 {
		return text.CmdDiffSame.In(l) + "\n"
	}
	t := columns("lllll")
	t.row(text.CmdForm.In(l), text.CmdKey.In(l), text.CmdField.In(l), text.CmdHistoryOld.In(l), text.CmdHistoryNew.In(l))
	for _, c := range changes {
		t.row(formTitle(c.Form, l), c.Key, fieldTitle(c.Form, c.Field, l), short(c.Old), short(c.New))
	}
	return t.String()
}

// movesText lists the lines of the score that moved.
func movesText(moves []scoring.Change, l text.Lang) string {
	var b strings.Builder
	for _, m := range moves {
		b.WriteString("  " + oneLine(m.Say().In(l)) + "\n")
	}
	return b.String()
}
