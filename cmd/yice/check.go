package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"yice/entry"
	"yice/filing"
	"yice/form"
	"yice/text"
)

func (p *program) checkCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "check W --year Y",
		Short:   text.CmdCheckShort.In(p.lang),
		Long:    text.CmdCheckLong.In(p.lang),
		Example: "  yice check desk.yice --year 2023\n  yice check desk.yice --year 2023 --json",
		Args:    takes(1, 1),
	}
	s := p.scopeFlags(c)
	c.Flags().BoolVar(&asJSON, "json", false, text.CmdFlagJSON.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		return p.inSession(c.Context(), args[0], s, reading, func(session *entry.Session) error {
			if err := session.CheckDeep(c.Context()); err != nil {
				return err
			}
			needs := unmet(filing.Prerequisites(session))
			// Signing comes last: that nobody has signed yet is no finding in the data.
			if slices.ContainsFunc(needs, func(n filing.Prerequisite) bool { return n.Need && n.ID != filing.NeedSignOff }) {
				p.exit = text.Findings
			}
			if asJSON {
				printed := findingsJSON(session.Findings(), p.lang)
				printed["needs"] = needsJSON(needs, p.lang)
				return p.printJSON(printed)
			}
			must, verify, explained := session.Counts()
			return p.print(findingsText(session.Forms(), session.Findings(), must, verify, explained, p.lang) + needsText(needs, p.lang))
		})
	}
	return c
}

type jsonFinding struct {
	ID        string `json:"id"`
	Severity  string `json:"severity"`
	Form      string `json:"form"`
	Key       string `json:"key"`
	Field     string `json:"field"`
	Message   string `json:"message"`
	Explained bool   `json:"explained"`
}

// jsonNeed is one thing that sealing asks for, or advises, and that is not so yet.
type jsonNeed struct {
	ID      string `json:"id"`
	Need    bool   `json:"need"`
	Message string `json:"message"`
}

// unmet keeps what is not so yet, the needed first.
func unmet(all []filing.Prerequisite) []filing.Prerequisite {
	return slices.DeleteFunc(all, func(n filing.Prerequisite) bool { return n.OK })
}

// needsText lists what sealing will ask for besides the findings, which have been listed and counted.
func needsText(needs []filing.Prerequisite, l text.Lang) string {
	var b strings.Builder
	for _, n := range needs {
		say := text.CmdNeedAdvice
		if n.Need {
			say = text.CmdNeedOpen
		}
		if n.ID != "must" && n.ID != "verify" {
			b.WriteString(oneLine(say.With(n.Say).In(l)) + "\n")
		}
	}
	return b.String()
}

func needsJSON(needs []filing.Prerequisite, l text.Lang) []jsonNeed {
	asked := make([]jsonNeed, 0, len(needs))
	for _, n := range needs {
		asked = append(asked, jsonNeed{n.ID, n.Need, n.Say.In(l)})
	}
	return asked
}

func findingsJSON(findings []form.Finding, l text.Lang) map[string]any {
	list := make([]jsonFinding, 0, len(findings))
	for _, f := range findings {
		list = append(list, jsonFinding{
			ID: entry.FindingID(f), Severity: f.Severity.Title().ZH, Form: f.Form, Key: f.Key, Field: f.Field,
			Message: f.Message.In(l), Explained: f.Explained,
		})
	}
	return map[string]any{"findings": list}
}

// findingsText draws findings one under the other: severity, where, what, and the id that `yice reason` takes.
func findingsText(d *form.Dictionary, findings []form.Finding, must, verify, explained int, l text.Lang) string {
	var b strings.Builder
	for _, f := range findings {
		where := formTitle(d, f.Form, l)
		if f.Key != "" {
			where += " " + form.KeyTitle(f.Form, f.Key).In(l)
		}
		if title := fieldTitle(d, f.Form, f.Field, l); title != "" {
			where += " · " + title
		}
		b.WriteString(f.Severity.Title().In(l) + "  " + oneLine(where) + "\n    " + oneLine(f.Message.In(l)) + "\n")
		switch {
		case f.Explained:
			b.WriteString("    " + oneLine(text.CmdCheckExplained.With(f.Reason).In(l)) + "\n")
		case f.Severity == form.Verify:
			b.WriteString("    " + oneLine(text.CmdCheckReason.With(entry.FindingID(f)).In(l)) + "\n")
		}
	}
	if len(findings) > 0 {
		b.WriteString("\n")
	}
	if total := must + verify + explained; total > len(findings) {
		b.WriteString(text.CmdCheckListed.With(len(findings), total).In(l) + "\n")
	}
	b.WriteString(text.CmdCheckCounts.With(must, verify, explained).In(l) + "\n")
	return b.String()
}

// formTitle and fieldTitle name a form and a field as people see them; what the dictionary does not know keeps its id.
func formTitle(d *form.Dictionary, id string, l text.Lang) string {
	if f := d.ByID(id); f != nil {
		return f.Title.In(l)
	}
	return id
}

func fieldTitle(d *form.Dictionary, formID, id string, l text.Lang) string {
	if f := d.ByID(formID); f != nil && id != "" {
		if field := f.Field(id); field != nil {
			return field.Title.In(l)
		}
	}
	return id
}
