// Package document puts the verdict on a submission, and what stands in it, into one value that a page or a print can draw
// without knowing anything of policies: sentences in both languages, figures as decimal texts, records as their cells.
//
// It believes nothing itself: every figure is from the sheet that verification computed, every row from the file that was
// verified. It runs in a browser as everywhere else, so it knows no files, no clock and no workspace. Whatever a file says
// comes out as plain text, without characters that turn or hide what stands beside them.
//
// Start with [Of]; [Document] is what it makes.
package document
