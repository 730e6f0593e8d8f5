//go:build linux

package faults

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	_ "modernc.org/sqlite" // looks at files independently of the program

	"yice/checks/desk"
	"yice/checks/ledger"
	"yice/checks/machine"
	"yice/checks/terminal"
	"yice/store"
)

// Fault is something that happens to a program.
type Fault struct {
	ID   string
	What string // in Chinese, for the table
	// Run does it and gives the sentence people read; an error says what was lost or not said.
	Run func(*Place) (said string, err error)
}

// All in the order of the table.
var All = []Fault{
	{"disk-full-keying", "录入时磁盘写满（WAL 增长、提交）", diskFullKeying},
	{"disk-full-import", "导入时磁盘写满", diskFullImport},
	{"disk-full-backup", "备份时磁盘写满", diskFullBackup},
	{"disk-full-export", "导出时磁盘写满", diskFullExport},
	{"file-limit", "文件大小受限（RLIMIT_FSIZE）", fileLimit},
	{"read-only", "磁盘只读", readOnly},
	{"share", "网络共享（sshfs，不能共享内存）", onShare},
	{"stick", "exFAT 优盘", onStick},
	{"removed", "文件在打开期间被删除", removed},
	{"replaced", "文件在打开期间被换成另一个", replaced},
	{"damaged", "文件中随机一页损坏", damaged},
	{"salvage", "文件损坏又没有备份", salvaged},
	{"foreign", "不是本程序的文件", foreign},
	{"zero", "文件被截成 0 字节", zero},
	{"newer", "文件来自更新的版本", newer},
	{"older", "文件来自较旧的版本，升级途中断电", older},
	{"tampered", "绕过程序改一行、删一行", tamperedRows},
	{"cut-history", "历史的末尾连同那一行被截掉", tamperedEnd},
	{"two-programs", "两个程序同时写一个文件", twoPrograms},
	{"clock", "系统时钟被拨回", clockBack},
	{"sigterm", "关机（SIGTERM），格子里还有没离开的内容", bySignal(sigterm)},
	{"sighup", "远程连接断开（SIGHUP）", bySignal(sighup)},
	{"hang-up", "终端窗口被关闭", hangUp},
	{"suspend", "外部挂起再继续（SIGTSTP、SIGCONT）", suspended},
	{"locale-c", "语言环境为 C", localeC},
	{"small-terminal", "终端缩到 20×5 再恢复，格子正打开着", smallTerminal},
}

// Place is where a fault happens: a folder, a program, an environment.
type Place struct {
	Binary, Dir string
	env         []string
}

// NewPlace readies a folder.
func NewPlace(binary, dir string) (*Place, error) {
	p := &Place{Binary: binary, Dir: dir, env: machine.Environ(filepath.Join(dir, "home"), "YICE_LANG=zh")}
	return p, os.MkdirAll(filepath.Join(dir, "home"), 0o700)
}

// lines is how many a workspace begins with.
const lines = 200

func (p *Place) path(name string) string { return filepath.Join(p.Dir, name) }

// yice runs a command and gives its exit code and what it said.
func (p *Place) yice(args ...string) (code int, said string) {
	c := exec.Command(p.Binary, args...)
	c.Env = p.env
	var stderr bytes.Buffer
	c.Stderr = &stderr
	err := c.Run()
	if c.ProcessState == nil {
		return -1, err.Error()
	}
	line := strings.TrimSpace(stderr.String())
	return c.ProcessState.ExitCode(), line
}

// must runs a command that has to do well.
func (p *Place) must(args ...string) error {
	if code, said := p.yice(args...); code != 0 {
		return fmt.Errorf("yice %s: exit %d: %s", strings.Join(args, " "), code, said)
	}
	return nil
}

// refuses runs a command that cannot be done and gives what it says.
func (p *Place) refuses(args ...string) (string, error) {
	code, said := p.yice(args...)
	if code != 3 || said == "" || strings.Contains(said, "panic") {
		return said, fmt.Errorf("yice %s: exit %d, not 3: %s", strings.Join(args, " "), code, said)
	}
	return firstLine(said), nil
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

// workspace makes one with a short ledger.
func (p *Place) workspace(w string) error {
	projects, spend := p.path("project.csv"), p.path("spend.csv")
	return errors.Join(
		ledger.File(projects, ledger.WriteProjects),
		ledger.File(spend, func(to io.Writer) error { return ledger.Write(to, lines, 1) }),
		p.must("new", w, "--uscc", ledger.USCC, "--name", ledger.Name, "--type", ledger.Type, "--year", "2023"),
		p.must("import", w, "--year", "2023", "project", projects),
		p.must("import", w, "--year", "2023", "spend", spend),
	)
}

// made makes a workspace in the folder.
func (p *Place) made() (string, error) {
	w := p.path("w.yice")
	return w, p.workspace(w)
}

// sound looks at a file that was through something: SQLite's check, the store's, the chain, and how many lines it has.
func sound(w string, want int) error {
	ctx, stop := context.WithTimeout(context.Background(), time.Minute)
	defer stop()
	s, err := store.Open(w, store.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer s.Close()
	found, err := s.Check(ctx)
	if err != nil {
		return err
	}
	more, err := s.VerifyHistory(ctx)
	if err != nil {
		return err
	}
	for _, f := range append(found, more...) {
		err = errors.Join(err, fmt.Errorf("%s: %s", f.Check, f.Message.ZH))
	}
	n, e := number(w, "SELECT count(*) FROM spend WHERE _book > 0")
	if e == nil && n != want {
		e = fmt.Errorf("the ledger has %d lines, not %d", n, want)
	}
	return errors.Join(err, e)
}

// number reads one number through SQLite alone.
func number(w, query string) (n int, err error) {
	db, err := plain(w, "_pragma=query_only(1)")
	if err != nil {
		return 0, err
	}
	defer db.Close()
	return n, db.QueryRow(query).Scan(&n)
}

// tamper changes a closed file through SQLite alone.
func tamper(w string, statements ...string) error {
	db, err := plain(w, "_pragma=busy_timeout(5000)")
	if err != nil {
		return err
	}
	for _, s := range statements {
		if _, e := db.Exec(s); e != nil {
			err = errors.Join(err, fmt.Errorf("%s: %w", s, e))
		}
	}
	return errors.Join(err, db.Close())
}

func plain(w, query string) (*sql.DB, error) {
	dsn := url.URL{Scheme: "file", OmitHost: true, Path: w, RawQuery: query}
	db, err := sql.Open("sqlite", dsn.String())
	if err == nil {
		db.SetMaxOpenConns(1)
	}
	return db, err
}

const (
	wide, high = 160, 40
	patient    = 20 * time.Second
)

// keying opens a workspace on a terminal, at the row below the last of the ledger.
func (p *Place) keying(w string, last int, limit ...string) (*terminal.Program, error) {
	t, err := terminal.Start(terminal.Options{Args: []string{p.Binary, w, "--year", "2023"}, Env: p.env, Width: wide, Height: high, Limit: limit})
	if err != nil {
		return nil, err
	}
	if _, err = desk.Opened(t); err == nil {
		if err = desk.ToLedger(t, nil); err == nil {
			err = desk.ToBlank(t, last)
		}
	}
	if err != nil {
		t.Close()
		return nil, err
	}
	return t, nil
}

// put keys a field and leaves it; it gives the screen on which it is saved, or on which the program says why not.
func put(t *terminal.Program, text string) (saved bool, v terminal.View, err error) {
	if err := t.Send(text); err != nil {
		return false, v, err
	}
	if _, err := t.Wait(patient, func(v terminal.View) bool { return v.Has(text) }); err != nil {
		return false, v, err
	}
	if err := t.Send(terminal.Enter); err != nil {
		return false, v, err
	}
	v, err = t.Wait(patient, func(v terminal.View) bool {
		return complaint(v) != "" || desk.Saved(v) && !desk.Keying(v) && v.Has(text)
	})
	return err == nil && complaint(v) == "", v, err
}

// complaint is what the program says above its footer, or in a dialog.
func complaint(v terminal.View) string {
	for _, y := range []int{high - 2, 1, 0} {
		if _, said, ok := strings.Cut(v.Lines[y], "─ ! "); ok {
			return strings.TrimRight(said, " ─")
		}
	}
	for y := high - 5; y < high-2; y++ { // a long one has a rule above it and takes up to four rows
		if said, ok := strings.CutPrefix(v.Lines[y], "   ! "); ok && strings.HasPrefix(v.Lines[y-1], "──") {
			for _, more := range v.Lines[y+1 : high-1] {
				said = strings.TrimSpace(said) + strings.TrimSpace(more)
			}
			return said
		}
	}
	for _, line := range v.Lines {
		if strings.Contains(line, "没有存进") || strings.Contains(line, "没有保存") || strings.Contains(line, "没存上") {
			return strings.Trim(line, " │")
		}
	}
	return ""
}
