package filing

import (
	"context"
	"encoding/json"
	"os"

	"yice/entry"
	"yice/filing/submission"
	"yice/seal"
	"yice/store"
	"yice/text"
)

// noteSubmission is the kind of note that remembers a sealing, by its serial.
const noteSubmission = "submission"

// Sealings lists the submissions that were made of a session's year, oldest first.
func Sealings(s *entry.Session) ([]Receipt, error) {
	notes, err := s.Workspace().Notes(s.Book(), noteSubmission)
	if err != nil {
		return nil, err
	}
	all := make([]Receipt, 0, len(notes))
	for _, n := range notes {
		var r Receipt
		if err := json.Unmarshal([]byte(n.Text), &r); err == nil {
			all = append(all, r)
		}
	}
	return all, nil
}

// of is what a sealing of a year was of.
func (r Receipt) of(year int) submission.Period {
	if p, ok := submission.ParsePeriod(r.Period); ok {
		return p
	}
	return submission.Period{Year: year}
}

// remember enters the sealing in the workspace and locks the year; a quarterly return locks nothing.
func (w *sealing) remember(r Receipt) error {
	live := w.s.Live()
	content, err := json.Marshal(r)
	if err != nil {
		return err
	}
	note := store.Note{Kind: noteSubmission, ID: r.Serial, Text: string(content), Who: w.seal.SealedBy}
	if w.o.period(w.s).Quarterly() {
		if err := live.Workspace().PutNote(live.Book(), note); err != nil {
			return faultOf("filing.not-remembered", text.Cannot, text.FilingNotRememberedQuarter.With(r.File), err)
		}
		return nil
	}
	if err := live.Workspace().Seal(live.Book(), note, text.FilingLockReason.With(r.Serial).ZH); err != nil {
		return faultOf("filing.not-remembered", text.Cannot, text.FilingNotRemembered.With(r.File), err)
	}
	return live.Reload(context.Background())
}

// Reopen unlocks a sealed year; the reason is kept in the history. The next sealing replaces this one.
func Reopen(s *entry.Session, reason string) error {
	if say, hollow := entry.Hollow(reason); hollow {
		return fault("filing.reopen-reason", text.Usage, say)
	}
	if err := s.Workspace().SetLocked(s.Book(), false, operator(s, ""), reason); err != nil {
		return err
	}
	return s.Reload(context.Background())
}

// envelop replaces the content of a file by its envelope.
func envelop(f *os.File, to *seal.PublicKey) error {
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if info.Size() > seal.MaxEnvelope {
		return fault("filing.too-large", text.Cannot, text.SealTooLarge.With(seal.MaxEnvelope>>20))
	}
	content := make([]byte, info.Size())
	if _, err := f.ReadAt(content, 0); err != nil {
		return err
	}
	sealed, err := seal.Envelop(content, to)
	if err != nil {
		return err
	}
	if err := f.Truncate(0); err != nil {
		return err
	}
	_, err = f.WriteAt(sealed, 0)
	return err
}
