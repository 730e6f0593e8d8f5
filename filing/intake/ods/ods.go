// Package ods reads OpenDocument spreadsheets, .ods, from outside.
//
// Such a file keeps beside each value what was shown for it, so that a figure is read as it was seen: its digits as shown,
// and the exact value noted where it has more. What is damaged says so instead of looking like a value.
//
// It must never evaluate a formula, follow a link, unpack more than its limits, or repeat a row as often as a file asks.
// Start with [Open].
package ods

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"

	"yice/filing/intake/held"
	"yice/filing/intake/incoming"
	"yice/filing/intake/sheet"
	"yice/text"
)

// Limits of the package.
const (
	maxEntries  = 2_000
	maxUnpacked = 4 << 30 // all parts together
	maxRatio    = 250     // of a part above freeRatio
	freeRatio   = 4 << 20
	maxManifest = 4 << 20
)

var (
	mimetype    = []byte("mimetypeapplication/vnd.oasis.opendocument.")
	spreadsheet = []byte("spreadsheet")
	errPackage  = errors.New("ods: broken package")
)

// Is reports whether a file that begins so is an OpenDocument file: its first part, unpacked, names its kind.
func Is(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) && len(head) > 30 && bytes.HasPrefix(head[30:], mimetype)
}

func refuse(code string, say text.Pair, err error) error {
	return &text.Fault{Code: "filing." + code, Class: text.Cannot, Say: say, Err: err}
}

func broken(err error) error {
	var f *text.Fault
	if errors.As(err, &f) {
		return err
	}
	return refuse("workbook", text.ForeignBroken.With(text.KindODS), err)
}

// book is an open spreadsheet.
type book struct {
	file   io.Closer
	infos  []sheet.Info
	sheets []*held.Sheet
}

func (b *book) Container() string { return "ods" }

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

// Open reads a spreadsheet. The book has the file from then on, and closes it; after an error it is still the caller's.
// Errors are *text.Fault.
func Open(f *incoming.File) (sheet.Book, error) {
	b, err := read(f, f.Size)
	if err != nil {
		return nil, broken(err)
	}
	if err := f.Unchanged(); err != nil {
		return nil, err
	}
	b.file = f
	return b, nil
}

// read unpacks and reads the parts that matter: the manifest for a password, the styles, the content.
func read(r io.ReaderAt, size int64) (*book, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, err
	}
	parts, err := weigh(z)
	if err != nil {
		return nil, err
	}
	if kind, err := part(parts, "mimetype", 200); err == nil && !bytes.Contains(kind, spreadsheet) {
		return nil, refuse("not-a-table", text.ForeignKind.With(text.KindODF, text.WayCopyTable), nil)
	}
	if manifest, err := part(parts, "META-INF/manifest.xml", maxManifest); err == nil && bytes.Contains(manifest, []byte("encryption-data")) {
		return nil, refuse("workbook-encrypted", text.ForeignEncrypted, nil)
	}
	d := &document{styles: newStyles()}
	if f := parts["styles.xml"]; f != nil {
		if err := stream(f, d.readStyles); err != nil {
			return nil, err
		}
	}
	f := parts["content.xml"]
	if f == nil {
		return nil, errPackage
	}
	if err := stream(f, d.readContent); err != nil {
		return nil, err
	}
	if len(d.sheets) == 0 {
		return nil, refuse("not-a-table", text.ForeignNoSheet.With(text.KindODS), nil)
	}
	return &book{infos: d.infos, sheets: d.sheets}, nil
}

// weigh refuses a package that unpacks to more than it should, by what it says of itself.
func weigh(z *zip.Reader) (map[string]*zip.File, error) {
	if len(z.File) > maxEntries {
		return nil, held.Limit()
	}
	parts := make(map[string]*zip.File)
	var total uint64
	for _, f := range z.File {
		if f.UncompressedSize64 > maxUnpacked || f.UncompressedSize64 > freeRatio && f.UncompressedSize64/maxRatio > max(f.CompressedSize64, 1) {
			return nil, held.Limit()
		}
		if total += f.UncompressedSize64; total > maxUnpacked {
			return nil, held.Limit()
		}
		if parts[f.Name] == nil {
			parts[f.Name] = f
		}
	}
	return parts, nil
}

// stream reads a part; it unpacks no further than the part said of itself, which archive/zip holds it to.
func stream(f *zip.File, read func(io.Reader) error) error {
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	return read(r)
}

// part reads a small part whole.
func part(parts map[string]*zip.File, name string, most int64) (content []byte, err error) {
	f := parts[name]
	if f == nil || f.UncompressedSize64 > uint64(most) {
		return nil, errPackage
	}
	err = stream(f, func(r io.Reader) error {
		content, err = io.ReadAll(io.LimitReader(r, most))
		return err
	})
	return content, err
}
