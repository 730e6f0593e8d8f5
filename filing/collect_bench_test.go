package filing

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"yice/book"
	"yice/filing/submission"
	"yice/form"
	"yice/internal/effort"
	"yice/scoring"
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
	s := newRegulator(t).desk(t)
	path := ledgerFile(t, lines)
	if _, err := ImportFiles(context.Background(), s, form.ByID(ledgerForm), []string{path}, ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	sealed, _ := submit(t, s, SubmitOptions{})
	of, err := Verify(context.Background(), sealed, VerifyOptions{})
	if err != nil || !of.OK {
		t.Fatalf("%+v %v", of, err)
	}
	defer of.Close()
	dir := t.TempDir()
	// Another enterprise is asked and scored by the defaults of its type: both are what verification makes of it.
	first := filepath.Join(dir, "first.zip")
	renamed(t, of.Submission, of.Submission.Findings, code(0), nil, first)
	other, err := Verify(context.Background(), first, VerifyOptions{})
	if err != nil || other.Submission == nil || other.Submission.Sheet == nil {
		t.Fatalf("%+v %v", other, err)
	}
	defer other.Close()
	findings := other.Submission.Explained()
	for i := range findings {
		findings[i].Reason, findings[i].Explained = "该项支出包含跨年度设备采购合同，附件为合同复印件", true
	}
	if err := os.Remove(first); err != nil {
		t.Fatal(err)
	}
	key := mustKey(t)
	for i := range n {
		renamed(t, other.Submission, findings, code(i), key, filepath.Join(dir, fmt.Sprintf("%05d.zip", i)))
	}
	return dir
}

// renamed writes a submission as another enterprise's, signed where a key is given.
func renamed(t testing.TB, s *Submission, findings []form.Finding, to string, key *seal.Key, path string) {
	t.Helper()
	facts := *s.Facts()
	facts.USCC = to
	prior, err := s.Prior(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	signature, err := s.PackSignature()
	if err != nil {
		t.Fatal(err)
	}
	sealing := s.Sealing()
	sealing.USCC, sealing.Serial, sealing.Replaces = to, to+"-2023-01", nil
	why := nobodySigned
	sealing.Unsigned = &why
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	_, err = submission.Write(context.Background(), f, submission.Content{
		Seal: sealing, Name: s.Name, Prior: prior, Findings: findings, Sheet: scoring.Evaluate(s.Pack, &facts),
		Rows: func(ctx context.Context, f *form.Form, visit func(*form.Record) error) error {
			return s.Scan(ctx, f, func(r *form.Record) error {
				if f.ID == cardForm {
					r.Set("uscc", form.S(to))
				}
				return visit(r)
			})
		},
		Pack: s.Pack, PackSignature: signature, Key: key,
		SignOffs: func(data string) ([]submission.SignOff, error) { return signedOff(nil, data), nil },
	})
	if err != nil {
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
