package seal_test

import (
	"bytes"
	"encoding/asn1"
	"math/big"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"yice/seal"
)

func says(p string) func() (string, error) { return func() (string, error) { return p, nil } }

func newKey(t testing.TB) *seal.Key {
	t.Helper()
	k, err := seal.NewKey()
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestAKeyComesBackFromItsFile(t *testing.T) {
	for _, passphrase := range []string{"", "一二三 four"} {
		path := filepath.Join(t.TempDir(), "key.pem")
		k := newKey(t)
		if err := seal.WriteKey(path, k, passphrase); err != nil {
			t.Fatal(err)
		}
		back, err := seal.ReadKey(path, says(passphrase))
		if err != nil {
			t.Fatal(err)
		}
		sig, err := back.Sign([]byte("what the key that came back signs"))
		if err != nil || !back.Public().Equal(k.Public()) || !k.Public().Verify([]byte("what the key that came back signs"), sig) {
			t.Error("another key came back")
		}
		pub, err := seal.ReadPublicKey(seal.PublicPath(path))
		if err != nil || !pub.Equal(k.Public()) {
			t.Errorf("the public half beside it is wrong: %v", err)
		}
		if err := seal.WriteKey(path, k, passphrase); err == nil {
			t.Error("a key file was overwritten")
		}
		if runtime.GOOS != "windows" {
			if info, _ := os.Stat(path); info.Mode().Perm() != 0o600 {
				t.Errorf("the key file is open to others: %v", info.Mode())
			}
		}
	}
}

func TestAnEncryptedKeyAsksForItsPassphrase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "key.pem")
	if err := seal.WriteKey(path, newKey(t), "right"); err != nil {
		t.Fatal(err)
	}
	content, _ := os.ReadFile(path)
	if !bytes.Contains(content, []byte("ENCRYPTED")) {
		t.Fatal("the key lies open")
	}
	for name, ask := range map[string]func() (string, error){"nobody to ask": nil, "wrong": says("wrong"), "empty": says("")} {
		if _, err := seal.ReadKey(path, ask); err == nil {
			t.Errorf("%s: the key opened", name)
		}
	}
}

func TestASignatureHoldsForItsBytesAlone(t *testing.T) {
	k, data := newKey(t), []byte("两行\nof a manifest\n")
	sig, err := k.Sign(data)
	if err != nil {
		t.Fatal(err)
	}
	if !k.Public().Verify(data, sig) {
		t.Fatal("its own signature is refused")
	}
	if newKey(t).Public().Verify(data, sig) {
		t.Error("another's key takes it")
	}
	for i := range sig {
		for bit := range 8 {
			bad := bytes.Clone(sig)
			bad[i] ^= 1 << bit
			if k.Public().Verify(data, bad) {
				t.Errorf("byte %d bit %d of the signature changed and it passed", i, bit)
			}
		}
	}
	for i := range data {
		bad := bytes.Clone(data)
		bad[i] ^= 1
		if k.Public().Verify(bad, sig) {
			t.Errorf("byte %d of the data changed and it passed", i)
		}
	}
	if k.Public().Verify(data, append(bytes.Clone(sig), 0)) {
		t.Error("a signature with a tail passed")
	}
	var rs struct{ R, S *big.Int }
	if _, err := asn1.Unmarshal(sig, &rs); err != nil {
		t.Fatal(err)
	}
	rs.S.Neg(rs.S)
	if other, err := asn1.Marshal(rs); err == nil && k.Public().Verify(data, other) {
		t.Error("a negative s passed")
	}
}

func TestAFingerprintCanBeReadOut(t *testing.T) {
	p := newKey(t).Public()
	if !regexp.MustCompile(`^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$`).MatchString(p.Fingerprint()) {
		t.Errorf("fingerprint %q", p.Fingerprint())
	}
	back, err := seal.ParsePublicKey(p.PEM())
	if err != nil || back.Fingerprint() != p.Fingerprint() {
		t.Errorf("another fingerprint after reading back: %v", err)
	}
}

func TestAnEnvelopeOpensForItsReaderAlone(t *testing.T) {
	k, content := newKey(t), []byte(strings.Repeat("机密 secret ", 100))
	sealed, err := seal.Envelop(content, k.Public())
	if err != nil {
		t.Fatal(err)
	}
	if !seal.Enveloped(sealed) || bytes.Contains(sealed, []byte("secret")) {
		t.Fatal("not an envelope, or the content lies open")
	}
	if back, err := seal.OpenEnvelope(sealed, k); err != nil || !bytes.Equal(back, content) {
		t.Fatalf("did not come back: %v", err)
	}
	if _, err := seal.OpenEnvelope(sealed, newKey(t)); err == nil {
		t.Error("a stranger opened it")
	}
	for range 300 {
		bad := bytes.Clone(sealed)
		bad[rand.IntN(len(bad))] ^= 1 << rand.IntN(8)
		if _, err := seal.OpenEnvelope(bad, k); err == nil {
			t.Error("a changed envelope opened")
		}
	}
	for n := range 200 {
		if _, err := seal.OpenEnvelope(sealed[:n], k); err == nil {
			t.Errorf("the first %d bytes opened", n)
		}
	}
}

// OpenSSL is the other implementation: what we make it must take, and the other way round.
func TestOpenSSLAgrees(t *testing.T) {
	version, err := exec.Command("openssl", "version").Output()
	if err != nil || !bytes.HasPrefix(version, []byte("OpenSSL 3")) {
		t.Log("no OpenSSL 3 here; the cross-check is left to machines that have it")
		return
	}
	dir := t.TempDir()
	file := func(name string) string { return filepath.Join(dir, name) }
	run := func(args ...string) string {
		t.Helper()
		out, err := exec.Command("openssl", args...).CombinedOutput()
		if err != nil {
			t.Fatalf("openssl %s: %v\n%s", strings.Join(args, " "), err, out)
		}
		return string(out)
	}
	data := []byte("abc  manifest\n")
	if err := os.WriteFile(file("data"), data, 0o644); err != nil {
		t.Fatal(err)
	}

	k := newKey(t)
	if err := seal.WriteKey(file("ours.pem"), k, "pass"); err != nil {
		t.Fatal(err)
	}
	sig, err := k.Sign(data)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file("sig"), sig, 0o644); err != nil {
		t.Fatal(err)
	}
	if out := run("dgst", "-sm3", "-verify", file("ours.pem.pub"), "-sigopt", "distid:1234567812345678", "-signature", file("sig"), file("data")); !strings.Contains(out, "Verified OK") {
		t.Errorf("openssl says %s", out)
	}
	if out := run("pkey", "-in", file("ours.pem"), "-passin", "pass:pass", "-pubout"); out != string(k.Public().PEM()) {
		t.Errorf("openssl reads another key from our file:\n%s", out)
	}

	run("genpkey", "-algorithm", "SM2", "-out", file("theirs.pem"))
	theirs, err := seal.ReadKey(file("theirs.pem"), nil)
	if err != nil {
		t.Fatal(err)
	}
	run("dgst", "-sm3", "-sign", file("theirs.pem"), "-sigopt", "distid:1234567812345678", "-out", file("theirsig"), file("data"))
	theirSig, _ := os.ReadFile(file("theirsig"))
	if !theirs.Public().Verify(data, theirSig) {
		t.Error("openssl's signature is refused")
	}
}

func FuzzReadingKeysNeverPanics(f *testing.F) {
	f.Add(newKey(f).Public().PEM())
	f.Add([]byte("-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n"))
	f.Fuzz(func(t *testing.T, content []byte) {
		if p, err := seal.ParsePublicKey(content); err == nil {
			if again, err := seal.ParsePublicKey(p.PEM()); err != nil || !again.Equal(p) {
				t.Error("a key does not come back from its own PEM")
			}
		}
	})
}
