package text

// History.
var (
	TuiHistory       = Pair{"修改记录", "History"}
	TuiGoHistory     = Pair{"修改记录：谁改了什么；在表格和卡片里只看这条记录", "History: who changed what; of this record in a table or card"}
	TuiFootHistory   = Pair{"记录", "History"}
	TuiHistJump      = Pair{"到这条记录去", "Go to the record"}
	TuiHistNarrow    = Pair{"筛选：按表单、字段、人、日期", "Narrow by form, field, person, day"}
	TuiHistExpand    = Pair{"展开或收起一步里的各处改动", "Open or close the single changes of a step"}
	TuiFootExpand    = Pair{"展开", "Open"}
	TuiHistAll       = Pair{"取消全部筛选", "Drop every filter"}
	TuiHistEmpty     = Pair{"没有符合条件的记录", "Nothing was recorded that fits"}
	TuiHistNone      = Pair{"还没有任何修改", "Nothing has been changed yet"}
	TuiHistTimes     = Pair{"%d 处", "%d changes"}
	TuiHistUndid     = Pair{"撤销：%s", "Undone: %s"}
	TuiHistRedid     = Pair{"重做：%s", "Done again: %s"}
	TuiHistWas       = Pair{"原值", "Was"}
	TuiHistIs        = Pair{"改为", "Now"}
	TuiHistMade      = Pair{"新记录", "New record"}
	TuiHistGone      = Pair{"删除的记录", "Removed record"}
	TuiHistEmptyCell = Pair{"（空）", "(empty)"}
	TuiHistNoPlace   = Pair{"这一步不指向某一条记录", "This step does not point to a record"}
	TuiHistRowGone   = Pair{"这条记录已经删除；Ctrl+Z 一步步撤销可以找回", "The record is gone; Ctrl+Z, step by step, brings it back"}
	TuiHistChain     = Pair{"逐笔以散列相扣，第 %d 笔", "Entry %d of a chain of hashes"}
	TuiHistOfForm    = Pair{"表单", "Form"}
	TuiHistOfField   = Pair{"字段", "Field"}
	TuiHistOfWho     = Pair{"操作人", "Person"}
	TuiHistOfDay     = Pair{"日期", "Day"}
	TuiHistOfRecord  = Pair{"记录", "Record"}
	TuiHistFilters   = Pair{"只看", "Only"}
	TuiHistNoWho     = Pair{"（未署名）", "(unnamed)"}
	TuiHistMore      = Pair{"往下翻会继续读取更早的", "Earlier ones are read as you go down"}
)

// TuiFootJumpTo is the footer's word for going to what a line speaks of.
var TuiFootJumpTo = Pair{"前往", "Go"}
