package store

import (
	"context"
	"database/sql"
	"database/sql/driver"

	"modernc.org/sqlite"
)

// limits bound what a statement of ours, or a schema that is not, may ask of SQLite, by its numbers for them. Ours need a
// tenth of it.
var limits = map[int]int{
	0:  64 << 20, // bytes of a text, a blob, a row
	1:  1 << 20,  // of a statement
	2:  256,      // columns
	3:  100,      // depth of an expression
	4:  50,       // parts of a compound SELECT
	5:  100_000,  // steps of a compiled statement
	6:  16,       // arguments of a function
	7:  1,        // files attached: VACUUM INTO attaches its copy
	8:  1000,     // bytes of a LIKE pattern
	9:  1000,     // parameters
	10: 8,        // depth of triggers
	11: 0,        // threads beside
}

// bound sets the limits. The driver does that only for a connection it has lent out, so this one is lent and kept.
func (c *conn) bound() (err error) {
	c.db = sql.OpenDB(lender{c.raw})
	if c.held, err = c.db.Conn(context.Background()); err != nil {
		return err
	}
	for id, most := range limits {
		if _, err := sqlite.Limit(c.held, id, most); err != nil {
			return err
		}
	}
	return nil
}

// lender lends the one connection it has.
type lender struct{ raw driver.Conn }

// Connect gives the connection.
func (l lender) Connect(context.Context) (driver.Conn, error) { return l.raw, nil }

// Driver is asked for by the interface.
func (l lender) Driver() driver.Driver { return &sqlite.Driver{} }
