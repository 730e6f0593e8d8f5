package filing

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"slices"
	"strconv"
	"time"

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

// unmarked gives a table that people had open as what they saw: without the marks of SaveRecognitionTemplate and of
// spreadsheets, so that what is signed is read to the letter.
func unmarked(content []byte) ([]byte, error) {
	rows := newCSVRows(bytes.NewReader(bytes.TrimPrefix(content, bomUTF8)), nil, ',')
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

// SaveRecognitionTemplate writes a table of recognitions with a row for everything in submissions that waits for a decision,
// the decision left empty.
func SaveRecognitionTemplate(ctx context.Context, out string, from []*Submission) error {
	return writeBeside(out, func(f *os.File) error {
		if _, err := f.Write(bomUTF8); err != nil {
			return err
		}
		t := submission.NewTableWriter(f, form.ByID(cardForm))
		if err := t.Cells(append(slices.Clone(recognitionColumns), "title")...); err != nil {
			return err
		}
		for _, s := range from {
			if err := pending(ctx, s, func(cells ...string) error {
				for i, c := range cells {
					cells[i] = delimited.Marked(c)
				}
				return t.Cells(cells...)
			}); err != nil {
				return err
			}
		}
		return t.Flush()
	})
}

// pending gives a line for every row that waits for a decision.
func pending(ctx context.Context, s *Submission, line func(...string) error) error {
	for _, f := range form.All() {
		if !f.Recognised {
			continue
		}
		err := s.Scan(ctx, f, func(r *form.Record) error {
			if is := r.Str("recognition"); is == form.Recognised || is == form.Refused || r.Key() == "" {
				return nil
			}
			return line(s.USCC, strconv.Itoa(s.Year), f.ID, r.Key(), "", "", "", "", titleOf(r))
		})
		if err != nil {
			return err
		}
	}
	return nil
}
