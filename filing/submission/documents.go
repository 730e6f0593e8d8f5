package submission

import (
	"bytes"
	"encoding/json"
	"strings"

	"yice/book"
	"yice/form"
	"yice/scoring"
	"yice/text"
)

// The JSON files of a submission besides its descriptor and its seal. Their sentences are Chinese, whatever language the
// program spoke: a submission of the same data is the same file.
type (
	findingFile struct {
		ID        string `json:"id"`
		Severity  string `json:"severity"`
		Form      string `json:"form"`
		Key       string `json:"key"`
		Field     string `json:"field"`
		Message   string `json:"message"`
		Explained bool   `json:"explained"`
		Reason    string `json:"reason"`
	}
	explanationFile struct {
		ID         string          `json:"id"`
		Title      string          `json:"title"`
		Score      string          `json:"score"`
		Paragraphs []paragraphFile `json:"paragraphs"`
		Used       []useFile       `json:"used"`
		Rejected   []useFile       `json:"rejected"`
	}
	paragraphFile struct {
		Label string   `json:"label"`
		Lines []string `json:"lines"`
	}
	useFile struct {
		Form    string `json:"form"`
		Key     string `json:"key"`
		Title   string `json:"title"`
		Counts  string `json:"counts"`
		Pending bool   `json:"pending"`
		Why     string `json:"why"`
	}
)

func findingsJSON(all []form.Finding) []byte {
	list := make([]findingFile, len(all))
	for i, f := range all {
		list[i] = findingFile{book.FindingID(f), f.Severity.Title().ZH, f.Form, f.Key, f.Field, f.Message.ZH, f.Explained, f.Reason}
	}
	return PrintJSON(map[string]any{"findings": list})
}

// SignOff is one confirmation: who, in which role, when; Standing is false where the data was changed after it.
type SignOff struct {
	Role     string `json:"role"`
	Name     string `json:"name"`
	Date     string `json:"date"`
	Standing bool   `json:"standing"`
}

func signOffJSON(all []SignOff) []byte {
	return PrintJSON(map[string]any{"signoffs": all})
}

// parseFindings reads findings.json.
func parseFindings(content []byte) (all []form.Finding, ok bool) {
	var file struct {
		Findings []findingFile `json:"findings"`
	}
	if json.Unmarshal(content, &file) != nil {
		return nil, false
	}
	for _, f := range file.Findings {
		severity := form.Verify
		if f.Severity == form.Must.Title().ZH {
			severity = form.Must
		}
		check, _, _ := strings.Cut(f.ID, "@")
		all = append(all, form.Finding{
			Check: check, Severity: severity, Form: f.Form, Key: f.Key, Field: f.Field, Message: text.Same(harmless(f.Message)),
			Explained: f.Explained, Reason: harmless(f.Reason),
		})
	}
	return all, true
}

// SheetJSON is the score as `yice score --json` prints it, and the explanation of every line behind it.
func SheetJSON(sheet *scoring.Sheet) []byte {
	var list []explanationFile
	for _, id := range sheet.LineIDs() {
		e, ok := sheet.Explain(id)
		if !ok {
			continue
		}
		x := explanationFile{ID: e.ID, Title: e.Title.ZH, Score: e.Score.ZH, Used: usesOf(e.Used), Rejected: usesOf(e.Rejected)}
		for _, p := range e.Paragraphs {
			lines := make([]string, len(p.Lines))
			for i, l := range p.Lines {
				lines[i] = l.ZH
			}
			x.Paragraphs = append(x.Paragraphs, paragraphFile{p.Label.ZH, lines})
		}
		list = append(list, x)
	}
	score := bytes.TrimRight(sheet.JSON(), "\n")
	score = bytes.TrimRight(bytes.TrimSuffix(score, []byte("}")), " \n")
	var b bytes.Buffer
	b.Write(score)
	b.WriteString(",\n \"explanations\": ")
	b.Write(bytes.TrimRight(PrintJSON(list), "\n"))
	b.WriteString("\n}\n")
	return b.Bytes()
}

func usesOf(uses []scoring.Use) []useFile {
	list := make([]useFile, len(uses))
	for i, u := range uses {
		list[i] = useFile{u.Form, u.Key, u.Title, u.Counts.ZH, u.Pending, u.Why.ZH}
	}
	return list
}

// followsFrom reports whether the figures of sheet.json are those of a sheet; the explanation is for people and may be
// worded otherwise by another version of the program.
func followsFrom(content []byte, sheet *scoring.Sheet) (differs string, ok bool) {
	var claimed, computed map[string]json.RawMessage
	if json.Unmarshal(content, &claimed) != nil || json.Unmarshal(sheet.JSON(), &computed) != nil {
		return sheetEntry, false
	}
	delete(claimed, "explanations")
	for key, value := range computed {
		if !sameJSON(claimed[key], value) {
			return key, false
		}
		delete(claimed, key)
	}
	for key := range claimed {
		return key, false
	}
	return "", true
}

func sameJSON(a, b json.RawMessage) bool {
	var ca, cb bytes.Buffer
	return json.Compact(&ca, a) == nil && json.Compact(&cb, b) == nil && bytes.Equal(ca.Bytes(), cb.Bytes())
}
