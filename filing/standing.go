package filing

import (
	"encoding/binary"
	"hash/maphash"
	"strings"

	"yice/filing/submission"
	"yice/form"
	"yice/store"
	"yice/text"
)

// standing is what there is of a register or a single form, as an import matches it and as it would become: rows of the
// workspace, and rows that earlier files of the same import bring.
type standing struct {
	f    *form.Form
	held []*held
	keys map[string][]*held // by every natural key a row has, "0\x00code", "1\x00name"; without one by what it is called, "~name"
}

// held is one row: as it was (nil: not there before) and as it would be.
type held struct {
	orig, now *form.Record
	matched   *job         // the file that has used it: two like rows of one file are two rows
	by        *job         // the file that brought it; nil: it was there
	set       map[int]*job // which file gave a cell what it holds, by field position
}

func newStanding(f *form.Form, records []*form.Record) *standing {
	s := &standing{f: f, keys: make(map[string][]*held)}
	for _, r := range records {
		s.add(&held{orig: r, now: r})
	}
	return s
}

func (s *standing) add(h *held) {
	s.held = append(s.held, h)
	if len(s.f.Alike) > 0 {
		k := likeness(h.now)
		s.keys[k] = append(s.keys[k], h)
	}
	for i := range s.f.Keys {
		if k := alternateKey(h.now, i); k != "" {
			s.keys[k] = append(s.keys[k], h)
		}
	}
}

// become changes what a row would be; a key it gets by that serves for later rows.
func (s *standing) become(h *held, now *form.Record) {
	was := h.now
	h.now = now
	if len(s.f.Alike) > 0 && likeness(was) != likeness(now) {
		s.keys[likeness(now)] = append(s.keys[likeness(now)], h)
	}
	for i := range s.f.Keys {
		if k := alternateKey(now, i); k != "" && k != alternateKey(was, i) {
			s.keys[k] = append(s.keys[k], h)
		}
	}
}

// alternateKey gives a row's n-th natural key, "" where its first field is empty.
func alternateKey(r *form.Record, n int) string { return submission.AlternateKey(r, n) }

// find gives the row that a row of a file means, nil where it is new. Where a form has several natural keys, a later one
// serves if one side lacks the earlier: a platform written with its name alone is the one that has that name. Where a form
// has none, perhaps says that the row found is alike and yet differs: it may be this one, mended, or another. Of several
// rows that serve, the one that the file would not change is meant.
func (s *standing) find(r *form.Record, by *job) (found *held, perhaps bool) {
	if s.f.Single() {
		if len(s.held) > 0 && s.held[0].matched != by {
			return s.held[0], false
		}
		return nil, false
	}
	if len(s.f.Alike) > 0 {
		return s.alike(r, by)
	}
	for n := range s.f.Keys {
		k := alternateKey(r, n)
		if k == "" {
			continue
		}
		for _, h := range s.keys[k] {
			if h.matched == by || !s.agree(r, h.now, n) {
				continue
			}
			if found == nil || differs(r, h.now, false) == 0 {
				found = h
			}
			if differs(r, found.now, false) == 0 {
				return found, false
			}
		}
		if found != nil {
			return found, false
		}
	}
	return nil, false
}

// alike finds the row of a form without natural key that a row of a file is taken for. One without what rows are known by
// is met by its content alone.
func (s *standing) alike(r *form.Record, by *job) (found *held, perhaps bool) {
	name, best := likeness(r), 0
	for _, h := range s.keys[name] {
		if h.matched == by || !alike(r, h.now) {
			continue
		}
		switch d := differs(r, h.now, true); {
		case d == 0:
			return h, false
		case name != nameless && (found == nil || d < best):
			found, best = h, d
		}
	}
	return found, found != nil && best >= overwritten
}

// overwritten is the weight of a cell that would be written over, beside one that would only be filled.
const overwritten = 1 << 16

// differs weighs how far a row of a file would change one that is there; with fills, what only fills an empty cell counts too.
func differs(r, there *form.Record, fills bool) int {
	n := 0
	for i, v := range r.Values {
		switch {
		case v.Empty() || there.Values[i] == v:
		case there.Values[i].Empty() && there.Raw[i] == "":
			if fills {
				n++
			}
		default:
			n += overwritten
		}
	}
	return n
}

// nameless is the likeness of a row without the first of what rows are known by.
const nameless = "~"

// likeness is what rows of a form without natural key are looked up by.
func likeness(r *form.Record) string {
	return nameless + r.Form.Field(r.Form.Alike[0]).Show(r.Get(r.Form.Alike[0]))
}

// alike reports that nothing which rows are known by tells two apart; what one of them lacks does not.
func alike(a, b *form.Record) bool {
	for _, id := range a.Form.Alike {
		va, vb := a.Get(id), b.Get(id)
		if va != vb && !va.Empty() && !vb.Empty() {
			return false
		}
	}
	return true
}

// alikeSaid names a row of a file and the one it may be.
func (s *standing) alikeSaid(row int, r, there *form.Record) text.Pair {
	var zh, en []string
	for i, v := range r.Values {
		if was := cellOf(there, i); !v.Empty() && was != "" && was != cellOf(r, i) {
			title := s.f.Fields[i].Title
			zh = append(zh, title.ZH+" "+was+" → "+cellOf(r, i))
			en = append(en, title.EN+" "+was+" → "+cellOf(r, i))
		}
	}
	return text.FilingAlike.With(row, harmless(submission.Label(r)), s.f.Title, harmless(submission.Label(there)), text.Pair{ZH: strings.Join(zh, "；"), EN: strings.Join(en, "; ")})
}

// agree reports that no natural key before the n-th tells two rows apart.
func (s *standing) agree(a, b *form.Record, n int) bool {
	for i := range n {
		ka, kb := alternateKey(a, i), alternateKey(b, i)
		if ka != "" && kb != "" && ka != kb {
			return false
		}
	}
	return true
}

// writes gives what has to be written so that the workspace holds what stands here.
func (s *standing) writes() []store.Write {
	var ws []store.Write
	for _, h := range s.held {
		switch {
		case h.orig == nil:
			w := store.Write{Form: s.f}
			for i, v := range h.now.Values {
				if !v.Empty() {
					w.Cells = append(w.Cells, store.Cell{Field: i, Value: v})
				}
			}
			ws = append(ws, w)
		case h.orig != h.now:
			w := store.Write{Form: s.f, Row: h.orig.ID}
			for i, v := range h.now.Values {
				if v != h.orig.Values[i] || h.orig.Raw[i] != h.now.Raw[i] {
					w.Cells = append(w.Cells, store.Cell{Field: i, Value: v, Raw: h.now.Raw[i]})
				}
			}
			if len(w.Cells) > 0 {
				ws = append(ws, w)
			}
		}
	}
	return ws
}

// names tells the key of every row by whichever of its natural keys a reference is written with; nil where a form has one.
func (s *standing) names() map[string]string {
	names := make(map[string]string)
	for n := range s.f.Keys {
		for _, h := range s.held {
			r := h.now
			if alternateKey(r, n) == "" {
				continue
			}
			if k := keyBy(r, n); names[k] == "" {
				names[k] = r.Key()
			}
		}
	}
	s.addTitles(names)
	return names
}

// addTitles lets a row be called by its name, where no other row has it.
func (s *standing) addTitles(names map[string]string) {
	at := s.f.Index("name")
	if at < 0 {
		return
	}
	twice := make(map[string]bool)
	called := make(map[string]string)
	for _, h := range s.held {
		if name := h.now.Values[at].Str(); name != "" {
			twice[name] = twice[name] || called[name] != ""
			called[name] = h.now.Key()
		}
	}
	for name, key := range called {
		if _, taken := names[name]; !taken && !twice[name] && key != "" {
			names[name] = key
		}
	}
}

// keyBy is the n-th natural key as a reference would write it.
func keyBy(r *form.Record, n int) string {
	parts := make([]string, 0, len(r.Form.Keys[n]))
	for _, id := range r.Form.Keys[n] {
		parts = append(parts, r.Form.Field(id).Show(r.Get(id)))
	}
	return strings.TrimRight(strings.Join(parts, "+"), "+")
}

// contents counts rows by the content of some columns.
type contents struct {
	columns []int
	seeds   [2]maphash.Seed
	counts  map[[2]uint64]int32
	buf     []byte
}

func newContents(columns []int) *contents {
	return &contents{columns: columns, seeds: [2]maphash.Seed{maphash.MakeSeed(), maphash.MakeSeed()}, counts: make(map[[2]uint64]int32)}
}

// digest is 128 bits under seeds that are new in every run: nobody can make two contents collide.
func (c *contents) digest(r *form.Record) [2]uint64 {
	b := c.buf[:0]
	for _, i := range c.columns {
		v := r.Values[i]
		n, isNumber := v.Int()
		switch {
		case r.Raw[i] != "":
			b = append(b, 'r')
			b = binary.AppendUvarint(b, uint64(len(r.Raw[i])))
			b = append(b, r.Raw[i]...)
		case isNumber:
			b = binary.AppendVarint(append(b, 'n'), n)
		default:
			s := v.Str()
			b = append(binary.AppendUvarint(append(b, 's'), uint64(len(s))), s...)
		}
	}
	c.buf = b
	return [2]uint64{maphash.Bytes(c.seeds[0], b), maphash.Bytes(c.seeds[1], b)}
}
