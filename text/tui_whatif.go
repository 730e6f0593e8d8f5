package text

// What if, next steps.
var (
	TuiWhatIf      = Pair{"试算", "What if"}
	TuiGoWhatIf    = Pair{"试算：改几处看看分数怎么变，什么都不写入", "What if: suppose changes and see the score; nothing is written"}
	TuiWhatSuppose = Pair{"试改", "Suppose"}
	TuiWhatSteps   = Pair{"下一步", "Next steps"}
	TuiWhatTab     = Pair{"换到试改或下一步", "Suppose, or next steps"}
	TuiWhatAdd     = Pair{"加一处试改", "Suppose something"}
	TuiFootAdd     = Pair{"加一条", "Add"}
	TuiWhatDrop    = Pair{"去掉这一处试改", "Drop what is supposed here"}
	TuiFootDrop    = Pair{"去掉", "Drop"}
	TuiWhatUndo    = Pair{"撤销上一处试改（不动数据）", "Take the last change of suppositions back (never data)"}
	TuiWhatRedo    = Pair{"恢复撤销的试改", "Suppose again what was taken back"}
	TuiWhatNoUndo  = Pair{"这里没有可撤销的试改；数据在这一屏从不改动", "No supposition to take back; no data is ever changed here"}
	TuiWhatClear   = Pair{"去掉全部试改", "Suppose nothing"}
	TuiWhatOpen    = Pair{"加一处试改；在下一步里：到要填的地方去", "Suppose something; in next steps: go where it is keyed"}

	TuiWhatMore        = Pair{"把光标处的量移动一档：多一档（分数跟着变）", "Move what is under the cursor a step up; the score follows"}
	TuiWhatLess        = Pair{"移动一档：少一档", "Move it a step down"}
	TuiWhatFar         = Pair{"移动一大档", "Move it a long step"}
	TuiFootNudge       = Pair{"调", "Move"}
	TuiWhatEnd         = Pair{"到头了", "It goes no further"}
	TuiWhatAsIs        = Pair{"照现在", "as it is"}
	TuiWhatAllRecog    = Pair{"全部认定", "all recognised"}
	TuiWhatNoneRecog   = Pair{"一项也不认定", "none recognised"}
	TuiWhatHas         = Pair{"现在 %s", "now %s"}
	TuiWhatPending     = Pair{"待认定", "pending"}
	TuiWhatWithPending = Pair{"%s（含待认定）", "%s with pending"}
	TuiWhatNudge       = Pair{"左右键一档一档地调，按住 Shift 一次调一大档，Del 还原。右边灰色的是再调一档能带来的；只动这一项、别的不变。", "Left and right move it a step, with Shift a long one, Del puts it back. What is grey at the right is what one step would bring, with nothing else changed."}

	TuiWhatNone    = Pair{"还没有试改。按 Enter 加一处：再投入多少研发、多授权几件专利、待认定的都认定……任何一格都可以。", "Nothing is supposed yet. Enter adds something: more R&D, one more patent, everything recognised, any cell at all."}
	TuiWhatSafe    = Pair{"只是试算，什么都没有写入", "Only supposed: nothing is written"}
	TuiWhatLine    = Pair{"项目", "Line"}
	TuiWhatToday   = Pair{"现在", "Today"}
	TuiWhatThen    = Pair{"试改后", "Then"}
	TuiWhatDelta   = Pair{"变化", "Change"}
	TuiWhatSame    = Pair{"没有变化", "nothing changes"}
	TuiWhatCell    = Pair{"%s %s：%s 改为 %s", "%s %s: %s becomes %s"}
	TuiWhatNewRow  = Pair{"新增一条%s：%s 为 %s", "a new row of %s: %s is %s"}
	TuiWhatMake    = Pair{"（新增一条）", "(a new row)"}
	TuiWhatChoose  = Pair{"试改什么？", "What is supposed?"}
	TuiWhatRecord  = Pair{"哪一条记录？", "Which record?"}
	TuiWhatField   = Pair{"哪一项？", "Which field?"}
	TuiWhatValue   = Pair{"试改为多少", "What would it be"}
	TuiWhatIsNow   = Pair{"%s %s，现在是 %s", "%s %s, now %s"}
	TuiWhatCommon  = Pair{"常用", "Common"}
	TuiWhatAnyCell = Pair{"任意一格", "Any cell"}

	TuiWhatMoreRD    = Pair{"再投入研发（费用化，自筹）", "More R&D (expensed, own money)"}
	TuiWhatMoreRDAsk = Pair{"再投入多少？元；也可以写 120万", "How much more? In CNY, such as 1200000"}
	TuiWhatRDIs      = Pair{"再投入研发 %s 万元", "CNY %s ten thousand more R&D"}
	TuiWhatPatent    = Pair{"再授权发明专利", "More granted inventions"}
	TuiWhatPatentAsk = Pair{"几件？", "How many?"}
	TuiWhatPatentIs  = Pair{"再授权发明专利 %d 件", "%d more granted inventions"}
	TuiWhatRecognise = Pair{"待认定的全部认定", "Everything pending is recognised"}
	TuiWhatRecogIs   = Pair{"待认定的 %d 条全部认定", "the %d pending rows are recognised"}
	TuiWhatNoPending = Pair{"没有待认定的记录", "Nothing is pending"}
	TuiWhatConvert   = Pair{"成果转化再增收", "More income from conversion"}
	TuiWhatConvAsk   = Pair{"多少？元；也可以写 75万", "How much? In CNY, such as 750000"}
	TuiWhatConvIs    = Pair{"成果转化再增收 %s 万元", "CNY %s ten thousand more conversion income"}
	TuiWhatAward     = Pair{"再获一项科技奖（已认定）", "One more award (recognised)"}
	TuiWhatAwardIs   = Pair{"再获%s科技奖 1 项", "one more award, %s"}
	TuiWhatPlatform  = Pair{"新建一个研发平台（已认定）", "One more platform (recognised)"}
	TuiWhatPlatIs    = Pair{"新建%s研发平台 1 个", "one more platform, %s"}
	TuiWhatLevel     = Pair{"哪一级？", "Of what level?"}
	TuiWhatAnswer    = Pair{"制度与机制的未做项全部做到", "Every open item of the checklist is done"}
	TuiWhatAnswerIs  = Pair{"制度与机制 %d 项做到", "%d items of the checklist done"}
	TuiWhatBadCount  = Pair{"请填 1 到 1000 的整数。", "Please give a whole number from 1 to 1000."}

	TuiStepTakes   = Pair{"在%s填", "key it in %s"}
	TuiStepMeets   = Pair{"符合条件", "a condition"}
	TuiStepUpTo    = Pair{"最多 +%s 分", "up to +%s points"}
	TuiStepNone    = Pair{"没有可以再得分的一步了", "There is nothing left to gain"}
	TuiStepNote    = Pair{"每一步都是单独做这一件、别的都不变时的得分；按得分从多到少排。", "Each is what that one thing alone would bring, most first."}
	TuiStepExp     = Pair{"展开这一步涉及的指标", "Explain the line of this step"}
	TuiFootGoThere = Pair{"去填", "Go"}
)

// Outlook.
var (
	TuiOutlook     = Pair{"展望", "Outlook"}
	TuiGoOutlook   = Pair{"展望：季度进度、全年推算、历年对照", "Outlook: quarters, year's end, years side by side"}
	TuiOutTab      = Pair{"换一类看", "Next page"}
	TuiOutQuarters = Pair{"季度进度", "Quarters"}
	TuiOutYear     = Pair{"全年推算", "Year's end"}
	TuiOutYears    = Pair{"历年对照", "Years"}
	TuiOutNeed     = Pair{"满分需要", "Full marks"}
	TuiOutQuarter  = Pair{"%d 季度末", "Q%d"}
	TuiOutEven     = Pair{"每季度末：累计完成、占满分所需的百分比；! 表示落后于均匀进度（25、50、75、100%）。", "At each quarter's end: what was reached and its share of full marks; ! is behind an even pace (25, 50, 75, 100%)."}
	TuiOutNoPace   = Pair{"没有可按日期跟踪的指标，或还没有带日期的数据。", "No line can be followed by date yet."}
	TuiOutNoProj   = Pair{"没有可推算的：年度已经结束（年中的数要在年度指标里填截至月份），或台账已记到 12 月，或还没有带日期的投入。", "There is nothing to extrapolate: the year is over (figures of part of a year say their month in the annual figures), the ledger reaches December, or nothing is dated yet."}
	TuiOutProj     = Pair{"%s；是推算，不是结果", "%s; extrapolated, not a result"}
	TuiOutSoFar    = Pair{"研发投入至今", "R&D so far"}
	TuiOutAtEnd    = Pair{"推算全年", "The year at this pace"}
	TuiOutWould    = Pair{"推算", "Projected"}
	TuiOutTrend    = Pair{"走势", "Trend"}
	TuiOutYearCol  = Pair{"%d 年", "%d"}
	TuiOutNoYears  = Pair{"工作区里只有这一个年度。按 F10 补录上年或打开下一年，有了几年就在这里并排对照。", "The workspace holds this year only. F10 opens others, which then stand here side by side."}
	TuiOutRD       = Pair{"研发投入（万元）", "R&D (CNY 10k)"}
	TuiOutNoPack   = Pair{"没有政策包", "no pack"}
	TuiOutBare     = Pair{"只有汇总", "summary only"}
)

// TuiMeasured are the units that a pack may end a line's name with, in brackets, though what the line results in is points.
var TuiMeasured = []Pair{{"万元", "CNY 10k"}, {"元", "CNY"}, {"项", "items"}, {"人", "persons"}, {"件", "items"}}
