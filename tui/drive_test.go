package tui

import (
	"context"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/vt"

	"yice/entry"
	"yice/filing"
	"yice/scoring"
	"yice/store"
	"yice/text"
	"yice/tui/paint"
)

var update = flag.Bool("update", false, "write the golden screens anew")

// testdata is where the golden screens lie, wherever a test has gone.
var testdata, _ = filepath.Abs("testdata")

// driver plays a person at the keyboard: it sends keys, runs commands as the program would, and reads the screen off a
// terminal emulator.
type driver struct {
	t    *testing.T
	m    *Root
	path string
	msgs chan tea.Msg
	open int // commands under way
	quit bool
	sent []string // texts put on the clipboard

	vt    *vt.Emulator
	shown string // the frame it shows
}

// patience is how long anything is waited for before a test gives it up. It says nothing of how quick the program is: the
// machine may be busy with other things.
const patience = 5 * time.Minute

var clock = time.Date(2024, 1, 15, 14, 32, 8, 0, time.Local)

// examplePack is the example's pack, which nothing changes.
var examplePack = sync.OnceValues(func() (*scoring.Pack, error) {
	source, err := os.ReadFile(filepath.Join(testdata, "../../examples/pack-2023.toml"))
	if err != nil {
		return nil, err
	}
	return scoring.Load(source)
})

func testOptions(t *testing.T) Options {
	t.Helper()
	pack, err := examplePack()
	if err != nil {
		t.Fatal(err)
	}
	return Options{
		ConfigDir: filepath.Join(t.TempDir(), "config"), Environ: []string{"YICE_THEME=dark"}, Who: "示例丙",
		Template: func(year int) (*scoring.Pack, bool) { return pack, year == 2023 },
		Now:      func() time.Time { return clock },
	}
}

// example is a workspace with the worked enterprise: a copy of one that is made once.
func example(t *testing.T, o Options) string {
	t.Helper()
	exampleMade.Do(func() { exampleFile, errExample = os.ReadFile(makeExample(t, o)) })
	if errExample != nil || len(exampleFile) == 0 {
		t.Fatal("the example was not made: ", errExample)
	}
	path := filepath.Join(t.TempDir(), "example.yice")
	if err := os.WriteFile(path, exampleFile, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

var (
	exampleMade sync.Once
	exampleFile []byte
	errExample  error
)

func makeExample(t *testing.T, o Options) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "example.yice")
	w, err := store.Create(path, store.Options{Now: o.Now})
	if err != nil {
		t.Fatal(err)
	}
	for _, year := range []int{2022, 2023} {
		s, err := entry.Open(w, "91150200MA0BT0013C", year, entry.Options{Who: o.Who, Template: o.Template, Now: o.Now, Create: true})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := filing.ImportFolder(context.Background(), s, fmt.Sprintf("../examples/golden-2023/%d", year), filing.ImportOptions{Who: o.Who}); err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// copied gives a folder that is made once under a name, and copied for every test that wants one.
func copied(t *testing.T, name string, made func(dir string)) (dir string) {
	t.Helper()
	folders.Lock()
	defer folders.Unlock()
	if folders.files[name] == nil {
		from, files := t.TempDir(), map[string][]byte{}
		made(from)
		err := filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				files[strings.TrimPrefix(path, from)], err = os.ReadFile(path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		folders.files[name] = files
	}
	dir = t.TempDir()
	for path, content := range folders.files[name] {
		if err := os.MkdirAll(filepath.Dir(dir+path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(dir+path, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

var folders = struct {
	sync.Mutex
	files map[string]map[string][]byte
}{files: map[string]map[string][]byte{}}

// at opens the worked enterprise on a terminal of a size.
func at(t *testing.T, w, h int, change ...func(*Options)) *driver {
	t.Helper()
	o := testOptions(t)
	o.Path = example(t, o)
	for _, f := range change {
		f(&o)
	}
	return launch(t, o, w, h)
}

func launch(t *testing.T, o Options, w, h int) *driver {
	t.Helper()
	d := &driver{t: t, m: newRoot(context.Background(), o), path: o.Path, msgs: make(chan tea.Msg, 1000)}
	d.m.quiet, d.m.pause = 0, 0
	d.m.clip = fakeClipboard(nil)
	d.send(tea.ColorProfileMsg{Profile: colorprofile.ANSI256})
	d.send(tea.WindowSizeMsg{Width: w, Height: h})
	d.run(d.m.Init())
	d.settle()
	t.Cleanup(d.giveGlass)
	t.Cleanup(func() {
		if d.m.desk != nil {
			if err := d.m.desk.finish(); err != nil {
				t.Error(err)
			}
		}
	})
	return d
}

func (d *driver) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	d.open++
	go func() { d.msgs <- cmd() }()
}

// settle handles answers until no command is under way.
func (d *driver) settle() {
	d.t.Helper()
	for d.open > 0 {
		select {
		case msg := <-d.msgs:
			d.open--
			d.handle(msg)
		case <-time.After(patience):
			d.t.Fatal("a command never came back")
		}
	}
}

func (d *driver) handle(msg tea.Msg) {
	switch msg := msg.(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			d.run(c)
		}
	case tea.QuitMsg:
		d.quit = true
	default:
		if fmt.Sprintf("%T", msg) == "tea.setClipboardMsg" {
			d.sent = append(d.sent, fmt.Sprint(msg))
		}
		d.send(msg)
	}
}

func (d *driver) send(msg tea.Msg) {
	_, cmd := d.m.Update(msg)
	d.run(cmd)
}

// press sends keys: names in <>, anything else typed character by character; it waits for what they set going.
func (d *driver) press(keys ...string) *driver {
	d.t.Helper()
	for _, k := range keys {
		d.raw(k)
		d.settle()
	}
	return d
}

// raw sends keys without waiting, as a fast typist.
func (d *driver) raw(k string) {
	if strings.HasPrefix(k, "<") && strings.HasSuffix(k, ">") {
		d.send(keyNamed(d.t, k[1:len(k)-1]))
		return
	}
	for _, c := range paint.Clusters(k) {
		d.send(tea.KeyPressMsg{Code: []rune(c.Text)[0], Text: c.Text})
	}
}

var keyCodes = map[string]rune{
	"enter": tea.KeyEnter, "tab": tea.KeyTab, "esc": tea.KeyEscape, "up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
	"home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "delete": tea.KeyDelete, "backspace": tea.KeyBackspace, "space": ' ',
	"f2": tea.KeyF2, "f3": tea.KeyF3, "f4": tea.KeyF4, "f5": tea.KeyF5, "f6": tea.KeyF6, "f7": tea.KeyF7, "f8": tea.KeyF8, "f9": tea.KeyF9, "f10": tea.KeyF10, "f11": tea.KeyF11, "f12": tea.KeyF12,
}

func keyNamed(t *testing.T, name string) tea.KeyPressMsg {
	t.Helper()
	var k tea.KeyPressMsg
	for {
		switch {
		case strings.HasPrefix(name, "ctrl+"):
			k.Mod |= tea.ModCtrl
		case strings.HasPrefix(name, "shift+"):
			k.Mod |= tea.ModShift
		default:
			code, ok := keyCodes[name]
			if !ok {
				if len(name) != 1 {
					t.Fatalf("no key %q", name)
				}
				code = rune(name[0])
			}
			k.Code = code
			return k
		}
		name = name[strings.Index(name, "+")+1:]
	}
}

func (d *driver) paste(s string) *driver {
	d.t.Helper()
	d.send(tea.PasteMsg{Content: s})
	d.settle()
	return d
}

// term draws the present frame into the driver's terminal emulator. There is one, wiped for each other frame, and handed on to the
// next driver: a new one takes megabytes every time.
func (d *driver) term() (*vt.Emulator, *tea.Cursor) {
	v := d.m.View()
	if d.vt == nil || d.vt.Width() != d.m.w || d.vt.Height() != d.m.h {
		d.giveGlass()
		d.vt = takeGlass(d.m.w, d.m.h)
	}
	if d.shown != v.Content {
		d.shown = v.Content
		if _, err := d.vt.WriteString("\x1bc" + strings.ReplaceAll(v.Content, "\n", "\r\n")); err != nil {
			d.t.Fatal(err)
		}
	}
	return d.vt, v.Cursor
}

// glasses are the emulators that no driver has at the moment.
var glasses struct {
	sync.Mutex
	free map[[2]int][]*vt.Emulator
}

func takeGlass(w, h int) *vt.Emulator {
	size := [2]int{w, h}
	glasses.Lock()
	defer glasses.Unlock()
	if free := glasses.free[size]; len(free) > 0 {
		glasses.free[size] = free[:len(free)-1]
		return free[len(free)-1]
	}
	return vt.NewEmulator(w, h)
}

// giveGlass hands the driver's emulator on: it has none from here on, and takes another where it still shows something.
func (d *driver) giveGlass() {
	if d.vt == nil {
		return
	}
	glasses.Lock()
	defer glasses.Unlock()
	if glasses.free == nil {
		glasses.free = map[[2]int][]*vt.Emulator{}
	}
	size := [2]int{d.vt.Width(), d.vt.Height()}
	glasses.free[size] = append(glasses.free[size], d.vt)
	d.vt, d.shown = nil, ""
}

func termRow(e *vt.Emulator, y int) string {
	var b strings.Builder
	for x := 0; x < e.Width(); x++ {
		if c := e.CellAt(x, y); c != nil && c.Width > 0 {
			b.WriteString(c.Content)
		}
	}
	return strings.TrimRight(b.String(), " ")
}

// screen is what a person sees, with the caret described by the characters around it.
func (d *driver) screen() string {
	e, cur := d.term()
	var b strings.Builder
	for y := range e.Height() {
		b.WriteString(termRow(e, y) + "\n")
	}
	d.sendsNobodyAway(b.String())
	if cur == nil {
		b.WriteString("caret: none\n")
		return b.String()
	}
	fmt.Fprintf(&b, "caret: cell %d of row %d, after %q, before %q\n", cur.X, cur.Y, around(e, cur.X-1, cur.Y), around(e, cur.X, cur.Y))
	return b.String()
}

// around gives the character that covers a cell.
func around(e *vt.Emulator, x, y int) string {
	for ; x >= 0; x-- {
		if c := e.CellAt(x, y); c != nil && c.Width > 0 {
			return c.Content
		}
	}
	return ""
}

// golden compares the screen with its file, all but the footer: it changes with every action added anywhere, and
// TestFooters looks at it for every place.
func (d *driver) golden(name string) *driver {
	d.t.Helper()
	rows := strings.Split(d.screen(), "\n")
	rows[d.m.h-1] = "(footer)"
	return d.compare(name, strings.Join(rows, "\n"))
}

// compare compares a text with its file.
func (d *driver) compare(name, got string) *driver {
	d.t.Helper()
	path := filepath.Join(testdata, name+".golden")
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			d.t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			d.t.Fatal(err)
		}
		return d
	}
	want, err := os.ReadFile(path)
	if err != nil {
		d.t.Fatal(err)
	}
	if got != string(want) {
		d.t.Errorf("screen %s differs (go test ./tui -update writes it anew)\n--- got\n%s--- want\n%s", name, got, want)
	}
	return d
}

// sees insists that a text is on the screen, misses that it is not.
func (d *driver) sees(parts ...string) *driver {
	d.t.Helper()
	s := d.screen()
	for _, p := range parts {
		if !strings.Contains(s, p) && !strings.Contains(d.flat(), strings.Join(strings.Fields(p), "")) {
			d.t.Fatalf("%q is not on the screen:\n%s", p, s)
		}
	}
	return d
}

func (d *driver) misses(parts ...string) *driver {
	d.t.Helper()
	s := d.screen()
	for _, p := range parts {
		if strings.Contains(s, p) {
			d.t.Fatalf("%q is on the screen:\n%s", p, s)
		}
	}
	return d
}

// order insists that texts are on the screen one after the other.
func (d *driver) order(parts ...string) *driver {
	d.t.Helper()
	s := d.screen()
	at := 0
	for _, p := range parts {
		i := strings.Index(s[at:], p)
		if i < 0 {
			d.t.Fatalf("%q is not on the screen, or not after what stands before it:\n%s", p, s)
		}
		at += i + len(p)
	}
	return d
}

// form opens a form from the overview by its title.
func (d *driver) form(id string) *driver {
	d.t.Helper()
	d.press("<f12>")
	for i, f := range d.m.stand.States {
		if f.Form.ID == id {
			d.press("<home>")
			for range i {
				d.press("<down>")
			}
			return d.press("<enter>")
		}
	}
	d.t.Fatalf("no form %s on the overview", id)
	return d
}

// stored reads the rows of a form from the session.
func (d *driver) stored(id string) []string {
	d.t.Helper()
	var out []string
	for _, f := range d.m.stand.States {
		if f.Form.ID != id {
			continue
		}
		v, err := d.m.desk.s.View(context.Background(), f.Form, store.Query{}, nil)
		if err != nil {
			d.t.Fatal(err)
		}
		rows, err := v.Rows(0, v.Len())
		if err != nil {
			d.t.Fatal(err)
		}
		for _, r := range rows {
			var cells []string
			for i := range f.Form.Fields {
				if raw, ok := r.Raw[i]; ok {
					cells = append(cells, f.Form.Fields[i].ID+"?"+raw)
				} else if !r.Values[i].Empty() {
					cells = append(cells, f.Form.Fields[i].ID+"="+f.Form.Fields[i].Show(r.Values[i]))
				}
			}
			out = append(out, strings.Join(cells, " "))
		}
	}
	return out
}

func english(o *Options) { o.Lang = text.EN }

func readFile(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}
