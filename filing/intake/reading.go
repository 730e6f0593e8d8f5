package intake

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"path/filepath"
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
		if f := form.ByID(title); f != nil {
			title = f.Title.ZH
		}
		return fault("intake.recipe-form", text.Usage, text.IntakeRecipeForm.With(r.o.Recipe.Name, title, r.Form.Title))
	}
	return r.settle()
}

// named holds the sheets asked for against those that are there.
func (r *Reading) named() error {
	for _, name := range r.o.Sheets {
		if !slices.ContainsFunc(r.Sheets, func(s Sheet) bool { return s.Name == name }) {
			return fault("filing.no-sheet", text.Usage, text.FilingNoSheet.With(harmless(name)))
		}
	}
	return nil
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

// candidate reports a sheet that may be looked at.
func (s *Sheet) candidate() bool { return s.Why == (text.Pair{}) && s.err == nil }

// layAny lays the first sheet out without a form, so that a screen can show the table and ask which form it is.
func (r *Reading) layAny() {
	for i := range r.Sheets {
		s := &r.Sheets[i]
		if len(s.top) == 0 {
			continue
		}
		t := findTable(s.top, func(c []Caption) int {
			most := 0
			for _, f := range form.All() {
				most = max(most, fits(f, c))
			}
			return most
		})
		s.Captions, s.Header, s.Taken = t.captions, t.last, true
		s.Columns = make([]Column, len(t.captions))
		for j, c := range t.captions {
			s.Columns[j].Header = c.Text
		}
		return
	}
}

// guessForm gives the form a file most likely holds: by its name or a sheet's, else by its headers; nil when unsure.
func (r *Reading) guessForm() *form.Form {
	names := []string{strings.TrimSuffix(r.Name, filepath.Ext(r.Name))}
	for _, s := range r.Sheets {
		if s.candidate() {
			names = append(names, s.Name)
		}
	}
	for _, name := range names {
		if f := FormByName(name); f != nil {
			return f
		}
	}
	var best *form.Form
	most, second := 0, 0
	for _, f := range form.All() {
		n := 0
		for i := range r.Sheets {
			if s := &r.Sheets[i]; s.candidate() {
				t := findTable(s.top, scoreFor(f, r.o.Recipe))
				fit := fits(f, t.captions)
				if l := lay(f, t, s.below(t), &r.o); f.Scope == form.Ledger && l.shape != ByColumns && l.gate() == nil {
					fit = max(fit, t.score)
				}
				n = max(n, fit)
			}
		}
		switch {
		case n > most:
			best, most, second = f, n, most
		case n > second:
			second = n
		}
	}
	if most < 2 || most == second {
		return nil
	}
	return best
}

// below are the rows under a header, as far as they were looked at.
func (s *Sheet) below(t table) []topRow {
	for i, row := range s.top {
		if row.number > t.last {
			return s.top[i:]
		}
	}
	return nil
}

// settle lays every sheet out for the form and decides which are taken together.
func (r *Reading) settle() error {
	var fitting []*Sheet
	var refusal error
	for i := range r.Sheets {
		s := &r.Sheets[i]
		asked := slices.Contains(r.o.Sheets, s.Name)
		switch {
		case s.err != nil && (asked || len(r.o.Sheets) == 0):
			return s.err
		case len(r.o.Sheets) > 0 && !asked:
			s.Why = text.IntakeSheetNotSaid
			continue
		case !s.candidate() && !(asked && s.Why == text.IntakeSheetHidden):
			continue
		case s.Why == text.IntakeSheetHidden:
			s.Why = text.Pair{}
			if s.top, s.err = r.topRows(s.at, headerSearch); s.err != nil {
				return s.err
			}
		}
		if other := FormByName(s.Name); other != nil && other != r.Form && !asked {
			s.Why = text.IntakeSheetOther.With(r.Form.Title)
			continue
		}
		if err := r.layOut(s); err != nil {
			s.Why = text.IntakeSheetOther.With(r.Form.Title)
			if refusal == nil || asked {
				refusal = err
			}
			if asked {
				return r.named2(err)
			}
			continue
		}
		fitting = append(fitting, s)
	}
	if len(fitting) == 0 {
		if refusal == nil {
			refusal = r.nothingShown()
		}
		return r.named2(refusal)
	}
	r.choose(fitting)
	taken := r.Taken()
	r.Recipe = taken[0].layout.recipe
	r.headless(taken[0])
	for _, s := range taken {
		r.doubled(s)
	}
	return nil
}

// nothingShown says that a workbook shows no table, and which sheets it hides: what its reader does not see is never taken
// unasked.
func (r *Reading) nothingShown() error {
	var hidden []string
	for i := range r.Sheets {
		if r.Sheets[i].hidden {
			hidden = append(hidden, harmless(r.Sheets[i].Name))
		}
	}
	if len(hidden) == 0 {
		return fault("filing.empty", text.Cannot, text.FilingEmpty.With(r.Name))
	}
	return fault("intake.only-hidden", text.Cannot, text.IntakeOnlyHidden.With(r.Name, strings.Join(hidden, "、")))
}

// headless asks about a sheet that was left out for its columns and yet holds lines like those of the sheets taken: one whose
// header was lost.
func (r *Reading) headless(like *Sheet) {
	if r.Form.Scope != form.Ledger || like.layout.shape == Vertical || len(r.o.Sheets) > 0 {
		return
	}
	for i := range r.Sheets {
		s := &r.Sheets[i]
		if s.Taken || s.hidden || len(s.top) == 0 {
			continue
		}
		probe := *like
		sort := r.sorterOf(&probe, newAccount())
		for _, row := range s.top {
			cells := make([][]byte, len(row.cells))
			for k, c := range row.cells {
				cells[k] = []byte(c)
			}
			if sort.identified(cells) && sort.shape.like(sheet.Row{Number: row.number, Cells: cells}) {
				r.Questions = append(r.Questions, Question{Code: "intake.sheet-header", Sheet: s.Name, Row: row.number, Say: text.IntakeHeadless.With(s.Name, row.number)})
				break
			}
		}
	}
}

// named2 puts the file's name before what is wrong with it.
func (r *Reading) named2(err error) error {
	var f *text.Fault
	if !errors.As(err, &f) || strings.Contains(f.Say.ZH, r.Name) {
		return err
	}
	named := *f
	if f.Code == "filing.no-columns" {
		var list string
		for i := range r.Sheets {
			if l := r.Sheets[i].layout; l != nil {
				list = l.captionList()
				break
			}
		}
		named.Say = text.FilingNoColumns.With(r.Name, r.Form.Title, list)
		return &named
	}
	named.Say = text.IntakeIn.With(r.Name, f.Say)
	return &named
}

// layOut finds the table of a sheet and how it is read.
func (r *Reading) layOut(s *Sheet) error {
	t := findTable(s.top, scoreFor(r.Form, r.o.Recipe))
	s.layout = lay(r.Form, t, s.below(t), &r.o)
	s.layout.loose, s.layout.literal = r.Pasted, r.literal
	if r.vertical(s) {
		return nil
	}
	s.Captions, s.Columns, s.Header = t.captions, s.layout.columns, t.last
	for i := range s.Columns {
		if role := s.layout.roles[i]; s.layout.shape != ByColumns && role != noRole {
			s.Columns[i].Part = partName(role)
		}
	}
	for _, c := range s.layout.cats {
		s.Columns[c.col].Category = c.category
	}
	if r.literal {
		return nil
	}
	return s.layout.gate()
}

// partName is what a recipe calls a column of a ledger.
func partName(r role) string {
	for name, is := range partRoles {
		if is == r {
			return name
		}
	}
	for name, is := range fieldRoles {
		if is == r {
			return name
		}
	}
	return ""
}

// vertical reports a form of labels beside values, and lays it out as one.
func (r *Reading) vertical(s *Sheet) bool {
	if !r.Form.Single() && (r.o.Recipe == nil || r.o.Recipe.Shape != Vertical) {
		return false
	}
	if r.o.Recipe != nil && r.o.Recipe.Shape != Vertical && r.o.Recipe.Shape != "" {
		return false
	}
	rows, err := r.topRows(s.at, verticalRows)
	if err != nil {
		return false
	}
	cells := slices.DeleteFunc(verticalCells(r.Form, rows), func(v labelled) bool { return v.field == nil })
	known := 0
	for _, c := range s.layout.columns {
		if c.Field != "" {
			known++
		}
	}
	asked := r.o.Recipe != nil && r.o.Recipe.Shape == Vertical
	if !asked && (len(cells) < 2 || len(cells) <= known) {
		return false
	}
	if !s.layout.recipe.matchesNamed("nbs-107-2") {
		name := "nbs-107-2"
		if r.Form.ID != "annual" {
			name = "columns"
		}
		recipe, _ := Named(name)
		if !asked {
			s.layout.recipe = &recipe
		}
	}
	s.layout.shape = Vertical
	for _, c := range cells {
		s.Columns = append(s.Columns, Column{Header: c.field.Title.ZH, Field: c.field.ID, Unit: c.unit, How: ByTitle})
		s.Captions = append(s.Captions, Caption{Text: c.field.Title.ZH})
	}
	return true
}

func (r *Recipe) matchesNamed(name string) bool { return r.Name == name }

// choose takes the sheets of one shape together; of several shapes the one that is named after the form, else the one that
// reads best, and asks where that is not plain.
func (r *Reading) choose(fitting []*Sheet) {
	groups := make(map[string][]*Sheet)
	var order []string
	for _, s := range fitting {
		key := string(s.layout.shape) + fingerprint(s.Captions)
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], s)
	}
	best := order[0]
	for _, key := range order {
		if r.value(groups[key]) > r.value(groups[best]) {
			best = key
		}
	}
	asked := len(r.o.Sheets) > 0
	var rivals []string
	for _, s := range fitting {
		mine := string(s.layout.shape)+fingerprint(s.Captions) == best
		switch {
		case mine && !r.Form.Single() || asked:
			s.Taken, s.Why = true, text.IntakeSheetTaken
		case mine && len(rivals) == 0 && !slices.ContainsFunc(fitting, func(o *Sheet) bool { return o.Taken }):
			s.Taken, s.Why = true, text.IntakeSheetTaken
		default:
			s.Why = text.IntakeSheetShape
			rivals = append(rivals, s.Name)
		}
	}
	if len(rivals) > 0 && FormByName(groups[best][0].Name) != r.Form && r.rivals(groups, best) {
		r.Questions = append(r.Questions, Question{Code: "intake.sheets", Say: text.IntakeManyShapes.With(r.Form.Title, strings.Join(append([]string{groups[best][0].Name}, rivals...), ", "))})
	}
}

// value of a group of sheets: one named after the form before all others.
func (r *Reading) value(group []*Sheet) int {
	n := group[0].layout.score
	if FormByName(group[0].Name) == r.Form {
		n += 1000
	}
	return n
}

// rivals reports another group that may hold lines as well.
func (r *Reading) rivals(groups map[string][]*Sheet, best string) bool {
	for key, g := range groups {
		if key == best {
			continue
		}
		if r.Form.Scope == form.Ledger || g[0].layout.score*2 > groups[best][0].layout.score {
			return true
		}
	}
	return false
}

// doubled asks about fields that two columns name.
func (r *Reading) doubled(s *Sheet) {
	if s.layout.shape == Vertical {
		return
	}
	for field, at := range s.layout.doubled {
		role := fieldRoles[field]
		if s.layout.shape != ByColumns && role != noRole {
			continue
		}
		var names []string
		for _, i := range at {
			name := s.Captions[i].Text
			if s.Captions[i].Group != "" {
				name = s.Captions[i].Group + "/" + name
			}
			if !slices.Contains(names, name) || len(names) < 2 {
				names = append(names, name)
			}
		}
		r.Questions = append(r.Questions, Question{Code: "intake.two-columns", Sheet: s.Name, Field: field, Say: text.IntakeTwoColumns.With(r.Form.Field(field).Title, strings.Join(names, ", "))})
	}
}

// surveyed reports a reading that has to be gone through once before its lines can be told from what is not one: ledgers
// of accounts, and several sheets.
func (r *Reading) surveyed() bool {
	taken := r.Taken()
	return len(taken) > 0 && (taken[0].layout.shape == AsLedger || taken[0].layout.shape == CrossTab || len(taken) > 1)
}

// Survey goes through the file once where that is needed, and says what is open then. It is done by the first call of Each
// too.
func (r *Reading) Survey(ctx context.Context) error {
	if r.b != nil || !r.surveyed() {
		return nil
	}
	r.b = newBooking()
	scrap := newAccount()
	sums := make([]sheetSum, len(r.Sheets))
	for _, s := range r.Taken() {
		sum := &sums[s.at]
		if err := r.sheet(ctx, s, scrap, func(l *Line) error { return sum.see(l) }); err != nil {
			return err
		}
	}
	r.begun = newAccount()
	if len(r.b.names) > 0 || r.b.any {
		r.b.decide(r.begun, r.Recipe)
	} else {
		r.b.surveying = false
	}
	r.double(sums)
	return nil
}

func newAccount() *Account {
	return &Account{ByMonth: make(map[string]int64), ByCategory: make(map[string]int64)}
}

// Each reads the file to its end; visit hears of every row that is not simply blank, and may stop it with an error. The
// account is whole when the error is nil.
func (r *Reading) Each(ctx context.Context, visit func(*Line) error) (*Account, error) {
	if err := r.Survey(ctx); err != nil {
		return nil, err
	}
	acc := newAccount()
	r.numbers = newNumbers()
	acc.Questions = append(acc.Questions, r.Questions...)
	if r.begun != nil {
		acc.Questions = append(acc.Questions, r.begun.Questions...)
	}
	for _, s := range r.Taken() {
		if err := r.sheet(ctx, s, acc, visit); err != nil {
			return acc, err
		}
	}
	if acc.Counts[Detail] == 0 && !r.ownEmpty() && len(acc.Questions) == 0 {
		acc.ask(Question{Code: "intake.no-lines", Say: text.IntakeNoLines})
	}
	if acc.hidden > 0 && r.Recipe != nil && r.Recipe.Hidden == "" {
		acc.ask(Question{Code: "intake.hidden", Say: text.IntakeHiddenRows.With(acc.hidden)})
	}
	return acc, nil
}

// ownEmpty reports a table as the program writes it, which may well be empty.
func (r *Reading) ownEmpty() bool {
	for _, s := range r.Taken() {
		if s.layout == nil || s.layout.literal {
			continue
		}
		if s.layout.shape != ByColumns || slices.ContainsFunc(s.Columns, func(c Column) bool { return c.Field == "" && c.Header != "" }) {
			return false
		}
	}
	return true
}

const pauseEvery = 4096 // rows between looks at the context

// sheet reads one sheet.
func (r *Reading) sheet(ctx context.Context, s *Sheet, acc *Account, visit func(*Line) error) error {
	if s.layout.shape == Vertical {
		return r.verticalSheet(s, acc, visit)
	}
	rows, err := r.book.Rows(s.at)
	if err != nil {
		return err
	}
	defer rows.Close()
	sort := r.sorterOf(s, acc)
	s.Rows = 0
	for n := 0; ; n++ {
		if n%pauseEvery == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
		}
		row, err := rows.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		s.Rows++
		if row.Number <= s.layout.last {
			if row.Number < s.layout.first {
				if line := sort.above(row); line != nil {
					if err := visit(line); err != nil {
						return err
					}
				}
			}
			continue
		}
		line := sort.next(row, r.Recipe.Hidden)
		if line == nil {
			continue
		}
		if err := visit(line); err != nil {
			return err
		}
	}
	sort.finish()
	return nil
}

func (r *Reading) sorterOf(s *Sheet, acc *Account) *sorter {
	sort := &sorter{l: s.layout, acc: acc, file: r.Name, sheet: s.Name}
	b := r.b
	if b == nil {
		b = &booking{take: map[accountKind]bool{rdAccount: true}}
	}
	switch s.layout.shape {
	case AsLedger:
		sort.shape = newLedgerShape(sort, b, &r.o)
	case CrossTab:
		sort.shape = newCrossShape(sort, b, &r.o)
	default:
		if r.numbers == nil {
			r.numbers = newNumbers()
		}
		sort.shape = newColumnShape(sort, &r.o, r.numbers)
	}
	return sort
}

func (r *Reading) verticalSheet(s *Sheet, acc *Account, visit func(*Line) error) error {
	rows, err := r.topRows(s.at, verticalRows)
	if err != nil {
		return err
	}
	s.Rows = int64(len(rows))
	line, ok := verticalRecord(r.Form, rows, r.Recipe, acc, r.Name, s.Name)
	if !ok {
		return nil
	}
	return visit(line)
}

// Preview gives the first n rows below the header as text, harmless on a terminal.
func (r *Reading) Preview(n int) ([][]string, error) {
	taken := r.Taken()
	if len(taken) == 0 {
		return nil, nil
	}
	rows, err := r.book.Rows(taken[0].at)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var shown [][]string
	for len(shown) < n {
		row, err := rows.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if row.Number > taken[0].Header && !blank(row.Cells) {
			shown = append(shown, texts(row.Cells))
		}
	}
	return shown, nil
}
