package text

// The policy pack.
var (
	TuiPolicy       = Pair{"政策包", "Policy"}
	TuiGoPolicy     = Pair{"政策包：参数、假设、口径对照、与上年比较", "Policy pack: parameters, assumptions, readings, last year's"}
	TuiFootPolicy   = Pair{"政策", "Policy"}
	TuiPolAll       = Pair{"全部", "All"}
	TuiPolAssumed   = Pair{"假设", "Assumed"}
	TuiPolOwn       = Pair{"一企一策", "This enterprise"}
	TuiPolReadings  = Pair{"口径对照", "Readings"}
	TuiPolDiff      = Pair{"与上年比较", "Last year's"}
	TuiPolTab       = Pair{"换一类看：全部、假设、一企一策、口径对照、与上年比较", "All, assumed, this enterprise's, readings, last year's"}
	TuiPolSet       = Pair{"为本企业设定这一项（写入新的草案）", "Set it for this enterprise (into a new draft)"}
	TuiFootSet      = Pair{"设定", "Set"}
	TuiPolUnset     = Pair{"取消本企业的设定，恢复默认", "Drop this enterprise's setting"}
	TuiPolNext      = Pair{"生成下一年的政策包草案", "Make next year's draft"}
	TuiFootNextYear = Pair{"下一年", "Next year"}

	TuiPolLine      = Pair{"政策包第 %d 行", "line %d of the pack"}
	TuiPolDefault   = Pair{"默认 %s（%s）", "default %s (%s)"}
	TuiPolReason    = Pair{"原因：%s", "Reason: %s"}
	TuiPolIsType    = Pair{"按企业类型设定", "Set for the type of enterprise"}
	TuiPolIsWord    = Pair{"政策包的规定", "As the pack says"}
	TuiPolCanSet    = Pair{"可以为本企业单独设定，按 Enter", "May be set for this enterprise: Enter"}
	TuiPolCannot    = Pair{"政策包不允许为单个企业调整这一项", "The pack does not let a single enterprise have its own"}
	TuiPolNoPrev    = Pair{"工作区里没有 %d 年度的政策包，无从比较。收下那一年的政策包之后，这里会列出差别。", "The workspace has no pack for %d to compare with. Once one is taken in, the differences stand here."}
	TuiPolSame      = Pair{"与上年的政策包没有差别", "Nothing differs from last year's pack"}
	TuiPolAgainst   = Pair{"与 %s %s 比较，%d 处不同", "Beside %s %s, %d differences"}
	TuiPolNoAddback = Pair{"本政策包没有研发加回。", "This pack adds no R&D back."}
	TuiPolReadSay   = Pair{"政策文件没有写明采用哪种口径；下面是同一份数据在每种口径下的结果。采用哪一种由政策包确定。", "The document does not say which reading holds; here is what each makes of the same data. The pack chooses."}
	TuiPolReading   = Pair{"加计", "Rates"}
	TuiPolBasis     = Pair{"研发口径", "R&D counted"}
	TuiPolBack      = Pair{"加回", "Added back"}
	TuiPolAgainstIs = Pair{"相差", "Beside it"}
	TuiPolThenIs    = Pair{"考核利润", "Assessed"}
	TuiPolInForce   = Pair{"现行", "in force"}

	TuiPolAskValue   = Pair{"%s %s：现在是 %s。为 %s 设为：", "%s, %s: now %s. For %s set it to:"}
	TuiPolAskReason  = Pair{"依据什么？例如 2023 年度经营业绩责任书第 4 条。原因会写进政策包，在得分的解释里给出。", "On what ground? The letter of responsibility, its article. The reason is written into the pack and shown with every explanation."}
	TuiPolSetTitle   = Pair{"一企一策", "For this enterprise"}
	TuiPolTake       = Pair{"收下政策包（国资委签发的，或草案）", "Take a policy pack (an issued one, or a draft)"}
	TuiFootTakePack  = Pair{"收政策包", "Take a pack"}
	TuiPolTakeSay    = Pair{"政策包文件的路径（.toml，或发给本企业的 .yicepolicy）。已签发的 .toml，签名文件（.toml.sig）要在它旁边。", "The path of the pack (.toml, or the .yicepolicy made for you). The signature of an issued .toml (.toml.sig) lies beside it."}
	TuiPolNotOne     = Pair{"%s 读不了，或不是政策包：请选 .toml 或 .yicepolicy 文件", "%s cannot be read, or is no pack: choose a .toml or .yicepolicy file"}
	TuiPolThere      = Pair{"政策包 %s 已在工作区里，没有变动", "The pack %s is in the workspace already; nothing has changed"}
	TuiPolTaken      = Pair{"已收下政策包 %[1]s（%[2]d 年度），签发人 %[3]s", "Took the pack %[1]s for %[2]d, issued by %[3]s"}
	TuiPolTakenDraft = Pair{"已收下政策包草案 %[1]s（%[2]d 年度），只作模拟", "Took the draft %[1]s for %[2]d; it only simulates"}
	TuiPolConfirm    = Pair{"存为新的草案，得分按模拟计。效果：\n%s", "It is kept as a new draft; the score is then a simulation. It makes:\n%s"}
	TuiPolNoEffect   = Pair{"得分不变", "the score stays as it is"}
	TuiPolKept       = Pair{"已存为草案，并按它计分（模拟）", "Kept as a draft, and scored with (simulation)"}
	TuiPolKeptIssued = Pair{"已存为草案；本年度有签发的正式政策包，计分仍按正式的", "Kept as a draft; the year has an issued pack, which still scores"}
	TuiPolKeptAsked  = Pair{"已存为草案；本次启动时另外指定了政策包，计分仍按它", "Kept as a draft; this run was started with another pack, which still scores"}
	TuiPolNextTitle  = Pair{"%d 年度政策包草案", "Draft for %d"}
	TuiPolNextSay    = Pair{"以现行政策包为底稿，改好年度、起止日期和版本，存为 %d 年度的草案。各企业的目标沿用，请逐项核对。生成吗？", "Next year's draft is made from the pack in force, with year, dates and version moved on to %d. Targets carry over; look at each. Make it?"}
	TuiPolNextDone   = Pair{"已存为 %d 年度的草案", "Kept as the draft for %d"}
)
