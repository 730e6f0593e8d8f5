package main

import (
	"strings"

	"github.com/spf13/cobra"

	"yice/entry"
	"yice/form"
	"yice/scoring"
	"yice/text"
)

func (p *program) explainCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "explain W --year Y LINE|all",
		Short:   text.CmdExplainShort.In(p.lang),
		Long:    text.CmdExplainLong.In(p.lang),
		Example: "  yice explain desk.yice --year 2023 rd_intensity\n  yice explain desk.yice --year 2023 all",
		Args:    takes(2, 2),
	}
	s := p.scopeFlags(c)
	c.RunE = func(c *cobra.Command, args []string) error {
		return p.inSession(c.Context(), args[0], s, reading, func(session *entry.Session) error {
			sheet, err := p.sheet(session)
			if err != nil {
				return err
			}
			ids := []string{args[1]}
			if args[1] == "all" {
				ids = sheet.ExplainIDs()
			}
			told := make([]string, 0, len(ids))
			for _, id := range ids {
				e, ok := sheet.Explain(id)
				if !ok {
					return usage("cmd.line", text.CmdNoLine.With(id, strings.Join(sheet.ExplainIDs(), ", ")))
				}
				told = append(told, explanationText(e, p.lang))
			}
			return p.print(strings.Join(told, "\n"))
		})
	}
	return c
}

// explanationText draws an explanation: its sentences, then the records that counted and those that did not.
func explanationText(e scoring.Explanation, l text.Lang) string {
	var b strings.Builder
	b.WriteString(oneLine(e.Title.In(l)+"  "+e.Score.In(l)) + "\n\n")
	t := columns("ll")
	t.indent = "  "
	for _, paragraph := range e.Paragraphs {
		label := paragraph.Label.In(l)
		for _, sentence := range paragraph.Lines {
			t.row(label, sentence.In(l))
			label = ""
		}
	}
	b.WriteString(t.String())
	uses(&b, text.CmdExplainUsed.With(len(e.Used)), e.Used, l)
	uses(&b, text.CmdExplainRejected.With(len(e.Rejected)), e.Rejected, l)
	return b.String()
}

func uses(b *strings.Builder, title text.Pair, list []scoring.Use, l text.Lang) {
	if len(list) == 0 {
		return
	}
	b.WriteString("\n" + title.In(l) + "\n")
	t := columns("lllrl")
	t.indent = "  "
	for _, u := range list {
		key, title := form.KeyTitle(u.Form, u.Key).In(l), u.Title
		if !u.Says.Empty() {
			key, title = "", u.Says.In(l)
		}
		t.row(formTitle(u.Form, l), key, title, u.Counts.In(l), u.Why.In(l))
	}
	b.WriteString(t.String())
}
