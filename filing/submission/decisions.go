package submission

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"yice/filing/intake/delimited"
	"yice/form"
	"yice/seal"
	"yice/text"
)

// Decision is one row of recognition.csv: what was decided on a row of an enterprise's register.
type Decision struct {
	USCC, Year, Form, Key string
	Recognition           string // 已认定, 不予认定, or 待认定 to take a decision back
	By, Doc, On           string
	// Level, Authority and Kind are of the row as it was decided: a row that says otherwise now is not covered. "" binds nothing.
	Level, Authority, Kind string
	// Reason is why nothing was recognised, or what is asked before anything is: it goes to the enterprise with the decision.
	Reason string
	Row    int // in the table
	// Signer is who signed it, as the keyring calls them; "" before anybody was asked.
	Signer string
}

// DecisionColumns are those of recognition.csv, in the order in which they are written. A table without the last three binds
// to the key alone.
var DecisionColumns = []string{
	"uscc", "year", "form", "key", "recognition", "recognised_by", "recognised_doc", "recognised_on", "level", "authority", "kind",
}

// ReasonColumn may stand behind them; a table without it gives no reasons.
const ReasonColumn = "reason"

// boundFields say which field of a form a decision is bound to, by the column.
var boundFields = map[string]string{"level": "level", "authority": "authority", "kind": "kind"}

const (
	decisionColumnsNeeded = 8
	mostDecisions         = 100_000 // rows of a table
)

// Decisions is a file of recognitions, as it was read and before anybody asked who signed it.
type Decisions struct {
	Name string // of the file
	Signed
	List []Decision
	of   map[string][]int // by enterprise
}

// ReadDecisions reads a signed file of recognitions. Faults are of class Findings and name it.
func ReadDecisions(content []byte, name string) (*Decisions, error) {
	signed, err := ReadSigned(content, name, RecognitionDocument)
	if err != nil {
		return nil, err
	}
	d := &Decisions{Name: name, Signed: signed, of: make(map[string][]int)}
	if d.List, err = parseDecisions(signed.Content, name); err != nil {
		return nil, err
	}
	for i := range d.List {
		d.of[d.List[i].USCC] = append(d.of[d.List[i].USCC], i)
	}
	return d, nil
}

func parseDecisions(content []byte, name string) ([]Decision, error) {
	rows := delimited.NewRecordsSized(bytes.NewReader(bytes.TrimPrefix(content, []byte("\xEF\xBB\xBF"))), ',', int64(len(content))+1)
	headless := fault("filing.recognition-header", text.Findings,
		text.FilingRecogniseHeader.With(strings.Join(DecisionColumns[:decisionColumnsNeeded], ", ")))
	head, _, err := rows.Next()
	if err != nil {
		return nil, headless
	}
	at := make([]int, len(DecisionColumns))
	for i, id := range DecisionColumns {
		at[i] = slices.IndexFunc(head, func(c []byte) bool { return string(bytes.TrimSpace(c)) == id })
		if at[i] < 0 && i < decisionColumnsNeeded {
			return nil, headless
		}
	}
	reasonAt := slices.IndexFunc(head, func(c []byte) bool { return string(bytes.TrimSpace(c)) == ReasonColumn })
	var all []Decision
	for {
		cells, row, err := rows.Next()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		if len(all) == mostDecisions {
			return nil, fault("filing.recognition-many", text.Findings, text.FilingVerifyRows.With(RecognitionDocument, mostDecisions))
		}
		read := func(at int) string {
			if at < 0 || at >= len(cells) {
				return ""
			}
			return strings.TrimSpace(strings.ToValidUTF8(string(cells[at]), "\uFFFD"))
		}
		cell := func(i int) string { return read(at[i]) }
		d := Decision{cell(0), cell(1), cell(2), cell(3), cell(4), cell(5), cell(6), cell(7), cell(8), cell(9), cell(10), read(reasonAt), row, ""}
		if d == (Decision{Row: row}) {
			continue
		}
		if d.Recognition != form.Recognised && d.Recognition != form.Refused && d.Recognition != form.Pending {
			return nil, fault("filing.recognition-row", text.Findings, text.FilingVerifyTable.With(harmless(name), row, "recognition", text.FilingRecogniseEmpty))
		}
		all = append(all, d)
	}
}

// Barred says why nobody may decide by this file; empty where a 认定 key signed it. Without keys nobody knows who may.
func (d *Decisions) Barred(keys *seal.Keyring) text.Pair {
	_, why := d.by(keys)
	return why
}

// by gives who decides by this file, or why nobody may.
func (d *Decisions) by(keys *seal.Keyring) (signer string, why text.Pair) {
	switch {
	case keys == nil:
		return "", text.FilingDecisionUnasked.With(harmless(d.Name))
	case d.Signer == nil:
		return "", text.FilingDecisionUnsigned.With(harmless(d.Name))
	case !d.Typed:
		return "", text.FilingDecisionUntyped.With(harmless(d.Name))
	}
	standing, holder, why := keys.Judge(d.Signer, seal.Deciding, "", d.At)
	if standing != seal.Trusted {
		return "", text.FilingDecisionHand.With(harmless(d.Name), why)
	}
	return holder.Name, text.Pair{}
}

// deciding is what was decided on the rows of one enterprise-year, the newest decision last.
type deciding struct {
	by map[string][]Decision // by form
}

// decidingOn gathers the decisions that count; later signatures before earlier ones are outdone, and later rows in one file.
func (c *checking) decidingOn() deciding {
	d := deciding{by: make(map[string][]Decision)}
	counted := slices.Clone(c.o.Decisions)
	slices.SortStableFunc(counted, func(a, b *Decisions) int { return a.At.Compare(b.At) })
	for _, file := range counted {
		signer, why := file.by(c.o.Keys)
		if !why.Empty() {
			if c.o.Keys == nil {
				c.note("decision.unasked", why)
			} else {
				c.wrong("decision.role", "", why)
			}
			continue
		}
		for _, i := range file.of[c.s.USCC] {
			one := file.List[i]
			one.Signer = signer
			if !ofYear(one, c.s.Year) {
				continue
			}
			if one.Recognition != form.Pending && (one.Doc == "" || !isDay(one.On)) {
				continue // nothing is decided without a document
			}
			d.by[one.Form] = append(d.by[one.Form], one)
		}
	}
	return d
}

// ofYear reports whether a decision is on a row of a year: on one of that year, or on an earlier one where it lasts.
func ofYear(d Decision, year int) bool {
	of, err := strconv.Atoi(d.Year)
	f := form.ByID(d.Form)
	return err == nil && f != nil && f.Recognised && (of == year || of < year && f.RecognitionLasts)
}

func isDay(s string) bool {
	_, err := time.Parse("2006-01-02", s)
	return err == nil
}

// on gives the decision that covers a row. binds is false where it was bound to the key alone.
func (d deciding) on(r *form.Record) (one Decision, covered, binds bool) {
	list := d.by[r.Form.ID]
	for i := len(list) - 1; i >= 0; i-- {
		if !named(r, list[i].Key) {
			continue
		}
		if fits, bound := list[i].fits(r); fits {
			return list[i], true, bound
		}
	}
	return one, false, false
}

// named reports whether a key means a row, by whichever natural key it is written.
func named(r *form.Record, key string) bool {
	for n, fields := range r.Form.Keys {
		if AlternateKey(r, n) == "" {
			continue
		}
		parts := make([]string, 0, len(fields))
		for _, id := range fields {
			parts = append(parts, r.Form.Field(id).Show(r.Get(id)))
		}
		if strings.TrimRight(strings.Join(parts, "+"), "+") == key {
			return true
		}
	}
	return false
}

// fits asks that the row still is what was decided on.
func (d Decision) fits(r *form.Record) (fits, bound bool) {
	bound = true
	for column, said := range map[string]string{"level": d.Level, "authority": d.Authority, "kind": d.Kind} {
		field := r.Form.Field(boundFields[column])
		if field == nil {
			continue
		}
		switch {
		case said == "":
			bound = false
		case field.Show(r.Get(field.ID)) != said:
			return false, bound
		}
	}
	return true, bound
}
