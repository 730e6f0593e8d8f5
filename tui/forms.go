package tui

import "yice/form"

// form gives a form as the open year has it; one that its pack does not bring (any more) as the workspace keeps it, and nil for
// one that neither knows.
func (m *Root) form(id string) *form.Form {
	if m.desk == nil {
		return form.ByID(id)
	}
	if f := m.desk.s.Forms().ByID(id); f != nil {
		return f
	}
	return m.desk.w.Form(id)
}
