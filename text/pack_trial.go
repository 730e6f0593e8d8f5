package text

// Tests of a pack.
var (
	PackIDTotal        = Pair{"编号 %s 是合计的名称。请换一个。", "%s names a total of the sheet. Choose another id."}
	PackSayTrial       = Pair{"测试", "tests"}
	PackSayType        = Pair{"企业类型", "type of enterprise"}
	PackSayAsOf        = Pair{"截至月份", "to the end of month"}
	PackSayRows        = Pair{"登记的行", "rows"}
	PackSayExpect      = Pair{"应得", "expected"}
	PackTrialFact      = Pair{"测试里不能直接给「%[1]s」：它从登记表的行算出来，请在 rows 里写行。", "A test cannot give '%[1]s': it follows from the rows of a register. Write them under rows."}
	PackTrialFine      = Pair{"「%[1]s」太大，或小数太多。", "'%[1]s' is too large, or too fine."}
	PackTrialLine      = Pair{"政策包里没有「%[1]s」这一项。可以写：%[2]s。", "The pack has no line '%[1]s'. There are: %[2]s."}
	PackTrialDiffers   = Pair{"第 %[1]d 行，%[2]s：得 %[3]s，应得 %[4]s", "line %[1]d, %[2]s: %[3]s, expected %[4]s"}
	PackTrialBecause   = Pair{"%[1]s（%[2]s）", "%[1]s (%[2]s)"}
	CmdPackTestShort   = Pair{"按包里的测试验证政策包", "prove a pack by its tests"}
	CmdPackTestLong    = Pair{"用包里的 [[test]]，或另一个文件（不写就找同名的 .test.toml）里的 [[test]]，逐条算一遍：给定的数和行，各项应得几。全部相符退出码为 0，有不符的为 1，并说明哪一项得几、应得几。", "runs the [[test]] of the pack, and those of another file (without one, the file of the same name with .test.toml): figures and rows given, and what each line must come to. Exit code 0 where all hold, 1 where any differs, saying which line came to what."}
	CmdPackTestNone    = Pair{"没有测试：在包里写 [[test]]，或在旁边放 %[1]s", "There are no tests: write [[test]] in the pack, or put %[1]s beside it"}
	CmdPackTestHolds   = Pair{"相符  %[1]s", "holds    %[1]s"}
	CmdPackTestDiffers = Pair{"不符  %[1]s（第 %[2]d 行）", "differs  %[1]s (line %[2]d)"}
	CmdPackTestAll     = Pair{"%[1]d 条测试，不符 %[2]d 条", "%[1]d tests, %[2]d differ"}
)
