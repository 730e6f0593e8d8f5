// Package journeys walks through the program as people do: the real binary, in a real terminal, with keys only, with the mouse alone but
// for text, or line by line. Most of its tests need tmux, and say so where it is missing.
package journeys
