// Package parquet writes tables as Apache Parquet, as far as a registry's tables need it: columns of whole numbers, of figures with a
// fixed number of places and of text, in which anything may be missing.
//
// It is ours for its size: the library that does all of Parquet adds seven megabytes to a program that may have thirty-five, because
// with its codecs and its protocol buffers come every exported method of every type (docs/decisions/0029). What it writes is read back by
// that library and by DuckDB in the checks.
//
// Source: https://parquet.apache.org/docs/file-format/ and the definitions of apache/parquet-format (format 2.9): pages of version 1, PLAIN
// values, definition levels as runs, GZIP.
package parquet

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"math/big"
)

// Kind is what a column holds.
type Kind int

const (
	// Int is a whole number of 64 bits (INT64).
	Int Kind = iota
	// Decimal is a figure of at most 38 digits, Places of them after the point (DECIMAL in 16 bytes).
	Decimal
	// Text is UTF-8 (STRING).
	Text
)

// Places is how many digits a Decimal has after its point, and Digits how many in all.
const (
	Places = 12
	Digits = 38

	decimalBytes = 16
)

// A Column is one of a table, by its name. Every column may have values missing.
type Column struct {
	Name string
	Kind Kind
}

// ErrBeyond is a figure that a Decimal does not hold: of more than 38 digits, or of more places than it has.
var ErrBeyond = errors.New("parquet: a figure beyond DECIMAL(38, 12)")

// How much is held before it is written: a group is what a reader takes up at once, a page what is compressed as one.
const (
	groupRows = 1 << 17
	pageBytes = 1 << 20
)

// A Writer writes one table. Rows are kept in pages, compressed, until a group is full; memory stays below some tens of megabytes.
type Writer struct {
	to      io.Writer
	at      int64
	columns []*chunk
	rows    int64 // of the group that is being filled
	all     int64
	groups  []group
	err     error
}

type group struct {
	rows   int64
	chunks []placed
}

// placed is where a column's pages of one group went.
type placed struct {
	at, values        int64
	compressed, whole int64
}

// chunk is a column's pages of the group that is being filled.
type chunk struct {
	Column
	pages  bytes.Buffer // headers and compressed bodies, in order
	size   int64        // what the pages are uncompressed, headers counted
	values []byte       // of the page that is being filled
	runs   []run        // of its definition levels
	count  int64        // of its values, the missing counted
	zip    *gzip.Writer
}

type run struct {
	length uint64
	there  bool
}

// magic opens and closes a file.
const magic = "PAR1"

// NewWriter begins a file of these columns.
func NewWriter(w io.Writer, columns []Column) *Writer {
	out := &Writer{to: w}
	for _, c := range columns {
		out.columns = append(out.columns, &chunk{Column: c})
	}
	out.put([]byte(magic))
	return out
}

// Row adds one row: for each column nil, or an int64, a *big.Rat or a string as its kind asks.
//
// It fails where a value is of another kind (an error of the caller), where a figure is ErrBeyond, and where the file cannot be written;
// then nothing more is taken.
func (w *Writer) Row(values []any) error {
	if w.err != nil {
		return w.err
	}
	if len(values) != len(w.columns) {
		return w.fail(fmt.Errorf("parquet: %d values for %d columns", len(values), len(w.columns)))
	}
	for i, c := range w.columns {
		if err := c.add(values[i]); err != nil {
			return w.fail(fmt.Errorf("%s: %w", c.Name, err))
		}
		if len(c.values) >= pageBytes {
			if err := c.turn(); err != nil {
				return w.fail(err)
			}
		}
	}
	w.rows++
	if w.rows == groupRows {
		w.flush()
	}
	return w.err
}

// Close writes what is still held, and the table of contents. It does not close what it writes to.
func (w *Writer) Close() error {
	if w.rows > 0 {
		w.flush()
	}
	foot := w.footer()
	w.put(foot)
	w.put(binary.LittleEndian.AppendUint32(nil, uint32(len(foot))))
	w.put([]byte(magic))
	if w.err != nil {
		return w.err
	}
	w.err = errors.New("parquet: the table is closed")
	return nil
}

func (w *Writer) fail(err error) error {
	w.err = err
	return err
}

func (w *Writer) put(b []byte) {
	if w.err != nil {
		return
	}
	n, err := w.to.Write(b)
	w.at += int64(n)
	w.err = err
}

// flush writes the group that was filled.
func (w *Writer) flush() {
	g := group{rows: w.rows}
	for _, c := range w.columns {
		if err := c.turn(); err != nil && w.err == nil {
			w.err = err
		}
		g.chunks = append(g.chunks, placed{at: w.at, values: w.rows, compressed: int64(c.pages.Len()), whole: c.size})
		w.put(c.pages.Bytes())
		c.pages.Reset()
		c.size = 0
	}
	w.groups = append(w.groups, g)
	w.all += w.rows
	w.rows = 0
}

func (c *chunk) add(v any) error {
	there := v != nil
	if n := len(c.runs); n > 0 && c.runs[n-1].there == there {
		c.runs[n-1].length++
	} else {
		c.runs = append(c.runs, run{1, there})
	}
	c.count++
	if !there {
		return nil
	}
	switch c.Kind {
	case Int:
		if n, ok := v.(int64); ok {
			c.values = binary.LittleEndian.AppendUint64(c.values, uint64(n))
			return nil
		}
	case Decimal:
		if q, ok := v.(*big.Rat); ok {
			b, err := decimal(q)
			c.values = append(c.values, b...)
			return err
		}
	case Text:
		if s, ok := v.(string); ok {
			if len(s) > math.MaxInt32 {
				return fmt.Errorf("parquet: a text of %d bytes", len(s))
			}
			c.values = append(binary.LittleEndian.AppendUint32(c.values, uint32(len(s))), s...)
			return nil
		}
	}
	return fmt.Errorf("parquet: %T is not what the column holds", v)
}

var (
	placesUnit = new(big.Int).Exp(big.NewInt(10), big.NewInt(Places), nil)
	digitsUnit = new(big.Int).Exp(big.NewInt(10), big.NewInt(Digits), nil)
)

// decimal is a figure counted in its last place, in 16 bytes, two's complement, the highest first.
func decimal(q *big.Rat) ([]byte, error) {
	n, rest := new(big.Int).QuoRem(new(big.Int).Mul(q.Num(), placesUnit), q.Denom(), new(big.Int))
	if rest.Sign() != 0 || n.CmpAbs(digitsUnit) >= 0 {
		return nil, ErrBeyond
	}
	if n.Sign() < 0 {
		n.Add(n, new(big.Int).Lsh(big.NewInt(1), 8*decimalBytes))
	}
	return n.FillBytes(make([]byte, decimalBytes)), nil
}

// turn compresses the page that was filled.
func (c *chunk) turn() error {
	if c.count == 0 {
		return nil
	}
	var levels []byte
	for _, r := range c.runs {
		levels = append(binary.AppendUvarint(levels, r.length<<1), b2i(r.there))
	}
	body := binary.LittleEndian.AppendUint32(nil, uint32(len(levels)))
	body = append(append(body, levels...), c.values...)
	var packed bytes.Buffer
	if c.zip == nil {
		c.zip = gzip.NewWriter(&packed)
	} else {
		c.zip.Reset(&packed)
	}
	if _, err := c.zip.Write(body); err != nil {
		return err
	}
	if err := c.zip.Close(); err != nil {
		return err
	}
	var head thrift
	head.int32(1, dataPage)
	head.int32(2, int64(len(body)))
	head.int32(3, int64(packed.Len()))
	head.begin(5)
	head.int32(1, c.count)
	head.int32(2, plain)
	head.int32(3, runLength)
	head.int32(4, runLength)
	head.end()
	head.end()
	c.pages.Write(head.out)
	c.pages.Write(packed.Bytes())
	c.size += int64(len(head.out) + len(body))
	c.values, c.runs, c.count = c.values[:0], c.runs[:0], 0
	return nil
}

func b2i(b bool) byte {
	if b {
		return 1
	}
	return 0
}

// Numbers of apache/parquet-format's enumerations.
const (
	dataPage  = 0
	plain     = 0
	runLength = 3
	gzipCodec = 2

	typeInt64     = 2
	typeByteArray = 6
	typeFixed     = 7

	required = 0
	optional = 1

	convertedUTF8    = 0
	convertedDecimal = 5
)

func (k Kind) physical() int64 {
	switch k {
	case Int:
		return typeInt64
	case Decimal:
		return typeFixed
	}
	return typeByteArray
}

// footer is the table of contents: FileMetaData.
func (w *Writer) footer() []byte {
	var t thrift
	t.int32(1, 2)
	t.list(2, thriftStruct, len(w.columns)+1)
	t.open()
	t.int32(3, required)
	t.text(4, "table")
	t.int32(5, int64(len(w.columns)))
	t.end()
	for _, c := range w.columns {
		t.open()
		t.int32(1, c.Kind.physical())
		if c.Kind == Decimal {
			t.int32(2, decimalBytes)
		}
		t.int32(3, optional)
		t.text(4, c.Name)
		switch c.Kind {
		case Decimal:
			t.int32(6, convertedDecimal)
			t.int32(7, Places)
			t.int32(8, Digits)
			t.begin(10)
			t.begin(5)
			t.int32(1, Places)
			t.int32(2, Digits)
			t.end()
			t.end()
		case Text:
			t.int32(6, convertedUTF8)
			t.begin(10)
			t.begin(1)
			t.end()
			t.end()
		}
		t.end()
	}
	t.int64(3, w.all)
	t.list(4, thriftStruct, len(w.groups))
	for _, g := range w.groups {
		size, packed := int64(0), int64(0)
		t.open()
		t.list(1, thriftStruct, len(g.chunks))
		for i, c := range g.chunks {
			t.open()
			t.int64(2, c.at)
			t.begin(3)
			t.int32(1, w.columns[i].Kind.physical())
			t.list(2, thriftInt32, 2)
			t.bare(plain)
			t.bare(runLength)
			t.list(3, thriftBinary, 1)
			t.bareText(w.columns[i].Name)
			t.int32(4, gzipCodec)
			t.int64(5, c.values)
			t.int64(6, c.whole)
			t.int64(7, c.compressed)
			t.int64(9, c.at)
			t.end()
			t.end()
			size += c.whole
			packed += c.compressed
		}
		t.int64(2, size)
		t.int64(3, g.rows)
		if len(g.chunks) > 0 {
			t.int64(5, g.chunks[0].at)
		}
		t.int64(6, packed)
		t.end()
	}
	t.text(6, "yice")
	t.end()
	return t.out
}
