package lineedit

import (
	"yice/tui/paint"
)

// state is a text and where the caret stood.
type state struct {
	text  []paint.Cluster
	caret int
}

// step names a kind of change: changes of one kind in a row are undone together.
type step uint8

const (
	none step = iota
	typing
	deletion
	chunk // a paste, a replaced selection: always a step of its own
)

func insertion(s string, replaces bool) step {
	if replaces || len(paint.Clusters(s)) != 1 {
		return chunk
	}
	return typing
}

// undoLog keeps what the field held before each step. The texts are never changed in place, so keeping them is cheap.
type undoLog struct {
	past, future []state
	last         step
}

// depth bounds what is kept: one field is never worth more.
const depth = 200

func (u *undoLog) keep(e *Editor, s step) {
	if s == chunk || s != u.last || len(u.past) == 0 {
		u.past = append(u.past, state{e.text, e.caret})
		if len(u.past) > depth {
			u.past = u.past[1:]
		}
	}
	u.future = nil
	u.last = s
}

// pause ends a run of typing: the caret was moved.
func (u *undoLog) pause() { u.last = none }

func (u *undoLog) back(e *Editor) { u.swap(e, &u.past, &u.future) }

func (u *undoLog) forth(e *Editor) { u.swap(e, &u.future, &u.past) }

func (u *undoLog) swap(e *Editor, from, to *[]state) {
	n := len(*from)
	if n == 0 {
		return
	}
	*to = append(*to, state{e.text, e.caret})
	s := (*from)[n-1]
	*from = (*from)[:n-1]
	e.text, e.caret = s.text, s.caret
	e.mark = e.caret
	u.last = none
}
