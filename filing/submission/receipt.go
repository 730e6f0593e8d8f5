package submission

import (
	"bytes"
	"encoding/json"
	"time"

	"yice/text"
)

// Formats of receipt.json.
const (
	receiptOne = "yice-receipt/1"
	receiptTwo = "yice-receipt/2"
)

// Receipt is receipt.json: that a submission was received, whole, from somebody who may hand it in, under the policy that was
// issued; what the enterprise comes to by its own word, and by the regulator's.
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

// NewReceipt makes the receipt for a submission. There is none for what does not hold, nor where nobody was asked whose word
// it is and whose policy.
func NewReceipt(v *Verdict, manifest, packSHA256, sealedAt string, now time.Time) (Receipt, error) {
	if !v.Acknowledged() || v.Self == nil {
		return Receipt{}, fault("filing.receipt-unverified", text.Findings, text.FilingReceiptUnverified)
	}
	r := Receipt{
		Format: receiptTwo, Serial: v.Serial, USCC: v.Enterprise, Name: v.Name, Year: v.Year, Period: v.Period, Manifest: manifest,
		SealedAt: sealedAt, Signer: v.Signer, ReceivedAt: now.Format(time.RFC3339), Pack: packSHA256, SignOffs: v.SignOffs,
		Recognitions: ReceiptRecognitions(v.Recognitions), Self: v.Self.JSON(), Confirmed: v.Confirmed.JSON(),
		Innovation: v.Self.Innovation, Mode: v.Self.Mode,
	}
	if v.Confirmed != nil {
		r.Innovation, r.Mode = v.Confirmed.Innovation, v.Confirmed.Mode
	}
	return r, nil
}

// ParseReceipt reads receipt.json strictly: as we spell it, in either format.
func ParseReceipt(content []byte) (r Receipt, ok bool) {
	var one oneReceipt
	switch {
	case json.Unmarshal(content, &r) != nil:
		return r, false
	case r.Format == receiptOne:
		if json.Unmarshal(content, &one) != nil || !bytes.Equal(PrintJSON(one), content) {
			return r, false
		}
	case r.Format != receiptTwo || !bytes.Equal(PrintJSON(r), content):
		return r, false
	}
	_, err := time.Parse(time.RFC3339, r.ReceivedAt)
	return r, err == nil && r.Serial != ""
}
