package intake

import (
	"hash/maphash"
	"math/big"
	"slices"
	"strings"

	"yice/internal/pattern"

	"yice/form"
	"yice/text"
)

// sheetSum is what a sheet's lines come to, to tell a summary of the other sheets, or a copy of one, from one of its own.
type sheetSum struct {
	fen   big.Int
	lines int
	same  uint64 // of its lines, whatever their order
	each  map[uint64]int
}

var sheetSeed = maphash.MakeSeed()

func (s *sheetSum) see(l *Line) error {
	for _, r := range l.Records {
		n := r.Num("amount")
		s.fen.Add(&s.fen, big.NewInt(n))
		s.lines++
		h := maphash.String(sheetSeed, fold(r.Key())+"\x00"+fold(r.Str("name"))+r.Str("date")+"\x00"+r.Str("voucher")+"\x00"+r.Str("summary")+"\x00"+yuan(n))
		s.same += h
		if s.each == nil {
			s.each = make(map[uint64]int)
		}
		s.each[h]++
	}
	return nil
}

// shares counts the lines that two sheets have in common.
func (s *sheetSum) shares(o *sheetSum) int {
	n := 0
	for h, k := range s.each {
		n += min(k, o.each[h])
	}
	return n
}

// double leaves out a sheet that sums up the others where its name says so, and asks about one that merely looks like it.
func (r *Reading) double(sums []sheetSum) {
	taken := r.Taken()
	if len(taken) < 2 {
		return
	}
	for _, s := range taken {
		mine := &sums[s.at]
		if mine.lines == 0 {
			continue
		}
		var rest big.Int
		same := uint64(0)
		copyOf := false
		for _, o := range taken {
			if o == s || !o.Taken {
				continue
			}
			rest.Add(&rest, &sums[o.at].fen)
			same += sums[o.at].same
			copyOf = copyOf || o.at < s.at && 2*mine.shares(&sums[o.at]) > min(mine.lines, sums[o.at].lines)
		}
		sum := mine.fen.Sign() != 0 && rest.Cmp(&mine.fen) == 0 && (len(taken) > 2 || same == mine.same)
		switch {
		case sum && same == mine.same && !copyOf || sum && summaryName(s.Name):
			if summaryName(s.Name) || same == mine.same && len(taken) > 2 {
				s.Taken, s.Why = false, text.IntakeSheetSum
				return
			}
			r.begun.ask(Question{Code: "intake.sheet-double", Sheet: s.Name, Say: text.IntakeSheetDouble.With(s.Name)})
			return
		case copyOf || sum:
			r.begun.ask(Question{Code: "intake.sheet-double", Sheet: s.Name, Say: text.IntakeSheetDouble.With(s.Name)})
			return
		}
	}
}

// asideWords are in the name of a sheet that holds what was not spent, by itself or beside others; besideOthers where another
// sheet holds what was.
var (
	asideWords   = []string{"作废", "无效", "废止", "预算", "计划", "非研发", "void", "budget"}
	besideOthers = []string{"草稿", "初稿", "旧", "备份", "模板", "样表", "示例", "样例", "范例", "说明", "上年", "去年", "同期", "不计", "删除", "未入账", "未记账", "收入", "draft", "backup", "template", "sample", "example", "old"}
	yearNamed    = pattern.Of(`20\d\d`)
)

// strangeSheets asks about sheets that have the columns of the others and by their names hold something else: what is void, a
// draft, a budget, another year, another company.
func (r *Reading) strangeSheets(taken []*Sheet) {
	if r.Form.Scope != form.Ledger || len(r.o.Sheets) > 0 || r.literal {
		return
	}
	var odd, years, companies []string
	for _, s := range taken {
		name := fold(s.Name)
		if hasAny(name, asideWords) || len(taken) > 1 && hasAny(name, besideOthers) {
			odd = append(odd, harmless(s.Name))
		}
		if y := yearNamed.FindString(name); y != "" && !slices.Contains(years, y) {
			years = append(years, y)
		}
		if strings.Contains(name, "公司") && !strings.Contains(name, "分公司") {
			companies = append(companies, harmless(s.Name))
		}
	}
	switch {
	case len(odd) > 0:
		r.Questions = append(r.Questions, Question{Code: "intake.sheets", Say: text.IntakeOddSheets.With(strings.Join(odd, ", "))})
	case len(years) > 1:
		r.Questions = append(r.Questions, Question{Code: "intake.sheets", Say: text.IntakeSheetsOfYears.With(strings.Join(years, ", "))})
	case len(companies) > 1:
		r.Questions = append(r.Questions, Question{Code: "intake.sheets", Say: text.IntakeSheetsOfFirms.With(strings.Join(companies, ", "))})
	}
}

func summaryName(name string) bool {
	return hasAny(fold(name), []string{"汇总", "合计", "总表", "全年", "年度", "总账", "total", "summary", "all", "全部"})
}
