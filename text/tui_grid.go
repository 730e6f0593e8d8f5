package text

// Sentences of tables and cards.
var (
	TuiBlankRow      = Pair{"在此键入新的一行", "key a new row here"}
	TuiNoneFoundHere = Pair{"没有符合的行；Esc 显示全部", "no row fits; Esc shows all"}
	TuiSelected      = Pair{"选中", "Selected"}
	TuiSum           = Pair{"合计", "sum"}
	TuiCountOf       = Pair{"个数", "count"}
	TuiRowOf         = Pair{"第", "Row"}
	TuiColumnSum     = Pair{"本列合计", "Column total"}
	TuiAverage       = Pair{"平均", "mean"}
	// %[1]s what was looked for.
	TuiFindMissed    = Pair{"没有一行含「%[1]s」，表和光标都没有动", "No row holds %[1]s; the table and the cursor stay as they were"}
	TuiFindNone      = Pair{"没有一行含「%[1]s」：Esc 显示全部后再键入", "No row holds %[1]s: Esc shows all, then key"}
	TuiFilterMissed  = Pair{"没有一行符合，表和光标都没有动", "No row fits; the table and the cursor stay as they were"}
	TuiFilterNone    = Pair{"没有一行符合：Esc 显示全部后再键入", "No row fits: Esc shows all, then key"}
	TuiFound         = Pair{"查找：%s", "Find: %s"}
	TuiFiltered      = Pair{"只看 %s = %s", "Only %s = %s"}
	TuiSorted        = Pair{"按 %s 排序", "Sorted by %s"}
	TuiEmptyCell     = Pair{"（空）", "(empty)"}
	TuiFilterFilled  = Pair{"已填的", "filled in"}
	TuiFilterNot     = Pair{"除 %s 以外", "all but %s"}
	TuiFilterBefore  = Pair{"早于 %s 或空", "before %s, or empty"}
	TuiArranging     = Pair{"正在查找、排序…  Esc 停止", "Searching, sorting…  Esc stops"}
	TuiArrangingLeft = Pair{"正在查找、排序 %d%%  %s  Esc 停止", "Searching, sorting %d%%  %s  Esc stops"}
	TuiArrangingOf   = Pair{"正在查找、排序 %d%%  Esc 停止", "Searching, sorting %d%%  Esc stops"}
	TuiNotSaved      = Pair{"这一格没有存上：%s（键入的内容还在，Ctrl+S 再存一次）", "This cell was not saved: %s (what was keyed is still here; Ctrl+S tries again)"}
	TuiFind          = Pair{"查找", "Find"}
	TuiMore          = Pair{"%d / %d", "%d / %d"}
	TuiNoCode        = Pair{"没有这个代码；照样可以离开，会标为错误", "No such code; you can leave it, it will be marked"}
	TuiCreateRow     = Pair{"新建%s「%s」", "New row of %s: %s"}
	TuiCreated       = Pair{"已新建 %s「%s」，其余内容可稍后补填（Ctrl+Z 撤销）", "Made a row of %s, %s; fill in the rest later (Ctrl+Z takes it back)"}
	TuiLastYear      = Pair{"%d 年", "%d"}
	TuiLastWhole     = Pair{"%d 年全年", "all of %d"}
	TuiLastMonths    = Pair{"%[1]d 年 1–%[2]d 月", "%[1]d to month %[2]d"}
	TuiLastUnknown   = Pair{"%d 年（无）", "%d (none)"}
	TuiCardAsOf      = Pair{"截至 %d 月", "to month %d"}
	TuiSource        = Pair{"依据 %s", "Source %s"}

	TuiDoesNotApply = Pair{"本行不适用「%s」，不用填", "%s does not apply to this row"}
	// %[1]s what was spent on, %[2]d fields.
	TuiRowGone         = Pair{"正在填的这一行已经不在了（被导入替换或删去），“%[1]s”没有写入任何一行", "the row being keyed is there no longer (replaced by an import, or removed): “%[1]s” was written nowhere"}
	TuiFollowed        = Pair{"照最近一笔“%[1]s”填了 %[2]d 项，不对的改过来就是", "%[2]d fields are as on the newest line of %[1]s; change what differs"}
	TuiBatchTitle      = Pair{"对一批单据", "Hold a batch of papers"}
	TuiBatch           = Pair{"对一批单据：先数笔数、加合计，录完两样都对上才算完", "A batch of papers: counted and added up first, held against what is keyed"}
	TuiBatchCount      = Pair{"这一批有几笔？没有数就空着，只对合计。", "How many lines are there? Leave it empty to hold the sum alone."}
	TuiBatchCountWrong = Pair{"请键入 1 到 %d 的整数", "Key a whole number from 1 to %d"}
	TuiBatchSum        = Pair{"合计多少元？可以写算式，如 =1200+350.5；红字为负。", "What do they come to, in yuan? A sum may be keyed, as =1200+350.5; reversals are negative."}
	TuiBatchSumWrong   = Pair{"请键入金额", "Key an amount"}
	TuiBatchBegun      = Pair{"开始对数：每录一笔，左下角写着还差多少；差为零就对上了", "It is held: what is lacking stands at the lower left after every line; at nothing it agrees"}
	// %[1]s lines keyed, of how many; %[2]s 元.
	TuiBatchLacks   = Pair{"本批 %[1]s 笔，还差 %[2]s", "batch %[1]s, lacks %[2]s"}
	TuiBatchExceeds = Pair{"本批 %[1]s 笔，多了 %[2]s", "batch %[1]s, over by %[2]s"}
	// %[1]d lines, %[2]s 元.
	TuiBatchAgrees  = Pair{"这一批 %[1]d 笔、%[2]s 元，与纸面对上了", "The batch agrees: %[1]d lines, CNY %[2]s"}
	TuiBatchEnd     = Pair{"不再对这一批", "Give this batch up"}
	TuiFootBatchEnd = Pair{"停止对数", "End batch"}
	// %[1]s how it stands.
	TuiBatchEndAsk = Pair{"%[1]s，还没有对上。不再对了吗？录下的都在。", "%[1]s: it does not agree yet. Give it up? What was keyed stays."}
	// %[1]s what was spent on or for, %[2]d lines, %[3]s the code they have.
	TuiUnlike = Pair{"“%[1]s”以前的 %[2]d 笔都是“%[3]s”，请看一眼", "all %[2]d lines of %[1]s before were %[3]s: please look again"}
	// %[1]s a field, %[2]s of the row above.
	TuiUnlikeAbove = Pair{"%[1]s与上一行的 %[2]s 接不上，请看一眼", "%[1]s does not follow %[2]s of the row above: please look again"}
	// %[1]s what was typed.
	TuiAsTyped          = Pair{"就写“%[1]s”", "as typed: %[1]s"}
	TuiNothingAbove     = Pair{"上面没有可以照抄的行", "There is no row above to repeat"}
	TuiTooMany          = Pair{"选中的行还没有读完，请稍候再试，或少选一些", "Not all of the selected rows have been read; wait a moment, or select fewer"}
	TuiRemoved          = Pair{"已删除 %d 行（Ctrl+Z 撤销）", "Removed %d row (Ctrl+Z takes it back)"}
	TuiRemoveAsk        = Pair{"删除 %d 行", "Remove %d rows"}
	TuiUndoable         = Pair{"删除后可以用 Ctrl+Z 一次恢复。确定删除吗？", "Ctrl+Z brings them all back in one step. Remove them?"}
	TuiCopyText         = Pair{"选中的文字", "the selected text"}
	TuiCopyBlock        = Pair{"%d 行 × %d 列", "%d × %d cells"}
	TuiCopyNothing      = Pair{"这一行还是空的，没有可以复制的", "This row is empty yet; there is nothing to copy"}
	TuiCopiedTo         = Pair{"已复制 %s 到系统剪贴板（%s）", "Copied %s to the system's clipboard (%s)"}
	TuiCopiedTerm       = Pair{"已把 %s 交给终端的剪贴板；别处粘不出来时，按 Ctrl+P 选「存成文件」", "Handed %s to the terminal's clipboard; if it pastes nowhere, save a file (Ctrl+P)"}
	TuiCopyTooLong      = Pair{"%s 太长，终端的剪贴板收不下；按 Ctrl+P 选「存成文件」", "%s are too long for the terminal's clipboard; save a file (Ctrl+P)"}
	TuiCellsToFile      = Pair{"把选中的格存成文件", "Save the selected cells to a file"}
	TuiCellsName        = Pair{"%s-选中", "%s, selected"}
	TuiCellsSay         = Pair{"存成 CSV 文件（电子表格能直接打开），带表头：%s。存到：", "Saved as a CSV file, which spreadsheets open, with headings: %s. Where to:"}
	TuiCellsKind        = Pair{"文件名要以 .csv 结尾。", "The name must end in .csv."}
	TuiCellsSaved       = Pair{"已把 %s 存到 %s", "Saved %s to %s"}
	TuiFormToFile       = Pair{"把本表全部记录存成文件（CSV、Excel）", "Save every record of this form to a file (CSV, Excel)"}
	TuiFormFileSay      = Pair{"以 .csv 或 .xlsx 结尾；已有的同名文件会被换掉。存到：", "Ends in .csv or .xlsx; a file of that name is replaced. Where to:"}
	TuiFormFileKind     = Pair{"文件名要以 .csv 或 .xlsx 结尾。", "The name must end in .csv or .xlsx."}
	TuiFormFileDone     = Pair{"已把 %s 存到 %s", "Saved %s to %s"}
	TuiClipEmpty        = Pair{"剪贴板里没有文字", "There is no text on the clipboard"}
	TuiClipNone         = Pair{"终端没有给出剪贴板；请用终端自己的粘贴键（多为 Ctrl+Shift+V、Shift+Insert 或鼠标右键）", "The terminal gave no clipboard; use its own key for pasting (mostly Ctrl+Shift+V, Shift+Insert or the right button)"}
	TuiCardReading      = Pair{"正在读取这一行，读到后再按一次", "Reading this row; press again once it shows"}
	TuiCardLater        = Pair{"这一行还没有保存，先填一格", "This row is not saved yet; key a cell first"}
	TuiNothingToExplain = Pair{"这一格没有需要说明的审核问题", "There is nothing to explain about this cell"}
	TuiNoMoreRecords    = Pair{"没有更多的记录了", "There are no more records"}

	TuiColumnsHint   = Pair{"空格 显示或隐藏   A 全部   Enter 确定", "Space shows or hides   A all   Enter OK"}
	TuiPlaceColumns  = Pair{"选列", "Columns"}
	TuiForColumns    = Pair{"这张表显示哪些列。不显示的列照样填、照样核对，只是这里看不见。", "Which columns the table shows. Those hidden are kept and checked all the same."}
	TuiColumnsTake   = Pair{"就显示这些列", "Show these columns"}
	TuiColumnsNot    = Pair{"照原样，不改", "Leave the columns as they were"}
	TuiColumnsToggle = Pair{"显示或隐藏光标所在的列", "Show or hide the column under the cursor"}
	TuiColumnsAll    = Pair{"全部显示；已经全部显示时全部隐藏", "Show all; where all are shown, hide all"}

	TuiFootToggle     = Pair{"显示/隐藏", "Show/hide"}
	TuiFootColumnsAll = Pair{"全部", "All"}

	TuiPlacePaste    = Pair{"粘贴预览", "Paste preview"}
	TuiForPaste      = Pair{"写入之前先看：这次粘贴新增几行、改动几格，哪些读不懂，哪些不像明细。", "Before anything is written: which rows and cells the paste adds and changes, what cannot be read, what looks like no line."}
	TuiPasteTake     = Pair{"粘贴", "Paste what is shown"}
	TuiPasteGood     = Pair{"只粘贴无误的行", "Paste the rows without problems alone"}
	TuiPasteAlso     = Pair{"连不像明细的行一起粘贴，或不要它们", "Paste the rows that look like no lines too, or leave them out"}
	TuiPasteNot      = Pair{"不粘贴", "Paste nothing"}
	TuiFootPasteGood = Pair{"无误的行", "Good rows"}
	TuiFootPasteAlso = Pair{"那些行", "These rows"}

	TuiPasteTitle    = Pair{"粘贴", "Paste"}
	TuiPasteSay      = Pair{"共 %d 行 %d 格：新增 %d 行，改动 %d 格。", "%d rows, %d cells: %d new rows, %d cells changed."}
	TuiPasteHeader   = Pair{"第一行是表头，不粘贴；各列按表头对应。", "The first row holds headings: columns go where they say."}
	TuiPasteUnit     = Pair{"金额按%s读。", "Money is read in %s."}
	TuiPasteUnits    = Pair{"金额按各列表头的单位读：%s。", "Money is read in the unit of each heading: %s."}
	TuiPasteUnknown  = Pair{"表里没有这些列，不会粘贴：%s", "No such columns here, left out: %s"}
	TuiPasteCleared  = Pair{"其中 %d 格会被清空（粘贴的格是空的）。", "Of them to be emptied (empty in what is pasted): %d"}
	TuiPasteUnread   = Pair{"这一块会盖住还没有读出来的行，没有粘贴；请少贴一些，或用「导入…」", "The block would cover rows that have not been read; nothing was pasted. Paste fewer rows, or import a file"}
	TuiPasteNowhere  = Pair{"这里没有可粘贴的格：打开一张表，把光标放到要粘贴的第一格", "There is no cell to paste into here: open a form and put the cursor on the first one"}
	TuiPasteBeyond   = Pair{"一次粘贴的行数有上限，最后 %d 行不会粘贴：请另粘贴一次，或存为文件后导入。", "One paste takes so many rows: the last %d will not be pasted. Paste them again, or save them as a file and import it."}
	TuiPasteSkipped  = Pair{"右边有 %d 列超出表格，不会粘贴。", "%d columns lie beyond the table and will not be pasted."}
	TuiPasteProblems = Pair{"有 %d 格读不懂：", "Cells that cannot be read: %d"}
	TuiRowNo         = Pair{"第 %d 行", "Row %d"}
	TuiPasteHint     = Pair{"Enter 粘贴   Esc 取消", "Enter paste   Esc cancel"}
	TuiPasteHintBad  = Pair{"Enter 全部粘贴（读不懂的照原样留着）   G 只粘贴无误的行   Esc 取消", "Enter all (unread ones kept as typed)   G good rows only   Esc cancel"}
	TuiPasteAsides   = Pair{"有 %d 行不是明细（合计、表头等），不会粘贴：", "Rows that are no lines (totals, headings), left out: %d"}
	TuiPasteAll      = Pair{"有 %d 行像合计或存疑，按您说的一起粘贴。", "Pasted as well, as you said, though they look like totals or are in doubt: %d rows"}
	TuiPasteAccount  = Pair{"这是会计账：借方减贷方为金额，结转不算。", "A ledger of accounts: debit less credit is the amount, closing entries do not count."}
	TuiPasteBecomes  = Pair{"→ %s", "→ %s"}
	TuiPasteHintAll  = Pair{"Enter 粘贴明细   A 连这些行一起   Esc 取消", "Enter paste the lines   A these rows too   Esc cancel"}
	TuiPasteHintLess = Pair{"Enter 全部粘贴   A 还是不要那些行   Esc 取消", "Enter paste all   A leave those rows out   Esc cancel"}
	TuiPasteNothing  = Pair{"粘贴的内容和表里的一样，没有改动", "What was pasted is what is there; nothing changed"}
	TuiPasted        = Pair{"已粘贴 %d 行（Ctrl+Z 一次撤销）", "Pasted %d rows (Ctrl+Z takes them back in one step)"}
)

// What of the ledger its year does not count.
var (
	// %[1]d lines, %[2]s 万元.
	TuiOutsideShort = Pair{"不在本年 %[1]d 行 %[2]s 万元未计入", "%[1]d lines of CNY %[2]s ten thousand not of the year"}
	// %[1]d year, %[2]d lines, %[3]s 元.
	TuiNotCounted = Pair{"不在 %[1]d 年、未计入 %[2]d 行 %[3]s", "not of %[1]d, not counted: %[2]d lines, %[3]s"}
)
