package store

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"hash/maphash"
	"strings"

	"yice/form"
	"yice/seal"
	"yice/text"
)

// maxFindings bounds what a check reports: who reads the first thousand knows enough.
const maxFindings = 1000

var errEnough = errors.New("store: enough findings")

// Witness is what somebody else keeps of a history at a moment: a submission, a receipt, a backup.
type Witness struct {
	Name text.Pair // as a finding calls it
	Head string    // hash of the newest entry, in hex; "": not said
	Log  seal.Log  // size 0: not said

	backup bool // compared by itself: see compareBackups
}

// Verified says what a check of the history found.
type Verified struct {
	Findings []form.Finding
	Log      seal.Log // of the entries as they are
	// Vouched is for each witness how many entries, from the first, are those that it saw; 0: none.
	Vouched []int64
}

// VerifyHistory walks the chain and compares rows with what it recorded, and names each row that was changed behind the
// program's back, and each backup that knows a history this one has lost. It reads everything: seconds for a million rows.
func (w *Workspace) VerifyHistory(ctx context.Context) ([]form.Finding, error) {
	v, err := w.VerifyAgainst(ctx, nil)
	return v.Findings, err
}

// VerifyAgainst is VerifyHistory that holds the history against what others saw of it besides. A chain that was made anew
// from its first entry on is whole in itself; only they know better.
func (w *Workspace) VerifyAgainst(ctx context.Context, witnesses []Witness) (Verified, error) {
	v := newVerifier(w, ctx, witnesses)
	err := w.apart(ctx, func(c *conn) error {
		v.c = c
		err := v.run()
		if errors.Is(err, errEnough) {
			return nil
		}
		return err
	})
	return Verified{v.found, v.tree.Log(), v.vouched[:len(witnesses)]}, err
}

func newVerifier(w *Workspace, ctx context.Context, witnesses []Witness) *verifier {
	return &verifier{
		w: w, ctx: ctx, seed: maphash.MakeSeed(), cells: map[cellAt]was{}, edited: map[rowKey]bool{}, rows: map[rowKey]rowWas{},
		locked: map[int64]bool{}, notes: map[noteAt]string{}, watched: newWatched(witnesses),
	}
}

// verifier plays the history over in memory. Of each cell it keeps a hash and where it was recorded, not the text.
type verifier struct {
	w     *Workspace
	ctx   context.Context
	c     *conn
	seed  maphash.Seed
	found []form.Finding
	tree  seal.Tree
	watched
	each func(*table, *stored) // where set, is given every row that is compared, as the file has it

	cells  map[cellAt]was
	edited map[rowKey]bool // rows that have any of them
	rows   map[rowKey]rowWas
	bulks  []bulkWas
	locked map[int64]bool
	notes  map[noteAt]string
}

type cellAt struct {
	rowKey
	field string
}

// was is what a cell was last recorded to hold, where, and what it held when its row came with a bulk.
type was struct {
	hash  uint64
	seq   int64
	first string
}

type rowWas struct {
	book int64
	live bool
	made bool // by an entry of its own, not by a bulk
}

type bulkWas struct {
	bulkRecord
	form string
	book int64
	seq  int64
	live bool
}

type noteAt struct {
	book     int64
	kind, id string
}

func (v *verifier) run() error {
	backups, err := v.backups()
	if err != nil {
		return err
	}
	if err := v.walk(); err != nil {
		return err
	}
	if err := v.compareWitnesses(); err != nil {
		return err
	}
	for _, f := range v.w.dict().forms {
		if t := v.w.dict().tables[f.ID]; !t.missing {
			if err := v.compare(t); err != nil {
				return err
			}
		}
	}
	if err := v.compareLocks(); err != nil {
		return err
	}
	if err := v.compareNotes(); err != nil {
		return err
	}
	return v.compareBackups(backups)
}

func (v *verifier) report(check string, f form.Finding) error {
	f.Check, f.Severity = check, form.Must
	v.found = append(v.found, f)
	if len(v.found) >= maxFindings {
		return errEnough
	}
	return nil
}

// sumOf is the hash of a recorded cell; of a reference only the identity counts, for its key may be renamed.
func (v *verifier) sumOf(encoded string) uint64 {
	if strings.HasPrefix(encoded, "k") {
		encoded, _, _ = strings.Cut(encoded, " ")
	}
	return maphash.String(v.seed, encoded)
}

// walk checks the chain and plays every entry over.
func (v *verifier) walk() error {
	k, err := v.c.query(v.ctx, "SELECT h.seq, h.step, h.at, h.who, h.kind, h.book, h.form, h.row, h.key, h.field, h.old, h.new, h.hash,"+
		" ifnull(s.label_zh,''), ifnull(s.label_en,'') FROM history h LEFT JOIN step s ON s.id=h.step ORDER BY h.seq")
	if err != nil {
		return err
	}
	defer k.close()
	next, head := int64(1), []byte(nil)
	for k.next() {
		seq := k.int(0)
		if seq%256 == 0 && v.ctx.Err() != nil {
			return v.ctx.Err()
		}
		if seq != next {
			if err := v.report("store.history", form.Finding{Message: text.StoreFindGap.With(seq)}); err != nil {
				return err
			}
		} else if !bytes.Equal(link(head, linkAt(k)), k.blob(12)) {
			if err := v.report("store.history", form.Finding{Form: k.text(6), Row: k.int(7), Key: k.text(8), Field: k.text(9), Message: text.StoreFindChain.With(seq)}); err != nil {
				return err
			}
		}
		next, head = seq+1, clone(k.blob(12))
		v.tree.Append(head)
		v.watch(head, v.tree.Size(), v.tree.Log)
		if err := v.play(k); err != nil {
			return err
		}
	}
	return k.err
}

// linkAt reads what the hash of an entry covers.
func linkAt(k *cursor) linkOf {
	return linkOf{
		k.int(0), k.int(1), k.int(2), k.int(5), k.int(7),
		[...]string{k.text(3), k.text(4), k.text(13), k.text(14), k.text(6), k.text(8), k.text(9), k.text(10), k.text(11)},
	}
}

func (v *verifier) play(k *cursor) error {
	seq, kind, book := k.int(0), k.text(4), k.int(5)
	at := rowKey{k.text(6), k.int(7)}
	field, old, now := k.text(9), k.text(10), k.text(11)
	switch {
	case kind == kindLock:
		v.locked[book] = now != ""
	case kind == kindNote:
		if field != "" {
			v.notes[noteAt{book, field, k.text(8)}] = now
		}
	case at.form == "" || kind == kindImport: // an import is in its rows
	case bulkEntry(old) || bulkEntry(now):
		v.playBulk(at.form, book, seq, kind, old, now)
	case field == "":
		return v.playRow(at, book, seq, old, now)
	default:
		v.playCell(cellAt{at, field}, seq, old, now)
	}
	return nil
}

func (v *verifier) playCell(at cellAt, seq int64, old, now string) {
	c, ok := v.cells[at]
	if !ok {
		c.first = old
	}
	c.hash, c.seq = v.sumOf(now), seq
	v.cells[at], v.edited[at.rowKey] = c, true
}

func (v *verifier) playRow(at rowKey, book, seq int64, old, now string) error {
	r, known := v.rows[at]
	r.book, r.live = book, now != ""
	if !known && now != "" {
		r.made = true
		cells, err := decodeRow(now)
		if err != nil {
			return v.report("store.history", form.Finding{Form: at.form, Row: at.row, Message: text.StoreFindChain.With(seq)})
		}
		for field, encoded := range cells {
			v.cells[cellAt{at, field}] = was{hash: v.sumOf(encoded), seq: seq}
		}
	}
	v.rows[at] = r
	return nil
}

func (v *verifier) playBulk(form string, book, seq int64, kind, old, now string) {
	b := bulkWas{form: form, book: book, seq: seq, live: now != ""}
	if json.Unmarshal([]byte(old+now), &b.bulkRecord) != nil {
		return // the chain has said so
	}
	if kind == kindBulk {
		v.bulks = append(v.bulks, b)
		return
	}
	for i := range v.bulks {
		if x := &v.bulks[i]; x.form == form && x.First == b.First {
			x.live = b.live
		}
	}
}
