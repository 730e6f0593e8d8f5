package main

import (
	"strings"

	"github.com/spf13/cobra"

	"yice/entry"
	"yice/filing"
	"yice/form"
	"yice/store"
	"yice/text"
)

func (p *program) newCommand() *cobra.Command {
	var uscc, name, kind, at, from, key, trust, packPath string
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
	c.Flags().StringVar(&packPath, "pack", "", text.CmdFlagNewPack.In(p.lang))
	p.openKeyFlag(c, &key, "key")
	c.Flags().StringVar(&trust, "trust", "", text.CmdFlagTrust.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		if from != "" {
			if uscc+name+kind+at+packPath != "" {
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
		take, forms, err := p.packTaken(packPath, trust, y, strings.ToUpper(strings.TrimSpace(uscc)))
		if err != nil {
			return err
		}
		card, err := enterpriseCard(forms, uscc, name, kind)
		if err != nil {
			return err
		}
		if err := p.create(args[0], y, card, take, nil); err != nil {
			return err
		}
		p.message(text.CmdNewDone.With(args[0], card.Str("name"), y))
		return nil
	}
	return c
}

// packTaken gives what takes a pack into a workspace, and the dictionary of the year by it; nothing where no pack is named.
func (p *program) packTaken(path, trust string, year int, uscc string) (take func(*store.Workspace) error, forms *form.Dictionary, err error) {
	if path == "" {
		return nil, nil, nil
	}
	pack, err := p.loadPack(path)
	if err != nil {
		return nil, nil, err
	}
	if err := pack.InYear(year); err != nil {
		return nil, nil, err
	}
	keys, err := p.packKeys(trust)
	if err != nil {
		return nil, nil, err
	}
	return func(w *store.Workspace) error {
		_, err := filing.TakePack(w, path, pack, keys, p.now(), uscc)
		return err
	}, pack.Dictionary(), nil
}

// enterpriseCard reads the three figures of a new enterprise as the dictionary does.
func enterpriseCard(forms *form.Dictionary, uscc, name, kind string) (*form.Record, error) {
	f := forms.ByID("enterprise")
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

// create makes a workspace with one enterprise's year in it, whole or not at all; first and more, where set, do what goes before
// the year is opened and what fills it further.
func (p *program) create(path string, y int, card *form.Record, first, more func(*store.Workspace) error) error {
	return store.CreateWhole(path, store.Options{Now: p.now}, func(w *store.Workspace) error {
		if first != nil {
			if err := first(w); err != nil {
				return err
			}
		}
		b := entry.Beginning{Year: y, Card: map[string]string{}}
		for _, id := range []string{"uscc", "name", "type"} {
			b.Card[id] = card.Form.Field(id).Show(card.Get(id))
		}
		if _, err := entry.Begin(w, b, entry.Options{Who: p.who(w), Template: template, Now: p.now}); err != nil || more == nil {
			return err
		}
		return more(w)
	})
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
	var results []filing.Result
	if err := store.CreateWhole(path, store.Options{Now: p.now}, func(w *store.Workspace) error {
		results, err = filing.Adopt(c.Context(), w, v, filing.AdoptOptions{
			Session: entry.Options{Who: p.who(w), Template: template, Now: p.now}, Trust: o.Trust,
		})
		return err
	}); err != nil {
		return err
	}
	p.message(text.CmdNewDone.With(path, v.Name, v.Year))
	return p.print(importText(results, false, p.lang))
}
