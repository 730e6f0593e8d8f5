package entry

import (
	"context"

	"yice/text"
)

// Freeze gives the session as it is at this moment, for reading alone: reports, exports and sealings of it are of this
// moment however long they take, and what is typed meanwhile waits for nothing. What the deep check finds in it the
// session learns too. It must be closed. Where the file allows nothing to be read beside the writer it is the session
// itself: Frozen tells. No import may be under way.
func (s *Session) Freeze(ctx context.Context) (*Session, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	w, err := s.w.Freeze(ctx)
	if err != nil || w == nil {
		return s, err
	}
	f := &Session{w: w, o: s.o, live: s}
	f.now.Store(s.now.Load())
	return f, nil
}

// Frozen reports whether the session was made by Freeze; Live is the one it was made from, else the session itself.
func (s *Session) Frozen() bool { return s.live != nil }

// Live is the session that can be written: the session itself, or the one it was frozen from.
func (s *Session) Live() *Session {
	if s.live != nil {
		return s.live
	}
	return s
}

// StillAsFrozen refuses where what is filed was changed since a session was frozen, or the year was sealed: a fault with
// code entry.changed-since. The caller keeps others from writing.
func (s *Session) StillAsFrozen() error {
	if s.live == nil {
		return nil
	}
	book := s.Book()
	then, err := s.lastChange(book)
	if err != nil {
		return err
	}
	now, err := s.live.lastChange(book)
	if err != nil {
		return err
	}
	locked, err := s.live.w.Locked(book)
	if err != nil {
		return err
	}
	if now != then || locked != s.Locked() || s.live.Book() != book {
		return fault("entry.changed-since", text.Findings, text.EntryChangedSince)
	}
	return nil
}
