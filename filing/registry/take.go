package registry

import (
	"context"
	"database/sql"

	"yice/filing/submission"
	"yice/seal"
	"yice/text"
)

// TakeOptions of taking submissions in.
type TakeOptions struct {
	Keys     string // another register of keys from now on; "": the registry's
	OpenKey  func() (*seal.Key, error)
	Received string // the day they came, where that was before today; "": today
	Progress func(done, of int)
}

// Taken says what became of files.
type Taken struct {
	Taken, Skipped int
	Refused        []Refused
	Repaired       int         // loads that were cut off, and were done again
	Notes          []text.Pair // what has to be known besides
}

const (
	// batch is how many submissions are written in one transaction.
	batch = 16
	// The states of an arrival.
	accepted = "收讫"
	returned = "退回"
)

// Take verifies submissions (files, or folders of them), measures them under the registry's pack with its decisions, and stores
// them. What it has already is skipped; what is wrong with one file is said of that one and never stops the others.
func (r *Registry) Take(ctx context.Context, paths []string, o TakeOptions) (*Taken, error) {
	files, problems, err := meant(paths)
	if err != nil {
		return nil, err
	}
	a, err := r.prepare(ctx, o.Keys)
	if err != nil {
		return nil, err
	}
	a.openKey = o.OpenKey
	if len(a.years) == 1 {
		for year := range a.years {
			if err := r.open(ctx, year); err != nil {
				return nil, err
			}
		}
	}
	out := &Taken{Notes: problems}
	if out.Repaired, err = r.repair(ctx, a); err != nil {
		return nil, err
	}
	taking := &taking{r: r, a: a, out: out, received: stamp(moment(r.o.now()))}
	if o.Received != "" {
		if taking.received, err = receivedOn(o.Received, taking.received); err != nil {
			return nil, err
		}
	}
	if taking.known, err = r.there(ctx); err != nil {
		return nil, err
	}
	if taking.handed, err = r.handedBefore(ctx); err != nil {
		return nil, err
	}
	if err := taking.all(ctx, files, o.Progress); err != nil {
		return nil, err
	}
	if err := r.putDoubles(ctx); err != nil {
		return nil, err
	}
	if out.Taken+out.Repaired > 0 {
		// The first question would else walk all that is new. What does not agree, the next opening says.
		if s, wrong, err := r.prove(ctx); err == nil && len(wrong) == 0 {
			r.remember(s)
		}
	}
	return out, nil
}

// receivedOn is the end of a day in China, which must be over.
func receivedOn(day string, now stamp) (stamp, error) {
	if !isDay(day) || day+" 15:59:59" > string(now) {
		return "", fault("registry.received", text.Usage, text.RegistryBadReceived.With(text.Harmless(day)))
	}
	return stamp(day + " 15:59:59"), nil
}

// prepare reads what all files are held against, and notes the keys where they are others than before.
func (r *Registry) prepare(ctx context.Context, keys string) (*asked, error) {
	a := &asked{now: r.o.now}
	r.over.close() // a node may have been away since the run before
	k, err := r.ring(ctx, keys)
	if err != nil {
		return nil, err
	}
	if err := r.write(ctx, func(t *tx) error { return r.putKeys(ctx, t, k) }); err != nil {
		return nil, err
	}
	if err := r.grow(ctx); err != nil {
		return nil, err
	}
	a.keys = k.ring
	if a.years, err = r.measures(ctx); err != nil {
		return nil, err
	}
	if a.members, err = r.members(ctx); err != nil {
		return nil, err
	}
	if a.decisions, err = r.decisions(ctx, a.keys); err != nil {
		return nil, err
	}
	if a.awarded, err = r.lost(ctx); err != nil {
		return nil, err
	}
	if len(a.years) > 1 {
		a.earlier, err = r.earlier(ctx)
	}
	return a, err
}

// knownOne is a submission that is there.
type knownOne struct {
	digest, uscc, period string
	year                 int
}

// there gives those that are there, by their digests and those of the envelopes they came in.
func (r *Registry) there(ctx context.Context) (map[string]*knownOne, error) {
	all := make(map[string]*knownOne)
	const there = "SELECT a.digest, a.envelope, s.uscc, s.period, s.year FROM arrival a JOIN submission s ON s.digest = a.digest"
	err := r.s.each(ctx, there, nil, func(scan func(...any) error) error {
		one := &knownOne{}
		var envelope sql.NullString
		if err := scan(&one.digest, &envelope, &one.uscc, &one.period, &one.year); err != nil {
			return err
		}
		all[one.digest] = one
		if envelope.String != "" {
			all[envelope.String] = one
		}
		return nil
	})
	return all, cannotUse(err)
}

// handedBefore are the submissions of which it is known by which bundle they came, by both digests.
func (r *Registry) handedBefore(ctx context.Context) (map[string]bool, error) {
	all := make(map[string]bool)
	err := r.s.each(ctx, "SELECT bundle, digest FROM handed", nil, func(scan func(...any) error) error {
		var bundle, digest string
		err := scan(&bundle, &digest)
		all[bundle+digest] = true
		return err
	})
	return all, cannotUse(err)
}

// earlier gives what was handed in for each year, for the submissions of the year after.
func (r *Registry) earlier(ctx context.Context) (map[string]map[int]*submission.Earlier, error) {
	all := make(map[string]map[int]*submission.Earlier)
	current, err := r.current(ctx, scope{})
	if err != nil {
		return nil, err
	}
	for _, c := range current {
		if c.prior == nil {
			continue
		}
		if all[c.USCC] == nil {
			all[c.USCC] = make(map[int]*submission.Earlier)
		}
		all[c.USCC][c.Year] = &submission.Earlier{File: c.Shown, USCC: c.USCC, Year: c.Year, RD: c.prior}
	}
	return all, nil
}
