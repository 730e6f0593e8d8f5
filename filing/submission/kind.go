package submission

import (
	"io"
	"strings"

	"yice/filing/submission/archive"
	"yice/text"
)

// kindOf names an archive of ours that is no submission.
func kindOf(z *archive.Reader) (Problem, bool) {
	if len(z.Entries) > 0 && z.Entries[0].Name == BundleList {
		return Problem{"kind.bundle", text.FilingKindBundle, ""}, true
	}
	if len(z.Entries) == 0 || len(z.Entries) > 4 {
		return Problem{}, false
	}
	switch z.Entries[0].Name {
	case ReceiptDocument:
		return Problem{"kind.receipt", text.FilingKindReceipt, ""}, true
	case ReceiptLogDocument:
		return Problem{"kind.receipts", text.FilingKindReceipts, ""}, true
	case RecognitionDocument:
		return Problem{"kind.decision", text.FilingKindDecision, ""}, true
	case BundleDocument:
		return Problem{"kind.bundle", text.FilingKindBundle, ""}, true
	case RegisterDocument:
		return Problem{"kind.keys", text.FilingKindKeys, ""}, true
	}
	return Problem{}, false
}

// loosePack names a policy pack that was taken for a submission.
func loosePack(r io.ReaderAt, size int64) (Problem, bool) {
	if size > maxPack {
		return Problem{}, false
	}
	content, err := io.ReadAll(io.NewSectionReader(r, 0, size))
	if err != nil || strings.ContainsRune(string(content), 0) {
		return Problem{}, false
	}
	if _, err := LoadPack(content); err != nil {
		return Problem{}, false
	}
	return Problem{"kind.pack", text.FilingKindPack, ""}, true
}

// Other reports a file that is something of ours, but no submission.
func (v *Verdict) Other() bool {
	return len(v.Problems) == 1 && strings.HasPrefix(v.Problems[0].Code, "kind.")
}
