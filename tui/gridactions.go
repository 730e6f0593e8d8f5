package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/text"
	"yice/tui/keying"
	"yice/tui/kit"
	"yice/tui/lineedit"
	"yice/tui/mending"
	"yice/tui/screen"
)

// onGrid makes an action of the table on top.
func onGrid(f func(m *Root, s *gridScreen, key string) tea.Cmd) func(*Root, string) tea.Cmd {
	return func(m *Root, key string) tea.Cmd {
		s, ok := m.top().(*gridScreen)
		if !ok {
			return nil
		}
		cmd := f(m, s, key)
		return tea.Batch(cmd, s.load(m))
	}
}

// step is the same for what only moves or changes the table itself.
func step(f func(s *gridScreen, key string)) func(*Root, string) tea.Cmd {
	return onGrid(func(_ *Root, s *gridScreen, key string) tea.Cmd { f(s, key); return nil })
}

var (
	moveKeys = []string{"up", "down", "left", "right", "pgup", "pgdown", "home", "end", "ctrl+home", "ctrl+end", "ctrl+left", "ctrl+right", "ctrl+up", "ctrl+down"}
	growKeys = []string{"shift+up", "shift+down", "shift+left", "shift+right", "shift+home", "shift+end", "shift+pgup", "shift+pgdown", "ctrl+shift+home", "ctrl+shift+end"}
)

func gridActions() []Action {
	run := func(m *Root) bool { s, ok := m.top().(*gridScreen); return ok && s.g.Keying() }
	browsing := func(m *Root) bool { return !run(m) }
	following := func(m *Root) bool { s, ok := m.top().(*gridScreen); return ok && s.g.CanFollow() }
	return []Action{
		{
			ID: "grid.next", Title: text.TuiNextCell, Foot: text.TuiFootNext, Keys: []string{"enter"}, Where: keying.InGrid, Rank: 1, On: run,
			Do: step(func(s *gridScreen, _ string) { s.g.Next() }),
		},
		{
			ID: "grid.edit", Title: text.TuiEditCell, Foot: text.TuiFootEdit, Keys: []string{"enter"}, Where: keying.InGrid, Rank: 1, On: browsing,
			Do: onGrid(func(m *Root, s *gridScreen, _ string) tea.Cmd {
				if s.onFiles() {
					return m.openEvidence(nil)
				}
				s.open(m, false)
				return s.loadChoices(m)
			}),
		},
		{
			ID: "grid.tab", Title: text.TuiTabCell, Keys: []string{"tab", "shift+tab"}, Where: keying.InGrid,
			Do: step(func(s *gridScreen, key string) {
				if key == "tab" {
					s.g.NextColumn()
				} else {
					s.g.Previous()
				}
			}),
		},
		{ID: "grid.move", Title: text.TuiMoveCell, Keys: moveKeys, Caps: "↑↓←→", Where: keying.InGrid, Do: step(moveGrid)},
		{ID: "grid.select", Title: text.TuiSelectCells, Keys: growKeys, Caps: "Shift+↑↓←→", Where: keying.InGrid, Do: step(moveGrid)},
		{
			ID: "grid.ditto", Title: text.TuiDitto, Foot: text.TuiFootDitto, Keys: []string{"ctrl+d"}, Where: keying.InGrid, Rank: 3,
			Do: onGrid(func(m *Root, s *gridScreen, _ string) tea.Cmd { return s.ditto(m) }),
		},
		{
			ID: "grid.like", Title: text.TuiLikeAbove, Foot: text.TuiFootLikeAbove, Keys: []string{"ctrl+r"}, Where: keying.InGrid, Rank: 4, On: following,
			Do: onGrid(func(m *Root, s *gridScreen, _ string) tea.Cmd { return s.put(m, s.g.LikeAbove()) }),
		},
		{
			ID: "grid.copyrow", Title: text.TuiCopyRow, Foot: text.TuiFootCopyRow, Keys: []string{"ctrl+r"}, Where: keying.InGrid, Rank: 4,
			On: func(m *Root) bool { return !following(m) },
			Do: onGrid(func(m *Root, s *gridScreen, _ string) tea.Cmd { return s.put(m, s.g.Duplicate()) }),
		},
		{
			ID: "grid.insert", Title: text.TuiInsertRow, Foot: text.TuiFootInsert, Keys: []string{"ctrl+n", "insert"}, Where: keying.InGrid, Rank: 5,
			Do: step(func(s *gridScreen, _ string) { s.g.Insert() }),
		},
		{
			ID: "grid.remove", Title: text.TuiRemoveRow, Foot: text.TuiFootRemove, Keys: []string{"ctrl+k", "ctrl+delete"}, Where: keying.InGrid, Rank: 6,
			Do: onGrid(func(m *Root, s *gridScreen, _ string) tea.Cmd { return s.remove(m) }),
		},
		{
			ID: "grid.clear", Title: text.TuiClearCells, Keys: []string{"delete", "backspace"}, Where: keying.InGrid,
			Do: onGrid(func(m *Root, s *gridScreen, _ string) tea.Cmd { return s.clear(m) }),
		},
		{
			ID: "grid.card", Title: text.TuiOpenCard, Foot: text.TuiFootCard, Keys: []string{"ctrl+e"}, Where: keying.InGrid, Rank: 7,
			Do: onGrid(func(m *Root, s *gridScreen, _ string) tea.Cmd { return s.card(m) }),
		},
		{
			ID: "grid.find", Title: text.TuiFindRows, Foot: text.TuiFootFind, Keys: []string{"ctrl+f"}, Where: keying.InGrid, Rank: 8,
			Do: step(func(s *gridScreen, _ string) {
				s.find = lineedit.New(s.g.Query().Find, false)
				s.find.SelectAll()
			}),
		},
		{
			ID: "grid.filter", Title: text.TuiFilter, Foot: text.TuiFootFilter, Keys: []string{"ctrl+l"}, Where: keying.InGrid, Rank: 9,
			Do: onGrid(func(m *Root, s *gridScreen, _ string) tea.Cmd { s.g.Narrow(); return s.reopen(m, 0, "") }),
		},
		{
			ID: "grid.sort", Title: text.TuiSort, Foot: text.TuiFootSort, Keys: []string{"f9"}, Where: keying.InGrid, Rank: 10,
			Do: onGrid(func(m *Root, s *gridScreen, _ string) tea.Cmd { s.g.Sort(); return s.reopen(m, 0, "") }),
		},
		{
			ID: "grid.columns", Title: text.TuiColumns, Foot: text.TuiFootColumns, Keys: []string{"ctrl+t"}, Where: keying.InGrid, Rank: 12,
			Do: onGrid(func(m *Root, s *gridScreen, _ string) tea.Cmd { m.lay(newColumnChooser(s), false); return nil }),
		},
		{
			ID: "grid.retry", Title: text.TuiRetry, Foot: text.TuiFootRetry, Keys: []string{"ctrl+s"}, Where: keying.InGrid, Rank: 0,
			On: func(m *Root) bool { s, ok := m.top().(*gridScreen); return ok && len(s.g.Unsaved()) > 0 },
			Do: onGrid(func(m *Root, s *gridScreen, _ string) tea.Cmd { return s.put(m, s.g.Retry()) }),
		},
		{ID: "grid.freeze", Title: text.TuiFreeze, Where: keying.InGrid, Do: step(func(s *gridScreen, _ string) { s.g.Freeze() })},
		{ID: "grid.selectcolumn", Title: text.TuiSelectColumn, Where: keying.InGrid, Do: step(func(s *gridScreen, _ string) { s.g.SelectColumn() })},
		{ID: "grid.selectrow", Title: text.TuiSelectRow, Keys: []string{"ctrl+a"}, Where: keying.InGrid, Do: step(func(s *gridScreen, _ string) { s.g.SelectRow() })},
		{
			ID: "grid.copy", Title: text.TuiCopyCells, Keys: []string{"ctrl+c", "ctrl+insert"}, Where: keying.InGrid,
			Do: onGrid(func(m *Root, s *gridScreen, _ string) tea.Cmd { return s.copy(m) }),
		},
		{ID: "grid.paste", Title: text.TuiPasteCells, Keys: []string{"ctrl+v", "shift+insert"}, Where: screen.In(keying.InGrid, keying.InCell, keying.InField), Do: func(m *Root, _ string) tea.Cmd { return m.askClipboard() }},
		{
			ID: "grid.reason", Title: text.TuiWriteReason, Keys: []string{"ctrl+w"}, Where: keying.InGrid,
			Do: onGrid(func(m *Root, s *gridScreen, _ string) tea.Cmd { return s.reason(m) }),
		},
		{
			ID: "grid.all", Title: text.TuiShowAll, Foot: text.TuiFootAll, Keys: []string{"esc"}, Where: keying.InGrid, Rank: 2,
			On: func(m *Root) bool {
				s, ok := m.top().(*gridScreen)
				return ok && (!s.g.Plain() || s.g.Wide() || s.g.Keying())
			},
			Do: onGrid(func(m *Root, s *gridScreen, _ string) tea.Cmd { return s.escape(m) }),
		},
	}
}

// moveGrid answers the arrow keys; with shift the selection grows.
func moveGrid(s *gridScreen, key string) {
	extend := strings.Contains(key, "shift+")
	g := s.g
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
func (s *gridScreen) escape(m *Root) tea.Cmd {
	switch {
	case s.g.Wide():
		s.g.Unselect()
	case s.g.Keying():
		s.g.StopKeying()
		s.g.Abandon(true)
	default:
		return s.stopOpening(m)
	}
	return nil
}

// cellActions are the keys of a cell being keyed.
func cellActions() []Action {
	picking := func(m *Root) bool { s, ok := m.top().(*gridScreen); return ok && s.pick != nil && s.pick.Open() }
	return []Action{
		{
			ID: "cell.take", Title: text.TuiTakeCell, Foot: text.TuiFootTake, Keys: []string{"enter", "tab"}, Where: keying.InCell, Rank: 1,
			Do: onGrid(func(m *Root, s *gridScreen, key string) tea.Cmd {
				cmd := s.leave(m, true)
				switch {
				case key == "enter" && m.isMending():
					return tea.Batch(cmd, m.mendNext())
				case key == "tab":
					s.g.NextColumn()
				default:
					s.g.Next()
				}
				return cmd
			}),
		},
		{
			ID: "cell.back", Title: text.TuiTakeBack, Keys: []string{"shift+tab", "shift+enter"}, Where: keying.InCell,
			Do: onGrid(func(m *Root, s *gridScreen, _ string) tea.Cmd {
				cmd := s.leave(m, true)
				s.g.Previous()
				return cmd
			}),
		},
		{
			ID: "cell.pick", Title: text.TuiPickMove, Foot: text.TuiFootPick, Keys: []string{"up", "down", "pgup", "pgdown"}, Caps: "↑↓", Where: keying.InCell, Rank: 2, On: picking,
			Do: func(m *Root, key string) tea.Cmd { m.top().(*gridScreen).pick.Move(key); return nil },
		},
		{
			ID: "cell.updown", Title: text.TuiTakeMove, Keys: []string{"up", "down", "pgup", "pgdown"}, Caps: "↑↓", Where: keying.InCell, On: func(m *Root) bool { return !picking(m) },
			Do: onGrid(func(m *Root, s *gridScreen, key string) tea.Cmd {
				cmd := s.leave(m, false)
				moveGrid(s, key)
				return cmd
			}),
		},
		{
			ID: "cell.ditto", Title: text.TuiDitto, Foot: text.TuiFootDitto, Keys: []string{"ctrl+d"}, Where: keying.InCell, Rank: 3,
			Do: onGrid(func(m *Root, s *gridScreen, _ string) tea.Cmd {
				s.cancel(m)
				return s.ditto(m)
			}),
		},
		{
			ID: "cell.cancel", Title: text.TuiCancelCell, Foot: text.TuiFootCancel, Keys: []string{"esc"}, Where: keying.InCell, Rank: 4,
			Do: onGrid(func(m *Root, s *gridScreen, _ string) tea.Cmd { s.cancel(m); return nil }),
		},
		{
			ID: "find.take", Title: text.TuiFindTake, Foot: text.TuiFootFind, Keys: []string{"enter"}, Where: kit.InInput, Rank: 1, On: finding,
			Do: onGrid(func(m *Root, s *gridScreen, _ string) tea.Cmd {
				q := s.g.Query()
				q.Find = strings.TrimSpace(s.find.Text())
				s.find = nil
				s.g.SetQuery(q)
				return s.reopen(m, 0, "")
			}),
		},
		{
			ID: "find.cancel", Title: text.TuiCancelCell, Foot: text.TuiFootCancel, Keys: []string{"esc"}, Where: kit.InInput, Rank: 2, On: finding,
			Do: step(func(s *gridScreen, _ string) { s.find = nil }),
		},
	}
}

func finding(m *Root) bool { s, ok := m.top().(*gridScreen); return ok && s.find != nil }

// ditto takes over the cell above and moves on, as the card punch did; over a selection it fills down.
func (s *gridScreen) ditto(m *Root) tea.Cmd {
	if !s.g.Wide() && s.g.Cursor().Row == 0 {
		m.say(screen.Plain, text.TuiNothingAbove)
		return nil
	}
	wide := s.g.Wide()
	cmd := s.put(m, s.g.Ditto())
	if !wide {
		s.g.Next()
	}
	return cmd
}

func (s *gridScreen) remove(m *Root) tea.Cmd {
	n := s.g.SelectedRows()
	switch {
	case n == 0 || s.f.Single():
		return nil
	case s.g.Unread():
		m.say(screen.Warn, text.TuiTooMany)
		return nil
	case n == 1:
		m.say(screen.Good, text.TuiRemoved.With(n))
		return s.put(m, s.g.Remove())
	}
	m.open(kit.NewAsk(text.TuiRemoveAsk.With(n), text.TuiUndoable, func(yes bool) tea.Cmd {
		if !yes {
			return nil
		}
		return s.put(m, s.g.Remove())
	}), false)
	return nil
}

func (s *gridScreen) clear(m *Root) tea.Cmd {
	if s.g.Unread() {
		m.say(screen.Warn, text.TuiTooMany)
		return nil
	}
	return s.put(m, s.g.Clear())
}

func (s *gridScreen) copy(m *Root) tea.Cmd {
	if s.g.Unread() {
		m.say(screen.Warn, text.TuiTooMany)
		return nil
	}
	from, to := s.g.Selection()
	if from.Row >= s.g.Len() {
		m.say(screen.Plain, text.TuiCopyNothing)
		return nil
	}
	return m.copyText(s.g.Block(), text.TuiCopyBlock.With(min(to.Row, s.g.Len()-1)-from.Row+1, to.Col-from.Col+1))
}

func (s *gridScreen) card(m *Root) tea.Cmd {
	r := s.g.Current()
	if r == nil && !s.g.OnBlank() {
		// The row is in the file; its page is on its way.
		m.say(screen.Plain, text.TuiCardReading)
		return nil
	}
	if r == nil || r.ID <= 0 {
		m.say(screen.Plain, text.TuiCardLater)
		return nil
	}
	return m.push(newCard(s.f, r.ID))
}

func (s *gridScreen) reason(m *Root) tea.Cmd {
	r := s.g.Current()
	if r == nil {
		return nil
	}
	for _, f := range s.g.FindingsOf(r) {
		if f.Field == s.g.Field().ID || f.Field == "" {
			return mending.AskReason(m, m, f)
		}
	}
	m.say(screen.Plain, text.TuiNothingToExplain)
	return nil
}
