package filing

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"yice/entry"
	"yice/filing/registry"
	"yice/filing/submission"
	"yice/internal/whole"
	"yice/seal"
	"yice/text"
)

// What a registry settled goes back to the enterprises: to each a folder with its receipt, which states 自评 and 核定, and the signed
// files of recognitions that it was measured by. Nobody hands in anything anew for it.

// receiptRoom is the folder of a registry's archive in which its receipts and their log lie: numbers go on from one run to the next.
const receiptRoom = "receipts"

// RegistryReceipts writes a folder an enterprise into dir: its receipt, signed and numbered, and the decisions about it. keys is a trust
// folder, of which a key for receipts must be the one that signs; "": any.
func RegistryReceipts(ctx context.Context, r *registry.Registry, dir string, o ReceiptOptions) (g ReceiptsGiven, err error) {
	h := receiptHand{now: o.Now}
	if h.now.IsZero() {
		h.now = time.Now()
	}
	if h.key, err = seal.ReadKey(o.Key, o.Passphrase); err != nil {
		return g, err
	}
	if o.Trust != "" {
		if h.keys, err = seal.OpenTrust(o.Trust); err != nil {
			return g, err
		}
		if standing, _, why := h.keys.Judge(h.key.Public(), seal.Receipting, "", h.now); standing != seal.Trusted {
			return g, fault("filing.receipt-role", text.Findings, why)
		}
	}
	log := filepath.Join(r.Archive(), receiptRoom)
	if err := os.MkdirAll(log, 0o700); err != nil {
		return g, cannotWrite(log, err)
	}
	var all []*outgoing
	decisions := make(map[string][]string)
	err = r.SettledEach(ctx, func(s registry.Settled) error {
		receipt, err := submission.NewReceipt(s.Verdict, s.Verdict.Submission.Received(), s.Received)
		if err != nil {
			return err
		}
		all = append(all, &outgoing{out: filepath.Join(log, receiptName(s.Serial)), receipt: receipt})
		decisions[s.USCC] = s.Decisions
		return nil
	})
	if err != nil {
		return g, err
	}
	if g, err = h.give(log, all); err != nil {
		return g, err
	}
	for _, one := range all {
		if one.wrong != nil {
			return g, one.wrong
		}
		if err := handOut(filepath.Join(dir, one.receipt.USCC), append([]string{one.out}, decisions[one.receipt.USCC]...)); err != nil {
			return g, err
		}
	}
	return g, nil
}

// handOut puts copies into a folder, in the place of earlier ones.
func handOut(dir string, files []string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return cannotWrite(dir, err)
	}
	for _, from := range files {
		content, err := readPlain(from, maxSigned+1<<20)
		if err != nil {
			return err
		}
		to := filepath.Join(dir, filepath.Base(from))
		f, err := whole.Temp(dir)
		if err != nil {
			return cannotWrite(to, err)
		}
		_, err = f.Write(content)
		if err = errors.Join(err, f.Sync(), f.Close()); err == nil {
			err = os.Rename(f.Name(), to)
		}
		if err != nil {
			os.Remove(f.Name())
			return cannotWrite(to, err)
		}
	}
	return nil
}

// mostSettled bounds how many files of one folder are taken in.
const mostSettled = 200

// Settled says what a folder from the regulator did.
type Settled struct {
	Says       []text.Pair
	Recognised []*Recognised
}

// ReceiveAll takes in what came from the regulator for a year: a receipt, a file of recognitions, or a folder of both. Recognitions go first,
// so that the score stands as the receipt says it does.
func ReceiveAll(ctx context.Context, s *entry.Session, path, trust string) (out Settled, err error) {
	files := []string{path}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		if files, err = settledFiles(path); err != nil {
			return out, err
		}
	}
	var receipts []string
	for _, file := range files {
		if _, err := readSigned(file, recognitionEntry); err != nil {
			receipts = append(receipts, file)
			continue
		}
		done, err := Recognise(ctx, s, file, RecogniseOptions{Trust: trust})
		var f *text.Fault
		if errors.As(err, &f) && f.Code == "filing.locked" {
			// The year was handed in, and a row would be another one: the receipt says what it came to.
			out.Says = append(out.Says, f.Say)
			continue
		}
		if err != nil {
			return out, err
		}
		if done.Read > 0 {
			out.Recognised = append(out.Recognised, &done)
		}
	}
	for _, file := range receipts {
		say, err := Receive(s, file, trust)
		if err != nil {
			return out, err
		}
		out.Says = append(out.Says, say)
	}
	return out, nil
}

func settledFiles(dir string) (files []string, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, cannotOpen(dir, err)
	}
	for _, e := range entries {
		if e.Type()&fs.ModeType == 0 && strings.EqualFold(filepath.Ext(e.Name()), ".zip") {
			files = append(files, filepath.Join(dir, e.Name()))
		}
	}
	if len(files) == 0 || len(files) > mostSettled {
		return nil, fault("filing.received-folder", text.Findings, text.FilingReceivedFolder.With(shownName(dir), len(files), mostSettled))
	}
	slices.Sort(files)
	return files, nil
}
