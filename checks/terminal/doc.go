// Package terminal runs a program on a pseudo-terminal and reads its screen, as a person at the keyboard would: keys go
// in, and what is seen is what a terminal emulator makes of the bytes that came out, each with the time it came.
//
// It must never look inside the program. Start with Start, then Program.Wait. Linux only: the pseudo-terminal and the
// process's memory are asked of its kernel.
package terminal
