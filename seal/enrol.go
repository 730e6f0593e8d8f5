package seal

import (
	"bytes"
	"slices"
	"strings"
	"time"

	"yice/internal/inorder"
	"yice/text"
)

// How a trust folder changes: a key is enrolled, revoked, removed, and a register replaces what the register before it said.

// FingerprintTyped reads a fingerprint as people type it: in either case, with or without its dashes, with the letters that
// are mistaken for a digit.
func FingerprintTyped(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == 'O':
			return '0'
		case r == 'I' || r == 'L':
			return '1'
		case r == '-' || r == ' ' || r == '\t' || r == '\u3000':
			return -1
		}
		return r
	}, strings.ToUpper(s))
	if len(s) != 24 {
		return s
	}
	groups := make([]string, 0, 6)
	for ; s != ""; s = s[4:] {
		groups = append(groups, s[:4])
	}
	return strings.Join(groups, "-")
}

// IsFingerprint reports whether a text is spelled as a fingerprint is.
func IsFingerprint(s string) bool {
	return len(s) == 29 && FingerprintTyped(s) == s && strings.Trim(s, letters+"-") == ""
}

// Enrol adds an entry. A key that had no role gets the one given; the very same entry again changes nothing. One key never
// stands for two holders, and a second key under a name only where the first may no longer sign: else nobody could tell who
// has changed.
func (t Trust) Enrol(h Holder) (Holder, error) {
	if h.Key != nil {
		h.Fingerprint = h.Key.Fingerprint()
	}
	if err := h.Check(); err != nil {
		return h, err
	}
	return h, t.change(func(f *folder) error { return f.enrol(h) })
}

func (f *folder) enrol(h Holder) error {
	for i, have := range f.holders {
		switch {
		case !have.Key.Equal(h.Key):
			if have.Name == h.Name && have.Role == h.Role && have.USCC == h.USCC && have.Person == h.Person && have.To == "" && have.RevokedOn == "" {
				return &text.Fault{Code: "seal.name-taken", Class: text.Cannot, Say: text.SealNameTaken.With(h.Name, have.Fingerprint)}
			}
		case have.sameEntry(h):
			return nil
		case have.RevokedOn != "":
			return fault("seal.key-revoked", text.SealEnrolRevoked.With(have.Name, have.Fingerprint, have.RevokedOn, have.RevokedWhy), nil)
		case have.Role == Unassigned && h.Role != Unassigned:
			f.holders[i] = held{Holder: h}
			return nil
		case have.Role == h.Role || h.Role == Unassigned || !have.sameHolder(h):
			return keyTaken(have.Holder)
		}
	}
	f.holders = append(f.holders, held{Holder: h})
	return nil
}

// sameEntry reports whether two entries say the same.
func (h Holder) sameEntry(o Holder) bool {
	if h.Fingerprint != o.Fingerprint {
		return false
	}
	h.Key, o.Key = nil, nil
	return h == o
}

func (f *folder) inOrder() []held {
	all := slices.Clone(f.holders)
	inorder.Sort(all, func(a, b held) int { return compareHolders(a.Holder, b.Holder) })
	return all
}

// Revoke notes that a key signs nothing dated on a day or later, and why. All roles of the key are revoked. What was revoked
// already can be put to an earlier day, never to a later one. It gives the entries as they stand now.
func (t Trust) Revoke(fingerprint, on, why string) (revoked []Holder, err error) {
	fingerprint = FingerprintTyped(fingerprint)
	if on == "" || strings.TrimSpace(why) == "" {
		return nil, &text.Fault{Code: "seal.bad-entry", Class: text.Usage, Say: text.SealRevokeWhy}
	}
	err = t.change(func(f *folder) error {
		for i := range f.holders {
			h := &f.holders[i]
			if h.Fingerprint != fingerprint {
				continue
			}
			if h.RevokedOn != "" && on >= h.RevokedOn {
				return fault("seal.key-revoked", text.SealRevokedAlready.With(h.Name, h.RevokedOn, h.RevokedWhy), nil)
			}
			// What is revoked here stays so when the next register comes and says nothing of it.
			h.RevokedOn, h.RevokedWhy, h.registered = on, strings.TrimSpace(why), false
			if err := h.Check(); err != nil {
				return err
			}
			revoked = append(revoked, h.Holder)
		}
		if len(revoked) == 0 {
			return fault("seal.no-holder", text.SealNoHolder.With(harmless(fingerprint), t.Dir), nil)
		}
		return nil
	})
	return revoked, err
}

// Remove forgets a key: by its fingerprint, or by a name that one key alone has. With the key of the pinned root goes all
// that its register said.
func (t Trust) Remove(what string) (gone []Holder, err error) {
	err = t.change(func(f *folder) error {
		fingerprint, err := f.find(what, t.Dir)
		if err != nil {
			return err
		}
		root := fingerprint == f.root
		if root {
			f.root, f.number = "", 0
		}
		f.holders = slices.DeleteFunc(f.holders, func(h held) bool {
			if h.Fingerprint != fingerprint && !(root && h.registered) {
				return false
			}
			gone = append(gone, h.Holder)
			return true
		})
		return nil
	})
	return gone, err
}

// find gives the fingerprint that is meant.
func (f *folder) find(what, dir string) (string, error) {
	var found []string
	typed := FingerprintTyped(what)
	for _, h := range f.holders {
		if h.Fingerprint == typed {
			return typed, nil
		}
		if h.Name == what && !slices.Contains(found, h.Fingerprint) {
			found = append(found, h.Fingerprint)
		}
	}
	switch len(found) {
	case 0:
		return "", fault("seal.no-holder", text.SealNoHolder.With(harmless(what), dir), nil)
	case 1:
		return found[0], nil
	}
	return "", fault("seal.two-holders", text.SealTwoHolders.With(harmless(what), strings.Join(found, ", ")), nil)
}

// Taken says what a register changed in a folder.
type Taken struct {
	Number               int64
	First                bool // its root was pinned by it
	Added, Changed, Gone []Holder
	Kept                 []Holder // revoked here: the register does not undo that
}

// clockSlack is how far a register's time may lie ahead of the clock that reads it.
const clockSlack = 10 * time.Minute

// Take puts a register in the place of the one before it. root is the key that signed it, which the caller has verified;
// confirmed is the fingerprint that two people have read to each other, which the first register of a folder needs. Later ones
// must come from the same root and bear a higher number.
func (t Trust) Take(r *Register, root *PublicKey, confirmed string, now time.Time) (Taken, error) {
	if r.Root != root.Fingerprint() {
		return Taken{}, fault("seal.root-other", text.SealRootNot.With(root.Fingerprint(), text.SealRootAbsent), nil)
	}
	if err := r.check(); err != nil {
		return Taken{}, err
	}
	if r.IssuedAt.After(now.Add(clockSlack)) {
		return Taken{}, fault("seal.register-future", text.SealRegisterFuture.With(r.IssuedAt.Format(time.RFC3339)), nil)
	}
	var done Taken
	err := t.change(func(f *folder) error {
		var err error
		done, err = f.take(r, root, confirmed)
		return err
	})
	return done, err
}

func (f *folder) take(r *Register, root *PublicKey, confirmed string) (Taken, error) {
	done := Taken{Number: r.Number, First: f.root == ""}
	switch {
	case f.root == "" && FingerprintTyped(confirmed) != r.Root:
		return done, Unconfirmed(root.Fingerprint(), confirmed)
	case f.root != "" && f.root != r.Root:
		return done, fault("seal.root-other", text.SealRootOther.With(r.Root, f.root), nil)
	case confirmed != "" && FingerprintTyped(confirmed) != r.Root:
		return done, Unconfirmed(root.Fingerprint(), confirmed)
	case f.root != "" && r.Number <= f.number:
		return done, fault("seal.register-old", text.SealRegisterOld.With(r.Number, f.number), nil)
	}
	for _, h := range f.holders {
		if h.Fingerprint == r.Root && h.RevokedOn != "" {
			return done, fault("seal.key-revoked", text.SealEnrolRevoked.With(h.Name, h.Fingerprint, h.RevokedOn, h.RevokedWhy), nil)
		}
	}
	f.replace(r, &done)
	f.root, f.number = r.Root, r.Number
	return done, nil
}

// replace puts the register's entries in the place of the last register's, and of what was enrolled here for the same keys.
func (f *folder) replace(r *Register, done *Taken) {
	before := f.holders
	f.holders = nil
	listed, seats, old := make(map[string]bool), make(map[seat]bool), make(map[seat]Holder)
	for _, h := range r.Holders {
		listed[h.Fingerprint], seats[h.seat()] = true, true
	}
	stays := make(map[string]bool) // keys revoked here and not there
	for _, h := range before {
		old[h.seat()] = h.Holder
		switch {
		case !listed[h.Fingerprint] && !h.registered:
			f.holders = append(f.holders, h)
		case listed[h.Fingerprint] && !h.registered && h.RevokedOn != "" && !revokedIn(r, h.Holder):
			f.holders = append(f.holders, h)
			stays[h.Fingerprint] = true
			done.Kept = append(done.Kept, h.Holder)
		case !seats[h.seat()]:
			done.Gone = append(done.Gone, h.Holder)
		}
	}
	for _, h := range sorted(r.Holders) {
		if stays[h.Fingerprint] {
			continue
		}
		f.holders = append(f.holders, held{h, true})
		switch was, there := old[h.seat()]; {
		case !there:
			done.Added = append(done.Added, h)
		case !was.sameEntry(h):
			done.Changed = append(done.Changed, h)
		}
	}
}

// seat is what one entry alone may have: a key in a role.
type seat struct {
	fingerprint string
	role        Role
}

func (h Holder) seat() seat { return seat{h.Fingerprint, h.Role} }

// revokedIn reports whether a register revokes a key at least as early as it was revoked here.
func revokedIn(r *Register, h Holder) bool {
	for _, o := range r.Holders {
		if o.Fingerprint == h.Fingerprint && (o.RevokedOn == "" || o.RevokedOn > h.RevokedOn) {
			return false
		}
	}
	return true
}

// Unconfirmed is the refusal of a key whose fingerprint nobody has compared yet, or that compares otherwise.
func Unconfirmed(fingerprint, typed string) error {
	say := text.SealConfirm.With(fingerprint)
	if typed != "" {
		say = text.SealConfirmDiffers.With(fingerprint, harmless(typed))
	}
	return &text.Fault{Code: "seal.unconfirmed", Class: text.Findings, Say: say}
}

// Issue makes the next register of a folder: every key of it that has a role, numbered after the last, for the root to sign.
// The root must be a 签发 key that may sign now. Nothing changes in the folder before [Trust.Issued].
func (t Trust) Issue(root *PublicKey, now time.Time) (*Register, error) {
	f, err := t.read()
	if err != nil {
		return nil, err
	}
	if f.root != "" && f.root != root.Fingerprint() {
		return nil, fault("seal.root-other", text.SealRootOther.With(root.Fingerprint(), f.root), nil)
	}
	r := f.register(root.Fingerprint(), now.Truncate(time.Second))
	return r, r.check()
}

func (f *folder) register(root string, at time.Time) *Register {
	r := &Register{Number: f.number + 1, IssuedAt: at, Root: root}
	for _, h := range f.holders {
		if h.Role != Unassigned {
			r.Holders = append(r.Holders, h.Holder)
		}
	}
	return r
}

// Issued notes in the folder that a register goes out, so that the next one has a higher number. It refuses where the keys were
// changed since the register was made: what goes out is what the folder says.
func (t Trust) Issued(r *Register) error {
	return t.change(func(f *folder) error {
		if f.root != "" && f.root != r.Root || r.Number <= f.number {
			return fault("seal.register-old", text.SealRegisterOld.With(r.Number, f.number), nil)
		}
		if !bytes.Equal(f.register(r.Root, r.IssuedAt).Bytes(), r.Bytes()) {
			return fault("seal.register-changed", text.SealRegisterChanged, nil)
		}
		f.root, f.number = r.Root, r.Number
		return nil
	})
}
