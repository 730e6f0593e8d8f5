package seal

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"yice/internal/inorder"
	"yice/text"
)

// Role is what a key may sign. A key without one may sign nothing.
type Role string

// The roles, as they stand in files and on the screen.
const (
	Issuing    Role = "签发" // policy packs, targets, the register of keys
	Filing     Role = "报送" // submissions of one enterprise
	Deciding   Role = "认定" // recognitions
	Receipting Role = "回执" // receipts
	Signing    Role = "签字" // a person's sign-off at one enterprise
	Unassigned Role = ""
)

// Roles lists them in the order people see them.
var Roles = []Role{Issuing, Deciding, Receipting, Filing, Signing}

var roleNames = map[Role]struct {
	title text.Pair
	typed string // what may be typed for it on an English keyboard
}{
	Issuing:    {text.SealRoleIssuing, "issue"},
	Filing:     {text.SealRoleFiling, "file"},
	Deciding:   {text.SealRoleDeciding, "decide"},
	Receipting: {text.SealRoleReceipting, "receipt"},
	Signing:    {text.SealRoleSigning, "sign"},
	Unassigned: {text.SealRoleUnassigned, ""},
}

// Title is how people read the role.
func (r Role) Title() text.Pair { return roleNames[r].title }

// Does says what a key of the role signs.
func (r Role) Does() text.Pair {
	return map[Role]text.Pair{
		Issuing: text.SealRoleIssues, Filing: text.SealRoleFiles, Deciding: text.SealRoleDecides,
		Receipting: text.SealRoleReceipts, Signing: text.SealRoleSigns, Unassigned: text.SealRoleNothing,
	}[r]
}

// Bound reports whether a key of the role speaks for one enterprise, and so needs its USCC.
func (r Role) Bound() bool { return r == Filing || r == Signing }

// ParseRole reads a role as it is typed: its Chinese name or its English word.
func ParseRole(s string) (Role, bool) {
	s = strings.TrimSpace(s)
	for _, r := range Roles {
		if s == string(r) || strings.EqualFold(s, roleNames[r].typed) {
			return r, true
		}
	}
	return Unassigned, false
}

// Holder is one entry of a keyring: whose a key is, what it may sign, for whom, and when. Dates are days in China, as
// 2006-01-02; an open end is "".
type Holder struct {
	Name         string
	Role         Role
	USCC, Person string // the enterprise of a 报送 or 签字 key; whose the key is
	From, To     string // the first and the last day on which it may sign
	// RevokedOn is the day from which it signs nothing; RevokedWhy the reason given.
	RevokedOn, RevokedWhy string
	Key                   *PublicKey
	Fingerprint           string // of Key
}

const (
	longestName   = 200 // bytes
	longestReason = 500
	longestUSCC   = 18
	dayLayout     = "2006-01-02"
)

// usccLetters are those of GB 32100: no I O S V Z.
const usccLetters = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// Check says what an entry lacks, or has wrong.
func (h Holder) Check() error {
	wrong := func(say text.Pair) error { return &text.Fault{Code: "seal.bad-entry", Class: text.Usage, Say: say} }
	_, known := roleNames[h.Role]
	switch {
	case h.Key == nil || h.Fingerprint != h.Key.Fingerprint():
		return wrong(text.SealNotAKeyText)
	case !plain(h.Name, longestName):
		return &text.Fault{Code: "seal.bad-name", Class: text.Usage, Say: text.SealBadName.With(harmless(h.Name))}
	case !known:
		return wrong(text.SealBadRole.With(harmless(string(h.Role))))
	case h.Person != "" && !plain(h.Person, longestName):
		return &text.Fault{Code: "seal.bad-name", Class: text.Usage, Say: text.SealBadName.With(harmless(h.Person))}
	case h.Role.Bound() && h.USCC == "":
		return wrong(text.SealNeedsUSCC.With(h.Role.Title()))
	case !h.Role.Bound() && h.USCC != "":
		return wrong(text.SealNoUSCC.With(h.Role.Title()))
	case h.USCC != "" && !usccShaped(h.USCC):
		return wrong(text.SealBadUSCC.With(harmless(h.USCC)))
	case h.Role == Signing && h.Person == "":
		return wrong(text.SealNeedsPerson)
	}
	for _, day := range []string{h.From, h.To, h.RevokedOn} {
		if day != "" && !isDay(day) {
			return wrong(text.SealBadDay.With(harmless(day)))
		}
	}
	switch {
	case h.From != "" && h.To != "" && h.To < h.From:
		return wrong(text.SealDaysTurned.With(h.From, h.To))
	case (h.RevokedOn == "") != (h.RevokedWhy == ""), h.RevokedWhy != "" && !plain(h.RevokedWhy, longestReason):
		return wrong(text.SealRevokeWhy)
	}
	return nil
}

// Days says when the key may sign, or that it was revoked.
func (h Holder) Days() text.Pair {
	switch {
	case h.RevokedOn != "":
		return text.SealDaysRevoked.With(h.RevokedOn, h.RevokedWhy)
	case h.From != "" && h.To != "":
		return text.SealDaysBoth.With(h.From, h.To)
	case h.From != "":
		return text.SealDaysFrom.With(h.From)
	case h.To != "":
		return text.SealDaysTo.With(h.To)
	}
	return text.SealDaysOpen
}

// plain reports whether a text can be shown in a line and read back as it was: no controls, nothing that turns the direction
// of writing, no blanks at its ends.
func plain(s string, longest int) bool {
	if s == "" || len(s) > longest || strings.TrimSpace(s) != s {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool {
		return r == unicode.ReplacementChar || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029'
	})
}

// harmless makes a text fit for an error's sentence.
func harmless(s string) string {
	if len(s) > longestName {
		s = s[:longestName]
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return unicode.ReplacementChar
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

func usccShaped(s string) bool {
	return len(s) == longestUSCC && !strings.ContainsFunc(s, func(r rune) bool { return !strings.ContainsRune(usccLetters, r) })
}

func isDay(s string) bool {
	at, err := time.Parse(dayLayout, s)
	return err == nil && at.Format(dayLayout) == s
}

// sameHolder reports whether two entries of one key can be of one holder: they differ in the role alone.
func (h Holder) sameHolder(o Holder) bool {
	fits := func(a, b string) bool { return a == "" || b == "" || a == b }
	return h.Name == o.Name && fits(h.USCC, o.USCC) && fits(h.Person, o.Person)
}

// sorted puts entries in the one order of files and lists: by role, name, enterprise, person and key.
func sorted(all []Holder) []Holder {
	all = slices.Clone(all)
	inorder.Sort(all, compareHolders)
	return all
}

func compareHolders(a, b Holder) int {
	place := func(r Role) int {
		if i := slices.Index(Roles, r); i >= 0 {
			return i
		}
		return len(Roles)
	}
	if d := place(a.Role) - place(b.Role); d != 0 {
		return d
	}
	for _, c := range [][2]string{{a.Name, b.Name}, {a.USCC, b.USCC}, {a.Person, b.Person}, {a.Fingerprint, b.Fingerprint}} {
		if d := strings.Compare(c[0], c[1]); d != 0 {
			return d
		}
	}
	return 0
}

// checkTogether asks of a list that no key stands for two holders, nor twice in one role.
func checkTogether(all []Holder) error {
	of := make(map[string][]Holder, len(all))
	for _, h := range all {
		if err := h.Check(); err != nil {
			return err
		}
		for _, o := range of[h.Fingerprint] {
			if o.Role == h.Role || o.Role == Unassigned || h.Role == Unassigned || !o.sameHolder(h) {
				return keyTaken(o)
			}
		}
		of[h.Fingerprint] = append(of[h.Fingerprint], h)
	}
	return nil
}

func keyTaken(o Holder) error {
	return &text.Fault{Code: "seal.key-taken", Class: text.Cannot, Say: text.SealKeyTaken.With(o.Fingerprint, o.Name, o.Role.Title())}
}
