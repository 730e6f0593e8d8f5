package store

import (
	"encoding/binary"

	"yice/form"
)

// summing adds up the lines of a bulk by the cells of the cube. A million lines come to some thousand cells, so that finding the
// one of a line is all the work: where a line has its dimensions is looked up once, and a cell is found by one string.
type summing struct {
	t            *table
	date, amount int // where a line has them; -1: it has none
	dims         []summedDim
	key          []byte // of the line at hand
	cells        map[string]*summedCell
}

// summedDim is where a line has a dimension, and a reference its identity; -1: it has none.
type summedDim struct {
	kind    dimKind
	at, ref int
	derived bool
}

type summedCell struct {
	cubeAt
	cubeSum
	byMonth *[13]cubeSum // where months are added up too
}

func newSumming(t *table) *summing {
	s := &summing{t: t, date: t.form.Index(cubeDate), amount: t.form.Index(cubeAmount), cells: map[string]*summedCell{}}
	for _, d := range cubeDims {
		of := summedDim{kind: d.Kind, at: t.form.Index(d.Field), ref: -1, derived: d.Derived}
		if of.at >= 0 {
			of.ref = t.refAt[of.at]
		}
		s.dims = append(s.dims, of)
	}
	return s
}

func (s *summing) text(line *stored, at int) string {
	if at < 0 {
		return ""
	}
	return line.rec.Values[at].Str()
}

func (s *summing) number(line *stored, at int) int64 {
	if at < 0 {
		return 0
	}
	return line.rec.Values[at].Num()
}

// of gives the cell of a line of some month of a year's book.
func (s *summing) of(line *stored, month, year int) *summedCell {
	key := s.key[:0]
	for i := range s.dims {
		switch d := &s.dims[i]; {
		case d.derived:
			key = append(key, flagByte(month == 0))
		case d.at < 0:
		case d.kind == byIdent && d.ref >= 0:
			key = binary.LittleEndian.AppendUint64(key, uint64(line.refs[d.ref]))
		case d.kind == byText:
			text := line.rec.Values[d.at].Str()
			key = append(binary.LittleEndian.AppendUint32(key, uint32(len(text))), text...)
		case d.kind == byFlag:
			key = append(key, flagByte(line.rec.Values[d.at].Str() == form.Yes))
		}
	}
	s.key = key
	if cell := s.cells[string(key)]; cell != nil {
		return cell
	}
	cell := &summedCell{cubeAt: s.t.cubeAt(line, year)}
	s.cells[string(key)] = cell
	return cell
}

func flagByte(set bool) byte {
	if set {
		return 1
	}
	return 0
}
