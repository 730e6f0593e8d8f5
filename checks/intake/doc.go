// Package intake audits what the program makes of the tables that accounting programs, tax templates, statistical forms and
// people write. It makes such files from a seed, each with what an accountant reads in it; drives the built program with
// them; reads the form back, and compares to the 分. It shares no code with the program: what it knows of a layout it
// writes itself.
//
// The rule it audits: after exit 0 the form holds exactly what the file says and the program has accounted for every amount
// it left out; after any other exit nothing is written, and a reason is named.
//
// Start with case.go (what a case is), books.go (the accounts the exports are made of) and run.go (how a case is judged).
// The layouts are in files of their own; mutate.go spoils them.
package intake
