package entry

import (
	"slices"
	"strconv"
	"strings"

	"yice/book"
	"yice/form"
	"yice/store"
	"yice/text"
)

// Role of a sign-off, in the order they sign.
type Role string

const (
	Preparer       Role = "填表人"
	StatisticsHead Role = "统计负责人"
	UnitHead       Role = "单位负责人"
)

var roles = [...]Role{Preparer, StatisticsHead, UnitHead}

// Title names a role.
func (r Role) Title() text.Pair {
	switch r {
	case Preparer:
		return text.EntryPreparer
	case StatisticsHead:
		return text.EntryStatisticsHead
	case UnitHead:
		return text.EntryUnitHead
	}
	return text.Same(book.Clip(string(r)))
}

// ParseRole reads a role by its name in either language; what names none is given back, for Sign to refuse.
func ParseRole(s string) Role {
	for _, r := range roles {
		if t := r.Title(); strings.EqualFold(s, t.EN) || s == t.ZH {
			return r
		}
	}
	return Role(s)
}

// SignOff is one confirmation. Standing is false when the year was changed after it: it must be given again.
type SignOff struct {
	Role     Role
	Name     string // "" where nobody has signed
	Date     string // "2024-01-15"
	Standing bool
}

const noteSignOff = "signoff"

// SignOffs gives the three roles in order. A sign-off holds for the data as it was: it remembers the newest change of the
// year, and stands while there is none after it.
func (s *Session) SignOffs() ([]SignOff, error) { return s.signOffs(s.Book()) }

func (s *Session) signOffs(of store.Book) ([]SignOff, error) {
	notes, err := s.w.Notes(of, noteSignOff)
	if err != nil {
		return nil, err
	}
	last := int64(0)
	if len(notes) > 0 {
		if last, err = s.lastChange(of); err != nil {
			return nil, err
		}
	}
	all := make([]SignOff, 0, len(roles))
	for _, role := range roles {
		off := SignOff{Role: role}
		if i := slices.IndexFunc(notes, func(n store.Note) bool { return n.ID == string(role) }); i >= 0 {
			name, date, at := parseSignOff(notes[i].Text)
			off.Name, off.Date, off.Standing = name, date, at >= last
		}
		all = append(all, off)
	}
	return all, nil
}

// Sign writes one: a later role needs the earlier ones standing. An empty date is today. Faults: entry.locked,
// entry.sign-role, entry.sign-order, entry.sign-name, entry.sign-date.
func (s *Session) Sign(role Role, name, date string) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	st := s.now.Load()
	at := slices.Index(roles[:], role)
	name = book.Clip(name)
	if date == "" {
		date = s.o.Now().Format("2006-01-02")
	}
	locked, err := s.w.Locked(st.book)
	if err != nil {
		return err
	}
	day, err := (&form.Field{Kind: form.Date}).Parse(date, form.NoUnit)
	switch {
	case locked:
		return fault("entry.locked", text.Cannot, text.EntryLocked.With(st.book.Year))
	case at < 0:
		return fault("entry.sign-role", text.Usage, text.EntrySignNoRole.With(role.Title()))
	case name == "":
		return fault("entry.sign-name", text.Usage, text.EntrySignName.With(role.Title()))
	case err != nil:
		return fault("entry.sign-date", text.Usage, text.EntrySignDate.With(role.Title(), book.Clip(date)))
	}
	offs, err := s.signOffs(st.book)
	if err != nil {
		return err
	}
	for _, before := range offs[:at] {
		if !before.Standing {
			return fault("entry.sign-order", text.Usage, text.EntrySignOrder.With(role.Title(), before.Role.Title()))
		}
	}
	last, err := s.lastChange(st.book)
	if err != nil {
		return err
	}
	note := store.Note{Kind: noteSignOff, ID: string(role), Text: signOffNote(name, day.Str(), last), Who: s.o.Who, At: s.o.Now()}
	if err := s.w.PutNote(st.book, note); err != nil {
		return err
	}
	next := st.with()
	next.signed = true
	s.now.Store(next)
	return nil
}

// A note reads "示例甲 2024-01-15 #1234": the name, the date, and the newest change it confirms.
func signOffNote(name, date string, at int64) string {
	return name + " " + date + " #" + strconv.FormatInt(at, 10)
}

func parseSignOff(note string) (name, date string, at int64) {
	head, seq, ok := cutLast(note, " #")
	if !ok {
		return note, "", -1
	}
	at, err := strconv.ParseInt(seq, 10, 64)
	if err != nil {
		return note, "", -1
	}
	name, date, _ = cutLast(head, " ")
	return name, date, at
}

func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// anySigned reports whether a sign-off stands.
func (s *Session) anySigned(of store.Book) (bool, error) {
	offs, err := s.signOffs(of)
	return slices.ContainsFunc(offs, func(o SignOff) bool { return o.Standing }), err
}

// lastChange gives the newest entry of the year's history that changed what is filed: rows and reasons, and not the
// signing itself, sealing, or what came back from the regulator.
func (s *Session) lastChange(of store.Book) (int64, error) {
	const page = 200
	before := int64(0)
	for {
		entries, err := s.w.History(of, store.HistoryQuery{Before: before, Limit: page})
		if err != nil {
			return 0, err
		}
		for i := range entries {
			if changesFiling(&entries[i]) {
				return entries[i].Seq, nil
			}
		}
		if len(entries) < page {
			return 0, nil
		}
		before = entries[len(entries)-1].Seq
	}
}

func changesFiling(e *store.Entry) bool {
	switch e.Kind {
	case "do", "undo", "redo", "bulk":
		return true
	case "note": // its Field is the kind of the note
		return e.Field == noteReason
	}
	return false
}
