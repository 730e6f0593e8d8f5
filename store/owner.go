package store

import (
	"encoding/json"

	"yice/text"
)

// Locks tell programs apart only where all of them ask the same locks. So the file itself says who writes it: a row of its
// own names the opening that wrote last. Every transaction finds it as it was left, or as it was when the file was opened, or
// somebody else has written since, and then this one writes no more. The first transaction of an opening puts its own name
// there. It is read and written within the transaction that it guards, so that whoever is overtaken can never be in doubt.

// ownership is what the row says.
type ownership struct {
	Epoch int64 `json:"epoch"` // one more with every opening that wrote
	holder
}

// readOwner remembers whose file this is when it is opened.
func (w *Workspace) readOwner() error {
	w.owner = ""
	_, err := w.writer.row("SELECT value FROM meta WHERE name='owner'", []any{&w.owner})
	return err
}

// own insists, within a transaction, that nobody else has written since. The name of this opening is put there by the
// first of its transactions.
func (w *Workspace) own() (claimed string, err error) {
	var now string
	if _, err := w.writer.row("SELECT value FROM meta WHERE name='owner'", []any{&now}); err != nil {
		return "", err
	}
	overtaken := now != w.owner
	if !overtaken && !w.owned { // whoever wrote last may have gone on writing since
		newest, err := w.writer.number("SELECT max(seq) FROM history")
		if err != nil {
			return "", err
		}
		overtaken = newest != w.seq
	}
	if overtaken {
		var by ownership
		_ = json.Unmarshal([]byte(now), &by) // whoever it is, it is not us
		return "", fault("store.lock-lost", text.StoreOwnerLost.With(w.path, tame(by.Who), tame(by.Host), since(by.Since)), nil)
	}
	if w.owned {
		return now, nil
	}
	var last ownership
	_ = json.Unmarshal([]byte(now), &last)
	mine := ownership{Epoch: last.Epoch + 1}
	if w.lock != nil {
		mine.holder = w.lock.me
	}
	b, err := json.Marshal(mine)
	if err != nil {
		return "", err
	}
	_, err = w.writer.exec("INSERT INTO meta(name, value) VALUES('owner', ?) ON CONFLICT DO UPDATE SET value=excluded.value", string(b))
	return string(b), err
}

// owns takes over, once the transaction is committed, that the file says so.
func (w *Workspace) owns(claimed string) { w.owner, w.owned = claimed, true }
