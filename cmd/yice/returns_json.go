package main

import (
	"yice/returns"
	"yice/text"
)

type cellJSON struct {
	Line   string      `json:"line"`
	Shown  *string     `json:"shown"` // null: nobody has given it
	Exact  *int64      `json:"exact"`
	Unit   string      `json:"unit"`
	Behind *behindJSON `json:"behind,omitempty"`
}

type behindJSON struct {
	Form   string     `json:"form"`
	Field  string     `json:"field"`
	Year   int        `json:"year"`
	Months []int      `json:"months,omitempty"`
	Where  []condJSON `json:"where,omitempty"`
}

type condJSON struct {
	Field  string   `json:"field"`
	Values []string `json:"values"`
	From   string   `json:"from,omitempty"`
	To     string   `json:"to,omitempty"`
	Not    bool     `json:"not,omitempty"`
}

type sliceJSON struct {
	ID    string     `json:"id"`
	Title string     `json:"title"`
	Apart string     `json:"apart,omitempty"`
	Cells []cellJSON `json:"cells"`
}

type lineJSON struct {
	ID      string `json:"id"`
	Number  string `json:"number"`
	Title   string `json:"title"`
	Formula string `json:"formula"`
	Step    bool   `json:"step,omitempty"`
}

// returnJSON is a return with every formula, and behind every cell the rows it was made of.
func returnJSON(t *returns.Table, in *returns.Inputs, l text.Lang) any {
	r := t.Return
	lines := []lineJSON{}
	for i := range r.Lines {
		line := &r.Lines[i]
		lines = append(lines, lineJSON{line.ID, line.Number, line.Title.In(l), line.Formula.Says(r).In(l), line.Hidden})
	}
	slices := []sliceJSON{}
	for _, s := range t.Slices {
		j := sliceJSON{ID: s.ID, Title: s.Title.In(l), Apart: s.Apart.In(l), Cells: []cellJSON{}}
		for i := range r.Lines {
			j.Cells = append(j.Cells, cellOf(t, s, &r.Lines[i], l))
		}
		slices = append(slices, j)
	}
	broken := []string{}
	for _, b := range t.Broken() {
		broken = append(broken, b.Says(r).In(l))
	}
	notices := []string{}
	for _, n := range t.Notices() {
		notices = append(notices, n.Say.In(l))
	}
	return struct {
		ID        string      `json:"id"`
		Year      int         `json:"year"`
		Title     string      `json:"title"`
		Basis     string      `json:"basis"`
		Reference string      `json:"reference"`
		Missing   []string    `json:"missing"`
		Lines     []lineJSON  `json:"lines"`
		Slices    []sliceJSON `json:"slices"`
		Broken    []string    `json:"broken"`
		Notices   []string    `json:"notices"`
	}{r.ID, t.Year, r.Title.In(l), r.Basis.In(l), r.Recalled.In(l), wordsOf(r.Missing(in), l), lines, slices, broken, notices}
}

func cellOf(t *returns.Table, s *returns.Slice, line *returns.Line, l text.Lang) cellJSON {
	c := cellJSON{Line: line.ID, Unit: t.MeasureAt(s, line).Title.In(l)}
	if f := t.Exact(s, line); f.Known {
		shown := t.At(s, line)
		c.Shown, c.Exact = &shown, &f.Exact
	}
	b, ok := t.Behind(s, line)
	if !ok {
		return c
	}
	c.Behind = &behindJSON{Form: b.Form, Field: b.Field, Year: b.Year}
	if b.Months[0] > 0 {
		c.Behind.Months = b.Months[:]
	}
	for _, w := range b.Where {
		c.Behind.Where = append(c.Behind.Where, condJSON{w.Field, append([]string{}, w.Values...), w.From, w.To, w.Not})
	}
	return c
}
