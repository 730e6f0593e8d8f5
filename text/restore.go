package text

// Backups, and bringing one back, on the screen.
var (
	TuiToldAlso         = Pair{"打不开的文件：从备份恢复", "A file that cannot be opened: bring back a backup"}
	TuiRestore          = Pair{"从备份恢复…", "Bring back a backup…"}
	TuiSalvage          = Pair{"从损坏的工作区救出记录…", "Save what can be read of a damaged workspace…"}
	TuiBackupTo         = Pair{"另外备份到一个文件夹…", "Back up to another folder…"}
	TuiBackupToSay      = Pair{"备份到哪个文件夹（另一块盘或 U 盘）：", "The folder for the backup (another disk, or a stick):"}
	TuiRestoreOf        = Pair{"哪个工作区（*.yice）要恢复：", "The workspace (*.yice) to be brought back:"}
	TuiRestoreOther     = Pair{"别处的备份文件…", "A backup from elsewhere…"}
	TuiRestoreFileSay   = Pair{"备份文件（*.yice）的路径：", "The path of a backup (*.yice):"}
	FilingPreviewOpened = Pair{"该年度现在已封存，恢复后不再封存", "The year is sealed now and would be open again"}
	FilingPreviewSealed = Pair{"该年度现在没有封存，恢复后是封存的", "The year is open now and would be sealed"}
	FilingPreviewNotes  = Pair{"另有 %d 条原因、签字、认定或报送记录与现在不同", "Besides, %d reasons, sign-offs, recognitions or submissions would be others than now"}
	TuiRestoreTitle     = Pair{"恢复 %s 的备份", "Bring back the backup of %s"}
	TuiRestoreSame      = Pair{"与现在的数据完全一样，恢复后什么也不变。", "It holds what the workspace holds; nothing would change."}
	TuiRestoreBlind     = Pair{"现在的工作区打不开，没有可比的。备份里有：", "The workspace cannot be opened, so there is nothing to compare with. The backup holds:"}
	TuiRestoreYear      = Pair{"%[1]s  %[2]d 年度：恢复后改变 %[3]d 处", "%[1]s, %[2]d: %[3]d changes"}
	TuiRestoreHolds     = Pair{"%[1]s  %[2]d 年度  %[3]d 行", "%[1]s, %[2]d: %[3]d rows"}
	TuiRestoreMore      = Pair{"……另有 %d 处", "… and %d more"}
	TuiRestoreAsk       = Pair{"现在的文件会改名留在旁边，随时可以找回。恢复吗？", "What is there now stays beside it under another name. Bring the backup back?"}
	TuiRestoring        = Pair{"正在恢复…", "Bringing it back…"}
	TuiRestored         = Pair{"已恢复 %[1]s 的备份；恢复前的文件留在旁边（%[2]s.before-…）", "The backup of %[1]s is back; what was there before is kept beside it (%[2]s.before-…)"}
	TuiRestoreRowGoes   = Pair{"这一行会没有", "the row would be gone"}
	TuiRestoreRowComes  = Pair{"这一行会回来", "the row would come back"}
	TuiRestoreNothing   = Pair{"空", "empty"}
	TuiSalvageOf        = Pair{"损坏的工作区（*.yice）：", "The damaged workspace (*.yice):"}
	TuiSalvageTo        = Pair{"把还能读出的记录救到哪个新文件：", "The new file for what can still be read:"}
	TuiSalvaged         = Pair{"救出 %[1]d 行，存为 %[2]s；请逐表核对", "%[1]d rows were saved into %[2]s; look through every form"}
	TuiSalvagedPart     = Pair{"救出 %[1]d 行，存为 %[2]s；有 %[3]d 张表没有读全，请逐表核对", "%[1]d rows were saved into %[2]s; %[3]d tables could not be read to the end. Look through every form"}
	TuiSalvaging        = Pair{"正在救出记录…", "Saving what can be read…"}
)

// Verifying a submission on the screen.
var (
	TuiVerifyFile     = Pair{"核验一份报送文件…", "Verify a submission…"}
	TuiVerifySay      = Pair{"报送文件（*.zip）的路径：", "The path of a submission (*.zip):"}
	TuiTaskVerify     = Pair{"核验", "Verifying"}
	TuiPlaceVerdict   = Pair{"核验结果", "Verdict"}
	TuiForVerdict     = Pair{"一份报送文件经不经得起核验：内容、签名、签名人、政策包、得分，一问一答；下面是哪里不对、哪些没有核对。", "Whether a submission stands: content, signature, identity, policy and score, each with its answer; below them what is wrong, and what nobody asked."}
	TuiVerdictOK      = Pair{"经核验，相符", "It holds"}
	TuiVerdictBad     = Pair{"核验没有通过", "It does not hold"}
	TuiVerdictLocked  = Pair{"文件是加密的，没有打开，什么也没有核验", "It is encrypted and was not opened: nothing was verified"}
	TuiVerdictOf      = Pair{"第 %[1]s 份   %[2]s", "serial %[1]s   %[2]s"}
	TuiVerdictWrong   = Pair{"不对的", "What is wrong"}
	TuiVerdictKnow    = Pair{"要知道的", "What to know"}
	TuiVerdictNoTrust = Pair{"没有登记过任何密钥，所以签名人是谁没有核对：用 Ctrl+P「收下国资委的密钥名册」收下", "No key is registered here, so nobody asked who signed: Ctrl+P 'Take the regulator's register of keys' takes one"}
	TuiVerdictScroll  = Pair{"翻看", "Scroll"}
	TuiVerdictAgain   = Pair{"核验另一份", "Verify another"}
	TuiVerifyMade     = Pair{"核验光标所在的报送文件", "Verify the submission under the cursor"}
	TuiFootVerify     = Pair{"核验", "Verify"}
)

// The page that verifies itself, made again elsewhere.
var (
	TuiPageMake = Pair{"给报送文件另做一张核验页…", "Make the page of a submission elsewhere…"}
	TuiPageOf   = Pair{"给哪份报送文件（*.zip）做核验页：", "The submission (*.zip) that the page is of:"}
	TuiPageTo   = Pair{"核验页（*.html）存放到：", "Where the page (*.html) goes:"}
	TuiPageMade = Pair{"核验页已写好：%s（Ctrl+P「打开刚生成的文件」）", "The page is written: %s"}
)
