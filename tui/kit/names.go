package kit

import (
	"yice/form"
	"yice/text"
)

// TypeTitle names a type of enterprise.
func TypeTitle(id string) text.Pair { return form.ByID("enterprise").Field("type").CodeTitle(id) }

// NameOr is what an enterprise is called: its name, else its code.
func NameOr(name, uscc string) string {
	if name == "" {
		return uscc
	}
	return name
}
