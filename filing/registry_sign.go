package filing

import (
	"context"
	"path/filepath"
	"strconv"
	"time"

	"yice/filing/registry"
	"yice/filing/submission"
	"yice/form"
	"yice/seal"
)

// SignMarked signs what is marked of the rows that wait into a file of recognitions beside the registry, and takes that file in. rows are as
// somebody saw them: nothing is signed where one is another by now.
func SignMarked(ctx context.Context, r *registry.Registry, rows []registry.Waiting, key *seal.Key, now time.Time) (out string, done *registry.Decided, err error) {
	by, err := r.MayDecide(ctx, key)
	if err != nil {
		return "", nil, err
	}
	if rows, err = r.ToSign(ctx, rows); err != nil {
		return "", nil, err
	}
	var list []submission.Decision
	for i := range rows {
		d, err := decisionOn(ctx, r, &rows[i], by)
		if err != nil {
			return "", nil, err
		}
		list = append(list, d)
	}
	out = filepath.Join(filepath.Dir(r.Beside("")), "decisions-"+now.Format("20060102-150405")+".zip")
	if err := SignDecisions(list, out, key, now); err != nil {
		return "", nil, err
	}
	done, err = r.Decide(ctx, out, registry.TakeOptions{})
	return out, done, err
}

// decisionOn is the decision on a row, bound to what the row says of itself.
func decisionOn(ctx context.Context, r *registry.Registry, w *registry.Waiting, by string) (submission.Decision, error) {
	f, d := form.ByID(w.Form), w.Draft
	one := submission.Decision{
		USCC: w.USCC, Year: strconv.Itoa(w.Year), Form: w.Form, Key: w.Key, Recognition: d.Recognition, Doc: d.Doc, On: d.On, Reason: d.Reason,
	}
	if !d.Asks() {
		one.By = by
	}
	record, err := r.Record(ctx, w.Digest, w.USCC, f, w.Row)
	if err != nil || record == nil {
		return one, err
	}
	for id, to := range map[string]*string{"level": &one.Level, "authority": &one.Authority, "kind": &one.Kind} {
		if fd := f.Field(id); fd != nil {
			*to = fd.Show(record.Get(id))
		}
	}
	return one, nil
}
