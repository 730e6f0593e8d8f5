package submission

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"yice/filing/submission/archive"
	"yice/form"
	"yice/scoring"
	"yice/seal"
	"yice/text"
)

// sees insists on a verdict: with a problem of the code given it does not hold; "" is none.
func sees(t *testing.T, what string, whole []byte, o Options, code string) *Verdict {
	t.Helper()
	v := verified(t, whole, o)
	if v.OK != (code == "") || code != "" && !v.Has(code) {
		t.Errorf("%s: ok %v, want %q: %s", what, v.OK, code, v.JSON(text.ZH))
	}
	return v
}

func TestBothFormatsHold(t *testing.T) {
	v := sees(t, "format 1", oneBytes(t), Options{}, "")
	for _, code := range []string{"format.one", "format.prints", "format.signature", "format.signoffs", "format.history"} {
		if !strings.Contains(string(v.JSON(text.ZH)), code) {
			t.Errorf("what format 1 cannot prove is not said: %s", code)
		}
	}
	v = sees(t, "format 2", written(t, sample(t)), Options{}, "")
	if v.Integrity != "ok" || v.Signature != "none" || v.Score != "follows" || v.SignOffs != "standing" || v.Self == nil || v.Confirmed != nil {
		t.Errorf("%s", v.JSON(text.ZH))
	}
}

// changed writes the year anew with one thing else.
func changed(t *testing.T, change func(*Content)) []byte {
	t.Helper()
	c := content(t, sample(t))
	change(&c)
	return sealed(t, c)
}

func TestWhatIsSealedOtherwiseIsSeen(t *testing.T) {
	far := time.Now().Add(48 * time.Hour).Format(time.RFC3339)
	empty := ""
	for what, c := range map[string]struct {
		change func(*Content)
		code   string
	}{
		"sealed in the future": {func(c *Content) { c.Seal.SealedAt = far }, "seal.future"},
		"an empty reason":      {func(c *Content) { c.Findings[0].Reason = "已核实，数据无误" }, "finding.reason"},
		"no reason":            {func(c *Content) { c.Findings[0].Explained, c.Findings[0].Reason = false, "" }, "finding.reason"},
		"one finding stands for another": {func(c *Content) { // of the same check and form, on another row
			for i := range c.Findings[1:] {
				if c.Findings[i+1].Check == c.Findings[i].Check && c.Findings[i+1].Form == c.Findings[i].Form {
					c.Findings = append(c.Findings[:i+1], c.Findings[i+2:]...)
					return
				}
			}
			t.Error("the example has no two findings of a check")
		}, "finding.hidden"},
		"nobody signed": {func(c *Content) {
			c.SignOffs = func(string) ([]SignOff, error) {
				return []SignOff{{Role: SignOffRoles[0]}, {Role: SignOffRoles[1]}, {Role: SignOffRoles[2]}}, nil
			}
		}, "signoff.absent"},
		"an empty reason for it": {func(c *Content) {
			c.Seal.Unsigned = &empty
			c.SignOffs = func(string) ([]SignOff, error) {
				return []SignOff{{Role: SignOffRoles[0]}, {Role: SignOffRoles[1]}, {Role: SignOffRoles[2]}}, nil
			}
		}, "signoff.absent"},
		"signed, then changed": {func(c *Content) {
			c.SignOffs = func(data string) ([]SignOff, error) { all, _ := typed(data); all[1].Standing = false; return all, nil }
		}, "signoff.void"},
		"signed other data": {func(c *Content) {
			c.SignOffs = func(string) ([]SignOff, error) { return typed(strings.Repeat("0", 64)) }
		}, "signoff.invented"},
		"a name and date with a signature beside it": {func(c *Content) { // nobody checks that of a 署名
			c.SignOffs = func(data string) ([]SignOff, error) {
				all, _ := typed(data)
				all[0].Signature = "MEUCIQ=="
				return all, nil
			}
		}, "signoff.invented"},
		"a name and date with a key beside it": {func(c *Content) {
			c.SignOffs = func(data string) ([]SignOff, error) { all, _ := typed(data); all[0].Key = "PEM"; return all, nil }
		}, "signoff.invented"},
		"signed after sealing": {func(c *Content) {
			c.SignOffs = func(data string) ([]SignOff, error) {
				all, _ := typed(data)
				all[2].Date = "2024-02-01"
				return all, nil
			}
		}, "signoff.invented"},
		"signed backwards": {func(c *Content) {
			c.SignOffs = func(data string) ([]SignOff, error) {
				all, _ := typed(data)
				all[2].Date = "2024-01-01"
				return all, nil
			}
		}, "signoff.invented"},
		"a key that is spelled otherwise": {func(c *Content) { // and has signed
			k, _ := seal.NewKey()
			uscc, year := c.Seal.USCC, c.Seal.Year
			c.SignOffs = func(data string) ([]SignOff, error) {
				all, _ := typed(data)
				o := &all[0]
				signature, err := k.SignStatement(seal.SignOffStatement, SignOffBody(uscc, year, o.Role, o.Name, o.Date, o.Digest))
				o.Kind, o.Key, o.Signature = Keyed, string(k.Public().PEM())+"\n", base64.StdEncoding.EncodeToString(signature)
				return all, err
			}
		}, "signoff.invented"},
		"a key that signed nothing": {func(c *Content) {
			k, _ := seal.NewKey()
			c.SignOffs = func(data string) ([]SignOff, error) {
				all, _ := typed(data)
				all[0].Kind, all[0].Key, all[0].Signature = Keyed, string(k.Public().PEM()), "MAYCAQECAQE="
				return all, nil
			}
		}, "signoff.invented"},
		"a history that begins nowhere": {func(c *Content) {
			c.History = History{Log: seal.Log{Size: 9, Root: seal.Node{1}}, Extends: []Extends{{Serial: "1", Extension: seal.Extension{Size: 4, Root: seal.Node{2}}}}}
		}, "history.broken"},
	} {
		sees(t, what, changed(t, c.change), Options{}, c.code)
	}
}

func TestAnEntryThatIsNoneOfOursIsRefused(t *testing.T) {
	whole := written(t, sample(t))
	for what, c := range map[string]struct{ name, content, code string }{
		"a table of no form":    {"data/extra.csv", "x\n", "entry.stranger"},
		"a print":               {"report.html", "<script>alert(1)</script>", "entry.stranger"},
		"a garbage descriptor":  {packageEntry, "{}\n", "descriptor.differs"},
		"a script in the list":  {findingsEntry, `{"findings":[],"x":"<script>"}`, "finding.spelling"},
		"a script in sign-offs": {signOffEntry, `{"signoffs":[]}<script>`, "signoff.invented"},
		"a script in the sheet": {sheetEntry, `{"innovation":1,"x":"<script>"}`, "score.differs"},
		"a cell spelled anew":   {"data/annual.csv", strings.Replace(parts(t, whole)["data/annual.csv"], "800000000.00", "\"800,000,000.00\"", 1), "table.cell"},
	} {
		all := parts(t, whole)
		all[c.name] = c.content
		resealed(t, all)
		sees(t, what, together(t, all), Options{}, c.code)
	}
	var m archive.Memory
	if _, err := archive.NewWriter(&m).Add("data/con.csv", true, writeBytes(nil)); err == nil {
		t.Error("a name that is a device on Windows was written")
	}
}

// keys is a regulator's folder, for a test.
type keys struct {
	ring                             *seal.Keyring
	issuing, filing, other, deciding *seal.Key
}

func newKeys(t *testing.T) *keys {
	t.Helper()
	k := &keys{}
	dir := t.TempDir() + "/trust"
	enrol := func(to **seal.Key, h seal.Holder) {
		key, err := seal.NewKey()
		if err != nil {
			t.Fatal(err)
		}
		*to, h.Key, h.Fingerprint = key, key.Public(), key.Public().Fingerprint()
		if _, err := (seal.Trust{Dir: dir}).Enrol(h); err != nil {
			t.Fatal(err)
		}
	}
	enrol(&k.issuing, seal.Holder{Name: "示例国资委", Role: seal.Issuing})
	enrol(&k.filing, seal.Holder{Name: "示例水务", Role: seal.Filing, USCC: "91150200MA0BT0013C"})
	enrol(&k.other, seal.Holder{Name: "示例热力", Role: seal.Filing, USCC: "91150200MA0BT00305"})
	enrol(&k.deciding, seal.Holder{Name: "示例认定处", Role: seal.Deciding})
	ring, err := seal.OpenTrust(dir)
	if err != nil {
		t.Fatal(err)
	}
	k.ring = ring
	return k
}

// issuedPack is the example's pack as if it were issued, signed by a key.
func issuedPack(t *testing.T, k *seal.Key) (source, signature []byte) {
	t.Helper()
	source = []byte(strings.Replace(string(sample(t).Pack.Source), `status     = "draft"`, `status     = "issued"`, 1))
	signature, err := k.SignStatement(seal.PackStatement, source)
	if err != nil {
		t.Fatal(err)
	}
	return source, signature
}

// under scores and seals the year under a pack.
func under(t *testing.T, source, signature []byte, by *seal.Key) []byte {
	t.Helper()
	return changed(t, func(c *Content) {
		p, err := LoadPack(source)
		if err != nil {
			t.Fatal(err)
		}
		c.Sheet, c.Pack, c.PackSignature, c.Key = scoring.Evaluate(p, sample(t).Facts()), p, signature, by
	})
}

func TestThePolicyIsWhoeverIssuedIt(t *testing.T) {
	k := newKeys(t)
	source, signature := issuedPack(t, k.issuing)
	measure, err := NewMeasure(source, signature)
	if err != nil {
		t.Fatal(err)
	}
	asked := Options{Keys: k.ring, Pack: measure}
	v := sees(t, "issued", under(t, source, signature, k.filing), asked, "")
	if v.Policy != "issued" || v.Identity != "trusted" || v.Confirmed == nil || v.Confirmed.Mode != "正式" || v.Self.Mode != "正式" {
		t.Errorf("%s", v.JSON(text.ZH))
	}
	if !v.Submission.Sheet.Settled || !v.Measured.Settled {
		t.Error("the numbers of the issued pack are not the regulator's")
	}

	_, own := issuedPack(t, k.filing) // the enterprise issues its own
	sees(t, "issued by the enterprise", under(t, source, own, k.filing), Options{Keys: k.ring}, "policy.unsigned")
	sees(t, "issued by the enterprise, measured", under(t, source, own, k.filing), asked, "policy.unsigned")
	sees(t, "a signature of one byte", under(t, source, []byte{0x30}, k.filing), Options{}, "policy.unsigned")
	sees(t, "the word alone", under(t, source, nil, k.filing), Options{}, "policy.unsigned")

	easier := []byte(strings.Replace(string(sample(t).Pack.Source), "1.80%", "0.80%", 1))
	v = sees(t, "a draft with easier targets", under(t, easier, nil, k.filing), asked, "policy.draft")
	if v.Policy != "draft" || v.Self.Mode != "模拟" {
		t.Errorf("%s", v.JSON(text.ZH))
	}
	mine, err := NewMeasure(source, own)
	if err != nil {
		t.Fatal(err)
	}
	sees(t, "measured by what the enterprise issued", under(t, source, own, k.filing), Options{Keys: k.ring, Pack: mine}, "policy.unsigned")
}

// That a pack says it is issued settles none of its numbers: who signed it does, by a key that is no longer revoked nor over.
func TestNumbersAreSettledByWhoeverIssuedThePack(t *testing.T) {
	k := newKeys(t)
	source, signature := issuedPack(t, k.issuing)
	_, own := issuedPack(t, k.filing)
	gone := func(change func(*seal.Holder)) *seal.Keyring {
		dir := t.TempDir() + "/trust"
		for _, h := range k.ring.Holders() {
			if h.Role == seal.Issuing {
				change(&h)
			}
			if _, err := (seal.Trust{Dir: dir}).Enrol(h); err != nil {
				t.Fatal(err)
			}
		}
		ring, err := seal.OpenTrust(dir)
		if err != nil {
			t.Fatal(err)
		}
		return ring
	}
	revoked := gone(func(h *seal.Holder) { h.RevokedOn, h.RevokedWhy = "2020-01-01", "遗失" })
	over := gone(func(h *seal.Holder) { h.From, h.To = "2019-01-01", "2020-01-01" })
	for _, c := range []struct {
		name      string
		signature []byte
		ring      *seal.Keyring
		settled   bool
	}{
		{"issued", signature, k.ring, true},
		{"nobody was asked", signature, nil, false},
		{"signed by the enterprise", own, k.ring, false},
		{"unsigned", nil, k.ring, false},
		{"a signature of one byte", []byte{0x30}, k.ring, false},
		{"the key is revoked", signature, revoked, false},
		{"the key is over", signature, over, false},
	} {
		sealed := under(t, source, c.signature, k.filing)
		v := verified(t, sealed, Options{Keys: c.ring})
		if v.Submission == nil || v.Submission.Sheet == nil {
			t.Fatal(c.name, v.Problems)
		}
		if s := v.Submission.Sheet; s.Settled != c.settled || s.Standing(&s.Assumed()[0]).Settled() != c.settled {
			t.Errorf("%s: settled %v, policy %s", c.name, s.Settled, v.Policy)
		}
		measure, err := NewMeasure(source, c.signature)
		if err != nil {
			t.Fatal(err)
		}
		// Who brings the measure without asking anybody is the regulator, and believed.
		v = verified(t, sealed, Options{Keys: c.ring, Pack: measure})
		if v.Measured != nil && v.Measured.Settled != (c.settled || c.ring == nil) {
			t.Errorf("%s, measured: settled %v", c.name, v.Measured.Settled)
		}
	}
}

func TestOnlyItsOwnKeyHandsIn(t *testing.T) {
	k := newKeys(t)
	s := sample(t)
	by := func(key *seal.Key) []byte {
		return changed(t, func(c *Content) { c.Key = key; c.Seal.Replaces = &Replaced{s.Serial, strings.Repeat("0", 64)} })
	}
	if v := sees(t, "its own", by(k.filing), Options{Keys: k.ring}, ""); v.Identity != "trusted" || v.Signer != "示例水务" {
		t.Errorf("%s", v.JSON(text.ZH))
	}
	// A sealing that says it replaces hers, by another enterprise's key; by a key that decides; by nobody's; unsigned.
	sees(t, "another enterprise's", by(k.other), Options{Keys: k.ring}, "identity.wrong")
	sees(t, "one for deciding", by(k.deciding), Options{Keys: k.ring}, "identity.wrong")
	stranger, _ := seal.NewKey()
	sees(t, "a stranger's", by(stranger), Options{Keys: k.ring}, "identity.unknown")
	sees(t, "nobody's", by(nil), Options{Keys: k.ring}, "identity.unknown")

	// The signature under another statement is none.
	all := parts(t, by(k.filing))
	body := all[manifestEntry][len(seal.SubmissionStatement.Line()):]
	other, err := k.filing.SignStatement(seal.ReceiptStatement, []byte(body))
	if err != nil {
		t.Fatal(err)
	}
	all[signatureEntry] = string(other)
	sees(t, "signed as a receipt", together(t, all), Options{}, "signature.bad")
	delete(all, signatureEntry)
	delete(all, signerEntry)
	sees(t, "the signature taken out", together(t, all), Options{}, "signature.stripped")
}

// decided signs decisions on the example's rows.
func decided(t *testing.T, k *seal.Key, rows string) *Decisions {
	t.Helper()
	var m archive.Memory
	head := strings.Join(DecisionColumns, ",") + "\n"
	if err := WriteSigned(&m, RecognitionDocument, []byte(head+rows), k, time.Now()); err != nil {
		t.Fatal(err)
	}
	d, err := ReadDecisions(m.Bytes(), "decisions.zip")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// What the enterprise says of itself counts with the pending; only a decision of who may decide makes it more, and only of the
// row as it was decided.
func TestRecognitionsCountAsTheyWereDecided(t *testing.T) {
	k := newKeys(t)
	source, signature := issuedPack(t, k.issuing)
	measure, _ := NewMeasure(source, signature)
	whole := under(t, source, signature, k.filing)
	var platform *form.Record
	for _, r := range sample(t).Records(form.ByID("platform")) {
		if r.Str("recognition") == form.Recognised {
			platform = r
		}
	}
	if platform == nil {
		t.Fatal("the example has no platform that is recognised")
	}
	row := "91150200MA0BT0013C,2023,platform," + platform.Key() + ",已认定,包头市科学技术局,包科发〔2023〕9号,2023-06-20," + platform.Str("level") + ",," + platform.Str("kind") + "\n"

	alone := sees(t, "by its own word", whole, Options{Keys: k.ring, Pack: measure}, "")
	if alone.Decided != 0 || alone.SelfDeclared == 0 || alone.Confirmed.Bonus == alone.Self.Bonus {
		t.Errorf("%s", alone.JSON(text.ZH))
	}
	with := func(d *Decisions) Options { return Options{Keys: k.ring, Pack: measure, Decisions: []*Decisions{d}} }
	v := sees(t, "decided", whole, with(decided(t, k.deciding, row)), "")
	if v.Decided != 1 || v.SelfDeclared != alone.SelfDeclared-1 {
		t.Errorf("%s", v.JSON(text.ZH))
	}
	v = sees(t, "of another level", whole, with(decided(t, k.deciding, strings.Replace(row, ","+platform.Str("level")+",", ",国家级,", 1))), "")
	if v.Decided != 0 || v.SelfDeclared != alone.SelfDeclared {
		t.Errorf("%s", v.JSON(text.ZH))
	}
	v = sees(t, "decided by the enterprise", whole, with(decided(t, k.filing, row)), "decision.role")
	if v.Decided != 0 {
		t.Error("the enterprise decided on itself")
	}
	if v := verified(t, whole, Options{Pack: measure, Decisions: []*Decisions{decided(t, k.deciding, row)}}); v.Decided != 0 {
		t.Error("nobody was asked who may decide, and it counted")
	}
}

func TestALoweredYearBeforeIsSeen(t *testing.T) {
	s := sample(t)
	prev := *s.Facts().Prev
	e := &Earlier{File: "2022.zip", USCC: s.USCC, Year: s.Year - 1, RD: &prev}
	whole := written(t, s)
	sees(t, "as it was", whole, Options{Earlier: []*Earlier{e}}, "")
	more := prev
	more.Expensed += 100_000_00
	v := sees(t, "lowered since", whole, Options{Earlier: []*Earlier{{File: "2022.zip", USCC: s.USCC, Year: s.Year - 1, RD: &more}}}, "prior.differs")
	said := string(v.JSON(text.ZH))
	if !strings.Contains(said, shownYuan(prev.Expensed)) || !strings.Contains(said, shownYuan(more.Expensed)) {
		t.Errorf("not both figures are told: %s", said)
	}
	sees(t, "another enterprise's", whole, Options{Earlier: []*Earlier{{USCC: "91150200MA0BT00305", Year: s.Year - 1, RD: &more}}}, "")
}

func TestWhatIsNoSubmissionIsNamed(t *testing.T) {
	var m archive.Memory
	if err := WriteSigned(&m, ReceiptDocument, []byte("{}"), nil, time.Now()); err != nil {
		t.Fatal(err)
	}
	sees(t, "a receipt", m.Bytes(), Options{}, "kind.receipt")
	sees(t, "a pack", sample(t).Pack.Source, Options{}, "kind.pack")
	sees(t, "nothing of ours", []byte("PK not really"), Options{}, "archive.spelling")
}

// Decisions whose signature does not say what it signs decide nothing where keys are asked, be the key one for deciding.
func TestDecisionsThatDoNotSayWhatTheyAre(t *testing.T) {
	k := newKeys(t)
	d := decided(t, k.deciding, "")
	if why := d.Barred(k.ring); !why.Empty() {
		t.Fatal("as they were signed:", why)
	}
	d.Typed = false
	if d.Barred(k.ring).Empty() {
		t.Error("they decide")
	}
}

// A long table is read ahead of whoever judges its rows: all of them, in their order, as far as they can be read and are wanted.
func TestALongTableIsReadInItsOrder(t *testing.T) {
	const lines = 30_000
	f := form.ByID("spend")
	table := func(bad int) string {
		var b strings.Builder
		b.WriteString("date,voucher,amount\n")
		for row := 2; row < lines+2; row++ {
			amount := fmt.Sprint(row)
			if row == bad {
				amount = "many"
			}
			fmt.Fprintf(&b, "2023-01-05,记账凭证-%d,%s.00\n", row, amount)
		}
		return b.String()
	}
	read := func(ctx context.Context, content string, visit func(*form.Record) error) (last int64, err error) {
		if len(content) <= longTable {
			t.Fatal("the table is not long")
		}
		last = 1
		err = readTable(ctx, "data/spend.csv", strings.NewReader(content), int64(len(content)), f, anySpelling, func(r *form.Record) error {
			if r.ID != last+1 || r.Str("voucher") != fmt.Sprint("记账凭证-", r.ID) || r.Get("amount").Num() != r.ID*100 {
				t.Fatalf("row %d after %d: %s, %d", r.ID, last, r.Str("voucher"), r.Get("amount").Num())
			}
			last = r.ID
			return visit(r)
		})
		return last, err
	}
	goOn := func(*form.Record) error { return nil }
	if last, err := read(t.Context(), table(0), goOn); err != nil || last != lines+1 {
		t.Error(last, err)
	}
	for _, bad := range []int{2, 256, 257, 258, 18_000, lines + 1} {
		if last, err := read(t.Context(), table(bad), goOn); err == nil || !strings.Contains(err.Error(), fmt.Sprint(bad)) || last != int64(bad-1) {
			t.Errorf("row %d cannot be read: %d are judged, %v", bad, last, err)
		}
	}
	enough := errors.New("enough")
	for _, at := range []int64{2, 257, 258, 12_000} {
		if last, err := read(t.Context(), table(0), func(r *form.Record) error {
			if r.ID == at {
				return enough
			}
			return nil
		}); !errors.Is(err, enough) || last != at {
			t.Errorf("enough at row %d: %d, %v", at, last, err)
		}
	}
	ctx, stop := context.WithCancel(t.Context())
	last, err := read(ctx, table(0), func(*form.Record) error { stop(); return nil })
	if !errors.Is(err, context.Canceled) || last == lines+1 {
		t.Error(last, err)
	}
}
