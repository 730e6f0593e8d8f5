package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/filing"
	"yice/form"
	"yice/store"
	"yice/text"
	"yice/tui/paint"
)

// mergeActions bring in what a colleague keyed into a workspace of their own.
func mergeActions() []Action {
	return []Action{{
		ID: "merge", Title: text.TuiMerge, Where: Anywhere, On: func(m *Root) bool { return m.desk != nil },
		Do: func(m *Root, _ string) tea.Cmd {
			return m.askFile(text.TuiMergeTitle, text.TuiMergeSay, (*Root).tryMerge)
		},
	}}
}

// merged merges another workspace in the writer's line.
func (m *Root) merged(path string, o filing.MergeOptions, then func(m *Root, done *filing.Merged) tea.Cmd) tea.Cmd {
	ctx := m.ctx
	m.say(plain, text.TuiMergeReading)
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
		side := func(s filing.Side) func(m *Root) tea.Cmd {
			return func(m *Root) tea.Cmd {
				return m.merged(path, filing.MergeOptions{Side: s}, func(m *Root, done *filing.Merged) tea.Cmd {
					m.say(good, text.TuiMergeDone.With(mergeCounts(done)))
					return nil
				})
			}
		}
		all := []option{
			{title: text.TuiMergeOurs, take: side(filing.Ours)},
			{title: text.TuiMergeTheirs, take: side(filing.Theirs)},
		}
		for _, c := range would.Conflicts[:min(len(would.Conflicts), importListed)] {
			all = append(all, m.conflictLine(c))
		}
		m.choose(text.TuiMergeTitle, all).hint = mergeCounts(would)
		return nil
	})
}

// conflictLine shows a cell that differs; Enter on it goes there.
func (m *Root) conflictLine(c filing.Conflict) option {
	f := form.ByID(c.Form)
	title := text.Same(c.Form)
	if f != nil && f.Field(c.Field) != nil {
		title = text.Pair{ZH: f.Title.ZH + " " + f.Field(c.Field).Title.ZH, EN: f.Title.EN + " " + f.Field(c.Field).Title.EN}
	}
	key := paint.Safe(paint.Cut(c.Key, 20))
	o := option{title: text.Pair{ZH: strings.TrimSpace(title.ZH + "  " + key), EN: strings.TrimSpace(title.EN + "  " + key)}, group: text.TuiMergeDiffers}
	o.note = fmt.Sprintf("%s | %s", paint.Safe(paint.Cut(c.Ours, 14)), paint.Safe(paint.Cut(c.Theirs, 14)))
	o.take = func(m *Root) tea.Cmd {
		if f == nil {
			return nil
		}
		return m.goTo(f, c.Row, c.Field)
	}
	return o
}

func mergeCounts(d *filing.Merged) text.Pair {
	var added, filled int64
	for _, f := range d.Forms {
		added, filled = added+f.Added, filled+f.Filled
	}
	say := text.TuiMergeCounts.With(count(added), count(filled), count(d.ConflictCount))
	if d.Unbound > 0 {
		say = said(say, text.FilingUnbound.With(d.Unbound))
	}
	return say
}
