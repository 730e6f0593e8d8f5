// Package entry is a working session over one enterprise's filing year: put, undo, findings, score, what-if. It is the one
// door for tui, filing and cmd; it keeps the facts in memory, moves them by the delta of each write, and never reads
// again what it has just written.
//
// Start with Open, then Session.Put.
package entry

import (
	"context"
	"time"

	"yice/form"
	"yice/returns"
	"yice/scoring"
	"yice/store"
	"yice/text"
)

// Options of a session.
type Options struct {
	Who string // the operator, for the history
	// Pack scores with this pack (--pack); nil: the workspace's issued pack for the year, else its draft, else Template.
	Pack *scoring.Pack
	// Template gives the built-in pack of a year as a draft (nil, false where there is none).
	Template func(year int) (*scoring.Pack, bool)
	Now      func() time.Time
	// Create opens a year that is not there yet; otherwise it is a Fault.
	Create bool
}

// Session is safe for concurrent use.
type Session struct{ impl }

type impl struct{}

// Open opens a session. Close leaves the workspace open.
func Open(w *store.Workspace, uscc string, year int, o Options) (*Session, error) {
	panic("not written")
}
func (s *Session) Close() error { panic("not written") }

func (s *Session) Workspace() *store.Workspace          { panic("not written") }
func (s *Session) Book() store.Book                     { panic("not written") }
func (s *Session) Enterprise() (uscc, name, typ string) { panic("not written") }
func (s *Session) Year() int                            { panic("not written") }
func (s *Session) Locked() bool                         { panic("not written") }

// Pack is the pack in force for this session; PackNote says why it is this one, or what is wrong (no pack for the year).
// Pack may be nil: then there is no sheet.
func (s *Session) Pack() *scoring.Pack { panic("not written") }
func (s *Session) PackNote() text.Pair { panic("not written") }

// ---- reading ----

// FormState is one form on the overview.
type FormState struct {
	Form    *form.Form
	Rows    int64
	Filled  int // single forms: fields filled and asked for
	Asked   int
	Must    int // open 强制性 findings
	Verify  int // 核实性 without a reason
	Pending int // rows not yet recognised
}

func (s *Session) States() []FormState { panic("not written") }

// Rows of registers come from memory, of ledgers from disk by view.
func (s *Session) Record(f *form.Form, row int64) (*form.Record, error) { panic("not written") }
func (s *Session) View(ctx context.Context, f *form.Form, q store.Query, progress func(done, of int64)) (*store.View, error) {
	panic("not written")
}

// LastYear gives the row's counterpart in the year before (by natural key; the single row), nil where there is none.
func (s *Session) LastYear(f *form.Form, r *form.Record) *form.Record { panic("not written") }

// Choices gives the rows a Ref field can name: key and title. Items gives the checklist items the pack asks for.
type Choice struct{ Key, Title string }

func (s *Session) Choices(f *form.Field) []Choice { panic("not written") }

// ---- writing ----

// Edit is one change as typed. Row 0 makes a row; within one Apply, rows made are numbered -1, -2, … by the order of
// first use so that later edits can name them (Row: -1). Remove deletes the row; Field and Typed are then ignored.
type Edit struct {
	Form   *form.Form
	Row    int64
	After  int64 // for a new row: the row it follows; 0: at the end
	Field  string
	Typed  string
	Unit   form.Unit // of a bare money figure; NoUnit: the field's own screen unit
	Remove bool
}

// Outcome of a write: what the rows are now, what is wrong in them, and how the score moved.
type Outcome struct {
	Seq           int64 // 0: nothing changed
	Label         text.Pair
	Rows          []int64 // the row of each edit
	Records       []*form.Record
	Findings      []form.Finding // of the rows touched
	Before, After scoring.Totals
	Changes       []scoring.Change // lines of the sheet that moved
}

// Put types one cell; Apply makes several edits one step of undo. Text that cannot be read is kept as typed and is a finding.
func (s *Session) Put(f *form.Form, row int64, field, typed string) (Outcome, error) {
	panic("not written")
}
func (s *Session) Apply(label text.Pair, edits []Edit) (Outcome, error) { panic("not written") }

// PutRecords adds or replaces whole rows as one step (paste, import, merge): rows with ID 0 are new.
func (s *Session) PutRecords(label text.Pair, f *form.Form, records []*form.Record) (Outcome, error) {
	panic("not written")
}

func (s *Session) Undo() (Outcome, error)              { panic("not written") }
func (s *Session) Redo() (Outcome, error)              { panic("not written") }
func (s *Session) CanUndo() (label text.Pair, ok bool) { panic("not written") }
func (s *Session) CanRedo() (label text.Pair, ok bool) { panic("not written") }

// Reload reads everything again, after a bulk import or a change from outside.
func (s *Session) Reload(ctx context.Context) error { panic("not written") }

// ---- judging ----

// FindingID names a finding for `yice reason`: check@form/row/field.
func FindingID(f form.Finding) string { panic("not written") }

// Findings gives all, 强制性 first, then in the order of forms and rows. For a ledger with very many flagged rows the
// first thousand are listed; Counts is exact.
func (s *Session) Findings() []form.Finding              { panic("not written") }
func (s *Session) Counts() (must, verify, explained int) { panic("not written") }

// Reason writes the reason of a 核实性 finding; an empty phrase (核实无误 …) is refused; "" takes it back.
func (s *Session) Reason(findingID, reason string) error { panic("not written") }

// Sheet is the score now; nil where there is no pack. Facts are what it was made from; both must not be changed.
func (s *Session) Sheet() *scoring.Sheet  { panic("not written") }
func (s *Session) Facts() *scoring.Facts  { panic("not written") }
func (s *Session) Totals() scoring.Totals { panic("not written") }

// Recompute builds the facts afresh from the file, for comparison with the incremental ones.
func (s *Session) Recompute(ctx context.Context) (*scoring.Facts, error) { panic("not written") }

// WhatIf scores hypothetical edits beside today's sheet; nothing is written.
func (s *Session) WhatIf(edits []Edit) (*scoring.Sheet, []scoring.Change, error) {
	panic("not written")
}

// NextSteps lists single improvements, best first. It is slow (tens of ms): call it outside the frame.
func (s *Session) NextSteps() []scoring.Step { panic("not written") }

// Returns gives the inputs of the statutory returns.
func (s *Session) Returns() *returns.Inputs { panic("not written") }

// ---- more of the desk ----

// Records gives every row of a register or single form from memory, in the form's order; nil for a ledger. Not to be changed.
func (s *Session) Records(f *form.Form) []*form.Record { panic("not written") }

// Find gives the row of a register with a natural key, nil where there is none.
func (s *Session) Find(f *form.Form, key string) *form.Record { panic("not written") }

// ChecklistItem is one thing the pack asks: Record is its row, or an unanswered stand-in (ID < 0) that Put on form
// checklist turns into a real row when it is first answered.
type ChecklistItem struct {
	Item      string
	Clauses   []string
	Milestone bool   // set for this enterprise alone
	Due       string // date of a milestone, or ""
	Answer    string // 是, 否 or 未填
	Record    *form.Record
}

// ChecklistItems gives every item the pack lists and every milestone it sets for the enterprise, in the pack's order, then
// rows the pack does not know.
func (s *Session) ChecklistItems() []ChecklistItem { panic("not written") }

// CheckDeep scans the ledger once for likely doubles and outliers; Findings then holds them until the lines change. Slow
// for large ledgers: call it when idle, in `check` and before sealing. It does nothing where nothing changed.
func (s *Session) CheckDeep(ctx context.Context) error { panic("not written") }

// ParseEdits reads the hypothetical edits of the command line: sets such as "patent[202110253000.2].status=授权" or
// "annual.revenue=8亿", adds such as "award:level=市级,achievement_title=…". A bare money figure is 元, as in files.
func (s *Session) ParseEdits(sets, adds []string) ([]Edit, error) { panic("not written") }

// Draft keeps the text of the field under the cursor, so that a crash loses nothing; "" clears it. TakeDraft gives the
// one left behind by a session that did not end well, once.
func (s *Session) Draft(f *form.Form, row int64, field, typed string) error { panic("not written") }
func (s *Session) TakeDraft() (d Draft, ok bool)                          { panic("not written") }

// Draft is text that was being typed when a session ended.
type Draft struct {
	Form  string
	Row   int64 // 0: a row not made yet
	Field string
	Typed string
	At    time.Time
}

// Role of a sign-off, in the order they sign.
type Role string

const (
	Preparer       Role = "填表人"
	StatisticsHead Role = "统计负责人"
	UnitHead       Role = "单位负责人"
)

// SignOff is one confirmation. Standing is false when the year was changed after it: it must be given again.
type SignOff struct {
	Role     Role
	Name     string // "" where nobody has signed
	Date     string // "2024-01-15"
	Standing bool
}

// SignOffs gives the three roles in order. Sign writes one: a later role needs the earlier ones standing.
func (s *Session) SignOffs() ([]SignOff, error)            { panic("not written") }
func (s *Session) Sign(role Role, name, date string) error { panic("not written") }

// Carried says what opening the next year took over.
type Carried struct {
	Book  store.Book
	Forms []CarriedForm
}

// CarriedForm is one form of it: rows taken over of rows there were.
type CarriedForm struct {
	Form      *form.Form
	Taken, Of int64
}

// NextYear opens the year after and carries over what persists, as one step of undo. A year that already has rows is refused.
func NextYear(w *store.Workspace, uscc string, from int, who string) (Carried, error) {
	panic("not written")
}
