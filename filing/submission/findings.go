package submission

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"strings"

	"yice/book"
	"yice/form"
	"yice/text"
)

// findings.json lists every finding with the reason that was written for it. A finding is of a row and a field; the row is
// that of the data file, as in the tables: the header is row 1, 0 is the form as a whole, and below 0 are items of the
// checklist that no row answers. Sentences are Chinese, whatever
// language the program spoke: a submission of the same data is the same file.
type (
	findingFile struct {
		ID        string `json:"id"` // check@form/row/field
		Severity  string `json:"severity"`
		Form      string `json:"form"`
		Row       int64  `json:"row"`
		Key       string `json:"key"`
		Field     string `json:"field"`
		Message   string `json:"message"`
		Explained bool   `json:"explained"`
		Reason    string `json:"reason"`
	}
	findingsFile struct {
		Findings []findingFile `json:"findings"`
	}
)

func findingsJSON(all []form.Finding) []byte {
	file := findingsFile{make([]findingFile, len(all))}
	for i, f := range all {
		file.Findings[i] = findingFile{
			book.FindingID(f), f.Severity.Title().ZH, f.Form, f.Row, f.Key, f.Field, f.Message.ZH, f.Explained, f.Reason,
		}
	}
	return PrintJSON(file)
}

// parseFindings reads findings.json. That of format 2 must be spelled as we spell it, and name forms and fields there are.
func parseFindings(d *form.Dictionary, content []byte, one bool) (all []form.Finding, ok bool) {
	var file findingsFile
	if json.Unmarshal(content, &file) != nil || !one && !bytes.Equal(PrintJSON(file), content) {
		return nil, false
	}
	for _, f := range file.Findings {
		severity := form.Verify
		switch f.Severity {
		case form.Must.Title().ZH:
			severity = form.Must
		case form.Verify.Title().ZH:
		default:
			return nil, false
		}
		found := form.Finding{
			Severity: severity, Form: f.Form, Row: f.Row, Key: harmless(f.Key), Field: f.Field, Message: text.Same(harmless(f.Message)),
			Explained: f.Explained, Reason: harmless(f.Reason),
		}
		in := d.ByID(f.Form)
		if found.Check, _, ok = strings.Cut(f.ID, "@"); !ok || in == nil || f.Field != "" && in.Field(f.Field) == nil {
			return nil, false
		}
		if !one && (f.ID != book.FindingID(found) || !checkNamed(found.Check)) {
			return nil, false
		}
		all = append(all, found)
	}
	return all, true
}

// checkNamed reports whether a check can be called so. Relations of the returns bear their sign: 107-1.10>0.
func checkNamed(check string) bool {
	return check != "" && len(check) <= 80 && strings.Trim(check, "abcdefghijklmnopqrstuvwxyz0123456789._+<>=-") == ""
}

// rowsNumbered gives rows and, of those that findings speak of, which row of its table each became.
func rowsNumbered(rows RowsOf, findings []form.Finding) (numbered RowsOf, at func(f form.Finding) form.Finding) {
	type place struct {
		form string
		id   int64
	}
	became := make(map[place]int64)
	for _, f := range findings {
		if f.Row > 0 {
			became[place{f.Form, f.Row}] = 0
		}
	}
	numbered = func(ctx context.Context, f *form.Form, visit func(*form.Record) error) error {
		row := int64(1) // the header's
		return rows(ctx, f, func(r *form.Record) error {
			row++
			if _, wanted := became[place{f.ID, r.ID}]; wanted {
				became[place{f.ID, r.ID}] = row
			}
			return visit(r)
		})
	}
	return numbered, func(f form.Finding) form.Finding {
		if f.Row > 0 {
			f.Row = became[place{f.Form, f.Row}]
		}
		return f
	}
}

// findingOf is what ties a finding of the list to one that the rows give: nothing less, or one would hide another.
type findingOf struct {
	check, form, field string
	row                int64
}

// findings asks that nothing that blocks sealing stands in the list, nor in the rows when they are judged again, and that
// whatever the judge asks about is in the list with a reason that says something.
func (c *checking) findings(year *book.Year) {
	reasons := make(map[findingOf]string)
	one := c.s.seal.One()
	listed, lines := make(map[[2]string]bool), 0 // of format 1, whose rows are those of another workspace
	for _, f := range c.s.Findings {
		listed[[2]string{f.Form, f.Check}] = true
		if f.Form == ledgerForm {
			lines++
		}
		reasons[findingOf{f.Check, f.Form, f.Field, f.Row}] = f.Reason
		switch {
		case f.Severity == form.Must:
			c.wrong("finding.must", findingsEntry, text.FilingVerifyFinding.With(f.Message))
		case !f.Explained && c.s.Period().Quarterly():
			// A quarterly return lists what is open; nobody has to have explained it yet.
		case !f.Explained:
			c.wrong("finding.reason", findingsEntry, text.FilingVerifyUnexplained.With(f.Message))
		default:
			if _, hollow := book.Hollow(f.Reason); hollow {
				c.wrong("finding.reason", findingsEntry, text.FilingVerifyHollow.With(f.Message, harmless(f.Reason)))
			}
		}
	}
	if year == nil {
		return
	}
	must := 0
	for _, f := range year.Findings() {
		_, tied := reasons[findingOf{f.Check, f.Form, f.Field, f.Row}]
		switch {
		case f.Severity == form.Must:
			must++
			c.wrong("finding.must", DataEntry(year.Forms().ByID(f.Form)), text.FilingVerifyJudged.With(harmlessPair(f.Message)))
		case one && f.Form == ledgerForm && lines >= book.ListedLines:
			// Of so many flagged lines only the first are listed, here and there.
		case one && !listed[[2]string{f.Form, f.Check}]:
			// In format 1 nothing says of which row a finding is, and the first edition asked less.
			c.note("format.findings", text.FilingNoteOneFinding.With(harmlessPair(f.Message)))
		case !one && !tied:
			c.wrong("finding.hidden", findingsEntry, text.FilingVerifyHidden.With(harmlessPair(f.Message)))
		}
	}
	if more := year.Counts().Must - must; more > 0 {
		c.wrong("finding.must", DataEntry(form.ByID(ledgerForm)), text.FilingVerifyMore.With(more))
	}
	if of := year.CountsOf(form.ByID(ledgerForm)); !one && of.Verify > lines {
		c.wrong("finding.hidden", findingsEntry, text.FilingVerifyHiddenMore.With(of.Verify-lines))
	}
}

// Explained gives the findings of the year as the judge makes them, with the reasons of the list; those that only the desk
// could make stand behind, in the words of the list. nil before [Verify].
func (s *Submission) Explained() []form.Finding {
	if s.year == nil {
		return nil
	}
	listed := make(map[findingOf]form.Finding)
	for _, f := range s.Findings {
		listed[findingOf{f.Check, f.Form, f.Field, f.Row}] = f
	}
	all := slices.Clone(s.year.Findings())
	for i := range all {
		of := findingOf{all[i].Check, all[i].Form, all[i].Field, all[i].Row}
		if f, ok := listed[of]; ok {
			all[i].Reason, all[i].Explained = f.Reason, f.Explained
			delete(listed, of)
		}
	}
	for _, f := range s.Findings {
		of := findingOf{f.Check, f.Form, f.Field, f.Row}
		if _, left := listed[of]; left {
			all = append(all, f)
			delete(listed, of)
		}
	}
	return all
}
