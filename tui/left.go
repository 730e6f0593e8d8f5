package tui

import (
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/form"
	"yice/internal/inorder"
	"yice/store"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
)

// The start screen says of the workspace under its cursor where somebody stopped and what is still wanting. Where, is read off
// the end of its history; what, was counted when the desk left it, and lies beside the list of workspaces: no start reads a
// register, and none a ledger.

// left is what was wanting of a year when the desk left it.
type left struct {
	At           time.Time `json:"at"`
	Head         string    `json:"head"` // of the history it was counted at
	USCC         string    `json:"uscc"`
	Year         int       `json:"year"`
	Sealed       bool      `json:"sealed,omitempty"`
	Must, Verify int       // findings
	Unanswered   int       // items of the checklist
	Unsigned     []string  `json:"unsigned,omitempty"` // roles
	Bare         []bare    `json:"bare,omitempty"`
}

// bare are the rows of a register that have no evidence.
type bare struct {
	Title text.Pair `json:"title"`
	Rows  int       `json:"rows"`
}

// countLeft counts it, of a year that is open.
func countLeft(s *entry.Session, now time.Time) *left {
	out := &left{At: now, Year: s.Year(), Sealed: s.Locked()}
	out.USCC, _, _ = s.Enterprise()
	out.Must, out.Verify, _ = s.Counts()
	out.Head, _ = s.Workspace().HistoryHead()
	for _, st := range s.States() {
		f := st.Form
		if f.ID == "checklist" {
			out.Unanswered = max(st.Asked-st.Filled, 0)
		}
		if n := bareRows(s, f); n > 0 {
			out.Bare = append(out.Bare, bare{f.Title, n})
		}
	}
	inorder.Stably(out.Bare, func(a, b bare) int { return b.Rows - a.Rows })
	signs, err := s.SignOffs()
	if err != nil {
		return out
	}
	for _, off := range signs {
		if !off.Standing {
			out.Unsigned = append(out.Unsigned, string(off.Role))
		}
	}
	return out
}

// bareRows counts the rows of a register without evidence: of those that an authority recognises, where a paper is the proof.
func bareRows(s *entry.Session, f *form.Form) (n int) {
	if !f.Recognised {
		return 0
	}
	for _, r := range s.Records(f) {
		n += kit.Btoi(r.Get("evidence").Empty())
	}
	return n
}

// noteLeft writes down what is wanting of a year that is being left, beside the workspace in the list.
func (d *desk) noteLeft() {
	if d.now == nil {
		return // nothing opened it from a list
	}
	noteLeft(d.list, d.w.Path(), countLeft(d.s, d.now()))
}

// stoppedMsg is where somebody stopped in a workspace.
type stoppedMsg struct {
	at   store.Entry
	book store.Book
	ok   bool
	head string
}

// askStopped reads it off the end of the history of the workspace under the cursor, once, off the frame.
func (m *Root) askStopped(path string) tea.Cmd {
	if path == "" {
		return nil
	}
	if _, known := m.stopped[path]; known {
		return nil
	}
	if m.stopped == nil {
		m.stopped = map[string]stoppedMsg{}
	}
	m.stopped[path] = stoppedMsg{}
	o := m.StoreOptions()
	o.ReadOnly = true
	look := func() (stoppedMsg, error) {
		w, err := store.Open(path, o)
		if err != nil {
			return stoppedMsg{}, err
		}
		defer w.Close()
		return stoppedIn(w)
	}
	if m.desk != nil && m.desk.w.Path() == path {
		w := m.desk.w
		look = func() (stoppedMsg, error) { return stoppedIn(w) }
	}
	return later(func() func(m *Root) tea.Cmd {
		msg, err := look()
		return func(m *Root) tea.Cmd {
			if _, asked := m.stopped[path]; asked && err == nil { // what is wrong with a file is said of its backups
				m.stopped[path] = msg
			}
			return nil
		}
	})
}

func stoppedIn(w *store.Workspace) (out stoppedMsg, err error) {
	if out.at, out.book, out.ok, err = w.LastEdit(); err != nil {
		return out, err
	}
	out.head, err = w.HistoryHead()
	return out, err
}

// title says where that is: form, record, field.
func (s *stoppedMsg) title(m *Root) string {
	f := form.ByID(s.at.Form)
	if f == nil {
		return paint.Safe(s.at.Form) // of a pack: what it is called is known once the year is open
	}
	out := f.Title.In(m.lang)
	if key := form.KeyTitle(f.ID, s.at.Key).In(m.lang); s.at.Key != "" && !f.Single() && key != out {
		out += " " + m.th.Chrome.Right + " " + paint.Safe(paint.Cut(key, 30))
	}
	if fd := f.Field(s.at.Field); fd != nil {
		out += " " + m.th.Chrome.Right + " " + fd.Title.In(m.lang)
	}
	return out
}

// goOn opens the workspace under the cursor where somebody stopped.
func (s *startScreen) goOn(m *Root) tea.Cmd {
	path := s.under(m)
	at, ok := m.stopped[path]
	if !ok || !at.ok {
		return nil
	}
	place := func(m *Root) tea.Cmd { return m.goToRow(at.at.Form, at.at.Row, at.at.Field) }
	if m.desk != nil && m.desk.w.Path() == path && m.desk.s.Book() == at.book {
		return tea.Batch(m.home(), place(m))
	}
	if m.desk != nil && m.desk.w.Path() == path {
		return m.openYearAt(at.book.USCC, at.book.Year, place)
	}
	open := m.openBook(path, nil, at.book.USCC, at.book.Year)
	return func() tea.Msg {
		msg, ok := open().(openedMsg)
		return doMsg(func(m *Root) tea.Cmd {
			if !ok {
				return nil
			}
			opened := m.opened(msg)
			if msg.err != nil {
				return opened
			}
			return tea.Batch(opened, place(m))
		})
	}
}

// goToRow goes to a cell; where its row is gone, to its form.
func (m *Root) goToRow(id string, row int64, field string) tea.Cmd {
	f := m.form(id)
	if f == nil {
		return nil
	}
	session := m.desk.s
	return later(func() func(m *Root) tea.Cmd {
		r, err := session.Record(f, row)
		return func(m *Root) tea.Cmd {
			if row == 0 || err != nil || r == nil && !f.Single() {
				return m.openForm(f)
			}
			return m.goTo(f, row, field)
		}
	})
}

// wanting is one line of what the start screen says of a workspace.
type wanting struct {
	label text.Pair
	say   kit.Line
	key   string
	what  text.Pair // what the key does
}

// wantings are the lines: where it was stopped, what is open, whose papers are missing, how the backups stand.
func (m *Root) wantings(f *recentFile) (out []wanting) {
	t := m.th
	st := m.stopped[f.Path]
	if st.ok {
		say := kit.Line{{st.at.At.Local().Format("01-02 15:04") + "  ", t.Faint}, {st.title(m), t.Strong}}
		if st.book.Year != f.Year {
			say = append(say, kit.Piece{"  " + text.TuiYear.With(st.book.Year).In(m.lang), t.Text})
		}
		if who := st.at.Who; who != "" {
			say = append(say, kit.Piece{"  " + paint.Safe(paint.Cut(who, 20)), t.Faint})
		}
		out = append(out, wanting{text.StartStopped, say, "C", text.TuiFootGoOn})
	}
	if l := f.Left; l != nil && l.Year == f.Year {
		out = append(out, m.leftOpen(l, st.head)...)
	}
	if k, ok := m.kept[f.Path]; ok && !k.say.Empty() {
		look := t.Text
		if k.bad {
			look = t.Warn
		}
		say := kit.Line{{k.say.In(m.lang), look}}
		if m.prefs.Second == "" && !k.gone {
			say = append(say, kit.Piece{text.StartSeparator.In(m.lang), t.Faint}, kit.Piece{text.StartNoSecond.In(m.lang), t.Warn})
		}
		out = append(out, wanting{text.StartBackup, say, "B", text.TuiFootBackups})
	}
	return out
}

// leftOpen says what was wanting when the desk left the year, and since when that may not be so.
func (m *Root) leftOpen(l *left, head string) (out []wanting) {
	t := m.th
	aged := kit.Piece{}
	if head != "" && head != l.Head {
		aged = kit.Piece{"  " + text.StartThen.With(l.At.Local().Format("01-02 15:04")).In(m.lang), t.Faint}
	}
	if l.Sealed {
		return append(out, wanting{label: text.StartOpen, say: kit.Line{{text.TuiSealed.In(m.lang), t.Good}, aged}})
	}
	sep := kit.Piece{text.StartSeparator.In(m.lang), t.Faint}
	var open kit.Line
	add := func(to *kit.Line, p text.Pair, st paint.Style) {
		if len(*to) > 0 {
			*to = append(*to, sep)
		}
		*to = append(*to, kit.Piece{p.In(m.lang), st})
	}
	if l.Must > 0 {
		add(&open, text.StartMust.With(l.Must), t.Bad)
	}
	if l.Verify > 0 {
		add(&open, text.StartVerify.With(l.Verify), t.Warn)
	}
	if len(open) == 0 {
		add(&open, text.StartNothing, t.Good)
	}
	out = append(out, wanting{label: text.StartOpen, say: append(open, aged)})
	var papers kit.Line
	if l.Unanswered > 0 {
		add(&papers, text.StartUnanswered.With(l.Unanswered), t.Warn)
	}
	if len(l.Bare) > 0 {
		add(&papers, text.StartBare.With(bareIn(l.Bare, m.lang)), t.Warn)
	}
	if len(l.Unsigned) > 0 {
		names := make([]string, len(l.Unsigned))
		for i, id := range l.Unsigned {
			names[i] = entry.Role(id).Title().In(m.lang)
		}
		add(&papers, text.StartUnsigned.With(strings.Join(names, kit.Between(m.lang))), t.Text)
	}
	if len(papers) == 0 {
		add(&papers, text.StartPapersThere, t.Good)
	}
	return append(out, wanting{label: text.StartPapers, say: papers})
}

// bareMost registers are named, the others counted.
const bareMost = 3

// bareIn names the registers with rows without evidence.
func bareIn(all []bare, lang text.Lang) string {
	var parts []string
	rest := 0
	for i, b := range all {
		if i < bareMost {
			parts = append(parts, paint.Safe(b.Title.In(lang))+" "+strconv.Itoa(b.Rows))
		} else {
			rest += b.Rows
		}
	}
	if rest > 0 {
		parts = append(parts, text.StartOthers.With(rest).In(lang))
	}
	return strings.Join(parts, kit.Between(lang))
}

// wantingLabel is what the labels take.
const wantingLabel = 11

// wantingRows gives the lines as they are drawn w cells wide: what is longer goes on in the next.
func (m *Root) wantingRows(all []wanting, w int) (out []func(a paint.Area)) {
	t := m.th
	for _, one := range all {
		key := 0
		if one.key != "" {
			key = paint.Width(one.key+" "+one.what.In(m.lang)) + 2
		}
		for i, l := range kit.WrapLine(one.say, w-wantingLabel-key) {
			out = append(out, func(a paint.Area) {
				l.Draw(a, wantingLabel, 0)
				if i > 0 {
					return
				}
				a.Text(0, 0, one.label.In(m.lang), t.Faint)
				if key > 0 {
					x := a.Text(a.W-key+2, 0, one.key, t.Key)
					a.Text(x+1, 0, one.what.In(m.lang), t.Text)
				}
			})
		}
	}
	return out
}
