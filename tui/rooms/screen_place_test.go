package rooms_test

import (
	"fmt"
	"testing"

	"yice/tui/screen"
)

// Places are as many as there are screens: no two of a thousand are taken for one another, alone or together.
func TestPlacesAreNeverTakenForOneAnother(t *testing.T) {
	t.Parallel()
	all := make([]*screen.Place, 1000)
	for i := range all {
		all[i] = &screen.Place{ID: fmt.Sprint(i), Common: i%2 == 0}
	}
	for i, p := range all {
		pair, but := screen.In(p, all[(i+64)%len(all)]), screen.Anywhere.But(p)
		for k, q := range all {
			if p.Has(q) != (i == k) {
				t.Fatalf("place %d has %d: %v", i, k, p.Has(q))
			}
			if pair.Has(q) != (i == k || k == (i+64)%len(all)) {
				t.Fatalf("%d and its pair have %d: %v", i, k, pair.Has(q))
			}
			if but.Has(q) != (k%2 == 0 && k != i) {
				t.Fatalf("anywhere but %d has %d: %v", i, k, but.Has(q))
			}
		}
	}
}

func TestSpans(t *testing.T) {
	t.Parallel()
	common, other, dialog := &screen.Place{Common: true}, &screen.Place{Common: true}, &screen.Place{}
	for name, c := range map[string]struct {
		where                 screen.Where
		common, other, dialog bool
		wide                  bool
	}{
		"nowhere":              {screen.Span{}, false, false, false, false},
		"one":                  {dialog, false, false, true, false},
		"some":                 {screen.In(common, dialog), true, false, true, false},
		"some but one":         {screen.In(common, dialog).But(common), false, false, true, false},
		"anywhere":             {screen.Anywhere, true, true, false, true},
		"anywhere but":         {screen.Anywhere.But(other), true, false, false, true},
		"anywhere and":         {screen.Anywhere.And(dialog), true, true, true, true},
		"anywhere but, and":    {screen.Anywhere.But(common, other).And(dialog), false, false, true, true},
		"left out, then added": {screen.Anywhere.But(common).And(common), true, true, false, true},
		"added, then left out": {screen.Anywhere.And(common).But(common), false, true, false, true},
		"everywhere":           {screen.Everywhere, true, true, true, true},
		"everywhere but":       {screen.Everywhere.But(dialog), true, true, false, true},
	} {
		if c.where.Has(common) != c.common || c.where.Has(other) != c.other || c.where.Has(dialog) != c.dialog || c.where.Wide() != c.wide {
			t.Errorf("%s: %v %v %v, wide %v", name, c.where.Has(common), c.where.Has(other), c.where.Has(dialog), c.where.Wide())
		}
	}
}

// What a span is made of stays as it was.
func TestSpansAreMadeAnew(t *testing.T) {
	t.Parallel()
	p, q := &screen.Place{Common: true}, &screen.Place{}
	some := screen.In(p)
	if some.And(q); some.Has(q) {
		t.Error("And changed the span it was asked of")
	}
	if some.But(p); !some.Has(p) {
		t.Error("But changed the span it was asked of")
	}
	if screen.Anywhere.But(p); !screen.Anywhere.Has(p) {
		t.Error("screen.Anywhere has lost a place")
	}
}
