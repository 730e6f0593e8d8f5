// Package ranking holds the rules by which the submissions of many enterprises stand beside one another: which of several
// counts, which may be ranked at all, and who comes before whom. Consolidation and the registry ask the same rules, so that
// the same files give the same places wherever they lie.
//
// It knows figures and words of verdicts, no files: nothing is read here, and nothing decided that is not written down below.
//
// Start with [Last], then [Rankable] and [Rank].
package ranking

import (
	"cmp"
	"slices"
	"strings"

	"yice/filing/submission"
	"yice/internal/inorder"
	"yice/scoring"
	"yice/text"
)

// Entry is one submission as the rules see it.
type Entry struct {
	Shown, Path  string // how its file is shown, and where it lies
	USCC, Period string
	Type         string
	Year         int
	OK           bool // everything holds that was asked

	Serial, SealedAt string
	Manifest         string // SM3 of its own manifest
	Replaces         string // manifest of the sealing that it replaces
	Signer, Identity string
	History          submission.History

	Policy string // answer of the verdict
	Pack   string // SHA-256 of the pack that travelled along
	Issued bool   // that pack says it is issued

	Score scoring.Dec // by which it is ranked

	Contested bool // set by Last: nobody can tell which of two is meant
	Rank      int  // set by Rank; 0: not ranked
}

// Last finds the end of a chain of sealings of one enterprise and period: sound ones first; then the one that no other
// replaces; then the newest. problems is what a regulator should ask about them. Where two that differ both say that they are
// the one, the last is contested, and neither is ranked before somebody has asked.
func Last(chain []*Entry) (last *Entry, problems []text.Pair) {
	next := make(map[string]bool) // manifests that are replaced by a sound one
	for _, e := range chain {
		if e.OK && e.Replaces != e.Manifest {
			next[e.Replaces] = true
		}
	}
	last = slices.MaxFunc(chain, func(a, b *Entry) int {
		return cmp.Or(
			truth(a.OK)-truth(b.OK),
			truth(!next[a.Manifest])-truth(!next[b.Manifest]),
			bySerial(a.Serial, b.Serial),
			strings.Compare(a.SealedAt, b.SealedAt),
			strings.Compare(b.Path, a.Path), // of one file given twice, the first by name
		)
	})
	return last, asked(chain, last)
}

// bySerial orders sealings of one book: a longer count is a later one.
func bySerial(a, b string) int { return cmp.Or(len(a)-len(b), strings.Compare(a, b)) }

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

func asked(chain []*Entry, last *Entry) (problems []text.Pair) {
	for _, e := range chain {
		if e == last || !e.OK || !last.OK {
			continue
		}
		switch {
		case e.Serial == last.Serial && e.Manifest != last.Manifest:
			problems = append(problems, text.FilingCollectFork.With(last.Serial, e.Shown))
			last.Contested = true
		case e.Signer != last.Signer:
			problems = append(problems, text.FilingCollectSigner.With(e.Shown))
			last.Contested = last.Contested || last.Identity != "trusted"
		case e.History.Size > 0 && e.Manifest == last.Replaces && !extends(last.History, e):
			problems = append(problems, text.FilingCollectHistory.With(e.Shown))
			last.Contested = true
		}
	}
	return problems
}

// extends reports whether a later history is proved to begin with what an earlier submission was sealed with.
func extends(later submission.History, before *Entry) bool {
	return slices.ContainsFunc(later.Extends, func(e submission.Extends) bool {
		return e.Serial == before.Serial && e.Earlier() == before.History.Log
	})
}

// Rankable are those that may be ranked: measured by the regulator's pack, or all of a class by one and the same issued pack.
// A draft is never ranked.
func Rankable(all []*Entry, measured bool) []*Entry {
	type class struct {
		year int
		typ  string
	}
	packs := make(map[class]map[string]bool)
	for _, e := range all {
		k := class{e.Year, e.Type}
		if packs[k] == nil {
			packs[k] = make(map[string]bool)
		}
		packs[k][e.Pack] = true
	}
	return slices.DeleteFunc(slices.Clone(all), func(e *Entry) bool {
		if e.Contested {
			return true
		}
		if measured {
			return e.Policy != "issued"
		}
		return !e.Issued || e.Policy == "draft" || len(packs[class{e.Year, e.Type}]) > 1
	})
}

// Rank gives every entry its place within its type and year, by the score; equal scores share one. Entries of one kind of
// period only: a quarter never stands beside a year.
func Rank(all []*Entry) {
	ordered := slices.Clone(all)
	inorder.Stably(ordered, func(a, b *Entry) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Type, b.Type), b.Score.Cmp(a.Score))
	})
	first := 0 // of the class that is being ranked
	for i, e := range ordered {
		switch before := ordered[max(0, i-1)]; {
		case i == 0 || before.Year != e.Year || before.Type != e.Type:
			first, e.Rank = i, 1
		case before.Score.Cmp(e.Score) == 0:
			e.Rank = before.Rank
		default:
			e.Rank = i - first + 1
		}
	}
}
