package text

// What the command line says about its commands and their flags. The word in `backquotes` that begins a flag's text names its value in the help.
var (
	CmdAbout = Pair{
		"一策 yice：企业创新统计工作台。不带参数即打开工作台；下面的命令不需要终端界面。",
		"yice: the desk of an enterprise's innovation statistics. Without arguments it opens the workstation; the commands below need no screen.",
	}
	CmdUsage    = Pair{"用法：", "Usage:"}
	CmdCommands = Pair{"命令：", "Commands:"}
	CmdExamples = Pair{"例：", "Examples:"}
	CmdFlags    = Pair{"选项：", "Flags:"}

	CmdExitCodes = Pair{
		"退出码：0 正常；1 有审核问题或校验不通过；2 用法有误；3 无法完成（文件、磁盘、锁）。结果写到标准输出，提示写到标准错误。",
		"Exit codes: 0 fine; 1 findings, or a failed verification; 2 wrong use; 3 cannot do (file, disk, lock). Results go to standard output, messages to standard error.",
	}

	CmdHelpShort    = Pair{"说明一条命令", "explain a command"}
	CmdVersionShort = Pair{"显示版本", "show the version"}

	CmdFlagLang       = Pair{"`zh|en` 界面语言；不写则看 YICE_LANG 和系统语言", "`zh|en` language; else YICE_LANG, else the system's"}
	CmdFlagHelp       = Pair{"说明本命令", "explain this command"}
	CmdFlagVersion    = Pair{"显示版本", "show the version"}
	CmdFlagPlain      = Pair{"逐行模式：一行一问，没有框线，读屏软件、简易终端和管道都能用", "line by line: one question a line, no boxes; for screen readers, dumb terminals and pipes"}
	CmdFlagEnterprise = Pair{"`USCC` 企业的统一社会信用代码；工作区里只有一家企业时可省略", "`USCC` the enterprise's credit code; needed where a workspace holds more than one"}
	CmdFlagYear       = Pair{"`YEAR` 填报年度，如 2023", "`YEAR` filing year, such as 2023"}
	CmdFlagPackForms  = Pair{"在哪个政策包里找这张表（不写时只找自带的表）", "the policy pack to look for the form in (by default what is built in)"}
	CmdFlagPack       = Pair{"`FILE` 用这个政策包打分，不用工作区里的", "`FILE` score with this pack instead of the workspace's"}
	CmdFlagJSON       = Pair{"输出 JSON", "print JSON"}
	CmdFlagSet        = Pair{"`EDIT` 试改一格：表[行].字段=值；可多次", "`EDIT` a hypothetical edit: form[row].field=value; may be repeated"}
	CmdFlagAdd        = Pair{"`ROW` 试加一行：表:字段=值,字段=值；可多次", "`ROW` a hypothetical new row: form:field=value,field=value; may be repeated"}
	CmdFlagLimit      = Pair{"`N` 最多列出的条数；0 为全部", "`N` entries to list; 0 lists all"}
	CmdFlagSalvage    = Pair{"`FILE` 没有备份时：把损坏的工作区里还能读出的内容救到这个新文件", "`FILE` where there is no backup: save what can still be read of a damaged workspace into this new file"}
	CmdFlagPreview    = Pair{"只看恢复会改动什么，不恢复", "show what the restore would change, and restore nothing"}
	CmdFlagVerify     = Pair{"核对：历史链、每一行与历史、各备份的历史，逐行列出绕过程序的改动", "check the chain, every row against the history, and the history of every backup; list each row changed behind the program's back"}
	CmdFlagAgainst    = Pair{"`FILE.zip` 核对时再对照一份验证过的报送文件，看封存之后历史有没有被截断或重写；可写多次", "`FILE.zip` check against a submission too, once it verifies: was the history cut or written anew after it was sealed; may be given several times"}
	CmdFlagBackupDir  = Pair{"`FOLDER` 备份放到这个文件夹；不写则放在工作区旁边", "`FOLDER` where to put the backup; else beside the workspace"}
	CmdFlagUSCC       = Pair{"`USCC` 统一社会信用代码", "`USCC` unified social credit code"}
	CmdFlagName       = Pair{"`NAME` 企业名称", "`NAME` name of the enterprise"}
	CmdFlagType       = Pair{"`TYPE` 企业类型：竞争型、功能型、服务业，或政策包里的名称", "`TYPE` type of the enterprise: competitive, functional or service, or as the pack names it"}
	CmdFlagNewPack    = Pair{"`FILE` 一并装入这个政策包", "`FILE` add this pack too"}
	CmdFlagWorkspace  = Pair{"`W` 示例工作区的文件名", "`W` file of the example workspace"}

	CmdDemoShort = Pair{"打开示例企业（虚构）", "open the example enterprise (made up)"}
	CmdDemoLong  = Pair{
		"生成示例企业（虚构）的工作区，然后打开工作台；没有终端时打印它的打分表。",
		"Makes a workspace with the example enterprise, which is made up, and opens the workstation; without a terminal it prints the score sheet.",
	}
	CmdNewShort = Pair{"新建工作区", "make a new workspace"}
	CmdNewLong  = Pair{
		"新建一个工作区文件，放入一家企业和一个填报年度。已有的文件不会被覆盖。",
		"Makes a workspace file with one enterprise and one filing year. A file that is there is never overwritten.",
	}
	CmdCheckShort = Pair{"审核", "check the data"}
	CmdCheckLong  = Pair{
		"列出审核问题：强制性的必须改正，核实性的（含未填和可疑的数）可以写明原因（yice reason）；末尾是封存还要求的事。凡是封存要问的都在这里：有未了结的问题或要求时退出码为 1，为 0 时可以封存。",
		"Lists findings: those to fix must be mended, those to verify (what is not filled in and what is hardly likely among them) may stand with a written reason (yice reason); then what else sealing asks for. All that sealing asks is here: exits 1 while anything is open; 0 means it can be sealed.",
	}
	CmdScoreShort = Pair{"打分", "score"}
	CmdScoreLong  = Pair{
		"按政策包打分：创新指标、加分、利润口径、工资总额，已确认、含待认定各一列，未填的另列一列，并列出政策包假设的数字；最后是研发预算执行和全年推算（不是结果）。" +
			"--json 的 outlook 里：budget 预算执行（basis 为 budget 按预算，last_year 按上年进度），pace 各项按季度累计（未到的季度是 null），" +
			"projection 全年推算（method 为 months 按月数，last_year 按上年各月进度；by_months 与 by_last_year 是上下限，sheet 是推算出的得分表）；没有的是 null。",
		"Scores under the policy pack: indicators, bonus, profit and payroll, confirmed and with pending, and lists the numbers that the pack assumes; then how much of the R&D budget is spent and where the year ends at this pace (no result). " +
			"In --json under outlook: budget (basis: budget, or last_year for last year's pace), pace (each line by quarter, null for one that has not begun), " +
			"projection (method: months or last_year; by_months and by_last_year are the band, sheet the projected score); what there is not is null.",
	}
	CmdExplainShort = Pair{"说明一项得分的来历", "explain one line of the score"}
	CmdExplainLong  = Pair{
		"说明一项得分：依据的条款、口径、目标、算式、还差多少，用到和没用到的记录及原因；写 all 说明全部各项和合计。",
		"Explains one line: clause, reading, target, formula, what is missing, and the records used and not used, with the reason; all explains every line and total.",
	}
	CmdWhatIfShort = Pair{"试算：改动几处后的得分", "score hypothetical edits"}
	CmdWhatIfLong  = Pair{
		"试改几处，列出变动的各项；什么也不写入。行用主键或 #行号 指明；金额不写单位按元。",
		"Scores hypothetical edits and lists what moves; nothing is written. A row is named by its key, or by #id; money without a unit is in CNY.",
	}
	CmdWhatIfExample = Pair{
		"  yice whatif desk.yice --year 2023 --set 'patent[202110253004.0].status=授权' --set 'patent[202110253004.0].granted_on=2023-12-01'\n" +
			"  yice whatif desk.yice --year 2023 --set 'annual.revenue=7.5亿' --add 'conversion:name=示例合同,mode=许可,income=75万,contracted_on=2023-11-01'",
		"  yice whatif desk.yice --year 2023 --set 'patent[202110253004.0].status=granted' --set 'patent[202110253004.0].granted_on=2023-12-01'\n" +
			"  yice whatif desk.yice --year 2023 --set 'annual.revenue=750000000' --add 'conversion:name=Example,mode=licence,income=750000,contracted_on=2023-11-01'",
	}
	CmdReasonShort = Pair{"为核实性问题写原因", "write the reason of a finding to verify"}
	CmdReasonLong  = Pair{
		"为一个核实性问题写原因，问题编号见 yice check；「核实无误」之类的空话不收；原因写成空字符串即撤回。",
		"Writes the reason of a finding to verify; its id is in yice check. Empty phrases are refused; an empty text takes the reason back.",
	}
	CmdReasonExample = Pair{
		"'project.spend-outside-ledger@project/1/total_spend' '设备购置 60 万元按合同在台账外列支，见附件'",
		"'project.spend-outside-ledger@project/1/total_spend' 'equipment of CNY 600,000 is paid outside the ledger, see the contract'",
	}
	CmdHistoryShort = Pair{"查看历史", "show the history"}
	CmdHistoryLong  = Pair{
		"列出谁在何时把什么从什么改成什么，最近的在前；不写 --year 则列出各年度的。",
		"Lists who changed what from what to what and when, newest first; without --year, of every year.",
	}
	CmdUndoShort = Pair{"撤销上一步", "undo the last step"}
	CmdUndoLong  = Pair{
		"撤销最近的一步；一次粘贴或导入是一步。撤销本身也记入历史。不写 --year 则撤销最近改动的年度。",
		"Undoes the newest step; a paste or an import is one step. Undoing is itself entered in the history. Without --year, of the year changed last.",
	}
	CmdNewExample = Pair{
		"  yice new desk.yice --uscc 91150200MA0BT0013C --name 示例水务 --type 功能型 --year 2023\n  yice new desk.yice --from 2023.zip",
		"  yice new desk.yice --uscc 91150200MA0BT0013C --name 'Example Water' --type functional --year 2023\n  yice new desk.yice --from 2023.zip",
	}
	CmdBackupShort = Pair{"备份", "make a backup"}
	CmdBackupLong  = Pair{
		"写出一份校验过的备份，并打印它的位置；工作台开着时也可以。",
		"Writes a verified backup and prints where it is; an open workstation does not mind.",
	}
	CmdRestoreShort = Pair{"列出或恢复备份", "list backups, or bring one back"}
	CmdRestoreLong  = Pair{
		"不带编号则列出备份；带编号或文件名则用它恢复，加 --preview 只看会改动什么。现有的工作区留在旁边，不会丢。",
		"Without a number, lists backups; with a number or a file, brings that one back; with --preview, only shows what would change. What was there is kept beside it.",
	}
	CmdPackShort = Pair{"政策包", "policy packs"}
	CmdPackLong  = Pair{
		"政策包是一年一份的打分规则，由国资委签发；这里检查、比较、新建和加入政策包。",
		"A policy pack holds one year's rules, issued by the regulator. Here packs are checked, compared, begun and added.",
	}
	CmdPackCheckShort = Pair{"检查政策包", "check a pack"}
	CmdPackCheckLong  = Pair{
		"检查政策包，一次列出全部错误及其行、列；没有错误则列出尚待确认的数字。",
		"Checks a pack and lists every error at once, with line and column; without errors, the numbers still to be confirmed.",
	}
	CmdPackFactsShort = Pair{"列出政策包可用的数据项", "list the facts a pack may use"}
)

// What the command line answers.
var (
	CmdInterrupted       = Pair{"已中断；没有写完的不会生效", "Interrupted; what was not finished has no effect"}
	CmdFailed            = Pair{"没有完成：%s", "Not done: %s"}
	CmdCause             = Pair{"  原因：%s", "  cause: %s"}
	CmdStdout            = Pair{"结果写不出去", "The result could not be written"}
	CmdUnknownLang       = Pair{"%s 的 %q 不是可用的语言：写 zh 或 en", "%s: %q is no language of this program; write zh or en"}
	CmdUnknown           = Pair{"没有 %q 这个命令；yice help 列出全部命令", "There is no command %q; yice help lists all"}
	CmdUnknownNear       = Pair{"没有 %q 这个命令，是不是 %s？yice help 列出全部命令", "There is no command %q; did you mean %s? yice help lists all"}
	CmdTooFew            = Pair{"参数不够。用法：%s", "Something is missing. Usage: %s"}
	CmdTooMany           = Pair{"多了参数 %q。用法：%s", "%q is one too many. Usage: %s"}
	CmdUnknownFlag       = Pair{"没有 %s 这个选项；%s --help 列出可用的选项", "There is no flag %s; %s --help lists them"}
	CmdFlagNeedsValue    = Pair{"选项 --%s 后面要有值", "--%s needs a value"}
	CmdFlagBadValue      = Pair{"选项 --%s 不能是 %q", "--%s cannot be %q"}
	CmdBadFlag           = Pair{"选项有误：%s", "Wrong flag: %s"}
	CmdFlagNeeded        = Pair{"缺少选项 --%s。用法：%s", "--%s is missing. Usage: %s"}
	CmdCannotRead        = Pair{"文件 %s 读不了；请检查路径和权限", "%s cannot be read; check the path and the permissions"}
	CmdTooLarge          = Pair{"文件 %s 超过 %d KiB，不像是要找的文件", "%s is larger than %d KiB and cannot be what is meant"}
	CmdBadValue          = Pair{"%s %q 不对：%s", "%s %q is wrong: %s"}
	CmdBadYear           = Pair{"年度 %q 不对：写四位数字，如 2023", "%q is no year: write four digits, such as 2023"}
	CmdWhichYear         = Pair{"请用 --year 指明年度；这家企业已有：%s", "Say which year with --year; this enterprise has: %s"}
	CmdNewestYear        = Pair{"没有写 --year，取最近的 %d 年度（共有 %s）", "No --year: taking the newest, %d (there are %s)"}
	CmdNoEnterprise      = Pair{"工作区里还没有企业；请先用 yice new 新建", "The workspace holds no enterprise yet; make one with yice new"}
	CmdWhichEnterprise   = Pair{"工作区里有几家企业，请用 --enterprise 指明：%s", "The workspace holds several enterprises; choose with --enterprise: %s"}
	CmdUnknownEnterprise = Pair{"工作区里没有 %s；有的是：%s", "The workspace does not hold %s; it holds: %s"}
	CmdPackUnusable      = Pair{"政策包 %s 有错，不能用来打分；改正上面各条后再试", "The pack %s has errors and cannot score; mend the above and try again"}
	CmdNoTerminal        = Pair{
		"这里没有终端，打不开工作台。逐行模式 yice --plain 不需要终端；还有这些命令：%s；yice help 说明用法",
		"There is no terminal here to show the workstation on. yice --plain, line by line, needs none, and neither do these commands: %s; yice help explains them",
	}

	CmdNewDone   = Pair{"已新建 %s：%s，%d 年度", "Made %s: %s, year %d"}
	CmdNoTemp    = Pair{"临时文件夹写不进去；请检查磁盘空间和权限", "The temporary folder cannot be written; check the disk and the permissions"}
	CmdNoHome    = Pair{"找不到用户文件夹；请用 --workspace 指明文件", "The user's folder cannot be found; name a file with --workspace"}
	CmdNoFolder  = Pair{"文件夹 %s 建不了；请用 --workspace 指明文件", "The folder %s cannot be made; name a file with --workspace"}
	CmdDemoMade  = Pair{"已生成示例企业 %s：%s", "Made the example enterprise %s: %s"}
	CmdDemoThere = Pair{"打开已有的示例工作区：%s", "Opening the example workspace that is there: %s"}
	CmdNotDemo   = Pair{"%s 已存在，但里面不是示例企业；请换一个文件名", "%s is there and does not hold the example; choose another name"}

	CmdNoLine = Pair{"没有 %q 这一项；可以说明的有：%s", "There is no line %q; these can be explained: %s"}
	CmdNoForm = Pair{"没有 %q 这张表；有的是：%s", "There is no form %q; there are: %s"}

	CmdWhatIfNothing = Pair{"没有试改什么；请用 --set 或 --add", "Nothing is supposed; use --set or --add"}
	CmdWhatIfSame    = Pair{"得分不变", "The score does not move"}
	CmdWhatIfBefore  = Pair{"现在", "now"}
	CmdWhatIfAfter   = Pair{"改后", "then"}
	CmdWhatIfDelta   = Pair{"增减", "change"}

	CmdReasonKept     = Pair{"已记下原因：%s", "The reason is kept: %s"}
	CmdReasonGone     = Pair{"已撤回原因：%s", "The reason is taken back: %s"}
	CmdCheckExplained = Pair{"已说明：%s", "explained: %s"}
	CmdCheckReason    = Pair{"编号：%s", "id: %s"}
	CmdCheckListed    = Pair{"以上列出 %d 条，共 %d 条", "%d are listed, of %d"}
	CmdCheckCounts    = Pair{"强制性 %d 条，核实性 %d 条未说明，已说明 %d 条", "%d to fix, %d to verify, %d explained"}

	CmdHistoryEmpty = Pair{"还没有历史", "There is no history yet"}
	CmdHistoryAt    = Pair{"时间", "time"}
	CmdHistoryWho   = Pair{"操作人", "who"}
	CmdHistoryYear  = Pair{"年度", "year"}
	CmdHistoryWhat  = Pair{"操作", "step"}
	CmdHistoryWhere = Pair{"位置", "where"}
	CmdHistoryOld   = Pair{"原值", "old"}
	CmdHistoryNew   = Pair{"新值", "new"}

	CmdUndone      = Pair{"%d 年度已撤销：%s", "Undone in %d: %s"}
	CmdUndoNothing = Pair{"%d 年度没有可撤销的", "There is nothing to undo in %d"}

	CmdBackupRows = Pair{"行数", "rows"}
	CmdBackupFile = Pair{"文件", "file"}
	CmdNoBackups  = Pair{"%s 还没有备份", "%s has no backup yet"}
	CmdNoBackup   = Pair{"没有第 %d 份备份，共 %d 份", "There is no backup %d; there are %d"}
	CmdSalvaged   = Pair{
		"救出 %[1]d 行，存入 %[2]s；损坏的文件没有改动。请用 yice history --verify 看缺了什么，再核对补录",
		"%[1]d rows saved into %[2]s; the damaged file was left as it is. See with yice history --verify what is missing, and key that again",
	}
	// %[1]s: a table, an index, a trigger or a view, with its name.
	CmdSalvagedLeft = Pair{"没有带过来：%[1]s，它不是一策写的样子", "Left behind: %[1]s, which is not as yice writes it"}
	CmdPreviewSame  = Pair{"这份备份与现在的内容一致，恢复什么也不会改动", "The backup holds what the workspace holds now: a restore would change nothing"}
	CmdPreviewYear  = Pair{"%[1]s %[2]d 年度，恢复会改动 %[3]d 处（左为现在，右为恢复后）：", "%[1]s, year %[2]d: a restore would change %[3]d places (now on the left, after it on the right):"}
	CmdPreviewHow   = Pair{"以上只是预览，什么也没有改动；去掉 --preview 即恢复", "This is a preview, nothing was changed; leave out --preview to restore"}
	CmdHistoryHolds = Pair{
		"历史完好：链条连续，每一行与历史一致，各备份的历史都在其中",
		"The history holds: the chain is whole, every row agrees with it, and the history of every backup is in it",
	}
	// %[1]s: a submission or receipt; %[2]d: entries it saw; %[3]d: those that came later.
	CmdHistoryVouched = Pair{
		"%[1]s 见证前 %[2]d 条历史没有改动；其后的 %[3]d 条它没有见过",
		"%[1]s vouches that the first %[2]d entries are unchanged; the %[3]d after them it has not seen",
	}
	// %[1]d: entries; %[2]s: the root.
	CmdHistoryLog = Pair{"历史共 %[1]d 条，根 %[2]s", "The history has %[1]d entries; its root is %[2]s"}
	CmdRestoreHow = Pair{"恢复其中一份：yice restore %s 编号", "To bring one back: yice restore %s NUMBER"}
	CmdRestored   = Pair{"已用 %[2]s 恢复 %[1]s；恢复前的文件留在旁边", "Restored %[1]s from %[2]s; what was there before is kept beside it"}

	CmdPackIs     = Pair{"政策包", "pack"}
	CmdPackMode   = Pair{"状态", "status"}
	CmdPackHolds  = Pair{"内容", "content"}
	CmdPackCounts = Pair{"指标 %d 项，加分 %d 组，一企一策 %d 家", "%d indicators, %d bonus groups, %d enterprises with a policy of their own"}
	CmdWan        = Pair{"万元", "CNY 10k"}
)
