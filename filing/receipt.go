package filing

import (
	"encoding/json"
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

// ReceiptFor writes the receipt that goes back to an enterprise for its submission, signed where key is given. There is
// none for a submission that does not verify, nor where nobody was asked who signed and who issued its policy.
func ReceiptFor(v *Verification, out, key string, passphrase func() (string, error)) error {
	var signer *seal.Key
	if key != "" {
		var err error
		if signer, err = seal.ReadKey(key, passphrase); err != nil {
			return err
		}
	}
	if v.Submission == nil {
		return fault("filing.receipt-unverified", text.Findings, text.FilingReceiptUnverified)
	}
	return writeReceipt(acknowledgedOf(v.Verdict), out, signer, time.Now())
}

// acknowledged is a verdict with what a receipt says of the file besides.
type acknowledged struct {
	verdict                  *submission.Verdict
	manifest, pack, sealedAt string
}

func acknowledgedOf(v *submission.Verdict) acknowledged {
	s := v.Submission
	a := acknowledged{verdict: v, manifest: s.Manifest(), sealedAt: s.SealedAt}
	if s.Pack != nil {
		a.pack = s.Pack.SHA256
	}
	return a
}

func writeReceipt(a acknowledged, out string, key *seal.Key, now time.Time) error {
	r, err := submission.NewReceipt(a.verdict, a.manifest, a.pack, a.sealedAt, now)
	if err != nil {
		return err
	}
	return writeSigned(out, receiptEntry, printJSON(r), key, now)
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
	by := text.Same(signed.signer)
	if signed.signer == "" {
		by = text.FilingReceiptUnsigned
	}
	say := text.FilingReceiptTaken.With(harmless(r.Serial), harmless(r.ReceivedAt), by, harmless(r.Innovation)).Then(signed.notes...)
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
		case have.Manifest != r.Manifest:
			return fault("filing.receipt-differs", text.Findings, text.FilingReceiptDiffers.With(harmless(r.Serial)))
		default:
			return nil
		}
	}
	return fault("filing.receipt-unknown", text.Findings, text.FilingReceiptUnknown.With(harmless(r.Serial)))
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
