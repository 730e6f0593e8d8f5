package text

// Sentences of the workstation: the frame, the strip, opening and closing.
var (
	TuiName    = Pair{"一策", "Yice"}
	TuiTagline = Pair{"国有企业科技创新统计与考核工作台", "Innovation statistics for state-owned enterprises"}
	TuiPromise = Pair{
		"离线使用；每填一格即刻存盘、计分；分数怎么来的，逐条看得到依据。",
		"Works offline. Every cell is saved and scored as it is keyed, and every point shows what it comes from.",
	}
	TuiYear = Pair{"%d 年度", "%d"}

	TuiScore    = Pair{"总分", "Score"}
	TuiBonus    = Pair{"加分", "Bonus"}
	TuiAssessed = Pair{"考核利润", "Assessed profit"}
	TuiWan      = Pair{"万元", "CNY 10k"}
	// TuiWhatProfit stands behind what a lever does to profit, where Chinese has a short word for the unit and English none.
	TuiWhatProfit = Pair{"万元", "profit"}
	TuiWhatBonus  = Pair{"加分", "bonus"}
	// TuiWhatMoney stands over lines of which those of money have no room for their unit.
	TuiWhatMoney     = Pair{"金额为万元", "money in CNY 10k"}
	TuiPoints        = Pair{"分", "points"}
	TuiAssessedBrief = Pair{"考核利润", "Assessed"}
	TuiBriefWan      = Pair{"%s", "%s, CNY 10k"} // a label whose figure is in 万元, where there is little room
	TuiMust          = Pair{"强制性", "To fix"}
	TuiVerify        = Pair{"核实性", "To verify"}
	// A message that has no room at the foot, whole.
	TuiNoteWhole      = Pair{"消息太长被截断时：读全文", "Read the whole of a message that was cut"}
	TuiFootNoteWhole  = Pair{"读全文", "Read whole"}
	TuiNoteWholeTitle = Pair{"消息全文", "The whole message"}
	TuiMustBrief      = Pair{"强制", "fix"}
	TuiVerifyBrief    = Pair{"核实", "verify"}

	TuiNoPack         = Pair{"没有可用的政策包", "no policy pack"}
	TuiSimulated      = Pair{"模拟（政策包为草案）", "Simulation (draft pack)"}
	TuiSimulatedShort = Pair{"模拟", "Simulated"}
	TuiOfficial       = Pair{"正式政策包", "Issued pack"}
	TuiSealed         = Pair{"已封存", "Sealed"}
	TuiSaving         = Pair{"正在保存…", "Saving…"}
	TuiSaved          = Pair{"已保存 %s", "Saved %s"}
	TuiOpening        = Pair{"正在打开…", "Opening…"}
	TuiReading        = Pair{"正在读取…", "Reading…"}
	TuiMissing        = Pair{"缺数据", "no data"}

	TuiTooSmall = Pair{
		"窗口太小：需要 %d 列 %d 行，现在是 %d 列 %d 行。请放大窗口；已填的都在。",
		"The window is too small: it needs %d columns and %d rows and has %d by %d. Please enlarge it; what was keyed is safe.",
	}
	TuiNoTerminal = Pair{
		"工作台需要在终端里运行，当前的输入或输出不是终端。可以改用命令：yice score、yice check、yice import、yice submit（yice --help 列出全部）。",
		"The workstation needs a terminal, and the input or output here is none. The commands do without: yice score, yice check, yice import, yice submit (yice --help lists them all).",
	}
	TuiPoorTerminal = Pair{
		"终端类型 %s 不能显示汉字或识别功能键，工作台没有启动。请在图形界面的终端里运行，或改用命令：yice score、yice check、yice import、yice submit。",
		"A terminal of type %s cannot show Chinese or tell the function keys apart, so the workstation was not started. Please use a graphical terminal, or the commands: yice score, yice check, yice import, yice submit.",
	}
	TuiNoBook = Pair{"%s 里没有符合条件的企业和年度。可能建到一半就中断了：请打开别的工作区，或新建一个。", "%s holds no such enterprise and year. Its making may have been cut short: open another workspace, or make a new one."}
	TuiFailed = Pair{"没有做成：%s", "This could not be done: %s"}

	TuiUndid         = Pair{"已撤销：%s（Ctrl+Y 重做）", "Undone: %s (Ctrl+Y does it again)"}
	TuiRedid         = Pair{"已重做：%s", "Done again: %s"}
	TuiNothingToUndo = Pair{"没有可以撤销的操作", "There is nothing to undo"}
	TuiNothingToRedo = Pair{"没有可以重做的操作", "There is nothing to do again"}

	TuiQuitAsk      = Pair{"退出", "Leave"}
	TuiQuitNote     = Pair{"已填的内容都已存盘，随时可以退出。现在退出吗？", "Everything keyed is saved; you can leave at any time. Leave now?"}
	TuiSealedNoEdit = Pair{"本年度已封存，不能修改；如需重报，请先解封。", "This year is sealed and cannot be changed; reopen it first if it is to be filed again."}

	TuiDraftTitle = Pair{"找回未存的内容", "Text that was not saved"}
	TuiDraftSay   = Pair{"上次没有正常退出，%s的「%s」一格当时正在填：%s。放回去吗？", "The last session did not end properly. In %s, the field %s was being keyed: %s. Put it back?"}
)

// Start screen.
var (
	TuiRecent        = Pair{"最近打开", "Opened before"}
	TuiBegin         = Pair{"开始", "Begin"}
	TuiExample       = Pair{"看看示例企业", "Look at the example"}
	TuiExampleNote   = Pair{"一家虚构的水务企业，数据齐全，随便改", "made-up data; change anything"}
	TuiNewWorkspace  = Pair{"新建工作区", "New workspace"}
	TuiOpenOther     = Pair{"打开其他工作区", "Open another workspace"}
	TuiOpenSay       = Pair{"工作区文件（*.yice）的路径，可以粘贴或把文件拖进来：", "The path of a workspace (*.yice); paste it, or drop the file here:"}
	TuiPathEmpty     = Pair{"请写上文件的路径。", "Please give the path of a file."}
	TuiGone          = Pair{"文件不在了：%s。如果移动过，用「打开其他工作区」指给新位置。", "The file is not there any more: %s. If it was moved, use 'Open another workspace'."}
	TuiMakingExample = Pair{"正在建立示例…", "Making the example…"}
	TuiAnswerEmpty   = Pair{"这一项必须填写。", "This is needed."}
)

// Overview, score, checks.
var (
	TuiForms              = Pair{"表单", "Forms"}
	TuiFormCount          = Pair{"%d 张", "%d"}
	TuiProgress           = Pair{"进度：一企一策", "Progress to the targets"}
	TuiProgressNote       = Pair{"实绩 / 目标      得分", "actual / target     points"}
	TuiSteps              = Pair{"下一步最划算", "What to do next"}
	TuiNoSteps            = Pair{"正在计算，或已没有可以再得分的一步", "Being worked out, or nothing left to gain"}
	TuiChecks             = Pair{"审核", "Checks"}
	TuiNoneOfKind         = Pair{"没有这一类的审核问题；按 Tab 看其他的", "No finding of this kind; Tab lists the others"}
	TuiNoFindings         = Pair{"没有需要处理的审核问题", "Nothing to mend or explain"}
	TuiFindingCount       = Pair{"强制性 %d   核实性 %s   已说明 %d", "to fix %d   to verify %s   explained %d"}
	TuiLacks              = Pair{"缺 %d 项", "%d missing"}
	TuiAssessedNet        = Pair{"考核利润净额（扣研发费用）", "Assessed, net of R&D expensed"}
	TuiUnfilled           = Pair{"未填 %s", "unfilled %s"}
	TuiPendingPlus        = Pair{"待认定 %s", "pending %s"}
	TuiReadings           = Pair{"研发加回的八种口径", "The add-back under its eight readings"}
	TuiReadingA           = Pair{"A 基数 %[1]s + 增量 %[2]s", "A base %[1]s + increment %[2]s"}
	TuiReadingB           = Pair{"B 全额 %[1]s + 增量再加 %[2]s", "B all %[1]s + increment %[2]s"}
	TuiReadExpensed       = Pair{"费用化，不含政府资金", "expensed, no grants"}
	TuiReadExpensedGrants = Pair{"费用化，含政府资金", "expensed + grants"}
	TuiReadTotal          = Pair{"全部，不含政府资金", "all, no grants"}
	TuiReadTotalGrants    = Pair{"全部，含政府资金", "all + grants"}
	TuiReadNote           = Pair{"政策文件只写了增量部分按 150% 加计，采用哪一种由政策包确定；标出的是现在采用的。", "The document says only that the increment counts 150%; the pack chooses the reading. The one in force is marked."}
	// TuiDeclaredRows are rows that count as recognised by the enterprise's own word alone.
	TuiDeclaredRows       = Pair{"自报 %d", "%d own word"}
	TuiDeclaredShort      = Pair{"自报", "own word"}
	TuiDeclaredCounted    = Pair{"含自报认定 %d 项", "%d by own word alone"}
	TuiPendingAndDeclared = Pair{"待%[1]d 自报%[2]d", "%[1]d pend %[2]d own"}
	TuiPendingRows        = Pair{"待认定 %d", "%d pending"}
	TuiMonths             = Pair{"各月投入", "By month"}
	TuiMonthsBrief        = Pair{"", "CNY 10k"} // where there is no room for it
	TuiAddback            = Pair{"研发加回", "R&D added back"}
	TuiDeemed             = Pair{"视同利润", "Deemed profit"}
	TuiBook               = Pair{"账面", "Book"}
	TuiStripReached       = Pair{" 完成 ", ", "}
	TuiCompletion         = Pair{"完成", "Reached"}
	TuiPayroll            = Pair{"工资总额", "Payroll"}
	TuiSeparate           = Pair{"单列", "apart"}
	TuiTilt               = Pair{"倾斜", "tilt"}
	TuiExplained          = Pair{"已说明", "Explained"}
	TuiProfit             = Pair{"利润", "Profit"}
	TuiContribution       = Pair{"计入年度考核", "In the annual assessment"}
	TuiSettled            = Pair{"有 %d 个参数文件没有给出，由国资委在签发的政策包里确定，打开各项可看到是哪些", "%d parameters that the document does not give were settled by the regulator in the issued pack; the explanations name them"}
	TuiAssumed            = Pair{"有 %d 个参数是文件没有给出、由政策包假设的，打开各项可看到是哪些", "%d parameters are assumptions of the pack that the document does not give; the explanations name them"}
	TuiNotAsked           = Pair{"不必填", "not needed"}
	TuiMoreBelow          = Pair{"还有 %d 行", "%d more lines"}
	TuiUsed               = Pair{"计入 %d 件", "Counted: %d"}
	TuiRejected           = Pair{"未计 %d 件", "Not counted: %d"}
	TuiNoPlace            = Pair{"这一条不指向某一格。", "This one does not point to a cell."}
	TuiAll                = Pair{"全部", "All"}
	TuiReasonTitle        = Pair{"写明原因", "Write the reason"}
	TuiReasonHint         = Pair{"属实的，按 Ctrl+E 写明原因；有误的，按 Enter 到那一格去改", "If it is right, Ctrl+E writes the reason; if it is wrong, Enter goes to the cell"}
	TuiMustMend           = Pair{"强制性的必须改正，不能用说明代替；按 Enter 到那一格去改", "This must be mended, a reason will not do; Enter goes to the cell"}
)
