package seal

import (
	"bytes"
	"encoding/json"
	"slices"
	"time"

	"yice/text"
)

// How keys are written: keys.json of a trust folder, and keys.json of a signed register. Each has one spelling; a file that
// is written otherwise, or holds a member nobody knows, is damaged.

const (
	trustFormat    = "yice-trust/2"
	registerFormat = "yice-keys/2"

	// MaxKeysFile is the size of the largest list of keys that is read, in bytes; maxHolders is how many it may have: a province's ten
	// thousand enterprises, with those whose keys were replaced.
	MaxKeysFile = 16 << 20
	maxHolders  = 20_000
	// highestNumber of a register: far more than anybody issues, and far from where a number would wrap.
	highestNumber = 1_000_000_000
)

type holderJSON struct {
	Name        string `json:"name"`
	Role        string `json:"role"`
	USCC        string `json:"uscc"`
	Person      string `json:"person"`
	From        string `json:"from"`
	To          string `json:"to"`
	RevokedOn   string `json:"revoked_on"`
	RevokedWhy  string `json:"why"`
	Fingerprint string `json:"fingerprint"`
	Key         string `json:"key"`
	// Registered says, in a trust folder, that the entry came with the register.
	Registered bool `json:"registered,omitempty"`
}

// held is an entry of a trust folder: its own, or the register's.
type held struct {
	Holder
	registered bool
}

func (h held) json() holderJSON {
	return holderJSON{
		h.Name, string(h.Role), h.USCC, h.Person, h.From, h.To, h.RevokedOn, h.RevokedWhy, h.Fingerprint, string(h.Key.PEM()), h.registered,
	}
}

func (j holderJSON) held() (held, error) {
	key, err := ParsePublicKey([]byte(j.Key))
	if err != nil {
		return held{}, err
	}
	return held{Holder{
		Name: j.Name, Role: Role(j.Role), USCC: j.USCC, Person: j.Person, From: j.From, To: j.To,
		RevokedOn: j.RevokedOn, RevokedWhy: j.RevokedWhy, Key: key, Fingerprint: j.Fingerprint,
	}, j.Registered}, nil
}

func printKeys(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(v); err != nil {
		panic("seal: a list of keys has no encoding: " + err.Error())
	}
	return b.Bytes()
}

// parseKeys reads a document into v and asks that it is spelt as print spells it.
func parseKeys(content []byte, v any, print func() ([]byte, error)) error {
	damaged := fault("seal.keys-damaged", text.SealKeysDamaged, nil)
	if len(content) > MaxKeysFile {
		return damaged
	}
	d := json.NewDecoder(bytes.NewReader(content))
	d.DisallowUnknownFields()
	if d.Decode(v) != nil {
		return damaged
	}
	again, err := print()
	if err != nil {
		return err
	}
	if !bytes.Equal(again, content) {
		return damaged
	}
	return nil
}

type registerJSON struct {
	Format   string       `json:"format"`
	Number   int64        `json:"number"`
	IssuedAt string       `json:"issued_at"`
	Root     string       `json:"root"`
	Holders  []holderJSON `json:"holders"`
}

// Register is a list of keys that a root signs and numbers. The document travels as keys.json in a signed file; whoever read
// that file has checked the signature.
type Register struct {
	Number   int64
	IssuedAt time.Time // to the second
	Root     string    // fingerprint of the key that signs it
	Holders  []Holder
}

// Bytes is the one spelling of a register.
func (r *Register) Bytes() []byte {
	j := registerJSON{registerFormat, r.Number, r.IssuedAt.Format(time.RFC3339), r.Root, make([]holderJSON, 0, len(r.Holders))}
	for _, h := range sorted(r.Holders) {
		j.Holders = append(j.Holders, held{h, false}.json())
	}
	return printKeys(j)
}

// Keyring is that of a register alone.
func (r *Register) Keyring() *Keyring { return newKeyring(r.Holders, r.Root, r.Number) }

// ParseRegister reads the document of a register. Its root must stand in it as a 签发 key that may sign on the day of issue:
// a register that its own signer has no right to says nothing.
func ParseRegister(content []byte) (*Register, error) {
	var j registerJSON
	r := &Register{}
	err := parseKeys(content, &j, func() ([]byte, error) {
		var err error
		r.Number, r.Root = j.Number, j.Root
		if r.IssuedAt, err = time.Parse(time.RFC3339, j.IssuedAt); err != nil || j.Format != registerFormat {
			return nil, fault("seal.keys-damaged", text.SealKeysDamaged, nil)
		}
		for _, one := range j.Holders {
			h, err := one.held()
			if err != nil {
				return nil, err
			}
			r.Holders = append(r.Holders, h.Holder)
		}
		return r.Bytes(), nil
	})
	if err != nil {
		return nil, err
	}
	return r, r.check()
}

func (r *Register) check() error {
	switch {
	case len(r.Holders) > maxHolders:
		return fault("seal.keys-many", text.SealKeysMany.With(maxHolders), nil)
	case r.Number < 1 || r.Number > highestNumber:
		return fault("seal.keys-damaged", text.SealKeysDamaged, nil)
	}
	if err := checkTogether(r.Holders); err != nil {
		return err
	}
	if slices.ContainsFunc(r.Holders, func(h Holder) bool { return h.Role == Unassigned }) {
		return fault("seal.keys-damaged", text.SealKeysDamaged, nil)
	}
	i := slices.IndexFunc(r.Holders, func(h Holder) bool { return h.Role == Issuing && h.Fingerprint == r.Root })
	if i < 0 {
		return fault("seal.root-entitled", text.SealRootNot.With(harmless(r.Root), text.SealRootAbsent), nil)
	}
	root := r.Holders[i]
	if standing, _, why := r.Keyring().Judge(root.Key, Issuing, "", r.IssuedAt); standing != Trusted || root.RevokedOn != "" {
		return fault("seal.root-entitled", text.SealRootNot.With(r.Root, why), nil)
	}
	return nil
}

type trustJSON struct {
	Format  string       `json:"format"`
	Root    string       `json:"root"`
	Number  int64        `json:"number"`
	Holders []holderJSON `json:"holders"`
}

// folder is what a trust folder holds.
type folder struct {
	root    string
	number  int64
	holders []held
	old     []string // files NAME.pem that were read and are not in keys.json yet
}

func (f *folder) bytes() []byte {
	j := trustJSON{trustFormat, f.root, f.number, make([]holderJSON, 0, len(f.holders))}
	for _, h := range f.inOrder() {
		j.Holders = append(j.Holders, h.json())
	}
	return printKeys(j)
}

func parseFolder(content []byte) (*folder, error) {
	var j trustJSON
	f := &folder{}
	err := parseKeys(content, &j, func() ([]byte, error) {
		if f.root, f.number = j.Root, j.Number; j.Format != trustFormat {
			return nil, fault("seal.keys-damaged", text.SealKeysDamaged, nil)
		}
		for _, one := range j.Holders {
			h, err := one.held()
			if err != nil {
				return nil, err
			}
			f.holders = append(f.holders, h)
		}
		return f.bytes(), nil
	})
	if err != nil {
		return nil, err
	}
	return f, f.check()
}

func (f *folder) check() error {
	switch {
	case len(f.holders) > maxHolders:
		return fault("seal.keys-many", text.SealKeysMany.With(maxHolders), nil)
	case f.number < 0 || f.number > highestNumber, (f.root == "") != (f.number == 0):
		return fault("seal.keys-damaged", text.SealKeysDamaged, nil)
	}
	return checkTogether(f.all())
}

func (f *folder) all() []Holder {
	all := make([]Holder, len(f.holders))
	for i, h := range f.holders {
		all[i] = h.Holder
	}
	return all
}
