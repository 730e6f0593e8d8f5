package intake

func init() { layouts = append(layouts, registers) }

// registered makes a table of a register by the titles of its columns.
func registered(name string, header []string, rows ...[]string) Grid {
	s := Sheet{Name: name}
	s.words(Header, header...)
	for _, r := range rows {
		s.words(Line, r...)
	}
	return one(s)
}

func registers(uint64) (all []Case) {
	put := func(c Case) { all = append(all, c) }
	const layout = "登记表（专利、项目、奖项、平台…）"
	containers := []string{"xlsx", "csv-gb18030"}

	patents := []string{"申请号", "专利名称", "专利类型", "法律状态", "申请日", "授权公告日", "权利人", "已实施"}
	full := registered("专利", patents,
		[]string{"201910380558.X", "一种永磁体晶界扩散方法", "发明", "授权", "2019-05-08", "2021-03-02", "示例水务", "是"},
		[]string{"201620406833.2", "漏损监测装置", "实用新型", "授权", "2016-05-06", "2016-11-09", "示例水务", "否"})
	half := registered("专利", patents,
		[]string{"201910380558.X", "", "", "", "", "", "示例水务；包头稀土研究院", ""},
		[]string{"201620406833.2", "漏损监测装置", "实用新型", "失效", "", "", "", ""})
	fields := []string{"number", "title", "kind", "status", "applied_on", "granted_on", "holders", "implemented"}
	first := Truth{Fields: fields, Rows: [][]string{
		{"201910380558.X", "一种永磁体晶界扩散方法", "发明", "授权", "2019-05-08", "2021-03-02", "示例水务", "是"},
		{"201620406833.2", "漏损监测装置", "实用新型", "授权", "2016-05-06", "2016-11-09", "示例水务", "否"},
	}}
	second := Truth{Fields: fields, Rows: [][]string{
		{"201910380558.X", "一种永磁体晶界扩散方法", "发明", "授权", "2019-05-08", "2021-03-02", "示例水务；包头稀土研究院", "是"},
		{"201620406833.2", "漏损监测装置", "实用新型", "失效", "2016-05-06", "2016-11-09", "示例水务", "否"},
	}}
	put(Case{
		Name: "register-patent-half-filled", Layout: layout, Form: "patent", Containers: containers,
		Note:  "A template half filled: its blank cells leave what is there. Filled ones change it.",
		Files: []File{{Name: "a.x", Grid: full}, {Name: "b.x", Grid: half}},
		Steps: []Step{{Files: []string{"a.x"}, Expect: Right, Truth: first}, {Files: []string{"b.x"}, Expect: Right, Truth: second}, {Files: []string{"b.x"}, Expect: Right, Truth: second}},
	})
	erased := Truth{Fields: fields, Rows: [][]string{{"201620406833.2", "漏损监测装置", "实用新型", "授权", "2016-05-06", "", "", ""}}}
	put(Case{
		Name: "register-blank-erases-when-meant", Layout: layout, Form: "patent", Containers: containers,
		Note: "--blank-erases is for those who mean it.",
		Files: []File{
			{Name: "a.x", Grid: registered("专利", patents, []string{"201620406833.2", "漏损监测装置", "实用新型", "授权", "2016-05-06", "2016-11-09", "示例水务", "否"})},
			{Name: "b.x", Grid: registered("专利", patents, []string{"201620406833.2", "漏损监测装置", "实用新型", "授权", "2016-05-06", "", "", ""})},
		},
		Steps: []Step{
			{Files: []string{"a.x"}, Expect: Right, Truth: Truth{Fields: fields, Rows: first.Rows[1:]}},
			{Files: []string{"b.x"}, Flags: []string{"--blank-erases"}, Expect: Right, Truth: erased},
		},
	})

	awards := []string{"奖项名称", "获奖成果", "获奖级别", "获奖等次", "授奖部门", "获奖日期", "证书号", "单位排名"}
	put(Case{
		Name: "register-award-half-filled", Layout: layout, Form: "award", Containers: containers,
		Note: "An award is known by its certificate.",
		Files: []File{
			{Name: "a.x", Grid: registered("奖项", awards, []string{"内蒙古自治区科学技术进步奖", "晶界扩散技术", "自治区级", "二等", "自治区人民政府", "2023-06-01", "2023-J-2-015", "1"})},
			{Name: "b.x", Grid: registered("奖项", awards, []string{"内蒙古自治区科学技术进步奖", "晶界扩散技术", "", "", "", "", "2023-J-2-015", "2"})},
		},
		Steps: []Step{
			{Files: []string{"a.x"}, Expect: Right, Truth: Truth{Fields: []string{"name", "achievement_title", "level", "grade", "authority", "awarded_on", "certificate", "rank"}, Rows: [][]string{{"内蒙古自治区科学技术进步奖", "晶界扩散技术", "自治区级", "二等", "自治区人民政府", "2023-06-01", "2023-J-2-015", "1"}}}},
			{Files: []string{"b.x"}, Expect: Right, Truth: Truth{Fields: []string{"name", "achievement_title", "level", "grade", "authority", "awarded_on", "certificate", "rank"}, Rows: [][]string{{"内蒙古自治区科学技术进步奖", "晶界扩散技术", "自治区级", "二等", "自治区人民政府", "2023-06-01", "2023-J-2-015", "2"}}}},
		},
	})

	platforms := []string{"平台名称", "平台类型", "平台级别", "批复日期", "建设支出（万元）", "平台人员"}
	pf := []string{"name", "kind", "level", "established_on", "total_spend", "staff"}
	put(Case{
		Name: "register-platform-half-filled", Layout: layout, Form: "platform", Containers: containers,
		Note: "万元 in the header; the second file fills one blank and leaves the others.",
		Files: []File{
			{Name: "a.x", Grid: registered("平台", platforms, []string{"示例水务企业技术中心", "企业技术中心", "市级", "2020-09-01", "123.45", "30"})},
			{Name: "b.x", Grid: registered("平台", platforms, []string{"示例水务企业技术中心", "", "", "", "", "35"})},
		},
		Steps: []Step{
			{Files: []string{"a.x"}, Expect: Right, Truth: Truth{Fields: pf, Rows: [][]string{{"示例水务企业技术中心", "企业技术中心", "市级", "2020-09-01", "1234500.00", "30"}}}},
			{Files: []string{"b.x"}, Expect: Right, Truth: Truth{Fields: pf, Rows: [][]string{{"示例水务企业技术中心", "企业技术中心", "市级", "2020-09-01", "1234500.00", "35"}}}},
		},
	})

	projectHead := []string{"项目编号", "项目名称", "项目级别", "项目来源", "开展形式", "技术经济目标", "起始年月", "完成年月", "项目总支出"}
	prf := []string{"code", "name", "level", "source", "cooperation", "goal", "start", "end", "total_spend"}
	base := func(spend string) [][]string {
		return [][]string{
			{"RD2301", ProjectNames["RD2301"], "企业级", "1", "10", "3", "202301", "202412", spend},
			{"RD2302", ProjectNames["RD2302"], "企业级", "1", "10", "3", "202301", "202412", ""},
			{"RD2303", ProjectNames["RD2303"], "企业级", "1", "10", "3", "202301", "202412", ""},
		}
	}
	put(Case{
		Name: "register-project-half-filled", Layout: layout, Form: "project", Containers: containers,
		Note:  "Only the number and one amount are filled: the name, level and all else stay.",
		Files: []File{{Name: "a.x", Grid: registered("项目", projectHead, []string{"RD2301", "", "", "", "", "", "", "", "45,600.00"})}},
		Steps: []Step{{Expect: Right, Truth: Truth{Fields: prf, Rows: base("45600.00")}}},
	})

	conversions := []string{"成果名称", "转化方式", "转化收入", "签约日期", "对方名称"}
	cf := []string{"name", "mode", "income", "contracted_on", "counterparty_name"}
	was := Truth{Fields: cf, Rows: [][]string{{"晶界扩散工艺包", "许可", "350000.00", "2023-04-18", "北方磁材"}}}
	put(Case{
		Name: "register-conversion-perhaps-the-same", Layout: layout, Form: "conversion", Containers: containers,
		Note: "A row equal in all but its figure is perhaps the same contract: it is changed, or asked about, never a second one unasked.",
		Files: []File{
			{Name: "a.x", Grid: registered("转化", conversions, []string{"晶界扩散工艺包", "许可", "350000", "2023-04-18", "北方磁材"})},
			{Name: "b.x", Grid: registered("转化", conversions, []string{"晶界扩散工艺包", "许可", "380000", "2023-04-18", "北方磁材"})},
		},
		Steps: []Step{
			{Files: []string{"a.x"}, Expect: Right, Truth: was},
			{Files: []string{"b.x"}, Expect: RightOrAsk, Truth: Truth{Fields: cf, Rows: [][]string{{"晶界扩散工艺包", "许可", "380000.00", "2023-04-18", "北方磁材"}}}},
		},
	})
	put(oneOf("register-innovation-perhaps-the-same", "innovation", []string{"成果名称", "创新类别", "取得日期", "当年效益"}, []string{"name", "category", "achieved_on", "benefit"},
		[]string{"漏损智能定位", "技术", "2023-08-01", "120000"}, []string{"漏损智能定位", "技术", "2023-08-01", "150000"}, []string{"漏损智能定位", "技术", "2023-08-01", "120000.00"}, []string{"漏损智能定位", "技术", "2023-08-01", "150000.00"}))
	put(oneOf("register-small-perhaps-the-same", "small", []string{"名称", "类型", "提出人", "采纳日期", "当年效益"}, []string{"title", "kind", "proposer", "adopted_on", "benefit"},
		[]string{"阀门检修支架", "小革新", "赵六", "2023-05-06", "8000"}, []string{"阀门检修支架", "小革新", "赵六", "2023-05-06", "9000"}, []string{"阀门检修支架", "小革新", "赵六", "2023-05-06", "8000.00"}, []string{"阀门检修支架", "小革新", "赵六", "2023-05-06", "9000.00"}))
	return all
}

// oneOf imports a row, then the same with another figure.
func oneOf(name, form string, header, fields, a, b, wasA, wasB []string) Case {
	return Case{
		Name: name, Layout: "登记表（专利、项目、奖项、平台…）", Form: form, Containers: []string{"xlsx", "csv-gb18030"},
		Note:  "A row equal in all but its figure: changed, or asked about, never a second one unasked.",
		Files: []File{{Name: "a.x", Grid: registered("Sheet1", header, a)}, {Name: "b.x", Grid: registered("Sheet1", header, b)}},
		Steps: []Step{
			{Files: []string{"a.x"}, Expect: Right, Truth: Truth{Fields: fields, Rows: [][]string{wasA}}},
			{Files: []string{"b.x"}, Expect: RightOrAsk, Truth: Truth{Fields: fields, Rows: [][]string{wasB}}},
		},
	}
}
