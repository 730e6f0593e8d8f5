package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/filing"
	"yice/store"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// mergeActions bring in what a colleague keyed into a workspace of their own.
func mergeActions() []Action {
	return []Action{{
		ID: "merge", Title: text.TuiMerge, Where: screen.Anywhere, On: func(m *Root) bool { return m.desk != nil },
		Do: func(m *Root, _ string) tea.Cmd {
			return m.askFile(text.TuiMergeTitle, text.TuiMergeSay, (*Root).tryMerge)
		},
	}}
}

// mergeListed cells that differ are listed.
const mergeListed = 200

// merged merges another workspace in the writer's line.
func (m *Root) merged(path string, o filing.MergeOptions, then func(m *Root, done *filing.Merged) tea.Cmd) tea.Cmd {
	ctx := m.ctx
	m.say(screen.Plain, text.TuiMergeReading)
	return m.inLineOf(&job{large: !o.DryRun}, func(session *entry.Session) (func(m *Root) tea.Cmd, error) {
		other, err := store.Open(path, store.Options{ReadOnly: true})
		if err != nil {
			return nil, err
		}
		done, err := filing.Merge(ctx, session, other, o)
		if shut := other.Close(); err == nil {
			err = shut
		}
		if err != nil {
			return nil, err
		}
		return func(m *Root) tea.Cmd { return then(m, done) }, nil
	})
}

// tryMerge lists what would come in and every cell that differs, and lets a side be chosen. Nothing is written yet.
func (m *Root) tryMerge(path string) tea.Cmd {
	return m.merged(path, filing.MergeOptions{DryRun: true}, func(m *Root, would *filing.Merged) tea.Cmd {
		m.note = note{}
		side := func(s filing.Side) func() tea.Cmd {
			return func() tea.Cmd {
				return m.merged(path, filing.MergeOptions{Side: s}, func(m *Root, done *filing.Merged) tea.Cmd {
					m.say(screen.Good, text.TuiMergeDone.With(mergeCounts(done)))
					return nil
				})
			}
		}
		added, filled := mergeBrings(would)
		if added+filled+would.ConflictCount == 0 {
			m.say(screen.Good, text.TuiMergeNothing)
			return nil
		}
		all := []kit.Option{
			{Title: text.TuiMergeOurs, Take: side(filing.Ours)},
			{Title: text.TuiMergeTheirs, Take: side(filing.Theirs)},
		}
		if would.ConflictCount == 0 { // there is no side to take
			all = []kit.Option{{Title: text.TuiMergeGo, Take: side(filing.Ours)}}
		}
		for _, c := range would.Conflicts[:min(len(would.Conflicts), mergeListed)] {
			all = append(all, m.conflictLine(c))
		}
		kit.Choose(m, text.TuiMergeTitle, all).Hint = mergeCounts(would)
		return nil
	})
}

// conflictLine shows a cell that differs; Enter on it goes there.
func (m *Root) conflictLine(c filing.Conflict) kit.Option {
	f := m.form(c.Form)
	title := text.Same(c.Form)
	ours, theirs := c.Ours, c.Theirs
	if f != nil && f.Field(c.Field) != nil {
		ours, theirs = kit.CellInWords(m, f.Field(c.Field), ours), kit.CellInWords(m, f.Field(c.Field), theirs)
		title = text.Pair{ZH: f.Title.ZH + " " + f.Field(c.Field).Title.ZH, EN: f.Title.EN + " " + f.Field(c.Field).Title.EN}
	}
	key := paint.Safe(paint.Cut(c.Key, 20))
	o := kit.Option{Title: text.Pair{ZH: strings.TrimSpace(title.ZH + "  " + key), EN: strings.TrimSpace(title.EN + "  " + key)}, Group: text.TuiMergeDiffers}
	o.Note = fmt.Sprintf("%s | %s", paint.Safe(paint.Cut(ours, 14)), paint.Safe(paint.Cut(theirs, 14)))
	o.Told = text.TuiMergeBoth.With(paint.Safe(ours), paint.Safe(theirs))
	o.Take = func() tea.Cmd {
		if f == nil {
			return nil
		}
		return m.goTo(f, c.Row, c.Field)
	}
	return o
}

// mergeBrings counts the rows that a merge makes and those it fills in.
func mergeBrings(d *filing.Merged) (added, filled int64) {
	for _, f := range d.Forms {
		added, filled = added+f.Added, filled+f.Filled
	}
	return added, filled
}

func mergeCounts(d *filing.Merged) text.Pair {
	added, filled := mergeBrings(d)
	say := text.TuiMergeCounts.With(kit.Count(added), kit.Count(filled), kit.Count(d.ConflictCount))
	if d.Unbound > 0 {
		say = kit.Said(say, text.FilingUnbound.With(d.Unbound))
	}
	return say
}
