package filing

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"yice/entry"
	"yice/form"
	"yice/store"
)

// Before a file's lines are added to a ledger that has some, they are held against those: by their whole content, and by
// date, voucher and amount alone, for a mended file may have another column or other words. A digest a line stays in
// memory, never the lines.

// digest is 128 bits under seeds that are new in every run: nobody can make two contents collide.
type digest = [2]uint64

func compareDigests(a, b digest) int {
	if c := cmp.Compare(a[0], b[0]); c != 0 {
		return c
	}
	return cmp.Compare(a[1], b[1])
}

// survey is what is remembered of a file's good lines.
type survey struct {
	whole, core   *contents
	exact, alike  []digest // a line each, in the order of the file; alike is empty where the file lacks date or amount
	wholes, cores *counted
	parts         []uint64 // of each line, its date, amount and voucher apart, in 16 bits each: see partsOf
}

// counted are the different digests of a file, and how many lines have each.
type counted struct {
	keys []digest
	n    []int32
}

func count(digests []digest) *counted {
	c := &counted{keys: slices.Clone(digests)}
	slices.SortFunc(c.keys, compareDigests)
	at := 0
	for i := range c.keys {
		if i > 0 && c.keys[i] == c.keys[at-1] {
			c.n[at-1]++
			continue
		}
		c.keys[at] = c.keys[i]
		at++
		c.n = append(c.n, 1)
	}
	c.keys = c.keys[:at]
	return c
}

// met counts how many lines of something else are among the lines of a file, each at most as often as the file has it.
type met struct {
	of   *counted
	used []int32
	n    int64
}

func (m *met) meet(d digest) {
	i, ok := slices.BinarySearchFunc(m.of.keys, d, compareDigests)
	if !ok {
		return
	}
	if m.used == nil {
		m.used = make([]int32, len(m.of.keys))
	}
	if m.used[i] < m.of.n[i] {
		m.used[i]++
		m.n++
	}
}

// coreFields are what a line of a ledger is recognised by although its words changed.
func coreFields(j *job) []int {
	var core []int
	for _, id := range [...]string{"date", "amount", "voucher"} {
		pos := j.f.Index(id)
		if slices.Contains(j.places, pos) {
			core = append(core, pos)
		} else if id != "voucher" {
			return nil
		}
	}
	return core
}

// surveyed reads a file's lines for their digests. Digests of files with the same columns can be compared: like is the
// survey of an earlier file of the same import, or nil.
func (j *job) surveyed(ctx context.Context, progress func(int64), like *survey) (*survey, error) {
	s := &survey{whole: newContents(j.places)}
	core := coreFields(j)
	if core != nil {
		s.core = newContents(core)
	}
	if like != nil {
		s.whole.seeds = like.whole.seeds
		if s.core != nil {
			s.core.seeds = like.whole.seeds
		}
	} else if s.core != nil {
		s.core.seeds = s.whole.seeds
	}
	err := j.each(ctx, progress, func(l line) error {
		if l.refusal != nil {
			return nil
		}
		s.exact = append(s.exact, s.whole.digest(l.record))
		if s.core != nil {
			s.alike = append(s.alike, s.core.digest(l.record))
			s.parts = append(s.parts, s.partsOf(l.record))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	s.wholes, s.cores = count(s.exact), count(s.alike)
	return s, nil
}

// partsOf tells date, amount and voucher of a line apart, so that two lines can be asked whether they have one in common.
func (s *survey) partsOf(r *form.Record) uint64 {
	var parts uint64
	for _, pos := range s.core.columns {
		parts <<= 16
		if !r.Values[pos].Empty() {
			one := contents{columns: []int{pos}, seeds: s.core.seeds, buf: s.core.buf}
			parts |= one.digest(r)[0] & 0xffff
		}
	}
	return parts
}

// inCommon counts in how many of date, amount and voucher two lines agree.
func inCommon(a, b uint64) (n int) {
	for range 3 {
		if a&0xffff == b&0xffff && a&0xffff != 0 {
			n++
		}
		a, b = a>>16, b>>16
	}
	return n
}

// overlap is how many lines of a file are in one other place.
type overlap struct {
	exact, alike met
	lines        int64 // that are there
}

func (s *survey) overlap() overlap {
	return overlap{exact: met{of: s.wholes}, alike: met{of: s.cores}}
}

func (s *survey) meet(o *overlap, r *form.Record) {
	o.lines++
	o.exact.meet(s.whole.digest(r))
	if s.core != nil {
		o.alike.meet(s.core.digest(r))
	}
}

// fewestAlike is how many lines must agree in date, voucher and amount before that says anything.
const fewestAlike = 3

// shared is how many lines two sides have in common, by whichever says more.
func (o *overlap) shared() int64 {
	if o.alike.n >= fewestAlike {
		return max(o.exact.n, o.alike.n)
	}
	return o.exact.n
}

// mostly reports that most of a file is there; or, where that is more than a chance, that most of what is there is in
// the file: a ledger of two months holds all of the first.
func (o *overlap) mostly(lines int64) bool {
	n := o.shared()
	return 2*n > lines || n >= fewestAlike && 2*n > o.lines
}

// comparison is how a file's lines stand to those of the ledger.
type comparison struct {
	survey  *survey // nil: nothing was there to compare with
	imports []store.Import
	by      []overlap // of each import, and last of the lines of none
	all     overlap   // of every line that is there
	same    int       // the import that this is once more; -1: none
	whole   bool      // the file is the ledger as it is
	like    []int     // imports that this is a mended copy of
	part    bool      // most of the file is there, though it is no copy of one import
	pairing *pairing  // how its lines take the place of those
}

func (c *comparison) lines() int64 { return int64(len(c.survey.exact)) }

// compare holds a file's lines against every line of the ledger.
func (j *job) compare(ctx context.Context, s *entry.Session, sv *survey, told func(done, of int64)) (*comparison, error) {
	w, b := s.Workspace(), s.Book()
	imports, err := w.Imports(b, j.f)
	if err != nil {
		return nil, err
	}
	c := &comparison{survey: sv, imports: imports, same: -1, by: make([]overlap, len(imports)+1), all: sv.overlap()}
	for i := range c.by {
		c.by[i] = sv.overlap()
	}
	of, err := w.Count(b, j.f)
	if err != nil {
		return nil, err
	}
	live := int64(0)
	err = w.Lines(ctx, b, j.f, imports, func(l store.Line) error {
		if live++; told != nil && live%progressEvery == 0 {
			told(min(live, of), of)
		}
		at := l.Import
		if at < 0 {
			at = len(imports)
		}
		sv.meet(&c.by[at], l.Was)
		sv.meet(&c.all, l.Was)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return c, nil
}

// settle says what the figures mean; imports that another file of the command takes the place of are spoken for.
func (c *comparison) settle(j *job, taken map[int64]bool) {
	n := c.lines()
	if n == 0 {
		return
	}
	for i := len(c.imports) - 1; i >= 0; i-- {
		if o := &c.by[i]; o.exact.n == n && o.lines == n {
			c.same = i
			return
		}
	}
	if c.all.exact.n == n && c.all.lines == n {
		c.whole = true
		return
	}
	for i := range c.imports {
		if c.by[i].lines > 0 && !taken[c.imports[i].Seq] && (c.named(j, i) || c.by[i].mostly(n) && 2*c.by[i].shared() > c.by[i].lines) {
			c.like = append(c.like, i)
		}
	}
	c.part = 2*c.all.shared() > n
	for i := range c.imports {
		c.part = c.part || 2*c.by[i].shared() > n
	}
}

// named reports that an import was of a file of this name, and of a sheet that is read now.
func (c *comparison) named(j *job, i int) bool {
	x := &c.imports[i]
	if j.src.Pasted || x.File != j.src.Name {
		return false
	}
	sheets := j.sheets()
	return len(x.Sheets) == 0 || len(sheets) == 0 || slices.ContainsFunc(sheets, func(s string) bool { return slices.Contains(x.Sheets, s) })
}

// sameFile finds the import of this very file, read as it is read now; nil where there is none.
func (j *job) sameFile(imports []store.Import) *store.Import {
	as := j.readAs()
	for i := len(imports) - 1; i >= 0; i-- {
		x := &imports[i]
		if x.Digest == j.src.Digest && x.Reading == as && strings.Join(x.Sheets, "\x00") == strings.Join(j.sheets(), "\x00") {
			return x
		}
	}
	return nil
}

// against counts the lines that two files of one import share.
func (s *survey) against(earlier *survey) overlap {
	o := earlier.overlap()
	o.lines = int64(len(earlier.exact))
	if slices.Equal(s.whole.columns, earlier.whole.columns) {
		for _, d := range s.exact {
			o.exact.meet(d)
		}
	}
	if s.core != nil && earlier.core != nil && slices.Equal(s.core.columns, earlier.core.columns) {
		for _, d := range s.alike {
			o.alike.meet(d)
		}
	}
	return o
}
