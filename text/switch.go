package text

// Opening another file, another year, another enterprise.
var (
	TuiNotOpened   = Pair{"没有打开", "Not opened"}
	TuiOpenAlready = Pair{"%s 就是现在打开着的这一个", "%s is the one that is open"}
	TuiOpenFolder  = Pair{"%s 是文件夹，不是工作区。请选里面的 .yice 文件。", "%s is a folder and no workspace. Choose the .yice file in it."}
	TuiOpenArchive = Pair{
		"%s 是压缩包或表格文件，不是工作区，没有改动它。要核验一份报送文件，用 Ctrl+P「核验一份报送文件」；要导入表格，先打开工作区，再按 F7。",
		"%s is an archive or a spreadsheet and no workspace; it was left as it is. To verify a submission use Ctrl+P 'Verify a submission'; to import a table open a workspace first, then F7.",
	}
	TuiExampleAnew = Pair{"原来的示例 %s 打不开或没有建完，没有动它，另建了一份", "The example at %s cannot be opened or was never finished; it was left alone and another was made"}

	TuiSwitch        = Pair{"切换年度和企业", "Another year or enterprise"}
	TuiFootSwitch    = Pair{"年度、企业", "Year"}
	TuiSwitchYears   = Pair{"年度", "Years"}
	TuiSwitchFirms   = Pair{"企业", "Enterprises"}
	TuiSwitchHere    = Pair{"现在", "here"}
	TuiSwitchRows    = Pair{"%d 行", "rows: %d"}
	TuiSwitchSealed  = Pair{"已封存", "sealed"}
	TuiSwitchNext    = Pair{"+ 打开 %d 年度（结转）", "+ open %d (carried over)"}
	TuiSwitchLast    = Pair{"+ 补录 %d 年度", "+ fill in %d"}
	TuiSwitchFirm    = Pair{"+ 添一家企业", "+ add an enterprise"}
	TuiSwitchOther   = Pair{"打开其他工作区", "Open another workspace"}
	TuiSwitchedTo    = Pair{"现在是 %[1]s 的 %[2]d 年度", "This is %[1]s, %[2]d"}
	TuiSwitchBusy    = Pair{"正在做「%s」，做完再切换", "'%s' is under way; switch when it is done"}
	TuiLastYearTitle = Pair{"补录 %d 年度", "Fill in %d"}
	TuiLastYearSay   = Pair{
		"打开 %[1]d 年度，填上年的研发投入和主要指标：%[2]d 年度的增长、增量加回和上年对照要用。企业概况带过去，其余为空。",
		"%[1]d is opened for last year's R&D and main figures: growth, the add-back of the increment and the comparison in %[2]d need them. The enterprise's card goes along, all else is empty.",
	}

	TuiNextTakes   = Pair{"带过去", "What goes along"}
	TuiNextLeaves  = Pair{"不带", "What stays"}
	TuiNextForm    = Pair{"%[1]s %[2]d 行", "%[1]s %[2]d"}
	TuiNextFormOf  = Pair{"%[1]s %[2]d / %[3]d 行", "%[1]s %[2]d of %[3]d"}
	TuiNextPack    = Pair{"政策包（按 %[1]d 年的起草 %[2]d 年草案，目标值照抄、待国资委核定）", "policy pack (a draft for %[2]d from that of %[1]d, its targets as they were until the regulator settles them)"}
	TuiNextOwnPack = Pair{"政策包：内置模板的 %[1]d 年草案；收到签发的再收下", "Policy pack: the built-in template, a draft for %[1]d, until the issued one comes"}
	TuiNextBefore  = Pair{"%[1]d 年度全年的数作上年数用", "all of %[1]d counts as the year before"}
	TuiNextNothing = Pair{"没有", "nothing"}
	TuiNextLedger  = Pair{"%s（一年一本，从头记）", "%s (a book a year, begun anew)"}

	TuiSubNext    = Pair{"打开 %d 年度", "Open %d"}
	TuiSubNextSay = Pair{"结转到下一年，接着填", "carry over and go on"}
)

// The title, and the years before and after.
var (
	TuiSwitchHint = Pair{"↑↓ 选，或键入年份、企业名称", "↑↓ choose, or type a year or a name"}
	TuiSwitchElse = Pair{"其他", "Elsewhere"}
	TuiYearLast   = Pair{"补录上一年度…", "Fill in the year before…"}
	TuiNextFrom   = Pair{"上年数", "Last year's figures"}
)

// Without a pack, and what is not possible here.
var (
	TuiPackMend      = Pair{"怎样补上：", "What mends it:"}
	TuiStepsWait     = Pair{"有了政策包，这里列出最划算的几步。", "With a pack the best steps stand here."}
	TuiPackWayTake   = Pair{"打开政策，再按 Ctrl+O 收下国资委签发的政策包", "opens the policy, where Ctrl+O takes the issued pack"}
	TuiPackWayDraft  = Pair{"键入「%s」，先模拟", "type '%s' to simulate meanwhile"}
	TuiPolDraft      = Pair{"用内置模板起草本年度的政策包", "Draft this year's pack from the built-in template"}
	TuiPolDrafted    = Pair{"已用内置模板起草 %d 年的政策包（草案，模拟）", "A draft for %d was made from the template; the result is a simulation"}
	TuiPolNoTemplate = Pair{"%d 年没有内置模板", "There is no built-in template for %d"}

	TuiGroupAway = Pair{"别处", "Elsewhere"}
	TuiNotNow    = Pair{"「%s」现在用不上：这里没有它能用的内容", "'%s' is not possible just now: there is nothing here for it"}
	TuiLedTo     = Pair{"这里是「%[1]s」。%[2]s：%[3]s", "This is %[1]s. %[2]s: %[3]s"}
	TuiOnlyThere = Pair{"「%[1]s」要在「%[2]s」里用：%[3]s", "'%[1]s' is possible in '%[2]s': %[3]s"}
)
