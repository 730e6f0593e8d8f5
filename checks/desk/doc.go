// Package desk finds the way through the workstation's screens by what stands on them, in Chinese, for the checks that
// drive it. Start with ToLedger. Linux only.
package desk
