package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"yice/text"
)

// called runs a command line and gives what it wrote.
func called(t *testing.T, stdin string, args ...string) (code int, out, message string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	home := t.TempDir()
	p := &program{
		args: args, stdin: strings.NewReader(stdin), stdout: &stdout, stderr: &stderr, now: time.Now,
		lookup: func(name string) (string, bool) {
			return map[string]string{"XDG_DATA_HOME": home, "HOME": home}[name], name == "HOME"
		},
	}
	code = p.run(t.Context())
	return code, stdout.String(), stderr.String()
}

// offered are all commands that a person is offered, with those below them.
func offered(t *testing.T) []*cobra.Command {
	t.Helper()
	var all []*cobra.Command
	p := &program{lookup: func(string) (string, bool) { return "", false }}
	if err := eachCommand(p.root(), func(c *cobra.Command) error {
		all = append(all, c)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return all
}

// silent are commands that only do, and say in a sentence that they did: there is nothing to report.
var silent = []string{
	"yice", "yice demo", "yice new", "yice recipe show", "yice recipe save", "yice recipe add", "yice template", "yice reason", "yice report",
	"yice export", "yice next", "yice sign", "yice reopen", "yice page", "yice decide", "yice pack new", "yice pack sheet", "yice pack sign", "yice pack add",
	"yice trust add", "yice trust export", "yice trust remove", "yice trust revoke", "yice trust take", "yice completion", "yice man",
}

// Every command that reports prints JSON, and is in a group of the help with a sentence about it, in either language.
func TestEveryCommandReportsAndIsExplained(t *testing.T) {
	for _, l := range []text.Lang{text.ZH, text.EN} {
		p := &program{lang: l, lookup: func(string) (string, bool) { return "", false }}
		_ = eachCommand(p.root(), func(c *cobra.Command) error {
			if c.HasParent() && c.Short == "" {
				t.Errorf("%s: %s has no sentence", l, c.CommandPath())
			}
			if c.HasParent() && !c.Parent().HasParent() && c.GroupID == "" {
				t.Errorf("%s is in no group", c.CommandPath())
			}
			return nil
		})
	}
	for _, c := range offered(t) {
		if c.HasSubCommands() || c.Name() == "help" {
			continue
		}
		if has, quiet := c.Flags().Lookup("json") != nil, slices.Contains(silent, c.CommandPath()); has == quiet {
			t.Errorf("%s: --json is %v, and it is among those that only do: %v", c.CommandPath(), has, quiet)
		}
	}
	_, help, _ := called(t, "", "help")
	for _, g := range commands {
		if !strings.Contains(help, g.title.ZH+"：") {
			t.Errorf("the help has no group %s", g.title.ZH)
		}
	}
}

// A flag means one thing on every command: --sign-key signs, --open-key opens, and whoever takes either takes --passphrase-file;
// older names are other names of these, and are not shown.
func TestKeysAreAskedForAlikeEverywhere(t *testing.T) {
	older := 0
	for _, c := range offered(t) {
		sign, open := c.Flags().Lookup("sign-key"), c.Flags().Lookup("open-key")
		if (sign != nil || open != nil) && c.Flags().Lookup("passphrase-file") == nil {
			t.Errorf("%s takes a key and no --passphrase-file", c.CommandPath())
		}
		c.Flags().VisitAll(func(f *pflag.Flag) {
			if f.Name == "key" || strings.HasSuffix(f.Name, "-key") && f.Name != "sign-key" && f.Name != "open-key" {
				older++
				of := sign
				if sign == nil {
					of = open
				}
				if !f.Hidden || of == nil {
					t.Fatalf("%s: --%s is shown, or is another name of nothing", c.CommandPath(), f.Name)
				}
				if err := f.Value.Set("k.pem"); err != nil || valueOf(sign) != "k.pem" && valueOf(open) != "k.pem" {
					t.Errorf("%s: --%s sets neither --sign-key nor --open-key", c.CommandPath(), f.Name)
				}
			}
		})
	}
	if older == 0 {
		t.Error("no older name was found")
	}
}

func valueOf(f *pflag.Flag) string {
	if f == nil {
		return ""
	}
	return f.Value.String()
}

// Every command has a page, which man can read; nothing in it is taken for a request.
func TestEveryCommandHasAManualPage(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "man1")
	if code, _, said := called(t, "", "man", "-o", dir); code != 0 {
		t.Fatal(said)
	}
	for _, c := range offered(t) {
		page, err := os.ReadFile(filepath.Join(dir, manName(c)+".1"))
		if err != nil {
			t.Error(err)
			continue
		}
		for _, f := range shownFlags(c) {
			if !strings.Contains(string(page), roff("--"+f.Name)) {
				t.Errorf("%s does not tell of --%s", manName(c), f.Name)
			}
		}
		for line := range strings.Lines(string(page)) {
			if strings.HasPrefix(line, ".") && !slices.Contains([]string{".TH", ".SH", ".TP", ".B", ".br", ".nf", ".fi"}, strings.Fields(line)[0]) {
				t.Errorf("%s: a request of nobody's: %s", manName(c), line)
			}
		}
	}
	if got := roff(".a\n'b\\c-d"); got != "\\&.a\n\\&'b\\ec\\-d" {
		t.Errorf("%q", got)
	}
}

// Each shell gets a script; bash reads its own.
func TestEveryShellHasAScript(t *testing.T) {
	for shell := range shells {
		code, script, said := called(t, "", "completion", shell)
		if code != 0 || !strings.Contains(script, "__complete") {
			t.Errorf("%s: %d %s", shell, code, said)
		}
		if bash, err := exec.LookPath("bash"); err == nil && shell == "bash" {
			check := exec.CommandContext(t.Context(), bash, "-n")
			check.Stdin = strings.NewReader(script)
			if out, err := check.CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, out)
			}
		}
	}
	if code, _, _ := called(t, "", "completion", "csh"); code != 2 {
		t.Errorf("a shell that is none ends with %d", code)
	}
}

// What a shell offers is what belongs there: workspaces for a workspace, never a journal or a lock beside one.
func TestCompletion(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"desk.yice", "desk.yice-wal", "desk.yice-shm", "desk.yice.lock", "a.zip", "p.toml", "x.csv"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "sub"), 0o700); err != nil {
		t.Fatal(err)
	}
	at := dir + string(filepath.Separator)
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"check", at}, "desk.yice sub/"},
		{[]string{"verify", "--pack", at}, "p.toml sub/"},
		{[]string{"verify", at}, "a.zip desk.yice p.toml sub/ x.csv"},
		{[]string{"page", "--trust", at}, "sub/"},
		{[]string{"export", "desk.yice", "--year", "2023", "pat"}, "patent"},
		{[]string{"completion", "z"}, "zsh"},
		{[]string{"returns", "w.yice", "A1"}, "A107012"},
		{[]string{"returns", "--concerns", "107-1,qu"}, "107-1,quick"},
		{[]string{"check", "--lang", ""}, "zh en"},
		{[]string{"export", "desk.yice", "patent", ""}, ""},
	} {
		_, out, _ := called(t, "", append([]string{"__complete"}, c.args...)...)
		var got []string
		for line := range strings.Lines(out) {
			if !strings.HasPrefix(line, ":") {
				word, _, _ := strings.Cut(strings.TrimRight(line, "\n"), "\t")
				got = append(got, strings.TrimPrefix(word, at))
			}
		}
		if said := strings.Join(got, " "); said != filepath.FromSlash(c.want) {
			t.Errorf("%v completes to %q, want %q", c.args, said, c.want)
		}
	}
}

// "-" is standard input where a file is meant, and standard output behind -o.
func TestAHyphenIsAPipe(t *testing.T) {
	sealed, err := os.ReadFile("../../conformance/submissions/good.zip")
	if err != nil {
		t.Fatal(err)
	}
	if code, out, said := called(t, string(sealed), "verify", "-"); code != 0 || !strings.HasPrefix(out, text.CmdVerifyOK.ZH) {
		t.Errorf("verify -: %d %s%s", code, out, said)
	}
	if code, page, said := called(t, string(sealed), "page", "-", "-o", "-"); code != 0 || !strings.HasPrefix(page, "<!DOCTYPE html>") || said != "" {
		t.Errorf("page - -o -: %d %.40s %s", code, page, said)
	}
	for _, args := range [][]string{{"check", "-", "--year", "2023"}, {"diff", "-", "-"}} {
		if code, _, said := called(t, "", args...); code != 2 || !strings.Contains(said, "-") {
			t.Errorf("%v: %d %s", args, code, said)
		}
	}
	if code, _, _ := called(t, "", "key", "show", "-"); code == 0 {
		t.Error("an empty input is no key")
	}
}
