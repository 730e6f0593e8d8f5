package store

import "context"

// TouchedRecord is a record that was changed, or the rows that a bulk brought.
type TouchedRecord struct {
	Entry         // the newest that concerns it
	Changes int64 // entries there are of it
	Bulk    bool
}

// Touched walks the history by the records it concerns, the one that was changed last first.
type Touched struct {
	window
	seen map[touchedPlace]bool
}

type touchedPlace struct {
	form string
	row  int64
	bulk bool
}

// Touched begins a walk at the newest entry that fits.
func (w *Workspace) Touched(b Book, q HistoryQuery) *Touched {
	return &Touched{window: window{w: w, b: b, q: q, size: windowEntries}, seen: map[touchedPlace]bool{}}
}

// Read gives at most so many records more; done: there are no others.
func (x *Touched) Read(ctx context.Context, most int) (out []TouchedRecord, done bool, err error) {
	err = x.turn(ctx, func(c *conn) error {
		var found []stroke
		err := x.read(ctx, c, func(s stroke) bool {
			p := touchedPlace{s.form, s.row, s.bulk > 0}
			if s.form == "" || s.row == 0 || x.seen[p] {
				return false
			}
			x.seen[p] = true
			found = append(found, s)
			return len(found) >= most
		})
		for i := 0; err == nil && i < len(found); i++ {
			t := TouchedRecord{Bulk: found[i].bulk > 0, Changes: 1}
			if t.Entry, err = x.w.entry(ctx, c, found[i].seq); err == nil && !t.Bulk {
				t.Changes, err = c.number("SELECT count(*) FROM history WHERE form=? AND row=? AND row<>0", t.Form, t.Row)
			}
			out = append(out, t)
		}
		return err
	})
	return out, x.done, err
}
