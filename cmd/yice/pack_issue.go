package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"yice/filing"
	"yice/filing/targets"
	"yice/text"
)

type issuedJSON struct {
	OK          bool     `json:"ok"`
	Problems    []string `json:"problems"`
	Enterprises int      `json:"enterprises"`
	Targets     int      `json:"targets"`
	IssuedAt    string   `json:"issued_at"`
	Signer      string   `json:"signer"`
	Folder      string   `json:"folder"`
}

func (p *program) packIssueCommand() *cobra.Command {
	var (
		o      filing.IssueOptions
		asJSON bool
	)
	c := &cobra.Command{
		Use:     "issue P --targets T --sign-key K -o DIR",
		Short:   text.CmdPackIssueShort.In(p.lang),
		Long:    text.CmdPackIssueLong.In(p.lang),
		Example: "  yice pack issue pack-2026.toml --targets targets.xlsx --sign-key sasac.pem -o issued-2026",
		Args:    takes(1, 1),
	}
	p.outFlag(c, &o.Out)
	c.Flags().StringVar(&o.Targets, "targets", "", text.CmdFlagIssueTargets.In(p.lang))
	c.Flags().StringVar(&o.Trust, "trust", "", text.CmdFlagTrust.In(p.lang))
	p.signKeyFlag(c, &o.Key, text.CmdFlagKey, "key")
	p.jsonFlag(c, &asJSON)
	c.RunE = func(c *cobra.Command, args []string) error {
		for flag, value := range map[string]string{"targets": o.Targets, "sign-key": o.Key, "out": o.Out} {
			if value == "" {
				return usage("cmd.needs", text.CmdFlagNeeded.With(flag, c.UseLine()))
			}
		}
		pack, err := p.loadPack(args[0])
		if err != nil {
			return err
		}
		if say := carriedText(pack); !say.Empty() {
			p.message(say)
		}
		follow := p.following(text.CmdIssueSoFar)
		o.Trust, o.Passphrase, o.Now = p.trustOr(o.Trust), p.passphrase, p.now()
		o.Progress = func(done, of int) { follow.at(done, of) }
		issued, err := filing.IssuePack(c.Context(), pack, o)
		follow.done()
		if problems, wrong := tableProblems(err); wrong {
			return p.sayProblems(problems, asJSON)
		}
		if err != nil {
			return err
		}
		p.leftColumns(o.Targets, issued.Left)
		if issued.Unasked {
			p.message(text.CmdIssueUnasked)
		}
		if asJSON {
			return p.printJSON(issuedJSON{true, []string{}, issued.Enterprises, issued.Targets, issued.At, issued.Signer, o.Out})
		}
		return p.say(text.CmdIssued.With(issued.Enterprises, issued.Targets, o.Out, issued.At))
	}
	return c
}

// sayProblems prints what is wrong with a table.
func (p *program) sayProblems(problems []text.Pair, asJSON bool) error {
	p.exit = text.Findings
	if asJSON {
		return p.printJSON(struct {
			OK       bool     `json:"ok"`
			Problems []string `json:"problems"`
		}{false, p.inLanguage(problems)})
	}
	return p.print(strings.Join(p.inLanguage(problems), "\n"))
}

// tableProblems lists everything wrong with a table of targets.
func tableProblems(err error) ([]text.Pair, bool) {
	var wrong *targets.Wrong
	if !errors.As(err, &wrong) {
		return nil, false
	}
	all := wrong.All
	if wrong.More > 0 {
		all = append(all, text.PackTooMany.With(wrong.More))
	}
	return all, true
}

func (p *program) inLanguage(all []text.Pair) []string {
	out := make([]string, len(all))
	for i := range all {
		out[i] = oneLine(all[i].In(p.lang))
	}
	return out
}

// leftColumns says which columns of a table nobody read.
func (p *program) leftColumns(table string, left []string) {
	if len(left) > 0 {
		p.message(text.CmdTargetsLeft.With(table, strings.Join(left, "、")))
	}
}
