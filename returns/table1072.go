package returns

import "yice/text"

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

// return1072 is 107-2 as a declared table.
var return1072 = Return{
	ID: "107-2", Number: text.Same("107-2"), Basis: text.ReturnsBasisStatistics, Measure: InThousand,
	Title: text.Report1072Title, Note: text.Report1072Note, Needs: []string{"rd_staff"}, Ledger: true,
	Lines: lines1072(), Relations: printed1072(),
	slices: func(in *Inputs) []*Slice { return []*Slice{wholeYear(in)} },
}

func lines1072() []Line {
	out := make([]Line, len(codes1072))
	for i, c := range codes1072 {
		level := 0
		if bare(c.Title.ZH) != c.Title.ZH {
			level = 1
		}
		out[i] = Line{
			ID: number(c.Number), Number: number(c.Number), Title: c.Title, Group: c.Group, Level: level,
			Measure: measureOf(c.Unit), Formula: c.formula,
		}
	}
	return out
}

// printed1072 are the relations between amounts; those that tie two signs together are judged where findings are made.
func printed1072() (out []Relation) {
	for _, r := range relations1072Table {
		if r.shape != atLeast && r.shape != equal {
			continue
		}
		d := Relation{ID: r.id, Whole: number(r.whole), Equal: r.shape == equal}
		for _, p := range r.parts {
			d.Parts = append(d.Parts, number(p))
		}
		out = append(out, d)
	}
	return out
}

// Table1072 computes 107-2: every code in the order of the form.
func Table1072(in *Inputs) []Row1072 {
	t := return1072.Make(in)
	rows := make([]Row1072, len(codes1072))
	for i, c := range codes1072 {
		rows[i] = Row1072{c, t.Figure("year", number(c.Number))}
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
