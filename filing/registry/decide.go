package registry

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"yice/filing/registry/spelling"
	"yice/filing/submission"
	"yice/seal"
	"yice/text"
)

// Decided says what a file of recognitions did.
type Decided struct {
	Signer    string
	Decisions int // rows of the file for enterprises and years of this registry
	Others    int // rows for others
	Again     bool
	Changes   []ScoreChange // enterprises whose score moved
	Measured  int           // submissions that were measured again
}

// ScoreChange is a score that moved.
type ScoreChange struct{ USCC, Name, Period, Was, Is, WasBonus, IsBonus string }

// maxDecisions bounds a file of recognitions.
const maxDecisions = submission.MaxSigned + 1<<20

// Decide takes a signed file of recognitions in. Only a 认定 key decides. Every submission that it may touch is measured again from
// its file, as if it had just been handed in: nobody hands in anything anew.
func (r *Registry) Decide(ctx context.Context, path string, o TakeOptions) (*Decided, error) {
	content, err := readPlain(path, maxDecisions)
	if err != nil {
		return nil, err
	}
	d, err := submission.ReadDecisions(content, shown(path))
	if err != nil {
		return nil, err
	}
	a, err := r.prepare(ctx, o.Keys)
	if err != nil {
		return nil, err
	}
	if why := d.Barred(a.keys); !why.Empty() {
		return nil, fault("decision.role", text.Findings, why)
	}
	if _, err := r.repair(ctx, a); err != nil {
		return nil, err
	}
	years, err := r.Years(ctx)
	if err != nil {
		return nil, err
	}
	open := make(map[int]bool)
	for _, y := range years {
		open[y.Year] = !y.Closed
	}
	newest := years[len(years)-1]
	if newest.Closed {
		return nil, r.open(ctx, newest.Year)
	}
	out := &Decided{Signer: d.Signer.Fingerprint()}
	digest := digestOf(content)
	if out.Again, err = r.s.there(ctx, "SELECT 1 FROM decision WHERE digest = ?", digest); err != nil {
		return nil, cannotUse(err)
	}
	touched := make(map[string]bool)
	for _, one := range d.List {
		if _, err := strconv.Atoi(one.Year); err != nil || len(a.members) > 0 && a.members[one.USCC] == (Member{}) {
			out.Others++
			continue
		}
		out.Decisions++
		touched[one.USCC] = true
	}
	if !out.Again {
		if err := r.archive.keep(decisionRoom, digest, ".zip", content); err != nil {
			return nil, err
		}
		err = r.write(ctx, func(t *tx) error { return t.putDecisions(ctx, digest, d) })
		if err != nil {
			return nil, err
		}
		d.Name = decisionName(digest)
		a.decisions = append(a.decisions, d)
	}
	return out, r.measureAgain(ctx, a, slices.Sorted(maps.Keys(touched)), open, out)
}

// MayDecide gives the name of whose a key is that decides, by the registry's keys.
func (r *Registry) MayDecide(ctx context.Context, key *seal.Key) (name string, err error) {
	keys, err := r.ring(ctx, "")
	if err != nil {
		return "", err
	}
	standing, holder, why := keys.ring.Judge(key.Public(), seal.Deciding, "", r.o.now())
	if standing != seal.Trusted {
		return "", fault("decision.role", text.Findings, why)
	}
	return holder.Name, nil
}

// putDecisions notes what was decided, and takes the drafts on the same rows away: what somebody signed stands in their place.
func (t *tx) putDecisions(ctx context.Context, digest string, d *submission.Decisions) error {
	if err := t.settleDrafts(ctx, d.List); err != nil {
		return err
	}
	for _, one := range d.List {
		year, _ := strconv.Atoi(one.Year)
		err := t.put(ctx, "decide", spelling.Storable(one.Reason), "decision", digest, int64(one.Row), spelling.Storable(one.USCC), int64(year), spelling.Storable(one.Form), spelling.Storable(one.Key), one.Recognition,
			spelling.Storable(one.By), spelling.Storable(one.Doc), spelling.Storable(one.On), spelling.Storable(one.Level), spelling.Storable(one.Authority), spelling.Storable(one.Kind),
			d.Signer.Fingerprint(), d.At.UTC().Format(time.RFC3339), t.at, spelling.Storable(one.Reason))
		if err != nil {
			return err
		}
	}
	return nil
}

// decisions gives the files of recognitions that were taken in, of keys that may decide still.
func (r *Registry) decisions(ctx context.Context, keys *seal.Keyring) (all []*submission.Decisions, err error) {
	var digests []string
	err = r.s.each(ctx, "SELECT DISTINCT digest FROM decision ORDER BY digest", nil, func(scan func(...any) error) error {
		var digest string
		err := scan(&digest)
		digests = append(digests, digest)
		return err
	})
	if err != nil {
		return nil, cannotUse(err)
	}
	for _, digest := range digests {
		content, err := r.archive.read(decisionRoom, digest, ".zip")
		if err != nil {
			return nil, err
		}
		d, err := submission.ReadDecisions(content, decisionName(digest))
		if err != nil {
			return nil, err
		}
		if d.Barred(keys).Empty() {
			all = append(all, d)
		}
	}
	return all, nil
}

// decisionName is what a file of recognitions is called here: by its digest, whatever its file was called.
func decisionName(digest string) string { return digest[:12] + ".zip" }

// measureAgain measures the submissions of enterprises anew, in the years that are open, and says whose score moved.
func (r *Registry) measureAgain(ctx context.Context, a *asked, of []string, open map[int]bool, out *Decided) error {
	for _, uscc := range of {
		all, err := r.submissions(ctx, scope{uscc: uscc})
		if err != nil {
			return err
		}
		for _, h := range all {
			if !open[h.Year] {
				continue
			}
			if err := r.remeasure(ctx, a, h, out); err != nil {
				return err
			}
		}
	}
	return r.putDoubles(ctx)
}

func (r *Registry) remeasure(ctx context.Context, a *asked, h *held, out *Decided) error {
	x := a.examineFile(ctx, r.archive.path(submissionRoom, h.Digest, ".zip"))
	defer x.close()
	x.file, x.again = h.Shown, true
	if x.refused != nil {
		return fault(x.refused.Code, text.Findings, text.FilingCollectOf.With(h.Shown, x.refused.Say))
	}
	if x.digest != h.Digest {
		return fault("registry.archive-changed", text.Findings, text.RegistryArchiveChanged.With(h.Digest))
	}
	if is := x.verdict.Confirmed.Innovation; is != h.Confirmed.Innovation || x.verdict.Confirmed.Bonus != h.Confirmed.Bonus || x.verdict.Confirmed.Assessed != h.Confirmed.Assessed {
		out.Changes = append(out.Changes, ScoreChange{h.USCC, h.Name, h.Period, h.Confirmed.Innovation, is, h.Confirmed.Bonus, x.verdict.Confirmed.Bonus})
	}
	out.Measured++
	err := r.write(ctx, func(t *tx) (err error) {
		if err := r.open(ctx, h.Year); err != nil {
			return err
		}
		return t.unmark(ctx, h.Digest)
	})
	if err != nil {
		return err
	}
	var marks map[string][]any
	err = r.write(ctx, func(t *tx) (err error) {
		marks, err = r.load(ctx, t, []*examined{x}, h.Received)
		return err
	})
	if err != nil {
		return err
	}
	return r.write(ctx, func(t *tx) error {
		if there, err := t.there(ctx, "SELECT 1 FROM submission WHERE digest = ?", h.Digest); err != nil || there {
			return err
		}
		if err := t.settleWaiting(ctx, x); err != nil {
			return err
		}
		return t.put(ctx, "measure", "", "submission", marks[h.Digest]...)
	})
}

// decisionNames says by which decisions the submissions of an enterprise are measured.
func decisionNames(all []*submission.Decisions, uscc string) string {
	var names []string
	for _, d := range all {
		if slices.ContainsFunc(d.List, func(one submission.Decision) bool { return one.USCC == uscc }) {
			names = append(names, strings.TrimSuffix(d.Name, ".zip"))
		}
	}
	slices.Sort(names)
	return strings.Join(names, " ")
}
