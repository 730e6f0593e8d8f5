package main

import (
	"errors"
	"strconv"

	"github.com/spf13/cobra"

	"yice/entry"
	"yice/filing"
	"yice/filing/submission"
	"yice/text"
)

func (p *program) submitCommand() *cobra.Command {
	var (
		out, key, to, unsigned, of string
		trust, audience            string
		evidence, noPage, asJSON   bool
	)
	c := &cobra.Command{
		Use:     "submit W --year Y|--period P -o FILE [--sign-key K]",
		Short:   text.CmdSubmitShort.In(p.lang),
		Long:    text.CmdSubmitLong.In(p.lang),
		Example: "  yice submit desk.yice --year 2023 -o 2023.zip --sign-key our.pem\n  yice submit desk.yice --period 2026Q2 -o 2026Q2.zip",
		Args:    takes(1, 1),
	}
	s := p.scopeFlags(c)
	p.outFlag(c, &out)
	p.signKeyFlag(c, &key, text.CmdFlagKey, "key")
	c.Flags().StringVar(&trust, "trust", "", text.CmdFlagTrust.In(p.lang))
	c.Flags().StringVar(&audience, "audience", "", text.CmdFlagAudience.In(p.lang))
	c.Flags().StringVar(&of, "period", "", text.CmdFlagPeriod.In(p.lang))
	c.Flags().StringVar(&to, "encrypt-to", "", text.CmdFlagEncryptTo.In(p.lang))
	c.Flags().StringVar(&unsigned, "unsigned", "", text.CmdFlagWithout.In(p.lang))
	c.Flags().BoolVar(&noPage, "no-page", false, text.CmdFlagNoPage.In(p.lang))
	c.Flags().BoolVar(&evidence, "evidence", false, text.CmdFlagEvidence.In(p.lang))
	p.jsonFlag(c, &asJSON)
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := needOut(c, out); err != nil {
			return err
		}
		var period submission.Period
		if of != "" {
			var ok bool
			if period, ok = submission.ParsePeriod(of); !ok {
				return &text.Fault{Code: "filing.period", Class: text.Usage, Say: text.FilingPeriodUnread.With(of)}
			}
			if s.year == "" {
				s.year = strconv.Itoa(period.Year)
			}
		}
		return p.inSession(c.Context(), args[0], s, sealing, func(session *entry.Session) error {
			kept := p.keeping(c.Context(), session.Workspace())
			defer kept()
			if period.Year == 0 {
				period.Year = session.Year()
			}
			receipt, err := filing.Submit(c.Context(), session, out, filing.SubmitOptions{
				Who: p.who(session.Workspace()), Now: p.now, Key: key, Passphrase: p.passphrase, EncryptTo: to, Evidence: evidence, Unsigned: unsigned,
				Progress: p.message, Needs: p.needs, NoPage: noPage, Period: period, Trust: p.trustOr(trust), Audience: audience,
				Last: func(seal func() error) error {
					kept()
					return seal()
				},
			})
			if err != nil {
				return err
			}
			var page *text.Fault
			if errors.As(receipt.PageFault, &page) {
				p.message(page.Say)
			}
			if asJSON {
				return p.printJSON(sealedJSON{
					receipt.File, receipt.Page, receipt.Serial, receipt.Period, receipt.Replaces, receipt.Manifest, receipt.Signer, receipt.Audience, receipt.Rows,
				})
			}
			return p.print(receiptText(receipt, p.lang))
		})
	}
	return c
}

// needs says what sealing asks for that is not there.
func (p *program) needs(all []filing.Prerequisite) {
	for _, need := range all {
		switch {
		case need.OK:
		case need.Need:
			p.message(text.CmdNeedOpen.With(need.Say))
		default:
			p.message(text.CmdNeedAdvice.With(need.Say))
		}
	}
}

// sealedJSON is what was sealed.
type sealedJSON struct {
	File     string `json:"file"`
	Page     string `json:"page"`
	Serial   string `json:"serial"`
	Period   string `json:"period"`
	Replaces string `json:"replaces"`
	Manifest string `json:"manifest_sm3"`
	Signer   string `json:"signer"`
	Audience string `json:"audience"`
	Rows     int64  `json:"rows"`
}

func receiptText(r filing.Receipt, l text.Lang) string {
	t := columns("ll")
	t.row(text.CmdBackupFile.In(l), r.File)
	if r.Page != "" {
		t.row(text.CmdSubmitPage.In(l), r.Page)
	}
	t.row(text.CmdReceiptSerial.In(l), r.Serial)
	if r.Replaces != "" {
		t.row(text.CmdReceiptReplaces.In(l), r.Replaces)
	}
	t.row(text.CmdReceiptDigest.In(l), r.Manifest)
	signer := r.Signer
	if signer == "" {
		signer = text.CmdUnsigned.In(l)
	}
	t.row(text.CmdSigner.In(l), signer)
	audience := r.Audience
	if audience == "" {
		audience = text.CmdReceiptNoAudience.In(l)
	}
	t.row(text.CmdReceiptAudience.In(l), audience)
	t.row(text.CmdBackupRows.In(l), itoa(r.Rows))
	return t.String()
}
