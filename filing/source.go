package filing

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"strings"

	"yice/filing/intake/delimited"
	"yice/filing/intake/incoming"
	"yice/filing/intake/sheet"
	"yice/form"
	"yice/text"
)

// source is the part of a Source that nobody outside sees: how to read it once more.
type source struct {
	open  func() (tableRows, error)
	close func() error
	unit  form.Unit // said above the table: 单位：万元
	share func() (done, of int64)
}

// Share tells how much of the file the reading under way has taken: bytes of bytes, 0 of 0 where that cannot be told.
func (s *Source) Share() (done, of int64) {
	if s.share == nil {
		return 0, 0
	}
	return s.share()
}

// What a file begins with says what it is, whatever its name says.
var (
	magicZip = []byte("PK\x03\x04")
	magicOLE = []byte("\xD0\xCF\x11\xE0") // .xls, or an encrypted .xlsx
)

// ReadFile opens a CSV or XLSX file and finds its encoding, sheet and header. Faults have codes "filing.…" and name the
// file and the way out.
func ReadFile(path string, o ReadOptions) (*Source, error) {
	f, err := incoming.Open(path)
	if err != nil {
		return nil, err
	}
	src, err := readOpened(f, o)
	if err != nil {
		f.Close()
		return nil, err
	}
	return src, nil
}

func readOpened(f *incoming.File, o ReadOptions) (*Source, error) {
	switch {
	case f.Size == 0:
		return nil, fault("filing.empty", text.Cannot, text.FilingEmpty.With(f.Name))
	case bytes.HasPrefix(f.Head, magicOLE):
		return nil, fault("filing.old-workbook", text.Cannot, text.FilingOldWorkbook.With(f.Name))
	case bytes.HasPrefix(f.Head, magicZip):
		return readWorkbook(f, o)
	}
	book, err := delimited.Open(f, delimited.Options{Encoding: o.Encoding})
	if err != nil {
		return nil, err
	}
	src := &Source{Name: f.Name, Digest: f.Digest, Encoding: book.Encoding}
	src.share, src.source.close = f.Share, book.Close
	src.source.open = func() (tableRows, error) { return firstSheet(book) }
	_, err = src.findHeader(o.Form)
	return src, err
}

func firstSheet(book sheet.Book) (tableRows, error) {
	rows, err := book.Rows(0)
	if err != nil {
		return nil, err
	}
	return sheetRows{rows}, nil
}

// ReadText takes pasted text: lines of cells parted by tabs (or commas, where it has no tab). name is shown where a file's
// name would be.
func ReadText(name, pasted string) (*Source, error) {
	sum := sha256.Sum256([]byte(strings.ReplaceAll(strings.ReplaceAll(pasted, "\r\n", "\n"), "\r", "\n")))
	book := delimited.Text(pasted)
	src := &Source{Name: harmless(name), Digest: hex.EncodeToString(sum[:]), Encoding: UTF8, Pasted: true}
	src.source.open = func() (tableRows, error) { return firstSheet(book) }
	_, err := src.findHeader(nil)
	return src, err
}

// Close lets go of the file.
func (s *Source) Close() error {
	if s.source.close == nil {
		return nil
	}
	return s.source.close()
}

// body opens the source at its first row of data.
func (s *Source) body() (tableRows, error) {
	rows, err := s.source.open()
	if err != nil {
		return nil, err
	}
	for {
		_, row, err := rows.next()
		if err != nil {
			rows.Close()
			if errors.Is(err, io.EOF) {
				err = fault("filing.changed", text.Cannot, text.FilingChanged.With(s.Name))
			}
			return nil, err
		}
		if row >= s.HeaderRow {
			return rows, nil
		}
	}
}

// Preview gives the first n data rows as text, harmless on a terminal.
func (s *Source) Preview(n int) ([][]string, error) {
	rows, err := s.body()
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var shown [][]string
	for len(shown) < n {
		cells, _, err := rows.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if !blank(cells) {
			shown = append(shown, texts(cells))
		}
	}
	return shown, nil
}

func texts(cells [][]byte) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		c = bytes.TrimPrefix(c, []byte(sheet.Damage))
		out[i] = harmless(strings.ToValidUTF8(string(c), "\uFFFD"))
	}
	return out
}
