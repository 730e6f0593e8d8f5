package main

import (
	"bytes"
	"os"

	"github.com/spf13/cobra"

	"yice/entry"
	"yice/filing"
	"yice/filing/submission"
	"yice/seal"
	"yice/text"
)

func (p *program) reportCommand() *cobra.Command {
	var (
		out     string
		brings  filing.VerifyOptions
		of, log string
	)
	c := &cobra.Command{
		Use:     "report W|SUBMISSION.zip|RECEIPT.zip -o FILE.xlsx|.html|.docx",
		Short:   text.CmdReportShort.In(p.lang),
		Long:    text.CmdReportLong.In(p.lang),
		Example: "  yice report desk.yice --year 2023 -o 2023.xlsx\n  yice report 2023.zip -o 2023.html --pack issued.toml\n  yice report receipt.zip -o receipt.html --of 2023.zip",
		Args:    takes(1, 1),
	}
	s := p.scopeFlags(c)
	p.outFlag(c, &out)
	c.Flags().StringVar(&brings.Trust, "trust", "", text.CmdFlagTrust.In(p.lang))
	c.Flags().StringArrayVar(&brings.Decisions, "decisions", nil, text.CmdFlagDecisions.In(p.lang))
	c.Flags().StringVar(&of, "of", "", text.CmdFlagOf.In(p.lang))
	c.Flags().StringVar(&log, "log", "", text.CmdFlagLog.In(p.lang))
	p.openKeyFlag(c, &brings.Key)
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := needOut(c, out); err != nil {
			return err
		}
		if sealedFile(args[0]) {
			brings.Pack, brings.Trust, brings.Passphrase, brings.Now = s.pack, p.trustOr(brings.Trust), p.passphrase, p.now
			d, is, err := filing.VerifyDocument(c.Context(), args[0], filing.DocumentOptions{VerifyOptions: brings, Of: of, Log: log})
			switch {
			case err != nil:
				return err
			case is:
				return p.reportPaper(d, out)
			}
			return p.reportOf(c, args[0], brings, out)
		}
		return p.inSession(c.Context(), args[0], s, reading, func(session *entry.Session) error {
			if err := filing.Report(c.Context(), session, out, filing.ReportOptions{Lang: p.lang}); err != nil {
				return err
			}
			p.message(text.CmdWritten.With(out))
			return nil
		})
	}
	return c
}

// sealedFile reports whether a file is a submission, open or in an envelope, and no workspace.
func sealedFile(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 64)
	n, err := f.Read(head)
	return err == nil && (bytes.HasPrefix(head[:n], []byte("PK\x03\x04")) || seal.Enveloped(head[:n]))
}

// reportPaper prints a receipt. Of one that does not hold it says why.
func (p *program) reportPaper(d *submission.Document, out string) error {
	if d.Kind == submission.KindReceipt && !d.OK {
		p.exit = text.Findings
		return p.print(documentText(d, p.lang))
	}
	if err := filing.Paper(d, out, p.lang); err != nil {
		return err
	}
	p.message(text.CmdWritten.With(out))
	return nil
}

// reportOf prints what a submission holds, made anew from its data in memory once it verified. Of what does not, it says why.
func (p *program) reportOf(c *cobra.Command, path string, o filing.VerifyOptions, out string) error {
	v, err := filing.Verify(c.Context(), path, o)
	if err != nil {
		return err
	}
	defer v.Close()
	if !v.OK {
		p.exit = v.Class()
		return p.print(verificationText(v, p.lang))
	}
	if err := filing.ReportVerified(c.Context(), v, out, filing.ReportOptions{Lang: p.lang}); err != nil {
		return err
	}
	p.message(text.CmdWritten.With(out))
	return nil
}
