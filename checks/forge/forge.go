package main

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"runtime"
	"sync"

	"yice/checks/authority"
	"yice/filing/submission"
	"yice/seal"
)

// forger has the papers and what the regulator verifies by.
type forger struct {
	*authority.Papers
	bases  []base
	with   submission.Options
	others map[string]authority.Paper // sealed under other packs, by whom the pack is signed
}

// base is a good submission that is mutated.
type base struct {
	whole []byte
	paper authority.Paper
}

func newForger(keys, examples string) (*forger, error) {
	p, err := authority.Gather(keys, examples, false)
	if err != nil {
		return nil, err
	}
	f := &forger{Papers: p, others: make(map[string]authority.Paper)}
	measure, err := submission.NewMeasure(p.Issued.Source, p.PackSignature(authority.Root, p.Issued))
	if err != nil {
		return nil, err
	}
	f.with = submission.Options{Keys: p.Register().Keyring(), Pack: measure, Now: authority.Now, OpenOptions: submission.OpenOptions{Packs: &submission.Packs{}}}
	typed := func(all []submission.SignOff) []submission.SignOff {
		for i := range all {
			all[i].Kind, all[i].Signature, all[i].Key = submission.Typed, "", ""
		}
		return all
	}
	for _, w := range []authority.Wanted{{}, {SignOff: typed}} {
		whole, err := p.Seal(w)
		if err != nil {
			return nil, err
		}
		if v, err := f.verify(whole); err != nil || !v.OK {
			return nil, fmt.Errorf("a good submission is refused: %v %w", v, err)
		}
		paper, err := authority.Take(whole)
		if err != nil {
			return nil, err
		}
		f.bases = append(f.bases, base{whole, paper})
	}
	for _, issuer := range []string{authority.Filer, authority.Rival, authority.Stranger, authority.Decider, authority.Nobody} {
		whole, err := p.Seal(authority.Wanted{Pack: p.Easy, Issuer: issuer})
		if err != nil {
			return nil, err
		}
		if f.others[issuer], err = authority.Take(whole); err != nil {
			return nil, err
		}
	}
	return f, nil
}

func (f *forger) verify(whole []byte) (*submission.Verdict, error) {
	return submission.Verify(context.Background(), bytes.NewReader(whole), int64(len(whole)), f.with)
}

// trial is what became of one mutation.
type trial struct {
	n                  int
	kind, what         string
	accepted, identity bool
	codes              []string
	err                error
}

// try makes the n-th mutation of a seed and asks about it.
func (f *forger) try(seed uint64, n int) (t trial) {
	rnd := rand.New(rand.NewPCG(seed, uint64(n)))
	kind := kinds[n%len(kinds)]
	t = trial{n: n, kind: kind.name}
	b := f.bases[rnd.IntN(len(f.bases))]
	m := &mutation{forger: f, rnd: rnd, base: b, paper: b.paper.Clone()}
	whole, err := kind.make(m)
	if t.what, t.err = m.what, err; err != nil {
		return t
	}
	if t.identity = bytes.Equal(whole, b.whole); t.identity {
		return t
	}
	v, err := f.verify(whole)
	if t.err = err; err != nil {
		return t
	}
	t.accepted = v.OK
	for _, p := range v.Problems {
		t.codes = append(t.codes, p.Code)
	}
	return t
}

// run makes n mutations on every core and hands each to visit, in order of nothing.
func (f *forger) run(seed uint64, n int, visit func(trial)) {
	var wait sync.WaitGroup
	next, done := make(chan int), make(chan trial)
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for i := range next {
				done <- f.try(seed, i)
			}
		})
	}
	go func() {
		for i := range n {
			next <- i
		}
		close(next)
		wait.Wait()
		close(done)
	}()
	for t := range done {
		visit(t)
	}
}

// hand is a key of anybody but the one who may hand in for the enterprise, and who that is.
func (f *forger) hand(rnd *rand.Rand) (*seal.Key, string) {
	all := []string{
		authority.Root, authority.Decider, authority.Receiver, authority.Lost, authority.Expired, authority.Rival,
		authority.Clerk, authority.Chief, authority.Head, authority.Stranger,
	}
	id := all[rnd.IntN(len(all))]
	return f.Hands[id].Key, id
}
