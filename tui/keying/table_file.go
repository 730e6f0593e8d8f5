package keying

import (
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/filing"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// fileActions put a table, or the cells selected in it, into a file: the way out that works in every terminal.
func fileActions() []screen.Action {
	return []screen.Action{
		{
			ID: "grid.copyfile", Title: text.TuiCellsToFile, Where: InGrid,
			Do: onTable(func(m screen.Desk, s *TableScreen, _ string) tea.Cmd { return s.askCellsFile(m) }),
		},
	}
}

// askCellsFile asks where the selected cells go.
func (s *TableScreen) askCellsFile(m screen.Desk) tea.Cmd {
	if s.Grid.Unread() {
		m.Say(screen.Warn, text.TuiTooMany)
		return nil
	}
	rows := s.Grid.Cells(true)
	if len(rows) < 2 {
		m.Say(screen.Plain, text.TuiCopyNothing)
		return nil
	}
	what := text.TuiCopyBlock.With(len(rows)-1, len(rows[0]))
	path := kit.Beside(m, text.TuiCellsName.With(s.Form.Title).In(m.Lang())+".csv")
	m.Open(kit.NewInput(text.TuiCellsToFile, text.TuiCellsSay.With(what), path, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if !strings.EqualFold(filepath.Ext(path), ".csv") {
			return text.TuiCellsKind, nil
		}
		return text.Pair{}, screen.Later(func() screen.Do {
			mood, say := screen.Good, text.TuiCellsSaved.With(what, path)
			if err := filing.SaveCells(path, rows); err != nil {
				mood, say = screen.Bad, kit.Sentence(err)
			}
			return func() tea.Cmd { m.Say(mood, say); return nil }
		})
	}))
	return nil
}
