package seal

import (
	"bytes"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"io"
	"io/fs"
	"os"

	"github.com/emmansun/gmsm/pkcs"
	"github.com/emmansun/gmsm/sm2"

	"yice/internal/whole"
	"yice/text"
)

const (
	blockPlain     = "PRIVATE KEY"
	blockEncrypted = "ENCRYPTED PRIVATE KEY"
	blockPublic    = "PUBLIC KEY"

	maxKeyBytes = 16 << 10
	// kdfRounds of PBKDF2-HMAC-SHA256: about a quarter of a second, once a sealing.
	kdfRounds = 600_000
)

// Key is an SM2 private key.
type Key struct{ sm2 *sm2.PrivateKey }

// NewKey makes one from the system's randomness.
func NewKey() (*Key, error) {
	k, err := sm2.GenerateKey(rand.Reader)
	if err != nil {
		return nil, fault("seal.no-randomness", text.SealNoRandomness, err)
	}
	return &Key{k}, nil
}

// PublicPath is where the public half of a key file lies: beside it.
func PublicPath(path string) string { return path + ".pub" }

// WriteKey writes a new file with the key in PKCS#8 PEM, encrypted by a passphrase ("": not encrypted), readable by its
// owner alone; an existing file is refused. Beside it goes the public key, at [PublicPath].
func WriteKey(path string, k *Key, passphrase string) error {
	block := pem.Block{Type: blockPlain}
	var password []byte
	if passphrase != "" {
		block.Type, password = blockEncrypted, []byte(passphrase)
	}
	var err error
	// AES-256-CBC under PBKDF2-HMAC-SHA256: what every OpenSSL reads.
	box := pkcs.NewPBESEncrypter(pkcs.AES256CBC, pkcs.NewPBKDF2Opts(pkcs.SHA256, 16, kdfRounds))
	if block.Bytes, err = marshalPrivate(k.sm2, password, box); err != nil {
		return fault("seal.cannot-write", text.SealCannotWrite.With(path), err)
	}
	// Both halves are on the disk before either has its name: a key whose public half is lost could sign what nobody can check.
	err = whole.Pair(whole.File{Path: path, Content: pem.EncodeToMemory(&block), Mode: 0o600}, whole.File{Path: PublicPath(path), Content: k.Public().PEM(), Mode: 0o644})
	var at *fs.PathError
	if errors.Is(err, fs.ErrExist) {
		if errors.As(err, &at) {
			path = at.Path
		}
		return fault("seal.exists", text.SealExists.With(path), nil)
	}
	if err != nil {
		return fault("seal.cannot-write", text.SealCannotWrite.With(path), err)
	}
	return nil
}

// readSmall reads a file that must not be large: keys and signatures.
func readSmall(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, cannotRead(path, err)
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, maxKeyBytes+1))
	if err != nil {
		return nil, cannotRead(path, err)
	}
	if len(content) > maxKeyBytes {
		return nil, fault("seal.not-a-key", text.SealNotAKey.With(path), nil)
	}
	return content, nil
}

// ReadKey reads a key file; passphrase is asked only for an encrypted one, once.
func ReadKey(path string, passphrase func() (string, error)) (*Key, error) {
	content, err := readSmall(path)
	if err != nil {
		return nil, err
	}
	block, _ := pem.Decode(content)
	if block == nil {
		return nil, fault("seal.not-a-key", text.SealNotAKey.With(path), nil)
	}
	var password []byte
	switch block.Type {
	case blockPlain:
	case blockPublic:
		return nil, fault("seal.public-only", text.SealPublicOnly.With(path), nil)
	case blockEncrypted:
		if passphrase == nil {
			return nil, fault("seal.passphrase", text.SealPassphraseNeeded.With(path), nil)
		}
		p, err := passphrase()
		if err != nil {
			return nil, err
		}
		if p == "" {
			return nil, fault("seal.passphrase", text.SealPassphraseNeeded.With(path), nil)
		}
		password = []byte(p)
	default:
		return nil, fault("seal.not-a-key", text.SealNotAKey.With(path), nil)
	}
	k, err := parseKey(block.Bytes, password)
	switch {
	case err == nil:
		return &Key{k}, nil
	case password != nil:
		return nil, fault("seal.passphrase-wrong", text.SealPassphraseWrong.With(path), nil)
	}
	return nil, fault("seal.not-a-key", text.SealNotAKey.With(path), err)
}

func parseKey(der, password []byte) (*sm2.PrivateKey, error) {
	if password == nil {
		return parsePrivate(der)
	}
	return parseEncrypted(der, password)
}

// Public gives the public half.
func (k *Key) Public() *PublicKey { return &PublicKey{&k.sm2.PublicKey} }

// Sign gives a detached DER signature over bare data, as files of format 1 have it: it says nothing of what is signed. What
// begins like a statement is refused, so that nobody has one signed under the name of something else.
func (k *Key) Sign(data []byte) ([]byte, error) {
	if bytes.HasPrefix(data, []byte(statementBegins)) {
		return nil, fault("seal.cannot-sign", text.SealCannotSign, nil)
	}
	return k.sign(data)
}

func (k *Key) sign(data []byte) ([]byte, error) {
	sig, err := k.sm2.Sign(rand.Reader, data, sm2.NewSM2SignerOption(true, identity))
	if err != nil {
		return nil, fault("seal.cannot-sign", text.SealCannotSign, err)
	}
	return sig, nil
}
