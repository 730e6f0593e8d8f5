package form

import "yice/text"

// spendForm is the ledger of R&D spending: one line a voucher entry, up to millions a year.
var spendForm = Form{
	ID: "spend", Title: pair("研发投入台账", "R&D ledger"), Scope: Ledger,
	Label:   []string{"voucher", "date", "summary"},
	Clauses: []string{"C01", "C06", "C16", "C20", "C33", "C35"},
	Follows: &Follows{
		About: "summary", For: []string{"project", "platform"}, Next: "voucher",
		Kind: []string{"category", "item", "counterparty"},
		Way:  []string{"treatment", "source", "activity", "original_technology", "non_taxable"},
		Same: []string{"counterparty_name", "counterparty_uscc", "intra_group"},
	},
	Help: pair("一笔凭证一行，金额按元。记的是研发活动的支出；技改、量产、买设备扩产、培训和营销不是研发。一行也没有是缺数据，不是零：本年确无研发投入的，登记一条 0.00。",
		"One line a voucher entry, in yuan. Spending on R&D only: renovation, mass production, equipment for capacity, training and marketing are not R&D. No line at all means not known, not nothing: where nothing was spent, key a line of 0.00."),
	Fields: []Field{
		{
			ID: "date", Title: pair("日期", "Date"), Kind: Date, Required: true, Ditto: true, InYear: true,
			Source:   "2021版辅助账",
			Help:     pair("记账凭证的日期，必须在填报年度内，键入 0315 或 3.15 即可；上年的支出补记到上年。", "Date of the voucher, within the filing year; 0315 or 3.15 is enough."),
			Synonyms: []string{"凭证日期", "记账日期", "业务日期", "发生日期"},
		},
		{
			ID: "voucher", Title: pair("凭证号", "Voucher"), Kind: Text, Plain: true, Width: 12,
			Source:   "2021版辅助账",
			Help:     pair("凭证种类和号数，如 记-0012；键入 + 就是上一行的下一号；查重和核对账簿都靠它。", "Kind and number of the voucher; + is the number after the one above. Doubles are found by it."),
			Synonyms: []string{"凭证号数", "凭证编号", "凭证字号", "凭证种类号数"},
		},
		{
			ID: "summary", Title: pair("摘要", "Summary"), Kind: Text, Required: true, Width: 28,
			Source:   "2021版辅助账",
			Help:     pair("这笔钱花在什么研发活动上；照凭证摘要写，写得出对象更好。", "What R&D the money went to, as on the voucher."),
			Synonyms: []string{"凭证摘要", "说明摘要", "业务内容"},
		},
		{
			ID: "project", Title: pair("科技项目", "Project"), Kind: Ref, Ref: "project", Ditto: true, Width: 12,
			Source:   "107-1 〔10〕 C35",
			Help:     pair("这笔支出属于哪个项目，填项目编号；不属于具体项目就空着。项目与平台只能填一个。", "Code of the project it belongs to, or empty. A project or a platform, not both."),
			Synonyms: []string{"项目编号", "项目", "项目号", "所属项目", "研发项目"},
			Applies:  func(r *Record) bool { return r.Get("platform").Empty() },
		},
		{
			ID: "platform", Title: pair("研发平台", "Platform"), Kind: Ref, Ref: "platform", Ditto: true, Width: 12,
			Source:   "C35",
			Help:     pair("这笔支出用于哪个平台的建设，填平台编号或名称；记了项目就不要再记平台，免得同一笔钱算两次。", "The platform it built, by code or name; not beside a project, lest the money count twice."),
			Synonyms: []string{"平台编号", "平台", "平台名称", "所属平台"},
			Applies:  func(r *Record) bool { return r.Get("project").Empty() },
		},
		{
			ID: "category", Title: pair("费用类别", "Category"), Kind: CodeKind, Codes: spendCategoryCodes, Required: true, Ditto: true, Width: 14,
			Source:   "107-2 〔8–14, 19〕",
			Help:     pair("按用途归类：工资社保归人员人工，材料、燃料、试制归直接投入，会议、差旅、资料、专利费归其他。", "By use: pay is staff; materials, fuel and prototypes are direct input; meetings, travel, literature and patent fees are other."),
			Synonyms: []string{"类别", "费用科目", "支出类别", "费用明细", "科目"},
		},
		{
			ID: "item", Title: pair("辅助账明细", "Tax ledger line"), Kind: CodeKind, Codes: spendItemCodes, Ditto: true, Aside: true, Width: 14,
			Source:   "2021版辅助账",
			Help:     pair("研发支出辅助账的明细，填编号即可，可空。折旧只有填了 3.1 或 3.2（仪器、设备）才进加计扣除。", "The line of the tax ledger, by its number; may be empty. Depreciation is deductible only under 3.1 or 3.2, instruments and equipment."),
			Synonyms: []string{"明细", "费用明细项", "明细项目", "辅助账明细项", "辅助账科目"},
			Applies:  itemised,
		},
		{
			ID: "treatment", Title: pair("支出类型", "Treatment"), Kind: CodeKind, Codes: treatmentCodes, Required: true, Ditto: true,
			Source:   "C06 2021版辅助账",
			Help:     pair("计入当期损益的是费用化；计入开发支出、将来形成无形资产的是资本化。", "Expensed: charged to this year's profit. Capitalised: carried as an asset."),
			Synonyms: []string{"会计处理", "费用化/资本化", "资本化/费用化", "处理方式"},
		},
		{
			ID: "source", Title: pair("资金来源", "Source of funds"), Kind: CodeKind, Codes: spendSourceCodes, Required: true, Ditto: true,
			Source:   "107-2 〔57, 43, 58, 55, 56〕",
			Help:     pair("花的是谁的钱：财政拨款、科技专项属政府部门；加回利润时政府资金要扣除。", "Whose money it is; grants are government, and are left out of the add-back."),
			Synonyms: []string{"来源", "经费来源"},
		},
		{
			ID: "activity", Title: pair("活动类型", "Activity"), Kind: CodeKind, Codes: activityCodes, Ditto: true,
			Source:   "C20",
			Help:     pair("企业的研发绝大多数是试验发展；没有特定应用目的才是基础研究。", "Most enterprise R&D is experimental development; basic research has no particular use in view."),
			Synonyms: []string{"研发活动类型", "研究类型"},
		},
		{
			ID: "counterparty", Title: pair("受托方类型", "Counterparty"), Kind: CodeKind, Codes: counterpartyCodes, Ditto: true,
			Source:   "107-2 〔15–18〕",
			Help:     pair("只在费用类别为委托外部时填，且必填：委托给了哪一类单位。", "Only, and always, for commissioned work: what kind of body it was given to."),
			Synonyms: []string{"受托单位类型", "委托对象", "委托单位类型"},
			Applies:  commissioned,
		},
		{
			ID: "counterparty_name", Title: pair("受托方名称", "Counterparty's name"), Kind: Text, Ditto: true, Width: 20,
			Source:   "107-2 〔15–18〕",
			Help:     pair("受托单位全称，与合同一致。", "Full name as in the contract."),
			Synonyms: []string{"受托单位", "受托单位名称", "受托方", "委托单位名称"},
			Applies:  commissioned,
		},
		{
			ID: "counterparty_uscc", Title: pair("受托方信用代码", "Counterparty's code"), Kind: ID, Identifier: USCC, Ditto: true, Width: 20,
			Source:   "GB 32100-2015",
			Help:     pair("受托单位的统一社会信用代码；集团内部单位必填，合并时据此剔除。境外机构空着。", "Its unified code; needed for members of the group, who are eliminated by it. Empty for bodies abroad."),
			Synonyms: []string{"受托方代码", "受托单位代码", "受托方统一社会信用代码"},
			Applies:  commissioned,
		},
		{
			ID: "intra_group", Title: pair("集团内部", "Intra-group"), Kind: Flag, Codes: flagCodes, Ditto: true, Aside: true,
			Help:     pair("付给集团内单位的填「是」：一家的支出是另一家的收入，合并时剔除。", "Yes where it was paid to a member of the group; consolidation eliminates it."),
			Synonyms: []string{"是否集团内部", "内部往来", "关联方"},
		},
		{
			ID: "original_technology", Title: pair("原创技术", "Original technology"), Kind: Flag, Codes: flagCodes, Ditto: true, Aside: true,
			Source:   "C33",
			Help:     pair("用于原创技术研发的填「是」；是否额外加成由政策包决定。", "Yes for original-technology R&D; whether it earns more is the pack's choice."),
			Synonyms: []string{"是否原创技术", "原创技术研发"},
		},
		{
			ID: "non_taxable", Title: pair("不征税收入支出", "Paid from non-taxable income"), Kind: Flag, Codes: flagCodes, Ditto: true, Aside: true,
			Source:   "A107012",
			Help:     pair("用作不征税收入处理的财政资金支付的填「是」：这部分不得加计扣除。", "Yes where it was paid from grants treated as non-taxable income: that part is not deducted."),
			Synonyms: []string{"不征税收入", "是否不征税收入", "不征税收入形成的支出"},
		},
		{
			ID: "reverses", Title: pair("冲销的凭证号", "Reverses voucher"), Kind: Text, Plain: true, Width: 12, Aside: true,
			Help:     pair("红字冲销的是哪张凭证，填它的凭证号；金额不能超过那张凭证上同一项目、同一类别的支出。", "The voucher that a reversal takes back: it must be there, of the same project and category, and not less than what is reversed."),
			Synonyms: []string{"冲销凭证", "冲销凭证号", "被冲销凭证", "原凭证号", "红冲凭证"},
			Applies:  func(r *Record) bool { return r.Num("amount") < 0 },
		},
		{
			ID: "amount", Title: pair("金额", "Amount"), Kind: Money, Unit: Yuan, Required: true, Signed: true, Width: 16,
			Source:   "107-2 〔7〕",
			Help:     pair("按元填，精确到分。负数只用于红字冲销，并在备注里说明。", "In yuan, to the fen. Negative only for a reversal, which the remark explains."),
			Synonyms: []string{"发生额", "支出金额", "借方金额", "研发支出金额"},
		},
	},
	Checks: []Check{
		{
			ID: "spend.date-outside-year", Severity: Must, Fields: []string{"date"},
			BadIn: func(r *Record, year int) (text.Pair, bool) {
				d := r.Str("date")
				if d == "" || yearOf(d) == year {
					return text.Pair{}, false
				}
				return text.FormLedgerDate.With(d, year), true
			},
		},
		{
			ID: "spend.project-and-platform", Severity: Must, Fields: []string{"platform", "project"},
			Bad: func(r *Record) (text.Pair, bool) {
				project, platform := r.Str("project"), r.Str("platform")
				if project == "" || platform == "" {
					return text.Pair{}, false
				}
				return text.FormProjectAndPlatform.With(Printable(project, 40), Printable(platform, 40)), true
			},
		},
		{
			ID: "spend.counterparty-missing", Severity: Must, Fields: []string{"counterparty", "category"},
			Bad: func(r *Record) (text.Pair, bool) {
				return found(commissioned(r) && r.Get("counterparty").Empty() && !r.unread("counterparty"), text.FormCounterpartyMissing)
			},
		},
		{
			ID: "spend.counterparty-extra", Severity: Verify, Fields: []string{"counterparty", "category"},
			Bad: func(r *Record) (text.Pair, bool) {
				category := r.Str("category")
				if category == "" || category == Commission || r.Get("counterparty").Empty() {
					return text.Pair{}, false
				}
				return text.FormCounterpartyExtra.With(codeTitle(spendCategoryCodes, category), codeTitle(counterpartyCodes, r.Str("counterparty"))), true
			},
		},
		{
			ID: "spend.item-category", Severity: Verify, Fields: []string{"item", "category"},
			Bad: func(r *Record) (text.Pair, bool) {
				item, category := r.Str("item"), r.Str("category")
				if item == "" || category == "" || itemDigits[category] == item[0] {
					return text.Pair{}, false
				}
				return text.FormItemCategory.With(item, codeTitle(spendItemCodes, item), codeTitle(spendCategoryCodes, category)), true
			},
		},
		{
			ID: "spend.reversal-remark", Severity: Must, Fields: []string{"remark", "amount"},
			Bad: func(r *Record) (text.Pair, bool) {
				if r.Num("amount") >= 0 || !r.Get("remark").Empty() {
					return text.Pair{}, false
				}
				return text.FormReversalRemark.With(r.amount("amount")), true
			},
		},
		{
			ID: "spend.reversal-of", Severity: Verify, Fields: []string{"reverses", "amount"},
			Bad: func(r *Record) (text.Pair, bool) {
				if r.Num("amount") >= 0 || !r.Get("reverses").Empty() {
					return text.Pair{}, false
				}
				return text.FormReversalOf.With(r.amount("amount")), true
			},
		},
		{
			ID: "spend.reversal-none", Severity: Must, Fields: []string{"reverses", "amount"},
			Bad: func(r *Record) (text.Pair, bool) {
				n, ok := r.Get("amount").Int()
				return found(ok && n >= 0 && !r.Get("reverses").Empty(), text.FormReversalNone)
			},
		},
		{
			ID: "spend.zero", Severity: Verify, Fields: []string{"amount"},
			Bad: func(r *Record) (text.Pair, bool) {
				n, ok := r.Get("amount").Int()
				return found(ok && n == 0, text.FormZeroAmount)
			},
		},
		{
			ID: "spend.intra-group-code", Severity: Verify, Fields: []string{"counterparty_uscc", "intra_group"},
			Bad: func(r *Record) (text.Pair, bool) {
				return found(r.Str("intra_group") == Yes && commissioned(r) && r.Get("counterparty_uscc").Empty(), text.FormIntraGroupCode)
			},
		},
		doubtful("spend.not-research", "summary", ledgerDoubts),
	},
}

func commissioned(r *Record) bool { return r.Str("category") == Commission }

// itemised: commissioned work has no line of its own below its category.
func itemised(r *Record) bool { return !commissioned(r) }
