package store

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"yice/form"
	"yice/internal/inorder"
)

// An import is remembered by one entry of the history at the end of its step: which file it was, how it was read, and for
// a ledger which lines it brought, as runs of rows that lie together both in the workspace and in the file. So a million
// lines of one sheet are one run. The entry is not undone by itself: whether an import stands is whether its step does.

// ImportRecord is what the history says of an import.
type ImportRecord struct {
	File   string   `json:"file"`   // shown name
	Digest string   `json:"digest"` // of the file's content
	Sheets []string `json:"sheets,omitempty"`
	Recipe string   `json:"recipe,omitempty"`
	// Reading is the fingerprint of which column went to which field.
	Reading string `json:"reading,omitempty"`
	// Reason is why a difference between the file's own totals and its lines was accepted.
	Reason   string  `json:"reason,omitempty"`
	Lines    int64   `json:"lines"`
	Replaces []int64 `json:"replaces,omitempty"` // the entries of the imports it took the place of
	Runs     []Run   `json:"runs,omitempty"`     // in the order of the file
}

// Run is lines that follow one another in a file and, by their row ids, in the workspace.
type Run struct {
	Row, N int64
	Sheet  int   // position in ImportRecord.Sheets
	At     int64 // row of the sheet; 0: not known
}

// MarshalJSON writes a run as four numbers: there may be thousands.
func (r Run) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, "[%d,%d,%d,%d]", r.Row, r.N, r.Sheet, r.At), nil
}

// UnmarshalJSON reads what MarshalJSON wrote.
func (r *Run) UnmarshalJSON(b []byte) error {
	var n [4]int64
	if err := json.Unmarshal(b, &n); err != nil {
		return err
	}
	*r = Run{n[0], n[1], int(n[2]), n[3]}
	return nil
}

// mostRuns is how many runs keep the row of the sheet; a file that is cut up more often keeps which rows it brought alone.
const mostRuns = 4096

// Put adds a line to the runs.
func (r *ImportRecord) Put(row int64, sheet int, at int64) {
	r.Lines++
	if n := len(r.Runs); n > 0 {
		last := &r.Runs[n-1]
		follows := last.Row+last.N == row && last.Sheet == sheet
		if follows && (last.At == 0 || last.At+last.N == at || n >= mostRuns) {
			if last.At != 0 && last.At+last.N != at {
				last.At = 0
			}
			last.N++
			return
		}
	}
	r.Runs = append(r.Runs, Run{Row: row, N: 1, Sheet: sheet, At: at})
}

// Said is the record as people read it: file, sheets, recipe, reason.
func (r *ImportRecord) Said() string {
	parts := []string{r.File}
	if len(r.Sheets) > 0 {
		parts = append(parts, strings.Join(r.Sheets, "、"))
	}
	if r.Recipe != "" {
		parts = append(parts, r.Recipe)
	}
	if r.Reason != "" {
		parts = append(parts, r.Reason)
	}
	return strings.Join(parts, " · ")
}

// Import is an import that stands.
type Import struct {
	Seq int64 // of its entry
	At  time.Time
	Who string
	ImportRecord
}

// NoteImport ends the rows of an import within the transaction: the history knows the file from then on.
func (t *Tx) NoteImport(f *form.Form, r ImportRecord) error {
	b, err := json.Marshal(r)
	if err != nil {
		return err
	}
	return t.append(kindImport, f.ID, 0, "", "", "", string(b))
}

// NextRow is the id that the next new row of a form gets.
func (t *Tx) NextRow(f *form.Form) int64 { return t.w.nextRow[f.ID] + 1 }

// Imports gives the imports of a form that stand, the oldest first: neither undone nor replaced by a later one. An import
// from before they were remembered is known by its bulk.
func (w *Workspace) Imports(b Book, f *form.Form) ([]Import, error) {
	var all []Import
	err := w.reading(background, func(c *conn) error {
		k, err := c.once(background, "SELECT h.seq, h.at, h.who, h.kind, h.step, h.new FROM history h JOIN step s ON s.id=h.step"+
			" WHERE h.book=? AND h.form=? AND h.kind IN ('"+kindBulk+"','"+kindImport+"') AND s.state IN (?,?) ORDER BY h.seq",
			b.ID, f.ID, stateDone, stateFixed)
		if err != nil {
			return err
		}
		defer k.close()
		type bulkOf struct{ step, at int64 }
		var bulks []bulkOf // places in all that are a bulk's, until its step names its imports
		for k.next() {
			x := Import{Seq: k.int(0), At: time.UnixMilli(k.int(1)), Who: k.text(2)}
			step := k.int(4)
			if k.text(3) == kindBulk {
				var old bulkRecord
				if json.Unmarshal([]byte(k.text(5)), &old) != nil || old.Digest == "" {
					continue // of a merge: of no file
				}
				x.ImportRecord = ImportRecord{File: old.File, Digest: old.Digest, Lines: old.Rows, Runs: []Run{{Row: old.First, N: old.Rows}}}
				bulks = append(bulks, bulkOf{step, int64(len(all))})
				all = append(all, x)
				continue
			}
			if json.Unmarshal([]byte(k.text(5)), &x.ImportRecord) != nil {
				continue
			}
			for _, bulk := range bulks {
				if bulk.step == step {
					all[bulk.at].Runs = nil
				}
			}
			all = append(all, x)
		}
		return k.err
	})
	if err != nil {
		return nil, err
	}
	gone := make(map[int64]bool)
	for i := range all {
		for _, seq := range all[i].Replaces {
			gone[seq] = true
		}
	}
	return slices.DeleteFunc(all, func(x Import) bool { return gone[x.Seq] || f.Scope == form.Ledger && len(x.Runs) == 0 }), nil
}

// Line is a line of a ledger beside the import that brought it.
type Line struct {
	Import int   // position in the imports asked about; -1: of none of them
	At     int64 // its place among the lines of that import, in the order of its file
	// Was is the line as the import left it; of a line of no import, as it is. Now is the line as it is; nil: it was
	// removed by hand since.
	Was, Now *form.Record
}

// Lines visits every line of a ledger, with the import that brought it and what was changed by hand since. A line that
// two imports claim is the later one's.
func (w *Workspace) Lines(ctx context.Context, b Book, f *form.Form, imports []Import, visit func(Line) error) error {
	owners := newOwners(imports)
	edits, err := w.editsSince(ctx, b, f, imports, owners)
	if err != nil {
		return err
	}
	err = w.Scan(ctx, b, f, func(r *form.Record) error {
		l := Line{Import: -1, Was: r, Now: r}
		if o := owners.of(r.ID); o != nil {
			l.Import, l.At = o.imp, o.at+r.ID-o.first
			if e := edits[r.ID]; e != nil {
				l.Was = e.before(r)
				delete(edits, r.ID)
			}
		}
		return visit(l)
	})
	if err != nil {
		return err
	}
	gone := make([]int64, 0, len(edits))
	for row := range edits {
		gone = append(gone, row)
	}
	slices.Sort(gone)
	for _, row := range gone {
		if e := edits[row]; e.whole != nil {
			o := owners.of(row)
			was := e.before(nil)
			was.ID = row
			if err := visit(Line{Import: o.imp, At: o.at + row - o.first, Was: was}); err != nil {
				return err
			}
		}
	}
	return nil
}

// edited is what a line was before it was changed by hand.
type edited struct {
	form  *form.Form
	cells map[string]string // encoded, by field, as they were first
	whole map[string]string // of a line that was removed: what it held then
}

// before gives the line as its import left it.
func (e *edited) before(now *form.Record) *form.Record {
	var r *form.Record
	if now != nil {
		r = now.Clone()
	} else {
		r = form.NewRecord(e.form)
	}
	put := func(field, encoded string) {
		i := e.form.Index(field)
		c, err := decode(encoded)
		if i < 0 || err != nil {
			return
		}
		r.Values[i] = c.value
		delete(r.Raw, i)
		if c.raw != "" {
			if r.Raw == nil {
				r.Raw = map[int]string{}
			}
			r.Raw[i] = c.raw
		}
	}
	if now == nil {
		for field, encoded := range e.whole {
			put(field, encoded)
		}
	}
	for field, encoded := range e.cells {
		put(field, encoded)
	}
	return r
}

// editsSince reads, from the newest back, what was done to lines after the import that brought them.
func (w *Workspace) editsSince(ctx context.Context, b Book, f *form.Form, imports []Import, owners owners) (map[int64]*edited, error) {
	edits := make(map[int64]*edited)
	if len(owners) == 0 {
		return edits, nil
	}
	first := imports[0].Seq
	for i := range imports {
		first = min(first, imports[i].Seq)
	}
	err := w.reading(ctx, func(c *conn) error {
		k, err := c.once(ctx, "SELECT seq, row, field, old, new FROM history WHERE form=? AND row<>0 AND seq>? AND book=? ORDER BY seq DESC", f.ID, first, b.ID)
		if err != nil {
			return err
		}
		defer k.close()
		for k.next() {
			seq, row, field, old, now := k.int(0), k.int(1), k.text(2), k.text(3), k.text(4)
			o := owners.of(row)
			if o == nil || imports[o.imp].Seq >= seq || bulkEntry(old) || bulkEntry(now) {
				continue
			}
			e := edits[row]
			if e == nil {
				e = &edited{form: f, cells: map[string]string{}}
				edits[row] = e
			}
			if field != "" {
				e.cells[field] = old
				continue
			}
			if e.whole, err = decodeRow(old + now); err != nil {
				return err
			}
		}
		return k.err
	})
	return edits, err
}

// owner is a run of lines of one import.
type owner struct {
	first, last int64
	imp         int
	at          int64 // place of its first line among those of the import
}

// owners are disjoint and in the order of row ids.
type owners []owner

// newOwners gives each row to the newest import that claims it.
func newOwners(imports []Import) owners {
	var all owners
	for i := len(imports) - 1; i >= 0; i-- {
		at := int64(0)
		var mine owners
		for _, r := range imports[i].Runs {
			mine = append(mine, owner{r.Row, r.Row + r.N - 1, i, at})
			at += r.N
		}
		inorder.Sort(mine, func(a, b owner) int { return int(min(max(a.first-b.first, -1), 1)) })
		all = all.under(mine)
	}
	return all
}

// under adds what of the older runs the newer ones leave.
func (newer owners) under(older owners) owners {
	var left owners
	n := 0
	for _, o := range older {
		for n < len(newer) && newer[n].last < o.first {
			n++
		}
		for k := n; o.first <= o.last; k++ {
			if k == len(newer) || newer[k].first > o.last {
				left = append(left, o)
				break
			}
			if newer[k].first > o.first {
				left = append(left, owner{o.first, newer[k].first - 1, o.imp, o.at})
			}
			cut := newer[k].last + 1 - o.first
			o.first, o.at = o.first+cut, o.at+cut
		}
	}
	all := append(slices.Clone(newer), left...)
	inorder.Sort(all, func(a, b owner) int { return int(min(max(a.first-b.first, -1), 1)) })
	return all
}

func (o owners) of(row int64) *owner {
	i, ok := slices.BinarySearchFunc(o, row, func(x owner, row int64) int {
		switch {
		case x.last < row:
			return -1
		case x.first > row:
			return 1
		}
		return 0
	})
	if !ok {
		return nil
	}
	return &o[i]
}

// importSaid puts the record of an import into words; what cannot be read stays.
func importSaid(encoded string) string {
	var r ImportRecord
	if json.Unmarshal([]byte(encoded), &r) != nil {
		return encoded
	}
	return r.Said()
}

// Origin says where a line came from: the file, its sheet and row, "" where no import is known.
func (x *Import) Origin(row int64) (sheet string, at int64) {
	for _, r := range x.Runs {
		if row < r.Row || row >= r.Row+r.N {
			continue
		}
		if r.Sheet < len(x.Sheets) {
			sheet = x.Sheets[r.Sheet]
		}
		if r.At != 0 {
			at = r.At + row - r.Row
		}
	}
	return sheet, at
}
