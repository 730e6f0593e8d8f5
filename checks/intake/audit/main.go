//go:build unix

// Command audit judges the program's intake: every layout of the corpus, and so many spoiled files.
//
//	go run ./intake/audit               # the table of layouts
//	go run ./intake/audit -n 10000      # and 10,000 spoiled files
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"

	"yice/checks/intake"
	"yice/checks/machine"
)

func main() {
	var (
		seed     = flag.Uint64("seed", 1, "of the corpus and of what spoils it")
		dir      = flag.String("dir", "", "a folder to keep the files in; one in memory, and none kept, if empty")
		findings = flag.String("findings", "", "write what is wrong into this file")
		only     = flag.String("only", "", "only the cases whose whole name this expression matches")
		n        = flag.Int("n", 0, "how many spoiled files to judge, besides the corpus; alone with -only -")
		from     = flag.Int("from", 0, "the number of the first of them")
		page     = flag.String("o", "", "write the page for docs into this file")
		pending  = flag.String("pending", "", "write the list of pending files into this file")
		quick    = flag.Bool("first", false, "each case in its first container only")
	)
	flag.Parse()
	if err := run(*seed, *dir, *findings, *only, *pending, *page, *quick, *n, *from); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(seed uint64, dir, findings, only, pending, page string, first bool, n, from int) error {
	home, err := os.MkdirTemp("/dev/shm", "audit")
	if err != nil {
		if home, err = os.MkdirTemp("", "audit"); err != nil {
			return err
		}
	}
	defer os.RemoveAll(home)
	if dir == "" {
		dir = filepath.Join(home, "files")
	}
	binary, err := machine.Build(home)
	if err != nil {
		return err
	}
	d, err := intake.Open(binary, home)
	if err != nil {
		return err
	}
	cases := intake.Corpus(seed)
	if only != "" {
		match, err := regexp.Compile("^(?:" + only + ")$")
		if err != nil {
			return err
		}
		var of []intake.Case
		for _, c := range cases {
			if match.MatchString(c.Name) {
				of = append(of, c)
			}
		}
		cases = of
	}
	all := intake.Corpus(seed)
	verdicts, skipped := d.Run(dir, cases, first)
	fmt.Print(intake.Table(cases, verdicts))
	text := intake.Findings(cases, verdicts)
	if skipped > 0 {
		text = fmt.Sprintf("NOT CHECKED: %d files in the old .xls, for want of LibreOffice.\n%s", skipped, text)
	}
	wrong := 0
	var spoiled []intake.Verdict
	if n > 0 {
		var said string
		var mutants []intake.Mutant
		mutants, spoiled = d.Spoil(filepath.Join(dir, "mutants"), all, seed, from, n)
		said, wrong = intake.Spoiled(mutants, spoiled)
		text += "\n# Spoiled\n" + said
		fmt.Printf("%d silently wrong or broken of %d spoiled\n", wrong, n)
	}
	if page != "" {
		if err := intake.Keep(page, intake.Document(cases, verdicts, spoiled, seed)); err != nil {
			return err
		}
	}
	if pending != "" {
		if err := intake.Keep(pending, intake.PendingList(verdicts, wrong)); err != nil {
			return err
		}
	}
	if findings != "" {
		return intake.Keep(findings, text)
	}
	fmt.Print("\n" + text)
	return nil
}
