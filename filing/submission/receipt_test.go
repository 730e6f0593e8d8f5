package submission

import (
	"strings"
	"testing"

	"yice/seal"
)

// given makes receipts of a log.
func given(t *testing.T, n int) (l *ReceiptLog, all []Receipt) {
	t.Helper()
	l = NewReceiptLog()
	for i := range n {
		r, err := l.Enter(Receipt{
			Format: receiptThree, Serial: "S-" + string(rune('a'+i)), ReceivedAt: "2024-01-22T10:00:00+08:00", Name: `甲,"log": 乙`,
			History: &seal.Log{Size: 5, Root: seal.Node{5}},
		})
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, r)
	}
	return l, all
}

// A receipt proves its own number by the head that stands in it: any other number, head, or proof is no receipt.
func TestAReceiptProvesItsNumber(t *testing.T) {
	l, all := given(t, 7)
	for i, r := range all {
		read, ok := ParseReceipt(r.Bytes())
		if !ok || *read.Number != int64(i+1) || !l.Has(read) {
			t.Fatalf("receipt %d: %+v", i+1, read)
		}
	}
	third := all[2]
	for what, change := range map[string]func(*Receipt){
		"another number":                  func(r *Receipt) { n := int64(4); r.Number = &n },
		"number and size":                 func(r *Receipt) { n := int64(4); r.Number, r.Log.Size = &n, 4 },
		"the place of an earlier one":     func(r *Receipt) { r.Number, r.Log = all[1].Number, all[1].Log },
		"the head of a later one":         func(r *Receipt) { r.Log = all[6].Log },
		"another root":                    func(r *Receipt) { r.Log.Root[0] ^= 1 },
		"no proof":                        func(r *Receipt) { r.Log.Proof = nil },
		"an empty proof":                  func(r *Receipt) { r.Log.Proof = []seal.Node{} },
		"more proof":                      func(r *Receipt) { r.Log.Proof = append(r.Log.Proof, seal.Node{}) },
		"another history":                 func(r *Receipt) { r.History = &seal.Log{Size: 6, Root: seal.Node{5}} },
		"another score":                   func(r *Receipt) { r.Innovation = "99.99" },
		"no number":                       func(r *Receipt) { r.Number = nil },
		"no head":                         func(r *Receipt) { r.Log = nil },
		"number nothing of an empty head": func(r *Receipt) { n := int64(0); r.Number, r.Log = &n, &LogHead{seal.EmptyLog(), []seal.Node{}} },
		"a number below":                  func(r *Receipt) { n := int64(-1); r.Number, r.Log.Size = &n, -1 },
	} {
		r := third
		head := *third.Log
		r.Log = &head
		r.Log.Proof = append([]seal.Node{}, head.Proof...)
		change(&r)
		if _, ok := ParseReceipt(r.Bytes()); ok {
			t.Errorf("%s: read as a receipt", what)
		}
	}
}

// Receipts of older formats are read as they were spelled; one that says more than its format knows is none.
func TestOlderReceiptsAreRead(t *testing.T) {
	two := `{
  "format": "yice-receipt/2",
  "serial": "S",
  "uscc": "",
  "name": "",
  "year": 2023,
  "period": "2023",
  "manifest_sm3": "",
  "sealed_at": "",
  "signer": "",
  "received_at": "2024-01-22T10:00:00+08:00",
  "pack_sha256": "",
  "mode": "正式",
  "signoffs": "standing",
  "recognitions": {
    "decided": 0,
    "self_declared": 0
  },
  "self": null,
  "confirmed": null,
  "innovation": "1.00"
}
`
	r, ok := ParseReceipt([]byte(two))
	if !ok || !r.Old() || r.Numbered() {
		t.Fatalf("%+v", r)
	}
	for _, bad := range []string{
		strings.Replace(two, "receipt/2", "receipt/3", 1),
		strings.Replace(two, "\n}\n", ",\n  \"history\": null,\n  \"number\": null,\n  \"log\": null\n}\n", 1),
		strings.Replace(two, "1.00\"\n", "1.00\",\n  \"number\": 3\n", 1),
		two + "\n",
	} {
		if _, ok := ParseReceipt([]byte(bad)); ok {
			t.Errorf("read:\n%s", bad)
		}
	}
}

// A log has one spelling, and its head is that of its entries.
func TestALogOfReceiptsIsReadStrictly(t *testing.T) {
	l, _ := given(t, 3)
	read, ok := ParseReceiptLog(l.Bytes())
	if !ok || read.Log != l.Log || len(read.Entries) != 3 {
		t.Fatalf("%+v", read)
	}
	whole := string(l.Bytes())
	for _, bad := range []string{
		strings.Replace(whole, `"size": 3`, `"size": 2`, 1), strings.Replace(whole, "S-b", "S-c", 1) + " ",
		strings.Replace(whole, l.Root.String()[:8], "00000000", 1), strings.Replace(whole, receiptLogFormat, "yice-receipts/2", 1),
	} {
		if _, ok := ParseReceiptLog([]byte(bad)); ok {
			t.Errorf("read:\n%s", bad)
		}
	}
	if empty, ok := ParseReceiptLog(NewReceiptLog().Bytes()); !ok || empty.Size != 0 {
		t.Error("an empty log is not read")
	}
}

func FuzzReceiptLog(f *testing.F) {
	l := NewReceiptLog()
	_, _ = l.Enter(Receipt{Format: receiptThree, Serial: "1"})
	f.Add(l.Bytes())
	f.Fuzz(func(t *testing.T, content []byte) {
		if l, ok := ParseReceiptLog(content); ok && string(l.Bytes()) != string(content) {
			t.Error("a log has two spellings")
		}
	})
}
