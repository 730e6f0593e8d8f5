package text

// The screens of returns: the list, and one return as a paper form.
var (
	TuiReturns        = Pair{"报表", "Returns"}
	TuiGoReturns      = Pair{"各种报表：统计、快报、加计扣除、高企", "The returns: statistics, quarterly, extra deduction, high-tech"}
	TuiFootReturns    = Pair{"报表", "Returns"}
	TuiReturnOpen     = Pair{"打开光标所在的报表", "Open the return"}
	TuiReturnConcern  = Pair{"光标所在的报表是否涉及本企业", "Say whether the return concerns the enterprise"}
	TuiFootConcern    = Pair{"涉及与否", "Concerns"}
	TuiReturnReading  = Pair{"正在汇总台账和登记簿…", "Adding up ledger and registers…"}
	TuiReturnAbout    = Pair{"打勾的涉及本企业；只有没打勾的才要的指标不显示，也不算缺", "What is ticked concerns the enterprise; figures that only the others need are out of sight and not missing"}
	TuiReturnLook     = Pair{"核对 %d 处", "%d to check"}
	TuiPlaceReturns   = Pair{"报表", "Returns"}
	TuiForReturns     = Pair{"同一本台账出的各种报表：每张还缺什么，哪些涉及本企业。空格勾选，可以撤销；标「参考」的规则没有核对过。", "The returns that one ledger yields: what each is still without, and which concern the enterprise. Space ticks; it can be undone. Rules of what is marked as reference were not verified."}
	TuiLabelConcern   = Pair{"%s：涉及", "%s concerns the enterprise"}
	TuiLabelConcernNo = Pair{"%s：不涉及", "%s does not concern the enterprise"}

	TuiPaperBehind   = Pair{"打开光标所在一格背后的明细", "Open what is behind the cell"}
	TuiFootBehind    = Pair{"看明细", "Behind"}
	TuiPaperMove     = Pair{"在格子间移动", "Move between cells"}
	TuiPaperOther    = Pair{"换到下一张涉及的报表", "The next return that concerns the enterprise"}
	TuiFootPaper     = Pair{"下一张", "Next return"}
	TuiPaperSave     = Pair{"把这张报表写成文件", "Write the return to a file"}
	TuiFootPaperSave = Pair{"存文件", "Save"}
	TuiPaperSaveAsk  = Pair{"写到哪里：.xlsx、.html（可打印）或 .csv", "Where to: .xlsx, .html (to print) or .csv"}
	TuiPaperSaved    = Pair{"已写成 %s", "Written to %s"}
	TuiPaperNumbered = Pair{"%[1]s %[2]s", "%[1]s %[2]s"}
	TuiPaperParts    = Pair{"%s 由这些算出", "%s is worked out from"}
	TuiPaperSum      = Pair{"%s 是这些之和", "%s adds up"}
	TuiPaperNone     = Pair{"这一栏没有这一行", "This column has no such line"}
	TuiPaperNothing  = Pair{"这一格背后没有记录", "No record is behind this cell"}
	TuiPaperBlank    = Pair{"还没有数：不当零", "nobody has given it: not zero"}
	TuiPaperExact    = Pair{"精确", "exact"}
	TuiPaperLast     = Pair{"%d 年", "%d"}
	TuiPaperChange   = Pair{"增减", "Change"}
	TuiPaperEmpty    = Pair{"没有可列的：登记簿和台账里还没有", "Nothing to list: registers and ledger are empty"}
	TuiPlacePaper    = Pair{"一张报表", "One return"}
	TuiForPaper      = Pair{"像纸质表那样列出，旁边是上年的数。每一格按 Enter 打开背后的明细：台账的行、登记的记录，或由哪些格算出。打斜线的格子是还没有数，「/」是本来没有这一行。", "As on the paper form, last year's figures beside. Enter on a cell opens what is behind it: lines of the ledger, records, or the cells it is worked out from. A hatched cell has no figure yet; a stroke is no such line."}
	TuiPaperBeside   = Pair{"所列规则为参考", "Reference only"}
)
