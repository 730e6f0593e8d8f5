// Command forge mutates submissions as somebody could who knows the format, holds every key but the right one, and has as many
// tries as a machine, and asks the program's verifier about each: with the regulator's keys and pack given, none may be accepted
// unless it is, byte for byte, what the enterprise sealed.
//
// Some mutations are the enterprise's own, signed by its right key, in what it may not say: the policy, the score, who signed off,
// what the history was, which findings there are. What an enterprise enters and seals anew as it should is no forgery.
//
// Usage: checks/forge/run [N], which writes the table of docs/reliability.md anew; the test tries a few.
// Start with Forge, then mutations.go.
package main
