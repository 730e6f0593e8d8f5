package filing

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"strconv"

	"yice/text"
)

// The shapes of `yice import --json`. Keys are a contract.
type (
	resultJSON struct {
		Form      string        `json:"form"`
		Read      int64         `json:"read"`
		Added     int64         `json:"added"`
		Changed   int64         `json:"changed"`
		Unchanged int64         `json:"unchanged"`
		Refused   []refusalJSON `json:"refused"`
		Files     []string      `json:"files"`
		Ignored   []string      `json:"ignored_columns"`
		Asides    int64         `json:"totals_rows"`
		Encoding  string        `json:"encoding"`
		Written   bool          `json:"written"`
		Removed   int64         `json:"removed"`
		File      string        `json:"file"` // of several, the first; by_file has each
		Changes   []changeJSON  `json:"changes"`
		Asked     []askedJSON   `json:"asked"`
		Said      []string      `json:"said"`
		ByFile    []resultJSON  `json:"by_file,omitempty"`
	}
	changeJSON struct {
		Key   string `json:"key"`
		Field string `json:"field"`
		Old   string `json:"old"`
		New   string `json:"new"`
	}
	askedJSON struct {
		File string  `json:"file"`
		Kind AskKind `json:"kind"`
		Say  string  `json:"say"`
	}
	refusalJSON struct {
		Row    int    `json:"row"`
		Field  string `json:"field"`
		Value  string `json:"value"`
		Reason string `json:"reason"`
		File   string `json:"file"`
	}
)

// ResultsJSON prints results as `yice import --json` does: one object, or a list where list is set.
func ResultsJSON(results []Result, list bool, l text.Lang) []byte {
	all := resultsJSON(results, l)
	if !list && len(all) == 1 {
		return printJSON(all[0])
	}
	return printJSON(all)
}

func resultsJSON(results []Result, l text.Lang) []resultJSON {
	all := make([]resultJSON, len(results))
	for i := range results {
		r := &results[i]
		all[i] = resultJSON{
			Form: r.Form.ID, Read: r.Read, Added: r.Added, Changed: r.Changed, Unchanged: r.Unchanged,
			Refused: []refusalJSON{}, Files: r.Files, Ignored: append([]string{}, r.Ignored...), Asides: r.Asides,
			Encoding: string(r.Encoding), Written: r.Written, Removed: r.Removed,
			Changes: make([]changeJSON, len(r.Changes)), Asked: make([]askedJSON, len(r.Asked)), Said: make([]string, len(r.Said)),
		}
		if len(r.Files) > 0 {
			all[i].File = r.Files[0]
		}
		for _, f := range r.Refused {
			all[i].Refused = append(all[i].Refused, refusalJSON{f.Row, f.Field, f.Value, f.Reason.In(l), f.File})
		}
		for k, c := range r.Changes {
			all[i].Changes[k] = changeJSON{c.Key, c.Field, c.Old, c.New}
		}
		for k, q := range r.Asked {
			all[i].Asked[k] = askedJSON{q.File, q.Kind, q.Say.In(l)}
		}
		for k, said := range r.Said {
			all[i].Said[k] = said.In(l)
		}
		if len(r.ByFile) > 0 {
			all[i].ByFile = resultsJSON(r.ByFile, l)
		}
	}
	return all
}

// printJSON is how every JSON of ours looks: indented by two, in the order of its shape, Chinese as it is.
func printJSON(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		panic("filing: a shape of ours does not encode: " + err.Error())
	}
	return b.Bytes()
}

// SaveRefused writes refused rows as a CSV file (UTF-8 with BOM) to mend and import again: the original columns and two
// more, the row and the reason, which an import leaves out.
func SaveRefused(path string, src *Source, refused []Refusal, l text.Lang) error {
	return writeBeside(path, func(f *os.File) error {
		if _, err := f.Write(bomUTF8); err != nil {
			return err
		}
		w := csv.NewWriter(f)
		head := make([]string, len(src.Headers))
		for i, h := range src.Headers {
			head[i] = h.Text
		}
		if err := w.Write(append(head, text.FilingColumnRow.In(l), text.FilingColumnReason.In(l))); err != nil {
			return err
		}
		for _, r := range refused {
			row := make([]string, len(head), len(head)+2)
			copy(row, r.Cells)
			if err := w.Write(append(row, strconv.Itoa(r.Row), r.Reason.In(l))); err != nil {
				return err
			}
		}
		w.Flush()
		return w.Error()
	})
}

// SaveCells writes rows of cells as a CSV file (UTF-8 with BOM), which every spreadsheet opens. A file that is there is
// not replaced.
func SaveCells(path string, rows [][]string) error {
	if _, err := os.Lstat(path); err == nil {
		return fault("filing.exists", text.Usage, text.TuiImpExists)
	}
	return writeBeside(path, func(f *os.File) error {
		if _, err := f.Write(bomUTF8); err != nil {
			return err
		}
		w := csv.NewWriter(f)
		w.UseCRLF = true
		return w.WriteAll(rows)
	})
}
