// Package submission is the file in which an enterprise hands its year in: how it is laid out, written, read and judged, and
// the signed files that travel between the two desks.
//
// Everything in it comes from somebody else's hands and is bounded before it is believed. It knows neither sessions nor the
// workspace: what it says follows from the bytes of the file and from what its reader brings (keys, the regulator's pack,
// decisions), so that the command, the registry and a page in a browser say the same. It must never say of a file what it
// has not read from that very file, and never open a path.
//
// Start with [Verify] for the verdict, [Open] for one without it, [Writer] for making one.
package submission

import (
	"bytes"
	"context"
	"errors"
	"io"

	"yice/book"
	"yice/filing/submission/archive"
	"yice/form"
	"yice/scoring"
	"yice/seal"
	"yice/text"
)

// Submission is the content of a submission file.
type Submission struct {
	File                       string // as it is shown
	USCC, Name, Type           string
	Year                       int
	Serial, Replaces, SealedAt string
	Head                       string // of the history
	// Sheet is the score, computed anew from the rows under Pack; nil before [Verify].
	Sheet    *scoring.Sheet
	Pack     *scoring.Pack // the one that travelled along
	Findings []form.Finding
	SignOffs []SignOff // nil in format 1, and before Verify
	History  History   // zero in format 1, and before Verify

	packs *Packs
	named string // of its dictionary, once it was asked for
	zip   *archive.Reader
	seal  Sealed
	read  map[string]archive.Sum // entries that were read to their end
	small map[string][]byte      // entries that were read whole

	manifest [32]byte   // SM3 of manifest.sha256, once it was verified
	year     *book.Year // the rows, summed and judged; nil before Verify
	evidence evidenceSeen
	// commissioned sums what the ledger paid to others for R&D, by their code.
	commissioned map[string]*Commissioned
}

// OpenOptions say how a submission is opened.
type OpenOptions struct {
	Name string // of the file, as it is shown
	// OpenKey gives the private key of an encrypted submission when one is needed; nil: there is none.
	OpenKey func() (*seal.Key, error)
	Packs   *Packs // where many are opened: their packs, each parsed once
}

// openArchive opens the ZIP file, decrypting it where it is an envelope. Errors of class Cannot are of the machine, of class
// Findings of the file.
func openArchive(r io.ReaderAt, size int64, o OpenOptions) (*Submission, error) {
	s := &Submission{File: o.Name, packs: o.Packs, read: make(map[string]archive.Sum), small: make(map[string][]byte)}
	head := make([]byte, 64)
	n, err := r.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, cannotRead(o.Name, err)
	}
	if !seal.Enveloped(head[:n]) {
		s.zip, err = archive.Open(r, size)
		return s, err
	}
	if o.OpenKey == nil {
		return nil, fault("filing.encrypted", text.Findings, text.FilingVerifyEncrypted)
	}
	if size > seal.MaxEnvelope+4096 {
		return nil, fault("filing.too-large", text.Findings, text.SealTooLarge.With(seal.MaxEnvelope>>20))
	}
	key, err := o.OpenKey()
	if err != nil {
		return nil, err
	}
	envelope, err := io.ReadAll(io.NewSectionReader(r, 0, size))
	if err != nil {
		return nil, cannotRead(o.Name, err)
	}
	content, err := seal.OpenEnvelope(envelope, key)
	if err != nil {
		return nil, err
	}
	s.zip, err = archive.Open(bytes.NewReader(content), int64(len(content)))
	return s, err
}

// Forms is the dictionary of the submission: what is built in, and what the pack brings that travelled along.
func (s *Submission) Forms() *form.Dictionary { return s.Pack.Dictionary() }

// Sealing is seal.json, as it was read.
func (s *Submission) Sealing() Sealed { return s.seal }

// Manifest is the SM3 of manifest.sha256, in hex; "" before [Verify].
func (s *Submission) Manifest() string { return hexOf(s.manifest) }

// bytes reads a small entry; nil and false where it is not there. What it gave once it gives again, without reading.
func (s *Submission) bytes(name string, limit int64) ([]byte, bool, error) {
	if content, read := s.small[name]; read {
		return content, true, nil
	}
	e := s.zip.Entry(name)
	if e == nil {
		return nil, false, nil
	}
	content, sum, err := e.ReadAll(limit)
	if err != nil {
		return nil, true, err
	}
	s.read[name], s.small[name] = sum, content
	return content, true, nil
}

// PackSignature gives the signature that travelled along with the pack; nil where there is none.
func (s *Submission) PackSignature() ([]byte, error) {
	signature, _, err := s.bytes(packSigEntry, maxSmall)
	return signature, err
}

// readSelf reads the seal, the card, the pack and the findings, and gives what is wrong with them.
func (s *Submission) readSelf() (problems []Problem) {
	content, there, err := s.bytes(sealEntry, maxManifest)
	switch {
	case err != nil:
		problems = append(problems, Problem{"archive.spelling", sayOf(err), sealEntry})
	case !there:
		problems = append(problems, Problem{"entry.absent", text.FilingVerifyAbsent.With(sealEntry), sealEntry})
	default:
		var ok bool
		if s.seal, ok = ParseSealed(content); !ok {
			problems = append(problems, Problem{"seal.spelling", text.FilingVerifySeal, sealEntry})
		}
	}
	s.USCC, s.Year = s.seal.USCC, s.seal.Year
	s.Serial, s.SealedAt, s.Head = s.seal.Serial, s.seal.SealedAt, s.seal.Head
	if s.seal.Replaces != nil {
		s.Replaces = s.seal.Replaces.Serial
	}
	problems = append(problems, s.readPack()...)
	problems = append(problems, s.readFindings()...)
	return append(problems, s.readCard()...)
}

func (s *Submission) readPack() []Problem {
	content, there, err := s.bytes(packEntry, maxPack)
	switch {
	case err != nil:
		return []Problem{{"archive.spelling", sayOf(err), packEntry}}
	case !there:
		return []Problem{{"entry.absent", text.FilingVerifyAbsent.With(packEntry), packEntry}}
	}
	if s.Pack, err = s.packs.load(content); err != nil {
		return []Problem{{"policy.unreadable", text.FilingVerifyPack.With(sayOf(err)), packEntry}}
	}
	if s.Pack.Year != s.Year {
		return []Problem{{"policy.foreign", text.FilingVerifyPackYear.With(packName(s.Pack), s.Pack.Year, s.Year), packEntry}}
	}
	return nil
}

func (s *Submission) readFindings() []Problem {
	content, there, err := s.bytes(findingsEntry, maxJSON)
	switch {
	case err != nil:
		return []Problem{{"archive.spelling", sayOf(err), findingsEntry}}
	case !there:
		return []Problem{{"entry.absent", text.FilingVerifyAbsent.With(findingsEntry), findingsEntry}}
	}
	var ok bool
	if s.Findings, ok = parseFindings(s.Forms(), content, s.seal.One()); !ok {
		return []Problem{{"finding.spelling", text.FilingVerifySpelled.With(findingsEntry), findingsEntry}}
	}
	return nil
}

func (s *Submission) readCard() []Problem {
	entry := DataEntry(form.ByID(cardForm))
	err := s.Scan(context.Background(), form.ByID(cardForm), func(r *form.Record) error {
		if r.Str("uscc") != s.USCC {
			return fault("filing.card", text.Findings, text.FilingVerifyEnterprise)
		}
		s.Name, s.Type = r.Str("name"), r.Str("type")
		return nil
	})
	if err != nil {
		return []Problem{{"table.cell", sayOf(err), entry}}
	}
	return nil
}

// Peek reads of what enterprise and year a submission says it is, within the same limits as [Verify]: nothing of it is proven. ok
// is false for what is none, or cannot be read.
func Peek(r io.ReaderAt, size int64, o OpenOptions) (uscc string, year int, ok bool) {
	s, err := openArchive(r, size, o)
	if err != nil {
		return "", 0, false
	}
	content, there, err := s.bytes(sealEntry, maxManifest)
	if err != nil || !there {
		return "", 0, false
	}
	sealed, ok := ParseSealed(content)
	return sealed.USCC, sealed.Year, ok
}
