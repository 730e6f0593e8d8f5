package text

// The commands that carry decisions, receipts and rows between desks.
var (
	CmdFlagForms          = Pair{"`FORMS` 只并入这些表（编号，逗号隔开）；不写则全部", "`FORMS` by id, parted by commas; else all"}
	CmdFlagOurs           = Pair{"不同的格确认保留本工作区的", "keep ours where cells differ"}
	CmdFlagTheirs         = Pair{"不同的格取对方的", "take theirs where cells differ"}
	CmdFlagFromSubmission = Pair{"`FILE.zip` 从一份报送文件开始：换电脑，或开立下一年度之前", "`FILE.zip`, a submission to begin from: on another machine, or before opening the next year"}

	CmdOneSide   = Pair{"--ours 与 --theirs 只能写一个", "write --ours or --theirs, not both"}
	CmdNewEither = Pair{"--from 已说明企业和年度：不要再写 --uscc、--name、--type、--year", "--from says which enterprise and year: leave --uscc, --name, --type and --year out"}

	CmdReplaced   = Pair{"%[1]s（%[2]s %[3]s）已由 %[4]s 替代", "%[1]s (%[2]s, %[3]s) is replaced by %[4]s"}
	CmdIntraGroup = Pair{"内部往来剔除：%[1]s → %[2]s，%[3]d 笔，%[4]s 元", "left out between members: %[1]s → %[2]s, %[3]d lines, CNY %[4]s"}
	CmdGroup      = Pair{"集团 %[1]s（%[2]d 家）加回：成员之和 %[3]s 万元，合并口径 %[4]s 万元（%[5]s）", "group %[1]s (%[2]d members), add-back in CNY 10k: sum of members %[3]s, consolidated %[4]s (%[5]s)"}
	CmdTotals     = Pair{"%[1]s %[2]d 家：研发投入 %[3]s 万元，内部委托 %[4]s 万元，剔除后 %[5]s 万元", "%[1]s, %[2]d enterprises: R&D %[3]s, commissioned within %[4]s, net %[5]s (CNY 10k)"}
)
