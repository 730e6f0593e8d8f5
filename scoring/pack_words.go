package scoring

import (
	"strings"

	"yice/text"
)

// The words of a pack's readings, as people say them.

// packWords has the sentence of each word a pack may choose, by key and word; a word without one stands for itself.
var packWords = map[string]text.Pair{
	"pack.status draft":  {ZH: "草案（模拟）", EN: "draft (simulation)"},
	"pack.status issued": {ZH: "已签发", EN: "issued"},
	"pack.city any":      {ZH: "任何城市", EN: "any city"},

	"rounding.mode half_up":   {ZH: "四舍五入", EN: "half away from zero"},
	"rounding.mode half_even": {ZH: "四舍六入五成双（GB/T 8170）", EN: "half to even (GB/T 8170)"},

	"bonus_total.on annual":     {ZH: "计入年度考核总分", EN: "the annual result"},
	"bonus_total.on innovation": {ZH: "计入创新指标分", EN: "the innovation score"},
	"bonus.upgrade difference":  {ZH: "升级的平台只计与原级别的差额", EN: "an upgraded platform counts the difference"},
	"bonus.upgrade full":        {ZH: "升级的平台按新级别全额计", EN: "an upgraded platform counts in full"},
	"bonus.upgrade none":        {ZH: "升级的平台不计", EN: "an upgraded platform does not count"},

	"addback.reading A":                      {ZH: "A：基数加增量", EN: "A: base and increment"},
	"addback.reading B":                      {ZH: "B：全额，增量另加", EN: "B: all, and the increment again"},
	"addback.basis expensed":                 {ZH: "费用化", EN: "expensed"},
	"addback.basis total":                    {ZH: "费用化与资本化", EN: "expensed and capitalised"},
	"addback.government_fund exclude":        {ZH: "扣除财政资金", EN: "without government money"},
	"addback.government_fund include":        {ZH: "不扣财政资金", EN: "with government money"},
	"addback.scope entity":                   {ZH: "法人口径", EN: "legal entity"},
	"addback.scope consolidated":             {ZH: "合并口径", EN: "consolidated"},
	"addback.base_year previous":             {ZH: "上年", EN: "the year before"},
	"addback.decrease zero":                  {ZH: "研发下降时增量按零计", EN: "a fall counts no increment"},
	"addback.decrease deduct":                {ZH: "研发下降时倒扣增量", EN: "a fall counts against"},
	"addback.no_prev_year base":              {ZH: "无上年数时全部按基数计", EN: "without a year before all is base"},
	"addback.no_prev_year increment":         {ZH: "无上年数时全部按增量计", EN: "without a year before all is increment"},
	"addback.no_prev_year missing":           {ZH: "无上年数时按缺数据处理", EN: "without a year before there is no figure"},
	"addback.recognition projects_platforms": {ZH: "认定管项目和平台", EN: "recognition governs projects and platforms"},
	"addback.recognition all":                {ZH: "研发投入、项目、平台都须认定", EN: "R&D, projects and platforms must be recognised"},
	"addback.recognition platforms":          {ZH: "只有平台须认定", EN: "only platforms must be recognised"},

	"deemed.amount spend_outside_rd": {ZH: "支出中未列入研发台账的部分", EN: "what was spent outside the R&D ledger"},
	"deemed.amount all_spend":        {ZH: "全部支出", EN: "all that was spent"},
	"deemed.amount fixed":            {ZH: "每项定额", EN: "a fixed sum each"},

	"payroll_tilt.pick highest":          {ZH: "取最高一级", EN: "the highest level"},
	"payroll_tilt.pick sum":              {ZH: "各项累加", EN: "the sum"},
	"payroll_tilt.base exclude_separate": {ZH: "绩效工资扣除已单列部分", EN: "performance pay less what is listed apart"},
	"payroll_tilt.base all":              {ZH: "全部绩效工资", EN: "all performance pay"},
}

// cityWord names the city whose recognitions count.
func (p *Pack) cityWord() text.Pair {
	if p.City == "any" {
		return packWord("pack.city", p.City)
	}
	return p.Say(p.City)
}

func packWord(key, word string) text.Pair {
	if say, ok := packWords[key+" "+word]; ok {
		return say
	}
	return text.Same(word)
}

func yesNo(yes bool) text.Pair {
	if yes {
		return text.PackSayYes
	}
	return text.PackSayNo
}

// settingTitle names a number of a pack.
func settingTitle(path string) text.Pair {
	switch path {
	case "annual.innovation_weight":
		return text.PackSayInnovationWeight
	case "annual.innovation_weight_prev":
		return text.PackSayWeightBefore
	case "bonus_total.cap":
		return text.PackSayTotalCap
	case "priority.min_score":
		return text.PackSayMinScore
	}
	if register, ok := strings.CutPrefix(path, "advice.lead_months."); ok {
		if register == "recognition" {
			return text.PackSayDecision
		}
		return formTitle(register)
	}
	if key, ok := strings.CutPrefix(path, "plausible."); ok {
		return bandTitles[key]
	}
	switch {
	case isWeight(path):
		return text.PackSayWeight.With(codeTitle(fieldOf("enterprise", "type"), path[strings.LastIndexByte(path, '.')+1:]))
	case strings.HasSuffix(path, ".profit_target"):
		return text.PackSayProfitTarget
	}
	return paramTitle(path)
}

// measureWords says what a measure measures.
func (l *settingList) measureWords(m *Measure) text.Pair {
	title := func(id string) text.Pair { c, _ := FactByID(id); return c.Title }
	switch m.Kind {
	case MeasureValue:
		return title(m.Fact)
	case MeasureRatio:
		return text.ScoreRuleRatio.With(title(m.Num), title(m.Den))
	case MeasureGrowth:
		if m.ZeroBase == "zero" {
			return text.PackSayGrowthZero.With(title(m.Cur), title(m.Prev))
		}
		return text.ScoreRuleGrowth.With(title(m.Cur), title(m.Prev))
	case MeasureChecklist:
		return text.PackSayItems.With(l.p.sayAll(m.Items))
	}
	words := rowsWords(m.Register, m.Where, m.YearBy, m.Dedupe, m.Evidence)
	if m.WhereField == "" {
		return words
	}
	parts := []text.Pair{words}
	for _, t := range inOrder(m.WhereByType, l.p.Types) {
		parts = append(parts, text.ScoreRuleCategory.With(codeTitle(fieldOf("enterprise", "type"), t),
			fieldTitle(m.Register, m.WhereField), listed(fieldOf(m.Register, m.WhereField), m.WhereByType[t])))
	}
	return joined(parts, text.ScoreComma)
}

// rowsWords says which rows of a register count, in which year, counted once by what.
func rowsWords(register string, where []Condition, yearBy, dedupe string, evidence bool) text.Pair {
	parts := []text.Pair{formTitle(register)}
	for _, c := range where {
		parts = append(parts, text.ScoreRuleWhere.With(fieldTitle(register, c.Field), listed(fieldOf(register, c.Field), c.Values)))
	}
	switch yearBy {
	case "":
		parts = append(parts, text.PackSayFiling)
	case "active":
		parts = append(parts, text.PackSayActive)
	default:
		parts = append(parts, text.PackSayYearBy.With(fieldTitle(register, yearBy)))
	}
	if dedupe != "" {
		parts = append(parts, text.PackSayDedupe.With(fieldTitle(register, dedupe)))
	}
	if fieldOf(register, "recognition") != nil {
		parts = append(parts, evidenceWords(evidence))
	}
	return joined(parts, text.ScoreComma)
}

func evidenceWords(evidence bool) text.Pair {
	if evidence {
		return text.PackSayEvidence
	}
	return text.ScoreRuleAny
}

// tackleWords says which projects a payroll section takes.
func tackleWords(tackleOnly, evidence bool) text.Pair {
	parts := []text.Pair{formTitle("project")}
	if tackleOnly {
		parts = append(parts, text.ScoreRuleFlag.With(fieldTitle("project", "tackle")))
	}
	return joined(append(parts, evidenceWords(evidence)), text.ScoreComma)
}
