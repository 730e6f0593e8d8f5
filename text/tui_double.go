package text

// Double entry.
var (
	TuiDouble       = Pair{"双录", "Double entry"}
	TuiGoDouble     = Pair{"双录：不看原值再录一遍，逐项比对", "Double entry: key again, blind, and compare"}
	TuiDblTake      = Pair{"下一项；最后一项之后比对", "Next field; after the last the two are compared"}
	TuiDblBack      = Pair{"上一项", "Field before"}
	TuiDblMove      = Pair{"上下移动；有列表时在列表里选", "Move; in a list, choose"}
	TuiDblSkip      = Pair{"跳过这一条", "Skip this record"}
	TuiFootSkip     = Pair{"跳过", "Skip"}
	TuiDblCompare   = Pair{"现在就比对，没录的算空", "Compare now; what was not keyed is empty"}
	TuiFootCompare  = Pair{"比对", "Compare"}
	TuiDblFirst     = Pair{"保留原值", "Keep the first"}
	TuiDblSecond    = Pair{"采用第二次录的", "Take the second"}
	TuiDblThird     = Pair{"都不对，重新键入", "Neither: key it again"}
	TuiDblSave      = Pair{"定了，记下来，下一条", "Decided: keep it and go on"}
	TuiFootFirst    = Pair{"原值", "First"}
	TuiFootSecond   = Pair{"第二次", "Second"}
	TuiFootThird    = Pair{"重录", "Again"}
	TuiFootDecided  = Pair{"记下", "Keep"}
	TuiDblLeave     = Pair{"离开双录", "Leave the second keying"}
	TuiDblDrop      = Pair{"这一条第二次录的还没有定，离开就丢掉；已经定了的各条不受影响。离开吗？", "What was keyed again of this record is not decided, and leaving drops it; records that were decided stay. Leave?"}
	TuiDblHead      = Pair{"第 %d 条，共 %d 条", "Record %d of %d"}
	TuiDblDone      = Pair{"已双录 %d 条，%d 条不一致，共 %d 格", "%d keyed twice, %d of them differ, in %d cells"}
	TuiDblSay       = Pair{"照原始凭证录入，不显示已有的值；录完逐项比对。", "Key from the paper; what is there is not shown. The two are compared at the end."}
	TuiDblDiffer    = Pair{"%s：%d 处不一致，请逐项定", "%s: %d differ; decide each"}
	TuiDblAgree     = Pair{"%s 两次一致", "%s: both agree"}
	TuiDblFirstCol  = Pair{"第一次", "First"}
	TuiDblSecondCol = Pair{"第二次", "Second"}
	TuiDblKept      = Pair{"定为", "Decided"}
	TuiDblUndecided = Pair{"未定", "open"}
	TuiDblOpen      = Pair{"还有 %d 处没有定", "%d are still open"}
	TuiDblEnd       = Pair{"全部录完。%s", "All done. %s"}
	TuiDblNoRows    = Pair{"没有可以双录的记录（都已双录过，或表是空的）", "Nothing to key again: all was done before, or the form is empty"}
	TuiDblRetype    = Pair{"正确的值应为", "What it should be"}
	TuiDblLabel     = Pair{"双录 %s %s", "Double entry of %s, %s"}
	TuiDblField     = Pair{"字段", "Field"}
)
