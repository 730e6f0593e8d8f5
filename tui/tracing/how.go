package tracing

import (
	"yice/store"
	"yice/text"
)

// ways are how values come into a record, known by the label of the step that brought them: the history keeps what was said
// when it was done, in both languages.
var ways = []struct{ label, how text.Pair }{
	{text.StoreLabelRevived, text.TuiHowRevived},
	{text.EntryLabelPaste, text.TuiHowPasted},
	{text.TuiDblLabel, text.TuiHowTwice},
	{text.EntryLabelAttach, text.TuiHowAttached},
	{text.EntryLabelDetach, text.TuiHowAttached},
	{text.EntryLabelCarry, text.TuiHowCarried},
	{text.FilingRecogniseLabel, text.TuiHowRecognised},
	{text.EntryLabelEdit, text.TuiHowKeyed},
	{text.EntryLabelEditRow, text.TuiHowKeyed},
	{text.EntryLabelEditMany, text.TuiHowMany},
	{text.EntryLabelAdd, text.TuiHowKeyed},
	{text.EntryLabelAddMany, text.TuiHowMany},
	{text.EntryLabelRemove, text.TuiHowRemoved},
	{text.EntryLabelRemoveMany, text.TuiHowRemoved},
}

// HowOf says how a change came about: keyed, pasted, imported from a file, undone. What has no name of its own says what its
// step does.
func HowOf(x *store.Change) text.Pair {
	switch {
	case x.Kind == "undo":
		return text.TuiHowUndone
	case x.File != "" && x.Line > 0:
		return text.TuiHowImportedLine.With(x.File, x.Line)
	case x.File != "":
		return text.TuiHowImported.With(x.File)
	}
	for _, w := range ways {
		if w.label.Said(x.Label) {
			if w.how == text.TuiHowKeyed && x.Kind == "redo" {
				return text.TuiHowRedone
			}
			return w.how
		}
	}
	if x.Kind == "redo" {
		return text.TuiHowRedone
	}
	return x.Label
}
