package filing

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"yice/filing/submission"
	"yice/internal/turns"
	"yice/seal"
	"yice/text"
)

// The folder of a regulator's receipts holds the log of them all. A receipt gets its number there, and the head of the log; the
// log is signed, and held against every receipt in the folder before it grows. What was rewound or edited gives no receipt.

const (
	receiptLogFile = "receipts-log.zip"
	receiptLogLock = ".receipts.lock"
	// filesAtOnce is how many names of the folder are read at once; largestReceipt what of them can be a receipt, in bytes.
	filesAtOnce    = 1000
	largestReceipt = 256 << 10
)

// ReceiptsGiven says what went out and what the log is now.
type ReceiptsGiven struct {
	Written int
	Kept    int      // that were there and say the same
	Log     seal.Log // size 0 where receipts are unsigned, and in no log
}

// Say names the head, which goes to print: whoever has it knows the log again.
func (g ReceiptsGiven) Say() text.Pair {
	if g.Log.Size == 0 {
		return text.FilingReceiptsUnsigned.With(g.Written)
	}
	return text.FilingReceiptsGiven.With(g.Written, g.Kept, g.Log.Size, g.Log.Root.String())
}

// outgoing is one receipt on its way.
type outgoing struct {
	out     string
	receipt submission.Receipt
	kept    bool
	wrong   error // why it could not be written; its number is used up
}

// receiptHand is who gives receipts.
type receiptHand struct {
	key  *seal.Key     // nil: unsigned
	keys *seal.Keyring // whose signature under the log counts besides the key's own; nil: nobody's
	now  time.Time
}

// give writes receipts into a folder, each with its number. Numbers are noted, down to the disk, before a receipt can be handed
// to anybody. A receipt that is there already and says the same stays; another one is moved aside, never written over.
func (h receiptHand) give(dir string, all []*outgoing) (g ReceiptsGiven, err error) {
	if h.key == nil {
		for _, o := range all {
			if o.wrong = writeSigned(o.out, receiptEntry, o.receipt.Bytes(), nil, h.now); o.wrong == nil {
				g.Written++
			}
		}
		return g, nil
	}
	err = turns.In(dir, receiptLogLock, func() error {
		log, err := h.open(dir)
		if err != nil {
			return err
		}
		before := log.Size
		for _, o := range all {
			if o.kept = h.standing(o, log); o.kept {
				g.Kept++
				continue
			}
			if o.receipt, err = log.Enter(o.receipt); err != nil {
				return fault("filing.receipts-full", text.Cannot, text.FilingReceiptsFull.With(dir))
			}
		}
		if log.Size > before {
			if err := writeSigned(filepath.Join(dir, receiptLogFile), submission.ReceiptLogDocument, log.Bytes(), h.key, h.now); err != nil {
				return err
			}
		}
		g.Log = log.Log
		for _, o := range all {
			if o.kept {
				continue
			}
			if o.wrong = h.place(o); o.wrong == nil {
				g.Written++
			}
		}
		return nil
	})
	if errors.Is(err, turns.ErrBusy) {
		err = faultOf("filing.receipts-busy", text.Cannot, text.FilingReceiptsBusy.With(dir), err)
	}
	return g, err
}

// standing reports whether the receipt is there: of this log, signed by this key, saying the same.
func (h receiptHand) standing(o *outgoing, log *submission.ReceiptLog) bool {
	signed, err := readSigned(o.out, receiptEntry)
	if err != nil || signed.Signer == nil || !signed.Signer.Equal(h.key.Public()) {
		return false
	}
	was, ok := submission.ParseReceipt(signed.Content)
	if !ok || !was.SameSaid(o.receipt) || !log.Has(was) {
		return false
	}
	o.receipt = was
	return true
}

// place writes a receipt that has its number, and keeps what was given before under its own.
func (h receiptHand) place(o *outgoing) error {
	if was, ok := peekReceipt(o.out); ok {
		number := int64(0)
		if was.Number != nil {
			number = *was.Number
		}
		aside := strings.TrimSuffix(o.out, filepath.Ext(o.out)) + "." + strconv.FormatInt(number, 10) + filepath.Ext(o.out)
		if err := os.Rename(o.out, aside); err != nil {
			return cannotWrite(aside, err)
		}
	}
	return writeSigned(o.out, receiptEntry, o.receipt.Bytes(), h.key, h.now)
}

func peekReceipt(path string) (r submission.Receipt, ok bool) {
	content, err := readPlain(path, largestReceipt)
	if err != nil {
		return r, false
	}
	return submission.PeekReceipt(content)
}

// open reads the log of a folder: a new one where there is none, and no receipt that is in one.
func (h receiptHand) open(dir string) (*submission.ReceiptLog, error) {
	path := filepath.Join(dir, receiptLogFile)
	log := submission.NewReceiptLog()
	_, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return nil, cannotOpen(path, err)
	default:
		if log, err = h.read(path); err != nil {
			return nil, err
		}
	}
	return log, agrees(dir, log)
}

// read reads the log, which must be signed by the hand itself or by one that the keyring knows for receipts.
func (h receiptHand) read(path string) (*submission.ReceiptLog, error) {
	broken := func(why text.Pair) error {
		return fault("filing.receipts-log", text.Findings, text.FilingReceiptsLog.With(shownName(path), why))
	}
	signed, err := readSigned(path, submission.ReceiptLogDocument)
	switch {
	case err != nil:
		return nil, broken(sayOf(err))
	case signed.Signer == nil:
		return nil, broken(text.FilingSignedNobody)
	case !signed.Typed:
		return nil, broken(text.FilingSignedOld.With(shownName(path)))
	}
	if !signed.Signer.Equal(h.key.Public()) {
		if standing, _, why := h.keys.Judge(signed.Signer, seal.Receipting, "", signed.At); standing != seal.Trusted {
			return nil, broken(why)
		}
	}
	log, ok := submission.ParseReceiptLog(signed.Content)
	if !ok {
		return nil, broken(text.FilingVerifySpelled.With(submission.ReceiptLogDocument))
	}
	return log, nil
}

// agrees asks that the log has every receipt of the folder under its number. An older log lacks the later ones, and one that
// was edited has others.
func agrees(dir string, log *submission.ReceiptLog) error {
	d, err := os.Open(dir)
	if err != nil {
		return cannotOpen(dir, err)
	}
	defer d.Close()
	for {
		files, err := d.ReadDir(filesAtOnce)
		for _, f := range files {
			if f.Name() == receiptLogFile || !f.Type().IsRegular() || !strings.EqualFold(filepath.Ext(f.Name()), ".zip") {
				continue
			}
			if r, ok := peekReceipt(filepath.Join(dir, f.Name())); ok && r.Numbered() && !log.Has(r) {
				return fault("filing.receipts-rewound", text.Findings, text.FilingReceiptsRewound.With(dir, shownName(f.Name()), *r.Number, log.Size))
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return cannotOpen(dir, err)
		}
	}
}
