// Package biff reads the old workbooks of Excel, .xls of 1997 to 2003 (BIFF8), and the .et of WPS, which are the same.
//
// It reads what people see, as package sheet wants it: a number as its format shows it, a formula by the result the file
// keeps, a text of a merged block in each of its rows. What is damaged says so instead of looking like a value.
//
// It must never evaluate a formula, follow a link, run a macro, or hold more than its limits; no bytes make it panic.
// Older formats, and workbooks under a password, are named and refused. Start with [Open].
package biff

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"github.com/richardlehane/mscfb"

	"yice/filing/intake/held"
	"yice/filing/intake/incoming"
	"yice/filing/intake/numfmt"
	"yice/filing/intake/sheet"
	"yice/text"
)

// maxFile bounds a file: 65,536 rows of 256 columns in sheets by the dozen stay below it.
const maxFile = 256 << 20

var magicOLE = []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")

// Is reports whether a file that begins so is for this package: a compound document, or the bare stream of a workbook.
func Is(head []byte) bool {
	return bytes.HasPrefix(head, magicOLE) || bare(head) != 0
}

// bare gives the version of a workbook's stream that stands in a file by itself; 0 for anything else.
func bare(head []byte) int {
	if len(head) < 8 || head[0] != 0x09 {
		return 0
	}
	n, version, kind := u16(head, 2), u16(head, 4), u16(head, 6)
	switch {
	case kind != subGlobals && kind != subSheet && kind != 0x20 && kind != 0x40 && kind != 0x0100:
	case head[1] == 0x08 && (n == 8 || n == 16) && (version == 0x0500 || version == 0x0600):
		return version
	case head[1] == 0x00 && n == 4 || (head[1] == 0x02 || head[1] == 0x04) && (n == 6 || n == 8):
		return 0x0200
	}
	return 0
}

func refuse(code string, say text.Pair, err error) error {
	return &text.Fault{Code: "filing." + code, Class: text.Cannot, Say: say, Err: err}
}

func broken(err error) error {
	return refuse("workbook", text.ForeignBroken.With(text.KindXLS), err)
}

func asFault(err error) error {
	var f *text.Fault
	if errors.As(err, &f) {
		return err
	}
	return broken(err)
}

// Open opens a workbook and reads what its sheets share. The book has the file from then on, and closes it; after an error
// it is still the caller's. Errors are *text.Fault.
func Open(f *incoming.File) (sheet.Book, error) {
	if f.Size > maxFile {
		return nil, held.Limit()
	}
	content := make([]byte, f.Size)
	r := f.Reader()
	if _, err := io.ReadFull(r, content); err != nil {
		return nil, incoming.Cannot(f.Path, err)
	}
	if _, err := r.Read(make([]byte, 1)); !errors.Is(err, io.EOF) {
		return nil, incoming.Cannot(f.Path, err) // it changed while it was read
	}
	b, err := open(content)
	if err != nil {
		return nil, err
	}
	b.file = f
	return b, nil
}

func open(content []byte) (*book, error) {
	stream, err := workbookStream(content)
	if err != nil {
		return nil, asFault(err)
	}
	b := &book{stream: stream}
	if err := b.readGlobals(); err != nil {
		return nil, asFault(err)
	}
	return b, nil
}

// workbookStream finds the stream of the workbook in a compound document, and names what else the document is.
func workbookStream(content []byte) (stream []byte, err error) {
	if version := bare(content); version != 0 {
		if version != 0x0600 {
			return nil, refuse("workbook-old", text.ForeignOldExcel, nil)
		}
		return content, nil
	}
	// The reader of compound documents is another's; whatever a file makes of it is the file's fault.
	defer func() {
		if p := recover(); p != nil {
			stream, err = nil, errContainer
		}
	}()
	doc, err := mscfb.New(bytes.NewReader(content))
	if err != nil {
		return nil, err
	}
	named := make(map[string]*mscfb.File)
	for _, f := range doc.File {
		if len(f.Path) == 0 {
			named[strings.ToLower(f.Name)] = f
		}
	}
	f := named["workbook"]
	switch {
	case f != nil:
	case named["encryptedpackage"] != nil, named["encryptioninfo"] != nil:
		return nil, refuse("workbook-encrypted", text.ForeignEncrypted, nil)
	case named["book"] != nil:
		f = named["book"] // of Excel 5, but some writers put BIFF8 there
	case named["worddocument"] != nil:
		return nil, refuse("not-a-table", text.ForeignKind.With(text.KindWord, text.WayCopyTable), nil)
	case named["powerpoint document"] != nil:
		return nil, refuse("not-a-table", text.ForeignKind.With(text.KindPowerPoint, text.WayCopyTable), nil)
	default:
		return nil, refuse("not-a-table", text.ForeignKind.With(text.KindOLE, text.WayCheck), nil)
	}
	if f.Size > int64(len(content)) {
		return nil, errContainer
	}
	stream = make([]byte, f.Size)
	if _, err := io.ReadFull(f, stream); err != nil {
		return nil, err
	}
	return stream, nil
}

var errContainer = errors.New("biff: broken compound document")

// book is an open workbook.
type book struct {
	file     io.Closer
	stream   []byte
	sheets   []boundSheet
	strings  *sharedStrings
	formats  map[int]string // by number, those the file spells out
	parsed   map[int]*numfmt.Format
	xfs      []cellFormat
	struck   []bool      // of each font: it crosses out
	from04   bool        // dates count from 1904
	computes bool        // written by a program that computes formulas
	read     *held.Sheet // the sheet read last, and its number
	reading  int
}

// cellFormat names the number format and the font of a cell.
type cellFormat struct{ number, font int }

type boundSheet struct {
	info sheet.Info
	at   int // of its BOF in the stream
}

func (b *book) Container() string { return "xls" }

func (b *book) Sheets() []sheet.Info {
	all := make([]sheet.Info, len(b.sheets))
	for i, s := range b.sheets {
		all[i] = s.info
	}
	return all
}

// Close lets go of the file.
func (b *book) Close() error { return b.file.Close() }

// Rows begins to give the rows of a sheet.
func (b *book) Rows(n int) (sheet.Rows, error) {
	s, err := b.sheet(n)
	if err != nil {
		return nil, err
	}
	return s.Rows(), nil
}

// Blocks gives the merged blocks among the first rows of a sheet.
func (b *book) Blocks(n int) ([]sheet.Block, error) {
	s, err := b.sheet(n)
	if err != nil {
		return nil, err
	}
	return s.Blocks(), nil
}

// sheet reads a sheet. The one read last is kept: whoever asks for its blocks asks for its rows next.
func (b *book) sheet(n int) (*held.Sheet, error) {
	if n < 0 || n >= len(b.sheets) {
		return nil, refuse("no-sheet", text.FilingNoSheet.With("?"), nil)
	}
	if b.read == nil || b.reading != n {
		s, err := b.readSheet(b.sheets[n].at)
		if err != nil {
			return nil, asFault(err)
		}
		b.read, b.reading = s, n
	}
	return b.read, nil
}
