// Package regulator is the room of who receives: many submissions verified, tabled, ranked and searched for double claims, and one
// of them opened; and a registry worked off: who is due, what is claimed twice, what waits to be decided, a year that is closed.
//
// What is asked of a registry is asked beside the loop, one question at a time.
//
// Start reading at GroupScreen, then RegistryScreen.
package regulator

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

// GroupScreen is the regulator's desk: many submissions verified, tabled, ranked and searched for double claims. It needs
// no workspace.
type GroupScreen struct {
	screen.Still
	office Office
	Path   string            // what was collected is from there
	Got    *filing.Collected // nil: nothing yet
	tab    groupTab
	list   kit.List
	side   int // first indicator shown
	// figure is the one the ranking is of, of those that can be ranked.
	figure int
	sort   groupSort
	rows   []int // of got.Enterprises, in the order shown

	work *kit.Work // the collection under way; nil: none is
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

// Office is what the regulator's desk is given: who is trusted, and who does its long work.
type Office interface {
	kit.Worker
	// TrustPath is the file or folder of the keys that are trusted; "": none are asked for.
	TrustPath() string
	// Deciding is who is named in a registry's history.
	Deciding() string
}

// NewGroup is the desk with nothing on it.
func NewGroup(o Office) *GroupScreen { return &GroupScreen{office: o} }

// Place says which of its keys are live.
func (s *GroupScreen) Place() *screen.Place       { return InGroup }
func (s *GroupScreen) Crumb(m screen.Desk) string { return text.TuiGroup.In(m.Lang()) }

// InGroup is the regulator's desk.
var InGroup = &screen.Place{ID: "group", Title: text.TuiPlaceGroup, For: text.TuiForGroup, Met: 280, Common: true, Head: screen.Headless, Opener: "group.anywhere"}

// Group declares it.
func Group() screen.Declaration {
	ready := func(m screen.Desk) bool { s, ok := m.Top().(*GroupScreen); return ok && s.Got != nil }
	members := func(m screen.Desk) bool {
		s, ok := m.Top().(*GroupScreen)
		return ok && s.Got != nil && s.tab == groupMembers
	}
	ranking := func(m screen.Desk) bool {
		s, ok := m.Top().(*GroupScreen)
		return ok && s.Got != nil && s.tab == groupRanking
	}
	either := func(m screen.Desk) bool { return members(m) || ranking(m) }
	return screen.Declaration{Places: []*screen.Place{InGroup}, Actions: []screen.Action{
		{
			ID: "group.open", Title: text.TuiGrpOpen, Foot: text.TuiFootOpen, Keys: []string{"enter"}, Where: InGroup, Rank: 1, On: either,
			Do: screen.On(func(m screen.Desk, s *GroupScreen, _ string) tea.Cmd { return s.drill(m) }),
		},
		{
			ID: "group.tab", Title: text.TuiGrpTab, Foot: text.TuiFootPane, Keys: []string{"tab", "shift+tab"}, Where: InGroup, Rank: 2, On: ready,
			Do: screen.On(func(_ screen.Desk, s *GroupScreen, key string) tea.Cmd {
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
			Do: screen.On(func(_ screen.Desk, s *GroupScreen, key string) tea.Cmd {
				by := map[string]int{"right": 1, "left": -1}[key]
				s.side = kit.ClampInt(s.side+by, 0, max(len(s.Got.Columns)-1, 0))
				return nil
			}),
		},
		{
			ID: "group.figure", Title: text.TuiGrpOtherFigure, Foot: text.TuiFootFigure, Keys: []string{"right", "left"}, Caps: "←→", Where: InGroup, Rank: 3, On: ranking,
			Do: screen.On(func(_ screen.Desk, s *GroupScreen, key string) tea.Cmd {
				n := len(s.Got.Figures())
				s.figure = (s.figure + map[string]int{"right": 1, "left": n - 1}[key]) % n
				return nil
			}),
		},
		{
			ID: "group.sort", Title: text.TuiGrpSort, Foot: text.TuiFootSort, Keys: []string{"f9"}, Where: InGroup, Rank: 3, On: members,
			Do: screen.On(func(_ screen.Desk, s *GroupScreen, _ string) tea.Cmd {
				s.sort = (s.sort + 1) % 4
				s.order()
				return nil
			}),
		},
		{
			ID: "group.save", Title: text.TuiGrpSave, Foot: text.TuiFootSave, Keys: []string{"ctrl+e"}, Where: InGroup, Rank: 4, On: ready,
			Do: screen.On(func(m screen.Desk, s *GroupScreen, _ string) tea.Cmd { return s.askSave(m) }),
		},
		{
			ID: "group.other", Title: text.TuiGrpOther, Foot: text.TuiFootFolder, Keys: []string{"ctrl+o"}, Where: InGroup, Rank: 5,
			Do: screen.On(func(m screen.Desk, s *GroupScreen, _ string) tea.Cmd { return s.Ask(m) }),
		},
		{
			ID: "group.stop", Title: text.TuiGrpCancel, Keys: []string{"esc"}, Where: InGroup, Rank: 90,
			Do: screen.On(func(m screen.Desk, s *GroupScreen, _ string) tea.Cmd {
				s.halt()
				return m.Back()
			}),
		},
		{
			ID: "group.move", Title: text.TuiMove, Keys: kit.ListKeys, Where: InGroup,
			Do: screen.On(func(_ screen.Desk, s *GroupScreen, key string) tea.Cmd {
				s.list.N = s.count()
				s.list.Move(key)
				return nil
			}),
		},
	}}
}

// Ask asks for the folder, then collects.
func (s *GroupScreen) Ask(m screen.Desk) tea.Cmd {
	return kit.AskPath(m, text.TuiGrpTitle, text.TuiGrpAsk, s.Path, kit.PathWant{Folder: true}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, s.collect(m, path)
	})
}

// collect verifies and tables what is in a folder, off the frame.
func (s *GroupScreen) collect(m screen.Desk, path string) tea.Cmd {
	s.halt()
	w := &kit.Work{Title: text.TuiTaskCollect, Counts: kit.CountsFiles, Quiet: true}
	s.Path, s.Got, s.list, s.work = path, nil, kit.List{}, w
	o := filing.CollectOptions{Trust: s.office.TrustPath(), Lang: m.Lang().Written(), Progress: func(done, of int) { w.At(int64(done), int64(of)) }}
	return s.office.Begin(w, func(ctx context.Context) (screen.Do, error) {
		got, err := filing.Collect(ctx, []string{path}, o)
		return func() tea.Cmd { s.take(w, got, err); return nil }, err
	})
}

// halt stops what is under way.
func (s *GroupScreen) halt() {
	if s.work != nil {
		s.work.Stop()
		s.work = nil
	}
}

// take takes what was collected, unless something else is wanted by now.
func (s *GroupScreen) take(w *kit.Work, got *filing.Collected, err error) {
	if s.work != w {
		return
	}
	s.work = nil
	if err != nil {
		return
	}
	s.Show(got)
}

// Show shows what was collected.
func (s *GroupScreen) Show(got *filing.Collected) {
	s.Got, s.figure = got, 0
	if len(s.Got.Enterprises) == 0 {
		s.tab = groupProblems
	} else {
		s.tab = groupMembers
	}
	s.order()
}

// count is how many lines the tab has.
func (s *GroupScreen) count() int {
	if s.Got == nil {
		return 0
	}
	switch s.tab {
	case groupRanking:
		return len(s.ranking())
	case groupClaims:
		return len(s.Got.DoubleClaims)
	case groupIntra:
		return len(s.Got.IntraGroup)
	case groupSpread:
		return len(s.Got.Spread)
	case groupProblems:
		return len(s.Got.Troubles())
	}
	return len(s.rows)
}

// order sorts the enterprises as asked; the consolidation has them by year, type and rank.
func (s *GroupScreen) order() {
	s.rows = s.rows[:0:0]
	for i := range s.Got.Enterprises {
		s.rows = append(s.rows, i)
	}
	all := s.Got.Enterprises
	inorder.Stably(s.rows, func(a, b int) int {
		switch s.sort {
		case byName:
			return strings.Compare(all[a].Name, all[b].Name)
		case byScore:
			return kit.CompareFigures(all[b].Innovation, all[a].Innovation)
		case byProfit:
			return kit.CompareFigures(all[b].Assessed, all[a].Assessed)
		}
		return 0
	})
}

// askSave asks for a file and writes what was collected there.
func (s *GroupScreen) askSave(m screen.Desk) tea.Cmd {
	l := m.Lang()
	to := filepath.Join(filepath.Dir(filepath.Clean(s.Path)), text.TuiGroup.In(l)+".xlsx")
	return kit.AskPath(m, text.TuiGrpSave, text.TuiGrpSaveAsk, to, kit.PathWant{Save: true, Ext: []string{".xlsx"}}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		if !strings.EqualFold(filepath.Ext(path), ".xlsx") {
			path += ".xlsx"
		}
		got, lang := s.Got, l
		return text.Pair{}, screen.Later(func() screen.Do {
			mood, say := screen.Good, text.TuiGrpSaved.With(path)
			if err := got.WriteFile(path, lang); err != nil {
				mood, say = screen.Bad, kit.Sentence(err)
			}
			return func() tea.Cmd { m.Say(mood, say); return nil }
		})
	})
}

// drill opens one submission: it is verified again, and its sheet explains every line.
func (s *GroupScreen) drill(m screen.Desk) tea.Cmd {
	at := s.rows
	if s.tab == groupRanking {
		at = at[:0:0]
		for _, b := range s.ranking() {
			at = append(at, b.At)
		}
	}
	if s.list.At >= len(at) {
		return nil
	}
	e := s.Got.Enterprises[at[s.list.At]]
	return m.Push(&SubmittedScreen{of: e, trust: s.office.TrustPath()})
}
