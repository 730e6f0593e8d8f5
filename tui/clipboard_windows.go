package tui

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

var (
	user32           = windows.NewLazySystemDLL("user32.dll")
	openClipboard    = user32.NewProc("OpenClipboard")
	closeClipboard   = user32.NewProc("CloseClipboard")
	emptyClipboard   = user32.NewProc("EmptyClipboard")
	getClipboardData = user32.NewProc("GetClipboardData")
	setClipboardData = user32.NewProc("SetClipboardData")

	kernel32     = windows.NewLazySystemDLL("kernel32.dll")
	globalAlloc  = kernel32.NewProc("GlobalAlloc")
	globalFree   = kernel32.NewProc("GlobalFree")
	globalLock   = kernel32.NewProc("GlobalLock")
	globalUnlock = kernel32.NewProc("GlobalUnlock")
	globalSize   = kernel32.NewProc("GlobalSize")
	moveMemory   = kernel32.NewProc("RtlMoveMemory")
)

const (
	cfUnicodeText = 13
	gmemMoveable  = 2
)

var errNoClipboard = errors.New("the clipboard holds no text")

// withClipboard holds the clipboard open on one thread; another program may have it for a moment.
func withClipboard(ctx context.Context, do func() error) error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	for {
		ok, _, err := openClipboard.Call(0)
		if ok != 0 {
			break
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("open the clipboard: %w", err)
		case <-time.After(20 * time.Millisecond):
		}
	}
	defer closeClipboard.Call()
	return do()
}

func writeClipboard(ctx context.Context, _ []string, s string) (by string, err error) {
	wide, err := windows.UTF16FromString(strings.ReplaceAll(crlf(s), "\x00", ""))
	if err != nil {
		return "", err
	}
	err = withClipboard(ctx, func() error {
		if ok, _, err := emptyClipboard.Call(); ok == 0 {
			return err
		}
		size := uintptr(len(wide)) * 2
		h, _, err := globalAlloc.Call(gmemMoveable, size)
		if h == 0 {
			return err
		}
		p, _, err := globalLock.Call(h)
		if p == 0 {
			globalFree.Call(h)
			return err
		}
		moveMemory.Call(p, uintptr(unsafe.Pointer(&wide[0])), size)
		globalUnlock.Call(h)
		if ok, _, err := setClipboardData.Call(cfUnicodeText, h); ok == 0 {
			globalFree.Call(h) // what the clipboard takes is its own
			return err
		}
		return nil
	})
	return "Windows", err
}

func readClipboard(ctx context.Context, _ []string) (s string, err error) {
	err = withClipboard(ctx, func() error {
		h, _, _ := getClipboardData.Call(cfUnicodeText)
		if h == 0 {
			return errNoClipboard
		}
		size, _, _ := globalSize.Call(h)
		if size < 2 || size > 2*clipboardMax {
			return errNoClipboard
		}
		p, _, err := globalLock.Call(h)
		if p == 0 {
			return err
		}
		defer globalUnlock.Call(h)
		wide := make([]uint16, size/2)
		moveMemory.Call(uintptr(unsafe.Pointer(&wide[0])), p, size/2*2)
		s = windows.UTF16ToString(wide)
		return nil
	})
	return s, err
}
