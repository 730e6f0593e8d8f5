package filing

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"yice/filing/claims"
	"yice/filing/intake/delimited"
	"yice/filing/submission"
	"yice/form"
	"yice/seal"
	"yice/text"
)

// The regulator's side of recognitions.

// MakeRecognitions signs a table of recognitions for enterprises to take in. Every row is read first; a bad one is a fault.
func MakeRecognitions(ctx context.Context, table, out, key string, passphrase func() (string, error), now time.Time) (rows int64, err error) {
	content, err := readPlain(table, maxSigned)
	if err != nil {
		return 0, err
	}
	if content, err = unmarked(content); err != nil {
		return 0, err
	}
	err = eachDecision(ctx, content, func(cells []string, row int) error {
		rows++
		return checkDecision(cells, row)
	})
	if err != nil {
		return 0, err
	}
	signer, err := seal.ReadKey(key, passphrase)
	if err != nil {
		return 0, err
	}
	return rows, writeSigned(out, recognitionEntry, content, signer, now)
}

// SignDecisions signs decisions that were made one by one, as [MakeRecognitions] signs a table of them.
func SignDecisions(list []submission.Decision, out string, key *seal.Key, now time.Time) error {
	var table bytes.Buffer
	t := submission.NewTableWriter(&table, form.ByID(cardForm))
	if err := t.Cells(slices.Concat(recognitionColumns, boundColumns, []string{reasonColumn})...); err != nil {
		return err
	}
	for i, d := range list {
		cells := []string{d.USCC, d.Year, d.Form, d.Key, d.Recognition, d.By, d.Doc, d.On, d.Level, d.Authority, d.Kind, d.Reason}
		if err := checkDecision(cells, i+2); err != nil {
			return err
		}
		if err := t.Cells(cells...); err != nil {
			return err
		}
	}
	if err := t.Flush(); err != nil {
		return err
	}
	return writeSigned(out, recognitionEntry, table.Bytes(), key, now)
}

// unmarked gives a table that people had open as what they saw: without the marks of SaveRecognitionTemplate and of
// spreadsheets, so that what is signed is read to the letter.
func unmarked(content []byte) ([]byte, error) {
	rows := newCSVRows(bytes.NewReader(bytes.TrimPrefix(content, bomUTF8)), ',')
	var out bytes.Buffer
	t := submission.NewTableWriter(&out, form.ByID(cardForm))
	for {
		cells, _, err := rows.next()
		if errors.Is(err, io.EOF) {
			err := t.Flush()
			return out.Bytes(), err
		}
		if err != nil {
			return nil, err
		}
		texts := make([]string, len(cells))
		for i, c := range cells {
			texts[i] = string(delimited.Unmarked(c))
		}
		if err := t.Cells(texts...); err != nil {
			return nil, err
		}
	}
}

// checkDecision judges a row as far as the regulator's desk can, which does not have the enterprise's rows.
func checkDecision(cells []string, row int) error {
	wrong := func(field string, reason text.Pair) error {
		return fault("filing.recognition-row", text.Findings, text.FilingVerifyTable.With(recognitionEntry, row, field, reason))
	}
	if year, err := strconv.Atoi(cells[1]); err != nil || year < 1900 || year > 9999 {
		return wrong("year", text.FilingRecogniseYear.With(harmless(cells[1])))
	}
	if v, err := form.ByID(cardForm).Field("uscc").Parse(cells[0], form.Yuan); err != nil || v.Str() != cells[0] {
		return wrong("uscc", text.FilingRecogniseCode.With(harmless(cells[0])))
	}
	f, field, reason := decisionForm(cells)
	if !reason.Empty() {
		return wrong(field, reason)
	}
	if id := unbound(f, cells); id != "" {
		return wrong(id, text.FilingRecogniseBinds.With(f.Field(id).Title))
	}
	var values [4]form.Value
	for i, id := range recognitionColumns[4:] {
		v, err := f.Field(id).Parse(cells[4+i], form.Yuan)
		if err != nil {
			return wrong(id, sayOf(err))
		}
		values[i] = v
	}
	if id := undocumented(values); id != "" {
		return wrong(id, text.FilingRecogniseDocument)
	}
	return nil
}

// claimColumns tell of what is claimed, and of what was decided on it, for whoever decides; they are not read back.
var claimColumns = []string{
	"claimed", "enterprise", "title", "amount", "document", "evidence",
	"decided", "decided_level", "decided_by", "decided_doc", "decided_on", "decided_signer",
}

// standingClaim is how a row waits: by its enterprise's word alone, for a decision, or with one.
type standingClaim int

const (
	selfDeclared standingClaim = iota
	waiting
	decidedOn
)

// SaveRecognitionTemplate writes a table of recognitions with a row for every claim in verified submissions, the decision left
// empty: what an enterprise itself calls 已认定 and nobody decided so first, for that is what counts there already; then what
// waits; then what was decided, with what was decided, on which level and by whom.
func SaveRecognitionTemplate(ctx context.Context, out string, from []*Verification) error {
	return writeBeside(out, func(f *os.File) error {
		if _, err := f.Write(bomUTF8); err != nil {
			return err
		}
		t := submission.NewTableWriter(f, form.ByID(cardForm))
		if err := t.Cells(slices.Concat(recognitionColumns, boundColumns, claimColumns)...); err != nil {
			return err
		}
		line := func(cells ...string) error {
			for i, c := range cells {
				cells[i] = delimited.Marked(c)
			}
			return t.Cells(cells...)
		}
		for _, standing := range []standingClaim{selfDeclared, waiting, decidedOn} {
			for _, v := range from {
				if err := eachClaim(ctx, v, standing, line); err != nil {
					return err
				}
			}
		}
		return t.Flush()
	})
}

// claimAmounts name the field that says what a claim is about in money.
var claimAmounts = map[string]string{"project": "total_spend", "award": "team_reward", "platform": "total_spend"}

// eachClaim gives a line for every row of a submission that stands so.
func eachClaim(ctx context.Context, v *Verification, standing standingClaim, line func(...string) error) error {
	s := v.Submission
	for _, f := range s.Forms().All() {
		if !f.Recognised {
			continue
		}
		err := s.Scan(ctx, f, func(r *form.Record) error {
			is := r.Str("recognition")
			if is == "" {
				is = form.Pending
			}
			decided, covered := v.Deciding(r)
			if r.Key() == "" || standingOf(is, decided, covered) != standing || !covered && is != form.Recognised && is != form.Pending {
				return nil
			}
			show := func(id string) string {
				if fd := f.Field(id); fd != nil {
					return fd.Show(r.Get(id))
				}
				return ""
			}
			return line(s.USCC, strconv.Itoa(s.Year), f.ID, r.Key(), "", "", "", "", show("level"), show("authority"), show("kind"),
				is, s.Name, claims.TitleOf(r), show(claimAmounts[f.ID]), show("recognised_doc"), strconv.Itoa(evidenceOf(r)),
				decided.Recognition, decided.Level, decided.By, decided.Doc, decided.On, decided.Signer)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// standingOf says how a row waits. What its enterprise calls 已认定 and was decided otherwise is self-declared still.
func standingOf(is string, decided submission.Decision, covered bool) standingClaim {
	switch {
	case is == form.Recognised && (!covered || decided.Recognition != form.Recognised):
		return selfDeclared
	case covered && decided.Recognition != form.Pending:
		return decidedOn
	}
	return waiting
}

// evidenceOf counts the files that a row names.
func evidenceOf(r *form.Record) int {
	n := 0
	for i := range r.Form.Fields {
		if r.Form.Fields[i].Kind == form.Files && !r.Values[i].Empty() {
			n += 1 + strings.Count(r.Values[i].Str(), "|")
		}
	}
	return n
}
