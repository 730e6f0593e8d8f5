package registry

import (
	"context"
	"crypto/sha256"
	"encoding/hex"

	"yice/text"
)

// whole asks that everything that was taken is loaded, and as it was loaded: what a year comes to is put down only then.
func (r *Registry) whole(ctx context.Context) error {
	if err := r.loaded(ctx); err != nil {
		return err
	}
	wrong, err := r.Damaged(ctx)
	if err == nil && len(wrong) > 0 {
		err = fault("registry.damaged", text.Findings, wrong[0])
	}
	return err
}

// loaded asks that nothing is being loaded, or was cut off.
func (r *Registry) loaded(ctx context.Context) error {
	cutOff, err := r.CutOff(ctx)
	if err == nil && cutOff > 0 {
		err = fault("registry.cut-off", text.Cannot, text.RegistryCutOff.With(cutOff))
	}
	return err
}

// CutOff counts submissions that were taken and are not loaded whole: the next run of taking loads them.
func (r *Registry) CutOff(ctx context.Context) (n int, err error) {
	err = r.s.row(ctx, "SELECT COUNT(*) FROM arrival a LEFT JOIN submission s ON s.digest = a.digest WHERE s.digest IS NULL AND a.state = ?", given{accepted}, &n)
	return n, cannotUse(err)
}

// Damaged holds what was loaded of every submission against the digest that its mark bears, and its file against its name; then what is put down as
// claimed twice against the marks.
func (r *Registry) Damaged(ctx context.Context) (wrong []text.Pair, err error) {
	all, err := r.submissions(ctx, scope{})
	if err != nil {
		return nil, err
	}
	for _, h := range all {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		same, err := r.asLoaded(ctx, h)
		if err != nil {
			return nil, err
		}
		if !same {
			wrong = append(wrong, text.RegistryRowsEdited.With(h.Serial, text.Harmless(h.Digest)))
		}
		path := r.archive.path(submissionRoom, h.Digest, ".zip")
		switch digest, err := sumOf(path); {
		case err != nil:
			wrong = append(wrong, text.RegistryArchiveLacks.With(shown(path)))
		case digest != h.Digest:
			wrong = append(wrong, text.RegistryArchiveChanged.With(shown(path)))
		}
		if len(wrong) >= mostUnaccounted {
			break
		}
	}
	if r.was != "" {
		return wrong, nil
	}
	doubles, err := r.undoubled(ctx)
	return append(wrong, doubles...), err
}

// asLoaded reports whether the rows of a submission are those that were loaded.
func (r *Registry) asLoaded(ctx context.Context, h *held) (bool, error) {
	sum := sha256.New()
	for i := range r.tables {
		of := &r.tables[i]
		if !of.loaded() {
			continue
		}
		order := " WHERE digest = ? AND uscc = ? ORDER BY " + orderOf(of)
		err := r.s.rows(ctx, of, order, func(values []any) error {
			digestRow(sum, of, values)
			return nil
		}, h.Digest, h.USCC)
		if err != nil {
			return false, cannotUse(err)
		}
	}
	return hex.EncodeToString(sum.Sum(nil)) == h.content, nil
}

// orderOf is the order in which the rows of a table were loaded.
func orderOf(of *table) string {
	for _, c := range of.columns {
		if c.name == "place" {
			return quoted(c.name)
		}
	}
	return quoted("row")
}
