package store

import (
	"bytes"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"yice/internal/effort"
)

const manyViews = `PRAGMA writable_schema=1; WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<2500) INSERT INTO sqlite_schema SELECT 'view', 'v'||i, 'v'||i, 0, 'CREATE VIEW v'||i||' AS SELECT 1' FROM n`

// A schema of thousands is refused before SQLite reads it: the file here is not even ours to SQLite, which would say so.
func TestACrowdedSchemaIsRefusedUnread(t *testing.T) {
	d := newDesk(t, smallForms())
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if err := uncrowded(d.path); err != nil {
		t.Error("our own schema:", err)
	}
	plant(t, d.path, manyViews+"; PRAGMA application_id=0")
	for _, o := range []Options{{Forms: d.o.Forms, Now: d.o.Now}, {Forms: d.o.Forms, Now: d.o.Now, ReadOnly: true, Sole: true}} {
		w, err := Open(d.path, o)
		if err == nil {
			w.Close()
		}
		if code(err) != "store.schema-stranger" || !strings.Contains(err.Error(), "视图「v") {
			t.Errorf("reading %v: %v", o.ReadOnly, err)
		}
	}
	o := d.o
	o.ReadOnly = true // somebody in this process may have it open: its bytes are left alone
	w, err := Open(d.path, o)
	if err == nil {
		w.Close()
	}
	if code(err) != "store.foreign" {
		t.Error("beside a writer:", err)
	}
}

// Whatever stands in the pages, counting comes to an end and stays within them.
func TestCountingAnyPages(t *testing.T) {
	d := newDesk(t, smallForms())
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	plant(t, d.path, manyViews)
	whole, err := os.ReadFile(d.path)
	if err != nil {
		t.Fatal(err)
	}
	chance := rand.New(rand.NewPCG(1, 2))
	refused := 0
	for range effort.Of(400, 2000) {
		broken := bytes.Clone(whole[:1+chance.IntN(len(whole))])
		for range 1 + chance.IntN(40) {
			broken[chance.IntN(len(broken))] = byte(chance.IntN(256))
		}
		if _, many := crowdedBy(bytes.NewReader(broken)); many {
			refused++
		}
	}
	if refused == 0 {
		t.Error("no file of thousands of lines was refused")
	}
	// A page that leads to itself has no end.
	circle := make([]byte, 4096*2)
	circle[16], circle[100], circle[104], circle[111] = 16, 5, 0, 2
	circle[4096], circle[4096+11] = 5, 2
	if _, many := crowdedBy(bytes.NewReader(circle)); !many {
		t.Error("pages in a circle are no schema of ours")
	}
}
