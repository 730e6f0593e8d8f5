//go:build linux

package faults

import (
	"errors"
	"fmt"
	"os/exec"
	"strings"
)

// verified asks the program for everything that was changed behind its back; it has to find something.
func (p *Place) verified(w string, args ...string) (string, error) {
	c := exec.Command(p.Binary, append([]string{"history", w, "--verify"}, args...)...)
	c.Env = p.env
	out, err := c.Output()
	var failed *exec.ExitError
	if !errors.As(err, &failed) || failed.ExitCode() != 1 {
		return "", fmt.Errorf("history --verify: %w\n%s", err, out)
	}
	return strings.TrimSpace(string(out)), nil
}

// tamperedRows changes one row and removes another behind the program's back: both are named, and nothing is sealed.
func tamperedRows(p *Place) (string, error) {
	w, err := p.made()
	if err != nil {
		return "", err
	}
	if err := p.must("history", w, "--verify"); err != nil {
		return "", err
	}
	if err := tamper(w, "UPDATE spend SET summary='改过' WHERE _row=5", "DELETE FROM spend WHERE _row=9"); err != nil {
		return "", err
	}
	said, err := p.verified(w)
	if lines := strings.Count(said, "\n") + 1; err == nil && lines < 2 {
		err = fmt.Errorf("two rows were changed, %d told: %s", lines, said)
	}
	return strings.ReplaceAll(said, "\n", "；"), err
}

// tamperedEnd cuts the end of the history off, row and all, so that the chain itself is whole: the backup tells.
func tamperedEnd(p *Place) (string, error) {
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
		return "", fmt.Errorf("the field: %s %w", complaint(v), err)
	}
	if err := t.Signal(sigterm); err != nil {
		return "", err
	}
	if _, err := t.Ended(patient); err != nil {
		return "", err
	}
	err = errors.Join(p.must("backup", w), p.must("history", w, "--verify"), tamper(
		w, "DROP TRIGGER history_fixed", "DROP TRIGGER history_kept", "DROP TRIGGER history_appended",
		"DELETE FROM step WHERE first >= (SELECT min(seq) FROM history WHERE form='spend' AND row=(SELECT max(_row) FROM spend))",
		"DELETE FROM history WHERE seq >= (SELECT min(seq) FROM history WHERE form='spend' AND row=(SELECT max(_row) FROM spend))",
		"DELETE FROM spend WHERE _row=(SELECT max(_row) FROM spend)",
		// Whoever wants the file to be opened puts the guards back.
		"CREATE TRIGGER history_fixed BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END",
		"CREATE TRIGGER history_kept BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END",
		"CREATE TRIGGER history_appended BEFORE INSERT ON history WHEN new.seq <= (SELECT max(seq) FROM history) BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END"))
	if err != nil {
		return "", err
	}
	said, err := p.verified(w)
	if err == nil && !strings.Contains(said, "截掉") {
		err = errors.New("the cut history was not told")
	}
	return firstLine(said), err
}
