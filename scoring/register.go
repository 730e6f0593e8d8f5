package scoring

import (
	"yice/form"
	"yice/text"
)

// What a rule and a measure call their register and its fields: by the dictionary of the pack, which may bring them.

func (m *Measure) title() text.Pair { return titleOf(m.form, m.Register) }

func (m *Measure) fieldOf(id string) *form.Field { return fieldIn(m.form, m.Register, id) }

func (m *Measure) fieldTitleOf(id string) text.Pair { return fieldTitleIn(m.form, m.Register, id) }

func (ru *rule) title() text.Pair { return titleOf(ru.form, ru.register) }

func (ru *rule) fieldOf(id string) *form.Field { return fieldIn(ru.form, ru.register, id) }

func (ru *rule) fieldTitle(id string) text.Pair { return fieldTitleIn(ru.form, ru.register, id) }

func titleOf(f *form.Form, id string) text.Pair {
	if f != nil {
		return f.Title
	}
	return formTitle(id)
}

func fieldIn(f *form.Form, register, id string) *form.Field {
	if f != nil {
		return f.Field(id)
	}
	return fieldOf(register, id)
}

func fieldTitleIn(f *form.Form, register, id string) text.Pair {
	if fd := fieldIn(f, register, id); fd != nil {
		return fd.Title
	}
	return text.Same(id)
}
