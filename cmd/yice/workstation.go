package main

import (
	"context"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"yice/text"
	"yice/tui"
)

// workstation starts the screen: over a file named on the command line, or at the start screen.
func (p *program) workstation(root *cobra.Command) func(*cobra.Command, []string) error {
	s := p.scopeFlags(root)
	// A flag of our own: cobra's brings a template engine along, and with it two megabytes.
	asked := root.Flags().Bool("version", false, text.CmdFlagVersion.In(p.lang))
	lines := root.Flags().Bool("plain", false, text.CmdFlagPlain.In(p.lang))
	return func(c *cobra.Command, args []string) error {
		if *asked {
			return p.showVersion()
		}
		path := ""
		if len(args) == 1 {
			path = args[0]
		}
		if *lines || p.terminal() && p.env("TERM") == "dumb" {
			return p.showPlain(c.Context(), path, s)
		}
		if !p.terminal() {
			return usage("cmd.terminal", text.CmdNoTerminal.With(commandNames(c)))
		}
		return p.showWorkstation(c.Context(), path, s, false)
	}
}

func (p *program) showWorkstation(ctx context.Context, path string, s *scope, demo bool) error {
	folder, err := p.trustFolder("")
	if err != nil {
		return err
	}
	o := tui.Options{
		Path: path, Enterprise: strings.ToUpper(s.enterprise), Lang: p.lang, LangAsked: p.languageAsked(), Trust: p.trustOr(""), TrustFolder: folder, Template: template, Demo: demo,
		Example: p.makeExample, In: p.stdin, Out: p.stdout, Version: version, Now: p.now,
	}
	if s.year != "" {
		n, ok := year(s.year)
		if !ok {
			return usage("cmd.year", text.CmdBadYear.With(s.year))
		}
		o.Year = n
	}
	pack, err := p.packInForce(s.pack)
	if err != nil {
		return err
	}
	o.Pack = pack
	return tui.Run(ctx, o)
}

// languageAsked reports whether the language was asked for, by flag or variable, rather than taken from the locale.
func (p *program) languageAsked() bool {
	if p.env("YICE_LANG") != "" {
		return true
	}
	for _, arg := range p.args {
		if arg == "--lang" || strings.HasPrefix(arg, "--lang=") {
			return true
		}
	}
	return false
}

// terminal reports whether both ends are a terminal.
func (p *program) terminal() bool { return isTerminal(p.stdin) && isTerminal(p.stdout) }

func isTerminal(end any) bool {
	f, ok := end.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// commandNames lists the commands that work without a terminal.
func commandNames(c *cobra.Command) string {
	var names []string
	for _, sub := range c.Root().Commands() {
		if !sub.Hidden {
			names = append(names, sub.Name())
		}
	}
	return strings.Join(names, ", ")
}
