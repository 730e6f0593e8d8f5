package seal

import (
	"bytes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/binary"

	"github.com/emmansun/gmsm/sm2"
	"github.com/emmansun/gmsm/sm4"

	"yice/text"
)

// An envelope is a file for one reader: magic, the length of the wrapped key (2 bytes, big-endian), a fresh SM4 key wrapped
// by SM2 (ASN.1, GB/T 32918.4), a 12-byte nonce, and the content under SM4-GCM with everything before it authenticated.
const (
	envelopeMagic = "YICE-SM2-SM4-GCM-1\n"
	maxWrapped    = 512
	// MaxEnvelope is the largest content an envelope takes, in bytes.
	MaxEnvelope = 1 << 30
)

// Enveloped reports whether a file begins like an envelope.
func Enveloped(head []byte) bool { return bytes.HasPrefix(head, []byte(envelopeMagic)) }

// Envelop encrypts content so that only the holder of the key reads it.
func Envelop(content []byte, to *PublicKey) ([]byte, error) {
	if len(content) > MaxEnvelope {
		return nil, fault("seal.too-large", text.SealTooLarge.With(MaxEnvelope>>20), nil)
	}
	secret := make([]byte, 16+12)
	if _, err := rand.Read(secret); err != nil {
		return nil, fault("seal.no-randomness", text.SealNoRandomness, err)
	}
	wrapped, err := sm2.EncryptASN1(rand.Reader, to.sm2, secret[:16])
	if err != nil {
		return nil, fault("seal.cannot-encrypt", text.SealCannotEncrypt, err)
	}
	box, err := gcm(secret[:16])
	if err != nil {
		return nil, fault("seal.cannot-encrypt", text.SealCannotEncrypt, err)
	}
	head := append([]byte(envelopeMagic), binary.BigEndian.AppendUint16(nil, uint16(len(wrapped)))...)
	head = append(append(head, wrapped...), secret[16:]...)
	return append(bytes.Clone(head), box.Seal(nil, secret[16:], content, head)...), nil
}

// OpenEnvelope decrypts it; a wrong key and a changed byte are the same refusal.
func OpenEnvelope(sealed []byte, k *Key) ([]byte, error) {
	refused := fault("seal.cannot-open", text.SealCannotOpen, nil)
	rest, ok := bytes.CutPrefix(sealed, []byte(envelopeMagic))
	if !ok || len(rest) < 2 {
		return nil, refused
	}
	n := int(binary.BigEndian.Uint16(rest))
	if n > maxWrapped || len(rest) < 2+n+12 {
		return nil, refused
	}
	secret, err := sm2.Decrypt(k.sm2, rest[2:2+n])
	if err != nil || len(secret) != 16 {
		return nil, refused
	}
	box, err := gcm(secret)
	if err != nil {
		return nil, refused
	}
	head := sealed[:len(envelopeMagic)+2+n+12]
	content, err := box.Open(nil, head[len(head)-12:], sealed[len(head):], head)
	if err != nil {
		return nil, refused
	}
	return content, nil
}

func gcm(secret []byte) (cipher.AEAD, error) {
	block, err := sm4.NewCipher(secret)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}
