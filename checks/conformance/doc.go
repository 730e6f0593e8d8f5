// Command conformance writes the folder conformance of the repository anew: files, good and bad, and what a verifier must
// answer for each. The answers are written here by hand, from the description of the format; the program's own verifier is
// held against them by a test beside it, somebody else's by checks/others.
//
// Usage: go -C checks run ./conformance [FOLDER]. Keys that are there are kept; signatures are made anew, since SM2 takes
// fresh randomness, so that the folder is written again only where the format changes.
//
// Start with main, then cases.go.
package main
