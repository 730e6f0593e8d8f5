// Package xlsx reads the sheets of untrusted XLSX workbooks row by row, as text, in flat memory.
//
// It reads what people see (package numfmt): a date serial is a date where its style says so, a figure has the digits its
// style shows, a text in a merged block stands in each of its rows. What is damaged says so ([sheet.Damage]) instead of
// looking like a value: a number of more than 15 digits, an error, a formula that was never computed.
//
// It must never evaluate a formula, follow a link, or unpack more than its limits. Start with [Open], then [Book.Rows].
package xlsx

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"yice/filing/intake/incoming"
	"yice/filing/intake/numfmt"
	"yice/filing/intake/sheet"
	"yice/text"
)

// Limits of a workbook.
const (
	maxEntries  = 2_000
	maxUnpacked = 4 << 30 // all parts together
	maxRatio    = 250     // of a part above freeRatio
	freeRatio   = 4 << 20
	maxPart     = 32 << 20 // of a part that is held in memory
	maxStrings  = 256 << 20
	maxMerges   = 100_000
	maxRows     = 1_048_576              // of a sheet, by the format
	maxCell     = 4 * sheet.MaxCellRunes // bytes
)

// Book is an open workbook. It is a [sheet.Book].
type Book struct {
	file    *incoming.File
	sheets  []page
	zip     *zip.Reader
	parts   map[string]*zip.File
	styles  []*numfmt.Format // by style number; nil is General
	struck  []bool           // by style number: crossed out; nil where none is
	from04  bool             // dates count from 1904
	strings *sharedStrings
}

// page is one sheet of a workbook.
type page struct {
	info   sheet.Info
	part   string
	merges *merges
}

func refuse(code string, say text.Pair, err error) error {
	return &text.Fault{Code: "filing." + code, Class: text.Cannot, Say: say, Err: err}
}

func broken(err error) error { return refuse("workbook", text.FilingBrokenWorkbook, err) }

var errNotWorkbook = errors.New("no workbook in it")

// Open opens a workbook and reads what its sheets share. The book has the file from then on, and closes it; after an
// error, a *text.Fault, it is still the caller's.
func Open(f *incoming.File) (*Book, error) {
	z, err := zip.NewReader(f, f.Size)
	if err != nil {
		return nil, broken(err)
	}
	b := &Book{file: f, zip: z, parts: make(map[string]*zip.File)}
	if err := b.open(); err != nil {
		return nil, asFault(err)
	}
	return b, nil
}

// Container names the format.
func (b *Book) Container() string { return "xlsx" }

// Sheets lists the sheets in the order of their tabs.
func (b *Book) Sheets() []sheet.Info {
	all := make([]sheet.Info, len(b.sheets))
	for i := range b.sheets {
		all[i] = b.sheets[i].info
	}
	return all
}

// Close lets go of the file.
func (b *Book) Close() error { return b.file.Close() }

func (b *Book) open() error {
	if len(b.zip.File) > maxEntries {
		return refuse("workbook-limits", text.FilingWorkbookLimits, nil)
	}
	var total uint64
	for _, f := range b.zip.File {
		total += f.UncompressedSize64
		if f.UncompressedSize64 > freeRatio && f.UncompressedSize64 > maxRatio*max(f.CompressedSize64, 1) || total > maxUnpacked {
			return refuse("workbook-limits", text.FilingWorkbookLimits, nil)
		}
		b.parts[strings.ToLower(strings.TrimPrefix(f.Name, "/"))] = f
	}
	root, err := b.relations("")
	if err != nil {
		return err
	}
	main := ""
	for _, r := range root {
		if strings.HasSuffix(r.kind, "/officeDocument") {
			main = r.target
		}
	}
	if main == "" {
		return broken(errNotWorkbook)
	}
	related, err := b.relations(main)
	if err != nil {
		return err
	}
	for _, r := range related {
		switch {
		case strings.HasSuffix(r.kind, "/styles"):
			if err := b.readStyles(r.target); err != nil {
				return err
			}
		case strings.HasSuffix(r.kind, "/sharedStrings"):
			if err := b.readStrings(r.target); err != nil {
				return err
			}
		}
	}
	return b.readSheets(main, related)
}

// relation is a line of a .rels part.
type relation struct{ id, kind, target string }

// relations reads what a part refers to; "" is the package itself. Targets outside the file are left out.
func (b *Book) relations(part string) ([]relation, error) {
	dir, base := path.Split(part)
	content, err := b.part(dir + "_rels/" + base + ".rels")
	if err != nil {
		return nil, err
	}
	var file struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
			Mode   string `xml:"TargetMode,attr"`
		}
	}
	if err := xml.Unmarshal(content, &file); err != nil {
		return nil, err
	}
	var all []relation
	for _, r := range file.Relationship {
		if r.Mode == "External" {
			continue
		}
		target := r.Target
		if !strings.HasPrefix(target, "/") {
			target = path.Join("/", dir, target)
		}
		all = append(all, relation{r.ID, r.Type, strings.TrimPrefix(path.Clean(target), "/")})
	}
	return all, nil
}

// stream opens a part; it ends with an error where it unpacks to more than it said.
func (b *Book) stream(name string) (io.ReadCloser, error) {
	f := b.parts[strings.ToLower(name)]
	if f == nil {
		return nil, errNotWorkbook
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{io.LimitReader(r, int64(min(f.UncompressedSize64, maxUnpacked))), r}, nil
}

// part reads a small part whole.
func (b *Book) part(name string) ([]byte, error) {
	r, err := b.stream(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	content, err := io.ReadAll(io.LimitReader(r, maxPart+1))
	if len(content) > maxPart {
		return nil, refuse("workbook-limits", text.FilingWorkbookLimits, nil)
	}
	return content, err
}

func (b *Book) readSheets(main string, related []relation) error {
	content, err := b.part(main)
	if err != nil {
		return err
	}
	var file struct {
		Properties struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name  string     `xml:"name,attr"`
			State string     `xml:"state,attr"`
			Attrs []xml.Attr `xml:",any,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := xml.Unmarshal(content, &file); err != nil {
		return err
	}
	b.from04 = file.Properties.Date1904 == "1" || file.Properties.Date1904 == "true"
	for _, s := range file.Sheets {
		for _, a := range s.Attrs {
			if a.Name.Local != "id" || a.Name.Space == "" {
				continue
			}
			for _, r := range related {
				if r.id == a.Value && strings.HasSuffix(r.kind, "/worksheet") && len(b.sheets) < sheet.MaxSheets {
					b.sheets = append(b.sheets, page{info: sheet.Info{Name: s.Name, Hidden: s.State == "hidden" || s.State == "veryHidden"}, part: r.target})
				}
			}
		}
	}
	if len(b.sheets) == 0 {
		return errNotWorkbook
	}
	return nil
}
