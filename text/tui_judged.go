package text

// Findings by record, and mending one after the other.
var (
	TuiJudgedMany   = Pair{"%d 条", "%d records"}
	TuiJudgedLacks  = Pair{"缺 %d 项：%s", "%d lacking: %s"}
	TuiJudgedSame   = Pair{"%s（%s）", "%s (%s)"}
	TuiJudgedMore   = Pair{"%d 处：%s", "%d things: %s"}
	TuiJudgedAlso   = Pair{"%s；另有 %d 处：%s", "%s; also %d: %s"}
	TuiJudgedOf     = Pair{"%s：%s", "%s: %s"}
	TuiJudgedWhole  = Pair{"还有 %d 行，按 %s 读全文", "%d more lines: %s reads it all"}
	TuiCheckWhole   = Pair{"读这条记录的全部问题", "Read everything that is wrong with the record"}
	TuiReasonsTitle = Pair{"给 %d 条写同一个原因", "One reason for %d findings"}
	TuiMendNext     = Pair{"到下一条审核问题（改好按 Enter 也到下一条）", "Go to the next finding (Enter behind what was mended does too)"}
	TuiFootMendNext = Pair{"下一条", "Next finding"}
	TuiMendDone     = Pair{"审核问题走了一遍：还有强制性 %d，核实性 %d", "All findings were gone through: %d to fix and %d to verify are left"}
)
