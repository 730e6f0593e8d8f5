package filing

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"strings"
	"sync/atomic"

	"yice/filing/intake/xlsx"
	"yice/form"
	"yice/text"
)

// source is the part of a Source that nobody outside sees: how to read it once more.
type source struct {
	open  func() (tableRows, error)
	close func() error
	unit  form.Unit // said above the table: 单位：万元
	size  int64     // bytes; 0: not known
	taken *atomic.Int64
}

// Share tells how much of the file the reading under way has taken: bytes of bytes, 0 of 0 where that cannot be told.
func (s *Source) Share() (done, of int64) {
	if s.taken == nil {
		return 0, 0
	}
	return min(s.taken.Load(), s.size), s.size
}

// taking counts the bytes that are read.
type taking struct {
	r io.Reader
	n *atomic.Int64
}

func (t taking) Read(p []byte) (int, error) {
	n, err := t.r.Read(p)
	t.n.Add(int64(n))
	return n, err
}

// ReadFile opens a CSV or XLSX file and finds its encoding, sheet and header. Faults have codes "filing.…" and name the
// file and the way out.
func ReadFile(path string, o ReadOptions) (*Source, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, cannotOpen(path, err)
	}
	defer file.Close()
	s, err := sniff(file)
	if err != nil {
		return nil, cannotOpen(path, err)
	}
	switch {
	case s.size == 0:
		return nil, fault("filing.empty", text.Cannot, text.FilingEmpty.With(shownName(path)))
	case bytes.HasPrefix(s.head, magicOLE):
		return nil, fault("filing.old-workbook", text.Cannot, text.FilingOldWorkbook.With(shownName(path)))
	case bytes.HasPrefix(s.head, magicZip):
		return readWorkbook(path, s, o)
	}
	encoding, err := textEncoding(path, s, o.Encoding)
	if err != nil {
		return nil, err
	}
	head, err := io.ReadAll(decoded(bytes.NewReader(s.head), encoding))
	if err != nil && len(head) == 0 {
		return nil, cannotOpen(path, err)
	}
	comma := guessComma(head)
	src := &Source{Name: shownName(path), Digest: s.digest, Encoding: encoding}
	src.size, src.taken = s.size, &atomic.Int64{}
	src.source.open = func() (tableRows, error) {
		f, err := os.Open(path)
		if err != nil {
			return nil, cannotOpen(path, err)
		}
		src.taken.Store(0)
		return newCSVRows(decoded(taking{f, src.taken}, encoding), f, comma), nil
	}
	_, err = src.findHeader(o.Form)
	return src, err
}

// ReadText takes pasted text: lines of cells parted by tabs (or commas, where it has no tab). name is shown where a file's
// name would be.
func ReadText(name, pasted string) (*Source, error) {
	// Terminals and spreadsheets end lines as they like.
	pasted = strings.ReplaceAll(strings.ReplaceAll(pasted, "\r\n", "\n"), "\r", "\n")
	sum := sha256.Sum256([]byte(pasted))
	comma := byte('\t')
	if !strings.Contains(pasted, "\t") {
		comma = guessComma([]byte(pasted))
	}
	src := &Source{Name: harmless(name), Digest: hex.EncodeToString(sum[:]), Encoding: UTF8}
	src.source.open = func() (tableRows, error) {
		return newCSVRows(strings.NewReader(pasted), nil, comma), nil
	}
	_, err := src.findHeader(nil)
	return src, err
}

// Close lets go of temporary files.
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
		c = bytes.TrimPrefix(c, []byte(xlsx.Damage))
		out[i] = harmless(strings.ToValidUTF8(string(c), "\uFFFD"))
	}
	return out
}
