package archive

import (
	"bufio"
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"errors"
	"hash"
	"hash/crc32"
	"io"
	"sync"

	"yice/text"
)

// Reader is an archive whose headers have been compared with the one spelling they can have.
type Reader struct {
	Entries []*Entry // in the order of the file
	byName  map[string]*Entry
}

// Entry is one content of an archive; its digests are known after it was read to its end.
type Entry struct {
	Name   string
	Packed bool // deflated
	header
	r io.ReaderAt
}

// Size is the length of the content in bytes, as its header says; reading checks it.
func (e *Entry) Size() int64 { return int64(e.size) }

// Plain gives the content of an entry that is not packed where it lies in the file; nil for one that is.
func (e *Entry) Plain() *io.SectionReader {
	if e.Packed {
		return nil
	}
	return io.NewSectionReader(e.r, int64(e.offset)+localLen+int64(len(e.Name)), int64(e.size))
}

// Open checks everything but the contents. Errors are *text.Fault and name what is wrong; nothing is unpacked yet.
func Open(r io.ReaderAt, size int64) (*Reader, error) {
	headers, err := directory(r, size)
	if err != nil {
		return nil, err
	}
	a := &Reader{byName: make(map[string]*Entry, len(headers))}
	var at, total int64
	for _, h := range headers {
		if err := checkHeader(r, h, at); err != nil {
			return nil, err
		}
		if a.byName[h.name] != nil {
			return nil, refuse(text.FilingArchiveTwice.With(h.name))
		}
		at += localLen + int64(len(h.name)) + int64(h.packed)
		if total += int64(h.size); total > MaxTotal {
			return nil, refuse(text.FilingArchiveTotal.With(MaxTotal >> 30))
		}
		e := &Entry{Name: h.name, Packed: h.method == methodFlate, header: h, r: r}
		a.Entries = append(a.Entries, e)
		a.byName[h.name] = e
	}
	if at != directoryStart(size, headers) {
		return nil, refuse(text.FilingArchiveGap)
	}
	return a, nil
}

// Entry gives an entry by name, or nil.
func (a *Reader) Entry(name string) *Entry { return a.byName[name] }

func directoryStart(size int64, headers []header) int64 {
	at := size - endLen
	for _, h := range headers {
		at -= centralLen + int64(len(h.name))
	}
	return at
}

// directory reads the headers at the end and compares each with its one spelling.
func directory(r io.ReaderAt, size int64) ([]header, error) {
	if size < endLen || size > maxFile {
		return nil, refuse(text.FilingArchiveNotOne)
	}
	tail := make([]byte, endLen)
	if _, err := r.ReadAt(tail, size-endLen); err != nil {
		return nil, refuse(text.FilingArchiveNotOne)
	}
	count, dirSize, dirAt := int(le.Uint16(tail[10:])), le.Uint32(tail[12:]), le.Uint32(tail[16:])
	if !bytes.Equal(tail, end(count, dirSize, dirAt)) || int64(dirAt)+int64(dirSize)+endLen != size {
		return nil, refuse(text.FilingArchiveEnd)
	}
	if count > MaxEntries || int64(dirSize) > int64(count)*(centralLen+MaxName) {
		return nil, refuse(text.FilingArchiveMany.With(MaxEntries))
	}
	dir := make([]byte, dirSize)
	if _, err := r.ReadAt(dir, int64(dirAt)); err != nil {
		return nil, refuse(text.FilingArchiveEnd)
	}
	headers := make([]header, 0, count)
	for range count {
		if len(dir) < centralLen {
			return nil, refuse(text.FilingArchiveEnd)
		}
		n := int(le.Uint16(dir[28:]))
		if n > MaxName || len(dir) < centralLen+n {
			return nil, refuse(text.FilingArchiveEnd)
		}
		h := header{
			name: string(dir[centralLen : centralLen+n]), method: le.Uint16(dir[10:]), crc: le.Uint32(dir[16:]),
			packed: le.Uint32(dir[20:]), size: le.Uint32(dir[24:]), offset: le.Uint32(dir[42:]),
		}
		if !GoodName(h.name) {
			return nil, refuse(text.FilingArchiveName.With(quoted(h.name)))
		}
		if !bytes.Equal(dir[:centralLen+n], h.central()) {
			return nil, refuse(text.FilingArchiveHeader.With(h.name))
		}
		headers = append(headers, h)
		dir = dir[centralLen+n:]
	}
	if len(dir) > 0 {
		return nil, refuse(text.FilingArchiveEnd)
	}
	return headers, nil
}

// checkHeader compares an entry's own header with the directory's and with where it must stand.
func checkHeader(r io.ReaderAt, h header, at int64) error {
	want := h.local()
	got := make([]byte, len(want))
	if int64(h.offset) != at {
		return refuse(text.FilingArchiveGap)
	}
	if _, err := r.ReadAt(got, at); err != nil || !bytes.Equal(got, want) {
		return refuse(text.FilingArchiveHeader.With(h.name))
	}
	switch h.method {
	case methodStore:
		if h.packed != h.size {
			return refuse(text.FilingArchiveHeader.With(h.name))
		}
	case methodFlate:
		if h.size > freeRatio && int64(h.size) > MaxRatio*int64(h.packed) {
			return refuse(text.FilingArchiveRatio.With(h.name, MaxRatio))
		}
	default:
		return refuse(text.FilingArchiveHeader.With(h.name))
	}
	return nil
}

// quoted shows a name that may be anything.
func quoted(name string) string {
	b := []byte(name)
	for i, c := range b {
		if c < 0x20 || c > 0x7e {
			b[i] = '?'
		}
	}
	return string(b)
}

// Content reads one entry. After io.EOF its Sum is known, and size, CRC and packed length have been checked.
type Content struct {
	e        *Entry
	packed   *bufio.Reader // below: the bytes as they stand in the file
	below    hash.Hash
	above    hash.Hash
	crc      hash.Hash32
	unpacked io.Reader
	n        int64
	sum      Sum
	done     error
}

// Open begins to read an entry's content.
func (e *Entry) Open() *Content {
	c := &Content{e: e, below: sha256.New(), above: sha256.New(), crc: crc32.NewIEEE()}
	section := io.NewSectionReader(e.r, int64(e.offset)+localLen+int64(len(e.Name)), int64(e.header.packed))
	// Most entries are far smaller than what a large one is read by.
	c.packed = bufio.NewReaderSize(io.TeeReader(section, c.below), int(min(e.header.packed, 64<<10)))
	c.unpacked = c.packed
	if e.Packed {
		c.unpacked = unpacker(c.packed)
	}
	return c
}

// unpackers are those of entries that were read to their end, used again: a new one takes more memory than most entries hold.
var unpackers sync.Pool

func unpacker(r io.Reader) io.Reader {
	if z, ok := unpackers.Get().(flate.Resetter); ok && z.Reset(r, nil) == nil {
		return z.(io.Reader)
	}
	return flate.NewReader(r)
}

func (c *Content) Read(p []byte) (int, error) {
	if c.done != nil {
		return 0, c.done
	}
	n, err := c.unpacked.Read(p)
	c.n += int64(n)
	c.above.Write(p[:n])
	c.crc.Write(p[:n])
	switch {
	case c.n > int64(c.e.size):
		c.done = c.broken()
	case errors.Is(err, io.EOF):
		c.done = c.finish()
	case err != nil:
		c.done = c.broken()
	}
	if c.done != nil && !errors.Is(c.done, io.EOF) {
		return 0, c.done
	}
	return n, c.done
}

func (c *Content) broken() error { return refuse(text.FilingArchiveBroken.With(c.e.Name)) }

// finish checks that nothing is missing and nothing is left over.
func (c *Content) finish() error {
	if _, err := c.packed.ReadByte(); !errors.Is(err, io.EOF) {
		return c.broken()
	}
	if c.e.Packed {
		unpackers.Put(c.unpacked) // nobody reads from it again: the content is done
		c.unpacked = nil
	}
	if c.n != int64(c.e.size) || c.crc.Sum32() != c.e.crc {
		return c.broken()
	}
	c.sum = Sum{Size: c.n, PackedSize: int64(c.e.header.packed)}
	c.above.Sum(c.sum.SHA256[:0])
	c.below.Sum(c.sum.Packed[:0])
	return io.EOF
}

// Sum gives the digests; ok is false before the content was read to its end.
func (c *Content) Sum() (s Sum, ok bool) { return c.sum, errors.Is(c.done, io.EOF) }

// ReadAll gives a whole content of at most limit bytes.
func (e *Entry) ReadAll(limit int64) ([]byte, Sum, error) {
	if e.Size() > limit {
		return nil, Sum{}, refuse(text.FilingArchiveEntryLarge.With(e.Name, limit>>10))
	}
	c := e.Open()
	b := bytes.NewBuffer(make([]byte, 0, int(min(e.Size(), limit))+bytes.MinRead))
	if _, err := b.ReadFrom(c); err != nil {
		return nil, Sum{}, err
	}
	sum, _ := c.Sum()
	return b.Bytes(), sum, nil
}
