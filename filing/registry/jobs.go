package registry

import (
	"bytes"
	"context"
	"io"
	"os"

	"yice/filing/received"
	"yice/seal"
	"yice/text"
)

// What is to be looked at: the files that are meant, and of a bundle each of those in it.

// mostFiles is how many one run looks at.
const mostFiles = 200_000

// looked is what a worker found out about a submission.
type looked struct {
	at   spot
	x    *examined
	was  *knownOne // it is there already
	from *handing  // nil: it came alone
}

// spot is where a submission came from: of which file, and where in it.
type spot struct{ file, entry int }

// job is one to be looked at: a file, or what a bundle holds.
type job struct {
	at   spot
	path string
	from *handing
	// content is what lies in a bundle; refused is what is wrong with it already.
	content *io.SectionReader
	refused *Refused
}

// jobs are the files that are meant, a bundle as what it holds. Bundles stay open until they are let go of.
func (t *taking) jobs(files []string) (all []job, let func(), err error) {
	var open []io.Closer
	let = func() {
		for _, f := range open {
			f.Close()
		}
	}
	for i, path := range files {
		f, held, err := t.opened(path)
		switch {
		case err != nil:
			all = append(all, job{at: spot{file: i}, refused: &Refused{File: shown(path), Code: codeOf(err, "bundle.broken"), Say: sayOf(err)}})
			continue
		case held == nil:
			all = append(all, job{at: spot{file: i}, path: path})
			continue
		}
		open = append(open, f)
		if all = append(all, jobsOf(held, i)...); len(all) > mostFiles {
			let()
			return nil, nil, fault("registry.many", text.Usage, text.FilingCollectMany.With(mostFiles))
		}
		if err := t.r.archive.keep(bundleRoom, held.Digest, ".zip", held.Signed); err != nil {
			let()
			return nil, nil, err
		}
	}
	return all, let, nil
}

// opened opens a file where it is a bundle, and reads its list; nil, and nothing open, where it is none. Of what is encrypted that is known once
// it was opened, where there is a key.
func (t *taking) opened(path string) (io.Closer, *received.Bundle, error) {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return nil, nil, nil // whoever examines it says so
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, nil
	}
	var at io.ReaderAt = f
	size := info.Size()
	if content := t.decrypted(path, f, size); content != nil {
		at, size = bytes.NewReader(content), int64(len(content))
	}
	if !received.IsBundle(at) {
		f.Close()
		return nil, nil, nil
	}
	b, err := received.ReadBundle(at, size, shown(path), t.a.keys)
	if err != nil {
		f.Close()
		return nil, nil, err
	}
	return f, b, nil
}

// decrypted is what an envelope holds that is not known yet; nil for what is none, or cannot be opened: whoever examines it says why.
func (t *taking) decrypted(path string, f *os.File, size int64) []byte {
	head := make([]byte, 64)
	n, _ := f.ReadAt(head, 0)
	if t.a.openKey == nil || !seal.Enveloped(head[:n]) {
		return nil
	}
	if digest, err := sumOf(path); err != nil || t.known[digest] != nil {
		return nil
	}
	content, _ := t.a.opened(&examined{file: shown(path)}, f, size)
	return content
}

// jobsOf are the submissions of a bundle, and what it lacks.
func jobsOf(b *received.Bundle, file int) (all []job) {
	for i, p := range b.Pieces() {
		j := job{at: spot{file, i}, content: p.Content, from: &handing{b, p.Entry, p.SHA256}}
		if p.Code != "" {
			j = job{at: j.at, refused: &Refused{File: b.Of(p.Entry), Code: p.Code, Say: p.Why}}
		}
		all = append(all, j)
	}
	return all
}

func (t *taking) look(ctx context.Context, j *job) looked {
	l := looked{at: j.at, from: j.from}
	switch {
	case j.refused != nil:
		l.x = &examined{file: j.refused.File, refused: j.refused}
		return l
	case j.from != nil:
		if l.was = t.known[j.from.sum]; l.was == nil {
			l.x = t.a.examine(ctx, &examined{file: j.from.Of(j.from.entry)}, j.content, j.content.Size())
		}
	default:
		if info, err := os.Stat(j.path); err == nil && info.Mode().IsRegular() && len(t.known) > 0 {
			if digest, err := sumOf(j.path); err == nil {
				l.was = t.known[digest]
			}
		}
		if l.was == nil {
			l.x = t.a.examineFile(ctx, j.path)
		}
	}
	if l.was == nil && l.x.refused == nil && t.known[l.x.digest] != nil {
		l.was = t.known[l.x.digest]
		l.x.close()
		l.x = nil
	}
	// What is not of the group that hands it on is returned, whether it came by another way before or not.
	switch {
	case l.was != nil:
		if code, why := j.from.foreign(t.a, l.was.uscc); code != "" {
			file := j.from.Of(j.from.entry)
			l.was, l.x = nil, &examined{file: file, refused: &Refused{File: file, Code: code, Say: why}}
		}
	case l.x.refused == nil:
		if code, why := j.from.foreign(t.a, l.x.verdict.Enterprise); code != "" {
			l.x.refuse(code, why)
		}
	}
	return l
}

// meant lists the files that are meant. A name that says nothing is more likely a slip than a file that lacks: nothing is done then.
func meant(paths []string) (files []string, problems []text.Pair, err error) {
	return received.Files(paths, received.Search{
		Most: mostFiles, Many: fault("registry.many", text.Usage, text.FilingCollectMany.With(mostFiles)),
		Absent: func(path string, err error) (text.Pair, error) {
			wrong := cannotOpen(path, err)
			return sayOf(wrong), wrong
		},
	})
}
