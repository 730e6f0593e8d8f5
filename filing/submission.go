package filing

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"strings"

	"yice/book"
	"yice/filing/archive"
	"yice/form"
	"yice/seal"
	"yice/text"
)

// submission is how a Submission is read.
type submission struct {
	packs *packShelf
	zip   *archive.Reader
	file  *os.File
	seal  sealed
	read  map[string]archive.Sum // entries that were read to their end

	manifest [32]byte   // SM3 of manifest.sha256, once it was verified
	year     *book.Year // the rows, summed and judged; nil before Verify
	evidence evidenceSeen
	// commissioned sums what the ledger paid to others for R&D, by their code.
	commissioned map[string]*Commissioned
}

// open opens a submission's archive, decrypting it where it is an envelope. Errors of class Cannot are of the machine, of
// class Findings of the file.
func (o VerifyOptions) open(path string) (*Submission, error) {
	// What is no plain file (a pipe, a device) could keep a reader waiting for ever.
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return nil, fault("filing.not-a-submission", text.Cannot, text.FilingArchiveNotOne)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, cannotOpen(path, err)
	}
	s := &Submission{File: shownName(path), submission: submission{file: f, read: make(map[string]archive.Sum), packs: o.packs}}
	if err := s.openArchive(path, o); err != nil {
		f.Close()
		return nil, err
	}
	return s, nil
}

func (s *Submission) openArchive(path string, o VerifyOptions) error {
	info, err := s.file.Stat()
	if err != nil {
		return cannotOpen(path, err)
	}
	head := make([]byte, 64)
	n, err := s.file.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return cannotOpen(path, err)
	}
	if !seal.Enveloped(head[:n]) {
		s.zip, err = archive.Open(s.file, info.Size())
		return err
	}
	key, err := o.opener()
	if err != nil {
		return err
	}
	if info.Size() > seal.MaxEnvelope+4096 {
		return fault("filing.too-large", text.Findings, text.SealTooLarge.With(seal.MaxEnvelope>>20))
	}
	envelope, err := io.ReadAll(io.NewSectionReader(s.file, 0, info.Size()))
	if err != nil {
		return cannotOpen(path, err)
	}
	content, err := seal.OpenEnvelope(envelope, key)
	if err != nil {
		return err
	}
	s.zip, err = archive.Open(bytes.NewReader(content), int64(len(content)))
	return err
}

// opener gives the private key that opens an envelope.
func (o VerifyOptions) opener() (*seal.Key, error) {
	switch {
	case o.key != nil:
		return o.key, nil
	case o.Key == "":
		return nil, fault("filing.encrypted", text.Findings, text.FilingVerifyEncrypted)
	}
	return seal.ReadKey(o.Key, o.Passphrase)
}

// ReadSubmission opens one without judging it, within the same limits: what it says of itself, its pack and its findings.
// The sheet is only known after Verify. Close lets go of it.
func ReadSubmission(path string, o VerifyOptions) (*Submission, error) {
	s, err := o.open(path)
	if err != nil {
		return nil, err
	}
	problems := s.readSelf()
	if len(problems) > 0 {
		s.Close()
		return nil, fault("filing.bad-submission", text.Findings, problems[0])
	}
	return s, nil
}

// Close lets go of the file.
func (s *Submission) Close() error { return s.file.Close() }

// Sealing says what a submission's seal holds besides its names: who signed, what it replaces.
func (s *Submission) Sealing() Receipt {
	r := Receipt{File: s.File, Serial: s.seal.Serial}
	if s.seal.Replaces != nil {
		r.Replaces = s.seal.Replaces.Serial
	}
	if s.seal.Signer != nil {
		r.Signer = *s.seal.Signer
	}
	return r
}

// bytes reads a small entry; nil and false where it is not there.
func (s *Submission) bytes(name string, limit int64) ([]byte, bool, error) {
	e := s.zip.Entry(name)
	if e == nil {
		return nil, false, nil
	}
	content, sum, err := e.ReadAll(limit)
	if err != nil {
		return nil, true, err
	}
	s.read[name] = sum
	return content, true, nil
}

// readSelf reads the seal, the card, the pack and the findings, and gives what is wrong with them.
func (s *Submission) readSelf() (problems []text.Pair) {
	content, there, err := s.bytes(sealEntry, maxManifest)
	switch {
	case err != nil:
		problems = append(problems, sayOf(err))
	case !there:
		problems = append(problems, text.FilingVerifyAbsent.With(sealEntry))
	default:
		var ok bool
		if s.seal, ok = parseSealed(content); !ok {
			problems = append(problems, text.FilingVerifySeal)
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

func (s *Submission) readPack() []text.Pair {
	content, there, err := s.bytes(packEntry, maxPack)
	switch {
	case err != nil:
		return []text.Pair{sayOf(err)}
	case !there:
		return []text.Pair{text.FilingVerifyAbsent.With(packEntry)}
	}
	if s.Pack, err = s.packs.load(content); err != nil {
		return []text.Pair{text.FilingVerifyPack.With(sayOf(err))}
	}
	return nil
}

func (s *Submission) readFindings() []text.Pair {
	content, there, err := s.bytes(findingsEntry, maxJSON)
	if err != nil {
		return []text.Pair{sayOf(err)}
	}
	var file struct {
		Findings []findingFile `json:"findings"`
	}
	if !there || json.Unmarshal(content, &file) != nil {
		return []text.Pair{text.FilingVerifyAbsent.With(findingsEntry)}
	}
	for _, f := range file.Findings {
		severity := form.Verify
		if f.Severity == form.Must.Title().ZH {
			severity = form.Must
		}
		check, _, _ := strings.Cut(f.ID, "@")
		s.Findings = append(s.Findings, form.Finding{
			Check: check, Severity: severity, Form: f.Form, Key: f.Key, Field: f.Field, Message: text.Same(harmless(f.Message)),
			Explained: f.Explained, Reason: harmless(f.Reason),
		})
	}
	return nil
}

func (s *Submission) readCard() []text.Pair {
	err := s.Scan(context.Background(), form.ByID(cardForm), func(r *form.Record) error {
		if r.Str("uscc") != s.USCC {
			return fault("filing.card", text.Findings, text.FilingVerifyEnterprise)
		}
		s.Name, s.Type = r.Str("name"), r.Str("type")
		return nil
	})
	if err != nil {
		return []text.Pair{sayOf(err)}
	}
	return nil
}

// sayOf gives the sentence of an error.
func sayOf(err error) text.Pair {
	var f *text.Fault
	if errors.As(err, &f) {
		return f.Say
	}
	return text.Same(err.Error())
}
