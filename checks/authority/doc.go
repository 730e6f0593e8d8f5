// Package authority has the people and the papers of the checks that ask who may say what: an invented regulator and two
// invented enterprises with their keys, the worked year, and submissions written, taken apart and put together again by
// whichever hand. Its private keys lie in the repository, in conformance/keys, and are worth nothing outside of it.
//
// It must never decide whether a file is good: that is what the checks ask of the program. Start with Gather, then Papers.Seal,
// and Paper for the forger's side.
package authority
