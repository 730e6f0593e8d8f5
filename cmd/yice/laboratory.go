package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"yice/filing"
	"yice/text"
)

// The laboratory: what another pack would do to those who handed in.

// laboratory opens it over files and folders.
func (p *program) laboratory(ctx context.Context, paths []string, brings *filing.VerifyOptions) (*filing.Laboratory, error) {
	follow := p.following(text.CmdCollectSoFar)
	defer follow.done()
	return filing.OpenLaboratory(ctx, paths, filing.CollectOptions{
		Trust: p.trustOr(brings.Trust), Decisions: brings.Decisions, Earlier: brings.Earlier, Key: brings.Key, Lang: p.lang, Passphrase: p.passphrase, Now: p.now,
		Progress: func(done, of int) { follow.at(done, of) },
	})
}

type (
	trialJSON struct {
		Old         string      `json:"old"`
		New         string      `json:"new"`
		Enterprises []movedJSON `json:"enterprises"`
		Gain        int         `json:"gain"`
		Lose        int         `json:"lose"`
		Same        int         `json:"same"`
		RankChanges int         `json:"rank_changes"`
		OldAddback  string      `json:"addback_old"`
		NewAddback  string      `json:"addback_new"`
		Problems    []string    `json:"problems"`
	}
	movedJSON struct {
		USCC       string  `json:"uscc"`
		Name       string  `json:"name"`
		Type       string  `json:"type"`
		Period     string  `json:"period"`
		Old        string  `json:"old"`
		New        string  `json:"new"`
		Change     string  `json:"change"`
		OldBonus   string  `json:"bonus_old"`
		NewBonus   string  `json:"bonus_new"`
		OldRank    int     `json:"rank_old"`
		NewRank    int     `json:"rank_new"`
		OldAddback *string `json:"addback_old"`
		NewAddback *string `json:"addback_new"`
	}
)

// against prints who gains and who loses from one pack to another.
func (p *program) against(ctx context.Context, paths []string, brings *filing.VerifyOptions, oldPath string, asJSON bool) error {
	if brings.Pack == "" {
		return usage("cmd.against", text.CmdAgainstPack)
	}
	now, err := p.loadPack(brings.Pack)
	if err != nil {
		return err
	}
	old, err := p.loadPack(oldPath)
	if err != nil {
		return err
	}
	lab, err := p.laboratory(ctx, paths, brings)
	if err != nil {
		return err
	}
	c := lab.Compare(old, now)
	if len(c.Problems) > 0 {
		p.exit = text.Findings
	}
	if asJSON {
		return p.printJSON(p.trialJSON(c))
	}
	return p.print(trialText(c, p.lang))
}

func (p *program) trialJSON(c *filing.Trial) trialJSON {
	j := trialJSON{
		Old: c.Old.ID + " " + c.Old.Version, New: c.New.ID + " " + c.New.Version, Enterprises: []movedJSON{}, Gain: c.Gain, Lose: c.Lose, Same: c.Same,
		RankChanges: c.RankChanges, OldAddback: c.OldAddback, NewAddback: c.NewAddback, Problems: p.inLanguage(c.Problems),
	}
	orNull := func(s string) *string {
		if s == "" {
			return nil
		}
		return &s
	}
	for _, m := range c.Enterprises {
		j.Enterprises = append(j.Enterprises, movedJSON{
			m.USCC, m.Name, m.Type, m.Period, m.Old, m.New, m.Change, m.OldBonus, m.NewBonus, m.OldRank, m.NewRank, orNull(m.OldAddback), orNull(m.NewAddback),
		})
	}
	return j
}

func trialText(c *filing.Trial, l text.Lang) string {
	var b strings.Builder
	b.WriteString(text.CmdLabTitle.With(c.Old.ID+" "+c.Old.Version, c.New.ID+" "+c.New.Version).In(l) + "\n")
	t := columns("llllrrrr")
	t.row("USCC", text.CmdEnterprise.In(l), text.CmdType.In(l), text.CmdHistoryYear.In(l), text.CmdLabScore.In(l), text.CmdLabChange.In(l),
		text.CmdLabRank.In(l), text.CmdLabAddback.In(l))
	for _, m := range c.Enterprises {
		t.row(m.USCC, m.Name, codeTitle("enterprise", "type", m.Type).In(l), m.Period, m.Old+" → "+m.New, m.Change,
			itoa(int64(m.OldRank))+" → "+itoa(int64(m.NewRank)), dash(m.OldAddback)+" → "+dash(m.NewAddback))
	}
	b.WriteString(t.String())
	b.WriteString(text.CmdLabTotals.With(c.Gain, c.Lose, c.Same, c.RankChanges, c.OldAddback, c.NewAddback).In(l) + "\n")
	for _, problem := range c.Problems {
		b.WriteString("  " + oneLine(problem.In(l)) + "\n")
	}
	return b.String()
}

type (
	sensitivityJSON struct {
		Submissions int             `json:"submissions"`
		Variants    []sensitiveJSON `json:"variants"`
		Still       []string        `json:"not_moved"`
		Problems    []string        `json:"problems"`
	}
	sensitiveJSON struct {
		Path        string `json:"path"`
		Line        string `json:"line"`
		Name        string `json:"name"`
		Old         string `json:"old"`
		New         string `json:"new"`
		Choice      bool   `json:"choice"`
		RankChanges int    `json:"rank_changes"`
		Score       string `json:"score_moved"`
		Addback     string `json:"addback_moved"`
	}
)

func (p *program) packSensitivityCommand() *cobra.Command {
	var (
		brings filing.VerifyOptions
		asJSON bool
	)
	c := &cobra.Command{
		Use:     "sensitivity P FILES|DIR",
		Short:   text.CmdPackSensitivity.In(p.lang),
		Long:    text.CmdPackSensitivityLong.In(p.lang),
		Example: "  yice pack sensitivity pack-2026.toml received/",
		Args:    takes(2, -1),
	}
	c.Flags().StringVar(&brings.Trust, "trust", "", text.CmdFlagTrust.In(p.lang))
	c.Flags().StringArrayVar(&brings.Decisions, "decisions", nil, text.CmdFlagDecisions.In(p.lang))
	p.openKeyFlag(c, &brings.Key, "key")
	p.jsonFlag(c, &asJSON)
	c.RunE = func(c *cobra.Command, args []string) error {
		pack, err := p.loadPack(args[0])
		if err != nil {
			return err
		}
		lab, err := p.laboratory(c.Context(), args[1:], &brings)
		if err != nil {
			return err
		}
		follow := p.following(text.CmdSensitivitySoFar)
		all, still, err := lab.Sensitivity(c.Context(), pack, func(done, of int) { follow.at(done, of) })
		follow.done()
		if err != nil {
			return err
		}
		if len(lab.Problems) > 0 {
			p.exit = text.Findings
		}
		if asJSON {
			j := sensitivityJSON{lab.Years(), []sensitiveJSON{}, append([]string{}, still...), p.inLanguage(lab.Problems)}
			for _, s := range all {
				j.Variants = append(j.Variants, sensitiveJSON{
					s.Path, s.Of.In(p.lang), s.Name.In(p.lang), s.From.In(p.lang), s.To.In(p.lang), s.Choice, s.RankChanges, s.Score, s.Addback,
				})
			}
			return p.printJSON(j)
		}
		return p.print(sensitivityText(lab, all, still, p.lang))
	}
	return c
}

func sensitivityText(lab *filing.Laboratory, all []filing.Sensitive, still []string, l text.Lang) string {
	t := columns("rrrlll")
	t.row(text.CmdSensitivityRanks.In(l), text.CmdSensitivityScore.In(l), text.CmdSensitivityAddback.In(l), text.PackSheetOf.In(l), text.PackSheetName.In(l), "")
	for _, s := range all {
		t.row(itoa(int64(s.RankChanges)), s.Score, s.Addback, oneLine(s.Of.In(l)), oneLine(s.Name.In(l)), oneLine(s.From.In(l)+" → "+s.To.In(l)))
	}
	out := t.String() + text.CmdSensitivityTotals.With(lab.Years(), len(all), len(still)).In(l) + "\n"
	for _, problem := range lab.Problems {
		out += "  " + oneLine(problem.In(l)) + "\n"
	}
	return out
}
