package text

// Sentences of the editors that open beside a field: notes of several lines, the calendar.
var (
	TuiPlaceNote  = Pair{"正在写多行文字", "Writing a note"}
	TuiForNote    = Pair{"备注一类可以写多行。Enter 和别处一样，采用并到下一格；换行按 Ctrl+N，Alt+Enter、Shift+Enter、Ctrl+J 在能送到的终端上也行。粘贴进来的换行照留。", "A note may have several lines. Enter takes it and goes on, as everywhere; Ctrl+N begins a new line, and so do Alt+Enter, Shift+Enter and Ctrl+J where the terminal sends them. Pasting keeps line breaks."}
	TuiNoteLine   = Pair{"换行", "Begin a new line"}
	TuiNoteMove   = Pair{"按行移动；Home、End 到行首行尾，Ctrl+Home、Ctrl+End 到开头结尾", "Move by lines; Home and End within the line, Ctrl+Home and Ctrl+End in the whole note"}
	TuiNoteWord   = Pair{"移动一个词", "Move by words"}
	TuiNoteSelect = Pair{"选中文字；Ctrl+A 全选", "Select text; Ctrl+A all of it"}
	TuiNoteCopy   = Pair{"复制、剪切选中的文字", "Copy or cut what is selected"}
	TuiNotePaste  = Pair{"粘贴，换行照留", "Paste, with its line breaks"}
	TuiNoteUndo   = Pair{"撤销、重做这一格里的键入", "Undo and redo what was typed here"}
	TuiNoteErase  = Pair{"删前一个词、删到行首、删到行尾", "Erase a word, to the line's beginning, to its end"}
	TuiFootLine   = Pair{"换行", "New line"}
	TuiNoteCount  = Pair{"第 %d/%d 行  %d 字", "line %d/%d  %d chars"}
	TuiNoteFull   = Pair{"第 %d/%d 行  %d 字，最多 %d", "line %d/%d  %d chars, at most %d"}
)
