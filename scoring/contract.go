// Package scoring turns a policy pack and the facts of one enterprise and year into a sheet that explains itself.
//
// It is pure: no I/O, no clock, no randomness, no floats. The pack is untrusted; the loader bounds size, depth and count.
// Start with Load, then Evaluate, then Sheet.Explain.
package scoring

import (
	"math/big"

	"yice/form"
	"yice/text"
)

// Position is a place in a pack's file.
type Position struct{ Line, Col int }

// PackError is one thing wrong with a pack.
type PackError struct {
	Position
	Path string
	Say  text.Pair
}

// PackErrors is everything wrong with a pack, in file order: all at once.
type PackErrors []PackError

func (e PackErrors) Error() string { return e[0].Say.ZH }

// Load parses and checks a pack. On failure err is PackErrors. It never panics, whatever the bytes.
func Load(source []byte) (*Pack, error) { panic("not written") }

// Explain gives a line's explanation in sentences: clause, reading, target, formula with numbers, gap, records.
// line is an indicator or bonus id, "addback", a deemed id, "payroll_separate" or "payroll_tilt"; ok is false for others.
func (s *Sheet) Explain(line string) (e Explanation, ok bool) { panic("not written") }

// LineIDs gives every line Explain knows, in the order of the sheet.
func (s *Sheet) LineIDs() []string { panic("not written") }

// Explanation is a line in words, ready to be drawn.
type Explanation struct {
	ID         string
	Title      text.Pair
	Score      text.Pair // "10.00 / 15"
	Paragraphs []Paragraph
	Used       []Use
	Rejected   []Use
}

// Paragraph is a labelled sentence of an explanation: 依据, 口径, 目标, 算式, 差.
type Paragraph struct {
	Label text.Pair
	Lines []text.Pair
}

// Step is one single improvement valued by re-evaluation.
type Step struct {
	Line   string    // indicator it mainly serves
	Say    text.Pair // "再投入研发 120.00 万元"
	Gain   Dec       // points of the innovation score, confirmed
	Bonus  Dec       // bonus points
	Profit Dec       // assessed profit, 万元
	Form   string    // where to key it
	Takes  *big.Rat
	Also   []text.Pair // cross-effects in words
}

// NextSteps lists every single improvement, best first.
func NextSteps(p *Pack, f *Facts) []Step { panic("not written") }

// Findings gives what the engine notices across forms: card's type ≠ pack's type, rows without the year_by date,
// recognised rows without document, Σ share > 100%, checklist items the pack does not know.
func Findings(p *Pack, f *Facts) []form.Finding { panic("not written") }

// Totals is the score strip: what every edit is measured by.
type Totals struct {
	Innovation, InnovationPending Dec
	Bonus, BonusPending           Dec
	Assessed                      *Dec
	Completion                    *Dec
}
