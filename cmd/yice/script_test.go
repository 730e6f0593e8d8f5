package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"yice/internal/effort"
	"yice/seal"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"yice": func() { os.Exit(mainExit()) }})
}

// Every script is one story told on the command line. Beside the usual commands it knows:
//
//	exits N yice args…          runs the program and asks for that exit code: within the test, in the long run as a process
//	starts N prog args…         starts a process, always, and asks for that exit code
//	json FILE path want         the JSON in FILE (stdout for the last output) has this text at path a.b.0.c; "null", or "len:3" for three elements
//	worked FILE                 the worked example, as yice demo makes it: in the quick run once, and copied
//	keys FILE path a,b,c        the object at path has exactly these keys, in this order; "a,b,..." lets more follow
//	agrees FILE expected.json   a printed score sheet has every figure of the worked example
//	absent FILE hex             FILE does not hold these bytes
//	bytes FILE hex              writes a file of these bytes
//	append FILE text            adds a line to a file
//	issue FROM TO               copies a pack, its status set to issued
//	edit FROM TO old new        copies a file with the first of one text made another
//	version FROM TO V           copies a pack under another version
//	damage FROM TO              copies a file with one bit in its middle turned
//	[!long] skip               leaves the story to the long run; one that takes many starts of the program begins so
//	fingerprint VAR KEY         the variable is the fingerprint of a public key
//	explain FILE W text         gives every finding of a printed check a reason
func TestScripts(t *testing.T) {
	examples, err := filepath.Abs(filepath.Join("..", "..", "examples"))
	if err != nil {
		t.Fatal(err)
	}
	scripts, err := filepath.Abs(filepath.Join("testdata", "script")) // the scripts go where they like, see standIn
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: scripts,
		Setup: func(e *testscript.Env) error {
			e.Setenv("GOLDEN", filepath.Join(examples, "golden-2023"))
			e.Setenv("PACK", filepath.Join(examples, "pack-2023.toml"))
			e.Setenv("GROUP_PACK", filepath.Join(examples, "pack-group.toml"))
			e.Setenv("HOME", filepath.Join(e.WorkDir, "home"))
			e.Setenv("XDG_DATA_HOME", filepath.Join(e.WorkDir, "data"))
			e.Setenv("TMPDIR", filepath.Join(e.WorkDir, "tmp"))
			e.Setenv("U", "91150200MA0BT0013C")
			for _, dir := range []string{"home", "tmp"} {
				if err := os.MkdirAll(filepath.Join(e.WorkDir, dir), 0o700); err != nil {
					return err
				}
			}
			return nil
		},
		Condition: func(name string) (bool, error) {
			if name != "long" {
				return false, fmt.Errorf("no condition %s", name)
			}
			return effort.Long(), nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "starts": starts, "json": jsonAt, "keys": keysAt, "agrees": agrees, "absent": absent, "bytes": writeBytes,
			"append": appendLine, "issue": issue, "version": reversion, "explain": explainAll, "damage": damage,
			"fingerprint": fingerprintOf, "edit": edit, "worked": worked,
		},
	})
}

// exits runs the program itself: with the script's folder, its environment and no input, and one script at a time, since a
// process has only one folder. Starting a process costs more than most commands do; what only a process shows (the code it
// ends with, where its output goes) is asked by starts, and of every command in the long run.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if effort.Long() || len(args) < 2 || args[1] != "yice" {
		starts(ts, neg, args)
		return
	}
	want := exitCode(ts, neg, args)
	inside.Lock()
	defer inside.Unlock()
	defer standIn(ts)()
	p := &program{
		args: args[2:], stdin: strings.NewReader(""), stdout: ts.Stdout(), stderr: ts.Stderr(), now: time.Now,
		lookup: func(name string) (string, bool) {
			value := ts.Getenv(name)
			return value, value != "" || name == passphraseVariable // in a story nobody is there to be asked
		},
	}
	var out, errs bytes.Buffer
	p.stdout, p.stderr = io.MultiWriter(p.stdout, &out), io.MultiWriter(p.stderr, &errs)
	if got := p.run(context.Background()); got != want {
		ts.Fatalf("%s exited %d, want %d\nstdout:\n%s\nstderr:\n%s", strings.Join(args[1:], " "), got, want, &out, &errs)
	}
}

// worked gives the worked example under a name. The stories of yice demo make it by that command.
func worked(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 1 || neg {
		ts.Fatalf("usage: worked FILE")
	}
	make := func() { exits(ts, false, []string{"0", "yice", "demo", "--workspace", args[0]}) }
	if effort.Long() {
		make()
		return
	}
	workedOnce.Do(func() {
		make()
		workedFile = []byte(ts.ReadFile(args[0]))
	})
	if len(workedFile) == 0 {
		ts.Fatalf("the worked example was not made")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), workedFile, 0o600))
}

var (
	workedOnce sync.Once
	workedFile []byte
)

// inside is held by the one script that has the process's folder and environment.
var inside sync.Mutex

// standIn takes the process to the script's folder and homes; what it gives goes back.
func standIn(ts *testscript.TestScript) (back func()) {
	was, err := os.Getwd()
	ts.Check(err)
	var undo []func()
	for _, name := range []string{"HOME", "XDG_DATA_HOME", "TMPDIR"} {
		if value, ok := os.LookupEnv(name); ok {
			undo = append(undo, func() { os.Setenv(name, value) })
		} else {
			undo = append(undo, func() { os.Unsetenv(name) })
		}
		ts.Check(os.Setenv(name, ts.Getenv(name)))
	}
	ts.Check(os.Chdir(ts.MkAbs(".")))
	return func() {
		for _, f := range undo {
			f()
		}
		ts.Check(os.Chdir(was))
	}
}

func exitCode(ts *testscript.TestScript, neg bool, args []string) int {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits N prog args...")
	}
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	return n
}

func starts(ts *testscript.TestScript, neg bool, args []string) {
	want := exitCode(ts, neg, args)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("%s exited %d, want %d\nstdout:\n%s\nstderr:\n%s", strings.Join(args[1:], " "), got, want, ts.ReadFile("stdout"), ts.ReadFile("stderr"))
	}
}

// at walks a document by keys and positions.
func at(ts *testscript.TestScript, file, path string) (json.RawMessage, bool) {
	doc := json.RawMessage(ts.ReadFile(file))
	if !json.Valid(doc) {
		ts.Fatalf("%s is not JSON:\n%s", file, doc)
	}
	if path == "." {
		return doc, true
	}
	for _, step := range strings.Split(path, ".") {
		var list []json.RawMessage
		if n, err := strconv.Atoi(step); err == nil && json.Unmarshal(doc, &list) == nil {
			if n >= len(list) {
				return nil, false
			}
			doc = list[n]
			continue
		}
		var object map[string]json.RawMessage
		if err := json.Unmarshal(doc, &object); err != nil {
			ts.Fatalf("%s: nothing to take %q of: %s", path, step, doc)
		}
		var ok bool
		if doc, ok = object[step]; !ok {
			return nil, false
		}
	}
	return doc, true
}

func jsonAt(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: json FILE path want")
	}
	doc, ok := at(ts, args[0], args[1])
	if !ok {
		ts.Fatalf("%s: no %s in\n%s", args[0], args[1], ts.ReadFile(args[0]))
	}
	got := string(doc)
	var list []json.RawMessage
	var text string
	switch {
	case strings.HasPrefix(args[2], "len:") && json.Unmarshal(doc, &list) == nil:
		got = fmt.Sprintf("len:%d", len(list))
	case json.Unmarshal(doc, &text) == nil && got != "null":
		got = text
	}
	if (got == args[2]) == neg {
		ts.Fatalf("%s: %s is %q, want %q (not: %v)", args[0], args[1], got, args[2], neg)
	}
}

func keysAt(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 3 || neg {
		ts.Fatalf("usage: keys FILE path a,b,c")
	}
	doc, ok := at(ts, args[0], args[1])
	if !ok {
		ts.Fatalf("no %s", args[1])
	}
	d := json.NewDecoder(bytes.NewReader(doc))
	_, err := d.Token()
	ts.Check(err)
	var keys []string
	for d.More() {
		key, err := d.Token()
		ts.Check(err)
		keys = append(keys, fmt.Sprint(key))
		var skip json.RawMessage
		ts.Check(d.Decode(&skip))
	}
	got, want := strings.Join(keys, ","), args[2]
	if first, open := strings.CutSuffix(want, ",..."); open && strings.HasPrefix(got+",", first+",") {
		return
	}
	if got != want {
		ts.Fatalf("%s has keys %s, want %s", args[1], got, args[2])
	}
}

func absent(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: absent FILE hex")
	}
	if strings.Contains(ts.ReadFile(args[0]), fromHex(ts, args[1])) != neg {
		ts.Fatalf("%s holds %s: %v", args[0], args[1], !neg)
	}
}

func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 || neg {
		ts.Fatalf("usage: bytes FILE hex")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(fromHex(ts, args[1])), 0o600))
}

func fromHex(ts *testscript.TestScript, digits string) string {
	var b strings.Builder
	for i := 0; i+1 < len(digits); i += 2 {
		n, err := strconv.ParseUint(digits[i:i+2], 16, 8)
		ts.Check(err)
		b.WriteByte(byte(n))
	}
	return b.String()
}

func appendLine(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 || neg {
		ts.Fatalf("usage: append FILE text")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(ts.ReadFile(args[0])+args[1]+"\n"), 0o600))
}

func fingerprintOf(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 || neg {
		ts.Fatalf("usage: fingerprint VAR KEY")
	}
	key, err := seal.ReadPublicKey(ts.MkAbs(args[1]))
	ts.Check(err)
	ts.Setenv(args[0], key.Fingerprint())
}

func issue(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 || neg {
		ts.Fatalf("usage: issue FROM TO")
	}
	draft := ts.ReadFile(args[0])
	issued := strings.Replace(draft, `"draft"`, `"issued"`, 1)
	if issued == draft {
		ts.Fatalf("%s is no draft", args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(issued), 0o600))
}

func edit(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 4 || neg {
		ts.Fatalf("usage: edit FROM TO old new")
	}
	before, after, found := strings.Cut(ts.ReadFile(args[0]), args[2])
	if !found {
		ts.Fatalf("%s has no %q", args[0], args[2])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(before+args[3]+after), 0o600))
}

func reversion(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 3 || neg {
		ts.Fatalf("usage: version FROM TO V")
	}
	before, rest, ok := strings.Cut(ts.ReadFile(args[0]), "version    = \"")
	_, after, closed := strings.Cut(rest, "\"")
	if !ok || !closed {
		ts.Fatalf("%s has no version", args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(before+"version    = \""+args[2]+"\""+after), 0o600))
}

func damage(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 || neg {
		ts.Fatalf("usage: damage FROM TO")
	}
	whole := []byte(ts.ReadFile(args[0]))
	whole[len(whole)/2] ^= 1
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), whole, 0o600))
}

func explainAll(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 3 || neg {
		ts.Fatalf("usage: explain FILE W text")
	}
	var printed struct {
		Findings []struct{ ID string }
	}
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &printed))
	for _, f := range printed.Findings {
		exits(ts, false, []string{"0", "yice", "reason", args[1], "--year", "2023", f.ID, args[2]})
	}
}

// agrees compares a printed sheet with the figures of the worked example, every one of them.
func agrees(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 || neg {
		ts.Fatalf("usage: agrees FILE expected.json")
	}
	var want struct {
		Indicators map[string][]string // confirmed, with pending, unfilled
		Innovation [3]string
		Annual     string              `json:"annual_contribution"`
		Bonus      map[string][]string // confirmed, with pending
		Addback    string
		Readings   map[string]string `json:"alternatives"`
		Deemed     map[string][]string
		Assessed   [2]string
		Completion string
		Separate   string
		Base       string
		Tilt       string
		Priority   bool
	}
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[1])), &want))
	same := func(path, figure string) { jsonAt(ts, false, []string{args[0], path, figure}) }
	lines := func(path, id, confirmed string, figures map[string][]string) {
		list, _ := at(ts, args[0], path)
		var entries []map[string]json.RawMessage
		ts.Check(json.Unmarshal(list, &entries))
		if len(entries) != len(figures) {
			ts.Fatalf("%s has %d lines, want %d", path, len(entries), len(figures))
		}
		for i, e := range entries {
			var name string
			ts.Check(json.Unmarshal(e[id], &name))
			figure, ok := figures[name]
			if !ok {
				ts.Fatalf("%s has a line %q", path, name)
			}
			same(fmt.Sprintf("%s.%d.%s", path, i, confirmed), figure[0])
			same(fmt.Sprintf("%s.%d.with_pending", path, i), figure[1])
			if len(figure) > 2 {
				same(fmt.Sprintf("%s.%d.unfilled", path, i), figure[2])
			}
		}
	}
	lines("indicators", "id", "score", want.Indicators)
	same("innovation.score", want.Innovation[0])
	same("innovation.with_pending", want.Innovation[1])
	same("innovation.unfilled", want.Innovation[2])
	same("innovation.annual_contribution", want.Annual)
	same("bonus.total", want.Bonus["total"][0])
	same("bonus.with_pending", want.Bonus["total"][1])
	delete(want.Bonus, "total")
	lines("bonus.groups", "id", "points", want.Bonus)
	same("profit.addback", want.Addback)
	for name, figure := range want.Readings {
		same("profit.alternatives."+name, figure)
	}
	lines("profit.deemed", "id", "amount", want.Deemed)
	same("profit.assessed", want.Assessed[0])
	same("profit.assessed_with_pending", want.Assessed[1])
	same("profit.completion", want.Completion)
	same("payroll.separate", want.Separate)
	same("payroll.base", want.Base)
	same("payroll.tilt", want.Tilt)
	same("priority", strconv.FormatBool(want.Priority))
}
