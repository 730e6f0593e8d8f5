package main

import (
	"errors"
	"sort"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"yice/text"
)

// workspaceEnding is the ending of a workspace file.
const workspaceEnding = ".yice"

// root makes the command tree.
func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:                        "yice [W]",
		Long:                       text.CmdAbout.In(p.lang),
		SilenceErrors:              true,
		SilenceUsage:               true,
		Args:                       p.rootArgs,
		SuggestionsMinimumDistance: 2,
	}
	root.RunE = p.workstation(root)
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetIn(p.stdin)
	root.SetOut(p.stdout)
	root.SetErr(p.stderr)
	root.SetFlagErrorFunc(p.flagError)
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { p.help(c) })
	root.SetHelpCommand(p.helpCommand())
	root.PersistentFlags().String("lang", "", text.CmdFlagLang.In(p.lang))
	root.PersistentFlags().BoolP("help", "h", false, text.CmdFlagHelp.In(p.lang))
	for _, make := range commands {
		root.AddCommand(make(p))
	}
	plainUseLines(root)
	return root
}

// plainUseLines keeps the English "[flags]" out of every usage line.
func plainUseLines(c *cobra.Command) {
	c.DisableFlagsInUseLine = true
	for _, sub := range c.Commands() {
		plainUseLines(sub)
	}
}

// commands makes every subcommand, in the order the help lists them.
var commands = []func(*program) *cobra.Command{
	(*program).demoCommand,
	(*program).newCommand,
	(*program).importCommand,
	(*program).recipeCommand,
	(*program).templateCommand,
	(*program).checkCommand,
	(*program).reasonCommand,
	(*program).scoreCommand,
	(*program).explainCommand,
	(*program).whatifCommand,
	(*program).signCommand,
	(*program).submitCommand,
	(*program).reopenCommand,
	(*program).verifyCommand,
	(*program).pageCommand,
	(*program).reportCommand,
	(*program).exportCommand,
	(*program).collectCommand,
	(*program).diffCommand,
	(*program).decideCommand,
	(*program).nextCommand,
	(*program).recogniseCommand,
	(*program).receiveCommand,
	(*program).mergeCommand,
	(*program).historyCommand,
	(*program).undoCommand,
	(*program).backupCommand,
	(*program).restoreCommand,
	(*program).packCommand,
	(*program).keyCommand,
	(*program).trustCommand,
	(*program).versionCommand,
}

// rootArgs lets a workspace file stand where a command would: a file opened from the desktop.
func (p *program) rootArgs(c *cobra.Command, args []string) error {
	if len(args) == 0 || len(args) == 1 && strings.HasSuffix(args[0], workspaceEnding) {
		return nil
	}
	var near []string
	for _, sub := range c.Commands() {
		if strings.HasPrefix(sub.Name(), args[0]) || len(args[0]) > 2 && strings.HasPrefix(args[0], sub.Name()) {
			near = append(near, sub.Name())
		}
	}
	if near = append(near, c.SuggestionsFor(args[0])...); len(near) > 0 {
		return usage("cmd.unknown", text.CmdUnknownNear.With(args[0], near[0]))
	}
	return usage("cmd.unknown", text.CmdUnknown.With(args[0]))
}

// takes makes the check of how many arguments a command takes; most < 0: any number.
func takes(least, most int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return usage("cmd.args", text.CmdTooFew.With(c.UseLine()))
		case most >= 0 && len(args) > most:
			return usage("cmd.args", text.CmdTooMany.With(args[most], c.UseLine()))
		}
		return nil
	}
}

// flagError says what is wrong with a flag in our own words.
func (p *program) flagError(c *cobra.Command, err error) error {
	var (
		unknown  *pflag.NotExistError
		required *pflag.ValueRequiredError
		invalid  *pflag.InvalidValueError
	)
	say := text.CmdBadFlag.With(err.Error())
	switch {
	case errors.As(err, &unknown):
		name := unknown.GetSpecifiedName()
		if unknown.GetSpecifiedShortnames() != "" {
			name = "-" + name
		} else {
			name = "--" + name
		}
		say = text.CmdUnknownFlag.With(name, c.CommandPath())
	case errors.As(err, &required):
		say = text.CmdFlagNeedsValue.With(required.GetFlag().Name)
	case errors.As(err, &invalid):
		say = text.CmdFlagBadValue.With(invalid.GetFlag().Name, invalid.GetValue())
	}
	return usage("cmd.flag", say)
}

func (p *program) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: text.CmdHelpShort.In(p.lang),
		RunE: func(c *cobra.Command, args []string) error {
			at, rest, err := c.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return usage("cmd.unknown", text.CmdUnknown.With(strings.Join(args, " ")))
			}
			p.help(at)
			return nil
		},
	}
}

// help prints what a command does, how it is called, and what it takes.
func (p *program) help(c *cobra.Command) {
	about := c.Long
	if about == "" {
		about = c.Short
	}
	var b strings.Builder
	b.WriteString(about + "\n\n" + text.CmdUsage.In(p.lang) + "\n  " + c.UseLine() + "\n")
	if subs := c.Commands(); len(subs) > 0 {
		b.WriteString("\n" + text.CmdCommands.In(p.lang) + "\n")
		t := columns("ll")
		t.indent = "  "
		for _, sub := range subs {
			if !sub.Hidden {
				t.row(sub.Name(), sub.Short)
			}
		}
		b.WriteString(t.String())
	}
	if c.Example != "" {
		b.WriteString("\n" + text.CmdExamples.In(p.lang) + "\n" + c.Example + "\n")
	}
	b.WriteString("\n" + text.CmdFlags.In(p.lang) + "\n" + flagList(c))
	if !c.HasParent() {
		b.WriteString("\n" + text.CmdExitCodes.In(p.lang) + "\n")
	}
	_ = p.print(b.String())
}

// flagList draws a command's flags by name.
func flagList(c *cobra.Command) string {
	var flags []*pflag.Flag
	seen := map[string]bool{}
	add := func(f *pflag.Flag) {
		if !f.Hidden && !seen[f.Name] {
			seen[f.Name] = true
			flags = append(flags, f)
		}
	}
	c.LocalFlags().VisitAll(add)
	c.InheritedFlags().VisitAll(add)
	sort.Slice(flags, func(i, j int) bool { return flags[i].Name < flags[j].Name })
	t := columns("ll")
	t.indent = "  "
	for _, f := range flags {
		name := "--" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", " + name
		}
		what, about := pflag.UnquoteUsage(f)
		if what != "" {
			name += " " + what
			about = strings.TrimPrefix(about, what+" ")
		}
		t.row(name, about)
	}
	return t.String()
}

// year reads a filing year as people write it: four digits.
func year(s string) (int, bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 1990 && n <= 2999
}
