package text

// Where less is better.
var (
	PackRungBothLower      = Pair{"一级阶梯只能写 at（不高于）或 below（低于）之一。", "A rung has at (not above) or below, not both."}
	PackRungNeitherLower   = Pair{"这一级阶梯缺 at（不高于）或 below（低于）。", "The rung lacks at (not above) or below."}
	PackRungDirection      = Pair{"这个方向的阶梯不写 %[1]s，写 at 或 %[2]s。", "A ladder of this direction has no %[1]s: write at or %[2]s."}
	PackLadderOrderLower   = Pair{"阶梯顺序不对：%s 不低于上一级 %s。越低越好的阶梯从高到低写。", "The ladder is out of order: %s is not below the rung before, %s. Where less is better, write from high to low."}
	PackFloorTargetLower   = Pair{"越低越好的功效系数法，起点 %s 要高于目标 %s。", "Where less is better, the floor %s must be above the target %s."}
	PackLowerZeroBase      = Pair{"越低越好的增长率，上年为零而本年不为零的不得分，不能写 zero_base = \"top\"。请删去。", "Where less is better, growth from nothing earns nothing: zero_base = \"top\" cannot be. Delete it."}
	PackLowerEvidence      = Pair{"越低越好的项不能写 evidence = \"认定\"：没认定的行会被当作没有发生。请删去。", "Where less is better, rows cannot wait for evidence: a row without its recognition would count as one that did not happen. Delete it."}
	ScoreParamRungBelow    = Pair{"第 %[1]s 档低于", "rung %[1]s below"}
	ScoreRuleToTargetLower = Pair{"越低越好：不高于目标得满分，高于目标的按目标 ÷ 实际得分，最高 %[1]s；目标不大于零的没有比例，高于目标不得分", "less is better: full marks up to the target, target ÷ value above it, at most %[1]s; of a target of nothing or less there is no part, and above it nothing"}
	ScoreRungUnder         = Pair{"低于 %[1]s 得 %[2]s", "below %[1]s: %[2]s"}
	ScoreRungWithin        = Pair{"不高于 %[1]s 得 %[2]s", "not above %[1]s: %[2]s"}
	ScoreRuleEfficacyLower = Pair{"功效系数法，越低越好：不高于 %[1]s 得 %[2]s，降到 %[3]s 得满分，中间按直线，高于起点不得分", "efficacy coefficient, less is better: %[2]s at %[1]s, full marks at %[3]s, a straight line between, nothing above the floor"}
	ScoreWithin            = Pair{"%[1]s 不高于 %[2]s：%[3]s × %[4]s", "%[1]s is not above %[2]s: %[3]s × %[4]s"}
	ScoreOver              = Pair{"%[1]s 高于 %[2]s：%[3]s × 0", "%[1]s is above %[2]s: %[3]s × 0"}
	ScoreOnUnder           = Pair{"%[1]s 低于 %[2]s 档：%[3]s × %[4]s", "%[1]s is below the rung of %[2]s: %[3]s × %[4]s"}
	ScoreOnWithin          = Pair{"%[1]s 在 %[2]s 档以内：%[3]s × %[4]s", "%[1]s is within the rung of %[2]s: %[3]s × %[4]s"}
	ScoreBeneath           = Pair{"%[2]s 不会是真实的数（负数，或下降超过 100%%），不得分：%[1]s × 0", "%[2]s cannot be true (negative, or a fall beyond 100%%) and earns nothing: %[1]s × 0"}
	ScoreEfficacyLower     = Pair{"%[1]s × min(%[2]s, %[3]s + %[4]s × (%[6]s − %[5]s) ÷ (%[6]s − %[7]s))", "%[1]s × min(%[2]s, %[3]s + %[4]s × (%[6]s − %[5]s) ÷ (%[6]s − %[7]s))"}
	ScoreGapValueLower     = Pair{"比满分高 %[1]s 个百分点", "%[1]s percentage points above full marks"}
	ScoreStuckLower        = Pair{"上年不大于零，没有可降的，也没有可比的", "nothing the year before: nothing to lower, nothing to compare with"}
	ScoreLessMoney         = Pair{"减少%[1]s %[2]s 万元", "CNY %[2]s ten thousand less of %[1]s"}
	ScoreLessOf            = Pair{"减少%[1]s %[2]s", "%[2]s less of %[1]s"}
	ScoreLessRows          = Pair{"减少%[2]s %[1]s %[3]s", "%[1]s fewer (%[2]s)"}
	ScoreLessPoints        = Pair{"减少 %[1]s 分", "%[1]s fewer points"}
	ScoreNextLessMoney     = Pair{"%[1]s减少 %[2]s 万元", "CNY %[2]s ten thousand less of %[1]s"}
	ScoreFindNone          = Pair{"%[1]s一行也没有，「%[2]s」因此按没有发生计分：确实没有的写明依据，有的补录", "%[1]s has no row, and '%[2]s' is scored as if nothing had happened: say on what grounds, or enter what there was"}
	ScoreNextLess          = Pair{"%[1]s减少 %[2]s", "%[2]s less of %[1]s"}
)
