package submission

import (
	"bytes"
	"encoding/json"
	"errors"

	"yice/seal"
)

const receiptLogFormat = "yice-receipts/1"

// mostReceipts of one log, so that its document stays within what a signed file may hold.
const mostReceipts = 100_000

// ReceiptLog is receipts.json: the receipts of a registry in the order of their numbers, as an append-only log (RFC 6962, the
// entry being [Receipt.Leaf]). Each receipt has the head that was right when it was given, so that a log which was rewound or
// edited no longer agrees with what is in other hands.
type ReceiptLog struct {
	seal.Log
	Entries []LoggedReceipt

	tree *seal.Tree
}

// LoggedReceipt is one entry; its number is its place, counted from 1.
type LoggedReceipt struct {
	Serial string    `json:"serial"` // of the submission
	Leaf   seal.Node `json:"leaf"`
}

type receiptLogJSON struct {
	Format string `json:"format"`
	seal.Log
	Receipts []LoggedReceipt `json:"receipts"`
}

// ErrLogFull is that a log has all the receipts it can hold.
var ErrLogFull = errors.New("submission: the log of receipts is full")

// NewReceiptLog is a log before its first receipt.
func NewReceiptLog() *ReceiptLog {
	return &ReceiptLog{Log: seal.EmptyLog(), tree: &seal.Tree{}}
}

// ParseReceiptLog reads receipts.json strictly: its head must be that of its entries.
func ParseReceiptLog(content []byte) (l *ReceiptLog, ok bool) {
	var j receiptLogJSON
	if json.Unmarshal(content, &j) != nil || j.Format != receiptLogFormat || len(j.Receipts) > mostReceipts {
		return nil, false
	}
	l = NewReceiptLog()
	for _, e := range j.Receipts {
		l.Append(e)
	}
	return l, l.Log == j.Log && bytes.Equal(l.Bytes(), content)
}

// Bytes is its one spelling.
func (l *ReceiptLog) Bytes() []byte {
	return PrintJSON(receiptLogJSON{receiptLogFormat, l.Log, append([]LoggedReceipt{}, l.Entries...)})
}

// Append adds an entry and gives the proof that it is the newest.
func (l *ReceiptLog) Append(e LoggedReceipt) (proof []seal.Node) {
	proof = l.tree.AppendProving(e.Leaf[:])
	l.Entries, l.Log = append(l.Entries, e), l.tree.Log()
	return proof
}

// Enter gives a receipt the next number, and the head with it in.
func (l *ReceiptLog) Enter(r Receipt) (Receipt, error) {
	if len(l.Entries) >= mostReceipts {
		return r, ErrLogFull
	}
	number := l.Size + 1
	r.Number, r.Log = &number, nil
	proof := l.Append(LoggedReceipt{r.Serial, r.Leaf()})
	r.Log = &LogHead{l.Log, proof}
	return r, nil
}

// Has reports whether a receipt is the one that the log has under its number.
func (l *ReceiptLog) Has(r Receipt) bool {
	if r.Number == nil || *r.Number < 1 || *r.Number > l.Size {
		return false
	}
	return l.Entries[*r.Number-1] == LoggedReceipt{r.Serial, r.Leaf()}
}
