package entry

import (
	"slices"
	"strings"

	"yice/form"
	"yice/scoring"
	"yice/store"
	"yice/text"
)

// Carried says what opening the next year took over, or would.
type Carried struct {
	Book  store.Book    // zero where nothing was opened
	Forms []CarriedForm // those that had rows, in order
	// Ledgers are the forms that begin anew although they had rows.
	Ledgers []*form.Form
	// Pack is the draft of next year's pack, made of the one that the workspace has for this year; nil where it has none, or
	// has one for the next year already.
	Pack *scoring.Pack
}

// CarriedForm is one form of it: rows taken over of rows there were.
type CarriedForm struct {
	Form      *form.Form
	Taken, Of int64
}

// Template gives the built-in pack of a year, whose forms hold where the workspace keeps no pack for it.
type Template = func(year int) (*scoring.Pack, bool)

// formsOf gives the dictionary of a year of a workspace.
func formsOf(w *store.Workspace, uscc string, year int, template []Template) *form.Dictionary {
	if p, _, settled := packOfWorkspace(w, uscc, year); settled {
		return p.Dictionary()
	}
	for _, of := range template {
		if of == nil {
			continue
		}
		if p, ok := of(year); ok {
			return p.Dictionary()
		}
	}
	return nil
}

// NextYear opens the year after and carries over what persists, as one step of undo: the rows that their form says go on,
// with the fields that hold from one year to the next. A reference to a row that stays behind is left empty; where the
// form needs it, the row stays behind too. A pack that the workspace keeps goes on as a draft.
// Faults: entry.no-year, entry.next-has-rows, and those of store.
func NextYear(w *store.Workspace, uscc string, from int, who string, template ...Template) (Carried, error) {
	c, out, err := carryFrom(w, uscc, from, template)
	if err != nil {
		return out, err
	}
	if out.Book, err = w.OpenBook(uscc, from+1); err != nil {
		return out, err
	}
	if err := c.aimAtCard(w, out.Book); err != nil {
		return out, err
	}
	label := text.EntryLabelCarry.With(from, from+1)
	if _, err := w.Write(out.Book, store.Batch{Label: label, Who: who, Writes: c.writes}); err != nil {
		return out, err
	}
	if p := out.Pack; p != nil {
		return out, w.AddPack(store.PackFile{SHA256: p.SHA256, Year: p.Year, Status: p.Status, Source: p.Source})
	}
	return out, nil
}

// WouldCarry says what NextYear would do, and writes nothing. Faults as there.
func WouldCarry(w *store.Workspace, uscc string, from int, template ...Template) (Carried, error) {
	_, out, err := carryFrom(w, uscc, from, template)
	return out, err
}

// carryFrom works out what goes on from a year.
func carryFrom(w *store.Workspace, uscc string, from int, template []Template) (c carrying, out Carried, err error) {
	old, ok, err := w.FindBook(uscc, from)
	if err != nil {
		return c, out, err
	}
	if !ok {
		return c, out, fault("entry.no-year", text.Usage, text.EntryNoYear.With(uscc, from))
	}
	if err := mustBeEmpty(w, uscc, from+1); err != nil {
		return c, out, err
	}
	c = carrying{year: from + 1, stays: make(map[string]map[string]bool)}
	forms := formsOf(w, uscc, from, template)
	for _, f := range referredFirst(forms) {
		rows, err := w.Records(old, f)
		if err != nil {
			return c, out, err
		}
		c.form(f, rows)
	}
	for _, f := range forms.All() {
		if f.Scope == form.Ledger {
			n, err := w.Count(old, f)
			if err != nil {
				return c, out, err
			}
			if n > 0 {
				out.Ledgers = append(out.Ledgers, f)
			}
		} else if i := slices.IndexFunc(c.told, func(t CarriedForm) bool { return t.Form == f }); i >= 0 {
			out.Forms = append(out.Forms, c.told[i])
		}
	}
	out.Pack, err = nextPack(w, uscc, from)
	return c, out, err
}

// nextPack drafts the pack of the year after from the one that the workspace keeps for a year, where there is none yet.
func nextPack(w *store.Workspace, uscc string, from int) (*scoring.Pack, error) {
	files, err := w.Packs()
	if err != nil {
		return nil, err
	}
	if slices.ContainsFunc(files, func(f store.PackFile) bool { return f.Year == from+1 }) {
		return nil, nil
	}
	pack, _, _ := packOfWorkspace(w, uscc, from)
	if pack == nil {
		return nil, nil
	}
	source, err := scoring.NewFrom(pack, from+1)
	if err != nil {
		return nil, nil // it cannot go on: the template does
	}
	return scoring.Load(source)
}

// mustBeEmpty refuses a year that already has rows; the card that every year begins with is none.
func mustBeEmpty(w *store.Workspace, uscc string, year int) error {
	next, ok, err := w.FindBook(uscc, year)
	if err != nil || !ok {
		return err
	}
	for _, f := range w.Forms() {
		if f.Scope == form.PerEnterprise {
			continue
		}
		n, err := w.Count(next, f)
		if err != nil {
			return err
		}
		if n > 0 {
			return fault("entry.next-has-rows", text.Usage, text.EntryNextHasRows.With(year, f.Title, n))
		}
	}
	return nil
}

// carrying is the work under way: rows that stay behind are remembered by form and key, for those that refer to them.
type carrying struct {
	year   int
	writes []store.Write
	told   []CarriedForm
	stays  map[string]map[string]bool
}

func (c *carrying) form(f *form.Form, rows []*form.Record) {
	told := CarriedForm{Form: f, Of: int64(len(rows))}
	c.figuresBefore(f, rows)
	stays, goes := make(map[string]bool), make(map[string]bool)
	for _, r := range rows {
		w, ok := c.row(f, r)
		if !ok {
			stays[r.Key()] = true
			continue
		}
		goes[r.Key()] = true
		c.writes = append(c.writes, w)
		told.Taken++
	}
	for key := range goes {
		delete(stays, key)
	}
	c.stays[f.ID] = stays
	if told.Of > 0 {
		c.told = append(c.told, told)
	}
}

// figuresBefore takes last year's figures into the fields that a pack has for them: employees into employees_prev.
func (c *carrying) figuresBefore(f *form.Form, rows []*form.Record) {
	if f.ID != annualID || len(rows) == 0 {
		return
	}
	w := store.Write{Form: f}
	for i := range f.Fields {
		of, before := strings.CutSuffix(f.Fields[i].ID, "_prev")
		from := f.Index(of)
		if !before || !f.Fields[i].Brought || from < 0 || f.Fields[from].Kind != f.Fields[i].Kind || f.Fields[from].Decimals != f.Fields[i].Decimals {
			continue
		}
		if v := rows[0].Values[from]; !v.Empty() {
			w.Cells = append(w.Cells, store.Cell{Field: i, Value: v})
		}
	}
	if len(w.Cells) > 0 {
		c.writes = append(c.writes, w)
	}
}

// row gives what is carried over of a row; ok is false where it stays behind.
func (c *carrying) row(f *form.Form, r *form.Record) (w store.Write, ok bool) {
	if f.Persists == nil || !f.Persists(r, c.year) {
		return w, false
	}
	w.Form = f
	for i := range f.Fields {
		fd := &f.Fields[i]
		v, raw := r.Values[i], r.Raw[i]
		if !fd.Carry || v.Empty() && raw == "" {
			continue
		}
		if fd.Kind == form.Ref && c.stays[fd.Ref][v.Str()] {
			if fd.Required {
				return w, false
			}
			continue
		}
		w.Cells = append(w.Cells, store.Cell{Field: i, Value: v, Raw: raw})
	}
	return w, len(w.Cells) > 0
}

// aimAtCard lets the enterprise's card be written into the row that the new year already has.
func (c *carrying) aimAtCard(w *store.Workspace, b store.Book) error {
	for i := range c.writes {
		if f := c.writes[i].Form; f.Scope == form.PerEnterprise {
			rows, err := w.Records(b, f)
			if err != nil {
				return err
			}
			if len(rows) > 0 {
				c.writes[i].Row = rows[0].ID
			}
		}
	}
	return nil
}

// referredFirst gives the forms in memory in an order in which a form comes after those its rows refer to.
func referredFirst(d *form.Dictionary) []*form.Form {
	all := d.All()
	var out []*form.Form
	var visit func(f *form.Form, depth int)
	visit = func(f *form.Form, depth int) {
		if f == nil || f.Scope == form.Ledger || slices.Contains(out, f) || depth > len(all) {
			return
		}
		for i := range f.Fields {
			if f.Fields[i].Kind == form.Ref && f.Fields[i].Ref != f.ID {
				visit(d.ByID(f.Fields[i].Ref), depth+1)
			}
		}
		if !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	for _, f := range all {
		visit(f, 0)
	}
	return out
}
