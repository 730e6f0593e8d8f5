package text

// Settings and the first-run guide.
var (
	TuiSettings      = Pair{"设置", "Settings"}
	TuiGoSettings    = Pair{"设置：操作人、语言、配色", "Settings: operator, language, colours"}
	TuiSetChange     = Pair{"修改这一项设置", "Change the setting"}
	TuiSetOperator   = Pair{"操作人", "Operator"}
	TuiSetOperatorIs = Pair{"写进每一笔修改记录，这个工作区以后都用它", "Named in every entry of the history, in this workspace from now on"}
	TuiSetOperatorQ  = Pair{"操作人姓名：", "Name of the operator:"}
	TuiSetLang       = Pair{"界面语言", "Language"}
	TuiSetLangIs     = Pair{"启动时另外指定的语言优先", "A language asked for at the start comes first"}
	TuiSetTheme      = Pair{"配色", "Colours"}
	TuiSetThemeIs    = Pair{"自动：按终端的背景；终端不报背景时可以在这里定。NO_COLOR 照样有效", "Automatic follows the terminal's background; say it here where the terminal does not. NO_COLOR holds"}
	TuiThemeAuto     = Pair{"自动", "automatic"}
	TuiThemeDark     = Pair{"深色", "dark"}
	TuiThemeLight    = Pair{"浅色", "light"}
	TuiLangZH        = Pair{"中文", "Chinese"}
	TuiLangEN        = Pair{"英文", "English"}
	TuiSetGuide      = Pair{"一分钟上手", "The first minute"}
	TuiSetGuideIs    = Pair{"再看一遍开头的说明", "See the guide of the beginning again"}
	TuiGoGuide       = Pair{"一分钟上手", "The first minute: a guide"}
	TuiSetWorkspace  = Pair{"工作区", "Workspace"}
	TuiSetVersion    = Pair{"版本", "Version"}
	TuiSetKept       = Pair{"已保存", "Kept"}
	TuiSetNotKept    = Pair{"这次生效，但没能存下来：%s", "In force now, but it could not be kept: %s"}

	TuiGuideOpen = Pair{"Enter 下一页   Esc 不看了", "Enter next   Esc close"}
	TuiGuideHint = Pair{"Enter 下一页   ← 上一页   Esc 不看了", "Enter next   ← back   Esc close"}
	TuiGuideLast = Pair{"Enter 开始   ← 上一页", "Enter begin   ← back"}
)

// TuiGuide is the first-run guide: a title and what is said, a page each.
var TuiGuide = [][2]Pair{
	{
		{"看哪里", "Where to look"},
		{"最上面一行随时是总分、待认定、审核问题和考核利润；改一格，分数立刻动，旁边标出动了多少。\n\n总览左边是各张表填到哪里，右边是离每个目标还差多少，下面是下一步做什么最划算。", "The line at the top always has the score, what is pending, the findings and the assessed profit. Change a cell and the score moves, with what it moved by beside it.\n\nThe overview has the forms on the left, how far each target is on the right, and below what to do next."},
	},
	{
		{"怎么填", "How to key"},
		{"在总览按 Enter 打开一张表，直接键入就填这一格，Enter 到下一格；离开即存盘，不用按保存。\n\n金额可以写 350万、1.2亿、=120+35.5*2；日期可以写 20240315；代码按编号、汉字或拼音首字母选。Ctrl+D 照抄上一行。", "On the overview, Enter opens a form. Typing fills the cell, Enter goes to the next; leaving a cell saves it.\n\nAmounts may be 3500000 or =120+35.5*2, dates 20240315; codes go by number, name or pinyin initials. Ctrl+D repeats the row above."},
	},
	{
		{"从电子表格来", "From a spreadsheet"},
		{"在电子表格里复制一块，到表里粘贴：先给您看会新增几行、改几格、哪几格读不懂，确认后才写入。\n\n整个文件按 F7 导入，表头不必和我们的一样。", "Copy a block in your spreadsheet and paste it into the table: you see first how many rows are new, what changes and what cannot be read.\n\nWhole files come in with F7; their headings need not be ours."},
	},
	{
		{"填错了怎么办", "When it is wrong"},
		{"Ctrl+Z 撤销，想退多少步都行，关掉再开也还能退。Ctrl+U 看谁在什么时候改了什么。\n\nF3 列出全部审核问题，Enter 直接到那一格；数字没错就写明原因。审核从不拦着您填表，只在报送时把关。", "Ctrl+Z takes steps back, as many as you like, even after a restart. Ctrl+U shows who changed what and when.\n\nF3 lists all findings and Enter goes to the cell; where the figure is right, write the reason. Nothing ever keeps you from keying; only submitting waits."},
	},
	{
		{"分数怎么来的", "Where points come from"},
		{"F4 里每一项按 Enter 展开：依据哪一条、用什么口径、算式、计入和未计的记录。\n\nF5 看政策包：哪些数字是文件给的，哪些是假设的。F8 试算：再投入 120 万会怎样？什么都不写入。", "In F4, Enter explains a line: clause, reading, formula, the records that counted and those that did not.\n\nF5 shows the policy pack: what the document gives and what is assumed. F8 supposes: what if R&D were 1.2 million more? Nothing is written."},
	},
	{
		{"交出去", "Handing it in"},
		{"F6 报送：三级签字，封存成一个文件，本年度锁定。\n\n记不住按键也没关系：Ctrl+P 打开命令面板，键入汉字或拼音首字母就能找到；F2 是这一屏的帮助。", "F6 submits: three sign, the year is sealed into one file and locked.\n\nNo need to remember keys: Ctrl+P opens the palette, where a few letters find any command; F2 is help on the screen you are at."},
	},
}

var (
	TuiGuideNext     = Pair{"下一页说明", "Next page of the guide"}
	TuiGuideNextFoot = Pair{"下一页", "Next"}
	TuiGuideBack     = Pair{"上一页说明", "Page before"}
	TuiGuideClose    = Pair{"不看了；以后可以在命令面板里再打开", "Close it; the palette opens it again"}
	TuiPlaceGuide    = Pair{"一分钟上手", "The first minute"}
	TuiForGuide      = Pair{"第一次打开时的六页说明。", "Six pages shown the first time."}
)
