package returns

// Row1072 is one code of 107-2 with its figure.
type Row1072 struct {
	Code
	Value Figure
}

// Shown gives the figure as the form has it: money in 千元, rounded half away from zero. ok is false where nothing is known.
func (r Row1072) Shown() (n int64, ok bool) {
	if !r.Value.Known {
		return 0, false
	}
	if r.Unit.Fen != 0 {
		return Thousand(r.Value.Exact), true
	}
	return r.Value.Exact, true
}

// Table1072 computes 107-2: every code in the order of the form.
func Table1072(in *Inputs) []Row1072 {
	src := gather(in)
	rows := make([]Row1072, len(codes1072))
	for i, c := range codes1072 {
		rows[i] = Row1072{c, src.figures[c.Number]}
	}
	return rows
}

// code gives an entry of 107-2 by its number; it is there, as the tests of the tables prove.
func code(number int) *Code {
	for i := range codes1072 {
		if codes1072[i].Number == number {
			return &codes1072[i]
		}
	}
	panic("returns: 107-2 has no code of that number")
}
