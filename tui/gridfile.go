package tui

import (
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/filing"
	"yice/text"
	"yice/tui/keying"
	"yice/tui/kit"
	"yice/tui/screen"
)

// gridFileActions put a table, or the cells selected in it, into a file: the way out that works in every terminal.
func gridFileActions() []Action {
	return []Action{
		{
			ID: "grid.copyfile", Title: text.TuiCellsToFile, Where: keying.InGrid,
			Do: onGrid(func(m *Root, s *gridScreen, _ string) tea.Cmd { return s.askCellsFile(m) }),
		},
	}
}

// askCellsFile asks where the selected cells go.
func (s *gridScreen) askCellsFile(m *Root) tea.Cmd {
	if s.g.Unread() {
		m.say(screen.Warn, text.TuiTooMany)
		return nil
	}
	rows := s.g.Cells(true)
	if len(rows) < 2 {
		m.say(screen.Plain, text.TuiCopyNothing)
		return nil
	}
	what := text.TuiCopyBlock.With(len(rows)-1, len(rows[0]))
	path := kit.Beside(m, text.TuiCellsName.With(s.f.Title).In(m.lang)+".csv")
	m.open(kit.NewInput(text.TuiCellsToFile, text.TuiCellsSay.With(what), path, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if !strings.EqualFold(filepath.Ext(path), ".csv") {
			return text.TuiCellsKind, nil
		}
		return text.Pair{}, func() tea.Msg {
			if err := filing.SaveCells(path, rows); err != nil {
				return sayMsg{screen.Bad, kit.Sentence(err)}
			}
			return sayMsg{screen.Good, text.TuiCellsSaved.With(what, path)}
		}
	}), false)
	return nil
}
