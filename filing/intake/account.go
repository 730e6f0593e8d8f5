package intake

import (
	"strings"

	"yice/internal/pattern"
)

// account is where an entry was booked: its number, and its name as a path of segments.
type account struct {
	code string   // digits only
	name string   // as it stands in the file
	path []string // 研发支出, 费用化支出, 人员人工
}

var (
	accountCode  = pattern.Of(`^[\[(【]?(\d{4}(?:[.\-]?\d{1,4})*)[\])】]?[\s\-_:、,]*(.*)$`)
	pathDividers = pattern.Of(`[_/\\|—>→]+|\s+[-–]\s+|-`)
)

// readAccount takes a number and a name apart that may stand together in one text: 530101 研发支出_费用化支出.
func readAccount(code, name string) account {
	a := account{code: onlyDigits(code), name: strings.TrimSpace(name)}
	if m := accountCode.FindStringSubmatch(strings.TrimSpace(fold(code))); m != nil && m[2] != "" && a.name == "" {
		a.code, a.name = onlyDigits(m[1]), cutCode(code)
	}
	if m := accountCode.FindStringSubmatch(strings.TrimSpace(fold(a.name))); m != nil {
		if a.code == "" {
			a.code = onlyDigits(m[1])
		}
		a.name = cutCode(a.name)
	}
	for _, s := range pathDividers.Split(a.name, -1) {
		if s = strings.Trim(strings.TrimSpace(s), "()[]（）:：."); s != "" {
			a.path = append(a.path, s)
		}
	}
	return a
}

// cutCode cuts the number of an account, and what divides it from the name, from the front.
func cutCode(s string) string {
	return strings.TrimLeft(strings.TrimSpace(s), "0123456789.-_[]()【】（） 　:：、，")
}

func onlyDigits(s string) string {
	s = strings.TrimSpace(fold(s))
	if m := accountCode.FindStringSubmatch(s); m != nil {
		s = m[1]
	}
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// accountIn finds the account that a title names: 科目：530101 研发支出_费用化支出. labelled is true for a cell that is
// only the label, whose account stands in the next cell.
func accountIn(cells []string) (account, bool) {
	for i, c := range cells {
		// The label must not swallow 科目编码 of a header.
		f := strings.TrimSpace(c)
		head, rest, cut := cutLabel(f)
		if !cut {
			continue
		}
		switch head {
		case "科目", "会计科目", "科目名称", "科目编码", "账户", "科目代码", "科目全称", "账户名称", "会计科目名称", "明细科目":
		default:
			continue
		}
		if rest == "" {
			for _, next := range cells[i+1:] {
				if rest = strings.TrimSpace(next); rest != "" {
					break
				}
			}
		}
		if rest != "" {
			return readAccount("", rest), true
		}
	}
	return account{}, false
}

// cutLabel parts a label from its value: 科目：研发支出, 科目[530101]研发支出.
func cutLabel(s string) (head, rest string, ok bool) {
	if i := strings.IndexAny(s, ":：[【"); i > 0 {
		at := strings.IndexRune(s[i:], ':')
		size := 1
		switch {
		case strings.HasPrefix(s[i:], "："):
			size = len("：")
		case at != 0:
			size = 0
		}
		return fold(s[:i]), strings.TrimSpace(s[i+size:]), true
	}
	return "", "", false
}

// standing of an account as to R&D.
type accountKind uint8

const (
	otherAccount accountKind = iota
	rdAccount                // 研发支出: where spending is gathered
	rdExpense                // 研发费用 under 管理费用 or of its own: gathered there, or closed into from 研发支出
)

// kind tells by number and name. 5301 is 研发支出 of 企业会计准则 and 4301 of 小企业会计准则, where 5301 is 营业外收入:
// the name, where there is one of the first level, decides.
func (a account) kind() accountKind {
	whole := fold(strings.Join(a.path, "_"))
	first := ""
	if len(a.path) > 0 {
		first = fold(a.path[0])
	}
	numbered := func(prefixes ...string) bool {
		for _, p := range prefixes {
			if strings.HasPrefix(a.code, p) {
				return true
			}
		}
		return a.code == ""
	}
	switch {
	case strings.Contains(whole, "营业外收入"):
		return otherAccount
	case hasAny(first, []string{"研发支出", "研究开发支出"}), strings.Contains(whole, "研发支出") && numbered("5301", "4301"):
		return rdAccount
	case hasAny(whole, expenseNames) && numbered("66", "56", "55") && (a.code != "" || len(a.path) == 1 || hasAny(first, append([]string{"管理费用"}, expenseNames...))):
		return rdExpense
	case strings.HasPrefix(a.code, "5301"), strings.HasPrefix(a.code, "4301"):
		return rdAccount
	}
	return otherAccount
}

// expenseNames are how 研发费用 is called, under 管理费用 or as an account of its own.
var expenseNames = []string{"研发费用", "研究开发费", "研究与开发费", "研发费", "技术开发费", "研究费用"}

// shown names an account in a sentence.
func (a account) shown() string {
	if a.name == "" {
		return a.code
	}
	if a.code == "" {
		return a.name
	}
	return a.code + " " + a.name
}

// costOf reads the segments of an account from the last: its category, its treatment, and what is left, which may be the
// name of a project.
func (a account) costOf() (category, treatment string, rest []string) {
	for i := len(a.path) - 1; i >= 0; i-- {
		segment := a.path[i]
		if t, ok := treatmentOf(segment); ok {
			if treatment == "" {
				treatment = t
			}
			continue
		}
		if rdSegment(segment) {
			continue
		}
		if category == "" {
			if c, ok := categoryOf(segment); ok {
				category = c
				continue
			}
		}
		rest = append(rest, segment)
	}
	return category, treatment, rest
}

func rdSegment(s string) bool {
	switch fold(s) {
	case "研发支出", "研发费用", "管理费用", "研究开发支出", "研究开发费", "研究开发费用", "研发费", "研发", "开发支出", "技术开发费", "研究与开发费":
		return true
	}
	return false
}
