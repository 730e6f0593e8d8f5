package registry

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"yice/filing/submission"
	"yice/text"
)

// To hold all rows against the whole history takes longer than a question may. What an opening proved is therefore remembered, with
// whoever opened the registry and not in it: of every row of a tracked table what it must be, up to a line of the history. A registry
// that is opened to be asked walks on from that line, and every row that a question reads is held against what is remembered; so are how
// many there are, for one that was taken out is read by nobody. The lines before that one are not read again, nor rows that nobody asks
// for: whatever changes a registry, closes it, carries it out of it or checks it walks its whole history first.

// rowKey names a row: a digest of its subject.
type rowKey [16]byte

func keyOf(subject string) (k rowKey) {
	sum := sha256.Sum256([]byte(subject))
	copy(k[:], sum[:])
	return k
}

// seenRow is what a row must be, and in which questions it stands.
type seenRow struct {
	table        uint8 // its place among fixedTables
	uscc, period string
	content      [sha256.Size]byte
}

// seen is what was proved.
type seen struct {
	seq  int64
	hash string
	rows map[rowKey]seenRow
}

// scope says which rows of a table are meant: "" and 0 are all.
type scope struct {
	uscc, period string
	year         int
}

// scoped are the tables that a question reads a part of. Of all others it reads everything.
var scoped = []string{"submission", "arrival", "target", "handed"}

// whole are tracked tables that questions read, and read whole.
var wholeTables = []string{"roster", "key_register", "pack", "award", "adjustment"}

func (in scope) where() (string, []any) {
	var parts []string
	var args []any
	if in.uscc != "" {
		parts, args = append(parts, "uscc = ?"), append(args, in.uscc)
	}
	if in.year != 0 {
		parts, args = append(parts, "year = ?"), append(args, int64(in.year))
	}
	if in.period != "" {
		parts, args = append(parts, "period = ?"), append(args, in.period)
	}
	if len(parts) == 0 {
		return "", nil
	}
	return " WHERE " + strings.Join(parts, " AND "), args
}

// scopeOf is that of a period.
func scopeOf(period string) scope {
	p, _ := submission.ParsePeriod(period)
	return scope{period: period, year: p.Year}
}

// holds reports whether a row is one of those that are meant.
func (in scope) holds(row seenRow) bool {
	return (in.uscc == "" || row.uscc == in.uscc) && (in.period == "" || row.period == in.period) &&
		(in.year == 0 || strings.HasPrefix(row.period, strconv.Itoa(in.year)))
}

// seenOf is a row as it is remembered.
func (t *table) seenOf(at int, values []any) seenRow {
	row := seenRow{table: uint8(at), content: sha256.Sum256([]byte(t.said(values)))}
	if !slices.Contains(scoped, t.name) {
		return row
	}
	for i, c := range t.columns {
		switch {
		case c.name == "uscc":
			row.uscc = canonical(c.kind, values[i])
		case c.name == "period", c.name == "year" && row.period == "":
			row.period = canonical(c.kind, values[i])
		}
	}
	return row
}

// fits reports whether a row is what it must be, and not one that was met before.
func (s *seen) fits(t *table, values []any, met map[rowKey]bool) bool {
	key := keyOf(t.subject(values))
	row, known := s.rows[key]
	if !known || met[key] {
		return false
	}
	met[key] = true
	return row.content == sha256.Sum256([]byte(t.said(values)))
}

func (s *seen) count(at int, in scope) (n int) {
	for _, row := range s.rows {
		if int(row.table) == at && in.holds(row) {
			n++
		}
	}
	return n
}

// errDoubted ends the reading of rows that are not as they must be.
var errDoubted = errors.New("registry: a row is not as it must be")

// accounted visits the rows of a tracked table that are meant. In a registry that was opened to be asked each must be what the history
// says, and none may lack.
func (r *Registry) accounted(ctx context.Context, name string, in scope, order string, visit func(values []any) error) error {
	at := slices.IndexFunc(fixedTables, func(t table) bool { return t.name == name })
	of := &fixedTables[at]
	where, args := in.where()
	met := make(map[rowKey]bool)
	read := func() error {
		return r.s.rows(ctx, of, where+order, func(values []any) error {
			if r.seen != nil && !r.seen.fits(of, values, met) {
				return errDoubted
			}
			return visit(values)
		}, args...)
	}
	if r.seen != nil {
		// Before anything is visited: a row that lacks may be the one that mattered.
		n := 0
		if err := r.s.row(ctx, "SELECT COUNT(*) FROM "+quoted(name)+where, given(args), &n); err != nil {
			return cannotUse(err)
		}
		if n != r.seen.count(at, in) {
			return r.doubt(ctx)
		}
	}
	err := read()
	if errors.Is(err, errDoubted) {
		return r.doubt(ctx)
	}
	return cannotUse(err)
}

// doubt walks the whole history to say what is wrong. What is remembered may itself be wrong, by a fault of the disk: it is forgotten.
func (r *Registry) doubt(ctx context.Context) error {
	os.Remove(r.seenPath())
	err := r.proven(ctx)
	if err == nil {
		err = fault("registry.again", text.Cannot, text.RegistryAskAgain)
	}
	return err
}

// proven holds everything against the whole history, and remembers it.
func (r *Registry) proven(ctx context.Context) error {
	s, wrong, err := r.prove(ctx)
	if err == nil && len(wrong) > 0 {
		err = fault("registry.history", text.Findings, text.RegistryHistory.With(wrong[0], len(wrong)))
	}
	if err == nil {
		r.remember(s)
	}
	return err
}

// mostTail is how many lines of a history a question walks on; after more the whole is walked.
const mostTail = 1000

// recall gives what is remembered, brought up to the newest line; nil where nothing is, or where it is not of this history.
func (r *Registry) recall(ctx context.Context) (*seen, error) {
	s := r.remembered()
	if s == nil {
		return nil, nil
	}
	var lines int64
	var hash, newest string
	if err := r.s.row(ctx, "SELECT seq, hash FROM head", &lines, &newest); err != nil {
		return nil, cannotUse(err)
	}
	err := r.s.each(ctx, "SELECT hash FROM history WHERE seq = ?", []any{s.seq}, func(scan func(...any) error) error { return scan(&hash) })
	if err != nil || hash != s.hash || lines-s.seq > mostTail {
		return nil, cannotUse(err)
	}
	became := make(map[string][sha256.Size]byte)
	seq, last, broken, err := r.walk(ctx, s.seq, s.hash, became, func(subject string) { became[subject] = [sha256.Size]byte{} })
	if err != nil || len(broken) > 0 || seq != lines || last != newest {
		return nil, err
	}
	for subject, content := range became {
		if fits, err := s.takeIn(ctx, r, subject, content); err != nil || !fits {
			return nil, err
		}
	}
	if s.seq != seq {
		s.seq, s.hash = seq, last
		r.remember(s)
	}
	return s, nil
}

// takeIn takes in what a row became since; no content: it was taken out.
func (s *seen) takeIn(ctx context.Context, r *Registry, subject string, content [sha256.Size]byte) (fits bool, err error) {
	if content == ([sha256.Size]byte{}) {
		delete(s.rows, keyOf(subject))
		return true, nil
	}
	parts := strings.Split(subject, " ")
	at := slices.IndexFunc(fixedTables, func(t table) bool { return t.name == parts[0] && t.tracked })
	if at < 0 || len(parts) != 1+fixedTables[at].key {
		return false, nil
	}
	of := &fixedTables[at]
	key := make([]any, of.key)
	for i, part := range parts[1:] {
		key[i] = part
		if kind := of.columns[i].kind; kind == integer || kind == bigint {
			if key[i], err = strconv.ParseInt(part, 10, 64); err != nil {
				return false, nil
			}
		}
	}
	err = r.s.rows(ctx, of, " WHERE "+keyed(of), func(values []any) error {
		row := of.seenOf(at, values)
		fits = row.content == content && of.subject(values) == subject
		s.rows[keyOf(subject)] = row
		return nil
	}, key...)
	return fits, cannotUse(err)
}

// The file: a line of JSON, records of one length, and the digest of both.

const (
	seenRecord = 16 + sha256.Size + 1 + 4 + 4
	maxSeen    = 256 << 20
	seenKind   = "yice registry seen 1"
)

type seenHead struct {
	Kind     string   `json:"kind"`
	Registry string   `json:"registry"`
	Seq      int64    `json:"seq"`
	Hash     string   `json:"hash"`
	Rows     int      `json:"rows"`
	Words    []string `json:"words"` // codes and periods, to which records point
}

// seenPath is where what was proved of this registry is remembered; "": nowhere.
func (r *Registry) seenPath() string {
	if r.o.Data == "" {
		return ""
	}
	address := r.address
	if abs, err := filepath.Abs(address); err == nil && !IsAddress(address) {
		address = abs
	}
	return filepath.Join(r.o.Data, "registries-seen", digestOf([]byte(r.id + " " + address))[:32])
}

// remember puts down what was proved. That it cannot be is no fault: the next opening walks the whole history.
func (r *Registry) remember(s *seen) {
	path := r.seenPath()
	if path == "" || os.MkdirAll(filepath.Dir(path), 0o700) != nil {
		return
	}
	_ = writeWhole(path, s.bytes(r.id))
}

func (s *seen) bytes(id string) []byte {
	head := seenHead{Kind: seenKind, Registry: id, Seq: s.seq, Hash: s.hash, Rows: len(s.rows)}
	places := make(map[string]uint32)
	place := func(word string) uint32 {
		at, known := places[word]
		if !known {
			at = uint32(len(head.Words))
			places[word] = at
			head.Words = append(head.Words, word)
		}
		return at
	}
	keys := make([]rowKey, 0, len(s.rows))
	for key := range s.rows {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(a, b rowKey) int { return bytes.Compare(a[:], b[:]) })
	records := make([]byte, 0, len(keys)*seenRecord)
	for _, key := range keys {
		row := s.rows[key]
		records = append(append(records, key[:]...), row.content[:]...)
		records = append(records, row.table)
		records = binary.BigEndian.AppendUint32(records, place(row.uscc))
		records = binary.BigEndian.AppendUint32(records, place(row.period))
	}
	line, _ := json.Marshal(head) // of texts and numbers it never fails
	all := append(append(line, '\n'), records...)
	sum := sha256.Sum256(all)
	return append(all, sum[:]...)
}

// remembered reads it; nil where there is none, or it is not whole.
func (r *Registry) remembered() *seen {
	path := r.seenPath()
	if path == "" {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	all, err := io.ReadAll(io.LimitReader(f, maxSeen+1))
	if err != nil || len(all) > maxSeen {
		return nil
	}
	return seenFrom(all, r.id)
}

func seenFrom(all []byte, id string) *seen {
	if len(all) < sha256.Size {
		return nil
	}
	body, sum := all[:len(all)-sha256.Size], all[len(all)-sha256.Size:]
	if is := sha256.Sum256(body); !bytes.Equal(is[:], sum) {
		return nil
	}
	line, records, ok := bytes.Cut(body, []byte("\n"))
	var head seenHead
	if !ok || json.Unmarshal(line, &head) != nil || head.Kind != seenKind || head.Registry != id || head.Rows != len(records)/seenRecord || len(records)%seenRecord != 0 {
		return nil
	}
	s := &seen{seq: head.Seq, hash: head.Hash, rows: make(map[rowKey]seenRow, head.Rows)}
	for ; len(records) > 0; records = records[seenRecord:] {
		var key rowKey
		row := seenRow{table: records[16+sha256.Size]}
		copy(key[:], records)
		copy(row.content[:], records[16:])
		uscc, period := binary.BigEndian.Uint32(records[seenRecord-8:]), binary.BigEndian.Uint32(records[seenRecord-4:])
		if cmp.Compare(max(uscc, period), uint32(len(head.Words))) >= 0 {
			return nil
		}
		row.uscc, row.period = head.Words[uscc], head.Words[period]
		s.rows[key] = row
	}
	return s
}
