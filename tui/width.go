package tui

import (
	"bytes"
	"os"
	"strconv"
)

// measureVar tells the measure, when the program starts, that ambiguous characters take two cells.
const measureVar = "RUNEWIDTH_EASTASIAN"

// fitMeasure asks the terminal how wide it draws ambiguous characters; where it is two cells, the program starts once
// more with a measure that agrees, for the measure is fixed when a program starts.
func fitMeasure(o Options) {
	in, out := os.Stdin, os.Stdout
	if f, ok := o.In.(*os.File); ok {
		in = f
	}
	if f, ok := o.Out.(*os.File); ok {
		out = f
	}
	if environ(o.Environ, measureVar) != "" || !isTerminal(in, in) || !isTerminal(out, out) || !drawsWide(in, out) {
		return
	}
	// Where it cannot be started again, frames may be ragged; nothing worse.
	_ = runAgain(append(o.Environ[:len(o.Environ):len(o.Environ)], measureVar+"=1"))
}

// report takes the first caret report off what a terminal sent.
func report(got []byte) (col int, rest []byte, ok bool) {
	for {
		i := bytes.Index(got, []byte("\x1b["))
		if i < 0 {
			return 0, got, false
		}
		whole := got[i:]
		got = got[i+2:]
		end := bytes.IndexFunc(got, func(r rune) bool { return (r < '0' || r > '9') && r != ';' })
		if end < 0 {
			return 0, whole, false // the rest of it is still on its way
		}
		if got[end] != 'R' {
			continue
		}
		_, c, found := bytes.Cut(got[:end], []byte(";"))
		if n, err := strconv.Atoi(string(c)); found && err == nil {
			return n, got[end+1:], true
		}
	}
}
