package text

// Sentences of the verdict on a submission: what is wrong, what has to be known, whose word counts.
var (
	FilingVerifySpelling      = Pair{"不是规范写法，应写作「%s」", "it is not spelled as it must be: '%s'"}
	FilingVerifySpelled       = Pair{"%s 读不懂：被改动过，写法与封存时不一致", "%s cannot be read: it was changed, and is not spelled as it was sealed"}
	FilingVerifyUnexplained   = Pair{"核实性问题没有写原因：%s", "a finding to verify has no reason: %s"}
	FilingVerifyHollow        = Pair{"核实性问题的原因是空话：%s（原因：%s）", "the reason of a finding to verify says nothing: %s (reason: %s)"}
	FilingVerifyHiddenMore    = Pair{"台账里还有 %d 个核实性问题没有列在 findings.json 里", "%d more findings to verify in the ledger are not listed in findings.json"}
	FilingVerifyDescriptor    = Pair{"datapackage.json 与数据不符：重新生成的说明与它不同", "datapackage.json does not follow from the data: derived again it is another"}
	FilingVerifyFuture        = Pair{"封存时间 %[1]s 在将来（现在是 %[2]s）：请核对报送单位和本机的时钟", "it says it was sealed at %[1]s, which is in the future (now %[2]s): check the clocks of the enterprise and of this machine"}
	FilingVerifyAudience      = Pair{"它是报给别处的：封存时写明的国资委根密钥指纹是 %s，不是这里登记的签发密钥。请报送单位收下本级国资委的密钥名册，重新封存", "it was made for somebody else: the regulator's root it was sealed for, %s, is no key for issuing that is registered here. The enterprise should take the register of this regulator and seal anew"}
	FilingVerifyHistory       = Pair{"历史对不上：证明不了封存时的历史是从第 %s 号报送时的历史延续下来的", "the history does not hold: nothing proves that it goes on from what it was at sealing %s"}
	FilingVerifyPackYear      = Pair{"政策包 %[1]s 是 %[2]d 年度的，数据是 %[3]d 年度的", "the pack %[1]s is of %[2]d, the data of %[3]d"}
	FilingVerifyPackHand      = Pair{"政策包标为已签发，签名却不是国资委签发密钥签的：%s", "the pack says that it is issued, and no key for issuing signed it: %s"}
	FilingVerifyMeasureDraft  = Pair{"用来核定的政策包 %s 是草案，不是国资委签发的：结果只能是模拟", "the pack to measure by, %s, is a draft and not issued: the result is simulated"}
	FilingVerifyMeasureYear   = Pair{"用来核定的政策包 %[1]s 是 %[2]d 年度的，报送的是 %[3]d 年度：请换用当年的政策包", "the pack to measure by, %[1]s, is of %[2]d, the submission of %[3]d: give the pack of its year"}
	FilingVerifyDraft         = Pair{"企业用的政策包 %[1]s 不是国资委签发的，只是模拟：应当用 %[2]s", "the enterprise used the pack %[1]s, which is not issued, so its score is simulated: it should be %[2]s"}
	FilingVerifyForeign       = Pair{"企业用的政策包 %[1]s 与核定用的 %[2]s 不是同一份", "the enterprise used the pack %[1]s, which is not the one that is measured by, %[2]s"}
	FilingVerifyPrior         = Pair{"上年数对不上：%[1]d 年「%[2]s」这里写 %[3]s 元，上年报送的 %[5]s 是 %[4]s 元", "the year before does not agree: %[2]s of %[1]d is CNY %[3]s here, and CNY %[4]s in %[5]s, handed in then"}
	FilingVerifySignOff       = Pair{"%[1]s %[2]s 的签字不成立：%[3]s", "the sign-off of %[2]s (%[1]s) does not hold: %[3]s"}
	FilingVerifySignOffVoid   = Pair{"签字已失效：签字之后数据又改过，也没有写明为什么这样报送", "a sign-off is void: the data was changed after it, and no reason is given for handing it in all the same"}
	FilingVerifySignOffAbsent = Pair{"没有签齐：填表人、统计负责人、单位负责人三人都要签，也没有写明为什么这样报送", "a sign-off is missing: preparer, head of statistics and head of the unit all sign, and no reason is given for handing it in without"}

	FilingSignOffSpelling  = Pair{"写法不对", "it is not spelled as it must be"}
	FilingSignOffDate      = Pair{"日期 %s 不是封存以前的一天", "%s is no day before the sealing"}
	FilingSignOffOrder     = Pair{"日期早于%[1]s（%[2]s）", "it is dated before that of %[1]s (%[2]s)"}
	FilingSignOffData      = Pair{"签的不是这份数据", "it is not of this data"}
	FilingSignOffSignature = Pair{"签名不对", "the signature is wrong"}

	// %[1]s period, %[2]d the month the figures run to, %[3]d the month it ends with.
	FilingVerifyPeriod      = Pair{"报送的是%[1]s，应当累计到 %[3]d 月，年度指标却截至 %[2]d 月", "it is handed in as %[1]s, which ends with month %[3]d, and its annual figures run to month %[2]d"}
	FilingNoteQuarter       = Pair{"%s：不要求签字和核实性说明，不参加年度排名，也不替代年度报送", "%s: without sign-offs and written reasons, not ranked with annual ones and in place of none"}
	FilingNoteUnsigned      = Pair{"没有签齐就报送，原因：%s", "it was handed in without standing sign-offs; the reason: %s"}
	FilingNoteTyped         = Pair{"签字栏是署名（姓名和日期），没有用本人的签字密钥", "a sign-off is a typed name and date, not the signature of that person's own key"}
	FilingNoteHistory       = Pair{"没有附上与第 %s 号报送的历史衔接证明", "it brings no proof that its history goes on from sealing %s"}
	FilingNotePolicyUnasked = Pair{"没有核对政策包是谁签发的：要核对请给出 --pack 或 --trust", "nobody was asked who issued the pack: give --pack or --trust to have it asked"}
	FilingNotePolicyDraft   = Pair{"政策包是草案，得分是模拟", "the pack is a draft: the score is simulated"}
	FilingNoteAudience      = Pair{"没有写明报给哪一级国资委：封存时没有收下密钥名册", "it does not say which regulator it is for: no register of keys had been taken when it was sealed"}
	FilingCollectAudience   = Pair{"有 %d 份报送没有写明报给哪一级国资委：封存时没有收下密钥名册", "%d submissions do not say which regulator they are for: no register of keys had been taken when they were sealed"}
	FilingAudienceTyped     = Pair{"「%s」不是密钥指纹：应是 24 个字符，四个一组，照国资委公布的写", "'%s' is no fingerprint: it has 24 characters in groups of four, as the regulator publishes it"}
	FilingAudienceUnknown   = Pair{"指纹 %[1]s 不是 %[2]s 里登记的签发密钥：请核对指纹，或先收下它的密钥名册", "the fingerprint %[1]s is of no key for issuing that is registered in %[2]s: compare it, or take its register first"}
	FilingNoteUnbound       = Pair{"有 %d 项认定的批复没有写明级别、部门或类型，只按编号对上", "%d recognitions were decided without level, authority or kind, and are tied by the key alone"}
	FilingNoteOne           = Pair{"这是第一版格式的报送文件，下面几项它证明不了", "this is a submission of the first format; what follows it cannot prove"}
	FilingNoteOnePrints     = Pair{"里面的 report.html、workbook.xlsx 没有任何东西能证明，请不要据此办理", "its report.html and workbook.xlsx are proven by nothing and are not to be relied on"}
	FilingNoteOneSignature  = Pair{"签名没有写明签的是什么", "its signature does not say what it signs"}
	FilingNoteOneSignOffs   = Pair{"签字是谁、签的是不是这份数据，它证明不了", "who signed off, and whether of this data, it cannot prove"}
	FilingNoteDictionary    = Pair{"它是按另一版表式写的：没有的栏目按空着算，栏目说明的文字没有核对", "it was written by another version of the forms: fields that it lacks count as empty, and what it says about fields in words was not compared"}
	FilingNoteOneScore      = Pair{"它的得分表是当时的程序算的，现在重新计分，「%s」一项不同；这里列的是重新计分的结果", "its score sheet is of the program of its time; scored anew, \"%s\" differs, and what is shown is scored anew"}
	FilingNoteOneFinding    = Pair{"按现在的审核规则，还有没写原因的核实性问题：%s", "by the rules of today there is a finding to verify without a reason: %s"}
	FilingNoteOneHistory    = Pair{"历史有没有被改过，它证明不了", "whether its history was rewritten it cannot prove"}

	FilingDecisionUnasked  = Pair{"%s 里的认定没有计入：没有给出 --trust，不知道谁有权认定", "the decisions in %s do not count: without --trust nobody knows who may decide"}
	FilingDecisionUnsigned = Pair{"%s 没有签名，里面的认定不能计入", "%s is not signed, and its decisions do not count"}
	FilingDecisionUntyped  = Pair{"%s 的签名没有写明签的是认定（旧格式），里面的认定不能计入：请用现在的程序重新签发", "the signature of %s does not say that it decides (an old format), and its decisions do not count: sign it anew"}
	FilingDecisionHand     = Pair{"%[1]s 里的认定不能计入：%[2]s", "the decisions in %[1]s do not count: %[2]s"}

	FilingReceiptWithheld = Pair{"%s：没有出回执。要核实签名人（--trust）、按国资委签发的政策包核定（--pack），才能出回执", "%s: no receipt. It takes a signer who was asked for (--trust) and the pack that the regulator issued (--pack)"}
	FilingCollectSelf     = Pair{"没有给出国资委的政策包（--pack）：这些是自评，各用自带的政策包；所用政策包不是同一份已签发的，就不排名", "the regulator's pack was not given (--pack): these are the enterprises' own scores, each by the pack it brought; only those by one and the same issued pack are ranked"}
	FilingCollectHistory  = Pair{"历史与先前的报送文件 %s 接不上，改动过去的记录才会这样：请向企业核实", "its history does not go on from the earlier submission %s, as when the past was rewritten: ask the enterprise"}
	FilingModeOfficial    = Pair{"正式", "official"}
	FilingModeSimulated   = Pair{"模拟", "simulated"}

	FilingColSelf         = Pair{"创新得分（自评，各用自带政策包）", "Innovation (self-assessed, each by its own pack)"}
	FilingColConfirmed    = Pair{"创新得分（核定）", "Innovation (confirmed)"}
	FilingColSelfScore    = Pair{"其中自评", "Self-assessed"}
	FilingColMode         = Pair{"性质", "Mode"}
	FilingColIdentity     = Pair{"签名人", "Identity"}
	FilingColPolicy       = Pair{"政策包来源", "Policy"}
	FilingColSignOffs     = Pair{"签字", "Sign-offs"}
	FilingColDecided      = Pair{"已核定的认定", "Recognitions decided"}
	FilingColSelfDeclared = Pair{"自报的认定", "Recognitions self-declared"}

	FilingUnverified = Pair{"%[1]s 没有通过核验，不能据此比较或办理：%[2]s", "%[1]s does not verify, and nothing can be made of it: %[2]s"}
	// %[1]s: the file; %[2]s: what is wrong.
	FilingSideUnverified = Pair{"%[1]s 没有通过核验：%[2]s", "%[1]s does not verify: %[2]s"}
	// %[2]s: serial; %[3]s: when it says it was sealed; %[4]s: who signed.
	FilingSideTrusted       = Pair{"%[1]s 通过核验：%[2]s，%[3]s 封存，签名人 %[4]s 有权报送", "%[1]s verifies: %[2]s, sealed at %[3]s, signed by %[4]s, who may hand it in"}
	FilingSideUnasked       = Pair{"%[1]s 内容完好：%[2]s，%[3]s 封存，签名 %[4]s；没有核实签名人是谁（--trust）", "%[1]s is whole: %[2]s, sealed at %[3]s, signature %[4]s; nobody was asked whose that is (--trust)"}
	FilingSideUnsigned      = Pair{"%[1]s 内容完好，没有签名：%[2]s，%[3]s 封存，谁都能另写一份", "%[1]s is whole and unsigned: %[2]s, sealed at %[3]s; anybody can write another"}
	FilingReportUnverified  = Pair{"报送文件没有通过核验，不出打印件：%s", "the submission does not verify; there is no print of it: %s"}
	FilingEarlierUnverified = Pair{"上年报送的 %[1]s 没有通过核验，不能用来比对：%[2]s", "the submission of the year before, %[1]s, does not verify and proves nothing: %[2]s"}

	FilingKindReceipt  = Pair{"这是回执，不是报送文件：用 yice receive 收进工作区", "this is a receipt and no submission: take it in with yice receive"}
	FilingKindReceipts = Pair{"这是回执登记簿，不是报送文件：请留在回执文件夹里，不要移动", "this is a log of receipts and no submission: leave it in the folder of the receipts"}
	FilingKindDecision = Pair{"这是认定文件，不是报送文件：用 yice recognise 收进工作区，核验时用 --decisions 给出", "this is a file of recognitions and no submission: take it in with yice recognise, or give it with --decisions"}
	FilingKindKeys     = Pair{"这是密钥名册，不是报送文件：用 yice trust take 收下", "this is a register of keys and no submission: take it with yice trust take"}
	FilingKindBundle   = Pair{"这是集团的转报包（或其中的清单），不是一份报送文件：收进监管台账或用汇总打开，里面的每一份分别核验", "this is the bundle of a group, or its list, and no submission: take it into a registry or collect it, where each of those in it is verified by itself"}
	FilingKindPack     = Pair{"这是政策包，不是报送文件：核验时用 --pack 给出", "this is a policy pack and no submission: give it with --pack"}
)

// Answers of a verdict, a word each, and what they answer.
var (
	AnswerOK       = Pair{"完好", "ok"}
	AnswerBad      = Pair{"不对", "bad"}
	AnswerNone     = Pair{"没有签名", "none"}
	AnswerUnknown  = Pair{"不知道", "unknown"}
	AnswerTrusted  = Pair{"登记在册，有权报送", "trusted"}
	AnswerWrong    = Pair{"登记在册，无权报送这一份", "wrong"}
	AnswerUnasked  = Pair{"没有核对", "unasked"}
	AnswerIssued   = Pair{"国资委签发", "issued"}
	AnswerDraft    = Pair{"草案（模拟）", "draft"}
	AnswerForeign  = Pair{"另一份政策包", "foreign"}
	AnswerFollows  = Pair{"与数据一致", "follows"}
	AnswerDiffers  = Pair{"与数据不符", "differs"}
	AnswerStanding = Pair{"三人签齐", "standing"}
	AnswerVoid     = Pair{"已失效", "void"}
	AnswerAbsent   = Pair{"没有签齐", "absent"}

	QuestionIntegrity    = Pair{"内容", "Content"}
	QuestionSignature    = Pair{"签名", "Signature"}
	QuestionIdentity     = Pair{"签名人", "Identity"}
	QuestionPolicy       = Pair{"政策包", "Policy"}
	QuestionScore        = Pair{"得分", "Score"}
	QuestionSignOffs     = Pair{"签字", "Sign-offs"}
	QuestionRecognitions = Pair{"认定", "Recognitions"}
	QuestionSelf         = Pair{"自评", "Self-assessed"}
	QuestionConfirmed    = Pair{"核定", "Confirmed"}
	AnswerRecognitions   = Pair{"已核定 %[1]d 项，自报 %[2]d 项", "%[1]d decided, %[2]d self-declared"}
	AnswerResult         = Pair{"创新得分 %[1]s，加分 %[2]s，考核利润 %[3]s 万元（%[4]s）", "innovation %[1]s, bonus %[2]s, assessed profit CNY %[3]s ten thousand, %[4]s"}
	VerdictLocked        = Pair{"没有打开，什么都不知道", "not opened: nothing is known"}
)
