package filing

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"yice/form"
)

// ledgerFile writes a ledger of n made-up lines.
func ledgerFile(t testing.TB, n int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "lines.csv") // not the name of the example's own
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	fmt.Fprintln(w, "date,voucher,summary,project,platform,category,treatment,source,activity,counterparty,counterparty_name,amount")
	pick := func(rng *rand.Rand, from ...string) string { return from[rng.IntN(len(from))] }
	rng := rand.New(rand.NewPCG(1, 2))
	for i := range n {
		fmt.Fprintf(w, "2023-%02d-%02d,记-%07d,研发支出第%d笔 材料,%s,,%s,%s,%s,%s,,,%d.%02d\n", 1+rng.IntN(12), 1+rng.IntN(28), i, i%50000,
			pick(rng, "P1", "P2", "", ""), pick(rng, "人员人工", "直接投入", "设计", "其他"), pick(rng, "费用化", "费用化", "资本化"),
			pick(rng, "企业自筹", "政府部门", "银行贷款"), pick(rng, "基础研究", "应用研究", "试验发展"), 1+rng.IntN(99999), rng.IntN(100))
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	return path
}

const million = 1_000_000

// BenchmarkLedger imports a million lines, imports them again, seals and verifies them; beside it stands what sqlite3
// needs to take the same file in.
func BenchmarkLedger(b *testing.B) {
	path := ledgerFile(b, million)
	ctx := context.Background()
	for b.Loop() {
		s := golden(b)
		var took [4]time.Duration
		for i := range 2 {
			at := time.Now()
			r, err := ImportFiles(ctx, s, form.ByID(ledgerForm), []string{path}, ImportOptions{})
			if err != nil || r.Added+r.Unchanged != million || r.RefusedCount != 0 {
				b.Fatalf("%s %v %v", counts(r), r.Asked, err)
			}
			took[i] = time.Since(at)
		}
		key, _ := keyFile(b)
		explainAll(b, s)
		out := filepath.Join(b.TempDir(), "out.zip")
		at := time.Now()
		if _, err := Submit(ctx, s, out, SubmitOptions{Key: key, Unsigned: nobodySigned}); err != nil {
			b.Fatal(err)
		}
		took[2] = time.Since(at)
		at = time.Now()
		v := verify(b, out, VerifyOptions{})
		if !v.OK {
			b.Fatal(v.Problems)
		}
		took[3] = time.Since(at)
		b.ReportMetric(took[0].Seconds(), "s/import")
		b.ReportMetric(took[1].Seconds(), "s/import-again")
		b.ReportMetric(took[2].Seconds(), "s/seal")
		b.ReportMetric(took[3].Seconds(), "s/verify")
		if _, err := exec.LookPath("sqlite3"); err == nil {
			at := time.Now()
			cmd := exec.Command("sqlite3", filepath.Join(b.TempDir(), "plain.db"), ".mode csv", ".import "+path+" spend")
			if out, err := cmd.CombinedOutput(); err != nil {
				b.Fatalf("%v %s", err, out)
			}
			b.ReportMetric(time.Since(at).Seconds(), "s/sqlite3-import")
		}
	}
}
