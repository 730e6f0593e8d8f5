package text

// Sentences about policy packs: what is wrong with a file, and what to do about it. Each is read on its own, after the
// line and column.
var (
	PackAt      = Pair{"第 %d 行第 %d 列：", "line %d, column %d: "}
	PackAtPath  = Pair{"第 %d 行第 %d 列（%s）：", "line %d, column %d (%s): "}
	PackMeant   = Pair{"是不是想写「%s」？", " Did you mean '%s'?"}
	PackAndMore = Pair{"（另有 %d 处）", " (and %d more)"}
	PackTooMany = Pair{"错误太多，还有至少 %d 处没有列出；请先改好以上各处再检查。", "Too many errors: at least %d more are not listed. Mend these first, then check again."}

	// The file as such.
	PackTooLarge  = Pair{"文件有 %d KiB，超过政策包上限 %d KiB。请删去无关内容。", "The file has %d KiB; a pack may have at most %d KiB. Remove what does not belong."}
	PackEmpty     = Pair{"文件是空的。可用 yice pack new 从上一年度的政策包生成。", "The file is empty. yice pack new makes one from last year's pack."}
	PackUTF16     = Pair{"文件是 UTF-16 编码。请用记事本「另存为」，编码选 UTF-8（不带 BOM）。", "The file is encoded in UTF-16. Save it as UTF-8 (without BOM) in your editor."}
	PackBOM       = Pair{"文件开头有 BOM 标记。请用记事本「另存为」，编码选 UTF-8（不是「带有 BOM 的 UTF-8」）。", "The file begins with a byte order mark. Save it as 'UTF-8 without BOM'."}
	PackGBK       = Pair{"文件是 GBK/GB18030 编码（记事本里叫 ANSI），从这一行起有中文。请用记事本「另存为」，编码选 UTF-8（不带 BOM）。", "The file is encoded in GBK/GB18030; the first Chinese text is on this line. Save it as UTF-8 (without BOM)."}
	PackNotUTF8   = Pair{"这里的字节不是 UTF-8 文字，文件可能损坏。请用 UTF-8 重新保存。", "The bytes here are not UTF-8; the file may be damaged. Save it again as UTF-8."}
	PackTooDeep   = Pair{"括号或表名嵌套超过 %d 层。政策包用不到这么深，请检查括号是否配对。", "Brackets or table names nest deeper than %d levels. No pack needs that; check that brackets close."}
	PackLongArray = Pair{"一个列表最多 %d 项。", "A list may have at most %d entries."}
	PackLongKey   = Pair{"名称太长，最多 %d 个字。", "The key is too long: at most %d characters."}

	PackLongString = Pair{"文字太长，最多 %d 个字。", "The text is too long: at most %d characters."}

	// How it is written.
	PackFullWidth      = Pair{"有 %[1]d 个全角符号（%[2]s）。这里只能用半角符号，第一个请改成 %[3]s；切到英文输入法重打这一行。", "%[1]d full-width character(s) here (%[2]s). Only ASCII will do here: the first should be %[3]s. Switch the input method to English and retype the line."}
	PackWideSpace      = Pair{"有全角空格或不间断空格。请换成普通空格。", "There is a full-width or no-break space here. Replace it by an ordinary space."}
	PackInvisible      = Pair{"有看不见的字符（%s）。请删掉。", "There is an invisible character here (%s). Delete it."}
	PackSyntax         = Pair{"这里写得不合格式，读到%s就读不下去了。请对照示例政策包检查这一行。", "This is not TOML: reading stops at %s. Compare the line with the example pack."}
	PackEndOfLine      = Pair{"行尾", "the end of the line"}
	PackNoEquals       = Pair{"名称后面应当是等号，却是%s。写成 名称 = 值。", "After the key comes %s instead of an equals sign. Write key = value."}
	PackBadKey         = Pair{"这里应当是名称，却是%s。名称用英文字母、数字、下划线。", "A key is wanted here, not %s. Keys are letters, digits and underscores."}
	PackHanKey         = Pair{"中文名称要加英文引号，例如 \"国家级\" = 3。", "A Chinese key needs quotes, as in \"…\" = 3."}
	PackHeaderOpen     = Pair{"表名的方括号没有配对，遇到%s。写成 [名称] 或 [[名称]]。", "The brackets of a header do not close: %s was met. Write [name] or [[name]]."}
	PackBareValue      = Pair{"等号后面的值不认识，从%s起。文字要加英文引号，是否写 true 或 false。", "The value after the equals sign is not understood, from %s on. Put texts in quotes; write true or false for yes or no."}
	PackHanValue       = Pair{"文字要加英文引号，例如 name = \"研发投入强度\"。", "Texts need quotes, as in name = \"…\"."}
	PackNoValue        = Pair{"这里缺一个值，却是%s。", "A value is missing here: there is %s."}
	PackOpenString     = Pair{"引号没有配对。文字要在同一行内用引号结束。", "A quote is not closed. A text ends with a quote on the same line."}
	PackOpenLongString = Pair{"三个引号的长文字写得不对，或没有结束。", "A text in triple quotes is malformed or does not end."}
	PackControl        = Pair{"有控制字符。请删掉。", "There is a control character here. Delete it."}
	PackOpenArray      = Pair{"列表的 [ 没有对应的 ]。", "The [ of a list has no ]."}
	PackArrayComma     = Pair{"列表里两项之间缺逗号，或列表没有用 ] 结束，遇到%s。", "A comma is missing between entries, or the list does not end with ]: %s was met."}
	PackOpenTable      = Pair{"{ 没有对应的 }。", "A { has no }."}
	PackTableComma     = Pair{"{ } 里两项之间缺逗号，或没有用 } 结束，遇到%s。", "A comma is missing between entries of { }, or it does not end with }: %s was met."}
	PackStrayComma     = Pair{"多了一个逗号。", "There is a comma too many."}
	PackEscape         = Pair{"反斜杠用得不对。文字里要写反斜杠时写两个：\\\\。", "The backslash is used wrongly. To write one in a text, write two: \\\\."}
	PackTrailing       = Pair{"一行只能写一项，这里多出%s。另起一行，或用 # 写成注释。", "One key a line: %s is too much here. Begin a new line, or make it a comment with #."}
	PackBarePercent    = Pair{"百分数要加英文引号，例如 \"1.80%\"。", "Percents need quotes: \"1.80%\"."}
	PackUnit           = Pair{"数字后面不写单位，请删去%s。金额一律按万元。", "No unit after a number: delete %s. Money is in CNY 10k."}
	PackTwice          = Pair{"「%s」写了两次，上一次在第 %d 行。请删去一处。", "'%s' stands twice; first on line %d. Delete one."}
	PackNotMany        = Pair{"「%s」在第 %d 行已是单个表，不能再用 [[ ]]。", "'%s' on line %d is a single table; it cannot be [[ ]] here."}
	PackMany           = Pair{"「%s」在第 %d 行用的是 [[ ]]，这里也要用 [[ ]]。", "'%s' on line %d is written [[ ]]; write it so here too."}
	PackNoTable        = Pair{"「%s」在第 %d 行已是一个值，不能再当表用。", "'%s' on line %d is a value already; it cannot be a table."}

	// Keys and values.
	PackUnknownSection = Pair{"不认识的部分「%s」。可以有：%s。", "Unknown section '%s'. There may be: %s."}
	PackMissingSection = Pair{"缺少 %s 部分。", "The section %s is missing."}
	PackUnknownKey     = Pair{"没有「%s」这一项。这里可以写：%s。", "Unknown key '%s'. Here may be: %s."}
	PackMissingKey     = Pair{"缺少「%s」。请补上。", "'%s' is missing. Add it."}
	PackUnknownWord    = Pair{"不认识「%s」。可以写：%s。", "'%s' is not known. It may be: %s."}
	PackNoSuchText     = Pair{"政策包里没有「%s」这段文字。请照抄包里的原文。", "The pack has no text '%s'. Copy the text as it stands in the pack."}
	PackUnknownName    = Pair{"没有「%s」。可以是：%s。", "There is no '%s'. It may be: %s."}
	PackMissingKind    = Pair{"缺少 kind。可以是：%s。", "kind is missing. It may be: %s."}
	PackWantText       = Pair{"这里要写文字，用英文引号括起来。", "A text in quotes is wanted here."}
	PackWantNumber     = Pair{"这里要写数字，例如 30、12.5 或 \"1.80%\"。", "A number is wanted here, such as 30, 12.5 or \"1.80%\"."}
	PackWantFlag       = Pair{"这里只能写 true（是）或 false（否），不加引号。", "Only true or false here, without quotes."}
	PackWantDay        = Pair{"这里要写日期，例如 2023-12-31，不加引号。", "A date is wanted here, such as 2023-12-31, without quotes."}
	PackQuotedDay      = Pair{"日期不要加引号，写成 %s。", "Write the date without quotes: %s."}
	PackNoSuchDay      = Pair{"日历上没有「%s」这一天。", "There is no such day as '%s'."}
	PackWantList       = Pair{"这里要写列表，例如 [\"国家级\", \"市级\"]。", "A list is wanted here, such as [\"…\", \"…\"]."}
	PackWantListText   = Pair{"列表里要写文字，每项用英文引号括起来。", "The entries of this list are texts in quotes."}
	PackWantTable      = Pair{"这里要写一组「名称 = 值」，例如 %[1]s = { … } 或 [%[1]s]。", "A table is wanted here: %[1]s = { … } or [%[1]s]."}
	PackWantTables     = Pair{"这一部分可以有多个，要用双层方括号写：[[%s]]。", "There may be several of these: write [[%s]]."}
	PackWantRungs      = Pair{"阶梯写成列表，例如 [ { at = \"5%\", give = \"75%\" } ]，至少一级。", "A ladder is a list such as [ { at = \"5%\", give = \"75%\" } ] with at least one rung."}
	PackEmptyText      = Pair{"内容是空的。请填写。", "This is empty. Fill it in."}
	PackDirtyText      = Pair{"文字前后有空格，或含有控制字符。请删掉。", "The text has spaces around it or control characters in it. Remove them."}
	PackEmptyItem      = Pair{"列表里有空的一项。请删掉。", "An entry of the list is empty. Delete it."}
	PackItemTwice      = Pair{"「%s」重复了。请删去一处。", "'%s' stands twice. Delete one."}
	PackEmptyList      = Pair{"列表是空的，至少要有一项。", "The list is empty; it needs at least one entry."}
	PackEmptyTable     = Pair{"{ } 里是空的，至少要有一项。", "{ } is empty; it needs at least one entry."}

	// Numbers and where they come from.
	PackNumberForm    = Pair{"这不是政策包里能用的数字。只能写正负号、数字、小数点，百分数带 %，例如 30、12.5、\"1.80%\"；不能写指数、下划线、十六进制、分隔符。", "This is no number a pack may have. Write a sign, digits, a decimal point, and % for percents: 30, 12.5, \"1.80%\". No exponent, underscore, hexadecimal or separators."}
	PackNumberLong    = Pair{"数字太长，整数部分最多 %d 位。", "The number is too long: at most %d digits before the point."}
	PackNumberFine    = Pair{"小数最多 %d 位。", "At most %d decimals."}
	PackNoPercent     = Pair{"这里不用百分数，「%s」请写成 %s。", "No percent here: write '%s' as %s."}
	PackForgotPercent = Pair{"「%[1]s」是 %[1]s 倍，多半漏了百分号。要写 \"%[2]s%%\"。", "'%[1]s' means %[1]s times; the percent sign is probably missing. Write \"%[2]s%%\"."}
	PackNotWhole      = Pair{"「%s」要写整数。", "'%s' must be a whole number."}
	PackNegative      = Pair{"「%s」不能是负数。", "'%s' must not be negative."}
	PackTooSmall      = Pair{"「%s」太小，最小 %d。", "'%s' is too small: at least %d."}
	PackTooBig        = Pair{"「%s」超出范围，最大 %d。", "'%s' is out of range: at most %d."}
	PackTooBigShare   = Pair{"「%s」超出范围，最大 %d%%。", "'%s' is out of range: at most %d%%."}
	PackNoBasis       = Pair{"这个数没有依据。文件写明的，把「%[1]s」列入 given；文件没有写、由国资委确认的，列入 assumed。", "This number has no basis. If the source document states it, list '%[1]s' in given; if the regulator is to confirm it, in assumed."}
	PackBasisBoth     = Pair{"「%s」同时列在 given 和 assumed。只能列一处。", "'%s' is listed in both given and assumed. List it once."}
	PackBasisNothing  = Pair{"列了「%s」，但这一部分没有它。请删去或改正。", "'%s' is listed, but the section has none. Delete or correct it."}

	// Sense.
	PackNeedsSchema      = Pair{"[%[1]s] 要政策包格式 %[2]d：把 [pack] 的 schema 改成 %[2]d", "[%[1]s] needs schema %[2]d: set schema in [pack] to %[2]d"}
	PackSchemaNewer      = Pair{"这是第 %d 版格式的政策包，本程序只认到第 %d 版。请升级程序。", "The pack is of format %d; this program knows up to %d. Update the program."}
	PackBadHash          = Pair{"supersedes 要么为空，要么是上一版政策包的 SHA-256（64 位小写十六进制）。", "supersedes is empty, or the SHA-256 of the pack it replaces (64 lower-case hexadecimal digits)."}
	PackPeriodTurned     = Pair{"施行日期 %s 晚于失效日期 %s。", "valid_from %s is after valid_to %s."}
	PackPeriodYear       = Pair{"有效期 %s 至 %s 不含 %d 年。请核对 year 与有效期。", "The period %s to %s does not touch %d. Compare it with year."}
	PackBadID            = Pair{"编号「%s」不合规则：小写英文字母开头，只用小写字母、数字、下划线。", "The id '%s' will not do: begin with a lower-case letter; only lower-case letters, digits, underscores."}
	PackIDTwice          = Pair{"编号「%s」重复，上一个在第 %d 行。", "The id '%s' stands twice; first on line %d."}
	PackIDShared         = Pair{"编号「%s」已用于 %s，请换一个，打分说明要靠它区分。", "The id '%s' is used in %s already. Choose another: the sheet tells lines apart by it."}
	PackClauseTwice      = Pair{"条款「%s」登记了两次。请删去一处。", "The clause '%s' stands twice. Delete one."}
	PackUnknownClause    = Pair{"引用的条款「%s」不在条款目录里。请在 [[clause]] 里登记，或改正编号。", "The clause '%s' is not in the directory. Add it as [[clause]], or correct the number."}
	PackUnknownFact      = Pair{"没有「%s」这个指标数据。yice pack facts 列出全部可用的。", "There is no fact '%s'. yice pack facts lists them all."}
	PackUnknownRegister  = Pair{"没有「%s」这张登记表。可以是：%s。", "There is no register '%s'. It may be: %s."}
	PackUnknownField     = Pair{"「%[1]s」（%[2]s）没有「%[3]s」这个字段。", "%[1]s (%[2]s) has no field '%[3]s'."}
	PackUnknownCode      = Pair{"「%s」没有「%s」这一项。可以是：%s。", "%s has no code '%s'. It may be: %s."}
	PackWhereKind        = Pair{"「%s」不能用作条件：条件只能用代码、是否和文字字段。", "%s cannot be a condition: only codes, yes-or-no and texts can."}
	PackYearBy           = Pair{"「%[1]s」不是%[2]s的日期字段。可以是：%[3]s。", "'%[1]s' is no date of %[2]s. It may be: %[3]s."}
	PackNoDates          = Pair{"%s没有日期字段，不能按日期归年。请删去 year_by。", "Rows of %s have no date to belong to a year by; delete year_by."}
	PackNotActive        = Pair{"%s没有起止月份，不能用 active。", "%s has no start and end month; active cannot be used."}
	PackNoRecognition    = Pair{"%s没有认定字段，不能要求「认定」。请删去 evidence。", "Rows of %s are not recognised by anyone; delete evidence."}
	PackNoLevels         = Pair{"%s没有级别字段，不能按级别计点。", "%s has no level; points by level cannot be counted."}
	PackNoGrades         = Pair{"%s没有等次字段，不能按等次计点。", "%s has no grade; points by grade cannot be counted."}
	PackByTypePair       = Pair{"where_field 与 where_by_type 要同时写。", "where_field and where_by_type go together."}
	PackKindsFirst       = Pair{"写 regulator_kinds（国资委另列的平台类别）时，也要写 kinds（文件列名的类别）。", "With regulator_kinds (added by the regulator) also write kinds (named by the document)."}
	PackKindsTwice       = Pair{"平台类别写了两处：where.kind 与 kinds。只留一处。", "The kinds of platform stand twice: where.kind and kinds. Keep one."}
	PackOnlyPlatforms    = Pair{"%s 只用于平台（register = \"platform\"）。", "%s is for platforms only (register = \"platform\")."}
	PackMissingType      = Pair{"缺少「%s」。每个企业类型都要写；不计的写 0。", "'%s' is missing. Every type must stand here; write 0 for none."}
	PackRungBoth         = Pair{"一级阶梯只能写 at（达到）或 above（超过）之一。", "A rung has at (reached) or above (exceeded), not both."}
	PackRungNeither      = Pair{"这一级阶梯缺 at（达到）或 above（超过）。", "The rung lacks at (reached) or above (exceeded)."}
	PackLadderOrder      = Pair{"阶梯顺序不对：%s 不高于上一级 %s。请从低到高写。", "The ladder is out of order: %s is not above the rung before, %s. Write from low to high."}
	PackLadderGive       = Pair{"阶梯得分倒退：%s 低于上一级 %s。", "The ladder gives less for more: %s is below the rung before, %s."}
	PackScaleMeasure     = Pair{"%s 与 %s 不能搭配：检查清单（checklist）只用比例计分（fraction），比例计分也只用于检查清单。", "%s and %s do not go together: a checklist is scored by fraction, and only a checklist is."}
	PackNoTarget         = Pair{"%s 计分要有目标值，缺少 target。", "The scale %s needs a target; it is missing."}
	PackIdleTarget       = Pair{"%s 计分用不到目标值。请删去 target。", "The scale %s has no use for a target. Delete it."}
	PackFloorTarget      = Pair{"功效系数法的起点 %s 要低于目标 %s。", "The floor %s must be below the target %s."}
	PackNotOpenable      = Pair{"「%s」不能放开调整。可以放开的是：%s。", "'%s' cannot be left open. These can: %s."}
	PackOpenNothing      = Pair{"放开了「%s」，但这里没有设它。", "'%s' is left open, but is not set here."}
	PackNeedFixed        = Pair{"按定额计（amount = \"fixed\"）时要写 fixed，单位万元。", "With amount = \"fixed\" write fixed, in CNY 10k."}
	PackIdleKey          = Pair{"by = \"%[2]s\" 用不到 %[1]s。请删去。", "by = \"%[2]s\" has no use for %[1]s. Delete it."}
	PackIdleFixed        = Pair{"只有 amount = \"fixed\" 时才用 fixed。请删去或改 amount。", "fixed is for amount = \"fixed\" only. Delete it or change amount."}
	PackRecognitionClash = Pair{"口径 recognition = \"platforms\" 只要求平台经认定，与这里的 evidence = \"认定\" 矛盾。请改一处。", "recognition = \"platforms\" asks recognition of platforms only; the evidence asked for here says otherwise. Change one."}
	PackNoIndicators     = Pair{"没有任何指标。", "There is no indicator."}
	PackWeights          = Pair{"「%[1]s」的权重合计是 %[2]s，应为 100（%[3]s）。", "The weights of '%[1]s' sum to %[2]s instead of 100 (%[3]s)."}
	PackOwnWeights       = Pair{"调整后该企业的权重合计是 %s，应为 100。", "With its overrides the weights of the enterprise sum to %s instead of 100."}
	PackFamily           = Pair{"C10 要求设定四类指标，缺少「%s」一类。", "C10 asks for four families of indicators; '%s' is missing."}
	PackChosen           = Pair{"所引条款（%s）没有规定计分，这一指标是政策包自选的，要写 chosen = true。", "The clauses cited (%s) attach no points: the pack chooses this indicator itself and must say chosen = true."}

	// What a pack brings of forms, fields and checks.
	PackTooManyOf    = Pair{"%s太多，最多 %d 个。", "Too many %s: at most %d."}
	PackBadOwnID     = Pair{"编号「%s」不合规则：2 到 40 个字，小写英文字母开头，只用小写字母、数字、下划线，不以下划线结尾。", "The id '%s' will not do: 2 to 40 characters, beginning with a lower-case letter; only lower-case letters, digits and underscores, none at the end."}
	PackTakenID      = Pair{"编号「%s」已是程序自带的，政策包不能盖掉它。请换一个。", "The id '%s' is built in, and a pack cannot hide it. Choose another."}
	PackReservedID   = Pair{"编号「%s」是工作区、数据库或文件系统留用的词。请换一个。", "The id '%s' is a word that the workspace, the database or file systems keep for themselves. Choose another."}
	PackTakenTitle   = Pair{"名称「%s」与表 %s 重名，导入时分不开。请换一个。", "The title '%s' is that of form %s too; an import could not tell them apart. Choose another."}
	PackFormula      = Pair{"名称不能以 = + - @ 开头：电子表格会把它当公式。", "It must not begin with = + - @: a spreadsheet takes that for a formula."}
	PackIdleFor      = Pair{"%s 只用于 %s。请删去。", "%s is for %s only. Delete it."}
	PackIdleCheckKey = Pair{"%s 检查用不到 %s。请删去。", "The check %s has no use for %s. Delete it."}
	PackCheckKind    = Pair{"「%s」的类型不能用于 %s 检查。", "%s is not of a kind that the check %s compares."}
	PackCheckOf      = Pair{"%s 检查的 of 写得不对：before、after、part_of、equal_to 写一个字段，one_of、sum_of 至少两个，unique 至少一个。", "of is not what the check %s needs: one field for before, after, part_of and equal_to; two or more for one_of and sum_of; one or more for unique."}
	PackCheckAlike   = Pair{"「%s」与「%s」类型不同，不能比较。", "%s and %s are of different kinds and cannot be compared."}
	PackCheckSelf    = Pair{"「%s」不能和自己比较。", "'%s' cannot be compared with itself."}
	PackUniqueOne    = Pair{"一年一行的表用不到 unique。请删去。", "A form with one row a year has no use for unique. Delete it."}
	PackBadBound     = Pair{"「%s」不是「%s」能填的值。", "'%s' is no value of %s."}
	PackBadRef       = Pair{"不能引用「%s」。可以引用：%s。", "'%s' cannot be referred to. These can: %s."}
	PackBadKeyField  = Pair{"「%s」不能做主键：主键用文字、代码、日期这样能认出一行的字段。", "%s cannot be a key: a key is a text, code or date that a row is known by."}
	PackFormsWrong   = Pair{"这些表放不到一起：%s。", "These forms do not go together: %s."}
	PackFormHelp     = Pair{"%s（政策包带来的表）。", "%s (a form that the policy pack brings)."}
	PackFieldHelp    = Pair{"政策包要求填的字段。", "A field that the policy pack asks for."}

	// One enterprise's own policy.
	PackTypeTwice       = Pair{"类型「%s」写了两次，上一次在第 %d 行。", "The type '%s' stands twice; first on line %d."}
	PackEnterpriseTwice = Pair{"企业「%s」写了两次，上一次在第 %d 行。请合并。", "The enterprise '%s' stands twice; first on line %d. Merge them."}
	PackBadUSCC         = Pair{"「%s」不是统一社会信用代码：18 位数字和大写字母，不含 I、O、S、V、Z。", "'%s' is no unified social credit code: 18 digits and capitals, without I, O, S, V, Z."}
	PackDoubtfulUSCC    = Pair{"统一社会信用代码 %s 的校验位不对，请核对。", "The check character of the code %s is wrong; look again."}
	PackOverrideNothing = Pair{"政策包里没有「%s」这个参数。", "The pack has no parameter '%s'."}
	PackNotOverridable  = Pair{"「%s」没有放开，不能单独调整。可以调整的是：%s；要放开它，在该部分的 overridable 里列出。", "'%s' is not left open to be set apart. These are: %s. To open it, list it in overridable of its section."}
	PackOverrideTwice   = Pair{"「%s」调整了两次，上一次在第 %d 行。", "'%s' is set twice; first on line %d."}
	PackWeightByType    = Pair{"权重已按类型写在指标里，类型这一层不能再调整。", "Weights by type stand with the indicators; they are not set again here."}
	PackWeightOther     = Pair{"「%s」不是该企业所属类型的权重。", "'%s' is not the weight of the enterprise's own type."}
	PackJoin            = Pair{"「%s」不是检查清单指标，里程碑只能计入：%s。", "'%s' is no checklist indicator. A milestone can join: %s."}

	// Worth a look.
	PackWeightNotRaised = Pair{"C05 要求提高创新指标权重，但本年 %s 不高于上年 %s。", "C05 asks that the weight of innovation be raised; this year's %s is not above last year's %s."}
	PackWorthALook      = Pair{"提请核对 %d 处（不算错误）", "Worth another look: %d (not errors)"}
	PackLargeRatio      = Pair{"目标写的是 %[1]s，即 %[2]s%%。如果是百分之 %[1]s，请写成 \"%[1]s%%\"。", "The target is %[1]s, that is %[2]s%%. If %[1]s per cent is meant, write \"%[1]s%%\"."}
	PackLevelBeyond     = Pair{"%s 只列国家级、自治区级，这里还列了市级。", "%s names the national and the regional level only; the city level is listed here too."}
)

// Which pack holds, and changing one.
var (
	PackTwo       = Pair{"%d 年有两份已签发的政策包（%s 与 %s），一年只能有一份。请向国资委核实以哪一份为准；新的一份要在 supersedes 里写明取代旧的。", "Two packs are issued for %d (%s and %s); a year has one. Ask the regulator which holds; the newer one must say in supersedes that it takes the place of the other."}
	PackOlder     = Pair{"政策包 %s 比先前用过的第 %s 版旧，不能倒退。请导入新版。", "The pack %s is older than version %s used before. Add the newer one."}
	PackChanged   = Pair{"政策包 %s 与先前用过的版本号相同而内容不同。已签发的政策包不能改动，请向国资委核实。", "The pack %s has the version used before but another content. An issued pack never changes; ask the regulator."}
	PackOtherYear = Pair{"「%s」是 %d 年的政策包，不能用于 %d 年。可用 yice pack new --from 生成该年的草案。", "'%s' is a pack for %d and cannot be used for %d. yice pack new --from makes a draft for that year."}
	PackYearRange = Pair{"年度 %d 不对，应在 %d 至 %d 之间。", "The year %d will not do: from %d to %d."}
	PackByHand    = Pair{"这份政策包的 %s 是写在一行里的列表，程序不便改动。请改成 [[ ]] 写法，或用编辑器修改。", "%s of this pack is a list written inline, which the program does not edit. Write it as [[ ]], or use an editor."}
)
