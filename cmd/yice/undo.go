package main

import (
	"github.com/spf13/cobra"

	"yice/store"
	"yice/text"
)

type undoneJSON struct {
	Year   int    `json:"year"`
	Undone bool   `json:"undone"`
	Step   string `json:"step"`
}

func (p *program) undoCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "undo W",
		Short:   text.CmdUndoShort.In(p.lang),
		Long:    text.CmdUndoLong.In(p.lang),
		Example: "  yice undo desk.yice\n  yice undo desk.yice --year 2023",
		Args:    takes(1, 1),
	}
	s := p.bookFlags(c)
	p.jsonFlag(c, &asJSON)
	c.RunE = func(c *cobra.Command, args []string) error {
		return p.inWorkspace(args[0], writing, func(w *store.Workspace) error {
			books, err := p.books(w, s)
			if err != nil {
				return err
			}
			newest := books[0]
			for _, b := range books {
				if b.ChangedAt.After(newest.ChangedAt) {
					newest = b
				}
			}
			done, err := w.Undo(newest.Book, p.who(w))
			if err != nil {
				return err
			}
			if asJSON {
				return p.printJSON(undoneJSON{newest.Year, done.Seq != 0, done.Label.In(p.lang)})
			}
			if done.Seq == 0 {
				p.message(text.CmdUndoNothing.With(newest.Year))
				return nil
			}
			p.message(text.CmdUndone.With(newest.Year, done.Label))
			return nil
		})
	}
	return c
}
