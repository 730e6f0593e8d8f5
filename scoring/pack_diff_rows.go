package scoring

import (
	"strings"

	"yice/text"
)

// DiffRow is one value that differs between two packs, as a paper for signature has it.
type DiffRow struct {
	Kind     ChangeKind
	Path     string
	Of, Name text.Pair
	Old, New text.Pair // empty where there is none
	Clauses  text.Pair // of the line it belongs to
	Assumed  bool      // the document does not give the new value
	Standing text.Pair // of such a value, in a word
}

// Say is the row in one sentence.
func (r *DiffRow) Say() text.Pair {
	var say text.Pair
	switch r.Kind {
	case SetAnew:
		say = text.PackDiffSet.With(r.Of, r.Name, r.New)
	case Dropped:
		say = text.PackDiffUnset.With(r.Of, r.Name, r.Old)
	default:
		say = text.PackDiffChanged.With(r.Of, r.Name, r.Old, r.New)
	}
	if !r.Clauses.Empty() {
		say = text.PackDiffClause.With(say, r.Clauses)
	}
	if r.Assumed {
		say = text.PackDiffAssumed.With(say, r.Standing)
	}
	return say
}

// PackDiffRows lists every value that differs from pack a to pack b: lines that only one of them has in full, in the order of b's
// sections, what b has no more at the end.
func PackDiffRows(a, b *Pack) []DiffRow {
	old, now := a.Settings(), b.Settings()
	before, after := settingsByPath(old), settingsByPath(now)
	assumed := map[string]text.Pair{}
	for i := range b.Assumed {
		assumed[b.Assumed[i].Path] = b.Standing(&b.Assumed[i]).Word()
	}
	var all []DiffRow
	row := func(kind ChangeKind, s *Setting, was, is text.Pair, clauses map[string]*Setting) {
		r := DiffRow{Kind: kind, Path: s.Path, Of: s.Of, Name: s.Name, Old: was, New: is}
		if kind != Dropped {
			r.Standing, r.Assumed = assumed[s.Path], !assumed[s.Path].Empty()
		}
		if c := clauses[s.Group+".clauses"]; c != nil && !strings.HasSuffix(s.Path, ".clauses") {
			r.Clauses = c.Value
		}
		all = append(all, r)
	}
	for i := range now {
		s := &now[i]
		switch was := before[s.Path]; {
		case was == nil:
			row(SetAnew, s, text.Pair{}, s.Value, after)
		case was.Value != s.Value:
			row(Changed, s, was.Value, s.Value, after)
		}
	}
	for i := range old {
		if s := &old[i]; after[s.Path] == nil {
			row(Dropped, s, s.Value, text.Pair{}, before)
		}
	}
	return all
}
