package form

// allianceForm is the register of alliances, consortia, studios and shared laboratories.
var allianceForm = Form{
	ID: "alliance", Title: pair("联合创新", "Alliances"), Scope: Register,
	Label:   []string{"name", "formed_on"},
	Alike:   []string{"name", "kind"},
	Clauses: []string{"C24", "C26"},
	Help: pair("签了协议、有共同任务的联盟、联合体、工作室、共建实验室和校企合作，一个一行；一般买卖合同不是。",
		"Alliances, consortia, studios, shared laboratories and school partnerships with an agreement and a common task, one row each."),
	Fields: []Field{
		{
			ID: "name", Title: pair("名称", "Name"), Kind: Text, Required: true, Width: 28,
			Source: "C26", Help: pair("协议或批文上的名称。", "As in the agreement or approval."),
			Synonyms: []string{"联盟名称", "联合体名称"},
		},
		{
			ID: "kind", Title: pair("类型", "Kind"), Kind: CodeKind, Codes: allianceKindCodes, Required: true, Ditto: true, Width: 14,
			Source: "C26", Help: pair("按协议性质选。", "As the agreement says."),
			Synonyms: []string{"类别"},
		},
		{
			ID: "partners", Title: pair("合作单位", "Partners"), Kind: Text, Width: 24,
			Help:     pair("合作单位全称，用顿号隔开。", "Full names of the partners."),
			Synonyms: []string{"成员单位", "共建单位"},
		},
		{
			ID: "partner_kind", Title: pair("合作单位类型", "Kind of partner"), Kind: CodeKind, Codes: partnerKindCodes, Ditto: true, Width: 14,
			Source: "C26", Help: pair("有几类时填最主要的一类。", "The main one."),
			Synonyms: []string{"单位类型"},
		},
		{
			ID: "formed_on", Title: pair("成立日期", "Formed on"), Kind: Date, Required: true, Ditto: true,
			Source: "C26", Help: pair("协议签订或批准的日期，决定算哪一年。", "Date of the agreement or approval, which decides the year."),
			Synonyms: []string{"组建日期", "签约日期", "成立时间"},
		},
		{
			ID: "role", Title: pair("承担角色", "Role"), Kind: CodeKind, Codes: allianceRoleCodes, Ditto: true,
			Source: "C26", Help: pair("发起或理事长单位填牵头。", "Lead for the initiator."),
			Synonyms: []string{"角色", "牵头/参与"},
		},
	},
}
