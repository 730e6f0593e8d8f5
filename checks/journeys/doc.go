// Package journeys walks through the program as people do: the real binary, in a real terminal, with keys only. Its tests
// need tmux, and say so where it is missing.
package journeys
