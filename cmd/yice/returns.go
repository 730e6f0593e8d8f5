package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"yice/entry"
	"yice/filing"
	"yice/form"
	"yice/returns"
	"yice/text"
)

func (p *program) returnsCommand() *cobra.Command {
	var (
		out      string
		concerns string
		asJSON   bool
	)
	c := &cobra.Command{
		Use:     "returns W --year Y [ID] [-o FILE.xlsx|.csv|.html] [--concerns ID,…]",
		Short:   text.CmdReturnsShort.In(p.lang),
		Long:    text.CmdReturnsLong.In(p.lang),
		Example: "  yice returns desk.yice --year 2023\n  yice returns desk.yice --year 2023 A107012 -o A107012.xlsx\n  yice returns desk.yice --year 2023 quick --json\n  yice returns desk.yice --year 2023 --concerns 107-1,107-2,quick,A107012",
		Args:    takes(1, 2),
	}
	s := p.bookFlags(c)
	p.outFlag(c, &out)
	c.Flags().StringVar(&concerns, "concerns", "", text.CmdFlagConcerns.In(p.lang))
	c.Flags().BoolVar(&asJSON, "json", false, text.CmdFlagJSON.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		if c.Flags().Changed("concerns") {
			if len(args) == 2 || out != "" {
				return usage("cmd.return", text.CmdConcernsAlone)
			}
			return p.setConcerns(c.Context(), args[0], s, concerns, asJSON)
		}
		var r *returns.Return
		if len(args) == 2 {
			if r = returns.ByID(args[1]); r == nil {
				return usage("cmd.return", text.CmdNoReturn.With(args[1], strings.Join(returnIDs(), ", ")))
			}
		} else if out != "" {
			return usage("cmd.return", text.CmdWhichReturn.With(strings.Join(returnIDs(), ", ")))
		}
		return p.inSession(c.Context(), args[0], s, reading, func(session *entry.Session) error {
			in, err := session.ReturnsOver(c.Context())
			if err != nil {
				return err
			}
			if r == nil {
				return p.listReturns(in, asJSON)
			}
			t := r.Make(in)
			if out != "" {
				uscc, name, _ := session.Enterprise()
				if err := filing.Return(c.Context(), t, uscc, name, out, p.lang); err != nil {
					return err
				}
				p.message(text.CmdWritten.With(out))
			}
			if asJSON {
				return p.printJSON(returnJSON(t, in, p.lang))
			}
			if out != "" {
				return nil
			}
			return p.print(returnText(t, p.lang))
		})
	}
	return c
}

// Words of --concerns beside the returns' own ids.
const (
	concernsNone     = "none"     // no return
	concernsOrdinary = "ordinary" // those of an enterprise that says nothing
)

// setConcerns has the enterprise's card say which returns concern it, as the screen does, and lists them.
func (p *program) setConcerns(ctx context.Context, path string, s *scope, said string, asJSON bool) error {
	card := ""
	switch said {
	case concernsOrdinary:
	case concernsNone:
		card, _ = returns.OnlyThese(nil)
	default:
		names := strings.FieldsFunc(said, func(r rune) bool { return strings.ContainsRune("、，, ", r) })
		var unknown []string
		card, unknown = returns.OnlyThese(names)
		if len(unknown) > 0 || len(names) == 0 {
			return usage("cmd.return", text.CmdNoReturn.With(strings.Join(unknown, ", "), strings.Join(append(returnIDs(), concernsNone, concernsOrdinary), ", ")))
		}
	}
	return p.inSession(ctx, path, s, writing, func(session *entry.Session) error {
		f := session.Forms().ByID("enterprise")
		e := entry.Edit{Form: f, Field: "returns", Typed: card}
		if rows := session.Records(f); len(rows) > 0 {
			e.Row = rows[0].ID
		}
		if _, err := session.Apply(text.CmdConcernsLabel, []entry.Edit{e}); err != nil {
			return err
		}
		in, err := session.ReturnsOver(ctx)
		if err != nil {
			return err
		}
		return p.listReturns(in, asJSON)
	})
}

func returnIDs() (ids []string) {
	for _, r := range returns.All() {
		ids = append(ids, r.ID)
	}
	return ids
}

// listReturns tells every return, whether it concerns the enterprise, and what it is still without.
func (p *program) listReturns(in *returns.Inputs, asJSON bool) error {
	concerns := returns.ConcernsOf(in.Enterprise)
	if asJSON {
		type item struct {
			ID       string   `json:"id"`
			Title    string   `json:"title"`
			Concerns bool     `json:"concerns"`
			Basis    string   `json:"basis"`
			Recalled string   `json:"reference"`
			Missing  []string `json:"missing"`
		}
		list := []item{}
		for _, r := range returns.All() {
			list = append(list, item{r.ID, r.Title.In(p.lang), concerns.Has(r.ID), r.Basis.In(p.lang), r.Recalled.In(p.lang), wordsOf(r.Missing(in), p.lang)})
		}
		return p.printJSON(struct {
			Year    int    `json:"year"`
			Returns []item `json:"returns"`
		}{in.Year, list})
	}
	t := columns("llll")
	for _, r := range returns.All() {
		state := text.CmdReturnWhole
		switch missing := r.Missing(in); {
		case !concerns.Has(r.ID):
			state = text.CmdReturnElse
		case len(missing) > 0:
			state = text.ReturnsMissing.With(strings.Join(wordsOf(missing, p.lang), text.ReturnsListComma.In(p.lang)))
		}
		mark := ""
		if !r.Recalled.Empty() {
			mark = text.CmdReturnReference.In(p.lang)
		}
		t.row(r.ID, r.Title.In(p.lang), mark, state.In(p.lang))
	}
	return p.print(t.String())
}

// unbroken is a caption without the breaks that fit it into a narrow column of a sheet.
func unbroken(caption string) string { return strings.ReplaceAll(caption, "\n", "") }

func wordsOf(list []text.Pair, l text.Lang) []string {
	out := []string{}
	for _, w := range list {
		out = append(out, w.In(l))
	}
	return out
}

// returnText prints a return: a line a figure, slices beside one another where there are few.
func returnText(t *returns.Table, l text.Lang) string {
	r := t.Return
	var b strings.Builder
	b.WriteString(oneLine(r.Number.In(l)+"  "+r.Title.In(l)) + "\n\n")
	if r.Across {
		for _, s := range t.Slices {
			b.WriteString(oneLine(sliceName(s, l)) + "\n")
			b.WriteString(returnLines(t, []*returns.Slice{s}, l))
		}
	} else {
		b.WriteString(returnLines(t, t.Slices, l))
	}
	for _, n := range t.Notices() {
		b.WriteString("\n" + oneLine(n.Say.In(l)) + "\n")
	}
	b.WriteString("\n" + oneLine(r.Note.In(l)) + "\n")
	if !r.Recalled.Empty() {
		b.WriteString(oneLine(text.ReturnsReference.With(r.Recalled).In(l)) + "\n")
	}
	return b.String()
}

// sliceName is what a row of a return across is called: its code and its name.
func sliceName(s *returns.Slice, l text.Lang) string {
	name := s.Title.In(l)
	if len(s.Heads) > 1 && !s.Heads[1].Empty() {
		name += "  " + s.Heads[1].In(l)
	}
	return name
}

func returnLines(t *returns.Table, slices []*returns.Slice, l text.Lang) string {
	tab := columns("ll" + strings.Repeat("r", len(slices)) + "l")
	tab.indent = "  "
	if len(slices) > 1 {
		heads := []string{"", ""}
		for _, s := range slices {
			heads = append(heads, s.Title.In(l))
		}
		tab.row(append(heads, "")...)
	}
	for i := range t.Return.Lines {
		line := &t.Return.Lines[i]
		if line.Hidden {
			continue
		}
		cells := []string{line.Number, strings.Repeat("  ", line.Level) + oneLine(unbroken(line.Title.In(l)))}
		for _, s := range slices {
			if !t.Has(s, line) {
				cells = append(cells, "—")
				continue
			}
			cells = append(cells, form.Separated(t.At(s, line)))
		}
		tab.row(append(cells, line.Measure.Title.In(l))...)
	}
	return tab.String()
}
