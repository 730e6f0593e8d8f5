// Package pattern has regular expressions that are compiled when they are first asked something. The program has some fifty, most of them
// for files of one kind or another, and every start compiled them all: see docs/performance.md for what a start may take.
package pattern

import (
	"regexp"
	"sync"
)

// Pattern is a regular expression. Its methods are those of [regexp.Regexp].
type Pattern struct{ compiled func() *regexp.Regexp }

// Of gives the pattern of an expression. One that is none is found out at the first question, as [regexp.MustCompile] does.
func Of(expr string) Pattern {
	return Pattern{sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })}
}

func (p Pattern) Match(b []byte) bool                  { return p.compiled().Match(b) }
func (p Pattern) MatchString(s string) bool            { return p.compiled().MatchString(s) }
func (p Pattern) FindString(s string) string           { return p.compiled().FindString(s) }
func (p Pattern) FindSubmatch(b []byte) [][]byte       { return p.compiled().FindSubmatch(b) }
func (p Pattern) FindStringSubmatch(s string) []string { return p.compiled().FindStringSubmatch(s) }
func (p Pattern) Split(s string, n int) []string       { return p.compiled().Split(s, n) }
func (p Pattern) ReplaceAll(b, repl []byte) []byte     { return p.compiled().ReplaceAll(b, repl) }

func (p Pattern) FindAllString(s string, n int) []string { return p.compiled().FindAllString(s, n) }

func (p Pattern) ReplaceAllString(s, repl string) string {
	return p.compiled().ReplaceAllString(s, repl)
}

func (p Pattern) FindAllStringSubmatch(s string, n int) [][]string {
	return p.compiled().FindAllStringSubmatch(s, n)
}

func (p Pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	return p.compiled().FindAllStringSubmatchIndex(s, n)
}
