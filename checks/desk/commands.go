//go:build linux

package desk

import (
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"

	"yice/checks/verdict"
	"yice/store"
)

// Commands runs the program's commands.
type Commands struct {
	Binary string
	Env    []string
}

// Command readies one.
func (p Commands) Command(args ...string) *exec.Cmd {
	c := exec.Command(p.Binary, args...)
	c.Env = p.Env
	return c
}

// Run runs one that has to do well.
func (p Commands) Run(args ...string) error {
	if out, err := p.Command(args...).CombinedOutput(); err != nil {
		return fmt.Errorf("yice %v: %w\n%s", args, err, out)
	}
	return nil
}

// Example makes the worked enterprise, ready for sealing: every finding that asks for a reason has one.
func (p Commands) Example(w string) error {
	if err := p.Run("demo", "--workspace", w); err != nil {
		return err
	}
	out, err := p.Command("check", w, "--year", "2023", "--json").Output()
	var failed *exec.ExitError
	if err != nil && (!errors.As(err, &failed) || failed.ExitCode() != 1) {
		return err
	}
	var said struct {
		Findings []struct{ ID string } `json:"findings"`
	}
	if err := json.Unmarshal(out, &said); err != nil {
		return err
	}
	for _, f := range said.Findings {
		if err := p.Run("reason", w, "--year", "2023", f.ID, "已与财务部门逐笔核对，金额与凭证一致"); err != nil {
			return err
		}
	}
	return nil
}

// Older takes a field from a closed file, as an older version of the program would have made it.
func Older(w string) error {
	db, err := verdict.Open(w, "_pragma=busy_timeout(5000)")
	if err != nil {
		return err
	}
	for _, s := range []string{`ALTER TABLE talent DROP COLUMN degree`, `UPDATE meta SET value='older' WHERE name='dictionary'`} {
		_, e := db.Exec(s)
		err = errors.Join(err, e)
	}
	return errors.Join(err, db.Close())
}

// Upgraded reports whether a file has that field again.
func Upgraded(w string) (bool, error) {
	db, err := verdict.Open(w, verdict.Reading)
	if err != nil {
		return false, err
	}
	defer db.Close()
	var n int
	err = db.QueryRow("SELECT count(*) FROM pragma_table_info('talent') WHERE name='degree'").Scan(&n)
	return n == 1, err
}

// Sealed tells whether a file's year 2023 is locked and how many submissions it has noted.
func Sealed(w string) (locked bool, noted int, err error) {
	s, err := store.Open(w, store.Options{ReadOnly: true})
	if err != nil {
		return false, 0, err
	}
	defer s.Close()
	books, err := s.Books()
	if err != nil {
		return false, 0, err
	}
	for _, b := range books {
		if b.Year != 2023 {
			continue
		}
		notes, err := s.Notes(b.Book, "submission")
		if err != nil {
			return false, 0, err
		}
		locked, err = s.Locked(b.Book)
		return locked, len(notes), err
	}
	return false, 0, errors.New("no such year")
}
