package form

import "yice/text"

// platformForm is the register of R&D platforms.
var platformForm = Form{
	ID: "platform", Title: pair("研发平台", "Platforms"), Scope: Register, Recognised: true, Binds: []string{"kind", "level"}, RecognitionLasts: true,
	Keys:    [][]string{{"code"}, {"name"}},
	Clauses: []string{"C19", "C28", "C35"},
	Help: pair("经政府部门批准或认定的研发平台，一块牌子一行；同一平台几块牌子用同一个平台号。",
		"R&D platforms approved by an authority, one row a plate; several plates of one platform share a number."),
	Persists: func(*Record, int) bool { return true },
	Fields: []Field{
		{
			ID: "code", Title: pair("平台编号", "Code"), Kind: Text, Carry: true, Plain: true, Width: 12,
			Help:     pair("企业内部的编号，台账按它引用；不编号的按名称引用。", "The enterprise's own code, by which the ledger refers to it; without one, by its name."),
			Synonyms: []string{"编号", "平台代码"},
		},
		{
			ID: "name", Title: pair("平台名称", "Name"), Kind: Text, Required: true, Carry: true, Width: 26,
			Source:   "C19",
			Help:     pair("批复文件上的全称。", "Full name as in the approval."),
			Synonyms: []string{"名称"},
		},
		{
			ID: "kind", Title: pair("平台类型", "Kind"), Kind: CodeKind, Codes: platformKindCodes, Required: true, Carry: true, Width: 16,
			Source:   "C19",
			Help:     pair("按批复文件选；不在列表里的填其他，是否计分由政策包决定。", "As approved; others may or may not earn points, as the pack says."),
			Synonyms: []string{"类型", "平台类别"},
		},
		{
			ID: "level", Title: pair("平台级别", "Level"), Kind: CodeKind, Codes: levelCodes, Named: Levels, Required: true, Carry: true,
			Source:   "C19 C35",
			Help:     pair("批复部门的级别。市级平台加分，但不视同利润。", "By the authority that approved it. City platforms earn points but do not count as profit."),
			Synonyms: []string{"级别"},
		},
		{
			ID: "role", Title: pair("承担角色", "Role"), Kind: CodeKind, Codes: platformRoleCodes, Carry: true,
			Help:     pair("依托单位填牵头，参与共建填参建。", "Lead for the host, partner otherwise."),
			Synonyms: []string{"角色", "牵头/参建"},
		},
		{
			ID: "partners", Title: pair("共建单位", "Partners"), Kind: Text, Carry: true, Width: 20,
			Help:     pair("共建单位全称，用顿号隔开；合并时据此查重复申报。", "Full names; double claims are found by them."),
			Synonyms: []string{"合作单位", "参建单位"},
		},
		{
			ID: "achievement", Title: pair("平台号", "Platform number"), Kind: Text, Carry: true, Plain: true, Width: 10,
			Source:   "C19",
			Help:     pair("一个平台挂几级牌子填同一个号，只按最高级计一次。", "The same for one platform with several plates; it counts once, at the highest level."),
			Synonyms: []string{"成果号"},
		},
		{
			ID: "established_on", Title: pair("批复日期", "Established on"), Kind: Date, Required: true, Carry: true,
			Source:   "C19 C35",
			Help:     pair("批准建设或认定的日期，决定算哪一年新增；升级的填升级批复日期。", "Date of the approval, which decides in which year it is new; for an upgrade, the date of that."),
			Synonyms: []string{"成立日期", "建立日期", "批准日期", "批复时间", "成立时间", "设立日期", "设立时间", "批准时间", "获批日期", "获批时间"},
		},
		{
			ID: "nature", Title: pair("新增性质", "How it is new"), Kind: CodeKind, Codes: natureCodes, Carry: true,
			Source:   "C19 C35",
			Help:     pair("新建、已有的新认定，还是由低一级升级；空着按新建。", "Newly built, newly recognised, or upgraded; empty means newly built."),
			Synonyms: []string{"性质", "新建/升级"},
		},
		{
			ID: "upgraded_from", Title: pair("原级别", "Upgraded from"), Kind: CodeKind, Codes: levelCodes, Named: Levels, Carry: true,
			Source:   "C19",
			Help:     pair("升级前的级别；只在新增性质为升级时填。", "The level before; only for an upgrade."),
			Synonyms: []string{"升级前级别"},
			Applies:  func(r *Record) bool { return r.Str("nature") == Upgraded },
		},
		{
			ID: "total_spend", Title: pair("建设支出", "Spending"), Kind: Money, Unit: Yuan, Width: 16,
			Source:   "C35",
			Help:     pair("当年的平台建设支出，台账内外都算；超出台账的部分认定后可视同利润。", "Spent on building it in the year, within the ledger or not; the part outside may count as profit once recognised."),
			Synonyms: []string{"平台建设支出", "当年建设支出"},
		},
		{
			ID: "staff", Title: pair("平台人员", "Staff"), Kind: Int, Unit: Persons,
			Help:     pair("年末固定研发人员。", "R&D staff at year end."),
			Synonyms: []string{"人员数", "研发人员"},
		},
	},
	Checks: []Check{
		{
			ID: "platform.upgraded-from-missing", Severity: Verify, Fields: []string{"upgraded_from", "nature"},
			Bad: func(r *Record) (text.Pair, bool) {
				return found(r.Str("nature") == Upgraded && r.Get("upgraded_from").Empty() && !r.unread("upgraded_from"), text.FormUpgradedFromMissing)
			},
		},
		{
			ID: "platform.upgraded-from-extra", Severity: Verify, Fields: []string{"upgraded_from", "nature"},
			Bad: func(r *Record) (text.Pair, bool) {
				return found(r.Str("nature") != Upgraded && !r.Get("upgraded_from").Empty(), text.FormUpgradedFromExtra, r.Form.Field("upgraded_from").CodeTitle(r.Str("upgraded_from")))
			},
		},
		{
			ID: "platform.upgrade-order", Severity: Verify, Fields: []string{"upgraded_from", "level"},
			Bad: func(r *Record) (text.Pair, bool) {
				from, to := levelRank(r.Form.Field("level"), r.Str("upgraded_from")), levelRank(r.Form.Field("level"), r.Str("level"))
				return found(r.Str("nature") == Upgraded && from >= 0 && to >= 0 && from <= to, text.FormUpgradeOrder, r.Form.Field("upgraded_from").CodeTitle(r.Str("upgraded_from")), r.Form.Field("level").CodeTitle(r.Str("level")))
			},
		},
		recognisedBefore("platform.recognised-before", "established_on"),
	},
}
