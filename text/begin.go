package text

// Beginning: a workspace, an enterprise in it, a year.
var (
	EntryCardEmpty = Pair{"这一项必须填写。", "This is needed."}
	// %[1]s the field.
	EntryCardNeeds = Pair{"还没有填「%[1]s」，没有建立。", "The field '%[1]s' is not filled; nothing was made."}
	// %[1]s the field, %[2]s what is wrong with it.
	EntryCardWrong = Pair{"「%[1]s」不对，没有建立：%[2]s", "The field '%[1]s' will not do; nothing was made: %[2]s"}
	// %[1]d the year, %[2]d and %[3]d the first and the last one possible.
	EntryYearRange = Pair{"%[1]d 不是能填报的年度（%[2]d～%[3]d），没有建立。", "%[1]d is no filing year (%[2]d to %[3]d); nothing was made."}
	// %[1]s the enterprise's code, %[2]d the year.
	EntryBookThere  = Pair{"工作区里已经有 %[1]s 的 %[2]d 年度，没有再建。请直接打开它。", "The workspace has the year %[2]d of %[1]s already; it was not made again. Open it instead."}
	EntryLabelBegin = Pair{"建立 %[1]s 的 %[2]d 年度", "Begin %[1]s in %[2]d"}
)

// The card on which a workspace, or an enterprise in one, begins.
var (
	TuiPlaceNewBook = Pair{"新建卡片", "The card of a new workspace"}
	TuiForNewBook   = Pair{
		"在一张卡片上填好企业、年度和政策包，就建立一个工作区（或在工作区里添一家企业）。哪一项不对，当场就说；可以随时退回改。按 Esc 先放一放，已填的都留着，再打开接着填。建好之前，磁盘上什么也没有。",
		"One card with the enterprise, the year and the pack makes a workspace, or adds an enterprise to one. What will not do is said at once, and one can go back. Esc lays the card aside with all that was keyed. Nothing is on the disk before it is made whole.",
	}
	TuiNewTitle     = Pair{"新建工作区", "New workspace"}
	TuiNewFirmTitle = Pair{"在这个工作区里添一家企业", "Another enterprise in this workspace"}

	TuiNewName     = Pair{"企业名称", "Name"}
	TuiNewUSCC     = Pair{"统一社会信用代码", "Credit code (USCC)"}
	TuiNewType     = Pair{"企业类型", "Type"}
	TuiNewTier     = Pair{"企业层级", "Tier"}
	TuiNewIndustry = Pair{"行业", "Industry"}
	TuiNewYear     = Pair{"填报年度", "Filing year"}
	TuiNewPack     = Pair{"政策包", "Policy pack"}
	TuiNewWho      = Pair{"填表人", "Prepared by"}
	TuiNewPath     = Pair{"存放位置", "Keep it at"}
	TuiNewMake     = Pair{"建立", "Make it"}
	TuiNewOptional = Pair{"可以以后再填", "may be filled later"}
	TuiNewNeeded   = Pair{"必填", "needed"}

	TuiNewNameHelp     = Pair{"与营业执照一致的全称，不用简称。", "The full name as on the licence."}
	TuiNewUSCCHelp     = Pair{"营业执照上的 18 位代码，当场核对校验位。字母 I、O、S、V、Z 不会出现。", "The 18 characters on the licence; the check character is verified at once. I, O, S, V and Z never occur."}
	TuiNewUSCCGood     = Pair{"18 位，校验位相符", "its check agrees"}
	TuiNewUSCCLong     = Pair{"已有 %[1]d 位，应为 18 位", "%[1]d characters so far, of 18"}
	TuiNewTypeHelp     = Pair{"按国资委核定的分类，它决定各项指标的权重。↑↓ 选，或键入首字母。", "As the regulator classified it; it decides the weights. ↑↓ choose, or type initials."}
	TuiNewTierHelp     = Pair{"集团本部，还是单独报送的权属企业。", "Group headquarters, or a subsidiary that files by itself."}
	TuiNewIndustryHelp = Pair{"国民经济行业分类代码。列表里没有的，直接键入 2～4 位代码。", "The code of the national classification; one that is not listed may be typed, two to four digits."}
	TuiNewYearHelp     = Pair{"要填哪一年的数。今天是 %[1]s；上年、下年以后都能在标题里加。", "The year the figures are of. Today is %[1]s; other years can be added from the title later."}
	TuiNewYearThis     = Pair{"今年，边做边填", "this year so far"}
	TuiNewYearLast     = Pair{"上年，做年报", "last year, annual"}
	TuiNewYearOther    = Pair{"更早的一年", "a year before"}
	TuiNewPackHelp     = Pair{"按什么打分。没有收到国资委签发的政策包时，先用内置模板，结果标为「模拟」；收到后按 F5 收下。", "What the score goes by. Until the regulator's pack comes the built-in template does, and the result is marked as a simulation; F5 takes the pack in."}
	TuiNewPackAwaits   = Pair{"先把年度写对，再定政策包", "the year first: the pack follows from it"}
	TuiNewPackOwn      = Pair{"内置模板，%[1]s 年草案（模拟）", "template, draft for %[1]s (simulation)"}
	TuiNewPackFile     = Pair{"选一个政策包文件（*.toml）…", "choose a pack file (*.toml)…"}
	TuiNewPackIs       = Pair{"%[1]s（%[2]d 年，%[3]s）", "%[1]s (%[2]d, %[3]s)"}
	TuiNewPackIssued   = Pair{"签发", "issued"}
	TuiNewPackDraft    = Pair{"草案", "draft"}
	TuiNewPackYear     = Pair{"这个政策包是 %[1]d 年的，与填报年度 %[2]d 不一致：改年度，或另选政策包。", "This pack is of %[1]d and the filing year is %[2]d: change the year, or choose another pack."}
	TuiNewPackSay      = Pair{"政策包文件（*.toml，或本企业的 *.yicepolicy）的路径；签发的 .toml，签名（.sig）放在旁边：", "The path of a pack (*.toml, or your own *.yicepolicy); of an issued .toml, its signature (.sig) beside it:"}
	TuiNewWhoHelp      = Pair{"记在历史里：每一处改动是谁做的。以后在「设置」里可改。", "Named in the history for every change. Settings change it later."}
	TuiNewPathHelp     = Pair{"一个 .yice 文件，装着全部数据。Ctrl+O 另选文件夹。", "One .yice file with all the data. Ctrl+O chooses another folder."}
	TuiNewPathSay      = Pair{"工作区（*.yice）存放在：", "Keep the workspace (*.yice) at:"}
	TuiNewPathThere    = Pair{"这里已经有这个文件了：换一个名字。要打开它，用「打开其他工作区」。", "There is a file of this name: choose another. To open it use 'Open another workspace'."}
	TuiNewPathNowhere  = Pair{"没有这个文件夹：%[1]s", "There is no such folder: %[1]s"}
	TuiNewMakeHelp     = Pair{"按 Enter 建立，随即打开。", "Enter makes it and opens it."}
	TuiNewLacks        = Pair{"还差 %[1]d 项：%[2]s", "%[1]d still wanted: %[2]s"}
	TuiNewReady        = Pair{"都齐了", "All is there"}
	TuiNewMaking       = Pair{"正在建立…", "Making it…"}
	TuiNewKept         = Pair{"卡片放在一边，已填的都留着：再打开「新建」接着填", "The card is laid aside with all that was keyed: open it again to go on"}
	TuiNewMade         = Pair{"已建立 %[1]s 的 %[2]d 年度。先按 Enter 填「企业概况」，或 F7 导入", "%[1]s, %[2]d is made. Enter opens the card of the enterprise, F7 imports"}
	TuiNewDoubt        = Pair{"核对一下信用代码", "Look at the code again"}
	TuiNewDoubtAsk     = Pair{"%[1]s\n\n执照上确实是这个代码吗？", "%[1]s\n\nDoes the licence really say so?"}
	TuiNewYearBad      = Pair{"请填四位数的年份，例如 %[1]d。", "Please give a year of four digits, such as %[1]d."}

	TuiNewNextField = Pair{"采用这一项，到下一项", "Take it and go to the next field"}
	TuiNewTab       = Pair{"下一项、上一项", "Next and previous field"}
	TuiNewPick      = Pair{"在列表里选", "Choose from the list"}
	TuiNewGo        = Pair{"建立并打开", "Make it and open it"}
	TuiNewBrowse    = Pair{"选文件夹或文件", "Choose a folder or a file"}
	TuiNewAside     = Pair{"先放一放（已填的留着）", "Lay it aside (what was keyed stays)"}
	TuiFootNextItem = Pair{"下一项", "Next"}
	TuiFootMakeIt   = Pair{"建立", "Make"}
	TuiFootBrowse   = Pair{"选文件", "Browse"}
	TuiFootField    = Pair{"换项", "Field"}
	TuiFootAside    = Pair{"放一放", "Aside"}
	TuiAddFirm      = Pair{"在这个工作区里添一家企业", "Add an enterprise to this workspace"}
)
