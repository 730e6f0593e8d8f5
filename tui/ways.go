package tui

import (
	"yice/entry"
	"yice/filing/submission"
	"yice/form"
	"yice/text"
	"yice/tui/beginning"
	"yice/tui/handing"
	"yice/tui/importing"
	"yice/tui/judging"
	"yice/tui/keeping"
	"yice/tui/keying"
	"yice/tui/mending"
	"yice/tui/overview"
	"yice/tui/personal"
	"yice/tui/regulator"
	"yice/tui/ruling"
	"yice/tui/screen"
	"yice/tui/seeking"
	"yice/tui/statutory"
	"yice/tui/tracing"
	"yice/tui/trusting"

	tea "charm.land/bubbletea/v2"
)

// The ways into screens that have a room, where they name places of other rooms: what leads to a screen from anywhere else stands
// in its own declaration.

func newBookWays() []Action {
	return []Action{
		{ID: "newbook.quit", Title: text.TuiQuit, Keys: []string{"ctrl+c", "ctrl+q"}, Where: beginning.InNewBook, Do: func(m *Root, _ string) tea.Cmd { return m.askQuit() }},
		{ID: "start.new", Title: text.TuiNewWorkspace, Keys: []string{"n"}, Where: beginning.InStart, Do: func(m *Root, _ string) tea.Cmd { return beginning.OpenCard(m, m, false) }},
		{ID: "book.new", Title: text.TuiNewWorkspace, Where: screen.Anywhere, Do: func(m *Root, _ string) tea.Cmd { return beginning.OpenCard(m, m, false) }},
		{
			ID: "book.firm", Title: text.TuiAddFirm, Where: screen.Anywhere, On: func(m *Root) bool { return m.desk != nil },
			Do: func(m *Root, _ string) tea.Cmd { return beginning.OpenCard(m, m, true) },
		},
	}
}

func leaderWays() []Action {
	hasSheet := func(m *Root) bool { return m.desk != nil && m.stand.Sheet != nil }
	return []Action{
		{
			ID: "leader.letter", Title: text.TuiGoLeader, Foot: text.TuiFootLeader, Keys: []string{"l", "shift+l"}, Where: overview.InOverview, Rank: 66, On: hasSheet,
			Do: func(m *Root, _ string) tea.Cmd { return m.Push(judging.NewLeader()) },
		},
		{
			ID: "leader", Title: text.TuiGoLeader, Where: screen.Anywhere.But(judging.InLeader, overview.InOverview), On: hasSheet,
			Do: func(m *Root, _ string) tea.Cmd { return m.Push(judging.NewLeader()) },
		},
	}
}

func spendingWays() []Action {
	hasDesk := func(m *Root) bool { return m.desk != nil }
	return []Action{
		{
			ID: "spending", Title: text.TuiGoSpending, Foot: text.TuiFootSpending, Keys: []string{"f9", "ctrl+]"}, Where: screen.Anywhere.But(judging.InSpending, keying.InGrid, regulator.InGroup), Rank: 66, On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd { return m.Push(judging.NewSpending(entry.ByMonth)) },
		},
		{
			ID: "spending.ledger", Title: text.TuiGoSpendingBy, Keys: []string{"ctrl+]"}, Where: keying.InGrid, On: hasDesk,
			Do: on(func(m *Root, g *keying.TableScreen, _ string) tea.Cmd { return m.Push(judging.NewSpending(sideOf(g))) }),
		},
	}
}

// sideOf is the side that the column under the cursor tells apart.
func sideOf(g *keying.TableScreen) entry.Side {
	if g.Form.Scope == form.Ledger {
		for d := range entry.Sides {
			if d.Field() == g.Grid.Field().ID {
				return d
			}
		}
	}
	return entry.ByMonth
}

func submitWays() []Action {
	return []Action{{
		ID: "submit", Title: text.TuiGoSubmit, Foot: text.TuiFootSubmit, Keys: []string{"f6"}, Where: screen.Anywhere.But(handing.InSubmit), Rank: 63, On: func(m *Root) bool { return m.desk != nil },
		Do: func(m *Root, _ string) tea.Cmd { return m.OpenSubmit(submission.Period{}) },
	}}
}

// OpenSubmit opens the way to the sealed file of a period.
func (m *Root) OpenSubmit(of submission.Period) tea.Cmd { return m.Push(handing.NewSubmit(m, of)) }

func sinceWays() []Action {
	return []Action{
		{
			ID: "since", Title: text.TuiGoSince, Where: screen.Anywhere.But(handing.InSince, handing.InSubmit), On: func(m *Root) bool { return m.desk != nil },
			Do: func(m *Root, _ string) tea.Cmd { return m.Push(handing.NewSince()) },
		},
		{
			ID: "submit.since", Title: text.TuiGoSince, Foot: text.TuiFootSince, Keys: []string{"tab"}, Where: handing.InSubmit, Rank: 3,
			Do: func(m *Root, _ string) tea.Cmd { return m.Push(handing.NewSince()) },
		},
	}
}

func returnsWays() []Action {
	return []Action{
		{
			ID: "returns", Title: text.TuiGoReturns, Foot: text.TuiFootReturns, Keys: []string{"f11", "ctrl+\\"}, Where: screen.Anywhere.But(statutory.InReturns, statutory.InPaper), Rank: 67, On: func(m *Root) bool { return m.desk != nil },
			Do: func(m *Root, _ string) tea.Cmd { return m.Push(statutory.NewReturns(m)) },
		},
	}
}

func searchWays() []Action {
	hasDesk := func(m *Root) bool { return m.desk != nil }
	return []Action{
		{
			ID: "search", Title: text.TuiGoSearch, Foot: text.TuiFootSearch, Keys: []string{"ctrl+g"}, Where: screen.Anywhere, Rank: 64, On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd { return m.openSearch() },
		},
		{
			ID: "search.overview", Title: text.TuiGoSearch, Keys: []string{"ctrl+f"}, Where: screen.In(overview.InOverview, judging.InScore, mending.InChecks, judging.InExplain), On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd { return m.openSearch() },
		},
	}
}

func (m *Root) openSearch() tea.Cmd {
	return m.Push(seeking.NewSearch(func() []seeking.Visit { return m.visits }, m.pause))
}

func keysWays() []Action {
	everywhere := screen.Anywhere.But(trusting.InKeys).And(beginning.InStart)
	return []Action{
		{
			ID: "keys", Title: text.TuiGoKeys, Where: everywhere,
			Do: func(m *Root, _ string) tea.Cmd { return m.Push(trusting.NewKeys(m)) },
		},
		{ID: "keys.take.any", Title: text.TuiKeyTake, Where: everywhere, Do: func(m *Root, _ string) tea.Cmd { return trusting.AskRegister(m, m) }},
		{ID: "keys.add.any", Title: text.TuiKeyAdd, Where: everywhere, Do: func(m *Root, _ string) tea.Cmd { return trusting.AskPublicKey(m, m) }},
		{ID: "keys.make.any", Title: text.TuiKeyMake, Where: everywhere, Do: func(m *Root, _ string) tea.Cmd { return trusting.AskNewKey(m, nil) }},
	}
}

func settingsWays() []Action {
	return []Action{
		{
			ID: "settings", Title: text.TuiGoSettings, Where: screen.Anywhere.But(personal.InSettings), On: func(m *Root) bool { return m.desk != nil },
			Do: func(m *Root, _ string) tea.Cmd { return m.Push(personal.NewSettings(m)) },
		},
		{ID: "guide", Title: text.TuiGoGuide, Where: screen.Anywhere.And(beginning.InStart), Do: func(m *Root, _ string) tea.Cmd { m.ShowGuide(); return nil }},
	}
}

func groupWays() []Action {
	return []Action{
		{ID: "group", Title: text.TuiGoGroup, Keys: []string{"g"}, Where: beginning.InStart, Do: func(m *Root, _ string) tea.Cmd { return m.openGroup() }},
		{ID: screen.ToGroup.ID(), Title: text.TuiGoGroup, Where: screen.Anywhere.But(regulator.InGroup), Do: func(m *Root, _ string) tea.Cmd { return m.openGroup() }},
	}
}

func (m *Root) openGroup() tea.Cmd {
	s := regulator.NewGroup(m)
	return tea.Batch(m.Push(s), s.Ask(m))
}

func importWays() []Action {
	return []Action{{
		ID: "import", Title: text.TuiGoImport, Keys: []string{"f7"}, Where: screen.Anywhere, On: func(m *Root) bool { return m.desk != nil },
		Do: func(m *Root, _ string) tea.Cmd {
			f, _ := m.fieldHere()
			return importing.Open(m, m, f)
		},
	}}
}

func registryWays() []Action {
	return []Action{
		{ID: "registry", Title: text.TuiGoRegistry, Keys: []string{"r"}, Where: beginning.InStart, Do: func(m *Root, _ string) tea.Cmd { return m.askRegistry() }},
		{ID: "registry.make", Title: text.TuiRegMake, Where: screen.Anywhere, Do: func(m *Root, _ string) tea.Cmd { return regulator.MakeRegistry(m, m) }},
		{ID: screen.ToRegistry.ID(), Title: text.TuiGoRegistry, Where: screen.Anywhere.But(regulator.InRegistry), Do: func(m *Root, _ string) tea.Cmd { return m.askRegistry() }},
	}
}

func (m *Root) askRegistry() tea.Cmd { return regulator.AskRegistry(m, m) }

func policyWays() []Action {
	hasDesk := func(m *Root) bool { return m.desk != nil }
	return []Action{
		{
			ID: screen.ToPolicy.ID(), Title: text.TuiGoPolicy, Foot: text.TuiFootPolicy, Keys: []string{"f5"}, Where: screen.Anywhere.But(ruling.InPolicy), Rank: 62, On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd { return m.openPolicy() },
		},
		{
			ID: "policy.draft", Title: text.TuiPolDraft, Where: screen.Anywhere, On: func(m *Root) bool { return m.desk != nil && m.stand.Sheet == nil },
			Do: func(m *Root, _ string) tea.Cmd { return ruling.DraftTemplate(m, m) },
		},
		{
			ID: "policy.take.any", Title: text.TuiPolTake, Where: screen.Anywhere.But(ruling.InPolicy), On: hasDesk,
			Do: func(m *Root, _ string) tea.Cmd { return ruling.AskPack(m, m) },
		},
	}
}

func (m *Root) openPolicy() tea.Cmd { return m.Push(ruling.NewPolicy(m)) }

func policyEditWays() []Action {
	hasPack := func(m *Root) bool { return m.desk != nil && m.desk.s.Pack() != nil }
	return []Action{
		{
			ID: "packedit", Title: text.TuiGoPolicyEdit, Foot: text.TuiFootPolicyEdit, Keys: []string{"ctrl+e"}, Where: ruling.InPolicy, Rank: 2, On: hasPack,
			Do: func(m *Root, _ string) tea.Cmd { return ruling.OpenEdit(m, m) },
		},
		{
			ID: "packedit.any", Title: text.TuiGoPolicyEdit, Where: screen.Anywhere.But(ruling.InPolicy, ruling.InPolicyEdit), On: hasPack,
			Do: func(m *Root, _ string) tea.Cmd { return ruling.OpenEdit(m, m) },
		},
	}
}

func backupsWays() []Action {
	everywhere := screen.Anywhere.And(beginning.InStart)
	return []Action{
		{ID: "restore", Title: text.TuiRestore, Where: everywhere, Do: func(m *Root, _ string) tea.Cmd { return keeping.AskRestore(m, m) }},
		{ID: "salvage", Title: text.TuiSalvage, Where: everywhere, Do: func(m *Root, _ string) tea.Cmd { return keeping.AskSalvage(m, m, "") }},
		{
			ID: "backup.to", Title: text.TuiBackupTo, Where: screen.Anywhere, On: func(m *Root) bool { return m.desk != nil },
			Do: func(m *Root, _ string) tea.Cmd { return keeping.AskBackupTo(m, m) },
		},
	}
}

func historyWays() []Action {
	return []Action{{
		ID: "history", Title: text.TuiGoHistory, Foot: text.TuiFootHistory, Keys: []string{"ctrl+u"}, Where: screen.Anywhere.But(tracing.InHistory), Rank: 70, On: func(m *Root) bool { return m.desk != nil },
		Do: func(m *Root, _ string) tea.Cmd { return m.openHistory() },
	}}
}

// openHistory opens the history; from a table or a card, of the record under the cursor, the field under it first.
func (m *Root) openHistory() tea.Cmd {
	s := tracing.NewHistory(m.revive)
	switch top := m.Top().(type) {
	case *keying.TableScreen:
		if r := top.Grid.Current(); r != nil && r.ID > 0 {
			s = tracing.NewRecordHistory(m.revive, top.Form, r.ID, r.Label(), top.Grid.Field().ID)
		} else {
			s = tracing.NewFormHistory(m.revive, top.Form)
		}
	case *keying.CardScreen:
		if top.Record != nil && top.Record.ID > 0 {
			s = tracing.NewRecordHistory(m.revive, top.Form, top.Record.ID, top.Record.Label(), top.Field().ID)
		}
	}
	return m.Push(s)
}
