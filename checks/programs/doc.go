// Package programs keeps the count of the programs that the tests are linked into, and of the packages that are compiled a second time for
// tests within them: what a first go test ./... takes hangs on both (docs/decisions/0037-where-a-test-stands.md).
package programs
