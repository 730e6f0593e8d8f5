package tui

import (
	"slices"

	"yice/tui/attaching"
	"yice/tui/beginning"
	"yice/tui/handing"
	"yice/tui/importing"
	"yice/tui/judging"
	"yice/tui/keeping"
	"yice/tui/keying"
	"yice/tui/kit"
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

// Place is where the user is; what it says of itself is in package screen.
type Place = screen.Place

// declaration is one line of the table of screens: the places of a screen, or of a part of one, and what can be done there.
type declaration struct {
	places  []*Place
	actions func() []Action // nil: what can be done there stands with another
}

// roomed is the declaration of a screen that has a room.
func roomed(declare func() screen.Declaration) declaration {
	d := declare()
	return declaration{d.Places, func() []Action {
		out := make([]Action, len(d.Actions))
		for i, a := range d.Actions {
			out[i] = Action{ID: a.ID, Title: a.Title, Foot: a.Foot, Keys: a.Keys, Caps: a.Caps, Where: a.Where, Rank: a.Rank}
			if a.On != nil {
				out[i].On = func(m *Root) bool { return a.On(m) }
			}
			if a.Do != nil {
				out[i].Do = func(m *Root, key string) tea.Cmd { return a.Do(m, key) }
			}
		}
		return out
	}}
}

// declarations is the one table of what there is: dispatch, footer, help, palette, the manual, the files of keys and the tests
// that go over every place are read off it. A new screen is its file, with a place and its actions, and a line here.
//
// Of two actions that are live for a key the first one takes it: what belongs to a screen stands before what is the same
// everywhere. The order of the places in help and manual is their own (Place.Met).
func declarations() []declaration {
	return []declaration{
		{nil, noteWholeActions},
		roomed(beginning.Start),
		roomed(overview.Declare),
		{nil, mendingActions},
		roomed(keying.Table),
		roomed(keying.Card),
		roomed(keying.Note),
		roomed(keying.Calendar),
		roomed(keying.ReadBack),
		roomed(judging.Score),
		roomed(mending.Checks),
		{[]*Place{kit.InList, kit.InInput, kit.InAsk}, dialogActions},
		roomed(beginning.Card),
		{nil, newBookWays},
		{[]*Place{kit.InPalette}, paletteActions},
		{[]*Place{InHelp}, helpActions},
		{nil, historyWays},
		roomed(tracing.History),
		roomed(handing.Submit),
		{nil, submitWays},
		roomed(ruling.Policy),
		{nil, policyWays},
		roomed(ruling.Edit),
		{nil, policyEditWays},
		roomed(judging.WhatIf),
		roomed(judging.Outlook),
		roomed(judging.Leader),
		{nil, leaderWays},
		roomed(judging.Spending),
		{nil, spendingWays},
		roomed(statutory.Returns),
		{nil, returnsWays},
		roomed(statutory.Paper),
		roomed(seeking.Search),
		{nil, searchWays},
		roomed(personal.Settings),
		{nil, settingsWays},
		roomed(personal.GuideKeys),
		roomed(keying.Double),
		roomed(regulator.Group),
		{nil, groupWays},
		roomed(regulator.Submitted),
		roomed(regulator.Registry),
		{nil, registryWays},
		roomed(importing.Declare),
		{nil, importWays},
		{nil, evidenceWays},
		roomed(attaching.Evidence),
		{nil, pathActions},
		{nil, yearendActions},
		{nil, yearsActions},
		{nil, backupsWays},
		roomed(keeping.Backups),
		roomed(handing.Verdict),
		{nil, verifyActions},
		{nil, mergeActions},
		{[]*Place{InTask}, taskActions},
		roomed(handing.Since),
		{nil, sinceWays},
		roomed(trusting.Keys),
		{nil, keysWays},
		{[]*Place{kit.InFingerprint, kit.InTold}, tellingActions},
		{nil, globalActions},
	}
}

// house is what the declarations come to: every action in the order it is asked in, every place in the order people meet it,
// and what may be live where, so that a key asks none of the others.
type house struct {
	actions []Action
	places  []*Place
	byPlace map[*Place][]*Action
}

func furnish(declared []declaration) house {
	h := house{byPlace: map[*Place][]*Action{}}
	for _, d := range declared {
		h.places = append(h.places, d.places...)
		if d.actions != nil {
			h.actions = append(h.actions, d.actions()...)
		}
	}
	slices.SortStableFunc(h.places, func(a, b *Place) int { return a.Met - b.Met })
	for _, p := range h.places {
		for i := range h.actions {
			if a := &h.actions[i]; a.Where.Has(p) {
				h.byPlace[p] = append(h.byPlace[p], a)
			}
		}
	}
	return h
}

// firstPlace is the place that people meet first of those where an action is live.
func (h *house) firstPlace(where screen.Where) *Place {
	for _, p := range h.places {
		if where.Has(p) {
			return p
		}
	}
	return nil
}
