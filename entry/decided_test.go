package entry_test

import (
	"testing"

	"yice/entry"
	"yice/form"
)

// A recognised row is self-declared unless a signed decision covers it, for what it is now.
func TestSelfDeclaredUnlessADecisionCoversIt(t *testing.T) {
	s := golden(t)
	r := decidedRow(t, s, "award")
	if !s.SelfDeclared(r) {
		t.Error("decided by nobody")
	}
	covering := entry.CoveringOf(r)
	for name, change := range map[string]func(*entry.Covering){
		"another key":  func(c *entry.Covering) { c.Key += "1" },
		"another form": func(c *entry.Covering) { c.Form = "platform" },
		"another level": func(c *entry.Covering) {
			c.Bound = map[string]string{"level": "别的", "authority": r.Str("authority")}
		},
		"another authority": func(c *entry.Covering) { c.Bound = map[string]string{"level": r.Str("level"), "authority": "别的"} },
		"refused":           func(c *entry.Covering) { c.Decided = form.Refused },
		"another document":  func(c *entry.Covering) { c.Doc += "1" },
		"another day":       func(c *entry.Covering) { c.On = "2020-01-01" },
	} {
		c := covering
		change(&c)
		if err := s.KeepDecided("x", []entry.Covering{c}); err != nil {
			t.Fatal(err)
		}
		if !s.SelfDeclared(r) {
			t.Errorf("%s covers it", name)
		}
	}
	if err := s.KeepDecided("x", []entry.Covering{covering}); err != nil {
		t.Fatal(err)
	}
	if s.SelfDeclared(r) || open(t, s.Workspace(), 2023).SelfDeclared(r) {
		t.Error("its decision does not cover it")
	}
	own := func() (n int) {
		for _, f := range s.States() {
			n += f.SelfDeclared
		}
		return n
	}
	before := own()
	must[entry.Outcome](t)(s.Put(r.Form, r.ID, "recognised_doc", "自己编的文号"))
	if got := own(); got != before+1 || !s.SelfDeclared(s.Find(r.Form, r.Key())) {
		t.Errorf("a number of one's own is covered: %d, then %d", before, got)
	}
	// What is not said to be recognised declares nothing.
	must[entry.Outcome](t)(s.Put(r.Form, r.ID, "recognition", form.Pending))
	if s.SelfDeclared(s.Find(r.Form, r.Key())) {
		t.Error("pending is no claim")
	}
}

// A recognition that lasts is covered in the year after by the decision of the year before.
func TestADecisionThatLastsCoversTheNextYear(t *testing.T) {
	s := golden(t)
	r := decidedRow(t, s, "platform")
	if err := s.KeepDecided("x", []entry.Covering{entry.CoveringOf(r)}); err != nil {
		t.Fatal(err)
	}
	if _, err := entry.NextYear(s.Workspace(), goldenUSCC, 2023, "测试"); err != nil {
		t.Fatal(err)
	}
	next := open(t, s.Workspace(), 2024)
	carried := next.Find(r.Form, r.Key())
	if carried == nil || carried.Str("recognition") != form.Recognised {
		t.Fatalf("not carried: %v", carried)
	}
	if next.SelfDeclared(carried) {
		t.Error("the decision of the year before is forgotten")
	}
}
