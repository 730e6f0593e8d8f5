package entry

import (
	"strings"

	"yice/text"
)

// A recognition is bound to what it was given for. Whoever changes that at the desk has it returned to 待认定 with the same
// step, whatever door the change came through, and is told.

// unbind returns the recognitions that a plan's edits took the ground from, and says of which rows.
func (p *plan) unbind() (said []text.Pair) {
	for _, row := range p.rows {
		if row.before == nil || row.now == nil {
			continue
		}
		back := row.now.Unbind(row.before)
		if len(back) == 0 {
			continue
		}
		said = append(said, text.EntryUnbound.With(row.form.Title, named(row.before), row.groundLost()))
		row.touched = append(row.touched, back...)
	}
	return said
}

// groundLost names the fields whose change took a recognition its ground.
func (row *plannedRow) groundLost() text.Pair {
	var zh, en []string
	for _, id := range row.form.Binds {
		i := row.form.Index(id)
		if row.now.Values[i] != row.before.Values[i] || row.now.Raw[i] != row.before.Raw[i] {
			zh, en = append(zh, row.form.Fields[i].Title.ZH), append(en, row.form.Fields[i].Title.EN)
		}
	}
	return text.Pair{ZH: strings.Join(zh, "、"), EN: strings.Join(en, ", ")}
}
