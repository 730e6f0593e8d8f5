package filing

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"

	"yice/entry"
	"yice/filing/report"
	"yice/text"
)

// ReportOptions of a print.
type ReportOptions struct {
	Lang text.Lang
	// Rows, where set, hears how many lines of the ledger have been checked.
	Rows func(done int64)
}

// Report writes the year for print, by the ending of the path: .xlsx is the workbook in the layout of the returns, .html
// and .docx the self-assessment. The findings are those of the deep check. The file is written beside its place and takes it only
// when it is whole.
func Report(ctx context.Context, s *entry.Session, path string, o ReportOptions) error {
	draw, err := o.drawing(ctx, path)
	if err != nil {
		return err
	}
	if err := s.CheckDeepTelling(ctx, o.Rows); err != nil {
		return err
	}
	m, err := report.Gather(s)
	if err != nil {
		return err
	}
	return writeBeside(path, func(f *os.File) error { return draw(m, f) })
}

// ReportVerified writes the print of a submission, from its data in memory; its verdict stands on top. There is none of a
// submission that does not verify.
func ReportVerified(ctx context.Context, v *Verification, path string, o ReportOptions) error {
	draw, err := o.drawing(ctx, path)
	if err != nil {
		return err
	}
	if !v.OK {
		return fault("filing.unverified", v.Class(), text.FilingReportUnverified.With(why(v)))
	}
	m := report.Verified(v.Verdict)
	return writeBeside(path, func(f *os.File) error { return draw(m, f) })
}

// drawing says how the kind of print that a path ends in is made.
func (o ReportOptions) drawing(ctx context.Context, path string) (func(*report.Material, io.Writer) error, error) {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".xlsx":
		return func(m *report.Material, w io.Writer) error { return m.Workbook(ctx, w, o.Lang) }, nil
	case ".html", ".htm":
		return func(m *report.Material, w io.Writer) error { return m.HTML(w, o.Lang) }, nil
	case ".docx":
		return func(m *report.Material, w io.Writer) error { return m.Word(w, o.Lang) }, nil
	}
	return nil, fault("filing.report-kind", text.Usage, text.ReportKind.With(harmless(path)))
}

// WriteLeader writes the leader's page, as a file that is printed on one sheet of A4; beside its place, taking it when whole.
func WriteLeader(p *report.Leader, path string, l text.Lang) error {
	return writeBeside(path, func(f *os.File) error { return p.HTML(f, l) })
}
