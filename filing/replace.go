package filing

import "yice/text"

// EarlierImport is what a file may take the place of.
type EarlierImport struct {
	File string // "": of no one import
	At   string // "2024-01-15 10:30"
	Who  string
	Rows int64
	Seq  int64     // of its entry in the history
	Say  text.Pair // the question in words
}

// replaces says what the file, or rows of it, may take the place of; nil where nothing is asked.
func (j *job) replaces() *EarlierImport {
	if len(j.result.Asked) == 0 {
		return nil
	}
	e := &EarlierImport{Say: j.result.Asked[0].Say, Rows: j.result.AskedCount}
	c := j.beside
	if c == nil || len(c.like) == 0 {
		return e
	}
	x := &c.imports[c.like[len(c.like)-1]]
	e.File, e.At, e.Who, e.Rows, e.Seq = x.File, when(x), x.Who, x.Lines, x.Seq
	return e
}
