// Package characters has the codes of GB 18030 judged by another hand: the codec of Python's standard library.
package characters
