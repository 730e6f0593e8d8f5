package submission

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"time"

	"yice/seal"
	"yice/text"
)

// Formats of receipt.json. The first says nothing of recognitions and sign-offs; neither of the first two says which history
// the submission was sealed with, nor which place the receipt has among those of its registry.
const (
	receiptOne   = "yice-receipt/1"
	receiptTwo   = "yice-receipt/2"
	receiptThree = "yice-receipt/3"
)

// Receipt is receipt.json: that a submission was received, whole, from somebody who may hand it in, under the policy that was
// issued; what the enterprise comes to by its own word, and by the regulator's. It countersigns the history that the
// submission was sealed with, and is itself an entry of the log of its registry (see [ReceiptLog]).
type Receipt struct {
	Format       string              `json:"format"`
	Serial       string              `json:"serial"`
	USCC         string              `json:"uscc"`
	Name         string              `json:"name"`
	Year         int                 `json:"year"`
	Period       string              `json:"period"`
	Manifest     string              `json:"manifest_sm3"`
	SealedAt     string              `json:"sealed_at"`
	Signer       string              `json:"signer"` // of the submission, "" where it was unsigned
	ReceivedAt   string              `json:"received_at"`
	Pack         string              `json:"pack_sha256"`
	Mode         string              `json:"mode"`
	SignOffs     string              `json:"signoffs"`
	Recognitions ReceiptRecognitions `json:"recognitions"`
	Self         *ResultJSON         `json:"self"`      // 自评
	Confirmed    *ResultJSON         `json:"confirmed"` // 核定; null where nothing was measured
	// Innovation is what was settled, and 自评 where nothing was.
	Innovation string `json:"innovation"`
	// History is what the enterprise's history was at sealing; null where the submission does not say, being of format 1.
	History *seal.Log `json:"history"`
	// Number is its place in the log, counted from 1; null of an unsigned receipt, which is in no log.
	Number *int64 `json:"number"`
	// Log is the head of the log with this receipt as its newest entry; it stands last, since it speaks of all before it.
	Log *LogHead `json:"log"`
}

// LogHead is the head of a registry's log and the proof that it holds the receipt it stands in (RFC 6962, 2.1.1).
type LogHead struct {
	seal.Log
	Proof []seal.Node `json:"proof"`
}

// ReceiptRecognitions counts recognitions as [Recognitions] does.
type ReceiptRecognitions struct {
	Decided      int `json:"decided"`
	SelfDeclared int `json:"self_declared"`
}

// oneReceipt is receipt.json of format 1.
type oneReceipt struct {
	Format     string `json:"format"`
	Serial     string `json:"serial"`
	USCC       string `json:"uscc"`
	Name       string `json:"name"`
	Year       int    `json:"year"`
	Manifest   string `json:"manifest_sm3"`
	SealedAt   string `json:"sealed_at"`
	Signer     string `json:"signer"`
	ReceivedAt string `json:"received_at"`
	Innovation string `json:"innovation"`
	Pack       string `json:"pack_sha256"`
	Mode       string `json:"mode"`
}

// NewReceipt makes the receipt for a submission, without a number yet. There is none for what does not hold, nor where nobody
// was asked whose word it is and whose policy.
func NewReceipt(v *Verdict, of Received, now time.Time) (Receipt, error) {
	if !v.Acknowledged() || v.Self == nil {
		return Receipt{}, fault("filing.receipt-unverified", text.Findings, text.FilingReceiptUnverified)
	}
	r := Receipt{
		Format: receiptThree, Serial: v.Serial, USCC: v.Enterprise, Name: v.Name, Year: v.Year, Period: v.Period, Manifest: of.Manifest,
		SealedAt: of.SealedAt, Signer: v.Signer, ReceivedAt: now.Format(time.RFC3339), Pack: of.PackSHA256, SignOffs: v.SignOffs,
		Recognitions: ReceiptRecognitions(v.Recognitions), Self: v.Self.JSON(), Confirmed: v.Confirmed.JSON(),
		Innovation: v.Self.Innovation, Mode: v.Self.Mode,
	}
	if v.Confirmed != nil {
		r.Innovation, r.Mode = v.Confirmed.Innovation, v.Confirmed.Mode
	}
	if of.History.Size > 0 {
		r.History = &of.History
	}
	return r, nil
}

// Received is what a receipt says of the file besides the verdict on it.
type Received struct {
	Manifest   string // SM3 of the manifest, in hex
	PackSHA256 string
	SealedAt   string
	History    seal.Log // its size is 0 where the submission does not say
}

// Received gives what a receipt says of a verified submission.
func (s *Submission) Received() Received {
	r := Received{Manifest: s.Manifest(), SealedAt: s.SealedAt, History: s.History.Log}
	if s.Pack != nil {
		r.PackSHA256 = s.Pack.SHA256
	}
	return r
}

// Bytes is its one spelling.
func (r Receipt) Bytes() []byte { return PrintJSON(r) }

// beforeLog is where the head begins in the spelling of a receipt; texts in it have no line ends of their own.
const beforeLog = ",\n  \"log\": "

// Leaf is what a log keeps of a receipt: SHA-256 of its bytes up to where the head begins. So the head can stand in the
// receipt that it covers.
func (r Receipt) Leaf() seal.Node {
	told, _, _ := bytes.Cut(r.Bytes(), []byte(beforeLog))
	return sha256.Sum256(told)
}

// Settled is the score that counts: 核定 where something was measured, else 自评; nil in format 1, which has neither.
func (r Receipt) Settled() *ResultJSON {
	if r.Confirmed != nil {
		return r.Confirmed
	}
	return r.Self
}

// Numbered reports a receipt that has its place in a log, which is proved.
func (r Receipt) Numbered() bool { return r.Log != nil }

// Old reports a receipt of a format that has neither history nor number.
func (r Receipt) Old() bool { return r.Format != receiptThree }

// SameSaid reports whether two receipts say the same of the same submission, whenever they were given.
func (r Receipt) SameSaid(o Receipt) bool {
	r.ReceivedAt, r.Number, r.Log = o.ReceivedAt, o.Number, o.Log
	return bytes.Equal(r.Bytes(), o.Bytes())
}

// ParseReceipt reads receipt.json strictly: as we spell it, in any format. What it says of its number must be proved by its
// head. Whose word that is the signature says.
func ParseReceipt(content []byte) (r Receipt, ok bool) {
	if json.Unmarshal(content, &r) != nil {
		return r, false
	}
	switch r.Format {
	case receiptOne:
		var one oneReceipt
		ok = json.Unmarshal(content, &one) == nil && bytes.Equal(PrintJSON(one), content)
	case receiptTwo:
		ok = bytes.Equal(r.two(), content)
	case receiptThree:
		ok = bytes.Equal(r.Bytes(), content) && r.placed()
	}
	_, err := time.Parse(time.RFC3339, r.ReceivedAt)
	return r, ok && err == nil && r.Serial != ""
}

// two is the spelling of format 2: without history, number and head.
func (r Receipt) two() []byte {
	told, _, _ := bytes.Cut(r.Bytes(), []byte(",\n  \"history\": "))
	return append(told, "\n}\n"...)
}

// placed asks that number and head are both there or neither, and that the head has the receipt as its newest entry.
func (r Receipt) placed() bool {
	if r.Number == nil || r.Log == nil {
		return r.Number == nil && r.Log == nil
	}
	leaf := r.Leaf()
	return *r.Number >= 1 && *r.Number == r.Log.Size && r.Log.Proof != nil &&
		seal.VerifyInclusion(r.Log.Log, *r.Number-1, leaf[:], r.Log.Proof) == nil
}
