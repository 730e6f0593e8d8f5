package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"slices"
	"strings"

	"yice/filing/intake/delimited"
	"yice/filing/intake/incoming"
	"yice/filing/intake/sheet"
	"yice/form"
	"yice/text"
)

// ReadOptions say how a file is read. The zero value finds out.
type ReadOptions struct {
	Encoding delimited.Encoding
	Sheets   []string // of a workbook: those to take; none: decide
	// Form, where it is known, is what headers and sheets are looked for by.
	Form *form.Form
	// Forms is the dictionary that forms are looked for in; nil: what is built in.
	Forms *form.Dictionary
	// Recipe to read by; nil: the one remembered for the header, else the built-in one that fits.
	Recipe *Recipe
	// Remembered gives the recipe kept for a header.
	Remembered func(fingerprint string) (Recipe, bool)
	// Memory gives, for a form, the fields that captions were matched to by hand.
	Memory func(f *form.Form) map[string]string
	// Meanings gives, for a field, what texts of files were said to mean before, by [Fold] of the text.
	Meanings func(field string) map[string]string
	// Names gives, for a form, what references to its rows may be written as, and the key each means.
	Names func(formID string) map[string]string
}

// Reading is a file that has been understood as far as its headers: which sheets hold which table, and how it is read.
type Reading struct {
	Name      string // without folders
	Digest    string // SHA-256 of its bytes, lower-case hex
	Container string
	Encoding  delimited.Encoding
	Form      *form.Form
	Recipe    *Recipe
	Sheets    []Sheet
	// Questions are what is open before a row is read: about columns and sheets.
	Questions []Question

	// Pasted text has a name that says nothing of where it came from.
	Pasted bool

	literal bool // a table of the program's own: every row is a line
	book    sheet.Book
	share   func() (done, of int64)
	o       ReadOptions
	b       *booking
	// numbers proposed while the file is read, from its first sheet to its last.
	numbers *numbers
	begun   *Account // what the survey found, to be said once
}

// Sheet is one sheet of the file, and whether it is taken.
type Sheet struct {
	Name  string
	Rows  int64 // with something in them; known once it was read
	Taken bool
	Why   text.Pair
	// Captions and Columns are of its table; Header is the last row of its header.
	Captions []Caption
	Columns  []Column
	Header   int

	at     int
	hidden bool
	layout *layout
	top    []topRow
	err    error
}

const sheetsLooked = sheet.MaxSheets

// Read opens a file and finds its tables. Faults name the file and the way out; what is open stands in Questions.
func Read(path string, o ReadOptions) (*Reading, error) {
	r, err := Look(path, o)
	if err != nil {
		return nil, err
	}
	if err := r.decide(); err != nil {
		r.Close()
		return nil, err
	}
	return r, nil
}

// Look opens a file and takes the first rows of its sheets. What they are is decided by [Reading.Adapt].
func Look(path string, o ReadOptions) (*Reading, error) {
	f, err := incoming.Open(path)
	if err != nil {
		return nil, err
	}
	book, encoding, err := openBook(f, o.Encoding)
	if err != nil {
		f.Close()
		return nil, err
	}
	r := &Reading{Name: f.Name, Digest: f.Digest, Container: book.Container(), Encoding: encoding, book: book, share: f.Share, o: o}
	if err := r.look(); err != nil {
		r.Close()
		return nil, err
	}
	return r, nil
}

// ReadText takes pasted text. name is shown where a file's name would be.
func ReadText(name, pasted string, o ReadOptions) (*Reading, error) {
	sum := sha256.Sum256([]byte(strings.ReplaceAll(strings.ReplaceAll(pasted, "\r\n", "\n"), "\r", "\n")))
	book := delimited.Text(pasted)
	r := &Reading{Name: harmless(name), Digest: hex.EncodeToString(sum[:]), Container: "text", Encoding: delimited.UTF8, Pasted: true, book: book, o: o}
	return r, r.understand()
}

// Close lets go of the file.
func (r *Reading) Close() error { return r.book.Close() }

// Share tells how much of the file the reading under way has taken: bytes of bytes, 0 of 0 where that cannot be told.
func (r *Reading) Share() (done, of int64) {
	if r.share == nil {
		return 0, 0
	}
	return r.share()
}

// Taken are the sheets that are taken.
func (r *Reading) Taken() []*Sheet {
	var taken []*Sheet
	for i := range r.Sheets {
		if r.Sheets[i].Taken {
			taken = append(taken, &r.Sheets[i])
		}
	}
	return taken
}

// Fields are the fields of the form that the file may fill, in the order of the dictionary.
func (r *Reading) Fields() []string {
	filled := make(map[string]bool)
	for _, s := range r.Taken() {
		if s.layout == nil {
			continue
		}
		for _, c := range s.Columns {
			filled[c.Field] = true
			if role := partRoles[c.Part]; role == roleDebit || role == roleCredit || role == roleAmount || role == roleDirection {
				filled["amount"], filled["remark"] = true, true
			}
		}
		if s.layout.shape == AsLedger || s.layout.shape == CrossTab {
			for _, id := range []string{"date", "amount", "category", "treatment", "voucher", "summary", "project", "remark"} {
				filled[id] = true
			}
		}
		if s.layout.shape == CrossTab {
			filled["counterparty"] = true
		}
		if s.layout.recipe.Name == "nbs-107-1" {
			filled["code"] = true
		}
		for id := range s.layout.recipe.Constants {
			filled[id] = true
		}
	}
	var ids []string
	for i := range r.Form.Fields {
		if filled[r.Form.Fields[i].ID] {
			ids = append(ids, r.Form.Fields[i].ID)
		}
	}
	return ids
}

// Ignored are the captions of columns that bring nothing.
func (r *Reading) Ignored() []string {
	var ignored []string
	for _, s := range r.Taken() {
		for i, c := range s.Columns {
			if c.Field != "" || c.Part != "" || strings.TrimSpace(c.Header) == "" || slices.Contains(ignored, c.Header) || s.layout != nil && s.layout.categorical(i) {
				continue
			}
			ignored = append(ignored, c.Header)
		}
	}
	return ignored
}

// Fingerprint is what the header of the table is remembered by.
func (r *Reading) Fingerprint() string {
	if t := r.Taken(); len(t) > 0 {
		return fingerprint(t[0].Captions)
	}
	return ""
}

// understand looks at every sheet and decides which are taken.
func (r *Reading) understand() error {
	if err := r.look(); err != nil {
		return err
	}
	return r.decide()
}

// Adapt reads the file anew in another way: for another form, by another recipe, with other sheets. The file itself, and the
// encoding of its text, stay.
func (r *Reading) Adapt(o ReadOptions) error {
	r.o = o
	r.Questions, r.b, r.begun, r.Recipe = nil, nil, nil, nil
	for i := range r.Sheets {
		s := &r.Sheets[i]
		*s = Sheet{Name: s.Name, at: s.at, top: s.top, err: s.err, hidden: s.hidden, Rows: s.Rows}
		switch {
		case s.hidden:
			s.Why = text.IntakeSheetHidden
		case len(s.top) == 0 && s.err == nil:
			s.Why = text.IntakeSheetEmpty
		}
	}
	return r.decide()
}

// look takes the first rows of every visible sheet.
func (r *Reading) look() error {
	for i, info := range r.book.Sheets() {
		if i == sheetsLooked {
			break
		}
		s := Sheet{Name: info.Name, at: i}
		if s.hidden = info.Hidden; s.hidden {
			s.Why = text.IntakeSheetHidden
			r.Sheets = append(r.Sheets, s)
			continue
		}
		top, err := r.topRows(i, headerSearch)
		if err != nil {
			s.err = err
			if len(r.book.Sheets()) == 1 {
				return err
			}
		}
		s.top = top
		if len(top) == 0 && err == nil {
			s.Why = text.IntakeSheetEmpty
		}
		r.Sheets = append(r.Sheets, s)
	}
	return nil
}

// decide settles form, sheets and recipe.
func (r *Reading) decide() error {
	if err := r.named(); err != nil {
		return err
	}
	if !slices.ContainsFunc(r.Sheets, func(s Sheet) bool { return len(s.top) > 0 || s.hidden || s.err != nil }) {
		return fault("filing.empty", text.Cannot, text.FilingEmpty.With(r.Name))
	}
	if r.Form = r.o.Form; r.Form == nil {
		if r.Form = r.guessForm(); r.Form != nil && r.settle() == nil {
			return nil
		}
		// Whatever it is: a screen shows the table and asks.
		r.layAny()
		return nil
	}
	if r.o.Recipe != nil && r.o.Recipe.Form != "" && r.o.Recipe.Form != r.Form.ID {
		title := r.o.Recipe.Form
		if f := r.o.Forms.ByID(title); f != nil {
			title = f.Title.ZH
		}
		return fault("intake.recipe-form", text.Usage, text.IntakeRecipeForm.With(r.o.Recipe.Name, title, r.Form.Title))
	}
	if r.o.Recipe != nil {
		if err := r.o.Recipe.fits(r.Form); err != nil {
			return err
		}
	}
	return r.settle()
}

func (r *Reading) topRows(at, most int) ([]topRow, error) {
	rows, err := r.book.Rows(at)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var top []topRow
	for len(top) < most {
		row, err := rows.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if !blank(row.Cells) {
			top = append(top, topRow{row.Number, texts(row.Cells)})
		}
	}
	return top, nil
}
