package text

// What the start screen says of a workspace.
var (
	StartSeparator   = Pair{"；", "; "}
	StartStopped     = Pair{"上次停在", "Stopped at"}
	StartOpen        = Pair{"还没完", "Open"}
	StartPapers      = Pair{"缺的材料", "Papers"}
	StartBackup      = Pair{"备份", "Backup"}
	StartMust        = Pair{"强制性 %d 项要改", "to fix: %d"}
	StartVerify      = Pair{"核实性 %d 项要说明", "to explain: %d"}
	StartNothing     = Pair{"该改的都改了，该说明的都说明了", "everything is mended or explained"}
	StartUnanswered  = Pair{"制度 %d 项没答", "checklist items unanswered: %d"}
	StartBare        = Pair{"没有附件：%s", "no attachment: %s"}
	StartOthers      = Pair{"其他 %d", "others %d"}
	StartUnsigned    = Pair{"未签字：%s", "not signed: %s"}
	StartPapersThere = Pair{"都有了", "all there"}
	StartNoSecond    = Pair{"没有设第二处", "no second place"}
	StartThen        = Pair{"（%s 离开时的数，之后又改过）", "(as of %s; changed since)"}
	TuiGoOn          = Pair{"接着上次停下的地方做", "Go on where it was stopped"}
	TuiFootGoOn      = Pair{"接着做", "Go on"}
)
