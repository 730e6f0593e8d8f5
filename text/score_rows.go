package text

// Why a record counts, counts only with pending, or does not count.
var (
	ScoreCountsOne    = Pair{"计 1", "counts 1"}
	ScoreCountsOn     = Pair{"%[1]s %[2]s", "%[1]s %[2]s"}
	ScoreCountsPoints = Pair{"%[1]s 分（%[2]s）", "%[1]s points (%[2]s)"}

	ScoreWhyPending      = Pair{"待认定，认定后计入", "not recognised yet; counts once it is"}
	ScoreWhyCityUnnamed  = Pair{"认定部门没有写明是哪个市的，写明前按待认定计", "the authority names no city; pending until it does"}
	ScoreWhyAwardName    = Pair{"从名称看不出是科学技术奖，写明是不是之前按待认定计", "its name does not show that it is a science award; pending until it is said whether it is"}
	ScoreWhyNotScience   = Pair{"填的不是科学技术奖，政策只计科学技术奖", "said to be no science award, and only those count"}
	ScoreWhyNoDocument   = Pair{"已认定但缺文号或日期，补齐前按待认定计", "recognised, but without document number or date; pending until they are filled in"}
	ScoreWhyReplaced     = Pair{"同一成果的 %[1]s 认定后由它代替", "%[1]s, of the same achievement, takes its place once recognised"}
	ScoreWhyWouldReplace = Pair{"认定后代替 %[1]s", "then takes the place of %[1]s"}
	ScoreWhyOverCap      = Pair{"超出上限 %[1]s 分，不再加", "beyond the cap of %[1]s points"}

	ScoreWhyNotHighest = Pair{"已取最高的 %[1]s，本项不另加", "the highest, %[1]s, is taken; this adds nothing"}

	ScoreWhyFlag       = Pair{"未标为%[1]s", "not flagged %[1]s"}
	ScoreWhyEmpty      = Pair{"未填%[1]s", "%[1]s is not filled"}
	ScoreWhyField      = Pair{"%[1]s是%[2]s，只计%[3]s", "%[1]s is %[2]s; only %[3]s counts"}
	ScoreWhyNotGranted = Pair{"%[1]s，尚未授权", "%[1]s, not granted yet"}
	ScoreWhyCategory   = Pair{"%[1]s不是%[2]s企业的创新方向，只计%[3]s", "%[1]s is a direction of other types; a %[2]s enterprise counts %[3]s"}
	ScoreWhyNoDate     = Pair{"未填%[1]s，不归属任何年度", "%[1]s is not filled, so it belongs to no year"}
	ScoreWhyNoSpan     = Pair{"未填起止月份，不归属任何年度", "begin and end are not filled, so it belongs to no year"}
	ScoreWhyYear       = Pair{"%[1]s %[2]s，不在 %[3]d 年", "%[1]s %[2]s is not in %[3]d"}
	ScoreWhyNotActive  = Pair{"起止 %[1]s–%[2]s，%[3]d 年不在研", "%[1]s–%[2]s, not running in %[3]d"}
	ScoreWhyLevel      = Pair{"%[1]s不计，只计%[2]s", "%[1]s does not count, only %[2]s"}
	ScoreWhyCity       = Pair{"由%[1]s认定，市级只计%[2]s的", "recognised by %[1]s; city level means %[2]s"}
	ScoreWhyUpgrade    = Pair{"由原级别升级，政策包规定升级不计", "an upgrade, which the pack does not count"}
	ScoreWhyRefused    = Pair{"不予认定", "refused by the authority"}
	ScoreWhySame       = Pair{"与 %[1]s 的%[2]s相同，只计一次", "same %[2]s as %[1]s, counted once"}
	ScoreWhySameHigher = Pair{"与 %[1]s 的%[2]s相同，已按%[3]s计", "same %[2]s as %[1]s, which counts at %[3]s"}

	ScoreWhyNoProject      = Pair{"项目 %[1]s 不在科技项目表里", "project %[1]s is not in the register"}
	ScoreWhyProjectPending = Pair{"项目 %[1]s 待认定，认定后计入", "project %[1]s is not recognised yet; counts once it is"}

	ScoreWhyNo            = Pair{"答「否」", "answered no"}
	ScoreWhyYesNoDocument = Pair{"未填文号", "no document number"}
	ScoreWhyLate          = Pair{"%[1]s 才完成，晚于期限 %[2]s，不计", "done on %[1]s, after the due date %[2]s: does not count"}
	ScoreWhyConflict      = Pair{"有几行答案互相矛盾，改正前按未填计", "several rows contradict each other; unanswered until mended"}
	ScoreWhyUnanswered    = Pair{"未填，答「是」后计入", "not answered; counts once it is answered yes"}
	ScoreWhyUnansweredDue = Pair{"未填，%[1]s 前完成并答「是」后计入", "not answered; counts once done by %[1]s and answered yes"}
)
