package intake

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

func init() { layouts = append(layouts, handUnits, handAmounts, handDates, handTables) }

// The names people give the kinds of cost, and what they count as.
var habits = []struct{ said, category string }{
	{"人员人工", "人员人工"}, {"直接投入", "直接投入"}, {"折旧与长期待摊", "折旧与长期待摊"}, {"无形资产摊销", "无形资产摊销"}, {"设计", "设计"}, {"装备调试与试验", "装备调试与试验"}, {"其他", "其他"},
}

// handLines are lines of a ledger as somebody keeps it in a spreadsheet, by date. unit is what their amounts are whole in.
func handLines(r *rand.Rand, n int, unit Fen) (lines []Entry) {
	per := (n + 11) / 12
	for i := range n {
		lines = append(lines, Entry{
			Day: date(1+i/per, 1+(i%per)*27/per), Voucher: i%per + 1, Summary: fmt.Sprintf("%d月研发支出%d", 1+i/per, i%per+1),
			Category: habits[r.IntN(len(habits))].category, Treatment: []string{"费用化", "资本化"}[r.IntN(2)],
			Debit: unit * Fen(1+r.Int64N(9000000/int64(unit)+40)),
		})
	}
	return lines
}

// hand is how somebody writes such a ledger.
type hand struct {
	above  []string                // rows above the table, one cell each; a leading tab puts it at the right
	header []string                // the usual one where nil
	date   func(e Entry) Cell      // 2023-01-02 where nil
	amount func(i int, a Fen) Cell // a number where nil
	after  func(s *Sheet, i int, lines []Entry)
}

var handHeader = []string{"日期", "凭证号", "摘要", "费用类别", "支出类型", "金额"}

func (h hand) sheet(name string, lines []Entry) Sheet {
	s := Sheet{Name: name}
	for _, a := range h.above {
		if t, right := strings.CutPrefix(a, "\t"); right {
			s.words(Title, "", "", "", "", "", t)
		} else {
			s.words(Title, a)
		}
	}
	if h.header == nil {
		h.header = handHeader
	}
	s.words(Header, h.header...)
	h.rows(&s, lines)
	return s
}

func (h hand) rows(s *Sheet, lines []Entry) {
	for i, e := range lines {
		d := T(e.Date())
		if h.date != nil {
			d = h.date(e)
		}
		a := P(e.Amount())
		if h.amount != nil {
			a = h.amount(i, e.Amount())
		}
		s.line(e, d, T(fmt.Sprintf("记-%d", e.Voucher)), T(e.Summary), T(e.Category), T(e.Treatment), a)
		if h.after != nil {
			h.after(s, i, lines)
		}
	}
}

func total(lines []Entry) (sum Fen) {
	for _, e := range lines {
		sum += e.Amount()
	}
	return sum
}

const byHand = "自制 Excel 台账"

func handUnits(seed uint64) (all []Case) {
	put := func(name, note string, e Expect, s Sheet, containers ...string) {
		all = append(all, simple(name, byHand, note, e, one(s), containers...).mutable())
	}
	in := func(unit Fen, decimals int) func(int, Fen) Cell {
		return func(_ int, a Fen) Cell {
			t := a.In(unit, decimals)
			return Cell{Text: t, Number: t, Format: "0." + strings.Repeat("0", decimals), Money: true}
		}
	}
	header := func(money string) []string {
		return append(append([]string{}, handHeader[:5]...), money)
	}
	lines := func(name string) []Entry { return handLines(source(seed, name), 36, Yuan) }

	h := hand{header: header("金额\n（万元）"), amount: in(Wan, 4)}
	put("hand-unit-in-header", "万元 on a line of its own within the header's cell.", Right, h.sheet("Sheet1", lines("unit-header")), "xlsx", "csv-bom", "html")
	h = hand{header: header("金额 千元"), amount: in(Qian, 3)}
	put("hand-unit-in-header-bare", "千元 without brackets.", Right, h.sheet("Sheet1", lines("unit-bare")), "xlsx", "csv", "ods")
	h = hand{header: header("发生额(万)"), amount: in(Wan, 4)}
	put("hand-unit-in-header-short", "万 is 万元.", Right, h.sheet("Sheet1", lines("unit-short")), "xlsx", "csv-gb18030", "xml2003")
	h = hand{above: []string{"2023年研发支出台账", "\t单位：万元"}, amount: in(Wan, 4)}
	put("hand-unit-above", "单位：万元 at the right above the table holds for its amounts.", Right, h.sheet("Sheet1", lines("unit-above")), "xlsx", "csv-gb18030", "html")
	h = hand{above: []string{"研发支出台账（以万元为单位）"}, amount: in(Wan, 4)}
	put("hand-unit-in-title", "以万元为单位 within the title.", Right, h.sheet("Sheet1", lines("unit-title")), "xlsx", "csv", "xml2003")
	h = hand{above: []string{"研发支出台账", "\t千元"}, amount: in(Qian, 3)}
	put("hand-unit-alone", "A lone 千元 at the right.", Right, h.sheet("Sheet1", lines("unit-alone")), "xlsx", "csv", "html")
	h = hand{amount: func(i int, a Fen) Cell {
		switch i % 3 {
		case 0:
			return W(a.In(Wan, 4) + "万元")
		case 1:
			return W(a.Grouped() + "元")
		}
		return W(a.In(Qian, 3) + " 千元")
	}}
	put("hand-unit-in-each-cell", "Every cell says its own unit.", Right, h.sheet("Sheet1", lines("unit-cell")), "xlsx", "csv", "html")
	h = hand{above: []string{"研发支出台账", "\t单位：元"}, header: header("金额（万元）"), amount: in(Wan, 4)}
	put("hand-units-that-disagree", "Above it says 元, in the header 万元: the header is nearer, but it is better to ask.", RightOrAsk, h.sheet("Sheet1", lines("unit-two")), "xlsx", "csv")
	h = hand{above: []string{"研发支出台账", "\t单位：元"}}
	put("hand-unit-yuan", "单位：元 changes nothing.", Right, h.sheet("Sheet1", lines("unit-yuan")), "xlsx", "csv-cr", "tsv")
	return all
}

func handAmounts(seed uint64) (all []Case) {
	put := func(name, note string, e Expect, write func(i int, a Fen) Cell, containers ...string) {
		h := hand{amount: write}
		s := h.sheet("Sheet1", handLines(source(seed, name), 24, 1))
		all = append(all, simple(name, byHand, note, e, one(s), containers...))
	}
	text := func(f func(Fen) string) func(int, Fen) Cell { return func(_ int, a Fen) Cell { return W(f(a)) } }
	put("hand-amount-tabs", "Numbers as text with a tab behind.", Right, text(func(a Fen) string { return a.Grouped() + "\t" }), "xlsx", "csv", "html")
	put("hand-amount-full-width", "Digits, comma and point in full width.", Right, text(Fen.FullWidth), "xlsx", "csv-gb18030", "html")
	put("hand-amount-nbsp", "No-break spaces around and within.", Right, text(func(a Fen) string { return "\u00A0" + strings.ReplaceAll(a.Grouped(), ",", "\u00A0") + "\u00A0" }), "xlsx", "csv", "xml2003")
	put("hand-amount-currency", "¥, ￥, 人民币 and 元 beside the figure.", Right, func(i int, a Fen) Cell {
		return W([]string{"¥" + a.Grouped(), "￥ " + a.Plain(), a.Grouped() + "元", "RMB " + a.Grouped()}[i%4])
	}, "xlsx", "csv-bom", "html")
	put("hand-amount-debit-word", "借 before the figure: spending.", Right, text(func(a Fen) string { return "借 " + a.Grouped() }), "xlsx", "csv", "html")
	put("hand-amount-european", "1.234,50 is not how amounts are written here: ask, or read it as 1,234.50, never as 1.23.", RightOrAsk, text(func(a Fen) string {
		return strings.NewReplacer(",", ".", ".", ",").Replace((a + 100000000).Grouped())
	}), "xlsx", "csv")
	all[len(all)-1] = shifted(all[len(all)-1], 100000000)

	for _, neg := range []struct {
		name, note string
		write      func(Fen) string
	}{
		{"hand-negative-brackets", "(1,234.56) is below zero.", Fen.Bracketed},
		{"hand-negative-behind", "1,234.50- is below zero.", Fen.Trailing},
		{"hand-negative-currency", "-¥1,234.56 is below zero.", func(a Fen) string {
			if a < 0 {
				return "-¥" + (-a).Grouped()
			}
			return "¥" + a.Grouped()
		}},
		{"hand-negative-credit-word", "贷 before the figure takes spending back.", func(a Fen) string {
			if a < 0 {
				return "贷 " + (-a).Grouped()
			}
			return "借 " + a.Grouped()
		}},
		{"hand-negative-full-width", "（１，２３４．５０） is below zero.", func(a Fen) string { return wide(a.Bracketed()) }},
		{"hand-negative-long-dash", "－1,234.50 and −1,234.50 are below zero.", func(a Fen) string {
			return strings.Replace(a.Grouped(), "-", []string{"－", "−"}[a&1&1], 1)
		}},
	} {
		all = append(all, negative(seed, neg.name, neg.note, neg.write))
	}
	all = append(all, rounded(seed), scientific(seed), uncached(seed), cached(seed), dashes(seed))
	return all
}

// shifted adds to the truth of a case's lines what its cells have more.
func shifted(c Case, by Fen) Case {
	g := c.Files[0].Grid
	for _, r := range g.Sheets[0].Rows {
		if r.Truth != nil {
			r.Truth.Debit += by
		}
	}
	c.Steps[0].Truth = truthOf(g)
	return c
}

// negative has every fourth line taken back by the next, with a remark.
func negative(seed uint64, name, note string, write func(Fen) string) Case {
	lines := handLines(source(seed, name), 24, 1)
	for i := 3; i < len(lines); i += 4 {
		lines[i].Debit = -lines[i-1].Debit
	}
	h := hand{header: append(append([]string{}, handHeader...), "备注"), amount: func(_ int, a Fen) Cell { return W(write(a)) }}
	s := h.sheet("Sheet1", lines)
	for i := range s.Rows {
		if s.Rows[i].Kind == Line && s.Rows[i].Truth.Debit < 0 {
			s.Rows[i].Cells = append(s.Rows[i].Cells, T("红字冲销"))
		}
	}
	return simple(name, byHand, note, Right, one(s), "xlsx", "csv-gb18030", "html")
}

// rounded has amounts with more decimals beneath than are displayed.
func rounded(seed uint64) Case {
	h := hand{amount: func(i int, a Fen) Cell {
		beneath := a.Plain() + []string{"0049", "00499", "001", "00321"}[i%4]
		return Cell{Text: a.Grouped(), Number: beneath, Format: "#,##0.00", Money: true}
	}}
	s := h.sheet("Sheet1", handLines(source(seed, "rounded"), 24, 1))
	return simple("hand-amount-displayed", byHand, "What is displayed counts: 884.9557 shown as 884.96 is 884.96.", Right, one(s), "xlsx", "ods", "xml2003")
}

func scientific(seed uint64) Case {
	h := hand{amount: func(i int, a Fen) Cell { return W(fmt.Sprintf("%s.%02dE+06", itoa(int(a/100000000)), a/1000000%100)) }}
	lines := handLines(source(seed, "scientific"), 12, 1)
	for i := range lines {
		lines[i].Debit = Fen(100+i*7) * 1000000
	}
	return simple("hand-amount-scientific", byHand, "1.23E+06 as text is 1,230,000.00; as so much precision may be gone, asking is fine.", RightOrAsk, one(h.sheet("Sheet1", lines)), "xlsx", "csv")
}

func uncached(seed uint64) Case {
	h := hand{amount: func(i int, a Fen) Cell {
		c := P(a)
		if i == 5 {
			c = Cell{Formula: "F2+F3", Money: true}
		}
		return c
	}}
	return simple("hand-formula-without-value", byHand, "A formula whose value the file does not hold is no empty cell and no zero: it has to be refused and named.", MustRefuse, one(h.sheet("Sheet1", handLines(source(seed, "uncached"), 24, 1))), "xlsx")
}

func cached(seed uint64) Case {
	lines := handLines(source(seed, "cached"), 24, 1)
	s := hand{amount: func(i int, a Fen) Cell {
		c := P(a)
		c.Formula, c.Cached = a.Plain()+"+0", true
		return c
	}}.sheet("Sheet1", lines)
	c := P(total(lines))
	c.Formula, c.Cached = "SUM(F2:F25)", true
	s.add(Total, T("合计"), E, E, E, E, c)
	return simple("hand-formula-with-value", byHand, "A formula with its value is that value.", Right, one(s), "xlsx")
}

// dashes has a cross-tab whose empty cells are dashes.
func dashes(seed uint64) Case {
	s := subsidiary{totals: true, figures: true}.sheet("辅助账", "RD2301", "费用化", taxedRows(source(seed, "dashes"), "RD2301", "费用化", 8))
	for i := range s.Rows {
		if s.Rows[i].Kind != Line {
			continue
		}
		for c := range s.Rows[i].Cells {
			if c > 3 && s.Rows[i].Cells[c].Text == "" {
				s.Rows[i].Cells[c] = W([]string{"-", "—", "/", " - "}[(i+c)%4])
			}
		}
	}
	return simple("subsidiary-dashes-for-nothing", "研发支出辅助账（2021 版）", "A dash or a slash alone in a column of amounts is nothing.", Right, one(s), "xlsx", "csv-gb18030", "html")
}
