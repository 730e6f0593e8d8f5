package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/scoring"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// policyScreen is the pack in force: every parameter with where it comes from, the readings beside one another, what
// differs from last year's; targets of one enterprise are set here.
type policyScreen struct {
	still
	tab  policyTab
	list kit.List
	rows []policyRow
	diff []policyDiff // against last year's
	prev *scoring.Pack
	no   int
	got  bool
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

// policyRow is one thing the pack says, with its number where it is one.
type policyRow struct {
	scoring.Setting
	param  *scoring.Param
	settle bool // an enterprise may have its own
}

type policyDiff struct{ scoring.PackChange }

// policyMsg is last year's pack as the workspace has it.
type policyMsg struct {
	prev *scoring.Pack
}

func (s *policyScreen) place() *Place        { return InPolicy }
func (s *policyScreen) crumb(m *Root) string { return text.TuiPolicy.In(m.lang) }

func (m *Root) openPolicy() tea.Cmd { return m.push(&policyScreen{}) }

// InPolicy is the pack in force.
var InPolicy = &Place{ID: "policy", Title: text.TuiPlacePolicy, For: text.TuiForPolicy, Met: 130, Common: true, Opener: "policy"}

func policyActions() []Action {
	hasDesk := func(m *Root) bool { return m.desk != nil }
	return []Action{
		{
			ID: "policy.set", Title: text.TuiPolSet, Foot: text.TuiFootSet, Keys: []string{"enter"}, Where: InPolicy, Rank: 1,
			Do: on(func(m *Root, s *policyScreen, _ string) tea.Cmd { return s.set(m) }),
		},
		{
			ID: "policy.tab", Title: text.TuiPolTab, Foot: text.TuiFootPane, Keys: []string{"tab", "shift+tab", "right", "left"}, Where: InPolicy, Rank: 2,
			Do: on(func(m *Root, s *policyScreen, key string) tea.Cmd {
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
			Do: on(func(m *Root, s *policyScreen, _ string) tea.Cmd { return s.unset(m) }),
		},
		{
			ID: "policy.nextyear", Title: text.TuiPolNext, Foot: text.TuiFootNextYear, Keys: []string{"ctrl+n"}, Where: InPolicy, Rank: 3,
			Do: on(func(m *Root, s *policyScreen, _ string) tea.Cmd { return m.askNextPack() }),
		},
		{
			ID: "policy.take", Title: text.TuiPolTake, Foot: text.TuiFootTakePack, Keys: []string{"ctrl+o"}, Where: InPolicy, Rank: 4,
			Do: func(m *Root, _ string) tea.Cmd { return m.askPack() },
		},
		{
			ID: "policy.move", Title: text.TuiMove, Keys: kit.ListKeys, Where: InPolicy,
			Do: on(func(_ *Root, s *policyScreen, key string) tea.Cmd { s.list.Move(key); return nil }),
		},
		{
			ID: "policy", Title: text.TuiGoPolicy, Foot: text.TuiFootPolicy, Keys: []string{"f5"}, Where: screen.Anywhere.But(InPolicy), Rank: 62, On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd { return m.openPolicy() },
		},
		{
			ID: "policy.draft", Title: text.TuiPolDraft, Where: screen.Anywhere, On: func(m *Root) bool { return m.desk != nil && m.stand.Sheet == nil },
			Do: func(m *Root, _ string) tea.Cmd { return m.draftPack() },
		},
		{
			ID: "policy.take.any", Title: text.TuiPolTake, Where: screen.Anywhere.But(InPolicy), On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd { return m.askPack() },
		},
	}
}

func (s *policyScreen) follow(m *Root) tea.Cmd {
	s.arrange(m)
	if s.got && s.no == m.stand.No {
		return nil
	}
	s.no = m.stand.No
	w, year := m.desk.w, m.stand.Year-1 // the template is no policy of that year: nobody was assessed by it
	return func() tea.Msg {
		files, err := w.Packs()
		if err != nil {
			return sayMsg{screen.Bad, kit.Sentence(err)}
		}
		var prev *scoring.Pack
		for i := range files {
			if files[i].Year != year {
				continue
			}
			if p, err := scoring.Load(files[i].Source); err == nil && (prev == nil || p.Issued() || !prev.Issued()) {
				prev = p
			}
		}
		return policyMsg{prev}
	}
}

func (s *policyScreen) answer(m *Root, msg tea.Msg) (tea.Cmd, bool) {
	got, ok := msg.(policyMsg)
	if !ok {
		return nil, false
	}
	s.got, s.prev = true, got.prev
	s.arrange(m)
	return nil, true
}

// arrange lists what the tab shows.
func (s *policyScreen) arrange(m *Root) {
	s.rows, s.diff = s.rows[:0:0], s.diff[:0:0]
	pack := m.desk.s.Pack()
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
			for _, r := range m.policyRows(pack) {
				if s.shows(r) {
					s.rows = append(s.rows, r)
				}
			}
		}
	}
	s.list.N = max(len(s.rows), len(s.diff))
	if s.tab == policyReadings && m.stand.Sheet != nil {
		s.list.N = len(m.stand.Sheet.Alternatives)
	}
	s.list.Clamp()
}

func (s *policyScreen) shows(r policyRow) bool {
	switch s.tab {
	case policyAssumed:
		return r.param != nil && r.param.Basis == scoring.Assumed
	case policyOwn:
		return r.settle || r.param != nil && r.param.Basis == scoring.Override || strings.HasPrefix(r.Group, "enterprise.")
	}
	return true
}

// policyRows are everything the pack says that concerns this enterprise, the gists of the clauses last.
func (m *Root) policyRows(pack *scoring.Pack) []policyRow {
	eff, _ := pack.For(m.stand.USCC, m.stand.Type)
	all := eff.Settings()
	open := map[string]bool{}
	for i := range all {
		if group, ok := strings.CutSuffix(all[i].Path, ".overridable"); ok {
			for _, name := range strings.Split(all[i].Value.ZH, "、") {
				open[group+"."+name] = true
			}
		}
	}
	own := "enterprise." + m.stand.USCC
	var rows, last []policyRow
	for i := range all {
		st := all[i]
		switch {
		case strings.HasSuffix(st.Path, ".overridable"),
			strings.HasPrefix(st.Group, "enterprise.") && st.Group != own,
			// An override is told where the parameter stands that it replaces.
			strings.HasPrefix(st.Path, own+".indicator."), strings.HasPrefix(st.Path, own+".bonus."),
			strings.Contains(st.Path, ".weight.") && !strings.HasSuffix(st.Path, ".weight."+m.stand.Type):
			continue
		}
		r := policyRow{Setting: st}
		if p, ok := eff.Param(st.Path); ok {
			r.param, r.settle = &p, open[st.Path]
		}
		if st.Path == own+"."+scoring.ProfitTargetPath {
			r.settle = true
		}
		if strings.HasPrefix(st.Group, "clause.") {
			last = append(last, r)
		} else {
			rows = append(rows, r)
		}
	}
	return append(rows, last...)
}

func (s *policyScreen) current() *policyRow {
	if s.list.At < len(s.rows) {
		return &s.rows[s.list.At]
	}
	return nil
}
