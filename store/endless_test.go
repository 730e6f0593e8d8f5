package store

import (
	"encoding/binary"
	"os"
	"testing"
	"time"
)

// bottomless makes the tree of a table one whose pages all point to the same page below, so deep that nobody ever reaches
// the end of it: the schema is ours, and every page by itself is as it should be.
func bottomless(t *testing.T, path string, root int64) {
	t.Helper()
	const size, levels = 4096, 8
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	pages := uint32(len(b) / size)
	leaf := append([]byte(nil), b[(root-1)*size:root*size]...)
	interior := func(below uint32) []byte {
		p := make([]byte, size)
		const cells = 300
		p[0] = 5 // an inner page of a table
		binary.BigEndian.PutUint16(p[3:], cells)
		at := size
		for i := range cells {
			at -= 6
			binary.BigEndian.PutUint32(p[at:], below)
			p[at+4], p[at+5] = 0x81, 0x00 // the row the page ends with
			binary.BigEndian.PutUint16(p[12+2*i:], uint16(at))
		}
		binary.BigEndian.PutUint16(p[5:], uint16(at))
		binary.BigEndian.PutUint32(p[8:], below)
		return p
	}
	b = append(b, leaf...)
	pages++
	for range levels {
		b = append(b, interior(pages)...)
		pages++
	}
	copy(b[(root-1)*size:], interior(pages))
	binary.BigEndian.PutUint32(b[28:], pages)
	copy(b[92:96], b[24:28]) // the count of pages holds
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

// A file that never ends is given up, whether it gives rows without end or never one.
func TestAFileThatNeverEndsIsGivenUp(t *testing.T) {
	d := newDesk(t, smallForms())
	d.add("project", "code", "P1")
	root, err := d.writer.number("SELECT rootpage FROM sqlite_schema WHERE name='history'")
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	bottomless(t, d.path, root)
	o := d.o
	o.ReadOnly = true
	w, err := Open(d.path, o)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	w.patience = time.Second / 2
	if _, err := w.History(d.book, HistoryQuery{Who: "nobody"}); code(err) != "store.endless" {
		t.Error("not one row:", err)
	}
	if _, err := w.Log(background); code(err) == "" {
		t.Error("rows without end:", err)
	}
	w.patience = time.Hour
	if err := w.reading(background, func(c *conn) error { return c.hashes(background, func([]byte) bool { return true }) }); code(err) != "store.endless" {
		t.Error("rows without end:", err)
	}
}
