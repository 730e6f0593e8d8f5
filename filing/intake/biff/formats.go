package biff

import "yice/filing/intake/numfmt"

// format gives the number format of a cell: as the file spells it out, or one of those named by number alone. Each is
// understood once.
func (b *book) format(xf int) *numfmt.Format {
	id := 0
	if xf < len(b.xfs) {
		id = b.xfs[xf].number
	}
	f := b.parsed[id]
	if f == nil {
		code, ok := b.formats[id]
		if !ok {
			code = numfmt.Builtin(id)
		}
		f = numfmt.Parse(code)
		b.parsed[id] = f
	}
	return f
}

// crossesOut reports a cell format whose font is struck through.
func (b *book) crossesOut(xf int) bool {
	if xf >= len(b.xfs) {
		return false
	}
	font := b.xfs[xf].font
	if font > 4 { // no font has the number 4
		font--
	}
	return font < len(b.struck) && b.struck[font]
}
