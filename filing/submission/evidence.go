package submission

import (
	"io"
	"slices"

	"yice/form"
	"yice/text"
)

// Evidence that travels along is bounded, so that what was sealed can be read again within the limits of an archive.
const (
	MostEvidence  = 10_000  // files
	EvidenceBytes = 3 << 30 // of all of them
)

// evidenceSeen compares the evidence that rows name with what travels along.
type evidenceSeen struct {
	travels bool            // some evidence is in the file; then all of it has to be
	named   map[string]bool // digests that rows name and the file has
	missing []form.Attachment
}

func newEvidenceSeen(s *Submission) evidenceSeen {
	seen := evidenceSeen{named: make(map[string]bool)}
	for _, e := range s.zip.Entries {
		if _, ok := evidenceDigest(e.Name); ok {
			seen.travels = true
			break
		}
	}
	return seen
}

func (v *evidenceSeen) note(s *Submission, r *form.Record) {
	if !v.travels {
		return
	}
	at := r.Form.Index("evidence")
	if at < 0 || r.Values[at].Empty() {
		return
	}
	for _, a := range form.Attachments(r.Values[at]) {
		switch {
		case v.named[a.Digest]:
		case s.zip.Entry(evidenceFolder+a.Digest) != nil:
			v.named[a.Digest] = true
		case len(v.missing) < problemsListed && !slices.Contains(v.missing, a):
			v.missing = append(v.missing, a)
		}
	}
}

// evidence checks that evidence is what its name says, that rows name it, and that none of it was left out.
func (c *checking) evidence(judged bool) {
	if !judged {
		return // which rows name what is not known
	}
	for _, e := range c.s.zip.Entries {
		if digest, ok := evidenceDigest(e.Name); ok && !c.s.evidence.named[digest] {
			c.wrong("evidence.stray", e.Name, text.FilingVerifyEvidenceStray.With(e.Name))
		}
	}
	for _, a := range c.s.evidence.missing {
		c.wrong("evidence.gone", EvidenceEntry(a.Digest), text.FilingVerifyEvidenceGone.With(harmless(a.Name)))
	}
}

// EachEvidence visits the evidence that travelled along, in the order of the file, by its digest.
func (s *Submission) EachEvidence(visit func(digest string, content io.Reader) error) error {
	for _, e := range s.zip.Entries {
		digest, ok := evidenceDigest(e.Name)
		if !ok {
			continue
		}
		if err := visit(digest, e.Open()); err != nil {
			return err
		}
	}
	return nil
}
