package scoring

// The keys of a pack: what may stand where. Anything else is an error.

// shape is what the value of a key must be.
type shape uint8

const (
	isText   shape = iota
	isWord         // one of words
	isNumber       // a number, or a number in quotes
	isFlag         // true, false
	isDay          // 2023-01-01, without quotes
	isList         // of texts
	isTable        // { … } or [name]
	isMany         // [[name]]
	isAny          // checked elsewhere
)

// keyRule is one key a table may have.
type keyRule struct {
	key   string
	is    shape
	must  bool
	words []string
}

// keyRules are the keys of one kind of table.
type keyRules []keyRule

func (r keyRules) find(key string) *keyRule {
	for i := range r {
		if r[i].key == key {
			return &r[i]
		}
	}
	return nil
}

func (r keyRules) names() []string {
	all := make([]string, len(r))
	for i := range r {
		all[i] = r[i].key
	}
	return all
}

const must = true

var (
	keysFile = keyRules{
		{"pack", isTable, must, nil},
		{"rounding", isTable, must, nil},
		{"annual", isTable, must, nil},
		{"clause", isMany, must, nil},
		{"indicator", isMany, must, nil},
		{"bonus_total", isTable, false, nil},
		{"bonus", isMany, false, nil},
		{"addback", isTable, false, nil},
		{"deemed", isMany, false, nil},
		{"payroll_separate", isTable, false, nil},
		{"payroll_tilt", isTable, false, nil},
		{"team_reward", isTable, false, nil},
		{"priority", isTable, false, nil},
		{"type", isMany, false, nil},
		{"enterprise", isMany, false, nil},
		{"plausible", isTable, false, nil},
		{"advice", isTable, false, nil},
		{"authority", isMany, false, nil},
		{"award_name", isMany, false, nil},
		{"english", isTable, false, nil},
	}
	keysPack = keyRules{
		{"schema", isNumber, must, nil},
		{"id", isText, must, nil},
		{"version", isText, must, nil},
		{"title", isText, must, nil},
		{"issuer", isText, must, nil},
		{"source_doc", isText, must, nil},
		{"year", isNumber, must, nil},
		{"valid_from", isDay, must, nil},
		{"valid_to", isDay, must, nil},
		{"status", isWord, must, []string{"draft", "issued"}},
		{"supersedes", isText, false, nil},
		{"levels", isList, must, nil},
		{"types", isList, must, nil},
		{"city", isText, false, nil},
		{"given", isList, false, nil},
		{"assumed", isList, false, nil},
	}
	keysRounding = keyRules{
		{"line_decimals", isNumber, must, nil},
		{"money_decimals", isNumber, must, nil},
		{"mode", isWord, must, []string{"half_up", "half_even"}},
		{"given", isList, false, nil},
		{"assumed", isList, false, nil},
	}
	keysAnnual = keyRules{
		{"innovation_weight", isNumber, must, nil},
		{"innovation_weight_prev", isNumber, false, nil},
		{"clauses", isList, must, nil},
		{"given", isList, false, nil},
		{"assumed", isList, false, nil},
	}
	keysClause = keyRules{
		{"id", isText, must, nil},
		{"at", isText, must, nil},
		{"gist", isText, must, nil},
	}
	keysIndicator = keyRules{
		{"id", isText, must, nil},
		{"name", isText, must, nil},
		{"chosen", isFlag, false, nil},
		{"clauses", isList, must, nil},
		{"measure", isTable, must, nil},
		{"scale", isTable, must, nil},
		{"target", isNumber, false, nil},
		{"weight", isTable, must, nil},
		{"overridable", isList, false, nil},
		{"given", isList, false, nil},
		{"assumed", isList, false, nil},
	}
	// keysMeasure are the keys a measure may have, by its kind.
	keysMeasure = map[MeasureKind]keyRules{
		MeasureValue: {
			{"kind", isText, must, nil},
			{"field", isText, must, nil},
		},
		MeasureRatio: {
			{"kind", isText, must, nil},
			{"num", isText, must, nil},
			{"den", isText, must, nil},
		},
		MeasureGrowth: {
			{"kind", isText, must, nil},
			{"cur", isText, must, nil},
			{"prev", isText, must, nil},
			{"zero_base", isWord, false, []string{"top", "zero"}},
		},
		MeasureCount: {
			{"kind", isText, must, nil},
			{"register", isText, must, nil},
			{"where", isTable, false, nil},
			{"where_field", isText, false, nil},
			{"where_by_type", isTable, false, nil},
			{"year_by", isText, false, nil},
			{"dedupe", isText, false, nil},
			{"evidence", isWord, false, wordsEvidence},
		},
		MeasureLevelPoints: {
			{"kind", isText, must, nil},
			{"register", isText, must, nil},
			{"where", isTable, false, nil},
			{"year_by", isText, false, nil},
			{"points", isTable, must, nil},
			{"grades", isTable, false, nil},
			{"dedupe", isText, false, nil},
			{"evidence", isWord, false, wordsEvidence},
		},
		MeasureChecklist: {
			{"kind", isText, must, nil},
			{"items", isList, must, nil},
		},
	}
	keysScale = map[ScaleKind]keyRules{
		ScaleToTarget: {
			{"kind", isText, must, nil},
			{"cap", isNumber, must, nil},
		},
		ScaleLadder: {
			{"kind", isText, must, nil},
			{"rungs", isAny, must, nil},
		},
		ScaleFraction: {
			{"kind", isText, must, nil},
		},
		ScaleEfficacy: {
			{"kind", isText, must, nil},
			{"floor", isNumber, must, nil},
			{"base", isNumber, must, nil},
			{"cap", isNumber, false, nil},
		},
	}
	keysRung = keyRules{
		{"at", isNumber, false, nil},
		{"above", isNumber, false, nil},
		{"give", isNumber, must, nil},
	}
	keysBonusTotal = keyRules{
		{"cap", isNumber, false, nil},
		{"on", isWord, false, []string{"annual", "innovation"}},
		{"given", isList, false, nil},
		{"assumed", isList, false, nil},
	}
	keysBonus = keyRules{
		{"id", isText, must, nil},
		{"name", isText, must, nil},
		{"clauses", isList, must, nil},
		{"register", isText, must, nil},
		{"where", isTable, false, nil},
		{"year_by", isText, false, nil},
		{"evidence", isWord, false, wordsEvidence},
		{"dedupe", isText, false, nil},
		{"points", isTable, must, nil},
		{"grades", isTable, false, nil},
		{"cap", isNumber, false, nil},
		{"upgrade", isWord, false, []string{"difference", "full", "none"}},
		{"kinds", isList, false, nil},
		{"regulator_kinds", isList, false, nil},
		{"overridable", isList, false, nil},
		{"given", isList, false, nil},
		{"assumed", isList, false, nil},
	}
	keysAddback = keyRules{
		{"clauses", isList, must, nil},
		{"reading", isWord, must, []string{"A", "B"}},
		{"basis", isWord, must, []string{"expensed", "total"}},
		{"government_fund", isWord, must, []string{"exclude", "include"}},
		{"scope", isWord, false, []string{"entity", "consolidated"}},
		{"base_rate", isNumber, must, nil},
		{"increment_rate", isNumber, must, nil},
		{"base_year", isWord, false, []string{"previous"}},
		{"decrease", isWord, must, []string{"zero", "deduct"}},
		{"no_prev_year", isWord, must, []string{"base", "increment", "missing"}},
		{"original_rate", isNumber, false, nil},
		{"key_rates", isTable, false, nil},
		{"recognition", isWord, false, []string{"projects_platforms", "all", "platforms"}},
		{"overridable", isList, false, nil},
		{"given", isList, false, nil},
		{"assumed", isList, false, nil},
	}
	keysDeemed = keyRules{
		{"id", isText, must, nil},
		{"name", isText, must, nil},
		{"clauses", isList, must, nil},
		{"register", isWord, must, []string{"project", "platform"}},
		{"where", isTable, false, nil},
		{"year_by", isText, false, nil},
		{"levels", isList, must, nil},
		{"evidence", isWord, false, wordsEvidence},
		{"amount", isWord, must, []string{"spend_outside_rd", "all_spend", "fixed"}},
		{"fixed", isNumber, false, nil},
		{"rate", isNumber, must, nil},
		{"kinds", isList, false, nil},
		{"regulator_kinds", isList, false, nil},
		{"overridable", isList, false, nil},
		{"given", isList, false, nil},
		{"assumed", isList, false, nil},
	}
	keysSeparate = keyRules{
		{"clauses", isList, must, nil},
		{"levels", isList, must, nil},
		{"tackle_only", isFlag, must, nil},
		{"evidence", isWord, false, wordsEvidence},
		{"share", isWord, false, []string{"by_time"}},
		{"given", isList, false, nil},
		{"assumed", isList, false, nil},
	}
	keysTilt = keyRules{
		{"clauses", isList, must, nil},
		{"tackle_only", isFlag, must, nil},
		{"evidence", isWord, false, wordsEvidence},
		{"rates", isTable, must, nil},
		{"pick", isWord, must, []string{"highest", "sum"}},
		{"cap", isNumber, false, nil},
		{"base", isWord, must, []string{"exclude_separate", "all"}},
		{"given", isList, false, nil},
		{"assumed", isList, false, nil},
	}
	keysTeamReward = keyRules{
		{"clauses", isList, must, nil},
		{"levels", isList, must, nil},
		{"given", isList, false, nil},
		{"assumed", isList, false, nil},
	}
	keysPriority = keyRules{
		{"clauses", isList, must, nil},
		{"min_score", isNumber, must, nil},
		{"need_growth", isFlag, must, nil},
		{"given", isList, false, nil},
		{"assumed", isList, false, nil},
	}
	keysType = keyRules{
		{"name", isText, must, nil},
		{"override", isMany, must, nil},
	}
	keysEnterprise = keyRules{
		{"uscc", isText, must, nil},
		{"name", isText, must, nil},
		{"type", isText, must, nil},
		{"doc", isText, must, nil},
		{"profit_target", isNumber, false, nil},
		{"override", isMany, false, nil},
		{"milestone", isMany, false, nil},
		{"given", isList, false, nil},
		{"assumed", isList, false, nil},
	}
	keysOverride = keyRules{
		{"path", isText, must, nil},
		{"value", isNumber, must, nil},
		{"reason", isText, must, nil},
	}
	keysMilestone = keyRules{
		{"id", isText, must, nil},
		{"text", isText, must, nil},
		{"clauses", isList, must, nil},
		{"due", isDay, must, nil},
		{"join", isText, must, nil},
		{"given", isList, false, nil},
		{"assumed", isList, false, nil},
	}
)

// wordsEvidence: with "认定" confirmed counts recognised rows only; "自动" (as without the key) counts every row.
var wordsEvidence = []string{"认定", "自动"}
