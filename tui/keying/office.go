// Package keying is the room of what is keyed: the table of a form and the card of a record, with what lies over a field (the
// lists of codes and records, the calendar, the box of a note, what is read back of a figure); what is pasted; a batch of papers
// held against its sum; records keyed a second time, blind.
//
// It writes through its Office alone, and waits for nothing: what was keyed shows at once, and what became of it comes with
// Written. It opens no file and knows no other room's screen but by its name.
//
// Start reading at TableScreen, CardScreen and Office.
package keying

import (
	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/text"
	"yice/tui/mending"
	"yice/tui/screen"
)

// Office is what the room is given besides a desk.
type Office interface {
	Writer
	mending.Work

	// Mending reports that the screen on top was opened at a finding, to mend it; MendNext goes on to the next.
	Mending() bool
	MendNext() tea.Cmd
	// Meaning is what a key means at another place, as things stand now: for one that leaves a field and means something behind
	// it; nil: nothing.
	Meaning(at *screen.Place, key string) screen.Do
	// PasteEvidence attaches the files whose paths were pasted to the row under the cursor.
	PasteEvidence(paths string) tea.Cmd
	// Batch is the batch of papers being keyed.
	Batch() *Batch
	// BodyRows are the rows of a screen's body.
	BodyRows() int
}

// Writer writes what is keyed, in the order it was keyed, behind the screen; the outcome comes to every Holder.
type Writer interface {
	// NextRow numbers a row that the file does not have yet.
	NextRow() int64
	// Put writes edits as one step of undo under a label (empty: made from them), and gives the number it is known by.
	Put(edits []entry.Edit, label text.Pair) (n int, cmd tea.Cmd)
	// Write does something else in the writer's line.
	Write(do func(*entry.Session) (entry.Outcome, error)) tea.Cmd
	// KeepDraft leaves the text of a field being keyed in the file, in case the program does not end well.
	KeepDraft(f *form.Form, row int64, field, typed string)
}

// Written is the outcome of a write.
type Written struct {
	N     int
	Edits []entry.Edit
	Born  map[int64]int64 // rows made, by the number the screen gave them
	Out   entry.Outcome
	Err   error
}

// Holder is a screen that holds rows and wants to know what became of a write.
type Holder interface {
	Written(m screen.Desk, w *Written) tea.Cmd
}

// meant does what a key means at a place.
func meant(o Office, at *screen.Place) func(key string) tea.Cmd {
	return func(key string) tea.Cmd {
		if do := o.Meaning(at, key); do != nil {
			return do()
		}
		return nil
	}
}
