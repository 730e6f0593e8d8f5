package entry_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yice/entry"
	"yice/form"
	"yice/store"
	"yice/text"
)

// await keeps writes as a desk does whose writer is busy.
func await(t testing.TB, s *entry.Session, born entry.Born, writes ...[]entry.Edit) (*store.Waiting, []entry.Waited) {
	t.Helper()
	q := must[*store.Waiting](t)(s.Workspace().Await(s.Book(), "老王"))
	var waited []entry.Waited
	for _, edits := range writes {
		known := born.Known(edits)
		n := must[int64](t)(q.Put([][]byte{must[[]byte](t)(entry.EncodeWaiting(known))}))
		waited = append(waited, entry.Waited{N: n, Edits: known})
	}
	return q, waited
}

// again closes the file as a kill leaves it, and opens it anew.
func again(t testing.TB, s *entry.Session) *entry.Session {
	t.Helper()
	path := s.Workspace().Path()
	if err := s.Workspace().Close(); err != nil {
		t.Fatal(err)
	}
	w := must[*store.Workspace](t)(store.Open(path, store.Options{}))
	t.Cleanup(func() { w.Close() })
	return must[*entry.Session](t)(entry.Open(w, s.Book().USCC, s.Year(), options(t)))
}

func waitingFiles(t testing.TB, s *entry.Session) (kept, aside []string) {
	kept = must[[]string](t)(filepath.Glob(s.Workspace().Path() + ".waiting-*"))
	return kept, must[[]string](t)(filepath.Glob(filepath.Join(filepath.Dir(s.Workspace().Path()), "*未写入*.txt")))
}

// keyed is a line of the ledger as it is keyed field by field: the row bears a number below nought until it is written.
func keyed(row int64) [][]entry.Edit {
	f := form.ByID(ledgerID)
	return [][]entry.Edit{
		{{Form: f, Row: row, Field: "date", Typed: "2023-07-01"}},
		{{Form: f, Row: row, Field: "summary", Typed: "等着写的一行"}},
		{{Form: f, Row: row, Field: "amount", Typed: "12.34"}},
	}
}

func TestWhatWaitedIsTakenIn(t *testing.T) {
	s := golden(t)
	lines := must[int64](t)(s.Workspace().Count(s.Book(), form.ByID(ledgerID)))
	p1 := find(t, s, "project", "P1")
	writes := append(keyed(-7), []entry.Edit{{Form: p1.Form, Row: p1.ID, Field: "name", Typed: "改过的名称"}})
	await(t, s, entry.Born{}, writes...)
	s = again(t, s)
	if got := must[int64](t)(s.Workspace().Count(s.Book(), form.ByID(ledgerID))); got != lines+1 {
		t.Errorf("%d lines, want %d", got, lines+1)
	}
	var last *form.Record
	if err := s.Workspace().Scan(t.Context(), s.Book(), form.ByID(ledgerID), func(r *form.Record) error { last = r.Clone(); return nil }); err != nil {
		t.Fatal(err)
	}
	if last.Str("summary") != "等着写的一行" || last.Num("amount") != 1234 || last.Str("date") != "2023-07-01" {
		t.Errorf("the line is %v", last.Values)
	}
	if got := find(t, s, "project", "P1").Str("name"); got != "改过的名称" {
		t.Errorf("the name is %q", got)
	}
	if s.TookIn() != text.EntryWaitingIn.With(4) {
		t.Errorf("says %v", s.TookIn())
	}
	if kept, aside := waitingFiles(t, s); len(kept)+len(aside) > 0 {
		t.Errorf("left: %v %v", kept, aside)
	}
	h := must[[]store.Entry](t)(s.Workspace().History(s.Book(), store.HistoryQuery{Limit: 1}))
	if h[0].Who != "老王" {
		t.Errorf("the history names %q", h[0].Who)
	}
	if s = again(t, s); !s.TookIn().Empty() {
		t.Errorf("taken in twice: %v", s.TookIn())
	}
}

// Some of it was in when the program was killed: that is not written again, and what follows goes to the row that it made.
func TestWhatIsInIsNotTakenInTwice(t *testing.T) {
	for in := range 4 {
		s := golden(t)
		lines := must[int64](t)(s.Workspace().Count(s.Book(), form.ByID(ledgerID)))
		born := entry.Born{}
		_, waited := await(t, s, born, keyed(-7)...)
		for _, w := range waited[:in] {
			o := must[entry.Outcome](t)(s.ApplyWaited(text.Pair{}, born.Resolve(w.Edits), w))
			born.Note(w.Edits, o.Rows)
		}
		steps := must[[]store.Entry](t)(s.Workspace().History(s.Book(), store.HistoryQuery{}))
		s = again(t, s)
		if got := must[int64](t)(s.Workspace().Count(s.Book(), form.ByID(ledgerID))); got != lines+1 {
			t.Errorf("%d in: %d lines, want %d", in, got, lines+1)
		}
		if got := must[[]store.Entry](t)(s.Workspace().History(s.Book(), store.HistoryQuery{})); len(got)-len(steps) != 3-in {
			t.Errorf("%d in: %d entries more", in, len(got)-len(steps))
		}
		if kept, aside := waitingFiles(t, s); len(kept)+len(aside) > 0 {
			t.Errorf("left: %v %v", kept, aside)
		}
	}
}

// A reason that waited is taken in once, by whoever wrote it, and put aside where its finding is no longer there.
func TestAReasonThatWaitedIsTakenIn(t *testing.T) {
	const words = "台账外为委托外单位试制，合同另附"
	at := func(s *entry.Session) (id, reason string) {
		for _, f := range s.Findings() {
			if f.Severity == form.Verify && (id == "" || f.Reason != "") {
				id, reason = entry.FindingID(f), f.Reason
			}
		}
		return id, reason
	}
	for in := range 2 {
		s := golden(t)
		id, _ := at(s)
		edit := []entry.Edit{{Finding: id, Typed: words}}
		_, waited := await(t, s, entry.Born{}, edit, []entry.Edit{{Finding: "spend.none|1|amount", Typed: "没有这个问题的原因"}})
		if in == 1 {
			must[entry.Outcome](t)(s.ApplyWaited(text.Pair{}, edit, waited[0]))
		}
		notes := len(must[[]store.Entry](t)(s.Workspace().History(s.Book(), store.HistoryQuery{})))
		s = again(t, s)
		if _, reason := at(s); reason != words {
			t.Errorf("%d in: the reason is %q", in, reason)
		}
		if more := len(must[[]store.Entry](t)(s.Workspace().History(s.Book(), store.HistoryQuery{}))) - notes; more != 1-in {
			t.Errorf("%d in: %d entries more", in, more)
		}
		kept, aside := waitingFiles(t, s)
		if len(kept) > 0 || len(aside) != 1 || !strings.Contains(string(must[[]byte](t)(os.ReadFile(aside[0]))), "没有这个问题的原因") {
			t.Errorf("%d in: left %v %v", in, kept, aside)
		}
	}
	s := golden(t)
	id, _ := at(s)
	if _, err := s.Apply(text.Pair{}, append([]entry.Edit{{Finding: id, Typed: words}}, keyed(-1)[0]...)); err == nil {
		t.Error("a reason is part of a step")
	}
}

// What was keyed for one history is not written into another: neither over what somebody else wrote since, nor into a backup.
func TestWhatDoesNotFitIsPutAside(t *testing.T) {
	p := form.ByID("project")
	for name, meanwhile := range map[string]func(t *testing.T, s *entry.Session){
		"written since": func(t *testing.T, s *entry.Session) {
			w := s.Workspace()
			kept, _ := waitingFiles(t, s)
			hidden := kept[0] + ".x"
			if err := os.Rename(kept[0], hidden); err != nil { // as one that another computer does not see yet
				t.Fatal(err)
			}
			path := w.Path()
			w.Close()
			w = must[*store.Workspace](t)(store.Open(path, store.Options{}))
			other := must[*entry.Session](t)(entry.Open(w, s.Book().USCC, s.Year(), options(t)))
			r := find(t, other, "project", "P1")
			must[entry.Outcome](t)(other.Put(p, r.ID, "name", "另一台的名称"))
			w.Close()
			if err := os.Rename(hidden, kept[0]); err != nil {
				t.Fatal(err)
			}
		},
		"another history": func(t *testing.T, s *entry.Session) {
			kept, _ := waitingFiles(t, s)
			other := golden(t)
			r := find(t, other, "project", "P1")
			must[entry.Outcome](t)(other.Put(p, r.ID, "name", "另一份的名称"))
			other.Workspace().Close()
			s.Workspace().Close()
			b, err := os.ReadFile(other.Workspace().Path())
			if err != nil {
				t.Fatal(err)
			}
			for _, suffix := range []string{"-wal", "-shm"} {
				os.Remove(s.Workspace().Path() + suffix)
			}
			if err := os.WriteFile(s.Workspace().Path(), b, 0o600); err != nil {
				t.Fatal(err)
			}
			_ = kept
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := golden(t)
			r := find(t, s, "project", "P1")
			must[entry.Outcome](t)(s.Put(p, r.ID, "name", "先写的"))
			await(t, s, entry.Born{}, []entry.Edit{{Form: p, Row: r.ID, Field: "name", Typed: "等着写的"}})
			meanwhile(t, s)
			s = again(t, s)
			if got := find(t, s, "project", "P1").Str("name"); got == "等着写的" || got == "先写的" {
				t.Errorf("the name is %q", got)
			}
			kept, aside := waitingFiles(t, s)
			if len(kept) > 0 || len(aside) != 1 {
				t.Fatalf("left: %v %v", kept, aside)
			}
			if b, err := os.ReadFile(aside[0]); err != nil || !strings.Contains(string(b), "等着写的") {
				t.Errorf("aside: %q %v", b, err)
			}
			if s.TookIn() != text.EntryWaitingOut.With(0, 1, aside[0]) {
				t.Errorf("says %v", s.TookIn())
			}
		})
	}
}

// A file torn anywhere gives what came before, and never something else.
func TestATornFileEndsWhereItIsTorn(t *testing.T) {
	base := golden(t)
	await(t, base, entry.Born{}, keyed(-7)...)
	kept, _ := waitingFiles(t, base)
	whole, err := os.ReadFile(kept[0])
	if err != nil {
		t.Fatal(err)
	}
	ends := []int{0}
	for i, b := range whole {
		if b == '\n' {
			ends = append(ends, i+1)
		}
	}
	for cut := 0; cut <= len(whole); cut += 1 + len(whole)/97 {
		for _, torn := range [][]byte{whole[:cut], append(slices.Clone(whole[:cut]), make([]byte, len(whole)-cut)...)} {
			if err := os.WriteFile(kept[0], torn, 0o600); err != nil {
				t.Fatal(err)
			}
			left := must[[]*store.LeftWaiting](t)(base.Workspace().LeftWaiting())
			lines := 0
			for _, end := range ends[1:] {
				if cut >= end {
					lines++
				}
			}
			got := 0
			if len(left) > 0 {
				got = len(left[0].Writes)
			}
			if got != max(0, lines-1) {
				t.Fatalf("cut at %d: %d writes of %d lines", cut, got, lines)
			}
		}
	}
	for i := 0; i < len(whole); i += 5 {
		spoiled := slices.Clone(whole)
		spoiled[i] ^= 1
		if err := os.WriteFile(kept[0], spoiled, 0o600); err != nil {
			t.Fatal(err)
		}
		for _, l := range must[[]*store.LeftWaiting](t)(base.Workspace().LeftWaiting()) {
			if len(l.Writes) >= 3 {
				t.Fatalf("byte %d turned: all of it is believed", i)
			}
		}
	}
}

// Other years are opened over the same workspace while the desk's own writes wait: those are the desk's to write.
func TestASecondSessionLeavesTheDesksWritesAlone(t *testing.T) {
	s := golden(t)
	lines := must[int64](t)(s.Workspace().Count(s.Book(), form.ByID(ledgerID)))
	await(t, s, entry.Born{}, keyed(-7)...)
	second := must[*entry.Session](t)(entry.Open(s.Workspace(), s.Book().USCC, s.Year(), options(t)))
	if got := must[int64](t)(s.Workspace().Count(s.Book(), form.ByID(ledgerID))); got != lines {
		t.Errorf("%d lines, want %d", got, lines)
	}
	if kept, _ := waitingFiles(t, s); len(kept) != 1 || !second.TookIn().Empty() {
		t.Errorf("kept %v, says %v", kept, second.TookIn())
	}
}

// A write that is refused is in the text before the next one is in: an opening that is cut short behind that one looks no
// further back.
func TestWhatIsRefusedIsPutAsideBeforeTheNextIsIn(t *testing.T) {
	s := golden(t)
	p := find(t, s, "project", "P1")
	q, _ := await(t, s, entry.Born{},
		[]entry.Edit{{Form: p.Form, Row: p.ID, Field: "nothing", Typed: "不能写的"}},
		[]entry.Edit{{Form: p.Form, Row: p.ID, Field: "name", Typed: "写得进的"}},
	)
	must[int64](t)(q.Put([][]byte{[]byte(`[{"form":"of-a-later-dictionary"}]`)}))
	for range 2 {
		s = again(t, s)
		kept, aside := waitingFiles(t, s)
		if len(kept) != 1 || len(aside) != 1 {
			t.Fatalf("left: %v %v", kept, aside)
		}
		if b, err := os.ReadFile(aside[0]); err != nil || !strings.Contains(string(b), "不能写的") {
			t.Errorf("aside: %q %v", b, err)
		}
		if got := find(t, s, "project", "P1").Str("name"); got != "写得进的" {
			t.Errorf("the name is %q", got)
		}
		if s.TookIn().Empty() {
			t.Error("says nothing")
		}
	}
}
