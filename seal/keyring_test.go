package seal_test

import (
	"strings"
	"testing"
	"time"

	"yice/seal"
)

const (
	here  = "91150200MA0EXAMPL1"
	there = "91150200MA0EXAMPL2"
)

func holder(name string, role seal.Role, p *seal.PublicKey) seal.Holder {
	h := seal.Holder{Name: name, Role: role, Key: p, Fingerprint: p.Fingerprint()}
	if role.Bound() {
		h.USCC = here
	}
	if role == seal.Signing {
		h.Person = "张三"
	}
	return h
}

func ring(t *testing.T, all ...seal.Holder) *seal.Keyring {
	t.Helper()
	return (&seal.Register{Holders: all}).Keyring()
}

func day(s string) time.Time {
	at, err := time.ParseInLocation("2006-01-02", s, time.FixedZone("UTC+8", 8*60*60))
	if err != nil {
		panic(err)
	}
	return at.Add(12 * time.Hour)
}

// judged asks for a standing, and that whoever may not is told why.
func judged(t *testing.T, what string, k *seal.Keyring, p *seal.PublicKey, role seal.Role, uscc string, at time.Time, want seal.Standing) {
	t.Helper()
	got, _, why := k.Judge(p, role, uscc, at)
	if got != want {
		t.Errorf("%s: standing %d, want %d (%s)", what, got, want, why)
	}
	if got != seal.Trusted && (why.ZH == "" || why.EN == "") {
		t.Errorf("%s: nobody says why", what)
	}
}

func TestEachKeySignsForItsRoleAlone(t *testing.T) {
	at := day("2024-03-15")
	for _, role := range seal.Roles {
		p := newKey(t).Public()
		k := ring(t, holder("某单位", role, p))
		for _, asked := range append(seal.Roles, seal.Unassigned, "其他") {
			want := seal.Wrong
			if asked == role {
				want = seal.Trusted
			}
			judged(t, string(role)+" as "+string(asked), k, p, asked, here, at, want)
		}
		judged(t, "a stranger", k, newKey(t).Public(), role, here, at, seal.Unknown)
		judged(t, "nobody's keyring", nil, p, role, here, at, seal.Unknown)
	}
}

func TestAKeyWithoutARoleSignsNothing(t *testing.T) {
	p := newKey(t).Public()
	k := ring(t, holder("旧名单", seal.Unassigned, p))
	for _, asked := range append(seal.Roles, seal.Unassigned) {
		judged(t, string(asked), k, p, asked, here, day("2024-03-15"), seal.Wrong)
	}
}

func TestAKeySpeaksForItsEnterpriseAlone(t *testing.T) {
	for _, role := range []seal.Role{seal.Filing, seal.Signing} {
		p := newKey(t).Public()
		k := ring(t, holder("示例水务", role, p))
		judged(t, "its own", k, p, role, here, day("2024-03-15"), seal.Trusted)
		judged(t, "another's", k, p, role, there, day("2024-03-15"), seal.Wrong)
		judged(t, "none", k, p, role, "", day("2024-03-15"), seal.Wrong)
	}
}

func TestASignOffIsThePersonsOwn(t *testing.T) {
	p := newKey(t).Public()
	k := ring(t, holder("示例水务", seal.Signing, p))
	if s, _, _ := k.JudgePerson(p, here, "张三", day("2024-03-15")); s != seal.Trusted {
		t.Error("the person's own key is refused")
	}
	if s, _, why := k.JudgePerson(p, here, "李四", day("2024-03-15")); s != seal.Wrong || why.Empty() {
		t.Error("one person signed as another")
	}
}

func TestAKeySignsInItsTimeAlone(t *testing.T) {
	p := newKey(t).Public()
	h := holder("国资委", seal.Deciding, p)
	h.From, h.To = "2024-01-01", "2024-12-31"
	k := ring(t, h)
	for at, want := range map[string]seal.Standing{
		"2023-12-31": seal.Wrong, "2024-01-01": seal.Trusted, "2024-12-31": seal.Trusted, "2025-01-01": seal.Wrong,
	} {
		judged(t, at, k, p, seal.Deciding, "", day(at), want)
	}
	// The day is that of China, whatever zone the clock that wrote it was in.
	utc := time.Date(2023, 12, 31, 16, 0, 0, 0, time.UTC)
	judged(t, "midnight in China", k, p, seal.Deciding, "", utc, seal.Trusted)
	judged(t, "a second before", k, p, seal.Deciding, "", utc.Add(-time.Second), seal.Wrong)
	judged(t, "no time at all", k, p, seal.Deciding, "", time.Time{}, seal.Wrong)
	always := ring(t, holder("国资委", seal.Deciding, p)) // whose time has no bounds that could refuse it besides
	judged(t, "no time, of a key for ever", always, p, seal.Deciding, "", time.Time{}, seal.Wrong)
	judged(t, "a year of five digits", k, p, seal.Deciding, "", time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), seal.Wrong)
}

func TestARevokedKeySignsNothingFromThatDayOn(t *testing.T) {
	p := newKey(t).Public()
	h := holder("国资委", seal.Receipting, p)
	h.RevokedOn, h.RevokedWhy = "2024-06-01", "电脑失窃"
	k := ring(t, h)
	judged(t, "on the day", k, p, seal.Receipting, "", day("2024-06-01"), seal.Wrong)
	judged(t, "later", k, p, seal.Receipting, "", day("2024-06-02"), seal.Wrong)
	s, _, say := k.Judge(p, seal.Receipting, "", day("2024-05-31"))
	if s != seal.Trusted || !strings.Contains(say.ZH, "电脑失窃") || !strings.Contains(say.EN, "2024-06-01") {
		t.Errorf("dated before: %d, and what is said beside it is %q", s, say)
	}
}

func TestADetachedSignatureIsJudgedByWhoseItIs(t *testing.T) {
	issuer, filer, stranger := newKey(t), newKey(t), newKey(t)
	k := ring(t, holder("国资委", seal.Issuing, issuer.Public()), holder("示例水务", seal.Filing, filer.Public()))
	pack := []byte("[pack]\n")
	for _, c := range []struct {
		name string
		by   *seal.Key
		as   seal.Statement
		want seal.Standing
	}{
		{"the issuer", issuer, seal.PackStatement, seal.Trusted},
		{"an enterprise", filer, seal.PackStatement, seal.Wrong},
		{"a stranger", stranger, seal.PackStatement, seal.Unknown},
		{"the issuer, as targets", issuer, seal.TargetsStatement, seal.Unknown},
	} {
		sig, err := c.by.SignStatement(c.as, pack)
		if err != nil {
			t.Fatal(err)
		}
		if got, _, why := k.JudgeDetached(seal.PackStatement, "", pack, sig, day("2024-03-15")); got != c.want {
			t.Errorf("%s: %d, want %d (%s)", c.name, got, c.want, why)
		}
	}
}

func TestAnEntryMustBeWhole(t *testing.T) {
	p := newKey(t).Public()
	for name, spoil := range map[string]func(*seal.Holder){
		"no key":              func(h *seal.Holder) { h.Key = nil },
		"another fingerprint": func(h *seal.Holder) { h.Fingerprint = "0000" },
		"no name":             func(h *seal.Holder) { h.Name = "" },
		"a line end":          func(h *seal.Holder) { h.Name = "a\nb" },
		"turned text":         func(h *seal.Holder) { h.Name = "a\u202eb" },
		"no such role":        func(h *seal.Holder) { h.Role = "总管" },
		"no USCC":             func(h *seal.Holder) { h.USCC = "" },
		"a short USCC":        func(h *seal.Holder) { h.USCC = here[:17] },
		"a letter O":          func(h *seal.Holder) { h.USCC = "9115020OMA0EXAMPL1" },
		"a USCC too many":     func(h *seal.Holder) { h.Role = seal.Deciding },
		"nobody to sign":      func(h *seal.Holder) { h.Role, h.Person = seal.Signing, "" },
		"no such day":         func(h *seal.Holder) { h.From = "2024-02-30" },
		"a day written short": func(h *seal.Holder) { h.To = "2024-2-3" },
		"days turned":         func(h *seal.Holder) { h.From, h.To = "2024-02-02", "2024-02-01" },
		"revoked without why": func(h *seal.Holder) { h.RevokedOn = "2024-02-02" },
		"why without a day":   func(h *seal.Holder) { h.RevokedWhy = "丢失" },
	} {
		h := holder("示例水务", seal.Filing, p)
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
	for typed, want := range map[string]seal.Role{
		"签发": seal.Issuing, "issue": seal.Issuing, "file": seal.Filing, "报送": seal.Filing, "Decide": seal.Deciding, "receipt": seal.Receipting, " 签字 ": seal.Signing, "sign": seal.Signing,
	} {
		if r, ok := seal.ParseRole(typed); !ok || r != want {
			t.Errorf("%q: %q %v", typed, r, ok)
		}
	}
	for _, none := range []string{"", "未定角色", "root", "签"} {
		if _, ok := seal.ParseRole(none); ok {
			t.Errorf("%q is a role", none)
		}
	}
}
