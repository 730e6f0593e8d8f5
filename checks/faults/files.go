//go:build linux

package faults

import (
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"yice/checks/desk"
	"yice/checks/ledger"
	"yice/checks/terminal"
	"yice/store"
)

// touched keys a field, does something to the file under the program, and keys on: the program has to notice at once.
func touched(do func(p *Place, w string) error) func(*Place) (string, error) {
	return func(p *Place) (string, error) {
		w, err := p.made()
		if err != nil {
			return "", err
		}
		t, err := p.keying(w, lines)
		if err != nil {
			return "", err
		}
		defer t.Close()
		if saved, v, err := put(t, "2023-05-06"); !saved {
			return "", fmt.Errorf("the first field: %s %w", complaint(v), err)
		}
		if err := do(p, w); err != nil {
			return "", err
		}
		saved, v, err := put(t, "after")
		if saved {
			err = errors.New("a field was said to be saved into a file that is not there")
		}
		if err != nil {
			return complaint(v), err
		}
		if err := t.Signal(sigterm); err != nil {
			return complaint(v), err
		}
		_, err = t.Ended(patient)
		return complaint(v), err
	}
}

func removed(p *Place) (string, error) {
	return touched(func(p *Place, w string) error { return os.Remove(w) })(p)
}

func replaced(p *Place) (string, error) {
	other, err := NewPlace(p.Binary, p.path("other"))
	if err != nil {
		return "", err
	}
	from, err := other.made()
	if err != nil {
		return "", err
	}
	said, err := touched(func(_ *Place, w string) error { return os.Rename(from, w) })(p)
	// The backups are of the file that was there: they say so, and that is no fault of the other one.
	return said, errors.Join(err, os.RemoveAll(p.path("w.yice.backups")), sound(p.path("w.yice"), lines)) // the other file is as it was
}

// spoil overwrites a page in the middle of a file.
func spoil(w string) error {
	f, err := os.OpenFile(w, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	st, err := f.Stat()
	if err != nil {
		return err
	}
	const page = 4096
	pages := st.Size() / page
	noise := make([]byte, page)
	for i := range noise {
		noise[i] = byte(rand.Uint32())
	}
	_, err = f.WriteAt(noise, (pages/2+rand.Int64N(max(pages/4, 1)))*page)
	return err
}

// large makes a workspace of some thousand lines: its pages are mostly the ledger's.
func (p *Place) large() (string, error) {
	w, err := p.made()
	if err != nil {
		return "", err
	}
	file := p.path("more.csv")
	if err := ledger.File(file, func(to io.Writer) error { return ledger.Write(to, 8000, 3) }); err != nil {
		return "", err
	}
	return w, p.must("import", w, "--year", "2023", "spend", file)
}

// damaged spoils a page; the damage is told behind the first screen, and the last backup brings everything back.
func damaged(p *Place) (string, error) {
	w, err := p.large()
	if err != nil {
		return "", err
	}
	if err := p.must("backup", w); err != nil {
		return "", err
	}
	if err := spoil(w); err != nil {
		return "", err
	}
	t, err := terminal.Start(terminal.Options{Args: []string{p.Binary, w, "--year", "2023"}, Env: p.env, Width: wide, Height: high})
	if err != nil {
		return "", err
	}
	defer t.Close()
	const title = "文件有损坏"
	v, err := t.Wait(patient, func(v terminal.View) bool { return v.Has("╭─ "+title) || v.Ended && v.Has("损坏") })
	if err != nil {
		return "", err
	}
	if !v.Ended {
		v = t.Quiet(5 * quietly) // all of the dialog
	}
	said := desk.Said(v, title)
	if v.Ended {
		said = strings.TrimSpace(v.Lines[v.Row("损坏")])
	}
	t.Kill()
	if err := p.must("restore", w, "1"); err != nil {
		return said, err
	}
	return said, sound(w, lines+8000)
}

// salvaged spoils a page of a file without a backup; what can be read is brought over.
func salvaged(p *Place) (string, error) {
	w, err := p.large()
	if err != nil {
		return "", err
	}
	if err := spoil(w); err != nil {
		return "", err
	}
	out := p.path("saved.yice")
	c := exec.Command(p.Binary, "restore", w, "--salvage", out)
	c.Env = p.env
	told, err := c.CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("restore --salvage: %w\n%s", err, told)
	}
	n, err := number(out, "SELECT count(*) FROM spend WHERE _book > 0")
	if err == nil && n < 7000 {
		err = fmt.Errorf("of %d lines %d were saved: %s", lines+8000, n, told)
	}
	return fmt.Sprintf("台账 %d 行中的 %d 行读了出来：%s", lines+8000, n, firstLine(string(told))), err
}

func foreign(p *Place) (string, error) {
	w := p.path("w.yice")
	if err := os.WriteFile(w, []byte(strings.Repeat("这不是工作区。\n", 400)), 0o644); err != nil {
		return "", err
	}
	before, _ := os.ReadFile(w)
	said, err := p.refuses("score", w, "--year", "2023")
	if after, _ := os.ReadFile(w); string(after) != string(before) {
		err = errors.Join(err, errors.New("the foreign file was changed"))
	}
	return said, err
}

func zero(p *Place) (string, error) {
	w, err := p.made()
	if err != nil {
		return "", err
	}
	if err := p.must("backup", w); err != nil {
		return "", err
	}
	if err := os.Truncate(w, 0); err != nil {
		return "", err
	}
	said, err := p.refuses("score", w, "--year", "2023")
	return said, errors.Join(err, p.must("restore", w, "1"), sound(w, lines))
}

func newer(p *Place) (string, error) {
	w, err := p.made()
	if err != nil {
		return "", err
	}
	if err := tamper(w, "PRAGMA user_version=99"); err != nil {
		return "", err
	}
	said, err := p.refuses("undo", w, "--year", "2023")
	return said, errors.Join(err, tamper(w, "PRAGMA user_version=1"), sound(w, lines))
}

// older takes a field away from a file, as an older program would have made it, and kills the upgrade over and over.
func older(p *Place) (string, error) {
	w, err := p.made()
	if err != nil {
		return "", err
	}
	if err := tamper(w, `ALTER TABLE talent DROP COLUMN degree`, `UPDATE meta SET value='older' WHERE name='dictionary'`); err != nil {
		return "", err
	}
	for range 12 {
		c := exec.Command(p.Binary, "undo", w, "--year", "2022") // opens for writing, and finds no such year
		c.Env = p.env
		if err := c.Start(); err != nil {
			return "", err
		}
		time.Sleep(time.Duration(rand.Int64N(int64(40 * time.Millisecond))))
		if err := c.Process.Kill(); err != nil {
			return "", err
		}
		_ = c.Wait() // killed, or done before
	}
	if err := p.must("import", w, "--year", "2023", "project", p.path("project.csv")); err != nil {
		return "", err
	}
	backups, err := store.Backups(w)
	if err == nil && len(backups) == 0 {
		err = errors.New("no backup was made before the upgrade")
	}
	n, e := number(w, "SELECT count(*) FROM pragma_table_info('talent') WHERE name='degree'")
	if e == nil && n != 1 {
		e = errors.New("the field is not there after the upgrade")
	}
	return fmt.Sprintf("打开时自动升级，升级前的备份 %d 份在 %s", len(backups), filepath.Base(filepath.Dir(backups[0].Path))), errors.Join(err, e, sound(w, lines))
}

// twoPrograms imports into a file that a desk holds; reading goes on beside it.
func twoPrograms(p *Place) (string, error) {
	w, err := p.made()
	if err != nil {
		return "", err
	}
	t, err := p.keying(w, lines)
	if err != nil {
		return "", err
	}
	defer t.Close()
	said, err := p.refuses("import", w, "--year", "2023", "project", p.path("project.csv"))
	if err == nil && !strings.Contains(said, fmt.Sprint(t.Pid())) {
		err = fmt.Errorf("the holder, process %d, is not named", t.Pid())
	}
	if err := errors.Join(err, p.must("score", w, "--year", "2023")); err != nil {
		return said, err
	}
	if saved, v, err := put(t, "2023-05-06"); !saved {
		return said, fmt.Errorf("the desk: %s %w", complaint(v), err)
	}
	t.Kill()
	return said, sound(w, lines+1)
}

// clockBack writes with a clock that was set back a year: the history keeps its order and says so. A clock cannot be set
// for one program alone, so the store is asked, not the command.
func clockBack(p *Place) (string, error) {
	w, err := p.made()
	if err != nil {
		return "", err
	}
	s, err := store.Open(w, store.Options{Now: func() time.Time { return time.Now().AddDate(-1, 0, 0) }})
	if err != nil {
		return "", err
	}
	book, _, err := s.FindBook(ledger.USCC, ledger.Year)
	if err != nil {
		return "", errors.Join(err, s.Close())
	}
	_, err = s.Undo(book, "checker")
	if err := errors.Join(err, s.Close()); err != nil {
		return "", err
	}
	n, err := number(w, "SELECT count(*) FROM history a JOIN history b ON b.seq = a.seq + 1 WHERE b.at < a.at")
	if err == nil && n > 0 {
		err = fmt.Errorf("%d entries of the history go back in time", n)
	}
	db, e := plain(w, "_pragma=query_only(1)")
	if e != nil {
		return "", e
	}
	defer db.Close()
	var label string
	e = db.QueryRow("SELECT label_zh FROM step WHERE label_zh LIKE '%时钟%' ORDER BY id DESC LIMIT 1").Scan(&label)
	return label, errors.Join(err, e, sound(w, 0))
}
