package main

import (
	"github.com/spf13/cobra"

	"yice/filing"
	"yice/text"
)

func (p *program) decideCommand() *cobra.Command {
	var (
		out, key string
		table    bool
		brings   filing.VerifyOptions
	)
	c := &cobra.Command{
		Use:   "decide TABLE.csv -o FILE --sign-key K | decide --table SUBMISSION... -o TABLE.csv",
		Short: text.CmdDecideShort.In(p.lang),
		Long:  text.CmdDecideLong.In(p.lang),
		Example: "  yice decide --table received/*.zip --decisions made.zip -o decisions.csv\n" +
			"  yice decide decisions.csv -o decisions.zip --sign-key sasac.pem",
		Args: takes(0, -1),
	}
	p.outFlag(c, &out)
	p.signKeyFlag(c, &key, text.CmdFlagKey, "key")
	p.openKeyFlag(c, &brings.Key)
	c.Flags().StringVar(&brings.Trust, "trust", "", text.CmdFlagTrust.In(p.lang))
	c.Flags().StringArrayVar(&brings.Decisions, "decisions", nil, text.CmdFlagDecisions.In(p.lang))
	c.Flags().BoolVar(&table, "table", false, text.CmdFlagTable.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := needOut(c, out); err != nil {
			return err
		}
		if table {
			return p.decisionTable(c, args, out, brings)
		}
		switch {
		case len(args) != 1:
			return usage("cmd.args", text.CmdTooFew.With(c.UseLine()))
		case key == "":
			return usage("cmd.needs", text.CmdFlagNeeded.With("sign-key", c.UseLine()))
		}
		rows, err := filing.MakeRecognitions(c.Context(), args[0], out, key, p.passphrase, p.now())
		if err != nil {
			return err
		}
		p.message(text.CmdDecided.With(rows, out))
		return nil
	}
	return c
}

// decisionTable writes the table that the regulator fills in: a row for everything that is claimed in the submissions.
func (p *program) decisionTable(c *cobra.Command, paths []string, out string, o filing.VerifyOptions) error {
	o.Trust, o.Passphrase, o.Now = p.trustOr(o.Trust), p.passphrase, p.now
	var from []*filing.Verification
	for _, path := range paths {
		v, err := filing.VerifiedSubmission(c.Context(), path, o)
		if err != nil {
			return err
		}
		defer v.Close()
		from = append(from, v)
	}
	if err := filing.SaveRecognitionTemplate(c.Context(), out, from); err != nil {
		return err
	}
	p.message(text.CmdWritten.With(out))
	return nil
}
