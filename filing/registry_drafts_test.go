//go:build unix

package filing

import (
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"yice/filing/registry"
	"yice/form"
)

// waitingRows are those that wait.
func waitingRows(t testing.TB, r *registry.Registry) []registry.Waiting {
	t.Helper()
	all, err := r.Waiting(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	return all
}

var drafted = registry.Draft{Recognition: form.Recognised, Doc: "包科发〔2024〕3号", On: "2024-03-01"}

func marked(t testing.TB, r *registry.Registry, w *registry.Waiting, d registry.Draft) {
	t.Helper()
	kept, err := r.Mark(t.Context(), w, d)
	if err != nil {
		t.Fatal(err)
	}
	w.Draft = kept
}

// A mark on a row that waits is there for whoever opens the registry next, with who wrote it, is nobody's word, and goes when the row is decided.
func TestADraftIsKeptAndIsNobodysWord(t *testing.T) {
	f := newFleet(t)
	engines(t, func(t *testing.T, address string) {
		r := f.registry(t, address)
		take(t, r, registry.TakeOptions{}, f.dir)
		before := everythingLoaded(t, r)
		waiting := waitingRows(t, r)
		at := -1
		for i := range waiting {
			if waiting[i].USCC == parentUSCC && waiting[i].Title == "智慧水务重点实验室" {
				at = i
			}
		}
		if at < 0 || len(waiting) < 2 {
			t.Fatalf("%+v", waiting)
		}
		for i := range waiting {
			marked(t, r, &waiting[i], registry.Draft{Recognition: form.Pending, Reason: "请补验收意见"})
		}
		marked(t, r, &waiting[at], drafted)
		if got := everythingLoaded(t, r); got != before {
			t.Error("a mark changed what the registry comes to")
		}
		again, err := reopenedRegistry(t, address)
		if err != nil {
			t.Fatal(err)
		}
		for i, w := range waitingRows(t, again) {
			if w.Draft == nil || *w.Draft != *waiting[i].Draft || w.Draft.Who != "示例甲" {
				t.Errorf("%s: %+v, want %+v", w.Key, w.Draft, waiting[i].Draft)
			}
		}
		saw := waitingRows(t, again)
		if rows, err := again.ToSign(t.Context(), saw); err != nil || len(rows) != len(saw) {
			t.Errorf("%v %v", rows, err)
		}
		// Decided by a file that knows nothing of the marks: the one on that row goes, the others stay.
		if _, err := again.Decide(t.Context(), decisionFile(t, f.deciding, platformDecided), registry.TakeOptions{}); err != nil {
			t.Fatal(err)
		}
		if got := theOne(t, again, "SELECT COUNT(*) FROM draft"); got != strconv.Itoa(len(saw)-1) {
			t.Errorf("%s marks are left of %d", got, len(saw))
		}
		if got := theOne(t, again, "SELECT COUNT(*) FROM draft WHERE form = 'platform' AND uscc = '"+parentUSCC+"'"); got != "0" {
			t.Error("a mark outlived the decision on its row")
		}
		_, err = again.ToSign(t.Context(), saw)
		refusedAs(t, "what was decided meanwhile", err, "registry.draft-moved")
		for _, w := range waitingRows(t, again) {
			if err := again.Unmark(t.Context(), &w); err != nil {
				t.Fatal(err)
			}
		}
		if got := theOne(t, again, "SELECT COUNT(*) FROM draft"); got != "0" {
			t.Errorf("%s marks are left", got)
		}
		if _, err := reopenedRegistry(t, address); err != nil {
			t.Error(err)
		}
	})
}

// Nobody signs what he did not see: a mark that another wrote meanwhile, or on a submission that no longer counts; and an edited mark opens no registry.
func TestADraftIsSignedAsItWasSeen(t *testing.T) {
	f := newFleet(t)
	engines(t, func(t *testing.T, address string) {
		r := f.registry(t, address)
		take(t, r, registry.TakeOptions{}, f.dir)
		waiting := waitingRows(t, r)
		for i := range waiting {
			marked(t, r, &waiting[i], drafted)
		}
		other, err := reopenedRegistry(t, address)
		if err != nil {
			t.Fatal(err)
		}
		seen := waitingRows(t, other)
		theirs := drafted
		theirs.Recognition, theirs.Reason = form.Refused, "附件不是这一项"
		marked(t, other, &seen[0], theirs)
		_, err = r.ToSign(t.Context(), waiting)
		refusedAs(t, "what another marked", err, "registry.draft-moved")
		if rows, err := r.ToSign(t.Context(), waiting[1:]); err != nil || len(rows) != len(waiting)-1 {
			t.Errorf("%v %v", rows, err)
		}
		// The enterprise hands in anew: the mark was on another row, whatever it is called.
		if f.files["second"] == "" {
			s := f.seat(t, parentUSCC)
			reopened(t, s)
			if _, err := s.Put(form.ByID("annual"), s.Records(form.ByID("annual"))[0].ID, "profit", "410.00"); err != nil {
				t.Fatal(err)
			}
			second, _ := submit(t, s, SubmitOptions{Key: f.keys[parentUSCC], Trust: f.trust, Now: sealedAt("2024-01-25T09:00:00+08:00")})
			f.files["second"] = filepath.Join(filepath.Dir(f.trust), "second.zip")
			copyTo(t, second, f.files["second"])
		}
		take(t, other, registry.TakeOptions{}, f.files["second"])
		_, err = r.ToSign(t.Context(), waiting[1:])
		refusedAs(t, "what was handed in anew", err, "registry.draft-moved")
		for _, w := range waitingRows(t, r) {
			if w.USCC == parentUSCC && w.Draft != nil {
				t.Errorf("a mark went over to another submission: %+v", w)
			}
		}
		r.Close()
		byOtherMeans(t, address, "UPDATE draft SET recognition = '"+form.Recognised+"', reason = '' WHERE recognition = '"+form.Refused+"'")
		if _, err := reopenedRegistry(t, address); err == nil {
			t.Error("an edited mark was opened to be signed")
		}
	})
}

// What could not be signed is no draft, and a year that is closed is decided no more.
func TestADraftIsSound(t *testing.T) {
	f := newFleet(t)
	r := f.registry(t, filepath.Join(t.TempDir(), "r.yreg"))
	take(t, r, registry.TakeOptions{}, f.dir)
	w := waitingRows(t, r)[0]
	for name, d := range map[string]registry.Draft{
		"no document": {Recognition: form.Recognised, On: "2024-03-01"}, "no day": {Recognition: form.Recognised, Doc: "x", On: "2024-13-01"},
		"no reason": {Recognition: form.Refused, Doc: "x", On: "2024-03-01"}, "no question": {Recognition: form.Pending}, "none of ours": {Recognition: "好", Doc: "x", On: "2024-03-01"},
	} {
		_, err := r.Mark(t.Context(), &w, d)
		refusedAs(t, name, err, "registry.draft")
	}
	long := drafted
	long.Doc = strings.Repeat("长", 3000)
	_, err := r.Mark(t.Context(), &w, long)
	refusedAs(t, "a book", err, "registry.reason")
	gone := w
	gone.Digest = strings.Repeat("0", 64)
	_, err = r.Mark(t.Context(), &gone, drafted)
	refusedAs(t, "a submission that is not there", err, "registry.draft-moved")
	marked(t, r, &w, drafted)
	if _, err := r.CloseYear(t.Context()); err != nil {
		t.Fatal(err)
	}
	_, err = r.Mark(t.Context(), &w, drafted)
	refusedAs(t, "a closed year", err, "registry.closed")
}
