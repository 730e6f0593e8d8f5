//go:build linux

package powercut

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"yice/checks/desk"
	"yice/checks/ledger"
	"yice/checks/machine"
	"yice/checks/terminal"
	"yice/checks/verdict"
)

const (
	wide, high = 160, 40
	patient    = 60 * time.Second
	begun      = 200  // lines of the ledger before anything is keyed
	imported   = 1500 // lines that come with an import
	blockRows  = 40
)

// session is a day at the desk, taken down.
type session struct {
	o      Options
	root   string // the folder that is taken down
	before *disk  // as it was before the first command
	env    []string
	random *rand.Rand

	events []event
	sent   map[string]bool // every text that was keyed
	undone map[string]bool // of those, what was undone
	blocks [][]string      // pasted blocks: all of a block or nothing
	export []byte          // what the export came to
	logs   int
}

func (s *session) path(name string) string { return filepath.Join(s.root, name) }

// record lives the day: a new workspace, keying, pasting, undoing, a kill, a backup, an import, an export, a sealing, an
// upgrade, a restore.
func record(o Options) (*session, error) {
	s := &session{
		o: o, root: filepath.Join(o.Dir, "desk"), random: rand.New(rand.NewPCG(o.Seed, 11)),
		sent: map[string]bool{}, undone: map[string]bool{}, env: machine.Environ(filepath.Join(o.Dir, "home"), "YICE_LANG=zh"),
	}
	if err := s.prepare(); err != nil {
		return nil, err
	}
	w, in := s.path("w.yice"), func(name string) string { return filepath.Join(o.Dir, name) }
	steps := []func() error{
		func() error {
			return s.run("new", "new", w, "--uscc", ledger.USCC, "--name", ledger.Name, "--type", ledger.Type, "--year", "2023")
		},
		func() error { return s.run("projects", "import", w, "--year", "2023", "project", in("project.csv")) },
		func() error { return s.run("lines", "import", w, "--year", "2023", "spend", in("spend.csv")) },
		func() error { return s.key(begun, syscall.SIGKILL, 3) },
		func() error { return s.run("backup", "backup", w) },
		func() error { return s.key(-1, syscall.SIGTERM, 2) },
		func() error { return s.run("import", "import", w, "--year", "2023", "spend", in("more.csv")) },
		func() error { return s.run("back", "undo", w, "--year", "2023") },
		func() error { return s.run("export", "export", w, "--year", "2023", "spend", "-o", s.path("out.csv")) },
		func() error {
			return s.run("seal", "submit", s.path("example.yice"), "--year", "2023", "-o", s.path("s.zip"), "--unsigned", "示例企业没有签字人，封存仅供核对程序")
		},
		func() error {
			return s.run("upgrade", "import", s.path("old.yice"), "--year", "2023", "project", in("project.csv"))
		},
		func() error { return s.key(-1, syscall.SIGKILL, 1) },
		func() error { return s.run("restore", "restore", w, "1") },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return nil, err
		}
	}
	var err error
	s.export, err = os.ReadFile(s.path("out.csv"))
	return s, err
}

// prepare makes what lies in the folder already: the example, ready for sealing, and a file of an older version.
func (s *session) prepare() error {
	if err := errors.Join(os.MkdirAll(s.root, 0o755), os.MkdirAll(filepath.Join(s.o.Dir, "home"), 0o700)); err != nil {
		return err
	}
	in := func(name string) string { return filepath.Join(s.o.Dir, name) }
	err := errors.Join(
		ledger.File(in("project.csv"), ledger.WriteProjects),
		ledger.File(in("spend.csv"), func(w io.Writer) error { return ledger.Write(w, begun, 1) }),
		ledger.File(in("more.csv"), func(w io.Writer) error { return ledger.Write(w, imported, 2) }),
	)
	if err != nil {
		return err
	}
	p := desk.Commands{Binary: s.o.Binary, Env: s.env}
	if err := p.Example(s.path("example.yice")); err != nil {
		return err
	}
	old := s.path("old.yice")
	err = errors.Join(
		p.Run("new", old, "--uscc", ledger.USCC, "--name", ledger.Name, "--type", ledger.Type, "--year", "2023"),
		p.Run("import", old, "--year", "2023", "project", in("project.csv")),
		p.Run("import", old, "--year", "2023", "spend", in("spend.csv")),
		desk.Older(old),
	)
	if err != nil {
		return err
	}
	s.before, err = newDisk(s.root)
	return err
}

func (s *session) log() string {
	s.logs++
	return filepath.Join(s.o.Dir, fmt.Sprintf("log-%d", s.logs))
}

// take adds a record to the day; name is the command that it is of.
func (s *session) take(log, name string) error {
	more, err := events(log, s.root)
	if err != nil {
		return err
	}
	s.events = append(s.events, event{call: "begin", name: name})
	s.events = append(s.events, more...)
	s.events = append(s.events, event{call: "done", name: name})
	return os.Remove(log)
}

// run takes a command down.
func (s *session) run(name string, args ...string) error {
	log := s.log()
	argv, err := traced(log, false, append([]string{s.o.Binary}, args...)...)
	if err != nil {
		return err
	}
	c := exec.Command(argv[0], argv[1:]...)
	c.Env, c.Dir = s.env, s.root
	var said bytes.Buffer
	c.Stdout, c.Stderr = &said, &said
	if err := c.Run(); err != nil {
		return fmt.Errorf("%v: %w\n%s", args, err, &said)
	}
	return s.take(log, name)
}

// key keys some lines, pastes a block after each, and undoes the last field of the last line; then the program ends.
func (s *session) key(lines int, end syscall.Signal, rounds int) error {
	if lines < 0 {
		var err error
		if lines, err = s.lines(); err != nil {
			return err
		}
	}
	log := s.log()
	argv, err := traced(log, true, s.o.Binary, s.path("w.yice"), "--year", "2023")
	if err != nil {
		return err
	}
	t, err := terminal.Start(terminal.Options{Args: argv, Env: s.env, Dir: s.root, Width: wide, Height: high})
	if err != nil {
		return err
	}
	defer t.Close()
	if _, err := desk.Opened(t); err != nil {
		return err
	}
	if err := desk.ToLedger(t, nil); err != nil {
		return err
	}
	for range rounds {
		if err := desk.ToBlank(t, lines); err != nil {
			return err
		}
		for range 2 {
			if err := s.line(t); err != nil {
				return err
			}
			lines++
		}
		if err := s.paste(t); err != nil {
			return err
		}
		lines += blockRows
	}
	if err := desk.ToBlank(t, lines); err != nil {
		return err
	}
	if err := s.line(t); err != nil {
		return err
	}
	if err := s.undo(t); err != nil {
		return err
	}
	t.Quiet(100 * time.Millisecond) // no call is under way: what a killed one did could not be told
	by, err := tracer(t.Pid())
	if err != nil {
		return err
	}
	if err := t.Signal(end); err != nil {
		return err
	}
	if _, err := t.Ended(patient); err != nil {
		return err
	}
	if err := finished(by); err != nil {
		return err
	}
	return s.take(log, "keying")
}

func (s *session) lines() (n int, err error) {
	// A copy is read: whoever opened the file itself would bring its journal into it, and that would not be taken down.
	copied := filepath.Join(s.o.Dir, "counted.yice")
	for _, suffix := range []string{"", "-wal"} {
		b, err := os.ReadFile(s.path("w.yice") + suffix)
		if err != nil && suffix == "" {
			return 0, err
		}
		if err := os.WriteFile(copied+suffix, b, 0o644); err != nil {
			return 0, err
		}
	}
	db, err := verdict.Open(copied, verdict.Reading)
	if err != nil {
		return 0, err
	}
	defer db.Close()
	return n, db.QueryRow("SELECT count(*) FROM spend WHERE _book > 0").Scan(&n)
}

// cells makes a line of three fields; the last two are like no other text.
func (s *session) cells() [3]string {
	n := len(s.sent)
	c := [3]string{fmt.Sprintf("2023-%02d-%02d", 1+s.random.IntN(12), 1+s.random.IntN(28)), fmt.Sprintf("k%04d", n), fmt.Sprintf("第%04d次断电前。", n)}
	s.sent[c[1]], s.sent[c[2]] = true, true
	return c
}

// line keys a line and waits for each field to be saved.
func (s *session) line(t *terminal.Program) error {
	for _, text := range s.cells() {
		if err := t.Send(text + terminal.Enter); err != nil {
			return err
		}
		_, err := t.Wait(patient, func(v terminal.View) bool { return v.Has(text) && desk.Saved(v) && !desk.Keying(v) })
		if err != nil {
			return fmt.Errorf("%s is not saved: %w", text, err)
		}
	}
	return t.Send(terminal.Down + terminal.Home)
}

func (s *session) paste(t *terminal.Program) error {
	var block strings.Builder
	var texts []string
	for range blockRows {
		c := s.cells()
		block.WriteString(strings.Join(c[:], "\t") + "\n")
		texts = append(texts, c[1:]...)
	}
	s.blocks = append(s.blocks, texts)
	if err := t.Send("\x1b[200~" + block.String() + "\x1b[201~"); err != nil {
		return err
	}
	if _, err := t.Wait(patient, func(v terminal.View) bool { return v.Has("╭─ 粘贴") }); err != nil {
		return err
	}
	if err := t.Send(terminal.Enter); err != nil {
		return err
	}
	_, err := t.Wait(patient, func(v terminal.View) bool { return v.Has("已粘贴") && desk.Saved(v) && !v.Has("╭─ 粘贴") })
	t.Quiet(60 * time.Millisecond)
	return err
}

// undo takes the last field back.
func (s *session) undo(t *terminal.Program) error {
	s.undone[fmt.Sprintf("第%04d次断电前。", len(s.sent)-2)] = true
	if err := t.Send(terminal.CtrlZ); err != nil {
		return err
	}
	_, err := t.Wait(patient, func(v terminal.View) bool { return v.Has("已撤销") && desk.Saved(v) })
	return err
}
