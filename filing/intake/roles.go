package intake

import "strings"

// role is what a column of an accounting ledger is, beside the fields of the form.
type role uint8

const (
	noRole role = iota
	roleDate
	roleYear
	roleMonth
	roleDay
	rolePeriod
	roleVoucher
	roleVoucherKind
	roleVoucherNumber
	roleSummary
	roleAccountCode
	roleAccountName
	roleCounter // the account on the other side of the entry
	roleDebit
	roleCredit
	roleDirection
	roleAmount
	roleBalance
	roleProject
	roleCategory
	roleTaxAmount // 税法规定的归集金额: what may be deducted, not what was spent
	roleSequence
)

// roleWords are the captions accounting programs give their columns, folded. Longer captions that begin or end with one of
// a role's words count too where the rest says only a unit, a currency or a period.
var roleWords = map[role][]string{
	roleDate:          {"日期", "凭证日期", "记账日期", "制单日期", "过账日期", "业务日期", "发生日期", "会计日期", "入账日期", "年月日", "凭证时间", "记账时间", "凭证日", "postingdate", "date"},
	roleYear:          {"年"},
	roleMonth:         {"月", "月份", "月 份"},
	roleDay:           {"日"},
	rolePeriod:        {"会计期间", "期间", "会计月份", "过账期间"},
	roleVoucher:       {"凭证号", "凭证字号", "凭证号数", "凭证编号", "凭证种类号数", "字号", "凭证", "记账凭证号", "凭证类别号数", "凭证号码", "会计凭证号", "凭证序号", "documentnumber", "voucher"},
	roleVoucherKind:   {"种类", "凭证种类", "凭证类别", "凭证类型", "字", "凭证字"},
	roleVoucherNumber: {"号数", "号", "号 数"},
	roleSummary:       {"摘要", "凭证摘要", "业务说明", "行项目文本", "项目文本", "文本", "业务内容", "经济内容", "分录摘要", "摘要说明", "事由", "用途", "经济事项", "业务描述", "text", "summary"},
	roleAccountCode:   {"科目编码", "科目代码", "科目编号", "总账科目", "会计科目编码", "会计科目代码", "科目号", "g/l科目", "账户代码"},
	roleAccountName:   {"科目名称", "科目全称", "会计科目", "科目描述", "总账科目文本", "总账科目长文本", "总账科目短文本", "科目全名", "会计科目名称", "科目", "明细科目", "科目名", "一级科目"},
	roleCounter:       {"对方科目", "对应科目", "对方科目名称", "对方科目编码", "抵销科目", "冲销科目"},
	roleDebit:         {"借方", "借方金额", "借方发生额", "本币借方", "借方本币", "借方本币金额", "本期借方", "借方发生", "借方(本位币)", "借方本位币", "本期借方发生额", "借方金额(本位币)", "借方合计", "借方金额合计", "借方发生额合计", "借"},
	roleCredit:        {"贷方", "贷方金额", "贷方发生额", "本币贷方", "贷方本币", "贷方本币金额", "本期贷方", "贷方发生", "贷方(本位币)", "贷方本位币", "本期贷方发生额", "贷方金额(本位币)", "贷方合计", "贷方金额合计", "贷方发生额合计", "贷"},
	roleDirection:     {"方向", "借贷方向", "借/贷", "借贷", "借/贷标识", "借贷标识", "余额方向", "借/贷方向", "借贷方"},
	roleAmount:        {"金额", "本币金额", "发生额", "本位币金额", "以本币计的金额", "本币发生额", "发生金额", "会计凭证记载金额", "凭证金额", "凭证记载金额", "会计凭证金额", "记载金额", "数额"},
	roleBalance:       {"余额", "期末余额", "本币余额", "余额(本位币)", "结余", "期初余额", "累计余额"},
	roleProject:       {"项目", "项目名称", "核算项目", "核算维度", "辅助核算", "项目核算", "研发项目", "项目编号", "项目编码", "辅助项", "辅助核算项目", "项目辅助", "项目段"},
	roleCategory:      {"费用类别", "费用名称", "费用项目", "费用明细", "支出类别", "费用类型", "费用科目", "费用要素", "成本要素", "明细费用"},
	roleTaxAmount:     {"税法规定的归集金额", "税法规定归集金额", "归集金额", "允许加计扣除金额", "加计扣除金额"},
	roleSequence:      {"序号", "行号", "编号", "no"},
}

// roleByWord turns roleWords round.
var roleByWord = func() map[string]role {
	m := make(map[string]role)
	for r, words := range roleWords {
		for _, w := range words {
			m[fold(w)] = r
		}
	}
	return m
}()

// roleOf finds the role of a caption; what stands in brackets, or behind the name of a currency, is not looked at.
func roleOf(caption string) role {
	c := fold(caption)
	if r, ok := roleByWord[c]; ok {
		return r
	}
	c = strings.Trim(bare(c), ":")
	if r, ok := roleByWord[c]; ok {
		return r
	}
	for _, cut := range []string{"本位币", "人民币", "综合本位币", "(元)", "万元", "千元", "元"} {
		if rest := strings.Trim(strings.TrimSuffix(strings.TrimPrefix(c, cut), cut), "()-_"); rest != c {
			if r, ok := roleByWord[rest]; ok {
				return r
			}
		}
	}
	if strings.HasPrefix(c, "摘要") || strings.HasSuffix(c, "摘要") {
		return roleSummary
	}
	return noRole
}

// describing are captions of what a line is about, in a table with no column that is plainly the summary.
var describing = wordSet("说明", "备注说明", "内容", "描述", "事项", "业务说明", "经济业务", "明细说明", "支出内容", "支出说明", "费用说明")

// bare cuts brackets with what stands in them from the end of a folded caption.
func bare(c string) string {
	for {
		i := strings.LastIndexAny(c, "([{【〔")
		if i <= 0 || !strings.ContainsAny(c[i:], ")]}】〕") {
			return c
		}
		c = c[:i]
	}
}
