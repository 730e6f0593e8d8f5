package main

import (
	"github.com/spf13/cobra"

	"yice/filing"
	"yice/form"
	"yice/text"
)

func (p *program) templateCommand() *cobra.Command {
	var out, pack string
	c := &cobra.Command{
		Use:     "template FORM [--pack P] -o FILE.xlsx",
		Short:   text.CmdTemplateShort.In(p.lang),
		Long:    text.CmdTemplateLong.In(p.lang),
		Example: "  yice template spend -o spend.xlsx",
		Args:    takes(1, 1),
	}
	p.outFlag(c, &out)
	c.Flags().StringVar(&pack, "pack", "", text.CmdFlagPackForms.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := needOut(c, out); err != nil {
			return err
		}
		f, err := p.formOf(pack, args[0])
		if err != nil {
			return err
		}
		if err := filing.Template(f, out, p.lang); err != nil {
			return err
		}
		p.message(text.CmdWritten.With(out))
		return nil
	}
	return c
}

// formOf finds a form by its id: in a pack that is named, else among what is built in and what the built-in pack brings.
func (p *program) formOf(path, id string) (*form.Form, error) {
	pack, err := p.packFlag(path)
	if err != nil {
		return nil, err
	}
	if pack == nil && form.ByID(id) == nil {
		pack, _ = template(p.now().Year())
	}
	return namedForm(pack.Dictionary(), id)
}
