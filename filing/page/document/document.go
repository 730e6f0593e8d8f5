package document

import (
	"encoding/json"

	"yice/text"
)

// Say is a sentence in both languages. In JSON it is one string where both read alike, else [Chinese, English].
type Say text.Pair

// MarshalJSON writes the shorter of the two forms.
func (s Say) MarshalJSON() ([]byte, error) {
	if s.EN == "" || s.ZH == s.EN {
		return json.Marshal(s.ZH)
	}
	return json.Marshal([2]string{s.ZH, s.EN})
}

// Document is everything the page shows of one submission, made by the verifier and by nothing else. Figures are decimal
// texts, as the sheet has them, "" where there is none.
type Document struct {
	Verdict Verdict `json:"verdict"`
	// Paper and what follows is what the file says; where the verdict is not OK it is shown as not verified. Nil or empty
	// where it could not be read.
	Paper        *Paper        `json:"paper"`
	Score        *Score        `json:"score"`
	Findings     []Finding     `json:"findings"`
	SignOffs     []SignOff     `json:"signoffs"`
	Unsigned     string        `json:"unsigned"` // the reason given for sealing without sign-off
	Recognitions []Recognition `json:"recognitions"`
	Assumed      []Assumed     `json:"assumed"`
	Settled      *Settled      `json:"settled,omitempty"` // nil: they are assumed
	Tables       []Table       `json:"tables"`
}

// State is the verdict in a word, and the colour of its band.
type State string

const (
	Good    State = "good"    // everything was asked and holds
	Partly  State = "partly"  // what was asked holds, but something that matters was not asked or is a draft
	Bad     State = "bad"     // something that was asked does not hold
	Unknown State = "unknown" // encrypted, and no key to it
)

// Mark is the sign before an answer.
type Mark string

const (
	Holds    Mark = "good"
	TakeNote Mark = "warn"
	Fails    Mark = "bad"
	NotAsked Mark = "none"
)

// Verdict answers the five questions, and says in one line what they come to.
type Verdict struct {
	OK        bool       `json:"ok"`
	State     State      `json:"state"`
	Headline  Say        `json:"headline"`
	Sentence  Say        `json:"sentence"`
	Questions []Question `json:"questions"`
	Problems  []Problem  `json:"problems"`
	Notes     []Problem  `json:"notes"`
}

// Question is one of the five, or of the two beside them.
type Question struct {
	ID       string `json:"id"`
	Title    Say    `json:"title"`
	Mark     Mark   `json:"mark"`
	Answer   Say    `json:"answer"`
	Sentence Say    `json:"sentence"`
}

// Problem is one thing wrong, or worth a note.
type Problem struct {
	Code    string `json:"code"`
	Message Say    `json:"message"`
	Entry   string `json:"entry"`
}

// Paper is what the submission is: who, which year, which sealing, whose key.
type Paper struct {
	Enterprise string `json:"enterprise"` // its name
	USCC       string `json:"uscc"`
	Type       Say    `json:"type"`
	Year       int    `json:"year"`
	Period     string `json:"period"` // "2026", or "2026Q2" of a quarterly return
	Title      Say    `json:"title"`
	Serial     string `json:"serial"`
	Replaces   string `json:"replaces"`
	Sealed     Say    `json:"sealed"`
	Signer     string `json:"signer"` // as the reader's keys name it, else ""
	// Fingerprint of the key whose signature verified; "" where none did.
	Fingerprint string `json:"fingerprint"`
	Audience    string `json:"audience"`
	Pack        string `json:"pack"`
	Mode        Say    `json:"mode"`
	Official    bool   `json:"official"`
	MadeUp      bool   `json:"made_up"`
	Manifest    string `json:"manifest"` // SM3, hex
	SHA256      string `json:"sha256"`   // of the whole file, hex
	Signed      bool   `json:"signed"`
	Unsigned    bool   `json:"unsigned"`
}

// Score is the sheet: confirmed where there is a measure, else the enterprise's own.
type Score struct {
	Measured   bool     `json:"measured"` // Lines are confirmed under the reader's pack
	Figures    []Figure `json:"figures"`
	Indicators []Line   `json:"indicators"`
	Bonus      []Line   `json:"bonus"`
	Profit     []Line   `json:"profit"`
	Payroll    []Line   `json:"payroll"`
	Remarks    []Say    `json:"remarks"`
}

// Figure is one of the totals.
type Figure struct {
	ID        string `json:"id"`
	Title     Say    `json:"title"`
	Self      string `json:"self"`
	Confirmed string `json:"confirmed"` // "" without a measure
	Pending   Say    `json:"pending"`   // what it would be with what is pending; "" where nothing is
	Unfilled  Say    `json:"unfilled"`  // what waits for data and is in neither; "" where nothing does
	Of        Say    `json:"of"`        // full marks, cap, unit
}

// Line is one line of the sheet with how it came about.
type Line struct {
	ID     string `json:"id"`
	Title  Say    `json:"title"`
	Value  Say    `json:"value"`
	Target string `json:"target"`
	Gap    Say    `json:"gap"`
	Status Say    `json:"status"`
	Mark   Mark   `json:"mark"`
	Score  string `json:"score"`
	Of     string `json:"of"`
	// Pending is the score with what is pending, "" where that changes nothing.
	Pending string `json:"pending"`
	// Unfilled are the points that wait for data and are in neither, "" where none do.
	Unfilled string `json:"unfilled"`
	// Progress to full marks in ten-thousandths, and with what is pending; -1 where there is none.
	Progress        int64       `json:"progress"`
	ProgressPending int64       `json:"progress_pending"`
	Total           bool        `json:"total"`
	Paragraphs      []Paragraph `json:"paragraphs"`
	Used            []Use       `json:"used"`
	Rejected        []Use       `json:"rejected"`
	// Forms are the tables the line rests on besides single records: the ledger, the year's figures.
	Forms []string `json:"forms"`
}

// Paragraph is a labelled part of an explanation.
type Paragraph struct {
	Label Say   `json:"label"`
	Lines []Say `json:"lines"`
}

// Use is a record that counted, or did not; Form and Row find it in the tables.
type Use struct {
	Form    string `json:"form"`
	Row     int64  `json:"row"`
	Title   Say    `json:"title"`
	Counts  Say    `json:"counts"`
	Why     Say    `json:"why"`
	Pending bool   `json:"pending"`
}

// Finding is one finding that travels with the file, and the reason written for it.
type Finding struct {
	Kind    Say    `json:"kind"`
	Must    bool   `json:"must"`
	Where   Say    `json:"where"`
	Message Say    `json:"message"`
	Reason  string `json:"reason"`
	Form    string `json:"form"`
	Row     int64  `json:"row"`
}

// SignOff is who confirmed in a role.
type SignOff struct {
	Role Say    `json:"role"`
	Name string `json:"name"`
	Date string `json:"date"`
	How  Say    `json:"how"`
	Mark Mark   `json:"mark"`
	Void bool   `json:"void"`
}

// Recognition is a row that says it is recognised, and whether the regulator decided so.
type Recognition struct {
	Form    string `json:"form"`
	Row     int64  `json:"row"`
	Of      Say    `json:"of"`
	Title   string `json:"title"`
	Says    Say    `json:"says"`
	Basis   string `json:"basis"`
	Decided bool   `json:"decided"`
}

// Assumed is a parameter that the document does not state.
type Assumed struct {
	Of    Say    `json:"of"`
	Name  Say    `json:"name"`
	Value string `json:"value"`
	Path  string `json:"path"`
}

// Settled says that the regulator settled what the document does not state.
type Settled struct {
	Title Say `json:"title"`
	Says  Say `json:"says"`
}

// Table is a form with its rows. Of a ledger only the first rows are here; more are asked of the verifier.
type Table struct {
	Form    string   `json:"form"`
	Title   Say      `json:"title"`
	Count   int64    `json:"count"`
	Columns []Column `json:"columns"`
	Rows    []Row    `json:"rows"`
}

// Column is one field, in the unit it is shown in.
type Column struct {
	ID     string `json:"id"`
	Title  Say    `json:"title"`
	Figure bool   `json:"figure"`
}

// Row is one record; Row is its number in the data file, 2 being the first behind the header.
type Row struct {
	Row   int64 `json:"row"`
	Cells []Say `json:"cells"`
}
