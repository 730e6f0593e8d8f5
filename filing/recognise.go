package filing

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"yice/entry"
	"yice/filing/claims"
	"yice/filing/submission"
	"yice/form"
	"yice/scoring"
	"yice/store"
	"yice/text"
)

// noteRecognition is the kind of note that remembers a file of recognitions, by its digest.
const noteRecognition = "recognition"

// recognitionEntry is the document of a signed file of recognitions: a table with these columns, a row a decision.
const recognitionEntry = "recognition.csv"

var recognitionColumns = []string{"uscc", "year", "form", "key", "recognition", "recognised_by", "recognised_doc", "recognised_on"}

// boundColumns say what a row was when it was decided on: a decision on another level, authority or kind is none on this row. A
// table without them, or with nothing in them, binds to the key alone.
var boundColumns = []string{"level", "authority", "kind"}

// reasonColumn, where a table has it, says why nothing was recognised, or what is asked.
const reasonColumn = submission.ReasonColumn

// mostDecisions is how many rows a file may have.
const mostDecisions = 100_000

// RecogniseOptions of taking recognitions in.
type RecogniseOptions struct {
	Trust    string // folder of registered keys, of which one for 认定 must have signed; "": a signature must be right, whoever made it
	Unsigned bool   // take a file without a signature, and a plain CSV
	DryRun   bool
}

// RecogniseBy gives the options of somebody at a desk: where keys are trusted, an unsigned file is not taken at all.
func RecogniseBy(trust string) RecogniseOptions {
	return RecogniseOptions{Trust: trust, Unsigned: trust == ""}
}

// Recognised says what a file of recognitions did, or would do.
type Recognised struct {
	Result
	Year int
	// Others are decisions about other enterprises and years, which are left alone.
	Others int64
	Signer string // "" where it was unsigned
	// Notes say what the signature, or the table, does not prove.
	Notes []text.Pair
	// Decisions are those of this enterprise and year, as they stand in the file.
	Decisions []Decision
	// Moves are the lines of the score that moved.
	Moves []scoring.Change
}

// Decision is one recognition: 已认定 or 不予认定 (or back to 待认定), with its document.
type Decision struct {
	Form, Key, Title     string
	Was, Is, By, Doc, On string
	Reason               string // why not, or what is asked
	Changes              bool
	row                  int64
	record               *form.Record
	cells                [4]form.Value
}

// Recognise takes the regulator's recognitions in and applies them to the rows they name, as one step of undo. Decisions on
// rows that are not there are refused, the others are applied. Taking the same file in again changes nothing.
func Recognise(ctx context.Context, s *entry.Session, path string, o RecogniseOptions) (Recognised, error) {
	signed, err := o.read(path)
	if err != nil {
		return Recognised{}, err
	}
	content, signer := signed.Content, signed.signer
	out := Recognised{Signer: signer, Notes: signed.notes, Year: s.Year(), Result: Result{Form: form.ByID("project"), Files: []string{shownName(path)}, Encoding: UTF8}}
	if err := out.decide(ctx, s, shownName(path), content); err != nil {
		return out, err
	}
	if o.DryRun || out.Read == 0 {
		return out, nil
	}
	if s.Locked() && out.Changed > 0 {
		uscc, _, _ := s.Enterprise()
		return Recognised{}, fault("filing.locked", text.Cannot, text.FilingRecogniseLocked.With(uscc, s.Year()))
	}
	var edits []entry.Edit
	for _, d := range out.Decisions {
		if d.Changes {
			edits = append(edits, d.edits()...)
		}
	}
	if len(edits) > 0 {
		done, err := s.Apply(text.FilingRecogniseLabel.With(out.Changed, shownName(path)), edits)
		if err != nil {
			return Recognised{}, err
		}
		out.Moves = done.Changes
	}
	out.Written = true
	if err := remember(s, path, content, signer); err != nil || signer == "" {
		return out, err
	}
	return out, out.keepDecided(s, content)
}

// keepDecided keeps which rows a signed file decided on, as they are now: what it does not cover is self-declared.
func (out *Recognised) keepDecided(s *entry.Session, content []byte) error {
	var rows []entry.Covering
	for _, d := range out.Decisions {
		r, err := s.Record(form.ByID(d.Form), d.row)
		if err != nil {
			return err
		}
		if r != nil {
			rows = append(rows, entry.CoveringOf(r))
		}
	}
	sum := sha256.Sum256(content)
	return s.KeepDecided(hex.EncodeToString(sum[:8]), rows)
}

// remember notes that a file was taken in; the same file a second time is no news.
func remember(s *entry.Session, path string, content []byte, signer string) error {
	sum := sha256.Sum256(content)
	note := store.Note{
		Kind: noteRecognition, ID: hex.EncodeToString(sum[:8]), Who: operator(s, ""),
		Text: strings.TrimSpace(shownName(path) + " " + signer),
	}
	notes, err := s.Workspace().Notes(s.Book(), noteRecognition)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(notes, func(n store.Note) bool { return n.ID == note.ID }) {
		return nil
	}
	return s.Workspace().PutNote(s.Book(), note)
}

// read gives the table and who signed it.
func (o RecogniseOptions) read(path string) (signedFile, error) {
	if strings.EqualFold(filepath.Ext(path), ".csv") {
		if !o.Unsigned {
			return signedFile{}, fault("filing.unsigned", text.Findings, text.FilingSignedNot.With(shownName(path)))
		}
		content, err := readPlain(path, maxSigned)
		if err == nil {
			content, err = unmarked(content)
		}
		return signedFile{Signed: submission.Signed{Content: content}}, err
	}
	signed, err := readSigned(path, recognitionEntry)
	if err != nil {
		return signed, err
	}
	if signed.Signer == nil && o.Unsigned {
		return signed, nil
	}
	if signed.Signer == nil {
		return signed, fault("filing.unsigned", text.Findings, text.FilingSignedNot.With(shownName(path)))
	}
	return signed, signed.judge(path, recognitionEntry, o.Trust)
}

// decide reads the table against the rows of the session.
func (out *Recognised) decide(ctx context.Context, s *entry.Session, file string, content []byte) error {
	uscc, _, _ := s.Enterprise()
	tables := make(map[string]*standing)
	of := make(map[*form.Record]int) // the decision on a row: a later one in the file counts
	return eachDecision(ctx, content, func(cells []string, row int) error {
		if cells[0] != uscc || cells[1] != strconv.Itoa(s.Year()) {
			out.Others++
			return nil
		}
		out.Read++
		d, field, reason := decision(s, tables, cells)
		if !reason.Empty() {
			out.RefusedCount++
			if len(out.Refused) < refusedListed {
				value := ""
				if i := slices.Index(recognitionColumns, field); i >= 0 {
					value = harmless(cells[i])
				}
				out.Refused = append(out.Refused, Refusal{File: file, Row: row, Field: field, Value: value, Reason: reason, Cells: cells})
			}
			return nil
		}
		if _, twice := of[d.record]; twice {
			out.RefusedCount++
			out.Refused = append(out.Refused, Refusal{File: file, Row: row, Field: "key", Value: harmless(cells[3]), Reason: text.FilingRecogniseTwice, Cells: cells})
			return nil
		}
		of[d.record] = len(out.Decisions)
		if unbound(d.record.Form, cells) != "" && !slices.Contains(out.Notes, text.FilingRecogniseUnbound) {
			out.Notes = append(out.Notes, text.FilingRecogniseUnbound)
		}
		if d.Changes {
			out.Changed++
		} else {
			out.Unchanged++
		}
		out.Decisions = append(out.Decisions, d)
		return nil
	})
}

// eachDecision visits the rows of a table of recognitions; it must have the columns, in any order.
func eachDecision(ctx context.Context, content []byte, visit func(cells []string, row int) error) error {
	rows := newCSVRows(bytes.NewReader(content), ',')
	head, _, err := rows.next()
	if err != nil {
		return fault("filing.recognition-header", text.Findings, text.FilingRecogniseHeader.With(strings.Join(recognitionColumns, ", ")))
	}
	more := append(slices.Clip(boundColumns), reasonColumn)
	at := make([]int, len(recognitionColumns)+len(more))
	names := cellsOf(head)
	for i, id := range recognitionColumns {
		if at[i] = slices.Index(names, id); at[i] < 0 {
			return fault("filing.recognition-header", text.Findings, text.FilingRecogniseHeader.With(strings.Join(recognitionColumns, ", ")))
		}
	}
	for i, id := range more {
		at[len(recognitionColumns)+i] = slices.Index(names, id)
	}
	for n := 0; ; n++ {
		cells, row, err := rows.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if n == mostDecisions {
			return fault("filing.recognition-many", text.Findings, text.FilingVerifyRows.With(recognitionEntry, mostDecisions))
		}
		if blank(cells) {
			continue
		}
		picked := make([]string, len(at))
		for i, c := range at {
			if c >= 0 && c < len(cells) {
				picked[i] = strings.TrimSpace(strings.ToValidUTF8(string(cells[c]), "\uFFFD"))
			}
		}
		if err := visit(picked, row); err != nil {
			return err
		}
	}
}

// decision reads one row; reason says why it cannot be applied, field where.
func decision(s *entry.Session, tables map[string]*standing, cells []string) (d Decision, field string, reason text.Pair) {
	f, field, reason := decisionForm(cells)
	if !reason.Empty() {
		return d, field, reason
	}
	var values [4]form.Value
	for i, id := range recognitionColumns[4:] {
		v, err := f.Field(id).Parse(cells[4+i], form.Yuan)
		if err != nil {
			var parse *form.ParseError
			if errors.As(err, &parse) {
				return d, id, parse.Say
			}
			return d, id, text.Same(err.Error())
		}
		values[i] = v
	}
	if id := undocumented(values); id != "" {
		return d, id, text.FilingRecogniseDocument
	}
	if tables[f.ID] == nil {
		tables[f.ID] = newStanding(f, s.Records(f))
	}
	r := findNamed(tables[f.ID], cells[3])
	if r == nil {
		return d, "key", text.FilingRecogniseNoRow.With(f.Title, harmless(cells[3]))
	}
	if id, now := unlike(r, cells); id != "" {
		return d, id, text.FilingRecogniseBound.With(harmless(cells[3]), f.Field(id).Title, now)
	}
	d = Decision{
		Form: f.ID, Key: harmless(cells[3]), Title: harmless(claims.TitleOf(r)), Was: r.Str("recognition"), Is: values[0].Str(),
		By: harmless(values[1].Str()), Doc: harmless(values[2].Str()), On: values[3].Str(),
		Reason: harmless(cells[len(cells)-1]), row: r.ID, record: r, cells: values,
	}
	for i, id := range recognitionColumns[4:] {
		at := f.Index(id)
		d.Changes = d.Changes || r.Values[at] != values[i] || r.Raw[at] != ""
	}
	return d, "", text.Pair{}
}

// unlike names the field in which a row is no longer what was decided on, and what it holds now.
func unlike(r *form.Record, cells []string) (field, now string) {
	for i, id := range boundColumns {
		fd, said := r.Form.Field(id), cells[len(recognitionColumns)+i]
		if fd == nil || said == "" {
			continue
		}
		if now := fd.Show(r.Get(id)); now != said {
			return id, harmless(now)
		}
	}
	return "", ""
}

// unbound names the first field to which a decision should be bound and is not; "" where it is bound to all.
func unbound(f *form.Form, cells []string) string {
	for i, id := range boundColumns {
		if f.Field(id) != nil && cells[len(recognitionColumns)+i] == "" {
			return id
		}
	}
	return ""
}

func decisionForm(cells []string) (f *form.Form, field string, reason text.Pair) {
	f = form.ByID(cells[2])
	switch {
	case f == nil || !f.Recognised:
		return nil, "form", text.FilingRecogniseForm.With(harmless(cells[2]))
	case cells[3] == "":
		return nil, "key", text.FilingRecogniseNoRow.With(f.Title, "")
	case cells[4] == "":
		return nil, "recognition", text.FilingRecogniseEmpty
	}
	return f, "", text.Pair{}
}

// undocumented names what a decision lacks: 已认定 and 不予认定 are nothing without document and date.
func undocumented(v [4]form.Value) string {
	if s := v[0].Str(); s != form.Recognised && s != form.Refused {
		return ""
	}
	switch {
	case v[2].Empty():
		return "recognised_doc"
	case v[3].Empty():
		return "recognised_on"
	}
	return ""
}

// findNamed finds the one row that a key means, by whichever natural key it is written.
func findNamed(st *standing, key string) *form.Record {
	for n := range st.f.Keys {
		var found *form.Record
		for _, h := range st.held {
			if alternateKey(h.now, n) == "" || keyBy(h.now, n) != key {
				continue
			}
			if found != nil {
				return nil // two rows bear it: nobody can tell which is meant
			}
			found = h.now
		}
		if found != nil {
			return found
		}
	}
	return nil
}

func (d *Decision) edits() []entry.Edit {
	edits := make([]entry.Edit, 0, 4)
	for i, id := range recognitionColumns[4:] {
		fd := d.record.Form.Field(id)
		edits = append(edits, entry.Edit{Form: d.record.Form, Row: d.row, Field: id, Typed: fd.Show(d.cells[i]), Unit: form.Yuan})
	}
	return edits
}

type (
	recognisedJSON struct {
		Year      int           `json:"year"`
		Read      int64         `json:"read"`
		Changed   int64         `json:"changed"`
		Unchanged int64         `json:"unchanged"`
		Others    int64         `json:"others"`
		Refused   []refusalJSON `json:"refused"`
		Signer    string        `json:"signer"`
		Decisions []decidedJSON `json:"decisions"`
		Written   bool          `json:"written"`
	}
	decidedJSON struct {
		Form  string `json:"form"`
		Key   string `json:"key"`
		Title string `json:"title"`
		Old   string `json:"old"`
		New   string `json:"new"`
		By    string `json:"recognised_by"`
		Doc   string `json:"recognised_doc"`
		On    string `json:"recognised_on"`
		Why   string `json:"reason"`
	}
)

// RecognisedJSON prints them as `yice recognise --json` does: a list, one a year that the file decides on.
func RecognisedJSON(all []*Recognised, l text.Lang) []byte {
	out := make([]recognisedJSON, len(all))
	for i, r := range all {
		j := recognisedJSON{
			Year: r.Year, Read: r.Read, Changed: r.Changed, Unchanged: r.Unchanged, Others: r.Others,
			Refused: []refusalJSON{}, Signer: r.Signer, Decisions: make([]decidedJSON, len(r.Decisions)), Written: r.Written,
		}
		for n, d := range r.Decisions {
			j.Decisions[n] = decidedJSON{d.Form, d.Key, d.Title, d.Was, d.Is, d.By, d.Doc, d.On, d.Reason}
		}
		for _, f := range r.Refused {
			j.Refused = append(j.Refused, refusalJSON{f.Row, f.Field, f.Value, f.Reason.In(l), f.File})
		}
		out[i] = j
	}
	return printJSON(out)
}
