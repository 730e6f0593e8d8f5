package submission

import (
	"errors"

	"yice/filing/intake/incoming"
	"yice/text"
)

func fault(code string, class text.Class, say text.Pair) *text.Fault {
	return &text.Fault{Code: code, Class: class, Say: say}
}

// cannotRead says that the machine does not give a file; a fault passes through.
func cannotRead(name string, err error) error { return incoming.Cannot(name, err) }

// sayOf gives the sentence of an error.
func sayOf(err error) text.Pair {
	var f *text.Fault
	if errors.As(err, &f) {
		return f.Say
	}
	return text.Same(err.Error())
}

// harmless replaces control characters, so that text from outside cannot steer a terminal.
func harmless(s string) string { return text.Harmless(s) }

func harmlessPair(p text.Pair) text.Pair { return text.Pair{ZH: harmless(p.ZH), EN: harmless(p.EN)} }
