package halfyears

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// The codes as people see them in the files.
const (
	expensed    = "费用化"
	capitalised = "资本化"
	own         = "企业自筹"
	government  = "政府部门"
	national    = "国家级"
	region      = "自治区级"
	city        = "市级"
)

// Line is one line of a ledger; amounts are in 分.
type Line struct {
	Month                                int
	Treatment, Source, Project, Platform string
	Amount                               int64
}

// Project, Platform and Member are rows of the registers.
type Project struct {
	Code, Level            string
	Major, Tackle          bool
	From, To               string // months, 202601
	Spend                  int64
	SpendKnown, Recognised bool
}

type Platform struct {
	Code, Level, Nature string
	In                  int // the year it was established in
	Spend               int64
	Recognised          bool
}

type Member struct {
	Project, Person string
	Pay             int64
	Share           int64 // percent
}

// Summary is what last year's R&D came to in its first months.
type Summary struct {
	Months                                                  int // 0: it does not say, and is of the whole year
	Expensed, ExpensedGovernment, Capitalised, OfGovernment int64
}

// Year is an enterprise's year up to a month. A figure that is nil is not known.
type Year struct {
	Year, Month int
	Type        string
	Ledger      []Line
	Projects    []Project
	Platforms   []Platform
	Team        []Member
	Conversions []int64
	Patents     int
	Answers     []string // of the checklist: 是, 否 or nothing

	Revenue, Profit, Pay, PerformancePay, ApartPay, Budget *int64

	Before  []Line // last year's ledger
	Summary *Summary
}

// Items are what the template asks about.
var Items = []string{"预算列研发资金", "投资计划列研发项目", "领导班子专人负责", "科技创新管理制度", "内部立项机制", "知识产权管理制度", "企业人才数据库", "年度工作方案", "研发统计台账"}

// Draw makes up a year; the same seed makes the same one.
func Draw(seed uint64) *Year {
	d := drawer{rand.New(rand.NewPCG(seed, 12))}
	y := &Year{Year: 2026, Month: 1 + d.IntN(11), Type: pick(d, "竞争型", "功能型", "服务业")}
	if d.IntN(8) == 0 {
		y.Month = 12
	}
	for i := range 2 + d.IntN(2) {
		p := Project{
			Code: fmt.Sprintf("P%d", i+1), Level: pick(d, national, region, city, "企业级"), Major: d.IntN(2) == 0, Tackle: d.IntN(2) == 0,
			From: pick(d, "202407", "202601", "202603"), To: pick(d, "202512", "202606", "202712"), Spend: d.money(80), SpendKnown: d.IntN(5) > 0, Recognised: d.IntN(3) > 0,
		}
		if p.To < p.From {
			p.To = "202712"
		}
		y.Projects = append(y.Projects, p)
		for j := range d.IntN(3) {
			y.Team = append(y.Team, Member{p.Code, fmt.Sprintf("9%d", j), int64(j+1)*11_111_11 + 1, int64(10 + 5*d.IntN(8))})
		}
	}
	for i := range d.IntN(3) {
		y.Platforms = append(y.Platforms, Platform{
			Code: fmt.Sprintf("L%d", i+1), Level: pick(d, national, region, city), Nature: pick(d, "新建", "", "升级", "新认定"), In: pick(d, 2026, 2026, 2025),
			Spend: d.money(120), Recognised: d.IntN(3) > 0,
		})
	}
	last := y.Month
	if d.IntN(3) == 0 {
		last = 12 // the ledger goes on beyond the month
	}
	y.Ledger = d.ledger(y, 6+d.IntN(30), last)
	for range d.IntN(4) {
		y.Conversions = append(y.Conversions, d.money(150))
	}
	y.Patents = d.IntN(7)
	for range Items {
		y.Answers = append(y.Answers, pick(d, "是", "是", "否", ""))
	}
	y.Revenue, y.Profit = d.figure(40_000), d.figure(3_000)
	if y.Profit != nil && d.IntN(5) == 0 {
		*y.Profit = -*y.Profit
	}
	y.Pay, y.PerformancePay, y.ApartPay = d.figure(5_000), d.figure(1_500), d.figure(100)
	if d.IntN(2) == 0 {
		y.Budget = d.figure(1_500)
	}
	switch d.IntN(5) {
	case 0:
	case 1:
		y.Summary = d.summary(0)
	case 2:
		y.Summary = d.summary(1 + d.IntN(12))
	case 3:
		y.Before = d.ledger(&Year{}, 5+d.IntN(30), 12)
	default:
		y.Before = d.ledger(&Year{}, 5+d.IntN(30), 12)
		y.Summary = d.summary(pick(d, 0, y.Month, 1+d.IntN(12)))
	}
	return y
}

type drawer struct{ *rand.Rand }

func pick[T any](d drawer, of ...T) T { return of[d.IntN(len(of))] }

// money is an amount of up to so many 万元, to the 分.
func (d drawer) money(wan int64) int64 { return 1 + d.Int64N(wan*1_000_000) }

// figure is an annual figure, which may not be known.
func (d drawer) figure(wan int64) *int64 {
	if d.IntN(8) == 0 {
		return nil
	}
	n := d.money(wan)
	return &n
}

func (d drawer) summary(months int) *Summary {
	s := &Summary{Months: months, Expensed: d.money(600), Capitalised: d.money(200)}
	s.ExpensedGovernment, s.OfGovernment = d.Int64N(s.Expensed+1), d.Int64N(s.Capitalised+1)
	return s
}

func (d drawer) ledger(y *Year, n, last int) []Line {
	lines := make([]Line, n)
	for i := range lines {
		l := Line{
			Month: 1 + d.IntN(last), Treatment: pick(d, expensed, expensed, expensed, capitalised, ""), Source: pick(d, own, own, government, ""), Amount: d.money(40),
		}
		if len(y.Projects) > 0 && d.IntN(3) == 0 {
			l.Project = y.Projects[d.IntN(len(y.Projects))].Code
		}
		if len(y.Platforms) > 0 && d.IntN(6) == 0 {
			l.Platform = y.Platforms[d.IntN(len(y.Platforms))].Code
		}
		lines[i] = l
	}
	return lines
}

// Write writes the year and the one before as the files that the program imports, each year a folder.
func (y *Year) Write(dir string) error {
	now, before := filepath.Join(dir, "now"), filepath.Join(dir, "before")
	files := map[string]table{
		filepath.Join(now, "annual.csv"): y.annual(), filepath.Join(now, "spend.csv"): ledgerTable(y.Year, y.Ledger),
		filepath.Join(before, "spend.csv"): ledgerTable(y.Year-1, y.Before),
	}
	projects := table{{"code", "name", "level", "major", "tackle", "start", "end", "total_spend", "recognition", "recognised_by", "recognised_doc", "recognised_on"}}
	for _, p := range y.Projects {
		spend := ""
		if p.SpendKnown {
			spend = yuan(p.Spend)
		}
		projects = append(projects, append([]string{p.Code, "项目" + p.Code, p.Level, yes(p.Major), yes(p.Tackle), p.From, p.To, spend}, recognition(p.Level, p.Recognised)...))
	}
	files[filepath.Join(now, "project.csv")] = projects
	platforms := table{{"code", "name", "kind", "level", "nature", "established_on", "total_spend", "recognition", "recognised_by", "recognised_doc", "recognised_on"}}
	for _, p := range y.Platforms {
		platforms = append(platforms, append([]string{p.Code, "平台" + p.Code, "重点实验室", p.Level, p.Nature, fmt.Sprintf("%d-01-15", p.In), yuan(p.Spend)}, recognition(p.Level, p.Recognised)...))
	}
	files[filepath.Join(now, "platform.csv")] = platforms
	team := table{{"project", "person", "name", "pay", "share"}}
	for _, m := range y.Team {
		team = append(team, []string{m.Project, m.Person, "成员" + m.Person, yuan(m.Pay), fmt.Sprintf("%d%%", m.Share)})
	}
	files[filepath.Join(now, "team.csv")] = team
	conversions := table{{"name", "mode", "income", "contracted_on"}}
	for i, n := range y.Conversions {
		conversions = append(conversions, []string{fmt.Sprintf("合同%d", i+1), "许可", yuan(n), fmt.Sprintf("%d-01-20", y.Year)})
	}
	files[filepath.Join(now, "conversion.csv")] = conversions
	patents := table{{"number", "title", "kind", "status", "applied_on", "granted_on", "family"}}
	for i := range y.Patents {
		patents = append(patents, []string{fmt.Sprintf("20211025300%d.0", i), fmt.Sprintf("方法%d", i), "发明", "授权", "2021-05-10", fmt.Sprintf("%d-01-10", y.Year), fmt.Sprintf("z%d", i)})
	}
	files[filepath.Join(now, "patent.csv")] = patents
	answers := table{{"item", "answer", "date"}}
	for i, a := range y.Answers {
		if a != "" {
			answers = append(answers, []string{Items[i], a, fmt.Sprintf("%d-01-05", y.Year)})
		}
	}
	files[filepath.Join(now, "checklist.csv")] = answers
	if s := y.Summary; s != nil {
		months := ""
		if s.Months != 0 {
			months = fmt.Sprint(s.Months)
		}
		files[filepath.Join(before, "rd_summary.csv")] = table{
			{"expensed", "expensed_government", "capitalised", "capitalised_government", "months"},
			{yuan(s.Expensed), yuan(s.ExpensedGovernment), yuan(s.Capitalised), yuan(s.OfGovernment), months},
		}
	}
	for path, t := range files {
		if len(t) < 2 {
			continue
		}
		if err := t.write(path); err != nil {
			return err
		}
	}
	return nil
}

func (y *Year) annual() table {
	t := table{{"as_of"}, {fmt.Sprintf("%d%02d", y.Year, y.Month)}}
	for _, f := range []struct {
		field string
		is    *int64
	}{
		{"revenue", y.Revenue},
		{"profit", y.Profit},
		{"pay_total", y.Pay},
		{"pay_performance", y.PerformancePay},
		{"pay_performance_separate", y.ApartPay},
		{"rd_budget", y.Budget},
	} {
		if f.is != nil {
			t[0], t[1] = append(t[0], f.field), append(t[1], yuan(*f.is))
		}
	}
	return t
}

func ledgerTable(year int, lines []Line) table {
	t := table{{"date", "voucher", "summary", "project", "platform", "category", "treatment", "source", "activity", "amount"}}
	for i, l := range lines {
		t = append(t, []string{
			fmt.Sprintf("%d-%02d-%02d", year, l.Month, 1+i%28), fmt.Sprintf("记-%04d", i+1), fmt.Sprintf("第%d笔", i+1), l.Project, l.Platform, "直接投入",
			l.Treatment, l.Source, "应用研究", yuan(l.Amount),
		})
	}
	return t
}

// recognition gives the four fields of a decision, by a body that can give the level.
func recognition(level string, decided bool) []string {
	by := map[string]string{national: "科学技术部", region: "内蒙古自治区科学技术厅", city: "包头市科学技术局"}[level]
	if !decided || by == "" {
		return []string{"待认定", "", "", ""}
	}
	return []string{"已认定", by, "示例认字〔2026〕1号", "2026-01-25"}
}

func yes(b bool) string {
	if b {
		return "是"
	}
	return "否"
}

// yuan writes 分 as 元.
func yuan(fen int64) string {
	sign := ""
	if fen < 0 {
		sign, fen = "-", -fen
	}
	return fmt.Sprintf("%s%d.%02d", sign, fen/100, fen%100)
}

type table [][]string

func (t table) write(path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	var b strings.Builder
	for _, row := range t {
		b.WriteString(strings.Join(row, ",") + "\n")
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}
