package registry

import (
	"context"
	"strings"

	"yice/filing/registry/spelling"
	"yice/filing/submission"
	"yice/form"
	"yice/text"
)

// A draft is what somebody means to decide on a row, and has not signed. It is kept in the registry, with who wrote it and when, so that neither a
// power cut nor the end of a day takes it away; it is nobody's word, and nothing that the registry comes to reads it. It goes when a decision on
// the row is taken in, in the same transaction, and when the row is measured again and waits no longer. One on a submission that was replaced stands
// there still, and is neither shown nor signed: the enterprise's new row is another.

// Draft is a decision that is not signed.
type Draft struct {
	Recognition     string // 已认定, 不予认定, or 待认定: a question
	Doc, On, Reason string
	Who             string
	At              stamp
}

// Day is when it was written, as people in China read it.
func (d *Draft) Day() string { return chinaTime(string(d.At)) }

// Asks reports a question: nothing is decided yet.
func (d *Draft) Asks() bool { return d.Recognition == form.Pending }

// draftKey names a row for its draft.
func draftKey(digest, form, row string) string { return digest + " " + form + " " + row }

// sound refuses what could not be signed.
func (d *Draft) sound() error {
	wrong := func() error { return fault("registry.draft", text.Usage, text.RegistryDraftWrong) }
	switch d.Recognition {
	case form.Recognised, form.Refused:
		if d.Doc == "" || !isDay(d.On) {
			return wrong()
		}
	case form.Pending:
	default:
		return wrong()
	}
	if d.Recognition != form.Recognised && strings.TrimSpace(d.Reason) == "" {
		return wrong()
	}
	if n := max(len([]rune(d.Doc)), len([]rune(d.Reason))); n > longestReason {
		return fault("registry.reason", text.Usage, text.RegistryReason.With(shortestReason, longestReason))
	}
	return nil
}

// Mark keeps a draft on a row that waits, in the place of the one that may be there, and gives it as it is kept.
func (r *Registry) Mark(ctx context.Context, w *Waiting, d Draft) (kept *Draft, err error) {
	if err := d.sound(); err != nil {
		return nil, err
	}
	err = r.write(ctx, func(t *tx) error {
		if err := r.open(ctx, w.Year); err != nil {
			return err
		}
		there, err := t.there(ctx, "SELECT 1 FROM submission WHERE digest = ? AND uscc = ?", w.Digest, w.USCC)
		if err == nil && !there {
			err = fault("registry.draft-moved", text.Findings, text.RegistryDraftMoved.With(w.Name, text.Harmless(w.Key)))
		}
		if err != nil {
			return err
		}
		kept = &Draft{d.Recognition, spelling.Storable(d.Doc), d.On, spelling.Storable(d.Reason), t.who, stamp(t.at)}
		return t.put(ctx, "mark", "", "draft", w.Digest, w.Form, w.Row, w.USCC, int64(w.Year), spelling.Storable(w.Key), kept.Recognition, kept.Doc, kept.On, kept.Reason, t.who, t.at)
	})
	return kept, err
}

// Unmark takes the draft on a row away, where there is one.
func (r *Registry) Unmark(ctx context.Context, w *Waiting) error {
	return r.write(ctx, func(t *tx) error {
		there, err := t.there(ctx, "SELECT 1 FROM draft WHERE digest = ? AND form = ? AND row = ?", w.Digest, w.Form, w.Row)
		if err != nil || !there {
			return err
		}
		return t.drop(ctx, "unmark", "", "draft", w.Digest, w.Form, w.Row)
	})
}

// drafts gives all there are, by [draftKey].
func (r *Registry) drafts(ctx context.Context) (map[string]*Draft, error) {
	all := make(map[string]*Draft)
	err := r.accounted(ctx, "draft", scope{}, "", func(values []any) error {
		word := func(i int) string { return canonical(varchar, values[i]) }
		d := &Draft{Recognition: word(6), Doc: word(7), On: word(8), Reason: word(9), Who: word(10)}
		_ = d.At.Scan(values[11])
		all[draftKey(word(0), word(1), canonical(bigint, values[2]))] = d
		return nil
	})
	return all, err
}

// ToSign gives the rows of a period that wait, each with its draft, where those that somebody saw are still what they were: nobody signs what
// another wrote meanwhile, nor on a submission that counts no longer.
func (r *Registry) ToSign(ctx context.Context, saw []Waiting) (all []Waiting, err error) {
	waiting, err := r.Waiting(ctx, "")
	if err != nil {
		return nil, err
	}
	by := make(map[string]*Waiting, len(waiting))
	for i := range waiting {
		by[waiting[i].place()] = &waiting[i]
	}
	for i := range saw {
		w := by[saw[i].place()]
		if w == nil || w.Draft == nil || saw[i].Draft == nil || *w.Draft != *saw[i].Draft {
			return nil, fault("registry.draft-moved", text.Findings, text.RegistryDraftMoved.With(saw[i].Name, text.Harmless(saw[i].Key)))
		}
		all = append(all, *w)
	}
	return all, nil
}

// settleDrafts takes away the drafts on rows that were decided.
func (t *tx) settleDrafts(ctx context.Context, decided []submission.Decision) error {
	rowOf := func(uscc, year, form, key string) string {
		return strings.Join([]string{uscc, year, form, key}, "\x00")
	}
	type at struct {
		digest, form string
		row          int64
	}
	of := make(map[string][]at)
	err := t.each(ctx, "SELECT digest, form, row, uscc, year, key FROM draft ORDER BY digest, form, row", nil, func(scan func(...any) error) error {
		var one at
		var uscc, year, key string
		err := scan(&one.digest, &one.form, &one.row, &uscc, &year, &key)
		k := rowOf(uscc, year, one.form, key)
		of[k] = append(of[k], one)
		return err
	})
	if err != nil {
		return err
	}
	for _, d := range decided {
		k := rowOf(spelling.Storable(d.USCC), d.Year, spelling.Storable(d.Form), spelling.Storable(d.Key))
		for _, one := range of[k] {
			if err := t.drop(ctx, "decide", "", "draft", one.digest, one.form, one.row); err != nil {
				return err
			}
		}
		delete(of, k)
	}
	return nil
}

// settleWaiting takes away the drafts on rows of a submission that wait no longer, as it was measured.
func (t *tx) settleWaiting(ctx context.Context, x *examined) error {
	type at struct {
		form string
		row  int64
	}
	var drafted []at
	err := t.each(ctx, "SELECT form, row FROM draft WHERE digest = ? ORDER BY form, row", []any{x.digest}, func(scan func(...any) error) error {
		var one at
		err := scan(&one.form, &one.row)
		drafted = append(drafted, one)
		return err
	})
	if err != nil || len(drafted) == 0 {
		return err
	}
	waits := make(map[at]bool)
	measured := x.verdict.Measured
	for _, id := range measured.LineIDs() {
		if e, ok := measured.Explain(id); ok {
			for _, u := range append(e.Used, e.Rejected...) {
				if u.Pending {
					waits[at{u.Form, u.Row}] = true
				}
			}
		}
	}
	for _, one := range drafted {
		if !waits[one] {
			if err := t.drop(ctx, "decide", "", "draft", x.digest, one.form, one.row); err != nil {
				return err
			}
		}
	}
	return nil
}
