package parquet

import "encoding/binary"

// thrift writes Thrift's compact protocol, as far as a Parquet file's own tables need it: structs, lists, whole numbers and text.
//
// Source: https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md.
type thrift struct {
	out   []byte
	last  int   // the field before this one in the struct that is open
	outer []int // the same of the structs around it
}

// Kinds of the protocol.
const (
	thriftInt32  = 5
	thriftInt64  = 6
	thriftBinary = 8
	thriftList   = 9
	thriftStruct = 12
)

// field heads a field: fields come in the order of their numbers, none further than 15 from the one before.
func (t *thrift) field(id, kind int) {
	t.out = append(t.out, byte((id-t.last)<<4|kind))
	t.last = id
}

// bare is a number without a head, as lists have them.
func (t *thrift) bare(n int64) { t.out = binary.AppendVarint(t.out, n) }

func (t *thrift) bareText(s string) {
	t.out = append(binary.AppendUvarint(t.out, uint64(len(s))), s...)
}

func (t *thrift) int32(id int, n int64) { t.field(id, thriftInt32); t.bare(n) }

func (t *thrift) int64(id int, n int64) { t.field(id, thriftInt64); t.bare(n) }

func (t *thrift) text(id int, s string) { t.field(id, thriftBinary); t.bareText(s) }

// begin opens a struct that is a field, open one that is of a list.
func (t *thrift) begin(id int) { t.field(id, thriftStruct); t.open() }

func (t *thrift) open() { t.outer = append(t.outer, t.last); t.last = 0 }

// end closes the innermost struct, or the whole.
func (t *thrift) end() {
	t.out = append(t.out, 0)
	if n := len(t.outer); n > 0 {
		t.last, t.outer = t.outer[n-1], t.outer[:n-1]
	}
}

// list heads a list of n, each of the same kind.
func (t *thrift) list(id, kind, n int) {
	t.field(id, thriftList)
	if n < 15 {
		t.out = append(t.out, byte(n<<4|kind))
		return
	}
	t.out = binary.AppendUvarint(append(t.out, byte(0xf0|kind)), uint64(n))
}
