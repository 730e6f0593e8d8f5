package scoring

// eligible judges the projects that payroll rules look at.
func (e *evaluation) eligible(levels []string, tackleOnly, evidence bool) *tally {
	ru := &rule{register: "project", levels: levels, evidence: evidence}
	if tackleOnly {
		ru.where = tackleOnlyWhere
	}
	return e.judge(ru)
}

var tackleOnlyWhere = []Condition{{Field: "tackle", Values: []string{"是"}}}

// levelsOf lists the levels a table has, in the pack's order.
func levelsOf(table map[string]Param, levels []string) []string {
	out := make([]string, 0, len(table))
	for _, level := range levels {
		if _, ok := table[level]; ok {
			out = append(out, level)
		}
	}
	return out
}
