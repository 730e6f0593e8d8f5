package returns

import (
	"strings"

	"yice/text"
)

// Page writes a return's page of the manual as Markdown: what it is, and every line with its formula.
func (r *Return) Page(l text.Lang) string {
	var b strings.Builder
	b.WriteString("\n### " + r.ID + " " + r.Title.In(l) + "\n\n")
	if !r.Recalled.Empty() {
		b.WriteString(text.ReturnsReference.With(r.Recalled).In(l) + "\n\n")
	}
	b.WriteString(r.Note.In(l) + "\n\n")
	heads := []string{text.Report1072Code.In(l), text.Report1072Indicator.In(l), text.Report1072Unit.In(l), text.ReturnsFormula.In(l)}
	b.WriteString("| " + strings.Join(heads, " | ") + " |\n|---|---|---|---|\n")
	for i := range r.Lines {
		line := &r.Lines[i]
		name := line.Number
		if name == "" {
			name = line.ID
		}
		title := strings.ReplaceAll(line.Title.In(l), "\n", "")
		cells := []string{name, title, line.Measure.Title.In(l), line.Formula.Says(r).In(l)}
		b.WriteString("| " + strings.ReplaceAll(strings.Join(cells, " | "), "||", "|") + " |\n")
	}
	return b.String()
}
