package biff

import (
	"encoding/binary"
	"errors"
	"io"
)

// The records that are read; the rest are passed over. Numbers and layouts: [MS-XLS] 2.3.2.
const (
	recFormula    = 0x0006
	recEOF        = 0x000A
	recDateMode   = 0x0022
	recFilePass   = 0x002F
	recContinue   = 0x003C
	recBoundSheet = 0x0085
	recMulRK      = 0x00BD
	recRString    = 0x00D6
	recFont       = 0x0031
	recXF         = 0x00E0
	recMergeCells = 0x00E5
	recSST        = 0x00FC
	recLabelSST   = 0x00FD
	recRecalcID   = 0x01C1
	recNumber     = 0x0203
	recLabel      = 0x0204
	recBoolErr    = 0x0205
	recString     = 0x0207
	recRow        = 0x0208
	recRK         = 0x027E
	recFormat     = 0x041E
	recBOF        = 0x0809
)

// The kinds of substreams.
const (
	subGlobals = 0x0005
	subSheet   = 0x0010
)

var errRecord = errors.New("biff: broken record")

// record is one record; its parts after the first are those of the CONTINUE records behind it.
type record struct {
	id    uint16
	at    int // of its head in the stream
	parts [][]byte
}

// body is the record's own part.
func (r *record) body() []byte { return r.parts[0] }

// records walks through the stream of a workbook. depth counts the substreams begun and not ended.
type records struct {
	stream []byte
	at     int
	rec    record
}

// next goes to the next record, with its continuations; io.EOF at the end of the stream. Zeros behind the last record fill
// a sector up and are no record.
func (r *records) next() (*record, error) {
	id, body, ok := r.read()
	if !ok {
		if len(r.stream)-r.at < 4 {
			return nil, io.EOF
		}
		return nil, errRecord
	}
	if id == 0 && len(body) == 0 {
		return nil, io.EOF
	}
	r.rec.id, r.rec.at = id, r.at
	r.rec.parts = append(r.rec.parts[:0], body)
	r.at += 4 + len(body)
	for {
		id, body, ok := r.read()
		if !ok || id != recContinue {
			return &r.rec, nil
		}
		r.rec.parts = append(r.rec.parts, body)
		r.at += 4 + len(body)
	}
}

// read looks at the record at the present place.
func (r *records) read() (id uint16, body []byte, ok bool) {
	head := r.stream[min(r.at, len(r.stream)):]
	if len(head) < 4 {
		return 0, nil, false
	}
	n := int(binary.LittleEndian.Uint16(head[2:]))
	if len(head) < 4+n {
		return 0, nil, false
	}
	return binary.LittleEndian.Uint16(head), head[4 : 4+n], true
}

func u16(b []byte, at int) int { return int(binary.LittleEndian.Uint16(b[at:])) }

func u32(b []byte, at int) uint32 { return binary.LittleEndian.Uint32(b[at:]) }
