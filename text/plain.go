package text

// The desk in lines: every question is one line, every finding a sentence.
var (
	PlainAbout     = Pair{"一策，逐行模式。一行一问，回车确认；句点 . 返回上一级，两个句点 .. 回到「做什么」，问号 ? 看说明。每答一项即存盘；输入结束就退出，已答的都在。", "yice, line by line. One question a line, Enter answers; a period . goes back, two .. go to What to do, a question mark ? explains. Every answer is saved at once; the end of the input leaves, and all that was answered is kept."}
	PlainAsk       = Pair{"%s：", "%s: "}
	PlainHeld      = Pair{"%[1]s，现在 %[2]s", "%[1]s, now %[2]s"}
	PlainDefault   = Pair{"%[1]s（回车就用 %[2]s，句点 . 返回）", "%[1]s (Enter takes %[2]s, period . goes back)"}
	PlainPathHelp  = Pair{"写完整的路径，~ 是自己的文件夹，可以带引号；回车或句点 . 返回", "Give the whole path; ~ is your own folder, and it may be quoted; Enter or period . goes back"}
	PlainCardKeys  = Pair{"逐项问：回车采用现在的，小于号 < 前一项，问号 ? 说明，句点 . 不建了；答完最后一项才建文件", "One question after the other: Enter keeps what is there, less-than < goes to the one before, question mark ? explains, period . makes none; the file is made after the last answer"}
	PlainOrBack    = Pair{"%s（句点 . 返回）", "%s (period . goes back)"}
	PlainUnit      = Pair{"%[1]s（%[2]s）", "%[1]s (%[2]s)"}
	PlainRequired  = Pair{"%s，必填", "%s, required"}
	PlainLastYear  = Pair{"%[1]s，上年 %[2]s", "%[1]s, last year %[2]s"}
	PlainAbove     = Pair{"%[1]s，上一条 %[2]s（等号 = 照抄）", "%[1]s, above %[2]s (equals sign = takes it)"}
	PlainComma     = Pair{"，", ", "}
	PlainOption    = Pair{"%[1]d、%[2]s", "%[1]d. %[2]s"}
	PlainCode      = Pair{"%[1]s、%[2]s", "%[1]s. %[2]s"}
	PlainSays      = Pair{"%[1]s：%[2]s", "%[1]s: %[2]s"}
	PlainAt        = Pair{"%[1]s，%[2]s", "%[1]s, %[2]s"}
	PlainWrong     = Pair{"不行：%s", "Not so: %s"}
	PlainLong      = Pair{"这一行超过 %d KiB，没有采用；请重新填", "That line is longer than %d KiB and was not taken; please answer again"}
	PlainYesNo     = Pair{"%s（1 是，0 或回车 不）", "%s (1 yes, 0 or Enter no)"}
	PlainYesNoHow  = Pair{"请答 1（是）或 0（不）", "Please answer 1 (yes) or 0 (no)"}
	PlainWhich     = Pair{"选第几项（句点 . %s）", "Which number (period . %s)"}
	PlainNoOption  = Pair{"没有「%[1]s」这一项：请填 1 到 %[2]d，或名称、拼音首字母", "There is no '%[1]s': a number from 1 to %[2]d, or the beginning of a title"}
	PlainLeave     = Pair{"退出", "leaves"}
	PlainGoOn      = Pair{"还有 %d 条，回车接着念（句点 . 不念了）", "%d more: Enter goes on (period . ends it)"}
	PlainListAgain = Pair{"%s，问号 ? 再列", "%s, question mark ? lists them again"}
	PlainBack      = Pair{"返回", "goes back"}

	PlainBegin  = Pair{"打开哪一个工作区", "Which workspace"}
	PlainRecent = Pair{"%[1]s %[2]d 年度，%[3]s", "%[1]s %[2]d, %[3]s"}
	PlainPath   = Pair{"工作区文件", "Workspace file"}
	PlainThere  = Pair{"已经有 %s 这个文件；请换一个名称", "There is a file %s already; please give another name"}
	PlainDoubt  = Pair{"%s照填吗", "%s Keep it"}
	PlainMade   = Pair{"已建立 %[1]s：%[2]s，%[3]d 年度", "Made %[1]s: %[2]s, %[3]d"}
	PlainBook   = Pair{"%[1]s %[2]s，%[3]d 年度", "%[1]s %[2]s, %[3]d"}

	PlainWho       = Pair{"%[1]s，%[2]d 年度", "%[1]s, %[2]d"}
	PlainWhoSealed = Pair{"%[1]s，%[2]d 年度，已封存", "%[1]s, %[2]d, sealed"}
	PlainTotals    = Pair{"%[1]s：总分 %[2]s，未填 %[3]s，加分 %[4]s", "%[1]s: score %[2]s, unfilled %[3]s, bonus %[4]s"}
	PlainAssessed  = Pair{"考核利润 %s 万元", "Assessed profit CNY %s ten thousand"}
	PlainFindings  = Pair{"强制性 %[1]d 条，核实性 %[2]d 条，已说明 %[3]d 条", "must fix %[1]d, to verify %[2]d, explained %[3]d"}
	PlainNotLooked = Pair{"台账还没有整本看过，要核实的可能更多：进「审核」就看", "The ledger has not been looked at as a whole, so there may be more to verify: the findings do that"}
	PlainMoved     = Pair{"总分 %[1]s，现在 %[2]s", "Score %[1]s, now %[2]s"}
	PlainLeft      = Pair{"已存盘，再见", "All is saved. Goodbye"}

	PlainDo        = Pair{"做什么", "What to do"}
	PlainDoKey     = Pair{"填表", "Key a form"}
	PlainDoMend    = Pair{"审核：哪里不对，逐条改", "Findings: what is wrong, one after the other"}
	PlainDoScore   = Pair{"得分：各项多少，怎么来的", "The score: every line, and where it comes from"}
	PlainDoWhat    = Pair{"试算：改几处看看分数怎么变，什么都不写入", "What if: move a few things and hear the score; nothing is written"}
	PlainDoSubmit  = Pair{"报送：签字、封存、回执、下一年", "Hand in: sign, seal, receipt, next year"}
	PlainDoYear    = Pair{"换年度或企业", "Another year or enterprise"}
	PlainDoUndo    = Pair{"撤销上一步", "Undo the last step"}
	PlainDoPack    = Pair{"收下政策包", "Take in a policy pack"}
	PlainDoImport  = Pair{"导入：表格文件、账务软件导出的账", "Import a table or what an accounting program exported"}
	PlainDoTrust   = Pair{"收下国资委的密钥名册", "Take in the regulator's register of keys"}
	PlainDoBackups = Pair{"备份与恢复", "Back up and bring back"}
	PlainDoReceive = Pair{"国资委：核验报送文件、汇总一批", "For the regulator: verify a submission, look through many"}
	PlainPackPath  = Pair{"政策包文件", "Policy pack file"}
	PlainWhichYear = Pair{"哪家企业的哪个年度", "Which enterprise and year"}
	PlainNoUndo    = Pair{"没有可以撤销的", "There is nothing to undo"}
	PlainUndoAsk   = Pair{"撤销「%[1]s」：%[2]s", "Undo '%[1]s': %[2]s"}
	PlainUndone    = Pair{"已撤销：%s", "Undone: %s"}

	PlainWhichForm = Pair{"填哪一张表", "Which form"}
	PlainForm      = Pair{"%[1]s，%[2]d 条", "%[1]s, records: %[2]d"}
	PlainFormOf    = Pair{"%[1]s，已填 %[2]d 项，共 %[3]d 项", "%[1]s, filled %[2]d of %[3]d"}
	PlainFormWrong = Pair{"，强制性 %[1]d、核实性 %[2]d", ", must fix %[1]d, to verify %[2]d"}
	PlainKeys      = Pair{"回车不改，减号 - 清空，小于号 < 前一项，等号 = 照抄上一条，加号 + 接上一条的号，星号 * 少填的也问，问号 ? 说明，句点 . 停", "Enter keeps, hyphen - empties, less-than < goes to the field before, equals sign = takes what stands above, plus + the number after the one above, star * asks for the seldom filled too, question mark ? explains, period . stops"}
	PlainKeysLine  = Pair{"两个等号 == 余下各项照上一条、凭证号接着编，只问金额；摘要填拼音首字母就找出填过的，同类的几项代码一次带出", "Two equals signs == take all that is not answered from the line above, the number counted on, and ask for the amount; letters of a summary's sound find one used before and bring its codes"}
	PlainFollowed  = Pair{"照最近一笔「%[1]s」带出：%[2]s。有不同的，用小于号 < 退回去改", "As on the newest line of '%[1]s': %[2]s. Where it differs, less-than < goes back to it"}
	PlainLikeAbove = Pair{"照上一条：%s", "As above: %s"}
	PlainRows      = Pair{"%[1]s，共 %[2]d 条", "%[1]s, records: %[2]d"}
	PlainMoreRows  = Pair{"还有 %d 条，回车再列", "%d more: Enter lists them"}
	PlainWhichRow  = Pair{"加号 + 添一条，号码改那一条，减号和号码 删那一条，@ 和号码 看佐证，斜杠 / 和词 查找，问号 ? 说明（句点 . 返回）", "plus + adds one, a number mends one, hyphen and number remove one, @ and number tell its evidence, slash / and a word find, question mark ? explains (period . goes back)"}
	PlainWhichLine = Pair{"加号 + 添一条，号码改那一条，减号和号码 删那一条，@ 和号码 看佐证，斜杠 / 和词 查找，井号 # 对一批单据，问号 ? 说明（句点 . 返回）", "plus + adds one, a number mends one, hyphen and number remove one, @ and number tell its evidence, slash / and a word find, hash # holds a batch of papers, question mark ? explains (period . goes back)"}
	PlainNoRow     = Pair{"没有第「%[1]s」条：共 %[2]d 条", "There is no record '%[1]s': there are %[2]d"}
	PlainNewRow    = Pair{"%[1]s，新的一条（这次第 %[2]d 条）。第一项就答句点 . 结束", "%[1]s, a new record (number %[2]d this time). Answer a period . at the first field to end"}
	PlainRowDone   = Pair{"这一条：%s", "This record: %s"}
	PlainNothing   = Pair{"没有填，什么也没有添", "Nothing was filled in, nothing was added"}
	PlainGone      = Pair{"这一条已经不在了", "The record is gone"}
	PlainRemove    = Pair{"删除这一条：%s", "Remove this record: %s"}
	PlainRemoved   = Pair{"已删除，可以撤销", "Removed; it can be undone"}
	PlainNoAbove   = Pair{"没有上一条可以照抄", "There is nothing above to take"}
	PlainSeveral   = Pair{"有 %d 个合得上，请写得再清楚些", "%d fit; please be more exact"}
	PlainSource    = Pair{"依据：%s", "Source: %s"}
	PlainMoreCodes = Pair{"还有 %d 个；键入名称或拼音首字母", "%d more; type a title or the beginning of one"}
	PlainRead      = Pair{"读作 %s", "Read as %s"}
	PlainReadBig   = Pair{"读作 %[1]s，即 %[2]s", "Read as %[1]s, that is %[2]s"}
	PlainOfUnit    = Pair{"%[1]s %[2]s", "%[1]s %[2]s"}
	PlainKept      = Pair{"读不懂的照原样留着；请重新填这一项，回车就先这样", "What could not be read is kept as typed; answer again, or Enter leaves it so"}

	PlainFinding      = Pair{"%[1]s：%[2]s", "%[1]s: %[2]s"}
	PlainNoFinding    = Pair{"没有要改、要说明的", "There is nothing to mend or to explain"}
	PlainWhichFinding = Pair{"改第几条（句点 . 返回）", "Which one to mend (period . goes back)"}
	PlainMendFigure   = Pair{"数不对，改数", "The figure is wrong: mend it"}
	PlainMendReason   = Pair{"数没错，写明原因", "The figure is right: say why"}
	PlainReason       = Pair{"原因（回车不写，句点 . 返回）", "Reason (Enter writes none, period . goes back)"}
	PlainReasonKept   = Pair{"已写明原因", "The reason is written"}

	PlainSteps  = Pair{"下一步怎么做最划算", "What pays off next"}
	PlainNoStep = Pair{"没有可做的了", "There is nothing left to do"}
	PlainNoMore = Pair{"这一项没有更多说明", "There is no more to say of this"}

	PlainWhatAbout    = Pair{"这里只是试算：数据一个也不改，离开就忘掉", "This only supposes: no data is changed, and leaving forgets it"}
	PlainWhatAsk      = Pair{"试改哪一样", "What is supposed to change"}
	PlainWhatCell     = Pair{"别的：试改某张表里的一格", "Something else: a cell of some form"}
	PlainWhatField    = Pair{"试改哪一项", "Which field is supposed to be another"}
	PlainWhatValue    = Pair{"%s，试改为（回车不改，问号 ? 说明，句点 . 返回）", "%s, supposed to be (Enter leaves it, question mark ? explains, period . goes back)"}
	PlainWhatSheet    = Pair{"试改后的得分，各项怎么来的", "The score as supposed, and where each line comes from"}
	PlainWhatUndo     = Pair{"撤销上一处试改", "Take the last supposition back"}
	PlainWhatSupposed = Pair{"试改 %s", "supposed %s"}
	PlainWhatBy       = Pair{"%[1]s比现在多多少（%[2]s；减少写负数，0 还原，回车不改，句点 . 返回）", "%[1]s: how much more than now (%[2]s; less is negative, 0 puts it back, Enter leaves it, period . goes back)"}
	PlainWhatHelp     = Pair{"写与现在相差多少，不是写改成多少；例如 %s", "The difference from now, not what it becomes; such as %s"}
	PlainWhatEnd      = Pair{"最多到 %s，就按这个算", "It goes no further than %s, which is taken"}
	PlainWhatChange   = Pair{"%[1]s，由 %[2]s 变为 %[3]s", "%[1]s, from %[2]s to %[3]s"}

	PlainSheet           = Pair{"科技创新考核自评表：%[1]s %[2]s，%[3]d 年度。签的、封的是这些数", "Self-assessment: %[1]s %[2]s, %[3]d. This is what is signed and sealed"}
	PlainNeedMet         = Pair{"已做到：%s", "Done: %s"}
	PlainNeedOpen        = Pair{"必须先做到：%s", "Has to be done first: %s"}
	PlainNeedAdvice      = Pair{"提醒，还没有：%s", "Advice, not done: %s"}
	PlainHanding         = Pair{"报送", "Hand in"}
	PlainSign            = Pair{"签字：下一个还没有签的人", "Sign: whoever is next"}
	PlainNewKey          = Pair{"生成一把新密钥", "Make a new key"}
	PlainSeal            = Pair{"封存 %d 年度，生成报送文件", "Seal %d and write the submission"}
	PlainSealQuarter     = Pair{"生成季度快报", "Write a quarter's return"}
	PlainReceipt         = Pair{"登记国资委的回执", "Take in the regulator's receipt"}
	PlainNext            = Pair{"打开 %d 年度（结转）", "Open %d (carry over)"}
	PlainReopen          = Pair{"解封本年度", "Reopen the year"}
	PlainSignedBy        = Pair{"%[1]s：%[2]s，%[3]s，有效", "%[1]s: %[2]s, %[3]s, stands"}
	PlainStaleBy         = Pair{"%[1]s：%[2]s 签过，之后数据有改动，要重签", "%[1]s: %[2]s signed, and the data was changed since: it has to be signed again"}
	PlainUnsignedBy      = Pair{"%s：还没有签", "%s: not signed"}
	PlainAllSigned       = Pair{"三个人都签了", "All three have signed"}
	PlainSignName        = Pair{"%s的姓名", "Name of the %s"}
	PlainSignOther       = Pair{"企业概况里%[1]s是 %[2]s，由 %[3]s 签吗", "The card names %[2]s as %[1]s; does %[3]s sign"}
	PlainSignKey         = Pair{"签字用的密钥文件（没有就回车，只署名；句点 . 返回）", "Key file that signs (Enter: by name alone; period . goes back)"}
	PlainSigned          = Pair{"%[1]s %[2]s 已签字", "Signed: %[1]s, %[2]s"}
	PlainPassphrase      = Pair{"%s 的口令", "Passphrase of %s"}
	PlainNewPassphrase   = Pair{"新密钥的口令", "Passphrase of the new key"}
	PlainPassphraseAgain = Pair{"再填一遍口令", "The passphrase once more"}
	PlainKeyPath         = Pair{"密钥存放到", "Where the key goes"}
	PlainKeyMade         = Pair{"私钥 %[1]s，请保管好\n公钥 %[2]s\n指纹 %[3]s", "private key %[1]s, keep it safe\npublic key %[2]s\nfingerprint %[3]s"}
	PlainKey             = Pair{"签名密钥文件（加号 + 生成新的，减号 - 不签名，句点 . 返回）", "Key file that signs (plus + makes one, hyphen - signs with none, period . goes back)"}
	PlainKeyNone         = Pair{"签名密钥文件（回车或减号 - 不签名，加号 + 生成新的，句点 . 返回）", "Key file that signs (Enter or hyphen - signs with none, plus + makes one, period . goes back)"}
	PlainOut             = Pair{"报送文件存放到", "Where the submission goes"}
	PlainWithout         = Pair{"签字不全。确实签不了，写明原因（回车就先不封）", "Signatures are missing. Say why they cannot be had (Enter does not seal)"}
	PlainSealed          = Pair{"已生成 %[1]s\n序号 %[2]s\n清单摘要 %[3]s", "Written: %[1]s\nserial %[2]s\ndigest of the manifest %[3]s"}
	PlainSigner          = Pair{"签名者 %s", "signer %s"}
	PlainPage            = Pair{"核验页 %s", "verification page %s"}
	PlainWhichQuarter    = Pair{"哪一季度", "Which quarter"}
	PlainReceiptPath     = Pair{"回执文件", "Receipt file"}
	PlainReopenWhy       = Pair{"解封的原因", "Why it is reopened"}
	PlainReopened        = Pair{"已解封；改好后要重新签字、封存", "Reopened; sign and seal it again when it is mended"}
	PlainNextAsk         = Pair{"打开 %[1]d 年度，带过去：%[2]s", "Open %[1]d and carry over: %[2]s"}

	PlainBatchCount     = Pair{"这一批单据有几笔，没有数就回车，只对合计（句点 . 返回）", "How many papers there are; Enter where nobody counted, and the sum alone is held (period . goes back)"}
	PlainBatchSum       = Pair{"这一批合计多少元，可以写算式，红字为负（句点 . 返回）", "What they come to in yuan; a sum may be written, reversals are negative (period . goes back)"}
	PlainBatchBegun     = Pair{"开始对数：每录一条说一次还差多少，对上了就结束", "It is held: after every line it is said what is lacking, until it agrees"}
	PlainBatchLacks     = Pair{"这一批已录 %[1]d 笔，还差 %[2]d 笔、%[3]s 元", "Of the batch %[1]d are keyed; %[2]d lines and CNY %[3]s are lacking"}
	PlainBatchOver      = Pair{"这一批已录 %[1]d 笔，还差 %[2]d 笔，金额却多了 %[3]s 元，请核对", "Of the batch %[1]d are keyed and %[2]d lines are lacking, yet it is over by CNY %[3]s: please check"}
	PlainBatchUncounted = Pair{"这一批没有数笔数，只对合计", "The papers were not counted; the sum alone is held"}
	PlainBatchAgrees    = Pair{"这一批 %[1]d 笔、%[2]s 元，与纸面对上了", "The batch agrees with the papers: %[1]d lines, CNY %[2]s"}

	PlainImportPath     = Pair{"要导入的文件", "The file to import"}
	PlainImportReading  = Pair{"正在读 %s", "Reading %s"}
	PlainImportAs       = Pair{"按「%[1]s」读，进「%[2]s」，共 %[3]d 行", "Read as '%[1]s' into %[2]s: %[3]d rows"}
	PlainImportStop     = Pair{"不导了，什么也不写", "gives up, nothing is written"}
	PlainImportSheets   = Pair{"取哪一张工作表", "Which sheet comes in"}
	PlainImportSheet    = Pair{"%[1]s，%[2]d 行", "%[1]s, %[2]d rows"}
	PlainImportAccounts = Pair{"取哪些科目：编码开头或名称，几个之间用逗号隔开，回车就按研发支出认（句点 . 不导了）", "Which accounts come in: what their codes begin with, or names, with commas between; Enter lets R&D accounts be recognised (period . gives up)"}
	PlainImportLacks    = Pair{"缺着的照样导入吗；文件里没有的列会记住，下次同样的表头不再问", "Do they come in as they are; columns that the file has not are remembered, and the next file with the header is not asked about"}
	PlainImportWithout  = Pair{"文件里没有、以前说过不填的：%s", "Not in the file, and left empty as was said before: %s"}
	PlainImportAgain    = Pair{"%s，等号 = 把没有的列重新问一遍", "%s, equals sign = asks about the missing columns again"}
	PlainImportWhy      = Pair{"合计对不上，写明原因就照这样导入（句点 . 不导了）", "The totals differ; say why, and it comes in as it is (period . gives up)"}
	PlainImportSave     = Pair{"存到哪个文件", "Into which file"}
	PlainImportRow      = Pair{"第 %[1]d 行：%[2]s", "Row %[1]d: %[2]s"}
	PlainImportSum      = Pair{"「%[1]s」一列合计 %[2]s 元，文件没有写合计", "The column %[1]s comes to CNY %[2]s; the file states no total"}
	PlainImportTotal    = Pair{"「%[1]s」一列合计 %[2]s 元，文件自己写的是 %[3]s 元", "The column %[1]s comes to CNY %[2]s; the file states CNY %[3]s"}
	PlainImportAsides   = Pair{"有 %d 行不是明细，不导入", "%d rows are no lines and stay out"}
	PlainImportChange   = Pair{"%[1]s 的%[2]s：原来 %[3]s，改为 %[4]s", "%[2]s of %[1]s: %[3]s becomes %[4]s"}
	PlainImportAssumed  = Pair{"%[1]s一列的「%[2]s」认作 %[3]s", "'%[2]s' in %[1]s is taken for %[3]s"}
	PlainImportSure     = Pair{"这样认对吗", "Is that right"}
	PlainImportWhich    = Pair{"哪一个认错了", "Which one is wrong"}
	PlainImportGo       = Pair{"新增 %[1]d 行，改动 %[2]d 行，删去 %[3]d 行，略过 %[4]d 行。现在写入吗", "%[1]d rows are added, %[2]d changed, %[3]d removed, %[4]d left out. Write them now"}

	PlainNoEvidence    = Pair{"「%s」没有佐证材料这一项", "%s has no evidence"}
	PlainEvidenceLater = Pair{"这一条还没有填，先填了再附佐证", "The record is not filled in yet; evidence comes after that"}
	PlainEvidence      = Pair{"这一条有 %d 个佐证文件", "Evidence of the record: %d files"}
	PlainEvidenceFile  = Pair{"%[1]d、%[2]s，%[3]d KB，%[4]s", "%[1]d. %[2]s, %[3]d KB, %[4]s"}
	PlainEvidenceDo    = Pair{"文件的路径附上那个文件，号码另存那一个，减号和号码 移除那一个（回车或句点 . 返回）", "The path of a file attaches it, a number saves that one elsewhere, hyphen and number take it off (Enter or period . goes back)"}
	PlainEvidenceTo    = Pair{"「%s」存到哪里", "Where '%s' is saved"}
	PlainAttached      = Pair{"已把「%[1]s」附到这条%[2]s，可以撤销", "'%[1]s' is attached to this record of %[2]s; it can be undone"}
	PlainDetached      = Pair{"已从这一条移除「%s」，可以撤销", "'%s' is taken off the record; it can be undone"}

	PlainBackups       = Pair{"备份与恢复", "Back up and bring back"}
	PlainBackupNow     = Pair{"现在备份一次", "Back up now"}
	PlainBackupTo      = Pair{"备份到别的文件夹", "Back up to another folder"}
	PlainBackupWhere   = Pair{"备份到哪个文件夹", "Into which folder"}
	PlainRestore       = Pair{"恢复一个备份", "Bring a backup back"}
	PlainBackedUp      = Pair{"已备份到 %s", "Backed up to %s"}
	PlainNoBackup      = Pair{"还没有备份", "There is no backup yet"}
	PlainWhichBackup   = Pair{"恢复哪一个备份，最新的在前", "Which backup is brought back, the newest first"}
	PlainBackupOf      = Pair{"%[1]s，%[2]s，%[3]d 行，%[4]s", "%[1]s, %[2]s, %[3]d rows, %[4]s"}
	PlainRestoreYear   = Pair{"%[1]s %[2]d 年度：恢复后改变 %[3]d 处", "%[1]s, %[2]d: bringing it back changes %[3]d values"}
	PlainRestoreChange = Pair{"%[1]s %[2]s 的%[3]s：现在 %[4]s，恢复成 %[5]s", "%[3]s of %[1]s %[2]s: now %[4]s, then %[5]s"}
	PlainMoreChanges   = Pair{"另有 %d 处，不逐条念了", "%d more are not told one by one"}

	PlainRegisterPath = Pair{"名册文件", "Register file"}
	PlainPrintGroup   = Pair{"第 %[1]d 组：%[2]s", "Group %[1]d: %[2]s"}
	PlainPrintWrong   = Pair{"与第 6 组不一致，名册没有收下；请逐组再核对一遍", "This is not the sixth group, and nothing was taken in; please compare the groups again"}
	PlainPrintType    = Pair{"与国资委当面或电话核对指纹后，填第 6 组（回车或句点 . 就先不收）", "Having compared the fingerprint with the regulator, type its sixth group (Enter or period . takes nothing in)"}

	PlainRegulator         = Pair{"国资委", "For the regulator"}
	PlainVerifyOne         = Pair{"核验一份文件", "Verify one file"}
	PlainCollect           = Pair{"汇总一个文件夹里的报送文件", "Look through a folder of submissions"}
	PlainVerifyPath        = Pair{"要核验的文件", "The file to verify"}
	PlainVerifying         = Pair{"正在核验 %s", "Verifying %s"}
	PlainMeasureBy         = Pair{"按哪个政策包核定（回车就按文件自带的，句点 . 返回）", "The policy pack to measure by (Enter: the one in the file, period . goes back)"}
	PlainOpenKey           = Pair{"解密用的密钥文件（没有加密就回车，句点 . 返回）", "Key file that opens it (Enter where it is not encrypted, period . goes back)"}
	PlainVerdictOf         = Pair{"%[1]s（%[2]s）%[3]s，序号 %[4]s", "%[1]s (%[2]s), %[3]s, serial %[4]s"}
	PlainCollectPath       = Pair{"报送文件所在的文件夹", "The folder of the submissions"}
	PlainNoFolder          = Pair{"没有 %s；请填文件夹的路径", "There is no %s; please give the path of a folder"}
	PlainCollected         = Pair{"共 %[1]d 家，另有 %[2]d 份被后来的取代，重复申报 %[3]d 处", "%[1]d enterprises; %[2]d submissions were replaced by later ones; %[3]d double claims"}
	PlainCollectedOne      = Pair{"%[1]s %[2]s：第 %[3]d 名，总分 %[4]s，加分 %[5]s", "%[1]s, %[2]s: rank %[3]d, score %[4]s, bonus %[5]s"}
	PlainCollectedUnranked = Pair{"%[1]s %[2]s：不排名，总分 %[3]s，加分 %[4]s", "%[1]s, %[2]s: not ranked, score %[3]s, bonus %[4]s"}
	PlainCollectedBad      = Pair{"%[1]s %[2]s：核验不符，文件 %[3]s", "%[1]s, %[2]s: does not verify, file %[3]s"}
	PlainDoubleClaim       = Pair{"重复申报「%[1]s」：%[2]s。%[3]s", "Claimed twice, '%[1]s': %[2]s. %[3]s"}
)
