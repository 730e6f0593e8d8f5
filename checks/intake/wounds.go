package intake

import (
	"fmt"
	"strings"
	"time"
)

// wounds are the ways to spoil a file. The first leave what an accountant reads as it was; the last do not.
var wounds = []wound{
	{"blank rows", blankRows},
	{"header repeated", repeatHeader},
	{"page break", pageBreak},
	{"total inserted", insertTotal},
	{"total without a word", insertWordless},
	{"columns swapped", swapColumns},
	{"column doubled", doubleColumn},
	{"column renamed", renameColumn},
	{"column added", addColumn},
	{"dates rewritten", rewriteDates},
	{"amounts rewritten", rewriteAmounts},
	{"unit changed", changeUnit},
	{"unit claimed", claimUnit},
	{"rows reordered", reorderRows},
	{"sheet copied", copySheet},
	{"sheet added", addSheet},
	{"rows hidden", hideRows},
	{"spaces within", padCells},
	{"amount merged", mergeAmount},
	{"line doubled", doubleLine},
	{"line lost", loseLine},
	{"total that does not add up", breakTotal},
	{"amount in words", wordAmount},
	{"amount over the limit", hugeAmount},
	{"header lost", loseHeader},
}

func blankRows(s *spoiling) (string, bool) {
	sh := s.sheet()
	n := 0
	for range 1 + s.r.IntN(4) {
		if at, ok := s.between(sh); ok && sh.insert(at, Row{Kind: Blank}) {
			n++
		}
	}
	if n == 0 {
		return "", false
	}
	return fmt.Sprintf("%d", n), false
}

func repeatHeader(s *spoiling) (string, bool) {
	sh := s.sheet()
	h := sh.headers()
	at, ok := s.between(sh)
	if len(h) == 0 || !ok {
		return "", false
	}
	first := h[0]
	for first > 0 && sh.Rows[first-1].Kind == Header {
		first--
	}
	for i := h[0]; i >= first; i-- {
		if !sh.insert(at, sh.Rows[i].clone()) {
			return "", false
		}
	}
	return fmt.Sprintf("at row %d", at+1), false
}

func pageBreak(s *spoiling) (string, bool) {
	sh := s.sheet()
	at, ok := s.between(sh)
	if !ok || !sh.insert(at, Row{Kind: Title, Cells: []Cell{T(""), T([]string{"第2页", "第 2 页 共 5 页", "打印日期：2024-01-05", "续上页"}[s.r.IntN(4)])}}) {
		return "", false
	}
	sh.insert(at, Row{Kind: Blank})
	return fmt.Sprintf("at row %d", at+1), false
}

// totalRow makes the sum of the amounts above a place.
func totalRow(sh *Sheet, at int, all bool) (Row, bool) {
	row := Row{Kind: Total, Cells: make([]Cell, sh.width())}
	any := false
	for _, c := range sh.flows() {
		if a := sh.upTo(at, c, all); a != 0 {
			row.Cells[c] = M(a)
			any = true
		}
	}
	return row, any
}

// summed reports whether a sheet's rows may be summed by column: amounts of one kind below one header.
func (s *spoiling) summed(sh *Sheet) bool {
	return s.money && s.still && len(sh.headers()) == 1 && len(sh.Rows) > 0
}

func insertTotal(s *spoiling) (string, bool) {
	sh := s.sheet()
	at, ok := s.between(sh)
	if !ok || !s.summed(sh) {
		return "", false
	}
	row, any := totalRow(sh, at, s.r.IntN(2) == 0)
	word := []string{"小计", "合计", "本月合计", "累计", "本页小计", "总计", "合 计", "小　计"}[s.r.IntN(8)]
	var free []int
	for c, cell := range row.Cells {
		if cell.Text == "" {
			free = append(free, c)
		}
	}
	if !any || len(free) == 0 {
		return "", false
	}
	c := free[s.r.IntN(len(free))]
	row.Cells[c] = T(word)
	if !sh.insert(at, row) {
		return "", false
	}
	return fmt.Sprintf("%s in column %d of row %d", word, c+1, at+1), false
}

func insertWordless(s *spoiling) (string, bool) {
	sh := s.sheet()
	at, ok := s.between(sh)
	if !ok || !s.summed(sh) {
		return "", false
	}
	row, any := totalRow(sh, at, true)
	if !any || !sh.insert(at, row) {
		return "", false
	}
	return fmt.Sprintf("row %d", at+1), false
}

// swapped exchanges two columns in the table.
func (s *Sheet) swapped(a, b int) {
	wide := s.width()
	for i, r := range s.Rows {
		if r.Kind == Title || r.Kind == Blank {
			continue
		}
		for len(r.Cells) < wide {
			r.Cells = append(r.Cells, E)
		}
		r.Cells[a], r.Cells[b] = r.Cells[b], r.Cells[a]
		s.Rows[i] = r
	}
}

func (s *Sheet) mergedInTable() bool {
	for _, a := range s.Merged {
		if s.Rows[a.Row].Kind != Title {
			return true
		}
	}
	return false
}

func swapColumns(s *spoiling) (string, bool) {
	sh := s.sheet()
	if sh.mergedInTable() || len(sh.headers()) == 0 || sh.width() < 3 {
		return "", false
	}
	a, b := s.r.IntN(sh.width()), s.r.IntN(sh.width())
	if a == b {
		return "", false
	}
	sh.swapped(a, b)
	return fmt.Sprintf("%d and %d", a+1, b+1), false
}

func doubleColumn(s *spoiling) (string, bool) {
	sh := s.sheet()
	if sh.mergedInTable() || len(sh.headers()) == 0 {
		return "", false
	}
	wide := sh.width()
	from := s.r.IntN(wide)
	for i, r := range sh.Rows {
		if r.Kind == Title || r.Kind == Blank || from >= len(r.Cells) {
			continue
		}
		for len(r.Cells) < wide {
			r.Cells = append(r.Cells, E)
		}
		sh.Rows[i].Cells = append(r.Cells, r.Cells[from])
	}
	return fmt.Sprintf("%d", from+1), false
}

var renamed = map[string][]string{
	"借方": {"借方发生额", "借方金额", "借"}, "借方金额": {"借方", "借方发生额", "借方本币"}, "贷方": {"贷方金额", "贷"}, "贷方金额": {"贷方", "贷方发生额"},
	"摘要": {"说明", "摘　要", "内容摘要", "事由"}, "日期": {"记账日期", "制单日期", "凭证日期", "业务日期"}, "金额": {"发生额", "金额（元）", "支出金额", "数额"},
	"凭证号": {"凭证编号", "凭证字号"}, "凭证号数": {"凭证号", "凭证字号"}, "凭证字号": {"凭证号", "凭证编号"}, "科目名称": {"会计科目", "科目全称", "科目"}, "科目编码": {"科目代码", "科目编号"}, "余额": {"期末余额", "结余"},
	"费用类别": {"类别", "费用名称", "研发费用类别"}, "支出类型": {"费用化/资本化", "处理方式"}, "方向": {"借贷", "余额方向"},
}

func renameColumn(s *spoiling) (string, bool) {
	sh := s.sheet()
	var at []int
	for _, h := range sh.headers() {
		for c, cell := range sh.Rows[h].Cells {
			if renamed[cell.Text] != nil {
				at = append(at, c)
			}
		}
	}
	if len(at) == 0 {
		return "", false
	}
	c := at[s.r.IntN(len(at))]
	to, said := "", ""
	for _, h := range sh.headers() {
		if c >= len(sh.Rows[h].Cells) {
			continue
		}
		cell := &sh.Rows[h].Cells[c]
		if names := renamed[cell.Text]; names != nil {
			if to == "" {
				to = names[s.r.IntN(len(names))]
				said = cell.Text + " → " + to
			}
			cell.Text = to
			s.renamed = true
		}
	}
	return said, false
}

func addColumn(s *spoiling) (string, bool) {
	sh := s.sheet()
	if sh.mergedInTable() || len(sh.headers()) == 0 {
		return "", false
	}
	wide := sh.width()
	name := []string{"附件数", "审核", "税率", "预算金额", "去年同期", "不含税", "含税金额", "单价", "数量", ""}[s.r.IntN(10)]
	for i, r := range sh.Rows {
		if r.Kind == Title || r.Kind == Blank {
			continue
		}
		for len(r.Cells) < wide {
			r.Cells = append(r.Cells, E)
		}
		c := N(itoa(1 + s.r.IntN(90000)))
		switch {
		case r.Kind == Header:
			c = T(name)
		case name == "审核":
			c = T("李四")
		case s.r.IntN(4) == 0:
			c = E
		}
		sh.Rows[i].Cells = append(r.Cells, c)
	}
	return "「" + name + "」", false
}

var dayForms = []string{"2006-01-02", "2006.01.02", "2006/1/2", "20060102", "2006年1月2日", "2006-1-2", "2006.1.2"}

func rewriteDates(s *spoiling) (string, bool) {
	if !s.money {
		return "", false
	}
	n := 0
	only := s.r.IntN(len(dayForms) + 2)
	for i := range s.g.Sheets {
		for _, r := range s.g.Sheets[i].Rows {
			for c := range r.Cells {
				d, ok := dayOf(r.Cells[c].Text)
				if !ok || (r.Kind != Line && r.Kind != Other && r.Kind != Closing) {
					continue
				}
				f := only
				if only >= len(dayForms) {
					f = s.r.IntN(len(dayForms) + 1)
				}
				if f >= len(dayForms) {
					r.Cells[c] = D(d)
				} else {
					r.Cells[c] = T(d.Format(dayForms[f]))
				}
				n++
			}
		}
	}
	if n == 0 {
		return "", false
	}
	return fmt.Sprintf("%d cells, form %d", n, only), false
}

func dayOf(text string) (time.Time, bool) {
	if len(text) < 8 {
		return time.Time{}, false
	}
	for _, f := range append(dayForms, "2006年01月02日") {
		if d, err := time.Parse(f, text); err == nil && d.Year() == year {
			return d, true
		}
	}
	return time.Time{}, false
}

func rewriteAmounts(s *spoiling) (string, bool) {
	if !s.money || !s.still {
		return "", false
	}
	forms := []func(Fen) string{
		Fen.Plain, Fen.Grouped, Fen.Bracketed, Fen.Trailing, Fen.FullWidth,
		func(a Fen) string { return a.Grouped() + "\t" },
		func(a Fen) string { return "\u00A0" + a.Grouped() },
		func(a Fen) string { return strings.Replace("¥"+a.Grouped(), "¥-", "-¥", 1) },
		func(a Fen) string { return a.Grouped() + "元" },
	}
	only := s.r.IntN(len(forms) + 1)
	n := 0
	for i := range s.g.Sheets {
		for _, r := range s.g.Sheets[i].Rows {
			for c := range r.Cells {
				cell := r.Cells[c]
				if !cell.Money || cell.Number == "" || cell.Formula != "" {
					continue
				}
				f := only
				if only == len(forms) {
					f = s.r.IntN(len(forms))
				}
				r.Cells[c] = W(forms[f](cell.fen()))
				n++
			}
		}
	}
	if n == 0 {
		return "", false
	}
	s.still = false
	return fmt.Sprintf("%d cells, form %d", n, only), false
}

func reorderRows(s *spoiling) (string, bool) {
	sh := s.sheet()
	if sh.mergedInTable() || len(sh.places(Total, Carry, Header)) > 1+len(sh.places(Opening)) {
		return "", false
	}
	lines := sh.places(Line, Other, Closing)
	if len(lines) < 3 {
		return "", false
	}
	s.r.Shuffle(len(lines), func(i, j int) {
		sh.Rows[lines[i]], sh.Rows[lines[j]] = sh.Rows[lines[j]], sh.Rows[lines[i]]
	})
	return fmt.Sprintf("%d lines", len(lines)), false
}
