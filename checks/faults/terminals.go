//go:build linux

package faults

import (
	"errors"
	"fmt"
	"strings"
	"syscall"
	"time"

	"yice/checks/desk"
	"yice/checks/terminal"
)

const (
	sigterm = syscall.SIGTERM
	sighup  = syscall.SIGHUP
	quietly = 60 * time.Millisecond
)

// halfway opens a workspace, keys a field, and begins another without leaving it.
func (p *Place) halfway() (string, *terminal.Program, error) {
	w, err := p.made()
	if err != nil {
		return "", nil, err
	}
	t, err := p.keying(w, lines)
	if err != nil {
		return "", nil, err
	}
	saved, v, err := put(t, "2023-05-06")
	if err == nil && !saved {
		err = errors.New(complaint(v))
	}
	if err == nil {
		err = t.Send("half")
	}
	if err == nil {
		_, err = t.Wait(patient, func(v terminal.View) bool { return v.Has("half") })
	}
	if err != nil {
		t.Close()
		return "", nil, err
	}
	t.Quiet(quietly)
	return w, t, nil
}

// kept reopens a workspace and looks for the text that was in the open cell: in the file, or offered back.
func (p *Place) kept(w string) (string, error) {
	if n, err := number(w, "SELECT count(*) FROM spend WHERE voucher='half'"); err != nil || n == 1 {
		return "有序退出，格子里的内容已存进文件", errors.Join(err, sound(w, lines+1))
	}
	t, err := terminal.Start(terminal.Options{Args: []string{p.Binary, w, "--year", "2023"}, Env: p.env, Width: wide, Height: high})
	if err != nil {
		return "", err
	}
	defer t.Close()
	offered := func(v terminal.View) bool { return v.Has(desk.Offer) && v.Has("half") && !v.Ended }
	if _, err := t.Wait(patient, offered); err != nil {
		return "", fmt.Errorf("the text in the open cell is neither in the file nor offered: %w", err)
	}
	v := t.Quiet(5 * quietly) // all of the dialog
	t.Kill()
	return "再次打开时：" + desk.Said(v, desk.Offer), sound(w, lines+1)
}

func bySignal(s syscall.Signal) func(*Place) (string, error) {
	return func(p *Place) (string, error) {
		w, t, err := p.halfway()
		if err != nil {
			return "", err
		}
		defer t.Close()
		if err := t.Signal(s); err != nil {
			return "", err
		}
		state, err := t.Ended(patient)
		if err != nil {
			return "", err
		}
		if state.ExitCode() != 0 {
			return "", fmt.Errorf("it ended with %v", state)
		}
		return p.kept(w)
	}
}

// hangUp closes the terminal under the program.
func hangUp(p *Place) (string, error) {
	w, t, err := p.halfway()
	if err != nil {
		return "", err
	}
	defer t.Close()
	if err := t.HangUp(); err != nil {
		return "", err
	}
	if _, err := t.Ended(patient); err != nil {
		return "", err
	}
	return p.kept(w)
}

// suspended stops the program from outside and lets it go on.
func suspended(p *Place) (string, error) {
	w, t, err := p.halfway()
	if err != nil {
		return "", err
	}
	defer t.Close()
	for _, s := range []syscall.Signal{syscall.SIGTSTP, syscall.SIGCONT} {
		if err := t.Signal(s); err != nil {
			return "", err
		}
		time.Sleep(200 * time.Millisecond)
	}
	if err := t.Send("way" + terminal.Enter); err != nil {
		return "", err
	}
	if _, err := t.Wait(patient, func(v terminal.View) bool { return v.Has("halfway") && desk.Saved(v) && !desk.Keying(v) }); err != nil {
		return "", err
	}
	t.Kill()
	return "继续后接着录入，格子里的内容还在", sound(w, lines+1)
}

// localeC runs in an environment without a word on languages and encodings.
func localeC(p *Place) (string, error) {
	w, err := p.made()
	if err != nil {
		return "", err
	}
	bare := *p
	bare.env = nil
	for _, v := range p.env {
		if !strings.HasPrefix(v, "LANG=") && !strings.HasPrefix(v, "YICE_LANG=") {
			bare.env = append(bare.env, v)
		}
	}
	bare.env = append(bare.env, "LANG=C", "LC_ALL=C")
	t, err := bare.keying(w, lines)
	if err != nil {
		return "", err
	}
	defer t.Close()
	if saved, v, err := put(t, "2023-05-06"); !saved {
		return "", fmt.Errorf("%s %w", complaint(v), err)
	}
	t.Kill()
	return "界面仍为中文，编码仍为 UTF-8", sound(w, lines+1)
}

// smallTerminal takes nearly all room from the program while a cell is open, and gives it back.
func smallTerminal(p *Place) (string, error) {
	w, t, err := p.halfway()
	if err != nil {
		return "", err
	}
	defer t.Close()
	if err := t.Resize(20, 5); err != nil {
		return "", err
	}
	v, err := t.Wait(patient, func(v terminal.View) bool { return v.Has("80") })
	if err != nil {
		return "", err
	}
	said := strings.Join(strings.Fields(v.String()), "")
	if err := t.Resize(wide, high); err != nil {
		return said, err
	}
	if _, err := t.Wait(patient, func(v terminal.View) bool { return v.Has("half") && desk.Keying(v) }); err != nil {
		return said, err
	}
	if err := t.Send(terminal.Enter); err != nil {
		return said, err
	}
	if _, err := t.Wait(patient, func(v terminal.View) bool { return v.Has("half") && desk.Saved(v) && !desk.Keying(v) }); err != nil {
		return said, err
	}
	t.Kill()
	return said, sound(w, lines+1)
}
