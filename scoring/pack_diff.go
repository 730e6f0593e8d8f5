package scoring

import "yice/text"

// ChangeKind says what became of a setting.
type ChangeKind uint8

const (
	SetAnew ChangeKind = iota // there was none
	Changed
	Dropped // there is none any more
)

// PackChange is one difference between two packs.
type PackChange struct {
	Kind     ChangeKind
	Path     string
	Of       text.Pair // the line or enterprise it is about
	Name     text.Pair // what of it; empty where the whole line came or went
	Old, New text.Pair
	Say      text.Pair // all of it in one sentence: "发明专利授权 目标：5 → 6"
}

// PackDiff lists what differs from pack a to pack b in the order of b's sections, what b has no more at the end. Lines,
// clauses and enterprises that only one of them has are one change each.
func PackDiff(a, b *Pack) []PackChange {
	old, now := a.Settings(), b.Settings()
	before, oldGroups := settingsByPath(old), groupsOf(old)
	after, nowGroups := settingsByPath(now), groupsOf(now)
	var all []PackChange
	told := map[string]bool{}
	for i := range now {
		s := &now[i]
		if !oldGroups[s.Group] {
			if !told[s.Group] {
				told[s.Group] = true
				all = append(all, PackChange{Kind: SetAnew, Path: s.Group, Of: s.Of, Say: text.PackDiffNew.With(s.Of)})
			}
			continue
		}
		was, had := before[s.Path]
		switch {
		case !had:
			all = append(all, PackChange{SetAnew, s.Path, s.Of, s.Name, text.Pair{}, s.Value, text.PackDiffSet.With(s.Of, s.Name, s.Value)})
		case was.Value != s.Value:
			all = append(all, PackChange{Changed, s.Path, s.Of, s.Name, was.Value, s.Value, text.PackDiffChanged.With(s.Of, s.Name, was.Value, s.Value)})
		}
	}
	for i := range old {
		s := &old[i]
		if !nowGroups[s.Group] {
			if !told[s.Group] {
				told[s.Group] = true
				all = append(all, PackChange{Kind: Dropped, Path: s.Group, Of: s.Of, Say: text.PackDiffGone.With(s.Of)})
			}
			continue
		}
		if _, has := after[s.Path]; !has {
			all = append(all, PackChange{Dropped, s.Path, s.Of, s.Name, s.Value, text.Pair{}, text.PackDiffUnset.With(s.Of, s.Name, s.Value)})
		}
	}
	return all
}

func settingsByPath(all []Setting) map[string]*Setting {
	m := make(map[string]*Setting, len(all))
	for i := range all {
		m[all[i].Path] = &all[i]
	}
	return m
}

func groupsOf(all []Setting) map[string]bool {
	m := map[string]bool{}
	for i := range all {
		m[all[i].Group] = true
	}
	return m
}
