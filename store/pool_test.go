package store

import "testing"

// Who reads one thing after the other has one connection: every other would read the whole schema again. Two at once have two.
func TestAConnectionAtRestIsTakenFirst(t *testing.T) {
	opened := 0
	p := newPool(func() (*conn, error) { opened++; return &conn{}, nil })
	for range 5 {
		c, err := p.take(background)
		if err != nil {
			t.Fatal(err)
		}
		p.give(c)
	}
	if opened != 1 {
		t.Errorf("%d were opened for one reader", opened)
	}
	a, err := p.take(background)
	if err != nil {
		t.Fatal(err)
	}
	b, err := p.take(background)
	if err != nil {
		t.Fatal(err)
	}
	if a == b || opened != 2 {
		t.Errorf("two readers at once: %d opened", opened)
	}
	p.give(a)
	p.give(b)
	for range readers {
		if c, err := p.take(background); err != nil || c == nil {
			t.Errorf("%v %v", c, err)
		}
	}
	if opened != readers {
		t.Errorf("%d were opened for %d places", opened, readers)
	}
}

// Who opens a file looks at it before anything of it may change, and reads on through that connection, which never could change anything.
func TestWhatAFileIsKnownByReadsOn(t *testing.T) {
	d := newDesk(t, smallForms())
	d.reopen()
	d.readers.open = func() (*conn, error) { t.Error("another connection is opened"); return nil, errClosed }
	err := d.reading(background, func(c *conn) error {
		if n, err := c.number("SELECT count(*) FROM meta"); err != nil || n == 0 {
			t.Error("it does not read:", n, err)
		}
		if _, err := c.exec("DELETE FROM meta"); err == nil {
			t.Error("it writes")
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
