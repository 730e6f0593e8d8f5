// Package halfyears scores years under way by hand. It makes up years that are cut at a month: a ledger that may go on beyond
// it, last year's known month by month, as a sum of the same months, of other months, as a whole or not at all; and works out
// what each comes to, to date and by December, with exact fractions. It shares no code with the program, which is driven by its
// commands alone: what the program prints must be the same to the last digit.
//
// Start with Draw, then Year.Reckon; the test compares.
package halfyears
