//go:build unix && !linux

package filing

import "os/exec"

func begun(c *exec.Cmd) error { return c.Start() }
