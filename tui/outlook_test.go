package tui

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
	"yice/tui/judging"
)

func TestOutlook(t *testing.T) {
	t.Parallel()
	for _, size := range []struct {
		name string
		w, h int
		o    []func(*Options)
	}{{"80x24", 80, 24, nil}, {"120x36", 120, 36, nil}, {"120x36-en", 120, 36, []func(*Options){english}}} {
		t.Run(size.name, func(t *testing.T) {
			d := at(t, size.w, size.h, size.o...)
			d.press("<ctrl+p>", map[bool]string{true: "展望", false: "Outlook"}[size.o == nil], "<enter>").golden("outlook-quarters-" + size.name)
			d.press("<tab>").golden("outlook-year-" + size.name)
			d.press("<tab>").golden("outlook-years-" + size.name)
		})
	}
}

// A year whose ledger reaches December is not extrapolated; one kept up to June is, and it is said to be no result.
func TestProjection(t *testing.T) {
	t.Parallel()
	d := at(t, 120, 36, func(o *Options) { o.Now = func() time.Time { return time.Date(2023, 8, 15, 9, 0, 0, 0, time.Local) } })
	d.press("<ctrl+p>", "展望", "<enter>", "<tab>").sees("没有可推算的")

	o := testOptions(t)
	o.Now = func() time.Time { return time.Date(2023, 8, 15, 9, 0, 0, 0, time.Local) }
	o.Path = filepath.Join(t.TempDir(), "half.yice")
	w, err := store.Create(o.Path, store.Options{Now: o.Now})
	if err != nil {
		t.Fatal(err)
	}
	s, err := entry.Open(w, "91150200MA0BT0013C", 2023, entry.Options{Who: o.Who, Template: o.Template, Now: o.Now, Create: true})
	if err != nil {
		t.Fatal(err)
	}
	var edits []entry.Edit
	for month := 1; month <= 6; month++ {
		edits = append(edits, judging.NewRow(form.ByID("spend"), int64(-month), "date", fmt.Sprintf("2023-%02d-20", month), "amount", "1000000", "treatment", form.Expensed, "source", "企业自筹")...)
	}
	edits = append(edits, entry.Edit{Form: form.ByID("enterprise"), Field: "type", Typed: "功能型"}, entry.Edit{Form: form.ByID("annual"), Field: "revenue", Typed: "8亿"})
	if _, err := s.Apply(text.Pair{}, edits); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	// Growth over a year nobody knows is a hatched track: neither empty nor full.
	launch(t, o, 120, 36).sees("╱╱╱", "未填").press("<ctrl+p>", "展望", "<enter>", "<tab>").sees("推算", "不是结果", "600.00", "1,200.00").golden("outlook-projection-120x36")
}
