package filing

import (
	"sync"

	"yice/seal"
)

// trustShelf keeps the keys of a trust folder, read once, and whose signature stands under which pack: of a thousand
// submissions nearly all bear the same one.
type trustShelf struct {
	list func() ([]seal.Holder, error)

	mu    sync.Mutex
	packs map[[2]string]bool // by source and signature
}

func newTrustShelf(dir string) *trustShelf {
	return &trustShelf{list: sync.OnceValues(seal.Trust{Dir: dir}.List), packs: make(map[[2]string]bool)}
}

// shelf is the one shared with other submissions, else one of its own.
func (o VerifyOptions) shelf() *trustShelf {
	if o.known != nil {
		return o.known
	}
	return newTrustShelf(o.Trust)
}

// name gives the name of a key; ok is false for one that is not trusted.
func (t *trustShelf) name(p *seal.PublicKey) (name string, ok bool, err error) {
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
func (t *trustShelf) signedPack(source, signature []byte) bool {
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
		is = is || key.Key.Verify(source, signature)
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.packs) < packsHeld {
		t.packs[k] = is
	}
	return is
}
