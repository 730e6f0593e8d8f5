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
	help := p.helpCommand()
	help.GroupID = commands[len(commands)-1].id
	root.SetHelpCommand(help)
	root.PersistentFlags().String("lang", "", text.CmdFlagLang.In(p.lang))
	root.PersistentFlags().BoolP("help", "h", false, text.CmdFlagHelp.In(p.lang))
	for _, g := range commands {
		root.AddGroup(&cobra.Group{ID: g.id, Title: g.title.In(p.lang)})
		for _, make := range g.make {
			c := make(p)
			c.GroupID = g.id
			root.AddCommand(c)
		}
	}
	plainUseLines(root)
	completes(root)
	p.pipes(root)
	return root
}

// plainUseLines keeps the English "[flags]" out of every usage line.
func plainUseLines(c *cobra.Command) {
	c.DisableFlagsInUseLine = true
	for _, sub := range c.Commands() {
		plainUseLines(sub)
	}
}

// group is whose work a command is, as the help lists them.
type group struct {
	id    string
	title text.Pair
	make  []func(*program) *cobra.Command
}

// commands are all subcommands, in the groups and the order in which the help lists them.
var commands = []group{
	{"desk", text.CmdGroupDesk, []func(*program) *cobra.Command{
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
		(*program).reportCommand,
		(*program).returnsCommand,
		(*program).exportCommand,
		(*program).mergeCommand,
		(*program).nextCommand,
		(*program).historyCommand,
		(*program).undoCommand,
		(*program).backupCommand,
		(*program).restoreCommand,
	}},
	{"handing", text.CmdGroupHanding, []func(*program) *cobra.Command{
		(*program).signCommand,
		(*program).submitCommand,
		(*program).reopenCommand,
		(*program).verifyCommand,
		(*program).pageCommand,
		(*program).diffCommand,
		(*program).receiveCommand,
		(*program).recogniseCommand,
	}},
	{"regulator", text.CmdGroupRegulator, []func(*program) *cobra.Command{
		(*program).collectCommand,
		(*program).decideCommand,
		(*program).registryCommand,
	}},
	{"pack", text.CmdGroupPack, []func(*program) *cobra.Command{
		(*program).packCommand,
	}},
	{"keys", text.CmdGroupKeys, []func(*program) *cobra.Command{
		(*program).keyCommand,
		(*program).trustCommand,
	}},
	{"program", text.CmdGroupProgram, []func(*program) *cobra.Command{
		(*program).completionCommand,
		(*program).manCommand,
		(*program).versionCommand,
	}},
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
	if groups := c.Groups(); len(groups) > 0 {
		for _, g := range groups {
			b.WriteString("\n" + text.CmdColon.With(g.Title).In(p.lang) + "\n" + commandList(c, g.ID))
		}
	} else if c.HasSubCommands() {
		b.WriteString("\n" + text.CmdCommands.In(p.lang) + "\n" + commandList(c, ""))
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

// commandList draws the commands of a group by what they do.
func commandList(c *cobra.Command, group string) string {
	t := columns("ll")
	t.indent = "  "
	for _, sub := range c.Commands() {
		if !sub.Hidden && sub.GroupID == group {
			t.row(sub.Name(), sub.Short)
		}
	}
	return t.String()
}

// flagList draws a command's flags by name.
func flagList(c *cobra.Command) string {
	t := columns("ll")
	t.indent = "  "
	for _, f := range shownFlags(c) {
		t.row(flagName(f), flagAbout(f))
	}
	return t.String()
}

// shownFlags are those a command takes, by name; older names of a flag are not shown.
func shownFlags(c *cobra.Command) []*pflag.Flag {
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
	return flags
}

// year reads a filing year as people write it: four digits.
func year(s string) (int, bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 1990 && n <= 2999
}
