package main

import (
	"strings"

	"github.com/spf13/cobra"

	"yice/filing"
	"yice/filing/submission"
	"yice/form"
	"yice/text"
)

func (p *program) collectCommand() *cobra.Command {
	var (
		out    string
		asJSON bool
		old    string
		brings filing.VerifyOptions
		o      filing.CollectOptions
	)
	c := &cobra.Command{
		Use:     "collect FILES|DIR -o FILE.xlsx [--pack P.toml] [--targets T] [--decisions D.zip]",
		Short:   text.CmdCollectShort.In(p.lang),
		Long:    text.CmdCollectLong.In(p.lang),
		Example: "  yice collect received/ -o 2023.xlsx --pack issued.toml --decisions decisions.zip\n  yice collect a.zip b.zip --json\n  yice collect received/ --pack next.toml --against issued.toml",
		Args:    takes(1, -1),
	}
	p.outFlag(c, &out)
	p.measureFlags(c, &brings)
	c.Flags().StringVar(&o.Receipts, "receipts", "", text.CmdFlagReceipts.In(p.lang))
	p.signKeyFlag(c, &o.ReceiptKey, text.CmdFlagReceiptKey, "receipt-key")
	c.Flags().BoolVar(&asJSON, "json", false, text.CmdFlagJSON.In(p.lang))
	c.Flags().StringVar(&old, "against", "", text.CmdFlagAgainstPack.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		if old != "" {
			if out != "" || o.Receipts != "" || brings.Targets != "" {
				return usage("cmd.against", text.CmdAgainstAlone)
			}
			return p.against(c.Context(), args, &brings, old, asJSON)
		}
		if out == "" && !asJSON {
			return needOut(c, out)
		}
		follow := p.following(text.CmdCollectSoFar)
		o.Trust, o.Lang, o.Passphrase, o.Now = p.trustOr(brings.Trust), p.lang, p.passphrase, p.now
		o.Pack, o.Targets, o.Decisions, o.Earlier, o.Key = brings.Pack, brings.Targets, brings.Decisions, brings.Earlier, brings.Key
		o.Progress = func(done, of int) { follow.at(done, of) }
		all, err := filing.Collect(c.Context(), args, o)
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
	innovation := text.QuestionSelf
	if all.Measured {
		innovation = text.QuestionConfirmed
	}
	t := columns("lllrrrrrlll")
	t.row("USCC", text.CmdEnterprise.In(l), text.CmdType.In(l), text.CmdHistoryYear.In(l), text.TermInnovation.In(l)+" "+innovation.In(l),
		text.CmdSheetBonus.In(l), text.CmdSheetAssessed.In(l), text.CmdRank.In(l), text.FilingColMode.In(l), text.QuestionPolicy.In(l), "")
	for i := range all.Enterprises {
		e := &all.Enterprises[i]
		rank, verdict := "-", ""
		if e.Rank > 0 {
			rank = itoa(int64(e.Rank))
		}
		if !e.OK {
			verdict = text.CmdVerifyBad.In(l)
		}
		t.row(e.USCC, e.Name, codeTitle("enterprise", "type", e.Type).In(l), e.Period, dash(e.Innovation), dash(e.Bonus), dash(e.Assessed), rank,
			e.Mode().In(l), filing.Answer(e.Policy).In(l), verdict)
	}
	b.WriteString(t.String())
	for _, r := range all.Replaced {
		b.WriteString("  " + oneLine(text.CmdReplaced.With(r.File, r.Name, submission.SayPeriod(r.Period), r.ReplacedBy).In(l)) + "\n")
	}
	for _, claim := range all.DoubleClaims {
		b.WriteString("  " + oneLine(claimText(claim, l)) + "\n")
	}
	yuan := form.ByID("spend").Field("amount")
	for _, i := range all.IntraGroup {
		b.WriteString("  " + oneLine(text.CmdIntraGroup.With(i.FromName, i.ToName, i.Lines, yuan.Show(form.N(i.Amount))).In(l)) + "\n")
	}
	for _, g := range all.Groups {
		b.WriteString("  " + oneLine(text.CmdGroup.With(g.Root+" "+g.Name, len(g.Members), dash(g.Sum), dash(g.Consolidated), g.Note).In(l)) + "\n")
	}
	for _, t := range all.Totals {
		b.WriteString("  " + oneLine(text.CmdTotals.With(submission.SayPeriod(t.Period), t.Enterprises, t.RD, t.Eliminated, t.RDNet).In(l)) + "\n")
	}
	if all.Receipts != nil {
		b.WriteString("  " + all.Receipts.Say().In(l) + "\n")
	}
	for _, problem := range all.Problems {
		b.WriteString("  " + oneLine(problem.In(l)) + "\n")
	}
	for _, note := range all.Notes {
		b.WriteString("  · " + oneLine(note.In(l)) + "\n")
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
		sides = append(sides, strings.Join(strings.Fields(s.Name+" "+s.USCC+" "+s.Key+" "+s.Title), " ")+" ("+s.File+" "+s.Entry+":"+itoa(s.Row)+")")
	}
	return text.CmdClaim.With(grade, formTitle(nil, c.Kind, l), c.Because, strings.Join(sides, " | ")).In(l)
}
