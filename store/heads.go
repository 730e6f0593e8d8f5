package store

import (
	"encoding/hex"
	"path/filepath"
	"time"

	"yice/form"
	"yice/text"
)

// A chain does not see that its end was cut off. Whoever has an earlier head does: backups and submissions.

// Holds reports whether the history still has the entry with this hash, in hex, that was its newest once.
func (w *Workspace) Holds(head string) (held bool, err error) {
	hash, err := hex.DecodeString(head)
	if err != nil || len(hash) == 0 {
		return err == nil, err
	}
	err = w.reading(background, func(c *conn) (err error) {
		held, err = c.holds(hash)
		return err
	})
	return held, err
}

func (c *conn) holds(hash []byte) (bool, error) {
	n, err := c.number("SELECT count(*) FROM history WHERE hash=?", hash)
	return n > 0, err
}

// compareBackups looks for the head of every backup beside the workspace. A restored file rightly lacks what was entered
// between its backup and the restore, which its history tells.
func (v *verifier) compareBackups() error {
	backups, err := Backups(v.w.path)
	if err != nil {
		return err
	}
	restored, err := v.c.number("SELECT max(at) FROM history WHERE kind=? AND book=0 AND form='' AND key='' AND field='' AND old='' AND new LIKE '____-__-__T%'", kindNote)
	if err != nil {
		return err
	}
	for _, b := range backups {
		head, err := hex.DecodeString(b.Head)
		if err != nil || len(head) == 0 || b.At.UnixMilli() <= restored {
			continue
		}
		held, err := v.c.holds(head)
		if err == nil && !held && !v.w.alone {
			held, err = v.w.Holds(b.Head) // a backup that was made since this reading began
		}
		if err != nil {
			return err
		}
		if !held {
			say := text.StoreFindCut.With(filepath.Base(b.Path), b.At.Local().Format(time.DateTime))
			if err := v.report("store.history", form.Finding{Message: say}); err != nil {
				return err
			}
		}
	}
	return nil
}
