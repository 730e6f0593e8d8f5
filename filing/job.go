package filing

import (
	"context"
	"errors"
	"io"
	"strings"

	"yice/entry"
	"yice/form"
	"yice/text"
)

const (
	refusedListed = 10_000 // refusals kept; the count goes on
	progressEvery = 8192
)

// job is the import of one source into one form.
type job struct {
	f       *form.Form
	src     *Source
	mapping Mapping
	reading *reading
	result  Result

	rows   *standing   // of a register: shared with other files of the form
	lines  *contents   // of a form matched by content: what is there, by the columns of this file
	heirs  []*contents // those of later files, which see what this one brings
	places []int       // field positions of the file's columns
	at     int         // the row that was handed on last
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

func newJob(s *entry.Session, f *form.Form, src *Source, m Mapping) (*job, error) {
	if len(m.Columns) == 0 {
		m = Match(s.Workspace(), f, src)
	}
	uscc, _, _ := s.Enterprise()
	r, err := newReading(f, src, m, uscc)
	if err != nil {
		return nil, err
	}
	j := &job{f: f, src: src, mapping: m, reading: r}
	j.result = Result{Form: f, Files: []string{src.Name}, Encoding: src.Encoding}
	for i := range r.columns {
		j.places = append(j.places, r.columns[i].pos)
	}
	for i, c := range m.Columns {
		if c.Field == "" && strings.TrimSpace(src.Headers[i].Text) != "" {
			j.result.Ignored = append(j.result.Ignored, src.Headers[i].Text)
		}
	}
	return j, nil
}

// byContent reports whether rows are matched by their content.
func (j *job) byContent() bool { return !j.f.Keyed() && !j.f.Single() }

// settle reads what references may be called by, before the first row.
func (j *job) settle(names func(formID string) map[string]string) {
	for i := range j.reading.columns {
		if c := &j.reading.columns[i]; c.field.Kind == form.Ref {
			c.names = names(c.field.Ref)
		}
	}
}

// each reads the source to its end; visit hears of every row. Counts go into the result.
func (j *job) each(ctx context.Context, progress func(int64), visit func(fated) error) error {
	rows, err := j.src.body()
	if err != nil {
		return err
	}
	defer rows.Close()
	width := len(j.src.Headers)
	for begun := false; ; {
		cells, row, err := rows.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		if blank(cells) {
			continue
		}
		if aside(cells) || !begun && columnNumbers(cells) {
			j.result.Asides++
			continue
		}
		begun = true
		j.result.Read++
		if j.result.Read%progressEvery == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
			if progress != nil {
				progress(j.result.Read)
			}
		}
		if err := visit(j.judge(cells, row, width)); err != nil {
			return err
		}
	}
	if progress != nil {
		progress(j.result.Read)
	}
	return nil
}

// judge says what becomes of one row.
func (j *job) judge(cells [][]byte, row, width int) fated {
	record, refusal := j.reading.record(cells, width)
	if refusal == nil && j.f.Single() {
		if len(j.rows.held) > 0 && j.rows.held[0].matched == j {
			refusal = &Refusal{Reason: text.FilingOneRow.With(j.f.Title)}
		}
	}
	if refusal != nil {
		refusal.File, refusal.Row = j.src.Name, row
		j.result.RefusedCount++
		if len(j.result.Refused) < refusedListed {
			refusal.Cells = texts(cells)
			j.result.Refused = append(j.result.Refused, *refusal)
		}
		return fated{row: row, fate: Refuse, refusal: refusal}
	}
	if j.byContent() {
		return j.judgeContent(record, row)
	}
	return j.judgeKeyed(record, row)
}

func (j *job) judgeContent(record *form.Record, row int) fated {
	if j.lines.take(record) {
		j.result.Unchanged++
		return fated{row: row, fate: Same, record: record, before: record}
	}
	for _, h := range j.heirs {
		h.put(record)
	}
	j.result.Added++
	return fated{row: row, fate: Add, record: record}
}

func (j *job) judgeKeyed(record *form.Record, row int) fated {
	h := j.rows.find(record, j)
	if h == nil {
		h = &held{now: record, matched: j}
		j.rows.add(h)
		j.result.Added++
		return fated{row: row, fate: Add, record: record}
	}
	h.matched = j
	before := h.now
	var changed []int
	for _, pos := range j.places {
		if before.Values[pos] != record.Values[pos] || before.Raw[pos] != "" {
			changed = append(changed, pos)
		}
	}
	if len(changed) == 0 {
		j.result.Unchanged++
		return fated{row: row, fate: Same, record: before, before: before}
	}
	now := before.Clone()
	for _, pos := range changed {
		now.Values[pos] = record.Values[pos]
		delete(now.Raw, pos)
	}
	j.rows.become(h, now)
	if h.orig == nil {
		j.result.Unchanged++ // an earlier file of the same import brought it: it counts there
	} else {
		j.result.Changed++
	}
	return fated{row: row, fate: Change, record: now, before: before, changed: changed}
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
