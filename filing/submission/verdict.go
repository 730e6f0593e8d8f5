package submission

import "yice/text"

// Verdict is what was found out about a submission file.
type Verdict struct {
	OK         bool
	Signer     string // name of a trusted key, else fingerprint; "" when unsigned
	Enterprise string // uscc
	Name       string
	Year       int
	Files      int // entries
	Problems   []text.Pair
	// Submission is what could be read; nil when it was refused before that.
	Submission *Submission
}

// JSON prints it as `yice verify --json` does.
func (v *Verdict) JSON(l text.Lang) []byte {
	problems := make([]string, len(v.Problems))
	for i, p := range v.Problems {
		problems[i] = p.In(l)
	}
	return PrintJSON(struct {
		OK         bool     `json:"ok"`
		Signer     string   `json:"signer"`
		Enterprise string   `json:"enterprise"`
		Year       int      `json:"year"`
		Files      int      `json:"files"`
		Problems   []string `json:"problems"`
		Name       string   `json:"name"`
	}{v.OK, v.Signer, v.Enterprise, v.Year, v.Files, problems, v.Name})
}
