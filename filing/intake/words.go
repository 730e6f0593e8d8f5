package intake

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"yice/internal/pattern"
)

// Words that say what a row is, folded. A cell says it where it is one of these and nothing else, or where what stands
// before is a period, a category or a name (3月合计, 人员人工小计:).
var (
	openingWords = wordSet("期初余额", "期初", "上年结转", "年初余额", "上年余额", "期初结余", "月初余额", "年初结转", "上月结转", "上期结转", "期初数", "年初数", "上月余额", "openingbalance")
	carriedWords = wordSet("承前页", "过次页", "承上页", "转下页", "接上页", "转次页", "承前", "过次", "结转下年", "结转下页", "上页结转", "过下页", "接前页", "续前页", "续下页", "结转次年", "续上页", "续上表", "续前表", "续表", "续页", "接上表", "承上表", "转下表", "接下页", "接下表", "下页续")
	totalWords   = wordSet("合计", "总计", "小计", "共计", "累计", "本页合计", "本页小计", "本月合计", "本年累计", "本期合计", "本日合计", "当日合计", "本季合计", "季度合计", "本年合计", "本月累计", "本期累计", "全年合计", "年度合计", "当前合计", "当前累计", "本年发生", "本月发生额", "本期发生额", "本期发生额合计", "本年累计发生额", "期末余额", "期末", "本月发生", "月计", "年计", "总合计", "发生额合计", "合计数", "凭证合计", "科目合计", "部门合计", "项目合计", "total", "subtotal", "grandtotal", "sum", "totals", "合计金额", "金额合计", "总金额", "合计数额", "小计金额", "累计金额", "本月小计", "累计发生额", "当前合计数", "本期小计")
	totalTails   = []string{"合计", "小计", "累计", "总计", "共计"}
)

func wordSet(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[fold(w)] = true
	}
	return m
}

// word is what the words of a cell say of its row.
type word uint8

const (
	wordNone    word = iota
	wordTotal        // the cell is a word of totals and nothing else
	wordTotalOf      // it ends with one: 3月合计, 差旅费合计
	wordOpening
	wordCarried
)

// wordOf reads one cell. Cells longer than a caption say nothing.
func wordOf(cell []byte) word {
	if len(cell) == 0 || len(cell) > 240 || !mayBeWord(cell) {
		return wordNone
	}
	w := strings.Trim(withoutSum(fold(string(cell))), ":()[]【】-—–_.,。|")
	if len(w) > 60 {
		return wordNone
	}
	switch {
	case totalWords[w]:
		return wordTotal
	case openingWords[w]:
		return wordOpening
	case carriedWords[w]:
		return wordCarried
	}
	for _, tail := range totalTails {
		if rest, ok := strings.CutSuffix(w, tail); ok {
			if periodWord.MatchString(rest) {
				return wordTotal
			}
			if utf8.RuneCountInString(rest) <= 16 {
				return wordTotalOf
			}
		}
	}
	return wordNone
}

// inWords is a sum as cheques have it.
const inWords = "零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正负一二三四五六七八九十百千两0123456789.,¥-"

// withoutSum cuts the sum that a total repeats in words: 合计:壹拾万元整.
func withoutSum(w string) string {
	if head, rest, ok := strings.Cut(w, ":"); ok && strings.Trim(rest, inWords) == "" {
		return head
	}
	return w
}

// periodWord is what may stand before 合计 and still says nothing but a period.
var periodWord = pattern.Of(`^(\d{2,4}年?)?(度|第?[一二三四1-4]季度?|[0-9]{1,2}月份?|[一二三四五六七八九十]{1,2}月份?|上半年|下半年|全年|年)?$`)

// mayBeWord is a quick look for a character without which no cell is one of the words: it is asked of every cell, and to
// fold one costs more than all else that is done to it. Each word has one of 计 初 结 余 页 承 次 生 末 续 表, as it is or as it is
// written traditionally, or is one in English.
func mayBeWord(cell []byte) bool {
	for i := 0; i+2 < len(cell); i++ {
		switch c := cell[i]; {
		case c < 0xE2:
			switch c {
			case 't', 'T', 's', 'S', 'g', 'G', 'o', 'O':
				return true
			}
		case c < 0xF0:
			switch rune(c&0x0F)<<12 | rune(cell[i+1]&0x3F)<<6 | rune(cell[i+2]&0x3F) {
			case '计', '計', '总', '總', '初', '结', '結', '余', '餘', '页', '頁', '⾴', '承', '次', '生', '⽣', '末', '续', '續', '表':
				return true
			}
			i += 2
		}
	}
	return false
}

// closingWords are in the summary of an entry that closes an account of R&D: what was spent moves to profit or to an asset.
var closingWords = []string{"结转", "转入", "转出", "转至", "转无形资产", "转固", "转管理费用", "转研发费用", "转损益", "转费用", "转开发支出", "转为", "期末处理", "月末处理", "期末转账", "形成无形资产", "损益类"}

// closingAccounts are accounts on the other side of such an entry.
var closingAccounts = []string{"管理费用", "研发费用", "本年利润", "无形资产", "开发支出", "固定资产", "6602", "6604", "4103", "1701", "5602"}

func hasAny(folded string, words []string) bool {
	for _, w := range words {
		if strings.Contains(folded, w) {
			return true
		}
	}
	return false
}

// footers begin what stands under or over a table: signatures, remarks, page marks, who printed it and when.
var footers = []string{
	"注", "备注", "说明", "附注", "单位负责人", "统计负责人", "财务负责人", "填表人", "制表人", "制表", "审核人", "审核", "复核人", "复核", "联系电话", "报出日期",
	"填报日期", "填表日期", "制表日期", "报送日期", "制单", "制单人", "记账", "记账人", "会计主管", "主管", "出纳", "打印日期", "打印时间", "打印人", "打印", "经办人", "经办", "日期", "填表", "单位", "核算单位",
	"编制单位", "会计期间", "期间", "账套", "公司", "公司名称", "币别", "币种", "科目", "项目", "项目名称", "项目编号", "纳税人名称", "纳税人识别号", "会计", "部门", "账簿", "查询条件", "范围",
}

// pageMark is a cell such as 第 1 页 or 共3页 or 页码.
var pageMark = pattern.Of(`^(第\d+页)?[,/\-]?(共\d+页)?$|^页码?[:]?\d*(/\d+)?$|^-?\d+/\d+-?页?$`)

// remark reports a row every cell of which is a signature, a remark, a label with its value, or a page mark.
func remark(cells [][]byte) bool {
	label := false
	for _, c := range cells {
		s := bytes.TrimSpace(c)
		if len(s) == 0 {
			continue
		}
		folded := fold(string(s))
		switch {
		case footer(folded):
			label = true
		case pageMark.MatchString(folded) && folded != "":
			label = true
		case !label: // a value stands behind its label
			return false
		}
	}
	return label
}

func footer(folded string) bool {
	head, _, ok := strings.Cut(folded, ":")
	if !ok {
		return false
	}
	for _, f := range footers {
		if head == f || strings.HasSuffix(head, f) && utf8.RuneCountInString(head) <= 12 {
			return true
		}
	}
	return false
}

// columnNumbers reports a row under a header that only numbers the columns: 甲 乙 1 2 3.
func columnNumbers(cells [][]byte) bool {
	const stems = "甲乙丙丁戊己"
	last, filled := 0, 0
	for _, c := range cells {
		s := strings.Trim(fold(string(c)), "()")
		if s == "" {
			continue
		}
		filled++
		if last == 0 && len(s) == 3 && strings.Contains(stems, s) {
			continue
		}
		n := 0
		for _, d := range s {
			if d < '0' || d > '9' || n > 999 {
				return false
			}
			n = n*10 + int(d-'0')
		}
		if n != last+1 {
			return false
		}
		last = n
	}
	return filled >= 3 && last >= 1
}

// blank reports whether nothing stands in a row.
func blank(cells [][]byte) bool {
	for _, c := range cells {
		if len(bytes.TrimSpace(c)) > 0 {
			return false
		}
	}
	return true
}
