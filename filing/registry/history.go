package registry

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"yice/filing/registry/spelling"
	"yice/seal"
	"yice/text"
)

// The history: a line for every row of a tracked table as it became, with who, when and why, each bearing the hash of the one
// before. It says what must stand in those tables, so that a row that was edited, added or taken out by other means shows; and
// a submission's row bears the digest of all that was loaded with it.
//
// Who can write the file can write a whole history anew. Its newest hash is therefore printed with every result: whoever has a
// print has the proof.

// tx is a transaction that writes. It has the registry for itself: the row of `head` is locked by it.
type tx struct {
	*session
	at     string // the moment of all that is done in it
	tables []table
	who    string
	seq    int64
	hash   string
	moved  bool
	fresh  bool // the registry is being made
	// single are periods of which nothing is put down about double claims, as was seen in this transaction.
	single map[string]bool
}

// write runs a change in one transaction, or leaves everything as it was.
func (r *Registry) write(ctx context.Context, do func(*tx) error) error {
	if err := r.mayChange(ctx); err != nil {
		return err
	}
	return r.inTurn(ctx, turn, do)
}

// inTurn runs a change in one transaction that has the registry for itself, where the turn is of a format.
func (r *Registry) inTurn(ctx context.Context, of string, do func(*tx) error) (err error) {
	t := &tx{session: r.s, at: moment(r.o.now()), tables: r.tables, who: r.o.Who, single: make(map[string]bool)}
	if _, err := t.conn.ExecContext(ctx, r.engine.begin()); err != nil {
		return cannotUse(err)
	}
	defer func() {
		if err != nil {
			_, _ = t.conn.ExecContext(context.WithoutCancel(ctx), "ROLLBACK")
			err = cannotUse(err)
		}
	}()
	if there, err := r.engine.begun(ctx, t.session); err != nil {
		return err
	} else if there {
		// Whoever holds this row has the turn; another loader waits here. It is called by the format, so that a program which does not know
		// that the registry was brought up meanwhile finds no turn, and changes nothing.
		if err := t.exec(ctx, "UPDATE head SET seq = seq WHERE one = ?", of); err != nil {
			return err
		}
		if err := t.row(ctx, "SELECT seq, hash FROM head WHERE one = ?", given{of}, &t.seq, &t.hash); err != nil {
			return moved(err)
		}
	}
	if err := do(t); err != nil {
		return err
	}
	if t.moved {
		if err := t.exec(ctx, "UPDATE head SET seq = ?, hash = ?", t.seq, t.hash); err != nil {
			return err
		}
	}
	_, err = t.conn.ExecContext(ctx, "COMMIT")
	return err
}

// turn is the name of the row of `head`: the format.
const turn = format

// moved says that there is no turn for this format any more.
func moved(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return fault("registry.newer", text.Cannot, text.RegistryMoved)
	}
	return err
}

// insert puts one row into a table.
func (t *tx) insert(ctx context.Context, name string, values ...any) error {
	of := tableNamed(name)
	return t.again(ctx, "INSERT INTO "+quoted(name)+" ("+quotedList(of.names())+") VALUES ("+places(len(of.columns))+")", values...)
}

// remove takes the row of a key out, where there is one.
func (t *tx) remove(ctx context.Context, name string, key ...any) error {
	of := tableNamed(name)
	return t.again(ctx, "DELETE FROM "+quoted(name)+" WHERE "+keyed(of), key...)
}

func keyed(of *table) string {
	var parts []string
	for _, c := range of.columns[:of.key] {
		parts = append(parts, quoted(c.name)+" = ?")
	}
	return strings.Join(parts, " AND ")
}

// put writes a row of a tracked table, in the place of the one with its key, and its line of the history.
func (t *tx) put(ctx context.Context, what, why, name string, values ...any) error {
	of := tableNamed(name)
	if err := t.undouble(ctx, of, values); err != nil {
		return err
	}
	if err := t.remove(ctx, name, values[:of.key]...); err != nil {
		return err
	}
	if err := t.insert(ctx, name, values...); err != nil {
		return err
	}
	return t.note(ctx, what, why, of.subject(values), of.said(values))
}

// drop takes a row of a tracked table out, and says so in the history.
func (t *tx) drop(ctx context.Context, what, why, name string, key ...any) error {
	if err := t.undouble(ctx, tableNamed(name), key); err != nil {
		return err
	}
	if err := t.remove(ctx, name, key...); err != nil {
		return err
	}
	return t.note(ctx, what, why, tableNamed(name).subject(key), "")
}

// note writes a line of the history.
func (t *tx) note(ctx context.Context, what, why, subject, content string) error {
	line := historyLine{Seq: t.seq + 1, At: t.at, Who: t.who, What: what, Why: why, Subject: subject, Content: content, Prev: t.hash}
	line.Hash = line.hash()
	t.seq, t.hash, t.moved = line.Seq, line.Hash, true
	return t.insert(ctx, "history", line.Seq, line.At, line.Who, line.What, line.Why, line.Subject, line.Content, line.Prev, line.Hash)
}

// historyLine is one line of the history.
type historyLine struct {
	Seq                int64
	At, Who, What, Why string
	Subject, Content   string
	Prev, Hash         string
}

func (l historyLine) hash() string {
	sum := seal.SM3([]byte(spelling.Texts([]string{strconv.FormatInt(l.Seq, 10), l.At, l.Who, l.What, l.Why, l.Subject, l.Content, l.Prev})))
	return hex.EncodeToString(sum[:])
}

// subject names a row by its table and key.
func (t *table) subject(values []any) string {
	parts := []string{t.name}
	for i := range t.key {
		parts = append(parts, canonical(t.columns[i].kind, values[i]))
	}
	return strings.Join(parts, " ")
}

// said is a row as the history tells it: of a submission, whose row is long, the digest. What a later format brought stands behind it by name, where
// there is something, so that a row of before is what it was.
func (t *table) said(values []any) string {
	texts := make([]string, t.own)
	for i, c := range t.columns[:t.own] {
		texts[i] = canonical(c.kind, values[i])
	}
	for _, i := range t.brought {
		if s := canonical(t.columns[i].kind, values[i]); s != "" {
			texts = append(texts, t.columns[i].name, s)
		}
	}
	if t.name != "submission" {
		return spelling.Texts(texts)
	}
	sum := sha256.Sum256([]byte(spelling.Texts(texts)))
	return hex.EncodeToString(sum[:])
}

// canonical is a value as text, the same whichever database it lay in.
func canonical(kind string, v any) string {
	if p, ok := v.(*any); ok {
		v = *p
	}
	switch x := v.(type) {
	case nil:
		return ""
	case []byte:
		v = string(x)
	}
	switch kind {
	case numeric:
		return spelling.Figure(v)
	case timestamp:
		var s stamp
		_ = s.Scan(v)
		return string(s)
	}
	switch x := v.(type) {
	case string:
		return x
	case int64:
		return strconv.FormatInt(x, 10)
	}
	return fmt.Sprint(v)
}

// walk walks the lines of the history behind one that is known, notes the digest of what each subject became, or that it is gone,
// and gives the last line with sentences about what is wrong with the chain.
func (r *Registry) walk(ctx context.Context, seq int64, prev string, must map[string][sha256.Size]byte, gone func(subject string)) (int64, string, []text.Pair, error) {
	var wrong []text.Pair
	const lines = "SELECT seq, at, who, what, why, subject, content, prev, hash FROM history WHERE seq > ? ORDER BY seq"
	err := r.s.each(ctx, lines, []any{seq}, func(scan func(...any) error) error {
		var l historyLine
		var at stamp
		var texts [7]sql.NullString
		if err := scan(&l.Seq, &at, &texts[0], &texts[1], &texts[2], &texts[3], &texts[4], &texts[5], &texts[6]); err != nil {
			return err
		}
		l.At, l.Who, l.What, l.Why = string(at), texts[0].String, texts[1].String, texts[2].String
		l.Subject, l.Content, l.Prev, l.Hash = texts[3].String, texts[4].String, texts[5].String, texts[6].String
		if l.Seq != seq+1 || l.Prev != prev || l.Hash != l.hash() {
			wrong = append(wrong, text.RegistryChainBroken.With(l.Seq))
		}
		prev, seq = l.Hash, l.Seq
		if l.Content == "" {
			gone(l.Subject)
		} else {
			must[l.Subject] = sha256.Sum256([]byte(l.Content))
		}
		return nil
	})
	return seq, prev, wrong, cannotUse(err)
}

// chain walks the whole history and gives what each subject's row must be, with the sentences about what is wrong with the chain.
func (r *Registry) chain(ctx context.Context) (s *seen, must map[string][sha256.Size]byte, wrong []text.Pair, err error) {
	must = make(map[string][sha256.Size]byte)
	seq, prev, wrong, err := r.walk(ctx, 0, "", must, func(subject string) { delete(must, subject) })
	if err != nil {
		return nil, nil, nil, err
	}
	var at int64
	var hash string
	if err := r.s.row(ctx, "SELECT seq, hash FROM head", &at, &hash); err != nil && !errors.Is(err, sql.ErrNoRows) {
		return nil, nil, nil, cannotUse(err)
	}
	if at != seq || hash != prev {
		wrong = append(wrong, text.RegistryChainHead)
	}
	return &seen{seq: seq, hash: prev, rows: make(map[rowKey]seenRow, len(must))}, must, wrong, nil
}

// mostUnaccounted bounds what is told of a registry in which everything was edited.
const mostUnaccounted = 50

// Unaccounted names what the history does not account for: a broken chain, a row that is not as it became, one too many, one
// too few. Empty where all is as it should be.
func (r *Registry) Unaccounted(ctx context.Context) ([]text.Pair, error) {
	_, wrong, err := r.prove(ctx)
	return wrong, err
}

// prove holds every row of a tracked table against the whole history.
func (r *Registry) prove(ctx context.Context) (*seen, []text.Pair, error) {
	s, must, wrong, err := r.chain(ctx)
	if err != nil {
		return nil, nil, err
	}
	for at := range fixedTables {
		of := r.stands(&fixedTables[at])
		if !of.tracked || len(of.columns) == 0 {
			continue
		}
		err := r.s.rows(ctx, of, "", func(values []any) error {
			subject := of.subject(values)
			row := of.seenOf(at, values)
			switch content, known := must[subject]; {
			case !known:
				wrong = append(wrong, text.RegistryRowStrange.With(text.Harmless(subject)))
			case content != row.content:
				wrong = append(wrong, text.RegistryRowEdited.With(text.Harmless(subject)))
			default:
				s.rows[keyOf(subject)] = row
			}
			delete(must, subject)
			return nil
		})
		if err != nil {
			return nil, nil, cannotUse(err)
		}
	}
	var gone []string
	for subject := range must {
		gone = append(gone, subject)
	}
	slices.Sort(gone)
	for _, subject := range gone[:min(len(gone), mostUnaccounted)] {
		wrong = append(wrong, text.RegistryRowGone.With(text.Harmless(subject)))
	}
	return s, wrong[:min(len(wrong), mostUnaccounted)], nil
}

// rows visits the rows of a table as they lie there; where is a condition, with arguments.
func (s *session) rows(ctx context.Context, of *table, where string, visit func([]any) error, args ...any) error {
	query := "SELECT " + quotedList(of.names()) + " FROM " + quoted(of.name) + where
	values, into := make([]any, len(of.columns)), make([]any, len(of.columns))
	for i := range values {
		into[i] = &values[i]
	}
	return s.each(ctx, query, args, func(scan func(...any) error) error {
		if err := scan(into...); err != nil {
			return err
		}
		return visit(values)
	})
}

// Head is the newest hash of the history, and how many lines it has.
type Head struct {
	Lines int64
	Hash  string
}

// Head gives the head of the history, which goes to print.
func (r *Registry) Head(ctx context.Context) (h Head, err error) {
	err = r.s.row(ctx, "SELECT seq, hash FROM head", &h.Lines, &h.Hash)
	return h, cannotUse(err)
}

// Event is a line of the history for people.
type Event struct {
	Seq                     int64
	At                      time.Time
	Who, What, Why, Subject string
}
