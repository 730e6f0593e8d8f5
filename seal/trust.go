package seal

import (
	"os"
	"path/filepath"
	"sort"
	"strings"
	"unicode"

	"yice/text"
)

// Trust is a folder of public keys, one <name>.pem each. People may look after it by hand.
type Trust struct{ Dir string }

// Trusted is one key of it.
type Trusted struct {
	Name        string
	Fingerprint string
	Key         *PublicKey
}

const maxTrusted = 10_000

// Add puts a key under a name; a name that another key has is refused, and so is one that cannot name a file everywhere.
func (t Trust) Add(name string, p *PublicKey) error {
	if !fitName(name) {
		return &text.Fault{Code: "seal.bad-name", Class: text.Usage, Say: text.SealBadName.With(name)}
	}
	if err := os.MkdirAll(t.Dir, 0o755); err != nil {
		return fault("seal.cannot-write", text.SealCannotWrite.With(t.Dir), err)
	}
	path := filepath.Join(t.Dir, name+".pem")
	if there, err := ReadPublicKey(path); err == nil {
		if there.Equal(p) {
			return nil
		}
		return &text.Fault{Code: "seal.name-taken", Class: text.Cannot, Say: text.SealNameTaken.With(name, there.Fingerprint())}
	}
	return writeNew(path, p.PEM(), 0o644)
}

func fitName(name string) bool {
	if name == "" || len(name) > 200 || strings.TrimSpace(name) != name || strings.HasPrefix(name, ".") || strings.HasSuffix(name, ".") {
		return false
	}
	return !strings.ContainsFunc(name, func(r rune) bool {
		return unicode.IsControl(r) || r == unicode.ReplacementChar || strings.ContainsRune(`/\:*?"<>|`, r)
	})
}

// List gives all, by name. Files that are no keys are left out.
func (t Trust) List() ([]Trusted, error) {
	entries, err := os.ReadDir(t.Dir)
	if err != nil {
		return nil, cannotRead(t.Dir, err)
	}
	var all []Trusted
	for _, e := range entries {
		name, isPEM := strings.CutSuffix(e.Name(), ".pem")
		if !isPEM || e.IsDir() || !fitName(name) || len(all) == maxTrusted {
			continue
		}
		if p, err := ReadPublicKey(filepath.Join(t.Dir, e.Name())); err == nil {
			all = append(all, Trusted{name, p.Fingerprint(), p})
		}
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Name < all[j].Name })
	return all, nil
}

// Name gives the name of a key; ok is false for one that is not trusted.
func (t Trust) Name(p *PublicKey) (name string, ok bool, err error) {
	all, err := t.List()
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
