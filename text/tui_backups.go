package text

// The screen of backups, and what is said of them elsewhere.
var (
	TuiBackups         = Pair{"备份与恢复", "Backups"}
	TuiForBackups      = Pair{"逐份核对过的备份：何时、为何而做、能不能用；先看恢复会失去什么，再决定", "The backups, each read from end to end: when and why it was made, and whether it is good; what a restore would lose is shown before it is done"}
	TuiFootBackups     = Pair{"备份", "Backups"}
	TuiBackupsOf       = Pair{"工作区", "Workspace"}
	TuiBackupsRead     = Pair{"正在逐份核对备份…", "Reading every backup…"}
	TuiBackupsNone     = Pair{"还没有备份。打开着的工作区在停手两分钟后自动备份；也可以现在就做一份。", "There is no backup yet. An open workspace is backed up after a pause of two minutes; one can be made now."}
	TuiBackupsTake     = Pair{"看恢复会失去什么，再决定", "See what a restore would lose, then decide"}
	TuiFootRestore     = Pair{"恢复…", "Restore…"}
	TuiBackupsMake     = Pair{"立即备份", "Back up now"}
	TuiFootBackup      = Pair{"立即备份", "Back up"}
	TuiBackupsSecond   = Pair{"设定第二备份位置", "Name a second place for backups"}
	TuiFootSecondPlace = Pair{"第二位置", "Second place"}
	TuiSecondSay       = Pair{"再存一份到哪个文件夹（最好是另一块盘）；空着取消", "A folder to bring every backup to as well, on another disk at best; empty: none"}
	TuiSecondSet       = Pair{"第二备份位置：%s。下一份备份会存到那里", "Second place for backups: %s. The next backup goes there too"}
	TuiSecondOff       = Pair{"不再往第二位置存备份", "Backups are no longer brought to a second place"}
	TuiSecondNotThere  = Pair{"没有这个文件夹。请先建好，或插上那块盘", "There is no such folder. Make it, or plug the disk in, first"}
	TuiFootOtherBackup = Pair{"别处的备份", "From elsewhere"}
	TuiFootSalvage     = Pair{"救出记录", "Salvage"}
	TuiBackupAt        = Pair{"时间", "Time"}
	TuiBackupWhy       = Pair{"缘由", "Why"}
	TuiBackupRows      = Pair{"记录", "Records"}
	TuiBackupSize      = Pair{"大小", "Size"}
	TuiBackupIs        = Pair{"情况", "Condition"}

	// %[1]s: when, %[2]s: why.
	TuiRestoreWhich = Pair{"%[1]s 的备份（%[2]s）", "the backup of %[1]s (%[2]s)"}
	// %[1]d: steps, %[2]d: entries.
	TuiRestoreLoses  = Pair{"会失去此后的 %[1]d 步、共 %[2]d 处改动", "%[1]d steps with %[2]d changes made since would be lost"}
	TuiRestoreAlien  = Pair{"它的历史与现在的工作区对不上，请看清下面的差别", "its history is not that of the workspace as it is: look at the differences below"}
	TuiRestoreUnread = Pair{"现在的工作区打不开：%s", "the workspace as it is cannot be opened: %s"}
	TuiRestoreForm   = Pair{"%[1]s %[2]d 行", "%[1]s %[2]d rows"}
	TuiRestoreLacks  = Pair{"缺 %d 个佐证文件：恢复后这些佐证要重新添加", "%d evidence files are missing: they would have to be attached again"}
	TuiRestoreUnfit  = Pair{"这份备份已损坏，不能用来恢复。请选另一份", "This backup is damaged and cannot be brought back. Choose another"}

	TuiBackupNotMade = Pair{"自动备份没有做成：%s", "An automatic backup could not be made: %s"}
	TuiClosingBackup = Pair{"正在做关闭前的备份（Ctrl+C 跳过）…", "Making the backup on closing (Ctrl+C skips it)…"}

	TuiUnwrittenTitle = Pair{"没有写进去", "Not written"}
	// %[1]d: edits.
	TuiUnwrittenSay = Pair{"还有 %[1]d 格没有写进文件。把它们另存成一个文本文件，以便照着重填？", "%[1]d fields were not written. Save them aside as a text file, to key them again from?"}
	TuiUnwrittenIn  = Pair{"没写进去的已另存到 %s", "What was not written has been saved aside in %s"}
)
