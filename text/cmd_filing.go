package text

// The commands that carry data in and out.
var (
	CmdFlagDryRun     = Pair{"只说会怎样，不写入", "say what would happen and write nothing"}
	CmdFlagGoodRows   = Pair{"有拒收的行时，仍写入其余各行", "write the good rows although others are refused"}
	CmdFlagEncoding   = Pair{"`ENCODING` 文字编码：utf-8、gb18030、utf-16；不写则自动辨认", "`ENCODING` of text: utf-8, gb18030, utf-16; else found out"}
	CmdFlagSheet      = Pair{"`SHEET` 要取的工作表，可写多次；不写则由程序判断并说明", "`SHEET` to take, may be given again; else the program decides and says why"}
	CmdFlagRefused    = Pair{"`FILE` 把拒收的行存到这里，改好后再导入", "`FILE` for the refused rows, to be mended and imported again"}
	CmdFlagOut        = Pair{"`FILE` 写到这个文件", "`FILE` to write"}
	CmdFlagTitles     = Pair{"表头用中文名称，不用字段编号", "headers are titles instead of field ids"}
	CmdFlagKey        = Pair{"`KEY.pem` 用这把私钥签名", "`KEY.pem` signs"}
	CmdFlagOpenKey    = Pair{"`KEY.pem` 打开加密报送文件的私钥", "`KEY.pem` that opens an encrypted submission"}
	CmdFlagEncryptTo  = Pair{"`KEY.pem` 用接收方的公钥加密", "`KEY.pem` of the receiver, to encrypt to"}
	CmdFlagEvidence   = Pair{"连同佐证材料一起报送", "take the evidence files along"}
	CmdFlagTrust      = Pair{"`DIR` 密钥登记的文件夹；不写则用本人的", "`DIR` of registered keys; else the user's own"}
	CmdFlagMeasure    = Pair{"`P.toml` 国资委签发的政策包（签名在旁边的 P.toml.sig），一律按它重新计分", "`P.toml`, the pack the regulator issued (its signature beside it, P.toml.sig), by which everything is scored again"}
	CmdFlagDecisions  = Pair{"`D.zip` 签名的认定文件，可重复给出", "`D.zip` with signed recognitions; may be given again"}
	CmdFlagEarlier    = Pair{"`FILE.zip` 上年的报送文件，用来比对上年数，可重复给出", "`FILE.zip`, a submission of the year before to compare with; may be given again"}
	CmdFlagReceipt    = Pair{"`FILE` 校验通过时写一份回执", "`FILE` for a receipt, where the verification is fine"}
	CmdFlagOf         = Pair{"`SUBMISSION.zip` 核对回执是不是它的", "`SUBMISSION.zip` that a receipt should be of"}
	CmdFlagDocument   = Pair{"文件是回执、回执登记簿、认定文件、密钥名册或政策包，按它自己校验；不写则只认报送文件", "the file is a receipt, a log of receipts, recognitions, a register of keys or a pack, and is verified as such; without this only a submission verifies"}
	CmdFlagLog        = Pair{"`LOG.zip` 核对回执在不在这本回执登记簿里", "`LOG.zip` in which a receipt should be"}
	CmdFlagReceiptKey = Pair{"`KEY.pem` 给回执签名", "`KEY.pem` that signs the receipt"}
	CmdFlagAudience   = Pair{"`FINGERPRINT` 报给谁：国资委根密钥的指纹；不写则用收下的密钥名册的", "`FINGERPRINT` of the regulator's root that it is for; without it, that of the register that was taken"}
	CmdFlagReceipts   = Pair{"`DIR` 给每份校验通过的报送文件写回执", "`DIR` for a receipt of every submission that verified"}
	CmdFlagUnsigned   = Pair{"接收没有签名的文件", "take a file that nobody signed"}
	CmdFlagTable      = Pair{"从报送文件列出待认定事项，写成待填的表", "list what waits for a decision in submissions, as a table to fill in"}
	CmdFlagDate       = Pair{"`DATE` 签字日期；不写则为今天", "`DATE` of signing; else today"}
	CmdFlagBuiltIn    = Pair{"以内置模板为底稿，哪一年都可以", "begin from the built-in template, for any year"}
	CmdPackEither     = Pair{"--from 和 --template 只能选一个", "give --from or --template, not both"}
	CmdFlagFrom       = Pair{"`FILE` 以这个政策包为底稿", "`FILE`, the pack to begin from"}

	CmdImportShort = Pair{"导入 CSV 或 XLSX", "import CSV or XLSX"}
	CmdImportLong  = Pair{
		"导入一张表的文件，或一个文件夹里所有以表编号命名的文件（如 patent.csv）。有一行拒收就什么也不写，除非加 --good-rows。同一份文件再导入不会变；改过的文件、与已有内容相同或相近的，会停下来问：加 --replace 取代原来的，加 --add 作为另外的计入。空单元格不改动已有的内容，除非加 --blank-erases。",
		"Imports files of one form, or every file of a folder that is named after a form (such as patent.csv). With a refused row nothing is written, unless --good-rows says so. The same file twice changes nothing; a mended file, or rows like those that are there, are asked about: --replace lets them take their place, --add adds them. A blank cell leaves what is there, unless --blank-erases says otherwise.",
	}
	CmdImportWhich    = Pair{"%s 是文件：请在它前面写表的编号，如 spend", "%s is a file: write the form's id before it, such as spend"}
	CmdImportRead     = Pair{"读入", "read"}
	CmdImportAdded    = Pair{"新增", "added"}
	CmdImportChanged  = Pair{"改动", "changed"}
	CmdImportSame     = Pair{"不变", "unchanged"}
	CmdImportRefused  = Pair{"拒收", "refused"}
	CmdImportRemoved  = Pair{"移除", "removed"}
	CmdImportFrom     = Pair{"文件", "file"}
	CmdImportDry      = Pair{"只是预演，没有写入", "This was a dry run; nothing is written"}
	CmdImportNothing  = Pair{"有拒收的行，什么也没有写入；改好后再导入，或加 --good-rows 先导入其余各行", "Rows were refused, so nothing is written; mend them and import again, or add --good-rows to import the others"}
	CmdImportIgnored  = Pair{"%s：没有对应字段、未导入的列：%s", "%s: columns that fit no field and were left out: %s"}
	CmdImportRefusals = Pair{"%s拒收 %d 行：", "%s, refused rows: %d"}
	CmdImportRow      = Pair{"%s 第 %d 行", "%s row %d"}
	CmdImportChanges  = Pair{"%[1]s改动 %[2]d 处：", "%[1]s, changed cells: %[2]d"}
	CmdImportBlank    = Pair{"空", "empty"}
	CmdImportEither   = Pair{"--replace 和 --add 只能用一个", "give --replace or --add, not both"}

	CmdImportUnanswered = Pair{
		"什么也没有写入：取代原来的请加 --replace，作为另外的计入请加 --add",
		"Nothing is written: add --replace if it takes the place of what is there, --add if it is another",
	}
	CmdFlagReplace          = Pair{"改过的文件取代原来的导入；相近的行改已有的那一行", "a mended file takes the place of its earlier import, a row that of the one it is alike"}
	CmdFlagAddBeside        = Pair{"与已有的相同或相近也照样新增", "add it although the same or the like is there"}
	CmdFlagBlankErases      = Pair{"空单元格清除已有的内容（不加时空格不改动）", "let a blank cell empty what is there (else it says nothing)"}
	CmdFlagAcceptDifference = Pair{"文件合计与明细不符仍导入的原因，记入历史", "why to import although the file's totals differ from its lines; kept in the history"}
	CmdImportSoFar          = Pair{"已读 %d 行", "%d rows read"}
	CmdCollectSoFar         = Pair{"已处理 %d 份，共 %d 份", "%d of %d submissions"}
	CmdBadEncoding          = Pair{"不认识编码 %q：写 utf-8、gb18030 或 utf-16", "%q is no encoding of this program: write utf-8, gb18030 or utf-16"}
	CmdRefusedOne           = Pair{"--refused 只用于导入一个文件", "--refused is for importing one file"}
	CmdRefusedSaved         = Pair{"拒收的行已存到 %s", "The refused rows are in %s"}

	CmdTemplateShort = Pair{"生成空白填报表", "write an empty table to fill in"}
	CmdTemplateLong  = Pair{
		"生成一张表的空白 XLSX，带下拉选项和填报说明，可以发给别的部门填好再导入。",
		"Writes an empty XLSX of a form with pick lists and help, to be filled in elsewhere and imported.",
	}
	CmdExportShort = Pair{"导出一张表", "export a form"}
	CmdExportLong  = Pair{
		"导出一张表的全部行；文件名的结尾决定是 CSV 还是 XLSX。导出的文件可以原样导入。",
		"Exports every row of a form; the ending of the file says whether CSV or XLSX. What is exported imports without a change.",
	}
	CmdReportShort = Pair{"打印用的报表", "write the report for print"}
	CmdReportLong  = Pair{
		"写出年度报表：107-1、107-2、登记簿、打分表和审核结果；.xlsx 为 A4 横向工作簿，.html 为可打印的网页，.docx 为同一内容的文字文档。给出报送文件或回执时先核验再打印；回执打印成一页 A4 的 .html。",
		"Writes the year's returns, registers, score and findings; .xlsx is a workbook in A4 landscape, .html a page for print, .docx the same as a text document. A submission or a receipt is verified first; a receipt is printed as .html on one sheet of A4.",
	}

	CmdSubmitShort = Pair{"封存并生成报送文件", "seal the year into a submission file"}
	CmdSubmitLong  = Pair{
		"把本年度封存成一个报送文件并锁定本年度；有未了结的审核问题或手续时拒绝，并说明缺什么。--period 2026Q2 报送季度快报：截至季末的累计数，不锁定、不要求签字和核实性说明，只替代同一季度的上一份。",
		"Seals the year into one file and locks it; refused while findings or formalities are open, and says which. With --period 2026Q2 it is a quarterly return: the figures to the quarter's end, which locks nothing, asks for no sign-off and no written reason, and replaces only the one before of the same quarter.",
	}
	CmdNeedOpen          = Pair{"未满足：%s", "Not met: %s"}
	CmdNeedAdvice        = Pair{"提醒，尚未做到：%s", "Not met, advice only: %s"}
	CmdReceiptSerial     = Pair{"报送编号", "serial"}
	CmdReceiptReplaces   = Pair{"代替", "replaces"}
	CmdReceiptAudience   = Pair{"报给（国资委根密钥指纹）", "for (the regulator's root)"}
	CmdReceiptNoAudience = Pair{"没有写明（没有收下国资委的密钥名册，可用 --audience 指明）", "not said (no register of keys was taken; --audience names it)"}
	CmdReceiptDigest     = Pair{"清单 SM3", "manifest SM3"}
	CmdSigner            = Pair{"签名", "signer"}
	CmdUnsigned          = Pair{"没有签名", "unsigned"}

	CmdReopenShort = Pair{"解除锁定，重新填报", "reopen a sealed year"}
	CmdReopenLong  = Pair{
		"解除已封存年度的锁定；原因记入历史。下一次封存代替这一次。",
		"Unlocks a sealed year; the reason is kept in the history. The next sealing replaces this one.",
	}
	CmdReopenExample = Pair{"'国资委退回：专利权人有误'", "'returned by the regulator: wrong patent holder'"}
	CmdReopened      = Pair{"%d 年度已解除锁定", "The year %d is open again"}

	CmdVerifyShort = Pair{"校验报送文件、回执等", "verify a submission, a receipt and the like"}
	CmdVerifyLong  = Pair{
		"校验报送文件：每个字节、签名，并按其中的数据和政策包重新打分。回执、回执登记簿、认定文件、密钥名册和政策包加 --document 校验：是什么，谁签的、有没有权，写的站不站得住。不通过时退出码为 1。",
		"Verifies every byte and the signature, and scores the data again under the pack inside. Receipts, logs of receipts, recognitions, registers of keys and packs are verified with --document: what they are, who signed and whether they may, and whether what they say holds. Exits 1 where it fails.",
	}
	CmdVerifyOK   = Pair{"校验通过", "verified"}
	CmdVerifyBad  = Pair{"校验不通过", "not verified"}
	CmdEnterprise = Pair{"企业", "enterprise"}
	CmdType       = Pair{"类型", "type"}
	CmdFiles      = Pair{"文件数", "files"}
	CmdRank       = Pair{"同类排名", "rank"}

	CmdCollectShort = Pair{"汇总多家的报送文件", "consolidate submissions"}
	CmdCollectLong  = Pair{
		"校验并汇总多家企业的报送文件：重新打分、分类型排名、查重复申报、抵销集团内部往来。",
		"Verifies and tables many submissions: scored again, ranked within type, double claims found, intra-group spending eliminated.",
	}
	CmdClaim          = Pair{"重复申报（%s）%s：%s：%s", "Claimed twice (%s), %s: %s: %s"}
	CmdClaimCertain   = Pair{"确定", "certain"}
	CmdClaimSuspected = Pair{"疑似", "suspected"}

	CmdDiffShort = Pair{"比较两份报送文件", "compare two submissions"}
	CmdDiffLong  = Pair{
		"逐格比较两份报送文件，列出从前一份到后一份改了什么。先核验两份文件，各说明是否通过、由谁签名；有一份没有通过就不比较。",
		"Compares two submissions cell by cell and lists what changed from the first to the second. Both are verified first, and it says of each whether it holds and who signed it; where one does not, nothing is compared.",
	}
	CmdDiffBefore  = Pair{"前：%s", "before: %s"}
	CmdDiffAfter   = Pair{"后：%s", "after: %s"}
	CmdDiffRefused = Pair{"没有比较：没有通过核验的内容不能当作事实", "Nothing was compared: what does not verify is no fact"}
	CmdDiffPeriods = Pair{"两份的报送期不同：%[1]s，%[2]s", "the two are not of one period: %[1]s, %[2]s"}
	CmdDiffSame    = Pair{"没有差别", "No difference"}
	CmdForm        = Pair{"表", "form"}
	CmdKey         = Pair{"行", "row"}
	CmdField       = Pair{"字段", "field"}

	CmdNextShort = Pair{"开立下一年度", "open the next year"}
	CmdNextLong  = Pair{
		"开立 --year 的下一年度，带入延续的内容：企业概况、在研项目、有效专利、平台和在册人员，并说明带入了什么。",
		"Opens the year after --year and carries over what persists: the card, running projects, patents in force, platforms and people, and says what.",
	}
	CmdNextDone  = Pair{"已开立 %d 年度", "Opened the year %d"}
	CmdNextMoved = Pair{"注意：%d 年度封存后有 %d 条记录改动过，与报出去的不同", "note: %[2]d records of %[1]d were changed after it was sealed and differ from what was filed"}
	CmdNextTaken = Pair{"带入", "carried"}
	CmdNextOf    = Pair{"原有", "of"}

	CmdRecogniseShort = Pair{"接收认定结果", "take in the regulator's recognitions"}
	CmdRecogniseLong  = Pair{
		"接收国资委下发的认定文件（认定或不予认定、文号、日期），写到对应的行上，作为一步，可撤销；同一份再接收一次不会变。认定文件由国资委用 yice decide 制作。",
		"Takes in the regulator's decisions with document and date and applies them to the rows, as one step that can be undone; the same file again changes nothing. The regulator makes the file with yice decide.",
	}
	CmdRecogniseNone = Pair{"文件里没有关于这家企业这些年度的认定", "The file decides nothing about this enterprise and its years"}
	CmdRecogniseDone = Pair{"认定 %d 项，改动 %d 项；签名：%s", "%d decisions, %d of them changes; signer: %s"}
	CmdDecideShort   = Pair{"制作认定文件（国资委用）", "make a file of recognitions (for the regulator)"}
	CmdDecideLong    = Pair{
		"国资委用：先用 --table 从报送文件列出待认定事项，填好后签名成认定文件，下发企业（yice recognise 接收）。企业自报已认定的排在最前；给出 --decisions 的，已经认定过的排在最后并注明级别、由谁认定。",
		"For the regulator: --table lists what waits for a decision in submissions; filled in and signed, it goes back to the enterprises (yice recognise). What enterprises declare themselves comes first; with --decisions, what was decided already comes last, with its level and by whom.",
	}
	CmdDecided      = Pair{"已签名认定 %d 项，写到 %s", "Signed %d decisions into %s"}
	CmdReceiveShort = Pair{"接收报送回执", "take in a receipt"}
	CmdReceiveLong  = Pair{
		"接收国资委对报送文件的回执，核对它是不是对本工作区报送的那一份；一个文件夹里的认定文件一并收下，不用再报。",
		"Takes in the regulator's receipt and checks that it is for what this workspace handed in; of a folder the recognitions too, and nothing is handed in anew.",
	}
	CmdMergeShort = Pair{"并入同事的工作区", "merge a colleague's workspace"}
	CmdMergeLong  = Pair{
		"把另一个工作区里同一企业同一年度的行并进来，作为一步，可撤销。新的行加进来，空着的格填上；两边都有而不同的格保留本工作区的并列出来（退出码 1），写 --theirs 才取对方的，写 --ours 表示确认保留。台账里凭证号、日期、金额相同的算同一笔，不会重复入账。什么也不会删除。",
		"Takes the rows of another workspace's same enterprise and year in, as one step that can be undone. New rows are added and empty cells filled; a cell that both hold and that differs stays ours and is listed (exit code 1): --theirs takes theirs, --ours says that ours is meant. Ledger lines of the same voucher, date and amount are one line and never entered twice. Nothing is removed.",
	}

	CmdMergeFilled     = Pair{"补填", "filled"}
	CmdMergeDiffering  = Pair{"不同", "differing"}
	CmdMergeConflicts  = Pair{"两边不同的格 %d 个：", "Cells that differ: %d"}
	CmdMergeOurs       = Pair{"本方", "ours"}
	CmdMergeTheirs     = Pair{"对方", "theirs"}
	CmdMergeKeptOurs   = Pair{"保留本方", "ours stays"}
	CmdMergeTookTheirs = Pair{"采用对方", "theirs taken"}
	CmdMergeOpen       = Pair{"不同的格保留了本方；要采用对方，加 --theirs；确认保留本方，加 --ours", "Where they differ, ours stays; take theirs with --theirs, or confirm ours with --ours"}
	CmdSignShort       = Pair{"签字确认", "sign off the year"}
	CmdSignExample     = Pair{"  yice sign desk.yice --year 2023 填表人 张三\n  yice sign desk.yice --year 2023 --role 单位负责人 --sign-key 张三.pem\n  yice sign desk.yice --year 2023", "  yice sign desk.yice --year 2023 preparer 'Zhang San'\n  yice sign desk.yice --year 2023 --role 'unit head' --sign-key zhang.pem\n  yice sign desk.yice --year 2023"}
	CmdSignLong        = Pair{
		"填表人、统计负责人、单位负责人依次确认；数据改动后须重新确认。只写姓名和日期的是「署名」；用本人的签字密钥对数据签名的是「签字」。不写姓名则取企业概况上的；不写角色则列出确认情况。",
		"The preparer, the statistics head and the unit head confirm the year in this order; a change of data asks for it anew. By name and date alone it is a typed sign-off; with a person's own key over the data a signature. Without a name the card's is taken; without a role, lists who has confirmed.",
	}
	CmdSignNone   = Pair{"未签", "not signed"}
	CmdSignStands = Pair{"有效", "stands"}
	CmdSignStale  = Pair{"签字后数据有改动，须重签", "the data has changed since; to be signed again"}

	CmdPackDiffShort = Pair{"比较两个政策包", "compare two packs"}
	CmdPackNewShort  = Pair{"以旧包或内置模板为底稿新建", "begin a pack from another, or from the template"}
	CmdPackNewLong   = Pair{
		"以一个政策包（--from）或内置模板（--template）为底稿，生成另一年度的草案；注释和排版保留，日期移到新年度。",
		"Begins the draft of a year from a pack (--from) or from the built-in template (--template); comments and layout stay, dates move to the year.",
	}
	CmdPackSignShort = Pair{"给政策包签名", "sign a pack"}
	CmdPackSignLong  = Pair{
		"给政策包签名，签名写在旁边的 .sig 文件里；政策包一改，签名就失效。",
		"Signs a pack into a .sig file beside it; any change of the pack voids it.",
	}
	CmdPackAddShort = Pair{"把政策包加入工作区", "add a pack to a workspace"}
	CmdPackAddLong  = Pair{
		"把政策包加入工作区。已签发的包要有可信公钥的签名（旁边的 .sig 文件）；国资委发给本企业的 .yicepolicy 自带签名；草案不要签名，只作模拟。",
		"Adds a pack to a workspace. An issued pack needs the signature of a trusted key (the .sig file beside it); a .yicepolicy made for this enterprise has its own; a draft needs none and only simulates.",
	}
	CmdPackUnnamed    = Pair{"没有写政策包的文件名", "No pack is named"}
	CmdPackSame       = Pair{"两个政策包没有差别", "The packs do not differ"}
	CmdPackSigned     = Pair{"已签名；把签名文件同政策包一起下发：", "Signed; hand the signature out together with the pack:"}
	CmdPackUnproven   = Pair{"在此之前按模拟打分，不是正式结果", "until then it scores as a simulation, not officially"}
	CmdPackAdded      = Pair{"已加入政策包 %s %s（%d 年度），签发人 %s", "Added the pack %s %s for %d, issued by %s"}
	CmdPackAddedDraft = Pair{"已加入政策包草案 %s %s（%d 年度），只作模拟", "Added the draft %s %s for %d; it only simulates"}

	CmdWritten     = Pair{"已写到 %s", "Written to %s"}
	CmdExists      = Pair{"%s 已存在，没有覆盖；请换一个文件名", "%s is there already and was not overwritten; choose another name"}
	CmdCannotWrite = Pair{"%s 写不了；请检查路径、权限和磁盘空间", "%s cannot be written; check the path, the permissions and the disk"}
)
