package main

import (
	"bytes"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"yice/entry"
	"yice/filing"
	"yice/seal"
	"yice/store"
	"yice/text"
)

func (p *program) reportCommand() *cobra.Command {
	var out, trust, openKey string
	c := &cobra.Command{
		Use:     "report W|SUBMISSION.zip -o FILE.xlsx|.html",
		Short:   text.CmdReportShort.In(p.lang),
		Long:    text.CmdReportLong.In(p.lang),
		Example: "  yice report desk.yice --year 2023 -o 2023.xlsx\n  yice report 2023.zip -o 2023.html",
		Args:    takes(1, 1),
	}
	s := p.scopeFlags(c)
	p.outFlag(c, &out)
	c.Flags().StringVar(&trust, "trust", "", text.CmdFlagTrust.In(p.lang))
	c.Flags().StringVar(&openKey, "open-key", "", text.CmdFlagOpenKey.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := needOut(c, out); err != nil {
			return err
		}
		draw := func(session *entry.Session) error {
			if err := filing.Report(c.Context(), session, out, filing.ReportOptions{Lang: p.lang}); err != nil {
				return err
			}
			p.message(text.CmdWritten.With(out))
			return nil
		}
		if sealedFile(args[0]) {
			return p.reportOf(c, args[0], filing.VerifyOptions{Trust: p.trustOr(trust), Key: openKey, Passphrase: p.passphrase}, draw)
		}
		return p.inSession(c.Context(), args[0], s, reading, draw)
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

// reportOf prints what a submission holds, made anew from its data once it verified. It passes through a workspace that is
// gone afterwards.
func (p *program) reportOf(c *cobra.Command, path string, o filing.VerifyOptions, draw func(*entry.Session) error) error {
	dir, err := os.MkdirTemp("", "yice-report-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	v, err := filing.Verify(c.Context(), path, o)
	if err != nil {
		return err
	}
	defer v.Close()
	if !v.OK {
		p.exit = text.Findings
		return p.print(verificationText(v, p.lang))
	}
	w, err := store.Create(filepath.Join(dir, "report.yice"), store.Options{Now: p.now})
	if err != nil {
		return err
	}
	of := entry.Options{Who: p.who(w), Template: template, Now: p.now}
	if _, err := filing.Adopt(c.Context(), w, v, filing.AdoptOptions{Session: of, Trust: o.Trust}); err != nil {
		return closed(err, w)
	}
	session, err := entry.Open(w, v.Enterprise, v.Year, of)
	if err != nil {
		return closed(err, w)
	}
	return closed(closed(draw(session), session), w)
}
