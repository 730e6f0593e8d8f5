// Package lineedit is the field editor: text edited by characters as a reader sees them, scrolled and measured in cells,
// with selection, words, and an undo of its own. A field of several lines is drawn in rows, and up and down go by them.
//
// It never drops what was typed or pasted: a line break becomes a space where the field holds one line, nothing else is
// changed. It does no I/O; a copy is handed back. Start with New, then Editor.Key and Editor.Draw, or Editor.DrawRows.
package lineedit

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/tui/paint"
)

// Editor edits the text of a field. The zero Editor is empty and holds one line.
type Editor struct {
	text   []paint.Cluster
	caret  int // a character's place, 0…len(text)
	mark   int // the other end of the selection; == caret: none
	off    int // first character shown
	from   int // the cell it was drawn in
	breaks bool
	lay    layout // of a field of several lines
	undo   undoLog
}

// New makes an editor with the caret at the end. breaks says whether the field holds several lines: Draw shows them in
// one, as ␊.
func New(s string, breaks bool) *Editor {
	e := &Editor{breaks: breaks, lay: usual}
	e.text = paint.Clusters(e.fit(s))
	e.caret = len(e.text)
	e.mark = e.caret
	return e
}

// fit makes pasted or stored text one line.
func (e *Editor) fit(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.ReplaceAll(s, "\r", "\n")
	if !e.breaks {
		s = strings.NewReplacer("\n", " ", "\t", " ").Replace(strings.Trim(s, "\n"))
	}
	return s
}

// Text is what the field holds.
func (e *Editor) Text() string { return text(e.text) }

// Empty reports whether nothing is in it.
func (e *Editor) Empty() bool { return len(e.text) == 0 }

// Selection is the selected text, "" where there is none.
func (e *Editor) Selection() string {
	a, b := e.span()
	return text(e.text[a:b])
}

// SelectAll selects everything.
func (e *Editor) SelectAll() { e.mark, e.caret = 0, len(e.text) }

// Set replaces everything as one step of undo.
func (e *Editor) Set(s string) {
	e.SelectAll()
	e.Insert(s)
}

func (e *Editor) span() (from, to int) { return min(e.caret, e.mark), max(e.caret, e.mark) }

func text(cs []paint.Cluster) string {
	var b strings.Builder
	for _, c := range cs {
		b.WriteString(c.Text)
	}
	return b.String()
}

// Insert puts text at the caret in place of the selection: typed, pasted, or chosen from a list.
func (e *Editor) Insert(s string) {
	s = e.fit(s)
	a, b := e.span()
	if s == "" && a == b {
		return
	}
	e.undo.keep(e, insertion(s, a != b))
	// A mark may join the character before it: cut the whole text anew.
	head := text(e.text[:a]) + s
	e.text = paint.Clusters(head + text(e.text[b:]))
	e.caret = e.placeOf(len(head))
	e.mark = e.caret
}

// placeOf gives the character boundary at, or just after, a byte offset.
func (e *Editor) placeOf(bytes int) int {
	n := 0
	for i, c := range e.text {
		if n >= bytes {
			return i
		}
		n += len(c.Text)
	}
	return len(e.text)
}

func (e *Editor) remove(from, to int) {
	from, to = max(from, 0), min(to, len(e.text))
	if from >= to {
		return
	}
	e.undo.keep(e, deletion)
	head := text(e.text[:from])
	e.text = paint.Clusters(head + text(e.text[to:]))
	e.caret = e.placeOf(len(head))
	e.mark = e.caret
}

// Result says what a key did.
type Result struct {
	Handled bool
	Changed bool
	Copy    string // text to put on the clipboard
}

// Key takes a key; one that means nothing here is not handled.
func (e *Editor) Key(k tea.KeyPressMsg) Result {
	before := e.Text()
	copied, ok := e.key(k)
	return Result{Handled: ok, Changed: e.Text() != before, Copy: copied}
}

func (e *Editor) key(k tea.KeyPressMsg) (copied string, ok bool) {
	key := k.Keystroke()
	was := e.lay
	e.lay.held, e.lay.late = false, false
	if e.move(key, was) {
		return "", true
	}
	if copied, ok = e.clipboard(key); ok {
		return copied, true
	}
	if e.erase(key) {
		return "", true
	}
	switch {
	case key == "ctrl+z":
		e.undo.back(e)
	case key == "ctrl+y", key == "ctrl+shift+z":
		e.undo.forth(e)
	case e.breaks && newLine(key):
		e.Insert("\n")
	default:
		if k.Text == "" || k.Mod&(tea.ModCtrl|tea.ModAlt|tea.ModMeta|tea.ModSuper) != 0 {
			return "", false
		}
		e.Insert(k.Text)
	}
	return "", true
}

// move handles the keys that move the caret; with shift they select.
func (e *Editor) move(key string, was layout) bool {
	base := strings.Replace(key, "shift+", "", 1)
	selecting := base != key
	target, ok := e.rowTarget(base, was)
	if !ok {
		target, ok = e.target(base, selecting)
	}
	if !ok {
		return false
	}
	e.caret = max(0, min(target, len(e.text)))
	switch {
	case base == "ctrl+a":
		e.mark = 0
	case !selecting:
		e.mark = e.caret
	}
	e.undo.pause()
	return true
}

// target says where a key leads within the line.
func (e *Editor) target(base string, selecting bool) (target int, ok bool) {
	from, to := e.span()
	target = e.caret
	switch base {
	case "left":
		target--
		if !selecting && from != to {
			target = from
		}
	case "right":
		target++
		if !selecting && from != to {
			target = to
		}
	case "home":
		target = 0
	case "end":
		target = len(e.text)
	case "ctrl+left", "alt+left", "alt+b":
		target = e.wordLeft(e.caret)
	case "ctrl+right", "alt+right", "alt+f":
		target = e.wordRight(e.caret)
	case "ctrl+a":
		target = len(e.text)
	default:
		return 0, false
	}
	return target, true
}

func (e *Editor) clipboard(key string) (copied string, ok bool) {
	switch key {
	case "ctrl+c", "ctrl+insert":
		return e.Selection(), true
	case "ctrl+x", "shift+delete":
		copied = e.Selection()
		a, b := e.span()
		e.remove(a, b)
		return copied, true
	}
	return "", false
}

func (e *Editor) erase(key string) bool {
	a, b := e.span()
	selected := a != b
	switch key {
	case "backspace", "shift+backspace":
		if !selected {
			a--
		}
	case "delete":
		if !selected {
			b++
		}
	case "ctrl+w", "ctrl+backspace", "alt+backspace":
		if !selected {
			a = e.wordLeft(a)
		}
	case "ctrl+delete", "alt+d":
		if !selected {
			b = e.wordRight(b)
		}
	case "ctrl+u":
		a, _ = e.line()
		b = e.caret
	case "ctrl+k":
		a = e.caret
		if _, b = e.line(); a == b {
			b++ // at the end of a line its break goes, and the next one comes up
		}
	default:
		return false
	}
	e.remove(a, b)
	return true
}
