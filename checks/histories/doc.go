// Package histories makes long histories and many years, and measures what opening, undoing and verifying them costs.
//
// It must never be read for absolute times: the figures are of one machine, processor time beside wall time, and are published
// with what they were measured on. Start with TestLongHistories; -edits and -years say how much. Linux only.
package histories
