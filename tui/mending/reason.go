package mending

import (
	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/screen"
)

// AskReason asks for the written reason of a finding.
func AskReason(m screen.Desk, work Work, f form.Finding) tea.Cmd {
	if f.Severity == form.Must {
		m.Say(screen.Warn, text.TuiMustMend)
		return nil
	}
	m.Open(kit.NewInput(text.TuiReasonTitle, f.Message, f.Reason, func(typed string) (text.Pair, tea.Cmd) {
		return text.Pair{}, work.GiveReason(f, typed)
	}))
	return nil
}

// askReasons asks for the written reason of every finding of a line that may have one.
func askReasons(m screen.Desk, work Work, g *Judged) tea.Cmd {
	var open []form.Finding
	for _, x := range g.All {
		if x.Severity == form.Verify && !x.Explained {
			open = append(open, x)
		}
	}
	switch {
	case len(open) == 1:
		return AskReason(m, work, open[0])
	case len(open) == 0:
		return AskReason(m, work, g.All[0])
	}
	var say text.Pair
	for i, x := range open {
		if i > 0 {
			say.ZH, say.EN = say.ZH+"\n", say.EN+"\n"
		}
		say.ZH, say.EN = say.ZH+x.Message.In(text.ZH), say.EN+x.Message.In(text.EN)
	}
	m.Open(kit.NewInput(text.TuiReasonsTitle.With(len(open)), say, "", func(typed string) (text.Pair, tea.Cmd) {
		if hollow, is := entry.Hollow(typed); is {
			return hollow, nil
		}
		var cmds []tea.Cmd
		for _, x := range open {
			cmds = append(cmds, work.GiveReason(x, typed))
		}
		return text.Pair{}, tea.Batch(cmds...)
	}))
	return nil
}
