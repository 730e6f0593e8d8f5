package filing

import (
	"context"
	"path/filepath"
	"testing"

	"yice/seal"
)

// A submission is bound to the regulator whose keys the desk has taken, or that was named; another regulator is told that it was
// made for somebody else, whoever signed it.
func TestASubmissionIsMadeForOneRegulator(t *testing.T) {
	r := newRegulator(t)
	s := r.desk(t)
	root := issuer(t).Public().Fingerprint()
	path, sealed := submit(t, s, SubmitOptions{Key: r.enterprise, Trust: r.trust})
	if sealed.Audience != root {
		t.Fatalf("sealed for %q, not %s", sealed.Audience, root)
	}
	if v := verify(t, path, VerifyOptions{Trust: r.trust}); !v.OK || hasNote(v, "audience.none") {
		t.Errorf("%v %v", v.Problems, v.Notes)
	}
	k, err := seal.ReadKey(r.enterprise, nil)
	if err != nil {
		t.Fatal(err)
	}
	other := trusting(t, holding("示例水务", seal.Filing, k), holding("另一家国资委", seal.Issuing, mustKey(t)))
	if v := verify(t, path, VerifyOptions{Trust: other}); v.OK || !v.Has("audience.other") || v.Identity != "trusted" {
		t.Errorf("at another regulator's: %v", v.Problems)
	}
	// A reader who knows no regulator has nobody to compare with.
	if v := verify(t, path, VerifyOptions{Trust: trusting(t, holding("示例水务", seal.Filing, k))}); v.Has("audience.other") {
		t.Errorf("%v", v.Problems)
	}
	// The root that follows keeps the one before it in the register: what was sealed for that is sealed for the same regulator.
	after := trusting(t, holding("示例水务", seal.Filing, k), holding("示例国资委", seal.Issuing, issuer(t)), holding("示例国资委新钥", seal.Issuing, mustKey(t)))
	if v := verify(t, path, VerifyOptions{Trust: after}); v.Has("audience.other") {
		t.Errorf("after another root: %v", v.Problems)
	}
}

func TestASubmissionForNobodySaysSo(t *testing.T) {
	r := newRegulator(t)
	path, sealed := submit(t, r.desk(t), SubmitOptions{Key: r.enterprise})
	if sealed.Audience != "" {
		t.Fatal(sealed.Audience)
	}
	if v := verify(t, path, VerifyOptions{Trust: r.trust}); !v.OK || !hasNote(v, "audience.none") {
		t.Errorf("%v %v", v.Problems, v.Notes)
	}
	if c := collect(t, CollectOptions{Trust: r.trust}, path); len(c.Notes) == 0 {
		t.Error("a collection does not say that it is for nobody")
	}
}

// A regulator that is typed must be one, and the one whose keys are registered.
func TestTheRegulatorThatIsTypedIsLookedAt(t *testing.T) {
	r := newRegulator(t)
	s := r.desk(t)
	out := filepath.Join(t.TempDir(), "a.zip")
	for what, o := range map[string]SubmitOptions{
		"a word": {Audience: "国资委"}, "another than the registered": {Trust: r.trust, Audience: mustKey(t).Public().Fingerprint()},
	} {
		_, err := Submit(context.Background(), s, out, o)
		refusedAs(t, what, err, "filing.bad-audience")
	}
	_, err := Submit(context.Background(), s, out, SubmitOptions{Trust: filepath.Join(t.TempDir(), "nowhere")})
	refusedAs(t, "no folder of keys", err, "seal.trust-absent")
	named := mustKey(t).Public().Fingerprint()
	if _, sealed := submit(t, s, SubmitOptions{Audience: named}); sealed.Audience != named {
		t.Error(sealed.Audience)
	}
}

func hasNote(v *Verification, code string) bool {
	for _, n := range v.Notes {
		if n.Code == code {
			return true
		}
	}
	return false
}
