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

// The calendar beside a date, and what a date being keyed is read as.
var (
	TuiPlaceCalendar = Pair{"日历", "Calendar"}
	TuiForCalendar   = Pair{"给日期或年月选一个值。键入仍然最快：直接打数字就回到键入。填报年度以外的日子较淡；[ ] 是今天，* 是原来的值。", "Choose a date or a month. Typing is still fastest: a digit goes back to it. Days outside the filing year are dim; [ ] is today, * what was there."}
	TuiOpenCalendar  = Pair{"打开日历（日期、年月）", "Open the calendar (dates and months)"}
	TuiFootCalendar  = Pair{"日历", "Calendar"}
	TuiCalTake       = Pair{"采用这一天（这个月）并到下一格", "Take the day, or month, and go to the next cell"}
	TuiCalDay        = Pair{"前后一天，上下一周；年月：前后一月，上下一季", "A day or a week; in months, a month or a quarter"}
	TuiCalMonth      = Pair{"上月、下月；年月：上年、下年", "A month; in months, a year"}
	TuiCalYear       = Pair{"上年、下年", "A year"}
	TuiCalEnds       = Pair{"填报年度的第一天、最后一天（第一个月、最后一个月）", "First and last day, or month, of the filing year"}
	TuiCalToday      = Pair{"今天（本月）", "Today, or this month"}
	TuiCalClose      = Pair{"回去键入", "Go back to typing"}
	TuiFootDay       = Pair{"选", "Choose"}
	TuiFootMonth     = Pair{"换月", "Month"}
	TuiFootYear      = Pair{"换年", "Year"}
	TuiFootEnds      = Pair{"年初", "Year start"}
	TuiFootToday     = Pair{"今天", "Today"}
	TuiFootTyping    = Pair{"键入", "Typing"}
	TuiCalTitle      = Pair{"%d 年 %d 月", "%d-%02d"}
	TuiCalTitleYear  = Pair{"%d 年", "%d"}
	TuiCalOutside    = Pair{"不在 %d 年度", "not in %d"}
	TuiCalIsToday    = Pair{"今天", "today"}
	TuiCalIsMonth    = Pair{"本月", "this month"}
	TuiCalWas        = Pair{"原来的值", "what was there"}
	TuiCalLegend     = Pair{"[ ] 今天    * 原来的值", "[ ] today    * what was there"}
	TuiCalLegendM    = Pair{"[ ] 本月    * 原来的值", "[ ] this month    * what was there"}
	TuiQuarter       = Pair{"%d 季度", "Q%d"}
	TuiSuchAs        = Pair{"如 %s", "e.g. %s"}
)

// Weekdays and months, as the calendar heads and names them; a week begins on Monday.
var (
	TuiWeekdays   = [7]Pair{{"一", "Mo"}, {"二", "Tu"}, {"三", "We"}, {"四", "Th"}, {"五", "Fr"}, {"六", "Sa"}, {"日", "Su"}}
	TuiDays       = [7]Pair{{"周一", "Mon"}, {"周二", "Tue"}, {"周三", "Wed"}, {"周四", "Thu"}, {"周五", "Fri"}, {"周六", "Sat"}, {"周日", "Sun"}}
	TuiMonthNames = [12]Pair{
		{"1月", "Jan"},
		{"2月", "Feb"},
		{"3月", "Mar"},
		{"4月", "Apr"},
		{"5月", "May"},
		{"6月", "Jun"},
		{"7月", "Jul"},
		{"8月", "Aug"},
		{"9月", "Sep"},
		{"10月", "Oct"},
		{"11月", "Nov"},
		{"12月", "Dec"},
	}
)

// An amount being keyed, read back.
var (
	// %[1]s unit, %[2]s the amount in words.
	TuiReadAs        = Pair{"按%[1]s读：%[2]s", "read as %[1]s: %[2]s"}
	TuiOtherUnit     = Pair{"换单位读这个数：元、万元", "Read the figure in the other unit: yuan, 10k"}
	TuiFootOtherUnit = Pair{"换单位", "Other unit"}
)
