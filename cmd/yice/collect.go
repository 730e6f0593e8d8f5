package main

import (
	"strings"

	"github.com/spf13/cobra"

	"yice/filing"
	"yice/text"
)

func (p *program) collectCommand() *cobra.Command {
	var (
		out, trust string
		asJSON     bool
	)
	c := &cobra.Command{
		Use:     "collect FILES|DIR -o FILE.xlsx",
		Short:   text.CmdCollectShort.In(p.lang),
		Long:    text.CmdCollectLong.In(p.lang),
		Example: "  yice collect received/ -o 2023.xlsx\n  yice collect a.zip b.zip --json",
		Args:    takes(1, -1),
	}
	p.outFlag(c, &out)
	c.Flags().StringVar(&trust, "trust", "", text.CmdFlagTrust.In(p.lang))
	c.Flags().BoolVar(&asJSON, "json", false, text.CmdFlagJSON.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		if out == "" && !asJSON {
			return needOut(c, out)
		}
		follow := p.following(text.CmdCollectSoFar)
		all, err := filing.Collect(c.Context(), args, filing.CollectOptions{
			Trust: p.trustOr(trust), Lang: p.lang, Progress: func(done, of int) { follow.at(done, of) },
		})
		follow.done()
		if err != nil {
			return err
		}
		if len(all.Problems) > 0 || anyBad(all) {
			p.exit = text.Findings
		}
		if out != "" {
			if err := all.WriteFile(out, p.lang); err != nil {
				return err
			}
			p.message(text.CmdWritten.With(out))
		}
		if asJSON {
			return p.rawJSON(all.JSON(p.lang))
		}
		return p.print(collectedText(all, p.lang))
	}
	return c
}

func anyBad(all *filing.Collected) bool {
	for i := range all.Enterprises {
		if !all.Enterprises[i].OK {
			return true
		}
	}
	return false
}

// collectedText draws the table of enterprises, then what is claimed twice, then what is wrong.
func collectedText(all *filing.Collected, l text.Lang) string {
	var b strings.Builder
	t := columns("lllrrrrrl")
	t.row("USCC", text.CmdEnterprise.In(l), text.CmdType.In(l), text.CmdHistoryYear.In(l), text.CmdSheetInnovation.In(l),
		text.CmdSheetBonus.In(l), text.CmdSheetAssessed.In(l), text.CmdRank.In(l), "")
	for i := range all.Enterprises {
		e := &all.Enterprises[i]
		rank, verdict := "-", ""
		if e.Rank > 0 {
			rank = itoa(int64(e.Rank))
		}
		if !e.OK {
			verdict = text.CmdVerifyBad.In(l)
		}
		t.row(e.USCC, e.Name, e.Type, itoa(int64(e.Year)), dash(e.Innovation), dash(e.Bonus), dash(e.Assessed), rank, verdict)
	}
	b.WriteString(t.String())
	for i := range all.Enterprises {
		e := &all.Enterprises[i]
		for _, problem := range e.Problems {
			b.WriteString("  " + oneLine(e.USCC+"  "+problem.In(l)) + "\n")
		}
	}
	for _, claim := range all.DoubleClaims {
		b.WriteString("  " + oneLine(claimText(claim, l)) + "\n")
	}
	for _, problem := range all.Problems {
		b.WriteString("  " + oneLine(problem.In(l)) + "\n")
	}
	return b.String()
}

func claimText(c filing.DoubleClaim, l text.Lang) string {
	grade := text.CmdClaimSuspected
	if c.Certain {
		grade = text.CmdClaimCertain
	}
	var sides []string
	for _, s := range c.Claims {
		sides = append(sides, strings.Join(strings.Fields(s.Name+" "+s.USCC+" "+s.Key+" "+s.Title), " "))
	}
	return text.CmdClaim.With(grade, formTitle(c.Kind, l), c.Because, strings.Join(sides, " | ")).In(l)
}
