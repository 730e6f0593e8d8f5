package archive

import (
	"bufio"
	"compress/flate"
	"crypto/sha256"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"math"

	"yice/text"
)

// Writer puts entries into a file one after another.
type Writer struct {
	f       io.WriteSeeker
	buf     *bufio.Writer
	at      int64
	entries []header
	names   map[string]bool
	flate   *flate.Writer // of the entry before, used again: a new one takes more memory than most entries hold
}

// NewWriter begins a file; f must be empty and at its beginning.
func NewWriter(f io.WriteSeeker) *Writer {
	return &Writer{f: f, buf: bufio.NewWriterSize(f, 1<<20), names: make(map[string]bool)}
}

// Add writes one entry, packed (deflate) or as it is. write gives the content, once. A name that is not good or that is
// there already is a mistake of the program and an error.
func (w *Writer) Add(name string, packed bool, write func(io.Writer) error) (Sum, error) {
	if !GoodName(name) || w.names[name] || len(w.entries) >= MaxEntries {
		return Sum{}, fmt.Errorf("archive: cannot add an entry %q", name)
	}
	w.names[name] = true
	h := header{name: name, offset: uint32(w.at)}
	if packed {
		h.method = methodFlate
	}
	if _, err := w.buf.Write(h.local()); err != nil {
		return Sum{}, err
	}
	sum, crc, err := w.content(packed, write)
	if err != nil {
		return Sum{}, err
	}
	if sum.Size > MaxEntry || w.at+localLen+int64(len(name))+sum.PackedSize > maxFile {
		return Sum{}, &text.Fault{Code: "filing.too-large", Class: text.Cannot, Say: text.FilingArchiveTooLarge.With(name)}
	}
	h.crc, h.size, h.packed = crc, uint32(sum.Size), uint32(sum.PackedSize)
	if err := w.patch(h); err != nil {
		return Sum{}, err
	}
	w.entries = append(w.entries, h)
	return sum, nil
}

// content writes what stands behind the header and counts it.
func (w *Writer) content(packed bool, write func(io.Writer) error) (Sum, uint32, error) {
	below := &counter{w: w.buf, hash: sha256.New()}
	crc := crc32.NewIEEE()
	above := &counter{hash: sha256.New(), w: io.MultiWriter(crc, below)}
	var z *flate.Writer
	if packed {
		var err error
		if z, err = w.packer(below); err != nil {
			return Sum{}, 0, err
		}
		above.w = io.MultiWriter(crc, z)
	}
	if err := write(above); err != nil {
		return Sum{}, 0, err
	}
	if z != nil {
		if err := z.Close(); err != nil {
			return Sum{}, 0, err
		}
	}
	sum := Sum{Size: above.n, PackedSize: below.n}
	above.hash.Sum(sum.SHA256[:0])
	below.hash.Sum(sum.Packed[:0])
	return sum, crc.Sum32(), nil
}

// packer gives what packs the next entry, into out.
func (w *Writer) packer(out io.Writer) (*flate.Writer, error) {
	if w.flate != nil {
		w.flate.Reset(out)
		return w.flate, nil
	}
	z, err := flate.NewWriter(out, packLevel)
	w.flate = z
	return z, err
}

// packLevel trades a tenth of the size for twice the speed; readers do not care.
const packLevel = 4

// patch writes the header again, now that the sizes are known.
func (w *Writer) patch(h header) error {
	if err := w.buf.Flush(); err != nil {
		return err
	}
	if _, err := w.f.Seek(w.at, io.SeekStart); err != nil {
		return err
	}
	if _, err := w.f.Write(h.local()); err != nil {
		return err
	}
	w.at += localLen + int64(len(h.name)) + int64(h.packed)
	_, err := w.f.Seek(w.at, io.SeekStart)
	return err
}

// Close writes the directory. It does not close the file.
func (w *Writer) Close() error {
	size := 0
	for _, h := range w.entries {
		c := h.central()
		size += len(c)
		if _, err := w.buf.Write(c); err != nil {
			return err
		}
	}
	if w.at+int64(size)+endLen > math.MaxUint32 {
		return &text.Fault{Code: "filing.too-large", Class: text.Cannot, Say: text.FilingArchiveTooLarge.With("")}
	}
	if _, err := w.buf.Write(end(len(w.entries), uint32(size), uint32(w.at))); err != nil {
		return err
	}
	return w.buf.Flush()
}

// counter counts and digests what passes through.
type counter struct {
	w    io.Writer
	hash hash.Hash
	n    int64
}

func (c *counter) Write(p []byte) (int, error) {
	c.n += int64(len(p))
	c.hash.Write(p)
	return c.w.Write(p)
}
