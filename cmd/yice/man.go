package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"yice/text"
)

// Manual pages are read off the table of commands, a page a command, in the language of the run.

func (p *program) manCommand() *cobra.Command {
	var dir string
	c := &cobra.Command{
		Use:     "man -o DIR",
		Short:   text.CmdManShort.In(p.lang),
		Long:    text.CmdManLong.In(p.lang),
		Example: "  yice man -o man1\n  yice man -o man1 --lang en",
		Args:    takes(0, 0),
	}
	c.Flags().StringVarP(&dir, "output", "o", "", text.CmdFlagManDir.In(p.lang))
	c.RunE = func(c *cobra.Command, _ []string) error {
		if dir == "" {
			return needOut(c, dir)
		}
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return cannot("cmd.man", text.CmdCannotWrite.With(dir), err)
		}
		n := 0
		err := eachCommand(c.Root(), func(c *cobra.Command) error {
			n++
			path := filepath.Join(dir, manName(c)+".1")
			if err := os.WriteFile(path, []byte(p.manPage(c)), 0o644); err != nil {
				return cannot("cmd.man", text.CmdCannotWrite.With(path), err)
			}
			return nil
		})
		if err == nil {
			p.message(text.CmdManWritten.With(n, dir))
		}
		return err
	}
	return c
}

// eachCommand visits a command and all below it, but for those that are not offered.
func eachCommand(c *cobra.Command, visit func(*cobra.Command) error) error {
	if c.Hidden {
		return nil
	}
	if err := visit(c); err != nil {
		return err
	}
	for _, sub := range c.Commands() {
		if err := eachCommand(sub, visit); err != nil {
			return err
		}
	}
	return nil
}

// manName is a command's page: yice-pack-check.
func manName(c *cobra.Command) string { return strings.ReplaceAll(c.CommandPath(), " ", "-") }

// manPage writes the page of a command.
func (p *program) manPage(c *cobra.Command) string {
	l := p.lang
	var b strings.Builder
	section := func(title text.Pair) { b.WriteString(".SH " + roff(title.In(l)) + "\n") }
	b.WriteString(".TH \"" + strings.ToUpper(manName(c)) + "\" 1 \"\" \"yice " + roff(version) + "\" \"" + roff(text.CmdManTitle.In(l)) + "\"\n")
	section(text.CmdManName)
	short := c.Short
	if short == "" {
		short = text.CmdManTitle.In(l)
	}
	b.WriteString(roff(manName(c)+" - "+short) + "\n")
	section(text.CmdManUse)
	for way := range strings.SplitSeq(c.UseLine(), " | ") {
		b.WriteString(".B " + roff(way) + "\n.br\n")
	}
	section(text.CmdManAbout)
	about := c.Long
	if about == "" {
		about = c.Short
	}
	b.WriteString(roff(about) + "\n")
	if c.HasSubCommands() {
		section(text.CmdManCommands)
		for _, sub := range c.Commands() {
			if !sub.Hidden {
				b.WriteString(".TP\n.B " + roff(sub.Name()) + "\n" + roff(sub.Short) + "\n")
			}
		}
	}
	section(text.CmdManFlags)
	for _, f := range shownFlags(c) {
		b.WriteString(".TP\n.B " + roff(flagName(f)) + "\n" + roff(flagAbout(f)) + "\n")
	}
	if c.Example != "" {
		section(text.CmdManExamples)
		b.WriteString(".nf\n" + roff(c.Example) + "\n.fi\n")
	}
	section(text.CmdManExit)
	b.WriteString(roff(text.CmdExitCodes.In(l)) + "\n")
	return b.String()
}

// roff keeps a text from being a request: a dot or a quote that begins a line, a backslash, a hyphen that is meant as one.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(s)
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}

// flagName is a flag as it is typed, with what it takes.
func flagName(f *pflag.Flag) string {
	name := "--" + f.Name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", " + name
	}
	if what, _ := pflag.UnquoteUsage(f); what != "" {
		name += " " + what
	}
	return name
}

// flagAbout says what a flag does.
func flagAbout(f *pflag.Flag) string {
	what, about := pflag.UnquoteUsage(f)
	if what != "" {
		about = strings.TrimPrefix(about, what+" ")
	}
	return about
}
