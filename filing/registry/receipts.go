package registry

import (
	"context"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"yice/filing/submission"
	"yice/text"
)

// Settled is what goes back to an enterprise for a submission that counts: the verdict on it as it stands now, and the files of
// recognitions that it was measured by.
type Settled struct {
	USCC, Serial string
	Verdict      *submission.Verdict
	Received     time.Time
	Decisions    []string // their files, in the archive
}

// SettledEach verifies every submission that counts of the newest year again, as it would be taken in today, and visits them. What the
// registry has of it must be what comes out: where a run of decisions was cut off, or a key was revoked since, nobody is told anything.
func (r *Registry) SettledEach(ctx context.Context, visit func(Settled) error) error {
	year, err := r.Newest(ctx)
	if err != nil {
		return err
	}
	if err := r.loaded(ctx); err != nil {
		return err
	}
	a, err := r.prepare(ctx, "")
	if err != nil {
		return err
	}
	all, err := r.submissions(ctx, scopeOf(strconv.Itoa(year.Year)))
	if err != nil {
		return err
	}
	for _, h := range ends(all) {
		if len(h.Asked) > 0 {
			continue // contested: somebody asks first
		}
		if err := r.settled(ctx, a, h, visit); err != nil {
			return err
		}
	}
	return nil
}

func (r *Registry) settled(ctx context.Context, a *asked, h *held, visit func(Settled) error) error {
	x := a.examineFile(ctx, r.archive.path(submissionRoom, h.Digest, ".zip"))
	defer x.close()
	switch {
	case x.refused != nil:
		return fault(x.refused.Code, text.Findings, text.FilingCollectOf.With(h.Shown, x.refused.Say))
	case x.digest != h.Digest:
		return fault("registry.archive-changed", text.Findings, text.RegistryArchiveChanged.With(h.Digest))
	case *x.verdict.Confirmed.JSON() != *h.Confirmed:
		return fault("registry.stale", text.Findings, text.RegistryStale.With(h.Serial))
	}
	s := Settled{USCC: h.USCC, Serial: h.Serial, Verdict: x.verdict, Received: h.Received.time().In(china)}
	for _, name := range strings.Fields(x.decisions) {
		found, err := filepath.Glob(filepath.Join(r.archive.dir, decisionRoom, name+"*.zip"))
		if err != nil || len(found) != 1 {
			return fault("registry.archive-lacks", text.Cannot, text.RegistryArchiveLacks.With(name))
		}
		s.Decisions = append(s.Decisions, found[0])
	}
	return visit(s)
}
