package intake

import (
	"math/big"
	"slices"
	"strings"

	"yice/form"
	"yice/text"
)

const (
	leftOutListed = 1_000 // rows left out that are listed; the counts go on
	doubtsListed  = 50
)

// Account is what a reading says of a file beside its lines: what was left out and why, the file's own totals beside ours,
// and what is open.
type Account struct {
	Counts  [Doubtful + 1]int64 // rows by kind
	Refused int64               // of the lines, those that cannot come in
	LeftOut []LeftOut
	Totals  []ColumnTotal
	// Differences are totals of the file that its lines do not add up to.
	Differences []Difference
	Questions   []Question
	// ByMonth and ByCategory are sums of what comes in, in 分; of a ledger.
	ByMonth    map[string]int64
	ByCategory map[string]int64
	// Assumed are texts whose meaning the program took from its own list of names, not from the user.
	Assumed []Assumed
	doubts  int64
	hidden  int64
}

// LeftOut is a row that brings nothing, and why.
type LeftOut struct {
	Sheet string
	Row   int
	Kind  Kind
	Why   text.Pair
	Text  string // its cells, shortened
}

// ColumnTotal is the sum of a column of money over a table's lines, beside what the file states last.
type ColumnTotal struct {
	Sheet  string
	Column string
	Sum    int64 // 分, of the lines as they stand in the file
	Stated int64 // 分
	Said   bool  // the file states one
	Off    int64 // 分, by which what the file states last differs from its lines; 0 where it is one of their sums
	// Rounding is what the shown figures are more than those behind them, in 分; nil: nothing was rounded.
	Rounding *big.Rat
}

// Difference is a total that does not add up.
type Difference struct {
	Sheet  string
	Row    int
	Column string
	Stated int64
	Sum    int64 // the nearest sum of lines
}

// Say tells a difference in a sentence.
func (d Difference) Say() text.Pair {
	return text.IntakeDiffers.With(d.Row, d.Column, yuan(d.Stated), yuan(d.Sum), yuan(d.Stated-d.Sum))
}

// Assumed is a text and the value that the shipped list of names gives it.
type Assumed struct {
	Field, Text, Value string
	Count              int64
}

func yuan(fen int64) string { return probe.Show(form.N(fen)) }

// Lines is how many rows are lines: those that come in and those refused.
func (a *Account) Lines() int64 { return a.Counts[Detail] }

// Rows left out by kind other than blanks.
func (a *Account) Asides() int64 {
	n := int64(0)
	for k, c := range a.Counts {
		if Kind(k) != Detail && Kind(k) != Blank {
			n += c
		}
	}
	return n
}

// Open gives what has to be answered before anything may be written; a difference is answered by a reason.
func (a *Account) Open(accepted string) []Question {
	open := slices.Clone(a.Questions)
	if accepted != "" {
		return open
	}
	for _, d := range a.Differences {
		open = append(open, Question{Code: "intake.differs", Sheet: d.Sheet, Row: d.Row, Say: d.Say()})
	}
	return open
}

func (a *Account) ask(q Question) { a.Questions = append(a.Questions, q) }

// leave counts a row that brings nothing.
func (a *Account) leave(l *Line) {
	a.Counts[l.Kind]++
	if l.Kind == Blank && l.Why == (text.Pair{}) {
		return
	}
	if len(a.LeftOut) < leftOutListed {
		a.LeftOut = append(a.LeftOut, LeftOut{l.Sheet, l.Row, l.Kind, l.Why, shownRow(l.Cells)})
	}
}

// doubt counts a row that is asked about.
func (a *Account) doubt(l *Line) {
	if a.doubts++; a.doubts <= doubtsListed {
		a.ask(Question{Code: "intake.doubt", Sheet: l.Sheet, Row: l.Row, Say: text.IntakeDoubt.With(l.Row, l.Why)})
	}
}

// sumUp adds what a record brings to the sums by month and category; ok is false where a sum is beyond what can be kept.
func (a *Account) sumUp(r *form.Record) bool {
	fen := r.Num("amount")
	month := "—"
	if d := r.Str("date"); len(d) >= 7 {
		month = d[:7]
	}
	var ok1, ok2 bool
	a.ByMonth[month], ok1 = add(a.ByMonth[month], fen)
	category := r.Str("category")
	a.ByCategory[category], ok2 = add(a.ByCategory[category], fen)
	return ok1 && ok2
}

func (a *Account) assumed(field, from, to string) {
	for i := range a.Assumed {
		if x := &a.Assumed[i]; x.Field == field && x.Text == from {
			x.Count++
			return
		}
	}
	if len(a.Assumed) < leftOutListed {
		a.Assumed = append(a.Assumed, Assumed{field, from, to, 1})
	}
}

// shownRow is a row in one line of text.
func shownRow(cells [][]byte) string {
	out := make([]byte, 0, 120)
	for _, c := range cells {
		if len(c) == 0 {
			continue
		}
		if len(out) > 0 {
			out = append(out, " | "...)
		}
		out = append(out, shorten(c)...)
		if len(out) > 240 {
			return string([]rune(string(out))[:80]) + "…"
		}
	}
	return string(out)
}

// unknown remembers a text of a field that no value is known for; the question names them all.
func (a *Account) unknown(field, s string) {
	for i := range a.Questions {
		if q := &a.Questions[i]; q.Code == unmapped && q.Field == field {
			if !slices.Contains(q.Values, s) && len(q.Values) < leftOutListed {
				q.Values = append(q.Values, s)
				q.word()
			}
			return
		}
	}
	q := Question{Code: unmapped, Field: field, Values: []string{s}}
	q.word()
	a.ask(q)
}

// word says what a question for values asks, and where a recipe answers it.
func (q *Question) word() { q.Say = q.Asked().Then(text.IntakeUnmappedHow.With(q.Field)) }

// Asked is what a question says to whoever can answer it at once.
func (q *Question) Asked() text.Pair {
	if q.Code != unmapped {
		return q.Say
	}
	shown := strings.Join(q.Values[:min(len(q.Values), 8)], ", ")
	return text.IntakeUnmapped.With(text.IntakeFieldNames[q.Field], len(q.Values), shown)
}

// unmapped is the code of a question for values.
const unmapped = "intake.unmapped"
