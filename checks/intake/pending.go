package intake

import (
	_ "embed"
	"fmt"
	"sort"
	"strings"
)

// pending.txt lists the files the program does not read right yet, a case and its container a line, and what became of it.
//
//go:embed pending.txt
var pendingText string

// Pending gives the files that are known not to be read right yet, and how many of the first 500 spoiled ones of seed 1 are
// known to come in wrong.
func Pending() (files map[string]State, spoiled int) {
	files = map[string]State{}
	for _, l := range strings.Split(pendingText, "\n") {
		f := strings.Fields(l)
		if len(f) != 2 || strings.HasPrefix(l, "#") {
			continue
		}
		if f[0] == "spoiled" {
			fmt.Sscan(f[1], &spoiled)
			continue
		}
		files[f[0]] = State(f[1])
	}
	return files, spoiled
}

// PendingList writes such a list of verdicts.
func PendingList(verdicts []Verdict, spoiled int) string {
	var l []string
	for _, v := range verdicts {
		if !v.Good() {
			l = append(l, fmt.Sprintf("%s/%s %s", v.Case, v.Container, v.State))
		}
	}
	sort.Strings(l)
	text := "# Files that the program does not read right yet; go run ./intake/audit -pending writes this list.\n"
	if spoiled > 0 {
		text += fmt.Sprintf("spoiled %d\n", spoiled)
	}
	for _, s := range l {
		text += s + "\n"
	}
	return text
}
