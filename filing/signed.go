package filing

import (
	"errors"
	"io"
	"os"
	"time"

	"yice/filing/submission"
	"yice/seal"
	"yice/text"
)

// signedFile is what was found in a signed file, and who may be said to have signed it.
type signedFile struct {
	submission.Signed
	signer string // fingerprint, or name where a keyring knows it; "": unsigned
	notes  []text.Pair
}

// writeSigned writes one; a nil key leaves it unsigned.
func writeSigned(path, document string, content []byte, key *seal.Key, at time.Time) error {
	return writeBeside(path, func(f *os.File) error { return submission.WriteSigned(f, document, content, key, at) })
}

// readSigned reads one and checks every byte of it; who may state such a thing is asked by [signedFile.judge].
func readSigned(path, document string) (signedFile, error) {
	content, err := readPlain(path, maxSigned+1<<20)
	if err != nil {
		return signedFile{}, err
	}
	s, err := submission.ReadSigned(content, shownName(path), document)
	return signedFile{Signed: s}, err
}

// judge asks that the signer is one who may state it. trust is a folder of registered keys; "": none are asked for, and a
// signature must then be right, whoever made it; what does not say what it signs is told. A folder that cannot be read is an
// error, never one that asks for nothing.
func (s *signedFile) judge(path, document, trust string) error {
	name := shownName(path)
	if s.Signer != nil {
		s.signer = s.Signer.Fingerprint()
	}
	old := text.FilingSignedOld.With(name)
	if trust == "" {
		if s.Signer != nil && !s.Typed {
			s.notes = append(s.notes, old)
		}
		return nil
	}
	keys, err := seal.OpenTrust(trust)
	if err != nil {
		return err
	}
	wrong := func(why text.Pair) error {
		return fault("filing.signed-wrong-hand", text.Findings, text.FilingSignedWrongHand.With(name, why))
	}
	switch {
	case s.Signer == nil:
		return wrong(text.FilingSignedNobody)
	case !s.Typed:
		return wrong(old)
	}
	standing, h, why := keys.Judge(s.Signer, roleOf[document], "", s.At)
	if standing != seal.Trusted {
		return wrong(why)
	}
	s.signer = h.Name
	if !why.Empty() {
		s.notes = append(s.notes, why)
	}
	return nil
}

// roleOf says which keys may sign a document.
var roleOf = map[string]seal.Role{
	submission.ReceiptDocument:     seal.ReceiptStatement.Role(),
	submission.RecognitionDocument: seal.DecisionStatement.Role(),
}

// maxSigned bounds the document of a signed file, in bytes.
const maxSigned = submission.MaxSigned

// readPlain reads a whole file of at most limit bytes that must be a plain one.
func readPlain(path string, limit int64) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, cannotOpen(path, err)
	}
	if !info.Mode().IsRegular() || info.Size() > limit {
		return nil, fault("filing.not-signed-file", text.Findings, text.FilingSignedNotOne.With(shownName(path)))
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, cannotOpen(path, err)
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, limit+1))
	switch {
	case err != nil:
		return nil, cannotOpen(path, err)
	case int64(len(content)) > limit:
		return nil, cannotOpen(path, errors.New("it grew while it was read"))
	}
	return content, nil
}
