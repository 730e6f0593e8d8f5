package store

import "golang.org/x/sys/windows"

var setThreadPriority = windows.NewLazySystemDLL("kernel32.dll").NewProc("SetThreadPriority")

// belowNormal is THREAD_PRIORITY_BELOW_NORMAL, as the 32 bits the call takes.
const belowNormal = ^uint32(0)

// giveWay lowers the calling thread. Where it is refused, nothing is lost.
func giveWay() {
	_, _, _ = setThreadPriority.Call(uintptr(windows.CurrentThread()), uintptr(belowNormal))
}
