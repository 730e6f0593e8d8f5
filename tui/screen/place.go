// Package screen is what a screen and the shell around it agree on: what a screen declares of itself (its places, and where
// what it can do is live), what it is told (how the enterprise stands), and what it may ask for. It draws nothing, holds no
// state and never knows a screen: the table of them all is declared.go of package tui.
//
// Start reading at Place, then Screen and Desk.
package screen

import (
	"slices"

	"yice/text"
)

// Place is where the user is: a screen, one of its states (a cell being keyed), a dialog. What actions are live follows from
// it, and help, palette, manual and the files of keys are made of what it says of itself. A place is known by its address:
// there may be as many as there are screens.
type Place struct {
	// ID names it in files: its keys are in testdata/keys/<ID>.golden.
	ID string
	// Title is its name, For what it is for.
	Title, For text.Pair
	// Met says when people meet it: help and manual list the places in that order. Places of one number stand as they were
	// declared.
	Met int
	// Common is a screen with nothing open over it and no field being keyed: what is the same on every screen is live here,
	// and a click means something.
	Common bool
	Head   Head
	// Opener is the id of the action that goes there from anywhere; "": there is none.
	Opener string
}

// Head says whether a place has the header, with enterprise and year, and the strip with the score.
type Head uint8

const (
	Headed     Head = iota
	Headless        // it is about no year of one's own
	HeadedOpen      // headed while a workspace is open
)

// Where is a place, or several: where an action is live.
type Where interface {
	Has(p *Place) bool
	// Wide reports what is the same on every screen, but for some: it is told once, not once a screen.
	Wide() bool
	// Named are the places it names one by one, whether they are of it or left out.
	Named() []*Place
}

// Has makes a place the place of what is live there alone.
func (p *Place) Has(q *Place) bool { return p == q }

// Wide is false: it is one place.
func (p *Place) Wide() bool { return false }

// Named is the place.
func (p *Place) Named() []*Place { return []*Place{p} }

// Span is several places. The zero value has none.
type Span struct {
	in, but     []*Place
	common, all bool
}

// Anywhere is every common screen there is or will be; Everywhere is every place.
var (
	Anywhere   = Span{common: true}
	Everywhere = Span{all: true}
)

// In is some places.
func In(places ...*Place) Span { return Span{in: places} }

// And gives the span with more places.
func (s Span) And(more ...*Place) Span {
	s.in = slices.Concat(s.in, more)
	return s
}

// But gives the span without some places.
func (s Span) But(less ...*Place) Span {
	s.in = slices.DeleteFunc(slices.Clone(s.in), func(p *Place) bool { return slices.Contains(less, p) })
	s.but = slices.Concat(s.but, less)
	return s
}

// Has reports whether a place is one of them.
func (s Span) Has(p *Place) bool {
	if slices.Contains(s.in, p) {
		return true
	}
	return (s.all || s.common && p.Common) && !slices.Contains(s.but, p)
}

// Wide reports a span that grows with the screens.
func (s Span) Wide() bool { return s.all || s.common }

// Named are the places that In, And and But named.
func (s Span) Named() []*Place { return slices.Concat(s.in, s.but) }
