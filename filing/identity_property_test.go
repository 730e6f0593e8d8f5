package filing

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"yice/entry"
)

// Whatever files come, mended and come again, the ledger holds the lines of each file as it last was, and one undo takes
// one import back.
func TestTheLedgerIsWhatItsFilesAre(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := desk(t, waterUSCC, goldenYear)
		files := make(map[string][]int)
		for step := range rapid.IntRange(1, 5).Draw(rt, "imports") {
			before := amounts(t, s)
			name := rapid.SampledFrom([]string{"a.csv", "b.csv"}).Draw(rt, "file")
			was, mended := files[name]
			now := mend(rt, was, name)
			bringLines(t, s, name, now)
			if mended {
				if got, want := amounts(t, s), expected(files, name, now); got != want {
					rt.Fatalf("step %d: %s from %v to %v: lines %s, want %s", step, name, was, now, got, want)
				}
			}
			files[name] = now
			after := amounts(t, s)
			if after == before {
				continue
			}
			if _, err := s.Undo(); err != nil || amounts(t, s) != before {
				rt.Fatalf("step %d: undone: %s, want %s, %v", step, amounts(t, s), before, err)
			}
			if _, err := s.Redo(); err != nil || amounts(t, s) != after {
				rt.Fatalf("step %d: done again: %s, %v", step, amounts(t, s), err)
			}
		}
		if got, want := amounts(t, s), expected(files, "", nil); got != want {
			rt.Fatalf("lines %s, want %s", got, want)
		}
	})
}

// mend changes, takes out and puts in lines of a file; the two files never share a line.
func mend(rt *rapid.T, was []int, name string) []int {
	base := 0
	if name == "b.csv" {
		base = 14
	}
	now := slices.Clone(was)
	for range rapid.IntRange(1, 4).Draw(rt, "edits") {
		line := base + rapid.IntRange(1, 14).Draw(rt, "line")
		at := rapid.IntRange(0, len(now)).Draw(rt, "at")
		switch {
		case at < len(now) && rapid.Bool().Draw(rt, "change"):
			now[at] = line
		case at < len(now) && len(now) > 1 && rapid.Bool().Draw(rt, "take out"):
			now = slices.Delete(now, at, at+1)
		default:
			now = slices.Insert(now, at, line)
		}
	}
	return now
}

func bringLines(t testing.TB, s *entry.Session, name string, lines []int) {
	content := lineHead
	for _, n := range lines {
		content += spendLine(n, fmt.Sprintf("%d.00", n))
	}
	if r := bring(t, s, "spend", name, content, ImportOptions{Mode: ModeReplace}); r.RefusedCount+r.AskedCount != 0 {
		t.Fatalf("%+v", r)
	}
}

func expected(files map[string][]int, name string, now []int) string {
	var all []int64
	for file, lines := range files {
		if file == name {
			lines = now
		}
		for _, n := range lines {
			all = append(all, int64(n)*100)
		}
	}
	slices.Sort(all)
	return fmt.Sprint(all)
}
