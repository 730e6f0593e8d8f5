package filing

import (
	"errors"

	"yice/filing/intake/incoming"
	"yice/filing/submission"
	"yice/form"
	"yice/text"
)

func fault(code string, class text.Class, say text.Pair) *text.Fault {
	return &text.Fault{Code: code, Class: class, Say: say}
}

func faultOf(code string, class text.Class, say text.Pair, err error) *text.Fault {
	return &text.Fault{Code: code, Class: class, Say: say, Err: err}
}

// cannotOpen says why a file cannot be read; a fault passes through.
func cannotOpen(path string, err error) error { return incoming.Cannot(path, err) }

// cannotWrite says why a file cannot be written; a fault passes through.
func cannotWrite(path string, err error) error {
	var f *text.Fault
	if errors.As(err, &f) {
		return err
	}
	return faultOf("filing.cannot-write", text.Cannot, text.FilingCannotWrite.With(path), err)
}

// shownName is a file's name without its folders, harmless on a terminal.
func shownName(path string) string { return incoming.Shown(path) }

// harmless replaces control characters, so that text from outside cannot steer a terminal.
func harmless(s string) string { return text.Harmless(s) }

// sayOf gives the sentence of an error.
func sayOf(err error) text.Pair {
	var f *text.Fault
	if errors.As(err, &f) {
		return f.Say
	}
	return text.Same(err.Error())
}

// shownKey is what a row is called in a list.
func shownKey(r *form.Record) string { return submission.ShownKey(r) }

// cellOf spells a cell as files do.
func cellOf(r *form.Record, i int) string { return submission.CellOf(r, i) }
