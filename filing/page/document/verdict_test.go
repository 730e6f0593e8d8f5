package document

import "testing"

func fine() answers {
	return answers{
		OK: true, Integrity: "ok", Signature: "ok", Identity: "trusted", Policy: "issued", Score: "follows", SignOffs: "standing",
		Fingerprint: "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA", Files: 3, Decided: 1,
	}
}

// Only where everything was asked and holds is the band green.
func TestGreenIsForWhatHoldsWhole(t *testing.T) {
	a := fine()
	if v := a.verdict(); v.State != Good || !v.OK {
		t.Fatalf("a fine one is %s", v.State)
	}
	for name, spoil := range map[string]func(*answers){
		"not scored again":   func(a *answers) { a.Score = "unknown" },
		"not signed":         func(a *answers) { a.Signature = "none" },
		"identity not asked": func(a *answers) { a.Identity = "unasked" },
		"a draft":            func(a *answers) { a.Policy = "draft" },
		"policy not asked":   func(a *answers) { a.Policy = "unasked" },
		"no sign-off":        func(a *answers) { a.SignOffs = "absent" },
	} {
		a := fine()
		spoil(&a)
		if v := a.verdict(); v.State != Partly {
			t.Errorf("%s: %s", name, v.State)
		}
	}
	a = fine()
	a.OK = false
	if v := a.verdict(); v.State != Bad {
		t.Errorf("what does not hold is %s", v.State)
	}
	a = fine()
	a.Locked, a.Integrity = true, "unknown"
	if v := a.verdict(); v.State != Unknown || v.OK {
		t.Errorf("what was not opened is %s", v.State)
	}
}

// An answer that the page does not know is never shown as a good one.
func TestAnUnknownAnswerIsNotKnown(t *testing.T) {
	a := answers{OK: true, Integrity: "splendid", Signature: "ok", Identity: "trusted", Policy: "issued", Score: "follows", SignOffs: "standing"}
	if q := a.verdict().Questions[0]; q.Mark != NotAsked {
		t.Errorf("an answer of another version is shown as %q", q.Mark)
	}
}

func TestAPinnedFingerprintIsAsked(t *testing.T) {
	for name, c := range map[string]struct {
		signature, pinned string
		ok                bool
	}{
		"the key":     {"ok", "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA", true},
		"another key": {"ok", "BBBB-AAAA-AAAA-AAAA-AAAA-AAAA", false},
		"unsigned":    {"none", "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA", false},
		"forged":      {"bad", "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA", false},
	} {
		a := fine()
		a.Identity, a.Signature = "unasked", c.signature
		a.pin([]string{c.pinned})
		if a.OK != c.ok || (a.Identity == "trusted") != c.ok || (len(a.Problems) == 0) != c.ok {
			t.Errorf("%s: ok %v, identity %s, %d problems", name, a.OK, a.Identity, len(a.Problems))
		}
	}
}
