package main

import (
	"encoding/json"

	"github.com/spf13/cobra"

	"yice/entry"
	"yice/scoring"
	"yice/text"
)

func (p *program) whatifCommand() *cobra.Command {
	var (
		asJSON     bool
		sets, adds []string
	)
	c := &cobra.Command{
		Use:     "whatif W --year Y [--set EDIT]... [--add ROW]...",
		Short:   text.CmdWhatIfShort.In(p.lang),
		Long:    text.CmdWhatIfLong.In(p.lang),
		Example: text.CmdWhatIfExample.In(p.lang),
		Args:    takes(1, 1),
	}
	s := p.scopeFlags(c)
	c.Flags().StringArrayVar(&sets, "set", nil, text.CmdFlagSet.In(p.lang))
	c.Flags().StringArrayVar(&adds, "add", nil, text.CmdFlagAdd.In(p.lang))
	c.Flags().BoolVar(&asJSON, "json", false, text.CmdFlagJSON.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(sets)+len(adds) == 0 {
			return usage("cmd.whatif", text.CmdWhatIfNothing)
		}
		return p.inSession(c.Context(), args[0], s, reading, func(session *entry.Session) error {
			before, err := p.sheet(session)
			if err != nil {
				return err
			}
			edits, err := session.ParseEdits(sets, adds)
			if err != nil {
				return err
			}
			after, changes, err := session.WhatIf(edits)
			if err != nil {
				return err
			}
			if asJSON {
				return p.printJSON(whatifJSON(before, after, changes, p.lang))
			}
			return p.print(changesText(before, after, changes, p.lang))
		})
	}
	return c
}

type jsonChange struct {
	Line        string  `json:"line"`
	Name        string  `json:"name"`
	Before      *string `json:"before"`
	After       *string `json:"after"`
	Delta       string  `json:"delta"`
	WithPending struct {
		Before *string `json:"before"`
		After  *string `json:"after"`
		Delta  string  `json:"delta"`
	} `json:"with_pending"`
}

// whatifJSON is both sheets, as `score --json` prints one, and what moved between them.
func whatifJSON(before, after *scoring.Sheet, changes []scoring.Change, l text.Lang) any {
	list := make([]jsonChange, 0, len(changes))
	for _, c := range changes {
		j := jsonChange{Line: c.Line, Name: c.Name.In(l), Delta: c.Delta.String()}
		j.Before, j.WithPending.Before = figure(c.Before, c.BeforeNone)
		j.After, j.WithPending.After = figure(c.After, c.AfterNone)
		j.WithPending.Delta = c.DeltaPending.String()
		list = append(list, j)
	}
	return struct {
		Before  json.RawMessage `json:"before"`
		After   json.RawMessage `json:"after"`
		Changes []jsonChange    `json:"changes"`
		Net     *string         `json:"assessed_net"`
	}{before.JSON(), after.JSON(), list, net(before, after)}
}

// net is the assessed profit after what more expensed R&D takes from the book profit; nil where there is none.
func net(before, after *scoring.Sheet) *string {
	d, ok := scoring.Net(before, after)
	if !ok {
		return nil
	}
	s := d.String()
	return &s
}

// figure gives both members of a figure as decimal strings, null where it does not exist.
func figure(p scoring.Pair, none bool) (confirmed, pending *string) {
	if none {
		return nil, nil
	}
	c, w := p.Confirmed.String(), p.Pending.String()
	return &c, &w
}

func changesText(was, is *scoring.Sheet, changes []scoring.Change, l text.Lang) string {
	if len(changes) == 0 {
		return text.CmdWhatIfSame.In(l)
	}
	t := columns("lrrrrrl")
	t.row("", text.CmdWhatIfBefore.In(l), text.CmdWhatIfAfter.In(l), text.CmdWhatIfDelta.In(l),
		text.CmdSheetPending.In(l), text.CmdWhatIfDelta.In(l), "")
	for _, c := range changes {
		before, _ := figure(c.Before, c.BeforeNone)
		after, pending := figure(c.After, c.AfterNone)
		t.row(c.Name.In(l), word(before), word(after), c.Delta.Signed(), word(pending), c.DeltaPending.Signed(), c.Unit.In(l))
	}
	if d, ok := scoring.Net(was, is); ok && d.Cmp(is.Assessed.Confirmed) != 0 {
		delta := d
		delta.Units -= was.Assessed.Confirmed.Units
		t.row(text.CmdWhatIfNet.In(l), was.Assessed.Confirmed.String(), d.String(), delta.Signed(), "", "", text.ScoreUnitWan.In(l))
	}
	return t.String()
}

func word(s *string) string {
	if s == nil {
		return "-"
	}
	return *s
}
