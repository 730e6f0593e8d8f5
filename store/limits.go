package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"sync/atomic"
	"time"

	"modernc.org/sqlite"

	"yice/text"
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

// Pages may point to one another in circles, or all to the same ones: twenty levels deep that is more than any life is
// long. So what is read may have no more rows than the file has room for, and take no longer than its size explains.

// errEndless: there are more rows than the file has room for.
var errEndless = errors.New("store: more rows than the file has room for")

const (
	// countedRows is after how many rows of one query the room is looked at.
	countedRows = 1 << 16
	// leastRow is the least a row takes, in bytes.
	leastRow = 4
	// readTime and readTimeMB are how long one reading may take at most: so long, and so much more for each MB.
	readTime   = 30 * time.Second
	readTimeMB = time.Second
)

// working gives a context that ends once the program has worked for so long, as worked tells: not merely waited. A program that was stopped for
// a while, a busy machine and a slow share make no file endless, and pages without an end keep a processor at work. Where the system does not
// say how long that was, waiting has to do.
func working(most time.Duration, worked func() time.Duration) (ctx context.Context, stop func()) {
	ctx, cancel := context.WithCancel(background)
	begun := worked()
	var again func()
	var timer atomic.Pointer[time.Timer]
	again = func() {
		if begun == 0 || worked()-begun >= most/2 {
			cancel()
			return
		}
		timer.Store(time.AfterFunc(most, again))
		if ctx.Err() != nil {
			timer.Load().Stop()
		}
	}
	timer.Store(time.AfterFunc(most, again))
	return ctx, func() {
		cancel()
		timer.Load().Stop()
	}
}

// mayHave reports whether the file has room for so many rows.
func (c *conn) mayHave(rows int64) error {
	pages, err := c.number("PRAGMA page_count")
	if err != nil {
		return err
	}
	size, err := c.number("PRAGMA page_size")
	if err != nil {
		return err
	}
	if rows > pages*size/leastRow {
		return errEndless
	}
	return nil
}

// watched gives the writer the time of one reading for each of its statements: a write of many rows takes as long as it takes,
// but one that waits for a lookup in pages without an end is given up. release puts that into words, as that of bounded does.
func (w *Workspace) watched(c *conn) (release func(error) error) {
	ctx, cancel := context.WithCancel(background)
	late := false
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for at, begun := (pace{c.done.Load()}), processorTime(); ; {
			most := w.readingTime()
			select {
			case <-ctx.Done():
				return
			case <-time.After(most):
			}
			switch worked := processorTime(); {
			case !at.stands(c.done.Load()):
				begun = worked
			case worked-begun >= most/2: // however long a busy machine took over it
				late = true
				cancel()
				return
			}
		}
	}()
	c.within = ctx
	return func(err error) error {
		cancel()
		<-ended
		c.within = nil
		if err != nil && (late || errors.Is(err, errEndless)) {
			return fault("store.endless", text.StoreEndless.With(w.path), err)
		}
		return err
	}
}

// pace is how many statements a writer had done when it was last looked at.
type pace struct{ done int64 }

// stands reports a writer that has come no further since.
func (p *pace) stands(done int64) bool {
	before := p.done
	p.done = done
	return done == before
}

// readingTime is how long one reading may take.
func (w *Workspace) readingTime() time.Duration {
	if w.patience != 0 {
		return w.patience
	}
	most := readTime
	if w.info != nil {
		most += time.Duration(w.info.Size()>>20) * readTimeMB
	}
	return most
}

// bounded gives a connection the time that one reading may take, until release is called, which puts an end to it into words.
func (w *Workspace) bounded(c *conn) (release func(error) error) {
	ctx, stop := working(w.readingTime(), processorTime)
	c.within = ctx
	return func(err error) error {
		late := ctx.Err() != nil
		stop()
		c.within = nil
		if err != nil && (late || errors.Is(err, errEndless)) {
			return fault("store.endless", text.StoreEndless.With(w.path), err)
		}
		return err
	}
}
