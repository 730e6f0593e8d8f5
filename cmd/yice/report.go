package main

import (
	"bytes"
	"os"

	"github.com/spf13/cobra"

	"yice/entry"
	"yice/filing"
	"yice/seal"
	"yice/text"
)

func (p *program) reportCommand() *cobra.Command {
	var (
		out    string
		brings filing.VerifyOptions
	)
	c := &cobra.Command{
		Use:     "report W|SUBMISSION.zip -o FILE.xlsx|.html",
		Short:   text.CmdReportShort.In(p.lang),
		Long:    text.CmdReportLong.In(p.lang),
		Example: "  yice report desk.yice --year 2023 -o 2023.xlsx\n  yice report 2023.zip -o 2023.html --pack issued.toml",
		Args:    takes(1, 1),
	}
	s := p.scopeFlags(c)
	p.outFlag(c, &out)
	c.Flags().StringVar(&brings.Trust, "trust", "", text.CmdFlagTrust.In(p.lang))
	c.Flags().StringArrayVar(&brings.Decisions, "decisions", nil, text.CmdFlagDecisions.In(p.lang))
	p.openKeyFlag(c, &brings.Key)
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := needOut(c, out); err != nil {
			return err
		}
		if sealedFile(args[0]) {
			brings.Pack = s.pack
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

// reportOf prints what a submission holds, made anew from its data in memory once it verified. Of what does not, it says why.
func (p *program) reportOf(c *cobra.Command, path string, o filing.VerifyOptions, out string) error {
	o.Trust, o.Passphrase, o.Now = p.trustOr(o.Trust), p.passphrase, p.now
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
