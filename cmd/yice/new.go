package main

import (
	"os"
	"strings"

	"github.com/spf13/cobra"

	"yice/entry"
	"yice/filing"
	"yice/form"
	"yice/store"
	"yice/text"
)

func (p *program) newCommand() *cobra.Command {
	var uscc, name, kind, at, from, key, trust string
	c := &cobra.Command{
		Use:     "new W --uscc U --name N --type T --year Y",
		Short:   text.CmdNewShort.In(p.lang),
		Long:    text.CmdNewLong.In(p.lang),
		Example: text.CmdNewExample.In(p.lang),
		Args:    takes(1, 1),
	}
	c.Flags().StringVar(&uscc, "uscc", "", text.CmdFlagUSCC.In(p.lang))
	c.Flags().StringVar(&name, "name", "", text.CmdFlagName.In(p.lang))
	c.Flags().StringVar(&kind, "type", "", text.CmdFlagType.In(p.lang))
	c.Flags().StringVar(&at, "year", "", text.CmdFlagYear.In(p.lang))
	c.Flags().StringVar(&from, "from", "", text.CmdFlagFromSubmission.In(p.lang))
	p.openKeyFlag(c, &key, "key")
	c.Flags().StringVar(&trust, "trust", "", text.CmdFlagTrust.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		if from != "" {
			if uscc+name+kind+at != "" {
				return usage("cmd.new-from", text.CmdNewEither)
			}
			return p.newFrom(c, args[0], from, filing.VerifyOptions{Trust: p.trustOr(trust), Key: key, Passphrase: p.passphrase})
		}
		for flag, value := range map[string]string{"uscc": uscc, "name": name, "type": kind, "year": at} {
			if strings.TrimSpace(value) == "" {
				return usage("cmd.needs", text.CmdFlagNeeded.With(flag, c.UseLine()))
			}
		}
		y, ok := year(at)
		if !ok {
			return usage("cmd.year", text.CmdBadYear.With(at))
		}
		card, err := enterpriseCard(uscc, name, kind)
		if err != nil {
			return err
		}
		if err := p.create(args[0], y, card); err != nil {
			return err
		}
		p.message(text.CmdNewDone.With(args[0], card.Str("name"), y))
		return nil
	}
	return c
}

// enterpriseCard reads the three figures of a new enterprise as the dictionary does.
func enterpriseCard(uscc, name, kind string) (*form.Record, error) {
	f := form.ByID("enterprise")
	r := form.NewRecord(f)
	for _, typed := range []struct{ field, text string }{{"uscc", uscc}, {"name", name}, {"type", kind}} {
		field := f.Field(typed.field)
		v, err := field.Parse(typed.text, form.Yuan)
		if err != nil {
			return nil, usage("cmd.value", text.CmdBadValue.With(field.Title, typed.text, said(err)))
		}
		r.Set(typed.field, v)
	}
	return r, nil
}

// create makes a workspace with one enterprise's year in it. What fails half-way leaves no file behind.
func (p *program) create(path string, y int, card *form.Record) (err error) {
	w, err := store.Create(path, store.Options{Now: p.now})
	if err != nil {
		return err
	}
	defer func() {
		if err = closed(err, w); err != nil {
			removeWorkspace(path)
		}
	}()
	session, err := entry.Open(w, card.Str("uscc"), y, entry.Options{Who: p.who(w), Template: template, Now: p.now, Create: true})
	if err != nil {
		return err
	}
	var edits []entry.Edit
	for _, id := range []string{"uscc", "name", "type"} {
		edits = append(edits, entry.Edit{Form: card.Form, Field: id, Typed: card.Form.Field(id).Show(card.Get(id)), Unit: form.Yuan})
	}
	_, err = session.Apply(text.CmdNewLabel.With(card.Str("name")), edits)
	return closed(err, session)
}

// newFrom makes a workspace of a submission that verifies: on another machine, or to open the next year from.
func (p *program) newFrom(c *cobra.Command, path, from string, o filing.VerifyOptions) error {
	v, err := filing.Verify(c.Context(), from, o)
	if err != nil {
		return err
	}
	defer v.Close()
	if !v.OK {
		p.exit = text.Findings
		return p.print(verificationText(v, p.lang))
	}
	w, err := store.Create(path, store.Options{Now: p.now})
	if err != nil {
		return err
	}
	results, err := filing.Adopt(c.Context(), w, v, filing.AdoptOptions{
		Session: entry.Options{Who: p.who(w), Template: template, Now: p.now}, Trust: o.Trust,
	})
	if err = closed(err, w); err != nil {
		removeWorkspace(path)
		return err
	}
	p.message(text.CmdNewDone.With(path, v.Name, v.Year))
	return p.print(importText(results, false, p.lang))
}

// removeWorkspace takes away a workspace that this run began and could not finish.
func removeWorkspace(path string) {
	for _, ending := range []string{"", "-wal", "-shm", "-journal"} {
		_ = os.Remove(path + ending)
	}
}
