package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"

	"yice/internal/pattern"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"yice/form"
	"yice/text"
)

// What a shell completes is read off the table of commands: how a command is called says which kind of file stands where, and
// what a flag takes says the same of the flag. The script that a shell loads asks the program itself.

// shells are those a script can be made for.
var shells = map[string]func(*cobra.Command, io.Writer) error{
	"bash":       func(root *cobra.Command, w io.Writer) error { return root.GenBashCompletionV2(w, true) },
	"zsh":        func(root *cobra.Command, w io.Writer) error { return root.GenZshCompletion(w) },
	"fish":       func(root *cobra.Command, w io.Writer) error { return root.GenFishCompletion(w, true) },
	"powershell": func(root *cobra.Command, w io.Writer) error { return root.GenPowerShellCompletionWithDesc(w) },
}

func (p *program) completionCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "completion bash|zsh|fish|powershell",
		Short:   text.CmdCompletionShort.In(p.lang),
		Long:    text.CmdCompletionLong.In(p.lang),
		Example: "  yice completion bash > /etc/bash_completion.d/yice\n  yice completion zsh > \"${fpath[1]}/_yice\"",
		Args:    takes(1, 1),
		RunE: func(c *cobra.Command, args []string) error {
			script, ok := shells[args[0]]
			if !ok {
				return usage("cmd.shell", text.CmdUnknownShell.With(args[0]))
			}
			var b strings.Builder
			if err := script(c.Root(), &b); err != nil {
				return err
			}
			_, err := io.WriteString(p.stdout, b.String())
			return p.written(err)
		},
	}
}

// completes gives every command, and every flag, what completes its words.
func completes(c *cobra.Command) {
	if c.HasParent() && !c.HasSubCommands() {
		words := places(c.Use)
		c.ValidArgsFunction = func(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
			return completed(words(len(args)), typed)
		}
	}
	flag := func(f *pflag.Flag) {
		what, _ := pflag.UnquoteUsage(f)
		if f.NoOptDefVal != "" || what == "" {
			return
		}
		_ = c.RegisterFlagCompletionFunc(f.Name, func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
			return completed(what, typed)
		}) // fails where the flag has one, as a hidden name of another has
	}
	c.Flags().VisitAll(flag)
	c.PersistentFlags().VisitAll(flag)
	for _, sub := range c.Commands() {
		completes(sub)
	}
}

var placePattern = pattern.Of(`^\[?([^\[\]]+?)\]?(\.\.\.)?$`)

// places reads off a usage line what stands at each place: the words that are no flags, of one way of calling it. The last
// stands for all that follow where it says so.
func places(use string) func(n int) string {
	var words []string
	more := ""
	way, _, _ := strings.Cut(use, " | ")
	value := false // the word before is a flag that takes one
	for _, word := range strings.Fields(way)[1:] {
		if strings.HasPrefix(strings.TrimPrefix(word, "["), "-") {
			value = !strings.HasSuffix(word, "]")
			continue
		}
		if value {
			value = false
			continue
		}
		m := placePattern.FindStringSubmatch(word)
		if m == nil {
			break
		}
		words = append(words, m[1])
		if m[2] != "" {
			more = m[1]
		}
	}
	return func(n int) string {
		if n < len(words) {
			return words[n]
		}
		return more
	}
}

// kinds of files that a word of a usage line stands for, by their endings; "" any file of people's.
var kindsOf = map[string][]string{
	"W": {workspaceEnding}, "OTHER": {workspaceEnding},
	"SUBMISSION": {".zip"}, "RECEIPT": {".zip"}, "KEYS.zip": {".zip"}, "A.zip": {".zip"}, "B.zip": {".zip"},
	"P": {".toml"}, "A": {".toml"}, "B": {".toml"}, "KEY.pem.pub": {".pub"},
	"FILE": {""}, "FILES": {""}, "BACKUP": {workspaceEnding},
}

// completed gives what can stand for a word of a usage line.
func completed(what, typed string) ([]string, cobra.ShellCompDirective) {
	switch what {
	case "":
		return nil, cobra.ShellCompDirectiveNoFileComp
	case "DIR", "FOLDER":
		return files(typed, nil)
	case "FORM":
		var ids []string
		for _, f := range form.All() {
			ids = append(ids, f.ID)
		}
		return begun(ids, typed)
	case "ID":
		return begun(returnIDs(), typed)
	case "ID,…":
		before, last := "", typed
		if i := strings.LastIndexByte(typed, ','); i >= 0 {
			before, last = typed[:i+1], typed[i+1:]
		}
		ids := returnIDs()
		if before == "" {
			ids = append(ids, concernsNone, concernsOrdinary)
		}
		fit, directive := begun(ids, last)
		for i := range fit {
			fit[i] = before + fit[i]
		}
		return fit, directive | cobra.ShellCompDirectiveNoSpace
	}
	var endings, words []string
	for word := range strings.SplitSeq(what, "|") {
		switch ending := filepath.Ext(word); {
		case kindsOf[word] != nil:
			endings = append(endings, kindsOf[word]...)
		case ending != "":
			endings = append(endings, ending)
		case word == strings.ToLower(word), word != strings.ToUpper(word):
			words = append(words, word) // written as it is typed
		}
	}
	if len(endings) > 0 {
		return files(typed, endings)
	}
	return begun(words, typed)
}

func begun(words []string, typed string) ([]string, cobra.ShellCompDirective) {
	var fit []string
	for _, w := range words {
		if strings.HasPrefix(w, typed) {
			fit = append(fit, w)
		}
	}
	return fit, cobra.ShellCompDirectiveNoFileComp
}

// besideOurs end what lies beside a workspace and is nobody's to name: journals, locks, parts of files under way.
var besideOurs = []string{"-wal", "-shm", "-journal", ".lock", ".part"}

// files lists the folders, and the files of some endings, that a path begun so can go on to.
func files(typed string, endings []string) ([]string, cobra.ShellCompDirective) {
	dir, begin := filepath.Split(typed)
	at := dir
	if at == "" {
		at = "."
	}
	entries, err := os.ReadDir(at)
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var fit []string
	directive := cobra.ShellCompDirectiveNoFileComp
	for _, e := range entries {
		name := e.Name()
		if !strings.HasPrefix(name, begin) || begin == "" && strings.HasPrefix(name, ".") {
			continue
		}
		if info, err := os.Stat(filepath.Join(at, name)); err == nil && info.IsDir() {
			fit, directive = append(fit, dir+name+string(filepath.Separator)), directive|cobra.ShellCompDirectiveNoSpace
			continue
		}
		if fitsEnding(name, endings) {
			fit = append(fit, dir+name)
		}
	}
	return fit, directive
}

func fitsEnding(name string, endings []string) bool {
	for _, beside := range besideOurs {
		if strings.HasSuffix(name, beside) {
			return false
		}
	}
	for _, ending := range endings {
		if strings.HasSuffix(strings.ToLower(name), ending) {
			return true
		}
	}
	return false
}
