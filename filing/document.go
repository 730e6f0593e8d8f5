package filing

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"yice/filing/report"
	"yice/filing/submission"
	"yice/seal"
	"yice/text"
)

// DocumentOptions are what the reader of a document brings besides what is brought to submissions.
type DocumentOptions struct {
	VerifyOptions
	Of  string // the submission that a receipt should be of; "": none is compared
	Log string // the log that should have the receipt; "": none is asked
}

// VerifyDocument answers for a receipt, a log of receipts, recognitions, a register of keys or a policy pack. ok is false where
// the file is none of them: then it is a submission, or nothing of ours. The file is read once.
func VerifyDocument(ctx context.Context, path string, o DocumentOptions) (d *submission.Document, ok bool, err error) {
	content, ok, err := documentBytes(path)
	if err != nil || !ok {
		return nil, false, err
	}
	b, err := o.prepare(ctx)
	if err != nil {
		return nil, false, err
	}
	brought := submission.DocumentOptions{Name: shownName(path), Keys: b.keys, Now: b.now()}
	if submission.KindOf(content) == submission.KindPack {
		brought.Signature, err = readPlain(PackSignaturePath(path), maxPackSignature)
		if err != nil && !errors.Is(err, fs.ErrNotExist) && !isNoFile(err) {
			return nil, false, err
		}
	}
	if o.Log != "" {
		if brought.Log, err = readLog(o.Log, b.keys); err != nil {
			return nil, false, err
		}
	}
	if o.Of != "" {
		of := o.VerifyOptions
		of.ready = b
		v, err := VerifiedSubmission(ctx, o.Of, of)
		if err != nil {
			return nil, false, err
		}
		defer v.Close()
		brought.Of = v.Verdict
	}
	d, ok = submission.VerifyDocument(content, brought)
	return d, ok, nil
}

// documentBytes reads what can be a document: a plain file that is not too large for one and not a submission.
func documentBytes(path string) (content []byte, ok bool, err error) {
	f, size, err := openPlain(path)
	if err != nil {
		return nil, false, err
	}
	f.Close()
	if size > maxSigned+1<<20 {
		return nil, false, nil
	}
	if content, err = readPlain(path, maxSigned+1<<20); err != nil {
		return nil, false, err
	}
	return content, submission.KindOf(content) != "", nil
}

// readLog reads a log of receipts that somebody brings to look a receipt up: it must be whole, signed, and, where keys are
// asked, by one for receipts.
func readLog(path string, keys *seal.Keyring) (*submission.ReceiptLog, error) {
	content, err := readPlain(path, maxSigned+1<<20)
	if err != nil {
		return nil, err
	}
	d, ok := submission.VerifyDocument(content, submission.DocumentOptions{Name: shownName(path), Keys: keys})
	broken := func(why text.Pair) error {
		return fault("filing.receipts-log", text.Findings, text.DocumentLogBroken.With(shownName(path), why))
	}
	switch {
	case !ok || d.Kind != submission.KindReceipts:
		return nil, broken(text.DocumentLogNone)
	case !d.OK:
		return nil, broken(d.Problems[0].Say)
	case d.Signer == "":
		return nil, broken(text.DocumentUnsigned)
	}
	return d.Log, nil
}

// Paper writes the paper form of a receipt that holds: a page of HTML that prints on one sheet.
func Paper(d *submission.Document, path string, l text.Lang) error {
	switch ext := strings.ToLower(filepath.Ext(path)); {
	case d.Kind != submission.KindReceipt:
		return fault("filing.no-print", text.Usage, text.PaperNone.With(d.Headline()))
	case ext != ".html" && ext != ".htm":
		return fault("filing.report-kind", text.Usage, text.PaperKind.With(harmless(path)))
	case !d.OK:
		return fault("filing.unverified", text.Findings, text.PaperUnverified.With(d.Problems[0].Say))
	}
	return writeBeside(path, func(f *os.File) error { return report.Receipt(f, d, l) })
}
