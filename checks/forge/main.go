package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// seed is where the mutations begin, so that anybody gets the same.
const seed = 20260101

func main() {
	n, err := 20_000, error(nil)
	if len(os.Args) > 1 {
		n, err = strconv.Atoi(os.Args[1])
	}
	if err == nil {
		err = report(n)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "forge:", err)
		os.Exit(1)
	}
}

// count is what became of the mutations of one kind.
type count struct{ made, identity, refused int }

// tally runs n mutations; an error is one that was accepted, or could not be made or judged.
func tally(f *forger, n int) (map[string]*count, error) {
	counts := make(map[string]*count)
	var first error
	f.run(seed, n, func(t trial) {
		c := counts[t.kind]
		if c == nil {
			c = &count{}
			counts[t.kind] = c
		}
		c.made++
		switch {
		case t.identity:
			c.identity++
		case t.err != nil && first == nil:
			first = fmt.Errorf("mutation %d (%s: %s): %w", t.n, t.kind, t.what, t.err)
		case t.accepted && first == nil:
			first = fmt.Errorf("ACCEPTED: mutation %d (%s: %s)", t.n, t.kind, t.what)
		case !t.accepted && len(t.codes) == 0 && first == nil:
			first = fmt.Errorf("refused without a reason: mutation %d (%s: %s)", t.n, t.kind, t.what)
		case !t.accepted:
			c.refused++
		}
	})
	return counts, first
}

const (
	begins = "<!-- forge: written by checks/forge/run -->\n"
	ends   = "<!-- forge: end -->\n"
)

func report(n int) error {
	f, err := newForger(filepath.Join("..", "conformance", "keys"), filepath.Join("..", "examples"))
	if err != nil {
		return err
	}
	counts, err := tally(f, n)
	if err != nil {
		return err
	}
	var b strings.Builder
	b.WriteString(begins + "| 伪造方式 | 次数 | 与原件逐字节相同 | 被接受 |\n|---|---:|---:|---:|\n")
	all := count{}
	for _, k := range kinds {
		c := counts[k.name]
		if c == nil {
			continue
		}
		fmt.Fprintf(&b, "| %s | %d | %d | %d |\n", k.name, c.made, c.identity, c.made-c.identity-c.refused)
		all.made, all.identity, all.refused = all.made+c.made, all.identity+c.identity, all.refused+c.refused
	}
	fmt.Fprintf(&b, "| **合计**（种子 %d） | %d | %d | %d |\n"+ends, seed, all.made, all.identity, all.made-all.identity-all.refused)
	fmt.Print(b.String())
	path := filepath.Join("..", "docs", "reliability.md")
	page, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	before, rest, ok := strings.Cut(string(page), begins)
	_, after, closed := strings.Cut(rest, ends)
	if !ok || !closed {
		return fmt.Errorf("%s has no place for the table", path)
	}
	return os.WriteFile(path, []byte(before+b.String()+after), 0o644)
}
