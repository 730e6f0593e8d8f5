package filing

import (
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"unicode"

	"yice/text"
)

func fault(code string, class text.Class, say text.Pair) *text.Fault {
	return &text.Fault{Code: code, Class: class, Say: say}
}

func faultOf(code string, class text.Class, say text.Pair, err error) *text.Fault {
	return &text.Fault{Code: code, Class: class, Say: say, Err: err}
}

// cannotOpen says why a file cannot be read; a fault passes through.
func cannotOpen(path string, err error) error {
	var f *text.Fault
	switch {
	case errors.As(err, &f):
		return err
	case errors.Is(err, fs.ErrNotExist):
		return faultOf("filing.no-file", text.Cannot, text.FilingNoFile.With(path), nil)
	case errors.Is(err, fs.ErrPermission):
		return faultOf("filing.no-permission", text.Cannot, text.FilingNoPermission.With(path), nil)
	}
	return faultOf("filing.cannot-read", text.Cannot, text.FilingCannotRead.With(path), err)
}

// cannotWrite says why a file cannot be written; a fault passes through.
func cannotWrite(path string, err error) error {
	var f *text.Fault
	if errors.As(err, &f) {
		return err
	}
	return faultOf("filing.cannot-write", text.Cannot, text.FilingCannotWrite.With(path), err)
}

// shownName is a file's name without its folders, harmless on a terminal.
func shownName(path string) string { return harmless(filepath.Base(path)) }

// harmless replaces control characters, so that text from outside cannot steer a terminal.
func harmless(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' {
			return '\uFFFD'
		}
		return r
	}, s)
}

func harmlessPair(p text.Pair) text.Pair { return text.Pair{ZH: harmless(p.ZH), EN: harmless(p.EN)} }
