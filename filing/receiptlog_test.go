package filing

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yice/filing/submission"
	"yice/seal"
	"yice/store"
)

// receiptDesk is a folder of receipts and the hand that gives them.
type receiptDesk struct {
	t   *testing.T
	dir string
	receiptHand
}

func newReceiptDesk(t *testing.T) *receiptDesk {
	return &receiptDesk{t, t.TempDir(), receiptHand{key: mustKey(t), now: signingDay}}
}

// receipt is one for a submission nobody saw.
func (r *receiptDesk) receipt(serial string) *outgoing {
	log := seal.Log{Size: 3, Root: seal.Node{1}}
	return &outgoing{out: filepath.Join(r.dir, receiptName(serial)), receipt: submission.Receipt{
		Format: "yice-receipt/3", Serial: serial, USCC: waterUSCC, Year: goldenYear, ReceivedAt: r.now.Format(time.RFC3339),
		Innovation: "82.58", History: &log,
	}}
}

func (r *receiptDesk) gives(all ...*outgoing) ReceiptsGiven {
	r.t.Helper()
	g, err := r.give(r.dir, all)
	if err != nil {
		r.t.Fatal(err)
	}
	for _, o := range all {
		if o.wrong != nil {
			r.t.Fatal(o.wrong)
		}
	}
	return g
}

func (r *receiptDesk) read(name string) []byte { return read(r.t, filepath.Join(r.dir, name)) }

func (r *receiptDesk) put(name string, content []byte) {
	r.t.Helper()
	if err := os.WriteFile(filepath.Join(r.dir, name), content, 0o600); err != nil {
		r.t.Fatal(err)
	}
}

// A receipt has the next number, the head with it in, and the history of the submission; given again it stays as it is.
func TestAReceiptIsNumberedAndCountersignsTheHistory(t *testing.T) {
	r := newRegulator(t)
	s := r.desk(t)
	path, sealed := submit(t, s, SubmitOptions{Key: r.enterprise})
	o := CollectOptions{Receipts: filepath.Join(t.TempDir(), "receipts"), ReceiptKey: r.receipting, Trust: r.trust, Pack: r.pack}
	one := collect(t, o, path)
	if one.Receipts == nil || one.Receipts.Written != 1 || one.Receipts.Log.Size != 1 {
		t.Fatalf("%+v %v", one.Receipts, one.Problems)
	}
	at := filepath.Join(o.Receipts, receiptName(sealed.Serial))
	first := read(t, at)
	had, ok := submission.PeekReceipt(first)
	if !ok || !had.Numbered() || *had.Number != 1 || had.Log.Log != one.Receipts.Log || had.History == nil || *had.History != sealed.Log {
		t.Fatalf("%+v, sealed %+v", had, sealed.Log)
	}
	again := collect(t, o, path)
	if again.Receipts.Kept != 1 || again.Receipts.Written != 0 || !bytes.Equal(read(t, at), first) {
		t.Errorf("the same receipt was given anew: %+v", again.Receipts)
	}
	say, err := Receive(s, at, r.trust)
	if err != nil || !strings.Contains(say.ZH, "第 1 号") || !strings.Contains(say.EN, one.Receipts.Log.Root.String()) {
		t.Errorf("%v, %v", say, err)
	}
	// By another result it is another receipt, and the first is kept.
	o.Decisions = []string{decisionsBy(t, r)}
	more := collect(t, o, path)
	aside := strings.TrimSuffix(at, ".zip") + ".1.zip"
	if more.Receipts == nil || more.Receipts.Log.Size != 2 || !bytes.Equal(read(t, aside), first) {
		t.Errorf("%+v %v", more.Receipts, more.Problems)
	}
}

// decisionsBy is a signed file of decisions by the regulator of a test.
func decisionsBy(t *testing.T, r *regulator) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "decisions.zip")
	if _, err := MakeRecognitions(context.Background(), file(t, "d.csv", decisions), out, r.deciding, nil, signingDay); err != nil {
		t.Fatal(err)
	}
	return out
}

// A log that was put back, taken away, cut, edited or signed by somebody else gives no receipt, and nothing is written.
func TestARewoundOrEditedLogGivesNoReceipt(t *testing.T) {
	r := newReceiptDesk(t)
	r.gives(r.receipt("A-1"))
	older := r.read(receiptLogFile)
	r.gives(r.receipt("A-2"), r.receipt("A-3"))
	whole := r.read(receiptLogFile)
	resigned := func(key *seal.Key, change func(*submission.ReceiptLog)) []byte {
		signed, err := submission.ReadSigned(whole, "log", submission.ReceiptLogDocument)
		if err != nil {
			t.Fatal(err)
		}
		old, ok := submission.ParseReceiptLog(signed.Content)
		if !ok {
			t.Fatal("no log")
		}
		if change != nil {
			change(old)
		}
		log := submission.NewReceiptLog()
		for _, e := range old.Entries {
			log.Append(e)
		}
		path := filepath.Join(t.TempDir(), "log.zip")
		if err := writeSigned(path, submission.ReceiptLogDocument, log.Bytes(), key, signingDay); err != nil {
			t.Fatal(err)
		}
		return read(t, path)
	}
	flipped := bytes.Clone(whole)
	flipped[len(flipped)/2] ^= 1
	for what, c := range map[string]struct {
		log  []byte
		code string
	}{
		"put back":        {older, "filing.receipts-rewound"},
		"taken away":      {nil, "filing.receipts-rewound"},
		"cut":             {resigned(r.key, func(l *submission.ReceiptLog) { l.Entries = l.Entries[:2] }), "filing.receipts-rewound"},
		"edited":          {resigned(r.key, func(l *submission.ReceiptLog) { l.Entries[1].Leaf[0] ^= 1 }), "filing.receipts-rewound"},
		"another serial":  {resigned(r.key, func(l *submission.ReceiptLog) { l.Entries[1].Serial = "B-2" }), "filing.receipts-rewound"},
		"by another hand": {resigned(mustKey(t), nil), "filing.receipts-log"},
		"by nobody":       {resigned(nil, nil), "filing.receipts-log"},
		"a flipped bit":   {flipped, "filing.receipts-log"},
		"a receipt":       {r.read(receiptName("A-1")), "filing.receipts-log"},
	} {
		if c.log == nil {
			_ = os.Remove(filepath.Join(r.dir, receiptLogFile))
		} else {
			r.put(receiptLogFile, c.log)
		}
		next := r.receipt("A-4")
		_, err := r.give(r.dir, []*outgoing{next})
		refusedAs(t, what, err, c.code)
		if _, err := os.Stat(next.out); err == nil {
			t.Fatalf("%s: a receipt was written", what)
		}
	}
	r.put(receiptLogFile, whole)
	if g := r.gives(r.receipt("A-4")); g.Log.Size != 4 {
		t.Errorf("with the log as it was: %+v", g)
	}
	// Another key goes on with a log only where the register knows the hand before it.
	r.key, r.keys = mustKey(t), nil
	_, err := r.give(r.dir, []*outgoing{r.receipt("A-5")})
	refusedAs(t, "a key that nobody passed the log on to", err, "filing.receipts-log")
}

func TestTheLogIsPassedOnToAnotherKey(t *testing.T) {
	r := newReceiptDesk(t)
	r.gives(r.receipt("A-1"))
	keys, err := seal.OpenTrust(trusting(t, holding("收件处", seal.Receipting, r.key)))
	if err != nil {
		t.Fatal(err)
	}
	r.key, r.keys = mustKey(t), keys
	if g := r.gives(r.receipt("A-2")); g.Log.Size != 2 {
		t.Errorf("%+v", g)
	}
}

// Several at once take their turns: every receipt has a number of its own and is in the log.
func TestReceiptsGivenAtOnceHaveNumbersOfTheirOwn(t *testing.T) {
	r := newReceiptDesk(t)
	const most = 12
	failed := make(chan error, most)
	for i := range most {
		one := r.receipt(fmt.Sprintf("A-%02d", i))
		go func() {
			_, err := r.give(r.dir, []*outgoing{one})
			failed <- err
		}()
	}
	for range most {
		if err := <-failed; err != nil {
			t.Fatal(err)
		}
	}
	seen := map[int64]bool{}
	for i := range most {
		had, ok := submission.PeekReceipt(r.read(receiptName(fmt.Sprintf("A-%02d", i))))
		if !ok || !had.Numbered() || seen[*had.Number] {
			t.Fatalf("receipt %d: %+v", i, had)
		}
		seen[*had.Number] = true
	}
	if g := r.gives(r.receipt("B")); g.Log.Size != most+1 {
		t.Errorf("%+v", g)
	}
}

// A receipt bears witness as the submission does: of its history, of no other one, and only where somebody answers for it.
func TestAReceiptBearsWitness(t *testing.T) {
	r := newRegulator(t)
	s := r.desk(t)
	path, sealed := submit(t, s, SubmitOptions{Key: r.enterprise})
	dir := filepath.Join(t.TempDir(), "receipts")
	collect(t, CollectOptions{Receipts: dir, ReceiptKey: r.receipting, Trust: r.trust, Pack: r.pack}, path)
	receipt := filepath.Join(dir, receiptName(sealed.Serial))
	x, err := Witness(context.Background(), receipt, VerifyOptions{Trust: r.trust})
	if err != nil || x.Log != sealed.Log || !strings.Contains(x.Name.ZH, "示例收件处") {
		t.Fatalf("%+v %v", x, err)
	}
	for w, findings := range map[*store.Workspace]int{s.Workspace(): 0, desk(t, waterUSCC, goldenYear).Workspace(): 1} {
		v, err := w.VerifyAgainst(context.Background(), []store.Witness{x})
		if err != nil || len(v.Findings) != findings || (v.Vouched[0] == sealed.Log.Size) != (findings == 0) {
			t.Errorf("%d findings wanted: %+v, %v", findings, v, err)
		}
	}
	had, _ := submission.PeekReceipt(read(t, receipt))
	signed := func(change func(*submission.Receipt), key *seal.Key) string {
		one := had
		change(&one)
		return signedFileOf(t, receiptEntry, one.Bytes(), key)
	}
	receiving := mustKey(t)
	_ = r.enrol(t, seal.Holder{Name: "收件二处", Role: seal.Receipting, Key: receiving.Public()})
	two := bytes.Replace(had.Bytes(), []byte("yice-receipt/3"), []byte("yice-receipt/2"), 1)
	two = append(two[:bytes.Index(two, []byte(",\n  \"history\""))], "\n}\n"...)
	for what, c := range map[string]struct{ path, code string }{
		"unsigned":                    {signed(func(r *submission.Receipt) { r.Number, r.Log = nil, nil }, nil), "filing.signed-wrong-hand"},
		"by the enterprise":           {signed(func(*submission.Receipt) {}, mustKey(t)), "filing.signed-wrong-hand"},
		"another history":             {signed(func(r *submission.Receipt) { r.History = &seal.Log{Size: 1} }, receiving), "filing.not-signed-file"},
		"another number":              {signed(func(r *submission.Receipt) { n := int64(2); r.Number = &n }, receiving), "filing.not-signed-file"},
		"of a submission that is old": {signed(func(r *submission.Receipt) { r.History, r.Number, r.Log = nil, nil, nil }, receiving), "filing.witness-unverified"},
		"of format 2":                 {signedFileOf(t, receiptEntry, two, receiving), "filing.witness-unverified"},
	} {
		_, err := Witness(context.Background(), c.path, VerifyOptions{Trust: r.trust})
		refusedAs(t, what, err, c.code)
	}
	unsigned := signed(func(r *submission.Receipt) { r.Number, r.Log = nil, nil }, nil)
	_, err = Witness(context.Background(), unsigned, VerifyOptions{})
	refusedAs(t, "unsigned, nobody asked", err, "filing.witness-unverified")
	// What the older format says of the submission is still taken in, and what it lacks is told.
	say, err := Receive(s, signedFileOf(t, receiptEntry, two, receiving), r.trust)
	if err != nil || !strings.Contains(say.ZH, "旧格式") {
		t.Errorf("%v %v", say, err)
	}
}

// Two receipts of one number, or one for another history than was sealed: the registry's log, or its word, is not what it was.
func TestAReceiptThatContradictsIsNotTakenIn(t *testing.T) {
	r := newRegulator(t)
	s := r.desk(t)
	path, sealed := submit(t, s, SubmitOptions{Key: r.enterprise})
	v := verify(t, path, VerifyOptions{Trust: r.trust, Pack: r.pack})
	first, err := submission.NewReceipt(v.Verdict, v.Submission.Received(), signingDay)
	if err != nil {
		t.Fatal(err)
	}
	key := mustKey(t)
	give := func(change func(*submission.Receipt)) string {
		one, out := first, filepath.Join(t.TempDir(), receiptName(sealed.Serial))
		change(&one)
		o := &outgoing{out: out, receipt: one}
		if _, err := (receiptHand{key: key, now: signingDay}).give(filepath.Dir(out), []*outgoing{o}); err != nil {
			t.Fatal(err)
		}
		return out
	}
	_, err = Receive(s, give(func(r *submission.Receipt) { r.History = &seal.Log{Size: sealed.Log.Size, Root: seal.Node{9}} }), "")
	refusedAs(t, "another history", err, "filing.receipt-differs")
	if _, err := Receive(s, give(func(*submission.Receipt) {}), ""); err != nil {
		t.Fatal(err)
	}
	_, err = Receive(s, give(func(r *submission.Receipt) { r.Innovation = "90.00" }), "")
	refusedAs(t, "a second number 1", err, "filing.receipt-rewound")
}
