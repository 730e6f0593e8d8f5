package filing

import (
	"context"
	"iter"
	"slices"
	"strings"

	"yice/form"
	"yice/store"
	"yice/text"
)

// settleLedgers finds out, before anything is written, how the lines of every ledger file stand to those that are there
// and to one another.
func (b *batch) settleLedgers(ctx context.Context, ledgers []*job) error {
	for i, j := range ledgers {
		there, err := b.s.Workspace().Count(b.s.Book(), j.f)
		if err != nil {
			return err
		}
		alone := !slices.ContainsFunc(ledgers, func(o *job) bool { return o != j && o.f == j.f })
		if alone && there == 0 || j.mode == ModeAdd {
			continue // nothing to compare with, or nothing to ask
		}
		if err := b.settleLedger(ctx, j, ledgers[:i], there > 0); err != nil {
			return err
		}
	}
	return nil
}

func (b *batch) settleLedger(ctx context.Context, j *job, before []*job, there bool) error {
	if there {
		if once, err := b.onceMore(ctx, j); err != nil || once {
			return err
		}
	}
	var like *survey
	for _, e := range before {
		if e.f == j.f && e.beside != nil && e.beside.survey != nil {
			like = e.beside.survey
			break
		}
	}
	sv, err := j.surveyed(ctx, b.progress(), like)
	if err != nil {
		return err
	}
	j.beside = &comparison{survey: sv, same: -1}
	if there {
		if j.beside, err = j.compare(ctx, b.s, sv, b.o.Held); err != nil {
			return err
		}
		j.beside.settle(j, b.taken)
		if err := b.decide(ctx, j); err != nil {
			return err
		}
	}
	for _, e := range before {
		if e.f == j.f && e.beside != nil && e.beside.survey != nil && !e.out && !j.unchanged() {
			b.beside(j, e)
		}
	}
	return nil
}

// onceMore reports that a file is one that was imported, byte for byte, and read as it is now.
func (b *batch) onceMore(ctx context.Context, j *job) (bool, error) {
	imports, err := b.s.Workspace().Imports(b.s.Book(), j.f)
	if err != nil {
		return false, err
	}
	x := j.sameFile(imports)
	if x == nil {
		return false, nil
	}
	good := int64(0)
	err = j.each(ctx, b.progress(), func(l line) error {
		if l.refusal == nil {
			good++
		}
		return nil
	})
	if err != nil || good != x.Lines {
		return false, err
	}
	j.beside = &comparison{imports: []store.Import{*x}}
	j.say(text.FilingSameFile.With(when(x), by(x), harmless(x.File)))
	return true, nil
}

// by is who imported something.
func by(x *store.Import) text.Pair {
	if x.Who == "" {
		return text.FilingNobody
	}
	return text.Same(harmless(x.Who))
}

// when is the time of an import as people write it.
func when(x *store.Import) string { return x.At.Local().Format("2006-01-02 15:04") }

// decide settles what becomes of a file that was held against the ledger, or asks.
func (b *batch) decide(ctx context.Context, j *job) error {
	c := j.beside
	switch {
	case c.same >= 0:
		x := &c.imports[c.same]
		j.say(text.FilingSameFile.With(when(x), by(x), harmless(x.File)))
	case c.whole:
		j.say(text.FilingSameLedger.With(j.f.Title))
	case len(c.like) > 0 || c.part:
		if err := c.pair(ctx, b.s, j, b.taken); err != nil {
			return err
		}
		for _, i := range c.like {
			b.taken[c.imports[i].Seq] = true
		}
		if j.mode == ModeAsk {
			j.ask(c.question(j))
		}
	default:
		if c.all.exact.n > 0 {
			j.say(text.FilingEqualLines.With(c.all.exact.n, j.f.Title))
		}
	}
	return nil
}

// question puts into words what the file may be.
func (c *comparison) question(j *job) Question {
	same, changed, added := c.pairing.counts()
	if len(c.like) == 0 {
		return Question{Kind: AskThere, Say: text.FilingAskThere.With(j.src.Name, c.lines(), c.all.shared(), j.f.Title, c.sources(), added)}
	}
	return Question{
		Kind: AskMended,
		Say:  text.FilingAskMended.With(j.src.Name, c.imported(c.like), same, changed, added, len(c.pairing.gone)),
	}
}

// imported names imports: when, by whom, of which file.
func (c *comparison) imported(which []int) text.Pair {
	var zh, en []string
	for n, i := range which {
		if n == 3 {
			zh, en = append(zh, "…"), append(en, "…")
			break
		}
		x := &c.imports[i]
		said := text.FilingImported.With(when(x), by(x), harmless(x.File), x.Lines)
		zh, en = append(zh, said.ZH), append(en, said.EN)
	}
	return text.Pair{ZH: strings.Join(zh, "、"), EN: strings.Join(en, ", ")}
}

// sources says where lines that a file has again came from.
func (c *comparison) sources() text.Pair {
	var from []int
	for i := range c.imports {
		if c.by[i].shared() > 0 {
			from = append(from, i)
		}
	}
	said := c.imported(from)
	switch {
	case len(from) == 0:
		return text.FilingKeyed
	case c.by[len(c.imports)].shared() > 0:
		return text.Pair{ZH: said.ZH + "、" + text.FilingKeyed.ZH, EN: said.EN + ", " + text.FilingKeyed.EN}
	}
	return said
}

// beside settles two files of one command that hold lines in common.
func (b *batch) beside(j, earlier *job) {
	o := j.beside.survey.against(earlier.beside.survey)
	n := int64(len(j.beside.survey.exact))
	switch {
	case o.exact.n == n && o.exact.n == o.lines:
		j.beside = &comparison{} // the same lines: known by the other file
		j.say(text.FilingSameTwice.With(j.src.Name, earlier.src.Name))
	case o.mostly(n) && j.mode == ModeReplace:
		earlier.out = true
		earlier.say(text.FilingOutdone.With(earlier.src.Name, j.src.Name))
	case o.mostly(n):
		j.ask(Question{Kind: AskTwice, Say: text.FilingAskTwice.With(j.src.Name, earlier.src.Name, o.shared())})
	case o.exact.n > 0:
		j.say(text.FilingEqualBeside.With(j.src.Name, earlier.src.Name, o.exact.n))
	}
}

// unchanged reports that every line of a ledger's file is there.
func (j *job) unchanged() bool {
	c := j.beside
	return c != nil && (c.survey == nil || c.same >= 0 || c.whole)
}

// judgeLine says what becomes of the n-th good line of a ledger's file.
func (j *job) judgeLine(l line, n int) (fated, error) {
	switch {
	case j.unchanged():
		j.result.Unchanged++
		return fated{row: l.row, fate: Same, record: l.record, before: l.record}, nil
	case j.beside == nil || j.beside.pairing == nil:
		j.result.Added++
		return fated{row: l.row, fate: Add, record: l.record}, nil
	}
	p := j.beside.pairing
	if n >= len(p.to) {
		return fated{}, fault("filing.changed", text.Cannot, text.FilingChanged.With(j.src.Name))
	}
	switch to := p.to[n]; {
	case to == 0:
		j.result.Added++
		return fated{row: l.row, fate: Add, record: l.record}, nil
	case to > 0:
		j.result.Unchanged++
		return fated{row: l.row, fate: Same, record: l.record, before: l.record}, nil
	default:
		pair := p.pairs[p.old[-to-1].row]
		now, changed := j.mended(pair, l.record)
		if now == nil {
			j.result.Unchanged++
			return fated{row: l.row, fate: Same, record: l.record, before: l.record}, nil
		}
		j.result.Changed++
		j.noteChanges(lineKey(pair.Now), pair.Now, now, changed)
		return fated{row: l.row, fate: Change, record: now, before: pair.Now, changed: changed}, nil
	}
}

// lineKey is what people know a line of a ledger by.
func lineKey(r *form.Record) string {
	if r.Form.Field("voucher") != nil && r.Str("voucher") != "" {
		return harmless(r.Str("voucher"))
	}
	return shownKey(r)
}

// readLedger reads a ledger's file and says of every line what becomes of it; each hears of the good ones.
func (b *batch) readLedger(ctx context.Context, j *job, each func(l line, r fated, n int) error) error {
	n := 0
	err := j.each(ctx, b.progress(), func(l line) error {
		if l.refusal != nil {
			if b.watch != nil {
				b.watch(j, l.refused())
			}
			return nil
		}
		r, err := j.judgeLine(l, n)
		if err != nil {
			return err
		}
		if b.watch != nil {
			b.watch(j, r)
		}
		if each != nil && !b.doomed() {
			err = each(l, r, n)
		}
		n++
		return err
	})
	b.read += j.result.Read
	if p := j.pairing(); err == nil && p != nil {
		if n != len(p.to) {
			return fault("filing.changed", text.Cannot, text.FilingChanged.With(j.src.Name))
		}
		j.result.Removed = int64(len(p.gone))
	}
	return err
}

func (j *job) pairing() *pairing {
	if j.beside == nil || j.unchanged() {
		return nil
	}
	return j.beside.pairing
}

// writeLedger writes what a ledger's file brings, within the step: new lines as one bulk, then what changes and what goes,
// and which rows are the import's from now on.
func (b *batch) writeLedger(ctx context.Context, t *store.Tx, j *job, who string) error {
	rec := j.remembered(b.o.AcceptDifference)
	p := j.pairing()
	if p != nil {
		for _, i := range j.beside.like {
			rec.Replaces = append(rec.Replaces, j.beside.imports[i].Seq)
		}
	}
	var writes []store.Write
	bulk := store.Bulk{Label: j.label(), Who: who, File: j.src.Name, Digest: j.src.Digest}
	_, err := t.Bulk(ctx, j.f, bulk, b.lines(ctx, j, t.NextRow(j.f), &rec, &writes))
	if err != nil || j.unchanged() {
		return j.atRow(err)
	}
	if p != nil {
		for _, row := range p.gone {
			writes = append(writes, store.Write{Form: j.f, Row: row, Delete: true})
		}
	}
	if len(writes) > 0 {
		if _, err := t.Write(writes); err != nil {
			return err
		}
	}
	if rec.Lines == 0 && len(rec.Replaces) == 0 {
		return nil
	}
	return t.NoteImport(j.f, rec)
}

// lines gives a ledger file's new lines to the store, and notes every line's row; next is the id of the first new one.
func (b *batch) lines(ctx context.Context, j *job, next int64, rec *store.ImportRecord, writes *[]store.Write) iter.Seq2[*form.Record, error] {
	return func(yield func(*form.Record, error) bool) {
		stopped := false
		err := b.readLedger(ctx, j, func(l line, r fated, n int) error {
			if r.fate == Add {
				rec.Put(next, l.sheet, int64(l.row))
				next++
				j.at = l.row
				if stopped = !yield(r.record, nil); stopped {
					return errRefused
				}
				return nil
			}
			p := j.pairing()
			if p == nil {
				return nil
			}
			rec.Put(p.old[max(p.to[n], -p.to[n])-1].row, l.sheet, int64(l.row))
			if r.fate == Change {
				w := store.Write{Form: j.f, Row: r.before.ID}
				for _, pos := range r.changed {
					w.Cells = append(w.Cells, store.Cell{Field: pos, Value: r.record.Values[pos]})
				}
				*writes = append(*writes, w)
			}
			return nil
		})
		if err == nil && b.doomed() {
			err = errRefused
		}
		if err != nil && !stopped {
			yield(nil, err)
		}
	}
}
