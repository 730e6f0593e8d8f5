package scoring_test

import (
	"strings"
	"testing"
)

const triedLine = `
[[test]]
name = "到目标"
type = "功能型"
facts = { "annual.cost_total" = 8, fin.revenue = 100, "rd.total" = 12.5, "rd.total_prev" = "10" }
rows = [ { form = "patent", kind = "发明", granted_on = "2026-03-01" }, { form = "patent", kind = "发明", granted_on = 2026-03-02 } ]
expect = { x = "62.5", "x.value" = "8.00", "x.status" = "未达标", "x.gap" = "3.00", innovation = 62.50 }
`

const fiveLower = `{ kind = "to_target", direction = "lower", cap = "120%" }`

func triedPack(test string) []byte {
	return append(oneLine(costs, fiveLower, "target = 5\nassumed = [\"target\", \"scale\"]"), test...)
}

func TestAPackProvesItself(t *testing.T) {
	p := loaded(t, triedPack(triedLine))
	if out := p.Try(p.Trials); len(out) != 1 || len(out[0].Differ) != 0 || out[0].Name != "到目标" {
		t.Fatalf("%+v", out)
	}
	f := p.Trials[0].Facts
	if f.Ledger.Total() != 12_500_000 || f.Prev.Total() != 10_000_000 || len(f.Registers["patent"]) != 2 {
		t.Errorf("%+v", f)
	}
	p = loaded(t, triedPack(strings.Replace(triedLine, `x = "62.5"`, `x = "60"`, 1)))
	out := p.Try(p.Trials)
	want := "第 45 行，一项 x：得 62.50，应得 60（100 × min(120%, 5.00 ÷ 8.00) = 62.5000 → 62.50）"
	if len(out[0].Differ) != 1 || out[0].Differ[0].ZH != want {
		t.Errorf("%+v\nwant %s", out[0].Differ, want)
	}
	for _, s := range p.Settings() {
		if strings.HasPrefix(s.Path, "test") {
			t.Error("a test is no policy", s)
		}
	}
	beside, err := p.ReadTrials([]byte(triedLine))
	if err != nil || len(beside) != 1 || len(p.Try(beside)[0].Differ) != 0 {
		t.Error(beside, err)
	}
	if _, err := p.ReadTrials([]byte(triedLine + "[pack]\nid = \"X\"\n")); err == nil || !strings.Contains(err.Error(), "pack") {
		t.Error(err)
	}
}

// TestTestsAreRefused: a test that says nothing, or of nothing the pack has, is an error of the pack.
func TestTestsAreRefused(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{`type = "功能型"`, `type = "公能型"`, "test.1.type"},
		{`fin.revenue = 100`, `fin.revenu = 100`, "是不是想写「fin.revenue」"},
		{`fin.revenue = 100`, `patent.granted = 3`, "请在 rows 里写行"},
		{`fin.revenue = 100`, `fin.revenue = 1e400`, "test.1.facts.fin.revenue"},
		{`fin.revenue = 100`, `fin.revenue = 999999999999999`, "太大"},
		{`fin.revenue = 100`, `fin.revenue = 0.0000001`, "小数太多"},
		{`form = "patent", kind = "发明", granted_on = "2026-03-01"`, `form = "patient"`, "是不是想写「patent」"},
		{`granted_on = "2026-03-01"`, `granted = "2026-03-01"`, "test.1.rows.1.granted"},
		{`granted_on = "2026-03-01"`, `granted_on = "三月"`, "test.1.rows.1.granted_on"},
		{`innovation = 62.50`, `inovation = 62.50`, "是不是想写「innovation」"},
		{`"x.value"`, `"x.valeu"`, "是不是想写「value」"},
		{`name = "到目标"`, `nane = "到目标"`, "是不是想写「name」"},
	} {
		got := strings.Join(errorsOf(t, triedPack(strings.Replace(triedLine, c.from, c.to, 1))), "\n")
		if !strings.Contains(got, c.want) {
			t.Errorf("%s\n%s\nwant %s", c.to, got, c.want)
		}
	}
}
