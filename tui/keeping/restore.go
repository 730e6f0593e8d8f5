package keeping

import (
	"context"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/store"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// AskBackupTo asks for a folder, on another disk perhaps, and backs up to it.
func AskBackupTo(m screen.Desk, h House) tea.Cmd {
	return kit.AskPath(m, text.TuiBackupTo, text.TuiBackupToSay, "", kit.PathWant{Folder: true}, func(typed string) (text.Pair, tea.Cmd) {
		if kit.Expand(typed) == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, h.BackUp(kit.Expand(typed))
	})
}

// AskRestore lists the backups of the workspace that is open, or of the one that is named.
func AskRestore(m screen.Desk, h House) tea.Cmd {
	if path := m.Path(); path != "" {
		return m.Push(NewBackups(h, path))
	}
	return kit.AskPath(m, text.TuiRestore, text.TuiRestoreOf, "", kit.PathWant{Ext: []string{".yice"}}, func(typed string) (text.Pair, tea.Cmd) {
		if kit.Expand(typed) == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, m.Push(NewBackups(h, kit.Expand(typed)))
	})
}

// askFile asks for a backup that lies elsewhere.
func (s *BackupsScreen) askFile(m screen.Desk) tea.Cmd {
	return kit.AskPath(m, text.TuiRestore, text.TuiRestoreFileSay, filepath.Dir(s.path)+string(filepath.Separator), kit.PathWant{Ext: []string{".yice"}}, func(typed string) (text.Pair, tea.Cmd) {
		from := kit.Expand(typed)
		if from == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, s.preview(m, store.BackupInfo{Path: from}, filepath.Base(from))
	})
}

// preview shows what bringing a backup back would change, and asks. One is compared at a time: of a million lines a comparison
// takes seconds and room, and a key that is pressed again asks for no other.
func (s *BackupsScreen) preview(m screen.Desk, b store.BackupInfo, name string) tea.Cmd {
	path, l := s.path, m.Lang()
	return s.house.Begin(&kit.Work{Title: text.TuiTaskCompare.With(name), Alone: true}, func(ctx context.Context) (screen.Do, error) {
		say, err := previewSay(ctx, path, b, l)
		if ctx.Err() != nil {
			return nil, context.Canceled
		}
		return func() tea.Cmd {
			if err != nil {
				kit.Refuse(m, text.TuiRestore, kit.Sentence(err))
				return nil
			}
			m.Open(kit.NewAsk(text.TuiRestoreTitle.With(name), kit.Lines(say, text.TuiRestoreAsk), func(yes bool) tea.Cmd {
				if !yes {
					return nil
				}
				return s.restore(m, b, name)
			}))
			return nil
		}, nil
	})
}

// restore puts a backup in the place of the workspace, which is opened again afterwards, whatever became of it.
func (s *BackupsScreen) restore(m screen.Desk, b store.BackupInfo, name string) tea.Cmd {
	path, o := s.path, s.house.StoreOptions()
	o.Lacking = b.Condition == store.BackupLacking // it was said, and agreed to
	return s.house.Aside(path, text.TuiRestoring, func() error { return store.Restore(path, b.Path, o) }, func(reopen func(said text.Pair) tea.Cmd, err error) tea.Cmd {
		if err == nil {
			return reopen(text.TuiRestored.With(name, filepath.Base(path)))
		}
		kit.Refuse(m, text.TuiRestore, kit.Sentence(err))
		return reopen(text.Pair{})
	})
}

// AskSalvage asks for a damaged workspace and a new file, and saves what can still be read.
func AskSalvage(m screen.Desk, h House, path string) tea.Cmd {
	if path == "" {
		return kit.AskPath(m, text.TuiSalvage, text.TuiSalvageOf, "", kit.PathWant{Ext: []string{".yice"}}, func(typed string) (text.Pair, tea.Cmd) {
			if kit.Expand(typed) == "" {
				return text.TuiPathEmpty, nil
			}
			return text.Pair{}, AskSalvage(m, h, kit.Expand(typed))
		})
	}
	to := strings.TrimSuffix(path, ".yice") + "-salvaged.yice"
	return kit.AskPath(m, text.TuiSalvage, text.TuiSalvageTo, to, kit.PathWant{Save: true, Ext: []string{".yice"}}, func(typed string) (text.Pair, tea.Cmd) {
		to := kit.WorkspacePath(typed)
		if to == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, salvage(m, h, path, to)
	})
}

func salvage(m screen.Desk, h House, path, to string) tea.Cmd {
	now := h.StoreOptions().Now
	var saved store.Salvaged
	work := func() (err error) {
		saved, err = store.Salvage(path, to, store.Options{Now: now})
		return err
	}
	return h.Aside(path, text.TuiSalvaging, work, func(reopen func(said text.Pair) tea.Cmd, err error) tea.Cmd {
		if err != nil {
			kit.Refuse(m, text.TuiSalvage, kit.Sentence(err))
			return reopen(text.Pair{})
		}
		var rows int64
		for _, n := range saved.Rows {
			rows += n
		}
		say := text.TuiSalvaged.With(rows, filepath.Base(to))
		if n := len(saved.Damaged); n > 0 {
			say = text.TuiSalvagedPart.With(rows, filepath.Base(to), n)
		}
		return h.OpenMade(to, say)
	})
}
