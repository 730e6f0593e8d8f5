package store

import "runtime"

// courteous does something on a thread that gives way to all others of the program: the check of a large file, the total of a
// column, a sort keep the cores of a small machine busy, and a key that was pressed must not wait for them.
func courteous(do func() error) error {
	done := make(chan error, 1)
	go func() {
		// Never unlocked: the thread ends with the goroutine, for it could not take its place in line back.
		runtime.LockOSThread()
		giveWay()
		done <- do()
	}()
	return <-done
}
