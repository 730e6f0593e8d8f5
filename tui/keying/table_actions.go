package keying

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/text"
	"yice/tui/kit"
	"yice/tui/lineedit"
	"yice/tui/mending"
	"yice/tui/screen"
)

// onTable makes an action of the table on top; what it shows then is read.
func onTable(f func(m screen.Desk, s *TableScreen, key string) tea.Cmd) func(screen.Desk, string) tea.Cmd {
	return screen.On(func(m screen.Desk, s *TableScreen, key string) tea.Cmd {
		cmd := f(m, s, key)
		return tea.Batch(cmd, s.load(m))
	})
}

// step is the same for what only moves or changes the table itself.
func step(f func(s *TableScreen, key string)) func(screen.Desk, string) tea.Cmd {
	return onTable(func(_ screen.Desk, s *TableScreen, key string) tea.Cmd { f(s, key); return nil })
}

var (
	moveKeys = []string{"up", "down", "left", "right", "pgup", "pgdown", "home", "end", "ctrl+home", "ctrl+end", "ctrl+left", "ctrl+right", "ctrl+up", "ctrl+down"}
	growKeys = []string{"shift+up", "shift+down", "shift+left", "shift+right", "shift+home", "shift+end", "shift+pgup", "shift+pgdown", "ctrl+shift+home", "ctrl+shift+end"}
)

// Table declares it: the keys of a table, then those of a cell of it being keyed.
func Table() screen.Declaration {
	return screen.Declaration{
		Places:  []*screen.Place{InGrid, InCell, InPaste, InColumns},
		Actions: slices.Concat(tableActions(), fileActions(), batchActions(), cellActions(), pasteActions(), columnActions()),
	}
}

func tableActions() []screen.Action {
	run := func(m screen.Desk) bool { s, ok := m.Top().(*TableScreen); return ok && s.Grid.Keying() }
	browsing := func(m screen.Desk) bool { return !run(m) }
	following := func(m screen.Desk) bool { s, ok := m.Top().(*TableScreen); return ok && s.Grid.CanFollow() }
	return []screen.Action{
		{
			ID: "grid.next", Title: text.TuiNextCell, Foot: text.TuiFootNext, Keys: []string{"enter"}, Where: InGrid, Rank: 1, On: run,
			Do: step(func(s *TableScreen, _ string) { s.Grid.Next() }),
		},
		{
			ID: "grid.edit", Title: text.TuiEditCell, Foot: text.TuiFootEdit, Keys: []string{"enter"}, Where: InGrid, Rank: 1, On: browsing,
			Do: onTable(func(m screen.Desk, s *TableScreen, _ string) tea.Cmd {
				if s.onFiles() {
					return m.Act(screen.ToEvidence)
				}
				s.open(m, false)
				return s.loadChoices(m)
			}),
		},
		{
			ID: "grid.tab", Title: text.TuiTabCell, Keys: []string{"tab", "shift+tab"}, Where: InGrid,
			Do: step(func(s *TableScreen, key string) {
				if key == "tab" {
					s.Grid.NextColumn()
				} else {
					s.Grid.Previous()
				}
			}),
		},
		{ID: "grid.move", Title: text.TuiMoveCell, Keys: moveKeys, Caps: "↑↓←→", Where: InGrid, Do: step(moveGrid)},
		{ID: "grid.select", Title: text.TuiSelectCells, Keys: growKeys, Caps: "Shift+↑↓←→", Where: InGrid, Do: step(moveGrid)},
		{
			ID: "grid.ditto", Title: text.TuiDitto, Foot: text.TuiFootDitto, Keys: []string{"ctrl+d"}, Where: InGrid, Rank: 3,
			Do: onTable(func(m screen.Desk, s *TableScreen, _ string) tea.Cmd { return s.ditto(m) }),
		},
		{
			ID: "grid.like", Title: text.TuiLikeAbove, Foot: text.TuiFootLikeAbove, Keys: []string{"ctrl+r"}, Where: InGrid, Rank: 4, On: following,
			Do: onTable(func(m screen.Desk, s *TableScreen, _ string) tea.Cmd { return s.put(m, s.Grid.LikeAbove()) }),
		},
		{
			ID: "grid.copyrow", Title: text.TuiCopyRow, Foot: text.TuiFootCopyRow, Keys: []string{"ctrl+r"}, Where: InGrid, Rank: 4,
			On: func(m screen.Desk) bool { return !following(m) },
			Do: onTable(func(m screen.Desk, s *TableScreen, _ string) tea.Cmd { return s.put(m, s.Grid.Duplicate()) }),
		},
		{
			ID: "grid.insert", Title: text.TuiInsertRow, Foot: text.TuiFootInsert, Keys: []string{"ctrl+n", "insert"}, Where: InGrid, Rank: 5,
			Do: step(func(s *TableScreen, _ string) { s.Grid.Insert() }),
		},
		{
			ID: "grid.remove", Title: text.TuiRemoveRow, Foot: text.TuiFootRemove, Keys: []string{"ctrl+k", "ctrl+delete"}, Where: InGrid, Rank: 6,
			Do: onTable(func(m screen.Desk, s *TableScreen, _ string) tea.Cmd { return s.remove(m) }),
		},
		{
			ID: "grid.clear", Title: text.TuiClearCells, Keys: []string{"delete", "backspace"}, Where: InGrid,
			Do: onTable(func(m screen.Desk, s *TableScreen, _ string) tea.Cmd { return s.clear(m) }),
		},
		{
			ID: "grid.card", Title: text.TuiOpenCard, Foot: text.TuiFootCard, Keys: []string{"ctrl+e"}, Where: InGrid, Rank: 7,
			Do: onTable(func(m screen.Desk, s *TableScreen, _ string) tea.Cmd { return s.card(m) }),
		},
		{
			ID: "grid.find", Title: text.TuiFindRows, Foot: text.TuiFootFind, Keys: []string{"ctrl+f"}, Where: InGrid, Rank: 8,
			Do: step(func(s *TableScreen, _ string) {
				s.find = lineedit.New(s.Grid.Query().Find, false)
				s.find.SelectAll()
			}),
		},
		{
			ID: "grid.filter", Title: text.TuiFilter, Foot: text.TuiFootFilter, Keys: []string{"ctrl+l"}, Where: InGrid, Rank: 9,
			Do: onTable(func(m screen.Desk, s *TableScreen, _ string) tea.Cmd { s.Grid.Narrow(); return s.reopen(m, 0, "") }),
		},
		{
			ID: "grid.sort", Title: text.TuiSort, Foot: text.TuiFootSort, Keys: []string{"f9"}, Where: InGrid, Rank: 10,
			Do: onTable(func(m screen.Desk, s *TableScreen, _ string) tea.Cmd { s.Grid.Sort(); return s.reopen(m, 0, "") }),
		},
		{
			ID: "grid.columns", Title: text.TuiColumns, Foot: text.TuiFootColumns, Keys: []string{"ctrl+t"}, Where: InGrid, Rank: 12,
			Do: onTable(func(m screen.Desk, s *TableScreen, _ string) tea.Cmd { m.Open(newColumnChooser(s)); return nil }),
		},
		{
			ID: "grid.retry", Title: text.TuiRetry, Foot: text.TuiFootRetry, Keys: []string{"ctrl+s"}, Where: InGrid, Rank: 0,
			On: func(m screen.Desk) bool { s, ok := m.Top().(*TableScreen); return ok && len(s.Grid.Unsaved()) > 0 },
			Do: onTable(func(m screen.Desk, s *TableScreen, _ string) tea.Cmd { return s.put(m, s.Grid.Retry()) }),
		},
		{ID: "grid.freeze", Title: text.TuiFreeze, Where: InGrid, Do: step(func(s *TableScreen, _ string) { s.Grid.Freeze() })},
		{ID: "grid.selectcolumn", Title: text.TuiSelectColumn, Where: InGrid, Do: step(func(s *TableScreen, _ string) { s.Grid.SelectColumn() })},
		{ID: "grid.selectrow", Title: text.TuiSelectRow, Keys: []string{"ctrl+a"}, Where: InGrid, Do: step(func(s *TableScreen, _ string) { s.Grid.SelectRow() })},
		{
			ID: "grid.copy", Title: text.TuiCopyCells, Keys: []string{"ctrl+c", "ctrl+insert"}, Where: InGrid,
			Do: onTable(func(m screen.Desk, s *TableScreen, _ string) tea.Cmd { return s.copy(m) }),
		},
		{ID: "grid.paste", Title: text.TuiPasteCells, Keys: []string{"ctrl+v", "shift+insert"}, Where: screen.In(InGrid, InCell, InField), Do: func(m screen.Desk, _ string) tea.Cmd { return m.AskClipboard() }},
		{
			ID: "grid.reason", Title: text.TuiWriteReason, Keys: []string{"ctrl+w"}, Where: InGrid,
			Do: onTable(func(m screen.Desk, s *TableScreen, _ string) tea.Cmd { return s.reason(m) }),
		},
		{
			ID: "grid.all", Title: text.TuiShowAll, Foot: text.TuiFootAll, Keys: []string{"esc"}, Where: InGrid, Rank: 2,
			On: func(m screen.Desk) bool {
				s, ok := m.Top().(*TableScreen)
				return ok && (!s.Grid.Plain() || s.Grid.Wide() || s.Grid.Keying())
			},
			Do: onTable(func(m screen.Desk, s *TableScreen, _ string) tea.Cmd { return s.escape(m) }),
		},
	}
}

// moveGrid answers the arrow keys; with shift the selection grows.
func moveGrid(s *TableScreen, key string) {
	extend := strings.Contains(key, "shift+")
	g := s.Grid
	switch strings.Replace(key, "shift+", "", 1) {
	case "up":
		g.Move(-1, 0, extend)
	case "down":
		g.Move(1, 0, extend)
	case "left":
		g.Move(0, -1, extend)
	case "right":
		g.Move(0, 1, extend)
	case "pgup":
		g.PageBy(-1, extend)
	case "pgdown":
		g.PageBy(1, extend)
	case "home", "ctrl+left":
		g.RowEnds(false, extend)
	case "end", "ctrl+right":
		g.RowEnds(true, extend)
	case "ctrl+home", "ctrl+up":
		g.Ends(false, extend)
	case "ctrl+end", "ctrl+down":
		g.Ends(true, extend)
	}
	g.Abandon(false)
}

// escape undoes one narrowing of the view at a time: the keying mode, the selection, then find, filter and sort.
func (s *TableScreen) escape(m screen.Desk) tea.Cmd {
	switch {
	case s.Grid.Wide():
		s.Grid.Unselect()
	case s.Grid.Keying():
		s.Grid.StopKeying()
		s.Grid.Abandon(true)
	default:
		return s.stopOpening(m)
	}
	return nil
}

// cellActions are the keys of a cell being keyed.
func cellActions() []screen.Action {
	picking := func(m screen.Desk) bool { s, ok := m.Top().(*TableScreen); return ok && s.pick != nil && s.pick.Open() }
	return []screen.Action{
		{
			ID: "cell.take", Title: text.TuiTakeCell, Foot: text.TuiFootTake, Keys: []string{"enter", "tab"}, Where: InCell, Rank: 1,
			Do: onTable(func(m screen.Desk, s *TableScreen, key string) tea.Cmd {
				cmd := s.leave(m, true)
				switch {
				case key == "enter" && s.office.Mending():
					return tea.Batch(cmd, s.office.MendNext())
				case key == "tab":
					s.Grid.NextColumn()
				default:
					s.Grid.Next()
				}
				return cmd
			}),
		},
		{
			ID: "cell.back", Title: text.TuiTakeBack, Keys: []string{"shift+tab", "shift+enter"}, Where: InCell,
			Do: onTable(func(m screen.Desk, s *TableScreen, _ string) tea.Cmd {
				cmd := s.leave(m, true)
				s.Grid.Previous()
				return cmd
			}),
		},
		{
			ID: "cell.pick", Title: text.TuiPickMove, Foot: text.TuiFootPick, Keys: []string{"up", "down", "pgup", "pgdown"}, Caps: "↑↓", Where: InCell, Rank: 2, On: picking,
			Do: func(m screen.Desk, key string) tea.Cmd { m.Top().(*TableScreen).pick.Move(key); return nil },
		},
		{
			ID: "cell.updown", Title: text.TuiTakeMove, Keys: []string{"up", "down", "pgup", "pgdown"}, Caps: "↑↓", Where: InCell, On: func(m screen.Desk) bool { return !picking(m) },
			Do: onTable(func(m screen.Desk, s *TableScreen, key string) tea.Cmd {
				cmd := s.leave(m, false)
				moveGrid(s, key)
				return cmd
			}),
		},
		{
			ID: "cell.ditto", Title: text.TuiDitto, Foot: text.TuiFootDitto, Keys: []string{"ctrl+d"}, Where: InCell, Rank: 3,
			Do: onTable(func(m screen.Desk, s *TableScreen, _ string) tea.Cmd {
				s.cancel(m)
				return s.ditto(m)
			}),
		},
		{
			ID: "cell.cancel", Title: text.TuiCancelCell, Foot: text.TuiFootCancel, Keys: []string{"esc"}, Where: InCell, Rank: 4,
			Do: onTable(func(m screen.Desk, s *TableScreen, _ string) tea.Cmd { s.cancel(m); return nil }),
		},
		{
			ID: "find.take", Title: text.TuiFindTake, Foot: text.TuiFootFind, Keys: []string{"enter"}, Where: kit.InInput, Rank: 1, On: Finding,
			Do: onTable(func(m screen.Desk, s *TableScreen, _ string) tea.Cmd {
				q := s.Grid.Query()
				q.Find = strings.TrimSpace(s.find.Text())
				s.find = nil
				s.Grid.SetQuery(q)
				return s.reopen(m, 0, "")
			}),
		},
		{
			ID: "find.cancel", Title: text.TuiCancelCell, Foot: text.TuiFootCancel, Keys: []string{"esc"}, Where: kit.InInput, Rank: 2, On: Finding,
			Do: step(func(s *TableScreen, _ string) { s.find = nil }),
		},
	}
}

// Finding reports that what is to be found is being keyed.
func Finding(m screen.Desk) bool { s, ok := m.Top().(*TableScreen); return ok && s.find != nil }

// ditto takes over the cell above and moves on, as the card punch did; over a selection it fills down.
func (s *TableScreen) ditto(m screen.Desk) tea.Cmd {
	if !s.Grid.Wide() && s.Grid.Cursor().Row == 0 {
		m.Say(screen.Plain, text.TuiNothingAbove)
		return nil
	}
	wide := s.Grid.Wide()
	cmd := s.put(m, s.Grid.Ditto())
	if !wide {
		s.Grid.Next()
	}
	return cmd
}

func (s *TableScreen) remove(m screen.Desk) tea.Cmd {
	n := s.Grid.SelectedRows()
	switch {
	case n == 0 || s.Form.Single():
		return nil
	case s.Grid.Unread():
		m.Say(screen.Warn, text.TuiTooMany)
		return nil
	case n == 1:
		m.Say(screen.Good, text.TuiRemoved.With(n))
		return s.put(m, s.Grid.Remove())
	}
	m.Open(kit.NewAsk(text.TuiRemoveAsk.With(n), text.TuiUndoable, func(yes bool) tea.Cmd {
		if !yes {
			return nil
		}
		return s.put(m, s.Grid.Remove())
	}))
	return nil
}

func (s *TableScreen) clear(m screen.Desk) tea.Cmd {
	if s.Grid.Unread() {
		m.Say(screen.Warn, text.TuiTooMany)
		return nil
	}
	return s.put(m, s.Grid.Clear())
}

func (s *TableScreen) copy(m screen.Desk) tea.Cmd {
	if s.Grid.Unread() {
		m.Say(screen.Warn, text.TuiTooMany)
		return nil
	}
	from, to := s.Grid.Selection()
	if from.Row >= s.Grid.Len() {
		m.Say(screen.Plain, text.TuiCopyNothing)
		return nil
	}
	return m.Copy(s.Grid.Block(), text.TuiCopyBlock.With(min(to.Row, s.Grid.Len()-1)-from.Row+1, to.Col-from.Col+1))
}

func (s *TableScreen) card(m screen.Desk) tea.Cmd {
	r := s.Grid.Current()
	if r == nil && !s.Grid.OnBlank() {
		// The row is in the file; its page is on its way.
		m.Say(screen.Plain, text.TuiCardReading)
		return nil
	}
	if r == nil || r.ID <= 0 {
		m.Say(screen.Plain, text.TuiCardLater)
		return nil
	}
	c := newCard(s.office, s.Form, r.ID)
	c.table = s
	return m.Push(c)
}

func (s *TableScreen) reason(m screen.Desk) tea.Cmd {
	r := s.Grid.Current()
	if r == nil {
		return nil
	}
	for _, f := range s.Grid.FindingsOf(r) {
		if f.Field == s.Grid.Field().ID || f.Field == "" {
			return mending.AskReason(m, s.office, f)
		}
	}
	m.Say(screen.Plain, text.TuiNothingToExplain)
	return nil
}
