package text

// What the regulator's papers say. They are Chinese 公文; the English is for those who read along.
var (
	NoticeDraft         = Pair{"未定稿：%d 年度台账尚未关闭，结果可能变动", "Draft: %d is not closed, and results may change"}
	NoticeNumber        = Pair{"〔%d〕　　号", "[%d] No."}
	NoticeResultTitle   = Pair{"关于%[1]s%[2]d年度创新考核结果的通知", "Notice of the result of the innovation assessment of %[1]s, %[2]d"}
	NoticeBulletinTitle = Pair{"关于%d年度创新考核结果的通报", "Bulletin on the results of the innovation assessment of %d"}
	NoticeSummaryTitle  = Pair{"%d年度创新考核结果汇总表", "Summary of the innovation assessment of %d"}
	NoticeBasis         = Pair{"根据《%[1]s》，对你单位报送的数据（报送编号 %[2]s）进行了核验和核定，现将结果通知如下。", "Under %[1]s your submission %[2]s was verified and assessed; the result is as follows."}
	NoticeScore         = Pair{"创新指标自评 %[1]s 分，核定 %[2]s 分；加分核定 %[3]s 分；调整后创新指标得分 %[4]s 分。", "Innovation by your own word %[1]s, confirmed %[2]s; bonus confirmed %[3]s; innovation after adjustments %[4]s."}
	NoticePlace         = Pair{"在%[1]s企业中排名第 %[2]d。", "Rank %[2]d among enterprises of type %[1]s."}
	NoticeGrade         = Pair{"考核等级为“%s”。", "Grade: %s."}
	NoticeLate          = Pair{"报送晚于规定的 %s。", "It came after %s, the day on which it was due."}
	NoticeAdjustments   = Pair{"调整情况及依据如下：", "Adjustments, and their basis:"}
	NoticePending       = Pair{"下列事项尚待认定，本次未计分：", "The following wait for recognition and did not count:"}
	NoticeBulletin      = Pair{"%[1]d 年度创新考核按《%[2]s》进行，共核定 %[3]d 家企业，现将结果通报如下。", "The innovation assessment of %[1]d was held under %[2]s; %[3]d enterprises were assessed."}
	NoticeType          = Pair{"%[1]s企业（%[2]d 家）：", "%[1]s (%[2]d):"}
	NoticeDue           = Pair{"下列 %d 家企业未按要求报送：", "These %d enterprises did not hand in as they should:"}
	NoticeSpread        = Pair{"各类企业得分分布：", "How figures are spread:"}
	NoticeLine          = Pair{"考核指标", "Line of the assessment"}
	NoticeValue         = Pair{"完成值", "Measured"}
	NoticeTarget        = Pair{"目标值", "Full marks at"}
	NoticeGround        = Pair{"调整依据", "Basis of the adjustment"}
	NoticePoints        = Pair{"调整分数", "Points"}
	NoticeItem          = Pair{"事项", "Item"}
	NoticeWhy           = Pair{"未计分原因", "Why it did not count"}
	NoticeFinal         = Pair{"最终得分", "Final score"}
	NoticeMedian        = Pair{"中位数（精确）", "Median, exact"}
	NoticeOpinionTitle  = Pair{"关于%d年度创新考核目标值的核定意见", "Opinion on the targets of the innovation assessment of %d"}
	NoticeOpinion       = Pair{"根据《%s》，对各单位申报的年度目标值核定如下。", "Under %s the targets declared for the year are approved as follows."}
	NoticeDeclared      = Pair{"申报值", "Declared"}
	NoticeApproved      = Pair{"核定值", "Approved"}
	NoticeApprovedBy    = Pair{"核定依据", "Basis"}
	NoticeDocument      = Pair{"文号", "Document"}
	NoticeWagesTitle    = Pair{"%d年度工资总额清算（创新单列与倾斜）", "Settlement of total wages of %d: listed apart and tilted for innovation"}
	NoticeWages         = Pair{"根据《%s》，各单位工资总额中因创新单列和倾斜的部分核定如下（万元）。", "Under %s the parts of total wages that are listed apart or tilted for innovation are confirmed as follows, CNY 10k."}
	NoticeApartSelf     = Pair{"单列（自评）", "Apart, by own word"}
	NoticeApart         = Pair{"单列（核定）", "Apart, confirmed"}
	NoticeTiltSelf      = Pair{"倾斜（自评）", "Tilt, by own word"}
	NoticeTilt          = Pair{"倾斜（核定）", "Tilt, confirmed"}
	NoticeWagesSum      = Pair{"核定合计", "Confirmed in all"}
	NoticeTotal         = Pair{"合计", "Total"}
	NoticeMost          = Pair{"最高", "Highest"}
)
