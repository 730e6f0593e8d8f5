package text

// What is wrong with a row by itself (package form): each says what was found and what to do. The form, the row and the
// field go before it by FormAtField.
var (
	FormAtField = Pair{"%s「%s」的「%s」：%s", "%s '%s', %s: %s"}
	// FormAtSingle is for a form with one row, and for a row nobody could know yet.
	FormAtSingle = Pair{"%s的「%s」：%s", "%s, %s: %s"}
	FormWholeRow = Pair{"整行", "whole row"}

	FormUnread       = Pair{"%s（原文已照样保留。）", "%s (What was typed is kept.)"}
	FormUnreadRetype = Pair{"请重新键入这一格。", "Type this cell again."}
	FormRequired     = Pair{"必填，还空着；请填写。", "Required and still empty; fill it in."}
	FormNegative     = Pair{
		"是负数（%s）；这一栏不可能为负，请改正。",
		"It is negative (%s), which cannot be; mend it.",
	}
	FormOver100 = Pair{
		"%s 超过 100%%；一行的比例最多 100%%，请改正。",
		"%s is more than 100%%; a share is at most 100%%, mend it.",
	}
	FormFuture = Pair{
		"%s 晚于填报年度 %d 年年末；请核对日期，确属当年请写明原因。",
		"%s is later than the end of filing year %d; check it, or write why it belongs here.",
	}
	FormPhone = Pair{
		"%s 不像电话号码：手机 11 位、1 开头，固定电话带区号（0472-5555555），或 400 号码；请核对，确实如此请写明原因。",
		"%s does not look like a telephone number: a mobile of 11 digits, a landline with its area code (0472-5555555), or a 400 number; check it, or say why.",
	}
	FormZero = Pair{
		"是 0；请核对，确实为 0 请写明原因。",
		"It is 0; check it, or write why it really is.",
	}
	FormPartOverWhole = Pair{
		"%s，大于%s %s；部分不能大于整体，请核对这两个数。",
		"%s is more than %s, %s; a part cannot exceed its whole, check both figures.",
	}
	FormPartsOverWhole = Pair{
		"%s，少于%s之和 %s；部分不能大于整体，请核对这几个数。",
		"%s is less than the sum of %s, %s; parts cannot exceed their whole, check these figures.",
	}
	FormOver = Pair{
		"%s，大于%s %s；一般不会，请核对，确实如此请写明原因。",
		"%s is more than %s, %s, which is unusual; check it, or write why.",
	}
	FormDoubtful = Pair{
		"「%s」里有「%s」，可能不是研发；请核对，确属研发请写明研究内容。",
		"'%s' speaks of '%s', which may not be R&D; check it, or write what was studied.",
	}
	FormIDCard = Pair{
		"像是身份证号码；请改填企业内部工号，身份证号一律不保存。",
		"It looks like an ID-card number; use the enterprise's own staff number, ID cards are never kept.",
	}
	FormUSCCCheck = Pair{
		"%s 的校验位是「%s」，按 GB 32100 应为「%s」；请照营业执照核对，执照确为此码请写明原因。",
		"%s ends in '%s', by GB 32100 it should be '%s'; check the licence, or write that it really says so.",
	}
	FormUSCCShape = Pair{
		"「%s」不是 18 位统一社会信用代码；请照营业执照填写。",
		"'%s' is not an 18-character unified social credit code; copy it from the licence.",
	}

	FormNoDecision = Pair{
		"填了已认定，却没有文号和日期；请补上认定文件的文号和日期，没有就改回待认定。",
		"Recognised, but without number and date of the decision; add both, or set it back to pending.",
	}
	FormNoDecisionNumber = Pair{
		"填了已认定，却没有文号；请补上认定文件的文号，没有就改回待认定。",
		"Recognised, but without the number of the decision; add it, or set it back to pending.",
	}
	FormNoDecisionDate = Pair{
		"填了已认定，却没有认定日期；请补上认定文件的日期，没有就改回待认定。",
		"Recognised, but without the date of the decision; add it, or set it back to pending.",
	}
	FormUndecided = Pair{
		"填了认定文号或日期，认定情况却不是已认定；请选已认定或不予认定，或删去文号和日期。",
		"There is a number or date of a decision, but the row is not recognised; choose recognised or refused, or clear them.",
	}
	FormRecognisedBefore = Pair{
		"认定日期 %s 早于%s %s；请核对这两个日期，确实如此请写明原因。",
		"Decided on %s, before %s %s; check both dates, or write why.",
	}

	FormParentMissing = Pair{
		"权属企业没有填上级企业代码；请填集团的统一社会信用代码，合并时要用。",
		"A subsidiary without its parent's code; enter the group's code, consolidation needs it.",
	}
	FormParentSelf = Pair{
		"上级企业代码与本企业相同（%s）；请填集团的代码，本身是集团本部就改企业层级。",
		"The parent's code is the enterprise's own (%s); enter the group's, or change the tier.",
	}

	FormEquipmentNoInstitution = Pair{
		"期末仪器设备原价有 %s，研发机构数却是 0 或空着；请补填机构数，或核对设备原价。",
		"Instruments are worth %s, but there is no institution; enter their number or check the value.",
	}
	FormTaxSavedOver = Pair{
		"减免税金额 %s，大于申报的研发支出 %s；减免的是税，一般是支出的一小部分，请核对。",
		"Tax saved, %s, is more than the R&D claimed, %s; it is usually a small part of it, check both.",
	}
	FormNewProductsOver = Pair{
		"新产品销售收入 %s，大于营业收入 %s；请核对这两个数。",
		"Sales of new products, %s, are more than revenue, %s; check both.",
	}

	FormLedgerDate = Pair{
		"%s 不在填报年度 %d 年内；请改日期，或把这一笔移到所属年度。",
		"%s is not within filing year %d; mend the date, or move the line to its year.",
	}
	FormProjectAndPlatform = Pair{
		"一笔支出不能既记项目「%s」又记平台「%s」，否则会算两次；请留一个。",
		"A line cannot name project '%s' and platform '%s' both, it would count twice; keep one.",
	}
	FormCounterpartyMissing = Pair{
		"费用类别是委托外部，却没有填受托方类型；请选境内研究机构、境内高校、境内企业或境外机构。",
		"Commissioned work without the kind of counterparty; choose institute, university, enterprise or body abroad.",
	}
	FormCounterpartyExtra = Pair{
		"费用类别是「%s」，不是委托外部，却填了受托方类型「%s」；请清空，或把类别改为委托外部。",
		"The category is '%s', not commissioned work, yet the counterparty is '%s'; clear it, or mend the category.",
	}
	FormItemCategory   = Pair{"辅助账明细 %[1]s %[2]s 不属于费用类别「%[3]s」，请核对其中一项", "line %[1]s of the tax ledger, %[2]s, does not belong to the category %[3]s: check either"}
	FormReversalRemark = Pair{
		"金额 %s，是红字冲销，却没有备注；请在备注里写明冲销哪一笔、为什么。",
		"%s is a reversal without a remark; say which line it reverses and why.",
	}
	FormReversalOf = Pair{
		"金额 %s，是红字冲销，没有填冲销的凭证号；请填上，才能核对冲销的是哪一笔。",
		"%s is a reversal that does not say which voucher it takes back; fill that in, so that it can be checked.",
	}
	FormReversalNone = Pair{
		"填了冲销的凭证号，金额却不是红字（负数）；请清空，或把金额改为负数。",
		"A reversed voucher is named, and the amount is not negative; clear it, or make the amount negative.",
	}
	FormZeroAmount = Pair{
		"金额是 0；请填金额，或删去这一行。本年确无研发投入的，只留这一行。",
		"The amount is 0; enter it, or delete the line. Where nothing at all was spent in the year, this line says so.",
	}
	FormIntraGroupCode = Pair{
		"填了集团内部，却没有受托方信用代码；请补上，合并时据此剔除。",
		"Intra-group without the counterparty's code; add it, consolidation eliminates by it.",
	}

	FormStartAfterEnd = Pair{
		"起始年月 %s 晚于完成年月 %s；请核对这两个年月。",
		"It starts in %s, after it ends in %s; check both months.",
	}
	FormStartAfterYear = Pair{
		"起始年月 %s 晚于 %d 年 12 月；还没开始的项目不填在这一年，请改正或移到下一年。",
		"It starts in %s, after December %d; a project not begun does not belong to this year.",
	}
	// %[1]d year, %[2]s month.
	FormAsOfMissing = Pair{
		"%[1]d 年还没过完，这些累计数截至哪个月没有填，按全年计；请填截至月份，如 %[2]s。",
		"%[1]d is not over and the figures do not say to which month they run, so they count as the whole year's. Fill it in, such as %[2]s.",
	}
	FormMonthsOfYear = Pair{
		"累计月数应是 1 到 12，这里是 %s。",
		"The months of a year are 1 to 12, here %s.",
	}
	// %s: the month; %s: today.
	FormAsOfAhead = Pair{
		"截至月份 %s 还没有到（今天是 %s），累计数不会到那个月；请核对。",
		"The figures are said to run to %s, which has not come yet (today is %s). Check it.",
	}
	FormAsOfYear = Pair{
		"截至月份 %s 不在 %d 年内，按全年计；请核对。",
		"The figures are said to run to %s, which is not in %d; they count as the whole year's. Check it.",
	}
	FormEndBeforeYear = Pair{
		"完成年月 %s 早于 %d 年 1 月；已经完成的项目不填在这一年，没完成就改成预计年月。",
		"It ended in %s, before January %d; a finished project does not belong to this year, else enter the expected month.",
	}
	FormStageMissing = Pair{
		"项目 %s 起、%s 止，跨 %d 年，没有填进展阶段；请选研究、小试、中试或试生产。",
		"From %s to %s it is not within %d alone, but has no stage; choose research, bench test, pilot test or trial production.",
	}
	FormFailedEnd  = Pair{"当年失败", "its failure"}
	FormStageExtra = Pair{
		"项目 %s 至 %s 在同一年内，进展阶段应空着；请清空。",
		"From %s to %s it lies within one year, the stage should be empty; clear it.",
	}
	FormPersonMonths = Pair{
		"工作时间 %s，超过 %d 人全年的 %s 人月；请核对人数和人月。",
		"%s is more than the year of %d people, %s person-months; check both.",
	}
	FormFailedStatus = Pair{
		"完成年月是 000000（当年失败），项目状态却是「%s」；请改为终止，或填完成年月。",
		"The end is 000000, failed within the year, but the status is '%s'; make it terminated, or enter the month.",
	}
	FormFinishedLater = Pair{
		"项目状态是完成，完成年月 %s 却晚于 %d 年；请核对状态和年月。",
		"It is finished, but ends in %s, after %d; check status and month.",
	}
	FormMajorLevel = Pair{
		"项目级别是「%s」，却标了重大科技项目或攻关项目；重大和攻关由政府部门下达，请核对。",
		"The level is '%s', yet it is marked major or key-problem, which authorities issue; check it.",
	}

	FormPatentCheckDigit = Pair{
		"%s 的校验位是 %s，应为 %s，即 %s；请照受理通知书核对每一位。",
		"%s ends in %s, its check digit should be %s, that is %s; check every digit against the receipt.",
	}
	FormPatentTypeUnknown = Pair{
		"%s 的类型位是 %s，没有这种专利；类型位应为 1、2、3、8 或 9，请核对申请号。",
		"The type digit of %s is %s, which no kind has; it is 1, 2, 3, 8 or 9, check the number.",
	}
	FormPatentType = Pair{
		"申请号 %s 的类型位 %s 表示「%s」，专利类型却填「%s」；请核对申请号和类型。",
		"In %s the type digit %s stands for %s, but the kind is %s; check number and kind.",
	}
	FormPatentYear = Pair{
		"申请号 %s 是 %d 年的，申请日却是 %s；请核对，分案申请请写明原因。",
		"%s was filed in %d, but the filing date is %s; check it, or write that it is a divisional.",
	}
	FormGrantedOnMissing = Pair{
		"法律状态是授权，没有填授权公告日；请照证书填写，它决定算哪一年。",
		"Granted without the date of grant; copy it from the certificate, it decides the year.",
	}
	FormGrantedOnExtra = Pair{
		"法律状态是「%s」，却填了授权公告日 %s；请改状态，或清空日期。",
		"The status is '%s', yet it was granted on %s; mend the status, or clear the date.",
	}
	FormGrantedBeforeApplied = Pair{
		"授权公告日 %s 早于申请日 %s；请核对这两个日期。",
		"Granted on %s, before it was filed on %s; check both dates.",
	}

	FormGradeLevel = Pair{
		"国家级科学技术奖只有特等、一等和二等，没有三等；请核对等次和级别。",
		"National awards have a special, a first and a second grade, no third; check grade and level.",
	}
	FormUpgradedFromMissing = Pair{
		"新增性质是升级，没有填原级别；请选升级前的级别。",
		"An upgrade without the level before; choose it.",
	}
	FormUpgradedFromExtra = Pair{
		"填了原级别「%s」，新增性质却不是升级；请改为升级，或清空原级别。",
		"There is a level before, '%s', but it is no upgrade; mend one of the two.",
	}
	FormUpgradeOrder = Pair{
		"原级别「%s」不低于现在的「%s」；请核对这两个级别。",
		"The level before, '%s', is not below today's '%s'; check both.",
	}
	FormStandardLevel = Pair{
		"标准号 %s 的前缀表示「%s」标准，级别却填「%s」；请核对。",
		"The prefix of %s stands for a standard of level '%s', but the level is '%s'; check both.",
	}
	FormStandardYear = Pair{
		"标准号 %s 的年份是 %d，发布日期却是 %s；请核对。",
		"%s carries the year %d, but was issued on %s; check both.",
	}
	FormReceivedOnMissing = Pair{
		"到账 %s，没有填到账日期；请补上，它决定算哪一年。",
		"%s received without a date; add it, it decides the year.",
	}
	FormChecklistDocument = Pair{
		"「%s」答了「是」，没有填文号；请补上文号，没有文件请写明依据。",
		"'%s' is answered yes without a document; add its number, or write what it rests on.",
	}

	// Checks that a policy pack declares.
	FormSaidByPack    = Pair{"%s（政策包：%s）", "%s (The pack: %s)"}
	FormRequiredWhen  = Pair{"%s，这一栏必填，还空着；请填写。", "%s, so this is required and still empty; fill it in."}
	FormBecauseIs     = Pair{"「%s」是「%s」", "%s is '%s'"}
	FormBecauseFilled = Pair{"填了「%s」", "%s is filled in"}
	FormOneOf         = Pair{"%s至少要填一项；请填写。", "At least one of %s is needed; fill one in."}
	FormOnlyOneOf     = Pair{"%s只能填一项；请删去多余的。", "Only one of %s may be filled in; clear the others."}
	FormBelowLeast    = Pair{"%s，低于下限 %s；请核对。", "%s is below the least, %s; check it."}
	FormAboveMost     = Pair{"%s，高于上限 %s；请核对。", "%s is above the most, %s; check it."}
	FormNotAfter      = Pair{"%s，晚于%s %s；请核对这两个日期。", "%s is after %s, %s; check both dates."}
	FormNotBefore     = Pair{"%s，早于%s %s；请核对这两个日期。", "%s is before %s, %s; check both dates."}
	FormNotTheSum     = Pair{"%s，不等于%s之和 %s；请核对这几个数。", "%s is not the sum of %s, %s; check these figures."}
	FormNotEqual      = Pair{"%s，与%s %s 不一致；请核对。", "%s differs from %s, %s; check both."}
	FormBandUp        = Pair{"%s，上年 %s，增幅超过 %s；请核对，属实请写明原因。", "%s after %s last year, up by more than %s; check it, or write why."}
	FormBandDown      = Pair{"%s，上年 %s，降幅超过 %s；请核对，属实请写明原因。", "%s after %s last year, down by more than %s; check it, or write why."}
)
