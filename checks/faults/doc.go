// Package faults does to the program what happens to programs: the disk fills up, the folder cannot be written, the file
// is removed, replaced or damaged under it, another program holds it, the terminal goes away. Each is tried for real on
// the built program; what people read then is taken down, and afterwards everything that was saved must still be there.
//
// Start with All. Linux only; mounting a small disk and a read-only one wants root, which the checks have.
package faults
