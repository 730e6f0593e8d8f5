package authority

import (
	"bytes"
	"crypto/rand"
	"encoding/pem"
	"os"
	"path/filepath"
	"testing"

	"github.com/emmansun/gmsm/pkcs"
	"github.com/emmansun/gmsm/pkcs8"
	"github.com/emmansun/gmsm/sm2"
	"github.com/emmansun/gmsm/smx509"

	"yice/seal"
)

// The library that reads every kind of key reads ours, and we read what it writes: plain, and under each way of encrypting that may be met.
func TestKeysAreTheLibrarysOwn(t *testing.T) {
	dir := t.TempDir()
	for i := range 40 {
		theirs, err := sm2.GenerateKey(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		public, err := smx509.MarshalPKIXPublicKey(&theirs.PublicKey)
		if err != nil {
			t.Fatal(err)
		}
		p, err := seal.ParsePublicKey(pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: public}))
		if err != nil {
			t.Fatal(err)
		}
		if block, _ := pem.Decode(p.PEM()); !bytes.Equal(block.Bytes, public) {
			t.Fatal("a public key is written in another way")
		}
		var box pkcs.PBESEncrypter
		password, kind := []byte(nil), "PRIVATE KEY"
		if i%4 != 0 {
			cipher := []pkcs.Cipher{pkcs.AES256CBC, pkcs.AES128CBC, pkcs.SM4CBC}[i%3]
			box = pkcs.NewPBESEncrypter(cipher, pkcs.NewPBKDF2Opts(pkcs.SHA256, 16, 2048))
			password, kind = []byte("口令 pass"), "ENCRYPTED PRIVATE KEY"
		}
		der, err := pkcs8.MarshalPrivateKey(theirs, password, box)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, "theirs.pem")
		if err := os.WriteFile(path, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}), 0o600); err != nil {
			t.Fatal(err)
		}
		k, err := seal.ReadKey(path, func() (string, error) { return string(password), nil })
		if err != nil || !k.Public().Equal(p) {
			t.Fatalf("a key of the library was not read: %v", err)
		}
		ours := filepath.Join(dir, "ours"+string(rune('a'+i))+".pem")
		if i > 3 { // our own rounds take a quarter of a second
			password = nil
		}
		if err := seal.WriteKey(ours, k, string(password)); err != nil {
			t.Fatal(err)
		}
		content, err := os.ReadFile(ours)
		if err != nil {
			t.Fatal(err)
		}
		block, _ := pem.Decode(content)
		again, err := pkcs8.ParsePKCS8PrivateKeySM2(block.Bytes, password)
		if err != nil || !again.Equal(theirs) {
			t.Fatalf("our key was not read by the library: %v", err)
		}
	}
}

// What is almost a key is none: every bit of a public key changed, either kind cut short, or with something after it, or of two halves.
func TestWhatIsAlmostAKeyIsRefused(t *testing.T) {
	theirs, err := sm2.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	other, err := sm2.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	public, err := smx509.MarshalPKIXPublicKey(&theirs.PublicKey)
	if err != nil {
		t.Fatal(err)
	}
	private, err := pkcs8.MarshalPrivateKey(theirs, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for kind, der := range map[string][]byte{"PUBLIC KEY": public, "PRIVATE KEY": private} {
		want, err := seal.ParsePublicKey(pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}))
		if err != nil {
			t.Fatal(err)
		}
		read := func(b []byte) bool {
			p, err := seal.ParsePublicKey(pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: b}))
			return err == nil && p.Equal(want)
		}
		for i := range der {
			for bit := range 8 {
				if kind == "PRIVATE KEY" { // its public half may be told apart, or not at all
					break
				}
				bad := bytes.Clone(der)
				bad[i] ^= 1 << bit
				if read(bad) {
					t.Errorf("%s: byte %d is %02x and the key the same", kind, i, bad[i])
				}
			}
			if read(der[:i]) {
				t.Errorf("%s: %d bytes are enough", kind, i)
			}
		}
		if read(append(bytes.Clone(der), 0)) {
			t.Errorf("%s: something may stand after it", kind)
		}
	}
	// The secret of one key beside the point of another would sign what its own public half does not verify.
	if i := bytes.Index(private, pointOf(t, theirs)); i < 0 {
		t.Fatal("the library writes no public half")
	} else {
		mixed := bytes.Clone(private)
		copy(mixed[i:], pointOf(t, other))
		if _, err := seal.ParsePublicKey(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: mixed})); err == nil {
			t.Error("halves of two keys were taken for one")
		}
	}
}

func pointOf(t *testing.T, k *sm2.PrivateKey) []byte {
	t.Helper()
	p, err := sm2.PublicKeyToECDH(&k.PublicKey)
	if err != nil {
		t.Fatal(err)
	}
	return p.Bytes()
}
