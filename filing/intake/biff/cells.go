package biff

import (
	"encoding/binary"
	"errors"
	"io"
	"math"

	"yice/filing/intake/decimal"
	"yice/filing/intake/held"
	"yice/filing/intake/sheet"
)

// sheetReader reads the cells of one sheet.
type sheetReader struct {
	b       *book
	out     *held.Sheet
	shared  map[uint32]held.Ref // the shared strings that stand in the sheet, held once
	pending *held.Cell          // a formula whose text comes in a record of its own
}

// readSheet reads the substream of a sheet, from its BOF to its EOF; charts within it are passed over.
func (b *book) readSheet(at int) (*held.Sheet, error) {
	r := &records{stream: b.stream, at: at}
	rec, err := r.next()
	if err != nil {
		return nil, errRecord
	}
	if biff8, _, ok := version(rec); !ok || !biff8 {
		return nil, errRecord
	}
	s := &sheetReader{b: b, out: &held.Sheet{}, shared: make(map[uint32]held.Ref)}
	for depth := 1; ; {
		rec, err := r.next()
		if errors.Is(err, io.EOF) {
			return nil, errRecord // cut off before the end of the sheet
		}
		if err != nil {
			return nil, err
		}
		switch {
		case rec.id == recBOF:
			depth++
		case rec.id == recEOF:
			depth--
		case depth == 1:
			if err := s.record(rec); err != nil {
				return nil, err
			}
		}
		if depth == 0 {
			return s.out, s.uncomputed()
		}
	}
}

func (s *sheetReader) record(rec *record) error {
	body := rec.body()
	if rec.id == recString {
		return s.result(rec)
	}
	least, known := shortest[rec.id]
	if !known {
		return nil
	}
	if len(body) < least {
		return errRecord
	}
	switch rec.id {
	case recRow:
		if body[12]&0x20 != 0 {
			return s.out.Hide(u16(body, 0) + 1)
		}
		return nil
	case recMergeCells:
		return s.merges(body)
	}
	if err := s.uncomputed(); err != nil {
		return err
	}
	xf := u16(body, 4)
	c := held.Cell{Row: u16(body, 0) + 1, Col: u16(body, 2), Struck: s.b.crossesOut(xf)}
	switch rec.id {
	case recLabelSST:
		return s.label(c, u32(body, 6))
	case recLabel, recRString:
		r := newReader(rec)
		r.skip(6)
		content, ok := r.long()
		if !ok {
			return errRecord
		}
		return s.out.Add(c, content)
	case recNumber:
		return s.number(c, xf, double(body[6:]))
	case recRK:
		return s.rk(c, xf, u32(body, 6))
	case recMulRK:
		return s.mulRK(c, body)
	case recBoolErr:
		return s.boolErr(c, body[6], body[7] != 0)
	case recFormula:
		return s.formula(c, xf, body)
	}
	return nil
}

// shortest gives the records of a sheet that are read, and how long each is at least.
var shortest = map[uint16]int{
	recRow: 14, recMergeCells: 2, recLabelSST: 10, recLabel: 9, recRString: 9, recNumber: 14, recRK: 10, recMulRK: 6,
	recBoolErr: 8, recFormula: 16,
}

func double(b []byte) float64 { return math.Float64frombits(binary.LittleEndian.Uint64(b)) }

// label puts a shared string into a cell. It is held once, however often it stands in the sheet.
func (s *sheetReader) label(c held.Cell, i uint32) error {
	ref, ok := s.shared[i]
	if !ok {
		content, ok := s.b.strings.get(i)
		if !ok {
			return errRecord
		}
		var err error
		if ref, err = s.out.Keep(content); err != nil {
			return err
		}
		s.shared[i] = ref
	}
	return s.out.Put(c, ref)
}

func (s *sheetReader) number(c held.Cell, xf int, f float64) error {
	exact, ok := decimal.Of(f)
	if !ok {
		return s.out.Damaged(c, "")
	}
	return s.figure(c, xf, exact)
}

// figure puts a decimal into a cell as its format shows it.
func (s *sheetReader) figure(c held.Cell, xf int, exact string) error {
	return s.out.Number(c, s.b.format(xf), exact, s.b.from04)
}

// rk reads a number in 30 bits: a whole number, or the upper half of a binary one, either perhaps in hundredths.
func (s *sheetReader) rk(c held.Cell, xf int, v uint32) error {
	var exact string
	ok := true
	if v&2 != 0 {
		exact, ok = decimal.Of(float64(int32(v) >> 2))
	} else {
		exact, ok = decimal.Of(math.Float64frombits(uint64(v&^3) << 32))
	}
	if !ok {
		return s.out.Damaged(c, "")
	}
	if v&1 != 0 {
		exact = decimal.Shift(exact, -2)
	}
	return s.figure(c, xf, exact)
}

// mulRK reads the numbers of neighbouring cells: each its format and its 30 bits, the last column behind them.
func (s *sheetReader) mulRK(c held.Cell, body []byte) error {
	for at := 4; at+6 <= len(body)-2; at += 6 {
		c.Struck = s.b.crossesOut(u16(body, at))
		if err := s.rk(c, u16(body, at), u32(body, at+2)); err != nil {
			return err
		}
		c.Col++
	}
	return nil
}

// failures are the errors a cell can hold, by their number.
var failures = map[byte]string{
	0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A", 0x2B: "#GETTING_DATA",
}

func (s *sheetReader) boolErr(c held.Cell, v byte, failed bool) error {
	if failed {
		name, ok := failures[v]
		if !ok {
			name = "#N/A"
		}
		return s.out.Damaged(c, name)
	}
	return s.out.Flag(c, v != 0)
}

// The cached results of a formula that are no number, by their kind.
const (
	cachedText  = 0
	cachedBool  = 1
	cachedError = 2
	cachedEmpty = 3
)

// calcOnLoad is the mark of libraries that write formulas without computing them; no spreadsheet program sets it.
const calcOnLoad = 0x02

// formula reads the result a file keeps of a formula. Libraries that cannot compute leave zero there, or an empty text,
// and trust a program to compute it; such a cell is damage, for nobody knows what its reader would see.
func (s *sheetReader) formula(c held.Cell, xf int, body []byte) error {
	c.Formula = true
	onLoad := body[14]&calcOnLoad != 0
	if u16(body, 12) != 0xFFFF {
		if f := double(body[6:]); f != 0 || !onLoad {
			return s.number(c, xf, f)
		}
		return s.out.Damaged(c, "")
	}
	switch body[6] {
	case cachedText:
		s.pending = &c
		return nil
	case cachedBool, cachedError:
		return s.boolErr(c, body[8], body[6] == cachedError)
	case cachedEmpty:
		if !onLoad && s.b.computes {
			return nil
		}
	}
	return s.out.Damaged(c, "")
}

// result reads the text a formula came to.
func (s *sheetReader) result(rec *record) error {
	if s.pending == nil {
		return nil
	}
	c := *s.pending
	s.pending = nil
	content, ok := newReader(rec).long()
	if !ok {
		return errRecord
	}
	return s.out.Add(c, content)
}

// uncomputed puts a formula whose text never came.
func (s *sheetReader) uncomputed() error {
	if s.pending == nil {
		return nil
	}
	c := *s.pending
	s.pending = nil
	return s.out.Damaged(c, "")
}

// merges reads the blocks of merged cells: first and last row, first and last column each.
func (s *sheetReader) merges(body []byte) error {
	n := u16(body, 0)
	if len(body) < 2+8*n {
		return errRecord
	}
	for at := 2; at < 2+8*n; at += 8 {
		b := sheet.Block{Top: u16(body, at) + 1, Bottom: u16(body, at+2) + 1, Left: u16(body, at+4), Right: u16(body, at+6)}
		if err := s.out.Merge(b); err != nil {
			return err
		}
	}
	return nil
}
