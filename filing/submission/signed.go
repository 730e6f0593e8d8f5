package submission

import (
	"bytes"
	"io"
	"time"

	"yice/filing/submission/archive"
	"yice/seal"
	"yice/text"
)

// A signed file carries one document between regulator and enterprise: a receipt, recognitions, the register of keys, or the list of a
// bundle. It
// is an archive of the same one spelling as a submission: the document, then manifest.sha256, manifest.sm2sig and signer.pem,
// so that the same three commands check it. The manifest begins with what is stated, and when it was signed:
//
//	# yice receipt/2
//	# at 2024-01-22T10:00:00+08:00
//
// Files of format 1 have no such lines: their signature says nothing of what was signed.

// MaxSigned bounds the document of a signed file, in bytes; the file may have a little more.
const MaxSigned = 16 << 20

// Documents of signed files.
const (
	ReceiptDocument     = "receipt.json"
	ReceiptLogDocument  = "receipts.json"
	RecognitionDocument = "recognition.csv"
	RegisterDocument    = "keys.json"
	BundleDocument      = "bundle.json"
)

// BundleList is the signed list within a bundle, which begins with it; its submissions stand behind it.
const BundleList = "handed-on.zip"

// statementOf says what each document states.
var statementOf = map[string]seal.Statement{
	ReceiptDocument:     seal.ReceiptStatement,
	ReceiptLogDocument:  seal.LogStatement,
	RecognitionDocument: seal.DecisionStatement,
	RegisterDocument:    seal.KeysStatement,
	BundleDocument:      seal.BundleStatement,
}

// Signed is what was found in a signed file.
type Signed struct {
	Content []byte
	Signer  *seal.PublicKey // nil: unsigned
	Typed   bool            // the signature says what it signs
	At      time.Time       // when, by its own word; zero where it does not say
}

const signedAtBegins = "# at "

// WriteSigned writes one; a nil key leaves it unsigned. at is when it is signed, to the second.
func WriteSigned(out io.WriteSeeker, document string, content []byte, key *seal.Key, at time.Time) error {
	z := archive.NewWriter(out)
	var m manifest
	sum, err := z.Add(document, false, writeBytes(content))
	if err != nil {
		return err
	}
	m.add(document, sum)
	statement := statementOf[document]
	body := append([]byte(signedAtBegins+at.Format(time.RFC3339)+"\n"), m.bytes()...)
	if _, err := z.Add(manifestEntry, false, writeBytes(append([]byte(statement.Line()), body...))); err != nil {
		return err
	}
	if key != nil {
		signature, err := key.SignStatement(statement, body)
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

// PeekReceipt reads the receipt of a file without asking who signed it: nothing of it is proven.
func PeekReceipt(content []byte) (r Receipt, ok bool) {
	z, err := archive.Open(bytes.NewReader(content), int64(len(content)))
	if err != nil || len(z.Entries) == 0 || z.Entries[0].Name != ReceiptDocument {
		return r, false
	}
	document, _, err := z.Entries[0].ReadAll(maxSmall)
	if err != nil {
		return r, false
	}
	return ParseReceipt(document)
}

// ReadSigned reads one and checks every byte of it; who may state such a thing is the caller's to ask. name is how the
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

// checkSigned asks that the archive holds exactly the document, its manifest and either both halves of a signature or none,
// and that the manifest states what such a document is.
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
	body, problem := s.stated(parts[1], document, m)
	if !problem.Empty() {
		return s, problem
	}
	s.Content = parts[0]
	if len(z.Entries) == 2 {
		return s, text.Pair{}
	}
	key, err := seal.ParsePublicKey(parts[3])
	if err != nil || !bytes.Equal(key.PEM(), parts[3]) {
		return s, text.FilingVerifySignature
	}
	if s.Typed && !key.VerifyStatement(statementOf[document], body, parts[2]) || !s.Typed && !key.Verify(parts[1], parts[2]) {
		return s, text.FilingVerifySignature
	}
	s.Signer = key
	return s, text.Pair{}
}

// stated reads what a manifest states and when, and compares its list with what was read; body is what stands behind the line
// of the statement.
func (s *Signed) stated(written []byte, document string, m manifest) (body []byte, problem text.Pair) {
	statement, body, typed := seal.CutStatement(written)
	listed := body
	if typed {
		if statement != statementOf[document] {
			return body, text.FilingSignedStatement.With(string(statement), document)
		}
		var ok bool
		if s.At, listed, ok = cutSignedAt(body); !ok {
			return body, text.FilingVerifyManifest
		}
		s.Typed = true
	}
	if problems := m.differs(listed); len(problems) > 0 {
		return body, problems[0].Say
	}
	return body, text.Pair{}
}

// cutSignedAt reads the line that says when a file was signed.
func cutSignedAt(body []byte) (at time.Time, rest []byte, ok bool) {
	line, rest, found := bytes.Cut(body, []byte("\n"))
	word, begins := bytes.CutPrefix(line, []byte(signedAtBegins))
	at, err := time.Parse(time.RFC3339, string(word))
	return at, rest, found && begins && err == nil && at.Format(time.RFC3339) == string(word)
}
