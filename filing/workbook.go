package filing

import (
	"yice/filing/intake/incoming"
	"yice/filing/intake/sheet"
	"yice/filing/intake/xlsx"
	"yice/form"
	"yice/text"
)

// readWorkbook opens a sheet of an XLSX file as a source: the one asked for, else the visible one that fits best.
func readWorkbook(from *incoming.File, o ReadOptions) (*Source, error) {
	book, err := xlsx.Open(from)
	if err != nil {
		return nil, err
	}
	src, err := pickSheet(book, from, o)
	if err != nil {
		return nil, err
	}
	src.share, src.source.close = from.Share, book.Close
	return src, nil
}

func pickSheet(book sheet.Book, from *incoming.File, o ReadOptions) (best *Source, err error) {
	var names []string
	for _, s := range book.Sheets() {
		if !s.Hidden {
			names = append(names, s.Name)
		}
	}
	most := -1
	for n, s := range book.Sheets() {
		name := s.Name
		if s.Hidden || o.Sheet != "" && name != o.Sheet {
			continue
		}
		src := &Source{Name: from.Name, Digest: from.Digest, Sheet: name, Sheets: names}
		src.source.open = func() (tableRows, error) {
			rows, err := book.Rows(n)
			if err != nil {
				return nil, err
			}
			return sheetRows{rows}, nil
		}
		fit, err := src.findHeader(o.Form)
		if err != nil {
			if o.Sheet != "" || len(names) == 1 {
				return nil, err
			}
			continue // an empty sheet beside others
		}
		if f := formByName(name); f != nil && (o.Form == nil || f == o.Form) {
			fit += 1000
		}
		if fit > most {
			best, most = src, fit
		}
	}
	switch {
	case best != nil:
		return best, nil
	case o.Sheet != "":
		return nil, fault("filing.no-sheet", text.Usage, text.FilingNoSheet.With(harmless(o.Sheet)))
	}
	return nil, fault("filing.empty", text.Cannot, text.FilingEmpty.With(from.Name))
}

// formsFor are the forms whose headers are looked for.
func formsFor(hint *form.Form) []*form.Form {
	if hint != nil {
		return []*form.Form{hint}
	}
	return form.All()
}
