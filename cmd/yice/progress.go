package main

import (
	"fmt"
	"time"

	"yice/text"
)

// progressEvery is how often a running count is shown.
const progressEvery = 100 * time.Millisecond

// progress shows how far a long piece of work is, in one line of standard error that is wiped at the end. Where standard
// error is no terminal nothing is shown.
type progress struct {
	p     *program
	say   text.Pair // takes the count, and of how many where that is known
	next  time.Time
	shown bool
}

// following begins to follow a piece of work; nil where nobody is looking.
func (p *program) following(say text.Pair) *progress {
	if !isTerminal(p.stderr) {
		return nil
	}
	return &progress{p: p, say: say, next: p.now().Add(progressEvery)}
}

// at tells how far it is.
func (g *progress) at(figures ...any) {
	if g == nil || g.p.now().Before(g.next) {
		return
	}
	g.next = g.p.now().Add(progressEvery)
	g.shown = true
	fmt.Fprintf(g.p.stderr, "\r\x1b[K%s", harmless(g.say.With(figures...).In(g.p.lang)))
}

// done wipes the line.
func (g *progress) done() {
	if g != nil && g.shown {
		fmt.Fprint(g.p.stderr, "\r\x1b[K")
	}
}
