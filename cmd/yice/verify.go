package main

import (
	"strings"

	"github.com/spf13/cobra"

	"yice/filing"
	"yice/text"
)

func (p *program) verifyCommand() *cobra.Command {
	var (
		trust, key, receipt, receiptKey string
		asJSON                          bool
	)
	c := &cobra.Command{
		Use:     "verify FILE [--trust DIR]",
		Short:   text.CmdVerifyShort.In(p.lang),
		Long:    text.CmdVerifyLong.In(p.lang),
		Example: "  yice verify 2023.zip\n  yice verify 2023.zip --trust keys --json",
		Args:    takes(1, 1),
	}
	c.Flags().StringVar(&trust, "trust", "", text.CmdFlagTrust.In(p.lang))
	p.openKeyFlag(c, &key, "key")
	c.Flags().StringVar(&receipt, "receipt", "", text.CmdFlagReceipt.In(p.lang))
	p.signKeyFlag(c, &receiptKey, text.CmdFlagReceiptKey, "receipt-key")
	c.Flags().BoolVar(&asJSON, "json", false, text.CmdFlagJSON.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		v, err := filing.Verify(c.Context(), args[0], filing.VerifyOptions{Trust: p.trustOr(trust), Key: key, Passphrase: p.passphrase})
		if err != nil {
			return err
		}
		defer v.Close()
		if !v.OK {
			p.exit = text.Findings
		}
		if receipt != "" && v.OK {
			if err := filing.ReceiptFor(v, receipt, receiptKey, p.passphrase); err != nil {
				return err
			}
			p.message(text.CmdWritten.With(receipt))
		}
		if asJSON {
			return p.rawJSON(v.JSON(p.lang))
		}
		return p.print(verificationText(v, p.lang))
	}
	return c
}

func verificationText(v *filing.Verification, l text.Lang) string {
	var b strings.Builder
	verdict := text.CmdVerifyOK
	if !v.OK {
		verdict = text.CmdVerifyBad
	}
	b.WriteString(verdict.In(l) + "\n")
	t := columns("ll")
	t.indent = "  "
	signer := v.Signer
	if signer == "" {
		signer = text.CmdUnsigned.In(l)
	}
	t.row(text.CmdSigner.In(l), signer)
	t.row(text.CmdEnterprise.In(l), strings.TrimSpace(v.Enterprise+"  "+v.Name))
	t.row(text.CmdHistoryYear.In(l), itoa(int64(v.Year)))
	t.row(text.CmdFiles.In(l), itoa(int64(v.Files)))
	b.WriteString(t.String())
	for _, problem := range v.Problems {
		b.WriteString("  " + oneLine(problem.In(l)) + "\n")
	}
	return b.String()
}
