package tui

import (
	"context"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/filing"
	"yice/internal/inorder"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// groupScreen is the regulator's desk: many submissions verified, tabled, ranked and searched for double claims. It needs
// no workspace.
type groupScreen struct {
	still
	path string
	got  *filing.Collected
	tab  groupTab
	list kit.List
	side int // first indicator shown
	// figure is the one the ranking is of, of chartFigures.
	figure int
	sort   groupSort
	rows   []int // of got.Enterprises, in the order shown

	task *task // the collection under way; nil: none is
}

type groupTab uint8

const (
	groupMembers groupTab = iota
	groupRanking
	groupClaims
	groupIntra
	groupSpread
	groupProblems
)

var groupTabs = [...]text.Pair{text.TuiGrpMembers, text.TuiGrpRanking, text.TuiGrpClaims, text.TuiGrpIntra, text.TuiGrpSpread, text.TuiGrpProblems}

type groupSort uint8

const (
	byRank groupSort = iota
	byName
	byScore
	byProfit
)

func (s *groupScreen) place() *Place        { return InGroup }
func (s *groupScreen) crumb(m *Root) string { return text.TuiGroup.In(m.lang) }

// InGroup is the regulator's desk.
var InGroup = &Place{ID: "group", Title: text.TuiPlaceGroup, For: text.TuiForGroup, Met: 280, Common: true, Head: screen.Headless, Opener: "group.anywhere"}

func groupActions() []Action {
	ready := func(m *Root) bool { s, ok := m.top().(*groupScreen); return ok && s.got != nil }
	members := func(m *Root) bool {
		s, ok := m.top().(*groupScreen)
		return ok && s.got != nil && s.tab == groupMembers
	}
	ranking := func(m *Root) bool {
		s, ok := m.top().(*groupScreen)
		return ok && s.got != nil && s.tab == groupRanking
	}
	either := func(m *Root) bool { return members(m) || ranking(m) }
	return []Action{
		{
			ID: "group.open", Title: text.TuiGrpOpen, Foot: text.TuiFootOpen, Keys: []string{"enter"}, Where: InGroup, Rank: 1, On: either,
			Do: on(func(m *Root, s *groupScreen, _ string) tea.Cmd { return s.drill(m) }),
		},
		{
			ID: "group.tab", Title: text.TuiGrpTab, Foot: text.TuiFootPane, Keys: []string{"tab", "shift+tab"}, Where: InGroup, Rank: 2, On: ready,
			Do: on(func(_ *Root, s *groupScreen, key string) tea.Cmd {
				step := groupTab(1)
				if key == "shift+tab" {
					step = groupTab(len(groupTabs) - 1)
				}
				s.tab, s.list = (s.tab+step)%groupTab(len(groupTabs)), kit.List{}
				return nil
			}),
		},
		{
			ID: "group.side", Title: text.TuiGrpSide, Keys: []string{"right", "left"}, Where: InGroup, On: members,
			Do: on(func(_ *Root, s *groupScreen, key string) tea.Cmd {
				by := map[string]int{"right": 1, "left": -1}[key]
				s.side = kit.ClampInt(s.side+by, 0, max(len(s.got.Columns)-1, 0))
				return nil
			}),
		},
		{
			ID: "group.figure", Title: text.TuiGrpOtherFigure, Foot: text.TuiFootFigure, Keys: []string{"right", "left"}, Caps: "←→", Where: InGroup, Rank: 3, On: ranking,
			Do: on(func(_ *Root, s *groupScreen, key string) tea.Cmd {
				n := len(s.chartFigures())
				s.figure = (s.figure + map[string]int{"right": 1, "left": n - 1}[key]) % n
				return nil
			}),
		},
		{
			ID: "group.sort", Title: text.TuiGrpSort, Foot: text.TuiFootSort, Keys: []string{"f9"}, Where: InGroup, Rank: 3, On: members,
			Do: on(func(_ *Root, s *groupScreen, _ string) tea.Cmd { s.sort = (s.sort + 1) % 4; s.order(); return nil }),
		},
		{
			ID: "group.save", Title: text.TuiGrpSave, Foot: text.TuiFootSave, Keys: []string{"ctrl+e"}, Where: InGroup, Rank: 4, On: ready,
			Do: on(func(m *Root, s *groupScreen, _ string) tea.Cmd { return s.askSave(m) }),
		},
		{
			ID: "group.other", Title: text.TuiGrpOther, Foot: text.TuiFootFolder, Keys: []string{"ctrl+o"}, Where: InGroup, Rank: 5,
			Do: on(func(m *Root, s *groupScreen, _ string) tea.Cmd { return s.ask(m) }),
		},
		{
			ID: "group.stop", Title: text.TuiGrpCancel, Keys: []string{"esc"}, Where: InGroup, Rank: 90,
			Do: on(func(m *Root, s *groupScreen, _ string) tea.Cmd {
				s.halt()
				return m.back()
			}),
		},
		{
			ID: "group.move", Title: text.TuiMove, Keys: kit.ListKeys, Where: InGroup,
			Do: on(func(_ *Root, s *groupScreen, key string) tea.Cmd { s.list.N = s.count(); s.list.Move(key); return nil }),
		},
		{ID: "group", Title: text.TuiGoGroup, Keys: []string{"g"}, Where: InStart, Do: func(m *Root, _ string) tea.Cmd { return m.openGroup() }},
		{ID: "group.anywhere", Title: text.TuiGoGroup, Where: screen.Anywhere.But(InGroup), Do: func(m *Root, _ string) tea.Cmd { return m.openGroup() }},
	}
}

func (m *Root) openGroup() tea.Cmd {
	s := &groupScreen{}
	cmd := m.push(s)
	return tea.Batch(cmd, s.ask(m))
}

// ask asks for the folder, then collects.
func (s *groupScreen) ask(m *Root) tea.Cmd {
	return kit.AskPath(m, text.TuiGrpTitle, text.TuiGrpAsk, s.path, kit.PathWant{Folder: true}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, s.collect(m, path)
	})
}

// collect verifies and tables what is in a folder, off the frame.
func (s *groupScreen) collect(m *Root, path string) tea.Cmd {
	s.halt()
	t := &task{title: text.TuiTaskCollect, quiet: true}
	t.Counts = kit.CountsFiles
	s.path, s.got, s.list, s.task = path, nil, kit.List{}, t
	o := filing.CollectOptions{Trust: m.o.Trust, Lang: m.lang.Written(), Progress: func(done, of int) { t.At(int64(done), int64(of)) }}
	return m.start(t, func(ctx context.Context) (func(m *Root) tea.Cmd, error) {
		got, err := filing.Collect(ctx, []string{path}, o)
		return func(*Root) tea.Cmd { s.take(t, got, err); return nil }, err
	})
}

// halt stops what is under way.
func (s *groupScreen) halt() {
	if s.task != nil {
		s.task.stop()
		s.task = nil
	}
}

// take takes what was collected, unless something else is wanted by now.
func (s *groupScreen) take(t *task, got *filing.Collected, err error) {
	if s.task != t {
		return
	}
	s.task = nil
	if err != nil {
		return
	}
	s.got, s.figure = got, 0
	if len(s.got.Enterprises) == 0 {
		s.tab = groupProblems
	} else {
		s.tab = groupMembers
	}
	s.order()
}

// count is how many lines the tab has.
func (s *groupScreen) count() int {
	if s.got == nil {
		return 0
	}
	switch s.tab {
	case groupRanking:
		return len(s.ranking())
	case groupClaims:
		return len(s.got.DoubleClaims)
	case groupIntra:
		return len(s.got.IntraGroup)
	case groupSpread:
		return len(s.got.Spread)
	case groupProblems:
		return len(s.problems())
	}
	return len(s.rows)
}

// order sorts the enterprises as asked; the consolidation has them by year, type and rank.
func (s *groupScreen) order() {
	s.rows = s.rows[:0:0]
	for i := range s.got.Enterprises {
		s.rows = append(s.rows, i)
	}
	all := s.got.Enterprises
	inorder.Stably(s.rows, func(a, b int) int {
		switch s.sort {
		case byName:
			return strings.Compare(all[a].Name, all[b].Name)
		case byScore:
			return compareFigures(all[b].Innovation, all[a].Innovation)
		case byProfit:
			return compareFigures(all[b].Assessed, all[a].Assessed)
		}
		return 0
	})
}

// problem is something wrong with one submission, or with all of them.
type problem struct {
	of  string
	say text.Pair
}

func (s *groupScreen) problems() []problem {
	var out []problem
	for _, p := range s.got.Problems {
		out = append(out, problem{"", p})
	}
	for i := range s.got.Enterprises {
		e := &s.got.Enterprises[i]
		for _, p := range e.Problems {
			out = append(out, problem{nameOf(e), p})
		}
	}
	for _, n := range s.got.Notes {
		out = append(out, problem{"", n})
	}
	return out
}

// nameOf is what a submission is known by.
func nameOf(e *filing.CollectedEnterprise) string {
	switch {
	case e.Name != "":
		return e.Name
	case e.USCC != "":
		return e.USCC
	}
	return filepath.Base(e.File)
}

func (s *groupScreen) askSave(m *Root) tea.Cmd {
	to := filepath.Join(filepath.Dir(filepath.Clean(s.path)), text.TuiGroup.In(m.lang)+".xlsx")
	return kit.AskPath(m, text.TuiGrpSave, text.TuiGrpSaveAsk, to, kit.PathWant{Save: true, Ext: []string{".xlsx"}}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		if !strings.EqualFold(filepath.Ext(path), ".xlsx") {
			path += ".xlsx"
		}
		got, lang := s.got, m.lang
		return text.Pair{}, func() tea.Msg {
			if err := got.WriteFile(path, lang); err != nil {
				return sayMsg{screen.Bad, kit.Sentence(err)}
			}
			return sayMsg{screen.Good, text.TuiGrpSaved.With(path)}
		}
	})
}

// drill opens one submission: it is verified again, and its sheet explains every line.
func (s *groupScreen) drill(m *Root) tea.Cmd {
	at := s.rows
	if s.tab == groupRanking {
		at = at[:0:0]
		for _, b := range s.ranking() {
			at = append(at, b.at)
		}
	}
	if s.list.At >= len(at) {
		return nil
	}
	e := s.got.Enterprises[at[s.list.At]]
	return m.push(&submittedScreen{of: e, trust: m.o.Trust})
}
