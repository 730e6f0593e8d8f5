package document

import (
	"context"
	"errors"
	"io"
	"strings"
	"time"

	"yice/filing/submission"
	"yice/form"
	"yice/text"
)

// Opened is a submission that was verified, and its document.
type Opened struct {
	Document   *Document
	submission *submission.Submission
}

// Of verifies a submission by what a reader goes by and tells what came out. The error is for what could not be read at all;
// everything wrong inside is a problem of the document.
func Of(ctx context.Context, content io.ReaderAt, size int64, name string, basis Basis, now time.Time) (*Opened, error) {
	asked, err := options(name, basis, now)
	if err != nil {
		return nil, err
	}
	v, err := submission.Verify(ctx, content, size, asked)
	if err != nil {
		return nil, err
	}
	a := answersOf(v)
	a.pin(basis.Fingerprints)
	d := &Document{
		Verdict: a.verdict(), Findings: []Finding{}, SignOffs: []SignOff{}, Recognitions: []Recognition{}, Assumed: []Assumed{}, Tables: []Table{},
	}
	o := &Opened{Document: d, submission: v.Submission}
	if v.Submission == nil {
		return o, nil
	}
	d.Paper = paper(v, &a)
	d.Score = scored(v.Submission.Sheet, v.Measured)
	d.Assumed, d.Settled = assumptions(v.Submission.Sheet), settled(v.Submission.Sheet)
	for i := range v.Submission.Findings {
		d.Findings = append(d.Findings, finding(v.Submission.Forms(), &v.Submission.Findings[i]))
	}
	d.SignOffs, d.Unsigned = signOffs(v)
	d.Recognitions = recognitions(v)
	return o, o.tables(ctx)
}

func finding(d *form.Dictionary, f *form.Finding) Finding {
	where := text.Same(f.Form)
	if in := d.ByID(f.Form); in != nil {
		where = in.Title
		if f.Key != "" {
			where = text.ReportPlace.With(where, form.KeyTitle(f.Form, form.Printable(f.Key, 60)))
		}
		if field := in.Field(f.Field); field != nil {
			where = text.ReportPlace.With(where, field.Title)
		}
	}
	return Finding{
		Kind: Say(f.Severity.Title()), Must: f.Severity == form.Must, Where: plainPair(where), Message: plainPair(f.Message), Reason: plain(f.Reason),
		Form: f.Form, Row: f.Row,
	}
}

// tables shows every form that has rows.
func (o *Opened) tables(ctx context.Context) error {
	for _, f := range o.submission.Forms().All() {
		known := int64(-1)
		if facts := o.submission.Facts(); facts != nil && f.Scope == form.Ledger {
			known = facts.Ledger.Lines
		}
		t, err := table(ctx, f, o.submission.Scan, known)
		var unreadable *text.Fault
		switch {
		case errors.As(err, &unreadable):
			continue // a problem of the verdict already; there is nothing of it to show
		case err != nil:
			return err
		case t.Count > 0:
			o.Document.Tables = append(o.Document.Tables, t)
		}
	}
	return nil
}

// Rows gives a hundred rows of a form from a place on, or the first that hold some words. Only of what verified: what the
// rest of the page says of an unverified file was read with its verdict.
func (o *Opened) Rows(ctx context.Context, id string, from int64, words string) (Found, error) {
	if o.submission == nil {
		return Found{Rows: []Row{}}, nil
	}
	f := o.submission.Forms().ByID(id)
	if f == nil {
		return Found{Rows: []Row{}}, nil
	}
	return find(ctx, f, o.submission.Scan, from, words)
}

// madeUp reports whether an enterprise says of itself that it is an example.
func madeUp(name string) bool { return strings.Contains(name, "虚构") }
