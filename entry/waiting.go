package entry

import (
	"encoding/json"

	"yice/form"
	"yice/text"
)

// What is keyed while somebody else has the writer waits (store.Waiting): a write is kept in a file beside the workspace, in
// the words it was keyed in, and applied once it is its turn. Rows that are not made yet bear numbers below nought until then.

// StandIns are the rows of checklist items nobody has answered: a session makes them real itself.
const StandIns = -1 << 40

// Waited says of a write that it waited: its number in the file of those that wait, and its edits as they are there.
type Waited struct {
	N     int64
	Edits []Edit
	Who   string // keyed it; "": the session's operator
}

// ApplyWaited is Apply of a write that waited: with it the workspace knows that it is in.
func (s *Session) ApplyWaited(label text.Pair, edits []Edit, waited Waited) (Outcome, error) {
	if e, is, err := reasonIn(edits); is {
		return Outcome{}, s.reason(e.Finding, e.Typed, &waited)
	} else if err != nil {
		return Outcome{}, err
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	p := newPlanner(s.now.Load(), s.line)
	for _, e := range edits {
		if err := p.add(e); err != nil {
			return Outcome{}, err
		}
	}
	if label.Empty() {
		label = p.plan.label()
	}
	p.plan.waited = &waited
	return s.commit(label, &p.plan)
}

// born gives the rows that a write which waited made, by the numbers they had in its edits.
func (w *Waited) born(p *plan) map[int64]int64 {
	var made map[int64]int64
	for i, e := range w.Edits {
		if !temporary(e.Row) || p.of[i].id == 0 {
			continue
		}
		if made == nil {
			made = make(map[int64]int64)
		}
		made[e.Row] = p.of[i].id
	}
	return made
}

// who is whoever keyed a write that waited, or else the operator.
func (w *Waited) who(operator string) string {
	if w != nil && w.Who != "" {
		return w.Who
	}
	return operator
}

func temporary(row int64) bool { return row < 0 && row > StandIns }

// Born are rows that were made, by the numbers below nought that they had before.
type Born map[int64]int64

// Resolve names rows as a session knows them: one made before by its id, one made now by -1, -2, …
func (b Born) Resolve(edits []Edit) []Edit {
	out := make([]Edit, len(edits))
	now := map[int64]int64{}
	for i, e := range edits {
		if id, ok := b[e.After]; ok {
			e.After = id
		}
		if temporary(e.Row) {
			if id, ok := b[e.Row]; ok {
				e.Row = id
			} else {
				if now[e.Row] == 0 {
					now[e.Row] = -int64(len(now) + 1)
				}
				e.Row = now[e.Row]
			}
		}
		out[i] = e
	}
	return out
}

// Note remembers the ids of rows that edits made, and gives those that are new.
func (b Born) Note(edits []Edit, rows []int64) map[int64]int64 {
	var made map[int64]int64
	for i, e := range edits {
		if i >= len(rows) || e.Row >= 0 || made[e.Row] != 0 || temporary(e.Row) && b[e.Row] != 0 {
			continue
		}
		if made == nil {
			made = map[int64]int64{}
		}
		made[e.Row] = rows[i]
		if temporary(e.Row) {
			b[e.Row] = rows[i]
		}
	}
	return made
}

// Unborn gives the rows of edits that are not made yet.
func (b Born) Unborn(edits []Edit) (rows []int64) {
	for _, e := range edits {
		for _, row := range [...]int64{e.Row, e.After} {
			if temporary(row) && b[row] == 0 {
				rows = append(rows, row)
			}
		}
	}
	return rows
}

// Known gives edits with the rows that are made by their ids, and the others as they are.
func (b Born) Known(edits []Edit) []Edit {
	out := make([]Edit, len(edits))
	for i, e := range edits {
		if id, ok := b[e.Row]; ok {
			e.Row = id
		}
		if id, ok := b[e.After]; ok {
			e.After = id
		}
		out[i] = e
	}
	return out
}

// keptEdit is an edit as it waits.
type keptEdit struct {
	Form   string    `json:"form,omitempty"`
	Row    int64     `json:"row,omitempty"`
	After  int64     `json:"after,omitempty"`
	Field  string    `json:"field,omitempty"`
	Typed  string    `json:"typed,omitempty"`
	Unit   text.Pair `json:"unit,omitzero"`
	Fen    int64     `json:"fen,omitempty"`
	Remove bool      `json:"remove,omitempty"`
	// Finding makes it a reason, which may be of no form.
	Finding string `json:"finding,omitempty"`
}

// EncodeWaiting puts a write into words that can wait.
func EncodeWaiting(edits []Edit) ([]byte, error) {
	kept := make([]keptEdit, len(edits))
	for i, e := range edits {
		if e.Finding != "" {
			kept[i] = keptEdit{Finding: e.Finding, Typed: e.Typed}
			continue
		}
		if e.Form == nil {
			return nil, fault("entry.no-form", text.Usage, text.EntryNoForm.With(""))
		}
		kept[i] = keptEdit{e.Form.ID, e.Row, e.After, e.Field, e.Typed, e.Unit.Title, e.Unit.Fen, e.Remove, ""}
	}
	return json.Marshal(kept)
}

func decodeWaiting(d *form.Dictionary, b []byte) ([]Edit, error) {
	var kept []keptEdit
	if err := json.Unmarshal(b, &kept); err != nil {
		return nil, err
	}
	edits := make([]Edit, len(kept))
	for i, k := range kept {
		if k.Finding != "" {
			edits[i] = Edit{Finding: k.Finding, Typed: k.Typed}
			continue
		}
		f := d.ByID(k.Form)
		if f == nil { // of a dictionary that this program does not know
			return nil, fault("entry.no-form", text.Usage, text.EntryNoForm.With(k.Form))
		}
		edits[i] = Edit{Form: f, Row: k.Row, After: k.After, Field: k.Field, Typed: k.Typed, Unit: form.Unit{Title: k.Unit, Fen: k.Fen}, Remove: k.Remove}
	}
	return edits, nil
}
