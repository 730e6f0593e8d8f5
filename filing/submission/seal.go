package submission

import (
	"bytes"
	"encoding/json"
	"time"

	"yice/seal"
)

// Sealed is seal.json: all that differs between two sealings of the same data.
type Sealed struct {
	Format   string `json:"format"`
	Serial   string `json:"serial"`
	SealedAt string `json:"sealed_at"`
	SealedBy string `json:"sealed_by"`
	USCC     string `json:"uscc"`
	Year     int    `json:"year"`
	Period   string `json:"period"` // what the data is of: "2023", or "2023Q2"; see [Period]
	// Dictionary names the forms and fields it was written by: see [Dictionary].
	Dictionary string `json:"dictionary"`
	// Audience is the fingerprint of the regulator's root that it was sealed for, null where none is known.
	Audience *string `json:"audience"`
	// Unsigned is the reason why it was sealed without standing sign-offs, null where all stand.
	Unsigned *string `json:"unsigned"`
	// Replaces is the sealing before this one, whose manifest had the SM3 given.
	Replaces *Replaced `json:"replaces"`
	// Head is the newest hash of the workspace's history.
	Head string `json:"history_head"`
	// Signer is the fingerprint of the key that signed, null without a signature: so that a signature cannot be left out.
	Signer *string `json:"signer"`
	// Packed holds the SHA-256 of every entry's deflated bytes: what the manifest cannot see.
	Packed map[string]string `json:"packed"`
}

// Replaced names the sealing before.
type Replaced struct {
	Serial   string `json:"serial"`
	Manifest string `json:"manifest_sm3"`
}

// sealedOne is seal.json of format 1.
type sealedOne struct {
	Format   string            `json:"format"`
	Serial   string            `json:"serial"`
	SealedAt string            `json:"sealed_at"`
	SealedBy string            `json:"sealed_by"`
	USCC     string            `json:"uscc"`
	Year     int               `json:"year"`
	Replaces *Replaced         `json:"replaces"`
	Head     string            `json:"history_head"`
	Signer   *string           `json:"signer"`
	Packed   map[string]string `json:"packed"`
}

// Formats of a submission. A later one gets another number and is read beside them.
const (
	formatOne = "yice-submission/1"
	formatTwo = "yice-submission/2"
)

// One reports a submission of the first edition.
func (s Sealed) One() bool { return s.Format == formatOne }

// spelling is how its tables are written.
func (s *Submission) spelling() spelling {
	switch {
	case s.seal.One():
		return anySpelling
	case s.seal.Dictionary == s.dictionary():
		return ownSpelling
	}
	return otherSpelling
}

// dictionary names the dictionary by which the submission is read.
func (s *Submission) dictionary() string {
	if s.named == "" {
		s.named = s.packs.dictionary(s.Forms())
	}
	return s.named
}

// Spelled is seal.json as it is written in the file's format.
func (s Sealed) Spelled() []byte {
	if !s.One() {
		return PrintJSON(s)
	}
	return PrintJSON(sealedOne{s.Format, s.Serial, s.SealedAt, s.SealedBy, s.USCC, s.Year, s.Replaces, s.Head, s.Signer, s.Packed})
}

// At is when it was sealed, by its own word.
func (s Sealed) At() (time.Time, bool) {
	at, err := time.Parse(time.RFC3339, s.SealedAt)
	return at, err == nil
}

// ParseSealed reads seal.json strictly: it must be spelled as we spell it.
func ParseSealed(content []byte) (s Sealed, ok bool) {
	var named struct {
		Format string `json:"format"`
	}
	if json.Unmarshal(content, &named) != nil || named.Format != formatOne && named.Format != formatTwo {
		return s, false
	}
	if json.Unmarshal(content, &s) != nil || !bytes.Equal(s.Spelled(), content) {
		return s, false
	}
	if _, dated := s.At(); !dated && !s.One() {
		return s, false
	}
	if s.Audience != nil && !seal.IsFingerprint(*s.Audience) {
		return s, false
	}
	p, ok := ParsePeriod(s.Period)
	return s, s.One() || ok && p.Year == s.Year
}
