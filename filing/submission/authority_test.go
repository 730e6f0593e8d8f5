package submission

import (
	"encoding/base64"
	"iter"
	"strings"
	"testing"
	"time"

	"yice/filing/submission/archive"
	"yice/form"
	"yice/seal"
	"yice/text"
)

// A 签字 counts on the day it names, as days are counted in China: from the first of its key's days to the last.
func TestASignOffIsJudgedOnItsDay(t *testing.T) {
	const day, uscc = "2024-01-18", "91150200MA0BT0013C"
	key, err := seal.NewKey()
	if err != nil {
		t.Fatal(err)
	}
	whole := changed(t, func(c *Content) {
		c.SignOffs = func(data string) ([]SignOff, error) {
			all, _ := typed(data)
			o := &all[0]
			o.Date = day
			signature, err := key.SignStatement(seal.SignOffStatement, SignOffBody(uscc, c.Seal.Year, o.Role, o.Name, o.Date, o.Digest))
			o.Kind, o.Key, o.Signature = Keyed, string(key.Public().PEM()), base64.StdEncoding.EncodeToString(signature)
			return all, err
		}
	})
	for what, c := range map[string]struct {
		from, to string
		stands   bool
	}{
		"that day alone":      {day, day, true},
		"from the day after":  {"2024-01-19", "", false},
		"to the day before":   {"", "2024-01-17", false},
		"of another's key":    {"", "", false},
		"without any bounds":  {"", "", true},
		"up to that day":      {"2020-01-01", day, true},
		"from that day on":    {day, "2030-12-31", true},
		"only in other years": {"2025-01-01", "2025-12-31", false},
	} {
		h := seal.Holder{Name: "示例水务签字", Role: seal.Signing, USCC: uscc, Person: "示例丙", From: c.from, To: c.to, Key: key.Public()}
		if what == "of another's key" {
			h.Person = "示例乙"
		}
		dir := seal.Trust{Dir: t.TempDir()}
		if _, err := dir.Enrol(h); err != nil {
			t.Fatal(err)
		}
		ring, err := seal.OpenTrust(dir.Dir)
		if err != nil {
			t.Fatal(err)
		}
		if v := verified(t, whole, Options{Keys: ring}); v.Has("signoff.invented") == c.stands {
			t.Errorf("%s: stands %v, want %v: %s", what, !c.stands, c.stands, v.JSON(text.ZH))
		}
	}
}

// decidedOn gives the example under an issued pack, all that is asked of it, and a row of recognition.csv on a platform of its
// own: recognised, by the document and on the day that are given.
func decidedOn(t *testing.T) (k *keys, whole []byte, asked Options, row func(recognition, doc, on string) string) {
	t.Helper()
	k = newKeys(t)
	source, signature := issuedPack(t, k.issuing)
	measure, err := NewMeasure(source, signature)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range sample(t).Records(form.ByID("platform")) {
		if r.Str("recognition") == form.Recognised {
			row = func(recognition, doc, on string) string {
				return strings.Join([]string{"91150200MA0BT0013C", "2023", "platform", r.Key(), recognition, "包头市科学技术局", doc, on, r.Str("level"), "", r.Str("kind")}, ",") + "\n"
			}
		}
	}
	if row == nil {
		t.Fatal("the example has no platform that is recognised")
	}
	return k, under(t, source, signature, k.filing), Options{Keys: k.ring, Pack: measure}, row
}

// Nothing is decided without a document and the day of it, whoever signs that it is.
func TestNothingIsDecidedWithoutADocument(t *testing.T) {
	k, whole, asked, row := decidedOn(t)
	for what, c := range map[string]struct {
		doc, on string
		decided int
	}{
		"document and day":    {"包科发〔2023〕9号", "2023-06-20", 1},
		"no document":         {"", "2023-06-20", 0},
		"no day":              {"包科发〔2023〕9号", "", 0},
		"a day that is none":  {"包科发〔2023〕9号", "2023-06-31", 0},
		"neither of the two":  {"", "", 0},
		"a year for the day":  {"包科发〔2023〕9号", "2023", 0},
		"a word for the day":  {"包科发〔2023〕9号", "六月", 0},
		"spaces for document": {"  ", "2023-06-20", 0},
	} {
		o := asked
		o.Decisions = []*Decisions{decided(t, k.deciding, row(form.Recognised, c.doc, c.on))}
		if v := verified(t, whole, o); v.Decided != c.decided {
			t.Errorf("%s: %d decided, want %d", what, v.Decided, c.decided)
		}
	}
}

// Of two decisions on a row the one that was signed last holds, in whichever order the files are brought.
func TestTheNewestDecisionHolds(t *testing.T) {
	k, whole, asked, row := decidedOn(t)
	now := time.Now()
	signed := func(recognition string, at time.Time) *Decisions {
		d := decided(t, k.deciding, row(recognition, "包科发〔2023〕9号", "2023-06-20"))
		d.At = at // as its manifest would say it
		return d
	}
	bonus := func(files ...*Decisions) string {
		o := asked
		o.Decisions = files
		v := verified(t, whole, o)
		if v.Confirmed == nil {
			t.Fatalf("nothing was measured: %s", v.JSON(text.ZH))
		}
		return v.Confirmed.Bonus
	}
	yes, no := bonus(signed(form.Recognised, now)), bonus(signed(form.Refused, now))
	if yes == no {
		t.Fatal("the decision is of no matter to the score")
	}
	for what, c := range map[string]struct {
		older, newer, want string
	}{
		"recognised, then refused": {form.Recognised, form.Refused, no},
		"refused, then recognised": {form.Refused, form.Recognised, yes},
	} {
		older, newer := signed(c.older, now.Add(-time.Hour)), signed(c.newer, now)
		if got := bonus(older, newer); got != c.want {
			t.Errorf("%s: %s, want %s", what, got, c.want)
		}
		if got := bonus(newer, older); got != c.want {
			t.Errorf("%s, the newer brought first: %s, want %s", what, got, c.want)
		}
	}
}

// The head in a receipt is that of the moment it was given: with a later one, whatever it proves, the receipt is none.
func TestAReceiptIsTheNewestOfItsHead(t *testing.T) {
	l, all := given(t, 3)
	leaves := iter.Seq2[[]byte, error](func(yield func([]byte, error) bool) {
		for _, e := range l.Entries {
			if !yield(e.Leaf[:], nil) {
				return
			}
		}
	})
	second := all[1]
	later, proof, err := seal.Inclusion(l.Size, *second.Number-1, leaves)
	if err != nil {
		t.Fatal(err)
	}
	leaf := second.Leaf()
	if err := seal.VerifyInclusion(later, *second.Number-1, leaf[:], proof); err != nil {
		t.Fatal("the later head does not have it:", err)
	}
	if _, ok := ParseReceipt(second.Bytes()); !ok {
		t.Fatal("as it was given it is not read")
	}
	second.Log = &LogHead{later, proof}
	if _, ok := ParseReceipt(second.Bytes()); ok {
		t.Error("it is read with the head of a later moment")
	}
}

// The key beside a signature has one spelling, as every entry of a signed file: no second file says the same.
func TestASignersKeyHasOneSpelling(t *testing.T) {
	key, err := seal.NewKey()
	if err != nil {
		t.Fatal(err)
	}
	var whole archive.Memory
	if err := WriteSigned(&whole, ReceiptDocument, []byte("{}\n"), key, time.Now()); err != nil {
		t.Fatal(err)
	}
	written := parts(t, whole.Bytes())
	for what, c := range map[string]struct {
		pem   func(string) string
		reads bool
	}{
		"as we write it":        {func(s string) string { return s }, true},
		"a line behind it":      {func(s string) string { return s + "\n" }, false},
		"a word before it":      {func(s string) string { return "国资委\n" + s }, false},
		"with Windows' lines":   {func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }, false},
		"another key behind it": {func(s string) string { return s + s }, false},
	} {
		var m archive.Memory
		z := archive.NewWriter(&m)
		for _, name := range []string{ReceiptDocument, manifestEntry, signatureEntry, signerEntry} {
			content := written[name]
			if name == signerEntry {
				content = c.pem(content)
			}
			if _, err := z.Add(name, false, writeBytes([]byte(content))); err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadSigned(m.Bytes(), "r.zip", ReceiptDocument); (err == nil) != c.reads {
			t.Errorf("%s: %v", what, err)
		}
	}
}
