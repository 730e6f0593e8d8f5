package store

import (
	"encoding/json"
	"errors"
	"time"

	"yice/text"
)

// Words says why a backup was made.
func (o Occasion) Words() text.Pair {
	return [...]text.Pair{
		Asked: text.BackupAsked, Opened: text.BackupOpened, Idle: text.BackupIdle, Before: text.BackupBefore,
		Closing: text.BackupClosing, Upgrade: text.BackupUpgrade,
	}[o]
}

// Words says what a backup is worth.
func (b *BackupInfo) Words() text.Pair {
	switch b.Condition {
	case BackupDamaged:
		return text.BackupIsDamaged
	case BackupLacking:
		return text.BackupIsLacking.With(len(b.Wanting))
	case BackupUnproven:
		return text.BackupIsUnproven
	}
	if b.Lacked > 0 {
		return text.BackupIsWhole.Then(text.BackupLacked.With(b.Lacked))
	}
	return text.BackupIsWhole
}

// Words says in a line how the backups stand.
func (s *BackupState) Words() text.Pair {
	say := text.BackupStateNone
	if s.Last != nil {
		at := s.Last.At.Local().Format("2006-01-02 15:04")
		switch s.Changes {
		case 0:
			say = text.BackupStateSame.With(at)
		case -1:
			say = text.BackupStateOther.With(at)
		default:
			say = text.BackupStateSince.With(at, s.Changes)
		}
	}
	more := []text.Pair{}
	if s.Err != nil {
		more = append(more, text.BackupStateFailed.With(saidBy(s.Err)))
	}
	switch {
	case s.Second == "":
	case s.SecondErr != nil:
		more = append(more, text.BackupSecondFailed.With(saidBy(s.SecondErr)))
	case s.SecondLast == nil:
		more = append(more, text.BackupSecondNone)
	default:
		more = append(more, text.BackupSecond.With(s.SecondLast.At.Local().Format("2006-01-02 15:04")))
	}
	for _, m := range more {
		say = text.Pair{ZH: say.ZH + "；" + m.ZH, EN: say.EN + "; " + m.EN}
	}
	return say
}

// Worrying reports whether somebody should look: there is no whole backup, or the last could not be made.
func (s *BackupState) Worrying() bool {
	return s.Last == nil || s.Err != nil || s.Changes < 0 || s.SecondErr != nil
}

// saidBy gives an error as people are told it.
func saidBy(err error) text.Pair {
	var f *text.Fault
	if errors.As(err, &f) {
		return f.Say
	}
	return text.Same(tame(err.Error()))
}

type backupJSON struct {
	Sequence  int64    `json:"sequence"`
	At        string   `json:"at"`
	Why       string   `json:"why"`
	Path      string   `json:"path"`
	Bytes     int64    `json:"bytes"`
	Rows      int64    `json:"rows"`
	Entries   int64    `json:"history"`
	Head      string   `json:"head"`
	Condition string   `json:"condition"`
	Wanting   []string `json:"wanting,omitempty"`
	Lacked    int      `json:"lacked,omitempty"`
}

var conditions = [...]string{BackupWhole: "whole", BackupUnproven: "unproven", BackupLacking: "lacking", BackupDamaged: "damaged"}

func (b *BackupInfo) json() *backupJSON {
	if b == nil {
		return nil
	}
	return &backupJSON{
		b.Sequence, b.At.Format(time.RFC3339), b.Why.String(), b.Path, b.Bytes, b.Rows, b.Entries, b.Head,
		conditions[b.Condition], b.Wanting, b.Lacked,
	}
}

// JSON gives the state, and a list of backups, as a document.
func (s *BackupState) JSON(all []BackupInfo) ([]byte, error) {
	type second struct {
		Folder string      `json:"folder"`
		Last   *backupJSON `json:"last"`
		Error  string      `json:"error,omitempty"`
	}
	doc := struct {
		Last    *backupJSON   `json:"last"`
		Changes int64         `json:"changes"`
		Error   string        `json:"error,omitempty"`
		Second  *second       `json:"second"`
		Backups []*backupJSON `json:"backups"`
	}{Last: s.Last.json(), Changes: s.Changes, Backups: []*backupJSON{}}
	if s.Err != nil {
		doc.Error = saidBy(s.Err).EN
	}
	if s.Second != "" {
		doc.Second = &second{Folder: s.Second, Last: s.SecondLast.json()}
		if s.SecondErr != nil {
			doc.Second.Error = saidBy(s.SecondErr).EN
		}
	}
	for i := range all {
		doc.Backups = append(doc.Backups, all[i].json())
	}
	return json.MarshalIndent(doc, "", " ")
}
