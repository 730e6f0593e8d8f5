package store

import (
	"encoding/binary"
	"io"
	"os"

	"yice/text"
)

// SQLite reads all of a schema before it answers anything, and each line of it is compiled: a hundred thousand views keep whoever
// opens the file waiting, with nothing to say. So the lines of a schema are counted first, in the bytes of the file. What
// stands only in a journal beside it is not seen here; for that there is the time the door allows.

// mostSchemaPages bounds how many pages are looked at; ours has a few dozen.
const mostSchemaPages = 2000

// uncrowded refuses a file whose schema has more lines than any of ours could. What cannot be read as a schema is left to SQLite
// to name. It opens and closes the file, which lets go of every lock that this process has on it: it is only for files that
// nothing of ours has open for writing.
func uncrowded(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	o, many := crowdedBy(f)
	if !many {
		return nil
	}
	return fault("store.schema-stranger", text.StoreStranger.With(path, o.words()), nil)
}

// crowdedBy counts the lines of a schema, and names one beyond the most there may be.
func crowdedBy(f io.ReaderAt) (one object, many bool) {
	head := make([]byte, 100)
	if _, err := f.ReadAt(head, 0); err != nil {
		return one, false
	}
	size := int64(binary.BigEndian.Uint16(head[16:]))
	if size == 1 {
		size = 65536
	}
	if size < 512 {
		return one, false
	}
	lines, page := 0, make([]byte, size)
	next := []uint32{1}
	for looked := 0; len(next) > 0; looked++ {
		n := next[len(next)-1]
		next = next[:len(next)-1]
		if looked == mostSchemaPages {
			return one, true
		}
		if _, err := f.ReadAt(page, (int64(n)-1)*size); err != nil || n == 0 {
			return one, false
		}
		at := 0
		if n == 1 {
			at = 100
		}
		switch cells := int(binary.BigEndian.Uint16(page[at+3:])); page[at] {
		case 13: // a leaf: a cell is a line of the schema
			if lines += cells; lines > mostObjects {
				return schemaLine(page, at+8+2*(cells-1)), true
			}
		case 5: // within: a cell begins with the page below it, and one more stands in the header
			next = append(next, binary.BigEndian.Uint32(page[at+8:]))
			for i := range cells {
				pointer := at + 12 + 2*i
				if pointer+2 > len(page) {
					return one, false
				}
				cell := int(binary.BigEndian.Uint16(page[pointer:]))
				if cell+4 > len(page) {
					return one, false
				}
				next = append(next, binary.BigEndian.Uint32(page[cell:]))
			}
		default:
			return one, false
		}
	}
	return one, false
}

// schemaLine reads the kind and the name in the cell that a pointer of a leaf leads to, as far as they stand in its page.
func schemaLine(page []byte, pointer int) (o object) {
	if pointer+2 > len(page) {
		return o
	}
	cell := page[min(int(binary.BigEndian.Uint16(page[pointer:])), len(page)):]
	_, cell = varint(cell) // bytes of the record
	_, cell = varint(cell) // its row
	headed, rest := varint(cell)
	first, rest := varint(rest)
	second, _ := varint(rest)
	if headed > uint64(len(cell)) || first < 13 || second < 13 || first > 1<<16 || second > 1<<16 {
		return o
	}
	values := cell[headed:]
	kind, name := int(first-13)/2, int(second-13)/2
	if kind+name > len(values) {
		return o
	}
	return object{kind: string(values[:kind]), name: string(values[kind : kind+name])}
}

// varint reads a number as SQLite writes it: seven bits a byte, the most significant first, of nine bytes the last one whole.
func varint(b []byte) (n uint64, rest []byte) {
	for i, c := range b {
		if i == 8 {
			return n<<8 | uint64(c), b[i+1:]
		}
		n = n<<7 | uint64(c&0x7f)
		if c < 0x80 {
			return n, b[i+1:]
		}
	}
	return n, nil
}
