package store

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"

	"yice/book"
	"yice/form"
	"yice/scoring"
)

// A year whose figures end before December is opened with its ledger told apart by months, and so is the year before it: at a million
// lines that is a walk of a second or more at every start, for three quarters of every year. What came of it is therefore kept, as a
// setting, which has no history. It says after which entry of the history it was counted, and counts for nothing once another one may
// have moved it; its months must come to those that the cube keeps; and the long check counts it again, as it does the cube.

// keptMonths is what is kept of a ledger's months.
type keptMonths struct {
	Shape int           // monthsShape
	Seq   int64         // the last entry of the history
	Hash  string        // its link, so that it is the same history
	Month []monthlySums // January first
}

// monthlySums are the figures of a month that a cell moves; what is zero is left out.
type monthlySums struct {
	Lines                 int64            `json:",omitempty"`
	Expensed              int64            `json:",omitempty"`
	ExpensedGovernment    int64            `json:",omitempty"`
	ExpensedUnsourced     int64            `json:",omitempty"`
	Capitalised           int64            `json:",omitempty"`
	CapitalisedGovernment int64            `json:",omitempty"`
	UntreatedGovernment   int64            `json:",omitempty"`
	Original              int64            `json:",omitempty"`
	Untreated             scoring.Blank    `json:",omitzero"`
	Unsourced             scoring.Blank    `json:",omitzero"`
	Uncategorised         scoring.Blank    `json:",omitzero"`
	ByProject             map[string]int64 `json:",omitempty"`
	ByPlatform            map[string]int64 `json:",omitempty"`
	OwnByProject          map[string]int64 `json:",omitempty"`
}

const (
	// monthsShape changes with what is kept and how it is counted.
	monthsShape = 1
	// monthsKeptFrom is how many lines a ledger has before its months are worth keeping: fewer are counted in some hundredths of a second.
	monthsKeptFrom = 20_000
	// monthsLookedThrough is how many entries of the history an opening looks through for one that moved a line, before it keeps the months anew.
	monthsLookedThrough = 10_000
	// mostMonthsKept bounds what is read back, in bytes.
	mostMonthsKept = 16 << 20
	monthsPrefix   = "months/"
)

func monthsSetting(b Book) string { return fmt.Sprintf("%s%s/%d", monthsPrefix, b.USCC, b.Year) }

// told gives months as they are kept.
func told(m *scoring.Months) []monthlySums {
	out := make([]monthlySums, 12)
	for i := range out {
		r := &m[i+1]
		out[i] = monthlySums{
			r.Lines, r.Expensed, r.ExpensedGovernment, r.ExpensedUnsourced, r.Capitalised, r.CapitalisedGovernment, r.UntreatedGovernment, r.Original,
			r.Untreated, r.Unsourced, r.Uncategorised, without0(r.ByProject), without0(r.ByPlatform), without0(r.OwnByProject),
		}
	}
	return out
}

func without0(sums map[string]int64) map[string]int64 {
	out := make(map[string]int64, len(sums))
	for k, fen := range sums {
		if fen != 0 {
			out[k] = fen
		}
	}
	return out
}

// months gives what is kept as it is reckoned with; ok is false where it is none that a ledger may have.
func (k *keptMonths) months() (m *scoring.Months, ok bool) {
	if len(k.Month) != 12 {
		return nil, false
	}
	m = new(scoring.Months)
	for i := range k.Month {
		s := &k.Month[i]
		for _, n := range [...]int64{
			s.Expensed, s.ExpensedGovernment, s.ExpensedUnsourced, s.Capitalised, s.CapitalisedGovernment, s.UntreatedGovernment, s.Original,
			s.Untreated.Amount, s.Unsourced.Amount, s.Uncategorised.Amount,
		} {
			if beyondTotal(n) {
				return nil, false
			}
		}
		for _, sums := range [...]map[string]int64{s.ByProject, s.ByPlatform, s.OwnByProject} {
			for _, n := range sums {
				if beyondTotal(n) {
					return nil, false
				}
			}
		}
		m[i+1] = scoring.RD{
			Lines: s.Lines, Expensed: s.Expensed, ExpensedGovernment: s.ExpensedGovernment, ExpensedUnsourced: s.ExpensedUnsourced,
			Capitalised: s.Capitalised, CapitalisedGovernment: s.CapitalisedGovernment, UntreatedGovernment: s.UntreatedGovernment,
			Original: s.Original, Untreated: s.Untreated, Unsourced: s.Unsourced, Uncategorised: s.Uncategorised,
			ByProject: s.ByProject, ByPlatform: s.ByPlatform, OwnByProject: s.OwnByProject,
		}
	}
	return m, true
}

func beyondTotal(fen int64) bool { return fen > form.MaxTotal || fen < -form.MaxTotal }

// LedgerMonths gives a book's ledger told apart by months: as kept where that still holds, else counted, and then kept.
func (w *Workspace) LedgerMonths(ctx context.Context, b Book) (*scoring.Months, error) {
	var m *scoring.Months
	var since int64
	var last keptMonths
	err := w.reading(ctx, func(c *conn) (err error) {
		if last, err = c.lastEntry(); err == nil {
			m, since, err = w.monthsKept(c, b)
		}
		return err
	})
	switch {
	case err != nil:
		return nil, err
	case m != nil && last.Seq-since < monthsLookedThrough:
		return m, nil
	case m == nil:
		m = new(scoring.Months)
		if err := w.Months(ctx, b, func(c *book.MonthCell) { book.AddMonth(m, c) }); err != nil {
			return nil, err
		}
	}
	w.keepMonths(b, m, &last)
	return m, nil
}

// KeepMonths keeps a ledger's months as they were after an entry of the history, where what is kept holds no more, nor any line was moved
// since: the next opening need not count them.
func (w *Workspace) KeepMonths(b Book, m *scoring.Months, seq int64) {
	w.keepMonths(b, m, &keptMonths{Seq: seq})
}

// keepMonths keeps what was so at an entry of the history. What cannot be kept is counted again when it is asked for: nothing is lost by it.
func (w *Workspace) keepMonths(b Book, m *scoring.Months, at *keptMonths) {
	lines := int64(0)
	for i := range m {
		lines += m[i].Lines
	}
	if lines < monthsKeptFrom || w.readOnly {
		return
	}
	_ = w.aside(func(c *conn) error {
		last, err := c.lastEntry()
		if err != nil {
			return err
		}
		if at.Hash != "" && at.Hash != last.Hash {
			return nil // the history was put in the place of another between the two
		}
		if moved, err := w.linesMoved(c, b, at.Seq); err != nil || moved {
			return err
		}
		if kept, seq, err := w.monthsKept(c, b); err != nil || kept != nil && last.Seq-seq < monthsLookedThrough {
			return err
		}
		last.Shape, last.Month = monthsShape, told(m)
		value, err := json.Marshal(last)
		if err != nil || len(value) > mostMonthsKept {
			return err
		}
		_, err = c.exec("INSERT INTO setting(name, value) VALUES(?,?) ON CONFLICT DO UPDATE SET value=excluded.value", monthsSetting(b), string(value))
		return err
	})
}

// lastEntry is where the history stands.
func (c *conn) lastEntry() (at keptMonths, err error) {
	var hash []byte
	_, err = c.row("SELECT seq, hash FROM history ORDER BY seq DESC LIMIT 1", []any{&at.Seq, &hash})
	at.Hash = hex.EncodeToString(hash)
	return at, err
}

// monthsKept gives what is kept of a book's months where it still holds, else nil, and the entry of the history it was kept after.
func (w *Workspace) monthsKept(c *conn, b Book) (m *scoring.Months, seq int64, err error) {
	t := w.cubeLedger()
	if t == nil || t.missing || w.older {
		return nil, 0, nil
	}
	var value string
	ok, err := c.row("SELECT value FROM setting WHERE name=? AND length(value)<=?", []any{&value}, monthsSetting(b), int64(mostMonthsKept))
	if err != nil || !ok {
		return nil, 0, err
	}
	var k keptMonths
	if json.Unmarshal([]byte(value), &k) != nil || k.Shape != monthsShape {
		return nil, 0, nil
	}
	var hash []byte
	if ok, err = c.row("SELECT hash FROM history WHERE seq=?", []any{&hash}, k.Seq); err != nil || !ok || hex.EncodeToString(hash) != k.Hash {
		return nil, 0, err
	}
	if moved, err := w.linesMoved(c, b, k.Seq); err != nil || moved {
		return nil, 0, err
	}
	if m, ok = k.months(); ok {
		ok, err = c.sameMonths(b, m)
	}
	if err != nil || !ok {
		return nil, 0, err
	}
	return m, k.Seq, nil
}

// linesMoved reports whether anything was written since an entry of the history that may have moved a line of the ledger: of the ledger
// itself, or of a form that gives it its keys.
func (w *Workspace) linesMoved(c *conn, b Book, seq int64) (bool, error) {
	ledger := w.cubeLedger().form
	args, others := []any{seq, b.ID}, ""
	for _, f := range w.dict().forms {
		if f.ID != ledger.ID && !refersTo(ledger, f.ID) {
			args, others = append(args, f.ID), others+",?"
		}
	}
	n, err := c.number("SELECT count(*) FROM (SELECT 1 FROM history WHERE seq>? AND book=? AND form NOT IN ("+strings.TrimPrefix(others, ",")+") LIMIT 1)", args...)
	return n > 0, err
}

// refersTo reports whether a form has a field that names a row of another one.
func refersTo(f *form.Form, other string) bool {
	for i := range f.Fields {
		if f.Fields[i].Ref == other {
			return true
		}
	}
	return false
}

// sameMonths reports whether months come to those that the cube keeps, which triggers follow whoever writes.
func (c *conn) sameMonths(b Book, m *scoring.Months) (bool, error) {
	k, err := c.query(background, "SELECT month, amount, lines FROM cube_month WHERE book=? AND month BETWEEN 1 AND 12", b.ID)
	if err != nil {
		return false, err
	}
	defer k.close()
	var kept [13]cubeSum
	for k.next() {
		kept[k.int(0)] = cubeSum{k.int(1), k.int(2)}
	}
	for i := 1; i <= 12; i++ {
		if kept[i] != (cubeSum{m[i].Total(), m[i].Lines}) {
			return false, k.err
		}
	}
	return k.err == nil, k.err
}
