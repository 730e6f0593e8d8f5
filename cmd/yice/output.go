package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"yice/text"
)

// Whatever is printed may hold data that came from outside, and a terminal obeys control characters: every text goes
// through harmless, every JSON document through harmlessJSON. Neither can be forgotten, because commands only print here.

// printf writes a line of the result to standard output.
func (p *program) printf(format string, args ...any) error {
	return p.print(fmt.Sprintf(format, args...))
}

// print writes lines of the result to standard output.
func (p *program) print(lines string) error {
	if !strings.HasSuffix(lines, "\n") {
		lines += "\n"
	}
	_, err := io.WriteString(p.stdout, harmless(lines))
	return p.written(err)
}

// say writes a sentence of the result.
func (p *program) say(sentence text.Pair) error { return p.print(sentence.In(p.lang)) }

// message writes a sentence about the run to standard error.
func (p *program) message(sentence text.Pair) {
	if p.piped != "" && strings.Contains(sentence.ZH, p.piped) {
		return // it went to standard output, which is seen
	}
	fmt.Fprintln(p.stderr, harmless(sentence.In(p.lang)))
}

// jsonFlag adds --json.
func (p *program) jsonFlag(c *cobra.Command, as *bool) {
	c.Flags().BoolVar(as, "json", false, text.CmdFlagJSON.In(p.lang))
}

// printJSON writes a value as the JSON result.
func (p *program) printJSON(v any) error {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(v); err != nil {
		return err
	}
	return p.rawJSON([]byte(b.String()))
}

// rawJSON writes a JSON document made elsewhere.
func (p *program) rawJSON(doc []byte) error {
	out := strings.TrimRight(harmlessJSON(string(doc)), "\n") + "\n"
	_, err := io.WriteString(p.stdout, out)
	return p.written(err)
}

func (p *program) written(err error) error {
	if err == nil {
		return nil
	}
	return cannot("cmd.stdout", text.CmdStdout, err)
}

// obeyed reports whether a terminal, or the eye, could be led astray by a character: controls, and those that turn the
// direction of writing.
func obeyed(r rune) bool {
	return unicode.IsControl(r) ||
		r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x200E || r == 0x200F || r == 0x061C
}

// harmless replaces what a terminal would obey by a picture of it; line ends stay.
func harmless(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || !obeyed(r):
			return r
		case r < 0x20:
			return 0x2400 + r
		case r == 0x7F:
			return 0x2421
		}
		return '\uFFFD'
	}, s)
}

// oneLine makes a cell of what may hold several lines.
func oneLine(s string) string {
	return harmless(strings.NewReplacer("\r\n", "⏎", "\n", "⏎").Replace(s))
}

// harmlessJSON writes what a terminal would obey as escapes; the document means the same.
func harmlessJSON(doc string) string {
	var b strings.Builder
	b.Grow(len(doc))
	for _, r := range doc {
		if r != '\n' && obeyed(r) {
			fmt.Fprintf(&b, `\u%04x`, r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
