//go:build linux

package faults

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// sftpServer is the far end of the network share: it needs no network to serve a folder.
const sftpServer = "/usr/lib/openssh/sftp-server"

// mounted runs a program that mounts something, and gives what takes it away again.
func mounted(dir, name string, args ...string) (done func() error, err error) {
	if _, err := exec.LookPath(name); err != nil || os.Geteuid() != 0 {
		return nil, fmt.Errorf("%w (%s)", ErrNoDisk, name)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", name, err, out)
	}
	return func() error {
		for range 50 { // whoever was killed may still be let go of
			if err = unix.Unmount(dir, 0); !errors.Is(err, unix.EBUSY) {
				return err
			}
			time.Sleep(100 * time.Millisecond)
		}
		return errors.Join(err, unix.Unmount(dir, unix.MNT_DETACH))
	}, nil
}

// onShare keys on a folder that another machine would serve. Nothing is kept of its pages here, so no two programs can
// share memory in it, as on most network shares: the program has to have the file to itself.
func onShare(p *Place) (string, error) {
	if _, err := os.Stat(sftpServer); err != nil {
		return "", fmt.Errorf("%w (sftp-server)", ErrNoDisk)
	}
	far, near, serve := p.path("far"), p.path("near"), p.path("serve")
	err := errors.Join(os.MkdirAll(far, 0o755), os.WriteFile(serve, []byte("#!/bin/sh\nexec "+sftpServer+"\n"), 0o755))
	if err != nil {
		return "", err
	}
	done, err := mounted(near, "sshfs", "-o", "ssh_command="+serve+",direct_io", "any:"+far, near)
	if err != nil {
		return "", err
	}
	said, err := p.elsewhere(filepath.Join(near, "w.yice"))
	return said, errors.Join(err, done())
}

// onStick keys on a stick formatted with exFAT.
func onStick(p *Place) (string, error) {
	image, dir := p.path("stick.img"), p.path("stick")
	f, err := os.Create(image)
	if err != nil {
		return "", err
	}
	if err := errors.Join(f.Truncate(64<<20), f.Close()); err != nil {
		return "", err
	}
	if _, err := exec.LookPath("mkfs.exfat"); err != nil {
		return "", fmt.Errorf("%w (mkfs.exfat)", ErrNoDisk)
	}
	if out, err := exec.Command("mkfs.exfat", image).CombinedOutput(); err != nil {
		return "", fmt.Errorf("mkfs.exfat: %w\n%s", err, out)
	}
	device, err := exec.Command("losetup", "-f", "--show", image).Output()
	if err != nil {
		return "", fmt.Errorf("%w (losetup: %w)", ErrNoDisk, err)
	}
	stick := strings.TrimSpace(string(device))
	done, err := mounted(dir, "mount.exfat-fuse", stick, dir)
	if err != nil {
		return "", errors.Join(err, exec.Command("losetup", "-d", stick).Run())
	}
	said, err := p.elsewhere(filepath.Join(dir, "w.yice"))
	return said, errors.Join(err, done(), exec.Command("losetup", "-d", stick).Run())
}

// elsewhere makes a workspace where it should rather not be, keys, is killed, goes on, backs up and restores.
func (p *Place) elsewhere(w string) (said string, err error) {
	if err := p.workspace(w); err != nil {
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
	second, err := p.refuses("import", w, "--year", "2023", "project", p.path("project.csv"))
	if err != nil {
		return second, fmt.Errorf("a second program: %w", err)
	}
	t.Kill()
	if err := sound(w, lines+1); err != nil {
		return "", err
	}
	if err := errors.Join(p.must("backup", w), p.must("undo", w, "--year", "2023"), sound(w, lines)); err != nil {
		return "", err
	}
	if err := errors.Join(p.must("restore", w, "1"), sound(w, lines+1)); err != nil {
		return "", err
	}
	second, _, _ = strings.Cut(second, "\n")
	return "照常录入，杀死后已保存的都在，备份、恢复照常；另一个程序来写：" + second, nil
}
