package scoring

import "yice/form"

// Rows that stand for the same thing count once.

// best is the row that stands for a group of doubles among those that count confirmed, and among those with pending; from 1.
type best struct{ sure, maybe int32 }

// dedupe lets one row stand for all rows with the same key: the best one, once among those that count confirmed and once
// among those that count with pending. An empty key stands for itself.
func (e *evaluation) dedupe(t *tally, c *columns) {
	groups := e.numbered(len(t.rows))
	all := make([]best, 1, 16)
	for i := range t.rows {
		j := &t.rows[i]
		if !j.maybe {
			continue
		}
		if j.rec.Form != c.of {
			*c = e.columns(t.rule, j.rec.Form)
		}
		key := word(j.rec, c.dedupe)
		if t.rule.field != nil {
			key = form.Folded(key)
		}
		if key == "" {
			continue
		}
		at := groups.of(key)
		if int(at) == len(all) {
			all = append(all, best{})
		}
		j.group = at
		g := &all[at]
		if g.maybe == 0 || better(j, &t.rows[g.maybe-1]) {
			g.maybe = int32(i + 1)
		}
		if j.sure && (g.sure == 0 || better(j, &t.rows[g.sure-1])) {
			g.sure = int32(i + 1)
		}
	}
	for i := range t.rows {
		j := &t.rows[i]
		if j.group == 0 {
			continue
		}
		g := all[j.group]
		if j.sure && int(g.sure) != i+1 {
			j.sure, j.other = false, t.rows[g.sure-1].rec
		}
		if int(g.maybe) != i+1 {
			j.maybe = false
			if j.other == nil {
				j.other = t.rows[g.maybe-1].rec
			}
		}
		if !j.sure && !j.maybe {
			j.verdict = sameAs
		}
	}
}

// better orders rows that stand for the same thing: more points, a higher level, then the smaller key.
func better(a, b *judged) bool {
	if a.points != b.points && a.points != nil && b.points != nil { // the same number of the pack, most often
		if c := a.points.Cmp(b.points); c != 0 {
			return c > 0
		}
	}
	if a.level != b.level {
		return a.level < b.level
	}
	return compareRecords(a.rec, b.rec) < 0
}
