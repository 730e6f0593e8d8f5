package submission

import (
	"math/big"
	"slices"

	"yice/scoring"
	"yice/text"
)

// Answers to the five questions, and to the two beside them. They are words of JSON and never change.
const (
	integrityOK, integrityBad, unknown                       = "ok", "bad", "unknown"
	signatureOK, signatureBad, signatureNone                 = "ok", "bad", "none"
	identityTrusted, identityUnknown, identityWrong, unasked = "trusted", "unknown", "wrong", "unasked"
	policyIssued, policyDraft, policyForeign                 = "issued", "draft", "foreign"
	scoreFollows, scoreDiffers                               = "follows", "differs"
	signOffsStanding, signOffsVoid, signOffsAbsent           = "standing", "void", "absent"
	modeSimulated, modeOfficial                              = "模拟", "正式"
)

// Problem is one thing that is wrong. The code is stable; the entry is the part of the file, "" for all of it.
type Problem struct {
	Code  string
	Say   text.Pair
	Entry string
}

// Note is what has to be known of a file beside its problems: what it cannot prove, what nobody asked.
type Note struct {
	Code string
	Say  text.Pair
}

// Recognitions counts the rows of a year that are 已认定: those a decision covers, and those the enterprise says so of.
type Recognitions struct{ Decided, SelfDeclared int }

// Result is a score in figures: decimal texts, money in 万元, "" where there is none.
type Result struct {
	Innovation, Bonus, Assessed, Completion string
	Addback, Book, RD                       string
	Mode                                    string // 模拟 or 正式
}

// Verdict is what was found out about a submission file.
type Verdict struct {
	// OK is true where everything holds that was asked.
	OK bool
	// Locked: it is encrypted and was not opened, so that nothing is known.
	Locked bool

	Integrity string // ok, bad, unknown: every byte is as it was sealed
	Signature string // ok, bad, none, unknown
	Identity  string // trusted, unknown, wrong, unasked: the signer may hand in for this enterprise
	Policy    string // issued, draft, foreign, unasked: the pack is the regulator's
	Score     string // follows, differs, unknown: from data and pack
	SignOffs  string // standing, void, absent
	Recognitions

	Signer     string // name of a registered holder, else fingerprint; "" when unsigned
	Enterprise string // uscc
	Name       string
	Year       int
	Period     string
	Serial     string
	Pack       string // id and version
	SHA256     string // of the file, as it was read
	Files      int    // entries
	// Self is the enterprise's own score, under the pack that travelled along and with recognitions as it says; nil where
	// nothing could be scored.
	Self *Result
	// Confirmed is the score under the regulator's pack, with recognitions as they were decided; nil without one.
	Confirmed *Result

	Problems []Problem
	Notes    []Note
	// Measured is the sheet behind Confirmed.
	Measured *scoring.Sheet
	// Submission is what could be read; nil when it was refused before that.
	Submission *Submission

	decided deciding      // on its rows
	by      *scoring.Pack // that Measured is by
}

// Has reports whether a problem of a code was found.
func (v *Verdict) Has(code string) bool {
	return slices.ContainsFunc(v.Problems, func(p Problem) bool { return p.Code == code })
}

// Acknowledged reports whether a receipt may be given: it holds, whoever signed may hand in, and the policy is the regulator's.
func (v *Verdict) Acknowledged() bool {
	return v.OK && v.Identity == identityTrusted && v.Policy == policyIssued
}

// Says gives the sentences of the problems.
func (v *Verdict) Says() []text.Pair {
	out := make([]text.Pair, 0, len(v.Problems))
	for _, p := range v.Problems {
		if !slices.Contains(out, p.Say) { // several checks may come upon the same
			out = append(out, p.Say)
		}
	}
	return out
}

// Class is the exit code: 0, findings, or cannot where nothing is known.
func (v *Verdict) Class() text.Class {
	switch {
	case v.Locked:
		return text.Cannot
	case v.OK:
		return 0
	}
	return text.Findings
}

// resultOf takes the figures of a sheet; rd is all R&D of the year, 分.
func resultOf(s *scoring.Sheet, rd int64, official bool) *Result {
	if s == nil {
		return nil
	}
	r := &Result{Innovation: s.Innovation.Confirmed.String(), Bonus: s.BonusTotal.Confirmed.String(), RD: Wan(rd), Mode: modeSimulated}
	if s.Assessed != nil {
		r.Assessed = s.Assessed.Confirmed.String()
	}
	if s.Completion != nil {
		r.Completion = s.Completion.Confirmed.String() + "%"
	}
	if s.Addback.ID != "" && s.Addback.Exact != nil {
		r.Addback = s.Addback.Score.Confirmed.String()
	}
	if s.Book != nil {
		r.Book = s.Book.String()
	}
	if official {
		r.Mode = modeOfficial
	}
	return r
}

// Wan writes 分 as 万元 with two decimals, half away from zero.
func Wan(fen int64) string {
	s := big.NewRat(fen, 1_000_000).FloatString(2)
	if s == "-0.00" {
		return "0.00"
	}
	return s
}

type (
	// ResultJSON is a [Result] in JSON.
	ResultJSON struct {
		Innovation string `json:"innovation"`
		Bonus      string `json:"bonus"`
		Assessed   string `json:"assessed"`
		Completion string `json:"completion"`
		Addback    string `json:"addback"`
		Book       string `json:"book"`
		RD         string `json:"rd"`
		Mode       string `json:"mode"`
	}
	verdictJSON struct {
		OK           bool             `json:"ok"`
		Integrity    string           `json:"integrity"`
		Signature    string           `json:"signature"`
		Identity     string           `json:"identity"`
		Policy       string           `json:"policy"`
		Score        string           `json:"score"`
		SignOffs     string           `json:"signoffs"`
		Recognitions recognitionsJSON `json:"recognitions"`
		Signer       string           `json:"signer"`
		Enterprise   string           `json:"enterprise"`
		Name         string           `json:"name"`
		Year         int              `json:"year"`
		Period       string           `json:"period"`
		Serial       string           `json:"serial"`
		Pack         string           `json:"pack"`
		SHA256       string           `json:"sha256"`
		Self         *ResultJSON      `json:"self"`
		Confirmed    *ResultJSON      `json:"confirmed"`
		Problems     []problemJSON    `json:"problems"`
		Notes        []noteJSON       `json:"notes"`
		Files        int              `json:"files"`
	}
	recognitionsJSON struct {
		Decided      int `json:"decided"`
		SelfDeclared int `json:"self_declared"`
	}
	problemJSON struct {
		Code    string `json:"code"`
		Message string `json:"message"`
		Entry   string `json:"entry"`
	}
	noteJSON struct {
		Code    string `json:"code"`
		Message string `json:"message"`
	}
)

// JSON gives the figures as JSON has them; nil where there are none.
func (r *Result) JSON() *ResultJSON {
	if r == nil {
		return nil
	}
	j := ResultJSON(*r)
	return &j
}

// JSON prints it as `yice verify --json` does.
func (v *Verdict) JSON(l text.Lang) []byte {
	j := verdictJSON{
		OK: v.OK, Integrity: v.Integrity, Signature: v.Signature, Identity: v.Identity, Policy: v.Policy, Score: v.Score, SignOffs: v.SignOffs,
		Recognitions: recognitionsJSON(v.Recognitions), Signer: v.Signer, Enterprise: v.Enterprise, Name: v.Name, Year: v.Year,
		Period: v.Period, Serial: v.Serial, Pack: v.Pack, SHA256: v.SHA256, Self: v.Self.JSON(), Confirmed: v.Confirmed.JSON(),
		Problems: []problemJSON{}, Notes: []noteJSON{}, Files: v.Files,
	}
	for _, p := range v.Problems {
		j.Problems = append(j.Problems, problemJSON{p.Code, p.Say.In(l), p.Entry})
	}
	for _, n := range v.Notes {
		j.Notes = append(j.Notes, noteJSON{n.Code, n.Say.In(l)})
	}
	return PrintJSON(j)
}

func periodOf(s Sealed) string {
	if s.Year == 0 {
		return s.Period
	}
	return s.of().String()
}
