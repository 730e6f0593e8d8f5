// Command reliability kills the program as often as it is told, does every fault to it, and writes docs/reliability.md.
//
// It must never leave out what went wrong: a lost field or a fault that was not told stands in the document, and the
// command fails. Start with main.
package main
