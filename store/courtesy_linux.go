package store

import "golang.org/x/sys/unix"

// giveWay lowers the calling thread: on Linux a nice value belongs to a thread. Where it is refused, nothing is lost.
func giveWay() { _ = unix.Setpriority(unix.PRIO_PROCESS, unix.Gettid(), 10) }
