// Package powercut cuts the power, as far as that can be done to a file without a switch.
//
// The real program runs under strace: everything it writes, renames, removes and syncs in one folder is taken down in
// order, together with every byte it puts on the screen. From that record the disk can be rebuilt as it may be after a
// power cut at any moment: what was synced is there; of what was not, nothing is there, or all, or some, or halves of it,
// torn at sectors of 512 bytes; a new or renamed file is there only if its folder was synced. Then the program opens what
// is left. Every field that a screen written before the cut showed as saved must be in it, and the file must be whole.
//
// It must be at least as cruel as a disk that keeps its word about syncing; a disk that lies is beyond any program. The
// record is proven against the real folder: played to its end it must give the very files that lie there. Start with Run.
// Linux only.
package powercut
