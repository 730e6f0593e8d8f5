package registry

import (
	"context"

	"yice/filing/registry/spelling"
	"yice/text"
)

// repair loads again what arrived and has no mark: a load that was cut off.
func (r *Registry) repair(ctx context.Context, a *asked) (n int, err error) {
	type cutOff struct {
		digest, file string
		received     stamp
	}
	var all []cutOff
	err = r.s.each(ctx, `SELECT a.digest, a.file, a.received_at FROM arrival a LEFT JOIN submission s ON s.digest = a.digest
		WHERE s.digest IS NULL AND a.state = ? ORDER BY a.digest`, []any{accepted}, func(scan func(...any) error) error {
		var c cutOff
		if err := scan(&c.digest, &c.file, &c.received); err != nil {
			return err
		}
		all = append(all, c)
		return nil
	})
	if err != nil {
		return 0, cannotUse(err)
	}
	for _, c := range all {
		if err := r.again(ctx, a, c.digest, c.file, c.received); err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

// again examines a submission of the archive and loads it anew.
func (r *Registry) again(ctx context.Context, a *asked, digest, file string, received stamp) error {
	x := a.examineFile(ctx, r.archive.path(submissionRoom, digest, ".zip"))
	defer x.close()
	x.file, x.again = file, true
	if x.refused == nil && x.digest != digest {
		return fault("registry.archive-changed", text.Findings, text.RegistryArchiveChanged.With(digest))
	}
	if x.refused != nil {
		// It was taken, and no longer holds: a key, or a decision, is not what it was. It stands as returned.
		v := x.refused
		return r.write(ctx, func(t *tx) error {
			return t.put(ctx, "refuse", "", "arrival", digest, v.USCC, int64(v.Year), v.Period, spelling.Storable(v.Serial), spelling.Storable(file), "",
				returned, v.Code, said(v.Say), string(received), t.who, english(v.Say))
		})
	}
	_, err := r.put(ctx, []*examined{x}, received)
	return err
}
