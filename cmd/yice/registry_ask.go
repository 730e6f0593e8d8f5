package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"yice/filing"
	"yice/filing/registry"
	"yice/filing/submission"
	"yice/text"
)

// The questions that a registry answers.

func (p *program) registryDueCommand() *cobra.Command {
	var period string
	c := p.registrySub("due R [--period P]", text.CmdRegistryDueShort, text.CmdRegistryDueLong, "  yice registry due 2023.yreg", 1, 1,
		func(ctx context.Context, r *registry.Registry, _ []string, asJSON bool) error {
			all, err := r.Due(ctx, period)
			if err != nil {
				return err
			}
			if asJSON {
				return p.rawJSON(registry.DueJSON(all, p.lang))
			}
			t := columns("lllll")
			t.row("USCC", text.CmdEnterprise.In(p.lang), text.CmdHistoryYear.In(p.lang), text.TermStatus.In(p.lang), "")
			for _, d := range all {
				t.row(d.USCC, d.Name, d.Period, dueTitle(d.State).In(p.lang), strings.TrimSpace(d.Due+" "+oneLine(d.Why.In(p.lang))))
			}
			return p.print(t.String())
		})
	c.Flags().StringVar(&period, "period", "", text.CmdFlagRegistryPeriod.In(p.lang))
	return c
}

func dueTitle(state string) text.Pair {
	for _, p := range []text.Pair{text.RegistryStateNone, text.RegistryStateLate, text.RegistryStateVoid} {
		if p.ZH == state {
			return p
		}
	}
	return text.Same(state)
}

func (p *program) registryRankCommand() *cobra.Command {
	var o registry.RankOptions
	var out string
	var rolled bool
	c := p.registrySub("rank R [--type T] [--tier N] [--rolled-up] [--period P] [-o FILE]", text.CmdRegistryRankShort, text.CmdRegistryRankLong,
		"  yice registry rank 2023.yreg --type 竞争型\n  yice registry rank 2023.yreg -o ranking.xlsx", 1, 1,
		func(ctx context.Context, r *registry.Registry, _ []string, asJSON bool) error {
			if rolled {
				return p.rolledUp(ctx, r, o, out, asJSON)
			}
			rows, err := r.Rank(ctx, o)
			if err != nil {
				return err
			}
			head, err := r.Head(ctx)
			if err != nil {
				return err
			}
			if out != "" {
				if err := registry.WriteRanking(out, rows, head, p.lang); err != nil {
					return err
				}
				p.message(text.CmdWritten.With(out))
			}
			if asJSON {
				return p.rawJSON(registry.RankJSON(rows, head, p.lang))
			}
			if out != "" {
				return nil
			}
			return p.print(rankText(rows, p.lang))
		})
	p.outFlag(c, &out)
	c.Flags().StringVar(&o.Type, "type", "", text.CmdFlagRankType.In(p.lang))
	c.Flags().StringVar(&o.Tier, "tier", "", text.CmdFlagTier.In(p.lang))
	c.Flags().BoolVar(&rolled, "rolled-up", false, text.CmdFlagRolledUp.In(p.lang))
	c.Flags().StringVar(&o.Period, "period", "", text.CmdFlagRegistryPeriod.In(p.lang))
	return c
}

// rolledUp lists groups with all that is below them.
func (p *program) rolledUp(ctx context.Context, r *registry.Registry, o registry.RankOptions, out string, asJSON bool) error {
	if o.Type != "" || o.Tier != "" || out != "" {
		return usage("cmd.rolled-up", text.CmdRolledUpAlone)
	}
	all, err := r.RollUp(ctx, o.Period)
	if err != nil {
		return err
	}
	if asJSON {
		return p.rawJSON(registry.GroupsJSON(all))
	}
	t := columns("rllrrrr")
	t.row(text.CmdRank.In(p.lang), "USCC", text.CmdEnterprise.In(p.lang), text.CmdRolledUpIn.In(p.lang), text.CmdRolledUpMean.In(p.lang), text.CmdRolledUpRD.In(p.lang), text.CmdSheetAssessed.In(p.lang))
	for _, g := range all {
		t.row(placeText(g.Rank), g.USCC, g.Name, fmt.Sprintf("%d/%d", g.In, g.Members), dash(g.Mean), dash(g.RD), dash(g.Assessed))
	}
	return p.print(t.String())
}

func rankText(rows []registry.Ranked, l text.Lang) string {
	t := columns("rlllrrrrl")
	t.row(text.CmdRank.In(l), "USCC", text.CmdEnterprise.In(l), text.CmdType.In(l), text.QuestionSelf.In(l), text.QuestionConfirmed.In(l),
		text.CmdSheetBonus.In(l), text.RegistryAdjusted.In(l), text.TermGrade.In(l))
	var notes strings.Builder
	for _, r := range rows {
		t.row(placeText(r.Rank), r.USCC, r.Name, codeTitle("enterprise", "type", r.Type).In(l), r.Self.Innovation, r.Confirmed.Innovation,
			r.Confirmed.Bonus, r.Adjusted, dash(r.Grade))
		for _, a := range r.Asked {
			notes.WriteString("  · " + oneLine(r.USCC+" "+a.In(l)) + "\n")
		}
	}
	return t.String() + notes.String()
}

func (p *program) registryShowCommand() *cobra.Command {
	var period string
	c := p.registrySub("show R USCC [--period P]", text.CmdRegistryShowShort, text.CmdRegistryShowLong, "  yice registry show 2023.yreg 91150200MA0BT0013C", 2, 2,
		func(ctx context.Context, r *registry.Registry, args []string, asJSON bool) error {
			k, err := r.Show(ctx, args[0], period)
			if err != nil {
				return err
			}
			if asJSON {
				return p.rawJSON(k.JSON(p.lang))
			}
			return p.print(caseText(k, p.lang))
		})
	c.Flags().StringVar(&period, "period", "", text.CmdFlagRegistryPeriod.In(p.lang))
	return c
}

func caseText(k *registry.Case, l text.Lang) string {
	var b strings.Builder
	b.WriteString(oneLine(strings.TrimSpace(k.USCC+"  "+k.Name)) + "  " + submission.SayPeriod(k.Period).In(l))
	if k.State != "" {
		b.WriteString("  " + dueTitle(k.State).In(l))
	}
	b.WriteString("\n")
	if r := k.Ranked; r != nil {
		t := columns("ll")
		t.indent = "  "
		t.row(text.CmdReceiptSerial.In(l), r.Serial)
		t.row(text.QuestionSelf.In(l), text.AnswerResult.With(r.Self.Innovation, r.Self.Bonus, dash(r.Self.Assessed), modeTitle(r.Self.Mode)).In(l))
		t.row(text.QuestionConfirmed.In(l), text.AnswerResult.With(r.Confirmed.Innovation, r.Confirmed.Bonus, dash(r.Confirmed.Assessed), modeTitle(r.Confirmed.Mode)).In(l))
		t.row(text.RegistryAdjusted.In(l), strings.TrimSpace(r.Adjusted+" "+r.Grade))
		t.row(text.CmdRank.In(l), placeText(r.Rank))
		b.WriteString(t.String())
	}
	for _, line := range k.Lines {
		b.WriteString("  " + oneLine(line.ID+" "+line.Title) + "  " + dash(line.Self) + " → " + dash(line.Confirmed) + "  " + oneLine(line.Value) + "\n")
		for _, u := range line.Used {
			b.WriteString("      " + oneLine(fmt.Sprintf("%s:%d %s %s  %s", u.Form, u.Row, u.Key, u.Title, strings.TrimSpace(u.Counted.In(l)+" "+u.Why.In(l)))) + "\n")
		}
	}
	for _, a := range k.Adjustments {
		b.WriteString("  " + oneLine(text.CmdRegistryAdjustment.With(a.Line, a.Points, a.Who, a.Basis).In(l)) + "\n")
	}
	for _, s := range k.Replaced {
		b.WriteString("  " + oneLine(text.CmdReplaced.With(s.Serial, k.Name, submission.SayPeriod(k.Period), s.By).In(l)) + "\n")
	}
	for _, h := range k.HandedOn {
		b.WriteString("  " + oneLine(text.CmdRegistryHanded.With(h.ByName, h.ByUSCC, h.Day()).In(l)) + "\n")
	}
	for _, x := range k.Returned {
		b.WriteString("  " + oneLine(text.CmdRegistryRefused.With(x.File, x.Code, x.Message).In(l)) + "\n")
	}
	for _, y := range k.Years {
		b.WriteString("  " + oneLine(y.Period+"  "+y.Serial+"  "+y.Self.Innovation+" → "+y.Confirmed.Innovation+" → "+y.Adjusted+" "+y.Grade) + "\n")
	}
	return b.String()
}

func (p *program) registryClaimsCommand() *cobra.Command {
	var period string
	c := p.registrySub("claims R [--period P]", text.CmdRegistryClaimsShort, text.CmdRegistryClaimsLong, "  yice registry claims 2023.yreg", 1, 1,
		func(ctx context.Context, r *registry.Registry, _ []string, asJSON bool) error {
			all, err := r.Claims(ctx, period)
			if err != nil {
				return err
			}
			if asJSON {
				return p.rawJSON(registry.ClaimsJSON(all, p.lang))
			}
			var b strings.Builder
			for _, c := range all {
				grade := text.CmdClaimSuspected
				if c.Certain {
					grade = text.CmdClaimCertain
				}
				var sides []string
				for _, s := range c.Sides {
					sides = append(sides, oneLine(s.Name+" "+s.USCC+" "+s.Key+" "+s.Title))
				}
				b.WriteString(oneLine(c.ID+"  "+text.CmdClaim.With(grade, formTitle(nil, c.Form, p.lang), c.Because, strings.Join(sides, " | ")).In(p.lang)) + "\n")
				if c.Awarded != "" {
					b.WriteString("  " + oneLine(text.CmdRegistryAwarded.With(c.Awarded, c.Who, c.Why).In(p.lang)) + "\n")
				}
			}
			return p.print(b.String())
		})
	c.Flags().StringVar(&period, "period", "", text.CmdFlagRegistryPeriod.In(p.lang))
	return c
}

func (p *program) registryExportCommand() *cobra.Command {
	var out, format string
	c := p.registrySub("export R -o DIR --format csv|parquet", text.CmdRegistryExportShort, text.CmdRegistryExportLong, "  yice registry export 2023.yreg -o tables --format csv", 1, 1,
		func(ctx context.Context, r *registry.Registry, _ []string, asJSON bool) error {
			if out == "" {
				return usage("cmd.needs", text.CmdFlagNeeded.With("output (-o)", "yice registry export R -o DIR"))
			}
			write := r.ExportCSV
			switch format {
			case "csv":
			case "parquet":
				write = r.ExportParquet
			default:
				return usage("cmd.format", text.CmdRegistryFormat.With(format))
			}
			files, err := write(ctx, out)
			if err != nil {
				return err
			}
			if asJSON {
				return p.printJSON(struct {
					Files []string `json:"files"`
				}{files})
			}
			return p.say(text.CmdRegistryExported.With(len(files), out))
		})
	p.outFlag(c, &out)
	c.Flags().StringVar(&format, "format", "csv", text.CmdFlagRegistryFormat.In(p.lang))
	return c
}

func (p *program) registryNoticeCommand() *cobra.Command {
	var out, key, trust string
	c := p.registrySub("notice R -o DIR [--sign-key KEY]", text.CmdRegistryNoticeShort, text.CmdRegistryNoticeLong,
		"  yice registry notice 2023.yreg -o papers\n  yice registry notice 2023.yreg -o papers --sign-key receiver.pem", 1, 1,
		func(ctx context.Context, r *registry.Registry, _ []string, asJSON bool) error {
			if out == "" {
				return usage("cmd.needs", text.CmdFlagNeeded.With("output (-o)", "yice registry notice R -o DIR"))
			}
			files, err := r.Notices(ctx, out)
			if err != nil {
				return err
			}
			var given filing.ReceiptsGiven
			if key != "" {
				o := filing.ReceiptOptions{Key: key, Passphrase: p.passphrase, Trust: p.trustOr(trust), Now: p.now()}
				if given, err = filing.RegistryReceipts(ctx, r, out, o); err != nil {
					return err
				}
			}
			if asJSON {
				return p.printJSON(struct {
					Files    []string `json:"files"`
					Receipts int      `json:"receipts"`
					Log      *string  `json:"log"`
				}{files, given.Written + given.Kept, logRoot(given)})
			}
			if key != "" {
				p.message(given.Say())
			}
			return p.say(text.CmdRegistryExported.With(len(files), out))
		})
	p.outFlag(c, &out)
	c.Flags().StringVar(&key, "sign-key", "", text.CmdFlagNoticeKey.In(p.lang))
	p.passphraseFlag(c.Flags())
	c.Flags().StringVar(&trust, "trust", "", text.CmdFlagTrust.In(p.lang))
	return c
}

// logRoot is the head of the log of receipts; nil where none were given.
func logRoot(g filing.ReceiptsGiven) *string {
	if g.Log.Size == 0 {
		return nil
	}
	root := g.Log.Root.String()
	return &root
}

func (p *program) registrySQLCommand() *cobra.Command {
	return p.registrySub("sql R [QUERY]", text.CmdRegistrySQLShort, text.CmdRegistrySQLLong,
		"  yice registry sql 2023.yreg \"SELECT type, COUNT(*), AVG(innovation) FROM ranking GROUP BY type\"\n  yice registry sql 2023.yreg - < question.sql", 1, 2,
		func(ctx context.Context, r *registry.Registry, args []string, asJSON bool) error {
			query := registry.ListTables
			if len(args) > 0 {
				query = args[0]
			}
			a, err := r.Ask(ctx, query)
			if err != nil {
				return err
			}
			if asJSON {
				return p.rawJSON(a.JSON())
			}
			t := columns(strings.Repeat("l", len(a.Columns)))
			t.row(a.Columns...)
			for _, row := range a.Rows {
				cells := make([]string, len(row))
				for i, v := range row {
					cells[i] = answerCell(v)
				}
				t.row(cells...)
			}
			if err := p.print(t.String()); err != nil || !a.More {
				return err
			}
			p.message(text.CmdRegistryMore.With(len(a.Rows)))
			return nil
		})
}

func answerCell(v any) string {
	switch v := v.(type) {
	case nil:
		return "-"
	case json.Number:
		return v.String()
	}
	return oneLine(fmt.Sprint(v))
}

func (p *program) registryCheckCommand() *cobra.Command {
	return p.registrySub("check R", text.CmdRegistryCheckShort, text.CmdRegistryCheckLong, "  yice registry check 2023.yreg", 1, 1,
		func(ctx context.Context, r *registry.Registry, _ []string, asJSON bool) error {
			wrong, err := r.Unaccounted(ctx)
			if err != nil {
				return err
			}
			damaged, err := r.Damaged(ctx)
			if err != nil {
				return err
			}
			cutOff, err := r.CutOff(ctx)
			if err != nil {
				return err
			}
			if wrong = append(wrong, damaged...); cutOff > 0 {
				wrong = append(wrong, text.RegistryCutOff.With(cutOff))
			}
			head, err := r.Head(ctx)
			if err != nil {
				return err
			}
			if len(wrong) > 0 {
				p.exit = text.Findings
			}
			said := make([]string, len(wrong))
			for i, w := range wrong {
				said[i] = oneLine(w.In(p.lang))
			}
			if asJSON {
				return p.printJSON(struct {
					OK       bool     `json:"ok"`
					Problems []string `json:"problems"`
					Lines    int64    `json:"lines"`
					Head     string   `json:"head"`
				}{len(wrong) == 0, said, head.Lines, head.Hash})
			}
			if len(wrong) == 0 {
				return p.say(text.CmdRegistryWhole.With(head.Lines, head.Hash))
			}
			return p.print(strings.Join(said, "\n"))
		})
}
