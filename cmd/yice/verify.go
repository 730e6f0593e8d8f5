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
		of, log             string
		asJSON, document    bool
	)
	c := &cobra.Command{
		Use:     "verify FILE [--pack P.toml] [--targets T] [--decisions D.zip] [--trust DIR]",
		Short:   text.CmdVerifyShort.In(p.lang),
		Long:    text.CmdVerifyLong.In(p.lang),
		Example: "  yice verify 2023.zip\n  yice verify 2023.zip --pack issued.toml --decisions decisions.zip --json\n  yice verify receipt.zip --trust keys --of 2023.zip\n  yice verify decisions.zip --document",
		Args:    takes(1, 1),
	}
	p.measureFlags(c, &o)
	c.Flags().StringVar(&receipt, "receipt", "", text.CmdFlagReceipt.In(p.lang))
	p.signKeyFlag(c, &receiptKey, text.CmdFlagReceiptKey, "receipt-key")
	c.Flags().StringVar(&of, "of", "", text.CmdFlagOf.In(p.lang))
	c.Flags().StringVar(&log, "log", "", text.CmdFlagLog.In(p.lang))
	c.Flags().BoolVar(&document, "document", false, text.CmdFlagDocument.In(p.lang))
	c.Flags().BoolVar(&asJSON, "json", false, text.CmdFlagJSON.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		o.Trust, o.Passphrase, o.Now = p.trustOr(o.Trust), p.passphrase, p.now
		d, is, err := filing.VerifyDocument(c.Context(), args[0], filing.DocumentOptions{VerifyOptions: o, Of: of, Log: log})
		switch {
		case err != nil:
			return err
		case is && receipt != "":
			return usage("cmd.not-submission", text.DocumentNoReceipt.With(args[0]))
		case is && (document || of+log != ""):
			return p.document(args[0], d, of+log != "", asJSON)
		case document:
			return usage("cmd.not-document", text.DocumentNone.With(args[0]))
		case !is && of+log != "":
			return usage("cmd.not-receipt", text.DocumentNotReceipt.With(args[0]))
		}
		// Asked as a submission, a document of ours is none, whatever holds of it: who takes in what verifies must not take it in.
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
		said := verificationText(v, p.lang)
		if is {
			said += documentText(d, p.lang)
		}
		return p.print(said)
	}
	return c
}

// document tells what was found out about a receipt, a log of receipts, recognitions, a register of keys or a pack.
func (p *program) document(path string, d *submission.Document, asReceipt, asJSON bool) error {
	if asReceipt && d.Kind != submission.KindReceipt {
		return usage("cmd.not-receipt", text.DocumentNotReceipt.With(path))
	}
	if !d.OK {
		p.exit = text.Findings
	}
	if asJSON {
		return p.rawJSON(d.JSON(p.lang))
	}
	return p.print(documentText(d, p.lang))
}

func documentText(d *submission.Document, l text.Lang) string {
	var b strings.Builder
	b.WriteString(d.Headline().In(l) + "\n")
	t := columns("ll")
	t.indent = "  "
	for _, row := range d.Rows() {
		t.row(row[0].In(l), oneLine(row[1].In(l)))
	}
	b.WriteString(t.String())
	for _, problem := range d.Problems {
		b.WriteString("  " + oneLine(problem.Say.In(l)) + "\n")
	}
	for _, note := range d.Notes {
		b.WriteString("  · " + oneLine(note.Say.In(l)) + "\n")
	}
	if d.OK {
		b.WriteString("  " + d.Use().In(l) + "\n")
	}
	return b.String()
}

// measureFlags are what a reader brings to submissions: who may say what, the regulator's pack, decisions, last year's.
func (p *program) measureFlags(c *cobra.Command, o *filing.VerifyOptions) {
	c.Flags().StringVar(&o.Trust, "trust", "", text.CmdFlagTrust.In(p.lang))
	c.Flags().StringVar(&o.Pack, "pack", "", text.CmdFlagMeasure.In(p.lang))
	c.Flags().StringVar(&o.Targets, "targets", "", text.CmdFlagTargets.In(p.lang))
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
	if !v.Locked {
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
