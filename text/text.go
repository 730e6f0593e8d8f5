// Package text holds every sentence the program says to a person.
//
// A sentence is a [Pair]: Chinese and English side by side, so that neither can be forgotten. Titles of forms, fields and
// codes stand with their form (package form); everything else stands here, one file an area. Sentences take their figures
// through [Pair.With]. Nothing here knows what the figures mean.
//
// [Fault] is the error meant for a person: a stable code, a sentence and the cause.
package text

import (
	"fmt"
	"strings"

	"yice/internal/pattern"
)

// Lang is a language of the program. The zero value is Chinese.
type Lang uint8

const (
	ZH Lang = iota
	EN
)

// ParseLang reads a language from a flag or a locale name ("zh", "zh_CN.UTF-8", "en-GB"); ok is false for any other.
func ParseLang(s string) (l Lang, ok bool) {
	if len(s) >= 2 {
		switch s[:2] {
		case "zh", "ZH":
			return ZH, true
		case "en", "EN":
			return EN, true
		}
	}
	return ZH, false
}

// screen marks a language as spoken on the screen, where nobody is sent to a shell.
const screen Lang = 1 << 7

// OnScreen is the language as the screens speak it: what names a command names the key or the palette's entry instead, whatever
// the sentence was made of. See [OnScreen].
func (l Lang) OnScreen() Lang { return l | screen }

// Written is the language as files, commands and prints have it.
func (l Lang) Written() Lang { return l &^ screen }

func (l Lang) String() string {
	if l.Written() == EN {
		return "en"
	}
	return "zh"
}

// Pair is a sentence, or a title, in both languages. It may hold fmt verbs; use indexes (%[2]s) where the order differs.
type Pair struct{ ZH, EN string }

// Same is a text that reads alike in both languages: a name, a number, a code.
func Same(s string) Pair { return Pair{s, s} }

// Quoted sets something off from the sentence it stands in. Not in “ ”: fonts for Chinese draw those two cells wide where
// terminals count one, and they run into their neighbour. See docs/decisions/0011.
var Quoted = Pair{"「%s」", "'%s'"}

// In gives the sentence in a language.
func (p Pair) In(l Lang) string {
	if l&screen != 0 {
		p, l = OnScreen(p), l.Written()
	}
	if l == EN && p.EN != "" {
		return p.EN
	}
	return p.ZH
}

func (p Pair) String() string { return p.ZH }

// Empty reports whether nothing is said.
func (p Pair) Empty() bool { return p.ZH == "" && p.EN == "" }

// With fills the verbs of the sentence; an argument that is itself a Pair is taken in the language of the sentence. Where the English
// counts one of something it is put in the singular.
func (p Pair) With(args ...any) Pair {
	fill := func(format string, l Lang) string {
		in := make([]any, len(args))
		for i, a := range args {
			if pa, ok := a.(Pair); ok {
				a = pa.In(l)
			}
			in[i] = a
		}
		return fmt.Sprintf(format, in...)
	}
	return Pair{fill(p.ZH, ZH), signFirst(fill(agree(p.EN, args), EN))}
}

// signFirst puts the sign of an amount before its currency, wherever a sentence has them: "+CNY 30.00 ten thousand".
func signFirst(s string) string {
	if !strings.Contains(s, "CNY +") && !strings.Contains(s, "CNY -") {
		return s
	}
	return strings.NewReplacer("CNY +", "+CNY ", "CNY -", "-CNY ").Replace(s)
}

// Begun gives what is said as it begins a line: with a capital letter in English.
func (p Pair) Begun() Pair {
	p.EN = EN.Begin(p.EN)
	return p
}

// Begin is Begun of a sentence in a language. One that begins with the name of a file stays as it is.
func (l Lang) Begin(s string) string {
	if s == "" || l.Written() != EN || s[0] < 'a' || s[0] > 'z' {
		return s
	}
	if word, _, _ := strings.Cut(s, " "); strings.ContainsAny(strings.TrimRight(word, ".:,;"), `./\_`) {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// Said reports whether a sentence was made from p by With: its words between the verbs stand in it, in their order.
func (p Pair) Said(s Pair) bool {
	rest, words := s.ZH, verb.Split(p.ZH, -1)
	for i, w := range words {
		at := strings.Index(rest, w)
		if i == len(words)-1 {
			at = strings.LastIndex(rest, w)
		}
		if at < 0 || i == 0 && at > 0 {
			return false
		}
		rest = rest[at+len(w):]
	}
	return rest == "" || words[len(words)-1] == ""
}

// verb is what With fills.
var verb = pattern.Of(`%(\[\d+\])?[a-z]`)

// Join puts several behind one another with something between them.
func Join(all []Pair, between Pair) (out Pair) {
	for i, p := range all {
		if i > 0 {
			out.ZH, out.EN = out.ZH+between.ZH, out.EN+between.EN
		}
		out.ZH, out.EN = out.ZH+p.ZH, out.EN+p.In(EN)
	}
	return out
}

// Then puts further sentences behind one.
func (p Pair) Then(more ...Pair) Pair {
	for _, q := range more {
		if q.Empty() {
			continue
		}
		p = Pair{p.ZH + "。" + q.ZH, p.In(EN) + ". " + q.In(EN)}
	}
	return p
}

// Class says what a fault means for whoever called: the process exits with its number.
type Class int

const (
	Findings Class = 1 // the data has findings, or a verification failed
	Usage    Class = 2 // wrong use: a flag, an argument, an unknown name
	Cannot   Class = 3 // cannot do: a file, the disk, a lock
)

// Fault is an error for people. Code is stable ("store.newer"); Say tells what happened, to what, and what to do.
type Fault struct {
	Code  string
	Class Class
	Say   Pair
	Err   error
}

func (f *Fault) Error() string {
	if f.Err != nil {
		return f.Say.ZH + ": " + f.Err.Error()
	}
	return f.Say.ZH
}

func (f *Fault) Unwrap() error { return f.Err }
