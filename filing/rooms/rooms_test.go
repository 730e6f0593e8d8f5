// Package rooms_test tries the small rooms of filing from outside, all of them in one program: ways of reading and writing that need no
// workspace. A room with a program of tests of its own costs every first go test ./... a third of a second, more than its tests do.
// A file bears the name of its room.
package rooms_test
