package form

// talentForm is the register of innovation talent; a person may stand in it once a programme.
var talentForm = Form{
	ID: "talent", Title: pair("创新人才", "Talent"), Scope: Register,
	Keys:    [][]string{{"person", "programme"}},
	Label:   []string{"name"},
	Clauses: []string{"C30", "C31"},
	Help: pair("引进和培养的创新人才，一人一行；同一人入选几个人才工程各占一行，计数只算一人。",
		"Talent brought in or trained, one row a person; one row more a programme, counted once."),
	Persists: func(*Record, int) bool { return true },
	Fields: []Field{
		{
			ID: "person", Title: pair("工号", "Staff number"), Kind: Text, Required: true, Carry: true, Plain: true, Width: 10,
			Help:     pair("企业内部工号，同一人在团队表里用同一个；不要填身份证号。", "The enterprise's own number, the same in the teams; never an ID-card number."),
			Synonyms: []string{"人员编号", "员工编号", "职工编号"},
		},
		{
			ID: "name", Title: pair("姓名", "Name"), Kind: Text, Required: true, Carry: true, Width: 10,
			Help:     pair("与人事档案一致。", "As in the personnel file."),
			Synonyms: []string{"人员姓名"},
		},
		{
			ID: "category", Title: pair("人才类别", "Category"), Kind: CodeKind, Codes: talentCategoryCodes, Required: true, Carry: true, Ditto: true,
			Source:   "C30",
			Help:     pair("最主要的一类；一般管理人员不算创新人才。", "The main one; ordinary managers are not innovation talent."),
			Synonyms: []string{"类别"},
		},
		{
			ID: "mode", Title: pair("来源方式", "How"), Kind: CodeKind, Codes: talentModeCodes, Carry: true, Ditto: true,
			Source:   "C30",
			Help:     pair("从外单位引进，还是自己培养。", "Brought in from outside, or trained."),
			Synonyms: []string{"引进/培养", "方式"},
		},
		{
			ID: "programme", Title: pair("人才工程", "Programme"), Kind: CodeKind, Codes: programmeCodes, Carry: true, Ditto: true,
			Source:   "C30",
			Help:     pair("入选的人才工程；草原英才到 2024 年 6 月，7 月起为英才兴蒙。", "The programme; Grassland Talents ran to June 2024, Talents for Inner Mongolia since July."),
			Synonyms: []string{"人才计划", "人才项目"},
		},
		{
			ID: "degree", Title: pair("学历", "Degree"), Kind: CodeKind, Codes: degreeCodes, Carry: true, Ditto: true,
			Help:     pair("最高学历。", "The highest."),
			Synonyms: []string{"学位", "最高学历"},
		},
		{
			ID: "since", Title: pair("起始日期", "Since"), Kind: Date, Required: true, Carry: true, Ditto: true,
			Source:   "C30",
			Help:     pair("引进到岗、认定或入选的日期，决定算哪一年新增。", "Date of arrival, of recognition or of selection, which decides the year."),
			Synonyms: []string{"引进日期", "到岗日期", "入选日期", "认定日期", "起始时间"},
		},
	},
	Checks: []Check{idCard("talent.id-card")},
}
