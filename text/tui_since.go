package text

// What changed since the last filing.
var (
	TuiSince         = Pair{"与上次报送相比", "Since last filing"}
	TuiGoSince       = Pair{"与上次报送相比有何变化", "What changed since the last filing"}
	TuiFootSince     = Pair{"报送后变化", "Since filing"}
	TuiSinceSealed   = Pair{"%d 年度，%s 封存", "%d, sealed %s"}
	TuiSinceBy       = Pair{"经手 %s", "by %s"}
	TuiSinceCounts   = Pair{"新增 %s  修改 %s  删除 %s", "added %s  changed %s  removed %s"}
	TuiSinceNever    = Pair{"%d 年度还没有封存报送过；封存之后，改了什么都列在这里。", "%d has not been sealed yet. Once it is, whatever changes afterwards is listed here."}
	TuiSinceNone     = Pair{"自那以后没有改动：报出去的就是现在的数据。", "Nothing has changed since: what was filed is what stands here."}
	TuiSinceNoYear   = Pair{"工作区里没有 %d 年度。", "The workspace has no year %d."}
	TuiSinceReading  = Pair{"正在对照修改记录…", "Reading the history…"}
	TuiSinceOther    = Pair{"看本年度 / 上年度", "This year, or the year before"}
	TuiFootOtherYear = Pair{"换年度", "Other year"}
	TuiSinceGo       = Pair{"转到光标所在的记录", "Go to the record"}
	TuiSinceElse     = Pair{"这条记录在 %[1]d 年度。现在打开 %[1]d 年度吗？", "This record stands in %[1]d. Open %[1]d now?"}
	TuiSinceElseHow  = Pair{"打开 %d 年度", "Open %d"}
	TuiSinceGone     = Pair{"这条记录已删除，改动前的内容见上", "The record was removed; what it held is listed here"}
	TuiSinceEvents   = Pair{"期间收到、办理", "Came in meanwhile"}
	TuiSinceMore     = Pair{"只列前 %d 条", "the first %d are listed"}
	TuiSinceCame     = Pair{"导入 %[2]s 行：%[1]s", "%[2]s rows imported: %[1]s"}
	TuiSinceWent     = Pair{"撤销导入 %[2]s 行：%[1]s", "import of %[2]s rows taken back: %[1]s"}
	TuiSinceAdded    = Pair{"新增", "added"}
	TuiSinceChanged  = Pair{"修改", "changed"}
	TuiSinceRemoved  = Pair{"删除", "removed"}
	TuiSinceRecog    = Pair{"收到认定", "recognitions taken in"}
	TuiSinceReceipt  = Pair{"收到回执", "a receipt taken in"}
	TuiSinceReason   = Pair{"说明原因", "a reason written"}
	TuiPlaceSince    = Pair{"与上次报送相比", "Since last filing"}
	TuiForSince      = Pair{"自上次封存以来的变化：逐表列出新增、修改、删除的记录，逐项列出原值和现值；改了又改回去的不算。Tab 看上年度：封存后又解封修改的、收到认定的，都在这里。", "What changed since the last sealing: by form the records added, changed and removed, with each field as it was and is. What was changed back is no difference. Tab shows the year before."}

	// %[1]d the year before, %[2]d how many rows.
	TuiYearBeforeMoved = Pair{"注意：%[1]d 年度封存后有 %[2]d 条记录改动过，与报出去的不同；在命令面板里键入「与上次报送相比」查看。", "Note: %[2]d records of %[1]d were changed after it was sealed and differ from what was filed; see 'Since last filing' in the palette."}
)
