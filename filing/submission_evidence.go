package filing

import (
	"encoding/hex"
	"fmt"
	"io"
	"slices"

	"yice/filing/archive"
	"yice/form"
	"yice/store"
	"yice/text"
)

// Evidence that travels along is bounded, so that what was sealed can be read again within the limits of an archive.
const (
	mostEvidence  = 10_000
	evidenceBytes = 3 << 30
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
			c.wrong(text.FilingVerifyEvidenceStray.With(e.Name))
		}
	}
	for _, a := range c.s.evidence.missing {
		c.wrong(text.FilingVerifyEvidenceGone.With(harmless(a.Name)))
	}
}

// addEvidence writes one piece of evidence; what is stored must still be what was attached.
func (w *sealing) addEvidence(name string, write func(io.Writer) error) error {
	sum, err := w.add(name, write)
	if err != nil {
		return err
	}
	digest, _ := evidenceDigest(name)
	shown := name
	if a := form.Attachments(form.S(w.evidence[digest])); len(a) > 0 {
		shown = a[0].Name
	}
	switch {
	case hex.EncodeToString(sum.SHA256[:]) != digest:
		return fault("filing.evidence-damaged", text.Cannot, text.StoreEvidenceDamaged.With(shown))
	case sum.TooDense():
		return fault("filing.evidence-dense", text.Cannot, text.FilingEvidenceDense.With(shown, archive.MaxRatio))
	}
	return nil
}

// evidenceFits refuses more evidence than a submission can hold, before anything is written.
func (w *sealing) evidenceFits() error {
	total := int64(0)
	for _, entry := range w.evidence {
		for _, a := range form.Attachments(form.S(entry)) {
			size, there := w.s.Workspace().EvidenceSize(a)
			if !there {
				return fault("filing.evidence-missing", text.Cannot, text.StoreNoEvidence.With(harmless(a.Name)))
			}
			total += size
		}
	}
	if n := len(w.evidence); n > mostEvidence || total > evidenceBytes {
		return fault("filing.evidence-much", text.Cannot, text.FilingEvidenceMuch.With(n, fmt.Sprintf("%d.%d", total>>30, total%(1<<30)*10>>30), mostEvidence, evidenceBytes>>30))
	}
	return nil
}

// bringEvidence keeps the evidence that travelled along.
func (s *Submission) bringEvidence(w *store.Workspace) error {
	for _, e := range s.zip.Entries {
		digest, ok := evidenceDigest(e.Name)
		if !ok {
			continue
		}
		if err := w.BringEvidence(digest, e.Open()); err != nil {
			return err
		}
	}
	return nil
}
