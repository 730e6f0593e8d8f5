package main

import (
	"github.com/spf13/cobra"

	"yice/filing"
	"yice/text"
)

func (p *program) diffCommand() *cobra.Command {
	var (
		asJSON bool
		key    string
	)
	c := &cobra.Command{
		Use:     "diff A.zip B.zip",
		Short:   text.CmdDiffShort.In(p.lang),
		Long:    text.CmdDiffLong.In(p.lang),
		Example: "  yice diff first.zip second.zip",
		Args:    takes(2, 2),
	}
	c.Flags().StringVar(&key, "key", "", text.CmdFlagOpenKey.In(p.lang))
	c.Flags().BoolVar(&asJSON, "json", false, text.CmdFlagJSON.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		var opened [2]*filing.Submission
		for i, path := range args {
			s, err := filing.ReadSubmission(path, filing.VerifyOptions{Key: key, Passphrase: p.passphrase})
			if err != nil {
				return err
			}
			defer s.Close()
			opened[i] = s
		}
		changes, err := filing.Diff(c.Context(), opened[0], opened[1])
		if err != nil {
			return err
		}
		if asJSON {
			return p.printJSON(diffJSON(changes))
		}
		return p.print(diffText(changes, p.lang))
	}
	return c
}

type jsonCell struct {
	Form  string `json:"form"`
	Key   string `json:"key"`
	Field string `json:"field"`
	Old   string `json:"old"`
	New   string `json:"new"`
}

func diffJSON(changes []filing.CellChange) any {
	list := make([]jsonCell, 0, len(changes))
	for _, c := range changes {
		list = append(list, jsonCell(c))
	}
	return map[string]any{"changes": list}
}

func diffText(changes []filing.CellChange, l text.Lang) string {
	if len(changes) == 0 {
		return text.CmdDiffSame.In(l)
	}
	t := columns("lllll")
	t.row(text.CmdForm.In(l), text.CmdKey.In(l), text.CmdField.In(l), text.CmdHistoryOld.In(l), text.CmdHistoryNew.In(l))
	for _, c := range changes {
		t.row(formTitle(c.Form, l), c.Key, fieldTitle(c.Form, c.Field, l), short(c.Old), short(c.New))
	}
	return t.String()
}
