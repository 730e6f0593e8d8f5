package tui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"yice/form"
	"yice/text"
	"yice/tui/handing"
	"yice/tui/kit"
	"yice/tui/screen"
)

// Everything that help names can be found in the palette, on every screen: what is possible there, and what is not, with where
// it is. Only keys that mean nothing without themselves, moving, choosing, writing, are left out.
func TestThePaletteReachesEveryAction(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	ways := map[string][]string{
		"overview": {}, "checks": {"<f3>"}, "score": {"<f4>"}, "policy": {"<f5>"}, "submit": {"<f6>"}, "history": {"<ctrl+u>"},
		"whatif": {"<f8>"}, "spending": {"<f9>"}, "returns": {"<f11>"}, "paper": {"<f11>", "<enter>"}, "search": {"<ctrl+g>"}, "table": {"<down>", "<down>", "<down>", "<enter>"}, "start": {"<ctrl+o>"},
	}
	for name, way := range ways {
		t.Run(name, func(t *testing.T) {
			d.t = t
			for len(d.m.layers) > 0 {
				d.press("<esc>")
			}
			d.press("<f12>", "<home>").press(way...)
			at := d.m.here()
			found := map[string]kit.Option{}
			titles := map[text.Pair]bool{}
			for _, o := range d.m.paletteOptions() {
				found[o.Also] = o
				titles[o.Title] = true
			}
			for i := range d.m.actions {
				a := &d.m.actions[i]
				switch {
				case a.Do == nil || byKeysOnly(a) || a.ID == "palette":
				case titles[a.Title] && found[a.ID].Title.Empty(): // another action of the same name stands for it
				case found[a.ID].Title.Empty():
					t.Errorf("%s (%s) is not in the palette", a.ID, a.Title.ZH)
				case a.Live(d.m, at) && found[a.ID].Away:
					t.Errorf("%s is possible here, and the palette says it is not", a.ID)
				}
			}
			d.press("<f12>")
		})
	}
}

// What the palette leaves out moves, selects or writes; the rest of an action's name says so.
func TestWhatThePaletteLeavesOut(t *testing.T) {
	t.Parallel()
	moves := regexp.MustCompile(`移动|^换到|选中|选择|翻看|^下一格|^下一项|在列表里选|^换一类看|^移到|第几种|^退出`)
	for _, a := range furnish(declarations()).actions {
		if a.Do != nil && byKeysOnly(&a) && !moves.MatchString(a.Title.ZH) {
			t.Errorf("%s (%s) is left out of the palette", a.ID, a.Title.ZH)
		}
	}
}

// Whoever chooses what belongs elsewhere is led there, or told where it is; nothing happens by itself.
func TestThePaletteLeadsElsewhere(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	d.press("<ctrl+p>").misses("封存并生成").press("封存并", "<enter>")
	if d.m.Top().Place() != handing.InSubmit {
		t.Fatalf("led to %T:\n%s", d.m.Top(), d.screen())
	}
	d.sees("这里是「报送」", "F6")
	before := len(d.m.stack)
	d.press("<f12>", "<ctrl+p>", "同上", "<enter>").sees("要在「表格」里用", "Ctrl+D")
	if len(d.m.stack) >= before {
		t.Errorf("it went to %T", d.m.Top())
	}
	for i := range d.m.actions {
		a := &d.m.actions[i]
		if a.Do == nil || byKeysOnly(a) || a.ID == "palette" || a.Live(d.m, d.m.here()) {
			continue
		}
		if d.m.lead(a); d.m.note.say.Empty() && len(d.m.layers) == 0 && len(d.m.stack) == 1 {
			t.Errorf("%s: nothing is said", a.ID)
		}
		d.settle()
		d.m.layers = nil
		d.press("<f12>")
	}
}

// spokenNames are the variables whose sentences a terminal without the screens shows; the registry is asked by commands alone.
var spokenNames = regexp.MustCompile(`^(Cmd|Registry|TuiNoTerminal$|TuiPoorTerminal$)`)

// neverOnAScreen are what is read on a page or on paper, and what the command that verifies says of a document.
var neverOnAScreen = map[string]bool{
	"PageUnknownSay": true, "PageOwn": true, "PaperNote": true, "DocumentNone": true, "DocumentNotReceipt": true, "DocumentUseReceipt": true, "DocumentUseReceipts": true,
	"DocumentUseDecisions": true, "DocumentUseKeys": true, "DocumentUsePack": true,
}

// sentences gives every sentence of package text by the name of its variable.
func sentences(t *testing.T) map[string][]string {
	t.Helper()
	files, err := filepath.Glob("../text/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal("no sentences", err)
	}
	out := map[string][]string{}
	for _, path := range files {
		if strings.HasSuffix(path, "_test.go") || filepath.Base(path) == "onscreen.go" {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			ast.Inspect(spec, func(n ast.Node) bool {
				if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
					if s, err := strconv.Unquote(l.Value); err == nil {
						out[spec.Names[0].Name] = append(out[spec.Names[0].Name], s)
					}
				}
				return true
			})
			return true
		})
	}
	return out
}

// commands finds a command in a sentence, or a flag of one. It is made at once: tests work in other folders.
var commands = findCommands()

func commandNamed() *regexp.Regexp { return commands }

func findCommands() *regexp.Regexp {
	files, err := filepath.Glob("../cmd/yice/*.go")
	if err != nil {
		panic(err)
	}
	var names []string
	use := regexp.MustCompile(`Use:\s+"([a-z]+)`)
	for _, path := range files {
		source, err := os.ReadFile(path)
		if err != nil {
			panic(err)
		}
		for _, m := range use.FindAllStringSubmatch(string(source), -1) {
			names = append(names, m[1])
		}
	}
	if !slices.Contains(names, "restore") {
		panic("no commands")
	}
	return regexp.MustCompile(`yice (` + strings.Join(names, "|") + `)\b|(^|[^-\w])--[a-z]|sha256sum|unzip`)
}

// sendsNobodyAway fails where a frame tells its reader to leave the program and type a command, wherever the sentence came from
// and whatever it was made of: every frame that a test of the screens looks at is looked at for that too.
func (d *driver) sendsNobodyAway(frame string) {
	d.t.Helper()
	if found := commandNamed().FindString(frame); found != "" {
		d.t.Errorf("the screen sends its reader to a shell with %q:\n%s", found, frame)
	}
}

// TestComposedSentencesAreTurnedToo: a command that is put into a sentence when the program runs is turned as one that stands
// in it, also where whoever draws it knows nothing of commands.
func TestComposedSentencesAreTurnedToo(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36)
	f := form.Finding{Severity: form.Must, Form: "annual", Message: text.Pair{ZH: "%[1]s 之后再看", EN: "%[1]s first"}.With("yice restore")}
	if said := f.Message.In(d.m.lang); commandNamed().MatchString(said) {
		t.Errorf("a finding is drawn as %q", said)
	}
	d.m.say(screen.Bad, text.Pair{ZH: "请用 %[1]s", EN: "use %[1]s"}.With("yice restore"))
	d.misses("yice restore").sees("Ctrl+P")
}

// No sentence that the screen shows sends a statistician to a shell: what names a command below names a key, or an entry of the
// palette, on the screen.
func TestNoSentenceOnTheScreenNamesACommand(t *testing.T) {
	t.Parallel()
	command := commandNamed()
	turned := 0
	for name, said := range sentences(t) {
		if spokenNames.MatchString(name) || neverOnAScreen[name] {
			continue
		}
		for _, s := range said {
			p := text.OnScreen(text.Same(s))
			if command.MatchString(s) {
				turned++
				// The half that is of this language is the one that counts.
				half := p.ZH
				if !chineseIn(s) {
					half = p.EN
				}
				if found := command.FindString(half); found != "" {
					t.Errorf("%s still says %q on the screen: %s", name, found, half)
				}
				if strings.Contains(half, "「」") || strings.Contains(half, "  ") || strings.Contains(half, "。。") {
					t.Errorf("%s reads badly on the screen: %s", name, half)
				}
			}
		}
	}
	if turned < 20 {
		t.Errorf("only %d sentences name a command: are they found?", turned)
	}
}

func chineseIn(s string) bool { return strings.ContainsFunc(s, chinese) }

// The entries of the palette that sentences send people to are there.
func TestDoorsAreInThePalette(t *testing.T) {
	t.Parallel()
	titles := map[text.Pair]bool{}
	for _, a := range furnish(declarations()).actions {
		titles[a.Title] = a.Do != nil || titles[a.Title]
	}
	for _, p := range text.Doors() {
		if !titles[p] {
			t.Errorf("%q is no entry of the palette", p.ZH)
		}
	}
}

// An entry of the palette that a sentence names is found by that name.
func TestEntriesThatSentencesNameAreThere(t *testing.T) {
	t.Parallel()
	all := furnish(declarations()).actions
	named := regexp.MustCompile(`Ctrl\+P(?: 选)?「([^」%]+)」`)
	found := 0
	for name, said := range sentences(t) {
		for _, s := range said {
			for _, m := range named.FindAllStringSubmatch(s, -1) {
				if found++; !slices.ContainsFunc(all, func(a Action) bool { return strings.Contains(a.Title.ZH, m[1]) }) {
					t.Errorf("%s names %q, which is no entry of the palette", name, m[1])
				}
			}
		}
	}
	if found < 4 {
		t.Errorf("only %d entries are named: are they found?", found)
	}
}

// Whatever way a sentence comes to the screen by, it is turned: as an error, a message, a question, a refusal.
func TestSentencesAreTurnedOnTheirWayToTheScreen(t *testing.T) {
	t.Parallel()
	d := at(t, 80, 24)
	fault := &text.Fault{Code: "store.damaged", Class: text.Cannot, Say: text.StoreDamaged.With("a.yice")}
	for name, show := range map[string]func(){
		"message":  func() { d.m.say(screen.Bad, fault.Say) },
		"error":    func() { d.m.say(screen.Bad, kit.Sentence(fault)) },
		"refusal":  func() { d.m.refuse(text.TuiRestore, fault) },
		"question": func() { d.m.open(kit.NewAsk(text.TuiRestore, fault.Say, nil), false) },
		"damage":   func() { d.m.damaged(damageMsg{d.m.desk, text.OnScreen(fault.Say)}) },
		"opening":  func() { d.m.notOpened(openedMsg{path: "a.yice", err: fault}) },
	} {
		show()
		d.m.dirty = true
		if s := d.screen(); !strings.Contains(s, "从备份恢复") || strings.Contains(s, "yice restore") {
			t.Errorf("%s:\n%s", name, s)
		}
		d.m.layers, d.m.note = nil, note{}
	}
}
