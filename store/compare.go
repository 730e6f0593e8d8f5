package store

import (
	"bytes"
	"encoding/hex"
	"slices"

	"yice/form"
	"yice/seal"
	"yice/text"
)

// compare holds the rows of a form, removed ones too, against what was played.
func (v *verifier) compare(t *table) error {
	var bulks []*bulkWas
	for i := range v.bulks {
		if v.bulks[i].form == t.form.ID {
			bulks = append(bulks, &v.bulks[i])
		}
	}
	slices.SortFunc(bulks, func(a, b *bulkWas) int { return int(a.First - b.First) })
	raw, err := t.unread(v.ctx, v.c)
	if err != nil {
		return err
	}
	k, err := v.c.query(v.ctx, "SELECT "+t.list+" FROM "+t.name+" ORDER BY _row")
	if err != nil {
		return err
	}
	defer k.close()
	p := printReader{v: v}
	next := int64(1)
	for n := 0; k.next(); n++ {
		if n%256 == 0 && v.ctx.Err() != nil {
			return v.ctx.Err()
		}
		book := k.int(2)
		name, err := v.w.names(v.c, max(book, -book))
		if err != nil {
			return err
		}
		s := t.read(k, name)
		if v.each != nil {
			v.each(t, s)
		}
		raw.into(t, s.rec)
		if bulks, err = v.lost(t, bulks, next, s.rec.ID); err != nil {
			return err
		}
		next = s.rec.ID + 1
		if len(bulks) > 0 && bulks[0].First <= s.rec.ID {
			err = v.bulkRow(t, s, bulks[0], &p)
		} else {
			err = v.ownRow(t, s)
		}
		if err != nil {
			return err
		}
	}
	if k.err != nil {
		return k.err
	}
	if _, err = v.lost(t, bulks, next, 1<<62); err != nil {
		return err
	}
	return v.lostRows(t)
}

// lost reports rows of bulks that are missing between the last row read and this one, and drops the bulks that are past.
func (v *verifier) lost(t *table, bulks []*bulkWas, from, to int64) ([]*bulkWas, error) {
	for len(bulks) > 0 && bulks[0].First < to {
		b := bulks[0]
		for row := max(from, b.First); row < min(to, b.Last+1); row++ {
			if err := v.report("store.changed", v.about(t, row, "", text.StoreFindLost)); err != nil {
				return nil, err
			}
		}
		if b.Last >= to {
			break
		}
		bulks = bulks[1:]
	}
	return bulks, nil
}

// lostRows reports rows with entries of their own that are not in the table any more.
func (v *verifier) lostRows(t *table) error {
	var lost []int64
	for at, r := range v.rows {
		if at.form != t.form.ID || !r.made {
			continue
		}
		n, err := v.c.number("SELECT count(*) FROM "+t.name+" WHERE _row=?", at.row)
		if err != nil {
			return err
		}
		if n == 0 {
			lost = append(lost, at.row)
		}
	}
	slices.Sort(lost)
	for _, row := range lost {
		if err := v.report("store.changed", v.about(t, row, "", text.StoreFindLost)); err != nil {
			return err
		}
	}
	return nil
}

// about names a row in a sentence that takes the form's title and the row.
func (v *verifier) about(t *table, row int64, key string, say text.Pair) form.Finding {
	return form.Finding{Form: t.form.ID, Row: row, Key: key, Message: say.With(t.form.Title, rowWords(row, key))}
}

func rowWords(row int64, key string) text.Pair {
	if key != "" {
		return text.StoreRowKey.With(key)
	}
	return text.StoreRowNumber.With(row)
}

// ownRow compares a row that was made by hand, cell by cell.
func (v *verifier) ownRow(t *table, s *stored) error {
	r, ok := v.rows[rowKey{t.form.ID, s.rec.ID}]
	if !ok || !r.made || r.book != max(s.book, -s.book) || r.live != (s.book > 0) {
		say := text.StoreFindExtra
		if ok && r.live && s.book < 0 {
			say = text.StoreFindLost
		}
		return v.report("store.changed", v.about(t, s.rec.ID, s.rec.Key(), say))
	}
	if err := v.keyOf(t, s); err != nil {
		return err
	}
	empty := v.sumOf("")
	for i := range t.form.Fields {
		f := &t.form.Fields[i]
		want, ok := v.cells[cellAt{rowKey{t.form.ID, s.rec.ID}, f.ID}]
		if !ok {
			want.hash = empty
		}
		if now := t.cell(s, i).encode(); v.sumOf(now) != want.hash {
			if err := v.cellChanged(t, s, f, want.seq, now); err != nil {
				return err
			}
		}
	}
	return nil
}

// cellChanged names one cell, with what was recorded.
func (v *verifier) cellChanged(t *table, s *stored, f *form.Field, seq int64, now string) error {
	var field, recorded string
	if seq > 0 {
		if _, err := v.c.row("SELECT field, new FROM history WHERE seq=?", []any{&field, &recorded}, seq); err != nil {
			return err
		}
		if field == "" {
			cells, err := decodeRow(recorded)
			if err != nil {
				return err
			}
			recorded = cells[f.ID]
		}
	}
	return v.report("store.changed", form.Finding{
		Form: t.form.ID, Row: s.rec.ID, Key: s.rec.Key(), Field: f.ID,
		Message: text.StoreFindCell.With(t.form.Title, rowWords(s.rec.ID, s.rec.Key()), f.Title, show(f, recorded), show(f, now)),
	})
}

// keyOf compares a row's key with the one its identity bears: whoever changes that moves references.
func (v *verifier) keyOf(t *table, s *stored) error {
	key := s.rec.Key()
	if s.ident == 0 || s.book < 0 || key == "" {
		return nil
	}
	ids, err := v.w.identities(v.c, s.book)
	if err != nil {
		return err
	}
	if i := ids.get(s.ident); i == nil || i.key != key {
		return v.report("store.changed", v.about(t, s.rec.ID, key, text.StoreFindIdent))
	}
	return nil
}

// bulkRow compares a row of a bulk: as it came by its fingerprint, what was changed since by the entries.
func (v *verifier) bulkRow(t *table, s *stored, b *bulkWas, p *printReader) error {
	at := rowKey{t.form.ID, s.rec.ID}
	live := b.live
	if r, ok := v.rows[at]; ok && !r.live {
		live = false
	}
	if b.book != max(s.book, -s.book) || live != (s.book > 0) {
		say := text.StoreFindExtra
		if live {
			say = text.StoreFindLost
		}
		return v.report("store.changed", v.about(t, s.rec.ID, s.rec.Key(), say))
	}
	if err := v.keyOf(t, s); err != nil {
		return err
	}
	came := s
	for i := range t.form.Fields {
		if !v.edited[at] {
			break
		}
		f := &t.form.Fields[i]
		c, ok := v.cells[cellAt{at, f.ID}]
		if !ok {
			continue
		}
		if now := t.cell(s, i).encode(); v.sumOf(now) != c.hash {
			if err := v.cellChanged(t, s, f, c.seq, now); err != nil {
				return err
			}
		}
		if came == s {
			came = &stored{rec: s.rec.Clone(), refs: slices.Clone(s.refs), book: s.book, ord: s.ord, ident: s.ident}
		}
		first, err := decode(c.first)
		if err != nil {
			return v.report("store.history", form.Finding{Message: text.StoreFindChain.With(c.seq)})
		}
		t.put(came, i, first)
	}
	sum, err := p.sum(t, b, s.rec.ID)
	if err != nil {
		return err
	}
	p.buf = t.canonical(p.buf[:0], came)
	if now := seal.SM3(p.buf); !bytes.Equal(now[:sumBytes], sum) {
		return v.report("store.changed", v.about(t, s.rec.ID, s.rec.Key(), text.StoreFindRow))
	}
	return nil
}

// printReader reads the fingerprints of bulks chunk by chunk, and checks them against the history first.
type printReader struct {
	v     *verifier
	bulk  *bulkWas
	chunk int64
	sums  []byte
	buf   []byte
}

func (p *printReader) sum(t *table, b *bulkWas, row int64) ([]byte, error) {
	n := row - b.First
	if p.bulk != b {
		if err := p.begin(t, b); err != nil {
			return nil, err
		}
	}
	if chunk := n / chunkRows; chunk != p.chunk {
		p.chunk, p.sums = chunk, nil
		if _, err := p.v.c.row("SELECT sums FROM fingerprint WHERE seq=? AND chunk=?", []any{&p.sums}, b.seq, chunk); err != nil {
			return nil, err
		}
	}
	at := int(n % chunkRows * sumBytes)
	if at+sumBytes > len(p.sums) {
		return nil, nil
	}
	return p.sums[at : at+sumBytes], nil
}

func (p *printReader) begin(t *table, b *bulkWas) error {
	p.bulk, p.chunk = b, -1
	h := seal.NewSM3()
	k, err := p.v.c.query(p.v.ctx, "SELECT sums FROM fingerprint WHERE seq=? ORDER BY chunk", b.seq)
	if err != nil {
		return err
	}
	defer k.close()
	for k.next() {
		h.Write(k.blob(0))
	}
	if k.err != nil {
		return k.err
	}
	if hex.EncodeToString(h.Sum(nil)) != b.Content {
		return p.v.report("store.history", form.Finding{Form: t.form.ID, Message: text.StoreFindBatch.With(t.form.Title, b.seq)})
	}
	return nil
}

func (v *verifier) compareLocks() error {
	k, err := v.c.query(v.ctx, "SELECT id, uscc, year, locked FROM book ORDER BY id")
	if err != nil {
		return err
	}
	defer k.close()
	for k.next() {
		if (k.int(3) != 0) != v.locked[k.int(0)] {
			if err := v.report("store.changed", form.Finding{Message: text.StoreFindLocked.With(k.text(1), k.int(2))}); err != nil {
				return err
			}
		}
	}
	return k.err
}

func (v *verifier) compareNotes() error {
	k, err := v.c.query(v.ctx, "SELECT book, kind, id, text FROM note WHERE kind<>? ORDER BY book, kind, id", draftNote)
	if err != nil {
		return err
	}
	defer k.close()
	bad := func(at noteAt) error {
		return v.report("store.changed", form.Finding{Key: at.id, Message: text.StoreFindNote.With(at.kind, at.id)})
	}
	for k.next() {
		at := noteAt{k.int(0), k.text(1), k.text(2)}
		if v.notes[at] != k.text(3) {
			if err := bad(at); err != nil {
				return err
			}
		}
		delete(v.notes, at)
	}
	if k.err != nil {
		return k.err
	}
	for at, s := range v.notes {
		if s != "" {
			if err := bad(at); err != nil {
				return err
			}
		}
	}
	return nil
}
