package store

import (
	"context"

	"yice/seal"
	"yice/text"
)

// The history as a Merkle log: see package seal. Nothing is stored for it: it is walked when it is asked for, which is at a
// sealing and at a check, where the history is read from end to end anyway (docs/decisions/0018).

// Log gives what the history is at this moment: how many entries, and the root over their hashes.
func (w *Workspace) Log(ctx context.Context) (seal.Log, error) {
	log, _, err := w.Extends(ctx)
	return log, err
}

// Extends gives what the history is at this moment, with the proofs that it begins with what it was at each of the earlier
// sizes. A history that has lost entries proves nothing.
func (w *Workspace) Extends(ctx context.Context, earlier ...int64) (log seal.Log, proofs []seal.Extension, err error) {
	err = w.apart(ctx, func(c *conn) error {
		size, err := c.number("SELECT max(seq) FROM history")
		if err != nil {
			return err
		}
		for _, n := range earlier {
			if n > size {
				return fault("store.history-cut", text.StoreHistoryCut.With(w.path, size, n), nil)
			}
		}
		walked := int64(0)
		log, proofs, err = seal.Consistency(size, earlier, func(yield func([]byte, error) bool) {
			err := c.hashes(ctx, func(hash []byte) bool {
				walked++
				return yield(hash, nil)
			})
			if err != nil {
				yield(nil, err)
			}
		})
		if err != nil && walked < size && ctx.Err() == nil {
			return fault("store.history-gap", text.StoreHistoryGap.With(w.path, size, walked), err)
		}
		return err
	})
	return log, proofs, err
}

// hashes visits the hash of every entry, in order, until visit gives false.
func (c *conn) hashes(ctx context.Context, visit func(hash []byte) bool) error {
	k, err := c.query(ctx, "SELECT hash FROM history NOT INDEXED ORDER BY seq")
	if err != nil {
		return err
	}
	defer k.close()
	for n := 0; k.next(); n++ {
		if n%256 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if !visit(k.blob(0)) {
			return nil
		}
	}
	return k.err
}
