package submission

import (
	"bytes"
	"io"

	"yice/filing/submission/archive"
	"yice/seal"
	"yice/text"
)

// A signed file carries one document between regulator and enterprise: a receipt, or recognitions. It is an archive of the
// same one spelling as a submission: the document, then manifest.sha256, manifest.sm2sig and signer.pem, so that the same
// three commands check it.

// MaxSigned bounds the document of a signed file, in bytes; the file may have a little more.
const MaxSigned = 16 << 20

// Documents of signed files.
const (
	ReceiptDocument     = "receipt.json"
	RecognitionDocument = "recognition.csv"
)

// Signed is what was found in a signed file.
type Signed struct {
	Content []byte
	Signer  *seal.PublicKey // nil: unsigned
}

// WriteSigned writes one; a nil key leaves it unsigned.
func WriteSigned(out io.WriteSeeker, document string, content []byte, key *seal.Key) error {
	z := archive.NewWriter(out)
	var m manifest
	sum, err := z.Add(document, false, writeBytes(content))
	if err != nil {
		return err
	}
	m.add(document, sum)
	if _, err := z.Add(manifestEntry, false, writeBytes(m.bytes())); err != nil {
		return err
	}
	if key != nil {
		signature, err := key.Sign(m.bytes())
		if err != nil {
			return err
		}
		if _, err := z.Add(signatureEntry, false, writeBytes(signature)); err != nil {
			return err
		}
		if _, err := z.Add(signerEntry, false, writeBytes(key.Public().PEM())); err != nil {
			return err
		}
	}
	return z.Close()
}

// ReadSigned reads one and checks every byte of it; who may sign such a document is the caller's to ask. name is how the
// file is shown. Faults are of class Findings, and name it.
func ReadSigned(content []byte, name, document string) (Signed, error) {
	z, err := archive.Open(bytes.NewReader(content), int64(len(content)))
	if err != nil || z.Entry(document) == nil || z.Entries[0].Name != document {
		return Signed{}, fault("filing.not-signed-file", text.Findings, text.FilingSignedNotOne.With(name))
	}
	s, problem := checkSigned(z, document)
	if !problem.Empty() {
		return Signed{}, fault("filing.signed-broken", text.Findings, text.FilingSignedBroken.With(name, problem))
	}
	return s, nil
}

// checkSigned asks that the archive holds exactly the document, its manifest and either both halves of a signature or none.
func checkSigned(z *archive.Reader, document string) (s Signed, problem text.Pair) {
	names := []string{document, manifestEntry, signatureEntry, signerEntry}
	if n := len(z.Entries); n != 2 && n != 4 {
		return s, text.FilingVerifyManifest
	}
	parts := make([][]byte, 4)
	var m manifest
	for i, e := range z.Entries {
		if e.Name != names[i] || e.Packed {
			return s, text.FilingVerifyStranger.With(harmless(e.Name))
		}
		content, sum, err := e.ReadAll(MaxSigned)
		if err != nil {
			return s, sayOf(err)
		}
		parts[i] = content
		if i == 0 {
			m.add(document, sum)
		}
	}
	if problems := m.differs(parts[1]); len(problems) > 0 {
		return s, problems[0]
	}
	s.Content = parts[0]
	if len(z.Entries) == 2 {
		return s, text.Pair{}
	}
	key, err := seal.ParsePublicKey(parts[3])
	if err != nil || !bytes.Equal(key.PEM(), parts[3]) || !key.Verify(parts[1], parts[2]) {
		return s, text.FilingVerifySignature
	}
	s.Signer = key
	return s, text.Pair{}
}
