package text

// Sentences of reading and writing tables.
var (
	FilingNoFile          = Pair{"找不到 %s：请检查路径", "there is no %s: check the path"}
	FilingNoPermission    = Pair{"没有权限读取 %s：请检查文件权限，或把文件复制出来再试", "no permission to read %s: check its permissions, or copy it and try again"}
	FilingCannotRead      = Pair{"读不了 %s", "cannot read %s"}
	FilingCannotWrite     = Pair{"写不了 %s：请检查文件夹是否存在、可写，磁盘是否已满", "cannot write %s: check that the folder exists and is writable, and that the disk is not full"}
	FilingRowTooLarge     = Pair{"第 %[1]d 行太大（超过 %[2]d KB 或 %[3]d 列）：多半是引号没有成对，请检查这一行", "row %[1]d is too large (above %[2]d KB or %[3]d columns): most likely a quote is not closed; look at that row"}
	FilingTooManyRows     = Pair{"文件超过 %d 行：请按月或按科目分开导出，分几次导入", "the file has more than %d rows: export it by month or by account and import it in parts"}
	FilingOpenQuote       = Pair{"第 %d 行的引号没有成对，直到文件末尾：请补上缺少的引号", "a quote opened in row %d is not closed before the end of the file: add the missing one"}
	FilingNotATable       = Pair{"%s 不是表格文件：请给 CSV 或 XLSX", "%s is not a table: give a CSV or an XLSX file"}
	FilingEmpty           = Pair{"%s 是空的：没有表头，也没有数据", "%s is empty: no header and no data"}
	FilingChanged         = Pair{"%s 在读取过程中被改动了：请等它保存好再导入", "%s changed while it was being read: wait until it is saved, then import again"}
	FilingNoColumns       = Pair{"%[1]s 的列名和「%[2]s」的字段都对不上（文件里的列：%[3]s）：请核对是否选错了表，或指定列的对应关系", "no column of %[1]s fits a field of \"%[2]s\" (columns there: %[3]s): check that it is the right form, or match the columns by hand"}
	FilingExtraCell       = Pair{"这一行的单元格比表头多（表头 %[1]d 列，这一行 %[2]d 列）：多半是内容里的逗号没有加引号", "the row has more cells than the header (%[1]d columns, %[2]d cells): most likely a comma in a text without quotes"}
	FilingBadText         = Pair{"文字编码有误，读不出来：请另存为 UTF-8 再导入", "the text is damaged in its encoding: save the file as UTF-8 and import again"}
	FilingCellTooLong     = Pair{"内容超过 %d 个字，放不进一个单元格：请缩短", "longer than the %d characters a cell can hold: shorten it"}
	FilingNoKey           = Pair{"缺少主键，认不出是「%[1]s」的哪一行：请填写 %[2]s", "without its key nobody can tell which row of \"%[1]s\" this is: fill in %[2]s"}
	FilingOr              = Pair{" 或 ", " or "}
	FilingOtherEnterprise = Pair{"这是另一家企业的概况（%[1]s），当前企业是 %[2]s：请换用本企业的文件", "this is the card of another enterprise (%[1]s); the present one is %[2]s: use the file of this enterprise"}
	FilingImportTotal     = Pair{"%[1]s 第 %[2]d 行：%[3]s", "%[1]s row %[2]d: %[3]s"}
	FilingOneRow          = Pair{"「%s」每年只有一行，文件里却有多行：请只保留一行", "\"%s\" has one row a year, the file has more: keep one"}
	FilingImportLabel     = Pair{"导入 %[1]s（%[2]s）", "Import %[1]s (%[2]s)"}
	FilingImportMany      = Pair{"导入 %d 个文件", "Import %d files"}
	FilingLocked          = Pair{"%[1]s 的 %[2]d 年度已封存，不能导入：请先解封（写明原因）", "the year %[2]d of %[1]s is sealed, nothing can be imported: reopen it first, with a reason"}
	FilingEmptyFolder     = Pair{"文件夹 %s 里没有可导入的表：文件名应为表的编号或名称，如 spend.csv、patent.xlsx", "the folder %s holds no table to import: files are named after their form, such as spend.csv or patent.xlsx"}
	FilingDouble          = Pair{"凭证号 %[1]s、日期 %[2]s、金额 %[3]s 都相同，可能重复", "voucher %[1]s, date %[2]s and amount %[3]s are the same: likely a double"}
	FilingColumnRow       = Pair{"原行号", "row in the file"}
	FilingColumnReason    = Pair{"退回原因", "reason of refusal"}
	FilingBrokenWorkbook  = Pair{"工作簿打不开：文件可能已损坏，或不是 XLSX。请在 Excel 或 WPS 里打开并另存一份再导入", "the workbook cannot be opened: it may be damaged, or is no XLSX file. Open it in Excel or WPS, save a copy and import that"}
	FilingNoSheet         = Pair{"工作簿里没有工作表 「%s」：请核对工作表名称", "the workbook has no sheet \"%s\": check its name"}
	FilingTitleUnit       = Pair{"%[1]s（%[2]s）", "%[1]s (%[2]s)"}
	FilingExportEncoding  = Pair{"不能以 %s 编码导出：请用 UTF-8 或 GB18030", "cannot export in %s: use UTF-8 or GB18030"}
	FilingExportKind      = Pair{"不知道 %s 要导出成什么：文件名请以 .csv 或 .xlsx 结尾", "cannot tell what %s is to be: end the name in .csv or .xlsx"}
	FilingSheetFull       = Pair{"「%[1]s」超过 %[2]d 行，一张 XLSX 工作表装不下：请导出为 CSV", "\"%[1]s\" has more than %[2]d rows, which one XLSX sheet cannot hold: export it as CSV"}
	FilingWorkbookLimits  = Pair{"工作簿超出了安全上限（展开后过大、压缩比异常，或行数、文字过多）：请另存为 CSV 再导入", "the workbook is above the limits of safety (too large once unpacked, packed like a bomb, or too many rows or texts): save it as CSV and import that"}
	FilingWorkbookColumns = Pair{"工作表第 %[1]d 行超过 %[2]d 列：请删去表格右侧多余的内容", "row %[1]d of the sheet has more than %[2]d columns: delete what stands to the right of the table"}
	FilingZeroBytes       = Pair{"%[1]s 有 %[2]d 处空字节（NUL），先是第 %[3]d 行第 %[4]d 列：那里原来的字已经丢失。请从原来的系统重新导出，或在 Excel、WPS 里打开核对、另存后再导入", "%[1]s has %[2]d zero bytes, the first in row %[3]d, column %[4]d: what stood there is lost. Export it again, or open it in Excel or WPS, check it, save a copy and import that"}
	FilingTornQuote       = Pair{"第 %[1]d 行起的引号没有成对，有 %[2]d 行被连成了一个单元格：请在这一行补上或删去多余的双引号，再导入", "a quote in row %[1]d has no other, so that %[2]d lines run into one cell: add or delete a double quote there and import again"}
	FilingUncomputed      = Pair{"单元格里是公式，却没有计算结果：请在 Excel 或 WPS 里打开、保存一次再导入", "the cell is a formula without a result: open the file in Excel or WPS, save it and import again"}
	FilingErrorCell       = Pair{"单元格里是公式错误：请在表里改正后再导入", "the cell is an error of a formula: mend it in the file and import again"}
	FilingDisguised       = Pair{"单元格的数字格式藏起了一部分：显示「%[1]s」，实际存的是 %[2]s。请在 Excel 或 WPS 里把这一列的格式改为「数值」，核对后再导入", "the number format of the cell hides a part of it: it shows \"%[1]s\" and holds %[2]s. Set the column to the format Number, check it and import again"}
	FilingDamagedNumber   = Pair{"长编号被表格软件当成数字保存，后几位已经丢失：请把这一列设为「文本」格式，重新填写后再导入", "a long code was saved as a number and its last digits are lost: set the column to Text, key it again and import"}
	FilingTemplateHelp    = Pair{"填写说明", "How to fill in"}
	FilingTemplateLists   = Pair{"选项", "Lists"}
	FilingTemplateField   = Pair{"列（带 * 的必填）", "Column (* is required)"}
	FilingTemplateHow     = Pair{"怎么填", "How to fill it in"}
	FilingTemplateSource  = Pair{"依据", "Source"}
	FilingTemplatePick    = Pair{"请从下拉列表里选择", "Choose from the list"}
	FilingReplaceMany     = Pair{"改正后的文件与上次导入相差超过 %d 行：请先撤销上次导入，再导入这个文件", "the mended file differs from the earlier import in more than %d lines: undo that import first, then import this file"}

	FilingSameFile    = Pair{"与 %[1]s 由 %[2]s 导入的 %[3]s 是同一份，没有改动", "The same as %[3]s, imported %[1]s by %[2]s: nothing changes"}
	FilingSameLedger  = Pair{"与「%s」里已有的各行完全相同，没有改动", "the very lines that \"%s\" holds: nothing changes"}
	FilingSameTwice   = Pair{"%[1]s 与 %[2]s 各行完全相同，只计一次", "%[1]s holds the very lines of %[2]s: they count once"}
	FilingOutdone     = Pair{"%[1]s 由同时导入的 %[2]s 取代，没有导入", "%[2]s, imported with it, takes the place of %[1]s, which was left out"}
	FilingEqualLines  = Pair{"其中 %[1]d 行与「%[2]s」里来自其他文件的行相同，作为不同的行计入", "%[1]d of its lines equal lines that \"%[2]s\" has from elsewhere; they are counted as lines of their own"}
	FilingEqualBeside = Pair{"%[1]s 与 %[2]s 有 %[3]d 行相同，作为不同的行计入", "%[1]s and %[2]s have %[3]d equal lines; they are counted as lines of their own"}
	FilingImported    = Pair{"%[1]s 由 %[2]s 导入的 %[3]s（%[4]d 行）", "%[3]s, imported %[1]s by %[2]s (%[4]d lines)"}
	FilingNobody      = Pair{"未署名者", "somebody unnamed"}
	FilingKeyed       = Pair{"手工录入的行", "lines keyed by hand"}
	FilingAskMended   = Pair{"%[1]s 像是改过的 %[2]s：相同 %[3]d 行，改动 %[4]d 行，新增 %[5]d 行，不再有 %[6]d 行。是取代原来的，还是另一份？", "%[1]s looks like a mended copy of %[2]s: %[3]d lines the same, %[4]d changed, %[5]d new, %[6]d gone. Does it take its place, or is it another?"}
	FilingAskThere    = Pair{"%[1]s 的 %[2]d 行中有 %[3]d 行在「%[4]s」里已有相同的（%[5]s），新的 %[6]d 行。相同的就是那几行，还是另外的？", "of the %[2]d lines of %[1]s, \"%[4]s\" already has %[3]d (%[5]s); %[6]d are new. Are the equal ones those, or others?"}
	FilingAskTwice    = Pair{"%[1]s 与同时导入的 %[2]s 有 %[3]d 行相同。是取代它，还是另一份？", "%[1]s and %[2]s, imported together, have %[3]d lines in common. Does it take its place, or is it another?"}
	FilingAlike       = Pair{"第 %[1]d 行「%[2]s」可能就是「%[3]s」里已有的「%[4]s」，只是 %[5]s。是改这一条，还是另一条？", "row %[1]d, \"%[2]s\", may be \"%[4]s\" that \"%[3]s\" has, but for %[5]s. Is it that row, changed, or another?"}
	FilingOutsideYear = Pair{"%[1]s 里有 %[2]s 至 %[3]s 的明细，合计 %[4]s 元，不在 %[5]d 年：照样导入，不计入 %[5]d 年的任何数，检查里会列出", "%[1]s has lines from %[2]s to %[3]s, CNY %[4]s in all, outside %[5]d: they come in, count in no figure of %[5]d, and checks list them"}
	FilingContradicts = Pair{"「%[1]s」%[2]s 的%[3]s，%[4]s 里是 %[5]s，%[6]s 里是 %[7]s：以后一个文件为准", "%[3]s of %[2]s in \"%[1]s\" is %[5]s in %[4]s and %[7]s in %[6]s: the later file stands"}
)
