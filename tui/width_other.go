//go:build !unix

package tui

import (
	"errors"
	"os"
)

// drawsWide: consoles of other systems measure as the measure does.
func drawsWide(_, _ *os.File) bool { return false }

func runAgain([]string) error { return errors.ErrUnsupported }
