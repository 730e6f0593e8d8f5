package filing

import (
	"bytes"
	"context"
	"io"

	"yice/filing/received"
	"yice/filing/submission"
	"yice/seal"
	"yice/text"
)

// What a consolidation is of: the files that are meant, and of a bundle that a group hands on each of those in it, which is judged as if it
// had come alone. Who handed on is said beside it and makes nothing good.

// mostSubmissions is how many submissions one consolidation is of.
const mostSubmissions = 20_000

// handedIn is a submission to be verified.
type handedIn struct {
	path    string
	within  string // which of a bundle; "": the file itself
	handed  *received.Bundle
	content *io.SectionReader // of a bundle's
	wrong   text.Pair         // with what is in the bundle under this name
}

// shown is how it is named to people.
func (s *handedIn) shown() string {
	if s.handed == nil {
		return shownName(s.path)
	}
	return s.handed.Of(s.within)
}

// sources are the submissions that are meant. Bundles stay open until they are let go of.
func (c *collecting) sources(paths []string) (all []handedIn, let func(), err error) {
	many := fault("filing.collect-many", text.Usage, text.FilingCollectMany.With(mostSubmissions))
	files, problems, err := received.Files(paths, received.Search{
		Most: mostSubmissions, Many: many,
		Absent: func(path string, err error) (text.Pair, error) { return sayOf(cannotOpen(harmless(path), err)), nil },
	})
	if err != nil {
		return nil, nil, err
	}
	c.problems = append(c.problems, problems...)
	var open []io.Closer
	let = func() {
		for _, f := range open {
			f.Close()
		}
	}
	for _, path := range files {
		f, b, err := c.bundle(path)
		switch {
		case err != nil:
			c.problems = append(c.problems, sayOf(err))
			continue
		case b == nil:
			all = append(all, handedIn{path: path})
			continue
		}
		open = append(open, f)
		if b.Unasked {
			c.notes = append(c.notes, text.FilingBundleUnasked.With(shownName(path), harmless(b.List.Name), b.List.USCC))
		}
		for _, p := range b.Pieces() {
			all = append(all, handedIn{path: path, within: p.Entry, handed: b, content: p.Content, wrong: p.Why})
		}
		if len(all) > mostSubmissions {
			let()
			return nil, nil, many
		}
	}
	return all, let, nil
}

// bundle opens a file where it is a bundle; nil, and nothing open, where it is none: whoever verifies it says what it is. Of what is
// encrypted that is known once it was opened, where there is a key.
func (c *collecting) bundle(path string) (io.Closer, *received.Bundle, error) {
	f, size, err := openPlain(path)
	if err != nil {
		return nil, nil, nil
	}
	at, size := c.verify.ready.plain(f, size)
	if !received.IsBundle(at) {
		f.Close()
		return nil, nil, nil
	}
	b, err := received.ReadBundle(at, size, shownName(path), c.verify.ready.keys)
	if err != nil {
		f.Close()
		return nil, nil, err
	}
	return f, b, nil
}

// plain gives what an envelope holds that may be a bundle, or the file itself.
func (b *brought) plain(f io.ReaderAt, size int64) (io.ReaderAt, int64) {
	head := make([]byte, 64)
	n, _ := f.ReadAt(head, 0)
	if b.openKey == nil || !seal.Enveloped(head[:n]) || size > seal.MaxEnvelope+4096 {
		return f, size
	}
	key, err := b.openKey()
	if err != nil {
		return f, size
	}
	envelope, err := io.ReadAll(io.NewSectionReader(f, 0, size))
	if err != nil {
		return f, size
	}
	content, err := seal.OpenEnvelope(envelope, key)
	if err != nil {
		return f, size
	}
	return bytes.NewReader(content), int64(len(content))
}

// verified verifies a submission, wherever it lies.
func (s *handedIn) verified(ctx context.Context, o VerifyOptions) (*Verification, error) {
	switch {
	case s.handed == nil:
		return Verify(ctx, s.path, o)
	case s.content == nil:
		return unread(s.wrong), nil
	}
	return verifyAt(ctx, s.content, s.shown(), o)
}

// verifyAt is Verify of bytes that lie within something that somebody else keeps open.
func verifyAt(ctx context.Context, at *io.SectionReader, shown string, o VerifyOptions) (*Verification, error) {
	b, err := o.prepare(ctx)
	if err != nil {
		return nil, err
	}
	v, err := submission.Verify(ctx, at, at.Size(), b.optionsFor(shown))
	if err != nil {
		return nil, err
	}
	return &Verification{Verdict: v}, nil
}

// VerifyCollected answers again for a submission of a consolidation, whether it came alone or within a bundle.
func VerifyCollected(ctx context.Context, e *CollectedEnterprise, o VerifyOptions) (*Verification, error) {
	if e.Within == "" {
		return Verify(ctx, e.Path, o)
	}
	b, err := o.prepare(ctx)
	if err != nil {
		return nil, err
	}
	f, size, err := openPlain(e.Path)
	if err != nil {
		return nil, err
	}
	at, size := b.plain(f, size)
	content := received.Whole(at, size, e.Within)
	if content == nil {
		f.Close()
		return nil, fault("filing.not-a-submission", text.Cannot, text.FilingArchiveNotOne)
	}
	v, err := verifyAt(ctx, content, e.File, o)
	if err != nil {
		f.Close()
		return nil, err
	}
	v.file = f
	return v, nil
}
