package registry

import (
	"context"

	"yice/text"
)

// Roll is a year as it stands: everybody who is ranked, and behind them those who are due.
type Roll struct {
	Year                 Year
	Places               []Place
	In, None, Void, Late int // who handed in, did not, handed in what is void; of those who did, came late
}

// Place is an enterprise on the roll.
type Place struct {
	Ranked
	Due *Due // nil where it handed in
}

// Standing says how it stands.
func (p *Place) Standing() text.Pair {
	switch {
	case p.Void():
		return text.RegistryStateVoid
	case p.Due != nil:
		return text.RegistryStateNone
	case len(p.Asked) > 0:
		return text.TuiRegAsked
	case p.Late:
		return text.RegistryStateLate
	}
	return text.TuiRegIn
}

// Void reports that all that came of it was returned.
func (p *Place) Void() bool { return p.Due != nil && p.Due.State == stateVoid }

// Roll gives the newest year as it stands.
func (r *Registry) Roll(ctx context.Context) (*Roll, error) {
	all := &Roll{}
	var err error
	if all.Year, err = r.Newest(ctx); err != nil {
		return nil, err
	}
	ranked, err := r.Rank(ctx, RankOptions{})
	if err != nil {
		return nil, err
	}
	due, err := r.Due(ctx, "")
	if err != nil {
		return nil, err
	}
	for _, row := range ranked {
		all.Places = append(all.Places, Place{Ranked: row})
		if row.Late {
			all.Late++
		}
	}
	all.In = len(ranked)
	for i := range due {
		d := &due[i]
		if len(ranked) > 0 && d.Period != ranked[0].Period || d.State == stateLate {
			continue
		}
		p := Place{Ranked: Ranked{USCC: d.USCC, Name: d.Name}, Due: d}
		all.Places = append(all.Places, p)
		if p.Void() {
			all.Void++
		} else {
			all.None++
		}
	}
	return all, nil
}
