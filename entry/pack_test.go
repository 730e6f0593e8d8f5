package entry_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"yice/book"
	"yice/entry"
	"yice/form"
	"yice/scoring"
	"yice/store"
)

// packFile gives the example pack with words replaced.
func packFile(t testing.TB, replace ...string) store.PackFile {
	t.Helper()
	source, err := os.ReadFile("../examples/pack-2023.toml")
	if err != nil {
		t.Fatal(err)
	}
	p := []byte(strings.NewReplacer(replace...).Replace(string(source)))
	pack, err := scoring.Load(p)
	if err != nil {
		t.Fatal(err)
	}
	return store.PackFile{SHA256: pack.SHA256, Year: pack.Year, Status: pack.Status, Source: p}
}

const (
	draft2023  = `status     = "draft"`
	issued2023 = `status     = "issued"`
)

func TestPackInForce(t *testing.T) {
	w := newWorkspace(t)
	template := goldenPack(t)
	now := func(o entry.Options) (*scoring.Pack, string) {
		t.Helper()
		o.Create = true
		s := must[*entry.Session](t)(entry.Open(w, goldenUSCC, 2023, o))
		if (s.Pack() == nil) != (s.Sheet() == nil) {
			t.Error("a sheet without a pack, or none with one")
		}
		return s.Pack(), s.PackNote().ZH
	}
	add := func(f store.PackFile) {
		t.Helper()
		if err := w.AddPack(f); err != nil {
			t.Fatal(err)
		}
	}
	offer := entry.Options{Template: func(int) (*scoring.Pack, bool) { return template, true }}

	if p, note := now(entry.Options{}); p != nil || !strings.Contains(note, "没有 2023 年度的政策包") {
		t.Errorf("nothing: %v %s", p, note)
	}
	if p, note := now(offer); p != template || !strings.Contains(note, "模拟") {
		t.Errorf("template: %v %s", p, note)
	}
	draft := packFile(t, "draft）", "draft） ")
	add(draft)
	if p, note := now(offer); p == nil || p.SHA256 != draft.SHA256 || !strings.Contains(note, "草案") {
		t.Errorf("draft: %v %s", p, note)
	}
	first := packFile(t, draft2023, issued2023)
	add(first)
	if p, note := now(offer); p == nil || p.SHA256 != first.SHA256 || !strings.Contains(note, "正式") {
		t.Errorf("issued: %v %s", p, note)
	}
	second := packFile(t, draft2023, issued2023, `"2023.1"`, `"2023.2"`)
	add(second)
	if p, _ := now(offer); p != nil {
		t.Errorf("two issued: %s %s", p.ID, p.Version)
	}
	if err := w.RemovePack(first.SHA256); err != nil {
		t.Fatal(err)
	}
	if p, _ := now(offer); p == nil || p.Version != "2023.2" {
		t.Errorf("the newer one: %v", p)
	}
	add(first)
	if err := w.RemovePack(second.SHA256); err != nil {
		t.Fatal(err)
	}
	if p, note := now(offer); p != nil || !strings.Contains(note, "2023.2") {
		t.Errorf("an older one than was used: %v %s", p, note)
	}
	asked := must[*scoring.Pack](t)(scoring.Load(draft.Source))
	if p, _ := now(entry.Options{Pack: asked}); p != asked {
		t.Errorf("asked for: %v", p)
	}
}

func TestPackOfAnotherYearIsRefused(t *testing.T) {
	w := newWorkspace(t)
	s := must[*entry.Session](t)(entry.Open(w, goldenUSCC, 2024, entry.Options{Create: true, Pack: goldenPack(t)}))
	if s.Pack() != nil || s.Sheet() != nil || !strings.Contains(s.PackNote().ZH, "2023") || !strings.Contains(s.PackNote().EN, "2024") {
		t.Errorf("%v %s", s.Pack(), s.PackNote())
	}
	if _, _, err := s.WhatIf(nil); code(err) != "entry.no-pack" {
		t.Errorf("what-if: %v", err)
	}
	o := must[entry.Outcome](t)(s.Put(form.ByID(annualID), 0, "revenue", "1"))
	if o.Seq == 0 || s.Facts().Annual == nil || s.NextSteps() != nil || s.Pace() != nil {
		t.Error("keying needs no pack")
	}
}

func TestBrokenPackIsSaid(t *testing.T) {
	w := newWorkspace(t)
	if err := w.AddPack(store.PackFile{SHA256: strings.Repeat("ab", 32), Year: 2023, Status: "issued", Source: []byte("[pack]\nschema = ")}); err != nil {
		t.Fatal(err)
	}
	s := must[*entry.Session](t)(entry.Open(w, goldenUSCC, 2023, entry.Options{Create: true, Template: func(int) (*scoring.Pack, bool) { return goldenPack(t), true }}))
	if !strings.Contains(s.PackNote().ZH, "abababababab") {
		t.Errorf("%s", s.PackNote())
	}
}

func TestProjectionOfARunningYear(t *testing.T) {
	s := golden(t)
	if _, _, ok := s.Projection(); ok {
		t.Error("the year is over")
	}
	w := newWorkspace(t)
	running := must[*entry.Session](t)(entry.Open(w, goldenUSCC, 2023, entry.Options{Create: true, Pack: goldenPack(t), Now: func() time.Time { return time.Date(2023, 4, 10, 0, 0, 0, 0, time.UTC) }}))
	if _, _, ok := running.Projection(); ok {
		t.Error("nothing to go by")
	}
	line := form.NewRecord(form.ByID(ledgerID))
	line.Set("date", form.S("2023-03-31"))
	line.Set("treatment", form.S(book.Expensed))
	line.Set("amount", form.N(30_000_000))
	fill(t, running, line.Form, []*form.Record{line})
	p, sheet, ok := running.Projection()
	if !ok || p.AsOfMonth != 3 || p.Year != 120_000_000 || sheet == nil {
		t.Errorf("%v %+v", ok, p)
	}
	if len(s.Pace()) == 0 {
		t.Error("the example keeps no pace")
	}
}
