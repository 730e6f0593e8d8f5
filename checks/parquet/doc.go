// Package parquet checks that the tables which the registry's own writer of Parquet makes are read, value by value, by the library that
// does all of the format.
package parquet
