package text

// History.
var (
	TuiHistory        = Pair{"修改记录", "History"}
	TuiGoHistory      = Pair{"修改记录：谁改了什么；在表格和卡片里看这条记录，光标所在的字段在先", "History: who changed what; in a table or card of this record, the field under the cursor first"}
	TuiFootHistory    = Pair{"记录", "History"}
	TuiHistJump       = Pair{"到这条记录去", "Go to the record"}
	TuiHistNarrow     = Pair{"筛选：按表单、字段、人、日期，或键入文字", "Narrow by form, field, person, day, or by a text typed"}
	TuiHistExpand     = Pair{"展开或收起一分钟里的各步、一步里的各处改动；打开一条记录的来历", "Open or close the steps of a minute, the changes of a step; open the past of a record"}
	TuiHistArrange    = Pair{"换一种排法：按时间、按记录；一条记录按字段、按时间", "Arrange by time or by record; one record by field or by time"}
	TuiFootArrange    = Pair{"换排法", "Arrange"}
	TuiHistFind       = Pair{"在修改记录里找文字", "Find a text in the history"}
	TuiHistFindSay    = Pair{"名称、编号、金额、摘要、文件名、操作人都行；留空就是不按文字筛选。", "A name, a number, an amount, a note, a file, a person; nothing drops the text again."}
	TuiHistByTime     = Pair{"按时间", "By time"}
	TuiHistByRecord   = Pair{"按记录", "By record"}
	TuiHistByField    = Pair{"按字段", "By field"}
	TuiFootExpand     = Pair{"展开", "Open"}
	TuiHistAll        = Pair{"取消全部筛选", "Drop every filter"}
	TuiHistEmpty      = Pair{"没有符合条件的记录", "Nothing was recorded that fits"}
	TuiHistNone       = Pair{"还没有任何修改", "Nothing has been changed yet"}
	TuiHistOnce       = Pair{"1 处", "1 change"}
	TuiHistOneRow     = Pair{"1 条", "1 row"}
	TuiHistEverything = Pair{"全部修改记录，不只这一条", "The whole history, not of this alone"}
	TuiHistLooking    = Pair{"正在往前找……", "Looking further back…"}
	TuiHistSteps      = Pair{"%d 步", "%d steps"}
	TuiHistStepsOr    = Pair{"%d 步以上", "%d steps or more"}
	TuiHistMore       = Pair{"还有 %d 笔，正在读……", "%d entries more, being read…"}
	TuiHistManyRows   = Pair{"这些行是一起进来的；要看其中一行，请到表格里，在那一行按 Ctrl+U", "These rows came together; for one of them go to the table and press Ctrl+U on it"}
	TuiHistYearItself = Pair{"年度本身", "The year itself"}
	// %[1]d steps, %[2]d entries, %[3]d records, from entry %[4]d to %[5]d.
	TuiHistMinuteSays  = Pair{"这一分钟 %[1]d 步、%[2]d 笔，涉及 %[3]d 条记录；第 %[4]d 到 %[5]d 笔", "Steps in this minute: %[1]d, entries: %[2]d (%[4]d to %[5]d), records: %[3]d"}
	TuiHistLast        = Pair{"最后", "Last"}
	TuiHistWholeRecord = Pair{"整条记录", "The record as a whole"}
	TuiHistBack        = Pair{"放回的记录", "Record put back"}
	TuiHistTimes       = Pair{"%d 处", "%d changes"}
	TuiHistUndid       = Pair{"撤销：%s", "Undone: %s"}
	TuiHistRedid       = Pair{"重做：%s", "Done again: %s"}
	TuiHistWas         = Pair{"原值", "Was"}
	TuiHistIs          = Pair{"改为", "Now"}
	TuiHistNew         = Pair{"新记录", "new"}
	TuiHistMade        = Pair{"新记录", "New record"}
	TuiHistMadeMany    = Pair{"%d 条新记录", "%d new records"}
	TuiHistGone        = Pair{"删除的记录", "Removed record"}
	TuiHistEmptyCell   = Pair{"（空）", "(empty)"}
	TuiHistNoPlace     = Pair{"这一步不指向某一条记录", "This step does not point to a record"}
	TuiHistRowGone     = Pair{"这条记录已经删除；Ctrl+Z 一步步撤销可以找回", "The record is gone; Ctrl+Z, step by step, brings it back"}
	TuiHistChain       = Pair{"第 %d 笔，逐笔相扣，改过就对不上", "Entry %d of a chain in which a forgery shows"}
	TuiHistOfForm      = Pair{"表单", "Form"}
	TuiHistOfField     = Pair{"字段", "Field"}
	TuiHistOfWho       = Pair{"操作人", "Person"}
	TuiHistOfDay       = Pair{"日期", "Day"}
	TuiHistFilters     = Pair{"只看", "Only"}
	TuiHistNoWho       = Pair{"（未署名）", "(unnamed)"}
)

// TuiFootJumpTo is the footer's word for going to what a line speaks of.
var TuiFootJumpTo = Pair{"前往", "Go"}

// How a value came into a record. %[1]s: the file, %[2]d: the row of its sheet.
var (
	TuiHowKeyed      = Pair{"键入", "keyed"}
	TuiHowMany       = Pair{"成批改", "changed with others"}
	TuiHowPasted     = Pair{"粘贴", "pasted"}
	TuiHowTwice      = Pair{"双录", "keyed twice"}
	TuiHowAttached   = Pair{"附件", "attachment"}
	TuiHowCarried    = Pair{"结转", "carried over"}
	TuiHowRecognised = Pair{"认定", "recognised"}
	TuiHowRemoved    = Pair{"删除", "removed"}
	TuiHowUndone     = Pair{"撤销", "undone"}
	TuiHowRedone     = Pair{"重做", "done again"}
	TuiHowRevived    = Pair{"找回", "brought back"}
	TuiHowImported   = Pair{"导入 %[1]s", "from %[1]s"}
	// %[1]s: how, %[2]s: the sheet.
	TuiHowSheet        = Pair{"%[1]s（工作表 %[2]s）", "%[1]s (sheet %[2]s)"}
	TuiHowImportedLine = Pair{"导入 %[1]s 第 %[2]d 行", "from %[1]s, row %[2]d"}
)
