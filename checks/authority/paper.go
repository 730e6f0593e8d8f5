package authority

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"yice/filing/submission"
	"yice/filing/submission/archive"
	"yice/seal"
)

// Paper is a file in a forger's hands: its entries by name, in no order.
type Paper map[string]string

// The entries that close a submission.
const (
	SealEntry      = "seal.json"
	ManifestEntry  = "manifest.sha256"
	SignatureEntry = "manifest.sm2sig"
	SignerEntry    = "signer.pem"
)

// Take takes a file apart.
func Take(whole []byte) (Paper, error) {
	z, err := archive.Open(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		return nil, err
	}
	p := make(Paper)
	for _, e := range z.Entries {
		content, _, err := e.ReadAll(64 << 20)
		if err != nil {
			return nil, err
		}
		p[e.Name] = string(content)
	}
	return p, nil
}

// Clone copies it.
func (p Paper) Clone() Paper { return maps.Clone(p) }

// Names are its entries, in the order in which they stand in a file.
func (p Paper) Names() []string { return slices.SortedFunc(maps.Keys(p), submission.EntryBefore) }

// Put puts it together, right CRCs and all, and makes nothing anew.
func (p Paper) Put() ([]byte, error) { return p.PutIn(p.Names()) }

// PutIn puts it together in an order of one's own.
func (p Paper) PutIn(names []string) ([]byte, error) {
	var m archive.Memory
	z := archive.NewWriter(&m)
	for _, name := range names {
		if _, err := p.add(z, name); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return bytes.Clone(m.Bytes()), err
}

func (p Paper) add(z *archive.Writer, name string) (archive.Sum, error) {
	return z.Add(name, submission.Packed(name), func(w io.Writer) error {
		_, err := io.WriteString(w, p[name])
		return err
	})
}

// Manifest makes the manifest fit the entries, under whichever statement; "" for none, as in format 1.
func (p Paper) Manifest(statement seal.Statement) {
	var b strings.Builder
	if statement != "" {
		b.WriteString(statement.Line())
	}
	for _, name := range p.Names() {
		if name != ManifestEntry && name != SignatureEntry && name != SignerEntry {
			fmt.Fprintf(&b, "%x  %s\n", sha256.Sum256([]byte(p[name])), name)
		}
	}
	p[ManifestEntry] = b.String()
}

// Reseal makes seal and manifest fit the entries, after the seal was changed as wanted; who is to have signed by it is nil for
// nobody. The signature is left as it is.
func (p Paper) Reseal(signer *seal.PublicKey, change func(*submission.Sealed)) error {
	s, ok := submission.ParseSealed([]byte(p[SealEntry]))
	if !ok {
		return fmt.Errorf("no seal: %s", p[SealEntry])
	}
	s.Signer = nil
	if signer != nil {
		print := signer.Fingerprint()
		s.Signer = &print
	}
	z := archive.NewWriter(&archive.Memory{})
	s.Packed = make(map[string]string)
	for _, name := range p.Names() {
		if !submission.Packed(name) {
			continue
		}
		sum, err := p.add(z, name)
		if err != nil {
			return err
		}
		s.Packed[name] = hex.EncodeToString(sum.Packed[:])
	}
	if change != nil {
		change(&s)
	}
	p[SealEntry] = string(s.Spelled())
	p.Manifest(seal.SubmissionStatement)
	return nil
}

// Sign signs the manifest as it stands, as whichever statement; "" for the bare bytes of format 1.
func (p Paper) Sign(key *seal.Key, as seal.Statement) {
	body := []byte(p[ManifestEntry])
	if as == "" {
		signature, err := key.Sign(body)
		if err != nil { // no key of the program's signs a statement bare
			signature = must(key.SignStatement(seal.SubmissionStatement, nil))
		}
		p[SignatureEntry] = string(signature)
	} else {
		if _, rest, ok := seal.CutStatement(body); ok {
			body = rest
		}
		p[SignatureEntry] = string(must(key.SignStatement(as, body)))
	}
	p[SignerEntry] = string(key.Public().PEM())
}

// Unsign takes the signature out.
func (p Paper) Unsign() {
	delete(p, SignatureEntry)
	delete(p, SignerEntry)
}

// Forged is the whole forgery: entries changed, sealed anew and signed by a hand (nil: by nobody).
func (p Paper) Forged(by *seal.Key, change func(*submission.Sealed)) ([]byte, error) {
	p.Unsign()
	var signer *seal.PublicKey
	if by != nil {
		signer = by.Public()
	}
	if err := p.Reseal(signer, change); err != nil {
		return nil, err
	}
	if by != nil {
		p.Sign(by, seal.SubmissionStatement)
	}
	return p.Put()
}
