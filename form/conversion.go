package form

// conversionForm is the register of results put to use for money.
var conversionForm = Form{
	ID: "conversion", Title: pair("成果转化", "Conversions"), Scope: Register,
	Label:   []string{"name", "contracted_on"},
	Alike:   []string{"name", "mode", "contracted_on"},
	Clauses: []string{"C10", "C29"},
	Help: pair("科技成果转化合同或自行实施，一份一行；一般产品销售收入不是转化收入。",
		"Contracts or own use of results, one row each; ordinary sales are not conversion."),
	Fields: []Field{
		{
			ID: "name", Title: pair("成果名称", "Name"), Kind: Text, Required: true, Width: 28,
			Source:   "C29",
			Help:     pair("合同上的成果或项目名称。", "As in the contract."),
			Synonyms: []string{"名称", "转化成果名称", "合同名称"},
		},
		{
			ID: "mode", Title: pair("转化方式", "Mode"), Kind: CodeKind, Codes: conversionModeCodes, Required: true, Ditto: true,
			Source:   "C29 107-2 〔53〕",
			Help:     pair("自己投产是自行投资实施；卖所有权是转让，卖使用权是许可。", "Own investment, assignment of title, licence of use, joint, or contribution in kind."),
			Synonyms: []string{"方式"},
		},
		{
			ID: "income", Title: pair("转化收入", "Income"), Kind: Money, Unit: Yuan, Required: true, Width: 16,
			Source:   "C10 107-2 〔54〕",
			Help:     pair("当年实际取得的收入，不是合同总额；没有到账填 0。", "Received in the year, not the contract's total; 0 if nothing yet."),
			Synonyms: []string{"收入", "当年收入", "转化金额", "合同收入"},
		},
		{
			ID: "contracted_on", Title: pair("签约日期", "Contracted on"), Kind: Date, Required: true, Ditto: true,
			Source:   "C29",
			Help:     pair("合同签订日期；自行实施填投产日期。", "Date of the contract, or of the start of own use."),
			Synonyms: []string{"合同日期", "签订日期", "签约时间", "签订时间", "合同签订日期", "合同时间"},
		},
		{
			ID: "patent", Title: pair("相关专利", "Patent"), Kind: Ref, Ref: "patent", Width: 16,
			Source:   "107-2 〔53〕",
			Help:     pair("转化的是哪件专利，填申请号；不是专利的空着。", "Its application number, if it is a patent."),
			Synonyms: []string{"专利号", "申请号", "专利"},
		},
		{
			ID: "counterparty_name", Title: pair("对方名称", "Counterparty"), Kind: Text, Width: 20,
			Help:     pair("受让、被许可或合作单位全称。", "Full name of the other side."),
			Synonyms: []string{"受让方", "合作方", "对方单位"},
			Applies:  withOthers,
		},
		{
			ID: "counterparty_uscc", Title: pair("对方信用代码", "Counterparty's code"), Kind: ID, Identifier: USCC, Width: 20,
			Source:   "GB 32100-2015",
			Help:     pair("对方的统一社会信用代码；集团内部的转化合并时剔除。", "Its unified code; conversions within the group are eliminated by it."),
			Synonyms: []string{"对方代码", "对方统一社会信用代码"},
			Applies:  withOthers,
		},
	},
}

func withOthers(r *Record) bool { return r.Str("mode") != "自行投资实施" }
