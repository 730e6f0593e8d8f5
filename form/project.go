package form

import (
	"strconv"

	"yice/text"
)

// projectForm is the register of science and technology projects; with the ledger it yields form 107-1.
var projectForm = Form{
	ID: "project", Title: pair("科技项目", "Projects"), Scope: Register, Recognised: true, Binds: []string{"level"},
	Keys:    [][]string{{"code"}},
	Label:   []string{"name"},
	Clauses: []string{"C10", "C17", "C35", "C37", "C40"},
	Help: pair("一个立项一行；同一项目跨年每年一行，编号不变。技术改造、基建和生产项目不登记在这里。",
		"One row a project, the same code every year it runs. Renovation, construction and production projects do not belong here."),
	// A project that is running at the end of the year goes on into the next one.
	Persists: func(r *Record, _ int) bool {
		s := r.Str("status")
		return (s == "" || s == Running) && r.Str("end") != FailedMonth
	},
	Fields: []Field{
		{
			ID: "code", Title: pair("项目编号", "Code"), Kind: Text, Required: true, Carry: true, Plain: true, Width: 12,
			Help:     pair("企业内部唯一的编号，跨年不变；台账和团队都按它引用。", "Unique within the enterprise and the same every year; the ledger and the teams refer to it."),
			Synonyms: []string{"编号", "项目号", "项目代码"},
		},
		{
			ID: "name", Title: pair("项目名称", "Name"), Kind: Text, Required: true, Carry: true, Width: 30,
			Source:   "107-1",
			Help:     pair("立项文件上的名称，说得出研究什么；名称像技改或生产会被要求说明。", "As in the approval, saying what is studied; a name like renovation or production will be asked about."),
			Synonyms: []string{"项目", "名称"},
		},
		{
			ID: "level", Title: pair("项目级别", "Level"), Kind: CodeKind, Codes: projectLevelCodes, Named: Levels, Required: true, Carry: true,
			Source:   "C10 C35",
			Help:     pair("按下达项目的部门：科技部等为国家级，自治区厅局为自治区级，市局为市级，企业自立为企业级。", "By the authority that issued it; the enterprise's own projects are enterprise level."),
			Synonyms: []string{"级别", "项目层级"},
		},
		{
			ID: "major", Title: pair("重大科技项目", "Major project"), Kind: Flag, Codes: flagCodes, Carry: true,
			Source:   "C35",
			Help:     pair("列入重大科技项目（专项）的填「是」，以下达文件为准；与「攻关」不是一回事。", "Yes where the issuing document says major project; not the same as a key-problem project."),
			Synonyms: []string{"是否重大", "是否重大科技项目", "重大项目"},
		},
		{
			ID: "tackle", Title: pair("重大科技攻关项目", "Key-problem project"), Kind: Flag, Codes: flagCodes, Carry: true,
			Source:   "C37 C40",
			Help:     pair("列入重大科技攻关的填「是」；团队工资单列和绩效倾斜只看它。", "Yes where it was listed as a key problem to solve; pay listed apart and the tilt look at this alone."),
			Synonyms: []string{"是否攻关", "攻关项目", "是否重大科技攻关项目"},
		},
		{
			ID: "organisation", Title: pair("组织方式", "Organisation"), Kind: CodeKind, Codes: organisationCodes, Carry: true,
			Source:   "C17",
			Help:     pair("项目怎样定下来的；与项目来源是两件事。", "How the project was awarded; apart from its source."),
			Synonyms: []string{"项目组织方式"},
		},
		{
			ID: "source", Title: pair("项目来源", "Source"), Kind: CodeKind, Codes: projectSourceCodes, Required: true, Carry: true, Width: 16,
			Source:   "107-1 〔1〕",
			Help:     pair("谁提出并下达：自己立项填 1，政府计划填 2，别人委托填 3。", "Who set it: 1 own, 2 government, 3 commissioned by others."),
			Synonyms: []string{"来源"},
		},
		{
			ID: "cooperation", Title: pair("开展形式", "Form of work"), Kind: CodeKind, Codes: cooperationCodes, Required: true, Carry: true, Width: 18,
			Source:   "107-1 〔2〕",
			Help:     pair("自己做填 10；合作填 21–24，委托别人做填 31–33，多种形式按经费最多的填。", "10 alone, 21–24 with others, 31–33 commissioned; where several, the one that cost most."),
			Synonyms: []string{"项目开展形式", "合作形式"},
		},
		{
			ID: "result", Title: pair("当年成果形式", "Result of the year"), Kind: CodeKind, Codes: resultCodes, Width: 18,
			Source:   "107-1 〔3〕",
			Help:     pair("当年最主要的一种成果；当年没有成果就空着。", "The main result of the year; empty if there was none."),
			Synonyms: []string{"成果形式", "项目当年成果形式"},
		},
		{
			ID: "goal", Title: pair("技术经济目标", "Goal"), Kind: CodeKind, Codes: goalCodes, Required: true, Carry: true, Width: 18,
			Source:   "107-1 〔4〕",
			Help:     pair("最主要的一个目标。", "The main goal."),
			Synonyms: []string{"项目技术经济目标", "目标"},
		},
		{
			ID: "start", Title: pair("起始年月", "Start"), Kind: Month, Required: true, Carry: true,
			Source:   "107-1 〔5〕",
			Help:     pair("立项的年月，如 202303；不得晚于填报年度 12 月。", "Month it began, as 202303; not after December of the filing year."),
			Synonyms: []string{"项目起始日期", "开始时间", "起始日期", "开始日期"},
		},
		{
			ID: "end", Title: pair("完成年月", "End"), Kind: Month, Required: true, Carry: true, AllowZeros: true,
			Source:   "107-1 〔6〕",
			Help:     pair("完成的年月；没完成的填预计年月；当年失败的填 000000。不得早于填报年度 1 月。", "Month it ended or is expected to; 000000 if it failed within the year. Not before January of the filing year."),
			Synonyms: []string{"项目完成日期", "结束时间", "完成日期", "结束日期"},
		},
		{
			ID: "stage", Title: pair("进展阶段", "Stage"), Kind: CodeKind, Codes: stageCodes,
			Source:   "107-1 〔7〕",
			Help:     pair("跨年项目必填：年末处在哪一步；当年开始当年完成的空着。", "Needed where the project crosses the year; empty where it began and ended within it."),
			Synonyms: []string{"主要进展阶段", "跨年项目当年所处主要进展阶段", "阶段"},
			Applies:  func(r *Record) bool { return !withinOneYear(r) },
		},
		{
			ID: "staff", Title: pair("研发人员", "Staff"), Kind: Int, Unit: Persons,
			Source:   "107-1 〔8〕",
			Help:     pair("当年参加本项目研发的人员数；一个人参加几个项目，各项目都算。", "People who worked on it in the year; who works on several counts in each."),
			Synonyms: []string{"项目研究开发人员", "项目人员", "人员数"},
		},
		{
			ID: "person_months", Title: pair("工作时间", "Time worked"), Kind: Decimal, Decimals: 1, Unit: PersonMo,
			Source:   "107-1 〔9〕",
			Help:     pair("项目人员当年实际工作时间之和，人月；不会超过人数的 12 倍。", "Person-months worked in the year; not more than 12 times the staff."),
			Synonyms: []string{"项目人员实际工作时间", "人月", "工作量"},
		},
		{
			ID: "total_spend", Title: pair("项目总支出", "Total spending"), Kind: Money, Unit: Yuan, Width: 16,
			Source:   "C35",
			Help:     pair("本项目当年的全部支出，台账内外都算；超出台账的部分认定后可视同利润。", "All that was spent on it in the year, within the ledger or not; the part outside may count as profit once recognised."),
			Synonyms: []string{"项目支出", "当年支出", "总支出"},
		},
		{
			ID: "government_funds", Title: pair("其中：政府资金", "of it from government"), Kind: Money, Unit: Yuan, Width: 16,
			Source:   "107-1 〔11〕",
			Help:     pair("只在本项目没有台账明细时填；有台账的由「政府部门」明细算出。", "Only where the project has no ledger lines; otherwise its government lines give it."),
			Synonyms: []string{"政府资金", "其中政府资金", "财政资金"},
		},
		{
			ID: "role", Title: pair("承担角色", "Role"), Kind: CodeKind, Codes: projectRoleCodes, Carry: true,
			Source:   "C35",
			Help:     pair("牵头单位还是参与单位，以任务书为准。", "Lead or partner, as in the contract."),
			Synonyms: []string{"角色", "牵头/参与"},
		},
		{
			ID: "achievement", Title: pair("成果号", "Achievement"), Kind: Text, Carry: true, Plain: true, Width: 10,
			Source:   "C35",
			Help:     pair("同一项目在几级立项时填同一个号，只按最高级计一次。", "The same for one project listed at several levels; it counts once, at the highest."),
			Synonyms: []string{"成果编号"},
		},
		{
			ID: "status", Title: pair("项目状态", "Status"), Kind: CodeKind, Codes: projectStatusCodes, Carry: true,
			Help:     pair("年末的状态；「在研」的项目开新年度时自动带过去。", "At year end; running projects are carried into the next year."),
			Synonyms: []string{"状态", "完成情况"},
		},
	},
	Checks: []Check{
		{
			ID: "project.start-after-end", Severity: Must, Fields: []string{"end", "start"},
			Bad: func(r *Record) (text.Pair, bool) {
				start, end := r.Str("start"), r.Str("end")
				return found(start != "" && end != "" && end != FailedMonth && start > end, text.FormStartAfterEnd, start, end)
			},
		},
		{
			ID: "project.start-after-year", Severity: Must, Fields: []string{"start"},
			BadIn: func(r *Record, year int) (text.Pair, bool) {
				start := r.Str("start")
				return found(start != "" && yearOf(start) > year, text.FormStartAfterYear, start, year)
			},
		},
		{
			ID: "project.end-before-year", Severity: Must, Fields: []string{"end"},
			BadIn: func(r *Record, year int) (text.Pair, bool) {
				end := r.Str("end")
				return found(end != "" && end != FailedMonth && yearOf(end) < year, text.FormEndBeforeYear, end, year)
			},
		},
		{
			ID: "project.stage-missing", Severity: Must, Fields: []string{"stage", "start", "end"},
			BadIn: func(r *Record, year int) (text.Pair, bool) {
				return found(crossesYear(r, year) && r.Get("stage").Empty() && !r.unread("stage"), text.FormStageMissing, r.Str("start"), endOf(r), year)
			},
		},
		{
			ID: "project.stage-extra", Severity: Verify, Fields: []string{"stage", "start", "end"},
			Bad: func(r *Record) (text.Pair, bool) {
				return found(withinOneYear(r) && !r.Get("stage").Empty(), text.FormStageExtra, r.Str("start"), r.Str("end"))
			},
		},
		{
			ID: "project.person-months", Severity: Verify, Fields: []string{"person_months", "staff"},
			Bad: func(r *Record) (text.Pair, bool) {
				staff, ok := r.Get("staff").Int()
				months, ok2 := r.Get("person_months").Int()
				if !ok || !ok2 || staff < 0 || staff > maxStaff || months <= staff*12*10 {
					return text.Pair{}, false
				}
				return text.FormPersonMonths.With(r.amount("person_months"), staff, strconv.FormatInt(staff*12, 10)), true
			},
		},
		positive("project.staff-zero", "staff"),
		positive("project.person-months-zero", "person_months"),
		partOf("project.government-part", "government_funds", "total_spend"),
		{
			ID: "project.failed-status", Severity: Verify, Fields: []string{"status", "end"},
			Bad: func(r *Record) (text.Pair, bool) {
				s := r.Str("status")
				return found(r.Str("end") == FailedMonth && (s == Running || s == Finished), text.FormFailedStatus, codeTitle(projectStatusCodes, s))
			},
		},
		{
			ID: "project.finished-later", Severity: Verify, Fields: []string{"status", "end"},
			BadIn: func(r *Record, year int) (text.Pair, bool) {
				end := r.Str("end")
				return found(r.Str("status") == Finished && end != "" && yearOf(end) > year, text.FormFinishedLater, end, year)
			},
		},
		{
			ID: "project.major-level", Severity: Verify, Fields: []string{"level", "major", "tackle"},
			Bad: func(r *Record) (text.Pair, bool) {
				return found(r.Str("level") == EnterpriseLevel && (r.Str("major") == Yes || r.Str("tackle") == Yes), text.FormMajorLevel, r.Form.Field("level").CodeTitle(r.Str("level")))
			},
		},
		doubtful("project.not-research", "name", projectDoubts),
	},
}

// maxStaff keeps staff × 12 within an int64 whatever was keyed.
const maxStaff = 1 << 40

// endOf names the end of a project in a sentence.
func endOf(r *Record) text.Pair {
	if end := r.Str("end"); end != FailedMonth {
		return text.Same(end)
	}
	return text.FormFailedEnd
}

// withinOneYear: began and ended in the same calendar year.
func withinOneYear(r *Record) bool {
	start, end := r.Str("start"), r.Str("end")
	return start != "" && end != "" && end != FailedMonth && yearOf(start) == yearOf(end)
}

// crossesYear: under way before the filing year or after it. One that failed within the year crosses it only backwards.
func crossesYear(r *Record, year int) bool {
	start, end := r.Str("start"), r.Str("end")
	if start == "" || end == "" {
		return false
	}
	return yearOf(start) < year || end != FailedMonth && yearOf(end) > year
}
