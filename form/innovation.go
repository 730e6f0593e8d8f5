package form

// innovationForm is the register of innovations by direction; which directions count depends on the enterprise's type.
var innovationForm = Form{
	ID: "innovation", Title: pair("创新成果", "Innovations"), Scope: Register,
	Label:   []string{"name", "achieved_on"},
	Alike:   []string{"name", "category", "achieved_on"},
	Clauses: []string{"C09", "C33"},
	Help: pair("分类创新的成果，一项一行：竞争型看技术、产品、产业、商业模式、管理模式，功能型看品牌、服务、商业模式、管理模式，服务业看服务产品、服务模式。",
		"Innovations by direction, one row each; which directions count depends on the enterprise's type."),
	Fields: []Field{
		{
			ID: "name", Title: pair("成果名称", "Name"), Kind: Text, Required: true, Width: 28,
			Source:   "C09",
			Help:     pair("说得出新在哪里的名称。", "A name that says what is new."),
			Synonyms: []string{"名称", "创新成果名称"},
		},
		{
			ID: "category", Title: pair("创新类别", "Category"), Kind: CodeKind, Codes: innovationCategoryCodes, Required: true, Ditto: true,
			Source:   "C09",
			Help:     pair("只有与本企业类型对应的类别才计数。", "Only the categories of the enterprise's type count."),
			Synonyms: []string{"类别", "创新类型"},
		},
		{
			ID: "achievement", Title: pair("成果号", "Achievement"), Kind: Text, Plain: true, Width: 10,
			Source:   "C09",
			Help:     pair("同一成果分几类申报填同一个号，只计一次。", "The same for one achievement claimed in several categories; it counts once."),
			Synonyms: []string{"成果编号"},
		},
		{
			ID: "achieved_on", Title: pair("取得日期", "Achieved on"), Kind: Date, Required: true, Ditto: true,
			Source:   "C09",
			Help:     pair("验收、鉴定或投入应用的日期，决定算哪一年。", "Date of acceptance, appraisal or first use, which decides the year."),
			Synonyms: []string{"完成日期", "取得时间", "成果日期", "完成时间"},
		},
		{
			ID: "benefit", Title: pair("当年效益", "Benefit"), Kind: Money, Unit: Yuan, Width: 16,
			Help:     pair("当年增收或节支的金额，有依据才填。", "Gained or saved in the year, where there is proof."),
			Synonyms: []string{"效益", "经济效益"},
		},
		{
			ID: "key", Title: pair("关键技术成果", "Key result"), Kind: Flag, Codes: flagCodes,
			Source:   "C33",
			Help:     pair("属于关键核心技术成果的填「是」，要有鉴定或认定材料。", "Yes for a key technology, with an appraisal to show."),
			Synonyms: []string{"是否关键技术", "是否关键技术成果"},
		},
	},
}
