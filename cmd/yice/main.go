// Command yice is the desk of an enterprise statistician: see the manual, or run it without arguments.
//
// This package is flags and wiring, a file a subcommand. It decides nothing: values are read by form, written through
// entry, scored by scoring, and carried in and out by filing. Results go to standard output, messages to standard error,
// and the exit code says how it ended: 0 fine, 1 findings, 2 wrong use, 3 cannot do. What is printed never carries a
// control character of the data.
//
// Start with program.run, then root.go, then the file of a command.
package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"yice/form"
	"yice/text"
)

// version is set when a release is built.
var version = "dev"

// program is one run of yice with everything it takes from outside, so that a test can give it something else.
type program struct {
	args   []string // without the program's name
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
	// lookup reads the environment; a variable that is there may be empty.
	lookup func(name string) (string, bool)
	now    func() time.Time

	lang text.Lang
	// passphraseFile is --passphrase-file of the command that runs.
	passphraseFile string
	// piped is the file that goes to standard output in the end; nothing is said of it.
	piped string
	// exit is what a command that itself did well found: 0, or text.Findings.
	exit text.Class
}

func main() { os.Exit(mainExit()) }

// mainExit runs the process; tests of whole commands call it in the process they start.
func mainExit() int {
	cobra.EnableCommandSorting = false // help lists commands in the order of the work
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // the first interrupt asks, the second one ends the process
	p := &program{
		args: os.Args[1:], stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr,
		lookup: os.LookupEnv, now: time.Now,
	}
	return p.run(ctx)
}

// run executes the command line and gives the exit code.
func (p *program) run(ctx context.Context) int {
	lang, err := p.language()
	p.lang = lang
	if err == nil {
		root := p.root()
		root.SetArgs(negativeLast(p.args))
		err = root.ExecuteContext(ctx)
	}
	if err == nil {
		return int(p.exit)
	}
	return int(p.report(err))
}

// report says what went wrong and gives the exit code.
func (p *program) report(err error) text.Class {
	var f *text.Fault
	switch {
	case errors.Is(err, context.Canceled):
		p.message(text.CmdInterrupted)
		return text.Cannot
	case errors.As(err, &f):
		p.message(f.Say)
		if f.Err != nil && !errors.As(f.Err, new(*text.Fault)) {
			p.message(text.CmdCause.With(f.Err.Error()))
		}
		if f.Class == 0 {
			return text.Cannot
		}
		return f.Class
	}
	p.message(text.CmdFailed.With(err.Error()))
	return text.Cannot
}

// env reads a variable of the environment; "" where it is not set.
func (p *program) env(name string) string {
	value, _ := p.lookup(name)
	return value
}

// language is --lang, else YICE_LANG, else the locale, else Chinese. It is found before the commands are made, because
// their help is in it.
func (p *program) language() (text.Lang, error) {
	if len(p.args) > 0 && strings.HasPrefix(p.args[0], cobra.ShellCompRequestCmd) {
		return p.locale() // the words of a line that is being typed
	}
	for i, arg := range p.args {
		var value string
		switch {
		case arg == "--":
			return p.locale()
		case strings.HasPrefix(arg, "--lang="):
			value = strings.TrimPrefix(arg, "--lang=")
		case arg == "--lang" && i+1 < len(p.args):
			value = p.args[i+1]
		default:
			continue
		}
		return p.parseLanguage("--lang", value)
	}
	return p.locale()
}

func (p *program) locale() (text.Lang, error) {
	if value := p.env("YICE_LANG"); value != "" {
		return p.parseLanguage("YICE_LANG", value)
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := p.env(name); value != "" {
			l, _ := text.ParseLang(value) // a locale of a third language reads Chinese
			return l, nil
		}
	}
	return text.ZH, nil
}

func (p *program) parseLanguage(from, value string) (text.Lang, error) {
	l, ok := text.ParseLang(value)
	if !ok {
		return text.ZH, usage("cmd.lang", text.CmdUnknownLang.With(from, value))
	}
	return l, nil
}

// usage makes the fault of a wrong use.
func usage(code string, say text.Pair) error {
	return &text.Fault{Code: code, Class: text.Usage, Say: say}
}

// cannot makes the fault of something that could not be done.
func cannot(code string, say text.Pair, cause error) error {
	return &text.Fault{Code: code, Class: text.Cannot, Say: say, Err: cause}
}

// said gives the sentence of an error made for people; any other speaks for itself.
func said(err error) text.Pair {
	var parse *form.ParseError
	if errors.As(err, &parse) {
		return parse.Say
	}
	var f *text.Fault
	if errors.As(err, &f) {
		return f.Say
	}
	return text.Same(err.Error())
}
