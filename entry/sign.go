package entry

import (
	"slices"
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

// cardField is the field of the enterprise's card that names the person of a role.
func (r Role) cardField() string {
	switch r {
	case Preparer:
		return "prepared_by"
	case StatisticsHead:
		return "statistics_head"
	case UnitHead:
		return "unit_head"
	}
	return ""
}

// SignOff is one confirmation. Standing is false when the year was changed after it: it must be given again.
type SignOff struct {
	Role     Role
	Name     string // "" where nobody has signed
	Date     string // "2024-01-15"
	Standing bool
	// OnCard is the name that the enterprise's card has for the role; "" where it has none.
	OnCard string
	// Proof makes it a 签字; nil: by name and date alone, 署名.
	Proof *Proof
}

// Proof is the signature of a 签字, over the year's data as it stood.
type Proof struct {
	Data      string `json:"data"`      // the digest of the data that was signed
	Signature []byte `json:"signature"` // over the statement signoff/2
	Key       string `json:"key"`       // of the person who signed, public, PEM
}

const noteSignOff = "signoff"

// SignOffs gives the three roles in order. A sign-off holds for the data as it was: it remembers the newest change of the
// year, and stands while there is none after it.
func (s *Session) SignOffs() ([]SignOff, error) {
	st := s.now.Load()
	all, err := s.signOffs(st.book)
	if card := st.Table(form.ByID(enterpriseID)).Single(); card != nil {
		for i := range all {
			all[i].OnCard = card.Str(all[i].Role.cardField())
		}
	}
	return all, err
}

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
			n := parseSignOff(notes[i].Text)
			off.Name, off.Date, off.Proof, off.Standing = n.name, n.date, n.proof, n.at >= last
		}
		all = append(all, off)
	}
	return all, nil
}

// Signing is a sign-off about to be given.
type Signing struct {
	Role Role
	Name string
	Date string // "": today
	// OtherName lets somebody sign whom the card does not name.
	OtherName bool
	// Proof makes it a 签字; Change is then the newest change of the data it is over, as Changed gave it.
	Proof  *Proof
	Change int64
}

// Sign writes one by name and date: see GiveSignOff.
func (s *Session) Sign(role Role, name, date string) error {
	return s.GiveSignOff(Signing{Role: role, Name: name, Date: date})
}

// Changed names the newest change of what is filed. A signature over the data is over the data as of it.
func (s *Session) Changed() (int64, error) { return s.lastChange(s.Book()) }

// GiveSignOff writes a sign-off: a later role needs the earlier ones standing, its date lies neither before theirs nor in
// the future, and the name is the one the card has for the role unless another is wanted. Faults: entry.locked,
// entry.sign-role, entry.sign-order, entry.sign-name, entry.sign-date, entry.sign-future, entry.sign-backwards,
// entry.sign-other, entry.changed-since.
func (s *Session) GiveSignOff(g Signing) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	st := s.now.Load()
	g, err := s.FitSignOff(g)
	if err != nil {
		return err
	}
	last, err := s.lastChange(st.book)
	if err != nil {
		return err
	}
	if g.Proof != nil && g.Change != last {
		return fault("entry.changed-since", text.Findings, text.EntrySignChanged.With(g.Role.Title()))
	}
	written := signOffNote{name: g.Name, date: g.Date, at: last, proof: g.Proof}
	note := store.Note{Kind: noteSignOff, ID: string(g.Role), Text: written.text(), Who: s.o.Who, At: s.o.Now()}
	if err := s.w.PutNote(st.book, note); err != nil {
		return err
	}
	next := st.with()
	next.signed = true
	s.now.Store(next)
	return nil
}

// FitSignOff says whether a sign-off can be given as things stand, and gives it as it would be written: its name tidied,
// its date canonical. The faults are those of GiveSignOff.
func (s *Session) FitSignOff(g Signing) (Signing, error) {
	st := s.now.Load()
	at := slices.Index(roles[:], g.Role)
	title := g.Role.Title()
	if g.Name = book.Clip(g.Name); g.Date == "" {
		g.Date = s.o.Now().Format("2006-01-02")
	}
	locked, err := s.w.Locked(st.book)
	if err != nil {
		return g, err
	}
	day, err := (&form.Field{Kind: form.Date}).Parse(g.Date, form.NoUnit)
	switch {
	case locked:
		return g, fault("entry.locked", text.Cannot, text.EntryLocked.With(st.book.Year))
	case at < 0:
		return g, fault("entry.sign-role", text.Usage, text.EntrySignNoRole.With(title))
	case g.Name == "":
		return g, fault("entry.sign-name", text.Usage, text.EntrySignName.With(title))
	case err != nil:
		return g, fault("entry.sign-date", text.Usage, text.EntrySignDate.With(title, book.Clip(g.Date)))
	}
	if g.Date = day.Str(); g.Date > s.o.Now().Format("2006-01-02") {
		return g, fault("entry.sign-future", text.Usage, text.EntrySignFuture.With(title, g.Date))
	}
	offs, err := s.SignOffs()
	if err != nil {
		return g, err
	}
	for i, other := range offs {
		switch {
		case i < at && !other.Standing:
			return g, fault("entry.sign-order", text.Usage, text.EntrySignOrder.With(title, other.Role.Title()))
		case i < at && other.Date > g.Date:
			return g, fault("entry.sign-backwards", text.Usage, text.EntrySignBefore.With(title, g.Date, other.Role.Title(), other.Date))
		case i > at && other.Standing && other.Date < g.Date:
			return g, fault("entry.sign-backwards", text.Usage, text.EntrySignAfter.With(title, g.Date, other.Role.Title(), other.Date))
		}
	}
	if card := offs[at].OnCard; !g.OtherName && card != "" && !sameName(card, g.Name) {
		return g, fault("entry.sign-other", text.Usage, text.EntrySignOther.With(title, book.Clip(card), g.Name))
	}
	return g, nil
}

// sameName reports whether two spellings name one person: blanks within a name tell nobody apart.
func sameName(a, b string) bool {
	bare := func(s string) string { return strings.Join(strings.Fields(strings.Map(blank, s)), "") }
	return strings.EqualFold(bare(a), bare(b))
}

func blank(r rune) rune {
	if r == '　' || r == '·' || r == '•' {
		return ' '
	}
	return r
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
