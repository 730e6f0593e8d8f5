// Package simulation lives through lives of a workspace: a person who keys, pastes, imports, undoes, backs up, closes and is
// killed, on a disk that fills, fails and loses power, with a clock that jumps and a second desk that opens the same file.
//
// The session and the store are the real ones, in one process, on a clock and a disk that the story owns (disk.go lies between
// SQLite and its files). After every step the file is held against a plain model in memory: rows and their order, the ledger's
// sums against SQL, one owner, the newest backup whole, the desk still open; at the end of a life undo leads back to its start.
// A life is a list of steps, each with a seed of its own. One that goes wrong is told again, shortened to the steps it needs.
//
// It must never look at the real clock to decide what to do. Start with Run. What it does not have: the screen (the real program
// is driven by its keys in ../crash and ../journeys), and an order of goroutines of its own: the checkpoints beside the writer
// fall where they fall, so that where a fault of the disk hits may differ from one telling to the next. Linux only.
package simulation
