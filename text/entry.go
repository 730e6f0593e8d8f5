package text

import "fmt"

// What a session over one enterprise's year says: refusals, findings across rows, and what a step of undo is called.

// Refusals.
var (
	// %[1]s the enterprise's code, %[2]d the year.
	EntryNoYear = Pair{
		"工作区里没有 %[1]s 的 %[2]d 年度，没有做任何改动。请核对代码和年度；要新开一年，用 yice new 或 yice next。",
		"The workspace has no year %[2]d of %[1]s; nothing was changed. Check the code and the year; to open a new one use yice new or yice next.",
	}
	// %[1]d edits.
	EntryWaitingIn = Pair{
		"上次没有正常退出，当时等着写入的 %[1]d 项已补写进来。",
		"The last session did not end well; what was waiting to be written then is in now: %[1]d.",
	}
	// %[1]d edits written, %[2]d not, %[3]s the file they are in.
	EntryWaitingOut = Pair{
		"上次没有正常退出，当时等着写入的内容补写了 %[1]d 项；另外 %[2]d 项与现在的内容对不上，没有写入，原样存在 %[3]s，请核对补录。",
		"The last session did not end well. Of what was waiting to be written then, %[1]d are in; %[2]d do not fit what is here now and were not written: they are in %[3]s as they were keyed. Go through them and key what is missing.",
	}
	// %[1]s why.
	EntryWaitingStays = Pair{
		"上次没有正常退出，当时等着写入的内容还没有补写：%[1]s 它仍在工作区旁边，下次打开时再写。",
		"The last session did not end well, and what was waiting to be written then could not be taken in: %[1]s It still lies beside the workspace, and is taken in when it is opened next.",
	}
	// %[1]d the year.
	EntryLocked = Pair{
		"%[1]d 年度已经封存，不能再改。要更正，请先解封并写明原因，再重新报送。",
		"The year %[1]d is sealed and cannot be changed. To correct it, reopen it first, giving the reason, and submit it again.",
	}
	// %[1]s what was asked for.
	EntryNoForm = Pair{
		"没有名为「%[1]s」的表。请用表的代号，如 patent、project、spend、annual。",
		"There is no form called '%[1]s'. Use the id of a form, such as patent, project, spend or annual.",
	}
	// %[1]s form, %[2]s field.
	EntryNoField = Pair{
		"「%[1]s」没有名为「%[2]s」的字段，没有写入。请用字段的代号，如 status、amount。",
		"'%[1]s' has no field called '%[2]s'; nothing was written. Use the id of a field, such as status or amount.",
	}
	// %[1]s form, %[2]d row.
	EntryNoRow = Pair{
		"「%[1]s」里没有第 %[2]d 号记录（可能刚被删除），没有写入。请刷新后再试。",
		"'%[1]s' has no row %[2]d (it may just have been removed); nothing was written. Refresh and try again.",
	}
	// %[1]s form, %[2]s key.
	EntryNoKey = Pair{
		"「%[1]s」里没有「%[2]s」这一条。请核对编号；没有编号的表用 #行号，例如 conversion[#12]。",
		"'%[1]s' has no row '%[2]s'. Check the key; for forms without keys use # and the row's number, as in conversion[#12].",
	}
	// %[1]s form, %[2]s field, %[3]d limit.
	EntryTooLong = Pair{
		"「%[1]s」的「%[2]s」太长（最多 %[3]d 个汉字），没有写入。请缩短；长文件请作为佐证材料附上。",
		"'%[2]s' of '%[1]s' is too long (at most %[3]d characters); it was not written. Shorten it, or attach a long document as evidence.",
	}
	// %[1]s what was typed.
	EntryEditSyntax = Pair{
		"看不懂「%[1]s」。修改一格写作 patent[202110253000.2].status=授权 或 annual.revenue=8亿；新增一行写作 award:level=市级,achievement_title=成果名。",
		"'%[1]s' cannot be read. Write a change as patent[202110253000.2].status=granted or annual.revenue=800000000, and a new row as award:level=city,achievement_title=….",
	}
	// %[1]s the file, %[2]s its name in the row.
	EntryAttached = Pair{
		"「%[1]s」已经附在这一行（「%[2]s」，内容相同），没有重复添加。",
		"'%[1]s' is attached to this row already (as '%[2]s', with the same content); it was not added twice.",
	}
	// %[1]s why there is none.
	EntryNoPack = Pair{
		"没有可用的政策包，无法试算。%[1]s",
		"There is no policy pack to score with. %[1]s",
	}
	// %[1]d the year, %[2]s form, %[3]d rows.
	EntryNextHasRows = Pair{
		"%[1]d 年度已经有数据（%[2]s %[3]d 行），没有再结转，以免重复。请直接打开 %[1]d 年度继续填报；确要重新结转，先清空它。",
		"The year %[1]d already has data (%[3]d rows in %[2]s); nothing was carried over, so that nothing is doubled. Open %[1]d and go on there, or clear it first.",
	}
)

// Which pack is in force, and why.
var (
	// %[1]s id, %[2]s version.
	EntryPackGiven = Pair{
		"按命令指定的政策包 %[1]s %[2]s 打分。",
		"Scored with the pack named on the command line, %[1]s %[2]s.",
	}
	// %[1]d year, %[2]s id, %[3]s version.
	EntryPackTemplate = Pair{
		"工作区里没有 %[1]d 年度的政策包，按内置模板 %[2]s %[3]s 模拟打分，不是正式结果。收到国资委签发的政策包后，在「政策」里（F5）收下。",
		"The workspace has no pack for %[1]d: scored with the built-in template %[2]s %[3]s as a simulation, not an official result. Once the issued pack comes, take it on the policy screen (F5).",
	}
	// %[1]d year.
	EntryPackNone = Pair{
		"没有 %[1]d 年度的政策包，所以没有得分。请在「政策」里（F5）收下国资委签发的政策包，或在上一年度的政策里另立下一年度的草案。",
		"There is no policy pack for %[1]d, so there is no score. Take the issued one on the policy screen (F5), or begin a draft from last year's policy.",
	}
	// %[1]s the error of the file.
	EntryPackUnread = Pair{
		"工作区里的政策包读不出来，所以没有得分：%[1]s",
		"The packs of the workspace cannot be read, so there is no score: %[1]s",
	}
	// %[1]s digest, %[2]s the first error.
	EntryPackBroken = Pair{
		"工作区里的政策包 %[1]s… 有错，没有采用：%[2]s",
		"The pack %[1]s… of the workspace has errors and is not used: %[2]s",
	}
	// %[1]d line, %[2]s sentence, %[3]d errors in all.
	EntryPackErrorAt = Pair{
		"第 %[1]d 行，%[2]s（共 %[3]d 处）",
		"line %[1]d, %[2]s (%[3]d in all)",
	}
	// Two sentences, one behind the other.
	EntryOrphan       = Pair{"%s %d 行", "%s %d row(s)"}
	EntryOrphans      = Pair{"现用政策包没有这些表，已填的数据仍留在工作区里，换回带这些表的政策包就能看到：%s。", "The pack in force does not bring these forms; their rows stay in the workspace and come back with a pack that does: %s."}
	EntryPackTwoNotes = Pair{"%[1]s%[2]s", "%[1]s %[2]s"}
	// %[1]s id, %[2]s version.
	EntryPackIssued = Pair{
		"按工作区中已签发的政策包 %[1]s %[2]s 正式打分。",
		"Scored officially with the issued pack of the workspace, %[1]s %[2]s.",
	}
	EntryPackDraft = Pair{
		"按工作区中的政策包草案 %[1]s %[2]s 模拟打分，不是正式结果。",
		"Scored with the draft pack of the workspace, %[1]s %[2]s: a simulation, not an official result.",
	}
)

// Findings across rows.
var (
	// %[1]s form, %[2]s row, %[3]d rows, %[4]s fields.
	EntryAlike = Pair{
		"%[1]s：有 %[3]d 条「%[2]s」的%[4]s都相同。重复的请删除；确有几件的，请写明原因。",
		"%[1]s: %[3]d rows '%[2]s' have the same %[4]s. Remove the doubles, or explain that there are several.",
	}
	// %[1]s form, %[2]s field, %[3]s key, %[4]d rows.
	EntryShared     = Pair{"%s与别的行重复，共 %d 行；请核对，删去多余的行。", "%s is the same in %d rows; check them, and remove what is too much."}
	EntryKeyDoubled = Pair{
		"%[1]s：「%[2]s」为「%[3]s」的记录有 %[4]d 条，只能有一条。请删除重复的，或改正编号。",
		"%[1]s: %[4]d rows have the '%[2]s' '%[3]s'; there may be only one. Remove the doubles or correct the key.",
	}
	// %[1]s form, %[2]s field, %[3]s key, %[4]s form referred to.
	EntryRefUnresolved = Pair{
		"%[1]s：「%[2]s」填的「%[3]s」在「%[4]s」里找不到。请改正，或先在「%[4]s」登记。",
		"%[1]s: the '%[2]s' '%[3]s' is not among '%[4]s'. Correct it, or enter it there first.",
	}
	// %[1]s form, %[2]d lines, %[3]s field, %[4]s keys, %[5]s form referred to.
	EntryRefUnresolvedLedger = Pair{
		"%[1]s：有 %[2]d 行的「%[3]s」在「%[5]s」里找不到：%[4]s。请改正这些行，或先在「%[5]s」登记。",
		"%[1]s: %[2]d lines name a '%[3]s' that is not among '%[5]s': %[4]s. Correct the lines, or enter it there first.",
	}
	// %[1]s the first few, %[2]d in all.
	EntryAndMore = Pair{"%[1]s 等 %[2]d 个", "%[1]s and others, %[2]d in all"}
	// %[1]s the card's code, %[2]s the book's.
	EntryCardOther = Pair{
		"企业概况：统一社会信用代码填的是 %[1]s，但这一年度属于 %[2]s（工作区里 %[1]s 的同一年度已经存在）。请改回 %[2]s，或到 %[1]s 的年度去填。",
		"Enterprise: the code on the card is %[1]s, but this year belongs to %[2]s (the workspace already has this year of %[1]s). Put %[2]s back, or enter the data there.",
	}
	// %[1]d the year before, %[2]s field, %[3]s summary, %[4]s ledger.
	EntryPriorDiffers = Pair{
		"研发投入汇总：%[1]d 年的「%[2]s」汇总表填 %[3]s，台账合计 %[4]s，两者不一致；上年数按汇总表计。请改正 %[1]d 年度的一处，或说明原因。",
		"R&D summary: '%[2]s' of %[1]d is %[3]s in the summary and %[4]s in the ledger; the summary is what counts as the year before. Correct one of them in %[1]d, or give the reason.",
	}
	// %[1]s form, %[2]s field, %[3]s the lines of the pack that ask for it.
	EntryUnfilledFigure = Pair{
		"%[1]s：未填「%[2]s」，%[3]s要用它。请填写（确为零的填 0），或说明为什么填不了。",
		"%[1]s: '%[2]s' is not filled in, and %[3]s asks for it. Fill it in (0 where it is none), or say why it cannot be.",
	}
	// %[1]s form, %[2]d the year before.
	// What a reversal names. %[1]s: the voucher.
	EntryReversalNone   = Pair{"冲销的凭证「%s」在本年台账里没有；请核对凭证号，冲销上年凭证的请说明。", "The voucher '%s' that it reverses is not in this year's ledger; check the number, or say that it is of the year before."}
	EntryReversalOther  = Pair{"凭证「%s」上没有同一项目（平台）、同一费用类别和支出类型的支出；请核对冲销的是哪一笔。", "The voucher '%s' has no line of the same project or platform, category and treatment; check which line it reverses."}
	EntryReversalBefore = Pair{"冲销的凭证「%[1]s」最早记在 %[2]s，晚于这一笔的日期 %[3]s；请核对。", "The voucher '%[1]s' is of %[2]s at the earliest, after the reversal of %[3]s; check it."}
	EntryReversalMore   = Pair{"凭证「%[1]s」一共冲销了 %[2]s，多于它上面同一项目、同一类别的 %[3]s；请核对金额。", "Of voucher '%[1]s' %[2]s is reversed in all, more than the %[3]s it has of that project and category; check the amounts."}

	// %[1]s: the form; %[2]d: the year before; %[3]d: the month this year's figures run to.
	EntryOtherMonths = Pair{
		"%[1]s：%[2]d 年的研发投入没有 1–%[3]d 月的同期数，增长不可比，加回不算增量。请在 %[2]d 年度填带日期的台账，或填同期累计数和累计月数；没有的，请说明。",
		"%[1]s: the R&D of %[2]d is not known for January to month %[3]d, so growth cannot be compared and no increment is added back. Fill in a dated ledger of %[2]d, or its sums for those months; where there are none, say so.",
	}
	EntryUnfilledBefore = Pair{
		"%[1]s：未填 %[2]d 年的研发投入，增长和加回的增量无从算起。请在 %[2]d 年度填台账或汇总数；上年没有研发投入或企业为新设的，请说明。",
		"%[1]s: the R&D of %[2]d is not filled in, so neither growth nor the increment can be told. Fill in the ledger or the summary of %[2]d; where there was none, or the enterprise is new, say so.",
	}
	// %[1]s form, %[2]s item.
	EntryUnfilledItem = Pair{
		"%[1]s：未填「%[2]s」。请回答「是」或「否」，或说明为什么还答不了。",
		"%[1]s: '%[2]s' has no answer: say yes or no, or why not yet.",
	}
	// %[1]s form, %[2]s what is not filled in, with its amount.
	EntryUnfilledLines = Pair{
		"%[1]s：%[2]s。总额已计入，需要这一项的数都没有计入。请补填。",
		"%[1]s: %[2]s. They count in the total, and in no figure that asks for it. Fill it in.",
	}
	// %[1]s form, %[2]s how much lies outside the year.
	EntryOutsideYear = Pair{
		"%[1]s：%[2]s。请改正日期；确属别的年度的，移到那个年度或删除。",
		"%[1]s: %[2]s. Correct the dates; lines of another year belong into that year, or out.",
	}
	// %[1]s form, %[2]s line, %[3]s what is unlikely.
	EntryLineOver = Pair{"%[1]s「%[2]s」：%[3]s", "%[1]s '%[2]s': %[3]s"}
	// %[1]s voucher, %[2]s date, %[3]s amount, %[4]s summary of the first line.
	EntryLikelyDouble = Pair{
		"研发投入台账：凭证号 %[1]s、日期 %[2]s、金额 %[3]s 元与前面一行（%[4]s）相同，可能重复入账。重复的请删除；确是两笔的，请说明。",
		"R&D ledger: voucher %[1]s of %[2]s, amount %[3]s, is the same as an earlier line (%[4]s) and may be entered twice. Remove the double, or say why there are two.",
	}
	// %[1]s amount, %[2]s category, %[3]s third quartile, %[4]d times.
	EntryFarAbove = Pair{
		"研发投入台账：金额 %[1]s 元远高于「%[2]s」的通常水平（四分之三的明细不超过约 %[3]s 元），约为其 %[4]d 倍。请核对小数点和单位；金额无误的，请说明是什么支出。",
		"R&D ledger: the amount %[1]s is far above what '%[2]s' usually has (three lines in four are at most about %[3]s), about %[4]d times that. Check the decimal point and the unit, or say what it was for.",
	}
)

// Reasons.
var (
	// %[1]s the id asked for.
	EntryNoFinding = Pair{
		"现在没有编号为「%[1]s」的审核问题，原因没有写入。它可能已经消除；用 yice check 查看现有的编号。",
		"There is no finding '%[1]s' now; the reason was not written. It may have been mended; yice check lists those there are.",
	}
	// EntryReasonOf begins the line of a reason in the text of what could not be written.
	EntryReasonOf   = Pair{"核实性问题的原因", "Reason of a finding"}
	EntryReasonMust = Pair{
		"这是强制性问题，不能靠说明放行，必须改正数据。",
		"This must be mended: no reason lets it stand.",
	}
	// %[1]d characters.
	EntryReasonHollow = Pair{
		"这样的说明没有内容，没有写入。请写清楚为什么数据是这样（至少 %[1]d 个字），例如「2023年9月采购大型中试装置一台，合同号 HT-2023-018」。",
		"This says nothing and was not written. Say why the figures are what they are (at least %[1]d characters), for instance 'one large pilot plant bought in September 2023, contract HT-2023-018'.",
	}
	EntryReasonLong = Pair{
		"说明太长（最多 %[1]d 个字），没有写入。请写要点，详细材料作为佐证附上。",
		"The reason is too long (at most %[1]d characters) and was not written. Give the gist and attach the details as evidence.",
	}
)

// Steps of undo. %[1]s is the form, %[2]s the row with a space before it.
var (
	EntryEmpty           = Pair{"（空）", "(empty)"}
	EntryLabelEdit       = Pair{"修改 %[1]s%[2]s %[3]s：%[4]s → %[5]s", "Change %[1]s%[2]s %[3]s: %[4]s → %[5]s"}
	EntryLabelEditRow    = Pair{"修改 %[1]s%[2]s（%[3]d 项）", "Change %[1]s%[2]s (%[3]d fields)"}
	EntryLabelEditMany   = Pair{"修改 %[2]s %[1]d 行", "Change %[1]d rows of %[2]s"}
	EntryLabelAdd        = Pair{"新增 %[1]s%[2]s", "Add %[1]s%[2]s"}
	EntryLabelAddMany    = Pair{"新增 %[2]s %[1]d 行", "Add %[1]d rows to %[2]s"}
	EntryLabelRemove     = Pair{"删除 %[1]s%[2]s", "Remove %[1]s%[2]s"}
	EntryLabelRemoveMany = Pair{"删除 %[2]s %[1]d 行", "Remove %[1]d rows of %[2]s"}
	// %[1]d rows, %[2]s form.
	EntryLabelPaste = Pair{"粘贴 %[1]d 行到 %[2]s", "Paste %[1]d rows into %[2]s"}
	// %[1]s form, %[2]s which row, %[3]s the file.
	EntryLabelAttach = Pair{"%[1]s%[2]s 附上「%[3]s」", "Attach '%[3]s' to %[1]s%[2]s"}
	EntryLabelDetach = Pair{"%[1]s%[2]s 移除附件「%[3]s」", "Take '%[3]s' off %[1]s%[2]s"}
	// %[1]d from, %[2]d to.
	EntryLabelCarry = Pair{"由 %[1]d 年度结转到 %[2]d 年度", "Carry %[1]d over to %[2]d"}
)

// Sign-off. %[1]s is the role.
var (
	EntryPreparer       = Pair{"填表人", "Preparer"}
	EntryStatisticsHead = Pair{"统计负责人", "Statistics head"}
	EntryUnitHead       = Pair{"单位负责人", "Unit head"}

	EntrySignNoRole = Pair{
		"没有「%[1]s」这个签字角色。请用 填表人、统计负责人、单位负责人 之一。",
		"There is no such role as '%[1]s'. Use one of preparer, statistics head, unit head.",
	}
	// %[2]s the role before.
	EntrySignOrder = Pair{
		"%[1]s 签字之前，须由 %[2]s 先签字（数据改动后原签字作废，须重签）。",
		"Before %[1]s signs, %[2]s has to (a change of the data withdraws what was signed before).",
	}
	EntrySignName = Pair{
		"%[1]s 签字要写姓名，没有签上。",
		"%[1]s has to sign by name; nothing was signed.",
	}
	// %[2]s what was typed.
	EntrySignDate = Pair{
		"%[1]s 的签字日期「%[2]s」不是日期，没有签上。请写成 2024-01-15。",
		"The date '%[2]s' of %[1]s is not a date; nothing was signed. Write it as 2024-01-15.",
	}
)

// EntryTotal refuses rows from outside whose amounts could not be added up: form, row, field.
var EntryTotal = Pair{"「%[1]s」到第 %[2]d 行为止，「%[3]s」合计（不计正负号）超过 1000 万亿元的上限", "\"%[1]s\" up to row %[2]d: %[3]s comes to more than the limit of CNY 10^15, signs left out"}

// EntryOutsideParts refuses a ledger from outside that could not be summed within bounds.
var EntryOutsideParts = Pair{"「%[1]s」按项目、类别、来源等汇总后超过 %[2]d 组，超出上限", "\"%[1]s\" sums to more than %[2]d different parts, which is above the limit"}

// What the year's money went to.
var (
	EntrySpentUndated = Pair{"没有年内日期", "no date in the year"}
	EntrySpentBlank   = Pair{"没有填", "not given"}
	EntrySpentNo      = Pair{"不属于%[1]s", "%[1]s: none"}
	EntryClause       = Pair{"政策条款 %s", "policy clause %s"}
	EntryClauseWhole  = Pair{"政策条款 %s，%s：%s", "policy clause %s, section %s: %s"}
	EntrySpentOthers  = Pair{"其余 %[1]d 项", "%[1]d others"}
)

// EntrySpentMonth names a month, 1–12.
func EntrySpentMonth(m int) Pair {
	names := [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}
	if m < 1 || m > len(names) {
		return Pair{}
	}
	return Pair{fmt.Sprintf("%d 月", m), names[m-1]}
}

// EntryChangedSince refuses to seal what is no longer what stands in the year.
var EntryChangedSince = Pair{"封存期间本年度的数据有改动，没有封存，也没有生成报送文件；改动都已保存。请改完后再封存。", "The year was changed while it was being sealed; nothing was sealed and no file was made. The changes are saved. Finish them, then seal again."}
