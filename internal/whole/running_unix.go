//go:build unix

package whole

import (
	"errors"

	"golang.org/x/sys/unix"
)

// Running reports whether a process of this computer lives.
func Running(pid int) bool {
	err := unix.Kill(pid, 0)
	return err == nil || errors.Is(err, unix.EPERM)
}
