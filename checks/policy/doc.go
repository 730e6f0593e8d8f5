// Package policy hands the built program policy packs as a regulator's clerk breaks them, and a few made with bad will. Each
// must be refused with every error it has, at its line and column, in plain words, within a second and 100 MB.
//
// The packs are the example pack with a piece changed, so that each shows only its own mistake. Start with broken_test.go.
package policy
