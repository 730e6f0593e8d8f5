package text

// The import screen: the table with its rows of every kind, how it is read, what it comes to, what is open.
var (
	TuiImpViewTable   = Pair{"表", "Table"}
	TuiImpViewHow     = Pair{"读法", "Reading"}
	TuiImpViewValues  = Pair{"归类", "Values"}
	TuiImpViewSums    = Pair{"对数", "Sums"}
	TuiImpViewChanges = Pair{"变动", "Changes"}
	TuiImpViewLeft    = Pair{"未取", "Left out"}

	TuiImpAs        = Pair{"认作", "Read as"}
	TuiImpBuiltIn   = Pair{"内置", "built in"}
	TuiImpKeptOne   = Pair{"同上次", "as before"}
	TuiImpHere      = Pair{"在这里改过", "changed here"}
	TuiImpSheetsOf  = Pair{"工作表 取 %d / %d", "%d of %d sheets"}
	TuiImpRowsOf    = Pair{"%s 行", "%s rows"}
	TuiImpEmptyView = Pair{"没有", "none"}
	TuiImpWaiting   = Pair{"读完文件后显示在这里", "Shown here once the file is read"}
	TuiImpMoreRows  = Pair{"其后还有 %s 行没有列出（都算进了合计）", "%s more rows are not listed (all are in the sums)"}
	TuiImpColumnsAt = Pair{"列 %d–%d / %d  ←→", "columns %d–%d of %d  ←→"}

	TuiKindDetail   = Pair{"明细", "line"}
	TuiKindTotal    = Pair{"合计", "total"}
	TuiKindCarried  = Pair{"结转", "carried"}
	TuiKindOpening  = Pair{"期初", "opening"}
	TuiKindHeading  = Pair{"表头", "heading"}
	TuiKindBlank    = Pair{"空", "empty"}
	TuiKindFiltered = Pair{"筛除", "filtered"}
	TuiKindDoubtful = Pair{"存疑", "doubt"}
	TuiKindRefused  = Pair{"拒收", "refused"}

	TuiFateAdd    = Pair{"新增", "new"}
	TuiFateChange = Pair{"改动", "changes"}
	TuiFateSame   = Pair{"已有，不变", "there already"}

	TuiPartDebit    = Pair{"借方", "Debit"}
	TuiPartCredit   = Pair{"贷方", "Credit"}
	TuiPartSide     = Pair{"借贷方向", "Side"}
	TuiPartAmount   = Pair{"发生额", "Entry amount"}
	TuiPartBalance  = Pair{"余额（核对）", "Balance"}
	TuiPartAccount  = Pair{"科目名称", "Account"}
	TuiPartCode     = Pair{"科目编码", "Account code"}
	TuiPartCounter  = Pair{"对方科目", "Counter account"}
	TuiPartMonth    = Pair{"月", "Month"}
	TuiPartDay      = Pair{"日", "Day"}
	TuiPartPeriod   = Pair{"会计期间", "Period"}
	TuiPartKind     = Pair{"凭证字", "Voucher kind"}
	TuiPartNumber   = Pair{"凭证号数", "Voucher number"}
	TuiPartSequence = Pair{"序号", "Sequence"}
	TuiPartTax      = Pair{"税法归集金额（不取）", "Tax amount (not taken)"}
	TuiPartGroup    = Pair{"账的栏目", "Ledger"}
	TuiFieldGroup   = Pair{"指标", "Fields"}
	TuiValueGroup   = Pair{"费用类别", "Category"}

	TuiImpRecipe     = Pair{"配方", "Recipe"}
	TuiImpUnit       = Pair{"金额单位", "Unit"}
	TuiImpUnitFile   = Pair{"照文件写的；没写按元", "as the file says, else yuan"}
	TuiImpYear       = Pair{"年份", "Year"}
	TuiImpYearFile   = Pair{"照文件写的", "as the file says"}
	TuiImpAccounts   = Pair{"只取科目", "Accounts"}
	TuiImpAccountsRD = Pair{"研发支出（5301 等）", "R&D (5301 and the like)"}
	TuiImpOpposite   = Pair{"贷方发生", "Credits"}
	TuiImpSubtract   = Pair{"冲减支出（结转除外）", "reduce spending (closings do not)"}
	TuiImpNoCredit   = Pair{"不取", "left out"}
	TuiImpHidden     = Pair{"隐藏的行", "Hidden rows"}
	TuiImpTake       = Pair{"取", "taken"}
	TuiImpLeaveIt    = Pair{"不取", "left out"}
	TuiImpAsked      = Pair{"有就问", "asked about"}
	TuiImpWithout    = Pair{"文件没有、先空着的项", "Not in the file, left empty"}
	TuiImpDoubts     = Pair{"存疑的行", "Rows in doubt"}
	TuiImpBlanks     = Pair{"空白格", "Blank cells"}
	TuiImpBlankKeep  = Pair{"不动已有的内容", "leave what is there"}
	TuiImpBlankWipe  = Pair{"清空已有的内容", "empty what is there"}
	TuiImpLacking    = Pair{"%s 行没有，Enter 统一填", "%s rows lack it; Enter fills it in"}
	TuiImpAllAre     = Pair{"没有的都填 %s", "where missing: %s"}
	TuiImpColumnsOf  = Pair{"列", "Columns"}
	TuiImpUsed       = Pair{"不是指标", "no field"}

	TuiImpUnanswered = Pair{"待答", "open"}
	TuiImpAssumed    = Pair{"待确认", "to confirm"}
	TuiImpAnswered   = Pair{"已定", "said"}
	TuiImpNoMeaning  = Pair{"不归类", "no category"}
	TuiImpMeansTitle = Pair{"「%s」是哪一项%s", "Which %[2]s '%[1]s' is"}
	TuiImpConfirm    = Pair{"待确认的归类全部确认", "Confirm every assumed value"}
	TuiFootConfirm   = Pair{"全部确认", "Confirm all"}
	TuiImpConfirmed  = Pair{"已确认 %d 种写法", "%d texts confirmed"}
	TuiImpNoAssumed  = Pair{"没有待确认的归类", "Nothing is to be confirmed"}
	TuiImpConfirmAll = Pair{"都对，记住", "All are right; remember them"}
	TuiImpLookValues = Pair{"逐个看", "Look at them one by one"}

	TuiSumStated   = Pair{"文件写的", "file says"}
	TuiSumNone     = Pair{"文件没有写合计", "the file states none"}
	TuiSumAgree    = Pair{"相符", "agrees"}
	TuiSumAllAgree = Pair{"文件里的合计都对得上", "every total of the file agrees"}
	TuiSumSheets   = Pair{"取了 %d 张表，写了合计的都对得上", "%d sheets are taken; every total they state agrees"}
	TuiSumDiffers  = Pair{"第 %d 行写 %s，相加 %s", "row %d says %s, lines %s"}
	TuiSumOff      = Pair{"差 %s", "off by %s"}
	TuiSumReason   = Pair{"原因：%s", "reason: %s"}
	TuiSumRounding = Pair{"显示的数比底数共多 %s 元", "the figures shown are %s yuan more than those behind them"}
	TuiSumCategory = Pair{"按类别", "By category"}
	TuiSumMonth    = Pair{"按月", "By month"}
	TuiSumIn       = Pair{"本次进来", "Coming in"}
	TuiSumNoCat    = Pair{"没有类别", "no category"}
	TuiSumRows     = Pair{"各种行", "Rows by kind"}

	TuiChgCounts  = Pair{"新增 %s，改动 %s，相同 %s，删去 %s", "%s new, %s changed, %s the same, %s removed"}
	TuiChgCells   = Pair{"改动（旧 → 新）", "Changes (old → new)"}
	TuiChgMore    = Pair{"共 %s 处，列出前 %d 处", "%s in all, the first %d listed"}
	TuiChgNothing = Pair{"空", "empty"}

	TuiLeftSheets  = Pair{"没有取的工作表", "Sheets not taken"}
	TuiLeftRows    = Pair{"不算明细的行", "Rows that are no lines"}
	TuiLeftColumns = Pair{"没有取的列", "Columns not taken"}

	TuiImpOpen    = Pair{"还有 %d 件要定", "%d to settle"}
	TuiImpSettled = Pair{"都定了：新增 %s，改动 %s，相同 %s", "All settled: %s new, %s changed, %s the same"}
	TuiImpAnswer  = Pair{"F9 逐件回答", "F9 goes through them"}
	TuiImpReady   = Pair{"F9 写入", "F9 writes"}

	TuiAskDoubt       = Pair{"%d 行存疑（第 %d 行：%s）", "%d rows in doubt (row %d: %s)"}
	TuiAskDoubtTitle  = Pair{"存疑的行", "Rows in doubt"}
	TuiAskLeaveAll    = Pair{"这 %d 行都不取", "Leave out these %d rows"}
	TuiAskLook        = Pair{"先看看这些行", "Look at them first"}
	TuiAskHidden      = Pair{"隐藏的行取不取", "Hidden rows"}
	TuiAskYear        = Pair{"日期没有写年份：是哪一年", "The dates have no year: which is it"}
	TuiAskColumn      = Pair{"哪一列是「%s」", "Which column is '%s'"}
	TuiAskUnit        = Pair{"没有写单位的金额按什么读", "The unit of amounts that state none"}
	TuiAskAccounts    = Pair{"只取哪些科目", "Which accounts to take"}
	TuiAskAccountsSay = Pair{"科目编码开头或名称，几个之间用逗号隔开；空着按研发支出认：", "What account codes begin with, or names, with commas between; empty: R&D accounts are recognised:"}
	TuiAskReason      = Pair{"合计对不上：写明原因", "The totals differ: give a reason"}
	TuiAskReplace     = Pair{"取代原来的（没有了的行删去）", "Take its place (rows that are gone are removed)"}
	TuiAskSame        = Pair{"就是已有的那些", "They are those that are there"}
	TuiAskBeside      = Pair{"另外加进来", "Add them besides"}
	TuiAskMode        = Pair{"取代，还是另加", "Replace, or add"}
	TuiAskRefused     = Pair{"%s 行不能导入（第 %d 行：%s）", "%s rows are refused (row %d: %s)"}
	TuiAskRefTitle    = Pair{"不能导入的行", "Rows refused"}
	TuiAskGoodOnly    = Pair{"只导入无误的 %s 行", "Import the %s rows that are right"}
	TuiAskSaveThem    = Pair{"把它们另存成文件，改好再导入", "Save them to a file to mend and import again"}
	TuiAskMeaning     = Pair{"指明「%s」是什么", "Say what '%s' is"}
	// %[1]s fields with their rows.
	ImportLacks = Pair{"缺必填项：%[1]s；写入后是强制性问题", "Required and empty: %[1]s; once written these are findings to mend"}
	// %[1]s a field, %[2]d rows, %[3]d the first.
	ImportLack = Pair{"%[1]s %[2]d 行（第 %[3]d 行）", "%[1]s in rows: %[2]d (row %[3]d)"}
	// %[1]s fields.
	ImportRowLacks  = Pair{"缺 %[1]s，必填", "%[1]s missing, required"}
	TuiAskLacksGo   = Pair{"照样导入，之后再补", "Import them all the same, and fill in later"}
	TuiAskFill      = Pair{"%s：%s 行没有", "%s: %s rows lack it"}
	TuiAskFillTitle = Pair{"%s没有的都填", "%s where it is missing"}
	TuiAskNoFill    = Pair{"不填，以后再补", "Leave it; to be filled in later"}
	TuiAskAssumed   = Pair{"%d 种写法按常用名称归了类，请确认", "%d texts were sorted by usual names: confirm"}
	TuiAskSheets    = Pair{"取哪些工作表", "Which sheets to take"}
	TuiAskMend      = Pair{"%s（请在文件里改正）", "%s (mend it in the file)"}
	TuiAskNoDoubt   = Pair{"有就问", "ask about them"}

	TuiImpRecTitle  = Pair{"用哪个配方读", "Which recipe to read by"}
	TuiImpRecAuto   = Pair{"自动认", "recognise it"}
	TuiImpRecFile   = Pair{"从文件读配方…", "read a recipe from a file…"}
	TuiImpRecOwn    = Pair{"本工作区", "this workspace"}
	TuiImpRecPath   = Pair{"配方文件", "A recipe file"}
	TuiImpRecSay    = Pair{"配方（TOML 文件）的路径：", "The path of the recipe (a TOML file):"}
	TuiImpRecSave   = Pair{"把现在的读法存成配方文件", "Save how it is read as a recipe file"}
	TuiFootRecSave  = Pair{"存读法", "Save recipe"}
	TuiImpRecSaveTo = Pair{"写成配方（TOML），别的电脑、命令行都能用：", "As a recipe (TOML) that another computer or the command line can use:"}
	TuiImpRecSaved  = Pair{"读法已存成配方：%s", "The reading is saved as a recipe: %s"}
	TuiImpRecNone   = Pair{"还没有认出怎么读", "It is not known yet how to read it"}

	TuiImpView     = Pair{"换栏：表、读法、归类、对数、变动、未取", "Next view: table, reading, values, sums, changes, left out"}
	TuiFootView    = Pair{"换栏", "View"}
	TuiImpSide     = Pair{"表左右移动", "Move the table sideways"}
	TuiImpNext     = Pair{"下一处存疑、拒收或改动的行", "Next row in doubt, refused or changed"}
	TuiFootImpNext = Pair{"下一处", "Next"}
	TuiImpNoNext   = Pair{"没有存疑、拒收或改动的行", "No row is in doubt, refused or changed"}
	TuiImpAskMore  = Pair{"另有 %s 处，见「变动」", "and %s more, under Changes"}
	TuiImpAskGone  = Pair{"会删去 %s 行。", "%s rows are removed."}
	TuiImpBecomes  = Pair{"%[1]s：%[2]s → %[3]s", "%[1]s: %[2]s → %[3]s"}
	TuiImpRedoing  = Pair{"按新的读法重算", "Working it out anew"}
)

// TuiRecipeTitles are the built-in recipes as people call them.
var TuiRecipeTitles = map[string]Pair{
	"columns":            {"按列名对应", "by column names"},
	"ledger":             {"会计账簿（借方、贷方）", "ledger or journal (by columns)"},
	"yonyou-ledger":      {"用友 明细账", "Yonyou ledger"},
	"yonyou-journal":     {"用友 序时账", "Yonyou journal"},
	"kingdee-ledger":     {"金蝶 明细分类账", "Kingdee ledger"},
	"haokuaiji-journal":  {"好会计 序时簿", "Haokuaiji journal"},
	"rd-subsidiary-2021": {"研发支出辅助账（2021版）", "R&D subsidiary ledger, 2021"},
	"nbs-107-1":          {"107-1 企业研究开发项目情况", "form 107-1, projects"},
	"nbs-107-2":          {"107-2 企业研究开发活动及相关情况", "form 107-2, the enterprise"},
}
