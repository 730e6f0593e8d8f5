package returns

import (
	"fmt"
	"testing"

	"yice/form"
)

// BenchmarkFindings judges a large enterprise: 8,000 sums of a ledger of a million lines, 500 projects, 500 of earlier years.
func BenchmarkFindings(b *testing.B) {
	f := form.ByID("project")
	in := &Inputs{Year: 2023, Registers: map[string][]*form.Record{}}
	categories := []string{"人员人工", "直接投入", "设计", "其他"}
	for i := range 8000 {
		in.Ledger = append(in.Ledger, &Sum{
			Project: fmt.Sprint("P", i%500), Category: categories[i%4], Treatment: "费用化", Source: "企业自筹",
			Amount: 1_000_00, Lines: 125,
		})
	}
	for i := range 1000 {
		r := form.NewRecord(f)
		r.ID = int64(i + 1)
		r.Set("name", form.S(fmt.Sprintf("城市供水管网第%d标段漏损智能识别关键技术研究", i)))
		r.Set("start", form.S("202301"))
		r.Set("end", form.S("202312"))
		if i < 500 {
			r.Set("code", form.S(fmt.Sprint("P", i)))
			in.Registers["project"] = append(in.Registers["project"], r)
		} else {
			r.Set("code", form.S(fmt.Sprint("OLD", i)))
			in.Earlier = append(in.Earlier, r)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		if len(Findings(in)) == 0 {
			b.Fatal("nothing found among names that are all alike")
		}
	}
}
