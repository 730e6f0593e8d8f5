package main

import (
	"strings"

	"github.com/spf13/cobra"

	"yice/filing"
	"yice/filing/submission"
	"yice/form"
	"yice/scoring"
	"yice/text"
)

func (p *program) diffCommand() *cobra.Command {
	var (
		asJSON     bool
		key, trust string
	)
	c := &cobra.Command{
		Use:     "diff A.zip B.zip",
		Short:   text.CmdDiffShort.In(p.lang),
		Long:    text.CmdDiffLong.In(p.lang),
		Example: "  yice diff first.zip second.zip",
		Args:    takes(2, 2),
	}
	p.openKeyFlag(c, &key, "key")
	c.Flags().StringVar(&trust, "trust", "", text.CmdFlagTrust.In(p.lang))
	c.Flags().BoolVar(&asJSON, "json", false, text.CmdFlagJSON.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		o := filing.VerifyOptions{Trust: p.trustOr(trust), Key: key, Passphrase: p.passphrase, Now: p.now}
		compared, err := filing.CompareSubmissions(c.Context(), args[0], args[1], o)
		if err != nil {
			return err
		}
		p.exit = compared.Class()
		if asJSON {
			return p.rawJSON(compared.JSON(p.lang))
		}
		return p.print(comparedText(compared, p.lang))
	}
	return c
}

// comparedText says of each side whether it verifies, and what changed where both do.
func comparedText(c *filing.Compared, l text.Lang) string {
	var b strings.Builder
	for i, title := range []text.Pair{text.CmdDiffBefore, text.CmdDiffAfter} {
		b.WriteString(oneLine(title.With(c.Sides[i].Say()).In(l)) + "\n")
	}
	if !c.Held {
		return b.String() + text.CmdDiffRefused.In(l) + "\n"
	}
	if before, after := c.Sides[0].Period, c.Sides[1].Period; before != after {
		b.WriteString(oneLine(text.CmdDiffPeriods.With(submission.SayPeriod(before), submission.SayPeriod(after)).In(l)) + "\n")
	}
	return b.String() + diffText(c.Forms, c.Changes, l) + movesText(c.Moves, l)
}

func diffText(d *form.Dictionary, changes []filing.CellChange, l text.Lang) string {
	if len(changes) == 0 {
		return text.CmdDiffSame.In(l) + "\n"
	}
	t := columns("lllll")
	t.row(text.CmdForm.In(l), text.CmdKey.In(l), text.CmdField.In(l), text.CmdHistoryOld.In(l), text.CmdHistoryNew.In(l))
	for _, c := range changes {
		t.row(formTitle(d, c.Form, l), c.Key, fieldTitle(d, c.Form, c.Field, l), short(c.Old), short(c.New))
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
