// Package effort says how much the tests try. The quick run, go test ./..., tries enough to see a mistake soon; where
// YICE_LONG is set, as .ci/run sets it, they try everything. Only tests may import it. Start with Of.
package effort

import (
	"flag"
	"os"
	"runtime/debug"

	_ "pgregory.net/rapid" // declares its flags before they are looked at here
)

// quickChecks is how often the quick run tries a property whose test does not say; rapid's own number is 100.
const quickChecks = "20"

// quickGC lets the heap of a test grow to five times what it holds, up to quickHeap: a fifth of the time of a test that draws
// screens or seals files went into collecting some tens of megabytes. Where it may grow to more, what is saved goes into asking the
// system for pages: each is emptied before it is given.
const (
	quickGC   = 400
	quickHeap = 768 << 20
)

// A number given on the command line (-rapid.checks) is read later than this, and holds.
func init() {
	if Long() {
		return
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(quickGC)
		debug.SetMemoryLimit(quickHeap)
	}
	if f := flag.Lookup("rapid.checks"); f != nil {
		if err := f.Value.Set(quickChecks); err != nil {
			panic(err)
		}
	}
}

// Long says whether everything is to be tried.
func Long() bool { return os.Getenv("YICE_LONG") != "" }

// Of gives how often or how much to try: in the quick run, and where everything is tried.
func Of(quick, long int) int {
	if Long() {
		return long
	}
	return quick
}
