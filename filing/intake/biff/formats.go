package biff

import "yice/filing/intake/numfmt"

// format gives the number format of a cell: as the file spells it out, or one of those named by number alone. Each is
// understood once.
func (b *book) format(xf int) *numfmt.Format {
	id := 0
	if xf < len(b.xfs) {
		id = b.xfs[xf]
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
