package filing

import (
	"bytes"
	"errors"
	"io"
	"os"

	"yice/filing/archive"
	"yice/seal"
	"yice/text"
)

// A signed file carries one document between regulator and enterprise: a receipt, or recognitions. It is an archive of the
// same one spelling as a submission: the document, then manifest.sha256, manifest.sm2sig and signer.pem, so that the same
// three commands check it.

// maxSigned bounds the document of a signed file, in bytes.
const maxSigned = 16 << 20

// signedFile is what was found in one.
type signedFile struct {
	content []byte
	signer  string // fingerprint, or name where a trust folder knows it; "": unsigned
}

// writeSigned writes one; a nil key leaves it unsigned.
func writeSigned(path, name string, content []byte, key *seal.Key) error {
	return writeBeside(path, func(f *os.File) error {
		z := archive.NewWriter(f)
		var m manifest
		put := func(name string, content []byte) (archive.Sum, error) {
			return z.Add(name, false, func(w io.Writer) error {
				_, err := w.Write(content)
				return err
			})
		}
		sum, err := put(name, content)
		if err != nil {
			return err
		}
		m.add(name, sum)
		if _, err := put(manifestEntry, m.bytes()); err != nil {
			return err
		}
		if key != nil {
			signature, err := key.Sign(m.bytes())
			if err != nil {
				return err
			}
			if _, err := put(signatureEntry, signature); err != nil {
				return err
			}
			if _, err := put(signerEntry, key.Public().PEM()); err != nil {
				return err
			}
		}
		return z.Close()
	})
}

// readSigned reads one and checks every byte of it. trust is a folder of keys; "": any signer whose signature is right.
// Faults are of class Findings where the file is wrong, and name it.
func readSigned(path, name, trust string) (signedFile, error) {
	content, err := readPlain(path, maxSigned+1<<20)
	if err != nil {
		return signedFile{}, err
	}
	z, err := archive.Open(bytes.NewReader(content), int64(len(content)))
	if err != nil || z.Entry(name) == nil || z.Entries[0].Name != name {
		return signedFile{}, fault("filing.not-signed-file", text.Findings, text.FilingSignedNotOne.With(shownName(path)))
	}
	s, problem := checkSigned(z, name)
	if !problem.Empty() {
		return signedFile{}, fault("filing.signed-broken", text.Findings, text.FilingSignedBroken.With(shownName(path), problem))
	}
	if trust == "" || s.signer == "" {
		return s.signedFile, nil
	}
	known, ok, err := seal.Trust{Dir: trust}.Name(s.key)
	if err != nil {
		return signedFile{}, err
	}
	if !ok {
		return signedFile{}, fault("filing.signed-untrusted", text.Findings, text.FilingSignedUntrusted.With(shownName(path), s.signer))
	}
	s.signer = known
	return s.signedFile, nil
}

type checkedFile struct {
	signedFile
	key *seal.PublicKey
}

// checkSigned asks that the archive holds exactly the document, its manifest and either both halves of a signature or none.
func checkSigned(z *archive.Reader, name string) (s checkedFile, problem text.Pair) {
	names := []string{name, manifestEntry, signatureEntry, signerEntry}
	if n := len(z.Entries); n != 2 && n != 4 {
		return s, text.FilingVerifyManifest
	}
	parts := make([][]byte, 4)
	var m manifest
	for i, e := range z.Entries {
		if e.Name != names[i] || e.Packed {
			return s, text.FilingVerifyStranger.With(harmless(e.Name))
		}
		content, sum, err := e.ReadAll(maxSigned)
		if err != nil {
			return s, sayOf(err)
		}
		parts[i] = content
		if i == 0 {
			m.add(name, sum)
		}
	}
	if problems := m.differs(parts[1]); len(problems) > 0 {
		return s, problems[0]
	}
	s.content = parts[0]
	if len(z.Entries) == 2 {
		return s, text.Pair{}
	}
	key, err := seal.ParsePublicKey(parts[3])
	if err != nil || !bytes.Equal(key.PEM(), parts[3]) || !key.Verify(parts[1], parts[2]) {
		return s, text.FilingVerifySignature
	}
	s.key, s.signer = key, key.Fingerprint()
	return s, text.Pair{}
}

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
