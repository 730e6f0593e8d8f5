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

// besides is how many courteous threads a workstation may have at work at once: the check of the file, the total of a column, the
// habits of its lines, a backup.
const besides = 4

// MakeRoom lets courteous work run on processors of the scheduler that the rest of the program does not need: with as many of them
// as cores, two such threads held both for 10 ms at a time, and a key waited for one to be taken off. Whose turn it is on the cores
// themselves is the system's to say, and it knows who gives way. It gives the way back.
func MakeRoom() (restore func()) {
	before := runtime.GOMAXPROCS(0)
	runtime.GOMAXPROCS(before + besides)
	return func() { runtime.GOMAXPROCS(before) }
}
