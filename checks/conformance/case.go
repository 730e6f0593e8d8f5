package main

import "time"

// Case is one file with what its reader brings, and the answers.
type Case struct {
	Name    string   `json:"name"`
	Says    string   `json:"says"`
	Kind    string   `json:"kind"` // submission, receipt, receipts, decision, register
	File    string   `json:"file"`
	Given   Given    `json:"given"`
	Verdict *Verdict `json:"verdict,omitempty"` // of a submission
	Signed  *Signed  `json:"signed,omitempty"`  // of another signed file
}

// Given is what the reader brings: files of this folder, "" for nothing.
type Given struct {
	Keys      string    `json:"keys"` // a register, taken as it is
	Pack      string    `json:"pack"` // its signature lies beside it, .sm2sig
	Decisions []string  `json:"decisions"`
	Log       string    `json:"log"`      // a registry's log, which a receipt is looked for in
	OpenKey   string    `json:"open_key"` // a private key, for an encrypted file
	Now       time.Time `json:"now"`
}

// Verdict are the fields of `yice verify --json` that a case fixes. Sentences are not fixed.
type Verdict struct {
	OK           bool         `json:"ok"`
	Integrity    string       `json:"integrity"`
	Signature    string       `json:"signature"`
	Identity     string       `json:"identity"`
	Policy       string       `json:"policy"`
	Score        string       `json:"score"`
	SignOffs     string       `json:"signoffs"`
	Recognitions Recognitions `json:"recognitions"`
	Signer       string       `json:"signer"`
	Enterprise   string       `json:"enterprise"`
	Year         int          `json:"year"`
	Period       string       `json:"period"`
	Serial       string       `json:"serial"`
	Self         *Figures     `json:"self"`
	Confirmed    *Figures     `json:"confirmed"`
	Problems     []Problem    `json:"problems"`
	Notes        []string     `json:"notes"`
}

// Figures are those of a score that recognitions and policy move.
type Figures struct {
	Innovation string `json:"innovation"`
	Bonus      string `json:"bonus"`
	Assessed   string `json:"assessed"`
	Mode       string `json:"mode"`
}

// Recognitions are counted.
type Recognitions struct {
	Decided      int `json:"decided"`
	SelfDeclared int `json:"self_declared"`
}

// Problem is a code and the entry it is about.
type Problem struct {
	Code  string `json:"code"`
	Entry string `json:"entry"`
}

// Signed is what is to be said of a receipt, a file of decisions or a register: whether it can be read at all, whether its
// signature says what it signs, and who signed, asked of the keys given. A receipt that does not prove its number, and a log
// whose head is not that of its entries, cannot be read.
type Signed struct {
	Reads    bool   `json:"reads"`
	Typed    bool   `json:"typed"`
	Signer   string `json:"signer"`   // fingerprint, "" where it is unsigned
	Identity string `json:"identity"` // trusted, unknown, wrong, unasked
	Log      string `json:"log"`      // of a receipt: has, lacks (the log has another one there, or is shorter), unasked
}
