package seal

import (
	"bytes"
	"crypto/ecdsa"
	"encoding/asn1"
	"encoding/base32"
	"encoding/pem"
	"math/big"
	"strings"

	"github.com/emmansun/gmsm/sm2"

	"yice/text"
)

// PublicKey is an SM2 public key.
type PublicKey struct{ sm2 *ecdsa.PublicKey }

// ReadPublicKey reads a PEM file: a public key (SPKI), or an unencrypted private key, whose public half it gives.
func ReadPublicKey(path string) (*PublicKey, error) {
	content, err := readSmall(path)
	if err != nil {
		return nil, err
	}
	p, err := ParsePublicKey(content)
	if err != nil {
		if block, _ := pem.Decode(content); block != nil && block.Type == blockEncrypted {
			return nil, fault("seal.private", text.SealGivePublic.With(path, PublicPath(path)), nil)
		}
		return nil, fault("seal.not-a-key", text.SealNotAKey.With(path), nil)
	}
	return p, nil
}

// ParsePublicKey reads PEM text. The key must lie on the SM2 curve.
func ParsePublicKey(content []byte) (*PublicKey, error) {
	block, _ := pem.Decode(content)
	if block == nil {
		return nil, fault("seal.not-a-key", text.SealNotAKeyText, nil)
	}
	if block.Type == blockPlain {
		k, err := parsePrivate(block.Bytes)
		if err != nil {
			return nil, fault("seal.not-a-key", text.SealNotAKeyText, err)
		}
		return (&Key{k}).Public(), nil
	}
	p, err := parsePublic(block.Bytes)
	if err != nil {
		return nil, fault("seal.not-a-key", text.SealNotAKeyText, err)
	}
	return &PublicKey{p}, nil
}

// spki gives the DER of the key. A key that was parsed or generated always has one.
func (p *PublicKey) spki() []byte {
	der, err := marshalPublic(p.sm2)
	if err != nil {
		panic("seal: a key on the curve has no encoding: " + err.Error())
	}
	return der
}

// PEM gives the canonical file of the key.
func (p *PublicKey) PEM() []byte {
	return pem.EncodeToMemory(&pem.Block{Type: blockPublic, Bytes: p.spki()})
}

// Equal reports whether two keys are the same.
func (p *PublicKey) Equal(q *PublicKey) bool { return p.sm2.Equal(q.sm2) }

// Verify reports whether a bare signature over data was made by this key. What begins like a statement never has one: it is
// for [PublicKey.VerifyStatement].
func (p *PublicKey) Verify(data, signature []byte) bool {
	return !bytes.HasPrefix(data, []byte(statementBegins)) && p.verify(data, signature)
}

// verify takes only the one DER encoding of a signature, so that a changed byte never passes as another spelling of it.
func (p *PublicKey) verify(data, signature []byte) bool {
	var rs struct{ R, S *big.Int }
	rest, err := asn1.Unmarshal(signature, &rs)
	if err != nil || len(rest) > 0 {
		return false
	}
	again, err := asn1.Marshal(rs)
	if err != nil || !bytes.Equal(again, signature) {
		return false
	}
	return sm2.VerifyASN1WithSM2(p.sm2, identity, data, signature)
}

// letters are few that are mistaken for another when they are read out: Crockford's choice, without I L O U.
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

var readable = base32.NewEncoding(letters).WithPadding(base32.NoPadding)

// Fingerprint is what people read out to each other over the telephone: six groups of four, the first 120 bits of the SM3
// of the key's SPKI.
func (p *PublicKey) Fingerprint() string {
	sum := SM3(p.spki())
	all := readable.EncodeToString(sum[:15])
	groups := make([]string, 0, 6)
	for ; len(all) > 0; all = all[4:] {
		groups = append(groups, all[:4])
	}
	return strings.Join(groups, "-")
}
