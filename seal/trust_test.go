package seal_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"yice/seal"
	"yice/text"
)

var now = day("2024-03-15")

func trustIn(t *testing.T) seal.Trust { return seal.Trust{filepath.Join(t.TempDir(), "trust")} }

func enrol(t *testing.T, tr seal.Trust, h seal.Holder) seal.Holder {
	t.Helper()
	h, err := tr.Enrol(h)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func opened(t *testing.T, tr seal.Trust) *seal.Keyring {
	t.Helper()
	k, err := seal.OpenTrust(tr.Dir)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// coded asks that an error has a code.
func coded(t *testing.T, what string, err error, code string) {
	t.Helper()
	var f *text.Fault
	if !errors.As(err, &f) || f.Code != code {
		t.Errorf("%s: %v, want %s", what, err, code)
	}
}

func sameEntry(a, b seal.Holder) bool {
	same := a.Key.Equal(b.Key)
	a.Key, b.Key = nil, nil
	return same && a == b
}

func TestAFolderKeepsWhatWasEnrolled(t *testing.T) {
	tr := trustIn(t)
	a, b := newKey(t).Public(), newKey(t).Public()
	h := holder("示例水务", seal.Filing, a)
	h.Person, h.From, h.To = "王五", "2024-01-01", "2025-12-31"
	enrol(t, tr, h)
	enrol(t, tr, h)
	enrol(t, tr, holder("国资委", seal.Issuing, b))
	enrol(t, tr, holder("国资委", seal.Deciding, b))
	all := opened(t, tr).Holders()
	if len(all) != 3 || all[0].Role != seal.Issuing || all[1].Role != seal.Deciding || !sameEntry(all[2], h) {
		t.Errorf("came back as %v", all)
	}
	if runtime.GOOS == "windows" {
		return
	}
	for path, want := range map[string]os.FileMode{tr.Dir: 0o700, filepath.Join(tr.Dir, "keys.json"): 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v %v", path, info.Mode(), err)
		}
	}
}

func TestAKeyBelongsToOneHolder(t *testing.T) {
	tr := trustIn(t)
	a, b := newKey(t).Public(), newKey(t).Public()
	enrol(t, tr, holder("示例水务", seal.Filing, a))
	other := holder("示例燃气", seal.Filing, a)
	other.USCC = there
	for name, c := range map[string]struct {
		h    seal.Holder
		code string
	}{
		"another holder":                  {holder("示例燃气", seal.Receipting, a), "seal.key-taken"},
		"another enterprise":              {other, "seal.key-taken"},
		"the role again, for another day": {seal.Holder{Name: "示例水务", Role: seal.Filing, USCC: here, From: "2024-01-01", Key: a}, "seal.key-taken"},
		"a second key under the name":     {holder("示例水务", seal.Filing, b), "seal.name-taken"},
		"without a role once it has one":  {holder("示例水务", seal.Unassigned, a), "seal.key-taken"},
	} {
		_, err := tr.Enrol(c.h)
		coded(t, name, err, c.code)
	}
	if n := len(opened(t, tr).Holders()); n != 1 {
		t.Errorf("%d entries", n)
	}
}

func TestAnOldFolderIsReadOnceWithoutRoles(t *testing.T) {
	tr := seal.Trust{t.TempDir()}
	a, b := newKey(t).Public(), newKey(t).Public()
	for name, p := range map[string]*seal.PublicKey{"国资委.pem": a, "示例水务.pem": b} {
		if err := os.WriteFile(filepath.Join(tr.Dir, name), p.PEM(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	k := opened(t, tr)
	for _, h := range k.Holders() {
		if h.Role != seal.Unassigned {
			t.Errorf("%s was given the role %s", h.Name, h.Role)
		}
	}
	judged(t, "an old key", k, a, seal.Issuing, "", now, seal.Wrong)
	enrol(t, tr, holder("国资委", seal.Issuing, a))
	k = opened(t, tr)
	judged(t, "given its role", k, a, seal.Issuing, "", now, seal.Trusted)
	if all := k.Holders(); len(all) != 2 || all[1].Name != "示例水务" || all[1].Role != seal.Unassigned {
		t.Errorf("after: %v", all)
	}
	if left, _ := filepath.Glob(filepath.Join(tr.Dir, "*.pem")); len(left) != 0 {
		t.Errorf("still lying there: %v", left)
	}
}

// A folder that is damaged must never look like one that asks for nothing.
func TestADamagedFolderIsAnError(t *testing.T) {
	whole := func(t *testing.T) seal.Trust {
		tr := trustIn(t)
		enrol(t, tr, holder("国资委", seal.Issuing, newKey(t).Public()))
		return tr
	}
	at := func(tr seal.Trust, name string) string { return filepath.Join(tr.Dir, name) }
	write := func(path string, content []byte) {
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	edit := func(old, with string) func(seal.Trust) {
		return func(tr seal.Trust) {
			content, _ := os.ReadFile(at(tr, "keys.json"))
			changed := strings.Replace(string(content), old, with, 1)
			if changed == string(content) {
				t.Fatalf("%q does not stand in the file", old)
			}
			write(at(tr, "keys.json"), []byte(changed))
		}
	}
	for name, spoil := range map[string]func(seal.Trust){
		"empty": func(tr seal.Trust) { write(at(tr, "keys.json"), nil) },
		"half": func(tr seal.Trust) {
			c, _ := os.ReadFile(at(tr, "keys.json"))
			write(at(tr, "keys.json"), c[:len(c)/2])
		},
		"a tail": func(tr seal.Trust) {
			c, _ := os.ReadFile(at(tr, "keys.json"))
			write(at(tr, "keys.json"), append(c, "{}"...))
		},
		"a null":           func(tr seal.Trust) { write(at(tr, "keys.json"), []byte("null\n")) },
		"another spelling": edit("\n ", "\n  "),
		"an unknown word":  edit(`"holders"`, `"extra": 1, "holders"`),
		"a word twice":     edit(`"number": 0,`, `"number": 0, "number": 0,`),
		"another role":     edit(`"签发"`, `"总管"`),
		"another key":      edit(`"fingerprint": "`, `"fingerprint": "0`),
		"another format":   edit("yice-trust/2", "yice-trust/9"),
		"a float":          edit(`"number": 0`, `"number": 0.0`),
		"too large":        func(tr seal.Trust) { write(at(tr, "keys.json"), bytes.Repeat([]byte(" "), seal.MaxKeysFile+1)) },
		"a link": func(tr seal.Trust) {
			if err := errors.Join(os.Rename(at(tr, "keys.json"), at(tr, "x")), os.Symlink("x", at(tr, "keys.json"))); err != nil {
				t.Skip("NOT TRIED: this system makes no links:", err)
			}
		},
		"a folder": func(tr seal.Trust) {
			if err := errors.Join(os.Remove(at(tr, "keys.json")), os.Mkdir(at(tr, "keys.json"), 0o700)); err != nil {
				t.Fatal(err)
			}
		},
		"a file that is no key":       func(tr seal.Trust) { write(at(tr, "junk.pem"), []byte("junk")) },
		"a key file that is a link":   func(tr seal.Trust) { _ = os.Symlink("nowhere", at(tr, "a.pem")) },
		"a key file that is a folder": func(tr seal.Trust) { _ = os.Mkdir(at(tr, "a.pem"), 0o700) },
		"gone":                        func(tr seal.Trust) { _ = os.RemoveAll(tr.Dir) },
		"a file in its place":         func(tr seal.Trust) { _ = os.RemoveAll(tr.Dir); write(tr.Dir, nil) },
	} {
		t.Run(name, func(t *testing.T) {
			tr := whole(t)
			spoil(tr)
			k, err := seal.OpenTrust(tr.Dir)
			if err == nil || k != nil {
				t.Errorf("read, with %d keys", len(k.Holders()))
			}
			if name == "gone" {
				return
			}
			if _, err := tr.Enrol(holder("示例水务", seal.Filing, newKey(t).Public())); err == nil {
				t.Error("written over")
			}
		})
	}
}

func TestRevokingMovesOnlyForward(t *testing.T) {
	tr := trustIn(t)
	p := newKey(t).Public()
	h := enrol(t, tr, holder("国资委", seal.Deciding, p))
	enrol(t, tr, holder("国资委", seal.Receipting, p))
	if _, err := tr.Revoke(h.Fingerprint, "2024-06-01", ""); err == nil {
		t.Error("revoked without a reason")
	}
	if _, err := tr.Revoke(h.Fingerprint, "yesterday", "丢失"); err == nil {
		t.Error("revoked on no day")
	}
	both, err := tr.Revoke(strings.ToLower(strings.ReplaceAll(h.Fingerprint, "-", " ")), "2024-06-01", "丢失")
	if err != nil || len(both) != 2 {
		t.Fatalf("%v %v", both, err)
	}
	for _, role := range []seal.Role{seal.Deciding, seal.Receipting} {
		judged(t, string(role), opened(t, tr), p, role, "", day("2024-06-01"), seal.Wrong)
	}
	_, err = tr.Revoke(h.Fingerprint, "2024-07-01", "又找到了")
	coded(t, "put off", err, "seal.key-revoked")
	if _, err = tr.Revoke(h.Fingerprint, "2024-05-01", "更早失窃"); err != nil {
		t.Error(err)
	}
	_, err = tr.Enrol(holder("国资委", seal.Issuing, p))
	coded(t, "a revoked key in another role", err, "seal.key-revoked")
	_, err = tr.Revoke("0000", "2024-05-01", "x")
	coded(t, "nobody's", err, "seal.no-holder")
}

func TestRemovingNeedsOneKey(t *testing.T) {
	tr := trustIn(t)
	a, b := newKey(t).Public(), newKey(t).Public()
	enrol(t, tr, holder("国资委", seal.Deciding, a))
	enrol(t, tr, holder("国资委", seal.Receipting, b))
	_, err := tr.Remove("国资委")
	coded(t, "two keys of a name", err, "seal.two-holders")
	if gone, err := tr.Remove(a.Fingerprint()); err != nil || len(gone) != 1 {
		t.Errorf("%v %v", gone, err)
	}
	if gone, err := tr.Remove("国资委"); err != nil || len(gone) != 1 || !gone[0].Key.Equal(b) {
		t.Errorf("%v %v", gone, err)
	}
	_, err = tr.Remove("国资委")
	coded(t, "nobody left", err, "seal.no-holder")
}

// issued makes the next register of a root's folder, as another reads it.
func issued(t *testing.T, tr seal.Trust, root *seal.PublicKey) *seal.Register {
	t.Helper()
	r, err := tr.Issue(root, now)
	if err != nil {
		t.Fatal(err)
	}
	if err := tr.Issued(r); err != nil {
		t.Fatal(err)
	}
	back, err := seal.ParseRegister(r.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return back
}

func names(all []seal.Holder) string {
	var s []string
	for _, h := range all {
		s = append(s, h.Name)
	}
	return strings.Join(s, " ")
}

func TestARegisterReplacesTheOneBefore(t *testing.T) {
	theirs, ours := trustIn(t), trustIn(t)
	root, water, gas := newKey(t).Public(), newKey(t).Public(), newKey(t).Public()
	enrol(t, theirs, holder("国资委", seal.Issuing, root))
	enrol(t, theirs, holder("示例水务", seal.Filing, water))
	enrol(t, ours, holder("自己的", seal.Deciding, newKey(t).Public()))
	first := issued(t, theirs, root)

	for name, typed := range map[string]string{"nothing": "", "another": water.Fingerprint()} {
		_, err := ours.Take(first, root, typed, now)
		coded(t, "compared with "+name, err, "seal.unconfirmed")
		if all := opened(t, ours).Holders(); len(all) != 1 {
			t.Fatalf("trusted before it was compared: %v", all)
		}
	}
	done, err := ours.Take(first, root, strings.ToLower(root.Fingerprint()), now)
	if err != nil || !done.First || names(done.Added) != "国资委 示例水务" {
		t.Fatalf("%v %v", done, err)
	}
	if k := opened(t, ours); k.Root() != root.Fingerprint() || k.Number() != 1 || len(k.Holders()) != 3 {
		t.Errorf("%s %d %v", k.Root(), k.Number(), k.Holders())
	}

	if _, err := theirs.Remove("示例水务"); err != nil {
		t.Fatal(err)
	}
	h := holder("示例燃气", seal.Filing, gas)
	h.USCC = there
	enrol(t, theirs, h)
	second := issued(t, theirs, root)
	if done, err = ours.Take(second, root, "", now); err != nil || names(done.Added) != "示例燃气" || names(done.Gone) != "示例水务" || len(done.Changed) != 0 {
		t.Errorf("%v %v", done, err)
	}
	if _, err := theirs.Revoke(gas.Fingerprint(), "2024-03-01", "丢失"); err != nil {
		t.Fatal(err)
	}
	if done, err = ours.Take(issued(t, theirs, root), root, "", now); err != nil || names(done.Changed) != "示例燃气" {
		t.Errorf("%v %v", done, err)
	}
	judged(t, "gone with the register", opened(t, ours), water, seal.Filing, here, now, seal.Unknown)
	judged(t, "revoked by the register", opened(t, ours), gas, seal.Filing, there, now, seal.Wrong)

	for name, r := range map[string]*seal.Register{"lower": first, "the one before": second} {
		_, err := ours.Take(r, root, "", now)
		coded(t, name, err, "seal.register-old")
	}
}

func TestOnlyThePinnedRootReplacesARegister(t *testing.T) {
	theirs, ours, evil := trustIn(t), trustIn(t), trustIn(t)
	root, other := newKey(t).Public(), newKey(t).Public()
	enrol(t, theirs, holder("国资委", seal.Issuing, root))
	if _, err := ours.Take(issued(t, theirs, root), root, root.Fingerprint(), now); err != nil {
		t.Fatal(err)
	}
	enrol(t, evil, holder("国资委（冒充）", seal.Issuing, other))
	issued(t, evil, other)
	r := issued(t, evil, other)
	for _, typed := range []string{"", other.Fingerprint()} {
		_, err := ours.Take(r, other, typed, now)
		coded(t, "another root", err, "seal.root-other")
	}
	// A register that names the pinned root, and is signed by another.
	r.Root = root.Fingerprint()
	if _, err := ours.Take(r, other, "", now); err == nil {
		t.Error("signed by another than it names, and taken")
	}
	if _, err := ours.Take(r, root, "", now); err == nil {
		t.Error("a register that does not list its root was taken")
	}
}

func TestARegisterItsRootHasNoRightToSaysNothing(t *testing.T) {
	root := newKey(t).Public()
	make := func(change func(*seal.Register, *seal.Holder)) []byte {
		h := holder("国资委", seal.Issuing, root)
		r := &seal.Register{Number: 1, IssuedAt: now, Root: root.Fingerprint()}
		change(r, &h)
		r.Holders = append(r.Holders, h)
		return r.Bytes()
	}
	if _, err := seal.ParseRegister(make(func(*seal.Register, *seal.Holder) {})); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(*seal.Register, *seal.Holder){
		"root for receipts": func(_ *seal.Register, h *seal.Holder) { h.Role = seal.Receipting },
		"root revoked":      func(_ *seal.Register, h *seal.Holder) { h.RevokedOn, h.RevokedWhy = "2030-01-01", "x" },
		"root over":         func(_ *seal.Register, h *seal.Holder) { h.To = "2024-01-01" },
		"root another":      func(r *seal.Register, _ *seal.Holder) { r.Root = newKey(t).Public().Fingerprint() },
		"number 0":          func(r *seal.Register, _ *seal.Holder) { r.Number = 0 },
		"a huge number":     func(r *seal.Register, _ *seal.Holder) { r.Number = 1_000_000_001 },
		"a key with no role": func(r *seal.Register, _ *seal.Holder) {
			r.Holders = append(r.Holders, holder("旧", seal.Unassigned, newKey(t).Public()))
		},
		"a key of two": func(r *seal.Register, _ *seal.Holder) {
			p := newKey(t).Public()
			r.Holders = append(r.Holders, holder("一", seal.Deciding, p), holder("二", seal.Receipting, p))
		},
	} {
		if _, err := seal.ParseRegister(make(change)); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
	tr := trustIn(t)
	if _, err := tr.Take(&seal.Register{Number: 1, IssuedAt: now.Add(time.Hour), Root: root.Fingerprint(), Holders: []seal.Holder{holder("国资委", seal.Issuing, root)}}, root, root.Fingerprint(), now); err == nil {
		t.Error("a register of tomorrow was taken")
	}
}

func TestWhatIsRevokedHereStaysRevoked(t *testing.T) {
	theirs, ours := trustIn(t), trustIn(t)
	root, water := newKey(t).Public(), newKey(t).Public()
	enrol(t, theirs, holder("国资委", seal.Issuing, root))
	enrol(t, theirs, holder("示例水务", seal.Filing, water))
	if _, err := ours.Take(issued(t, theirs, root), root, root.Fingerprint(), now); err != nil {
		t.Fatal(err)
	}
	if _, err := ours.Revoke(water.Fingerprint(), "2024-03-01", "失窃"); err != nil {
		t.Fatal(err)
	}
	done, err := ours.Take(issued(t, theirs, root), root, "", now)
	if err != nil || names(done.Kept) != "示例水务" {
		t.Errorf("%v %v", done, err)
	}
	judged(t, "after a register that says nothing of it", opened(t, ours), water, seal.Filing, here, now, seal.Wrong)

	if _, err := ours.Revoke(root.Fingerprint(), "2024-03-10", "失窃"); err != nil {
		t.Fatal(err)
	}
	_, err = ours.Take(issued(t, theirs, root), root, "", now)
	coded(t, "by a root that is revoked here", err, "seal.key-revoked")
}

func TestOnlyAnIssuingKeyIssuesARegister(t *testing.T) {
	tr := trustIn(t)
	root, clerk := newKey(t).Public(), newKey(t).Public()
	enrol(t, tr, holder("国资委", seal.Issuing, root))
	enrol(t, tr, holder("国资委经办", seal.Deciding, clerk))
	for _, p := range []*seal.PublicKey{clerk, newKey(t).Public()} {
		_, err := tr.Issue(p, now)
		coded(t, "by another", err, "seal.root-entitled")
	}
	if r := issued(t, tr, root); r.Number != 1 {
		t.Errorf("number %d", r.Number)
	}
	if r := issued(t, tr, root); r.Number != 2 {
		t.Errorf("number %d", r.Number)
	}
}

func TestWithTheRootGoesItsRegister(t *testing.T) {
	theirs, ours := trustIn(t), trustIn(t)
	root := newKey(t).Public()
	enrol(t, theirs, holder("国资委", seal.Issuing, root))
	enrol(t, theirs, holder("示例水务", seal.Filing, newKey(t).Public()))
	enrol(t, ours, holder("自己的", seal.Deciding, newKey(t).Public()))
	if _, err := ours.Take(issued(t, theirs, root), root, root.Fingerprint(), now); err != nil {
		t.Fatal(err)
	}
	if gone, err := ours.Remove(root.Fingerprint()); err != nil || len(gone) != 2 {
		t.Errorf("%v %v", gone, err)
	}
	if k := opened(t, ours); k.Root() != "" || names(k.Holders()) != "自己的" {
		t.Errorf("%q %v", k.Root(), k.Holders())
	}
}

func TestAFingerprintIsReadAsItIsTyped(t *testing.T) {
	f := newKey(t).Public().Fingerprint()
	mistaken := strings.NewReplacer("0", "o", "1", "l").Replace(strings.ToLower(f))
	for _, typed := range []string{f, strings.ToLower(f), strings.ReplaceAll(f, "-", ""), strings.ReplaceAll(f, "-", " "), mistaken} {
		if seal.FingerprintTyped(typed) != f {
			t.Errorf("%q is read as %q", typed, seal.FingerprintTyped(typed))
		}
	}
}

func FuzzReadingARegister(f *testing.F) {
	root := newKey(f).Public()
	r := &seal.Register{Number: 1, IssuedAt: now, Root: root.Fingerprint(), Holders: []seal.Holder{holder("国资委", seal.Issuing, root)}}
	f.Add(r.Bytes())
	f.Add([]byte("{}"))
	f.Fuzz(func(t *testing.T, content []byte) {
		if r, err := seal.ParseRegister(content); err == nil {
			if !slices.Equal(r.Bytes(), content) {
				t.Error("read from another spelling")
			}
		}
	})
}
