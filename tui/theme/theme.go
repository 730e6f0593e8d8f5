// Package theme says how everything looks: the one set of styles and glyphs that screens and widgets draw with. Sixteen
// colours come first, the 256 only refine the greys; without colour (NO_COLOR) weight, underline and reverse carry it
// all. A colour never says anything that a sign or a word beside it does not say too.
package theme

import "yice/tui/paint"

// Depth is how many colours the terminal has.
type Depth uint8

const (
	Mono    Depth = iota // NO_COLOR, or a terminal without
	Sixteen              // the colours everyone has, as the user's own palette draws them
	Many                 // the 256, for quieter greys
)

// Ground is what the terminal's background is known to be.
type Ground uint8

const (
	Unknown Ground = iota // it did not say: only what can be read on both
	Dark
	Light
)

// Theme is the set of styles. It is never changed after New.
type Theme struct {
	Ground Ground
	Depth  Depth
	Chrome paint.Chrome

	Text, Strong, Faint paint.Style // words
	Brand, Title, Head  paint.Style // the program, a screen, a column or group
	Frame               paint.Style // boxes and rules
	Key                 paint.Style // a key in the footer
	Accent              paint.Style // what is current
	Good, Warn, Bad     paint.Style // done, to verify, to mend
	Pending             paint.Style // not yet recognised, not yet saved
	Fill, Part, Rest    paint.Style // of a bar: reached, under way, missing
	Up, Down            paint.Style // what an edit did to the score
	Negative            paint.Style
	// Rows of a table from outside that are no lines: sums, what is carried over, what was there before, what is filtered.
	Sum, Moved, Before, Aside paint.Style

	Row      paint.Style // ground of the current row
	Selected paint.Style // ground of selected cells
	Cursor   paint.Style // the current cell
	Input    paint.Style // a field being keyed
	Mark     paint.Style // selected text within a field
	Bar      paint.Style // the strip at the top and the bottom
	Dialog   paint.Style // ground of a dialog
	Stripe   paint.Style // ground of every other row, where there are colours enough
}

// New makes the theme of a terminal.
func New(ground Ground, depth Depth) *Theme {
	t := &Theme{Ground: ground, Depth: depth, Chrome: paint.Fitting()}
	switch {
	case depth == Mono:
		t.mono()
	case ground == Dark:
		t.dark()
	case ground == Light:
		t.light()
	default:
		t.either()
	}
	if depth == Many {
		switch ground {
		case Dark:
			t.darkGreys()
		case Light:
			t.lightGreys()
		default:
			t.eitherGreys()
		}
	}
	return t
}

// either is for a terminal that did not say what its background is: nothing white, nothing black, no grounds.
func (t *Theme) either() {
	t.common()
	reverse := paint.Style{Attr: paint.Reverse}
	t.Brand = reverse.With(paint.Bold)
	t.Title = paint.Style{Attr: paint.Bold}
	t.Head, t.Key, t.Part = fg(paint.Cyan), fg(paint.Cyan), fg(paint.Cyan)
	t.Accent = fg(paint.Cyan).With(paint.Bold)
	t.Faint, t.Frame, t.Rest = fg(paint.BrightBlack), fg(paint.BrightBlack), fg(paint.BrightBlack)
	t.Warn, t.Pending, t.Fill = fg(paint.Yellow), fg(paint.Yellow), fg(paint.Green)
	t.Row = paint.Style{Attr: paint.Bold}
	t.Selected, t.Cursor, t.Mark = reverse, reverse.With(paint.Bold), reverse
	t.Input = paint.Style{Attr: paint.Underline}
}

// eitherGreys are middle tones that stand out from black and from white.
func (t *Theme) eitherGreys() {
	ix := paint.Index
	t.Faint, t.Frame, t.Rest = fg(ix(244)), fg(ix(244)), fg(ix(245))
	t.Head, t.Key, t.Accent = fg(ix(31)), fg(ix(31)), fg(ix(31)).With(paint.Bold)
	t.Good, t.Fill, t.Part = fg(ix(71)), fg(ix(71)), fg(ix(67))
	t.Sum, t.Moved, t.Before, t.Aside = fg(ix(133)), fg(ix(67)), fg(ix(73)), fg(ix(245))
	t.Warn, t.Pending = fg(ix(136)), fg(ix(136))
	t.Bad, t.Negative = fg(ix(167)), fg(ix(167))
	t.Up, t.Down = fg(ix(71)).With(paint.Bold), fg(ix(167)).With(paint.Bold)
}

func fg(c paint.Color) paint.Style { return paint.Style{FG: c} }
func bg(c paint.Color) paint.Style { return paint.Style{BG: c} }

func (t *Theme) mono() {
	bold, faint := paint.Style{Attr: paint.Bold}, paint.Style{Attr: paint.Faint}
	reverse := paint.Style{Attr: paint.Reverse}
	t.Strong, t.Brand, t.Title, t.Key, t.Accent, t.Bad = bold, reverse.With(paint.Bold), bold, bold, bold, bold.With(paint.Underline)
	t.Faint, t.Head, t.Rest = faint, faint.With(paint.Underline), faint
	t.Frame = faint
	t.Sum, t.Moved, t.Before, t.Aside = paint.Style{Attr: paint.Italic}, faint, faint, faint
	t.Warn, t.Pending = paint.Style{Attr: paint.Underline}, paint.Style{Attr: paint.Italic}
	t.Up, t.Down = bold, bold
	t.Row, t.Selected, t.Cursor, t.Mark = paint.Style{Attr: paint.Bold}, reverse, reverse.With(paint.Bold), reverse
	t.Input = paint.Style{Attr: paint.Underline}
}

func (t *Theme) common() {
	t.Strong = paint.Style{Attr: paint.Bold}
	t.Good, t.Bad = fg(paint.Green), fg(paint.Red)
	t.Sum, t.Moved, t.Before, t.Aside = fg(paint.Magenta), fg(paint.Blue), fg(paint.Cyan), fg(paint.BrightBlack)
	t.Up, t.Down = fg(paint.Green).With(paint.Bold), fg(paint.Red).With(paint.Bold)
	t.Negative = fg(paint.Red)
}

func (t *Theme) dark() {
	t.common()
	t.Faint, t.Frame, t.Rest = fg(paint.BrightBlack), fg(paint.BrightBlack), fg(paint.BrightBlack)
	t.Brand = paint.Style{FG: paint.Black, BG: paint.Cyan, Attr: paint.Bold}
	t.Title, t.Head, t.Key = fg(paint.BrightWhite).With(paint.Bold), fg(paint.Cyan), fg(paint.BrightCyan)
	t.Accent = fg(paint.BrightCyan).With(paint.Bold)
	t.Warn, t.Pending = fg(paint.BrightYellow), fg(paint.Yellow)
	t.Good, t.Bad, t.Negative = fg(paint.Green), fg(paint.BrightRed), fg(paint.BrightRed)
	t.Up, t.Down = fg(paint.BrightGreen).With(paint.Bold), fg(paint.BrightRed).With(paint.Bold)
	t.Fill, t.Part = fg(paint.Green), fg(paint.Cyan)
	t.Row = paint.Style{Attr: paint.Bold}
	t.Selected = paint.Style{FG: paint.BrightWhite, BG: paint.Blue}
	t.Cursor = paint.Style{FG: paint.Black, BG: paint.Cyan}
	t.Input = paint.Style{FG: paint.BrightWhite, Attr: paint.Underline}
	t.Mark = paint.Style{FG: paint.Black, BG: paint.Yellow}
}

func (t *Theme) light() {
	t.common()
	t.Faint, t.Frame, t.Rest = fg(paint.BrightBlack), fg(paint.BrightBlack), fg(paint.BrightBlack)
	t.Brand = paint.Style{FG: paint.BrightWhite, BG: paint.Blue, Attr: paint.Bold}
	t.Title, t.Head, t.Key = paint.Style{Attr: paint.Bold}, fg(paint.Blue), fg(paint.Blue)
	t.Accent = fg(paint.Blue).With(paint.Bold)
	t.Warn, t.Pending = fg(paint.Magenta), fg(paint.Magenta)
	t.Fill, t.Part = fg(paint.Green), fg(paint.Blue)
	t.Row = paint.Style{Attr: paint.Bold}
	t.Selected = paint.Style{FG: paint.Black, BG: paint.Cyan}
	t.Cursor = paint.Style{FG: paint.BrightWhite, BG: paint.Blue}
	t.Input = paint.Style{FG: paint.Black, Attr: paint.Underline}
	t.Mark = paint.Style{FG: paint.Black, BG: paint.Yellow}
}

// darkGreys and lightGreys replace what sixteen colours draw harshly.
func (t *Theme) darkGreys() {
	ix := paint.Index
	t.Faint, t.Frame, t.Rest = fg(ix(246)), fg(ix(240)), fg(ix(238))
	t.Head = fg(ix(109))
	t.Up, t.Down = fg(ix(114)).With(paint.Bold), fg(ix(210)).With(paint.Bold)
	t.Accent = fg(ix(80)).With(paint.Bold)
	t.Key = fg(ix(80))
	t.Good, t.Fill = fg(ix(108)), fg(ix(72))
	t.Sum, t.Moved, t.Before, t.Aside = fg(ix(176)), fg(ix(110)), fg(ix(73)), fg(ix(245))
	t.Part = fg(ix(67))
	t.Warn, t.Pending = fg(ix(179)), fg(ix(179))
	t.Bad, t.Negative = fg(ix(203)), fg(ix(203))
	t.Brand = paint.Style{FG: ix(16), BG: ix(80), Attr: paint.Bold}
	t.Row, t.Stripe = bg(ix(236)), bg(ix(233))
	t.Selected = bg(ix(24))
	t.Cursor = paint.Style{FG: ix(16), BG: ix(80)}
	t.Input = paint.Style{FG: ix(231), BG: ix(238)}
	t.Mark = paint.Style{FG: ix(16), BG: ix(179)}
	t.Dialog = bg(ix(235))
	t.Bar = bg(ix(234))
}

func (t *Theme) lightGreys() {
	ix := paint.Index
	t.Faint, t.Frame, t.Rest = fg(ix(241)), fg(ix(249)), fg(ix(251))
	t.Head = fg(ix(23))
	t.Accent, t.Key = fg(ix(25)).With(paint.Bold), fg(ix(25))
	t.Good, t.Fill = fg(ix(28)), fg(ix(35))
	t.Up, t.Down = fg(ix(28)).With(paint.Bold), fg(ix(124)).With(paint.Bold)
	t.Sum, t.Moved, t.Before, t.Aside = fg(ix(90)), fg(ix(25)), fg(ix(30)), fg(ix(243))
	t.Part = fg(ix(68))
	t.Warn, t.Pending = fg(ix(130)), fg(ix(130))
	t.Bad, t.Negative = fg(ix(124)), fg(ix(124))
	t.Brand = paint.Style{FG: ix(231), BG: ix(25), Attr: paint.Bold}
	t.Row, t.Stripe = bg(ix(254)), bg(ix(255))
	t.Selected = bg(ix(153))
	t.Cursor = paint.Style{FG: ix(231), BG: ix(25)}
	t.Input = paint.Style{FG: ix(16), BG: ix(230)}
	t.Mark = paint.Style{FG: ix(16), BG: ix(222)}
	t.Dialog = bg(ix(255))
	t.Bar = bg(ix(255))
}
