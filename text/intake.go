package text

// Sentences of understanding tables: what a row is and why, what is asked, what is refused.
var (
	IntakeDetail   = Pair{"明细", "line"}
	IntakeTotal    = Pair{"合计", "total"}
	IntakeCarried  = Pair{"结转", "carried over"}
	IntakeOpening  = Pair{"期初", "opening"}
	IntakeHeading  = Pair{"表头", "heading"}
	IntakeBlank    = Pair{"空", "blank"}
	IntakeFiltered = Pair{"筛除", "filtered"}
	IntakeDoubtful = Pair{"存疑", "in doubt"}

	IntakeAmount = Pair{"金额", "amount"}
	IntakeIn     = Pair{"%[1]s：%[2]s", "%[1]s: %[2]s"}

	IntakeWhyWord       = Pair{"写着「%s」", "it says \"%s\""}
	IntakeWhySum        = Pair{"没有日期、凭证等，金额正好等于上面各行之和", "it has no date or voucher, and its amount is the sum of the rows above"}
	IntakeWhyHeader     = Pair{"表头：各列的名称", "the header: what the columns are called"}
	IntakeWhyRepeat     = Pair{"重复的表头", "the header again"}
	IntakeWhyTitle      = Pair{"标题、说明或签字", "a title, a remark or a signature"}
	IntakeWhyNumbers    = Pair{"列的编号", "the numbers of the columns"}
	IntakeWhyNoAmount   = Pair{"没有金额", "it has no amount"}
	IntakeWhyZero       = Pair{"金额为 0", "its amount is 0"}
	IntakeWhyMerged     = Pair{"金额与上面的行合并，只计一次", "its amount is merged with the rows above and counts once"}
	IntakeWhyClosing    = Pair{"结转「%s」：不是冲减研发支出", "closing entry \"%s\": no reduction of R&D"}
	IntakeWhyOpposite   = Pair{"贷方发生额，按配方不取", "on the credit side, left out by the recipe"}
	IntakeWhyAccount    = Pair{"科目「%s」不是研发支出", "account \"%s\" is not R&D"}
	IntakeWhyMirror     = Pair{"科目「%s」是由研发支出结转来的，已在研发支出里", "account \"%s\" is closed into from R&D, where it is counted already"}
	IntakeWhyHidden     = Pair{"隐藏或被筛选掉的行", "a row that is hidden or filtered away"}
	IntakeWhyNoDate     = Pair{"有金额，却没有日期，也认不出是合计", "it has an amount but no date, and is no total that adds up"}
	IntakeWhyBadTotal   = Pair{"像合计，金额却对不上上面的行", "it looks like a total but does not add up"}
	IntakeWhySplit      = Pair{"各类别之和 %[1]s 与凭证金额 %[2]s 不等", "its categories add up to %[1]s, the voucher says %[2]s"}
	IntakeWhyDirection  = Pair{"写不清是借方还是贷方", "it does not say whether it is debit or credit"}
	IntakeWhyDate       = Pair{"日期读不出来", "its date cannot be read"}
	IntakeWhyNoYear     = Pair{"日期没有年份，表里也没有写：请在配方里写明 year", "its date has no year and the table states none: give a year in the recipe"}
	IntakeWhyComputed   = Pair{"由台账和登记簿算出，不在这张表里填", "yielded by the ledger and the registers, not kept in this form"}
	IntakeWhyAbove      = Pair{"在表头上面，却像是一行数据", "it stands above the header but reads like a line"}
	IntakeWhyText       = Pair{"只有文字，没有数据", "text only, no data"}
	IntakeWhyBalances   = Pair{"贷方正好结清余额，却没有写明是结转", "its credit clears the balance but it does not say that it closes the account"}
	IntakeWhyBeside     = Pair{"「%[1]s」写着「%[2]s」，看不出这一行算不算数：请在文件里去掉不算的行；都算的话，把这一列选为「不导入」", "\"%[1]s\" says \"%[2]s\", which leaves it open whether the row counts: take rows that do not count out of the file, or leave the column out if all do"}
	IntakeWhyCurrency   = Pair{"「%[1]s」是「%[2]s」，不是人民币：请先按规定汇率折算", "\"%[1]s\" is \"%[2]s\", not CNY: convert it first"}
	IntakeWhyUnitBeside = Pair{"「%[1]s」写着「%[2]s」，与金额一列的单位不同：请先换算成同一单位", "\"%[1]s\" says \"%[2]s\", which is not the unit of the amounts: convert them to one unit first"}
	IntakeWhyPoster     = Pair{"「%[1]s」有的行填了、有的行空着：没有记账人的凭证可能还没有记账。请在文件里去掉未记账的行；都算的话，把这一列选为「不导入」", "\"%[1]s\" is filled on some rows and blank on others: a voucher without it may not be posted. Take rows that are not posted out of the file, or leave the column out if all count"}
	IntakeWhyCompany    = Pair{"「%[1]s」写着「%[2]s」，与上面的行不是同一家：请只留本企业的行；都算的话，把这一列选为「不导入」", "\"%[1]s\" says \"%[2]s\", another than the rows above: keep this enterprise's rows only, or leave the column out if all count"}
	IntakeWhyRival      = Pair{"「%[1]s」写着 %[2]s，与金额不同，认不出该计哪一个：请指定金额取哪一列，另一列选为「不导入」", "\"%[1]s\" says %[2]s, other than the amount: say which column the amount is in, and leave the other out"}
	IntakeWhyVoid       = Pair{"写着「%s」，看不出这一行算不算数：请在文件里去掉不算的行", "it says \"%s\": take rows that do not count out of the file"}
	IntakeWhyStruck     = Pair{"划了删除线：请在文件里删掉这一行，或去掉删除线", "it is crossed out: delete the row in the file, or remove the line through it"}
	IntakeWhyCredit     = Pair{"贷方写的是 %[1]s，这一行各类别相加是 %[2]s，看不出是冲减还是结转：请在配方的 closing 里写明结转分录的摘要用词，或在文件里去掉这一行", "the credit is %[1]s, the row's categories add up to %[2]s: say in the recipe's closing which words close an account, or take the row out of the file"}
	IntakeWhyShare      = Pair{"「%[1]s」写着「%[2]s」，看不出金额是分摊前的还是分摊后的：请改为计入研发的金额；已是分摊后的，把这一列选为「不导入」", "\"%[1]s\" says \"%[2]s\", which leaves it open whether the amount is before or after its share: give the share's amount, or leave the column out if it is after"}
	IntakeWhyReceived   = Pair{"摘要写着「%s」，像是收到的钱，不是支出：不是支出的请在文件里去掉这一行", "its summary says \"%s\", which is money received rather than spent: take the row out of the file if it is"}
	IntakeWhyOffset     = Pair{"摘要写着「%s」，像是用补助冲减支出：研发支出按全额统计，补助记在资金来源里。请在文件里去掉这一行", "its summary says \"%s\", which sets a grant against spending: spending is counted in full and a grant is a source of funds; take the row out of the file"}
	IntakeWhyRowSum     = Pair{"「%[1]s」写的是 %[2]s，这一行各类别相加是 %[3]s", "\"%[1]s\" says %[2]s, the row's categories add up to %[3]s"}
	IntakeStrangeUnit   = Pair{"「%[1]s」说的是「%[2]s」，不是人民币元、千元、万元一类的单位：请先折算，或在配方里写明单位", "\"%[1]s\" speaks of \"%[2]s\", which is no unit of CNY: convert it first, or give the unit in the recipe"}
	IntakeSpareMoney    = Pair{"「%[1]s」是哪一个金额（%[2]s）：请指定，或把这一列选为「不导入」", "which amount is \"%[1]s\" (%[2]s)? Say so, or leave the column out"}
	IntakeLateUnit      = Pair{"第 %[1]d 行在明细下面写着「%[2]s」，上面的金额是不是按这个单位：请在配方里写明单位", "row %[1]d states \"%[2]s\" under the lines: give the unit of the amounts in the recipe"}
	IntakeTwice         = Pair{"第 %[1]d 行起的 %[2]d 行与第 %[3]d 行起的逐行相同，像是粘贴了两遍：请在文件里去掉重复的一份", "the %[2]d rows from row %[1]d on are those from row %[3]d on again: take one copy out of the file"}
	IntakeWhyCode       = Pair{"「%[1]s」的代码写的是 %[2]s，表上应是 %[3]s：列可能错了位", "\"%[1]s\" bears code %[2]s where the form has %[3]s: columns may have been moved"}
	IntakeWhyUnit       = Pair{"「%[1]s」的计量单位写的是「%[2]s」，这一项不会是这个单位：列可能错了位", "\"%[1]s\" is in \"%[2]s\", which this line cannot be: columns may have been moved"}
	IntakeWhyMixed      = Pair{"表头左右两半的列混在一起，认不出哪个数属于哪一项：请按原表排好各列", "the columns of the header's two halves are mixed, so that no figure can be told from another: put the columns back as printed"}
	IntakeSheetHidden   = Pair{"隐藏的工作表", "a hidden sheet"}
	IntakeSheetEmpty    = Pair{"没有内容", "nothing in it"}
	IntakeSheetOther    = Pair{"列对不上「%s」", "its columns do not fit \"%s\""}
	IntakeSheetShape    = Pair{"与取用的工作表列不相同", "its columns differ from those of the sheets taken"}
	IntakeSheetNotSaid  = Pair{"没有指定", "not asked for"}
	IntakeSheetSum      = Pair{"与其余各表的明细相同（汇总表），再取就重复了", "it holds what the other sheets hold (a summary): taking it would count twice"}
	IntakeOnlyHidden    = Pair{"%[1]s 看得见的工作表里没有内容，还有隐藏的工作表：%[2]s。隐藏的表不会自己取：请核对后取消隐藏，或用 --sheet 指定", "%[1]s shows nothing in its visible sheets and hides others: %[2]s. Hidden sheets are not taken by themselves: check them and unhide them, or name one with --sheet"}
	IntakeSheetTaken    = Pair{"取用", "taken"}

	IntakeNoDate        = Pair{"「%[1]s」要有日期列和金额列，这张表%[2]s（表里的列：%[3]s）：请核对是否选错了文件，或指定列的对应关系", "\"%[1]s\" needs a column of dates and one of amounts; this table %[2]s (columns there: %[3]s): check that it is the right file, or match the columns"}
	IntakeLacksDate     = Pair{"没有日期列", "has no dates"}
	IntakeLacksAmount   = Pair{"没有金额列", "has no amounts"}
	IntakeLacksBoth     = Pair{"日期列、金额列都没有", "has neither"}
	IntakeByMonths      = Pair{"这是按月的汇总表，没有逐笔的日期，不能导入台账：导出明细账或序时账，或在台账里每月每类录一行，日期用月末", "this is a table of sums by month, without the dates of its lines; it cannot go into the ledger. Export the detailed ledger or the journal, or key a line for each month and category, dated at the month's end"}
	IntakeBalanceSheet  = Pair{"这是科目余额表：只有期初、本期、期末数，没有逐笔的日期，不能导入台账。请导出明细账或序时账", "this is a trial balance: opening, period and closing figures without dates; it cannot go into the ledger. Export the detailed ledger or the journal"}
	IntakeOneColumn     = Pair{"只有一列「%[1]s」对得上「%[2]s」，算不上一张表：请核对是否选错了文件，或指定列的对应关系", "only one column, \"%[1]s\", fits \"%[2]s\": that is no table of it. Check that it is the right file, or match the columns"}
	IntakeTwoColumns    = Pair{"有两列都像「%[1]s」：%[2]s。请指定用哪一列", "two columns look like \"%[1]s\": %[2]s. Say which one to use"}
	IntakeManyShapes    = Pair{"有几张工作表都像「%[1]s」，列却不相同：%[2]s。请用 --sheet 指定取哪几张", "several sheets look like \"%[1]s\" but differ in their columns: %[2]s. Name those to take with --sheet"}
	IntakeNoLines       = Pair{"表里没有一行明细：请核对是否选错了文件或工作表", "there is not a single line in the table: check that it is the right file and sheet"}
	IntakeHeadless      = Pair{"工作表「%[1]s」没有认得出的表头，第 %[2]d 行却像是一行数据：请补上表头，或用 --sheet 指定取哪几张", "sheet \"%[1]s\" has no header that is known, but row %[2]d reads like a line: give it its header, or name the sheets to take with --sheet"}
	IntakeOddSheets     = Pair{"工作表 %s 与其他表列名相同，看名称却不像要计入的。请用 --sheet 指定取哪几张", "by their names sheets %s do not hold what is to be counted, though their columns are those of the others. Name the sheets to take with --sheet"}
	IntakeSheetsOfYears = Pair{"工作表分属几个年度（%s）。请用 --sheet 指定取哪几张", "the sheets are of several years (%s). Name the sheets to take with --sheet"}
	IntakeSheetsOfFirms = Pair{"工作表分属几家公司（%s）。请用 --sheet 指定取哪几张", "the sheets are of several companies (%s). Name the sheets to take with --sheet"}
	IntakeSheetDouble   = Pair{"工作表「%[1]s」的合计等于其余各表之和：可能是汇总表。请用 --sheet 指定取哪几张", "sheet \"%[1]s\" adds up to all the others together: it may be their summary. Name the sheets to take with --sheet"}
	IntakeNoRD          = Pair{"没有找到研发支出科目（5301、研发支出、研发费用）；文件里的科目：%s。请在配方的 accounts 里写明取哪些科目", "no account of R&D is there (5301, R&D spending, R&D expense); accounts in the file: %s. Name those to take under accounts in a recipe"}
	IntakeUnmapped      = Pair{"「%[1]s」里有 %[2]d 种写法不知道是哪一类：%[3]s。请逐一说明", "of \"%[1]s\" %[2]d texts are of no known kind: %[3]s. Say what each of them is"}
	// IntakeUnmappedHow says where, to whoever gives commands; a screen asks instead.
	IntakeUnmappedHow = Pair{"配方里写在 [map.%s]", "In a recipe that is under [map.%s]"}
	IntakeDoubt       = Pair{"第 %[1]d 行存疑：%[2]s", "row %[1]d is in doubt: %[2]s"}
	IntakeHiddenRows  = Pair{"有 %d 行被隐藏或筛选掉，看表的人看不到：请取消隐藏，或在配方里写明 hidden = \"take\"（取）或 \"leave\"（不取）", "%d rows are hidden or filtered away, so that a reader does not see them: unhide them, or give hidden = \"take\" or \"leave\" in the recipe"}
	IntakeDiffers     = Pair{"第 %[1]d 行「%[2]s」写的是 %[3]s，明细相加是 %[4]s，相差 %[5]s：请核对；确认无误请写明原因", "row %[1]d says %[3]s for \"%[2]s\", its lines add up to %[4]s, a difference of %[5]s: check it, or give a reason to accept it"}
	IntakeMirror      = Pair{"研发费用科目借方合计 %[1]s，由研发支出结转来的只有 %[2]s：还有 %[3]s 没有经过研发支出科目，请在配方的 accounts 里写明取哪些科目", "accounts of R&D expense are debited with %[1]s, but only %[2]s was closed into them from R&D spending: %[3]s did not go through it. Name the accounts to take in a recipe"}
	IntakeOverflow    = Pair{"第 %d 行加上去，合计就超出了能记的数：请核对金额和单位", "with row %d the sum is beyond what can be kept: check amounts and units"}
	IntakeTwoValues   = Pair{"「%[1]s」在表里出现两次，值不相同：%[2]s 和 %[3]s", "\"%[1]s\" stands twice with different values: %[2]s and %[3]s"}

	IntakeRecipeLarge  = Pair{"配方文件超过 %d KB", "the recipe is larger than %d KB"}
	IntakeRecipeKey    = Pair{"配方第 %[1]d 行：不认识「%[2]s」", "row %[1]d of the recipe: \"%[2]s\" is not known"}
	IntakeRecipeSyntax = Pair{"配方第 %[1]d 行第 %[2]d 列不合 TOML 写法", "row %[1]d, column %[2]d of the recipe is not TOML"}
	IntakeRecipeValue  = Pair{"配方里 %[1]s 的值「%[2]s」不对", "the value of %[1]s in the recipe is wrong: \"%[2]s\""}
	IntakeRecipeNone   = Pair{"没有名为「%[1]s」的配方；有：%[2]s", "there is no recipe \"%[1]s\"; there are: %[2]s"}
	IntakeRecipeForm   = Pair{"配方「%[1]s」是给「%[2]s」用的，不能导入「%[3]s」", "recipe \"%[1]s\" is for \"%[2]s\" and cannot bring in \"%[3]s\""}

	IntakeCreditRemark = Pair{"贷方发生，冲减研发支出", "credited: a reduction of R&D"}
)

// IntakeFieldNames are the fields that values are asked for.
var IntakeFieldNames = map[string]Pair{
	"category":  {"费用类别", "category"},
	"treatment": {"支出类型", "treatment"},
	"project":   {"科技项目", "project"},
}

// Sentences of the commands of recipes.
var (
	CmdFlagRecipe      = Pair{"`NAME|FILE` 按这个配方读表：内置的名称、工作区里存的名称，或一个 TOML 文件", "`NAME|FILE` of the recipe to read by: a built-in one, one the workspace keeps, or a TOML file"}
	CmdFlagRecipeOut   = Pair{"`FILE` 配方写到这里；不写则打印", "`FILE` for the recipe; else it is printed"}
	CmdFlagRecipeForm  = Pair{"`FORM` 配方是给哪张表用的", "`FORM` the recipe is for"}
	CmdRecipeShort     = Pair{"读表的配方：列出、查看、起草、存入工作区", "recipes for reading tables: list, show, draft, keep"}
	CmdRecipeLong      = Pair{"配方说明一种表怎么读：哪一列是借方、科目取哪些、费用名称归哪一类。内置用友、金蝶、好会计、2021版辅助账和 107 表的配方，能认出来时不必指定；自己的表可以起草一个，改好后随导入使用，或存入工作区。", "A recipe says how a shape of table is read: which column is the debit, which accounts come in, which names belong to which category. Those of common accounting programs, of the 2021 subsidiary ledger and of forms 107 are built in and recognised; for a table of your own draft one, complete it, and give it to an import or keep it in a workspace."}
	CmdRecipeListShort = Pair{"列出内置的和工作区里存的配方", "lists the built-in recipes and those a workspace keeps"}
	CmdRecipeShowShort = Pair{"打印一个配方（TOML）", "prints a recipe (TOML)"}
	CmdRecipeSaveShort = Pair{"照一个文件起草配方", "drafts a recipe for a file"}
	CmdRecipeSaveLong  = Pair{"照文件现在的读法写出配方：各列、程序按常用名称归的类，以及认不出、要填写的名称（留空）。改好后用 import --recipe 使用。", "Writes how the file is read now: its columns, the names whose category was assumed, and those that nobody knows, left empty. Complete it and use it with import --recipe."}
	CmdRecipeAddShort  = Pair{"把配方存入工作区", "keeps a recipe in a workspace"}
	CmdRecipeName      = Pair{"名称", "name"}
	CmdRecipeTitle     = Pair{"用于", "for"}
	CmdRecipeForm      = Pair{"导入到", "into"}
	CmdRecipeFrom      = Pair{"来源", "from"}
	CmdRecipeBuiltIn   = Pair{"内置", "built in"}
	CmdRecipeOwn       = Pair{"本工作区", "this workspace"}
	CmdRecipeExists    = Pair{"%s 已经存在：请换一个文件名", "%s exists: choose another name"}
	CmdRecipeSaved     = Pair{"配方已写到 %s：补好空着的值，再用 import --recipe 使用", "recipe written to %s: fill in what is empty, then use it with import --recipe"}
	CmdRecipeAdded     = Pair{"配方「%s」已存入工作区", "recipe \"%s\" is kept in the workspace"}
	CmdRecipeTaken     = Pair{"「%s」是内置配方的名称：请在文件里换一个 name", "\"%s\" is the name of a built-in recipe: choose another name in the file"}
)

// Sentences of what an import says of the tables it read.
var (
	CmdImportSheets     = Pair{"%s 的工作表：", "sheets of %s:"}
	CmdImportLeftOut    = Pair{"%[1]s 按「%[2]s」读，未取的行：%[3]s", "%[1]s, read by \"%[2]s\"; rows left out: %[3]s"}
	CmdImportTotals     = Pair{"金额列：明细之和、文件自己的合计、相差（元）", "columns of money: sum of the lines, the file's own total, difference (CNY)"}
	CmdImportAssumed    = Pair{"按常用费用名称归类，请核对：%s", "categories taken from the usual names of costs, please check: %s"}
	CmdImportAskTable   = Pair{"什么也没有写入：请改好文件，或用 yice recipe save 起草配方、写明后加 --recipe", "Nothing is written: mend the file, or draft a recipe with yice recipe save, complete it and add --recipe"}
	CmdImportAskDiffers = Pair{"什么也没有写入：合计核对过确实如此，请加 --accept-difference 并写明原因", "Nothing is written: if the totals are right as they are, add --accept-difference with the reason"}
)
