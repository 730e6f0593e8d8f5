package form

import (
	"yice/internal/pattern"

	"yice/text"
)

// enterpriseForm is the enterprise's card, kept a year so that a new name or type does not rewrite last year.
var enterpriseForm = Form{
	ID: "enterprise", Title: pair("企业概况", "Enterprise"), Scope: PerEnterprise,
	Keys:    [][]string{{"uscc"}},
	Label:   []string{"name"},
	Clauses: []string{"C09", "C11", "C34"},
	Help: pair("企业的名片：类型决定指标权重，人名用在报表签字栏。每年一张，年初从上年带过来。",
		"The enterprise's card: its type decides the weights, its names go into the signature block. One a year, carried over from the last."),
	Persists: func(*Record, int) bool { return true },
	Fields: []Field{
		{
			ID: "uscc", Title: pair("统一社会信用代码", "Unified social credit code"), Kind: ID, Identifier: USCC, Required: true, Carry: true, Width: 20,
			Source: "GB 32100-2015",
			Help: pair("营业执照上的 18 位代码。字母 I、O、S、V、Z 不会出现，容易与 1、0、5 混淆。",
				"The 18 characters on the business licence. I, O, S, V and Z never occur; mind 1, 0 and 5."),
			Synonyms: []string{"信用代码", "社会信用代码", "统一信用代码", "企业代码"},
		},
		{
			ID: "name", Title: pair("企业名称", "Name"), Kind: Text, Required: true, Carry: true, Width: 28,
			Help: pair("与营业执照一致的全称，不用简称。",
				"The full name as on the licence."),
			Synonyms: []string{"单位名称", "单位详细名称", "企业全称"},
		},
		{
			ID: "short_name", Title: pair("企业简称", "Short name"), Kind: Text, Carry: true, Width: 12,
			Help:     pair("屏幕和排名表里用的短名字，如「水务集团」。", "The short name for screens and rankings."),
			Synonyms: []string{"简称"},
		},
		{
			ID: "type", Title: pair("企业类型", "Type"), Kind: CodeKind, Codes: enterpriseTypeCodes, Named: Types, Required: true, Carry: true,
			Source: "C09 C34",
			Help: pair("按国资委核定的分类填写；类型决定各项指标的权重和创新方向，应与政策包中的类型一致。",
				"As the regulator classified it; the type decides weights and directions and must agree with the policy pack."),
			Synonyms: []string{"类型", "企业分类", "功能分类"},
		},
		{
			ID: "tier", Title: pair("企业层级", "Tier"), Kind: CodeKind, Codes: tierCodes, Carry: true,
			Help:     pair("集团本部填报自身及不单独报送的部分；权属企业单独报送时填上级代码。", "Headquarters, or a subsidiary that files by itself and names its parent."),
			Synonyms: []string{"层级", "企业级次"},
		},
		{
			ID: "parent_uscc", Title: pair("上级企业代码", "Parent's code"), Kind: ID, Identifier: USCC, Carry: true, Width: 20,
			Source:   "GB 32100-2015",
			Help:     pair("权属企业填集团的统一社会信用代码，合并时据此剔除集团内部往来。", "A subsidiary gives the group's code; consolidation eliminates intra-group spending by it."),
			Synonyms: []string{"上级单位代码", "集团代码", "母公司代码"},
			Applies:  func(r *Record) bool { return r.Str("tier") != "集团本部" },
		},
		{
			ID: "industry", Title: pair("行业代码", "Industry"), Kind: CodeKind, Codes: industryCodes, OpenCodes: true, Pattern: `^[0-9]{2,4}$`, Identifier: Industry, Carry: true,
			Source: "GB/T 4754-2017",
			Help: pair("国民经济行业分类代码，填到小类（4 位）；列表里没有的可直接键入。",
				"The code of the national classification, four digits where possible; others than those listed may be typed."),
			Synonyms: []string{"行业", "所属行业", "国民经济行业"},
		},
		{
			ID: "area", Title: pair("所在地区", "Area"), Kind: CodeKind, Codes: areaCodes, OpenCodes: true, Pattern: `^[0-9]{6}$`, Identifier: Area, Carry: true,
			Source: "GB/T 2260",
			Help: pair("企业主要经营地的 6 位区划代码，不一定是注册地；市外的可直接键入。",
				"Six digits of where the enterprise mainly works, which may differ from where it is registered."),
			Synonyms: []string{"地区", "区划代码", "行政区划", "所在旗县区"},
		},
		{
			ID: "legal_representative", Title: pair("法定代表人", "Legal representative"), Kind: Text, Carry: true, Width: 10,
			Help:     pair("营业执照上的法定代表人。", "As on the licence."),
			Synonyms: []string{"法人代表", "法人"},
		},
		{
			ID: "unit_head", Title: pair("单位负责人", "Head of unit"), Kind: Text, Carry: true, Width: 10,
			Source:   "107-1 107-2",
			Help:     pair("报表签字栏的单位负责人，报送前由本人确认。", "Signs the returns; confirms before the filing is sealed."),
			Synonyms: []string{"负责人"},
		},
		{
			ID: "statistics_head", Title: pair("统计负责人", "Head of statistics"), Kind: Text, Carry: true, Width: 10,
			Source: "107-1 107-2",
			Help:   pair("报表签字栏的统计负责人，审核填表人的数据。", "Signs the returns; reviews what was keyed."),
		},
		{
			ID: "prepared_by", Title: pair("填表人", "Prepared by"), Kind: Text, Carry: true, Width: 10,
			Source:   "107-1 107-2",
			Help:     pair("实际填表的人。", "Whoever keys the data."),
			Synonyms: []string{"填报人", "经办人"},
		},
		{
			ID: "phone", Title: pair("联系电话", "Phone"), Kind: Text, Carry: true, Width: 14, Plain: true,
			Source:   "107-1 107-2",
			Help:     pair("填表人的电话，固定电话带区号，如 0472-5555555。", "Of whoever keys the data, with the area code."),
			Synonyms: []string{"电话", "联系方式"},
		},
		{
			ID: "innovation_lead", Title: pair("分管科技创新领导", "Executive for innovation"), Kind: Text, Carry: true, Width: 10,
			Source:   "C11",
			Help:     pair("领导班子中明确分管科技创新工作的成员。", "The member of the leadership in charge of innovation."),
			Synonyms: []string{"分管领导", "科技创新分管领导"},
		},
		{
			ID: "returns", Title: pair("涉及的报表", "Returns that concern it"), Kind: Text, Carry: true, Width: 24, Plain: true, Aside: true,
			Help: pair("本企业要出哪些报表，写编号，用顿号隔开；空着就是一般企业的几张，一张也不涉及写「无」。在「报表」里按空格勾选最方便。只有别的报表才要的指标不再显示。",
				"The ids of the returns the enterprise owes, separated by commas; empty: those of an ordinary one. Space on the screen of returns is the easy way. Figures that only other returns ask for are out of sight."),
			Synonyms: []string{"报送的报表", "适用报表"},
		},
	},
	Checks: []Check{
		{
			ID: "enterprise.parent-missing", Severity: Verify, Fields: []string{"parent_uscc", "tier"},
			Bad: func(r *Record) (text.Pair, bool) {
				return found(r.Str("tier") == "权属企业" && r.Get("parent_uscc").Empty(), text.FormParentMissing)
			},
		},
		{
			ID: "enterprise.parent-self", Severity: Verify, Fields: []string{"parent_uscc", "uscc"},
			Bad: func(r *Record) (text.Pair, bool) {
				p := r.Str("parent_uscc")
				return found(p != "" && p == r.Str("uscc"), text.FormParentSelf, p)
			},
		},
		{
			ID: "enterprise.phone", Severity: Verify, Fields: []string{"phone"},
			Bad: func(r *Record) (text.Pair, bool) {
				p := r.Str("phone")
				return found(p != "" && !phoneShaped(p), text.FormPhone, Printable(p, 40))
			},
		},
	},
}

// phoneShaped: a mobile number, a landline with its area code and perhaps an extension, or 400 and 800; with +86 or without.
func phoneShaped(s string) bool { return phone.MatchString(s) }

var phone = pattern.Of(`^(?:\+?86[ -]?)?(?:1[3-9][0-9]{9}|1[3-9][0-9][ -][0-9]{4}[ -][0-9]{4}|` +
	`(?:\(0[1-9][0-9]{1,2}\)|0[1-9][0-9]{1,2})[ -]?[0-9]{7,8}(?:[ -]?(?:转|ext\.?|x)?[ -]?[0-9]{1,6})?|[48]00[ -]?[0-9]{3}[ -]?[0-9]{4})$`)
