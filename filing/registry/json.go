package registry

import (
	"yice/filing/shape"
	"yice/filing/submission"
	"yice/text"
)

// The shapes of `yice registry … --json`. Keys are a contract; figures are decimal strings, null where there is none.
type (
	takenJSON struct {
		Taken   int           `json:"taken"`
		Skipped int           `json:"skipped"`
		Refused []refusedJSON `json:"refused"`
		Again   int           `json:"repaired"`
		Notes   []string      `json:"notes"`
	}
	refusedJSON struct {
		File    string `json:"file"`
		Code    string `json:"code"`
		Message string `json:"message"`
		USCC    string `json:"uscc"`
	}
	rankJSON struct {
		Rows []rankedJSON `json:"rows"`
		Head *headJSON    `json:"head,omitempty"`
	}
	headJSON struct {
		Lines int64  `json:"lines"`
		Hash  string `json:"hash"`
	}
	scoreJSON struct {
		Innovation *string `json:"innovation"`
		Bonus      *string `json:"bonus"`
		Assessed   *string `json:"assessed"`
		Completion *string `json:"completion"`
	}
	rankedJSON struct {
		Rank      *int       `json:"rank"`
		USCC      string     `json:"uscc"`
		Name      string     `json:"name"`
		Type      string     `json:"type"`
		Tier      string     `json:"tier"`
		Period    string     `json:"period"`
		Serial    string     `json:"serial"`
		Self      *scoreJSON `json:"self"`
		Confirmed *scoreJSON `json:"confirmed"`
		Adjusted  *string    `json:"adjusted"`
		Points    *string    `json:"adjustment"`
		Grade     *string    `json:"grade"`
		Late      bool       `json:"late"`
		Asked     []string   `json:"asked"`
	}
	dueJSON struct {
		USCC     string  `json:"uscc"`
		Name     string  `json:"name"`
		State    string  `json:"state"`
		Period   string  `json:"period"`
		Due      *string `json:"due"`
		Received *string `json:"received"`
		Why      string  `json:"why"`
	}
	caseJSON struct {
		rankedJSON
		Parent      string           `json:"parent"`
		State       *string          `json:"state"`
		Digest      *string          `json:"digest"`
		Lines       []lineJSON       `json:"lines"`
		Findings    []findingJSON    `json:"findings"`
		Targets     []targetJSON     `json:"targets"`
		Adjustments []adjustmentJSON `json:"adjustments"`
		Replaced    []sealingJSON    `json:"replaced"`
		Returned    []returnedJSON   `json:"returned"`
		Years       []yearJSON       `json:"years"`
		HandedOn    []handedJSON     `json:"handed_on"`
	}
	handedJSON struct {
		USCC   string `json:"uscc"`
		Name   string `json:"name"`
		At     string `json:"at"`
		Bundle string `json:"bundle"`
	}
	lineJSON struct {
		ID        string     `json:"line"`
		Kind      string     `json:"kind"`
		Title     string     `json:"title"`
		Self      *string    `json:"self"`
		Confirmed *string    `json:"confirmed"`
		Adjusted  *string    `json:"adjusted"`
		Pending   *string    `json:"pending"`
		Unfilled  *string    `json:"unfilled"`
		Exact     *string    `json:"exact"`
		Value     string     `json:"value"`
		Target    string     `json:"target"`
		Status    string     `json:"status"`
		Gap       string     `json:"gap"`
		Used      []usedJSON `json:"used"`
	}
	usedJSON struct {
		Form    string `json:"form"`
		Row     int64  `json:"row"`
		Key     string `json:"key"`
		Title   string `json:"title"`
		Counted string `json:"counted"`
		Pending bool   `json:"pending"`
		Why     string `json:"why"`
	}
	findingJSON struct {
		Check    string `json:"check"`
		Severity string `json:"severity"`
		Form     string `json:"form"`
		Row      int64  `json:"row"`
		Field    string `json:"field"`
		Message  string `json:"message"`
		Reason   string `json:"reason"`
	}
	targetJSON struct {
		Line     string `json:"line"`
		Declared string `json:"declared"`
		Approved string `json:"approved"`
		Basis    string `json:"basis"`
		Document string `json:"document"`
	}
	adjustmentJSON struct {
		ID     string `json:"id"`
		USCC   string `json:"uscc"`
		Period string `json:"period"`
		Line   string `json:"line"`
		Points string `json:"points"`
		Who    string `json:"who"`
		When   string `json:"when"`
		Basis  string `json:"basis"`
	}
	sealingJSON struct {
		Serial   string `json:"serial"`
		SealedAt string `json:"sealed_at"`
		Digest   string `json:"digest"`
		By       string `json:"replaced_by"`
	}
	returnedJSON struct {
		File    string `json:"file"`
		Code    string `json:"code"`
		Message string `json:"message"`
		At      string `json:"at"`
	}
	yearJSON struct {
		Period    string     `json:"period"`
		Serial    string     `json:"serial"`
		Self      *scoreJSON `json:"self"`
		Confirmed *scoreJSON `json:"confirmed"`
		Adjusted  *string    `json:"adjusted"`
		Grade     *string    `json:"grade"`
	}
	decidedJSON struct {
		Signer    string       `json:"signer"`
		Decisions int          `json:"decisions"`
		Others    int          `json:"others"`
		Again     bool         `json:"again"`
		Measured  int          `json:"measured"`
		Changes   []changeJSON `json:"changes"`
	}
	changeJSON struct {
		USCC     string `json:"uscc"`
		Name     string `json:"name"`
		Period   string `json:"period"`
		Was      string `json:"was"`
		Is       string `json:"is"`
		WasBonus string `json:"bonus_was"`
		IsBonus  string `json:"bonus_is"`
	}
	claimJSON struct {
		ID string `json:"claim"`
		shape.Double[sideJSON]
		Awarded *string `json:"awarded"`
		Who     string  `json:"who"`
		At      string  `json:"at"`
		Why     string  `json:"why"`
	}
	sideJSON struct {
		shape.Who
		Serial string `json:"serial"`
		shape.Where
	}
	answerJSON struct {
		Columns []string `json:"columns"`
		Rows    [][]any  `json:"rows"`
		More    bool     `json:"more"`
	}
)

// JSON prints what was taken.
func (t *Taken) JSON(l text.Lang) []byte {
	j := takenJSON{Taken: t.Taken, Skipped: t.Skipped, Refused: []refusedJSON{}, Again: t.Repaired, Notes: shape.Said(t.Notes, l)}
	for _, f := range t.Refused {
		j.Refused = append(j.Refused, refusedJSON{f.File, f.Code, f.Say.In(l), f.USCC})
	}
	return submission.PrintJSON(j)
}

func scoreOf(r *submission.ResultJSON) *scoreJSON {
	if r == nil {
		return nil
	}
	return &scoreJSON{shape.OrNull(r.Innovation), shape.OrNull(r.Bonus), shape.OrNull(r.Assessed), shape.OrNull(r.Completion)}
}

func (r *Ranked) json(l text.Lang) rankedJSON {
	j := rankedJSON{
		Rank: shape.RankOrNull(r.Rank), USCC: r.USCC, Name: r.Name, Type: r.Type, Tier: r.Tier, Period: r.Period, Serial: r.Serial, Self: scoreOf(r.Self), Confirmed: scoreOf(r.Confirmed),
		Adjusted: shape.OrNull(r.Adjusted), Points: shape.OrNull(r.Points), Grade: shape.OrNull(r.Grade), Late: r.Late, Asked: shape.Said(r.Asked, l),
	}
	return j
}

// RankJSON prints a ranking.
func RankJSON(rows []Ranked, h Head, l text.Lang) []byte {
	j := rankJSON{Rows: make([]rankedJSON, len(rows)), Head: &headJSON{h.Lines, h.Hash}}
	for i := range rows {
		j.Rows[i] = rows[i].json(l)
	}
	return submission.PrintJSON(j)
}

// GroupsJSON prints groups.
func GroupsJSON(all []Group) []byte {
	type groupJSON struct {
		Rank     *int    `json:"rank"`
		USCC     string  `json:"uscc"`
		Name     string  `json:"name"`
		Members  int     `json:"members"`
		In       int     `json:"handed_in"`
		Ranked   int     `json:"ranked"`
		Mean     *string `json:"mean"`
		Exact    *string `json:"mean_exact"`
		RD       *string `json:"rd"`
		Assessed *string `json:"assessed"`
	}
	j := struct {
		Groups []groupJSON `json:"groups"`
	}{make([]groupJSON, len(all))}
	for i := range all {
		g := &all[i]
		j.Groups[i] = groupJSON{shape.RankOrNull(g.Rank), g.USCC, g.Name, g.Members, g.In, g.Ranked, shape.OrNull(g.Mean), shape.OrNull(g.MeanExact), shape.OrNull(g.RD), shape.OrNull(g.Assessed)}
	}
	return submission.PrintJSON(j)
}

// DueJSON prints who is due.
func DueJSON(all []Due, l text.Lang) []byte {
	j := struct {
		Due []dueJSON `json:"due"`
	}{make([]dueJSON, len(all))}
	for i, d := range all {
		j.Due[i] = dueJSON{d.USCC, d.Name, d.State, d.Period, shape.OrNull(d.Due), shape.OrNull(chinaTime(string(d.Received))), d.Why.In(l)}
	}
	return submission.PrintJSON(j)
}

// JSON prints a case.
func (c *Case) JSON(l text.Lang) []byte {
	j := caseJSON{
		rankedJSON: rankedJSON{USCC: c.USCC, Name: c.Name, Type: c.Type, Tier: c.Tier, Period: c.Period, Asked: []string{}},
		Parent:     c.Parent, State: shape.OrNull(c.State), Digest: shape.OrNull(c.Digest),
		Lines: []lineJSON{}, Findings: []findingJSON{}, Targets: []targetJSON{}, Adjustments: []adjustmentJSON{}, Replaced: []sealingJSON{}, Returned: []returnedJSON{}, Years: []yearJSON{},
		HandedOn: []handedJSON{},
	}
	if c.Ranked != nil {
		j.rankedJSON = c.Ranked.json(l)
	}
	adjusted := adjustedLines(c)
	for _, x := range c.Lines {
		line := lineJSON{
			x.ID, x.Kind, x.Title, shape.OrNull(x.Self), shape.OrNull(x.Confirmed), shape.OrNull(adjusted[x.ID]), shape.OrNull(x.Pending), shape.OrNull(x.Unfilled), shape.OrNull(x.Exact),
			x.Value, x.Target, x.Status, x.Gap,
			[]usedJSON{},
		}
		for _, u := range x.Used {
			line.Used = append(line.Used, usedJSON{u.Form, u.Row, u.Key, u.Title, u.Counted.In(l), u.Pending, u.Why.In(l)})
		}
		j.Lines = append(j.Lines, line)
	}
	for _, f := range c.Findings {
		j.Findings = append(j.Findings, findingJSON{f.Check, f.Severity, f.Form, f.Row, f.Field, f.Message.In(l), f.Reason})
	}
	for _, g := range c.Targets {
		j.Targets = append(j.Targets, targetJSON{g.Line, g.Declared, g.Approved, g.Basis, g.Document})
	}
	for _, a := range c.Adjustments {
		j.Adjustments = append(j.Adjustments, a.json())
	}
	for _, s := range c.Replaced {
		j.Replaced = append(j.Replaced, sealingJSON(s))
	}
	for _, b := range c.Returned {
		j.Returned = append(j.Returned, returnedJSON{b.File, b.Code, b.Message.In(l), chinaTime(string(b.At))})
	}
	for _, h := range c.HandedOn {
		j.HandedOn = append(j.HandedOn, handedJSON{h.ByUSCC, h.ByName, chinaTime(string(h.At)), h.Bundle})
	}
	for _, y := range c.Years {
		j.Years = append(j.Years, yearJSON{y.Period, y.Serial, scoreOf(y.Self), scoreOf(y.Confirmed), shape.OrNull(y.Adjusted), shape.OrNull(y.Grade)})
	}
	return submission.PrintJSON(j)
}

// JSON prints an adjustment.
func (a Adjustment) JSON() []byte { return submission.PrintJSON(a.json()) }

func (a Adjustment) json() adjustmentJSON {
	return adjustmentJSON{a.ID, a.USCC, a.Period, a.Line, a.Points, a.Who, chinaTime(string(a.When)), a.Basis}
}

// JSON prints what decisions did.
func (d *Decided) JSON() []byte {
	j := decidedJSON{d.Signer, d.Decisions, d.Others, d.Again, d.Measured, []changeJSON{}}
	for _, c := range d.Changes {
		j.Changes = append(j.Changes, changeJSON(c))
	}
	return submission.PrintJSON(j)
}

// JSON prints what was handed on.
func (h HandedOn) JSON() []byte {
	return submission.PrintJSON(struct {
		USCC        string `json:"uscc"`
		Name        string `json:"name"`
		Submissions int    `json:"submissions"`
		Bundle      string `json:"bundle"`
	}{h.USCC, h.Name, h.Submissions, h.Bundle})
}

// ClaimsJSON prints double claims.
func ClaimsJSON(all []Claim, l text.Lang) []byte {
	j := struct {
		Claims []claimJSON `json:"claims"`
	}{[]claimJSON{}}
	for _, c := range all {
		one := claimJSON{
			ID: c.ID, Double: shape.Double[sideJSON]{Form: c.Form, Grade: shape.Grade(c.Certain), Because: c.Because.In(l)},
			Awarded: shape.OrNull(c.Awarded), Who: c.Who, At: chinaTime(c.At), Why: c.Why,
		}
		for _, s := range c.Sides {
			one.Claims = append(one.Claims, sideJSON{shape.Who{USCC: s.USCC, Name: s.Name, Key: s.Key, Title: s.Title}, s.Serial, shape.Where{Entry: submission.DataEntry(s.form), Row: s.Row}})
		}
		j.Claims = append(j.Claims, one)
	}
	return submission.PrintJSON(j)
}

// JSON prints an answer.
func (a *Answer) JSON() []byte {
	j := answerJSON{a.Columns, a.Rows, a.More}
	if j.Rows == nil {
		j.Rows = [][]any{}
	}
	return submission.PrintJSON(j)
}
