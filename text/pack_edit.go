package text

// Changing a pack value by value.
var (
	PackCellBlank    = Pair{"不能空着", "It cannot be left empty"}
	PackRange        = Pair{"数字，%[1]s 到 %[2]s", "a number, %[1]s to %[2]s"}
	PackRangeAny     = Pair{"数字", "a number"}
	PackRangeWhole   = Pair{"整数，%[1]s 到 %[2]s", "a whole number, %[1]s to %[2]s"}
	PackRangePercent = Pair{"百分数，%[1]s%% 到 %[2]s%%", "a percentage, %[1]s%% to %[2]s%%"}
	PackRangeEither  = Pair{"数字或百分数（与这一项的量一致），%[1]s 到 %[2]s", "a number or a percentage, as the line is measured, %[1]s to %[2]s"}
)
