package form

// smallForm is the register of workers' small innovations (五小).
var smallForm = Form{
	ID: "small", Title: pair("五小活动", "Small innovations"), Scope: Register,
	Label:   []string{"title", "adopted_on"},
	Alike:   []string{"title", "proposer", "adopted_on"},
	Clauses: []string{"C27"},
	Help: pair("职工小发明、小创造、小革新、小设计、小建议，被采纳的一项一行。",
		"Workers' small inventions, creations, renovations, designs and suggestions that were adopted, one row each."),
	Fields: []Field{
		{
			ID: "title", Title: pair("名称", "Title"), Kind: Text, Required: true, Width: 28,
			Source: "C27", Help: pair("说得出改了什么。", "Says what was changed."),
			Synonyms: []string{"成果名称", "五小名称", "项目名称"},
		},
		{
			ID: "kind", Title: pair("类型", "Kind"), Kind: CodeKind, Codes: smallKindCodes, Required: true, Ditto: true,
			Source: "C27", Help: pair("五小之一。", "One of the five."),
			Synonyms: []string{"类别", "五小类型"},
		},
		{
			ID: "proposer", Title: pair("提出人", "Proposer"), Kind: Text, Width: 12,
			Help:     pair("个人或班组。", "A person or a crew."),
			Synonyms: []string{"申报人", "班组", "主创人"},
		},
		{
			ID: "adopted_on", Title: pair("采纳日期", "Adopted on"), Kind: Date, Required: true, Ditto: true,
			Source: "C27", Help: pair("企业决定采纳或开始使用的日期，决定算哪一年。", "When it was adopted or first used, which decides the year."),
			Synonyms: []string{"采纳时间", "实施日期", "实施时间"},
		},
		{
			ID: "benefit", Title: pair("当年效益", "Benefit"), Kind: Money, Unit: Yuan, Width: 16,
			Source: "C27", Help: pair("当年增收或节支的金额，有核算才填。", "Gained or saved in the year, where it was worked out."),
			Synonyms: []string{"效益", "经济效益"},
		},
	},
}
