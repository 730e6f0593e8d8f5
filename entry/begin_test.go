package entry_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"yice/entry"
	"yice/scoring"
	"yice/store"
	"yice/text"
)

func faultCode(err error) string {
	var f *text.Fault
	if errors.As(err, &f) {
		return f.Code
	}
	return ""
}

// An enterprise begins with a whole card or not at all.
func TestAnEnterpriseBeginsWhole(t *testing.T) {
	w, err := store.Create(filepath.Join(t.TempDir(), "w.yice"), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	card := func(changes ...string) map[string]string {
		c := map[string]string{"uscc": "91150200MA0BT0013C", "name": "甲", "type": "功能型", "industry": "4610"}
		for i := 0; i < len(changes); i += 2 {
			c[changes[i]] = changes[i+1]
		}
		return c
	}
	for _, c := range []struct {
		b    entry.Beginning
		code string
	}{
		{entry.Beginning{Year: 1999, Card: card()}, "entry.year"},
		{entry.Beginning{Year: 2026, Card: card("name", "")}, "entry.card"},
		{entry.Beginning{Year: 2026, Card: card("name", " ")}, "entry.card"},
		{entry.Beginning{Year: 2026, Card: card("uscc", "123")}, "entry.card"},
		{entry.Beginning{Year: 2026, Card: card("type", "其他")}, "entry.card"},
		{entry.Beginning{Year: 2026, Card: card("industry", "水务")}, "entry.card"},
	} {
		if _, err := entry.Begin(w, c.b, entry.Options{Who: "某"}); faultCode(err) != c.code {
			t.Errorf("%v: %v", c.b, err)
		}
	}
	if books, err := w.Books(); err != nil || len(books) != 0 {
		t.Fatalf("a refused card left %d years: %v", len(books), err)
	}
	uscc, err := entry.Begin(w, entry.Beginning{Year: 2026, Card: card("uscc", " 91150200ma0bt0013c ")}, entry.Options{Who: "某"})
	if err != nil || uscc != "91150200MA0BT0013C" {
		t.Fatal(uscc, err)
	}
	if _, err := entry.Begin(w, entry.Beginning{Year: 2026, Card: card()}, entry.Options{}); faultCode(err) != "entry.there" {
		t.Errorf("begun twice: %v", err)
	}
	s, err := entry.Open(w, uscc, 2026, entry.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := s.CardTyped(); got["name"] != "甲" || got["type"] != "功能型" || got["industry"] != "4610" {
		t.Errorf("the card is %v", got)
	}
}

func TestADoubtfulCodeNamesTheRightOne(t *testing.T) {
	if p := entry.DoubtfulCode("91150200MA0BT0013C"); !p.Empty() {
		t.Error(p)
	}
	if p := entry.DoubtfulCode("91150200MA0BT0013D"); !strings.Contains(p.ZH, "「C」") {
		t.Error(p)
	}
	for _, typed := range []string{"", "9115", "91150200MA0BT0013I"} {
		if p := entry.DoubtfulCode(typed); !p.Empty() {
			t.Error(typed, p)
		}
	}
}

// What opening the next year would do is what it does, and asking writes nothing; a pack of the workspace goes on as a draft.
func TestWouldCarryIsWhatNextYearDoes(t *testing.T) {
	s := golden(t)
	w := s.Workspace()
	uscc, _, _ := s.Enterprise()
	pack := s.Pack()
	if err := w.AddPack(store.PackFile{SHA256: pack.SHA256, Year: pack.Year, Status: pack.Status, Source: pack.Source}); err != nil {
		t.Fatal(err)
	}
	before := must[string](t)(w.HistoryHead())
	would, err := entry.WouldCarry(w, uscc, 2023)
	if err != nil {
		t.Fatal(err)
	}
	if after := must[string](t)(w.HistoryHead()); after != before {
		t.Error("asking wrote something")
	}
	if _, there, _ := w.FindBook(uscc, 2024); there {
		t.Error("asking opened the year")
	}
	did, err := entry.NextYear(w, uscc, 2023, "某")
	if err != nil {
		t.Fatal(err)
	}
	if len(would.Forms) != len(did.Forms) || len(would.Ledgers) != 1 || would.Pack == nil {
		t.Fatalf("would %+v\ndid %+v", would, did)
	}
	for i := range would.Forms {
		if would.Forms[i] != did.Forms[i] {
			t.Errorf("%s: would %+v, did %+v", would.Forms[i].Form.ID, would.Forms[i], did.Forms[i])
		}
	}
	packs, err := w.Packs()
	if err != nil {
		t.Fatal(err)
	}
	var next *scoring.Pack
	for _, f := range packs {
		if f.Year == 2024 {
			if next, err = scoring.Load(f.Source); err != nil {
				t.Fatal(err)
			}
		}
	}
	if next == nil || next.Issued() || next.Year != 2024 {
		t.Fatalf("the pack of the next year is %+v", next)
	}
}
