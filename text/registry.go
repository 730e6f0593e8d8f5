package text

// Sentences of the regulator's registry.
var (
	RegistryAbsent         = Pair{"没有台账 %s：先建立它", "there is no registry %s: make it first"}
	RegistryFormat         = Pair{"台账的格式 %s 本程序不认识：请换用较新的版本", "the registry has a format %s that this program does not know: use a newer version"}
	RegistryNotOne         = Pair{"%s 不是一策的监管台账，或已损坏", "%s is no registry of yice, or it is damaged"}
	RegistryServer         = Pair{"连不上数据库 %s：请检查地址、网络和密码", "the database %s cannot be reached: check address, network and password"}
	RegistryAddress        = Pair{"数据库地址写得不对：应写作 postgres://用户@主机/库", "the address of the database is wrong: write postgres://user@host/database"}
	RegistryPassword       = Pair{"数据库地址里不写密码：命令行会留在历史和进程列表里。请用 PGPASSFILE（~/.pgpass）或 --password-file 文件", "an address never holds a password, for the command line stays in histories and lists of processes: use PGPASSFILE (~/.pgpass) or --password-file FILE"}
	RegistryNoFile         = Pair{"没有文件 %s", "there is no file %s"}
	RegistryNotPlain       = Pair{"%[1]s 不是普通文件，或大于 %[2]d KB", "%[1]s is no plain file, or larger than %[2]d KB"}
	RegistryCannotRead     = Pair{"读不了 %s", "%s cannot be read"}
	RegistryCannotWrite    = Pair{"写不了 %s：请检查磁盘空间和权限", "%s cannot be written: check the disk and your rights"}
	RegistryDatabase       = Pair{"台账的数据库没有完成这一步：已退回，什么都没有改", "the registry's database did not do this: it was taken back, and nothing was changed"}
	RegistryPackForm       = Pair{"政策包 %s（%s）的表「%s」里字段「%s」与台账里已有的不是一种：同一字段不能一年是数、一年是文字。请改政策包里的字段名", "the field '%[4]s' of the form '%[3]s' in the policy pack %[1]s (%[2]s) is not of the kind that the registry has it as: a field cannot be a figure in one year and text in another. Give it another name in the pack"}
	RegistryNode           = Pair{"分片服务器「%s」做不了这一步", "the node '%s' did not do it"}
	RegistryNodeUnknown    = Pair{"没有名叫「%s」的分片服务器，或这个账号看不到它的地址：请数据库管理员先用 CREATE SERVER 和 CREATE USER MAPPING 建好", "there is no foreign server '%s', or this account does not see where it is: have the administrator make it with CREATE SERVER and CREATE USER MAPPING first"}
	RegistryNodesFile      = Pair{"分片（--node）要台账在服务器上：一个文件分不到几台机器", "nodes (--node) need a registry on a server: a file lies on one machine"}
	RegistryNodesLate      = Pair{"台账已经建好，分片只能在建的时候定：要改，另建一本台账，再把归档里的申报收一遍", "the registry is there already, and nodes are chosen when it is made: make another one and take the submissions of the archive in again"}
	RegistryStale          = Pair{"%s 现在重新计分与台账记的不一样：认定没有做完。请把认定文件再收一次，再出回执", "%s measured anew is not what the registry has: decisions were not finished. Take the file of recognitions in once more before giving receipts"}
	RegistryServerPassword = Pair{"服务器要口令，而没有给：写在 PGPASSFILE（~/.pgpass）或口令文件里", "the server asks for a password and none is given: put it into PGPASSFILE (~/.pgpass) or a password file"}
	RegistryServerAsks     = Pair{"服务器用一策不会的方式要口令（%d）：请数据库管理员把这个账号的口令改成 SHA256 或国密 SM3", "the server asks for the password in a way that yice does not know (%d): have its administrator set it as SHA256 or SM3"}
	RegistryServerUnproved = Pair{"服务器证明不了它知道这个账号的口令：口令不对，或者不是那台服务器", "the server does not prove that it knows the account's password: the password is wrong, or it is another server"}
	RegistryNewer          = Pair{"%[1]s 是较新版本的一策写的台账（格式 %[2]s，本程序认得到 %[3]s）：请换用较新的版本", "%[1]s is a registry of a newer yice (format %[2]s; this program knows formats up to %[3]s): use a newer version"}
	RegistryMoved          = Pair{"台账刚由较新版本的一策升级过格式：什么都没有改，请用较新的版本重新打开", "the registry was just brought up by a newer yice: nothing was changed; open it again with the newer version"}
	RegistryEarlier        = Pair{"%[1]s 是较早版本的台账（格式 %[2]s），没能升级到格式 %[3]s，台账照旧没有动：由有权写它的人打开一次就会升级", "%[1]s is a registry of an earlier format (%[2]s) and could not be brought up to format %[3]s; it is as it was: it is brought up when somebody opens it who may write to it"}
	RegistryNoBackup       = Pair{"升级 %[1]s 之前要先在 %[2]s 存一份备份，没能写成：什么都没有改。请检查磁盘空间和权限，再打开一次", "before %[1]s is brought up a copy of it goes into %[2]s, and could not be written: nothing was changed. Check the disk and your rights and open it again"}
	RegistrySchema         = Pair{"台账里有不是一策写的东西（%s）：不打开它。请从备份或归档重建", "the registry holds something that yice did not write (%s), and is not opened: make it anew from a backup or from its files"}
	RegistrySchemaLacks    = Pair{"台账里少了「%s」：不打开它。请从备份或归档重建", "the registry lacks '%s', and is not opened: make it anew from a backup or from its files"}
	RegistryChanged        = Pair{"文件 %s 在读取的时候变了：请再收一次", "the file %s changed while it was read: take it again"}
	RegistryArchiveLacks   = Pair{"归档里少了文件 %s：请从备份找回", "the file %s is gone from the archive: get it back from a backup"}
	RegistryArchiveChanged = Pair{"归档里的文件 %s 不是收下时的内容：请从备份找回", "the file %s of the archive is not what was taken: get it back from a backup"}

	// %[1]s is the first thing that is wrong, %[2]d how many there are.
	RegistryHistory     = Pair{"台账与它的历史对不上，共 %[2]d 处：%[1]s。逐处核对后，请从备份或归档重建", "the registry does not agree with its history in %[2]d places: %[1]s. Check it place by place, and make it anew from a backup or from its files"}
	RegistryChainBroken = Pair{"历史第 %d 条被改过，或前面少了一条", "line %d of the history was changed, or one before it is gone"}
	RegistryChainHead   = Pair{"历史的末尾被截掉过，或加过", "the end of the history was cut off, or added to"}
	RegistryRowEdited   = Pair{"「%s」被改过，历史里没有这次改动", "'%s' was changed, and the history has no such change"}
	RegistryRowStrange  = Pair{"「%s」在历史里没有来历", "the history does not say where '%s' comes from"}
	RegistryRowGone     = Pair{"「%s」不见了，历史里没有删除它", "'%s' is gone, and the history did not take it out"}
	RegistryRowsEdited  = Pair{"报送 %[1]s（%[2]s）的得分明细不是收下时的内容", "the lines of submission %[1]s (%[2]s) are not those that were loaded"}
	RegistryCutOff      = Pair{"有 %d 份报送还没有登记完整（上次被中断）：再收一次报送即可补齐", "%d submissions are not loaded whole, for a run was cut off: take submissions in again"}

	RegistryPackYear     = Pair{"政策包 %[1]s 是 %[2]d 年度的，台账要建的是 %[3]d 年度", "the pack %[1]s is of %[2]d, and the registry is to be of %[3]d"}
	RegistryPackUnissued = Pair{"台账只按签发的政策包核定，%[1]s 不是：%[2]s", "a registry measures by an issued pack, and %[1]s is none: %[2]s"}
	RegistryYearThere    = Pair{"台账里已经有 %d 年度", "the registry has the year %d already"}
	RegistryNoYear       = Pair{"台账里没有年度", "the registry has no year"}
	RegistryOtherYear    = Pair{"台账没有 %v 年度：先加上这个年度的政策包", "the registry does not have the year %v: add it with its pack first"}
	RegistryKeysOther    = Pair{"密钥名册 %[1]s 的根密钥是 %[2]s，台账认的是 %[3]s", "the register of keys %[1]s is of the root %[2]s; the registry knows %[3]s"}
	RegistryClosed       = Pair{"%[1]d 年度已由%[2]s于 %[3]s 关闭，不能再改：要改，先写明原因重开这一年度", "%[1]d was closed by %[2]s on %[3]s and cannot be changed: reopen the year with a reason first"}
	RegistryNotClosed    = Pair{"%d 年度没有关闭", "%d is not closed"}
	RegistryReason       = Pair{"请写明依据或原因：%[1]d 到 %[2]d 个字", "write the basis or reason, %[1]d to %[2]d characters"}

	RegistryHeader         = Pair{"%[1]s 的表头应有这些列：%[2]s（缺 %[3]s）", "the header of %[1]s should have the columns %[2]s; %[3]s is missing"}
	RegistryTableEmpty     = Pair{"%s 里没有行", "%s has no rows"}
	RegistryTableMany      = Pair{"%[1]s 多于 %[2]d 行", "%[1]s has more than %[2]d rows"}
	RegistryTableRow       = Pair{"%[1]s 第 %[2]d 行 %[3]s：%[4]s。整份没有收下，改好后再来", "%[1]s, row %[2]d, %[3]s: %[4]s. Nothing of it was taken; mend it and come again"}
	RegistryRosterTwice    = Pair{"%[1]s 在第 %[2]d 行已经有了", "%[1]s stands in row %[2]d already"}
	RegistryRosterOwn      = Pair{"上级不能是自己", "an enterprise is not its own parent"}
	RegistryRosterNameless = Pair{"没有企业名称", "there is no name"}
	RegistryTargetTwice    = Pair{"这一项在第 %d 行已经有了", "this target stands in row %d already"}
	RegistryBadDay         = Pair{"「%s」不是日期，应写作 2024-03-31", "'%s' is no day; write 2024-03-31"}
	RegistryDaysCrossed    = Pair{"截止 %[1]s 早于起始 %[2]s", "it ends on %[1]s, before it begins on %[2]s"}
	RegistryBadPeriod      = Pair{"「%s」不是期间，应写作 2026 或 2026Q2", "'%s' is no period; write 2026 or 2026Q2"}
	RegistryBadReceived    = Pair{"「%s」不是今天以前的一天，应写作 2024-03-31", "'%s' is no day before today; write 2024-03-31"}

	RegistryLocked = Pair{"%s 是加密的：用 --open-key 给出打开它的密钥", "%s is encrypted: give the key that opens it by --open-key"}
	// Of a bundle: %[1]s is the file.
	RegistryBundleBroken   = Pair{"转报包 %[1]s 不完整，或动过：%[2]v。请转报单位重新转报", "the bundle %[1]s is not whole, or was changed: %[2]v. Have it handed on again"}
	RegistryBundleNoList   = Pair{"没有转报清单，或清单不合格式", "it has no list, or one of another form"}
	RegistryBundleTwice    = Pair{"清单里两次列了 %s", "the list has %s twice"}
	RegistryBundleUnsigned = Pair{"转报包 %s 的清单没有签名：不知道是谁转报的。里面的报送可以单独报来", "nobody signed the list of the bundle %s, so that nobody knows who hands it on. What is in it can come alone"}
	RegistryBundleHand     = Pair{"转报包 %[1]s 的签名不算数：%[2]v。里面的报送可以单独报来", "the signature of the bundle %[1]s does not count: %[2]v. What is in it can come alone"}
	RegistryBundleNobody   = Pair{"密钥 %s 在台账的密钥名册里不是哪家企业的报送密钥：转报要用集团自己的报送密钥", "the key %s is no filing key among those of the registry: a group hands on with its own"}
	RegistryBundleEmpty    = Pair{"要转报的有 %[1]d 份，应有 1 到 %[2]d 份：先收下属企业的报送，或按期间分几包转报", "there are %[1]d submissions to hand on, and should be 1 to %[2]d: take those of the members in first, or hand on period by period"}
	RegistryBundleUnlisted = Pair{"转报清单里没有这一份", "the list does not have it"}
	RegistryBundleChanged  = Pair{"这一份不是清单里转报的那一份：换过，或损坏了", "it is not what the list hands on: it was exchanged or damaged"}
	RegistryBundleNested   = Pair{"转报包里不能再装转报包：先收进自己的台账，再一起转报", "a bundle holds no other: take it into a registry, and hand all of it on together"}
	RegistryBundleLacks    = Pair{"清单里有，包里没有", "the list has it, and the bundle does not"}
	RegistryNotOfGroup     = Pair{"按名册，%[1]s 不是转报单位「%[2]s」的下属企业：请企业自己报送，或先更正名册的上级", "by the roster %[1]s does not belong to '%[2]s', which handed it on: let it hand in itself, or put its parent right first"}

	RegistryStranger    = Pair{"%s 不在名册上", "%s is not on the roster"}
	RegistryNotMember   = Pair{"%[1]s 在 %[2]d 年度不属于名册上的企业（起止日期之外）", "%[1]s is not a member in %[2]d, by the days of the roster"}
	RegistryTypeDiffers = Pair{"企业自己写的类型是%[1]s，名册上是%[2]s：排名按类型分，请先核实", "the enterprise calls itself %[1]s, the roster %[2]s: ranks are within types, so ask first"}
	RegistryNone        = Pair{"台账里没有 %[1]s 的 %[2]s 报送", "the registry has no submission of %[1]s for %[2]s"}
	RegistryNoLine      = Pair{"政策包里没有这一项：「%s」", "the pack has no such line: '%s'"}
	RegistryPoints      = Pair{"「%s」不是调整的分数：写作 -2 或 1.5，最多四位小数，不为零，不超过一千", "'%s' is no adjustment: write -2 or 1.5, at most four decimals, not nothing and not beyond a thousand"}
	RegistryNoClaim     = Pair{"没有这项重复申报：%s。请看重复申报清单里的编号", "there is no such double claim: %s; the list of double claims has their numbers"}
	RegistryNoSide      = Pair{"%[1]s 没有申报 %[2]s", "%[1]s does not claim %[2]s"}

	RegistryAskEmpty      = Pair{"没有查询语句", "there is no query"}
	RegistryAskMany       = Pair{"一次只能问一条语句", "one statement at a time"}
	RegistryAskWrites     = Pair{"这里只能查询，不能用 %s：语句应以 SELECT、WITH 或 VALUES 开头", "this only answers questions, and %s is none: begin with SELECT, WITH or VALUES"}
	RegistryDoublesEdited = Pair{"%s 的重复申报与各家的申报不符：不是一策改的", "what is put down as claimed twice in %s is not what was handed in: yice did not change it"}
	RegistryDraftWrong    = Pair{"认定和不予认定要有文号和日期，不予认定和提问要写明原因", "a recognition or refusal needs a document and its day, a refusal or a question its words"}
	RegistryDraftMoved    = Pair{"%[1]s 的「%[2]s」在您看过之后变了（企业另报了一份，或别人改了记号）：没有签发任何一项，请再看一遍", "'%[2]s' of %[1]s is no longer what you saw (it was handed in anew, or somebody marked it otherwise): nothing was signed; look again"}
	RegistryAskAgain      = Pair{"上次核对的记录有误，已按全部历史重新核对，台账无误：请再问一次", "what an earlier check left was wrong; the registry was held against its whole history again and agrees with it: ask once more"}
	RegistryAskSlow       = Pair{"查询超过 %d 秒，已停止：请把条件写得更窄", "the query took more than %d seconds and was stopped: ask for less"}
	RegistryAskLarge      = Pair{"结果超过 %d MB，已停止：请把条件写得更窄", "the answer is above %d MB and was stopped: ask for less"}
	RegistryAskWrong      = Pair{"查询没有做成", "the query could not be done"}

	RegistryCompletion = Pair{"完成率", "Completion"}
)

// What is printed of a registry.
var (
	RegistryRanking     = Pair{"企业创新考核排名", "Ranking of enterprises"}
	RegistryTier        = Pair{"层级", "Tier"}
	RegistryHead        = Pair{"台账历史 %[1]d 条，末尾 %[2]s", "history of the registry: %[1]d lines, ending with %[2]s"}
	RegistryRankingKind = Pair{"不知道 %s 要写成什么：文件名请以 .xlsx 或 .html 结尾", "cannot tell what %s is to be: end the name in .xlsx or .html"}
)
