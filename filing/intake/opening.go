package intake

import (
	"bytes"

	"yice/filing/intake/biff"
	"yice/filing/intake/delimited"
	"yice/filing/intake/foreign"
	"yice/filing/intake/incoming"
	"yice/filing/intake/markup"
	"yice/filing/intake/ods"
	"yice/filing/intake/sheet"
	"yice/filing/intake/xlsx"
	"yice/text"
)

// openBook opens a file by what it begins with. The book has the file from then on; after an error it is the caller's.
func openBook(f *incoming.File, asked delimited.Encoding) (sheet.Book, delimited.Encoding, error) {
	switch {
	case f.Size == 0:
		return nil, "", fault("filing.empty", text.Cannot, text.FilingEmpty.With(f.Name))
	case biff.Is(f.Head), ods.Is(f.Head), markup.Is(f.Head):
		b, err := openForeign(f)
		return b, "", err
	case bytes.HasPrefix(f.Head, []byte("PK\x03\x04")):
		if err := foreign.Refusal(f.Head, f, f.Size); err != nil {
			return nil, "", err
		}
		b, err := xlsx.Open(f)
		if err != nil {
			return nil, "", err
		}
		return b, "", nil
	}
	if err := foreign.Refusal(f.Head, f, f.Size); err != nil {
		return nil, "", err
	}
	b, err := delimited.Open(f, delimited.Options{Encoding: asked})
	if err != nil {
		return nil, "", err
	}
	return b, b.Encoding, nil
}

// openForeign opens a workbook that another program than a spreadsheet of today wrote.
func openForeign(f *incoming.File) (sheet.Book, error) {
	switch {
	case biff.Is(f.Head):
		return biff.Open(f)
	case ods.Is(f.Head):
		return ods.Open(f)
	}
	return markup.Open(f)
}
