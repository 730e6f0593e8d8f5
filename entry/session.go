// Package entry is a working session over one enterprise's filing year: put, undo, findings, score, what-if. It is the one
// door for tui, filing and cmd; it keeps the facts in memory, moves them by the delta of each write, and never reads
// again what it has just written.
//
// Everything that can be read is one [state], published as a whole and never changed afterwards: readers do not wait for
// a writer, and what is slow (next steps, the deep check) works on the state it began with. Writers take turns.
// It must never judge a value itself where form, returns or scoring can, and never keep a fact that the file does not hold.
//
// Start with Open, then Session.Put in write.go, then state.go for what is kept and moved.
package entry

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"yice/form"
	"yice/returns"
	"yice/scoring"
	"yice/store"
	"yice/text"
)

// Options of a session.
type Options struct {
	Who string // the operator, for the history
	// Pack scores with this pack (--pack); nil: the workspace's issued pack for the year, else its draft, else Template.
	Pack *scoring.Pack
	// Template gives the built-in pack of a year as a draft (nil, false where there is none).
	Template func(year int) (*scoring.Pack, bool)
	Now      func() time.Time
	// Create opens a year that is not there yet; otherwise it is a Fault.
	Create bool
}

// Session is safe for concurrent use.
type Session struct {
	w *store.Workspace
	o Options

	writing sync.Mutex // one writer at a time; also guards recent
	now     latest
	recent  recentLines
	last    lastYear
	drafted atomic.Bool // a draft of its own stands in the file
	took    text.Pair   // what was left waiting, and what became of it

	live *Session // of a frozen session: the one it was taken from
}

// Open opens a session, and takes in what an opening that did not end well left waiting. Close leaves the workspace open.
// Faults: entry.no-year, and those of store.
func Open(w *store.Workspace, uscc string, year int, o Options) (*Session, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	s, err := openSession(w, uscc, year, o)
	if err == nil {
		s.takeWaiting()
	}
	return s, err
}

func openSession(w *store.Workspace, uscc string, year int, o Options) (*Session, error) {
	book, err := openBook(w, uscc, year, o.Create)
	if err != nil {
		return nil, err
	}
	s := &Session{w: w, o: o}
	st, err := s.load(context.Background(), book, w.Ledger)
	if err != nil {
		return nil, err
	}
	s.now.Store(st)
	return s, nil
}

func openBook(w *store.Workspace, uscc string, year int, create bool) (store.Book, error) {
	book, ok, err := w.FindBook(uscc, year)
	switch {
	case err != nil:
		return book, err
	case ok:
		return book, nil
	case create:
		return w.OpenBook(uscc, year)
	}
	return book, fault("entry.no-year", text.Usage, text.EntryNoYear.With(uscc, year))
}

// Close ends the session. A draft that is still there stays: its field was not left when the program was told to end, by
// whoever shut the machine down or closed the window, and the next one offers it back.
func (s *Session) Close() error {
	if s.live != nil {
		return s.w.Close()
	}
	if st := s.now.Load(); st != nil {
		if months := st.Ledger.Months(); months != nil {
			s.w.KeepMonths(st.book, months, st.seq)
		}
	}
	return nil
}

// Workspace is the file the session works in.
func (s *Session) Workspace() *store.Workspace { return s.w }

// Book is the enterprise and year of the session.
func (s *Session) Book() store.Book { return s.now.Load().book }

// Forms is the dictionary of the session: what is built in, and what the pack in force brings.
func (s *Session) Forms() *form.Dictionary { return s.now.Load().Forms() }

// Enterprise gives the card's code, name and type; the code is the book's where the card has none.
func (s *Session) Enterprise() (uscc, name, typ string) {
	f := s.now.Load().Facts()
	return f.USCC, f.Name, f.Type
}

// Year is the filing year.
func (s *Session) Year() int { return s.now.Load().book.Year }

// Locked reports whether the year is sealed: nothing can be written then.
func (s *Session) Locked() bool { return s.now.Load().locked }

// Pack is the pack in force for the session; PackNote says why it is this one, or what is wrong (no pack for the year).
// Pack may be nil: then there is no sheet.
func (s *Session) Pack() *scoring.Pack { return s.now.Load().Pack }

// PackNote says why Pack is the one in force, or why there is none.
func (s *Session) PackNote() text.Pair { return s.now.Load().packNote }

// Sheet is the score now; nil where there is no pack. Facts are what it was made from; both must not be changed.
func (s *Session) Sheet() *scoring.Sheet { return s.now.Load().Sheet() }

// Facts are what the sheet was made from.
func (s *Session) Facts() *scoring.Facts { return s.now.Load().Facts() }

// Totals is the score strip; zero where there is no pack.
func (s *Session) Totals() scoring.Totals { return s.now.Load().Totals() }

// Returns gives the inputs of the statutory returns.
func (s *Session) Returns() *returns.Inputs { return s.now.Load().Returns() }

// Record gives a row: of a register from memory, of a ledger from disk. Nil where there is none.
func (s *Session) Record(f *form.Form, row int64) (*form.Record, error) {
	if f.Scope == form.Ledger {
		return s.w.Record(s.now.Load().book, f, row)
	}
	if row < 0 && f.ID == checklistID {
		return s.now.Load().StandIn(row), nil
	}
	return s.now.Load().Table(f).Row(row), nil
}

// View is a window over the rows of a form, read from disk by page.
func (s *Session) View(ctx context.Context, f *form.Form, q store.Query, progress func(done, of int64)) (*store.View, error) {
	st := s.now.Load()
	return s.w.View(ctx, st.book, st.Forms().Of(f), q, progress)
}

// Records gives every row of a register or single form from memory, in the form's order; nil for a ledger. Not to be changed.
func (s *Session) Records(f *form.Form) []*form.Record {
	if f.Scope == form.Ledger {
		return nil
	}
	return s.now.Load().Table(f).Rows()
}

// Find gives the row of a register with a natural key, nil where there is none.
func (s *Session) Find(f *form.Form, key string) *form.Record {
	if key == "" || f.Scope == form.Ledger {
		return nil
	}
	return s.now.Load().Table(f).Find(key)
}

// NextSteps lists single improvements, best first. It is slow (tens of ms): call it outside the frame.
func (s *Session) NextSteps() []scoring.Step {
	st := s.now.Load()
	if st.Pack == nil {
		return nil
	}
	return st.Sheet().NextSteps(s.o.Now().Format("2006-01-02"))
}

// fault makes an error for people.
func fault(code string, class text.Class, say text.Pair) *text.Fault {
	return &text.Fault{Code: code, Class: class, Say: say}
}
