package filing

import (
	"errors"
	"io"
	"os"

	"yice/filing/submission"
	"yice/seal"
	"yice/text"
)

// signedFile is what was found in a signed file.
type signedFile struct {
	content []byte
	signer  string // fingerprint, or name where a trust folder knows it; "": unsigned
}

// writeSigned writes one; a nil key leaves it unsigned.
func writeSigned(path, name string, content []byte, key *seal.Key) error {
	return writeBeside(path, func(f *os.File) error { return submission.WriteSigned(f, name, content, key) })
}

// readSigned reads one and checks every byte of it. trust is a folder of keys; "": any signer whose signature is right.
// Faults are of class Findings where the file is wrong, and name it.
func readSigned(path, name, trust string) (signedFile, error) {
	content, err := readPlain(path, maxSigned+1<<20)
	if err != nil {
		return signedFile{}, err
	}
	s, err := submission.ReadSigned(content, shownName(path), name)
	if err != nil {
		return signedFile{}, err
	}
	if s.Signer == nil {
		return signedFile{content: s.Content}, nil
	}
	signer := s.Signer.Fingerprint()
	if trust == "" {
		return signedFile{s.Content, signer}, nil
	}
	known, ok, err := seal.Trust{Dir: trust}.Name(s.Signer)
	if err != nil {
		return signedFile{}, err
	}
	if !ok {
		return signedFile{}, fault("filing.signed-untrusted", text.Findings, text.FilingSignedUntrusted.With(shownName(path), signer))
	}
	return signedFile{s.Content, known}, nil
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
