package text

// The policy in lines.
var (
	PlainDoPolicy   = Pair{"政策包：看规定、为本企业设目标、改政策包、收下政策包", "Policy pack: what it says, this enterprise's own targets, a draft, take one in"}
	PlainPolicy     = Pair{"政策包", "Policy pack"}
	PlainPolOf      = Pair{"政策包 %[1]s %[2]s，%[3]d 年度，%[4]s", "Policy pack %[1]s %[2]s for %[3]d, %[4]s"}
	PlainPolIssued  = Pair{"正式", "issued"}
	PlainPolDraft   = Pair{"草案，只作模拟", "a draft that only simulates"}
	PlainPolSee     = Pair{"看政策包写了什么", "What the pack says"}
	PlainPolOwn     = Pair{"为本企业设定一项（一企一策）", "Set a value for this enterprise"}
	PlainPolRead    = Pair{"口径对照：加回的每种读法各是多少", "Readings: what each way of adding R&D back makes"}
	PlainPolPrev    = Pair{"与上年的政策包比较", "What differs from last year's pack"}
	PlainPolEdit    = Pair{"改政策包，存成草案", "Change the pack into a draft"}
	PlainPolNext    = Pair{"生成 %d 年度的政策包草案", "Make the draft for %d"}
	PlainPolWhich   = Pair{"看哪一类", "Which of it"}
	PlainPolCount   = Pair{"%[1]s，%[2]d 项", "%[1]s, values: %[2]d"}
	PlainPolSection = Pair{"%s，看哪一部分", "%s: which part"}
	PlainPolOf2     = Pair{"%[1]s %[2]s", "%[1]s, %[2]s"}
	PlainPolNone    = Pair{"这一类里没有", "There are none"}
	PlainPolWhere   = Pair{"%[1]s，名称 %[2]s", "%[1]s, named %[2]s"}
	PlainPolSetNow  = Pair{"这一项可以为本企业单独设定。现在设定吗", "This enterprise may have its own. Set it now"}
	PlainPolWhatOwn = Pair{"设定哪一项", "Which value is set"}
	PlainPolValue   = Pair{"%[1]s设为（回车不改，句点 . 返回）", "%[1]s (Enter leaves it, period . goes back)"}
	PlainPolOrDrop  = Pair{"%[1]s设为（回车不改，减号 - 恢复默认，句点 . 返回）", "%[1]s (Enter leaves it, hyphen - drops it for the default, period . goes back)"}
	PlainPolFor     = Pair{"%[1]s %[2]s，为 %[3]s 设定", "%[1]s, %[2]s, for %[3]s"}
	PlainPolReason  = Pair{"设为 %s 的依据，例如责任书第 4 条（小于号 < 重填数值，句点 . 返回）", "The ground for %s, such as the letter of responsibility, article 4 (less-than < asks for the value again, period . goes back)"}
	PlainPolMakes   = Pair{"这样设定之后：", "So set:"}
	PlainPolKeep    = Pair{"存为新的草案吗", "Keep it as a new draft"}
	PlainPolNotKept = Pair{"没有存，政策包照旧", "Not kept; the pack is as it was"}
	PlainPolReading = Pair{"%[1]s，%[2]s：加回 %[3]s 万元", "%[1]s, %[2]s: CNY %[3]s ten thousand added back"}
	PlainPolInForce = Pair{"%s，现行", "%s, in force"}
	PlainPolBeside  = Pair{"%[1]s，比现行%[2]s，考核利润将为 %[3]s", "%[1]s, %[2]s than in force, an assessed profit of %[3]s"}
	PlainWan        = Pair{"%s 万元", "CNY %s ten thousand"}
	PlainMore       = Pair{"多 %s", "more by %s"}
	PlainUpTo       = Pair{"最多 %s", "%s at most"}
	PlainLess       = Pair{"少 %s", "less by %s"}

	PlainPeTold    = Pair{"改政策包：草案 %[1]s %[2]s，已改 %[3]d 处", "Changing the pack: draft %[1]s %[2]s, changed: %[3]d"}
	PlainPeIssued  = Pair{"改政策包：%[1]s %[2]s 已签发，改的是它的下一版草案 %[3]s，已改 %[4]d 处", "Changing the pack: %[1]s %[2]s is issued, so its next version is drafted, %[3]s, changed: %[4]d"}
	PlainPeAbout   = Pair{"改的只是草案：数据和现行政策包都不动，改一处说一次本企业的得分怎么变；离开也留着，下次接着改", "Only a draft is changed: the data and the pack in force stay as they are, and every change tells what this enterprise's score would be; what is changed stays for the next time"}
	PlainPeDo      = Pair{"改哪一类", "What to change"}
	PlainPeAll     = Pair{"全部各项，共 %d 项", "All values: %d"}
	PlainPeNumbers = Pair{"只看数字，共 %d 项", "Numbers alone: %d"}
	PlainPeAssumed = Pair{"只看假设的，共 %d 项", "Assumed ones alone: %d"}
	PlainPeChanged = Pair{"改过的，共 %d 项", "Changed ones: %d"}
	PlainPeUndo    = Pair{"撤销上一处改动", "Take the last change back"}
	PlainPeRedo    = Pair{"恢复撤销的改动", "Make again what was taken back"}
	PlainPeWhich   = Pair{"%s，改哪一项", "%s: which value"}
	PlainPeWas     = Pair{"%[1]s，原来 %[2]s", "%[1]s, before %[2]s"}
	PlainPeValue   = Pair{"%s，改为（回车不改，问号 ? 说明，句点 . 返回）", "%s (Enter leaves it, question mark ? explains, period . goes back)"}
	PlainPeOrReset = Pair{"%s，改为（回车不改，减号 - 恢复原来的 %s，问号 ? 说明，句点 . 返回）", "%s (Enter leaves it, hyphen - gives back %s, question mark ? explains, period . goes back)"}
	PlainPeReset   = Pair{"恢复原来的：%s", "As it was: %s"}
	PlainPeBecame  = Pair{"%[1]s：%[2]s 改为 %[3]s", "%[1]s: %[2]s becomes %[3]s"}
	PlainPeSetTo   = Pair{"%[1]s：新设为 %[2]s", "%[1]s: set to %[2]s"}
	PlainPeGone    = Pair{"%[1]s：不再设，原来是 %[2]s", "%[1]s: no longer set, it was %[2]s"}
	PlainPeNoUndo  = Pair{"没有可以撤销的改动", "There is no change to take back"}
	PlainPeNoRedo  = Pair{"没有可以恢复的改动", "There is nothing to make again"}
	PlainPeMore    = Pair{"%[1]s：%[2]s 变为 %[3]s，多 %[4]s", "%[1]s: %[2]s becomes %[3]s, more by %[4]s"}
	PlainPeLess    = Pair{"%[1]s：%[2]s 变为 %[3]s，少 %[4]s", "%[1]s: %[2]s becomes %[3]s, less by %[4]s"}
	PlainPeTurned  = Pair{"%[1]s：%[2]s 变为 %[3]s", "%[1]s: %[2]s becomes %[3]s"}
	PlainPeSame    = Pair{"%s的得分不变", "The score of %s stays as it is"}
	PlainPeEffect  = Pair{"改了 %[1]d 处，%[2]s按草案算：", "Of %[2]s by the draft, changed: %[1]d"}
	PlainPeNotKept = Pair{"改动还没有写到磁盘：%s；请尽快另存草案", "The change is not on the disk: %s; save the draft soon"}
	PlainPeAsOf    = Pair{"与 %[1]s %[2]s 比较，%[3]d 处不同", "Beside %[1]s %[2]s, differences: %[3]d"}
	PlainPeFile    = Pair{"新文件的路径，要 .toml", "Path of the new file, a .toml"}
	PlainPeSheet   = Pair{"签批单的路径，要 .html", "Path of the sheet, an .html"}
)
