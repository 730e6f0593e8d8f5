package filing

import (
	"encoding/csv"
	"maps"
	"math/big"
	"os"
	"slices"
	"strconv"

	"yice/filing/intake"
	"yice/filing/intake/delimited"
	"yice/filing/submission"
	"yice/form"
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
		Recipe    string        `json:"recipe"`
		Sheets    []takenJSON   `json:"sheets"`
		LeftOut   []leftOutJSON `json:"left_out"` // the first 1,000
		Totals    []totalJSON   `json:"totals"`
		Assumed   []assumedJSON `json:"assumed"` // texts whose meaning the program's own list of names gave
		ByMonth   []sumJSON     `json:"by_month"`
		ByKind    []sumJSON     `json:"by_category"`
		ByFile    []resultJSON  `json:"by_file,omitempty"`
	}
	takenJSON struct {
		Name  string `json:"name"`
		Rows  int64  `json:"rows"`
		Taken bool   `json:"taken"`
		Why   string `json:"why"`
	}
	leftOutJSON struct {
		Sheet string `json:"sheet"`
		Row   int    `json:"row"`
		Kind  string `json:"kind"`
		Text  string `json:"text"`
		Why   string `json:"why"`
	}
	totalJSON struct {
		Sheet      string  `json:"sheet"`
		Column     string  `json:"column"`
		Sum        string  `json:"sum"`
		Stated     *string `json:"stated"` // null where the file states none
		Difference string  `json:"difference"`
		Rounding   string  `json:"rounding,omitempty"` // 元 by which the shown figures are more than those behind them
	}
	assumedJSON struct {
		Field string `json:"field"`
		Text  string `json:"text"`
		Value string `json:"value"`
		Rows  int64  `json:"rows"`
	}
	sumJSON struct {
		Name string `json:"name"`
		Sum  string `json:"sum"`
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
		all[i].table(r, l)
		if len(r.ByFile) > 0 {
			all[i].ByFile = resultsJSON(r.ByFile, l)
		}
	}
	return all
}

// table fills what is said of the tables that were read; of several files, of all of them.
func (j *resultJSON) table(r *Result, l text.Lang) {
	j.Recipe, j.Sheets, j.LeftOut, j.Totals, j.Assumed = r.Recipe, []takenJSON{}, []leftOutJSON{}, []totalJSON{}, []assumedJSON{}
	j.ByMonth, j.ByKind = []sumJSON{}, []sumJSON{}
	parts := r.ByFile
	if len(parts) == 0 {
		parts = []Result{*r}
	}
	months, kinds := map[string]int64{}, map[string]int64{}
	for i := range parts {
		for _, s := range parts[i].Sheets {
			j.Sheets = append(j.Sheets, takenJSON{s.Name, s.Rows, s.Taken, s.Why.In(l)})
		}
		a := parts[i].Account
		if a == nil {
			continue
		}
		for _, x := range a.LeftOut {
			if len(j.LeftOut) < changesListed {
				j.LeftOut = append(j.LeftOut, leftOutJSON{x.Sheet, x.Row, x.Kind.Title().In(l), x.Text, x.Why.In(l)})
			}
		}
		for _, t := range a.Totals {
			j.Totals = append(j.Totals, totalOf(t))
		}
		for _, x := range a.Assumed {
			j.Assumed = append(j.Assumed, assumedJSON{x.Field, x.Text, x.Value, x.Count})
		}
		addSums(months, a.ByMonth)
		addSums(kinds, a.ByCategory)
	}
	j.ByMonth, j.ByKind = sortedSums(months), sortedSums(kinds)
}

func totalOf(t intake.ColumnTotal) totalJSON {
	out := totalJSON{Sheet: t.Sheet, Column: t.Column, Sum: Yuan(t.Sum), Difference: "0.00"}
	if t.Said {
		stated := Yuan(t.Stated)
		out.Stated, out.Difference = &stated, Yuan(t.Off)
	}
	if t.Rounding != nil && t.Rounding.Sign() != 0 {
		out.Rounding = new(big.Rat).Quo(t.Rounding, big.NewRat(form.Yuan.Fen, 1)).FloatString(6)
	}
	return out
}

// Yuan writes 分 as people read 元.
func Yuan(fen int64) string { return form.ByID("spend").Field("amount").Show(form.N(fen)) }

// addSums adds sums that were checked when they were made; of several files they may be beyond what can be kept, and are then
// left at the most.
func addSums(to, from map[string]int64) {
	for k, n := range from {
		if sum := to[k] + n; (sum > to[k]) == (n > 0) {
			to[k] = sum
		}
	}
}

func sortedSums(sums map[string]int64) []sumJSON {
	out := make([]sumJSON, 0, len(sums))
	for _, k := range slices.Sorted(maps.Keys(sums)) {
		out = append(out, sumJSON{k, Yuan(sums[k])})
	}
	return out
}

func printJSON(v any) []byte { return submission.PrintJSON(v) }

// SaveRefused writes refused rows as a CSV file (UTF-8 with BOM) to mend and import again: the original columns and two
// more, the row and the reason, which an import leaves out.
func SaveRefused(path string, src *Source, refused []Refusal, l text.Lang) error {
	return writeBeside(path, func(f *os.File) error {
		if _, err := f.Write(bomUTF8); err != nil {
			return err
		}
		w := csv.NewWriter(f)
		var head []string
		if taken := src.Taken(); len(taken) > 0 {
			for _, c := range taken[0].Captions {
				head = append(head, delimited.Marked(c.Text))
			}
		}
		if err := w.Write(append(head, text.FilingColumnRow.In(l), text.FilingColumnReason.In(l))); err != nil {
			return err
		}
		for _, r := range refused {
			row := make([]string, len(head), len(head)+2)
			for i, c := range r.Cells[:min(len(r.Cells), len(head))] {
				row[i] = delimited.Marked(c)
			}
			if err := w.Write(append(row, strconv.Itoa(r.Row), delimited.Marked(r.Reason.In(l)))); err != nil {
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
		for _, row := range rows {
			kept := make([]string, len(row))
			for i, c := range row {
				kept[i] = delimited.Marked(c)
			}
			if err := w.Write(kept); err != nil {
				return err
			}
		}
		w.Flush()
		return w.Error()
	})
}
