// Package checks holds what proves the promises of the program as a whole: it is driven as a user drives it, through a
// terminal and its commands, and killed, starved and timed from outside. Nothing here is part of the program. Only the
// built binary, its files and its screen count; the store is asked for its own verdict on a file, beside SQLite's.
//
// It is a module of its own, so that the program's tests stay quick: go -C checks test ./... runs the short forms, .ci/run
// all of it. A dependency raised in the one module is raised in the other (go -C checks mod tidy).
//
// Start with terminal (a program on a pseudo-terminal), then crash, powercut, faults and performance; intake audits what
// comes in from accounting programs; halfyears works years under way out by hand, returns every cell of the returns of random
// enterprises; browser opens verification pages in a real Chromium; registry kills loads into the regulator's registry and the
// servers below it.
package checks
