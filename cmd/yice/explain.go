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
	var asJSON bool
	c := &cobra.Command{
		Use:     "explain W --year Y LINE|all",
		Short:   text.CmdExplainShort.In(p.lang),
		Long:    text.CmdExplainLong.In(p.lang),
		Example: "  yice explain desk.yice --year 2023 rd_intensity\n  yice explain desk.yice --year 2023 all",
		Args:    takes(2, 2),
	}
	s := p.scopeFlags(c)
	p.jsonFlag(c, &asJSON)
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
			told, all := make([]string, 0, len(ids)), make([]explainedJSON, 0, len(ids))
			for _, id := range ids {
				e, ok := sheet.Explain(id)
				if !ok {
					return usage("cmd.line", text.CmdNoLine.With(id, strings.Join(sheet.ExplainIDs(), ", ")))
				}
				told, all = append(told, explanationText(session.Forms(), e, p.lang)), append(all, explained(id, e, p.lang))
			}
			if asJSON {
				return p.printJSON(all)
			}
			return p.print(strings.Join(told, "\n"))
		})
	}
	return c
}

type (
	explainedJSON struct {
		ID         string          `json:"id"`
		Title      string          `json:"title"`
		Score      string          `json:"score"`
		Paragraphs []paragraphJSON `json:"paragraphs"`
		Used       []useJSON       `json:"used"`
		Rejected   []useJSON       `json:"rejected"`
	}
	paragraphJSON struct {
		Label string   `json:"label"`
		Lines []string `json:"lines"`
	}
	useJSON struct {
		Form   string `json:"form"`
		Key    string `json:"key"`
		Title  string `json:"title"`
		Counts string `json:"counts"`
		Why    string `json:"why"`
	}
)

// explained is an explanation as JSON has it.
func explained(id string, e scoring.Explanation, l text.Lang) explainedJSON {
	j := explainedJSON{ID: id, Title: e.Title.In(l), Score: e.Score.In(l), Paragraphs: []paragraphJSON{}, Used: usesJSON(e.Used, l), Rejected: usesJSON(e.Rejected, l)}
	for _, p := range e.Paragraphs {
		one := paragraphJSON{Label: p.Label.In(l), Lines: make([]string, len(p.Lines))}
		for i, line := range p.Lines {
			one.Lines[i] = line.In(l)
		}
		j.Paragraphs = append(j.Paragraphs, one)
	}
	return j
}

func usesJSON(list []scoring.Use, l text.Lang) []useJSON {
	all := make([]useJSON, len(list))
	for i, u := range list {
		title := u.Title
		if !u.Says.Empty() {
			title = u.Says.In(l)
		}
		all[i] = useJSON{u.Form, u.Key, title, u.Counts.In(l), u.Why.In(l)}
	}
	return all
}

// explanationText draws an explanation: its sentences, then the records that counted and those that did not.
func explanationText(d *form.Dictionary, e scoring.Explanation, l text.Lang) string {
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
	uses(&b, d, text.CmdExplainUsed.With(len(e.Used)), e.Used, l)
	uses(&b, d, text.CmdExplainRejected.With(len(e.Rejected)), e.Rejected, l)
	return b.String()
}

func uses(b *strings.Builder, d *form.Dictionary, title text.Pair, list []scoring.Use, l text.Lang) {
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
		t.row(formTitle(d, u.Form, l), key, title, u.Counts.In(l), u.Why.In(l))
	}
	b.WriteString(t.String())
}
