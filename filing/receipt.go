package filing

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"time"

	"yice/entry"
	"yice/filing/submission"
	"yice/seal"
	"yice/store"
	"yice/text"
)

// noteReceipt is the kind of note that keeps a receipt, by the serial it is for.
const noteReceipt = "receipt"

const receiptEntry = submission.ReceiptDocument

// keptReceipt is how the workspace keeps one.
type keptReceipt struct {
	Receipt submission.Receipt `json:"receipt"`
	By      string             `json:"by"` // who signed it, "" where it was unsigned
}

// ReceiptOptions of giving one.
type ReceiptOptions struct {
	Key        string // that signs; "": unsigned, and in no log
	Passphrase func() (string, error)
	Trust      string    // folder of registered keys, one of which may have signed the log before; ""
	Now        time.Time // zero: the clock
}

// ReceiptFor writes the receipt that goes back to an enterprise for its submission. Signed, it is numbered by the log in the
// folder it is written to. There is none for a submission that does not verify, nor where nobody was asked who signed and who
// issued its policy.
func ReceiptFor(v *Verification, out string, o ReceiptOptions) (ReceiptsGiven, error) {
	h := receiptHand{now: o.Now}
	if h.now.IsZero() {
		h.now = time.Now()
	}
	var err error
	if o.Key != "" {
		if h.key, err = seal.ReadKey(o.Key, o.Passphrase); err != nil {
			return ReceiptsGiven{}, err
		}
	}
	if o.Trust != "" {
		if h.keys, err = seal.OpenTrust(o.Trust); err != nil {
			return ReceiptsGiven{}, err
		}
	}
	if v.Submission == nil {
		return ReceiptsGiven{}, fault("filing.receipt-unverified", text.Findings, text.FilingReceiptUnverified)
	}
	r, err := submission.NewReceipt(v.Verdict, v.Submission.Received(), h.now)
	if err != nil {
		return ReceiptsGiven{}, err
	}
	one := &outgoing{out: out, receipt: r}
	given, err := h.give(filepath.Dir(out), []*outgoing{one})
	if err == nil {
		err = one.wrong
	}
	return given, err
}

// receiptName names the receipt of a submission after its serial, whatever that holds.
func receiptName(serial string) string {
	plain := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r == '-' {
			return r
		}
		return '_'
	}, serial)
	return "receipt-" + plain[:min(len(plain), 80)] + ".zip"
}

// Receive takes a receipt into the workspace: it must be for what was sealed there. trust is a folder of registered
// keys, of which one for receipts must have signed; "": a signature must be right, whoever made it. Taking the same receipt in again changes nothing.
func Receive(s *entry.Session, path, trust string) (text.Pair, error) {
	signed, err := readSigned(path, receiptEntry)
	if err == nil {
		err = signed.judge(path, receiptEntry, trust)
	}
	if err != nil {
		return text.Pair{}, err
	}
	r, ok := submission.ParseReceipt(signed.Content)
	if !ok {
		return text.Pair{}, fault("filing.not-signed-file", text.Findings, text.FilingSignedNotOne.With(shownName(path)))
	}
	if uscc, _, _ := s.Enterprise(); r.USCC != uscc || r.Year != s.Year() {
		return text.Pair{}, fault("filing.receipt-other", text.Findings, text.FilingReceiptOther.With(harmless(r.USCC), r.Year, uscc, s.Year()))
	}
	if err := sealedHere(s, r); err != nil {
		return text.Pair{}, err
	}
	if err := contradicted(s, keptReceipt{r, signed.signer}); err != nil {
		return text.Pair{}, err
	}
	by := text.Same(signed.signer)
	if signed.signer == "" {
		by = text.FilingReceiptUnsigned
	}
	say := text.FilingReceiptTaken.With(harmless(r.Serial), harmless(r.ReceivedAt), by, harmless(r.Innovation)).Then(placeOf(r)).Then(signed.notes...)
	content, err := json.Marshal(keptReceipt{r, signed.signer})
	if err != nil {
		return text.Pair{}, err
	}
	notes, err := s.Workspace().Notes(s.Book(), noteReceipt)
	if err != nil {
		return text.Pair{}, err
	}
	for _, n := range notes {
		if n.ID == r.Serial && n.Text == string(content) {
			return text.FilingReceiptAgain.With(say), nil
		}
	}
	return say, s.Workspace().PutNote(s.Book(), store.Note{Kind: noteReceipt, ID: r.Serial, Text: string(content), Who: operator(s, "")})
}

// sealedHere asks that the receipt is for a sealing of this workspace, byte for byte.
func sealedHere(s *entry.Session, r submission.Receipt) error {
	sealings, err := Sealings(s)
	if err != nil {
		return err
	}
	for _, have := range sealings {
		switch {
		case have.Serial != r.Serial:
		case have.Manifest != r.Manifest, r.History != nil && have.Log.Size > 0 && *r.History != have.Log:
			return fault("filing.receipt-differs", text.Findings, text.FilingReceiptDiffers.With(harmless(r.Serial)))
		default:
			return nil
		}
	}
	return fault("filing.receipt-unknown", text.Findings, text.FilingReceiptUnknown.With(harmless(r.Serial)))
}

// placeOf says where a receipt stands in the log of its registry, or what it cannot prove.
func placeOf(r submission.Receipt) text.Pair {
	switch {
	case r.Numbered():
		return text.FilingReceiptNumbered.With(*r.Number, r.Log.Size, r.Log.Root.String())
	case r.Old():
		return text.FilingReceiptOld
	}
	return text.FilingReceiptUnnumbered
}

// contradicted refuses a receipt whose number another one of the same hand has: then the log of the registry is not what it was.
func contradicted(s *entry.Session, r keptReceipt) error {
	if r.By == "" || !r.Receipt.Numbered() {
		return nil
	}
	books, err := s.Workspace().Books()
	if err != nil {
		return err
	}
	for _, b := range books {
		notes, err := s.Workspace().Notes(b.Book, noteReceipt)
		if err != nil {
			return err
		}
		for _, n := range notes {
			var have keptReceipt
			if json.Unmarshal([]byte(n.Text), &have) != nil || have.By != r.By || !have.Receipt.Numbered() {
				continue
			}
			if *have.Receipt.Number == *r.Receipt.Number && have.Receipt.Log.Root != r.Receipt.Log.Root {
				return fault("filing.receipt-rewound", text.Findings,
					text.FilingReceiptRewound.With(*r.Receipt.Number, harmless(r.Receipt.Serial), harmless(have.Receipt.Serial)))
			}
		}
	}
	return nil
}

// Received lists the receipts that were taken in, by serial, with who signed each.
func Received(s *entry.Session) (map[string]string, error) {
	notes, err := s.Workspace().Notes(s.Book(), noteReceipt)
	if err != nil {
		return nil, err
	}
	all := make(map[string]string, len(notes))
	for _, n := range notes {
		var kept keptReceipt
		if json.Unmarshal([]byte(n.Text), &kept) == nil {
			all[n.ID] = kept.By
		}
	}
	return all, nil
}
