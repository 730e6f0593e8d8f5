package text

// Names of actions: a phrase for palette, help and manual, and a word for the footer.
var (
	TuiBack     = Pair{"返回上一屏", "Go back to the screen before"}
	TuiGoHome   = Pair{"回到总览", "Go to the overview"}
	TuiGoChecks = Pair{"审核", "Checks"}
	TuiGoScore  = Pair{"得分", "Score"}
	TuiGoStart  = Pair{"换一个工作区", "Open another workspace"}
	TuiUndo     = Pair{"撤销上一步", "Undo the last step"}
	TuiRedo     = Pair{"重做", "Do it again"}
	TuiQuit     = Pair{"退出", "Leave"}
	TuiYes      = Pair{"确定", "Yes"}
	TuiNo       = Pair{"不", "No"}
	TuiTake     = Pair{"确定", "OK"}

	TuiOpenForm     = Pair{"打开表单、步骤或审核意见", "Open a form, a step or a finding"}
	TuiMove         = Pair{"移动光标", "Move the cursor"}
	TuiNextPane     = Pair{"换到下一栏", "Go to the next pane"}
	TuiExplain      = Pair{"展开这一项的依据、算式和记录", "Explain a line: clause, formula, records"}
	TuiOpenRecord   = Pair{"打开这条记录", "Open the record"}
	TuiJump         = Pair{"到那一格去改", "Go to the cell"}
	TuiWriteReason  = Pair{"给核实性意见写明原因", "Write the reason of a finding"}
	TuiFilterChecks = Pair{"只看强制性、核实性或已说明的", "List only some of the findings"}
	TuiTakeChoice   = Pair{"打开选中的一项", "Open what is chosen"}

	TuiNextCell     = Pair{"下一格；行末转到下一行", "Next cell; at the end the next row"}
	TuiEditCell     = Pair{"修改这一格（直接键入则替换）", "Edit the cell (typing replaces it)"}
	TuiTabCell      = Pair{"下一格、上一格", "Next and previous cell"}
	TuiMoveCell     = Pair{"移动光标", "Move the cursor"}
	TuiMoveField    = Pair{"移动光标", "Move the cursor"}
	TuiSelectCells  = Pair{"选中多格", "Select cells"}
	TuiDitto        = Pair{"同上：照抄上一行；选中多行时向下填充", "Ditto: repeat the cell above; over several rows fill down"}
	TuiCopyRow      = Pair{"复制本行到下面", "Copy the row below itself"}
	TuiInsertRow    = Pair{"在下面插入一行", "Insert a row below"}
	TuiRemoveRow    = Pair{"删除选中的行", "Remove the selected rows"}
	TuiClearCells   = Pair{"清空选中的格", "Empty the selected cells"}
	TuiOpenCard     = Pair{"用卡片看整条记录", "See the whole record as a card"}
	TuiFindRows     = Pair{"查找行", "Find rows"}
	TuiFilter       = Pair{"只看与这一格相同的行", "List only rows that hold the same here"}
	TuiSort         = Pair{"按本列排序：升、降、还原", "Sort by the column: up, down, no more"}
	TuiColumns      = Pair{"选择显示的列", "Choose the columns"}
	TuiRetry        = Pair{"把没有存上的格再存一次", "Try again to save the cells that were not saved"}
	TuiFootRetry    = Pair{"再存", "Save again"}
	TuiFreeze       = Pair{"冻结到本列", "Keep the columns up to here in place"}
	TuiSelectColumn = Pair{"选中整列", "Select the column"}
	TuiSelectRow    = Pair{"选中整行", "Select the row"}
	TuiCopyCells    = Pair{"复制选中的格", "Copy the selected cells"}
	TuiPasteCells   = Pair{"粘贴（可从电子表格粘贴多格）", "Paste (blocks from a spreadsheet too)"}
	TuiShowAll      = Pair{"取消选中、查找、筛选和排序", "Drop selection, find, filter and sort"}
	TuiTakeCell     = Pair{"采用并到下一格", "Take it and go to the next cell"}
	TuiTakeBack     = Pair{"采用并到上一格", "Take it and go to the previous cell"}
	TuiTakeMove     = Pair{"采用并上下移动", "Take it and move up or down"}
	TuiPickMove     = Pair{"在列表中选择", "Choose from the list"}
	TuiCancelCell   = Pair{"放弃这次修改", "Leave it as it was"}
	TuiFindTake     = Pair{"查找", "Find"}
	TuiOtherRecord  = Pair{"下一条、上一条记录", "Next and previous record"}

	TuiFootBack    = Pair{"返回", "Back"}
	TuiFootChecks  = Pair{"审核", "Checks"}
	TuiFootScore   = Pair{"得分", "Score"}
	TuiFootUndo    = Pair{"撤销", "Undo"}
	TuiFootQuit    = Pair{"退出", "Leave"}
	TuiFootOpen    = Pair{"打开", "Open"}
	TuiFootMove    = Pair{"选择", "Choose"}
	TuiFootPane    = Pair{"换栏", "Pane"}
	TuiFootNext    = Pair{"下一格", "Next"}
	TuiFootEdit    = Pair{"修改", "Edit"}
	TuiFootDitto   = Pair{"同上", "Ditto"}
	TuiFootCopyRow = Pair{"复制行", "Copy row"}
	TuiFootInsert  = Pair{"插行", "Insert"}
	TuiFootRemove  = Pair{"删行", "Remove"}
	TuiFootCard    = Pair{"卡片", "Card"}
	TuiFootFind    = Pair{"查找", "Find"}
	TuiFootFilter  = Pair{"筛选", "Filter"}
	TuiFootSort    = Pair{"排序", "Sort"}
	TuiFootColumns = Pair{"列", "Columns"}
	TuiFootAll     = Pair{"还原", "Clear"}
	TuiFootTake    = Pair{"采用", "Take"}
	TuiFootPick    = Pair{"选择", "Choose"}
	TuiFootCancel  = Pair{"放弃", "Cancel"}
	TuiFootExplain = Pair{"展开", "Explain"}
	TuiFootRecord  = Pair{"打开记录", "Record"}
	TuiFootJump    = Pair{"去改", "Go"}
	TuiFootReason  = Pair{"写原因", "Reason"}
	TuiFootOther   = Pair{"下一条", "Next record"}
)
