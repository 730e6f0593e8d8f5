// Package returns holds the statutory returns to a second calculation. oracle.py makes up enterprises, from empty ones to such as
// stand at every limit, and works out what each cell of each return must show, in exact fractions, from what docs/returns.md says;
// it shares nothing with the program. A thousand are compared cell by cell with the declared tables, and some go the whole way:
// imported as files and asked for by command.
//
// Start with oracle.py; the tests compare.
package returns
