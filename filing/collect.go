package filing

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"time"

	"yice/filing/submission"
	"yice/internal/inorder"
	"yice/seal"
	"yice/text"
)

// longestVerify is how long one submission may take: far above a million lines, and what keeps one hostile file from holding up all
// the others.
const longestVerify = 5 * time.Minute

// CollectOptions of consolidation.
type CollectOptions struct {
	Trust string // folder of registered keys: who may hand in, issue, decide
	// Pack is the regulator's: every submission is scored again under it. "": each by the pack it brings, and it is 自评.
	Pack      string
	Targets   string   // the table of what was settled for each enterprise; "": what its extract of the pack says
	Decisions []string // signed files of recognitions
	Earlier   []string // submissions of the year before, besides those that are among the files
	Lang      text.Lang
	Now       func() time.Time // nil: the system's clock
	// Key opens encrypted submissions: a PEM file, whose passphrase is asked for once.
	Key        string
	Passphrase func() (string, error)
	// Receipts is a folder for a receipt of every submission that verified; ReceiptKey signs them. "": none.
	Receipts, ReceiptKey string
	ReceiptPassphrase    func() (string, error) // of ReceiptKey; nil: Passphrase
	// Progress hears how many submissions are done, from one goroutine at a time.
	Progress func(done, of int)
}

// Collect verifies and tables submissions (files, folders of them, bundles that groups hand on). Each is verified and scored again as
// Verify does; what is wrong with one is a problem of that one and never stops the others. Errors are for what concerns all: a key that
// does not open, an interrupt.
func Collect(ctx context.Context, paths []string, o CollectOptions) (*Collected, error) {
	c := &collecting{o: o}
	members, err := c.members(ctx, paths)
	if err != nil {
		return nil, err
	}
	return c.consolidate(members), nil
}

// collecting is one consolidation under way.
type collecting struct {
	o        CollectOptions
	verify   VerifyOptions
	receipt  *seal.Key
	problems []text.Pair
	notes    []text.Pair
	facts    bool // those of each are kept, to be scored again
}

// prepare reads everything that all submissions are held against, once.
func (c *collecting) prepare(ctx context.Context) (err error) {
	brings := VerifyOptions{
		Trust: c.o.Trust, Pack: c.o.Pack, Targets: c.o.Targets, Decisions: c.o.Decisions, Earlier: c.o.Earlier, Key: c.o.Key, Passphrase: c.o.Passphrase, Now: c.o.Now,
	}
	if c.verify.ready, err = brings.prepare(ctx); err != nil {
		return err
	}
	if c.o.Key != "" {
		if _, err := c.verify.ready.openKey(); err != nil {
			return err
		}
	}
	if c.o.Receipts == "" {
		return nil
	}
	if c.o.ReceiptKey != "" {
		passphrase := c.o.ReceiptPassphrase
		if passphrase == nil {
			passphrase = c.o.Passphrase
		}
		if c.receipt, err = seal.ReadKey(c.o.ReceiptKey, passphrase); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(c.o.Receipts, 0o700); err != nil {
		return cannotWrite(c.o.Receipts, err)
	}
	return nil
}

// members verifies everything that is meant, and keeps of each what consolidation asks.
func (c *collecting) members(ctx context.Context, paths []string) ([]*member, error) {
	if err := c.prepare(ctx); err != nil {
		return nil, err
	}
	sources, let, err := c.sources(paths)
	if err != nil {
		return nil, err
	}
	defer let()
	return c.all(ctx, sources)
}

// all verifies every file, several at a time, and keeps of each what consolidation asks. The order is that of the files.
func (c *collecting) all(ctx context.Context, files []handedIn) ([]*member, error) {
	members := make([]*member, len(files))
	next := make(chan int)
	var (
		wait   sync.WaitGroup
		mu     sync.Mutex
		done   int
		failed error
	)
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	for range min(runtime.GOMAXPROCS(0), max(1, len(files))) {
		wait.Go(func() {
			for i := range next {
				m, err := c.one(ctx, &files[i])
				mu.Lock()
				members[i] = m
				done++
				if err != nil && failed == nil {
					failed = err
					stop()
				}
				if c.o.Progress != nil {
					c.o.Progress(done, len(files))
				}
				mu.Unlock()
			}
		})
	}
	for i := range files {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	wait.Wait()
	if failed == nil {
		failed = ctx.Err()
	}
	return members, failed
}

// one verifies a file. The error is for what stops everything: an interrupt.
func (c *collecting) one(ctx context.Context, of *handedIn) (m *member, err error) {
	limited, cancel := context.WithTimeout(ctx, longestVerify)
	defer cancel()
	v, err := of.verified(limited, c.verify)
	switch {
	case err == nil:
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.Is(err, context.DeadlineExceeded):
		v = unread(text.FilingCollectSlow.With(longestVerify / time.Minute))
	default:
		v = unread(sayOf(err))
	}
	defer v.Close()
	m = newMember(of, v, c.verify.ready.pack)
	if c.facts {
		m.facts = v.DecidedFacts()
	}
	return m, nil
}

// receipts writes one for every submission that holds against all the others, was handed in by somebody who may, and is
// scored by what the regulator issued.
func (c *collecting) receipts(members []*member, all *Collected) {
	if c.o.Receipts == "" {
		return
	}
	now := c.verify.ready.now()
	of := func(m *member, why error) {
		all.Problems = append(all.Problems, text.FilingCollectOf.With(m.row.File, sayOf(why)))
	}
	var out []*outgoing
	var whose []*member
	for _, m := range members {
		if m.verdict == nil || !m.row.OK {
			continue
		}
		if !m.verdict.Acknowledged() {
			all.Notes = append(all.Notes, text.FilingReceiptWithheld.With(m.row.File))
			continue
		}
		r, err := submission.NewReceipt(m.verdict, m.received, now)
		if err != nil {
			of(m, err)
			continue
		}
		out = append(out, &outgoing{out: filepath.Join(c.o.Receipts, receiptName(m.serial)), receipt: r})
		whose = append(whose, m)
	}
	given, err := receiptHand{c.receipt, c.verify.ready.keys, now}.give(c.o.Receipts, out)
	if err != nil {
		all.Problems = append(all.Problems, sayOf(err))
		return
	}
	for i, o := range out {
		if o.wrong != nil {
			of(whose[i], o.wrong)
		}
	}
	all.Receipts = &given
}

// unread is the verdict on a file that could not be read to its end.
func unread(why text.Pair) *Verification {
	return &Verification{Verdict: &submission.Verdict{
		Integrity: "unknown", Signature: "unknown", Identity: "unasked", Policy: "unasked", Score: "unknown", SignOffs: "absent",
		Problems: []submission.Problem{{Code: "file.unread", Say: why}},
	}}
}

// sums adds what the members of one period come to together.
func (all *Collected) sums(members []*member) {
	claims, problems := doubleClaims(members)
	all.DoubleClaims, all.Problems = append(all.DoubleClaims, claims...), append(all.Problems, problems...)
	groups := groupsOf(members)
	from := [4]int{len(all.IntraGroup), len(all.Groups), len(all.Spread), len(all.Totals)}
	all.IntraGroup = append(all.IntraGroup, groups.pairs...)
	all.Groups = append(all.Groups, groups.groups()...)
	all.Spread = append(all.Spread, spreads(members, all.Columns)...)
	all.Totals = append(all.Totals, yearTotals(members, groups.pairs)...)
	period := func(year int) string {
		if p, ok := submission.ParsePeriod(members[0].row.Period); ok && p.Quarterly() {
			return members[0].row.Period
		}
		return submission.Period{Year: year}.String()
	}
	for i := range all.IntraGroup[from[0]:] {
		p := &all.IntraGroup[from[0]+i]
		p.Period = period(p.Year)
	}
	for i := range all.Groups[from[1]:] {
		p := &all.Groups[from[1]+i]
		p.Period = period(p.Year)
	}
	for i := range all.Spread[from[2]:] {
		p := &all.Spread[from[2]+i]
		p.Period = period(p.Year)
	}
	for i := range all.Totals[from[3]:] {
		p := &all.Totals[from[3]+i]
		p.Period = period(p.Year)
	}
}

// consolidate puts the members together.
func (c *collecting) consolidate(members []*member) *Collected {
	all := &Collected{Problems: c.problems, Notes: c.notes, Measured: c.verify.ready.pack != nil}
	members = slices.DeleteFunc(members, func(m *member) bool {
		if m.other {
			all.Notes = append(all.Notes, text.FilingCollectOf.With(m.row.File, m.row.Problems[0]))
		}
		return m.other
	})
	current, replaced := latest(members)
	comparePriors(current)
	for _, m := range members {
		for _, p := range m.row.Problems {
			all.Problems = append(all.Problems, text.FilingCollectOf.With(m.row.File, p))
		}
		for _, n := range m.row.Notes {
			all.Notes = append(all.Notes, text.FilingCollectOf.With(m.row.File, n))
		}
	}
	var sound []*member
	for _, m := range current {
		if m.row.OK {
			sound = append(sound, m)
		}
	}
	addressless := 0
	for _, m := range sound {
		if m.addressless {
			addressless++
		}
	}
	if addressless > 0 {
		all.Notes = append(all.Notes, text.FilingCollectAudience.With(addressless))
	}
	periods := periodsOf(sound)
	for _, of := range periods {
		rank(of, all.Measured)
	}
	if len(sound) > 0 && !all.Measured {
		all.Notes = append(all.Notes, text.FilingCollectSelf)
	}
	all.Columns = columnsOf(sound)
	for _, m := range current {
		if m.known() {
			all.Enterprises = append(all.Enterprises, m.row)
		}
	}
	for _, m := range replaced {
		all.Replaced = append(all.Replaced, m.row)
	}
	for _, of := range periods {
		all.sums(of)
	}
	inorder.Stably(all.Enterprises, byPlace)
	c.receipts(sound, all)
	return all
}
