package text

// Sentences and titles of consolidation.
var (
	FilingCollectMany   = Pair{"一次最多汇总 %d 份报送文件：请分批", "at most %d submissions are consolidated at a time: do it in parts"}
	FilingHandedOn      = Pair{"由 %[1]s（%[2]s）转报", "handed on by %[1]s (%[2]s)"}
	FilingBundleUnasked = Pair{"转报包 %[1]s 自称由 %[2]s（%[3]s）转报：没有给密钥名册，没有核对是谁签的名", "the bundle %[1]s says that %[2]s (%[3]s) hands it on: no register of keys was given, so nobody asked who signed it"}
	FilingCollectEmpty  = Pair{"文件夹 %s 里没有报送文件（.zip）", "the folder %s holds no submission (.zip)"}
	FilingCollectSlow   = Pair{"校验超过 %d 分钟，已放弃：请单独用 yice verify 校验", "verification took more than %d minutes and was given up: run yice verify on it alone"}
	FilingCollectOf     = Pair{"%[1]s：%[2]s", "%[1]s: %[2]s"}
	FilingCollectFork   = Pair{"编号 %[1]s 有两份内容不同的报送文件（另一份：%[2]s），只取较晚的一份：请向企业核实", "serial %[1]s stands on two different submissions (the other: %[2]s); the later one is used: ask the enterprise"}
	FilingCollectSigner = Pair{"与先前的报送文件 %s 不是同一把密钥签名：请向企业核实", "not signed by the key of the earlier submission %s: ask the enterprise"}
	FilingCollectClaims = Pair{"%[1]s：可能重复申报的行超过 %[2]d 行，只查了前面的", "%[1]s: more than %[2]d rows that might be claimed twice; only the first were compared"}
	FilingCollectKind   = Pair{"不知道 %s 要写成什么：文件名请以 .xlsx 结尾", "cannot tell what %s is to be: end the name in .xlsx"}

	FilingClaimPatent        = Pair{"申请号相同：%s", "same application number: %s"}
	FilingClaimFamily        = Pair{"同族号相同：%s", "same patent family: %s"}
	FilingClaimCertificate   = Pair{"证书号相同：%s", "same certificate: %s"}
	FilingClaimAward         = Pair{"奖项、级别和成果名称相同：%[1]s《%[2]s》", "same award, level and achievement: %[1]s, %[2]s"}
	FilingClaimPlatform      = Pair{"平台名称、级别和认定部门相同：%[1]s（%[2]s，%[3]s）", "same platform, level and authority: %[1]s (%[2]s, %[3]s)"}
	FilingClaimPlatformNamed = Pair{"平台名称和级别相同：%[1]s（%[2]s）", "same platform and level: %[1]s (%[2]s)"}
	FilingClaimDocument      = Pair{"认定文号相同、名称相近：%s", "same decision and alike names: %s"}

	FilingGroupPrevious = Pair{"有 %d 家没有上年数，合并口径的增量偏大", "%d members have no figure of the year before; the consolidated increment is too large"}
	FilingGroupMissing  = Pair{"有成员的加回缺数据，没有合计", "a member's add-back lacks data; there is no sum"}
	FilingGroupTooMuch  = Pair{"合计超出能精确计分的范围，没有算合并口径的加回；请核对成员的单位是元还是万元", "the sums are beyond what can be scored exactly, so there is no consolidated add-back; check the members' figures, yuan against 10k yuan"}
	FilingGroupNote     = Pair{"合并口径剔除了本年成员间的委托研发；上年的往来报送文件里没有，未剔除", "the consolidated scope leaves out what members commissioned from one another this year; that of the year before is not in the files and is left in"}

	FilingCollectTable    = Pair{"企业汇总", "Enterprises"}
	FilingCollectSpread   = Pair{"分布", "Spread"}
	FilingCollectTotals   = Pair{"合计", "Totals"}
	FilingCollectDoubles  = Pair{"重复申报", "Claimed twice"}
	FilingCollectPairs    = Pair{"内部往来", "Intra-group"}
	FilingCollectGroups   = Pair{"集团两种口径", "Groups"}
	FilingCollectReplaced = Pair{"已被替代", "Replaced"}
	FilingCollectProblems = Pair{"问题", "Problems"}
	FilingCollectFine     = Pair{"通过", "verified"}
	FilingCollectBad      = Pair{"不通过", "not verified"}

	FilingColRank       = Pair{"同类排名", "Rank within type"}
	FilingColCode       = Pair{"统一社会信用代码", "Unified code"}
	FilingColName       = Pair{"企业名称", "Name"}
	FilingColType       = Pair{"类型", "Type"}
	FilingColYear       = Pair{"年度", "Year"}
	FilingColBook       = Pair{"利润总额（万元）", "Profit (CNY 10k)"}
	FilingColAddback    = Pair{"研发加回（万元）", "Add-back (CNY 10k)"}
	FilingColRD         = Pair{"研发投入（万元）", "R&D (CNY 10k)"}
	FilingColExpensed   = Pair{"其中：费用化", "of it expensed"}
	FilingColGovernment = Pair{"其中：政府资金", "of it from government"}
	FilingColEliminated = Pair{"内部委托研发（剔除）", "Commissioned within (left out)"}
	FilingColNet        = Pair{"剔除后研发投入", "R&D net of it"}
	FilingColVerified   = Pair{"校验", "Verification"}
	FilingColPack       = Pair{"政策包", "Pack"}
	FilingColParent     = Pair{"上级企业代码", "Parent"}
	FilingColFile       = Pair{"文件", "File"}
	FilingColSerial     = Pair{"报送编号", "Serial"}
	FilingColSealed     = Pair{"封存时间", "Sealed at"}
	FilingColSigner     = Pair{"签名", "Signer"}
	FilingColFigure     = Pair{"指标", "Figure"}
	FilingColAll        = Pair{"全部", "all"}
	FilingColCount      = Pair{"家数", "Enterprises"}
	FilingColMin        = Pair{"最小", "Minimum"}
	FilingColMedian     = Pair{"中位数", "Median"}
	FilingColMax        = Pair{"最大", "Maximum"}
	FilingColNumber     = Pair{"序号", "No."}
	FilingColGrade      = Pair{"程度", "Grade"}
	FilingColForm       = Pair{"表", "Form"}
	FilingColBecause    = Pair{"依据", "Because"}
	FilingColKey        = Pair{"编号", "Key"}
	FilingColTitle      = Pair{"名称", "Title"}
	FilingColEntry      = Pair{"文件内的表", "Table in the file"}
	FilingColRow        = Pair{"行", "Row"}
	FilingColFrom       = Pair{"委托方", "From"}
	FilingColTo         = Pair{"受托方", "To"}
	FilingColYuan       = Pair{"金额（元）", "Amount (CNY)"}
	FilingColLines      = Pair{"笔数", "Lines"}
	FilingColGroup      = Pair{"所属集团", "Group"}
	FilingColSum        = Pair{"加回：成员之和", "Add-back, sum of members"}
	FilingColWhole      = Pair{"加回：合并口径", "Add-back, consolidated"}
	FilingColNote       = Pair{"说明", "Note"}
	FilingColMembers    = Pair{"成员", "Members"}
	FilingColBy         = Pair{"由哪一份替代", "Replaced by"}

	FilingSignedNotOne    = Pair{"%s 不是这种文件：应是国资委用 yice 生成的 .zip", "%s is not such a file: it should be a .zip made with yice by the regulator"}
	FilingSignedBroken    = Pair{"%[1]s 没有通过核对：%[2]s", "%[1]s does not check out: %[2]s"}
	FilingSignedNot       = Pair{"%s 没有签名：请向国资委索取签名的文件，或核实来源后加 --unsigned", "%s is not signed: ask the regulator for a signed one, or, once you know where it comes from, add --unsigned"}
	FilingSignedWrongHand = Pair{"没有接收 %[1]s：%[2]s", "%[1]s was not taken: %[2]s"}
	FilingSignedNobody    = Pair{"它没有签名，而这里登记了密钥，只认有权的签名", "it is not signed, and keys are registered here: only a signature of one entitled counts"}
	FilingSignedOld       = Pair{"%s 是旧格式，签名没有写明签的是什么、什么时候签的：请对方用新版本重新签发", "%s is of the old format: its signature does not say what it signs, nor when. Ask for it to be signed again by a newer version"}
	FilingSignedStatement = Pair{"它的签名写明签的是 %[1]s，不能当作 %[2]s 用", "its signature says that it signs %[1]s, which is no signature under a %[2]s"}

	FilingReceiptUnverified = Pair{"报送文件没有通过校验，不能出回执", "the submission does not verify; there is no receipt for it"}
	FilingReceiptOther      = Pair{"回执是给 %[1]s %[2]d 年度的，当前是 %[3]s %[4]d 年度", "the receipt is for %[1]s and %[2]d; this is %[3]s and %[4]d"}
	FilingReceiptUnknown    = Pair{"回执说收到的是 %s，本工作区没有封存过这一份", "the receipt is for %s, which was never sealed in this workspace"}
	FilingReceiptDiffers    = Pair{"回执说收到的 %[1]s 与本工作区封存的内容不同（清单 SM3 不一致）：请与国资委核对", "what the receipt calls %[1]s is not what was sealed here (the SM3 of the manifest differs): ask the regulator"}
	FilingReceiptTaken      = Pair{"已登记回执：%[1]s，收到时间 %[2]s，签收方 %[3]s，按数据复核得分 %[4]s", "receipt taken in: %[1]s, received at %[2]s by %[3]s, scored again from its data: %[4]s"}
	FilingReceivedFolder    = Pair{"「%s」里有 %d 个 .zip：要有回执或认定文件，最多 %d 个", "'%s' holds %d .zip files: receipts or recognitions are needed, %d at most"}
	FilingReceiptAgain      = Pair{"这份回执已经登记过：%s", "this receipt is in already: %s"}
	FilingReceiptOld        = Pair{
		"这份回执是旧格式：没有写明封存时的历史，也没有编号，不能用来对照历史",
		"the receipt is of an older format: it says neither which history the submission was sealed with nor a number of its own, and cannot be held against the history",
	}
	// %[1]d: its number; %[2]d: receipts in the log; %[3]s: the root.
	FilingReceiptNumbered   = Pair{"回执第 %[1]d 号，国资委的回执登记簿到它共 %[2]d 条，根 %[3]s", "receipt number %[1]d; with it the regulator's log has %[2]d, root %[3]s"}
	FilingReceiptUnnumbered = Pair{"这份回执没有签名，也就没有编号，不在回执登记簿里", "the receipt is unsigned, and so has no number and is in no log"}
	// %[2]s, %[3]s: serials of the two submissions.
	FilingReceiptRewound = Pair{
		"两份回执都是第 %[1]d 号（%[2]s 与先前收到的 %[3]s），登记簿的根却不同：国资委的回执登记簿被回退或改写过。没有接收，请与国资委核对。",
		"two receipts have the number %[1]d (for %[2]s, and for %[3]s, which came before) and different roots: the regulator's log of receipts was rewound or edited. It was not taken; ask the regulator.",
	}
	FilingReceiptsGiven    = Pair{"写回执 %[1]d 份，内容没有变的 %[2]d 份保持原样；回执登记簿共 %[3]d 条，根 %[4]s", "%[1]d receipts written, %[2]d left as they say the same; the log of receipts has %[3]d, root %[4]s"}
	FilingReceiptsUnsigned = Pair{"写回执 %d 份，没有签名，也就没有编号，不能作证：请用 --sign-key 签名", "%d receipts written, unsigned, and so without a number: they prove nothing. Sign them with --sign-key"}
	FilingReceiptsLog      = Pair{
		"回执登记簿 %[1]s 核对不上：%[2]s。没有出回执；请取回它原来的样子（连同整个回执文件夹），再试。",
		"the log of receipts, %[1]s, does not check out: %[2]s. No receipt was given; bring it back as it was, with all of the folder, and try again.",
	}
	// %[1]s: the folder; %[2]s: a receipt in it; %[3]d: its number; %[4]d: receipts in the log.
	FilingReceiptsRewound = Pair{
		"%[1]s 里的回执登记簿被回退或改写过：回执 %[2]s 是第 %[3]d 号，登记簿只有 %[4]d 条，或那一条不是它。没有出回执；请取回最新的登记簿；这份回执若出自别处，请移到别的文件夹。",
		"the log of receipts in %[1]s was rewound or edited: the receipt %[2]s has the number %[3]d, and the log has %[4]d entries, or another one there. No receipt was given; bring the newest log back, or move the receipt away if it is from elsewhere.",
	}
	FilingReceiptsBusy    = Pair{"另一个程序正在 %s 里写回执，没有等到：请稍后再试", "another program is writing receipts in %s and did not finish: try again later"}
	FilingReceiptsFull    = Pair{"%s 里的回执登记簿已满：请换一个新的回执文件夹，旧的留存", "the log of receipts in %s is full: use another folder for receipts, and keep this one"}
	FilingReceiptUnsigned = Pair{"（没有签名）", "(unsigned)"}
)

// Sentences of comparing, recognitions and merging.
var (
	FilingDiffMany = Pair{"「%[1]s」有超过 %[2]d 行不同，逐格比较没有意义", "\"%[1]s\" differs in more than %[2]d rows; comparing cell by cell says nothing"}

	FilingRecogniseLabel    = Pair{"接收认定结果 %[1]d 条（%[2]s）", "recognitions taken in: %[1]d (%[2]s)"}
	FilingRecogniseLocked   = Pair{"%[1]s 的 %[2]d 年度已封存，认定结果写不进去：请先解封（yice reopen，写明原因），接收后重新封存", "the year %[2]d of %[1]s is sealed and takes no recognitions: reopen it first (yice reopen, with a reason), take them in and seal again"}
	FilingRecogniseHeader   = Pair{"认定表的表头应有这些列：%s", "a table of recognitions has these columns: %s"}
	FilingRecogniseForm     = Pair{"「%s」不是要认定的表：应为 project、award 或 platform", "\"%s\" is no form that is recognised: project, award or platform"}
	FilingRecogniseNoRow    = Pair{"「%[1]s」里没有（或不止一行是）「%[2]s」", "\"%[1]s\" has no row, or several, known as \"%[2]s\""}
	FilingRecogniseEmpty    = Pair{"没有写认定结果：应为 已认定、不予认定 或 待认定", "no decision: write recognised, refused or pending"}
	FilingRecogniseBound    = Pair{"「%[1]s」的「%[2]s」现在是「%[3]s」，与认定时不同：这份认定不适用", "the '%[2]s' of \"%[1]s\" is '%[3]s' now, not what was decided on: the decision does not apply"}
	FilingRecogniseBinds    = Pair{"没有写「%s」：认定要写明认定时的级别、授奖部门或平台类型，否则改了也还算数", "no '%s': a decision names the level, authority or kind that was decided on; else a change of them would go unseen"}
	FilingRecogniseUnbound  = Pair{"认定表没有写明级别、授奖部门或平台类型（旧格式）：不能证明认定的就是现在这一级", "the table does not say which level, authority or kind was decided on (old format): it does not prove that it was the present one"}
	FilingRecogniseDocument = Pair{"已认定或不予认定必须有文号和日期", "recognised and refused need a document number and a date"}
	FilingRecogniseTwice    = Pair{"同一行在文件里出现了两次，只取前一次", "the row stands in the file twice; the first one is used"}
	FilingRecogniseYear     = Pair{"「%s」不是年度", "\"%s\" is no year"}
	FilingRecogniseCode     = Pair{"「%s」不是统一社会信用代码", "\"%s\" is no unified code"}

	FilingMergeLabel  = Pair{"并入 %s", "merge %s"}
	FilingMergeAbsent = Pair{"%[1]s 里没有 %[2]s 的 %[3]d 年度", "%[1]s has no year %[3]d of %[2]s"}
	FilingMergeSelf   = Pair{"不能把工作区并入它自己：%s", "a workspace cannot be merged into itself: %s"}
	FilingMergeForm   = Pair{"没有编号为 %s 的表", "there is no form %s"}
	FilingMergeLocked = Pair{"%[1]s 的 %[2]d 年度已封存，不能并入：请先解封（写明原因）", "the year %[2]d of %[1]s is sealed, nothing can be merged: reopen it first, with a reason"}
	FilingMergeMany   = Pair{"「%[1]s」里与本工作区相似而不同的行超过 %[2]d 行：请先核对是不是同一份数据", "\"%[1]s\" has more than %[2]d lines that are like lines here and differ: check first whether it is the same data"}

	FilingAdoptUnverified = Pair{"报送文件没有通过校验，不能用它开始", "the submission does not verify; nothing is begun from it"}
	FilingAdoptLabel      = Pair{"取自报送文件 %s", "from the submission %s"}

	FilingVerifyMore = Pair{"数据里还有 %d 个没有列出的强制性问题（重新审核发现）", "the data has %d more findings to fix that are not listed (judged again)"}
)
