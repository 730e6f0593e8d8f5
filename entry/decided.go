package entry

import (
	"encoding/json"
	"slices"

	"yice/form"
	"yice/store"
)

// What a row says of its recognition anybody can have typed. A signed decision that was taken in is kept, with what it was
// given for: a recognised row that none of them covers is self-declared (自报).

// Covering is what a signed decision says of one row: of which form and key, for what (as Form.Binds names it), and what
// was decided.
type Covering struct {
	Form    string            `json:"form"`
	Key     string            `json:"key"`
	Bound   map[string]string `json:"bound"`
	Decided string            `json:"decided"`
	Doc     string            `json:"doc"`
	On      string            `json:"on"`
}

// noteDecided keeps the rows a signed file decided on, a note a file.
const noteDecided = "decided"

// CoveringOf gives what a decision that says what a row says now would cover.
func CoveringOf(r *form.Record) Covering {
	c := Covering{
		Form: r.Form.ID, Key: r.Key(), Bound: make(map[string]string, len(r.Form.Binds)),
		Decided: r.Str("recognition"), Doc: r.Str("recognised_doc"), On: r.Str("recognised_on"),
	}
	for _, id := range r.Form.Binds {
		c.Bound[id] = r.Str(id)
	}
	return c
}

// covers reports whether the decision is on the very row, for what it is now.
func (c *Covering) covers(r *form.Record) bool {
	if c.Form != r.Form.ID || c.Key != r.Key() || c.Key == "" || c.Decided != r.Str("recognition") ||
		c.Doc != r.Str("recognised_doc") || c.On != r.Str("recognised_on") {
		return false
	}
	return !slices.ContainsFunc(r.Form.Binds, func(id string) bool { return c.Bound[id] != r.Str(id) })
}

// KeepDecided keeps which rows a signed file decided on; id names the file.
func (s *Session) KeepDecided(id string, rows []Covering) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	st := s.now.Load()
	content, err := json.Marshal(rows)
	if err != nil {
		return err
	}
	if err := s.w.PutNote(st.book, store.Note{Kind: noteDecided, ID: id, Text: string(content), Who: s.o.Who, At: s.o.Now()}); err != nil {
		return err
	}
	next := st.with()
	if next.decided, err = s.loadDecided(st.book, st.before); err != nil {
		return err
	}
	s.now.Store(next)
	return nil
}

// decidedRows are the decisions of a year, by form and key.
type decidedRows map[[2]string][]Covering

// loadDecided reads them, and those of the year before for rows whose recognition lasts.
func (s *Session) loadDecided(of store.Book, earlier before) (decidedRows, error) {
	all := make(decidedRows)
	err := s.addDecided(all, of, func(*form.Form) bool { return true })
	if err == nil && earlier.there {
		err = s.addDecided(all, earlier.book, func(f *form.Form) bool { return f.RecognitionLasts })
	}
	return all, err
}

func (s *Session) addDecided(all decidedRows, of store.Book, wanted func(*form.Form) bool) error {
	notes, err := s.w.Notes(of, noteDecided)
	if err != nil {
		return err
	}
	for _, n := range notes {
		var rows []Covering
		if json.Unmarshal([]byte(n.Text), &rows) != nil {
			continue // covers nothing
		}
		for _, c := range rows {
			if f := form.ByID(c.Form); f != nil && wanted(f) {
				at := [2]string{c.Form, c.Key}
				all[at] = append(all[at], c)
			}
		}
	}
	return nil
}

// SelfDeclared reports whether a row is stated to be recognised and no signed decision that was taken in covers it: then
// nobody but the enterprise says so.
func (s *Session) SelfDeclared(r *form.Record) bool {
	if !r.Form.Recognised || r.Str("recognition") != form.Recognised {
		return false
	}
	return !slices.ContainsFunc(s.now.Load().decided[[2]string{r.Form.ID, r.Key()}], func(c Covering) bool { return c.covers(r) })
}
