package filing

import (
	"context"
	"os"

	"yice/filing/submission"
	"yice/seal"
	"yice/text"
)

// Submission is the content of a submission file.
type Submission = submission.Submission

// CellChange is one difference between two submissions, or what an import does to a cell.
type CellChange = submission.CellChange

// Verification is a verdict on the submission of a file, which it keeps open.
type Verification struct {
	*submission.Verdict
	file *os.File
}

// Close lets go of the file.
func (v *Verification) Close() error {
	if v.file == nil {
		return nil
	}
	return v.file.Close()
}

// OpenedSubmission is a submission with the file it is read from.
type OpenedSubmission struct {
	*Submission
	file *os.File
}

// Close lets go of the file.
func (s *OpenedSubmission) Close() error { return s.file.Close() }

// openPlain opens a file that must be a plain one: what is none (a pipe, a device) could keep a reader waiting for ever.
func openPlain(path string) (*os.File, int64, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, 0, cannotOpen(path, err)
	}
	if !info.Mode().IsRegular() {
		return nil, 0, fault("filing.not-a-submission", text.Cannot, text.FilingArchiveNotOne)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, cannotOpen(path, err)
	}
	if info, err = f.Stat(); err != nil {
		f.Close()
		return nil, 0, cannotOpen(path, err)
	}
	return f, info.Size(), nil
}

func (o VerifyOptions) opening(path string) submission.OpenOptions {
	open := submission.OpenOptions{Name: shownName(path), Packs: o.packs}
	switch {
	case o.key != nil:
		open.OpenKey = func() (*seal.Key, error) { return o.key, nil }
	case o.Key != "":
		open.OpenKey = func() (*seal.Key, error) { return seal.ReadKey(o.Key, o.Passphrase) }
	}
	return open
}

// trusted gives the keys of the trust folder; nil where none is asked.
func (o VerifyOptions) trusted() *submission.Trust {
	switch {
	case o.known != nil:
		return o.known
	case o.Trust != "":
		return submission.NewTrust(seal.Trust{Dir: o.Trust}.List)
	}
	return nil
}

// Verify checks the submission in a file, as [submission.Verify] does. The file is opened once and read through that one
// handle; Close lets go of it.
func Verify(ctx context.Context, path string, o VerifyOptions) (*Verification, error) {
	f, size, err := openPlain(path)
	if err != nil {
		return nil, err
	}
	v, err := submission.Verify(ctx, f, size, submission.Options{OpenOptions: o.opening(path), Trust: o.trusted()})
	if err != nil {
		f.Close()
		return nil, err
	}
	return &Verification{v, f}, nil
}

// ReadSubmission opens one without judging it, within the same limits: what it says of itself, its pack and its findings.
// The sheet is only known after Verify. Close lets go of it.
func ReadSubmission(path string, o VerifyOptions) (*OpenedSubmission, error) {
	f, size, err := openPlain(path)
	if err != nil {
		return nil, err
	}
	s, err := submission.Open(f, size, o.opening(path))
	if err != nil {
		f.Close()
		return nil, err
	}
	return &OpenedSubmission{s, f}, nil
}
