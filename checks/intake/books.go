package intake

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"sort"
	"strconv"
	"time"
)

func itoa(n int) string { return strconv.Itoa(n) }

// Entry is one entry of a voucher in the accounts an export is made of.
type Entry struct {
	Day       time.Time
	Voucher   int
	Summary   string
	Code      string   // of the account
	Path      []string // its name, from the first level down
	Category  string   // what it counts as; "" for an account that is not R&D
	Treatment string
	Project   string
	Staff     string // 部门
	Debit     Fen
	Credit    Fen
	Against   string // the opposite account
	Closing   bool   // 结转
}

// Amount is what the entry adds to R&D spending.
func (e Entry) Amount() Fen { return e.Debit - e.Credit }

// Name is the account's name with its levels joined.
func (e Entry) Name(between string) string {
	s := ""
	for i, p := range e.Path {
		if i > 0 {
			s += between
		}
		s += p
	}
	return s
}

// Last is the name of the account's last level.
func (e Entry) Last() string { return e.Path[len(e.Path)-1] }

// Date writes the day as the program exports it.
func (e Entry) Date() string { return e.Day.Format("2006-01-02") }

// date is a day of the year.
func date(month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

// account is an account of the R&D chart.
type account struct {
	code, name, category string
	from, to             int64 // of one entry, in 元
	against              string
	summaries            []string
}

// The usual chart: 530101 费用化支出, 530102 资本化支出, and below each the kinds of cost.
var chart = []account{
	{"01", "人员人工", "人员人工", 20000, 180000, "2211 应付职工薪酬", []string{"计提%d月研发人员工资", "计提%d月研发人员五险一金", "分配%d月研发部绩效"}},
	{"02", "直接投入", "直接投入", 500, 90000, "1403 原材料", []string{"%d月研发领料", "结转%d月领用材料成本", "支付%d月试验用电费"}},
	{"03", "折旧费用", "折旧与长期待摊", 3000, 26000, "1602 累计折旧", []string{"计提%d月累计折旧", "计提%d月研发设备折旧"}},
	{"04", "无形资产摊销", "无形资产摊销", 1200, 9000, "1702 累计摊销", []string{"计提%d月累计摊销", "%d月软件摊销"}},
	{"05", "设计费", "设计", 900, 60000, "1002 银行存款", []string{"付%d月工装设计费"}},
	{"06", "委托外部研发", "委托外部", 10000, 300000, "1002 银行存款", []string{"支付%d月委外研发款", "付高校%d月技术开发费"}},
	{"07", "其他费用", "其他", 120, 8000, "1221 其他应收款", []string{"报销%d月研发差旅费", "%d月专利代理费"}},
}

var projects = []string{"RD2301", "RD2302", "RD2303"}

// ProjectNames are the names of the projects the base workspace holds.
var ProjectNames = map[string]string{"RD2301": "稀土永磁材料晶界扩散工艺研究", "RD2302": "冶金渣热态改质技术开发", "RD2303": "供水管网漏损监测系统研制"}

const year = 2023

// accounts makes the vouchers of months 1 to last: R&D entries with what stands against them, other business, and, where
// asked, the carry-over at each month's end. Amounts are such that no sum of lines is another line by chance more often
// than in life.
func accounts(r *rand.Rand, last int, closing bool) []Entry {
	var book []Entry
	for month := 1; month <= last; month++ {
		number := 0
		expensed := map[string]Fen{}
		paths := map[string][]string{}
		day := func() time.Time { return time.Date(year, time.Month(month), 1+r.IntN(27), 0, 0, 0, 0, time.UTC) }
		var vouchers [][]Entry
		for range 4 + r.IntN(4) {
			vouchers = append(vouchers, researchVoucher(r, month, day()))
		}
		vouchers = append(vouchers, otherVoucher(r, month, day()))
		sort.SliceStable(vouchers, func(i, j int) bool { return vouchers[i][0].Day.Before(vouchers[j][0].Day) })
		for _, v := range vouchers {
			number++
			for _, e := range v {
				e.Voucher = number
				book = append(book, e)
				if e.Category != "" && e.Treatment == "费用化" {
					expensed[e.Code] += e.Amount()
					paths[e.Code] = e.Path
				}
			}
		}
		if closing {
			book = append(book, carryOver(month, number+1, expensed, paths)...)
		}
	}
	return book
}

func researchVoucher(r *rand.Rand, month int, day time.Time) []Entry {
	a := chart[r.IntN(len(chart))]
	code, treatment, middle := "530101", "费用化", "费用化支出"
	if r.IntN(4) == 0 {
		code, treatment, middle = "530102", "资本化", "资本化支出"
	}
	var v []Entry
	var sum Fen
	summary := fmt.Sprintf(a.summaries[r.IntN(len(a.summaries))], month)
	for range 1 + r.IntN(3) {
		e := Entry{
			Day: day, Summary: summary, Code: code + a.code, Path: []string{"研发支出", middle, a.name},
			Category: a.category, Treatment: treatment, Project: projects[r.IntN(len(projects))], Staff: []string{"研发部", "技术中心"}[r.IntN(2)],
			Debit: Fen(a.from*100 + r.Int64N((a.to-a.from)*100)), Against: a.against,
		}
		sum += e.Debit
		v = append(v, e)
	}
	code, name := splitAccount(a.against)
	return append(v, Entry{Day: day, Summary: summary, Code: code, Path: []string{name}, Credit: sum, Against: v[0].Code + " " + v[0].Name("_")})
}

func splitAccount(s string) (code, name string) {
	for i := range s {
		if s[i] == ' ' {
			return s[:i], s[i+1:]
		}
	}
	return s, s
}

func otherVoucher(r *rand.Rand, month int, day time.Time) []Entry {
	sum := Fen(100000 + r.IntN(9000000))
	s := fmt.Sprintf("收%d月水费", month)
	return []Entry{
		{Day: day, Summary: s, Code: "1002", Path: []string{"银行存款"}, Debit: sum, Against: "6001 主营业务收入"},
		{Day: day, Summary: s, Code: "6001", Path: []string{"主营业务收入"}, Credit: sum, Against: "1002 银行存款"},
	}
}

// carryOver moves what was expensed in a month to 6602.
func carryOver(month, number int, expensed map[string]Fen, paths map[string][]string) []Entry {
	day := time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC)
	s := fmt.Sprintf("结转%d月研发支出", month)
	var codes []string
	var sum Fen
	for c, a := range expensed {
		codes = append(codes, c)
		sum += a
	}
	if sum == 0 {
		return nil
	}
	sort.Strings(codes)
	v := []Entry{{Day: day, Voucher: number, Summary: s, Code: "660206", Path: []string{"管理费用", "研发费用"}, Debit: sum, Against: "5301 研发支出", Closing: true}}
	for _, c := range codes {
		v = append(v, Entry{Day: day, Voucher: number, Summary: s, Code: c, Path: paths[c], Credit: expensed[c], Against: "660206 管理费用_研发费用", Closing: true, Treatment: "费用化"})
	}
	return v
}

// research keeps the entries of accounts under 5301.
func research(book []Entry) (of []Entry) {
	for _, e := range book {
		if len(e.Code) >= 4 && e.Code[:4] == "5301" {
			of = append(of, e)
		}
	}
	return of
}

// counted keeps the entries that are spending.
func counted(book []Entry) (of []Entry) {
	for _, e := range research(book) {
		if !e.Closing {
			of = append(of, e)
		}
	}
	return of
}

// codes lists the accounts of a book in order.
func codes(book []Entry) (list []string) {
	seen := map[string]bool{}
	for _, e := range book {
		if !seen[e.Code] {
			seen[e.Code] = true
			list = append(list, e.Code)
		}
	}
	sort.Strings(list)
	return list
}

// of keeps the entries of one account.
func of(book []Entry, code string) (list []Entry) {
	for _, e := range book {
		if e.Code == code {
			list = append(list, e)
		}
	}
	return list
}

// drawn is a book of so many months that has something of each account. Chance may leave one without any: then another is drawn.
func drawn(seed uint64, name string, last int, codes ...string) []Entry {
	for {
		book := research(accounts(source(seed, name), last, true))
		if !slices.ContainsFunc(codes, func(code string) bool { return len(counted(of(book, code))) == 0 }) {
			return book
		}
		name += "+"
	}
}

// months splits a book by month, in order; months without an entry are left out.
func months(book []Entry) (list [][]Entry) {
	for m := time.January; m <= time.December; m++ {
		var of []Entry
		for _, e := range book {
			if e.Day.Month() == m {
				of = append(of, e)
			}
		}
		if of != nil {
			list = append(list, of)
		}
	}
	return list
}
