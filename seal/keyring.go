package seal

import (
	"slices"
	"time"

	"yice/text"
)

// Keyring answers who may say what. It is made once, from a trust folder ([OpenTrust]) or a register ([Register.Keyring]),
// and never changes. A nil Keyring knows nobody; whether keys are asked for at all is the caller's to say.
type Keyring struct {
	holders []Holder
	of      map[string][]int // by fingerprint
	root    string
	number  int64
}

func newKeyring(all []Holder, root string, number int64) *Keyring {
	k := &Keyring{holders: sorted(all), of: make(map[string][]int, len(all)), root: root, number: number}
	for i, h := range k.holders {
		k.of[h.Fingerprint] = append(k.of[h.Fingerprint], i)
	}
	return k
}

// Holders lists the entries in the order of lists.
func (k *Keyring) Holders() []Holder {
	if k == nil {
		return nil
	}
	return slices.Clone(k.holders)
}

// Root is the fingerprint of the pinned root that signs the register of keys, "" where none was taken; Number is the number
// of the register taken, or issued, last.
func (k *Keyring) Root() string {
	if k == nil {
		return ""
	}
	return k.root
}

// Number is the number of the register that was taken, or issued, last; 0 where there was none.
func (k *Keyring) Number() int64 {
	if k == nil {
		return 0
	}
	return k.number
}

// HasIssuer reports whether there is a regulator to compare with at all.
func (k *Keyring) HasIssuer() bool { return k.Root() != "" || k.issuer("") }

// Issues reports whether a fingerprint is that of the pinned root or of another 签发 key that stands here: also of one whose time is
// over, since a root is followed by another and what was sealed for the first was sealed for the same regulator.
func (k *Keyring) Issues(fingerprint string) bool {
	return fingerprint != "" && (k.Root() == fingerprint || k.issuer(fingerprint))
}

func (k *Keyring) issuer(fingerprint string) bool {
	return k != nil && slices.ContainsFunc(k.holders, func(h Holder) bool {
		return h.Role == Issuing && (fingerprint == "" || h.Fingerprint == fingerprint)
	})
}

// Audience is the fingerprint of the regulator that the holder of these keys reports to: the pinned root; without one the
// only 签发 key that may sign on a day. "" where nobody knows which is meant.
func (k *Keyring) Audience(at time.Time) string {
	if root := k.Root(); root != "" || k == nil {
		return root
	}
	found := ""
	for _, h := range k.holders {
		if h.Role != Issuing {
			continue
		}
		if standing, _, _ := k.Judge(h.Key, Issuing, "", at); standing != Trusted || h.RevokedOn != "" {
			continue
		}
		if found != "" {
			return ""
		}
		found = h.Fingerprint
	}
	return found
}

// Standing is what a keyring says of the key under a statement.
type Standing uint8

// A key may make the statement; nobody knows it; it is known and may not.
const (
	Unknown Standing = iota
	Trusted
	Wrong
)

// china is where days are counted: a date in a keyring begins and ends there, whatever clock wrote the statement.
var china = time.FixedZone("UTC+8", 8*60*60)

// Judge says whether a key may make statements of a role, for an enterprise (by USCC; "" where none is meant) and at the
// moment the statement says it was made. The holder is the entry that was judged by; the sentence says why not. With Trusted
// the sentence is empty, or what has to be said beside it: the key was revoked since, and only the signer's own word puts
// the statement before that day.
func (k *Keyring) Judge(p *PublicKey, role Role, uscc string, at time.Time) (Standing, Holder, text.Pair) {
	entries := k.entries(p)
	if len(entries) == 0 {
		return Unknown, Holder{}, text.SealKeyUnknown.With(p.Fingerprint())
	}
	i := slices.IndexFunc(entries, func(h Holder) bool { return h.Role == role })
	switch {
	case entries[0].Role == Unassigned:
		return Wrong, entries[0], text.SealKeyUnassigned.With(entries[0].Name, entries[0].Fingerprint)
	case i < 0 || role == Unassigned:
		h := entries[0]
		return Wrong, h, text.SealKeyRole.With(h.Name, h.Fingerprint, h.Role.Title(), role.Title())
	}
	h := entries[i]
	if role.Bound() && h.USCC != uscc {
		return Wrong, h, text.SealKeyOther.With(h.Name, h.Fingerprint, h.USCC, harmless(uscc))
	}
	if at.IsZero() || at.Year() < 1 || at.Year() > 9999 {
		return Wrong, h, text.SealKeyNoTime.With(h.Name)
	}
	day := at.In(china).Format(dayLayout)
	switch {
	case h.From != "" && day < h.From:
		return Wrong, h, text.SealKeyEarly.With(h.Name, h.Fingerprint, h.From, day)
	case h.To != "" && day > h.To:
		return Wrong, h, text.SealKeyLate.With(h.Name, h.Fingerprint, h.To, day)
	case h.RevokedOn != "" && day >= h.RevokedOn:
		return Wrong, h, text.SealKeyRevoked.With(h.Name, h.Fingerprint, h.RevokedOn, h.RevokedWhy, day)
	case h.RevokedOn != "":
		return Trusted, h, text.SealKeyRevokedSince.With(h.Name, h.Fingerprint, h.RevokedOn, h.RevokedWhy, day)
	}
	return Trusted, h, text.Pair{}
}

// JudgePerson is [Keyring.Judge] for a sign-off: the key must be that person's.
func (k *Keyring) JudgePerson(p *PublicKey, uscc, person string, at time.Time) (Standing, Holder, text.Pair) {
	standing, h, say := k.Judge(p, Signing, uscc, at)
	if standing == Trusted && h.Person != person {
		return Wrong, h, text.SealKeyPerson.With(h.Person, h.Fingerprint, harmless(person))
	}
	return standing, h, say
}

// JudgeDetached is [Keyring.Judge] for a signature that lies beside what it signs and does not say whose it is, as that of a
// pack: it is tried with every key there is, those entitled first.
func (k *Keyring) JudgeDetached(s Statement, uscc string, body, signature []byte, at time.Time) (Standing, Holder, text.Pair) {
	if k == nil {
		return Unknown, Holder{}, text.SealNobodySigned
	}
	var others []Holder
	for _, h := range k.holders {
		if h.Role != s.Role() {
			others = append(others, h)
			continue
		}
		if h.Key.VerifyStatement(s, body, signature) {
			return k.Judge(h.Key, s.Role(), uscc, at)
		}
	}
	for _, h := range others {
		if h.Key.VerifyStatement(s, body, signature) {
			return k.Judge(h.Key, s.Role(), uscc, at)
		}
	}
	return Unknown, Holder{}, text.SealNobodySigned
}

// entries are those of one key.
func (k *Keyring) entries(p *PublicKey) []Holder {
	if k == nil {
		return nil
	}
	var all []Holder
	for _, i := range k.of[p.Fingerprint()] {
		if k.holders[i].Key.Equal(p) {
			all = append(all, k.holders[i])
		}
	}
	return all
}
