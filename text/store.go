package text

// What the workspace says. %[1]s is the path of the file unless a line says otherwise.
var (
	StoreExists = Pair{
		"文件 %[1]s 已经存在，没有改动它。请换一个文件名，或直接打开它。",
		"The file %[1]s already exists and was left as it is. Choose another name, or open it.",
	}
	StoreMissing = Pair{
		"找不到工作区文件 %[1]s。请检查文件名和所在文件夹；如果它在移动硬盘或网络盘上，请先接好再试。",
		"The workspace %[1]s is not there. Check the name and the folder; if it lies on a removable or network drive, connect that first.",
	}
	StoreNoFolder = Pair{
		"%[1]s 所在的文件夹不存在。请先建立文件夹，或换一个位置。",
		"The folder of %[1]s does not exist. Make the folder first, or choose another place.",
	}
	StoreForeign = Pair{
		"%[1]s 不是一策的工作区文件，没有改动它。请选择 .yice 文件；如果它确实曾是工作区，说明文件头已被破坏，请从备份恢复（yice restore）。",
		"%[1]s is not a yice workspace and was left as it is. Choose a .yice file; if it was a workspace once, its header is damaged: bring a backup back (yice restore).",
	}
	StoreZero = Pair{
		"%[1]s 是空文件（0 字节），里面没有任何数据，没有改动它。多半是复制或下载中断，请重新复制，或从备份恢复（yice restore）。",
		"%[1]s is empty (0 bytes): there is no data in it, and it was left as it is. A copy or download was probably cut short; copy it again, or bring a backup back (yice restore).",
	}
	// %[2]s: one of the StoreObject below.
	StoreStranger = Pair{
		"%[1]s 里有一策从来不写的东西：%[2]s。它可能在背后改数或让核对失真，所以没有打开，也没有改动这个文件。请从备份恢复（yice restore）；没有合适的备份时，用 yice restore --salvage 只把认得的记录取到新文件。",
		"%[1]s holds something that yice never writes: %[2]s. It could change figures behind your back or make a check lie, so the file was neither opened nor changed. Bring a backup back (yice restore); where there is none, yice restore --salvage takes the records alone into a new file.",
	}
	StoreSchemaAltered = Pair{
		"%[1]s 里的%[2]s被人改过，已不是一策写的样子，所以没有打开，也没有改动这个文件。请从备份恢复（yice restore）；没有合适的备份时，用 yice restore --salvage 只把认得的记录取到新文件。",
		"In %[1]s, %[2]s was altered: it is not as yice writes it, so the file was neither opened nor changed. Bring a backup back (yice restore); where there is none, yice restore --salvage takes the records alone into a new file.",
	}
	StoreSchemaMissing = Pair{
		"%[1]s 里少了%[2]s，文件已不是一策写的样子，所以没有打开，也没有改动它。请从备份恢复（yice restore）；没有合适的备份时，用 yice restore --salvage 只把认得的记录取到新文件。",
		"%[1]s lacks %[2]s: it is not as yice writes it, so it was neither opened nor changed. Bring a backup back (yice restore); where there is none, yice restore --salvage takes the records alone into a new file.",
	}
	StoreObjectTable   = Pair{"表「%[1]s」", "the table '%[1]s'"}
	StoreObjectIndex   = Pair{"索引「%[1]s」", "the index '%[1]s'"}
	StoreObjectTrigger = Pair{"触发器「%[1]s」", "the trigger '%[1]s'"}
	StoreObjectView    = Pair{"视图「%[1]s」", "the view '%[1]s'"}
	StoreObject        = Pair{"「%[1]s」", "'%[1]s'"}
	// %[2]d and %[3]d: the version of the file and the newest one known here.
	StoreNewer = Pair{
		"%[1]s 由更新版本的一策写成（文件版本 %[2]d，本程序只认识到 %[3]d），没有打开，也没有改动它。请升级本程序后再打开。",
		"%[1]s was written by a newer yice (file version %[2]d; this program knows up to %[3]d). It was neither opened nor changed. Update the program and open it again.",
	}
	// %[2]s: form and fields unknown here.
	StoreFormsUnread   = Pair{"%s 里记着的政策包表式不是本程序写的，没有打开。请用备份恢复。", "%s keeps forms of policy packs that this program did not write; it was not opened. Restore a backup."}
	StoreFormClash     = Pair{"工作区里已有「%s」（%s），但主键或行数与政策包里的不同。已有的数据不能改主键：请让国资委给这张表换一个编号。", "The workspace has %s (%s) already, with another key or number of rows than the pack says. What is there keeps its key: the pack must give the form another id."}
	StoreFieldClash    = Pair{"工作区里「%[1]s」（%[2]s）的「%[3]s」已按另一种类型存着，与政策包里的不同。请让国资委给这个字段换一个编号。", "%[1]s (%[2]s) keeps '%[3]s' as another kind than the pack says. The pack must give the field another id."}
	StoreUnknownFields = Pair{
		"%[1]s 里有本程序不认识的内容（%[2]s），它由更新版本的一策写成。为免丢失数据，只能只读打开；请升级本程序。",
		"%[1]s holds what this program does not know (%[2]s): a newer yice wrote it. So that nothing is lost it opens for reading only; update the program.",
	}
	// %[2]s who, %[3]s computer, %[4]d process, %[5]s since.
	StoreHeld = Pair{
		"%[1]s 正由 %[2]s 在 %[3]s 上打开编辑（进程 %[4]d，自 %[5]s）。请先在那里关闭它；查询、导出等只读命令现在就可以使用。",
		"%[1]s is open for editing by %[2]s on %[3]s (process %[4]d, since %[5]s). Close it there first; commands that only read work right now.",
	}
	StoreHeldUnknown = Pair{
		"%[1]s 正由另一个程序打开编辑。请先关闭它；查询、导出等只读命令现在就可以使用。",
		"%[1]s is open for editing in another program. Close it there first; commands that only read work right now.",
	}
	// %[1]s: the lock file.
	StoreLockLink = Pair{
		"%[1]s 应是锁文件，现在却是链接或不是普通文件。没有跟着它走，也没有改动它指向的东西。请把它移走后再打开工作区。",
		"%[1]s should be the lock file, and is a link or no plain file. It was not followed, and what it points to was left as it is. Move it away and open the workspace again.",
	}
	StoreLockForeign = Pair{
		"%[1]s 不是一策的锁文件，没有改动它。请把它移走或改名后再打开工作区。",
		"%[1]s is no lock file of yice and was left as it is. Move or rename it and open the workspace again.",
	}
	// %[2]s who, %[3]s computer.
	StoreLockLost = Pair{
		"这台电脑停顿期间，%[1]s 已由 %[2]s 在 %[3]s 上接手编辑。为免两边互相覆盖，这里不再写入；此前离开的每一格都在文件里。请关闭后重新打开。",
		"While this computer stood still, %[1]s was taken over by %[2]s on %[3]s. So that the two do not write over one another nothing more is written here; every field left before is in the file. Close it and open it again.",
	}
	StorePassed = Pair{
		"生成期间 %[1]s 里又写入了太多内容，这一份没有生成完。已写入的都在；请再来一次。",
		"Too much was written to %[1]s while this was being made, so it was not finished. All that was written is there; do it once more.",
	}
	StoreWaitingFull = Pair{
		"等着写入 %[1]s 的内容太多，先停一停：等正在写的任务写完，已记下的都在。",
		"Too much is waiting to be written to %[1]s: pause until what is being written is through. What was kept so far is safe.",
	}
	StoreNotUndone = Pair{"这一步没有被撤销，不用找回。", "This step has not been taken back: there is nothing to bring back."}
	// %[2]s who, %[3]s computer, %[4]s since.
	StoreOwnerLost = Pair{
		"%[1]s 已由 %[2]s 在 %[3]s 上接着写入（自 %[4]s 打开）。为免两边互相覆盖，这里不再写入；此前离开的每一格都在文件里。请关闭后重新打开。",
		"%[1]s has been written to by %[2]s on %[3]s (opened %[4]s). So that the two do not write over one another nothing more is written here; every field left before is in the file. Close it and open it again.",
	}
	StoreLockTaken = Pair{
		"%[1]s 上次由 %[2]s 在 %[3]s 上打开编辑（自 %[4]s），没有正常关闭，已两分钟以上没有动静，现在由这里接手。如果那边其实还开着，请先到那边关闭。",
		"%[1]s was open for editing by %[2]s on %[3]s (since %[4]s), was not closed, and has shown no sign of life for two minutes; it is taken over here. If it is still open there, close it there first.",
	}
	StoreBusy = Pair{
		"%[1]s 被另一个程序占用，等了 5 秒仍未放开，这一步没有写入。请关闭占用它的程序（同步盘、杀毒软件、另一个一策）后再试。",
		"%[1]s is in use by another program and did not come free within 5 seconds; this step was not written. Close what is using it (a sync client, a virus scanner, another yice) and try again.",
	}
	StoreFull = Pair{
		"磁盘已满，这一步没有写入 %[1]s；此前保存的内容完好。请腾出空间后重做这一步。",
		"The disk is full: this step was not written to %[1]s; what was saved before is intact. Free some space and do the step again.",
	}
	StoreTooBig = Pair{
		"系统不允许 %[1]s 再变大（磁盘配额或文件大小限制），这一步没有写入；此前保存的内容完好。请扩大配额，或把工作区移到别的磁盘。",
		"The system does not let %[1]s grow (a quota or a file-size limit): this step was not written; what was saved before is intact. Raise the limit, or move the workspace to another disk.",
	}
	StoreReadOnly = Pair{
		"%[1]s 是只读文件，不能写入。请取消文件的只读属性，或复制到可以写的文件夹再打开。",
		"%[1]s is read-only and cannot be written. Clear the read-only attribute, or copy it to a folder that can be written and open it there.",
	}
	StoreReadOnlyFolder = Pair{
		"%[1]s 所在的文件夹不能写入（只读介质，或没有写权限），无法编辑。请把工作区复制到自己的文件夹再打开。",
		"The folder of %[1]s cannot be written (read-only medium, or no permission), so it cannot be edited. Copy the workspace to a folder of your own and open it there.",
	}
	StorePermission = Pair{
		"没有权限读写 %[1]s。请向管理员申请权限，或复制到自己的文件夹再打开。",
		"There is no permission to use %[1]s. Ask the administrator, or copy it to a folder of your own and open it there.",
	}
	StoreOpenedReadOnly = Pair{
		"%[1]s 是以只读方式打开的，不能写入。请关闭后以编辑方式重新打开。",
		"%[1]s is open for reading only. Close it and open it for editing.",
	}
	StoreNoSharedMemory = Pair{
		"%[1]s 所在的磁盘（网络盘或 FAT 格式）不支持同时读写，现在无法打开。请关闭其他正在使用它的程序；若仍不行，请把它复制到本机硬盘。",
		"The disk of %[1]s (a network share, or FAT) does not allow reading beside writing, so it cannot be opened now. Close other programs that use it; if that does not help, copy it to a local disk.",
	}
	StoreMoved = Pair{
		"%[1]s 在打开期间被移走、删除或替换了，这一步没有写入；此前的数据还在本程序手中。请先不要关闭本程序，把它备份到另一个文件夹，再检查是谁动了这个文件。",
		"%[1]s was moved, removed or replaced while it was open; this step was not written, but what was there before is still in this program's hands. Do not close it: back up to another folder first, then find out what touched the file.",
	}
	StoreDamaged = Pair{
		"%[1]s 有损坏的内容。请不要继续录入：先从备份恢复（yice restore）；没有合适的备份时，用 yice restore --salvage 把还能读出的内容救到新文件。",
		"%[1]s is damaged. Stop keying: bring a backup back (yice restore); where there is none, yice restore --salvage saves what can still be read into a new file.",
	}
	StoreEndless = Pair{
		"%[1]s 里的内容怎么也读不完，比这么大的文件装得下的还多：文件已损坏，或被人做过手脚。请从备份恢复（yice restore）；没有合适的备份时，用 yice restore --salvage 把还能读出的内容救到新文件。",
		"%[1]s does not come to an end: there is more in it than a file of its size has room for. It is damaged, or somebody made it so. Bring a backup back (yice restore); where there is none, yice restore --salvage saves what can still be read into a new file.",
	}
	StoreCannotOpen = Pair{
		"无法打开 %[1]s。请检查文件和文件夹的权限、磁盘是否还在；同一文件夹里的 -wal 文件是它的一部分，请勿单独移动或删除。",
		"%[1]s cannot be opened. Check the permissions and whether the disk is still there; a -wal file beside it is part of it and must not be moved or removed alone.",
	}
	StoreIO = Pair{
		"读写 %[1]s 时磁盘出错，这一步没有写入；此前保存的内容完好。请检查磁盘或网络连接，并尽快备份到另一块磁盘。",
		"The disk failed while using %[1]s: this step was not written; what was saved before is intact. Check the disk or the network, and back up to another disk soon.",
	}
	// StoreBeyond: form, row as people know it, its number, field, why.
	StoreBeyond = Pair{
		"「%[1]s」里「%[2]s」这一行（#%[3]d）的「%[4]s」超过上限，不予采用。%[5]s",
		"In '%[1]s', row '%[2]s' (#%[3]d): %[4]s is beyond its limit and is refused. %[5]s",
	}
	StoreBeyondSingle = Pair{
		"「%[1]s」的「%[2]s」超过上限，不予采用。%[3]s",
		"In '%[1]s', %[2]s is beyond its limit and is refused. %[3]s",
	}
	StoreBeyondNew = Pair{
		"「%[1]s」的「%[2]s」超过上限，没有写入。%[3]s",
		"In '%[1]s', %[2]s is beyond its limit and was not written. %[3]s",
	}
	StoreTotal = Pair{
		"「%[1]s」的「%[2]s」全年合计（不计正负号）超过 1000 万亿元，加不准了，没有写入。请核对单位是元还是万元、是否重复导入。",
		"In '%[1]s' the %[2]s of the year comes to more than CNY 10^15, signs left out, beyond what is added up exactly; nothing was written. Check yuan against 10k yuan, and for files that came in twice.",
	}
	StoreLabelBeyond = Pair{"超过上限的数改为待核对的原文", "Figures beyond their limit kept as typed, to be checked"}
	StoreOverflow    = Pair{
		"台账金额合计超出了能够表示的范围，这一步没有写入。请检查刚录入的金额是否多打了几位。",
		"The sum of the ledger is beyond what can be held, so this step was not written. Check whether the amount just keyed has too many digits.",
	}
	// %[1]s: the enterprise's code, %[2]d: the year.
	StoreLocked = Pair{
		"%[1]s 的 %[2]d 年度已封存，不能修改。需要更正时，请先在「报送」里写明原因解封，改后重新报送。",
		"The year %[2]d of %[1]s is sealed and cannot be changed. To correct it, reopen it under Submit with a reason, then submit again.",
	}
	// %[1]s: title of the form, %[2]d: the row.
	StoreGone = Pair{
		"「%[1]s」的第 %[2]d 号记录已经不在了，这一步没有写入。请刷新后再试。",
		"Record %[2]d of '%[1]s' is no longer there, so this step was not written. Refresh and try again.",
	}
	// %[1]s: title of the form, %[2]d: the row.
	StoreChanged = Pair{
		"「%[1]s」的第 %[2]d 号记录与历史里记下的不一致：有人绕过本程序改过文件。为免覆盖，没有撤销或重做。请运行检查，并与备份核对。",
		"Record %[2]d of '%[1]s' differs from what the history recorded: something changed the file behind the program's back. So that nothing is overwritten, the step was not undone or redone. Run the check and compare with a backup.",
	}
	// %[1]s: title of the form.
	StoreUnknownForm = Pair{
		"这一步涉及本程序不认识的表或字段（%[1]s），无法撤销或重做。请升级本程序。",
		"This step concerns a form or field that this program does not know (%[1]s), so it cannot be undone or redone. Update the program.",
	}
	StoreNoBook = Pair{
		"工作区里没有企业 %[1]s 的 %[2]d 年度。请先新建或结转该年度。",
		"The workspace has no year %[2]d of enterprise %[1]s. Create the year first, or carry it over.",
	}
	// %[1]s: the name of an evidence file.
	StoreNoEvidence = Pair{
		"找不到佐证文件「%[1]s」。它应当在工作区旁的佐证文件夹里；请从备份恢复，或重新添加。",
		"The evidence file '%[1]s' is not there. It belongs in the evidence folder beside the workspace; bring it back from a backup, or attach it again.",
	}
	// %[2]s: size, %[3]s: limit.
	StoreEvidenceTooBig = Pair{
		"佐证文件 %[1]s 有 %[2]s，超过 %[3]s 的上限，没有添加。请压缩或拆分后再添加。",
		"The evidence file %[1]s is %[2]s, above the limit of %[3]s, and was not attached. Compress or split it.",
	}
	StoreEvidenceNotFile = Pair{
		"%[1]s 不是普通文件，不能作为佐证添加。请选择文件。",
		"%[1]s is not a regular file and cannot be attached. Choose a file.",
	}
	StoreEvidenceLink = Pair{
		"%[1]s 是一个链接（快捷方式），不能作为佐证添加：请选它指向的那个文件。",
		"%[1]s is a link and cannot be attached: choose the file it points to.",
	}
	StoreEvidenceEmpty = Pair{
		"%[1]s 是空文件，没有添加。请检查它是否已经写完。",
		"%[1]s is empty and was not attached. See whether it was written to its end.",
	}
	StoreEvidenceNoSource = Pair{
		"找不到文件 %[1]s。请检查路径；按 Tab 可以补全。",
		"There is no file %[1]s. Check the path; Tab completes it.",
	}
	StoreEvidenceUnreadable = Pair{
		"没有权限读取 %[1]s，没有添加。请先把它复制到自己的文件夹。",
		"There is no permission to read %[1]s, so it was not attached. Copy it to a folder of your own first.",
	}
	StoreEvidenceDamaged = Pair{
		"工作区里存着的「%[1]s」已不是当初添加的内容，不能用。请从备份恢复，或重新添加原文件。",
		"The stored file '%[1]s' is no longer what was attached and cannot be used. Bring it back from a backup, or attach the original again.",
	}
	StoreEvidenceExists = Pair{
		"已经有 %[1]s 这个文件，没有覆盖它。请换个名字。",
		"There is a file %[1]s already; it was not written over. Choose another name.",
	}
	StoreEvidenceNoFolder = Pair{
		"没有 %[1]s 这个文件夹。请先建好，或换个地方。",
		"There is no folder %[1]s. Make it first, or choose another place.",
	}
	StoreBadEvidence = Pair{
		"佐证内容写法不对：%[1]s。应为「sha256:文件名」。请重新添加该文件。",
		"The evidence entry is malformed: %[1]s. It should read 'sha256:name'. Attach the file again.",
	}
	StoreBackupBad = Pair{
		"刚写出的备份 %[1]s 没有通过检查，已经删除；工作区没有受影响。请检查磁盘后再备份。",
		"The backup just written, %[1]s, did not pass its check and was removed; the workspace is untouched. Check the disk and back up again.",
	}
	// %[2]d: entries now, %[3]d: entries at the earlier sealing.
	StoreHistoryCut = Pair{
		"%[1]s 的历史现在只有 %[2]d 条，而先前封存时已有 %[3]d 条：后面的被截掉了，不能证明前后一致。请从备份恢复（yice restore）。",
		"The history of %[1]s has %[2]d entries now, and had %[3]d when it was sealed before: its end was cut off, so that nothing can be proved. Bring a backup back (yice restore).",
	}
	// %[2]d: the number of the newest entry, %[3]d: entries there are.
	StoreHistoryGap = Pair{
		"%[1]s 的历史编号到第 %[2]d 条，实际只有 %[3]d 条，中间缺了一段，不能证明前后一致。请用 yice history --verify 看缺了什么，并从备份恢复。",
		"The history of %[1]s is numbered up to %[2]d but has %[3]d entries: a part is missing, so that nothing can be proved. See with yice history --verify what is missing, and bring a backup back.",
	}
	// %[1]s: the submission or receipt, as people call it.
	StoreFindNotWitnessed = Pair{
		"%[1]s 记下的历史，现在的工作区里没有：历史被截断或重写过，或这不是它出自的工作区",
		"the history that %[1]s recorded is not in the workspace: it was cut or written anew, or the file comes from another workspace",
	}
	// %[2]d: entries it saw, %[3]d: entries there are.
	StoreFindWitnessCut = Pair{
		"%[1]s 记下历史有 %[2]d 条，现在只有 %[3]d 条：历史被截断过，或这不是它出自的工作区",
		"%[1]s recorded %[2]d entries of history and there are %[3]d now: it was cut, or the file comes from another workspace",
	}
	StoreFindWitnessOther = Pair{
		"前 %[2]d 条历史与 %[1]s 记下的不一致：历史被重写过，或这不是它出自的工作区",
		"the first %[2]d entries of the history are not those that %[1]s recorded: it was written anew, or the file comes from another workspace",
	}
	// %[2]d to %[3]d: entries between what the last agreeing file saw and what this one did.
	StoreFindWitnessBetween = Pair{
		"第 %[2]d 至 %[3]d 条历史与 %[1]s 记下的不一致（更前的有别的文件见证）：这一段被重写过，或它不是出自这个工作区",
		"the entries %[2]d to %[3]d of the history are not those that %[1]s recorded, while those before are vouched for: this part was written anew, or the file comes from another workspace",
	}
	StoreBeyondSalvage = Pair{
		"%[1]s 损坏得太厉害，连目录都读不出，没有救出任何内容。请从备份恢复（yice restore）。",
		"%[1]s is damaged beyond reading: not even its table of contents could be read, and nothing was saved. Bring a backup back (yice restore).",
	}
	StoreBackupUnfit = Pair{
		"备份 %[1]s 不能用：它已损坏或不是一策的工作区。工作区没有改动。请选另一份备份。",
		"The backup %[1]s cannot be used: it is damaged, or not a yice workspace. The workspace was left as it is. Choose another backup.",
	}

	// Labels of the history.
	// %[2]d: the year.
	StoreLabelOpenBook = Pair{"新建 %[1]s 的 %[2]d 年度", "Open the year %[2]d of %[1]s"}
	StoreLabelLock     = Pair{"封存年度：%[1]s", "Seal the year: %[1]s"}
	StoreLabelUnlock   = Pair{"解封年度：%[1]s", "Reopen the year: %[1]s"}
	StoreLabelNote     = Pair{"记录：%[1]s", "Note: %[1]s"}
	StoreLabelClock    = Pair{
		"电脑时钟被调早了：现在显示 %[1]s，而上一条历史是 %[2]s。历史时间不倒退，以后者为准。",
		"The computer's clock was set back: it says %[1]s, the last entry of the history %[2]s. Times in the history never go back; the latter is used.",
	}
	StoreLabelRevived  = Pair{"找回：%[1]s", "Brought back: %[1]s"}
	StoreLabelRestored = Pair{"从备份恢复：%[1]s", "Restored from backup: %[1]s"}
	StoreLabelSalvaged = Pair{"从损坏的文件救出：%[1]s", "Salvaged from a damaged file: %[1]s"}

	// Findings of the long check. %[1]s: details.
	StoreFindPage = Pair{
		"文件第 %[1]d 页的内部结构有损坏（SQLite：%[2]s）。请从备份恢复（yice restore）。",
		"Page %[1]d of the file is damaged inside (SQLite: %[2]s). Bring a backup back (yice restore).",
	}
	StoreFindPages = Pair{
		"文件的内部结构有损坏：%[1]s。请从备份恢复（yice restore）。",
		"The inner structure of the file is damaged: %[1]s. Bring a backup back (yice restore).",
	}
	StoreFindCube = Pair{
		"台账汇总有 %[1]d 项与逐行重算不一致，已按逐行结果重建。",
		"%[1]d of the ledger's totals differed from a recount; they were rebuilt from the lines.",
	}
	StoreFindCubeRO = Pair{
		"台账汇总有 %[1]d 项与逐行重算不一致。请以编辑方式打开工作区，检查会重建汇总。",
		"%[1]d of the ledger's totals differ from a recount. Open the workspace for editing; the check then rebuilds them.",
	}
	// %[1]d: sequence number.
	StoreFindChain = Pair{
		"历史第 %[1]d 条与其校验值不符：历史被改动过。请与备份或报送文件核对。",
		"Entry %[1]d of the history does not match its digest: the history was altered. Compare with a backup or a submission.",
	}
	StoreFindGap = Pair{
		"历史在第 %[1]d 条之前缺少条目：历史被删过。请与备份或报送文件核对。",
		"Entries are missing from the history before number %[1]d: the history was cut. Compare with a backup or a submission.",
	}
	// %[1]s: title of the form, %[2]s: key or row, %[3]s: field, %[4]s: recorded, %[5]s: now.
	StoreFindCell = Pair{
		"「%[1]s」%[2]s的「%[3]s」被绕过程序改动：历史记下的是「%[4]s」，现在是「%[5]s」。",
		"'%[3]s' of %[2]s in '%[1]s' was changed behind the program's back: the history recorded '%[4]s', it is now '%[5]s'.",
	}
	// %[1]s: title of the form, %[2]s: key or row.
	StoreFindRow = Pair{
		"「%[1]s」%[2]s与导入时的内容不符：被绕过程序改动过。",
		"%[2]s of '%[1]s' differs from what was imported: it was changed behind the program's back.",
	}
	StoreFindIdent = Pair{
		"「%[1]s」%[2]s的引用标识被绕过程序改动过：其他表对它的引用可能指向别处。",
		"The identity by which other forms refer to %[2]s of '%[1]s' was changed behind the program's back: references may point elsewhere.",
	}
	// %[1]s: kind, %[2]s: id.
	StoreFindNote = Pair{
		"记录「%[1]s / %[2]s」与历史不符：被绕过程序改动过。",
		"The note '%[1]s / %[2]s' does not agree with the history: it was changed behind the program's back.",
	}
	// %[1]s: title of the form.
	StoreFindTally = Pair{
		"「%[1]s」的记录数与逐行重算不一致，已按逐行结果更正。",
		"The number of records of '%[1]s' differed from a recount and was corrected.",
	}
	StoreFindExtra = Pair{
		"「%[1]s」%[2]s在历史里没有来历：被绕过程序添加或恢复。",
		"%[2]s of '%[1]s' has no origin in the history: it was added behind the program's back.",
	}
	StoreFindCut = Pair{
		"备份 %[1]s（%[2]s）里的历史，现在的工作区里没有：历史的末尾被截掉，或文件被换成了另一份。请在备份一览里预览恢复这份备份，看它与现在差在哪里。",
		"The history in the backup %[1]s (%[2]s) is not in the workspace any more: its end was cut off, or another file was put in its place. Preview its restore in the list of backups to see what differs.",
	}
	StoreFindLost = Pair{
		"「%[1]s」%[2]s按历史应当存在，现在没有了：被绕过程序删除。",
		"%[2]s of '%[1]s' should be there by the history and is not: it was removed behind the program's back.",
	}
	StoreFindBatch = Pair{
		"「%[1]s」一次导入（历史第 %[2]d 条）的逐行校验值被改动过。",
		"The row digests of an import into '%[1]s' (entry %[2]d of the history) were altered.",
	}
	// %[1]s: the code, %[2]d: the year.
	StoreFindLocked = Pair{
		"%[1]s 的 %[2]d 年度的封存状态与历史不符：被绕过程序改动过。",
		"Whether the year %[2]d of %[1]s is sealed does not agree with the history: it was changed behind the program's back.",
	}
	// %[1]s: row in words, as a part of the sentences above.
	StoreRowNumber = Pair{"第 %[1]d 号记录", "record %[1]d"}
	StoreRowKey    = Pair{"记录 %[1]s", "record %[1]s"}
)
