package form

import "yice/text"

// fundForm is the register of special funds won and of funds and ventures set up.
var fundForm = Form{
	ID: "fund", Title: pair("资金与基金", "Funds"), Scope: Register,
	Label:   []string{"name", "received_on"},
	Alike:   []string{"name", "kind", "level", "received_on"},
	Clauses: []string{"C18", "C21", "C22", "C25"},
	Help: pair("争取到的科技专项资金，以及设立或参与的创新基金、创投企业、新兴产业投资，一笔一行；银行贷款不是。",
		"Special funds won, and innovation funds, ventures and investments set up or joined, one row each; not bank loans."),
	Fields: []Field{
		{
			ID: "name", Title: pair("名称", "Name"), Kind: Text, Required: true, Width: 28,
			Source: "C18 C21", Help: pair("资金计划或基金的全称。", "Full name of the scheme or fund."),
			Synonyms: []string{"资金名称", "基金名称", "项目名称"},
		},
		{
			ID: "kind", Title: pair("类型", "Kind"), Kind: CodeKind, Codes: fundKindCodes, Required: true, Ditto: true, Width: 14,
			Source: "C18 C21 C22 C25", Help: pair("争取来的财政资金填科技专项资金，自己出资的填后三类。", "Grants are special funds; money put in by the enterprise is one of the others."),
			Synonyms: []string{"类别", "资金类型"},
		},
		{
			ID: "level", Title: pair("级别", "Level"), Kind: CodeKind, Codes: levelCodes, Named: Levels, Ditto: true,
			Source: "C18", Help: pair("下达资金的部门级别；自有出资可空。", "Of the authority that granted it."),
			Synonyms: []string{"资金级别"},
		},
		{
			ID: "field", Title: pair("投向领域", "Field"), Kind: CodeKind, Codes: fundFieldCodes, Ditto: true,
			Source: "C22", Help: pair("新兴产业的六个领域之一，不属于的填其他。", "One of the six emerging fields, or other."),
			Synonyms: []string{"领域", "产业领域"},
		},
		{
			ID: "applied", Title: pair("申请金额", "Applied for"), Kind: Money, Unit: Yuan, Width: 16,
			Source: "C18", Help: pair("申报的金额。", "What was asked for."),
			Synonyms: []string{"申报金额"},
		},
		{
			ID: "approved", Title: pair("批准金额", "Approved"), Kind: Money, Unit: Yuan, Width: 16,
			Source: "C18", Help: pair("批复的金额，不大于申请金额。", "What was approved, not above what was asked."),
			Synonyms: []string{"批复金额", "核定金额"},
		},
		{
			ID: "received", Title: pair("到账金额", "Received"), Kind: Money, Unit: Yuan, Width: 16,
			Source: "C18", Help: pair("当年实际到账；花掉的部分在台账里记，资金来源为政府部门。", "Received in the year; what is spent of it goes into the ledger as government money."),
			Synonyms: []string{"到位金额", "拨付金额", "实际到账"},
		},
		{
			ID: "received_on", Title: pair("到账日期", "Received on"), Kind: Date, Ditto: true,
			Source: "C18", Help: pair("首笔到账的日期。", "Date of the first payment."),
			Synonyms: []string{"到位日期", "拨付日期", "到账时间", "到位时间", "拨付时间"},
		},
	},
	Checks: []Check{
		over("fund.approved-over-applied", "approved", "applied"),
		over("fund.received-over-approved", "received", "approved"),
		{
			ID: "fund.received-on-missing", Severity: Verify, Fields: []string{"received_on", "received"},
			Bad: func(r *Record) (text.Pair, bool) {
				return found(r.Num("received") > 0 && r.Get("received_on").Empty() && !r.unread("received_on"), text.FormReceivedOnMissing, r.amount("received"))
			},
		},
	},
}
