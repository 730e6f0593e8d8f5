package text

// Long work beside the keying.
var (
	TuiTaskReport  = Pair{"生成报表", "Report"}
	TuiTaskBackup  = Pair{"备份", "Backup"}
	TuiTaskSeal    = Pair{"封存", "Sealing"}
	TuiTaskImport  = Pair{"导入 %s", "Import of %s"}
	TuiTaskExport  = Pair{"导出 %s", "Export of %s"}
	TuiTaskCollect = Pair{"汇总报送文件", "Consolidation"}
	TuiTaskCompare = Pair{"与备份 %s 比对", "Comparison with the backup %s"}
	TuiTaskCheck   = Pair{"核查工作区", "Check of the workspace"}

	TuiTaskDoneOf  = Pair{"%s / %s 行", "%s of %s rows"}
	TuiTaskDone    = Pair{"%s 行", "%s rows"}
	TuiTaskFilesOf = Pair{"%s / %s 个文件", "%s of %s files"}
	TuiTaskBytesOf = Pair{"%s / %s MB", "%s of %s MB"}
	TuiTaskRate    = Pair{"每秒 %s 行", "%s rows a second"}
	TuiTaskLeft    = Pair{"约剩 %s", "about %s left"}
	TuiTaskSince   = Pair{"已用 %s", "%s so far"}
	TuiTaskSeconds = Pair{"%d 秒", "%d s"}
	TuiTaskMinutes = Pair{"%d 分 %02d 秒", "%d min %02d s"}

	TuiTaskBeside      = Pair{"这是后台工作，可以接着录入；每一项离开即存盘。", "This runs in the background: go on keying, every field is saved as it is left."}
	TuiTaskHolds       = Pair{"写入期间录入的内容先记在工作区旁边的文件里，显示「已记下」的断电也不丢；写完（或停止）后依次存盘，那时显示「已保存」。", "What is keyed while this writes is kept in a file beside the workspace: what is called kept survives a power cut. It is saved, in order, when this is done or stopped; then it says saved."}
	TuiTaskSealing     = Pair{"其间可以查看；一旦改动本年度的数据，封存就停下，不生成文件，改动照常保存。", "You can look round meanwhile. A change to the year stops the sealing; no file is made and the change is saved."}
	TuiTaskKeys        = Pair{"Enter 转到后台，接着录入   Esc 停止", "Enter goes on in the background   Esc stops it"}
	TuiTaskKeysLook    = Pair{"Enter 转到后台   Esc 停止", "Enter goes on in the background   Esc stops it"}
	TuiTaskStop        = Pair{"停止吗？已做的全部撤回，不留半成品。", "Stop it? All it has done is taken back; nothing half done is left."}
	TuiTaskStopKeys    = Pair{"Enter 停止   Esc 继续", "Enter stops it   Esc goes on"}
	TuiTaskStopping    = Pair{"正在停止、撤回…", "Stopping and taking back…"}
	TuiTaskStopped     = Pair{"已停止：%s。没有留下半成品", "Stopped: %s. Nothing half done is left"}
	TuiTaskMore        = Pair{"等 %[1]d 项", "and %[2]d more"}
	TuiTaskSealTouched = Pair{"封存已停下：其间改动了本年度的数据。改动已存盘，没有生成报送文件；改完后请再封存", "Sealing was stopped: the year was changed. The change is saved and no file was made; seal again when done"}

	TuiGoTasks   = Pair{"查看、停止后台工作", "Look at background work, or stop it"}
	TuiTasks     = Pair{"后台工作", "Background work"}
	TuiTaskLater = Pair{"转到后台，接着录入", "Let it go on in the background"}
	TuiTaskAsk   = Pair{"停止这项工作（先问）", "Stop it (asks first)"}
	TuiFootLater = Pair{"转后台", "Background"}
	TuiFootStop  = Pair{"停止", "Stop"}
	TuiPlaceTask = Pair{"长时间工作", "Long work"}
	TuiForTask   = Pair{"报表、封存、备份、导入、导出、核查和汇总都在后台进行：进度、每秒行数、约剩时间。Enter 或直接键入就转到后台，标题行里留着进度；Esc 先问再停止，停止后不留半成品。", "Reports, sealing, backups, imports, exports, checks and consolidation run in the background: how far, how fast, how long still. Enter, or just typing, sends it there, with its progress in the header; Esc asks, then stops it, and nothing half done is left."}
	TuiKept      = Pair{"已记下 %d 项，写完即存盘", "%d kept, saved when this is written"}
	TuiQueued    = Pair{"等待导入完成：%d 步还没存盘", "%d steps wait, not saved yet"}
	TuiAwaits    = Pair{"等待「%s」写完：这一步还没有做，现在断电或强行关闭就没有它，写完以后自动接着做", "This step waits until “%s” is written: it is not done yet, and a kill now loses it; it follows by itself"}
	// TuiReasonWaits: whether it is kept meanwhile says the header (TuiKept, TuiQueued).
	TuiReasonWaits = Pair{"等「%s」写完就写进去；右上角说“已记下”以后，断电也不会丢", "It is written once “%s” is; from when the header says kept, no power cut loses it"}
	TuiReasonKept  = Pair{"原因已写下", "The reason is written"}
	TuiQuitTasks   = Pair{"正在进行：%s。退出会先停止它，不留半成品；已录的内容（包括排队的）都会存盘。停止并退出吗？", "Under way: %s. Leaving stops it first; nothing half done is left, and everything keyed, queued or not, is saved. Stop it and leave?"}

	TuiOpenMade   = Pair{"打开刚生成的文件", "Open the file just made"}
	TuiOpenMadeNo = Pair{"这台机器上没有打开它的程序；文件在 %s", "Nothing on this machine opens it; the file is %s"}
	TuiOpenedMade = Pair{"已交给系统打开：%s", "Handed to the system: %s"}

	TuiCheckFile  = Pair{"核查整个工作区（页面、合计、历史）", "Check the whole workspace (pages, totals, history)"}
	TuiCheckSound = Pair{"核查完毕：工作区完好", "Checked: the workspace is sound"}
	TuiCheckStage = Pair{"页面、合计、历史逐项核对", "Pages, totals and history, one after another"}
)
