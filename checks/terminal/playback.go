//go:build linux

package terminal

import (
	"io"
	"sync"
	"time"

	"github.com/charmbracelet/x/vt"
)

// Playback shows what a program wrote at another time.
type Playback struct{ p *Program }

// NewPlayback is an empty screen.
func NewPlayback(width, height int) *Playback {
	p := &Program{screen: vt.NewEmulator(width, height), width: width, height: height}
	p.moved = sync.NewCond(&p.mu)
	synchronized(p.screen)
	go io.Copy(io.Discard, p.screen) // the answers to its questions were given then
	return &Playback{p}
}

// Write gives it what the program wrote next.
func (b *Playback) Write(output []byte) (int, error) {
	b.p.take(output, time.Time{})
	return len(output), nil
}

// View is the screen: the last whole frame.
func (b *Playback) View() View { return b.p.View() }

// Close lets go of the screen.
func (b *Playback) Close() error { return b.p.screen.Close() }
