package beginning

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
	"yice/tui/keeping"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// The start screen says of the workspace under its cursor where somebody stopped and what is still wanting. Where, is read off
// the end of its history; what, was counted when the desk left it, and lies beside the list of workspaces: no start reads a
// register, and none a ledger.

// Left is what was wanting of a year when the desk left it.
type Left struct {
	At           time.Time `json:"at"`
	Head         string    `json:"head"` // of the history it was counted at
	USCC         string    `json:"uscc"`
	Year         int       `json:"year"`
	Sealed       bool      `json:"sealed,omitempty"`
	Must, Verify int       // findings
	Unanswered   int       // items of the checklist
	Unsigned     []string  `json:"unsigned,omitempty"` // roles
	Bare         []Bare    `json:"bare,omitempty"`
}

// Bare are the rows of a register that have no evidence.
type Bare struct {
	Title text.Pair `json:"title"`
	Rows  int       `json:"rows"`
}

// CountLeft counts it, of a year that is open.
func CountLeft(s *entry.Session, now time.Time) *Left {
	out := &Left{At: now, Year: s.Year(), Sealed: s.Locked()}
	out.USCC, _, _ = s.Enterprise()
	out.Must, out.Verify, _ = s.Counts()
	out.Head, _ = s.Workspace().HistoryHead()
	for _, st := range s.States() {
		f := st.Form
		if f.ID == "checklist" {
			out.Unanswered = max(st.Asked-st.Filled, 0)
		}
		if n := bareRows(s, f); n > 0 {
			out.Bare = append(out.Bare, Bare{f.Title, n})
		}
	}
	inorder.Stably(out.Bare, func(a, b Bare) int { return b.Rows - a.Rows })
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

// Stopped is where somebody stopped in a workspace.
type Stopped struct {
	At   store.Entry
	Book store.Book
	OK   bool
	Head string // of the history
}

// askStopped reads it off the end of the history of the workspace under the cursor, once, off the frame.
func (h *Shelf) askStopped(m screen.Desk, house keeping.House, path string) tea.Cmd {
	if path == "" {
		return nil
	}
	if _, known := h.Stopped[path]; known {
		return nil
	}
	if h.Stopped == nil {
		h.Stopped = map[string]Stopped{}
	}
	h.Stopped[path] = Stopped{}
	o := house.StoreOptions()
	o.ReadOnly = true
	look := func() (Stopped, error) {
		w, err := store.Open(path, o)
		if err != nil {
			return Stopped{}, err
		}
		defer w.Close()
		return stoppedIn(w)
	}
	if m.Path() == path {
		w := m.Session().Workspace()
		look = func() (Stopped, error) { return stoppedIn(w) }
	}
	return screen.Later(func() screen.Do {
		msg, err := look()
		return func() tea.Cmd {
			if _, asked := h.Stopped[path]; asked && err == nil { // what is wrong with a file is said of its backups
				h.Stopped[path] = msg
			}
			return nil
		}
	})
}

func stoppedIn(w *store.Workspace) (out Stopped, err error) {
	if out.At, out.Book, out.OK, err = w.LastEdit(); err != nil {
		return out, err
	}
	out.Head, err = w.HistoryHead()
	return out, err
}

// title says where that is: form, record, field.
func (s *Stopped) title(m screen.Desk) string {
	lang := m.Lang()
	t := m.Theme()
	f := form.ByID(s.At.Form)
	if f == nil {
		return paint.Safe(s.At.Form) // of a pack: what it is called is known once the year is open
	}
	out := f.Title.In(lang)
	if key := form.KeyTitle(f.ID, s.At.Key).In(lang); s.At.Key != "" && !f.Single() && key != out {
		out += " " + t.Chrome.Right + " " + paint.Safe(paint.Cut(key, 30))
	}
	if fd := f.Field(s.At.Field); fd != nil {
		out += " " + t.Chrome.Right + " " + fd.Title.In(lang)
	}
	return out
}

// goOn opens the workspace under the cursor where somebody stopped.
func (s *StartScreen) goOn() tea.Cmd {
	path := s.under()
	at, ok := s.office.Shelf().Stopped[path]
	if !ok || !at.OK {
		return nil
	}
	return s.office.OpenAt(path, at.Book, at.At)
}

// wanting is one line of what the start screen says of a workspace.
type wanting struct {
	label text.Pair
	say   kit.Line
	key   string
	what  text.Pair // what the key does
}

// wantings are the lines: where it was stopped, what is open, whose papers are missing, how the backups stand.
func (s *StartScreen) wantings(m screen.Desk, f *Workspace) (out []wanting) {
	lang := m.Lang()
	t := m.Theme()
	shelf := s.office.Shelf()
	st := shelf.Stopped[f.Path]
	if st.OK {
		say := kit.Line{{st.At.At.Local().Format("01-02 15:04") + "  ", t.Faint}, {st.title(m), t.Strong}}
		if st.Book.Year != f.Year {
			say = append(say, kit.Piece{"  " + text.TuiYear.With(st.Book.Year).In(lang), t.Text})
		}
		if who := st.At.Who; who != "" {
			say = append(say, kit.Piece{"  " + paint.Safe(paint.Cut(who, 20)), t.Faint})
		}
		out = append(out, wanting{text.StartStopped, say, "C", text.TuiFootGoOn})
	}
	if l := f.Left; l != nil && l.Year == f.Year {
		out = append(out, leftOpen(m, l, st.Head)...)
	}
	if k, ok := shelf.Kept[f.Path]; ok && !k.Say.Empty() {
		look := t.Text
		if k.Bad {
			look = t.Warn
		}
		say := kit.Line{{k.Say.In(lang), look}}
		if s.office.StoreOptions().Second == "" && !k.Gone {
			say = append(say, kit.Piece{text.StartSeparator.In(lang), t.Faint}, kit.Piece{text.StartNoSecond.In(lang), t.Warn})
		}
		out = append(out, wanting{text.StartBackup, say, "B", text.TuiFootBackups})
	}
	return out
}

// leftOpen says what was wanting when the desk left the year, and since when that may not be so.
func leftOpen(m screen.Desk, l *Left, head string) (out []wanting) {
	lang := m.Lang()
	t := m.Theme()
	aged := kit.Piece{}
	if head != "" && head != l.Head {
		aged = kit.Piece{"  " + text.StartThen.With(l.At.Local().Format("01-02 15:04")).In(lang), t.Faint}
	}
	if l.Sealed {
		return append(out, wanting{label: text.StartOpen, say: kit.Line{{text.TuiSealed.In(lang), t.Good}, aged}})
	}
	sep := kit.Piece{text.StartSeparator.In(lang), t.Faint}
	var open kit.Line
	add := func(to *kit.Line, p text.Pair, st paint.Style) {
		if len(*to) > 0 {
			*to = append(*to, sep)
		}
		*to = append(*to, kit.Piece{p.In(lang), st})
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
		add(&papers, text.StartBare.With(bareIn(l.Bare, lang)), t.Warn)
	}
	if len(l.Unsigned) > 0 {
		names := make([]string, len(l.Unsigned))
		for i, id := range l.Unsigned {
			names[i] = entry.Role(id).Title().In(lang)
		}
		add(&papers, text.StartUnsigned.With(strings.Join(names, kit.Between(lang))), t.Text)
	}
	if len(papers) == 0 {
		add(&papers, text.StartPapersThere, t.Good)
	}
	return append(out, wanting{label: text.StartPapers, say: papers})
}

// bareMost registers are named, the others counted.
const bareMost = 3

// bareIn names the registers with rows without evidence.
func bareIn(all []Bare, lang text.Lang) string {
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
func wantingRows(m screen.Desk, all []wanting, w int) (out []func(a paint.Area)) {
	lang := m.Lang()
	t := m.Theme()
	for _, one := range all {
		key := 0
		if one.key != "" {
			key = paint.Width(one.key+" "+one.what.In(lang)) + 2
		}
		for i, l := range kit.WrapLine(one.say, w-wantingLabel-key) {
			out = append(out, func(a paint.Area) {
				l.Draw(a, wantingLabel, 0)
				if i > 0 {
					return
				}
				a.Text(0, 0, one.label.In(lang), t.Faint)
				if key > 0 {
					x := a.Text(a.W-key+2, 0, one.key, t.Key)
					a.Text(x+1, 0, one.what.In(lang), t.Text)
				}
			})
		}
	}
	return out
}
