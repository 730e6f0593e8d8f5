package returns

import (
	"slices"
	"strings"

	"yice/form"
	"yice/text"
)

// Concerns is which returns an enterprise says concern it. What only the others need is not asked of it.
type Concerns struct {
	ids     []string // in the order of the catalogue
	unknown []string
}

// noReturn is what a card says that no return concerns: an empty field means the ordinary ones.
const noReturn = "无"

// concernField is where the enterprise's card keeps it.
const concernField = "returns"

// ConcernsOf reads it off the card. A card that says nothing means the returns of an ordinary enterprise: all but the
// special ones.
func ConcernsOf(card *form.Record) Concerns {
	said := ""
	if card != nil {
		said = card.Str(concernField)
	}
	var c Concerns
	if said == "" {
		for _, r := range catalogue {
			if !r.Special {
				c.ids = append(c.ids, r.ID)
			}
		}
		return c
	}
	named := strings.FieldsFunc(said, func(r rune) bool { return strings.ContainsRune("、，,；; \t", r) })
	for _, r := range catalogue {
		if slices.ContainsFunc(named, r.called) {
			c.ids = append(c.ids, r.ID)
		}
	}
	for _, name := range named {
		if name != noReturn && !slices.ContainsFunc(catalogue, func(r *Return) bool { return r.called(name) }) {
			c.unknown = append(c.unknown, name)
		}
	}
	return c
}

// called reports whether people mean the return by a word: its id, or its title.
func (r *Return) called(word string) bool {
	return strings.EqualFold(r.ID, word) || word == r.Title.ZH || word == r.Title.EN
}

// Has reports whether a return concerns the enterprise.
func (c Concerns) Has(id string) bool { return slices.Contains(c.ids, id) }

// With gives what the card says once a return concerns the enterprise, or no longer does. Words that name no return stay.
func (c Concerns) With(id string, on bool) string {
	var all []string
	for _, r := range catalogue {
		if r.ID == id && on || r.ID != id && c.Has(r.ID) {
			all = append(all, r.ID)
		}
	}
	return onCard(append(all, c.unknown...))
}

// OnlyThese gives what the card says where these returns and no others concern the enterprise; unknown are the names of none.
func OnlyThese(names []string) (card string, unknown []string) {
	var all []string
	for _, r := range catalogue {
		if slices.ContainsFunc(names, r.called) {
			all = append(all, r.ID)
		}
	}
	for _, name := range names {
		if !slices.ContainsFunc(catalogue, func(r *Return) bool { return r.called(name) }) {
			unknown = append(unknown, name)
		}
	}
	return onCard(all), unknown
}

func onCard(ids []string) string {
	if len(ids) == 0 {
		return noReturn
	}
	return strings.Join(ids, "、")
}

// Asks reports whether a field is asked for: false where returns need it, none of them concerns the enterprise, and nothing
// else is named as its source.
func (c Concerns) Asks(formID string, f *form.Field) bool {
	needed := false
	for _, r := range catalogue {
		if r.needs(formID, f.ID) {
			if needed = true; c.Has(r.ID) {
				return true
			}
		}
	}
	return !needed || policyAsks(f.Source)
}

// policyAsks: a clause of the policy is among the sources of a field.
func policyAsks(source string) bool {
	return slices.ContainsFunc(strings.Fields(source), func(word string) bool {
		return len(word) == 3 && word[0] == 'C' && word[1] >= '0' && word[1] <= '9'
	})
}

// needs reports whether a figure of the return is keyed in a field.
func (r *Return) needs(formID, field string) bool {
	if formID == "annual" && slices.Contains(r.Needs, field) {
		return true
	}
	return slices.ContainsFunc(r.Lines, func(l Line) bool {
		switch l.Formula.op {
		case opKeyed:
			return formID == "annual" && l.Formula.field == field
		case opOf:
			return l.Formula.form == formID && l.Formula.field == field
		}
		return false
	})
}

// unknownReturns names what the card says that is no return: one that is misspelt would be out of sight.
func unknownReturns(in *Inputs) []form.Finding {
	c := ConcernsOf(in.Enterprise)
	if len(c.unknown) == 0 {
		return nil
	}
	ids := make([]string, len(catalogue))
	for i, r := range catalogue {
		ids[i] = r.ID
	}
	return []form.Finding{{
		Check: "enterprise.returns-unknown", Severity: form.Must, Form: "enterprise", Row: in.Enterprise.ID, Key: in.Enterprise.Key(), Field: concernField,
		Message: text.ReturnsUnknown.With(form.Printable(strings.Join(c.unknown, "、"), 60), strings.Join(ids, "、")),
	}}
}
