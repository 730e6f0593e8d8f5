// Package filing is what crosses the boundary of the desk: import and export of tables, the submission file and its
// verification, prints and reports, and what a regulator does with many submissions.
//
// Everything that comes in is untrusted: it has limits, it never writes half of itself, and what is refused comes back with
// row, column, value and reason. Filing reads and writes through a session (package entry) and its workspace; it never
// decides what a value means (package form) nor what it is worth (package scoring).
//
// Start with [Prepare] for import, [Submit] and [Verify] for the submission file, [Collect] for the regulator's side.
package filing

import (
	"time"

	"yice/filing/intake"
	"yice/filing/intake/delimited"
	"yice/filing/submission"
	"yice/form"
	"yice/seal"
	"yice/text"
)

// ---- reading a table ----

// Encoding is how the text of a file is stored.
type Encoding = delimited.Encoding

// The encodings of package delimited, by the names they bear here.
const (
	AutoEncoding = delimited.Auto
	UTF8         = delimited.UTF8
	UTF8BOM      = delimited.UTF8BOM
	GB18030      = delimited.GB18030
	UTF16        = delimited.UTF16
	UTF16LE      = delimited.UTF16LE
	UTF16BE      = delimited.UTF16BE
)

// ReadOptions say how to read a file. The zero value finds out.
type ReadOptions = intake.ReadOptions

// Source is a table that came from outside: a file or pasted text, as it was understood. Rows are read from it again and
// again and never kept.
type Source = intake.Reading

// Recipe says how a shape of table is read.
type Recipe = intake.Recipe

// Refusal is a row that cannot come in, with the place and the reason.
type Refusal = intake.Refusal

// ---- importing ----

// ImportOptions of one import.
type ImportOptions struct {
	Read     ReadOptions
	GoodRows bool // write the good rows although others are refused
	DryRun   bool // say what would happen and write nothing
	// Mode says what to do where a file may be one that came before, or a row one that is there. Zero: nothing is written
	// and the question stands in the result.
	Mode ImportMode
	// BlankErases lets a blank cell empty what is there. Else it says nothing.
	BlankErases bool
	// Recipe to read files by; nil: the one remembered for the header, else the built-in one that fits.
	Recipe *Recipe
	// AcceptDifference is why the file's own totals may differ from its lines; it stays in the history.
	AcceptDifference string
	Who              string // the operator, for the history; "": the one in the settings
	// Progress, where set, hears how many rows have been read.
	Progress func(rows int64)
	// Held, where set, hears how many of the rows that are there already have been looked at, before the file is read.
	Held func(done, of int64)
}

// ImportMode is the answer to whether something is the same as before or another.
type ImportMode uint8

const (
	ModeAsk     ImportMode = iota
	ModeReplace            // a mended file takes the place of its earlier import, a row that of the one it is alike
	ModeAdd                // both stand
)

// AskKind says what a question is about.
type AskKind string

const (
	AskMended AskKind = "mended"        // the file looks like an earlier import, mended
	AskThere  AskKind = "already-there" // most of its lines are there, from no one import
	AskTwice  AskKind = "twice"         // two files of one command hold mostly the same lines
	AskAlike  AskKind = "alike"         // a row may be one that is there
	// AskTable: the table itself leaves something open; Code says what. No mode answers it, but a recipe, a sheet's name, or
	// of a difference of totals a reason.
	AskTable AskKind = "table"
)

// Question is what an import cannot decide by itself. Until it is answered by a mode, nothing is written.
type Question struct {
	File string
	Kind AskKind
	Say  text.Pair
	// Table is what an AskTable asks.
	Table *intake.Question
}

// Result is what an import did, or would do. Added, Changed, Unchanged and Removed count good rows; they are 0 when
// nothing was written because of a refused row or an open question.
type Result struct {
	Form      *form.Form
	Files     []string
	Read      int64
	Added     int64
	Changed   int64
	Unchanged int64
	Removed   int64 // by replacing
	Refused   []Refusal
	// RefusedCount is exact; Refused lists at most the first 10,000.
	RefusedCount int64
	// Changes are the cells that change, old and new, the first 1,000; ChangeCount is exact. ByFile, where several files
	// make one result, has each of them.
	Changes     []CellChange
	ChangeCount int64
	ByFile      []Result
	// Asked are questions without an answer, the first 200; AskedCount is exact.
	Asked      []Question
	AskedCount int64
	Said       []text.Pair // what else has to be known: that it is the same file, that files contradict one another
	Ignored    []string    // headers that fit no field
	// Asides are rows that are no records and were left out: totals, and remarks under the table.
	Asides   int64
	Encoding Encoding
	Written  bool
	// Account says what was left out and why, the file's totals and the sums of what comes in; nil of several files, whose
	// accounts ByFile has.
	Account *intake.Account
	Recipe  string // the name of the recipe it was read by
	Sheets  []intake.Sheet
}

// Fate of a row in a plan.
type Fate uint8

const (
	Add Fate = iota
	Change
	Same
	Refuse
)

// PlannedRow is one row of the preview.
type PlannedRow struct {
	Row     int // as in Refusal
	Fate    Fate
	Record  *form.Record // as it would be; nil when refused
	Before  *form.Record // what it changes; nil else
	Changed []int        // positions of fields that change
	Refusal *Refusal
}

// Double is a likely double: a new row beside one that is there or earlier in the file (ledger: voucher, date and amount).
type Double struct {
	Row     int   // in the file
	Of      int64 // row id in the workspace; 0: another row of the file
	OfRow   int   // then this one
	Because text.Pair
}

// Plan is a dry run: what an import would do. Rows previews the first 1,000 that would not stay the same; the counts in
// Result are exact.
type Plan struct {
	Form    *form.Form
	Source  *Source
	Result  Result
	Rows    []PlannedRow
	Doubles []Double
	// Lacking are the required fields that rows which come in, or change, leave empty: what will be found wrong once they are there.
	Lacking []Lack
	// Lines are the first 5,000 rows of the file, of every kind, then those that are totals, in doubt or refused; More is how
	// many others there are.
	Lines []PlannedLine
	More  int64
	// Replaces is what the file or its rows may take the place of; nil: nothing is asked. Result then counts what
	// replacing would do, and Apply, which adds, is the other answer.
	Replaces *EarlierImport
	// Columns are those of the tables that come in, as the file was read for this plan.
	Columns []intake.Column
	plan
}

// Lack is a required field, how many rows leave it empty, and the first of them as a spreadsheet counts.
type Lack struct {
	Field *form.Field
	Rows  int64
	First int
}

// ---- exporting ----

// ExportOptions say how a table is written.
type ExportOptions struct {
	XLSX     bool
	Encoding Encoding // of CSV; AutoEncoding is UTF8BOM
	Titles   bool     // headers are titles with their unit instead of field ids
	Lang     text.Lang
	// Rows, where set, hears how many rows have been written.
	Rows func(done int64)
}

// ---- submitting ----

// Prerequisite is one thing that must be so before a year can be sealed.
type Prerequisite struct {
	ID   string // "must", "verify", "pack", "signoff", "rows", …
	OK   bool
	Need bool // false: advice only, sealing goes on without it
	Say  text.Pair
}

// SubmitOptions of one sealing.
type SubmitOptions struct {
	Who string           // the operator; "": the one in the settings
	Now func() time.Time // nil: the system's clock
	// Key signs: a PEM file (PKCS#8), its passphrase asked for through Passphrase when it is encrypted. "": unsigned.
	Key        string
	Passphrase func() (string, error)
	// EncryptTo is a PEM file with the regulator's public key; "": not encrypted.
	EncryptTo string
	// Trust is a folder of registered keys: the submission is bound to the regulator whose root is pinned there. "": to nobody.
	Trust string
	// Audience binds it to a regulator's root by its fingerprint, as it is typed; "": what Trust says.
	Audience string
	// Period is what is handed in; zero: the year. A quarterly return asks for no sign-off and locks nothing.
	Period   submission.Period
	Evidence bool // take the evidence files along
	NoPage   bool // write no page beside it; an encrypted submission gets none either
	// Unsigned is why the year is sealed although sign-offs are missing or void; "": then it is not.
	Unsigned string
	Progress func(text.Pair)
	// Needs, where set, hears what sealing asks for, met or not, before it is refused for it.
	Needs func([]Prerequisite)
	// Rows, where set, hears how many rows have been read of how many there are to read.
	Rows func(done, of int64)
	// Last, where set, runs the end of the sealing, which writes, while nothing else writes: with a frozen session.
	Last func(seal func() error) error
}

// Receipt says what was sealed.
type Receipt struct {
	File     string
	Serial   string // of this sealing
	Period   string // what it is of: "2026", "2026Q2"; "" of sealings before there were quarterly ones: the year
	Replaces string // serial of the sealing before it, or ""
	Manifest string // SM3 of the manifest, lower-case hex
	Signer   string // fingerprint, or ""
	Rows     int64
	Bytes    int64
	// Page is the verification page beside it, "" where there is none; PageFault why it could not be written, which undoes
	// nothing of the sealing.
	Page      string
	PageFault error
	// Audience is the fingerprint of the regulator's root that it is bound to, "" where it is bound to none.
	Audience string   `json:",omitempty"`
	Log      seal.Log // the history as it was sealed; its size is 0 of a sealing of the first edition
}

// ---- verifying ----

// VerifyOptions of verifying. Zero: nobody is asked who may sign, nothing is measured, no decryption.
type VerifyOptions struct {
	// Trust is a folder of registered keys: who may hand in for whom, issue, decide. "": nobody is asked.
	Trust string
	// Pack is the regulator's policy pack, with its signature beside it (<Pack>.sig): everything is scored again under it.
	Pack string
	// Targets is the table of what was settled for each enterprise, beside Pack; "": what an extract of the pack says holds.
	Targets string
	// Decisions are signed files of recognitions; they count where Trust knows that the signer may decide.
	Decisions []string
	// Earlier are submissions of the year before, to be compared with what is said of it.
	Earlier    []string
	Key        string // private key, for an encrypted submission
	Passphrase func() (string, error)
	Now        func() time.Time // nil: the system's clock

	ready *brought // where many are opened: all of this, read once
}
