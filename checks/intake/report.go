package intake

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sort"
	"strings"
	"sync"
)

// Run judges every case in its containers, beside one another, with their files below dir. first leaves out all containers
// but each case's first. Those that need LibreOffice are left out where it is not installed, and counted.
func (d *Desk) Run(dir string, cases []Case, first bool) (verdicts []Verdict, skipped int) {
	type job struct {
		at        int
		c         Case
		container string
	}
	var jobs []job
	for _, c := range cases {
		for i, container := range c.Containers {
			switch {
			case first && i > 0:
			case container == "biff8" && office == "":
				skipped++
			default:
				jobs = append(jobs, job{len(jobs), c, container})
			}
		}
	}
	verdicts = make([]Verdict, len(jobs))
	feed := make(chan job)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for j := range feed {
				verdicts[j.at] = d.Judge(filepath.Join(dir, j.c.Name, j.container), j.c, j.container)
			}
		})
	}
	for _, j := range jobs {
		feed <- j
	}
	close(feed)
	wg.Wait()
	return verdicts, skipped
}

// Spoil judges n spoiled files of a seed, beside one another, below dir; those that are good are removed.
func (d *Desk) Spoil(dir string, corpus []Case, seed uint64, from, n int) ([]Mutant, []Verdict) {
	mutants, verdicts := make([]Mutant, n), make([]Verdict, n)
	feed := make(chan int)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range feed {
				m := Mutate(corpus, seed, from+i)
				at := filepath.Join(dir, m.Name)
				mutants[i], verdicts[i] = m, d.Judge(at, m.Case, m.Container)
				if verdicts[i].Good() || verdicts[i].State == Refused {
					os.RemoveAll(at)
				}
			}
		})
	}
	for i := range n {
		feed <- i
	}
	close(feed)
	wg.Wait()
	return mutants, verdicts
}

// Spoiled sums up what became of spoiled files, and lists those that are silently wrong or broken.
func Spoiled(mutants []Mutant, verdicts []Verdict) (text string, wrong int) {
	count := map[State]int{}
	kinds := map[string]int{}
	var b strings.Builder
	for i, v := range verdicts {
		count[v.State]++
		if v.State != Wrong && v.State != Broken {
			continue
		}
		wrong++
		for _, d := range mutants[i].Done {
			w, _, _ := strings.Cut(d, ":")
			kinds[w]++
		}
		fmt.Fprintf(&b, "- %s %s · %s · %s `%s`\n  done: %s\n  %s: %s\n", mutants[i].Name, v.Container, mutants[i].Layout, mutants[i].Steps[0].Expect, v.Path, strings.Join(mutants[i].Done, "; "), v.State, v.Detail)
	}
	text = fmt.Sprintf("%d spoiled files: %d right, %d refused or asked, **%d silently wrong**, %d broken\n", len(verdicts), count[CameIn], count[Asked]+count[Refused], count[Wrong], count[Broken])
	var names []string
	for k := range kinds {
		names = append(names, k)
	}
	sort.Slice(names, func(i, j int) bool { return kinds[names[i]] > kinds[names[j]] })
	for _, k := range names {
		text += fmt.Sprintf("  %5d with %s\n", kinds[k], k)
	}
	return text + b.String(), wrong
}

// Table writes which layouts come in, a row each, as Markdown.
func Table(cases []Case, verdicts []Verdict) string {
	by := map[string][]Verdict{}
	for _, v := range verdicts {
		by[v.Case] = append(by[v.Case], v)
	}
	type row struct{ files, right, asked, not int }
	rows := map[string]*row{}
	var order []string
	for _, c := range cases {
		r := rows[c.Layout]
		if r == nil {
			r = &row{}
			rows[c.Layout] = r
			order = append(order, c.Layout)
		}
		for _, v := range by[c.Name] {
			r.files++
			switch v.State {
			case CameIn:
				r.right++
			case Asked:
				r.asked++
			default:
				r.not++
			}
		}
	}
	var b strings.Builder
	b.WriteString("| 版式 | 文件 | 到分相符 | 询问或拒收 | 不合格 |\n|---|---:|---:|---:|---:|\n")
	for _, l := range order {
		r := rows[l]
		fmt.Fprintf(&b, "| %s | %d | %d | %d | %d |\n", l, r.files, r.right, r.asked, r.not)
	}
	return b.String()
}

// Findings writes what is wrong, for who mends it: worst first.
func Findings(cases []Case, verdicts []Verdict) string {
	of := map[string]Case{}
	for _, c := range cases {
		of[c.Name] = c
	}
	count := map[State]int{}
	var b strings.Builder
	for _, v := range verdicts {
		count[v.State]++
	}
	fmt.Fprintf(&b, "%d files of %d cases: %d right, %d asked (and may be), %d refused (and may not be), %d WRONG, %d broken.\n", len(verdicts), len(cases), count[CameIn], count[Asked], count[Refused], count[Wrong], count[Broken])
	for _, s := range []State{Wrong, Broken, Refused} {
		if count[s] == 0 {
			continue
		}
		fmt.Fprintf(&b, "\n## %s (%d)\n", s, count[s])
		last := ""
		for _, v := range verdicts {
			if v.State != s {
				continue
			}
			if v.Case != last {
				c := of[v.Case]
				fmt.Fprintf(&b, "\n### %s · %s · %s\n%s\n", c.Name, c.Layout, c.Steps[0].Expect, c.Note)
				last = v.Case
			}
			fmt.Fprintf(&b, "- %s `%s`: %s\n", v.Container, v.Path, v.Detail)
		}
	}
	return b.String()
}

// Keep writes a report into a file.
func Keep(path, text string) error { return os.WriteFile(path, []byte(text), 0o644) }
