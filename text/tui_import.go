package text

// Importing a file, and the other things that are done with files: the next year, backups, reports, what comes back.
var (
	TuiPlaceImport = Pair{"导入", "Import"}
	TuiForImport   = Pair{"读入 CSV 或 Excel 文件：先看清每一列对应什么、哪些行能进来，再写入；写入算一步，可以撤销。", "Reads a CSV or Excel file: first what each column is and which rows can come in, then the writing, which is one step that can be undone."}

	TuiImport      = Pair{"导入", "Import"}
	TuiGoImport    = Pair{"导入…（CSV、Excel 文件）", "Import… (a CSV or Excel file)"}
	TuiImpAct      = Pair{"处理光标所在的一项：改文件、表单、列的对应，或导入", "Deal with the line: another file, form or field, or import"}
	TuiFootChange  = Pair{"改", "Change"}
	TuiImpGo       = Pair{"导入", "Import"}
	TuiFootImport  = Pair{"导入", "Import"}
	TuiImpSave     = Pair{"把不能导入的行另存成文件", "Save the refused rows to a file"}
	TuiFootSaveBad = Pair{"存出问题行", "Save refused"}
	TuiImpLeave    = Pair{"停止读取；再按一次离开，什么也不写入", "Stop reading; once more leaves without writing"}

	TuiImpPathTitle = Pair{"要导入的文件", "The file to import"}
	TuiImpPathSay   = Pair{"表格文件的路径（XLSX、XLS、CSV、ODS 等），可以粘贴或把文件拖进来：", "The path of a table (XLSX, XLS, CSV, ODS, …); paste it, or drop the file here:"}
	TuiImpFormTitle = Pair{"导入到哪张表", "Import into which form"}
	TuiImpFormHint  = Pair{"从表头看不准，请选一张表", "The header does not tell; choose a form"}
	TuiImpEncTitle  = Pair{"选文字编码", "Choose the encoding"}
	TuiImpColTitle  = Pair{"「%s」这一列对应哪个指标", "Which field the column '%s' is"}
	TuiImpLeaveOut  = Pair{"不导入", "leave out"}
	TuiImpAuto      = Pair{"自动判断", "find out"}

	TuiImpFile     = Pair{"文件", "File"}
	TuiImpForm     = Pair{"表单", "Form"}
	TuiImpSheet    = Pair{"工作表", "Sheet"}
	TuiImpEncoding = Pair{"编码", "Encoding"}
	TuiImpNoForm   = Pair{"请选择", "please choose"}
	TuiImpGarble   = Pair{"认不准，请选择", "uncertain: please choose"}
	TuiImpNoFile   = Pair{"请选择文件", "please choose a file"}
	TuiImpRefused  = Pair{"不能导入的行", "Rows refused"}
	TuiImpRow      = Pair{"第 %d 行", "row %d"}
	TuiImpDoubles  = Pair{"可能重复的行（仍会导入）", "Likely doubles (they come in)"}
	TuiImpRowOf    = Pair{"第 %d 行与文件第 %d 行", "row %d and row %d of the file"}
	TuiImpRowHas   = Pair{"第 %d 行与已有的一行", "row %d and one that is there"}

	TuiImpHeld    = Pair{"正在对照已有的行（Esc 停止）", "Comparing with the rows there are (Esc stops)"}
	TuiImpReading = Pair{"正在读取（Esc 停止）", "Reading (Esc stops)"}
	TuiImpWriting = Pair{"正在写入", "Writing"}
	TuiImpStopped = Pair{"已停止，什么也没有写入", "Stopped; nothing was written"}

	TuiImpAskTitle  = Pair{"导入到%s", "Import into %s"}
	TuiImpAskSay    = Pair{"将新增 %s 行、改动 %s 行。写入后可按 Ctrl+Z 一步撤销。现在导入吗？", "%s rows are added and %s changed. Ctrl+Z takes it back in one step. Import now?"}
	TuiImpAskGood   = Pair{"有 %s 行不能导入，会被略过；将新增 %s 行、改动 %s 行。写入后可按 Ctrl+Z 一步撤销。只导入无误的行吗？", "%s rows are refused and passed over; %s are added and %s changed. Ctrl+Z takes it back in one step. Import the good rows?"}
	TuiImpBlocked   = Pair{"有 %s 行不能导入，整个文件没有写入：在文件里改正后重新导入，或改选「只导入无误的行」", "%s rows are refused, so nothing was written: mend the file, or choose to import the rows that are right"}
	TuiImpDone      = Pair{"已导入%s：新增 %s，改动 %s，相同 %s，删去 %s，略过 %s（Ctrl+Z 撤销）", "Imported into %s: %s new, %s changed, %s the same, %s removed, %s passed over (Ctrl+Z takes it back)"}
	TuiImpNothing   = Pair{"没有要写入的行：文件里的都已经有了", "Nothing to write: everything in the file is there already"}
	TuiImpSaveTitle = Pair{"另存不能导入的行", "Save the refused rows"}
	TuiImpSaveSay   = Pair{"写成 CSV，原来的列之外加上行号和原因，改好可以再导入：", "As CSV: the columns as they were, with row and reason; mend it and import it again:"}
	TuiImpSaveExt   = Pair{"-退回.csv", "-refused.csv"}
	TuiImpSavedBad  = Pair{"已存出 %d 行：%s", "%d rows saved: %s"}
	TuiImpExists    = Pair{"已有同名文件，请换一个名字。", "There is a file of that name; please give another."}
	TuiImpNoRefused = Pair{"没有不能导入的行", "No row is refused"}
)

// The year's end and other work with files.
var (
	TuiYearNext      = Pair{"开立下一年度…", "Open the next year…"}
	TuiYearNextTitle = Pair{"开立 %d 年度", "Open %d"}
	TuiBackupNow     = Pair{"立即备份", "Back up now"}
	TuiBackingUp     = Pair{"正在备份…", "Backing up…"}
	TuiBackupDone    = Pair{"已备份并核对：%s", "Backed up and checked: %s"}
	TuiReportMake    = Pair{"生成报表…（Excel、网页）", "Make the report… (Excel, HTML)"}
	TuiReportTitle   = Pair{"生成报表", "Make the report"}
	TuiReportSay     = Pair{"文件的完整路径，以 .xlsx（Excel）或 .html（网页，可打印）结尾；已有同名文件会被替换。", "The full path, ending in .xlsx (Excel) or .html (a page to print); a file of that name is replaced."}
	TuiReportKind    = Pair{"文件名要以 .xlsx 或 .html 结尾。", "The name must end in .xlsx or .html."}
	TuiReporting     = Pair{"正在核对数据、生成报表…", "Checking the data and making the report…"}
	TuiReportDone    = Pair{"报表已生成：%s", "The report is made: %s"}
	TuiRecognise     = Pair{"接收主管部门的认定结果…", "Take in the regulator's recognitions…"}
	TuiRecTitle      = Pair{"接收认定结果", "Take in recognitions"}
	TuiRecSay        = Pair{"认定文件的路径，可以粘贴或把文件拖进来：", "The path of the file of recognitions; paste it, or drop the file here:"}
	TuiRecAsk        = Pair{"签名：%s。本企业本年度 %d 项，其中 %d 项有变化，%d 项对不上会略过。现在写入吗？", "Signed by: %s. For this enterprise and year: %d decisions, %d of them changes; %d fit no row and are passed over. Write them now?"}
	TuiRecNoSigner   = Pair{"无签名", "nobody"}
	TuiRecNone       = Pair{"文件里没有本企业本年度的认定", "The file holds no decision on this enterprise and year"}
	TuiRecDone       = Pair{"已写入 %d 项认定，略过 %d 项（Ctrl+Z 撤销）", "%d recognitions written, %d passed over (Ctrl+Z takes it back)"}
	TuiReceive       = Pair{"接收回执…", "Take in a receipt…"}
	TuiReceiveTitle  = Pair{"接收回执", "Take in a receipt"}
	TuiReceiveSay    = Pair{"回执文件的路径，可以粘贴或把文件拖进来：", "The path of the receipt; paste it, or drop the file here:"}
)

// Merging another workspace.
var (
	TuiMerge        = Pair{"合并另一个工作区…", "Merge another workspace…"}
	TuiMergeTitle   = Pair{"合并另一个工作区", "Merge another workspace"}
	TuiMergeSay     = Pair{"同事的工作区文件（*.yice）的路径，可以粘贴或把文件拖进来；先比较，不写入：", "The path of a colleague's workspace (*.yice); paste it, or drop the file here. It is compared first, nothing is written:"}
	TuiMergeReading = Pair{"正在比较两个工作区…", "Comparing the two workspaces…"}
	TuiMergeNothing = Pair{"对方没有这里没有的内容，也没有不一致的：没有什么要合并", "There is nothing that is not here already, and nothing differs: nothing to merge"}
	TuiMergeGo      = Pair{"合并", "Merge"}
	TuiMergeOurs    = Pair{"合并，不一致处保留本工作区的", "Merge, keeping ours where they differ"}
	TuiMergeTheirs  = Pair{"合并，不一致处采用对方的", "Merge, taking theirs where they differ"}
	TuiMergeDiffers = Pair{"不一致", "Differs"}
	// %[1]s: the cell here, %[2]s: in the other workspace.
	TuiMergeBoth   = Pair{"本方：%[1]s    对方：%[2]s", "Ours: %[1]s    Theirs: %[2]s"}
	TuiMergeCounts = Pair{"新增 %s 行，补全 %s 行，不一致 %s 处（本方 | 对方）", "%s new rows, %s filled in, %s cells differ (ours | theirs)"}
	TuiMergeDone   = Pair{"已合并：%s；Ctrl+Z 一步撤销", "Merged: %s; Ctrl+Z takes it back in one step"}
)
