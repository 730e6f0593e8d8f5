package entry

import (
	"errors"
	"strings"

	"yice/store"
	"yice/text"
)

// takeWaiting writes what earlier openings left waiting, of every year of the workspace: before anything else is written, so
// that whether somebody else has written since can be seen. What may not be written, or cannot be, goes into a text beside the
// workspace, and that is said. No opening fails for it: what could not be taken in now stays where it is.
func (s *Session) takeWaiting() {
	if !s.w.TakesLeft() {
		return
	}
	var t takenIn
	left, err := s.w.LeftWaiting()
	for _, l := range left {
		if err == nil {
			err = s.takeIn(l, &t)
		}
	}
	switch {
	case t.out > 0:
		s.took = text.EntryWaitingOut.With(t.in, t.out, t.where)
	case t.in > 0:
		s.took = text.EntryWaitingIn.With(t.in)
	}
	if err != nil {
		stays := text.EntryWaitingStays.With(said(err))
		s.took = text.Pair{ZH: s.took.ZH + stays.ZH, EN: strings.TrimSpace(s.took.EN + " " + stays.EN)}
	}
}

// takenIn is what became of writes that were left waiting.
type takenIn struct {
	in, out int
	lines   string // of edits that are not in, and not in the text yet
	where   string // the text; "": none yet
}

func (s *Session) takeIn(l *store.LeftWaiting, t *takenIn) error {
	at := s
	if l.Fits && l.Book.ID != s.Book().ID {
		o := s.o
		o.Create = false
		var err error
		if at, err = openSession(s.w, l.Book.USCC, l.Book.Year, o); err != nil {
			return err
		}
	}
	if err := at.replay(l, t); err != nil {
		return err
	}
	return l.Remove()
}

// replay writes what was left waiting, in the order in which it was keyed; what is refused goes into the text, before a later
// write is in, behind which nobody looks for it, and before the file goes.
func (s *Session) replay(l *store.LeftWaiting, t *takenIn) error {
	if l.Fits {
		q, err := l.Resume()
		if err != nil {
			return err
		}
		defer q.Keep()
	}
	born := Born{}
	for row, id := range l.Born {
		born[row] = id
	}
	for i, b := range l.Writes {
		edits, err := decodeWaiting(s.Forms(), b)
		if err != nil {
			return err
		}
		if l.Fits {
			if err := s.putAside(t); err != nil {
				return err
			}
			out, err := s.ApplyWaited(text.Pair{}, born.Resolve(edits), Waited{N: l.Done + int64(i) + 1, Edits: edits, Who: l.Who})
			if err == nil {
				born.Note(edits, out.Rows)
				t.in += len(edits)
				continue
			}
			if !lasting(err) { // a full disk: it stays where it is, for the next opening
				return err
			}
		}
		t.out += len(edits)
		t.lines += s.unwrittenLines(edits, text.ZH)
	}
	return s.putAside(t)
}

// putAside puts the lines of what is refused into the text.
func (s *Session) putAside(t *takenIn) (err error) {
	switch {
	case t.lines == "":
		return nil
	case t.where == "":
		t.where, err = saveUnwritten(s.w.Path(), s.o.Now(), t.lines)
	default:
		err = appendTo(t.where, t.lines)
	}
	if err == nil {
		t.lines = ""
	}
	return err
}

// lasting reports a refusal that will be the same the next time.
func lasting(err error) bool {
	var f *text.Fault
	if !errors.As(err, &f) {
		return false
	}
	switch f.Code {
	case "store.locked", "store.beyond", "store.total", "store.gone", "store.no-book", "store.changed":
		return true
	}
	return f.Class != text.Cannot
}

func said(err error) text.Pair {
	var f *text.Fault
	if errors.As(err, &f) {
		return f.Say
	}
	return text.Same(err.Error())
}

// TookIn says what an opening that did not end well had left waiting, and what became of it; empty: nothing was.
func (s *Session) TookIn() text.Pair { return s.took }
