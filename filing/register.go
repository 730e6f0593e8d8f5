package filing

import (
	"time"

	"yice/filing/submission"
	"yice/seal"
	"yice/text"
)

// The register of keys travels as a signed file, like a receipt.

// registerEntry is its document, as package seal spells it.
const registerEntry = submission.RegisterDocument

// SignedRegister is a register whose signature was verified. Whether its signer is the root that one trusts is for
// [seal.Trust.Take] to ask.
type SignedRegister struct {
	Register *seal.Register
	Signer   *seal.PublicKey
}

// IssueRegister writes the next register of a trust folder, signed by its root.
func IssueRegister(t seal.Trust, out, key string, passphrase func() (string, error), now time.Time) (*seal.Register, error) {
	root, err := seal.ReadKey(key, passphrase)
	if err != nil {
		return nil, err
	}
	r, err := t.Issue(root.Public(), now)
	if err != nil {
		return nil, err
	}
	// A number that was used is never used again: it is noted before the file can be handed to anybody.
	if err := t.Issued(r); err != nil {
		return nil, err
	}
	return r, writeSigned(out, registerEntry, r.Bytes(), root, r.IssuedAt)
}

// ReadRegister reads a register and verifies that the key it names as its root has signed it, as a register.
func ReadRegister(path string) (*SignedRegister, error) {
	signed, err := readSigned(path, registerEntry)
	if err != nil {
		return nil, err
	}
	if signed.Signer == nil || !signed.Typed {
		return nil, fault("filing.unsigned", text.Findings, text.FilingSignedNot.With(shownName(path)))
	}
	r, err := seal.ParseRegister(signed.Content)
	if err != nil {
		return nil, err
	}
	if r.Root != signed.Signer.Fingerprint() || !r.IssuedAt.Equal(signed.At) {
		return nil, fault("filing.signed-broken", text.Findings, text.FilingSignedBroken.With(shownName(path), text.FilingVerifySigner))
	}
	return &SignedRegister{r, signed.Signer}, nil
}

// Issuer is the name that a register gives its root: its own word, to be compared with what one knows.
func (r *SignedRegister) Issuer() string {
	for _, h := range r.Register.Holders {
		if h.Role == seal.Issuing && h.Fingerprint == r.Register.Root {
			return h.Name
		}
	}
	return ""
}
