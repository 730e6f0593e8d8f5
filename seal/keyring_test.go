package seal

import (
	"strings"
	"testing"
	"time"
)

const (
	here  = "91150200MA0EXAMPL1"
	there = "91150200MA0EXAMPL2"
)

func holder(name string, role Role, p *PublicKey) Holder {
	h := Holder{Name: name, Role: role, Key: p, Fingerprint: p.Fingerprint()}
	if role.Bound() {
		h.USCC = here
	}
	if role == Signing {
		h.Person = "张三"
	}
	return h
}

func ring(t *testing.T, all ...Holder) *Keyring {
	t.Helper()
	if err := checkTogether(all); err != nil {
		t.Fatal(err)
	}
	return newKeyring(all, "", 0)
}

func day(s string) time.Time {
	at, err := time.ParseInLocation(dayLayout, s, china)
	if err != nil {
		panic(err)
	}
	return at.Add(12 * time.Hour)
}

// judged asks for a standing, and that whoever may not is told why.
func judged(t *testing.T, what string, k *Keyring, p *PublicKey, role Role, uscc string, at time.Time, want Standing) {
	t.Helper()
	got, _, why := k.Judge(p, role, uscc, at)
	if got != want {
		t.Errorf("%s: standing %d, want %d (%s)", what, got, want, why)
	}
	if got != Trusted && (why.ZH == "" || why.EN == "") {
		t.Errorf("%s: nobody says why", what)
	}
}

func TestEachKeySignsForItsRoleAlone(t *testing.T) {
	at := day("2024-03-15")
	for _, role := range Roles {
		p := newKey(t).Public()
		k := ring(t, holder("某单位", role, p))
		for _, asked := range append(Roles, Unassigned, "其他") {
			want := Wrong
			if asked == role {
				want = Trusted
			}
			judged(t, string(role)+" as "+string(asked), k, p, asked, here, at, want)
		}
		judged(t, "a stranger", k, newKey(t).Public(), role, here, at, Unknown)
		judged(t, "nobody's keyring", nil, p, role, here, at, Unknown)
	}
}

func TestAKeyWithoutARoleSignsNothing(t *testing.T) {
	p := newKey(t).Public()
	k := ring(t, holder("旧名单", Unassigned, p))
	for _, asked := range append(Roles, Unassigned) {
		judged(t, string(asked), k, p, asked, here, day("2024-03-15"), Wrong)
	}
}

func TestAKeySpeaksForItsEnterpriseAlone(t *testing.T) {
	for _, role := range []Role{Filing, Signing} {
		p := newKey(t).Public()
		k := ring(t, holder("示例水务", role, p))
		judged(t, "its own", k, p, role, here, day("2024-03-15"), Trusted)
		judged(t, "another's", k, p, role, there, day("2024-03-15"), Wrong)
		judged(t, "none", k, p, role, "", day("2024-03-15"), Wrong)
	}
}

func TestASignOffIsThePersonsOwn(t *testing.T) {
	p := newKey(t).Public()
	k := ring(t, holder("示例水务", Signing, p))
	if s, _, _ := k.JudgePerson(p, here, "张三", day("2024-03-15")); s != Trusted {
		t.Error("the person's own key is refused")
	}
	if s, _, why := k.JudgePerson(p, here, "李四", day("2024-03-15")); s != Wrong || why.Empty() {
		t.Error("one person signed as another")
	}
}

func TestAKeySignsInItsTimeAlone(t *testing.T) {
	p := newKey(t).Public()
	h := holder("国资委", Deciding, p)
	h.From, h.To = "2024-01-01", "2024-12-31"
	k := ring(t, h)
	for at, want := range map[string]Standing{
		"2023-12-31": Wrong, "2024-01-01": Trusted, "2024-12-31": Trusted, "2025-01-01": Wrong,
	} {
		judged(t, at, k, p, Deciding, "", day(at), want)
	}
	// The day is that of China, whatever zone the clock that wrote it was in.
	utc := time.Date(2023, 12, 31, 16, 0, 0, 0, time.UTC)
	judged(t, "midnight in China", k, p, Deciding, "", utc, Trusted)
	judged(t, "a second before", k, p, Deciding, "", utc.Add(-time.Second), Wrong)
	judged(t, "no time at all", k, p, Deciding, "", time.Time{}, Wrong)
	always := ring(t, holder("国资委", Deciding, p)) // whose time has no bounds that could refuse it besides
	judged(t, "no time, of a key for ever", always, p, Deciding, "", time.Time{}, Wrong)
	judged(t, "a year of five digits", k, p, Deciding, "", time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), Wrong)
}

func TestARevokedKeySignsNothingFromThatDayOn(t *testing.T) {
	p := newKey(t).Public()
	h := holder("国资委", Receipting, p)
	h.RevokedOn, h.RevokedWhy = "2024-06-01", "电脑失窃"
	k := ring(t, h)
	judged(t, "on the day", k, p, Receipting, "", day("2024-06-01"), Wrong)
	judged(t, "later", k, p, Receipting, "", day("2024-06-02"), Wrong)
	s, _, say := k.Judge(p, Receipting, "", day("2024-05-31"))
	if s != Trusted || !strings.Contains(say.ZH, "电脑失窃") || !strings.Contains(say.EN, "2024-06-01") {
		t.Errorf("dated before: %d, and what is said beside it is %q", s, say)
	}
}

func TestADetachedSignatureIsJudgedByWhoseItIs(t *testing.T) {
	issuer, filer, stranger := newKey(t), newKey(t), newKey(t)
	k := ring(t, holder("国资委", Issuing, issuer.Public()), holder("示例水务", Filing, filer.Public()))
	pack := []byte("[pack]\n")
	for _, c := range []struct {
		name string
		by   *Key
		as   Statement
		want Standing
	}{
		{"the issuer", issuer, PackStatement, Trusted},
		{"an enterprise", filer, PackStatement, Wrong},
		{"a stranger", stranger, PackStatement, Unknown},
		{"the issuer, as targets", issuer, TargetsStatement, Unknown},
	} {
		sig, err := c.by.SignStatement(c.as, pack)
		if err != nil {
			t.Fatal(err)
		}
		if got, _, why := k.JudgeDetached(PackStatement, "", pack, sig, day("2024-03-15")); got != c.want {
			t.Errorf("%s: %d, want %d (%s)", c.name, got, c.want, why)
		}
	}
}

func TestAnEntryMustBeWhole(t *testing.T) {
	p := newKey(t).Public()
	for name, spoil := range map[string]func(*Holder){
		"no key":              func(h *Holder) { h.Key = nil },
		"another fingerprint": func(h *Holder) { h.Fingerprint = "0000" },
		"no name":             func(h *Holder) { h.Name = "" },
		"a line end":          func(h *Holder) { h.Name = "a\nb" },
		"turned text":         func(h *Holder) { h.Name = "a\u202eb" },
		"no such role":        func(h *Holder) { h.Role = "总管" },
		"no USCC":             func(h *Holder) { h.USCC = "" },
		"a short USCC":        func(h *Holder) { h.USCC = here[:17] },
		"a letter O":          func(h *Holder) { h.USCC = "9115020OMA0EXAMPL1" },
		"a USCC too many":     func(h *Holder) { h.Role = Deciding },
		"nobody to sign":      func(h *Holder) { h.Role, h.Person = Signing, "" },
		"no such day":         func(h *Holder) { h.From = "2024-02-30" },
		"a day written short": func(h *Holder) { h.To = "2024-2-3" },
		"days turned":         func(h *Holder) { h.From, h.To = "2024-02-02", "2024-02-01" },
		"revoked without why": func(h *Holder) { h.RevokedOn = "2024-02-02" },
		"why without a day":   func(h *Holder) { h.RevokedWhy = "丢失" },
	} {
		h := holder("示例水务", Filing, p)
		if err := h.Check(); err != nil {
			t.Fatal(err)
		}
		spoil(&h)
		if h.Check() == nil {
			t.Errorf("%s: taken", name)
		}
	}
}

func TestRolesAreTypedInEitherLanguage(t *testing.T) {
	for typed, want := range map[string]Role{
		"签发": Issuing, "issue": Issuing, "file": Filing, "报送": Filing, "Decide": Deciding, "receipt": Receipting, " 签字 ": Signing, "sign": Signing,
	} {
		if r, ok := ParseRole(typed); !ok || r != want {
			t.Errorf("%q: %q %v", typed, r, ok)
		}
	}
	for _, none := range []string{"", "未定角色", "root", "签"} {
		if _, ok := ParseRole(none); ok {
			t.Errorf("%q is a role", none)
		}
	}
}
