package filing

import (
	"context"

	"yice/entry"
	"yice/filing/submission"
	"yice/form"
	"yice/seal"
	"yice/text"
)

// Prove makes a sign-off a 签字: the person's own key signs the year's data as it stands in the session, which is best a
// frozen one. What it gives is for GiveSignOff, which refuses where the data was changed since. rows, where set, hears how
// many lines of the ledger have been read of how many. The faults are those of entry.FitSignOff and of reading the rows.
func Prove(ctx context.Context, s *entry.Session, g entry.Signing, key *seal.Key, rows func(done, of int64)) (entry.Signing, error) {
	g, err := s.FitSignOff(g)
	if err != nil {
		return g, err
	}
	if g.Change, err = s.Changed(); err != nil {
		return g, err
	}
	told, err := (SubmitOptions{Rows: rows}).counted(s)
	if err != nil {
		return g, err
	}
	data, err := submission.DigestData(ctx, s.Forms(), told, priorRecord(s.Facts()))
	if err != nil {
		return g, err
	}
	uscc, _, _ := s.Enterprise()
	signature, err := key.SignStatement(seal.SignOffStatement, submission.SignOffBody(uscc, s.Year(), string(g.Role), g.Name, g.Date, data))
	if err != nil {
		return g, err
	}
	g.Proof = &entry.Proof{Data: data, Signature: signature, Key: string(key.Public().PEM())}
	return g, nil
}

// counted are the rows of a session, told as they are read.
func (o SubmitOptions) counted(s *entry.Session) (submission.RowsOf, error) {
	rows := sessionRows(s)
	lines, err := s.Workspace().Count(s.Book(), form.ByID(ledgerForm))
	return func(ctx context.Context, f *form.Form, visit func(*form.Record) error) error {
		if f.Scope != form.Ledger {
			return rows(ctx, f, visit)
		}
		n := int64(0)
		return rows(ctx, f, func(r *form.Record) error {
			if n++; n%progressEvery == 0 || n == lines {
				o.read(n, lines)
			}
			return visit(r)
		})
	}, err
}

// ofThisData holds what a submission says of its sign-offs against its data: a 签字 over other data is void, whatever the
// desk thought of it, and nothing is sealed with it unless a reason was given.
func ofThisData(all []submission.SignOff, data, reason string) ([]submission.SignOff, error) {
	for i := range all {
		o := &all[i]
		if !o.Standing || o.Digest == data {
			continue
		}
		if o.Standing = false; reason == "" {
			say := text.FilingNeedSignAgain.With(entry.Role(o.Role).Title())
			return nil, fault("filing.not-signed", text.Findings, text.FilingNotSigned.With(say))
		}
	}
	return all, nil
}
