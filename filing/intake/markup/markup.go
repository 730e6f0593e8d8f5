// Package markup reads the tables that Chinese systems write as web pages and call .xls: HTML in any charset and any state
// of repair, XML Spreadsheet 2003, and web archives (.mht) of either.
//
// What such a file shows is written in it; a figure is read as shown, and noted where the file knows more digits. Text
// around a table stands in rows of its own before or behind it, for it may hold the unit of its money.
//
// It must never fetch anything, run a script, or hold more than its limits. Start with [Open].
package markup

import (
	"bytes"
	"errors"
	"io"
	"unicode/utf16"

	"yice/internal/pattern"

	"yice/filing/intake/held"
	"yice/filing/intake/incoming"
	"yice/filing/intake/sheet"
	"yice/text"
)

// maxFile bounds a file, and each page of an archive.
const maxFile = 256 << 20

// begins are the elements and marks that such files begin with.
var begins = pattern.Of(`(?i)^<(?:!doctype|!--|!\[|\?xml|\?mso|(?:\w+:)?workbook|html|head|body|table|meta|title|style|script|link|div|center|span|font|form|base|p|br|h[1-6]|tr|thead|tbody|caption|pre|b|strong)(?:[\s>/:\-\[]|$)`)

// Is reports whether a file that begins so is markup.
func Is(head []byte) bool {
	head = plain(head)
	return begins.Match(head) || archive(head)
}

// plain gives the beginning of a file as bytes of ASCII with its white space cut off, whatever its mark of order says.
func plain(head []byte) []byte {
	head = head[:min(len(head), 4<<10)]
	switch {
	case bytes.HasPrefix(head, bomUTF8):
		head = head[len(bomUTF8):]
	case bytes.HasPrefix(head, bomLE), bytes.HasPrefix(head, bomBE):
		head = narrow(head)
	}
	return bytes.TrimLeft(head, " \t\r\n\f")
}

// narrow decodes the beginning of a text of two bytes a character.
func narrow(head []byte) []byte {
	units := make([]uint16, 0, len(head)/2)
	for i := 2; i+1 < len(head); i += 2 {
		u := uint16(head[i]) | uint16(head[i+1])<<8
		if head[0] == 0xFE {
			u = u<<8 | u>>8
		}
		units = append(units, u)
	}
	return []byte(string(utf16.Decode(units)))
}

func refuse(code string, say text.Pair, err error) error {
	return &text.Fault{Code: "filing." + code, Class: text.Cannot, Say: say, Err: err}
}

func broken(what text.Pair, err error) error {
	var f *text.Fault
	if errors.As(err, &f) {
		return err
	}
	return refuse("workbook", text.ForeignBroken.With(what), err)
}

// book is an open file.
type book struct {
	file      io.Closer
	container string
	infos     []sheet.Info
	sheets    []*held.Sheet
}

func (b *book) Container() string { return b.container }

func (b *book) Sheets() []sheet.Info { return b.infos }

func (b *book) Close() error { return b.file.Close() }

func (b *book) Rows(n int) (sheet.Rows, error) {
	if n < 0 || n >= len(b.sheets) {
		return nil, refuse("no-sheet", text.FilingNoSheet.With("?"), nil)
	}
	return b.sheets[n].Rows(), nil
}

// Blocks gives the merged blocks among the first rows of a sheet.
func (b *book) Blocks(n int) ([]sheet.Block, error) {
	if n < 0 || n >= len(b.sheets) {
		return nil, refuse("no-sheet", text.FilingNoSheet.With("?"), nil)
	}
	return b.sheets[n].Blocks(), nil
}

// add takes a sheet that was read.
func (b *book) add(info sheet.Info, s *held.Sheet) error {
	cells := s.Cells()
	for _, other := range b.sheets {
		cells += other.Cells()
	}
	if len(b.sheets) >= sheet.MaxSheets || cells > maxCells {
		return held.Limit()
	}
	b.infos, b.sheets = append(b.infos, info), append(b.sheets, s)
	return nil
}

// maxCells bounds the cells of all sheets together.
const maxCells = 1 << 24

// Open reads a file. The book has the file from then on, and closes it; after an error it is still the caller's. Errors are
// *text.Fault.
func Open(f *incoming.File) (sheet.Book, error) {
	if f.Size > maxFile {
		return nil, held.Limit()
	}
	content, err := io.ReadAll(f.Reader())
	if err != nil {
		return nil, incoming.Cannot(f.Path, err)
	}
	b, err := read(content)
	if err != nil {
		return nil, err
	}
	b.file = f
	return b, nil
}

var workbookXML = pattern.Of(`(?i)urn:schemas-microsoft-com:office:spreadsheet|progid\s*=\s*["']Excel\.Sheet|<(?:\w+:)?Workbook[\s>]`)

// webPage tells HTML by any of its elements.
var webPage = pattern.Of(`(?i)<(?:!doctype\s+html|html|table|head|body|meta|tr|td)[\s>]`)

// read reads the bytes of a file.
func read(content []byte) (*book, error) {
	head := plain(content)
	switch {
	case archive(head):
		return readArchive(content)
	case bytes.HasPrefix(head, []byte("<?xml")) && workbookXML.Match(head) && !bytes.Contains(head, []byte("<html")), workbookStart.Match(head):
		b := &book{container: "xml-2003"}
		if err := b.readWorkbook(content); err != nil {
			return nil, broken(text.KindXML2003, err)
		}
		return b, b.checked(text.KindXML2003)
	case bytes.HasPrefix(head, []byte("<?xml")) && !webPage.Match(head):
		return nil, refuse("not-a-table", text.ForeignKind.With(text.KindXML, text.WayExport), nil)
	}
	b := &book{container: "xls-html"}
	if err := b.readPage(content); err != nil {
		return nil, broken(text.KindHTML, err)
	}
	return b, b.checked(text.KindHTML)
}

var workbookStart = pattern.Of(`^<(?:\?mso-application|(?:\w+:)?Workbook[\s>])`)

// checked refuses a file without a table.
func (b *book) checked(kind text.Pair) error {
	if len(b.sheets) == 0 {
		return refuse("not-a-table", text.ForeignNoSheet.With(kind), nil)
	}
	return nil
}
