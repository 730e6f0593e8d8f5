package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"yice/internal/pattern"

	"github.com/spf13/cobra"

	"yice/text"
)

// "-" stands for standard input where a command reads a file, and for standard output behind -o. Commands read and write files
// and know nothing of it: what comes in is kept in a file of its own first, so that it is read as any other, and what goes out
// is written whole before the first byte of it leaves.

const (
	pipe = "-"
	// mostPiped bounds what is taken from standard input, in bytes: the largest submission.
	mostPiped = 4 << 30
)

// notPiped are commands whose -o is more than one file, or a folder.
var notPiped = []string{"key new", "submit", "man", "registry notice", "registry export"}

// pipes makes every command below c take "-".
func (p *program) pipes(c *cobra.Command) {
	for _, sub := range c.Commands() {
		p.pipes(sub)
	}
	run := c.RunE
	if run == nil || !c.HasParent() || c.HasSubCommands() {
		return
	}
	words := places(c.Use)
	c.RunE = func(c *cobra.Command, args []string) (err error) {
		in := slices.Index(args, pipe)
		flag := c.Flags().Lookup("output")
		out := flag != nil && flag.Value.String() == pipe && !slices.Contains(notPiped, strings.TrimPrefix(c.CommandPath(), "yice "))
		if in < 0 && !out {
			return run(c, args)
		}
		dir, err := os.MkdirTemp("", "yice-*")
		if err != nil {
			return cannot("cmd.pipe", text.CmdPipeFolder, err)
		}
		defer os.RemoveAll(dir)
		if in >= 0 {
			args = slices.Clone(args)
			if args[in], err = p.takeIn(words(in), dir); err != nil {
				return err
			}
			if slices.Contains(args, pipe) {
				return usage("cmd.pipe", text.CmdPipeTwice)
			}
		}
		if !out {
			return run(c, args)
		}
		p.piped = filepath.Join(dir, "out"+outEnding(c.Use))
		if err := flag.Value.Set(p.piped); err != nil {
			return err
		}
		if err := run(c, args); err != nil {
			return err
		}
		return p.handOut()
	}
}

// takeIn keeps what comes in, under a name whose ending says what the usage line calls it.
func (p *program) takeIn(word, dir string) (string, error) {
	endings, ok := kindsOf[word]
	ending := filepath.Ext(word)
	if ok {
		ending = endings[0]
	}
	if ending == workspaceEnding || word == "" || !ok && ending == "" {
		return "", usage("cmd.pipe", text.CmdPipeNot.With(word))
	}
	path := filepath.Join(dir, "stdin"+ending)
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return "", cannot("cmd.pipe", text.CmdPipeFolder, err)
	}
	n, err := io.Copy(f, io.LimitReader(p.stdin, mostPiped+1))
	if err = errors.Join(err, f.Close()); err != nil {
		return "", cannot("cmd.pipe", text.CmdPipeFolder, err)
	}
	if n > mostPiped {
		return "", usage("cmd.pipe", text.CmdPipeLarge)
	}
	return path, nil
}

// handOut writes what a command has made to standard output, where it has made anything.
func (p *program) handOut() error {
	f, err := os.Open(p.piped)
	if errors.Is(err, os.ErrNotExist) {
		return nil // it said why
	}
	if err != nil {
		return cannot("cmd.pipe", text.CmdPipeFolder, err)
	}
	defer f.Close()
	_, err = io.Copy(p.stdout, f)
	return p.written(err)
}

var outPattern = pattern.Of(`-o [A-Z]+(\.[a-z.]+)`)

// outEnding is the kind of file that a usage line names first behind -o.
func outEnding(use string) string {
	if m := outPattern.FindStringSubmatch(use); m != nil {
		return m[1]
	}
	return ""
}
