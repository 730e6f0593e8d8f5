package form

// teamForm lists the people of 攻关 projects whose pay may be listed apart from the payroll.
var teamForm = Form{
	ID: "team", Title: pair("创新团队", "Teams"), Scope: Register,
	Keys:    [][]string{{"project", "person"}},
	Label:   []string{"name"},
	Clauses: []string{"C37"},
	Help: pair("重大科技攻关项目的团队成员，一人一项目一行；同一人各项目工时比例之和不超过 100%。",
		"Members of key-problem project teams, one row a person and project; a person's shares add up to at most 100%."),
	Fields: []Field{
		{
			ID: "project", Title: pair("科技项目", "Project"), Kind: Ref, Ref: "project", Required: true, Ditto: true, Width: 12,
			Source:   "C37",
			Help:     pair("项目编号；只有国家级、自治区级攻关项目的工资可以单列。", "Its code; only national and regional key-problem projects may list pay apart."),
			Synonyms: []string{"项目编号", "项目", "所属项目"},
		},
		{
			ID: "person", Title: pair("工号", "Staff number"), Kind: Text, Required: true, Plain: true, Width: 10,
			Help:     pair("企业内部工号，同一人在各项目用同一个；不要填身份证号。", "The enterprise's own number, the same on every project; never an ID-card number."),
			Synonyms: []string{"人员编号", "员工编号", "职工编号"},
		},
		{
			ID: "name", Title: pair("姓名", "Name"), Kind: Text, Required: true, Width: 10,
			Help:     pair("与人事档案一致。", "As in the personnel file."),
			Synonyms: []string{"人员姓名"},
		},
		{
			ID: "pay", Title: pair("当年工资", "Pay in the year"), Kind: Money, Unit: Yuan, Required: true, Width: 16,
			Source:   "C37",
			Help:     pair("本人当年应发工资全额，不按项目分摊；分摊由工时比例算。", "The person's whole pay of the year; the share does the splitting."),
			Synonyms: []string{"工资", "年工资", "薪酬"},
		},
		{
			ID: "share", Title: pair("工时比例", "Share of time"), Kind: Percent, Required: true, Ditto: true,
			Source:   "C37",
			Help:     pair("在本项目上的工作时间占本人全部工作时间的比例，如 60%；键入 60 即 60%。", "Share of the person's working time on this project; typing 60 means 60%."),
			Synonyms: []string{"工时占比", "投入比例", "工作时间比例"},
		},
	},
	Checks: []Check{idCard("team.id-card")},
}
