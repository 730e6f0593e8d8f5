package filing

import (
	"context"

	"yice/filing/shape"
	"yice/filing/submission"
	"yice/form"
	"yice/scoring"
	"yice/text"
)

// Compared is what differs between two submissions, where both verify: of what does not, nothing is called a fact.
type Compared struct {
	Sides   [2]ComparedSide
	Held    bool             // both verify, and were compared
	Forms   *form.Dictionary // of the second, by which the changes are named
	Changes []CellChange
	Moves   []scoring.Change
}

// ComparedSide is one of two submissions that are compared, and what may be said of it.
type ComparedSide struct {
	File                string
	OK                  bool
	Locked              bool // encrypted and not opened
	Signature, Identity string
	Signer              string
	Serial, SealedAt    string
	Period              string // "2026", or "2026Q2" of a quarterly return
	Problems            []text.Pair
}

// CompareSubmissions verifies two submissions as [Verify] does and tells what changed from the first to the second. What was
// asked of either, and what it answered, stands beside.
func CompareSubmissions(ctx context.Context, a, b string, o VerifyOptions) (*Compared, error) {
	var err error
	if o.ready, err = o.prepare(ctx); err != nil {
		return nil, err
	}
	c := &Compared{Held: true}
	var of [2]*Submission
	for i, path := range []string{a, b} {
		v, err := Verify(ctx, path, o)
		if err != nil {
			return nil, err
		}
		defer v.Close()
		c.Sides[i], of[i] = sideOf(path, v), v.Submission
		c.Held = c.Held && v.OK
	}
	if !c.Held {
		return c, nil
	}
	c.Forms = of[1].Forms()
	if c.Changes, err = submission.Diff(ctx, of[0], of[1]); err != nil {
		return nil, err
	}
	c.Moves, err = submission.ScoreMoves(ctx, of[0], of[1])
	return c, err
}

func sideOf(path string, v *Verification) ComparedSide {
	s := ComparedSide{File: shownName(path), OK: v.OK, Locked: v.Locked, Signature: v.Signature, Identity: v.Identity, Signer: harmless(v.Signer), Serial: harmless(v.Serial), Period: v.Period}
	if v.Submission != nil {
		s.SealedAt = harmless(v.Submission.SealedAt)
	}
	s.Problems = v.Says()
	if v.Locked {
		s.Problems = []text.Pair{v.Notes[0].Say}
	}
	return s
}

// Say tells how far a side can be believed.
func (s *ComparedSide) Say() text.Pair {
	switch {
	case !s.OK:
		return text.FilingSideUnverified.With(s.File, s.Problems[0])
	case s.Identity == "trusted":
		return text.FilingSideTrusted.With(s.File, s.Serial, s.SealedAt, s.Signer)
	case s.Signature == "ok":
		return text.FilingSideUnasked.With(s.File, s.Serial, s.SealedAt, s.Signer)
	}
	return text.FilingSideUnsigned.With(s.File, s.Serial, s.SealedAt)
}

// Class is the exit code: 0 where both were compared.
func (c *Compared) Class() text.Class {
	switch {
	case c.Held:
		return 0
	case c.Sides[0].Locked || c.Sides[1].Locked:
		return text.Cannot
	}
	return text.Findings
}

// JSON prints it as `yice diff --json` does; changes and score are null where a side does not verify.
func (c *Compared) JSON(l text.Lang) []byte {
	type side struct {
		File      string   `json:"file"`
		OK        bool     `json:"ok"`
		Signature string   `json:"signature"`
		Identity  string   `json:"identity"`
		Signer    string   `json:"signer"`
		Serial    string   `json:"serial"`
		Period    string   `json:"period"`
		SealedAt  string   `json:"sealed_at"`
		Problems  []string `json:"problems"`
	}
	out := map[string]any{"verified": c.Held, "changes": nil, "score": nil}
	var sides [2]side
	for i := range c.Sides {
		s := &c.Sides[i]
		sides[i] = side{s.File, s.OK, s.Signature, s.Identity, s.Signer, s.Serial, harmless(s.Period), s.SealedAt, shape.Said(s.Problems, l)}
	}
	out["sides"] = sides
	if c.Held {
		out["changes"], out["score"] = submission.DiffJSON(c.Changes, c.Moves, l)
	}
	return printJSON(out)
}
