package text

// Backups: when they are made, how they stand, and how one is brought back.
var (
	BackupAsked   = Pair{"手工", "by hand"}
	BackupOpened  = Pair{"打开时", "on opening"}
	BackupIdle    = Pair{"空闲时", "in a pause"}
	BackupBefore  = Pair{"大步骤之前", "before a large step"}
	BackupClosing = Pair{"关闭时", "on closing"}
	BackupUpgrade = Pair{"升级之前", "before an upgrade"}

	BackupIsWhole    = Pair{"完好", "whole"}
	BackupIsUnproven = Pair{"旧版所做，没有校验单", "of an older edition, without a manifest"}
	// %[1]d: files.
	BackupIsLacking = Pair{"缺 %[1]d 个佐证文件", "lacks %[1]d evidence files"}
	BackupIsDamaged = Pair{"已损坏，不能用", "damaged, not to be used"}
	// %[1]d: files.
	BackupLacked = Pair{"做的时候已缺 %[1]d 个佐证文件", "%[1]d evidence files could not be had when it was made"}

	// %[1]s: when, %[2]d: changes.
	BackupStateNone  = Pair{"还没有完好的备份", "no whole backup yet"}
	BackupStateSame  = Pair{"最近的完好备份 %[1]s，之后没有改动", "last whole backup %[1]s, nothing changed since"}
	BackupStateSince = Pair{"最近的完好备份 %[1]s，之后有 %[2]d 处改动", "last whole backup %[1]s, %[2]d changes since"}
	BackupStateOther = Pair{"最近的完好备份 %[1]s，但它不是现在这份历史的", "last whole backup %[1]s, which is not of this history"}
	// %[1]s: why.
	BackupStateFailed = Pair{"上一次备份没有做成：%[1]s", "the last backup could not be made: %[1]s"}
	// %[1]s: when.
	BackupSecond       = Pair{"第二位置 %[1]s", "second place %[1]s"}
	BackupSecondNone   = Pair{"第二位置还没有备份", "none in the second place yet"}
	BackupSecondFailed = Pair{"第二位置没有存上：%[1]s", "not brought to the second place: %[1]s"}

	StoreSecondGone = Pair{
		"第二备份位置 %[1]s 现在不在（没有插上或没有连上），备份只存在工作区旁边。接上之后，下一次备份会存到那里。",
		"The second place for backups, %[1]s, is not there now (not plugged in, or not connected); the backup lies beside the workspace only. Once it is there, the next backup goes to it.",
	}
	StoreSecondFailed = Pair{
		"备份没能存到第二位置 %[1]s；工作区旁边的那份是好的。请检查那块盘的空间和权限。",
		"The backup could not be brought to the second place %[1]s; the one beside the workspace is good. See to the room and the permissions there.",
	}
	// %[1]s: backup, %[2]d: files, %[3]s: beginning of a digest.
	StoreBackupLacking = Pair{
		"备份 %[1]s 缺 %[2]d 个佐证文件（校验值 %[3]s… 等），没有恢复，工作区没有改动。请选另一份；确实只有这一份时，可以不带这些佐证恢复，之后再补。",
		"The backup %[1]s lacks %[2]d evidence files (digest %[3]s… and so on); nothing was restored and the workspace is as it was. Choose another; where there is only this one, it can be brought back without them.",
	}

	CmdFlagBackupState = Pair{"不做备份，只说备份的情况：最近一份完好的、之后的改动、每一份能不能用", "make none; tell how the backups stand: the last whole one, the changes since, and whether each is good"}
	CmdFlagSecond      = Pair{"`FOLDER` 设定第二备份位置（另一块盘），以后每份备份都再存一份到那里；写 - 取消", "`FOLDER` name a second place (another disk): every backup is brought there too; - forgets it"}
	CmdFlagLacking     = Pair{"备份缺佐证文件时也恢复", "bring a backup back although evidence files are missing"}
	CmdBackupSecondSet = Pair{"第二备份位置：%[1]s", "Second place for backups: %[1]s"}
	CmdBackupSecondOff = Pair{"不再往第二位置存备份", "Backups are no longer brought to a second place"}
	CmdBackupSecondBad = Pair{"%[1]s 不是文件夹。请先建好，或插上那块盘。", "%[1]s is not a folder. Make it, or plug the disk in, first."}
	CmdBackupNotMade   = Pair{"动手之前的备份没有做成：%[1]s。接着做。", "The backup before this could not be made: %[1]s. Going on."}
	CmdBackupWhy       = Pair{"缘由", "why"}
	CmdBackupCondition = Pair{"情况", "condition"}
)
