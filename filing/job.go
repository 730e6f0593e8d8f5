package filing

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"yice/entry"
	"yice/filing/intake"
	"yice/filing/submission"
	"yice/form"
	"yice/store"
	"yice/text"
)

const (
	refusedListed = 10_000 // refusals kept; the count goes on
	changesListed = 1_000  // changes kept; the count goes on
	progressEvery = 8192
)

// job is the import of one source into one form.
type job struct {
	f      *form.Form
	src    *Source
	recipe *Recipe // asked for; nil: whatever fits
	uscc   string  // of the session's enterprise: its card may not name another
	result Result
	open   []Question // what the table itself leaves open, as it was read last

	rows   *standing       // of a register: shared with other files of the form
	beside *comparison     // of a ledger: how the file's lines stand to those that are there
	equal  map[int64]*held // of a form without keys: rows that are there as they stand in the file, by their number in it
	out    bool            // another file of the same command takes its place
	places []int           // field positions of the file's columns, in order
	at     int             // the row that was handed on last

	blankErases bool
	mode        ImportMode
	accepted    string // why totals may differ
	// seen, where set, hears of every row of the file, whatever it is; again, that they come from the beginning.
	seen  func(*intake.Line)
	again func()
}

// line is one row of a file: its place, and the record it makes or why it makes none. It holds while it is visited.
type line struct {
	sheet   int // position in job.sheets
	row     int
	record  *form.Record
	refusal *Refusal
	cells   [][]byte
}

// fated is a row of a file and what becomes of it.
type fated struct {
	row     int
	fate    Fate
	record  *form.Record // as it would be; nil when refused
	before  *form.Record
	changed []int
	refusal *Refusal
}

func newJob(b *batch, f *form.Form, src *Source) (*job, error) {
	o := b.o
	uscc, _, _ := b.s.Enterprise()
	j := &job{f: f, src: src, recipe: o.Recipe, uscc: uscc, blankErases: o.BlankErases, mode: o.Mode, accepted: o.AcceptDifference}
	if err := src.Adapt(adapted(b.s, f, o, b.names)); err != nil {
		return nil, err
	}
	if src.Form != f {
		return nil, fault("filing.changed", text.Cannot, text.FilingChanged.With(src.Name))
	}
	j.result = Result{Form: f, Files: []string{src.Name}, Encoding: src.Encoding, Recipe: src.Recipe.Name, Ignored: src.Ignored()}
	for _, id := range src.Fields() {
		j.places = append(j.places, f.Index(id))
	}
	slices.Sort(j.places)
	return j, nil
}

// byImport reports whether rows are known by the import that brought them.
func (j *job) byImport() bool { return j.f.Scope == form.Ledger }

// sheets names the sheets that are read.
func (j *job) sheets() []string {
	var names []string
	for _, s := range j.src.Taken() {
		if s.Name != "" {
			names = append(names, s.Name)
		}
	}
	return names
}

// readAs is the fingerprint of how the file is read: by which recipe, which column as which field and in which unit.
func (j *job) readAs() string {
	h := sha256.New()
	h.Write(j.src.Recipe.TOML())
	for _, s := range j.src.Taken() {
		for i, c := range s.Columns {
			fmt.Fprintf(h, "%d %s %s %d\n", i, c.Field, c.Part, c.Unit.Fen)
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// remembered is what the history says of the import, without its lines.
func (j *job) remembered(reason string) store.ImportRecord {
	return store.ImportRecord{File: j.src.Name, Digest: j.src.Digest, Sheets: j.sheets(), Recipe: j.src.Recipe.Name, Reading: j.readAs(), Reason: reason}
}

// begin forgets the counts of a reading before.
func (j *job) begin() {
	if j.again != nil {
		j.again()
	}
	r := &j.result
	r.Read, r.Added, r.Changed, r.Unchanged, r.Removed, r.Asides = 0, 0, 0, 0, 0, 0
	r.Refused, r.RefusedCount, r.Changes, r.ChangeCount = nil, 0, nil, 0
}

// each reads the source to its end; visit hears of every line. Counts of what was read go into the result, and what the
// table leaves open into j.open.
func (j *job) each(ctx context.Context, progress func(int64), visit func(line) error) error {
	j.begin()
	sheets := j.sheets()
	account, err := j.src.Each(ctx, func(at *intake.Line) error {
		if j.seen != nil {
			j.seen(at)
		}
		if at.Kind != intake.Detail {
			return nil
		}
		j.result.Read++
		if progress != nil && j.result.Read%progressEvery == 0 {
			progress(j.result.Read)
		}
		l := line{sheet: max(slices.Index(sheets, at.Sheet), 0), row: at.Row, cells: at.Cells, refusal: at.Refusal}
		if l.refusal != nil {
			j.refuse(&l)
			return visit(l)
		}
		for _, l.record = range at.Records {
			if l.refusal = j.otherEnterprise(l.record); l.refusal != nil {
				j.refuse(&l)
			}
			if err := visit(l); err != nil {
				return err
			}
		}
		return nil
	})
	if account != nil {
		j.result.Account, j.result.Asides = account, account.Asides()
		j.result.Sheets = slices.Clone(j.src.Sheets)
	}
	if err != nil {
		return err
	}
	j.open = nil
	for _, q := range account.Open(j.accepted) {
		j.open = append(j.open, Question{File: j.src.Name, Kind: AskTable, Say: q.Say, Table: &q})
	}
	if progress != nil {
		progress(j.result.Read)
	}
	return nil
}

func (j *job) otherEnterprise(rec *form.Record) *Refusal {
	if j.f.Scope != form.PerEnterprise || j.uscc == "" {
		return nil
	}
	if uscc := rec.Str("uscc"); uscc != "" && uscc != j.uscc {
		return &Refusal{Field: "uscc", Value: uscc, Reason: text.FilingOtherEnterprise.With(uscc, j.uscc)}
	}
	return nil
}

// refuse counts a row that cannot come in.
func (j *job) refuse(l *line) {
	l.refusal.File, l.refusal.Row = j.src.Name, l.row
	j.result.RefusedCount++
	if len(j.result.Refused) < refusedListed {
		l.refusal.Cells = cellsOf(l.cells)
		j.result.Refused = append(j.result.Refused, *l.refusal)
	}
}

func (l *line) refused() fated { return fated{row: l.row, fate: Refuse, refusal: l.refusal} }

// judge says what becomes of one row of a register or a single form.
func (j *job) judge(l line) fated {
	if l.refusal == nil && j.f.Single() && len(j.rows.held) > 0 && j.rows.held[0].matched == j {
		l.refusal = &Refusal{Reason: text.FilingOneRow.With(j.f.Title)}
		j.refuse(&l)
	}
	if l.refusal != nil {
		return l.refused()
	}
	h, perhaps := j.equal[j.result.Read], false
	if h == nil {
		h, perhaps = j.rows.find(l.record, j)
	}
	if h != nil && perhaps {
		switch j.mode {
		case ModeAdd:
			h = nil
		case ModeAsk:
			j.ask(Question{Kind: AskAlike, Say: j.rows.alikeSaid(l.row, l.record, h.now)})
		}
	}
	if h == nil {
		h = &held{now: l.record, matched: j, by: j}
		j.rows.add(h)
		j.result.Added++
		return fated{row: l.row, fate: Add, record: l.record}
	}
	return j.meet(h, l)
}

// meetEqual finds, before anything else, the rows that are there as the file has them: of two contracts that are alike,
// the one that was not changed is not taken for the other.
func (j *job) meetEqual(ctx context.Context) error {
	j.equal = make(map[int64]*held)
	return j.each(ctx, nil, func(l line) error {
		if l.refusal != nil {
			return nil
		}
		for _, h := range j.rows.keys[likeness(l.record)] {
			if h.matched != j && alike(l.record, h.now) && differs(l.record, h.now, true) == 0 {
				h.matched, j.equal[j.result.Read] = j, h
				break
			}
		}
		return nil
	})
}

// meet brings a row that is there to what the file says of it. A blank cell says nothing, unless blanks erase.
func (j *job) meet(h *held, l line) fated {
	h.matched = j
	before := h.now
	var changed []int
	for _, pos := range j.places {
		v := l.record.Values[pos]
		if v.Empty() && !j.blankErases {
			continue
		}
		if before.Values[pos] != v || before.Raw[pos] != "" {
			changed = append(changed, pos)
		}
	}
	if len(changed) == 0 {
		j.result.Unchanged++
		return fated{row: l.row, fate: Same, record: before, before: before}
	}
	now := before.Clone()
	for _, pos := range changed {
		now.Values[pos] = l.record.Values[pos]
		delete(now.Raw, pos)
		j.contradict(h, pos, l.record)
	}
	if back := now.Unbind(before); len(back) > 0 {
		for _, pos := range back {
			if !slices.Contains(changed, pos) {
				changed = append(changed, pos)
			}
		}
		j.say(text.FilingUnboundRow.With(j.f.Title, shownKey(before)))
	}
	j.rows.become(h, now)
	if h.orig == nil {
		j.result.Unchanged++ // an earlier file of the same import brought it: it counts there
	} else {
		j.result.Changed++
	}
	j.noteChanges(shownKey(before), before, now, changed)
	return fated{row: l.row, fate: Change, record: now, before: before, changed: changed}
}

// contradict says that two files of one import hold different things of one row.
func (j *job) contradict(h *held, pos int, now *form.Record) {
	by := h.set[pos]
	if by == nil {
		by = h.by
	}
	if h.set == nil {
		h.set = make(map[int]*job)
	}
	h.set[pos] = j
	was := cellOf(h.now, pos)
	if by == nil || by == j || was == "" {
		return
	}
	j.say(text.FilingContradicts.With(j.f.Title, shownKey(h.now), j.f.Fields[pos].Title, by.src.Name, was, j.src.Name, cellOf(now, pos)))
}

// saidListed is how many remarks on one file are kept.
const saidListed = 200

func (j *job) say(p text.Pair) {
	if len(j.result.Said) < saidListed {
		j.result.Said = append(j.result.Said, p)
	}
}

// outside says which months of a ledger's file are of another year: its lines come in, and count in no figure of this one.
func (j *job) outside(year int) text.Pair {
	a := j.result.Account
	if j.f.Scope != form.Ledger || a == nil {
		return text.Pair{}
	}
	var months []string
	sum := int64(0)
	for _, month := range slices.Sorted(maps.Keys(a.ByMonth)) {
		if len(month) == 7 && month[:4] != strconv.Itoa(year) {
			months = append(months, month)
			sum = form.Plus(sum, a.ByMonth[month])
		}
	}
	if len(months) == 0 {
		return text.Pair{}
	}
	return text.FilingOutsideYear.With(j.src.Name, months[0], months[len(months)-1], Yuan(sum), year)
}

// askedListed is how many questions of one file are kept.
const askedListed = 200

func (j *job) ask(q Question) {
	q.File = j.src.Name
	if j.result.AskedCount++; len(j.result.Asked) < askedListed {
		j.result.Asked = append(j.result.Asked, q)
	}
}

// noteChanges keeps what becomes of the cells of one row, old and new.
func (j *job) noteChanges(key string, before, now *form.Record, changed []int) {
	for _, pos := range changed {
		if j.result.ChangeCount++; len(j.result.Changes) < changesListed {
			c := CellChange{Form: j.f.ID, Key: key, Field: j.f.Fields[pos].ID, Old: cellOf(before, pos), New: submission.CellOf(now, pos)}
			j.result.Changes = append(j.result.Changes, c)
		}
	}
}

// label names the step of undo.
func (j *job) label() text.Pair { return text.FilingImportLabel.With(j.f.Title, j.src.Name) }

// operator is who the history names.
func operator(s *entry.Session, who string) string {
	if who != "" {
		return who
	}
	who, err := s.Workspace().Setting("operator")
	if err != nil {
		return ""
	}
	return who
}
