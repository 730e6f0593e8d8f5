package scoring

import (
	"cmp"
	"hash/maphash"
	"slices"
	"strings"

	"yice/form"
)

// compareRecords puts rows in an order of their own, whatever order they came in: by key, by content, by row id.
func compareRecords(a, b *form.Record) int {
	if a == b {
		return 0
	}
	return cmp.Or(strings.Compare(a.Key(), b.Key()), compareContent(a, b))
}

// compareContent orders rows of the same key.
func compareContent(a, b *form.Record) int {
	for i := range min(len(a.Values), len(b.Values)) {
		m, n := a.Values[i], b.Values[i]
		if m == n {
			continue
		}
		if m.IsNumber() && n.IsNumber() {
			return cmp.Compare(m.Num(), n.Num())
		}
		if c := strings.Compare(word(a, i), word(b, i)); c != 0 {
			return c
		}
	}
	return cmp.Compare(a.ID, b.ID)
}

// byRecord gives things in the order of their records, as compareRecords has it.
func byRecord[T any](rows []T, record func(*T) *form.Record) []T {
	all := make([]keyedRecord, len(rows))
	for i := range rows {
		all[i] = keyedRecord{i, record(&rows[i]), ""}
	}
	sortKeyed(all)
	out := make([]T, len(rows))
	for i := range all {
		out[i] = rows[all[i].at]
	}
	return out
}

// keyedRecord is the record of the thing that stands at a place.
type keyedRecord struct {
	at  int
	rec *form.Record
	key string
}

// sortKeyed sorts for things of every kind; every key is made once.
func sortKeyed(all []keyedRecord) {
	for i := range all {
		all[i].key = all[i].rec.Key()
	}
	slices.SortFunc(all, func(a, b keyedRecord) int {
		if c := strings.Compare(a.key, b.key); c != 0 || a.rec == b.rec {
			return c
		}
		return compareContent(a.rec, b.rec)
	})
}

func recordOfJudged(j *judged) *form.Record { return j.rec }

// ordered gives judged rows in the order of their records.
func ordered(rows []judged) []judged { return byRecord(rows, recordOfJudged) }

// numbering numbers distinct texts from 1, in the order they come: a table of as many places as there may be texts, so that
// nothing grows or is looked for twice.
type numbering struct {
	seed  maphash.Seed
	slots []int32
	texts []string
}

// numbered gives a numbering of nothing yet, with room for so many texts. It is one an evaluation, and the next call empties it: an
// evaluation numbers the rows of one register after the other.
func (e *evaluation) numbered(most int) *numbering {
	n := &e.numbers
	places := 16
	for places < 2*most {
		places *= 2
	}
	if places > len(n.slots) {
		n.seed, n.slots = maphash.MakeSeed(), make([]int32, places)
	} else {
		clear(n.slots)
	}
	if n.texts == nil {
		n.texts = make([]string, 1, max(16, most))
	}
	n.texts = n.texts[:1]
	return n
}

// of gives the number of a text.
func (n *numbering) of(s string) int32 {
	mask := uint64(len(n.slots) - 1)
	for at := maphash.String(n.seed, s) & mask; ; at = (at + 1) & mask {
		k := n.slots[at]
		if k == 0 {
			k = int32(len(n.texts))
			n.slots[at] = k
			n.texts = append(n.texts, s)
		}
		if n.texts[k] == s {
			return k
		}
	}
}
