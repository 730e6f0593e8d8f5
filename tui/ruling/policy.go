// Package ruling is the room of the policy: what the pack in force says and where it has it from, what of it an enterprise may settle, a
// pack taken in, and one being changed into a draft. What is changed is a draft always: nothing here issues a pack.
package ruling

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"yice/filing"
	"yice/scoring"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// PolicyScreen is the pack in force: every parameter with where it comes from, the readings beside one another, what
// differs from last year's; targets of one enterprise are set here.
type PolicyScreen struct {
	screen.Still
	office Office
	tab    policyTab
	list   kit.List
	rows   []scoring.PackRow
	diff   []policyDiff // against last year's
	prev   *scoring.Pack
	no     int
	got    bool
}

type policyTab uint8

const (
	policyAll policyTab = iota
	policyAssumed
	policyOwn
	policyReadings
	policyDiffs
)

var policyTabs = [...]text.Pair{text.TuiPolAll, text.TuiPolAssumed, text.TuiPolOwn, text.TuiPolReadings, text.TuiPolDiff}

type policyDiff struct{ scoring.PackChange }

// Office is what the room is given besides a desk.
type Office interface {
	// TrustFolder is where the user's keys are registered.
	TrustFolder() string
	// PackAsked reports that the user named the pack to go by when the program was started.
	PackAsked() bool
	// Template is the built-in pack of a year.
	Template(year int) (*scoring.Pack, bool)
	// DraftsFolder is where drafts are kept that are no file yet; "": nowhere.
	DraftsFolder() string
	// Held is the draft that the program holds, whatever screen is shown.
	Held() *Held
}

// NewPolicy shows the pack in force.
func NewPolicy(o Office) *PolicyScreen { return &PolicyScreen{office: o} }

// Place says which of its keys are live.
func (s *PolicyScreen) Place() *screen.Place       { return InPolicy }
func (s *PolicyScreen) Crumb(m screen.Desk) string { return text.TuiPolicy.In(m.Lang()) }

// InPolicy is the pack in force.
var InPolicy = &screen.Place{ID: "policy", Title: text.TuiPlacePolicy, For: text.TuiForPolicy, Met: 130, Common: true, Opener: "policy"}

// Policy declares it.
func Policy() screen.Declaration {
	return screen.Declaration{Places: []*screen.Place{InPolicy}, Actions: []screen.Action{
		{
			ID: "policy.set", Title: text.TuiPolSet, Foot: text.TuiFootSet, Keys: []string{"enter"}, Where: InPolicy, Rank: 1,
			On: func(m screen.Desk) bool { // readings and differences have nothing to set, and most of a pack is for all
				s, ok := m.Top().(*PolicyScreen)
				return ok && s.current() != nil && s.current().Own
			},
			Do: screen.On(func(m screen.Desk, s *PolicyScreen, _ string) tea.Cmd { return s.set(m) }),
		},
		{
			ID: "policy.tab", Title: text.TuiPolTab, Foot: text.TuiFootPane, Keys: []string{"tab", "shift+tab", "right", "left"}, Where: InPolicy, Rank: 2,
			Do: screen.On(func(m screen.Desk, s *PolicyScreen, key string) tea.Cmd {
				step := policyTab(1)
				if key == "shift+tab" || key == "left" {
					step = policyTab(len(policyTabs) - 1)
				}
				s.tab = (s.tab + step) % policyTab(len(policyTabs))
				s.list = kit.List{}
				s.arrange(m)
				return nil
			}),
		},
		{
			ID: "policy.unset", Title: text.TuiPolUnset, Keys: []string{"delete"}, Where: InPolicy,
			On: func(m screen.Desk) bool {
				s, ok := m.Top().(*PolicyScreen)
				return ok && s.current() != nil && s.current().Overridden()
			},
			Do: screen.On(func(m screen.Desk, s *PolicyScreen, _ string) tea.Cmd { return s.unset(m) }),
		},
		{
			ID: "policy.nextyear", Title: text.TuiPolNext, Foot: text.TuiFootNextYear, Keys: []string{"ctrl+n"}, Where: InPolicy, Rank: 3,
			Do: screen.On(func(m screen.Desk, s *PolicyScreen, _ string) tea.Cmd { return askNextPack(m) }),
		},
		{
			ID: "policy.take", Title: text.TuiPolTake, Foot: text.TuiFootTakePack, Keys: []string{"ctrl+o"}, Where: InPolicy, Rank: 4,
			Do: screen.On(func(m screen.Desk, s *PolicyScreen, _ string) tea.Cmd { return AskPack(m, s.office) }),
		},
		{
			ID: "policy.move", Title: text.TuiMove, Keys: kit.ListKeys, Where: InPolicy,
			Do: screen.On(func(_ screen.Desk, s *PolicyScreen, key string) tea.Cmd { s.list.Move(key); return nil }),
		},
	}}
}

// Follow lists what the pack says, and reads last year's where the standing has changed.
func (s *PolicyScreen) Follow(m screen.Desk) tea.Cmd {
	s.arrange(m)
	if s.got && s.no == m.Standing().No {
		return nil
	}
	s.no = m.Standing().No
	w, year := m.Session().Workspace(), m.Standing().Year-1
	return screen.Later(func() screen.Do {
		prev, err := filing.PackOf(w, year)
		return func() tea.Cmd {
			if err != nil {
				m.Say(screen.Bad, kit.Sentence(err))
				return nil
			}
			s.got, s.prev = true, prev
			s.arrange(m)
			return nil
		}
	})
}

// arrange lists what the tab shows.
func (s *PolicyScreen) arrange(m screen.Desk) {
	s.rows, s.diff = s.rows[:0:0], s.diff[:0:0]
	pack := m.Session().Pack()
	if pack != nil {
		switch s.tab {
		case policyReadings:
		case policyDiffs:
			if s.prev != nil {
				for _, c := range scoring.PackDiff(s.prev, pack) {
					s.diff = append(s.diff, policyDiff{c})
				}
			}
		default:
			for _, r := range pack.RowsFor(m.Standing().USCC, m.Standing().Type) {
				if s.shows(&r) {
					s.rows = append(s.rows, r)
				}
			}
		}
	}
	s.list.N = max(len(s.rows), len(s.diff))
	if s.tab == policyReadings && m.Standing().Sheet != nil {
		s.list.N = len(m.Standing().Sheet.Alternatives)
	}
	s.list.Clamp()
}

func (s *PolicyScreen) shows(r *scoring.PackRow) bool {
	switch s.tab {
	case policyAssumed:
		return r.Assumed()
	case policyOwn:
		return r.OfOne()
	}
	return true
}

// Seek moves the cursor to what the pack says under a path; false: the tab does not list it.
func (s *PolicyScreen) Seek(path string) bool {
	at := slices.IndexFunc(s.rows, func(r scoring.PackRow) bool { return r.Path == path })
	s.list.At = max(at, 0)
	return at >= 0
}

func (s *PolicyScreen) current() *scoring.PackRow {
	if s.list.At < len(s.rows) {
		return &s.rows[s.list.At]
	}
	return nil
}
