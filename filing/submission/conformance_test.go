package submission_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"yice/filing/submission"
	"yice/seal"
)

const conformance = "../../conformance"

type (
	conforming struct {
		Name, Kind, File string
		Given            struct {
			Keys, Pack string
			Decisions  []string
			Log        string
			OpenKey    string `json:"open_key"`
			Now        time.Time
		}
		Verdict *verdictWanted
		Signed  *signedWanted
	}
	verdictWanted struct {
		OK                                                      bool
		Integrity, Signature, Identity, Policy, Score, SignOffs string
		Recognitions                                            struct {
			Decided      int
			SelfDeclared int `json:"self_declared"`
		}
		Signer, Enterprise string
		Year               int
		Period, Serial     string
		Self, Confirmed    *figuresWanted
		Problems           []problemWanted
		Notes              []string
	}
	figuresWanted struct{ Innovation, Bonus, Assessed, Mode string }
	problemWanted struct{ Code, Entry string }
	signedWanted  struct {
		Reads, Typed     bool
		Signer, Identity string
		Log              string
	}
)

// Every file of the folder gets the answers that stand beside it. They were written by hand; a verifier of somebody else's is
// held against the same ones.
func TestConformance(t *testing.T) {
	var suite struct{ Cases []conforming }
	if err := json.Unmarshal(given(t, "cases.json"), &suite); err != nil || len(suite.Cases) == 0 {
		t.Fatal(len(suite.Cases), err)
	}
	for _, c := range suite.Cases {
		t.Run(c.Name, func(t *testing.T) {
			if c.Signed != nil {
				c.document(t)
				return
			}
			got := c.verify(t)
			byCode := func(a, b problemWanted) int { return strings.Compare(a.Code+" "+a.Entry, b.Code+" "+b.Entry) }
			slices.SortFunc(got.Problems, byCode)
			slices.SortFunc(c.Verdict.Problems, byCode)
			slices.Sort(got.Notes)
			got.Notes = slices.Compact(got.Notes) // one may be said of many rows
			slices.Sort(c.Verdict.Notes)
			if !reflect.DeepEqual(got, *c.Verdict) {
				had, _ := json.Marshal(got)
				want, _ := json.Marshal(c.Verdict)
				t.Errorf("\n got %s\nwant %s", had, want)
			}
		})
	}
}

func given(t *testing.T, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(conformance, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func (c conforming) keys(t *testing.T) *seal.Keyring {
	t.Helper()
	if c.Given.Keys == "" {
		return nil
	}
	signed, err := submission.ReadSigned(given(t, c.Given.Keys), c.Given.Keys, submission.RegisterDocument)
	if err != nil {
		t.Fatal(err)
	}
	r, err := seal.ParseRegister(signed.Content)
	if err != nil {
		t.Fatal(err)
	}
	return r.Keyring()
}

func (c conforming) verify(t *testing.T) verdictWanted {
	t.Helper()
	o := submission.Options{Keys: c.keys(t), Now: c.Given.Now}
	var err error
	if c.Given.Pack != "" {
		if o.Pack, err = submission.NewMeasure(given(t, c.Given.Pack), given(t, c.Given.Pack+".sm2sig")); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range c.Given.Decisions {
		d, err := submission.ReadDecisions(given(t, name), name)
		if err != nil {
			t.Fatal(err)
		}
		o.Decisions = append(o.Decisions, d)
	}
	if c.Given.OpenKey != "" {
		o.OpenKey = func() (*seal.Key, error) {
			return seal.ReadKey(filepath.Join(conformance, c.Given.OpenKey), func() (string, error) { return "", errors.New("encrypted") })
		}
	}
	content := given(t, c.File)
	v, err := submission.Verify(context.Background(), bytes.NewReader(content), int64(len(content)), o)
	if err != nil {
		t.Fatal(err)
	}
	w := verdictWanted{
		OK: v.OK, Integrity: v.Integrity, Signature: v.Signature, Identity: v.Identity, Policy: v.Policy, Score: v.Score, SignOffs: v.SignOffs,
		Signer: v.Signer, Enterprise: v.Enterprise, Year: v.Year, Period: v.Period, Serial: v.Serial, Problems: []problemWanted{}, Notes: []string{},
		Self: figuresOf(v.Self), Confirmed: figuresOf(v.Confirmed),
	}
	w.Recognitions.Decided, w.Recognitions.SelfDeclared = v.Decided, v.SelfDeclared
	for _, p := range v.Problems {
		w.Problems = append(w.Problems, problemWanted{p.Code, p.Entry})
	}
	for _, n := range v.Notes {
		w.Notes = append(w.Notes, n.Code)
	}
	return w
}

func figuresOf(r *submission.Result) *figuresWanted {
	if r == nil {
		return nil
	}
	return &figuresWanted{r.Innovation, r.Bonus, r.Assessed, r.Mode}
}

// document reads one of the other signed files.
func (c conforming) document(t *testing.T) {
	t.Helper()
	names := map[string]string{"receipt": submission.ReceiptDocument, "receipts": submission.ReceiptLogDocument, "decision": submission.RecognitionDocument, "register": submission.RegisterDocument}
	roles := map[string]seal.Role{"receipt": seal.Receipting, "receipts": seal.Receipting, "decision": seal.Deciding, "register": seal.Issuing}
	var got signedWanted
	signed, err := submission.ReadSigned(given(t, c.File), c.File, names[c.Kind])
	if err == nil && c.reads(signed.Content) {
		got = signedWanted{Reads: true, Typed: signed.Typed, Identity: "unasked", Log: c.logged(t, signed.Content)}
		keys := c.keys(t)
		if keys != nil {
			got.Identity = "unknown"
		}
		if signed.Signer != nil {
			got.Signer = signed.Signer.Fingerprint()
		}
		if keys != nil && signed.Signer != nil {
			standing, _, _ := keys.Judge(signed.Signer, roles[c.Kind], "", signed.At)
			got.Identity = map[seal.Standing]string{seal.Unknown: "unknown", seal.Trusted: "trusted", seal.Wrong: "wrong"}[standing]
		}
	}
	if got != *c.Signed {
		t.Errorf("\n got %+v (%v)\nwant %+v", got, err, *c.Signed)
	}
	c.judged(t)
}

// judged holds what verify says of the document against the same answers.
func (c conforming) judged(t *testing.T) {
	t.Helper()
	o := submission.DocumentOptions{Name: c.File, Keys: c.keys(t), Now: c.Given.Now}
	if c.Given.Log != "" {
		log, err := submission.ReadSigned(given(t, c.Given.Log), c.Given.Log, submission.ReceiptLogDocument)
		if err != nil {
			t.Fatal(err)
		}
		o.Log, _ = submission.ParseReceiptLog(log.Content)
	}
	d, ok := submission.VerifyDocument(given(t, c.File), o)
	if !ok {
		t.Fatal("it is taken for nothing of ours")
	}
	if kinds := map[string]string{"receipt": submission.KindReceipt, "receipts": submission.KindReceipts, "decision": submission.KindDecisions, "register": submission.KindKeys}; kinds[c.Kind] != d.Kind {
		return // it was handed over as what it is not, which is never asked here
	}
	if want := map[bool]string{true: "ok", false: "bad"}[c.Signed.Reads]; d.Integrity != want {
		t.Errorf("integrity is %s, want %s: %v", d.Integrity, want, d.Problems)
	}
	if !c.Signed.Reads {
		if d.OK || len(d.Problems) == 0 {
			t.Error("what cannot be read holds")
		}
		return
	}
	if d.Identity != c.Signed.Identity || o.Log != nil && d.Logged != c.Signed.Log {
		t.Errorf("identity %s, log %s, want %s and %s", d.Identity, d.Logged, c.Signed.Identity, c.Signed.Log)
	}
	holds := (o.Keys == nil || c.Signed.Identity == "trusted" && c.Signed.Typed) && c.Signed.Log != "lacks"
	if d.OK != holds {
		t.Errorf("ok is %v, want %v: %v", d.OK, holds, d.Problems)
	}
}

// reads asks more of a receipt and of a log than that they are whole: a number is proved, and a head is that of its entries.
func (c conforming) reads(content []byte) (ok bool) {
	switch c.Kind {
	case "receipt":
		_, ok = submission.ParseReceipt(content)
	case "receipts":
		_, ok = submission.ParseReceiptLog(content)
	default:
		ok = true
	}
	return ok
}

// logged says whether the log that is given has the receipt.
func (c conforming) logged(t *testing.T, content []byte) string {
	t.Helper()
	if c.Given.Log == "" {
		return "unasked"
	}
	signed, err := submission.ReadSigned(given(t, c.Given.Log), c.Given.Log, submission.ReceiptLogDocument)
	if err != nil {
		t.Fatal(err)
	}
	log, ok := submission.ParseReceiptLog(signed.Content)
	r, is := submission.ParseReceipt(content)
	if !ok || !is {
		t.Fatal("no log, or no receipt")
	}
	if log.Has(r) {
		return "has"
	}
	return "lacks"
}
