package text

// Measures of rows and of other measures.
var (
	PackSayField       = Pair{"字段", "field"}
	PackSayUnit        = Pair{"单位", "unit"}
	PackSayGrowthOf    = Pair{"什么的增长", "what grows"}
	PackFieldKind      = Pair{"%[1]s不能这样用：合计要金额、整数或小数的字段，不同值的个数不用备注和证据。", "%[1]s cannot be used so: a sum takes a field of money, whole or decimal numbers; different values are counted of anything but notes and evidence."}
	PackUnitThere      = Pair{"%[1]s的单位就是%[2]s。请删去 unit。", "The unit of %[1]s is %[2]s. Delete unit."}
	PackWantMeasure    = Pair{"这里写指标数的名称，或一张 { kind = …, … }。", "Write the name of a figure here, or a table { kind = …, … }."}
	PackPerUnit        = Pair{"单位「%[1]s」不对：要写成 分子/分母，分子是%[2]s，分母是%[3]s（万元的可写元、千元、万元、亿元）。", "The unit '%[1]s' does not fit: write numerator/denominator, the numerator in %[2]s, the denominator in %[3]s (an amount also in its smaller and larger units)."}
	PackNoPrevious     = Pair{"「%[1]s」没有上年的数，这里的增长总是缺数据。请用 [[field]] 在 annual 上加字段 %[2]s。", "'%[1]s' has no figure of the year before, so this growth always lacks data. Add a field %[2]s to annual with [[field]]."}
	PackGrowthBoth     = Pair{"增长写 of，或写 cur 和 prev，不能都写。", "Growth has either of, or cur and prev, not both."}
	PackGrowthNeither  = Pair{"增长缺 of，或 cur 和 prev。", "Growth lacks of, or cur and prev."}
	AccountUnit        = Pair{"%[1]s（%[2]s）", "%[1]s (%[2]s)"}
	ScoreFigure        = Pair{"%s", "%s"}
	ScoreInUnit        = Pair{"%[1]s %[2]s", "%[1]s %[2]s"}
	ScoreUnitPer       = Pair{"%[1]s/%[2]s", "%[1]s/%[2]s"}
	ScoreRuleSum       = Pair{"%[1]s，%[2]s合计", "%[1]s: the sum of %[2]s"}
	ScoreRuleDistinct  = Pair{"%[1]s，不同的%[2]s各计 1", "%[1]s: 1 for each different %[2]s"}
	ScoreDifferent     = Pair{"不同的%[1]s", "different %[1]s"}
	ScoreSumOf         = Pair{"%[1]d 行%[2]s合计 %[3]s", "%[2]s of %[1]d rows: %[3]s"}
	ScoreCountsSum     = Pair{"计 %[1]s", "counts %[1]s"}
	ScoreSameLastYear  = Pair{"上年同一数", "the same of the year before"}
	ScoreFromNothingOf = Pair{"上年 %[1]s，本年 %[2]s：得最高档", "%[1]s the year before, %[2]s this year: the top"}
	ScorePastForm      = Pair{"上年的数据", "data of the year before"}
	ScoreNextFigures   = Pair{"在%[1]s再登记%[2]s %[3]s", "enter %[3]s more of %[2]s in %[1]s"}
	ScorePastOf        = Pair{"上年的「%[1]s」", "'%[1]s' of the year before"}
)
