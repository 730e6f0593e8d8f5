package scoring

import (
	"math/big"
	"slices"
	"strings"

	"yice/form"
	"yice/text"
)

// Explanation is a line in words, ready to be drawn.
type Explanation struct {
	ID         string
	Title      text.Pair
	Score      text.Pair // "10.00 / 15"
	Paragraphs []Paragraph
	Used       []Use
	Rejected   []Use
}

// Paragraph is a labelled part of an explanation: 依据, 口径, 目标, 算式, 差.
type Paragraph struct {
	Label text.Pair
	Lines []text.Pair
}

// LineIDs gives every line Explain knows, in the order of the sheet.
func (s *Sheet) LineIDs() []string {
	var ids []string
	for l := range s.lines {
		ids = append(ids, l.ID)
	}
	return ids
}

// ExplainIDs lists everything Explain knows: the lines of the sheet, then its totals.
func (s *Sheet) ExplainIDs() []string {
	ids := s.LineIDs()
	for _, id := range totalIDs {
		if _, ok := s.explainTotal(id); ok {
			ids = append(ids, id)
		}
	}
	return ids
}

// totalIDs are what explainTotal may know, in the order of the sheet.
var totalIDs = [...]string{"innovation", "annual_contribution", "bonus", "deductions", "assessed", "completion", "base", "priority"}

// Line gives a line of the sheet by its id, or nil.
func (s *Sheet) Line(id string) *Line {
	for l := range s.lines {
		if l.ID == id {
			return l
		}
	}
	return nil
}

// lines visits every line in the order of the sheet.
func (s *Sheet) lines(yield func(*Line) bool) {
	for _, k := range kinds {
		if !k.lines(s, yield) {
			return
		}
	}
}

// eachLine visits lines of one kind; false where nobody wants more.
func eachLine(all []Line, yield func(*Line) bool) bool {
	for i := range all {
		if !yield(&all[i]) {
			return false
		}
	}
	return true
}

// kindOf finds the kind of section that gave a line.
func (s *Sheet) kindOf(l *Line) kind {
	for _, k := range kinds {
		if !k.lines(s, func(o *Line) bool { return o != l }) {
			return k
		}
	}
	return nil // not reached: every line is of one
}

// Explain gives a line's explanation in sentences: clause, reading, parameters, formula with its numbers, gap, what one
// more brings, and the records that counted or did not, with the reason. line is an indicator or bonus id, "addback", a
// deemed id, "payroll_separate" or "payroll_tilt"; of the totals "innovation", "annual_contribution", "bonus", "deductions",
// "assessed", "completion", "base" and "priority" (not among LineIDs); ok is false for others. It does not depend on the order of records.
func (s *Sheet) Explain(line string) (e Explanation, ok bool) {
	l := s.Line(line)
	if l == nil {
		return s.explainTotal(line)
	}
	t := &teller{s: s, l: l, e: Explanation{ID: l.ID, Title: l.Title()}}
	t.clauses()
	s.kindOf(l).explain(t)
	return t.e, true
}

// teller writes one explanation.
type teller struct {
	s *Sheet
	l *Line
	e Explanation
}

// say adds a paragraph; one without lines is left out.
func (t *teller) say(label text.Pair, lines ...text.Pair) {
	lines = slices.DeleteFunc(lines, text.Pair.Empty)
	if len(lines) > 0 {
		t.e.Paragraphs = append(t.e.Paragraphs, Paragraph{label, lines})
	}
}

// clauses cites what the line rests on.
func (t *teller) clauses() {
	var lines []text.Pair
	for _, c := range t.l.Clauses {
		lines = append(lines, text.ScoreClause.With(c.ID, c.Where(), t.s.Pack.Say(c.Gist)))
	}
	if t.l.Chosen {
		lines = append(lines, text.ScoreChosen)
	}
	t.say(text.ScoreLabelClause, lines...)
}

// parameters tells every number of the pack the line rests on, and where it was set. The target has a paragraph of its own.
func (t *teller) parameters() {
	var lines []text.Pair
	if t.l.work.params == nil {
		return
	}
	for _, own := range t.l.work.params() {
		p := &own
		if p.Path == t.l.Target.Path && p.Path != "" {
			continue
		}
		title := settingTitle(p.Path)
		if isWeight(p.Path) { // it is that of the enterprise's own type
			title = text.ScoreParamWeight
		}
		lines = append(lines, text.ScoreParam.With(title, shownParam(p), t.origin(p)))
	}
	t.say(text.ScoreLabelParameter, lines...)
}

// missing says which figures are not there yet.
func (t *teller) missing(sentence text.Pair, more ...any) {
	var lines []text.Pair
	for _, id := range t.l.Missing {
		title, home := t.s.factWanted(id)
		args := append([]any{title, home}, more...)
		lines = append(lines, sentence.With(args...))
	}
	t.say(text.ScoreLabelNoData, lines...)
}

// factWanted names a figure that is missing, and the form it is keyed on.
func (s *Sheet) factWanted(id string) (title, home text.Pair) {
	if line, past := strings.CutPrefix(id, pastPrefix); past {
		if l := s.Line(line); l != nil {
			return text.ScorePastOf.With(l.Title()), text.ScorePastForm
		}
	}
	c, _ := s.Pack.Fact(id)
	return c.Title, factHome(&c)
}

// account tells the result of an account of money: the formula, and the one with pending where it differs.
func (t *teller) account(formula, pending text.Pair) {
	l := t.l
	t.e.Score = text.ScoreMoney.With(form.Grouped(l.Score.Confirmed.String()))
	if l.Status == NoData && l.Exact == nil && l.ExactPending == nil {
		t.e.Score = text.ScoreNoFigure
		return
	}
	if l.Exact != nil {
		t.say(text.ScoreLabelFormula, withResult(formula, l.Exact, l.Score.Confirmed))
	}
	if l.ExactPending != nil && (l.Exact == nil || l.Exact.Cmp(l.ExactPending) != 0) {
		t.say(text.ScoreLabelPending, withResult(pending, l.ExactPending, l.Score.Pending))
	}
}

// withResult ends a formula with its exact figure and the rounded one.
func withResult(formula text.Pair, exact *big.Rat, rounded Dec) text.Pair {
	return text.ScoreResult.With(formula, exactText(exact, int(rounded.Places)+2), form.Grouped(rounded.String()))
}

// Title names a line in both languages.
func (l *Line) Title() text.Pair { return l.Says }
