package submission

import (
	"sync"

	"yice/seal"
)

// Trust is the keys that a reader trusts, read once, and which of them signed which pack: of a thousand submissions nearly
// all bear the same one.
type Trust struct {
	list func() ([]seal.Holder, error)

	mu    sync.Mutex
	packs map[[2]string]bool // by source and signature
}

// NewTrust takes the keys as list gives them; it is asked once.
func NewTrust(list func() ([]seal.Holder, error)) *Trust {
	return &Trust{list: sync.OnceValues(list), packs: make(map[[2]string]bool)}
}

// Ready reports whether the keys could be read.
func (t *Trust) Ready() error {
	_, err := t.list()
	return err
}

// name gives the name of a key; ok is false for one that is not trusted.
func (t *Trust) name(p *seal.PublicKey) (name string, ok bool, err error) {
	all, err := t.list()
	if err != nil {
		return "", false, err
	}
	for _, k := range all {
		if k.Key.Equal(p) {
			return k.Name, true, nil
		}
	}
	return "", false, nil
}

// signedPack reports whether a trusted key signed a pack.
func (t *Trust) signedPack(source, signature []byte) bool {
	k := [2]string{string(source), string(signature)}
	t.mu.Lock()
	is, known := t.packs[k]
	t.mu.Unlock()
	if known {
		return is
	}
	all, err := t.list()
	if err != nil {
		return false
	}
	for _, key := range all {
		is = is || key.Role == seal.Issuing && key.Key.VerifyStatement(seal.PackStatement, source, signature)
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.packs) < packsHeld {
		t.packs[k] = is
	}
	return is
}
