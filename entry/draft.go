package entry

import (
	"encoding/json"
	"strings"
	"time"

	"yice/form"
	"yice/store"
)

// Draft is text that was being typed when a session ended.
type Draft struct {
	Form  string
	Row   int64 // 0 or less: a row not made yet
	Field string
	Typed string
	At    time.Time
}

const (
	noteDraft   = "draft"
	draftCursor = "cursor"
)

// Draft keeps the text of the field under the cursor, so that a crash loses nothing; "" clears it. TakeDraft gives the
// one left behind by a session that did not end well, once.
func (s *Session) Draft(f *form.Form, row int64, field, typed string) error {
	if typed == "" {
		return s.clearDraft()
	}
	if len(typed) > longestText {
		typed = strings.ToValidUTF8(typed[:longestText], "")
	}
	text, err := json.Marshal(Draft{Form: f.ID, Row: row, Field: field, Typed: typed})
	if err != nil {
		return err
	}
	s.drafted.Store(true)
	return s.w.PutNote(s.Book(), store.Note{Kind: noteDraft, ID: draftCursor, Text: string(text), Who: s.o.Who, At: s.o.Now()})
}

// clearDraft takes the session's own draft away; one that another left is for TakeDraft.
func (s *Session) clearDraft() error {
	if !s.drafted.Swap(false) {
		return nil
	}
	return s.w.PutNote(s.Book(), store.Note{Kind: noteDraft, ID: draftCursor, Who: s.o.Who, At: s.o.Now()})
}

// TakeDraft gives the draft that a session which did not end well left behind, once. A draft of a form or field that is
// no longer there is dropped.
func (s *Session) TakeDraft() (d Draft, ok bool) {
	if s.w.ReadOnly() || s.drafted.Load() {
		return d, false
	}
	notes, err := s.w.Notes(s.Book(), noteDraft)
	if err != nil {
		return d, false // an offer, not data: without it nothing that was saved is missing
	}
	for _, n := range notes {
		if n.ID != draftCursor || json.Unmarshal([]byte(n.Text), &d) != nil {
			continue
		}
		d.At = n.At
		s.drafted.Store(true)
		if s.clearDraft() != nil {
			return Draft{}, false
		}
		f := s.Forms().ByID(d.Form)
		return d, f != nil && f.Field(d.Field) != nil && d.Typed != ""
	}
	return Draft{}, false
}
