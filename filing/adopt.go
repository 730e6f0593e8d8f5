package filing

import (
	"bytes"
	"context"
	"errors"
	"io"
	"time"

	"yice/entry"
	"yice/filing/intake"
	"yice/form"
	"yice/seal"
	"yice/store"
	"yice/text"
)

// AdoptOptions of starting a workspace from a submission.
type AdoptOptions struct {
	Session entry.Options
	Trust   string // folder of trusted keys; an issued pack comes along only where one of them signed it
}

// Adopt starts an enterprise's desk on another machine, or its next year, from a verified submission: its year with every
// row and the evidence that travelled along, the figures of the year before, and its policy pack. What every table brought
// is in the results; the written reasons and sign-offs stay behind, they were given elsewhere.
func Adopt(ctx context.Context, w *store.Workspace, v *Verification, o AdoptOptions) ([]Result, error) {
	sub := v.Submission
	if !v.OK || sub == nil {
		return nil, fault("filing.adopt-unverified", text.Findings, text.FilingAdoptUnverified)
	}
	now := time.Now()
	if o.Session.Now != nil {
		now = o.Session.Now()
	}
	if err := bringPack(w, sub, o.Trust, now); err != nil {
		return nil, err
	}
	if err := bringBefore(ctx, w, sub, o.Session); err != nil {
		return nil, err
	}
	open := o.Session
	open.Create = true
	s, err := entry.Open(w, sub.USCC, sub.Year, open)
	if err != nil {
		return nil, err
	}
	// The rows come whole, also where the pack that asked for them stays behind.
	if err := w.KeepForms(sub.Forms()); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	results, err := bringRows(ctx, sub, s, open.Who)
	return results, errors.Join(err, s.Close())
}

// bringRows imports every table as one step, then the evidence.
func bringRows(ctx context.Context, s *Submission, session *entry.Session, who string) ([]Result, error) {
	b := newBatch(session, ImportOptions{Who: who})
	for _, f := range inOrder(s.Forms()) {
		f = session.Forms().Of(f)
		src, err := source(s, f)
		if err != nil {
			return nil, err
		}
		if src == nil {
			continue
		}
		if err := b.add(f, src); err != nil {
			return nil, err
		}
	}
	results, err := b.run(ctx)
	if err != nil {
		return nil, err
	}
	return results, s.EachEvidence(func(digest string, content io.Reader) error {
		return session.Workspace().BringEvidence(digest, content)
	})
}

// source is a table of a submission as an import reads it; nil where there is none.
func source(s *Submission, f *form.Form) (*Source, error) {
	open, entry := s.Table(f)
	if open == nil {
		return nil, nil
	}
	return intake.ReadCanonical(s.File+"/"+entry, s.Serial, f, open)
}

// bringBefore enters the figures of the year before, where the submission has any.
func bringBefore(ctx context.Context, w *store.Workspace, s *Submission, o entry.Options) error {
	before, err := s.Prior(ctx)
	if err != nil || before == nil {
		return err
	}
	o.Create, o.Pack = true, nil
	session, err := entry.Open(w, s.USCC, s.Year-1, o)
	if err != nil {
		return err
	}
	before.ID = 0
	_, err = session.PutRecords(text.FilingAdoptLabel.With(s.File), form.ByID(summaryForm), []*form.Record{before})
	return errors.Join(err, session.Close())
}

// bringPack keeps the pack: a draft as it is, an issued one only with the signature of a 签发 key.
func bringPack(w *store.Workspace, s *Submission, trust string, now time.Time) error {
	p := store.PackFile{SHA256: s.Pack.SHA256, Year: s.Pack.Year, Status: s.Pack.Status, Source: bytes.Clone(s.Pack.Source)}
	if s.Pack.Issued() {
		signature, err := s.PackSignature()
		if err != nil || signature == nil || trust == "" {
			return err
		}
		keys, err := seal.OpenTrust(trust)
		if err != nil {
			return err
		}
		if _, ok, _ := PackSigner(keys, p.Source, signature, now); !ok {
			return nil
		}
		p.Signature = signature
	}
	return w.AddPack(p)
}
