//go:build linux

package filing

import (
	"os/exec"
	"runtime"
	"syscall"
)

// begun starts a server that ends when the tests do, however they do: one that is left holds whatever it inherited open for ever. The
// signal comes when the thread ends that started it, so that thread is kept.
func begun(c *exec.Cmd) error {
	c.SysProcAttr.Pdeathsig = syscall.SIGINT
	done := make(chan error, 1)
	go func() {
		runtime.LockOSThread()
		done <- c.Start()
		select {}
	}()
	return <-done
}
