//go:build !unix && !windows

package whole

// Running is not known here: what is left behind is swept by its age where its maker's number is another's.
func Running(int) bool { return true }
