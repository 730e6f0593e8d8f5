package filing

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"yice/entry"
	"yice/filing/submission"
	"yice/form"
	"yice/store"
	"yice/text"
)

// Side says whose cell stands where both workspaces hold something and it differs.
type Side uint8

const (
	Undecided Side = iota // ours stays, and the difference is listed
	Ours                  // ours stays, and that was meant
	Theirs
)

// MergeOptions of one merge.
type MergeOptions struct {
	Forms []string // ids; none: all
	Side  Side
	// Choose, where set, is asked for every cell that differs; what it leaves undecided goes by Side.
	Choose func(Conflict) Side
	DryRun bool
	Who    string // the operator; "": the one in the settings
}

// Merged says what a merge did, or would do.
type Merged struct {
	Forms     []MergedForm // those in which the other workspace has rows
	Conflicts []Conflict   // at most the first 10,000
	// ConflictCount is exact; Open are those that no side was chosen for.
	ConflictCount, Open int64
	// Unbound counts our rows whose recognition went back to 待认定, because theirs is of another level, authority or kind.
	Unbound int64
	Written bool
	Label   text.Pair
}

// MergedForm counts the rows of the other workspace: Added are new here, Filled had something for empty cells of ours,
// Same brought nothing, Differing hold a cell that differs.
type MergedForm struct {
	Form                           *form.Form
	Read                           int64
	Added, Filled, Same, Differing int64
}

// Conflict is a cell that both workspaces hold and that differs; Taken says whose stands now.
type Conflict struct {
	Form, Key, Field string
	Row              int64 // ours
	Ours, Theirs     string
	Taken            Side
}

// mostConflicts is how many are listed.
const mostConflicts = 10_000

// Merge brings the rows of another workspace's same enterprise and year in, as one step of undo. Rows with a natural key
// meet by it, lines of the ledger by their content, counted, and where that differs by voucher, date and amount; rows
// without a key by what people know them by. New rows are added; empty cells of ours are filled; cells that differ stay
// ours unless theirs are chosen, and are listed either way. Nothing is ever removed.
func Merge(ctx context.Context, s *entry.Session, other *store.Workspace, o MergeOptions) (*Merged, error) {
	m, err := newMerging(s, other, o)
	if err != nil {
		return nil, err
	}
	for _, f := range inOrder(s.Forms()) {
		if !slices.Contains(m.forms, f) {
			continue
		}
		if f.Scope == form.Ledger {
			err = m.ledger(ctx, f)
		} else {
			err = m.register(f)
		}
		if err != nil {
			return nil, err
		}
	}
	for _, f := range s.Forms().All() { // as people see them
		if t := m.by[f.ID]; t != nil && t.Read > 0 {
			m.out.Forms = append(m.out.Forms, *t)
		}
	}
	if o.DryRun {
		return m.out, nil
	}
	return m.out, m.write(ctx)
}

// merging is one merge under way.
type merging struct {
	s      *entry.Session
	o      MergeOptions
	other  *store.Workspace
	theirs store.Book
	forms  []*form.Form
	by     map[string]*MergedForm
	writes []store.Write
	bulks  []lineBulk
	// evidence are the entries of Files cells that come in.
	evidence map[string]bool
	out      *Merged
}

func newMerging(s *entry.Session, other *store.Workspace, o MergeOptions) (*merging, error) {
	uscc, _, _ := s.Enterprise()
	if same(s.Workspace().Path(), other.Path()) {
		return nil, fault("filing.merge-self", text.Usage, text.FilingMergeSelf.With(shownName(other.Path())))
	}
	theirs, ok, err := other.FindBook(uscc, s.Year())
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, fault("filing.merge-absent", text.Usage, text.FilingMergeAbsent.With(shownName(other.Path()), uscc, s.Year()))
	}
	if s.Locked() && !o.DryRun {
		return nil, fault("filing.locked", text.Cannot, text.FilingMergeLocked.With(uscc, s.Year()))
	}
	if err := other.Fits(s.Forms()); err != nil {
		return nil, err
	}
	m := &merging{s: s, o: o, other: other, theirs: theirs, by: make(map[string]*MergedForm), evidence: make(map[string]bool), out: &Merged{}}
	m.out.Label = text.FilingMergeLabel.With(shownName(other.Path()))
	for _, id := range o.Forms {
		f := s.Forms().ByID(id)
		if f == nil {
			return nil, fault("filing.merge-form", text.Usage, text.FilingMergeForm.With(harmless(id)))
		}
		m.forms = append(m.forms, f)
	}
	if len(m.forms) == 0 {
		m.forms = s.Forms().All()
	}
	return m, nil
}

// same reports whether two paths are one file.
func same(a, b string) bool {
	ia, errA := os.Stat(a)
	ib, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(ia, ib)
}

func (m *merging) count(f *form.Form) *MergedForm {
	if m.by[f.ID] == nil {
		m.by[f.ID] = &MergedForm{Form: f}
	}
	return m.by[f.ID]
}

// register merges a form whose rows are in memory.
func (m *merging) register(f *form.Form) error {
	theirs, err := m.other.Records(m.theirs, f)
	if err != nil {
		return err
	}
	count := m.count(f)
	count.Read = int64(len(theirs))
	ours := m.s.Records(f)
	pairs, added := m.meet(f, ours, theirs)
	for _, p := range pairs {
		m.join(count, p[0], p[1])
	}
	for _, r := range added {
		count.Added++
		w := store.Write{Form: f}
		for i, v := range r.Values {
			if !v.Empty() || r.Raw[i] != "" {
				w.Cells = append(w.Cells, store.Cell{Field: i, Value: v, Raw: r.Raw[i]})
				m.noteEvidence(f, i, v)
			}
		}
		m.writes = append(m.writes, w)
	}
	return nil
}

// meet matches their rows with ours: equal ones first, counted; then as a comparison of submissions does.
func (m *merging) meet(f *form.Form, ours, theirs []*form.Record) (pairs [][2]*form.Record, added []*form.Record) {
	columns := make([]int, len(f.Fields))
	for i := range columns {
		columns[i] = i
	}
	c := newContents(columns)
	by := make(map[[2]uint64][]*form.Record)
	for _, r := range ours {
		d := c.digest(r)
		by[d] = append(by[d], r)
	}
	var left []*form.Record
	used := make(map[*form.Record]bool)
	for _, r := range theirs {
		d := c.digest(r)
		if have := by[d]; len(have) > 0 {
			pairs = append(pairs, [2]*form.Record{have[0], r})
			used[have[0]], by[d] = true, have[1:]
			continue
		}
		left = append(left, r)
	}
	rest := slices.DeleteFunc(slices.Clone(ours), func(r *form.Record) bool { return used[r] })
	more, _, added := submission.Paired(f, rest, left)
	if f.Single() && len(ours) > 0 && len(added) > 0 {
		more, added = append(more, [2]*form.Record{ours[0], added[0]}), nil // a form of one row never gets a second
	}
	return append(pairs, more...), added
}

// unbind adds to the cells taken over those of a recognition that they take the ground from.
func (m *merging) unbind(ours *form.Record, cells []store.Cell) []store.Cell {
	now := ours.Clone()
	for _, c := range cells {
		now.Values[c.Field] = c.Value
		delete(now.Raw, c.Field)
	}
	back := now.Unbind(ours)
	if len(back) == 0 {
		return cells
	}
	m.out.Unbound++
	cells = slices.DeleteFunc(cells, func(c store.Cell) bool { return slices.Contains(back, c.Field) })
	for _, i := range back {
		cells = append(cells, store.Cell{Field: i, Value: now.Values[i]})
	}
	return cells
}

// join settles a row that both have, cell by cell.
func (m *merging) join(count *MergedForm, ours, theirs *form.Record) {
	var cells []store.Cell
	filled, differing := false, false
	for i := range ours.Form.Fields {
		a, b := cellOf(ours, i), cellOf(theirs, i)
		take := store.Cell{Field: i, Value: theirs.Values[i], Raw: theirs.Raw[i]}
		switch {
		case b == "" || a == b || unanswered(theirs, i):
		case a == "" || unanswered(ours, i):
			filled = true
			cells = append(cells, take)
			m.noteEvidence(ours.Form, i, take.Value)
		default:
			differing = true
			c := Conflict{Form: ours.Form.ID, Key: shownKey(ours), Field: ours.Form.Fields[i].ID, Row: ours.ID, Ours: a, Theirs: b}
			if m.settled(c) == Theirs {
				cells = append(cells, take)
				m.noteEvidence(ours.Form, i, take.Value)
			}
		}
	}
	switch {
	case differing:
		count.Differing++
	case filled:
		count.Filled++
	default:
		count.Same++
	}
	if cells = m.unbind(ours, cells); len(cells) > 0 {
		m.writes = append(m.writes, store.Write{Form: ours.Form, Row: ours.ID, Cells: cells})
	}
}

// noteEvidence remembers the files that a cell names.
func (m *merging) noteEvidence(f *form.Form, i int, v form.Value) {
	if f.Fields[i].Kind != form.Files {
		return
	}
	for _, a := range form.Attachments(v) {
		m.evidence[a.String()] = true
	}
}

// bringEvidence copies the files that the cells name; one that is missing or damaged there is missing here too, as its row shows.
func (m *merging) bringEvidence() error {
	for name := range m.evidence {
		path, err := m.other.EvidencePath(name)
		if err != nil {
			continue
		}
		f, err := os.Open(path)
		if err != nil {
			continue
		}
		err = m.s.Workspace().BringEvidence(filepath.Base(path), f)
		f.Close()
		var said *text.Fault
		if errors.As(err, &said) && said.Code == "store.evidence-damaged" {
			continue
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// unanswered: 未填 is no answer.
func unanswered(r *form.Record, i int) bool { return r.Values[i].Str() == "未填" }

// settled notes a cell that differs and says whose stands.
func (m *merging) settled(c Conflict) Side {
	c.Taken = m.o.Side
	if m.o.Choose != nil {
		if chosen := m.o.Choose(c); chosen != Undecided {
			c.Taken = chosen
		}
	}
	m.out.ConflictCount++
	if c.Taken == Undecided {
		m.out.Open++
	}
	if len(m.out.Conflicts) < mostConflicts {
		m.out.Conflicts = append(m.out.Conflicts, c)
	}
	return c.Taken
}

// write puts everything in as one step of undo.
func (m *merging) write(ctx context.Context) error {
	m.out.Written = true
	if len(m.writes) == 0 && len(m.bulks) == 0 {
		return nil
	}
	who := operator(m.s, m.o.Who)
	done, err := m.s.Workspace().Transaction(m.s.Book(), m.out.Label, who, func(t *store.Tx) error {
		if len(m.writes) > 0 {
			if _, err := t.Write(m.writes); err != nil {
				return err
			}
		}
		for _, b := range m.bulks {
			bulk := store.Bulk{Label: m.out.Label, Who: who, File: shownName(m.other.Path())}
			if _, err := t.Bulk(ctx, b.form, bulk, m.newLines(ctx, b)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		m.out.Written = false
		return err
	}
	if done.Seq == 0 {
		return nil
	}
	return errors.Join(m.bringEvidence(), m.s.Reload(ctx))
}

// JSON prints it as `yice merge --json` does.
func (m *Merged) JSON() []byte {
	type counts struct {
		Form      string `json:"form"`
		Read      int64  `json:"read"`
		Added     int64  `json:"added"`
		Filled    int64  `json:"filled"`
		Same      int64  `json:"unchanged"`
		Differing int64  `json:"differing"`
	}
	type conflict struct {
		Form   string `json:"form"`
		Key    string `json:"key"`
		Field  string `json:"field"`
		Ours   string `json:"ours"`
		Theirs string `json:"theirs"`
		Taken  string `json:"taken"` // whose stands: ours, theirs
	}
	forms, conflicts := make([]counts, len(m.Forms)), make([]conflict, len(m.Conflicts))
	for i, f := range m.Forms {
		forms[i] = counts{f.Form.ID, f.Read, f.Added, f.Filled, f.Same, f.Differing}
	}
	for i, c := range m.Conflicts {
		conflicts[i] = conflict{c.Form, c.Key, c.Field, c.Ours, c.Theirs, []string{"ours", "ours", "theirs"}[c.Taken]}
	}
	return printJSON(struct {
		Forms     []counts   `json:"forms"`
		Conflicts []conflict `json:"conflicts"`
		Count     int64      `json:"conflict_count"`
		Open      int64      `json:"open"`
		Unbound   int64      `json:"unbound"`
		Written   bool       `json:"written"`
	}{forms, conflicts, m.ConflictCount, m.Open, m.Unbound, m.Written})
}
