package intake

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"yice/filing/intake/sheet"
	"yice/form"
	"yice/text"
)

// named holds the sheets asked for against those that are there.
func (r *Reading) named() error {
	for _, name := range r.o.Sheets {
		if !slices.ContainsFunc(r.Sheets, func(s Sheet) bool { return s.Name == name }) {
			return fault("filing.no-sheet", text.Usage, text.FilingNoSheet.With(harmless(name)))
		}
	}
	return nil
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
			for _, f := range r.o.Forms.All() {
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
		if f := FormByName(r.o.Forms, name); f != nil {
			return f
		}
	}
	var best *form.Form
	most, second := 0, 0
	for _, f := range r.o.Forms.All() {
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
		if other := FormByName(r.o.Forms, s.Name); other != nil && other != r.Form && !asked {
			s.Why = text.IntakeSheetOther.With(r.Form.Title)
			continue
		}
		if err := r.layOut(s); err != nil {
			s.Why = text.IntakeSheetOther.With(r.Form.Title)
			if refusal == nil || asked {
				refusal = err
			}
			if asked {
				return r.inFile(err)
			}
			continue
		}
		fitting = append(fitting, s)
	}
	if len(fitting) == 0 {
		if refusal == nil {
			refusal = r.nothingShown()
		}
		return r.inFile(refusal)
	}
	r.choose(fitting)
	taken := r.Taken()
	r.Recipe = taken[0].layout.recipe
	r.headless(taken[0])
	r.strangeSheets(taken)
	for _, s := range taken {
		r.doubled(s)
		r.strangeUnits(s)
		r.spareMoney(s)
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

// inFile puts the file's name before what is wrong with it.
func (r *Reading) inFile(err error) error {
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
	cells, doubts := verticalCells(r.Form, rows)
	cells = slices.DeleteFunc(cells, func(v labelled) bool { return v.field == nil })
	known := 0
	for _, c := range s.layout.columns {
		if c.Field != "" {
			known++
		}
	}
	asked := r.o.Recipe != nil && r.o.Recipe.Shape == Vertical
	if !asked && len(doubts) == 0 && (len(cells) < 2 || len(cells) <= known) {
		return false
	}
	if s.layout.recipe.Name != "nbs-107-2" {
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
	if len(rivals) > 0 && FormByName(r.o.Forms, groups[best][0].Name) != r.Form && r.rivals(groups, best) {
		r.Questions = append(r.Questions, Question{Code: "intake.sheets", Say: text.IntakeManyShapes.With(r.Form.Title, strings.Join(append([]string{groups[best][0].Name}, rivals...), ", "))})
	}
}

// value of a group of sheets: one named after the form before all others.
func (r *Reading) value(group []*Sheet) int {
	n := group[0].layout.score
	if FormByName(r.o.Forms, group[0].Name) == r.Form {
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
		if s.layout.shape != ByColumns && role != noRole && (field != "category" || len(s.layout.cats) == 0) {
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
