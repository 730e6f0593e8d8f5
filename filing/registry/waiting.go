package registry

import (
	"context"
	"database/sql"
	"strconv"
	"strings"

	"yice/form"
	"yice/internal/inorder"
	"yice/text"
)

// Waiting is a row that would count if it were recognised: of a submission that counts, on a line of the score.
type Waiting struct {
	USCC, Name, Form, Key, Title string
	Line                         string
	Why                          text.Pair
	Row                          int64
	Digest                       string // of the submission
	Year                         int
	Asked                        string // what the enterprise was asked about it; "" where nothing was
	Draft                        *Draft // what somebody means to decide, and has not signed; nil: nothing
}

// place names a row for as long as its submission counts.
func (w *Waiting) place() string { return draftKey(w.Digest, w.Form, strconv.FormatInt(w.Row, 10)) }

// Record gives a row of a submission as it was handed in; nil where there is none.
func (r *Registry) Record(ctx context.Context, digest, uscc string, f *form.Form, row int64) (record *form.Record, err error) {
	columns := make([]column, len(f.Fields))
	names := make([]string, len(f.Fields))
	for i := range f.Fields {
		columns[i] = fieldColumn(&f.Fields[i])
		names[i] = columns[i].name
	}
	query := "SELECT " + quotedList(names) + " FROM " + quoted("f_"+f.ID) + " WHERE digest = ? AND row = ? AND uscc = ?"
	values, into := make([]any, len(names)), make([]any, len(names))
	for i := range values {
		into[i] = &values[i]
	}
	err = r.s.each(ctx, query, []any{digest, row, uscc}, func(scan func(...any) error) error {
		if err := scan(into...); err != nil {
			return err
		}
		record = form.NewRecord(f)
		record.ID = row
		for i, c := range columns {
			said := canonical(c.kind, values[i])
			if n, err := strconv.ParseInt(said, 10, 64); err == nil && c.kind == bigint {
				record.Values[i] = form.N(n)
			} else if said != "" {
				record.Values[i] = form.S(said)
			}
		}
		return nil
	})
	return record, cannotUse(err)
}

// Records gives the rows of both, or all, sides of a double claim, in their order.
func (r *Registry) Records(ctx context.Context, c Claim) (all []*form.Record, err error) {
	for _, s := range c.Sides {
		record, err := r.Record(ctx, s.Digest, s.USCC, s.form, s.Row)
		if err != nil {
			return nil, err
		}
		all = append(all, record)
	}
	return all, nil
}

// askedOf gives what was asked last of each row, by enterprise, form and key; a decision since takes the question's place.
func (r *Registry) askedOf(ctx context.Context) (map[string]string, error) {
	all := make(map[string]string)
	err := r.s.each(ctx, "SELECT uscc, form, key, recognition, reason FROM decision ORDER BY signed_at, digest, row", nil, func(scan func(...any) error) error {
		var uscc, form, key, recognition, reason string
		if err := scanTexts(scan, []*string{&uscc, &form, &key, &recognition, &reason}); err != nil {
			return err
		}
		all[uscc+"\x00"+form+"\x00"+key] = reason
		return nil
	})
	return all, cannotUse(err)
}

// Waiting lists the rows of a period that wait for somebody to decide, each once, in the order of enterprises.
func (r *Registry) Waiting(ctx context.Context, period string) ([]Waiting, error) {
	period, err := r.period(ctx, period)
	if err != nil {
		return nil, err
	}
	all, err := r.submissions(ctx, scopeOf(period))
	if err != nil {
		return nil, err
	}
	of := make(map[string]*held)
	for _, h := range ends(all) {
		of[h.Digest] = h
	}
	asked, err := r.askedOf(ctx)
	if err != nil {
		return nil, err
	}
	drafts, err := r.drafts(ctx)
	if err != nil {
		return nil, err
	}
	seen := make(map[string]bool)
	var waiting []Waiting
	err = r.s.each(ctx, `SELECT u.digest, u.form, u.row, u.key, u.title, u.line, u.why, u.why_en FROM used u JOIN submission s ON s.digest = u.digest AND s.uscc = u.uscc
		WHERE s.period = ? AND u.pending = 1 ORDER BY u.digest, u.place`, []any{period}, func(scan func(...any) error) error {
		var digest string
		var w Waiting
		var row int64
		var texts [4]string
		var why, english sql.NullString
		if err := scan(&digest, &texts[0], &row, &texts[1], &texts[2], &texts[3], &why, &english); err != nil {
			return err
		}
		h, f := of[digest], form.ByID(texts[0])
		at := digest + " " + texts[0] + " " + texts[1]
		if h == nil || f == nil || !f.Recognised || seen[at] {
			return nil
		}
		seen[at] = true
		w = Waiting{USCC: h.USCC, Name: h.Name, Form: texts[0], Key: texts[1], Title: texts[2], Line: texts[3], Why: inBoth(why.String, english.String), Row: row, Digest: digest, Year: h.Year}
		w.Asked = asked[w.USCC+"\x00"+w.Form+"\x00"+w.Key]
		w.Draft = drafts[w.place()]
		waiting = append(waiting, w)
		return nil
	})
	if err != nil {
		return nil, cannotUse(err)
	}
	inorder.Stably(waiting, func(a, b Waiting) int { return strings.Compare(a.USCC, b.USCC) })
	return waiting, nil
}
