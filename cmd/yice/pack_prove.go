package main

import (
	"errors"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"yice/scoring"
	"yice/text"
)

type (
	packTestJSON struct {
		OK       bool                 `json:"ok"`
		Problems []string             `json:"problems"` // of a pack or a file that cannot be read
		Tests    []packTestResultJSON `json:"tests"`
	}
	packTestResultJSON struct {
		Name    string   `json:"name"`
		File    string   `json:"file"`
		Line    int      `json:"line"`
		OK      bool     `json:"ok"`
		Differs []string `json:"differs"`
	}
)

func (p *program) packTestCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "test P [FILE]",
		Short:   text.CmdPackTestShort.In(p.lang),
		Long:    text.CmdPackTestLong.In(p.lang),
		Example: "  yice pack test pack-2026.toml",
		Args:    takes(1, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			result, err := p.provePack(args)
			if err != nil {
				return err
			}
			if !result.OK {
				p.exit = text.Findings
			}
			if asJSON {
				return p.printJSON(result)
			}
			return p.print(result.text(p.lang))
		},
	}
	p.jsonFlag(c, &asJSON)
	return c
}

// provePack runs the tests of a pack and those beside it.
func (p *program) provePack(args []string) (packTestJSON, error) {
	result := packTestJSON{Problems: []string{}, Tests: []packTestResultJSON{}}
	source, err := readSmall(args[0], packLimit)
	if err != nil {
		return result, err
	}
	pack, err := scoring.Load(source)
	if err != nil {
		result.Problems = packErrors(args[0], err, p.lang)
		return result, nil
	}
	beside := strings.TrimSuffix(args[0], ".toml") + ".test.toml"
	if len(args) == 2 {
		beside = args[1]
	}
	result.OK = true
	result.add(args[0], pack.Try(pack.Trials), p.lang)
	switch source, err = readSmall(beside, packLimit); {
	case err == nil:
		trials, err := pack.ReadTrials(source)
		if err != nil {
			result.OK, result.Problems = false, packErrors(beside, err, p.lang)
			return result, nil
		}
		result.add(beside, pack.Try(trials), p.lang)
	case len(args) == 2 || !errors.Is(err, fs.ErrNotExist):
		return result, err
	}
	if len(result.Tests) == 0 {
		return result, usage("cmd.pack-test", text.CmdPackTestNone.With(beside))
	}
	return result, nil
}

func (j *packTestJSON) add(file string, outcomes []scoring.Outcome, l text.Lang) {
	for _, o := range outcomes {
		r := packTestResultJSON{o.Name, file, o.Line, len(o.Differ) == 0, make([]string, len(o.Differ))}
		for i := range o.Differ {
			r.Differs[i] = oneLine(o.Differ[i].In(l))
		}
		j.OK = j.OK && r.OK
		j.Tests = append(j.Tests, r)
	}
}

// text says which tests hold, and where the others differ.
func (j *packTestJSON) text(l text.Lang) string {
	if len(j.Problems) > 0 {
		return strings.Join(j.Problems, "\n")
	}
	var lines []string
	bad := 0
	for i := range j.Tests {
		t := &j.Tests[i]
		if t.OK {
			lines = append(lines, text.CmdPackTestHolds.With(t.Name).In(l))
			continue
		}
		bad++
		lines = append(lines, text.CmdPackTestDiffers.With(t.Name, t.Line).In(l))
		for _, d := range t.Differs {
			lines = append(lines, "      "+d)
		}
	}
	return strings.Join(append(lines, text.CmdPackTestAll.With(len(j.Tests), bad).In(l)), "\n")
}
