package main

import (
	"strings"

	"github.com/spf13/cobra"

	"yice/filing"
	"yice/filing/submission"
	"yice/text"
)

func (p *program) verifyCommand() *cobra.Command {
	var (
		o                   filing.VerifyOptions
		receipt, receiptKey string
		asJSON              bool
	)
	c := &cobra.Command{
		Use:     "verify FILE [--pack P.toml] [--decisions D.zip] [--trust DIR]",
		Short:   text.CmdVerifyShort.In(p.lang),
		Long:    text.CmdVerifyLong.In(p.lang),
		Example: "  yice verify 2023.zip\n  yice verify 2023.zip --pack issued.toml --decisions decisions.zip --json",
		Args:    takes(1, 1),
	}
	p.measureFlags(c, &o)
	c.Flags().StringVar(&receipt, "receipt", "", text.CmdFlagReceipt.In(p.lang))
	p.signKeyFlag(c, &receiptKey, text.CmdFlagReceiptKey, "receipt-key")
	c.Flags().BoolVar(&asJSON, "json", false, text.CmdFlagJSON.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		o.Trust, o.Passphrase, o.Now = p.trustOr(o.Trust), p.passphrase, p.now
		v, err := filing.Verify(c.Context(), args[0], o)
		if err != nil {
			return err
		}
		defer v.Close()
		p.exit = v.Class()
		if receipt != "" {
			given, err := filing.ReceiptFor(v, receipt, filing.ReceiptOptions{Key: receiptKey, Passphrase: p.passphrase, Trust: o.Trust, Now: p.now()})
			if err != nil {
				return err
			}
			p.message(text.CmdWritten.With(receipt))
			p.message(given.Say())
		}
		if asJSON {
			return p.rawJSON(v.JSON(p.lang))
		}
		return p.print(verificationText(v, p.lang))
	}
	return c
}

// measureFlags are what a reader brings to submissions: who may say what, the regulator's pack, decisions, last year's.
func (p *program) measureFlags(c *cobra.Command, o *filing.VerifyOptions) {
	c.Flags().StringVar(&o.Trust, "trust", "", text.CmdFlagTrust.In(p.lang))
	c.Flags().StringVar(&o.Pack, "pack", "", text.CmdFlagMeasure.In(p.lang))
	c.Flags().StringArrayVar(&o.Decisions, "decisions", nil, text.CmdFlagDecisions.In(p.lang))
	c.Flags().StringArrayVar(&o.Earlier, "earlier", nil, text.CmdFlagEarlier.In(p.lang))
	p.openKeyFlag(c, &o.Key, "key")
}

// verificationText tells the verdict: whether it holds, each question with its answer, the score by either word, and what is
// wrong or has to be known.
func verificationText(v *filing.Verification, l text.Lang) string {
	var b strings.Builder
	verdict := text.CmdVerifyOK
	switch {
	case v.Locked:
		verdict = text.VerdictLocked
	case !v.OK:
		verdict = text.CmdVerifyBad
	}
	b.WriteString(verdict.In(l) + "\n")
	t := columns("ll")
	t.indent = "  "
	if !v.Locked && !v.Other() {
		questions(t, v, l)
	}
	t.row("SHA-256", v.SHA256)
	b.WriteString(t.String())
	for _, problem := range v.Problems {
		b.WriteString("  " + oneLine(problem.Say.In(l)) + "\n")
	}
	for _, note := range v.Notes {
		b.WriteString("  · " + oneLine(note.Say.In(l)) + "\n")
	}
	return b.String()
}

func questions(t *table, v *filing.Verification, l text.Lang) {
	signer := v.Signer
	if signer == "" {
		signer = text.CmdUnsigned.In(l)
	}
	t.row(text.CmdEnterprise.In(l), strings.TrimSpace(v.Enterprise+"  "+v.Name))
	t.row(text.CmdHistoryYear.In(l), v.Period)
	t.row(text.CmdReceiptSerial.In(l), v.Serial)
	t.row(text.QuestionIntegrity.In(l), filing.Answer(v.Integrity).In(l))
	t.row(text.QuestionSignature.In(l), strings.TrimSpace(filing.Answer(v.Signature).In(l)+"  "+signer))
	t.row(text.QuestionIdentity.In(l), filing.Answer(v.Identity).In(l))
	t.row(text.QuestionPolicy.In(l), strings.TrimSpace(filing.Answer(v.Policy).In(l)+"  "+v.Pack))
	t.row(text.QuestionScore.In(l), filing.Answer(v.Score).In(l))
	t.row(text.QuestionSignOffs.In(l), filing.Answer(v.SignOffs).In(l))
	t.row(text.QuestionRecognitions.In(l), text.AnswerRecognitions.With(v.Decided, v.SelfDeclared).In(l))
	for _, r := range []struct {
		title text.Pair
		of    *submission.Result
	}{{text.QuestionSelf, v.Self}, {text.QuestionConfirmed, v.Confirmed}} {
		if r.of != nil {
			t.row(r.title.In(l), text.AnswerResult.With(r.of.Innovation, r.of.Bonus, dash(r.of.Assessed), modeTitle(r.of.Mode)).In(l))
		}
	}
	t.row(text.CmdFiles.In(l), itoa(int64(v.Files)))
}

func modeTitle(mode string) text.Pair {
	if mode == text.FilingModeOfficial.ZH {
		return text.FilingModeOfficial
	}
	return text.FilingModeSimulated
}
