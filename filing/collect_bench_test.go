package filing

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"yice/book"
	"yice/filing/submission"
	"yice/filing/submission/submissiontest"
	"yice/form"
	"yice/internal/effort"
	"yice/seal"
	"yice/text"
)

// code makes the n-th valid unified code.
func code(n int) string {
	const signs = "0123456789ABCDEFGHJKLMNPQRTUWXY"
	body := fmt.Sprintf("91150200MA%07d", n)
	sum, weight := 0, 1
	for i := range body {
		sum += strings.IndexByte(signs, body[i]) * weight
		weight = weight * 3 % 31
	}
	return body + string(signs[(31-sum%31)%31])
}

// manySubmissions writes n signed submissions of the given number of ledger lines, each of another enterprise: one is
// sealed, the others are what their desks would have sealed.
func manySubmissions(t testing.TB, n, lines int) string {
	t.Helper()
	s := golden(t)
	path := ledgerFile(t, lines)
	if _, err := ImportFiles(context.Background(), s, form.ByID(ledgerForm), []string{path}, ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	sealed, _ := submit(t, s, SubmitOptions{})
	base := parts(t, read(t, sealed))
	key := mustKey(t)
	dir := t.TempDir()
	first := filepath.Join(dir, "first.zip")
	renamed(t, base, waterUSCC, code(0), nil, first)
	// Another enterprise is scored by the defaults of its type: the sheet is what verification makes of it.
	v, err := Verify(context.Background(), first, VerifyOptions{})
	if err != nil || v.Submission == nil || v.Submission.Sheet == nil {
		t.Fatalf("%+v %v", v, err)
	}
	base = parts(t, read(t, first))
	base[sheetEntry] = string(submission.SheetJSON(v.Submission.Sheet))
	v.Close()
	for i := range n {
		if err := os.Remove(first); i == 0 && err != nil {
			t.Fatal(err)
		}
		renamed(t, base, code(0), code(i), key, filepath.Join(dir, fmt.Sprintf("%05d.zip", i)))
	}
	return dir
}

// renamed writes a submission as another enterprise's, signed where a key is given.
func renamed(t testing.TB, base map[string]string, from, to string, key *seal.Key, path string) {
	t.Helper()
	all := make(map[string]string, len(base))
	for name, content := range base {
		if name != packEntry {
			content = strings.ReplaceAll(content, from, to)
		}
		all[name] = content
	}
	if key != nil {
		fingerprint := key.Public().Fingerprint()
		var s submission.Sealed
		if err := json.Unmarshal([]byte(all[sealEntry]), &s); err != nil {
			t.Fatal(err)
		}
		s.Signer = &fingerprint
		all[sealEntry] = string(printJSON(s))
	}
	reseal(t, all)
	if key != nil {
		signature, err := key.Sign([]byte(all[manifestEntry]))
		if err != nil {
			t.Fatal(err)
		}
		all[signatureEntry], all[signerEntry] = string(signature), string(key.Public().PEM())
	}
	if err := os.WriteFile(path, submissiontest.Written(t, all), 0o600); err != nil {
		t.Fatal(err)
	}
}

// Many enterprises at once come out as they do one by one, in the order of their files.
func TestManyAtOnce(t *testing.T) {
	many := effort.Of(8, 24)
	dir := manySubmissions(t, many, 50)
	seen := 0
	c := collect(t, CollectOptions{Progress: func(done, of int) {
		if seen++; done != seen || of != many {
			t.Errorf("%d of %d after %d", done, of, seen)
		}
	}}, dir)
	if len(c.Enterprises) != many || len(c.Problems) != 0 || c.Totals[0].Enterprises != many {
		t.Fatalf("%d %v", len(c.Enterprises), c.Problems)
	}
	for i, e := range c.Enterprises {
		if !e.OK || e.Rank != 1 || e.USCC != code(i) {
			t.Errorf("%+v", e)
		}
	}
	// All of them claim the same five patents, by number; nothing is told twice.
	patents := 0
	for _, d := range c.DoubleClaims {
		if d.Kind == "patent" && len(d.Claims) == many {
			patents++
		}
	}
	if patents != 6 {
		t.Errorf("%d patents are claimed by all", patents)
	}
	if again := collect(t, CollectOptions{}, dir); string(again.JSON(text.ZH)) != string(c.JSON(text.ZH)) {
		t.Error("collected twice, it differs")
	}
}

func TestAnInterruptEndsACollection(t *testing.T) {
	dir := manySubmissions(t, 8, 10)
	ctx, cancel := context.WithCancel(context.Background())
	_, err := Collect(ctx, []string{dir}, CollectOptions{Progress: func(int, int) { cancel() }})
	if err == nil {
		t.Error("it went on")
	}
}

// BenchmarkCollect consolidates a thousand submissions of a thousand ledger lines each, verified and scored again.
func BenchmarkCollect(b *testing.B) {
	dir := manySubmissions(b, 1000, 1000)
	b.ResetTimer()
	for b.Loop() {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		at := time.Now()
		c := collect(b, CollectOptions{}, dir)
		took := time.Since(at)
		runtime.GC()
		runtime.ReadMemStats(&after)
		if len(c.Enterprises) != 1000 || len(c.Problems) > 0 {
			b.Fatalf("%d %v", len(c.Enterprises), c.Problems)
		}
		at = time.Now()
		if err := c.WriteFile(filepath.Join(b.TempDir(), "out.xlsx"), text.ZH); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(took.Seconds(), "s/collect")
		b.ReportMetric(time.Since(at).Seconds(), "s/workbook")
		b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/(1<<20), "MB/kept")
		b.ReportMetric(float64(after.Sys)/(1<<20), "MB/asked-of-the-system")
	}
}

// BenchmarkJudgeOutside sums and judges a million lines that lie in a file.
func BenchmarkJudgeOutside(b *testing.B) {
	f := form.ByID(ledgerForm)
	r := form.NewRecord(f)
	for id, typed := range map[string]string{"date": "2023-03-01", "summary": "材料", "category": "直接投入", "treatment": "费用化", "source": "企业自筹", "amount": "12.34"} {
		v, err := f.Field(id).Parse(typed, form.Yuan)
		if err != nil {
			b.Fatal(err)
		}
		r.Set(id, v)
	}
	for b.Loop() {
		_, err := book.Read(context.Background(), book.Source{USCC: waterUSCC, Year: goldenYear, Rows: func(_ context.Context, of *form.Form, visit func(*form.Record) error) error {
			for range million {
				if of != f {
					return nil
				}
				if err := visit(r); err != nil {
					return err
				}
			}
			return nil
		}})
		if err != nil {
			b.Fatal(err)
		}
	}
}
