package filing

import (
	"context"
	"slices"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
)

// A mended file takes the place of what it brought before. Lines that are the same keep their rows, with their evidence
// and what was changed by hand; a line that changed is known by where it stands, between two that did not, and is changed
// in its row; what the file no longer has goes, what is new comes.

// pairing says which line of a file stands for which line that is there.
type pairing struct {
	old []oldLine
	// to is the place in old of each line of the file, counted from 1; negative: that line changed; 0: the line is new.
	to    []int32
	gone  []int64 // rows that the file no longer has
	pairs map[int64]store.Line
}

// oldLine is a line that the file may have again.
type oldLine struct {
	exact, core digest
	parts       uint64
	row         int64
	live, used  bool
}

// replacedAtMost is how many lines a replacement changes and removes one by one; a file that differs in more is better
// undone whole.
const replacedAtMost = 100_000

// pair finds for the lines of a file those that they take the place of.
func (c *comparison) pair(ctx context.Context, s *entry.Session, j *job, taken map[int64]bool) error {
	p := &pairing{to: make([]int32, len(c.survey.exact)), pairs: make(map[int64]store.Line)}
	if err := c.collect(ctx, s, j, p, taken); err != nil {
		return err
	}
	p.alignExact(c.survey.exact)
	if len(c.like) > 0 {
		p.alignChanged(c.survey)
		for i := range p.old {
			if o := &p.old[i]; o.live && !o.used {
				p.gone = append(p.gone, o.row)
			}
		}
	}
	changed := make(map[int64]bool)
	for _, to := range p.to {
		if to < 0 {
			changed[p.old[-to-1].row] = true
		}
	}
	if len(p.gone)+len(changed) > replacedAtMost {
		return fault("filing.replace-many", text.Cannot, text.FilingReplaceMany.With(replacedAtMost))
	}
	c.pairing = p
	if len(changed) == 0 {
		return nil
	}
	return s.Workspace().Lines(ctx, s.Book(), j.f, c.imports, func(l store.Line) error {
		if l.Now != nil && changed[l.Now.ID] {
			p.pairs[l.Now.ID] = l
		}
		return nil
	})
}

// collect lists the lines of the imports that the file is like, in the order of their files; where it is like none, those
// lines that it has again, wherever they came from.
func (c *comparison) collect(ctx context.Context, s *entry.Session, j *job, p *pairing, taken map[int64]bool) error {
	first := make(map[int]int64) // place of the first line of an import
	total := int64(0)
	for _, i := range c.like {
		first[i] = total
		total += c.imports[i].Lines
	}
	p.old = make([]oldLine, total)
	err := s.Workspace().Lines(ctx, s.Book(), j.f, c.imports, func(l store.Line) error {
		o := oldLine{exact: c.survey.whole.digest(l.Was), live: l.Now != nil}
		if l.Now != nil {
			o.row = l.Now.ID
		} else {
			o.row = l.Was.ID
		}
		at, like := first[l.Import]
		switch {
		case like:
			if c.survey.core != nil {
				o.core, o.parts = c.survey.core.digest(l.Was), c.survey.partsOf(l.Was)
			}
			p.old[at+l.At] = o
		case l.Import >= 0 && taken[c.imports[l.Import].Seq]:
		case len(c.like) == 0 && o.live:
			if _, again := slices.BinarySearchFunc(c.survey.wholes.keys, o.exact, compareDigests); again {
				p.old = append(p.old, o)
			}
		}
		return nil
	})
	// A line that a later import has claimed, or that came and went before it was remembered, is no longer this one's.
	p.old = slices.DeleteFunc(p.old, func(o oldLine) bool { return o.row == 0 })
	return err
}

func (p *pairing) match(line, old int, changed bool) {
	p.to[line] = int32(old + 1)
	if changed {
		p.to[line] = -p.to[line]
	}
	p.old[old].used = true
}

// alignExact pairs equal lines: from both ends as far as they follow one another, and between in the order they come.
func (p *pairing) alignExact(lines []digest) {
	from, end, oldEnd := 0, len(lines), len(p.old)
	for from < min(end, oldEnd) && lines[from] == p.old[from].exact {
		p.match(from, from, false)
		from++
	}
	for end > from && oldEnd > from && lines[end-1] == p.old[oldEnd-1].exact {
		end--
		oldEnd--
		p.match(end, oldEnd, false)
	}
	if from == end || from == oldEnd {
		return
	}
	at := make(map[digest][]int32, oldEnd-from)
	for i := from; i < oldEnd; i++ {
		at[p.old[i].exact] = append(at[p.old[i].exact], int32(i))
	}
	for i := from; i < end; i++ {
		if have := at[lines[i]]; len(have) > 0 {
			p.match(i, int(have[0]), false)
			at[lines[i]] = have[1:]
		}
	}
}

// alignChanged pairs lines that stand between the same two equal ones: first those that agree in date, voucher and amount,
// then those that agree in two of them, then, where as many are left on either side, in their order, those that agree in one.
func (p *pairing) alignChanged(s *survey) {
	after := 0 // where in old the equal line before ends
	for i := 0; i < len(p.to); {
		if to := p.to[i]; to != 0 {
			after = max(int(to), -int(to))
			i++
			continue
		}
		end := i
		for end < len(p.to) && p.to[end] == 0 {
			end++
		}
		var left []int
		for o := after; o < len(p.old) && !p.old[o].used; o++ {
			if p.old[o].live {
				left = append(left, o)
			}
		}
		p.between(s, i, end, left)
		i = end
	}
}

func (p *pairing) between(s *survey, from, end int, old []int) {
	if len(s.alike) > 0 {
		at := make(map[digest][]int, len(old))
		for _, o := range old {
			at[p.old[o].core] = append(at[p.old[o].core], o)
		}
		for i := from; i < end; i++ {
			if have := at[s.alike[i]]; len(have) > 0 {
				p.match(i, have[0], true)
				at[s.alike[i]] = have[1:]
			}
		}
	}
	left := func() (lines []int) {
		old = slices.DeleteFunc(old, func(o int) bool { return p.old[o].used })
		for i := from; i < end; i++ {
			if p.to[i] == 0 {
				lines = append(lines, i)
			}
		}
		return lines
	}
	lines := left()
	if len(s.parts) > 0 && len(lines)*len(old) <= mostTried {
		for _, line := range lines {
			i := slices.IndexFunc(old, func(o int) bool { return !p.old[o].used && inCommon(s.parts[line], p.old[o].parts) > 1 })
			if i >= 0 {
				p.match(line, old[i], true)
			}
		}
		lines = left()
	}
	if len(lines) != len(old) {
		return
	}
	for i, line := range lines {
		if len(s.parts) == 0 || inCommon(s.parts[line], p.old[old[i]].parts) > 0 {
			p.match(line, old[i], true)
		}
	}
}

// mostTried bounds how many pairs of lines between two equal ones are tried.
const mostTried = 1 << 20

// counts are what a replacement does to the lines that are there.
func (p *pairing) counts() (same, changed, added int64) {
	for _, to := range p.to {
		switch {
		case to > 0:
			same++
		case to < 0:
			changed++
		default:
			added++
		}
	}
	return same, changed, added
}

// mended is a line as a mended file wants it. What the file changed is changed; what it says as before stays as it is now,
// although somebody changed it by hand meanwhile. A blank takes away only what an earlier state of the file had brought.
func (j *job) mended(l store.Line, file *form.Record) (now *form.Record, changed []int) {
	for _, pos := range j.places {
		was, is, says := l.Was.Values[pos], l.Now.Values[pos], file.Values[pos]
		if says == was && l.Was.Raw[pos] == "" || says == is && l.Now.Raw[pos] == "" {
			continue
		}
		if says.Empty() && !j.blankErases && is != was {
			continue
		}
		if now == nil {
			now = l.Now.Clone()
		}
		now.Values[pos] = says
		delete(now.Raw, pos)
		changed = append(changed, pos)
	}
	return now, changed
}
