package form

import "yice/text"

// patentForm is the register of patents and applications.
var patentForm = Form{
	ID: "patent", Title: pair("专利", "Patents"), Scope: Register,
	Keys:    [][]string{{"number"}},
	Label:   []string{"title"},
	Clauses: []string{"C01", "C10", "C27"},
	Help: pair("一件申请一行，从申请到失效都是这一行，改状态即可。软件著作权和商标不在这里。",
		"One row an application, from filing to lapse; change its status. Copyrights and trademarks do not belong here."),
	Persists: func(r *Record, _ int) bool { return r.Str("status") != Lapsed },
	Fields: []Field{
		{
			ID: "number", Title: pair("申请号", "Application number"), Kind: ID, Identifier: PatentNumber, Required: true, Carry: true, Width: 16,
			Source:   "ZC 0006-2003",
			Help:     pair("受理通知书上的申请号，带不带 CN、ZL、小数点都行；公开号、公告号、证书号不是申请号。", "As on the filing receipt, with or without CN, ZL or the dot; publication and certificate numbers are others."),
			Synonyms: []string{"专利号", "专利申请号", "申请号/专利号", "申请（专利）号"},
		},
		{
			ID: "title", Title: pair("专利名称", "Title"), Kind: Text, Required: true, Carry: true, Width: 30,
			Help:     pair("与受理通知书或证书一致。", "As on the receipt or the certificate."),
			Synonyms: []string{"名称", "发明名称", "发明创造名称"},
		},
		{
			ID: "kind", Title: pair("专利类型", "Kind"), Kind: CodeKind, Codes: patentKindCodes, Required: true, Carry: true,
			Source:   "107-2 〔29–30〕",
			Help:     pair("应与申请号第 5 位一致：1、8 发明，2、9 实用新型，3 外观设计。", "Must agree with the fifth digit of the number: 1 and 8 invention, 2 and 9 utility model, 3 design."),
			Synonyms: []string{"类型", "专利类别", "专利种类"},
		},
		{
			ID: "status", Title: pair("法律状态", "Status"), Kind: CodeKind, Codes: patentStatusCodes, Required: true, Carry: true,
			Source:   "107-2 〔29, 32〕",
			Help:     pair("年末的状态；收到授权通知但未公告的仍是实审。", "At year end; announced grants only, a notice of grant is still examination."),
			Synonyms: []string{"状态", "专利状态", "当前状态"},
		},
		{
			ID: "applied_on", Title: pair("申请日", "Filed on"), Kind: Date, Required: true, Carry: true,
			Source:   "107-2 〔29〕",
			Help:     pair("受理通知书上的申请日。", "Filing date on the receipt."),
			Synonyms: []string{"申请日期", "申请时间"},
		},
		{
			ID: "granted_on", Title: pair("授权公告日", "Granted on"), Kind: Date, Carry: true,
			Source:   "C01 107-2 〔32〕",
			Help:     pair("授权公告日，不是发证日或缴费日；状态为授权时必填，决定算哪一年。", "Date the grant was announced, which decides the year; needed once granted."),
			Synonyms: []string{"授权日期", "授权日", "授权时间", "授权公告日期"},
			Applies:  func(r *Record) bool { s := r.Str("status"); return s == Granted || s == Lapsed },
		},
		{
			ID: "family", Title: pair("同族号", "Family"), Kind: Text, Carry: true, Plain: true, Width: 10,
			Source:   "C01",
			Help:     pair("同一发明的多件专利填同一个号，只计一次；没有同族可空。", "The same for patents of one invention, which count once; may be empty."),
			Synonyms: []string{"专利族", "同族"},
		},
		{
			ID: "holders", Title: pair("权利人", "Holders"), Kind: Text, Carry: true, Width: 20,
			Help:     pair("全部权利人，用顿号隔开；有共有人的，合并时会查是否重复申报。", "All of them; shared patents are looked at for double claims."),
			Synonyms: []string{"专利权人", "申请人", "权利人/申请人"},
		},
		{
			ID: "acquired", Title: pair("获得方式", "How acquired"), Kind: CodeKind, Codes: patentAcquiredCodes, Carry: true, Aside: true,
			Help:     pair("自主申请的填自主，受让、受赠、并购取得的照实填；空着按未注明。", "Own application, or taken over; empty is not stated."),
			Synonyms: []string{"取得方式", "专利获得方式", "专利来源"},
		},
		{
			ID: "implemented", Title: pair("已实施", "Implemented"), Kind: Flag, Codes: flagCodes, Carry: true,
			Source:   "107-2 〔33〕",
			Help:     pair("已在生产或服务中使用，或已转让、许可。", "In use in production or services, or assigned or licensed."),
			Synonyms: []string{"是否实施", "已被实施", "是否已实施"},
		},
		{
			ID: "project", Title: pair("来源项目", "Project"), Kind: Ref, Ref: "project", Carry: true, Width: 12,
			Help:     pair("产生这件专利的项目，填项目编号。", "Code of the project it came from."),
			Synonyms: []string{"项目编号", "项目", "所属项目"},
		},
		{
			ID: "standard", Title: pair("转化标准", "Standard"), Kind: Ref, Ref: "standard", Carry: true, Width: 16,
			Source:   "C27",
			Help:     pair("这件专利写进了哪项标准，填标准号。", "Number of the standard it went into."),
			Synonyms: []string{"标准号", "标准"},
		},
	},
	Checks: []Check{
		{
			ID: "patent.check-digit", Severity: Must, Fields: []string{"number"},
			Bad: func(r *Record) (text.Pair, bool) {
				n := r.Str("number")
				if n == "" {
					return text.Pair{}, false
				}
				want, ok := PatentCheckDigit(n)
				if !ok || want == n[len(n)-1] {
					return text.Pair{}, false
				}
				return text.FormPatentCheckDigit.With(n, string(n[len(n)-1]), string(want), n[:len(n)-1]+string(want)), true
			},
		},
		{
			ID: "patent.type-digit", Severity: Must, Fields: []string{"kind", "number"},
			Bad: func(r *Record) (text.Pair, bool) {
				n, kind := r.Str("number"), r.Str("kind")
				if n == "" {
					return text.Pair{}, false
				}
				digit, want := PatentType(n)
				switch {
				case want == "":
					return text.FormPatentTypeUnknown.With(n, string(digit)), true
				case kind != "" && kind != want:
					return text.FormPatentType.With(n, string(digit), codeTitle(patentKindCodes, want), codeTitle(patentKindCodes, kind)), true
				}
				return text.Pair{}, false
			},
		},
		{
			ID: "patent.number-year", Severity: Verify, Fields: []string{"applied_on", "number"},
			Bad: func(r *Record) (text.Pair, bool) {
				n, on := r.Str("number"), r.Str("applied_on")
				if n == "" || on == "" {
					return text.Pair{}, false
				}
				y := PatentYear(n)
				return found(y != yearOf(on), text.FormPatentYear, n, y, on)
			},
		},
		{
			ID: "patent.granted-on-missing", Severity: Must, Fields: []string{"granted_on", "status"},
			Bad: func(r *Record) (text.Pair, bool) {
				return found(r.Str("status") == Granted && r.Get("granted_on").Empty() && !r.unread("granted_on"), text.FormGrantedOnMissing)
			},
		},
		{
			ID: "patent.granted-on-extra", Severity: Verify, Fields: []string{"granted_on", "status"},
			Bad: func(r *Record) (text.Pair, bool) {
				s, on := r.Str("status"), r.Str("granted_on")
				return found(on != "" && s != "" && s != Granted && s != Lapsed, text.FormGrantedOnExtra, codeTitle(patentStatusCodes, s), on)
			},
		},
		{
			ID: "patent.granted-before-applied", Severity: Must, Fields: []string{"granted_on", "applied_on"},
			Bad: func(r *Record) (text.Pair, bool) {
				on, applied := r.Str("granted_on"), r.Str("applied_on")
				return found(on != "" && applied != "" && on < applied, text.FormGrantedBeforeApplied, on, applied)
			},
		},
	},
}
