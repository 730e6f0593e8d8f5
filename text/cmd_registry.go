package text

// The commands of the regulator's registry.
var (
	CmdRegistryShort = Pair{"监管台账：一个年度从名册、收件到核定、调整、关闭", "the regulator's registry: a year from roster and submissions to confirming, adjusting and closing"}
	CmdRegistryLong  = Pair{"把一个考核年度当作一件事来办：应报的是谁、收到了什么、按签发的政策包核定是多少、认定和重复申报怎么定、调整了什么、依据是什么、什么时候关闭。\nR 是一个 .yreg 文件（报送文件放在旁边的文件夹里），或 PostgreSQL 的地址 postgres://…（地址里不写密码）。\n谁在什么时候为什么做了什么，都在连成链的历史里；用别的办法改过的，看得出来。", "keeps an assessment year as one case: who is due, what came, what it is worth under the issued pack, how recognitions and double claims were decided, what was adjusted on what basis, and when it was closed.\nR is a .yreg file, with the submissions in a folder beside it, or the address of a PostgreSQL server, postgres://…, without a password.\nWho did what, when and why stands in a chained history; what was changed by other means shows."}

	CmdRegistryNewShort     = Pair{"建立台账，或加一个年度", "make a registry, or add a year"}
	CmdRegistryNewLong      = Pair{"建立一个年度的台账：核定用的政策包（旁边有签名）和密钥名册从此固定。密钥文件夹还在原处时，每次收件都会再看一遍，那里吊销的这里也吊销。", "makes the registry of a year. The pack that measures, its signature beside it, is fixed from then on, and so are the keys; where the folder of keys is there still, it is looked at again with every taking, so that what was revoked there is revoked here."}
	CmdRegistryRosterShort  = Pair{"收下名册：谁应当报送", "take the roster in: who must hand in"}
	CmdRegistryRosterLong   = Pair{"收下名册（CSV 或 XLSX），表头 uscc,name,type,tier,parent,from,to,due：在册起止日期，due 是截止日期。已有的企业更新，新的加上；有一行不对整份不收。", "takes a roster, CSV or XLSX, with the columns uscc,name,type,tier,parent,from,to,due: from and to bound the membership, due is the day. Those who are there are changed, others added; one wrong row refuses all of it."}
	CmdRegistryTargetsShort = Pair{"收下目标：申报的、批准的", "take targets in: declared and approved"}
	CmdRegistryTargetsLong  = Pair{"收下目标表（CSV 或 XLSX），表头 uscc,indicator,declared,approved,basis,document,q1,q2,q3，或 统一社会信用代码、指标、申报、核定、依据、文号、一季度、二季度、三季度。从此按核定的目标计分，已收的重新核定。", "takes targets, CSV or XLSX, with the columns uscc,indicator,declared,approved,basis,document,q1,q2,q3, or their Chinese heads. What was approved is what everybody is measured by; what was taken before is measured again."}
	CmdRegistryTakeShort    = Pair{"收件：校验、按政策包重新计分、登记", "take submissions: verify, score again, store"}
	CmdRegistryTakeLong     = Pair{"校验报送文件（文件、文件夹或集团的转报包），按台账的政策包和已有的认定重新计分并登记；收过的跳过，不合格的退回并写明原因，名册以外的不收。被中断过的登记会先补齐。", "verifies submissions (files, folders, or the bundle of a group), scores them again under the registry's pack with the decisions at hand, and stores them. What is there is skipped; what does not hold is returned with its reason, and so is what is not on the roster. A load that was cut off is done again first."}
	CmdRegistryBundleShort  = Pair{"转报：把下属企业的报送汇成一包，签名交上级", "hand on: one signed bundle of what the members handed in"}
	CmdRegistryBundleLong   = Pair{"集团把自己台账里收下的报送原样装成一个转报包（zip），附一份签名的清单：哪几份、各自的摘要、谁在什么时候转报。上级像收文件夹一样收它：每一份仍按企业自己的签名单独核验、单独收退，集团的签名只说明是谁转报的，不增加效力。\n签名用集团自己的报送密钥（在台账的密钥名册里登记过的）。按上级的名册不是这家集团下属的，退回那一份。", "a group puts the submissions of its registry, unchanged, into one bundle (a zip) with a signed list: which, their digests, who hands on and when. The regulator takes it in as a folder: each is verified, taken or returned by itself, by the enterprise's own signature; the group's says only who handed on and adds no authority.\nSigned by the group's own filing key, as registered among the registry's keys. What by the regulator's roster is not of the group is returned by itself."}
	CmdRegistryBundled      = Pair{"%[1]s 转报 %[2]d 份：%[3]s", "%[1]s hands on %[2]d submissions: %[3]s"}
	CmdRegistryHanded       = Pair{"由 %[1]s（%[2]s）于 %[3]s 转报", "handed on by %[1]s (%[2]s) on %[3]s"}
	CmdFlagBundleKey        = Pair{"`KEY` 集团的报送密钥（私钥文件）", "`KEY`, the filing key of the group"}
	CmdFlagBundlePeriod     = Pair{"`P` 只转报这一期：2026 或 2026Q2；不写则为最新的年度和它的各季", "`P`: only that period, 2026 or 2026Q2; else the newest year with its quarters"}
	CmdRegistryDueShort     = Pair{"应报未报、迟报、无效", "who has not handed in, did so late, or handed in what is void"}
	CmdRegistryDueLong      = Pair{"按名册列出未报、迟报（收件晚于截止日期）和无效（只收到不合格的）的企业；有季度快报时逐季列出。", "lists by the roster who has not handed in, came after the day, or handed in only what was returned, and quarter by quarter where quarterly returns came."}
	CmdRegistryRankShort    = Pair{"同类排名：自评、核定、调整后", "rank within type: by their own word, confirmed, adjusted"}
	CmdRegistryRankLong     = Pair{"按核定分（加上调整）在类型内排名，与 yice collect 的规则相同。--tier 只在同一层级之内排；--rolled-up 汇总到集团，一家集团一行。-o 写成 XLSX 或 HTML。", "ranks by what was confirmed, with the adjustments, within types, by the rules of yice collect. --tier ranks within one tier of the roster; --rolled-up gives each group a row. -o writes XLSX or HTML."}
	CmdRegistryShowShort    = Pair{"一家企业：每一项直到每一行，历年", "one enterprise: every line to its rows, and its years"}
	CmdRegistryShowLong     = Pair{"列出一家企业的自评、核定、调整，每一项用到的和没有用到的行及原因，被替代和退回的报送，以及历年。", "shows what an enterprise says, what was confirmed and adjusted, the rows that counted for each line or did not, and why, what was replaced and returned, and its years."}
	CmdRegistryDecideShort  = Pair{"收下认定：不用企业重新报送", "take recognitions in; nobody hands in anew"}
	CmdRegistryDecideLong   = Pair{"收下认定处签名的认定文件，并把涉及企业已登记的报送按认定重新计分。", "takes a file of recognitions that a deciding key signed, and scores the stored submissions of the enterprises in it again."}
	CmdRegistryClaimsShort  = Pair{"重复申报，以及判给了谁", "what is claimed twice, and who keeps it"}
	CmdRegistryClaimsLong   = Pair{"列出两家以上企业申报的同一成果，每项有编号，用于 yice registry award。", "lists achievements that two enterprises claim, each with an id for yice registry award."}
	CmdRegistryAwardShort   = Pair{"把重复申报的成果判给一家", "award what is claimed twice to one of them"}
	CmdRegistryAwardLong    = Pair{"判给一家后，其他家的这一行不再计分；各家的报送文件不变。", "the rows of the others count for them no longer; everybody's submission stays as it was handed in."}
	CmdRegistryAdjustShort  = Pair{"调整一项的得分，写明依据", "adjust the points of a line, and say on what basis"}
	CmdRegistryAdjustLong   = Pair{"给一家企业的某一项加分或减分。调整与核定分开记，排名和等级按调整后的。", "gives points to a line of an enterprise, or takes them. They stand beside what was confirmed; ranks and grades are by the adjusted score."}
	CmdRegistryCloseShort   = Pair{"关闭年度：结果定下来", "close the year: its results stand"}
	CmdRegistryCloseLong    = Pair{"核对全部登记后写下每家的最终得分和等级，此后不能再改。", "checks everything that was stored, writes down the final score and grade of everybody, and lets nothing change it any more."}
	CmdRegistryReopenShort  = Pair{"重新打开已关闭的年度", "open a closed year again"}
	CmdRegistryReopenLong   = Pair{"撤回关闭时写下的结果，年度可以再改；原因记入历史。", "takes back the results that were written down at closing; the reason goes into the history."}
	CmdRegistryNoticeShort  = Pair{"写出结果通知书、通报和汇总表", "write the notices of results, the bulletin and the summary"}
	CmdRegistryNoticeLong   = Pair{"每家一份结果通知书，另有通报和汇总表：A4 公文版式的网页，用浏览器打印，文号和印章由签发人补。年度没有关闭时每份都注明未定稿。", "a notice for every enterprise, the bulletin and the summary: A4 pages laid out as official documents, to be printed from a browser; number and seal are left to the hand that issues them. Of a year that is not closed each says that it is a draft."}
	CmdRegistryExportShort  = Pair{"导出全部表和视图", "export all tables and views"}
	CmdRegistryExportLong   = Pair{"每张表、每个视图写一个文件。", "writes a file for every table and view."}
	CmdRegistrySQLShort     = Pair{"用 SQL 查询（只读）", "ask by SQL, read-only"}
	CmdRegistrySQLLong      = Pair{"对台账的表和视图问一条 SELECT；写不了任何东西，时间和行数有限。不写语句则列出表和视图。表和视图见 docs/registry.md。", "asks one SELECT of the tables and views; it can write nothing, and time and rows are bounded. Without a query the tables and views are listed. docs/registry.md tells of them."}
	CmdRegistryCheckShort   = Pair{"核对台账与历史、归档是否一致", "hold the registry against its history and files"}
	CmdRegistryCheckLong    = Pair{"核对历史的链、每一行的来历、每份报送的得分明细和归档里的文件。", "checks the chain of the history, where every row comes from, the lines of every submission, and the files of the archive."}

	CmdFlagPasswordFile   = Pair{"`FILE` 数据库密码所在的文件（或用 PGPASSFILE）；地址里不写密码", "`FILE` with the password of the database (or PGPASSFILE); an address never holds one"}
	CmdFlagNode           = Pair{"把申报带来的行按社会信用代码的哈希分到这台服务器上：数据库里 CREATE SERVER 建的名字；几台写几次", "spread the rows of submissions by the hash of their codes over this server, by its name from CREATE SERVER in the database; once for each"}
	CmdFlagNoticeKey      = Pair{"回执钥匙：同时给每家一个文件夹，装回执和认定它的文件", "a key for receipts: give every enterprise a folder too, with its receipt and the decisions about it"}
	CmdFlagArchive        = Pair{"`DIR` 报送文件的归档文件夹；不写则在 .yreg 旁边", "`DIR` in which the submissions lie; else beside the .yreg"}
	CmdFlagWho            = Pair{"`NAME` 记入历史的操作人；不写则为系统用户", "`NAME` in the history; else the system's user"}
	CmdFlagRegistryKeys   = Pair{"`KEYS` 密钥文件夹，或签名的密钥名册", "`KEYS`, a trust folder or a signed register of keys"}
	CmdFlagReceived       = Pair{"`DATE` 实际收到的日期（早于今天时）", "`DATE` on which they came, where that was before today"}
	CmdFlagRegistryWhy    = Pair{"`TEXT` 原因", "`TEXT`, the reason"}
	CmdFlagBasis          = Pair{"`TEXT` 依据", "`TEXT`, the basis"}
	CmdFlagRegistryPeriod = Pair{"`P` 期间：2026 或 2026Q2；不写则为台账最新的年度", "`P`: 2026 or 2026Q2; else the newest year of the registry"}
	CmdFlagRankType       = Pair{"`T` 只看这一类型", "`T`, this type alone"}
	CmdFlagRolledUp       = Pair{"汇总到集团：按名册逐级归到最上级，列出家数、成员调整后得分的平均、研发投入和考核利润之和", "rolled up into groups: by the roster to whoever is topmost, with the members, the mean of their adjusted scores, and the sums of R&D and assessed profit"}
	CmdRolledUpAlone      = Pair{"--rolled-up 不与 --type、--tier、-o 同用", "--rolled-up goes with none of --type, --tier and -o"}
	CmdRolledUpIn         = Pair{"已报/应报", "in/members"}
	CmdRolledUpMean       = Pair{"成员平均", "mean"}
	CmdRolledUpRD         = Pair{"研发投入", "R&D"}
	CmdFlagTier           = Pair{"`N` 名册上的层级：只在其中排名", "`N`, a tier of the roster: ranked within it"}
	CmdFlagRegistryFormat = Pair{"`csv` 文件格式，或 parquet", "`csv`, the format of the files, or parquet"}

	CmdRegistryMade       = Pair{"台账已建立（%[1]d 年度）；报送文件的归档在 %[2]s", "the registry has the year %[1]d; submissions lie in %[2]s"}
	CmdRegistryTable      = Pair{"新增 %[1]d，变更 %[2]d，不变 %[3]d", "%[1]d added, %[2]d changed, %[3]d as they were"}
	CmdRegistrySoFar      = Pair{"已校验 %[1]d / %[2]d 份", "%[1]d of %[2]d looked at"}
	CmdRegistryTaken      = Pair{"收下 %[1]d 份，跳过 %[2]d 份（收过），退回 %[3]d 份", "%[1]d taken, %[2]d skipped (there already), %[3]d returned"}
	CmdRegistryRepaired   = Pair{"补齐上次中断的登记 %d 份", "%d loads that were cut off were done again"}
	CmdRegistryRefused    = Pair{"退回 %[1]s（%[2]s）：%[3]v", "returned: %[1]s (%[2]s): %[3]v"}
	CmdRegistryDecided    = Pair{"认定 %[1]d 项，重新计分 %[2]d 份，得分有变 %[3]d 家", "%[1]d decisions, %[2]d submissions scored again, %[3]d scores moved"}
	CmdRegistryAdjusted   = Pair{"已调整 %[1]s 的 %[2]s：%[3]s 分（%[4]s）", "%[2]s of %[1]s adjusted by %[3]s points (%[4]s)"}
	CmdRegistryAdjustment = Pair{"调整 %[1]s %[2]s 分（%[3]s）：%[4]s", "%[1]s adjusted by %[2]s (%[3]s): %[4]s"}
	CmdRegistryAwarded    = Pair{"判给 %[1]s（%[2]s）：%[3]s", "awarded to %[1]s (%[2]s): %[3]s"}
	CmdRegistryClosed     = Pair{"已关闭：%[1]d 家。历史的末尾是 %[2]s，请随结果一起留存", "closed: %[1]d enterprises. The history ends with %[2]s; keep it with the results"}
	CmdRegistryReopened   = Pair{"已重新打开", "opened again"}
	CmdRegistryExported   = Pair{"已写出 %[1]d 个文件到 %[2]s", "%[1]d files written to %[2]s"}
	CmdRegistryFormat     = Pair{"不认识的格式「%s」：可写 csv、parquet", "unknown format '%s': csv or parquet"}
	CmdRegistryMore       = Pair{"只列出前 %d 行", "only the first %d rows are shown"}
	CmdRegistryWhole      = Pair{"台账与历史、归档一致。历史 %[1]d 条，末尾是 %[2]s", "the registry agrees with its history and files. %[1]d lines, ending with %[2]s"}

	RegistryStateNone = Pair{"未报", "not handed in"}
	RegistryStateLate = Pair{"迟报", "late"}
	RegistryStateVoid = Pair{"无效", "void"}
	RegistryAdjusted  = Pair{"调整后", "Adjusted"}
)
