//go:build linux

package powercut

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"yice/checks/desk"
	"yice/checks/verdict"
	"yice/store"
)

func containsWord(line, text string) bool { return strings.Contains(line, text) }

// judge opens everything that a cut left, and gives what is wrong with it.
func (s *session) judge(at string, said *promises) (wrong []string) {
	say := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	p := desk.Commands{Binary: s.o.Binary, Env: s.env}
	w := filepath.Join(at, "w.yice")
	switch {
	case !said.done["new"]:
		if said.begun["new"] {
			s.judgeHalfMade(p, w, say)
		}
	case said.begun["restore"]:
		s.judgeRestore(p, w, said, say)
	default:
		if err := s.judgeFile(p, w, said.kept, said.gone); err != nil {
			say("the workspace: %v", err)
		}
	}
	s.judgeBackups(w, said, say)
	s.judgeExport(filepath.Join(at, "out.csv"), said, say)
	s.judgeSeal(p, at, said, say)
	s.judgeUpgrade(p, filepath.Join(at, "old.yice"), said, say)
	return wrong
}

type sayer func(format string, args ...any)

// judgeHalfMade looks at a file whose making was cut: not there, or a workspace, or refused with a word on what to do.
func (s *session) judgeHalfMade(p desk.Commands, w string, say sayer) {
	if _, err := os.Stat(w); err != nil {
		return
	}
	out, err := p.Command("check", w, "--year", "2023").CombinedOutput()
	if code := exit(err); code != 0 && code != 1 && code != 2 && code != 3 || bytes.Contains(out, []byte("panic")) {
		say("a workspace half made: exit %d: %s", code, out)
	}
}

func exit(err error) int {
	var failed interface{ ExitCode() int }
	if errors.As(err, &failed) {
		return failed.ExitCode()
	}
	if err != nil {
		return -1
	}
	return 0
}

// judgeFile opens a workspace with the program, for writing, and holds it against what was said.
func (s *session) judgeFile(p desk.Commands, w string, kept, gone map[string]bool) error {
	if _, err := os.Stat(w); err != nil {
		if _, half := os.Stat(w + ".restoring"); half != nil { // a restore cut short there is finished by the opening
			return err
		}
	}
	if err := p.Run("import", w, "--year", "2023", "project", filepath.Join(s.o.Dir, "project.csv")); err != nil {
		return err
	}
	if err := verdict.Of(w); err != nil {
		return err
	}
	there, err := texts(w)
	if err != nil {
		return err
	}
	for text := range kept {
		if !there[text] {
			err = errors.Join(err, fmt.Errorf("%s was shown as saved and is not there", text))
		}
	}
	for text := range gone {
		if there[text] {
			err = errors.Join(err, fmt.Errorf("%s was shown as undone and is there", text))
		}
	}
	for text := range there {
		if !s.sent[text] {
			err = errors.Join(err, fmt.Errorf("%q was keyed by nobody", text))
		}
	}
	for _, block := range s.blocks {
		n := 0
		for _, text := range block {
			if there[text] {
				n++
			}
		}
		if n != 0 && n != len(block) {
			err = errors.Join(err, fmt.Errorf("of a pasted block of %d cells %d are there", len(block), n))
		}
	}
	return err
}

// texts gives every text that was keyed and is in a file.
func texts(w string) (map[string]bool, error) {
	db, err := verdict.Open(w, verdict.Reading)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	rows, err := db.Query("SELECT ifnull(voucher, ''), ifnull(summary, '') FROM spend WHERE _book > 0 AND (voucher LIKE 'k%' OR summary LIKE '第____次%')")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	there := map[string]bool{}
	for rows.Next() {
		var a, b string
		if err := rows.Scan(&a, &b); err != nil {
			return nil, err
		}
		there[a], there[b] = true, true
	}
	delete(there, "")
	return there, rows.Err()
}

// judgeRestore looks at a file in whose place a backup was being put: it is the one or the other, or for a moment none;
// what was is there, whole, in any case; and restoring anew does it.
func (s *session) judgeRestore(p desk.Commands, w string, said *promises, say sayer) {
	was, asBackup := s.judgeFile(p, w, said.kept, said.gone), error(nil)
	if was != nil {
		asBackup = s.judgeFile(p, w, said.saved, nil)
	}
	switch {
	case was == nil && !said.done["restore"]:
		return
	case asBackup != nil && !errors.Is(asBackup, fs.ErrNotExist):
		say("a restore cut short left neither file: %v; %v", was, asBackup)
		return
	case said.done["restore"] && asBackup != nil:
		say("a restore that was done: %v", asBackup)
	}
	kept, err := filepath.Glob(w + ".before-*.yice")
	if err == nil && len(kept) == 0 {
		err = errors.New("nothing was kept")
	}
	for _, k := range kept {
		if e := s.judgeFile(p, k, said.kept, said.gone); e == nil {
			err = nil
			break
		} else {
			err = errors.Join(err, e)
		}
	}
	if err != nil {
		say("what there was before a restore: %v", err)
	}
	if asBackup != nil {
		if err := p.Run("restore", w, "1"); err != nil {
			say("restoring anew: %v", err)
		} else if err := s.judgeFile(p, w, said.saved, nil); err != nil {
			say("restored anew: %v", err)
		}
	}
}

// judgeBackups opens every backup that bears a backup's name.
func (s *session) judgeBackups(w string, said *promises, say sayer) {
	backups, err := store.Backups(w)
	if err != nil {
		say("the backups: %v", err)
	}
	for _, b := range backups {
		if err := verdict.Of(b.Path); err != nil {
			say("the backup %s: %v", filepath.Base(b.Path), err)
		}
		if err := b.Verify(context.Background()); err != nil || b.Condition != store.BackupWhole {
			say("the backup %s bears its name and is not whole: %v", filepath.Base(b.Path), b.Words())
		}
	}
	if said.done["backup"] && len(backups) == 0 {
		say("the backup that was made is not there")
	}
}

// judgeExport: the whole file, or none.
func (s *session) judgeExport(out string, said *promises, say sayer) {
	b, err := os.ReadFile(out)
	switch {
	case err == nil && !bytes.Equal(b, s.export):
		say("the export has %d bytes of %d", len(b), len(s.export))
	case err != nil && said.done["export"]:
		say("the export that was made is not there")
	}
}

// judgeSeal: a submission file that verifies, or none; a locked year has its file and its note.
func (s *session) judgeSeal(p desk.Commands, at string, said *promises, say sayer) {
	if !said.begun["seal"] {
		return
	}
	out, w := filepath.Join(at, "s.zip"), filepath.Join(at, "example.yice")
	_, err := os.Stat(out)
	there := err == nil
	if there {
		if err := p.Run("verify", out); err != nil {
			say("a submission file that does not verify: %v", err)
		}
	} else if said.done["seal"] {
		say("the submission file that was made is not there")
	}
	if err := verdict.Of(w); err != nil {
		say("the workspace that was sealed: %v", err)
		return
	}
	locked, noted, err := desk.Sealed(w)
	if err != nil || locked != (noted > 0) || locked && !there || said.done["seal"] && !locked {
		say("sealing: locked %v, noted %d, the file there %v: %v", locked, noted, there, err)
	}
}

// judgeUpgrade: upgraded or not, with every line; upgraded never without a backup; and the next opening finishes it.
func (s *session) judgeUpgrade(p desk.Commands, w string, said *promises, say sayer) {
	if !said.begun["upgrade"] {
		return
	}
	before, err := desk.Upgraded(w)
	if err != nil {
		say("a file whose upgrade was cut short: %v", err)
		return
	}
	backups, err := store.Backups(w)
	if err != nil || before && len(backups) == 0 {
		say("upgraded without a backup: %v", err)
	}
	if said.done["upgrade"] && !before {
		say("the upgrade that was done is not there")
	}
	if err := p.Run("import", w, "--year", "2023", "project", filepath.Join(s.o.Dir, "project.csv")); err != nil {
		say("the opening after an upgrade cut short: %v", err)
		return
	}
	after, err := desk.Upgraded(w)
	if err := errors.Join(err, verdict.Of(w)); err != nil || !after {
		say("after the upgrade: done %v: %v", after, err)
	}
	if n, err := lineCount(w); err != nil || n != begun {
		say("after the upgrade %d lines of %d: %v", n, begun, err)
	}
}

func lineCount(w string) (n int, err error) {
	db, err := verdict.Open(w, verdict.Reading)
	if err != nil {
		return 0, err
	}
	defer db.Close()
	return n, db.QueryRow("SELECT count(*) FROM spend WHERE _book > 0").Scan(&n)
}
