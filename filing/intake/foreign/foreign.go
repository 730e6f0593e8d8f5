// Package foreign knows what a file is that holds no table one could read, and the way from it to one that does.
//
// A statistician who picks the scan of a ledger, a Word file or a packed folder is told so, not that "the file is damaged".
// It must never unpack or believe what it looks at. Start with [Refusal].
package foreign

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"

	"yice/text"
)

// kind is a sort of file: what it begins with, what it is, the way out.
type kind struct {
	at    int
	magic string
	is    text.Pair
	way   text.Pair
}

// kinds are told by their first bytes. Sources: the formats' own documents; the signatures of file(1).
var kinds = []kind{
	{0, "%PDF-", text.KindPDF, text.WayOriginal},
	{0, "\x89PNG\r\n\x1A\n", text.KindImage, text.WayOriginal},
	{0, "\xFF\xD8\xFF", text.KindImage, text.WayOriginal},
	{0, "GIF87a", text.KindImage, text.WayOriginal},
	{0, "GIF89a", text.KindImage, text.WayOriginal},
	{0, "II*\x00", text.KindImage, text.WayOriginal},
	{0, "MM\x00*", text.KindImage, text.WayOriginal},
	{8, "WEBP", text.KindImage, text.WayOriginal},
	{4, "ftypheic", text.KindImage, text.WayOriginal},
	{4, "ftypmif1", text.KindImage, text.WayOriginal},
	{0, "Rar!\x1A\x07", text.KindRAR, text.WayUnpack},
	{0, "7z\xBC\xAF\x27\x1C", text.Kind7z, text.WayUnpack},
	{0, "\x1F\x8B\x08", text.KindGzip, text.WayUnpack},
	{0, "{\\rtf", text.KindRTF, text.WayCopyTable},
	{4, "Standard Jet DB\x00", text.KindAccess, text.WayExport},
	{4, "Standard ACE DB\x00", text.KindAccess, text.WayExport},
	{0, "SQLite format 3\x00", text.KindSQLite, text.WayExport},
	{0, "\x7FELF", text.KindProgram, text.WayCheck},
}

// packed are files that are ZIP archives of parts, told by the name of one.
var packed = []kind{
	{0, "word/document.xml", text.KindWord, text.WayCopyTable},
	{0, "ppt/presentation.xml", text.KindPowerPoint, text.WayCopyTable},
	{0, "xl/workbook.bin", text.KindXLSB, text.WaySaveAs},
	{0, "OFD.xml", text.KindOFD, text.WayOriginal},
}

// Refusal is the fault of a file that is known and holds no table to read; nil for any other.
func Refusal(head []byte, file io.ReaderAt, size int64) error {
	for _, k := range kinds {
		if len(head) >= k.at && strings.HasPrefix(string(head[k.at:min(len(head), k.at+len(k.magic))]), k.magic) {
			return refuse(k)
		}
	}
	switch {
	case bitmap(head, size):
		return refuse(kind{is: text.KindImage, way: text.WayOriginal})
	case bytes.HasPrefix(head, []byte("MZ")) && bytes.IndexByte(head, 0) >= 0:
		return refuse(kind{is: text.KindProgram, way: text.WayCheck})
	case dbase(head, size):
		return refuse(kind{is: text.KindDBF, way: text.WaySaveAs})
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return archive(file, size)
	}
	return nil
}

func refuse(k kind) error {
	return &text.Fault{Code: "filing.not-a-table", Class: text.Cannot, Say: text.ForeignKind.With(k.is, k.way)}
}

// archive names a ZIP archive by its parts. One that has the parts of a workbook, or that cannot be read at all, is left
// to the reader of workbooks.
func archive(file io.ReaderAt, size int64) error {
	z, err := zip.NewReader(file, size)
	if err != nil {
		return nil
	}
	workbook := false
	for _, part := range z.File {
		for _, k := range packed {
			if strings.EqualFold(part.Name, k.magic) {
				return refuse(k)
			}
		}
		workbook = workbook || part.Name == "[Content_Types].xml" || strings.HasPrefix(strings.ToLower(strings.TrimPrefix(part.Name, "/")), "xl/") ||
			strings.HasPrefix(part.Name, "_rels/") || part.Name == "content.xml"
	}
	if workbook || len(z.File) == 0 {
		return nil
	}
	return refuse(kind{is: text.KindZip, way: text.WayUnpack})
}

// bitmap knows a BMP by the size of the file that stands behind its two letters.
func bitmap(head []byte, size int64) bool {
	return len(head) > 14 && bytes.HasPrefix(head, []byte("BM")) && int64(le32(head[2:])) == size
}

func le32(b []byte) uint32 {
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

// dbase knows a table of dBase or FoxPro by its header: a date, and a length that fits its fields of 32 bytes each.
func dbase(head []byte, size int64) bool {
	if len(head) < 32 || strings.IndexByte("\x03\x30\x31\x83\x8B\xF5", head[0]) < 0 {
		return false
	}
	header, record, rows := int64(head[8])|int64(head[9])<<8, int64(head[10])|int64(head[11])<<8, int64(le32(head[4:]))
	return head[2] >= 1 && head[2] <= 12 && head[3] >= 1 && head[3] <= 31 && header >= 65 && record > 1 && header+record*rows <= size+1
}
