package submission_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"yice/filing/submission"
	"yice/seal"
)

// suiteNow is a moment after everything of the folder was signed.
var suiteNow = time.Date(2024, 3, 1, 9, 0, 0, 0, time.FixedZone("UTC+8", 8*60*60))

func suiteKeys(t *testing.T) *seal.Keyring {
	t.Helper()
	c := conforming{}
	c.Given.Keys = "documents/register.zip"
	return c.keys(t)
}

func verdictOn(t *testing.T, name string) *submission.Verdict {
	t.Helper()
	content := given(t, name)
	v, err := submission.Verify(context.Background(), bytes.NewReader(content), int64(len(content)), submission.Options{Keys: suiteKeys(t), Now: suiteNow})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func document(t *testing.T, content []byte, o submission.DocumentOptions) *submission.Document {
	t.Helper()
	if o.Now.IsZero() {
		o.Now = suiteNow
	}
	d, ok := submission.VerifyDocument(content, o)
	if !ok {
		t.Fatal("it is taken for nothing of ours")
	}
	return d
}

func codes(problems []submission.Problem) (all []string) {
	for _, p := range problems {
		all = append(all, p.Code)
	}
	return all
}

// A receipt is that of one submission, and of no other.
func TestReceiptOfItsSubmission(t *testing.T) {
	receipt := given(t, "documents/receipt.zip")
	d := document(t, receipt, submission.DocumentOptions{Keys: suiteKeys(t), Of: verdictOn(t, "submissions/good.zip")})
	if !d.OK || d.Of != "matches" || d.Identity != "trusted" {
		t.Errorf("its own: ok %v, of %s, identity %s: %v", d.OK, d.Of, d.Identity, d.Problems)
	}
	lies, keys := signedReceipt(t, suiteNow, func(r *submission.Receipt) {
		self := *r.Self
		self.RD = "1.00"
		r.Self = &self
	})
	if d := document(t, lies, submission.DocumentOptions{Keys: keys, Of: verdictOn(t, "submissions/good.zip")}); d.OK || d.Of != "other" {
		t.Errorf("with a figure that the submission does not have: ok %v, of %s", d.OK, d.Of)
	}
	for _, other := range []string{"submissions/evidence-changed.zip", "submissions/encrypted.zip"} {
		d := document(t, receipt, submission.DocumentOptions{Keys: suiteKeys(t), Of: verdictOn(t, other)})
		if d.OK || d.Of != "other" {
			t.Errorf("%s: ok %v, of %s", other, d.OK, d.Of)
		}
	}
}

// signedReceipt is receipt.json of the folder as change leaves it, signed by somebody whose keyring is given with it.
func signedReceipt(t *testing.T, at time.Time, change func(*submission.Receipt)) ([]byte, *seal.Keyring) {
	t.Helper()
	signed, err := submission.ReadSigned(given(t, "documents/receipt-unsigned.zip"), "r", submission.ReceiptDocument)
	if err != nil {
		t.Fatal(err)
	}
	r, ok := submission.ParseReceipt(signed.Content)
	if !ok {
		t.Fatal("no receipt")
	}
	change(&r)
	key, err := seal.NewKey()
	if err != nil {
		t.Fatal(err)
	}
	dir := seal.Trust{Dir: t.TempDir()}
	if _, err := dir.Enrol(seal.Holder{Name: "国资委回执", Role: seal.Receipting, Key: key.Public()}); err != nil {
		t.Fatal(err)
	}
	keys, err := seal.OpenTrust(dir.Dir)
	if err != nil {
		t.Fatal(err)
	}
	return writtenSigned(t, submission.ReceiptDocument, r.Bytes(), key, at), keys
}

// What a receipt says of itself has to agree: its times, its score and its result, and its moment with the clock.
func TestReceiptAgreesWithItself(t *testing.T) {
	for name, c := range map[string]struct {
		at     time.Time
		change func(*submission.Receipt)
		code   string
	}{
		"as it is":                      {suiteNow, func(*submission.Receipt) {}, ""},
		"received before it was sealed": {suiteNow, func(r *submission.Receipt) { r.ReceivedAt = "2024-01-19T09:00:00+08:00" }, "receipt.times"},
		"another score":                 {suiteNow, func(r *submission.Receipt) { r.Innovation = "99.99" }, "receipt.figures"},
		"signed tomorrow":               {suiteNow.Add(24 * time.Hour), func(*submission.Receipt) {}, "document.future"},
	} {
		t.Run(name, func(t *testing.T) {
			content, keys := signedReceipt(t, c.at, c.change)
			d := document(t, content, submission.DocumentOptions{Keys: keys})
			if got := codes(d.Problems); c.code == "" && len(got) > 0 || c.code != "" && (len(got) != 1 || got[0] != c.code) || d.OK != (c.code == "") {
				t.Errorf("ok %v, problems %v, want %q", d.OK, got, c.code)
			}
		})
	}
}

// A number is a place in a log that a registry keeps under its key: a receipt that nobody signed has none.
func TestAnUnsignedReceiptHasNoNumber(t *testing.T) {
	signed, err := submission.ReadSigned(given(t, "documents/receipt.zip"), "r", submission.ReceiptDocument)
	if err != nil {
		t.Fatal(err)
	}
	r, ok := submission.ParseReceipt(signed.Content)
	if !ok || !r.Numbered() {
		t.Fatal("the folder has no receipt with a number")
	}
	d := document(t, writtenSigned(t, submission.ReceiptDocument, signed.Content, nil, suiteNow), submission.DocumentOptions{})
	if got := codes(d.Problems); d.OK || len(got) != 1 || got[0] != "receipt.number" {
		t.Errorf("with a number: ok %v, %v", d.OK, got)
	}
	if d := document(t, given(t, "documents/receipt-unsigned.zip"), submission.DocumentOptions{}); !d.OK {
		t.Errorf("without one: %v", codes(d.Problems))
	}
}

// A register is believed of the root that was taken before, and of no other, be it entitled to issue.
func TestRegisterOfAnotherRoot(t *testing.T) {
	root, rival := newKey(t), newKey(t)
	mine := seal.Trust{Dir: t.TempDir()}
	for _, h := range []seal.Holder{{Name: "国资委", Role: seal.Issuing, Key: root.Public()}, {Name: "国资委二", Role: seal.Issuing, Key: rival.Public()}} {
		if _, err := mine.Enrol(h); err != nil {
			t.Fatal(err)
		}
	}
	issue := func(k *seal.Key) (*seal.Register, []byte) {
		r, err := mine.Issue(k.Public(), suiteNow)
		if err != nil {
			t.Fatal(err)
		}
		return r, writtenSigned(t, submission.RegisterDocument, r.Bytes(), k, r.IssuedAt)
	}
	first, ours := issue(root)
	_, theirs := issue(rival)
	desk := seal.Trust{Dir: t.TempDir()}
	if _, err := desk.Take(first, root.Public(), root.Public().Fingerprint(), suiteNow); err != nil {
		t.Fatal(err)
	}
	keys, err := seal.OpenTrust(desk.Dir)
	if err != nil {
		t.Fatal(err)
	}
	if d := document(t, ours, submission.DocumentOptions{Keys: keys}); !d.OK || d.Identity != "trusted" {
		t.Errorf("of the root: %s, %v", d.Identity, d.Problems)
	}
	if d := document(t, theirs, submission.DocumentOptions{Keys: keys}); d.OK || d.Identity != "wrong" || codes(d.Problems)[0] != "keys.root" {
		t.Errorf("of another: ok %v, %s, %v", d.OK, d.Identity, codes(d.Problems))
	}
}

// A pack is issued where a key for issuing signed it; what a pack says of itself proves nothing.
func TestPackByWhoIssuedIt(t *testing.T) {
	issued := given(t, "packs/issued.toml")
	other := append(bytes.Clone(issued), "\n# one line more\n"...)
	signature := given(t, "packs/issued.toml.sm2sig")
	for name, c := range map[string]struct {
		content, signature []byte
		keys               *seal.Keyring
		ok                 bool
		identity           string
	}{
		"by the root":             {issued, signature, suiteKeys(t), true, "trusted"},
		"nobody asked":            {issued, signature, nil, true, "unasked"},
		"no signature":            {issued, nil, suiteKeys(t), false, "unasked"},
		"a signature of nothing":  {issued, []byte("x"), suiteKeys(t), false, "unasked"},
		"of another pack":         {other, signature, suiteKeys(t), false, "unknown"},
		"a pack with a mistake":   {append(bytes.Clone(issued), "\nnonsense = 1\n"...), signature, suiteKeys(t), false, "unasked"},
		"somebody else's keyring": {issued, signature, &seal.Keyring{}, false, "unknown"},
	} {
		t.Run(name, func(t *testing.T) {
			d := document(t, c.content, submission.DocumentOptions{Keys: c.keys, Signature: c.signature})
			if d.Kind != submission.KindPack || d.OK != c.ok || d.Identity != c.identity {
				t.Errorf("%s: ok %v, identity %s, problems %v", d.Kind, d.OK, d.Identity, codes(d.Problems))
			}
		})
	}
}

// A submission, and what is nothing of ours, is no document.
func TestSubmissionIsNoDocument(t *testing.T) {
	for _, content := range [][]byte{given(t, "submissions/good.zip"), []byte("PK\x03\x04"), nil, []byte("title = 1\n")} {
		if d, ok := submission.VerifyDocument(content, submission.DocumentOptions{}); ok {
			t.Errorf("%d bytes are taken for %s", len(content), d.Kind)
		}
	}
}

func writtenSigned(t *testing.T, name string, content []byte, key *seal.Key, at time.Time) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "signed.zip")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	err = errors.Join(submission.WriteSigned(f, name, content, key, at), f.Close())
	if err != nil {
		t.Fatal(err)
	}
	written, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return written
}

func newKey(t *testing.T) *seal.Key {
	t.Helper()
	k, err := seal.NewKey()
	if err != nil {
		t.Fatal(err)
	}
	return k
}
