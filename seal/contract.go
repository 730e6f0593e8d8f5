// Package seal holds digests, keys, signatures and manifests. It knows nothing of forms.
//
// SM2, SM3 and SM4 come from github.com/emmansun/gmsm, which is not a certified cryptographic product; whoever needs one
// puts it here. Signatures are SM2 over SM3 with the identity "1234567812345678", DER, and can be checked with OpenSSL 3.
//
// Start with [NewKey], [Key.Sign] and [PublicKey.Verify]; [Trust] is a folder of keys with names.
package seal

// Key is an SM2 private key.
type Key struct{ key }

type key struct{}

// NewKey makes one from the system's randomness.
func NewKey() (*Key, error) { panic("not written") }

// WriteKey writes a new file with the key in PKCS#8 PEM, encrypted by a passphrase ("": not encrypted); an existing file is
// refused. Beside it goes the public key, as <path>.pub.
func WriteKey(path string, k *Key, passphrase string) error { panic("not written") }

// ReadKey reads it back; passphrase is asked only for an encrypted file.
func ReadKey(path string, passphrase func() (string, error)) (*Key, error) { panic("not written") }

// Public gives the public half.
func (k *Key) Public() *PublicKey { panic("not written") }

// Sign gives a detached DER signature over data.
func (k *Key) Sign(data []byte) ([]byte, error) { panic("not written") }

// PublicKey is an SM2 public key.
type PublicKey struct{ public }

type public struct{}

// ReadPublicKey reads a PEM file (SPKI, or a private key's public half when it is not encrypted).
func ReadPublicKey(path string) (*PublicKey, error) { panic("not written") }

// ParsePublicKey reads PEM text.
func ParsePublicKey(pem []byte) (*PublicKey, error) { panic("not written") }

// PEM gives the canonical file of the key.
func (p *PublicKey) PEM() []byte { panic("not written") }

// Verify reports whether a signature over data was made by this key. Only the one DER encoding of a signature is taken.
func (p *PublicKey) Verify(data, signature []byte) bool { panic("not written") }

// Fingerprint is what people read out to each other over the telephone: six groups of four.
func (p *PublicKey) Fingerprint() string { panic("not written") }

// Trust is a folder of public keys, one <name>.pem each.
type Trust struct{ Dir string }

// Trusted is one of them.
type Trusted struct {
	Name        string
	Fingerprint string
	Key         *PublicKey
}

// Add puts a key under a name; a name that is taken by another key is refused.
func (t Trust) Add(name string, p *PublicKey) error { panic("not written") }

// List gives all, by name. Files that are no keys are left out.
func (t Trust) List() ([]Trusted, error) { panic("not written") }

// Name gives the name of a key; ok is false for one that is not trusted.
func (t Trust) Name(p *PublicKey) (name string, ok bool, err error) { panic("not written") }
