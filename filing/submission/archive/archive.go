// Package archive writes and reads ZIP files that have exactly one spelling: entries one after another without gaps, fixed
// times, no comments, no extra fields, nothing before and nothing behind. What is read is compared byte for byte with what
// would have been written, so that no bit of a file can change unseen: headers here, contents by the digests that every
// entry is read with.
//
// It must never write outside the file it was given, and never trust a size it has not counted.
// Start with [Writer.Add] and [Open].
package archive

import (
	"encoding/binary"

	"yice/internal/pattern"

	"yice/text"
)

// Limits of what is read. They hold before anything is unpacked.
const (
	MaxEntries  = 20_000
	MaxName     = 160
	MaxTotal    = 8 << 30   // bytes of all contents together
	MaxEntry    = 1<<32 - 2 // bytes of one content, as ZIP without its 64-bit form has it
	MaxRatio    = 400       // contents to packed bytes, above freeRatio
	freeRatio   = 1 << 20   // contents so small that their ratio does not matter
	maxFile     = 1<<32 - 2
	localLen    = 30
	centralLen  = 46
	endLen      = 22
	methodStore = 0
	methodFlate = 8
)

// Sum is what an entry's content and its packed bytes come to.
type Sum struct {
	Size       int64
	SHA256     [32]byte
	PackedSize int64
	Packed     [32]byte // SHA-256 of the bytes as they stand in the file
}

// TooDense reports an entry that is packed so well that a reader would take it for a bomb.
func (s Sum) TooDense() bool { return s.Size > freeRatio && s.Size > MaxRatio*s.PackedSize }

// header is everything that differs between the headers of two entries.
type header struct {
	name         string
	method       uint16
	crc          uint32
	packed, size uint32
	offset       uint32
}

var goodName = pattern.Of(`^[a-z0-9][a-z0-9_.-]*(/[a-z0-9][a-z0-9_.-]*)*$`)

// GoodName reports whether an entry may have a name: a relative path of lower-case ASCII without dots at the beginning of
// a part, and without a part that Windows takes for a device whatever ends it.
func GoodName(name string) bool {
	return len(name) <= MaxName && goodName.MatchString(name) && !device.MatchString(name)
}

// device is a part such as con, aux.csv or lpt1: to unpack it on Windows is to write to a device.
var device = pattern.Of(`(^|/)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.[^/]*)?(/|$)`)

// dosDate is 1980-01-01, the first day ZIP knows: the same for every entry of every file.
const dosDate = 1<<5 | 1

func (h header) local() []byte {
	b := make([]byte, 0, localLen+len(h.name))
	b = append(b, "PK\x03\x04"...)
	b = h.common(b)
	b = le.AppendUint16(b, uint16(len(h.name)))
	b = le.AppendUint16(b, 0) // extra fields
	return append(b, h.name...)
}

func (h header) central() []byte {
	b := make([]byte, 0, centralLen+len(h.name))
	b = append(b, "PK\x01\x02"...)
	b = le.AppendUint16(b, 20) // made by: 2.0, MS-DOS
	b = h.common(b)
	b = le.AppendUint16(b, uint16(len(h.name)))
	b = append(b, make([]byte, 2+2+2+2+4)...) // extra, comment, disk, attributes
	b = le.AppendUint32(b, h.offset)
	return append(b, h.name...)
}

// common is what both headers hold alike.
func (h header) common(b []byte) []byte {
	b = le.AppendUint16(b, 20) // needed: 2.0
	b = le.AppendUint16(b, 0)  // flags
	b = le.AppendUint16(b, h.method)
	b = le.AppendUint16(b, 0) // time
	b = le.AppendUint16(b, dosDate)
	b = le.AppendUint32(b, h.crc)
	b = le.AppendUint32(b, h.packed)
	return le.AppendUint32(b, h.size)
}

func end(entries int, size, offset uint32) []byte {
	b := append(make([]byte, 0, endLen), "PK\x05\x06\x00\x00\x00\x00"...)
	b = le.AppendUint16(b, uint16(entries))
	b = le.AppendUint16(b, uint16(entries))
	b = le.AppendUint32(b, size)
	b = le.AppendUint32(b, offset)
	return le.AppendUint16(b, 0) // comment
}

var le = binary.LittleEndian

func refuse(say text.Pair) *text.Fault {
	return &text.Fault{Code: "filing.archive", Class: text.Findings, Say: say}
}
