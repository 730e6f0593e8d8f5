package entry

import (
	"errors"
	"strings"

	"yice/form"
	"yice/store"
	"yice/text"
)

// Years that can be kept.
const leastYear, mostYear = 2000, 2100

// Beginning is what an enterprise begins with in a workspace: a year, and the fields of its card as typed.
type Beginning struct {
	Year int
	Card map[string]string
	// Carried: the card is another year's. A type that the pack of this year does not know stays as it is written, and is found.
	Carried bool
}

// begun are the fields an enterprise cannot begin without.
var begun = []string{"uscc", "name", "type"}

// WrongOnCard says what is wrong with a field of the card as typed, by the dictionary of its year; empty where it will do.
func WrongOnCard(d *form.Dictionary, field, typed string) text.Pair {
	fd := d.ByID(enterpriseID).Field(field)
	typed = strings.TrimSpace(typed)
	if typed == "" {
		if fd.Required {
			return text.EntryCardEmpty
		}
		return text.Pair{}
	}
	_, err := fd.Parse(typed, form.NoUnit)
	var unread *form.ParseError
	switch {
	case errors.As(err, &unread):
		return unread.Say
	case err != nil:
		return sayOf(err)
	}
	return text.Pair{}
}

// Begin opens an enterprise's first year in a workspace and writes its card, as one step. A code that the workspace already
// has in that year is refused, and so is a card that lacks what it needs: nothing is written then.
// Faults: entry.card, entry.there, entry.year, and those of store.
func Begin(w *store.Workspace, b Beginning, o Options) (uscc string, err error) {
	if b.Year < leastYear || b.Year > mostYear {
		return "", fault("entry.year", text.Usage, text.EntryYearRange.With(b.Year, leastYear, mostYear))
	}
	pack, _ := packFor(w, o, strings.ToUpper(strings.TrimSpace(b.Card["uscc"])), b.Year)
	f := pack.Dictionary().ByID(enterpriseID)
	for _, id := range begun {
		if b.Card[id] == "" {
			return "", fault("entry.card", text.Usage, text.EntryCardNeeds.With(f.Field(id).Title))
		}
	}
	for id, typed := range b.Card {
		if wrong := WrongOnCard(pack.Dictionary(), id, typed); !wrong.Empty() && (id != "type" || !b.Carried) {
			return "", fault("entry.card", text.Usage, text.EntryCardWrong.With(f.Field(id).Title, wrong))
		}
	}
	code, err := f.Field("uscc").Parse(strings.TrimSpace(b.Card["uscc"]), form.NoUnit)
	if err != nil {
		return "", err
	}
	uscc = code.Str()
	if _, there, err := w.FindBook(uscc, b.Year); err != nil || there {
		if err == nil {
			err = fault("entry.there", text.Usage, text.EntryBookThere.With(uscc, b.Year))
		}
		return "", err
	}
	o.Create = true
	s, err := Open(w, uscc, b.Year, o)
	if err != nil {
		return "", err
	}
	row := int64(-1)
	if rows := s.Records(f); len(rows) > 0 {
		row = rows[0].ID
	}
	var edits []Edit
	for i := range f.Fields {
		if id := f.Fields[i].ID; strings.TrimSpace(b.Card[id]) != "" {
			edits = append(edits, Edit{Form: f, Row: row, Field: id, Typed: strings.TrimSpace(b.Card[id])})
		}
	}
	if _, err := s.Apply(text.EntryLabelBegin.With(strings.TrimSpace(b.Card["name"]), b.Year), edits); err != nil {
		return "", err
	}
	return uscc, s.Close()
}

// CardTyped gives the enterprise's card as it would be typed, field by field: to begin another year with.
func (s *Session) CardTyped() map[string]string {
	f := s.Forms().ByID(enterpriseID)
	out := map[string]string{}
	for _, r := range s.Records(f) {
		for i := range f.Fields {
			fd := &f.Fields[i]
			if v := r.Values[i]; fd.Carry && !v.Empty() {
				out[fd.ID] = fd.Show(v)
			}
		}
	}
	return out
}

// DoubtfulCode says what is doubtful about a code of the right shape: that its check character is not the one it should be.
// Empty where there is no doubt, or no whole code yet.
func DoubtfulCode(typed string) text.Pair {
	v, err := form.ByID(enterpriseID).Field("uscc").Parse(strings.TrimSpace(typed), form.NoUnit)
	if err != nil || v.Empty() || form.ValidUSCC(v.Str()) {
		return text.Pair{}
	}
	code := v.Str()
	for _, r := range "0123456789ABCDEFGHJKLMNPQRTUWXY" {
		if form.ValidUSCC(code[:17] + string(r)) {
			return text.FormUSCCCheck.With(code, code[17:], string(r))
		}
	}
	return text.Pair{}
}
