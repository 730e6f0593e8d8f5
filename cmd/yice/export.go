package main

import (
	"github.com/spf13/cobra"

	"yice/entry"
	"yice/filing"
	"yice/text"
)

func (p *program) exportCommand() *cobra.Command {
	var (
		out, encoding string
		titles        bool
	)
	c := &cobra.Command{
		Use:     "export W --year Y FORM -o FILE.csv|.xlsx",
		Short:   text.CmdExportShort.In(p.lang),
		Long:    text.CmdExportLong.In(p.lang),
		Example: "  yice export desk.yice --year 2023 spend -o spend.xlsx --titles",
		Args:    takes(2, 2),
	}
	s := p.bookFlags(c)
	p.outFlag(c, &out)
	c.Flags().StringVar(&encoding, "encoding", "", text.CmdFlagEncoding.In(p.lang))
	c.Flags().BoolVar(&titles, "titles", false, text.CmdFlagTitles.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := needOut(c, out); err != nil {
			return err
		}
		read, err := readOptions(encoding, nil)
		if err != nil {
			return err
		}
		return p.inSession(c.Context(), args[0], s, reading, func(session *entry.Session) error {
			o := filing.ExportOptions{Encoding: read.Encoding, Titles: titles, Lang: p.lang}
			f, err := namedForm(session.Forms(), args[1])
			if err != nil {
				return err
			}
			if err := filing.ExportFile(c.Context(), session, f, out, o); err != nil {
				return err
			}
			p.message(text.CmdWritten.With(out))
			return nil
		})
	}
	return c
}

// outFlag adds -o; needOut insists on it.
func (p *program) outFlag(c *cobra.Command, out *string) {
	c.Flags().StringVarP(out, "output", "o", "", text.CmdFlagOut.In(p.lang))
}

func needOut(c *cobra.Command, out string) error {
	if out == "" {
		return usage("cmd.needs", text.CmdFlagNeeded.With("output (-o)", c.UseLine()))
	}
	return nil
}
