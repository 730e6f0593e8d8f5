package filing

import (
	"bytes"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"yice/entry"
	"yice/scoring"
	"yice/seal"
	"yice/store"
)

// regulator is a regulator's side for a test: keys for every role, a folder that knows them, and a pack that was issued.
type regulator struct {
	trust, pack                                string // folder, file
	enterprise, stranger, deciding, receipting string // key files; stranger may hand in for another enterprise
	source, signature                          []byte
}

func newRegulator(t testing.TB) *regulator {
	t.Helper()
	r := &regulator{trust: filepath.Join(t.TempDir(), "trust")}
	enrol := func(to *string, h seal.Holder) *seal.Key {
		path, k := keyFile(t)
		*to = path
		h.Key = k.Public()
		r.enrol(t, h)
		return k
	}
	issuing := issuer(t)
	_ = r.enrol(t, seal.Holder{Name: "示例国资委", Role: seal.Issuing, Key: issuing.Public()})
	enrol(&r.enterprise, seal.Holder{Name: "示例水务", Role: seal.Filing, USCC: waterUSCC})
	enrol(&r.stranger, seal.Holder{Name: "示例热力", Role: seal.Filing, USCC: heatSub})
	enrol(&r.deciding, seal.Holder{Name: "示例认定处", Role: seal.Deciding})
	enrol(&r.receipting, seal.Holder{Name: "示例收件处", Role: seal.Receipting})
	r.source, r.signature = issued(t)
	r.pack = packFile(t, r.source, r.signature)
	return r
}

func (r *regulator) enrol(t testing.TB, h seal.Holder) seal.Holder {
	t.Helper()
	h.Fingerprint = h.Key.Fingerprint()
	h, err := (seal.Trust{Dir: r.trust}).Enrol(h)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// made once: the key that issues packs, and what it issued.
var issuing struct {
	once      sync.Once
	key       *seal.Key
	signature []byte
	err       error
}

func issuer(t testing.TB) *seal.Key {
	t.Helper()
	issued(t)
	return issuing.key
}

// issued is the example's pack as if it were issued, and the signature over it.
func issued(t testing.TB) (source, signature []byte) {
	t.Helper()
	source = issuedSource(t)
	issuing.once.Do(func() {
		if issuing.key, issuing.err = seal.NewKey(); issuing.err == nil {
			issuing.signature, issuing.err = issuing.key.SignStatement(seal.PackStatement, source)
		}
	})
	if issuing.err != nil {
		t.Fatal(issuing.err)
	}
	return source, issuing.signature
}

// issuedSource is the example's pack as if it were issued.
func issuedSource(t testing.TB) []byte {
	t.Helper()
	source, err := os.ReadFile("../examples/pack-2023.toml")
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Replace(source, []byte(`status     = "draft"`), []byte(`status     = "issued"`), 1)
}

// packFile writes a pack with its signature beside it.
func packFile(t testing.TB, source, signature []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "pack.toml")
	for at, content := range map[string][]byte{path: source, path + ".sig": signature} {
		if err := os.WriteFile(at, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

// desk opens the example enterprise under the issued pack.
func (r *regulator) desk(t testing.TB) *entry.Session {
	t.Helper()
	return under(t, golden(t), r.source, r.signature)
}

// under opens a session's year again under an issued pack.
func under(t testing.TB, s *entry.Session, source, signature []byte) *entry.Session {
	t.Helper()
	p, err := scoring.Load(source)
	if err != nil {
		t.Fatal(err)
	}
	file := store.PackFile{SHA256: p.SHA256, Year: p.Year, Status: p.Status, Source: source, Signature: signature}
	if err := s.Workspace().AddPack(file); err != nil {
		t.Fatal(err)
	}
	uscc, _, _ := s.Enterprise()
	return sit(t, s.Workspace(), uscc, s.Year())
}
