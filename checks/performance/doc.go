// Command performance measures the program against its budgets and writes docs/performance.md.
//
// Every figure is taken from the built program as people run it: commands by the clock, screens through a
// pseudo-terminal. Beside it stands what another tool needs for the same file in the same run, or what the program needs
// for a small file, because a figure alone says more about the machine than about the program. Runs to be compared take
// turns, and medians are given.
//
// Start with main and rows.
package main
