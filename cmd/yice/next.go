package main

import (
	"github.com/spf13/cobra"

	"yice/entry"
	"yice/store"
	"yice/text"
)

func (p *program) nextCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "next W --year Y",
		Short:   text.CmdNextShort.In(p.lang),
		Long:    text.CmdNextLong.In(p.lang),
		Example: "  yice next desk.yice --year 2023",
		Args:    takes(1, 1),
	}
	s := p.bookFlags(c)
	c.RunE = func(c *cobra.Command, args []string) error {
		return p.inWorkspace(args[0], writing, func(w *store.Workspace) error {
			uscc, from, err := p.choose(w, s, writing)
			if err != nil {
				return err
			}
			moved, err := sinceSealed(c, w, uscc, from)
			if err != nil {
				return err
			}
			carried, err := entry.NextYear(w, uscc, from, p.who(w))
			if err != nil {
				return err
			}
			p.message(text.CmdNextDone.With(carried.Book.Year))
			if moved != nil && moved.Rows() > 0 {
				p.message(text.CmdNextMoved.With(from, moved.Rows()))
			}
			t := columns("lrr")
			t.row("", text.CmdNextTaken.In(p.lang), text.CmdNextOf.In(p.lang))
			for _, f := range carried.Forms {
				t.row(f.Form.Title.In(p.lang), itoa(f.Taken), itoa(f.Of))
			}
			return p.print(t.String())
		})
	}
	return c
}

// sinceSealed tells what became of a year after it was last sealed; nil where there is no such year.
func sinceSealed(c *cobra.Command, w *store.Workspace, uscc string, year int) (*entry.Since, error) {
	b, ok, err := w.FindBook(uscc, year)
	if err != nil || !ok {
		return nil, err
	}
	return entry.SinceSealed(c.Context(), w, b)
}
