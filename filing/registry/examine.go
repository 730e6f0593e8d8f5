package registry

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"time"

	"yice/filing/submission"
	"yice/form"
	"yice/scoring"
	"yice/seal"
	"yice/text"
)

// Examining a file is all that can be done beside others: it reads nothing of the registry but what was read for all of them
// before, and writes nothing.

// longestExamined is how long one file may take: far above a million lines, and what keeps one hostile file from holding up
// all the others.
const longestExamined = 5 * time.Minute

// asked is what every file is held against.
type asked struct {
	years     map[int]*submission.Measure
	keys      *seal.Keyring
	decisions []*submission.Decisions
	members   map[string]Member
	// earlier is what was handed in for the year before, by enterprise and year.
	earlier map[string]map[int]*submission.Earlier
	awarded map[string]bool // rows that were awarded to somebody else, by [lostRow]
	openKey func() (*seal.Key, error)
	packs   submission.Packs
	now     func() time.Time
}

// examined is what was found out about a file.
type examined struct {
	file     string // as it is shown
	digest   string // of what is stored
	envelope string // of the file as it came, where it was encrypted
	refused  *Refused
	verdict  *submission.Verdict
	content  io.ReadSeeker // what goes into the archive
	measure  *scoring.Pack
	// decisions names those by which it was measured.
	decisions string
	again     bool // it was taken before, and is only loaded anew
	done      func()
}

// Refused is a file that was not taken.
type Refused struct {
	File, Code string
	Say        text.Pair
	// What it says of itself, "" and 0 where it says nothing.
	USCC, Period, Serial string
	Year                 int
}

func (x *examined) close() {
	if x.done != nil {
		x.done()
	}
}

func (x *examined) refuse(code string, say text.Pair) *examined {
	r := &Refused{File: x.file, Code: code, Say: say}
	if v := x.verdict; v != nil {
		r.USCC, r.Year, r.Period, r.Serial = text.Harmless(v.Enterprise), v.Year, text.Harmless(v.Period), text.Harmless(v.Serial)
	}
	x.refused = r
	return x
}

// examineFile opens a file and examines what it holds.
func (a *asked) examineFile(ctx context.Context, path string) *examined {
	x := &examined{file: shown(path)}
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return x.refuse("file.unread", text.RegistryNoFile.With(x.file))
	}
	f, err := os.Open(path)
	if err != nil {
		return x.refuse("file.unread", sayOf(cannotOpen(path, err)))
	}
	x.done = func() { f.Close() }
	return a.examine(ctx, x, f, info.Size())
}

// examine verifies a submission, measures it under the registry's pack, and asks whether it is one of this registry's.
func (a *asked) examine(ctx context.Context, x *examined, f io.ReaderAt, size int64) *examined {
	limited, cancel := context.WithTimeout(ctx, longestExamined)
	defer cancel()
	at := f
	x.content = io.NewSectionReader(f, 0, size)
	if content, err := a.opened(x, f, size); err != nil {
		return x.refuse(codeOf(err, "envelope.closed"), sayOf(err))
	} else if content != nil {
		r := bytes.NewReader(content)
		at, size, x.content = r, r.Size(), r
	}
	open := submission.OpenOptions{Name: x.file, Packs: &a.packs}
	measure, earlier := a.measureFor(at, size, open)
	v, err := submission.Verify(limited, at, size, submission.Options{
		OpenOptions: open, Keys: a.keys, Pack: measure, Decisions: a.decisions, Earlier: earlier, Now: a.now(),
	})
	switch {
	case err == nil:
	case errors.Is(err, context.DeadlineExceeded):
		return x.refuse("file.slow", text.FilingCollectSlow.With(longestExamined/time.Minute))
	default:
		return x.refuse(codeOf(err, "file.unread"), sayOf(err))
	}
	x.verdict, x.digest = v, v.SHA256
	if code, why := a.unfit(v); code != "" {
		return x.refuse(code, why)
	}
	x.measure, x.decisions = measure.Pack, decisionNames(a.decisions, v.Enterprise)
	if len(a.awarded) > 0 {
		v.MeasureWithout(func(r *form.Record) bool { return a.awarded[lostRow(v.Year, v.Enterprise, r.Form.ID, r.Key())] })
	}
	return x
}

// measureFor gives the pack of the year that a submission says it is of, and what was handed in for the year before.
func (a *asked) measureFor(at io.ReaderAt, size int64, o submission.OpenOptions) (*submission.Measure, []*submission.Earlier) {
	var newest *submission.Measure
	for _, m := range a.years {
		if newest == nil || m.Pack.Year > newest.Pack.Year {
			newest = m
		}
	}
	if len(a.years) == 1 {
		return newest, nil
	}
	uscc, year, ok := submission.Peek(at, size, o)
	if m := a.years[year]; ok && m != nil {
		newest = m
	}
	if e := a.earlier[uscc][year-1]; ok && e != nil {
		return newest, []*submission.Earlier{e}
	}
	return newest, nil
}

// unfit says why a file is not taken: the code is stable, "" where it is.
func (a *asked) unfit(v *submission.Verdict) (code string, why text.Pair) {
	bad := v.Submission == nil || v.Integrity != "ok" || v.Signature == "bad"
	member, known := a.members[v.Enterprise]
	switch {
	case bad && len(v.Problems) > 0:
		return v.Problems[0].Code, v.Problems[0].Say
	case bad:
		return "file.unread", text.FilingReceiptUnverified
	case len(a.members) > 0 && !known:
		return "registry.stranger", text.RegistryStranger.With(text.Harmless(v.Enterprise))
	case a.years[v.Year] == nil:
		return "registry.other-year", text.RegistryOtherYear.With(v.Year)
	case !v.OK && len(v.Problems) > 0:
		return v.Problems[0].Code, v.Problems[0].Say
	case !v.OK || v.Measured == nil || v.Confirmed == nil || v.Self == nil:
		return "score.unknown", text.FilingReceiptUnverified
	case known && !member.of(v.Year):
		return "registry.not-member", text.RegistryNotMember.With(member.USCC, v.Year)
	case known && member.Type != "" && member.Type != v.Submission.Type:
		return "registry.type", text.RegistryTypeDiffers.With(v.Submission.Type, member.Type)
	}
	return "", text.Pair{}
}

// opened decrypts an envelope; nil for what is none.
func (a *asked) opened(x *examined, f io.ReaderAt, size int64) ([]byte, error) {
	head := make([]byte, 64)
	n, err := f.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) || !seal.Enveloped(head[:n]) {
		return nil, nil // what cannot be read is said by the verification
	}
	if a.openKey == nil {
		return nil, fault("envelope.closed", text.Findings, text.RegistryLocked.With(x.file))
	}
	if size > seal.MaxEnvelope+4096 {
		return nil, fault("envelope.large", text.Findings, text.SealTooLarge.With(int64(seal.MaxEnvelope>>20)))
	}
	key, err := a.openKey()
	if err != nil {
		return nil, err
	}
	envelope, err := io.ReadAll(io.NewSectionReader(f, 0, size))
	if err != nil {
		return nil, err
	}
	x.envelope = digestOf(envelope)
	return seal.OpenEnvelope(envelope, key)
}
