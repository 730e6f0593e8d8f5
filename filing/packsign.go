package filing

import (
	"os"

	"yice/filing/submission"
	"yice/seal"
)

// SignPack signs a policy pack: a detached signature over its bytes, beside it as <path>.sig.
func SignPack(path, keyPath string, passphrase func() (string, error)) (string, error) {
	source, err := os.ReadFile(path)
	if err != nil {
		return "", cannotOpen(path, err)
	}
	if _, err := submission.LoadPack(source); err != nil {
		return "", err
	}
	key, err := seal.ReadKey(keyPath, passphrase)
	if err != nil {
		return "", err
	}
	signature, err := key.Sign(source)
	if err != nil {
		return "", err
	}
	out := path + ".sig"
	return out, writeBeside(out, func(f *os.File) error {
		_, err := f.Write(signature)
		return err
	})
}

// PackSigner gives the trusted name whose key signed a pack; ok is false where none did.
func PackSigner(t seal.Trust, source, signature []byte) (name string, ok bool) {
	all, err := t.List()
	if err != nil {
		return "", false
	}
	for _, k := range all {
		if k.Key.Verify(source, signature) {
			return k.Name, true
		}
	}
	return "", false
}
