package entry

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode/utf8"

	"yice/book"
	"yice/form"
	"yice/store"
	"yice/text"
)

// A 核实性 finding stands with a written reason. The reason is bound to what the finding said when it was written: when
// the figures change, the sentence does, and the reason has to be given again.

const noteReason = "reason"

// reason is what somebody wrote, and the fingerprint of what it explains.
type reason struct{ words, print string }

// A note holds the words first, for people who read the history, then the fingerprint in brackets of its own.
const (
	printOpen  = "\n〔"
	printClose = "〕"
)

func (r reason) note() string { return r.words + printOpen + r.print + printClose }

func parseReason(note string) reason {
	at := strings.LastIndex(note, printOpen)
	if at < 0 || !strings.HasSuffix(note, printClose) {
		return reason{words: note}
	}
	return reason{note[:at], strings.TrimSuffix(note[at+len(printOpen):], printClose)}
}

// fingerprint binds a reason to the sentences of the findings it explains.
func fingerprint(messages []string) string {
	slices.Sort(messages)
	sum := sha256.Sum256([]byte(strings.Join(messages, "\x00")))
	return hex.EncodeToString(sum[:8])
}

func (s *Session) loadReasons(of store.Book) (reasons, error) {
	notes, err := s.w.Notes(of, noteReason)
	if err != nil {
		return nil, err
	}
	all := make(reasons, len(notes))
	for _, n := range notes {
		all[n.ID] = parseReason(n.Text)
	}
	return all, nil
}

// reasons are those of a year, by what they explain. Never changed once a state has them.
type reasons map[string]reason

// explain fills in the reasons that were written, and whether they still stand.
func (known reasons) explain(all []form.Finding) {
	if len(known) == 0 {
		return
	}
	said := make(map[string][]string)
	for i := range all {
		if id := book.FindingID(all[i]); all[i].Severity == form.Verify && known[id].words != "" {
			said[id] = append(said[id], all[i].Message.ZH)
		}
	}
	stands := make(map[string]bool, len(said))
	for id, messages := range said {
		// What came to be in the file by another door than Reason is held to the same.
		_, hollow := book.Hollow(known[id].words)
		stands[id] = !hollow && known[id].print == fingerprint(messages)
	}
	for i := range all {
		id := book.FindingID(all[i])
		if _, ok := said[id]; ok && all[i].Severity == form.Verify {
			all[i].Reason, all[i].Explained = known[id].words, stands[id]
		}
	}
}

// longestReason is what a reason may have, in characters.
const longestReason = 2000

// Reason writes the reason of a 核实性 finding; an empty phrase (核实无误 …) is refused; "" takes it back. Faults:
// entry.no-finding, entry.reason-must, entry.reason-hollow, entry.too-long, and store.locked for a sealed year.
func (s *Session) Reason(findingID, words string) error { return s.reason(findingID, words, nil) }

// reasonIn gives the reason that edits are; one among others is refused, for it is no part of a step.
func reasonIn(edits []Edit) (e Edit, is bool, err error) {
	at := slices.IndexFunc(edits, func(e Edit) bool { return e.Finding != "" })
	switch {
	case at < 0:
		return e, false, nil
	case len(edits) > 1:
		return e, false, fault("entry.no-finding", text.Usage, text.EntryNoFinding.With(book.Clip(edits[at].Finding)))
	}
	return edits[at], true, nil
}

// reason is Reason of one that waited, or with nil of one that did not.
func (s *Session) reason(findingID, words string, waited *Waited) error {
	if at, ok := book.ParseFindingID(findingID); ok && book.OfScan(at.Check) {
		if err := s.CheckDeep(context.Background()); err != nil {
			return err
		}
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	st := s.now.Load()
	words = tidy(words)
	if words == "" {
		return s.writeReason(st, findingID, reason{}, waited)
	}
	messages, severity := s.saying(st, findingID)
	switch {
	case len(messages) == 0:
		return fault("entry.no-finding", text.Usage, text.EntryNoFinding.With(book.Clip(findingID)))
	case severity == form.Must:
		return fault("entry.reason-must", text.Usage, text.EntryReasonMust)
	case utf8.RuneCountInString(words) > longestReason:
		return fault("entry.too-long", text.Usage, text.EntryReasonLong.With(longestReason))
	}
	if why, hollow := book.Hollow(words); hollow {
		return fault("entry.reason-hollow", text.Usage, why)
	}
	return s.writeReason(st, findingID, reason{words, fingerprint(messages)}, waited)
}

func (s *Session) writeReason(st *state, id string, r reason, waited *Waited) error {
	note := store.Note{Kind: noteReason, ID: id, Who: waited.who(s.o.Who), At: s.o.Now()}
	if r.words != "" {
		note.Text = r.note()
	} else if st.reasons[id].words == "" {
		return nil
	}
	if waited != nil {
		note.Waited = waited.N
	}
	if err := s.w.PutNote(st.book, note); err != nil {
		return err
	}
	next := st.with()
	next.reasons = make(reasons, len(st.reasons)+1)
	for k, v := range st.reasons {
		next.reasons[k] = v
	}
	delete(next.reasons, id)
	if r.words != "" {
		next.reasons[id] = r
	}
	next.signed = false
	next.Year = st.Explained(next.reasons.explain)
	s.now.Store(next)
	return nil
}

// saying gives the sentences a finding's id stands for now; a ledger line beyond those listed is looked at by itself.
func (s *Session) saying(st *state, id string) (messages []string, severity form.Severity) {
	take := func(all []form.Finding) {
		for i := range all {
			if FindingID(all[i]) == id {
				messages, severity = append(messages, all[i].Message.ZH), all[i].Severity
			}
		}
	}
	take(st.Findings())
	if len(messages) > 0 {
		return messages, severity
	}
	at, ok := book.ParseFindingID(id)
	if f := st.Forms().ByID(at.Form); ok && f != nil && f.Scope == form.Ledger && at.Row > 0 {
		if r, err := s.line(f, at.Row); err == nil && r != nil {
			take(book.CheckRow(r, st.book.Year))
			if len(messages) > 0 {
				st.Flags.Also(at.Row, book.CheckRow(r, st.book.Year))
			}
		}
	}
	return messages, severity
}

// tidy brings a reason to plain text: no control characters, no blank at the ends.
func tidy(s string) string {
	lines := strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimSpace(form.Printable(strings.ReplaceAll(l, "\t", " "), len(l)))
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// Hollow reports whether a reason says nothing: an empty phrase, one character over and over, or too little. say tells
// the writer what is wanted instead.
func Hollow(words string) (say text.Pair, hollow bool) { return book.Hollow(words) }
