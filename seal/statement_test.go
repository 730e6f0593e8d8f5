package seal_test

import (
	"bytes"
	"testing"

	"yice/seal"
)

func statements() []seal.Statement {
	return []seal.Statement{seal.SubmissionStatement, seal.PackStatement, seal.TargetsStatement, seal.KeysStatement, seal.DecisionStatement, seal.ReceiptStatement, seal.SignOffStatement}
}

// A signature made as one statement is shown as another: it must hold for none but its own.
func TestASignatureSaysWhatItSigns(t *testing.T) {
	k, body := newKey(t), []byte("0123  receipt.json\n")
	for _, s := range statements() {
		sig, err := k.SignStatement(s, body)
		if err != nil {
			t.Fatal(err)
		}
		for _, as := range statements() {
			if is := k.Public().VerifyStatement(as, body, sig); is != (as == s) {
				t.Errorf("%s shown as %s: %v", s, as, is)
			}
		}
		if k.Public().Verify(body, sig) || k.Public().Verify(append([]byte(s.Line()), body...), sig) {
			t.Errorf("%s passed as a bare signature", s)
		}
		if k.Public().VerifyStatement(s, append(bytes.Clone(body), '\n'), sig) {
			t.Errorf("%s holds for other bytes", s)
		}
	}
	bare, err := k.Sign(body)
	if err != nil {
		t.Fatal(err)
	}
	for _, as := range statements() {
		if k.Public().VerifyStatement(as, body, bare) {
			t.Errorf("a bare signature passed as %s", as)
		}
	}
}

// Who is asked to sign a text "as it is" must not sign a statement by it.
func TestABareSignatureIsNeverAStatement(t *testing.T) {
	k := newKey(t)
	for _, s := range statements() {
		if _, err := k.Sign([]byte(s.Line() + "x\n")); err == nil {
			t.Errorf("%s was signed as bare bytes", s)
		}
	}
	for _, none := range []seal.Statement{"", "receipt/1", "receipt/2\n# yice decision/2", "pack"} {
		if _, err := k.SignStatement(none, nil); err == nil {
			t.Errorf("%q was signed", none)
		}
		if k.Public().VerifyStatement(none, nil, nil) {
			t.Errorf("%q was verified", none)
		}
	}
}

func TestTheLineOfAStatementIsCut(t *testing.T) {
	for _, s := range statements() {
		is, body, ok := seal.CutStatement([]byte(s.Line() + "rest\n"))
		if !ok || is != s || string(body) != "rest\n" {
			t.Errorf("%s: %q %q %v", s, is, body, ok)
		}
	}
	for _, none := range []string{"", "# yice receipt/2", "# yice receipt/3\nx", "#yice receipt/2\n", " # yice receipt/2\n", "# yice  receipt/2\n", "# yice receipt/2\r\n"} {
		if _, body, ok := seal.CutStatement([]byte(none)); ok || string(body) != none {
			t.Errorf("%q was cut", none)
		}
	}
}
