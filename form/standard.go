package form

import "yice/text"

// standardForm is the register of standards led or taken part in.
var standardForm = Form{
	ID: "standard", Title: pair("标准", "Standards"), Scope: Register,
	Keys:    [][]string{{"number"}},
	Label:   []string{"title"},
	Clauses: []string{"C27"},
	Help: pair("主导或参与制定并在当年发布的标准，一项一行；在编的、只是执行的不登记。",
		"Standards led or taken part in and issued, one row each; drafts and standards merely followed do not belong here."),
	Fields: []Field{
		{
			ID: "number", Title: pair("标准号", "Number"), Kind: ID, Identifier: StandardNumber, Required: true, Width: 18,
			Source:   "107-2 〔41〕",
			Help:     pair("照发布稿抄写，如 GB/T 19001-2016、DB15/T 1234-2023；别漏了「/T」。", "As issued, such as GB/T 19001-2016; mind the '/T'."),
			Synonyms: []string{"标准编号", "编号"},
		},
		{
			ID: "title", Title: pair("标准名称", "Title"), Kind: Text, Required: true, Width: 28,
			Help:     pair("标准的中文全称。", "Full title."),
			Synonyms: []string{"名称"},
		},
		{
			ID: "level", Title: pair("标准级别", "Level"), Kind: CodeKind, Codes: standardLevelCodes, Required: true, Ditto: true,
			Source:   "107-2 〔41〕",
			Help:     pair("与标准号前缀一致：GB 国家，DB 地方，T/ 团体，Q/ 企业，ISO、IEC 国际，其余为行业。", "As the prefix says: GB national, DB local, T/ association, Q/ enterprise, ISO and IEC international, others industry."),
			Synonyms: []string{"级别", "标准类型", "标准类别"},
		},
		{
			ID: "role", Title: pair("参与方式", "Role"), Kind: CodeKind, Codes: standardRoleCodes, Required: true, Ditto: true,
			Help:     pair("列为第一起草单位的是主导，其余为参与。", "Led if first among the drafting units, otherwise took part."),
			Synonyms: []string{"角色", "主导/参与"},
		},
		{
			ID: "issued_on", Title: pair("发布日期", "Issued on"), Kind: Date, Required: true, Ditto: true,
			Source:   "107-2 〔41〕",
			Help:     pair("发布日期，不是实施日期。", "The date of issue, not of coming into force."),
			Synonyms: []string{"发布时间", "颁布日期", "颁布时间"},
		},
		{
			ID: "patent", Title: pair("相关专利", "Patent"), Kind: Ref, Ref: "patent", Width: 16,
			Source:   "C27",
			Help:     pair("写进标准的专利，填申请号。", "Application number of the patent in it."),
			Synonyms: []string{"专利号", "申请号", "专利"},
		},
	},
	Checks: []Check{
		{
			ID: "standard.level-prefix", Severity: Verify, Fields: []string{"level", "number"},
			Bad: func(r *Record) (text.Pair, bool) {
				n, level := r.Str("number"), r.Str("level")
				want := StandardLevel(n)
				return found(want != "" && level != "" && want != level, text.FormStandardLevel, n, codeTitle(standardLevelCodes, want), codeTitle(standardLevelCodes, level))
			},
		},
		{
			ID: "standard.number-year", Severity: Verify, Fields: []string{"issued_on", "number"},
			Bad: func(r *Record) (text.Pair, bool) {
				n, on := r.Str("number"), r.Str("issued_on")
				y := StandardYear(n)
				return found(y != 0 && on != "" && y != yearOf(on), text.FormStandardYear, n, y, on)
			},
		},
	},
}
