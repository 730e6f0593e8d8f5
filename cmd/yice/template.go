package main

import (
	"github.com/spf13/cobra"

	"yice/filing"
	"yice/text"
)

func (p *program) templateCommand() *cobra.Command {
	var out string
	c := &cobra.Command{
		Use:     "template FORM -o FILE.xlsx",
		Short:   text.CmdTemplateShort.In(p.lang),
		Long:    text.CmdTemplateLong.In(p.lang),
		Example: "  yice template spend -o spend.xlsx",
		Args:    takes(1, 1),
	}
	p.outFlag(c, &out)
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := needOut(c, out); err != nil {
			return err
		}
		f, err := namedForm(args[0])
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
