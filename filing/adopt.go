package filing

import (
	"bytes"
	"context"
	"errors"
	"io"

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
	if err := sub.bringPack(w, o.Trust); err != nil {
		return nil, err
	}
	if err := sub.bringBefore(ctx, w, o.Session); err != nil {
		return nil, err
	}
	open := o.Session
	open.Create = true
	s, err := entry.Open(w, sub.USCC, sub.Year, open)
	if err != nil {
		return nil, err
	}
	results, err := sub.bringRows(ctx, s, open.Who)
	return results, errors.Join(err, s.Close())
}

// bringRows imports every table as one step, then the evidence.
func (s *Submission) bringRows(ctx context.Context, session *entry.Session, who string) ([]Result, error) {
	b := newBatch(session, ImportOptions{Who: who})
	for _, f := range inOrder(form.All()) {
		src, err := s.source(f)
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
	return results, s.bringEvidence(session.Workspace())
}

// source is a table of a submission as an import reads it; nil where there is none.
func (s *Submission) source(f *form.Form) (*Source, error) {
	e := s.zip.Entry(dataEntry(f))
	if e == nil {
		return nil, nil
	}
	return intake.ReadCanonical(s.File+"/"+e.Name, s.Serial, f, func() io.Reader { return e.Open() })
}

// bringBefore enters the figures of the year before, where the submission has any.
func (s *Submission) bringBefore(ctx context.Context, w *store.Workspace, o entry.Options) error {
	f := form.ByID(summaryForm)
	var before *form.Record
	err := s.scan(ctx, priorEntry, f, func(r *form.Record) error {
		before = r
		return nil
	})
	if err != nil || before == nil {
		return err
	}
	o.Create, o.Pack = true, nil
	session, err := entry.Open(w, s.USCC, s.Year-1, o)
	if err != nil {
		return err
	}
	before.ID = 0
	_, err = session.PutRecords(text.FilingAdoptLabel.With(s.File), f, []*form.Record{before})
	return errors.Join(err, session.Close())
}

// bringPack keeps the pack: a draft as it is, an issued one only with the signature of a trusted key.
func (s *Submission) bringPack(w *store.Workspace, trust string) error {
	p := store.PackFile{SHA256: s.Pack.SHA256, Year: s.Pack.Year, Status: s.Pack.Status, Source: bytes.Clone(s.Pack.Source)}
	if s.Pack.Issued() {
		signature, there, err := s.bytes(packSigEntry, maxSmall)
		if err != nil || !there || trust == "" {
			return err
		}
		if _, ok := PackSigner(seal.Trust{Dir: trust}, p.Source, signature); !ok {
			return nil
		}
		p.Signature = signature
	}
	return w.AddPack(p)
}
