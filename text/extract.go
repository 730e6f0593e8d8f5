package text

// Sentences about extracts of a pack: the rules, and one enterprise's own targets.
var (
	PackSayExtract        = Pair{"下发的一份", "extract"}
	PackSayExtractOf      = Pair{"出自整包", "of the whole pack"}
	PackSayExtractAt      = Pair{"下发时间", "issued at"}
	PackSayExtractTargets = Pair{"核定的目标", "settled targets"}

	PackExtractAt     = Pair{"下发时间「%s」不合格式，应如 2026-03-01T08:00:00Z。", "'%s' is no moment of issue; it is written as 2026-03-01T08:00:00Z."}
	PackExtractDraft  = Pair{"草案不下发：下发的一份只能出自已签发的政策包。", "A draft is not handed out: an extract is of an issued pack."}
	PackExtractOthers = Pair{"下发给一家企业的政策包里有别家（%s）的规定。请国资委重新下发。", "This extract for one enterprise holds the policy of another (%s). The regulator must issue it anew."}
	PackExtractTwice  = Pair{"「%s」的目标在政策包的 [[enterprise]] 里已经定了。请先从政策包里删去，只留目标表这一处。", "The target of '%s' is set by the pack's [[enterprise]] already. Delete it there, so that the table alone sets it."}
	PackIssueWhole    = Pair{"这是下发给 %s 的一份，不是整包。请用整包。", "This is the extract for %s, not the whole pack. Use the whole pack."}
	PackOlderExtract  = Pair{"政策包 %s 的这一份，下发在先前用过的那份（%s）之前，不能倒退。请用最新下发的那份。", "This copy of pack %s was issued before the one used earlier (%s). There is no way back: use the latest extract."}
	PackForAnother    = Pair{"政策包 %[1]s 是下发给 %[2]s 的一份，不能用于 %[3]s。请用下发给本企业的那份。", "This copy of pack %[1]s was issued to %[2]s; %[3]s cannot use it. Use the one issued to this enterprise."}
	PackIssueDraft    = Pair{"政策包还是草案。先把 status 改成 \"issued\"，核对无误后再下发。", "The pack is a draft. Set status to \"issued\" once it has been checked, then hand it out."}

	FilingExtractUnsigned = Pair{"%s 里没有签名，或第一行被改过，不知道是不是国资委下发的。请向国资委重新要一份", "%s bears no signature, or its first line was changed: nobody knows whether the regulator issued it. Ask the regulator for it again"}
	FilingExtractAnother  = Pair{"政策包 %[1]s 是下发给 %[2]s 的一份，工作区里没有这家企业，没有加入", "this copy of pack %[1]s was issued to %[2]s, which is not in the workspace; it was not added"}
	FilingExtractNoYear   = Pair{"工作区里还没有 %[1]d 年度；开了这一年就按它计分", "the workspace has no year %[1]d yet; once it is opened it is scored by this pack"}
	DocumentExtract       = Pair{"下发给", "issued to"}
	DocumentExtractIs     = Pair{"%[1]s，%[2]s 下发，核定的目标 %[3]d 项", "%[1]s, at %[2]s, settled targets: %[3]d"}

	FilingIssueMany   = Pair{"一次最多下发 %d 家", "at most %d enterprises in one issue"}
	FilingIssueThere  = Pair{"%s 里已有文件。请给一个新的文件夹，免得新旧混在一起", "%s has files already. Give a new folder, so that old and new do not mix"}
	FilingIssueKey    = Pair{"这把密钥不能下发政策包：%s", "this key may not issue packs: %s"}
	FilingTargetsPack = Pair{"目标表要与政策包一起给出（--pack）", "a table of targets needs the pack it is for (--pack)"}

	CmdPackIssueShort = Pair{"按目标表给每家企业下发一份政策包", "issue an extract of a pack for every enterprise of a table of targets"}
	CmdPackIssueLong  = Pair{
		"给目标表里的每家企业写一份签名的政策包（信用代码-年度.yicepolicy）：全部规则，加上它自己的目标，没有别家的。文件夹要么整个写成，要么没有。目标表是 CSV 或 XLSX，表头 uscc,indicator,declared,approved,basis,document,q1,q2,q3，或 统一社会信用代码、指标、申报、核定、依据、文号、一季度、二季度、三季度。有一处说不准就都不写，逐行说明。企业用 yice pack add 或在政策包界面收下。",
		"Writes a signed extract for every enterprise of the table (USCC-YEAR.yicepolicy): all rules and its own targets, nobody else's. The folder is there whole or not at all. The table is CSV or XLSX with the columns uscc,indicator,declared,approved,basis,document,q1,q2,q3, or their Chinese heads. Where anything is doubtful nothing is written, and each row is told. An enterprise takes its extract with yice pack add, or on the screen of the policy pack.",
	}
	CmdFlagIssueTargets = Pair{"`T` 目标表（CSV 或 XLSX）", "`T`, the table of targets (CSV or XLSX)"}
	CmdFlagTargets      = Pair{"`T` 国资委的目标表（CSV 或 XLSX），一律按它核定；不写时以下发的那份为准", "`T`, the regulator's table of targets (CSV or XLSX), by which everything is confirmed; without it an extract's own hold"}
	CmdIssueSoFar       = Pair{"已写 %d 份，共 %d 份", "%d of %d extracts"}
	CmdIssued           = Pair{"已下发 %[1]d 家，目标 %[2]d 项，在 %[3]s（%[4]s）", "issued: %[1]d enterprises, %[2]d targets, in %[3]s (%[4]s)"}
	CmdIssueUnasked     = Pair{"没有登记的密钥，没有核对这把密钥是否有权下发", "there are no registered keys: nobody was asked whether this key may issue"}
	CmdTargetsLeft      = Pair{"%[1]s 里这些列没有用到：%[2]s", "columns of %[1]s that say nothing here: %[2]s"}
	CmdTargetsMoved     = Pair{"%[1]s %[2]s %[3]s：核定得分 %[4]s → %[5]s", "%[1]s %[2]s %[3]s: confirmed score %[4]s → %[5]s"}

	FilingVerifyAnother        = Pair{"政策包 %[1]s 是下发给 %[2]s 的一份，不是给报送企业的", "the copy of pack %[1]s was issued to %[2]s, not to the enterprise that hands in"}
	FilingVerifyExtractUnasked = Pair{"政策包是下发给这家企业的一份，没有登记的密钥，不知道它是不是国资委下发的：请给出密钥登记", "the pack is this enterprise's extract; without registered keys nobody knows whether the regulator issued it: give the keys"}
	FilingVerifyTargets        = Pair{"企业用的那份政策包（%s 下发）与现行目标表不同：核定按目标表计算", "the extract that the enterprise used (issued %s) differs from the table of targets: what is confirmed goes by the table"}
	FilingNoteWhole            = Pair{"企业按整包自评，没有用下发给它的目标：核定按目标表计算", "the enterprise scored itself by the whole pack, without its own targets: what is confirmed goes by the table of targets"}

	TargetAt         = Pair{"%[1]s 第 %[2]d 行「%[3]s」：%[4]s", "%[1]s, row %[2]d, %[3]s: %[4]s"}
	TargetAndMore    = Pair{"%[1]s（另有 %[2]d 处）", "%[1]s (and %[2]d more)"}
	TargetHeadTwice  = Pair{"%[1]s 的表头有两列说的是一回事：「%[2]s」和「%[3]s」，请只留一列", "the header of %[1]s has two columns for one thing, '%[2]s' and '%[3]s': keep one"}
	TargetHidden     = Pair{"这一行被隐藏了。请取消隐藏，或删去", "this row is hidden. Show it, or delete it"}
	TargetUSCC       = Pair{"「%s」不是统一社会信用代码，或末位校验不符。请对照营业执照", "'%s' is no unified code, or its check character is wrong. Compare it with the business licence"}
	TargetNoLine     = Pair{"政策包没有把「%[1]s」的目标留给企业另定。可以是：%[2]s", "the pack has no target to be settled for '%[1]s'. There are: %[2]s"}
	TargetTwoLines   = Pair{"政策包里有两项都叫「%s」，请写编号", "two lines of the pack are called '%s': write the id"}
	TargetLong       = Pair{"太长，最多 %d 个字", "too long: at most %d characters"}
	TargetNoBasis    = Pair{"缺依据。请写明根据什么核定", "the basis is missing. Say on what grounds it was settled"}
	TargetUnsettled  = Pair{"还没有核定，不能下发。请填核定数，或删去这一行", "nothing was approved yet, so it cannot be issued. Enter it, or delete the row"}
	TargetNoQuarters = Pair{"政策包没有给「%s」定季度目标，这里不能填", "the pack has no quarterly targets for '%s': leave this empty"}
	TargetFalls      = Pair{"季度目标是累计数，不能小于前一季度", "quarterly targets are cumulative and cannot fall"}
	TargetRounded    = Pair{"单元格显示 %[1]s，实际是 %[2]s，不知道以哪个为准。请填成一样的", "the cell shows %[1]s and holds %[2]s: it is not clear which counts. Enter the one that is meant"}
	TargetComma      = Pair{"「%s」里的逗号可以有两种读法。请去掉逗号", "the comma in '%s' can be read in two ways. Leave it out"}
	TargetFigure     = Pair{"「%[1]s」不是一个确定的数：%[2]s", "'%[1]s' is not one number: %[2]s"}
	TargetPercent    = Pair{"这一项是比例，「%s」没有百分号，不知道是几成还是百分之几。请写成如 3.5%% 的样子", "this line is a share; '%s' has no percent sign and could mean either. Write it as 3.5%%"}
	TargetNotPercent = Pair{"这一项是数量，「%s」不能带百分号", "this line is a quantity: '%s' cannot be a percent"}

	// A pack as a workbook.
	PackSayReason   = Pair{"%s：原因", "%s: reason"}
	PackCellsIssued = Pair{"签发的政策包不再改动。请先生成下一版草案，再导出、修改", "an issued pack is not changed: make the next draft first, then take that out and change it"}
	PackCellNone    = Pair{"政策包里没有这一项。编号一列不要改；要增减条目，请改政策包文件", "the pack has no such value. Leave the column of paths as it is; lines are added and removed in the pack's file"}
	PackCellEmpty   = Pair{"空着（原为 %s）。这里不能删除；要删去，请改政策包文件", "empty (was %s). Nothing is deleted here: do it in the pack's file"}
	PackCellFormula = Pair{"「%s」开头像公式。文字不要以 = + - @ 开头", "'%s' begins as a formula does: no text may begin with = + - @"}

	PackSheetPath    = Pair{"编号", "Path"}
	PackSheetOf      = Pair{"项目", "Line"}
	PackSheetName    = Pair{"内容", "What"}
	PackSheetOld     = Pair{"现值", "Now"}
	PackSheetNew     = Pair{"改为（只填这一列）", "New (fill in this column only)"}
	PackSheetBasis   = Pair{"来历", "Basis"}
	PackSheetClauses = Pair{"依据", "Clauses"}
	PackSheetLine    = Pair{"行", "Line"}
	PackSheetCover   = Pair{"说明", "Read me"}
	PackSheetPack    = Pair{"政策包", "Pack"}
	PackSheetDigest  = Pair{"SHA-256", "SHA-256"}
	PackSheetHow     = Pair{"只改“改为”一列。其余各列供核对，改了会被拒绝。不要写公式；百分数照写，如 1.80%%；改好后存盘，再应用到政策包。", "Change the column New only; the others are to compare with, and a change there is refused. No formulas; percents as they are, 1.80%%. Save, then apply it to the pack."}
	PackSheetAt      = Pair{"%[1]s 工作表「%[2]s」%[3]s：%[4]s", "%[1]s, sheet '%[2]s', %[3]s: %[4]s"}
	PackSheetOther   = Pair{"%[1]s 是从另一份政策包导出的（或改动过“说明”）。请从这份政策包重新导出", "%[1]s was taken out of another pack (or its first sheet was changed). Take it out of this pack again"}
	PackSheetFormula = Pair{"是公式。请填算好的值", "it is a formula: enter the value"}
	PackSheetCovered = Pair{"合并了单元格。请取消合并", "cells are merged here: part them"}
	PackSheetRounded = Pair{"显示 %[1]s，实际是 %[2]s。请填成一样的", "it shows %[1]s and holds %[2]s: enter the one that is meant"}
	PackSheetDamaged = Pair{"读不出值（错误值，或没有算过的公式）", "it holds no value (an error, or a formula never computed)"}
	PackSheetTwice   = Pair{"这一项在前面已经有了", "this value stands further up already"}
	PackSheetHead    = Pair{"表头被改过。请重新导出", "the head was changed: take it out again"}
	PackSheetFixed   = Pair{"这一列供核对，不能改（应为 %s）", "this column is to compare with and cannot be changed (it is %s)"}
	PackSheetMissing = Pair{"%[1]s 里少了 %[2]d 项（如 %[3]s）。删去的行请补回；要删条目，请改政策包文件", "%[1]s lacks %[2]d values (%[3]s, for one). Put deleted rows back; lines are removed in the pack's file"}
	PackSheetNotOne  = Pair{"%s 不是政策包的工作簿：请用导出的 .xlsx", "%s is no workbook of a pack: use the .xlsx that was taken out"}

	CmdPackSheetShort = Pair{"把政策包导出成工作簿，供修改", "write a pack as a workbook to be edited"}
	CmdPackSheetLong  = Pair{"把政策包的数字和文字写成 XLSX：一节一张表，一个值一行，写明项目、来历、依据条款。改“改为”一列，再用 yice pack apply 应用。", "Writes the numbers and texts of a pack as XLSX: a sheet for each section, a row for each value, with its line, basis and clauses. Change the column New, then use yice pack apply."}
	CmdPackApplyShort = Pair{"把改过的工作簿应用到政策包", "apply an edited workbook to a pack"}
	CmdPackApplyLong  = Pair{"把改过的工作簿应用到政策包草案，写成新文件：改了什么逐条列出（旧 → 新、条款），看不懂的说出工作表和单元格，有一处就都不写。没改的一字不动，注释也在。", "Applies an edited workbook to the draft of a pack and writes a new file. What changed is listed, old → new, with its clause; what is not understood is told with sheet and cell, and then nothing is written. Everything else stays as it is, comments too."}
	CmdPackApplied    = Pair{"改了 %d 处", "changes: %d"}
	PackSheetStruck   = Pair{"文字上有删除线，不知道算不算。请去掉删除线，或填要用的值", "the text is struck out: it is not clear whether it counts"}

	PackDiffClause   = Pair{"%s（依据 %s）", "%s (%s)"}
	PackDiffAssumed  = Pair{"%[1]s〔%[2]s〕", "%[1]s [%[2]s]"}
	PackPaperTitle   = Pair{"政策包变动签批单", "Changes to the policy pack, for signature"}
	PackPaperOld     = Pair{"原：%[1]s %[2]s　%[3]s", "From: %[1]s %[2]s, %[3]s"}
	PackPaperNew     = Pair{"新：%[1]s %[2]s　%[3]s", "To: %[1]s %[2]s, %[3]s"}
	PackPaperWas     = Pair{"原值", "Old"}
	PackPaperIs      = Pair{"新值", "New"}
	PackPaperCount   = Pair{"共 %[1]d 处变动，其中 %[2]d 处的新值文件没有给出，由签批确定。", "%[1]d changes; %[2]d of the new values are not given by the document and are settled by this signature."}
	PackPaperDrafted = Pair{"拟稿：　　　　　　日期：", "Drafted by:             Date:"}
	PackPaperChecked = Pair{"审核：　　　　　　日期：", "Checked by:             Date:"}
	PackPaperSigned  = Pair{"签发：　　　　　　日期：", "Signed by:             Date:"}
	CmdPackDiffLong  = Pair{"逐条列出两份政策包的不同：旧值 → 新值，依据哪几条，文件没有给出的标“假设”；新增的条目逐项列全。-o 写成一张 A4 的签批单（.html）。", "Lists every difference between two packs: old → new, the clauses, and what the document does not give; lines that are new in full. -o writes a sheet of A4 for signature (.html)."}
	CmdPackDiffOut   = Pair{"签批单写成 .html，不是 %s", "the sheet for signature is .html, not %s"}

	// The laboratory.
	FilingLabEmpty     = Pair{"没有一份能用的报送文件", "there is no submission to work with"}
	FilingLabContested = Pair{"没有计入：哪一份算数还没有问清", "left out: it is not settled which one counts"}

	CmdFlagAgainstPack     = Pair{"`OLD.toml` 试算：与这份政策包相比，谁得谁失", "`OLD.toml`: a trial, who gains and loses against this pack"}
	CmdAgainstPack         = Pair{"--against 要与 --pack 一起给出：从哪一份（--against）改成哪一份（--pack）", "--against needs --pack: from which pack (--against) to which (--pack)"}
	CmdAgainstAlone        = Pair{"--against 只试算，不写汇总表、回执，也不用目标表", "--against is a trial: it writes no table and no receipts, and takes no table of targets"}
	CmdLabTitle            = Pair{"试算：%[1]s → %[2]s，不是任何一家的结果", "a trial: %[1]s → %[2]s; it is nobody's result"}
	CmdLabScore            = Pair{"得分", "Score"}
	CmdLabChange           = Pair{"增减", "Change"}
	CmdLabRank             = Pair{"名次", "Rank"}
	CmdLabAddback          = Pair{"研发加回（万元）", "R&D add-back (CNY 10k)"}
	CmdLabTotals           = Pair{"得 %[1]d 家，失 %[2]d 家，不变 %[3]d 家；名次有变 %[4]d 家；研发加回合计 %[5]s → %[6]s 万元", "gain: %[1]d, lose: %[2]d, same: %[3]d; ranks that change: %[4]d; add-back in all: CNY %[5]s → %[6]s (10k)"}
	CmdPackSensitivity     = Pair{"把假设的数字和口径逐个动一步，看对排名的影响", "move every assumption one step and see what it does to the ranking"}
	CmdPackSensitivityLong = Pair{"把政策包里每个假设的数字各动一步（一成，至少末位一个单位；权重动了，其余权重按比例让出），每个可选的口径各换一种，用收到的报送文件重新计分，按影响从大到小列出：名次有变的家数，再看得分变动合计，再看研发加回变动合计。", "Moves every assumed number of a pack one step (a tenth, at least one of its last digit; the other weights make room for one that moves), takes every other reading, scores the submissions again, and orders them by what that does: ranks that change, then Σ|Δ score|, then Σ|Δ add-back|."}
	CmdSensitivitySoFar    = Pair{"已试算 %d 种，共 %d 种", "%d of %d variants"}
	CmdSensitivityRanks    = Pair{"名次有变", "Ranks"}
	CmdSensitivityScore    = Pair{"得分变动合计", "Σ|Δ score|"}
	CmdSensitivityAddback  = Pair{"加回变动合计（万元）", "Σ|Δ add-back| (CNY 10k)"}
	CmdSensitivityTotals   = Pair{"报送文件 %[1]d 份，试算 %[2]d 种；动不了的 %[3]d 项", "submissions: %[1]d; variants: %[2]d; not moved: %[3]d"}

	CmdPackCarried = Pair{"还有 %[1]d 行标着沿用上一年度、待核对（第 %[2]s 行）。核对过的，删去行尾的标记", "lines still marked as last year's: %[1]d (lines %[2]s). Take the mark away from those that were looked at"}
)
