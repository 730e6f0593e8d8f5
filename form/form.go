// Package form is the data dictionary: which forms there are, which fields they have, what a value is, how it is typed
// and how it is shown, and the checks that one row can answer for by itself.
//
// It is data. Tables, columns, widgets, import headers, export columns, help and the manual all come from the [Form]
// and [Field] literals here; adding a field or a form is a change to one file of this package. It does no I/O, keeps no
// state and never uses a float: money is int64 分, decimals are scaled integers.
//
// Start with [All], then [Field.Parse] and [Field.Show], then [Form.Check].
package form

import "yice/text"

// Kind is what a field holds and how its text is read.
type Kind uint8

const (
	Text     Kind = iota // one line
	Note                 // several lines
	Int                  // whole number
	Money                // 分 in int64
	Decimal              // scaled by 10^Field.Decimals
	Percent              // millionths: 60% is 600000
	Date                 // "2023-03-15"
	Month                // "202303"; "000000" where the field allows it
	CodeKind             // the id of one of Field.Codes
	Ref                  // the natural key of a row of form Field.Ref
	Flag                 // "是" or "否"
	ID                   // an identifier with a rule of its own, Field.Identifier
	Files                // evidence: "sha256:name" entries, joined by "|"
)

// Scope says how many rows a form has and of what.
type Scope uint8

const (
	PerEnterprise Scope = iota // one row an enterprise and year, the enterprise's card
	PerYear                    // one row an enterprise and year
	Register                   // some rows a year, kept in memory
	Ledger                     // up to millions of rows a year, kept on disk; in memory only as its cube
)

// Unit is a unit a figure is shown or typed in. Money units convert; others are only titles.
type Unit struct {
	Title text.Pair
	// Fen is how many 分 one unit has (元 100, 千元 100_000, 万元 1_000_000); 0 for what is not money.
	Fen int64
}

var (
	NoUnit   = Unit{}
	Yuan     = Unit{text.Pair{ZH: "元", EN: "CNY"}, 100}
	Thousand = Unit{text.Pair{ZH: "千元", EN: "CNY 1k"}, 100_000}
	Wan      = Unit{text.Pair{ZH: "万元", EN: "CNY 10k"}, 1_000_000}
	Persons  = Unit{Title: text.Pair{ZH: "人", EN: "persons"}}
	PersonMo = Unit{Title: text.Pair{ZH: "人月", EN: "person-months"}}
	Pieces   = Unit{Title: text.Pair{ZH: "件", EN: "items"}}
	Count    = Unit{Title: text.Pair{ZH: "个", EN: "items"}}
	Place    = Unit{Title: text.Pair{ZH: "位", EN: "place"}}
	Papers   = Unit{Title: text.Pair{ZH: "篇", EN: "papers"}}
)

// Code is one entry of a code list: stored by its id, shown by its title, read by either (and by pinyin initials on screen).
type Code struct {
	ID    string
	Title text.Pair
	// NBS is the number the statistical form gives it, or "".
	NBS string
	// Also are other names people write for it; read, never shown.
	Also []string
	// Outside: the policy pack does not name it. Rows may bear it, nobody is offered it.
	Outside bool
}

// Identifier names the rule of an ID field.
type Identifier uint8

const (
	NoIdentifier Identifier = iota
	USCC                    // 统一社会信用代码, GB 32100-2015
	PatentNumber            // application number with check digit
	StandardNumber
	Industry // of an open code list: GB/T 4754, two to four digits, with or without its letter
	Area     // of an open code list: GB/T 2260, six digits
)

// Field is one column of a form. A field is defined here once; see the package comment.
type Field struct {
	ID         string
	Title      text.Pair
	Kind       Kind
	Unit       Unit // the unit of the screen and of prints; files under an id header always use 元
	Codes      []Code
	Required   bool
	Ref        string // for Ref: the form referred to
	Decimals   int    // for Decimal
	Identifier Identifier
	Help       text.Pair
	Source     string   // clause, NBS code, standard: "C20 · 107-2 〔8–19〕"
	Ditto      bool     // a new row below takes it over on the ditto key and in fast keying
	AllowZeros bool     // Month: 000000 is a value (a project that failed within the year)
	Width      int      // preferred cells in a grid; 0: by kind
	Synonyms   []string // other headers an import knows it by
	// InYear: the date or month lies in the filing year, so that 0315 or 3.15, or 6, typed on a screen is enough. Files state the year.
	InYear bool
	// Aside: seldom filled; Enter passes over it in keying unless something is wrong there. Tab and the arrows reach it.
	Aside bool
	// Carry says whether opening the next year takes the value over.
	Carry bool
	// Applies, where set, says whether the field applies to a row; a field that does not is greyed and skipped. One that
	// holds something always does, so that it can be cleared.
	Applies func(*Record) bool
	// OpenCodes: Codes is a pick list, other codes that fit Pattern and the rule of Identifier are values too.
	OpenCodes bool
	Pattern   string // for OpenCodes, an anchored regular expression of the stored form
	Signed    bool   // a number that may be negative; of others a negative one is a finding
	// Plain: a code people type (a project's, a person's): full-width letters and digits are read as half-width.
	Plain bool
	// Worded: a text that the policy pack words, in Chinese: shown in English as the built-in template reads there.
	Worded bool
	// Later: a date that may well lie after the filing year.
	Later bool
	// Brought: a policy pack brings it, in its own words.
	Brought bool
	// Named: the codes are names that a pack may give otherwise.
	Named Named
}

// Form is one form of the dictionary.
type Form struct {
	ID     string
	Title  text.Pair
	Scope  Scope
	Fields []Field
	// Keys are the natural keys, tried in order: the first whose first field is not empty names the row.
	// Empty: rows have no key of their own; see Alike. Lines of a ledger are known by the import that brought them.
	Keys    [][]string
	Clauses []string
	// Alike are the fields by which a row without natural key is taken for one that is there: an import asks before it
	// adds another. Two real rows may share them, so that is a finding 核实性 and not a doubled key. The first must be
	// filled; one that is empty on either side tells nothing apart.
	Alike []string
	// Label are the fields a person knows a row by where it has no natural key.
	Label  []string
	Help   text.Pair
	Checks []Check
	// Recognised: the rows are recognised by an authority and have the recognition group.
	Recognised bool
	// Binds are the fields that such a recognition is bound to: see Record.Unbind.
	Binds []string
	// Persists, where set, says whether a row is carried over into year. Nil: none are.
	Persists func(r *Record, year int) bool

	// RecognitionLasts: last year's recognition still holds for a row that is carried over.
	RecognitionLasts bool

	// Brought: a policy pack brings the form.
	Brought bool
	// Groups are the parts of a long form as people fill it in, each with its heading; what none names comes last, without one.
	// They order a screen, never a file.
	Groups []Group
	// Follows says how a line keyed follows from those before it; nil where none does.
	Follows *Follows
	// Unique are fields that no two rows have alike besides the natural key; Bands are figures held against last year's. Both ask
	// for more than one row, and are judged where all are known.
	Unique []Unique
	Bands  []Band

	index   map[string]int
	headers func() map[string]int
}

// Follows says how a line of a ledger follows from lines before it, in ids of fields: who keys a line of the same kind for the same
// thing keys its number and its amount.
type Follows struct {
	About string   // the text that says what it was spent on
	For   []string // what it was spent for; a line names one of them
	Kind  []string // the codes that go with About
	Way   []string // the codes that go with For
	Same  []string // what only a line alike in About and For tells
	Next  string   // the number, counted on from the line above
}

// Group is a part of a form: a heading and the ids of its fields.
type Group struct {
	Title  text.Pair
	Fields []string
}

// Severity of a finding.
type Severity uint8

const (
	Must   Severity = iota // 强制性: blocks submitting until mended
	Verify                 // 核实性: a written reason lets it stand
)

func (s Severity) Title() text.Pair {
	if s == Must {
		return text.Pair{ZH: "强制性", EN: "must fix"}
	}
	return text.Pair{ZH: "核实性", EN: "to verify"}
}

// Check is a rule that one row can answer for. Fields[0] is where the finding is shown.
// Bad, or BadIn where the rule looks at the filing year, gives the sentence of the finding (naming the numbers compared
// and what to do), and whether there is one.
type Check struct {
	ID       string // unique in the dictionary: "spend.reversal-remark"
	Severity Severity
	Fields   []string
	Bad      func(r *Record) (say text.Pair, bad bool)
	BadIn    func(r *Record, year int) (say text.Pair, bad bool)
}

// Finding is one thing to mend or to explain. Findings come from rows (here), across forms (returns, scoring) and from
// the workspace; entry gathers them.
type Finding struct {
	Check    string
	Severity Severity
	Form     string // form id
	Row      int64  // row id; 0 for the form as a whole
	Key      string // natural key, or a label a person would know the row by
	Field    string // field id; "" for the row
	Message  text.Pair
	// Short is the message without its place, for a screen that already stands there; empty: Message is short enough.
	Short text.Pair
	// Explained and Reason are filled by entry for a 核实性 finding with a standing written reason.
	Explained bool
	Reason    string
}

// Index gives the position of a field, or -1.
func (f *Form) Index(field string) int {
	if i, ok := f.index[field]; ok {
		return i
	}
	return -1
}

// Field gives a field by id, or nil.
func (f *Form) Field(id string) *Field {
	if i := f.Index(id); i >= 0 {
		return &f.Fields[i]
	}
	return nil
}

// Keyed reports whether rows have a natural key.
func (f *Form) Keyed() bool { return len(f.Keys) > 0 }

// Single reports whether a form has exactly one row a year.
func (f *Form) Single() bool { return f.Scope == PerEnterprise || f.Scope == PerYear && !f.Keyed() }
