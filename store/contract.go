// Package store is the workspace: one SQLite file that holds every record of several enterprises and years, its history,
// its totals and its backups. One transaction writes a record, its history and the ledger cube together.
//
// It knows the dictionary only as data (package form): tables and columns are made from it. It never judges a value and
// never scores. Start with Create and Open, then Workspace.Write.
package store

import (
	"context"
	"iter"
	"time"

	"yice/form"
	"yice/text"
)

// Options of opening. The zero value opens for writing with the system clock and the built-in dictionary.
type Options struct {
	ReadOnly bool
	Now      func() time.Time
	Forms    []*form.Form
}

// Workspace is an open file. Safe for concurrent use: one writer, several readers.
type Workspace struct{ impl }

type impl struct{}

// Create makes a new workspace; an existing file is refused. Open opens one: lock, header, ids, version, before anything
// else; the long check runs with Check. Faults have codes "store.…".
func Create(path string, o Options) (*Workspace, error) { panic("not written") }
func Open(path string, o Options) (*Workspace, error)   { panic("not written") }

func (w *Workspace) Close() error   { panic("not written") }
func (w *Workspace) Path() string   { panic("not written") }
func (w *Workspace) ReadOnly() bool { panic("not written") }

// Book is one enterprise's filing year.
type Book struct {
	ID   int64
	USCC string
	Year int
}

// BookInfo is a book with what a list of books shows.
type BookInfo struct {
	Book
	Name, Type string
	Locked     bool // sealed by a submission
	Rows       int64
	ChangedAt  time.Time
}

// Books lists all; FindBook looks one up; OpenBook makes it if it is not there (an empty enterprise row with its uscc).
func (w *Workspace) Books() ([]BookInfo, error) { panic("not written") }
func (w *Workspace) FindBook(uscc string, year int) (b Book, ok bool, err error) {
	panic("not written")
}
func (w *Workspace) OpenBook(uscc string, year int) (Book, error) { panic("not written") }

// SetLocked seals or reopens a year; writing to a sealed one is refused (code "store.locked"). The reason is kept in the history.
func (w *Workspace) SetLocked(b Book, locked bool, who, reason string) error { panic("not written") }
func (w *Workspace) Locked(b Book) (bool, error)                             { panic("not written") }

// ---- reading ----

// Records gives every row of a form in its order; for all but ledgers. Record gives one, nil where it is not there.
func (w *Workspace) Records(b Book, f *form.Form) ([]*form.Record, error) { panic("not written") }
func (w *Workspace) Record(b Book, f *form.Form, row int64) (*form.Record, error) {
	panic("not written")
}
func (w *Workspace) Count(b Book, f *form.Form) (int64, error) { panic("not written") }

// Scan visits every row in order without keeping them: exports, full recounts.
func (w *Workspace) Scan(ctx context.Context, b Book, f *form.Form, visit func(*form.Record) error) error {
	panic("not written")
}

// Query narrows and orders a view. The zero Query is every row in its own order.
type Query struct {
	Find  string // substring of any text column, or of the shown figure
	Where []Where
	Sort  []Sort
}

// Where keeps rows whose field is one of the values (S("") or Value{} matches the empty cell), or lies in [From, To] where those are set.
type Where struct {
	Field    string
	In       []form.Value
	From, To form.Value
}

// Sort orders by a field; ties keep the form's own order.
type Sort struct {
	Field string
	Desc  bool
}

// View is a window over rows: any number of them, read by page.
type View struct{ view }

type view struct{}

// View prepares one. The zero Query costs nothing at any size; others are counted or sorted in the background of ctx,
// with progress in rows.
func (w *Workspace) View(ctx context.Context, b Book, f *form.Form, q Query, progress func(done, of int64)) (*View, error) {
	panic("not written")
}

func (v *View) Len() int { panic("not written") }

// Rows gives n rows from position i (fewer at the end). Index gives the position of a row, -1 where it is not in the view.
func (v *View) Rows(i, n int) ([]*form.Record, error) { panic("not written") }
func (v *View) Index(row int64) int                   { panic("not written") }

// Sum totals a number column over the view with the count of filled cells.
func (v *View) Sum(field string) (sum int64, count int64, err error) { panic("not written") }

// CubeCell is one sum of the ledger: Σ amount and count by what the engine and the returns ask for.
type CubeCell struct {
	Month                                                                 int    // 1–12 by the line's date; 0 without a usable date or outside the year
	Project, Platform                                                     string // natural keys
	Category, Treatment, Source, Activity, Counterparty, CounterpartyUSCC string
	IntraGroup, Original                                                  bool
	Amount                                                                int64 // 分
	Lines                                                                 int64
}

// Cube gives the ledger's sums as the transactions kept them; CountCube counts them afresh, for comparison.
func (w *Workspace) Cube(b Book) ([]CubeCell, error)                           { panic("not written") }
func (w *Workspace) CountCube(ctx context.Context, b Book) ([]CubeCell, error) { panic("not written") }

// CubeKey gives the cell a line falls into, Amount and Lines filled with that line's own.
func CubeKey(b Book, r *form.Record) CubeCell { panic("not written") }

// Flagged gives the rows of a ledger that have findings of their own, oldest first, at most limit; counts by check id
// and severity are exact. Kept in the same transaction as the row.
func (w *Workspace) Flagged(b Book, f *form.Form, limit int) (rows []int64, counts []FlagCount, err error) {
	panic("not written")
}

type FlagCount struct {
	Check    string
	Severity form.Severity
	Rows     int64
}

// ---- writing ----

// Cell is one field of a write: a value, or text that could not be read (then the value is empty).
type Cell struct {
	Field int // position in Form.Fields
	Value form.Value
	Raw   string
}

// Write is one row of a batch. Row 0 makes a new one (after row After, 0: at the end; with all Cells given).
// Delete removes it. Otherwise the cells given are set and the others stay.
type Write struct {
	Form   *form.Form
	Row    int64
	After  int64
	Delete bool
	Cells  []Cell
}

// Batch is one step of undo.
type Batch struct {
	Label  text.Pair // "修改 专利 202110253000.2 状态"
	Who    string
	Writes []Write
}

// RowChange is what a transaction did to a row; nil Before: it is new, nil After: it is gone.
type RowChange struct {
	Form          *form.Form
	Row           int64
	Before, After *form.Record
}

// Result of a write, undo or redo. Seq 0: nothing changed, nothing was written.
type Result struct {
	Seq     int64
	Label   text.Pair
	Changes []RowChange
	// Bulk is set when the step was a bulk import or its undo: Changes is then empty and sums must be read again.
	Bulk bool
	Form *form.Form
	// Rows are the row ids of the batch's Writes, in their order.
	Rows []int64
}

// Write commits a batch: rows, history, cube, flags, in one transaction with synchronous=FULL.
func (w *Workspace) Write(b Book, batch Batch) (Result, error) { panic("not written") }

// Undo takes the newest step of the book back, Redo puts it again; both append to the history. Result.Seq is 0 where there is none.
func (w *Workspace) Undo(b Book, who string) (Result, error) { panic("not written") }
func (w *Workspace) Redo(b Book, who string) (Result, error) { panic("not written") }

// NextUndo and NextRedo say what would be undone, Empty where nothing.
func (w *Workspace) NextUndo(b Book) (text.Pair, error) { panic("not written") }
func (w *Workspace) NextRedo(b Book) (text.Pair, error) { panic("not written") }

// Bulk adds many new rows of one form as one step, one history entry: the file's digest and a batch id. Half-done is
// undone. rows yields records without ids; an error from it rolls everything back.
type Bulk struct {
	Label  text.Pair
	Who    string
	File   string // shown name
	Digest string // of the file's content
}

func (w *Workspace) WriteBulk(ctx context.Context, b Book, f *form.Form, bulk Bulk, rows iter.Seq2[*form.Record, error]) (Result, int64, error) {
	panic("not written")
}

// Transaction makes several writes and bulk writes one all-or-nothing step (a folder import).
func (w *Workspace) Transaction(b Book, label text.Pair, who string, do func(*Tx) error) (Result, error) {
	panic("not written")
}

// Tx is a transaction under way; its methods are those of Workspace within it.
type Tx struct{ tx }

type tx struct{}

func (t *Tx) Write(writes []Write) ([]int64, error) { panic("not written") }
func (t *Tx) Bulk(ctx context.Context, f *form.Form, bulk Bulk, rows iter.Seq2[*form.Record, error]) (int64, error) {
	panic("not written")
}

// ---- history ----

// Entry is one row of the history.
type Entry struct {
	Seq      int64
	At       time.Time
	Who      string
	Kind     string // "do", "undo", "redo", "bulk", "lock"
	Label    text.Pair
	Form     string
	Row      int64
	Key      string
	Field    string
	Old, New string // canonical texts
}

// HistoryQuery narrows; zero members do not.
type HistoryQuery struct {
	Form, Field, Who string
	Row              int64
	From, To         time.Time
	Before           int64 // entries with smaller Seq, for paging
	Limit            int
}

func (w *Workspace) History(b Book, q HistoryQuery) ([]Entry, error) { panic("not written") }

// HistoryHead is the newest hash of the chain; VerifyHistory walks it and compares rows with what it recorded, and names each row that was changed behind the program's back.
func (w *Workspace) HistoryHead() (string, error)                              { panic("not written") }
func (w *Workspace) VerifyHistory(ctx context.Context) ([]form.Finding, error) { panic("not written") }

// ---- beside the records ----

// Setting and SetSetting keep small texts by name, for the workspace (operator, language, theme, mapping memory, …).
func (w *Workspace) Setting(name string) (string, error)               { panic("not written") }
func (w *Workspace) SetSetting(name, value string) error               { panic("not written") }
func (w *Workspace) Settings(prefix string) (map[string]string, error) { panic("not written") }

// Note is a text of a book by kind and id: written reasons ("reason"), drafts of the field under the cursor ("draft"),
// sign-offs ("signoff"), recognitions taken in ("recognition"), submissions made ("submission"), receipts ("receipt").
type Note struct {
	Kind, ID string
	Text     string
	Who      string
	At       time.Time
}

func (w *Workspace) Notes(b Book, kind string) ([]Note, error) { panic("not written") }

// PutNote writes one; an empty Text removes it. All but drafts go into the history.
func (w *Workspace) PutNote(b Book, n Note) error { panic("not written") }

// PackFile is a policy pack kept in the workspace.
type PackFile struct {
	SHA256    string
	Year      int
	Status    string
	Source    []byte
	Signature []byte
	AddedAt   time.Time
}

func (w *Workspace) Packs() ([]PackFile, error)     { panic("not written") }
func (w *Workspace) AddPack(p PackFile) error       { panic("not written") }
func (w *Workspace) RemovePack(sha256 string) error { panic("not written") }

// AttachFile copies a file into the evidence folder, named by its hash, and gives the entry for a Files cell.
func (w *Workspace) AttachFile(path string) (entry string, err error) { panic("not written") }

// EvidencePath gives where an entry of a Files cell lies, for opening and for submissions.
func (w *Workspace) EvidencePath(entry string) (string, error) { panic("not written") }

// ---- safety ----

// Backup writes a verified copy and rotates; dir "" is the folder beside the workspace. Backups lists them, newest first.
func (w *Workspace) Backup(dir string) (path string, err error) { panic("not written") }

type BackupInfo struct {
	Path  string
	At    time.Time
	Bytes int64
	Head  string // head of the history in it
	Rows  int64
}

func Backups(workspace string) ([]BackupInfo, error) { panic("not written") }

// Restore puts a backup in the place of a closed workspace; what was there is kept beside it.
func Restore(workspace, backup string, o Options) error { panic("not written") }

// Check is the long check: pages, totals against a recount, tail of the history. Problems are findings in words.
func (w *Workspace) Check(ctx context.Context) ([]form.Finding, error) { panic("not written") }
