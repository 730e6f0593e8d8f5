package entry

import (
	"yice/form"
	"yice/store"
)

// sealing is the field that the history has the note of a sealing under.
const sealing = "submission"

// SamePeriod gives the year before's annual figures of the same months as this year's, where its figures run to another month
// now: as they stood when it was sealed to that month, the newest such sealing. nil: none is known, or r does not say a month.
// It reads the file: call it outside the frame.
func (s *Session) SamePeriod(f *form.Form, r *form.Record) *form.Record {
	last := s.LastYear(f, r)
	if f.Index("as_of") < 0 || r == nil || last == nil || toMonth(r) == toMonth(last) {
		return nil
	}
	b := s.now.Load().before.book
	sealed, err := s.w.History(b, store.HistoryQuery{Field: sealing})
	if err != nil || len(sealed) == 0 {
		return nil // as with last year's: what cannot be had now is not shown
	}
	changes, err := s.w.History(b, store.HistoryQuery{Form: f.ID})
	if err != nil {
		return nil
	}
	for i := range sealed {
		if was := asOf(last, changes, sealed[i].Seq); was != nil && toMonth(was) == toMonth(r) {
			return was
		}
	}
	return nil
}

// asOf takes the changes after an entry of the history back; nil where one of them is no change of a field.
func asOf(now *form.Record, changes []store.Entry, seq int64) *form.Record {
	was := now.Clone()
	for i := range changes { // newest first
		e := &changes[i]
		if e.Seq < seq {
			return was
		}
		if e.Kind == "import" {
			continue // says where the changes beside it came from
		}
		field := was.Form.Field(e.Field)
		if field == nil || e.Row != was.ID {
			return nil
		}
		if e.Old == "" {
			was.Set(e.Field, form.Value{})
			continue
		}
		v, err := field.Parse(e.Old, form.Yuan)
		if err != nil {
			return nil
		}
		was.Set(e.Field, v)
	}
	return nil // the history is longer than what was read
}

// toMonth is the month to whose end the figures of a record run: the year's where it does not say.
func toMonth(r *form.Record) int {
	if at := r.Str("as_of"); len(at) == 6 {
		return int(at[4]-'0')*10 + int(at[5]-'0')
	}
	return 12
}
