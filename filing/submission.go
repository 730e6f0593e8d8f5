package filing

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"sync"
	"time"

	"yice/filing/submission"
	"yice/filing/targets"
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

// brought is what a reader brings to a verification, read.
type brought struct {
	keys      *seal.Keyring
	pack      *submission.Measure
	decisions []*submission.Decisions
	earlier   []*submission.Earlier
	openKey   func() (*seal.Key, error)
	packs     submission.Packs
	now       func() time.Time
}

// prepare reads keys, pack, decisions and earlier submissions once, for the verification of many.
func (o VerifyOptions) prepare(ctx context.Context) (*brought, error) {
	if o.ready != nil {
		return o.ready, nil
	}
	b := &brought{now: o.Now}
	if b.now == nil {
		b.now = time.Now
	}
	var err error
	if o.Trust != "" {
		if b.keys, err = seal.OpenTrust(o.Trust); err != nil {
			return nil, err
		}
	}
	if o.Key != "" {
		b.openKey = sync.OnceValues(func() (*seal.Key, error) { return seal.ReadKey(o.Key, o.Passphrase) })
	}
	if o.Pack != "" {
		if b.pack, err = ReadMeasure(o.Pack); err != nil {
			return nil, err
		}
	}
	if o.Targets != "" {
		if err = b.readTargets(o.Targets); err != nil {
			return nil, err
		}
	}
	for _, path := range o.Decisions {
		content, err := readPlain(path, maxSigned+1<<20)
		if err != nil {
			return nil, err
		}
		d, err := submission.ReadDecisions(content, shownName(path))
		if err != nil {
			return nil, err
		}
		b.decisions = append(b.decisions, d)
	}
	return b, b.readEarlier(ctx, o.Earlier)
}

// readTargets reads what was settled for the enterprises, by which they are measured beside the pack.
func (b *brought) readTargets(path string) error {
	if b.pack == nil {
		return fault("filing.targets-pack", text.Usage, text.FilingTargetsPack)
	}
	read, err := targets.Read(path, b.pack.Pack, true)
	if err != nil {
		return err
	}
	b.pack.Targets, _ = read.ByEnterprise()
	return nil
}

// ReadMeasure reads the regulator's pack, and the signature beside it where there is one.
func ReadMeasure(path string) (*submission.Measure, error) {
	source, err := readPlain(path, maxPackFile)
	if err != nil {
		return nil, err
	}
	signature, err := readPlain(path+".sig", maxPackFile)
	if err != nil && !errors.Is(err, fs.ErrNotExist) && !isNoFile(err) {
		return nil, err
	}
	return submission.NewMeasure(source, signature)
}

// maxPackFile bounds a pack, and its signature, in bytes.
const maxPackFile = 256 << 10

func isNoFile(err error) bool {
	var f *text.Fault
	return errors.As(err, &f) && f.Code == "filing.no-file"
}

// readEarlier verifies the submissions of the year before. One that does not verify proves nothing.
func (b *brought) readEarlier(ctx context.Context, paths []string) error {
	for _, path := range paths {
		v, err := Verify(ctx, path, VerifyOptions{ready: &brought{keys: b.keys, openKey: b.openKey, now: b.now}})
		if err != nil {
			return err
		}
		e := v.Earlier()
		if err := v.Close(); err != nil {
			return err
		}
		if e == nil {
			return fault("filing.earlier-unverified", text.Findings, text.FilingEarlierUnverified.With(shownName(path), why(v)))
		}
		b.earlier = append(b.earlier, e)
	}
	return nil
}

// why is the first thing that keeps a submission from holding.
func why(v *Verification) text.Pair {
	switch {
	case len(v.Problems) > 0:
		return v.Problems[0].Say
	case len(v.Notes) > 0:
		return v.Notes[0].Say
	}
	return text.FilingReceiptUnverified
}

func (b *brought) options(path string) submission.Options { return b.optionsFor(shownName(path)) }

// optionsFor are those of a submission that is shown as a name.
func (b *brought) optionsFor(name string) submission.Options {
	return submission.Options{
		OpenOptions: submission.OpenOptions{Name: name, OpenKey: b.openKey, Packs: &b.packs},
		Keys:        b.keys, Pack: b.pack, Decisions: b.decisions, Earlier: b.earlier, Now: b.now(),
	}
}

// Verify answers for the submission in a file, as [submission.Verify] does. The file is opened once and read through that
// one handle; Close lets go of it.
func Verify(ctx context.Context, path string, o VerifyOptions) (*Verification, error) {
	b, err := o.prepare(ctx)
	if err != nil {
		return nil, err
	}
	f, size, err := openPlain(path)
	if err != nil {
		return nil, err
	}
	v, err := submission.Verify(ctx, io.NewSectionReader(f, 0, size), size, b.options(path))
	if err != nil {
		f.Close()
		return nil, err
	}
	return &Verification{v, f}, nil
}

// VerifiedSubmission opens a submission that must be whole: its bytes, signature, data, score and findings hold. Whose word
// it is is not asked. What could not be verified is not read either; the fault says why. Close lets go of it.
func VerifiedSubmission(ctx context.Context, path string, o VerifyOptions) (*Verification, error) {
	v, err := Verify(ctx, path, o)
	if err != nil {
		return nil, err
	}
	if v.OK {
		return v, nil
	}
	class := v.Class()
	v.Close()
	return nil, fault("filing.unverified", class, text.FilingUnverified.With(shownName(path), why(v)))
}
