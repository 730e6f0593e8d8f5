package form

import "yice/text"

// awardForm is the register of science and technology awards.
var awardForm = Form{
	ID: "award", Title: pair("奖项", "Awards"), Scope: Register, Recognised: true, Binds: []string{"level", "authority"},
	Keys:    [][]string{{"certificate"}, {"achievement_title", "level"}},
	Label:   []string{"name", "awarded_on"},
	Clauses: []string{"C36", "C38"},
	Help: pair("国家、自治区、市三级科学技术奖，一次获奖一行。协会、学会和企业内部的奖不登记在这里。",
		"Science awards of the state, the region and the city, one row an award. Those of associations or of the enterprise itself do not belong here."),
	Fields: []Field{
		{
			ID: "name", Title: pair("奖项名称", "Award"), Kind: Text, Required: true, Ditto: true, Width: 24,
			Source:   "C36",
			Help:     pair("证书上的奖项全称，如 内蒙古自治区科学技术进步奖。", "Full name on the certificate."),
			Synonyms: []string{"奖项", "获奖名称", "奖励名称"},
		},
		{
			ID: "achievement_title", Title: pair("获奖成果", "Achievement title"), Kind: Text, Required: true, Width: 28,
			Source:   "C36",
			Help:     pair("证书上的获奖项目（成果）名称。", "What won, as on the certificate."),
			Synonyms: []string{"获奖成果名称", "获奖项目", "成果名称"},
		},
		{
			ID: "achievement", Title: pair("成果号", "Achievement"), Kind: Text, Plain: true, Width: 10,
			Source:   "C36",
			Help:     pair("同一成果在几级获奖填同一个号，只按最高级计一次。", "The same for one achievement that won at several levels; it counts once, at the highest."),
			Synonyms: []string{"成果编号"},
		},
		{
			ID: "level", Title: pair("获奖级别", "Level"), Kind: CodeKind, Codes: levelCodes, Named: Levels, Required: true, Ditto: true,
			Source:   "C36",
			Help:     pair("授奖的是哪一级政府；厅局和行业协会的奖不等于自治区级。", "Which government gave it; a bureau's or an association's award is not regional."),
			Synonyms: []string{"级别", "奖项级别"},
		},
		{
			ID: "grade", Title: pair("获奖等次", "Grade"), Kind: CodeKind, Codes: gradeCodes,
			Help:     pair("证书上的等次；没有等次的填不分等。", "As on the certificate."),
			Synonyms: []string{"等次", "等级", "获奖等级", "奖励等级"},
		},
		{
			ID: "authority", Title: pair("授奖部门", "Awarded by"), Kind: Text, Required: true, Ditto: true, Width: 18,
			Source:   "C36",
			Help:     pair("证书落款的单位，如 内蒙古自治区人民政府。", "Who signed the certificate."),
			Synonyms: []string{"授奖单位", "颁奖单位", "颁发部门"},
		},
		{
			ID: "awarded_on", Title: pair("获奖日期", "Awarded on"), Kind: Date, Required: true, Ditto: true,
			Source:   "C36",
			Help:     pair("证书或表彰决定的日期，决定算哪一年。", "Date of the certificate or decision, which decides the year."),
			Synonyms: []string{"获奖时间", "授奖日期", "授奖时间"},
		},
		{
			ID: "certificate", Title: pair("证书号", "Certificate"), Kind: Text, Plain: true, Width: 14,
			Help:     pair("本单位的证书号；有证书号时以它识别，合并时据此查重复申报。", "Number of the enterprise's certificate; the row is known by it, and double claims are found by it."),
			Synonyms: []string{"证书编号", "证书或文件号"},
		},
		{
			ID: "rank", Title: pair("单位排名", "Rank of the unit"), Kind: Int, Unit: Place,
			Help:     pair("本企业在完成单位中的排名，第一填 1。", "The enterprise's place among the units, 1 for first."),
			Synonyms: []string{"完成单位排名", "排名"},
		},
		{
			ID: "project", Title: pair("来源项目", "Project"), Kind: Ref, Ref: "project", Width: 12,
			Help:     pair("产生这项成果的项目，填项目编号。", "Code of the project it came from."),
			Synonyms: []string{"项目编号", "项目", "所属项目"},
		},
		{
			ID: "team", Title: pair("获奖团队", "Team"), Kind: Note, Width: 20,
			Source:   "C38",
			Help:     pair("本企业的获奖人员名单，按证书顺序。", "The enterprise's people on the certificate, in its order."),
			Synonyms: []string{"团队", "获奖人员", "主要完成人"},
		},
		{
			ID: "team_reward", Title: pair("团队奖励金额", "Team reward"), Kind: Money, Unit: Yuan, Width: 16,
			Source:   "C38",
			Help:     pair("企业给获奖团队的奖励，不是政府的奖金。", "What the enterprise gives the team, not the state's prize."),
			Synonyms: []string{"团队奖励", "奖励金额"},
		},
		{
			ID: "science", Title: pair("科学技术奖", "Science award"), Kind: Flag, Codes: flagCodes, Aside: true,
			Source:   "C36",
			Help:     pair("奖项名称看不出是科学技术奖的，写明是不是：政策只认科学技术奖，写明前按待认定计。", "Where the award's name does not show that it is one of science: whether it is. Only those count; pending until it is said."),
			Synonyms: []string{"是否科学技术奖", "科技奖"},
		},
	},
	Checks: []Check{
		positive("award.rank", "rank"),
		{
			ID: "award.grade-level", Severity: Verify, Fields: []string{"grade", "level"},
			Bad: func(r *Record) (text.Pair, bool) {
				return found(r.Str("level") == NationalLevel && r.Str("grade") == "三等", text.FormGradeLevel)
			},
		},
		recognisedBefore("award.recognised-before", "awarded_on"),
	},
}
