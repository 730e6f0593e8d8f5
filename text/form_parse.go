package text

// Why a typed text is not a value of its field (package form). %q is never used: what was typed comes in made harmless.
var (
	FormBadBytes = Pair{
		"这段文字不是有效的 UTF-8 编码；请用原文件重新导入，或照原件重新键入。",
		"This text is not valid UTF-8; import the original file again, or type it again.",
	}
	FormControl = Pair{
		"第 %d 个字符是控制字符（U+%04X），不能保存；请删去后重新键入。",
		"Character %d is a control character (U+%04X) and cannot be kept; delete it and type again.",
	}
	FormTooLong = Pair{
		"最多 %d 个字符，这里有 %d 个；请缩短，详细内容可放进佐证材料。",
		"At most %d characters, here are %d; shorten it, details may go into the evidence.",
	}

	FormNotNumber = Pair{
		"「%s」不是数字：「%s」读不懂；请只写数字，可带千分位、万、亿，或以 = 开头写算式。",
		"'%s' is not a number: '%s' cannot be read; write digits, with separators if you like, or an expression after =.",
	}
	FormNotNumberAll = Pair{
		"「%s」不是数字；请只写数字，可带千分位、万、亿，或以 = 开头写算式。",
		"'%s' is not a number; write digits, with separators if you like, or an expression after =.",
	}
	FormNumberEnds = Pair{
		"「%s」没有写完；请补上后面的数字。",
		"'%s' ends too early; write the rest of the number.",
	}
	FormNumberTooLong = Pair{
		"数字或算式最多 %d 个字符，这里有 %d 个；请分开计算。",
		"A number or an expression has at most %d characters, here are %d; split it.",
	}
	FormGrouping = Pair{
		"「%s」的千分位不对：逗号应每三位一个，小数点只能有一个；请核对后重新键入，免得差一位。",
		"'%s' is grouped wrongly: a comma every three digits and one decimal point; check it, lest a digit be lost.",
	}
	FormScientific = Pair{
		"「%s」是科学计数法，表格软件已经丢了后面的数字；请把该列设为文本格式，照原件重新填写。",
		"'%s' is scientific notation: the spreadsheet has lost its last digits; format the column as text and enter the original.",
	}
	// FormMoneyBeyond: what was typed, the unit it was read in, the limit in that unit.
	FormMoneyBeyond = Pair{
		"「%[1]s」太大：一格金额最多 1 万亿元（按%[2]s填是 %[3]s）；请核对单位是元还是万元、是否多打了几位。",
		"'%[1]s' is too large: a cell holds at most CNY 1 trillion (%[3]s in %[2]s); check whether it is yuan or 10k yuan, and for digits too many.",
	}
	FormFigureBeyond = Pair{
		"「%[1]s」太大：这一栏最多 %[2]s；请核对是否多打了几位。",
		"'%[1]s' is too large: this field holds at most %[2]s; check for digits too many.",
	}
	FormNotWholeFen = Pair{
		"合 %s 元，不是整分；金额最多到分，请舍入后再填。",
		"That is CNY %s, not a whole fen; money has at most two decimals of a yuan, round it first.",
	}
	FormTooFine = Pair{
		"%s 的小数太多，这一栏最多 %d 位小数。",
		"%s has too many decimals; this field keeps %d.",
	}
	FormNotWhole = Pair{
		"%s 不是整数；这一栏只能填整数。",
		"%s is not a whole number; this field takes whole numbers only.",
	}
	FormCellFormula = Pair{
		"「%s」是算式；文件里的算式一律不计算，请换成算好的数再导入。",
		"'%s' is a formula; formulas in a file are never reckoned, put its result there and import again.",
	}
	FormDivideByZero = Pair{
		"「%s」里除以了零；请改算式。",
		"'%s' divides by zero; mend the expression.",
	}
	FormAmountTimesAmount = Pair{
		"「%s」把两个带单位的金额相乘了；请去掉其中一个的单位。",
		"'%s' multiplies two amounts of money; take the unit off one of them.",
	}
	FormOverAmount = Pair{
		"「%s」用数字去除带单位的金额，得不出金额；请改算式。",
		"'%s' divides a number by an amount of money; mend the expression.",
	}
	FormBrackets = Pair{
		"「%s」的括号不成对；请补上。",
		"The brackets of '%s' do not match; mend them.",
	}
	FormTooDeep = Pair{
		"算式的括号和正负号最多套 %d 层；请分开计算。",
		"Brackets and signs nest at most %d deep; split the expression.",
	}
	FormUnknownUnit = Pair{
		"「%s」这个单位在这里用不上；请改成元、千元、万元或亿元，或只写数字。",
		"The unit '%s' does not fit here; write digits alone.",
	}
	FormUnitOrder = Pair{
		"「%s」的单位要由大到小写全，如 1亿2000万；请补上单位。",
		"The units of '%s' must go from large to small and be complete.",
	}

	FormNotDate = Pair{
		"「%s」不是日期；请写成 2023-03-15、20230315 或 2023年3月15日。",
		"'%s' is not a date; write 2023-03-15, 20230315 or 2023.3.15.",
	}
	FormNotMonth = Pair{
		"「%s」不是年月；请写成 202306、2023-06 或 2023年6月。",
		"'%s' is not a month; write 202306, 2023-06 or 2023.6.",
	}
	FormDateNoDay = Pair{
		"「%s」缺了日；请写到日，如 2023-03-15。",
		"'%s' has no day; write one, as 2023-03-15.",
	}
	FormDateSerial = Pair{
		"「%s」像是表格软件里日期的序号；请把该列设为日期格式再导入。",
		"'%s' looks like a spreadsheet's date serial; format the column as a date and import again.",
	}
	FormDateOrder = Pair{
		"「%s」分不清哪个是月、哪个是日；请把年份写在最前，如 2023-03-15。",
		"In '%s' month and day cannot be told apart; put the year first, as 2023-03-15.",
	}
	FormDateShortYear = Pair{
		"「%s」的年份要写四位，如 2023-03-15。",
		"The year of '%s' needs four digits, as 2023-03-15.",
	}
	FormDateYear = Pair{
		"「%s」的年份应在 %d 年到 %d 年之间；请核对。",
		"The year of '%s' must lie between %d and %d; check it.",
	}
	FormDateMonth = Pair{
		"「%s」里没有第 %d 月；请核对。",
		"In '%s' there is no month %d; check it.",
	}
	FormDateDay = Pair{
		"「%s」：%d 年 %d 月只有 %d 天，没有 %d 日；请核对。",
		"'%[1]s': month %[3]d of %[2]d has %[4]d days, there is no day %[5]d; check it.",
	}
	FormMonthZeros = Pair{
		"这一栏不能填 000000；请写年月，如 202303。",
		"000000 is not allowed here; write a month, as 202303.",
	}

	FormNotCode = Pair{
		"「%s」不在可选项里。可填：%s。",
		"'%s' is not in the list. Choose one of: %s.",
	}
	FormMoreChoices = Pair{
		"……共 %d 项，按编号或名称填写",
		"… %d in all, by number or name",
	}
	FormNotFlag = Pair{
		"「%s」不是「是」或「否」；请填 是 或 否（Y/N、1/0、√/× 也可以）。",
		"'%s' is neither yes nor no; write yes or no (Y/N, 1/0 will do).",
	}
	FormNotIndustry = Pair{
		"「%s」不是国民经济行业代码；请填 2 到 4 位数字，如 4610，可带门类字母。",
		"'%s' is not an industry code; write two to four digits, as 4610, with or without the letter.",
	}
	FormIndustryLetter = Pair{
		"「%s」的门类字母与数字不符，应为 %s；请核对。",
		"The letter of '%s' does not go with its digits, it should be %s; check it.",
	}
	FormNotArea = Pair{
		"「%s」不是行政区划代码；请填 6 位数字，如 150203。",
		"'%s' is not an area code; write six digits, as 150203.",
	}

	FormUSCCLength = Pair{
		"「%s」不是统一社会信用代码：应为 18 位，这里 %d 位；请照营业执照填写。",
		"'%s' is not a unified social credit code: it has 18 characters, here are %d; copy it from the licence.",
	}
	FormUSCCLetter = Pair{
		"「%s」的第 %d 位「%s」不会出现在信用代码里（没有 I、O、S、V、Z）；请核对是不是 1、0、5、U、2。",
		"'%s': character %d, '%s', never occurs in such a code (no I, O, S, V, Z); check for 1, 0, 5, U, 2.",
	}
	FormNotPatent = Pair{
		"「%s」不像专利申请号；请填 13 位申请号，如 201910380558.X（2003 年 10 月以前为 9 位）。",
		"'%s' does not look like an application number; write its 13 characters, as 201910380558.X (9 before October 2003).",
	}
	FormPatentNoCheck = Pair{
		"「%s」缺最后的校验位；号码若无误，应为 %s，请核对后填写。",
		"'%s' lacks its check digit; if the rest is right it is %s, check and enter that.",
	}
	FormPatentPublication = Pair{
		"「%s」是公开（公告）号，不是申请号；请填受理通知书或证书上的申请号（专利号）。",
		"'%s' is a publication number; enter the application number on the receipt or certificate.",
	}
	FormNotStandard = Pair{
		"「%s」不像标准号；请照发布稿填写，如 GB/T 19001-2016。",
		"'%s' does not look like a standard's number; copy it as issued, such as GB/T 19001-2016.",
	}
	FormNotFile = Pair{
		"「%s」不是佐证材料的登记；请用「添加附件」选文件，不要手工填写。",
		"'%s' is not an entry of evidence; attach the file instead of typing.",
	}
	FormTooManyFiles = Pair{
		"一行最多 %d 个附件，这里有 %d 个；请合并成一个文件。",
		"At most %d files a row, here are %d; join them into one.",
	}
)
