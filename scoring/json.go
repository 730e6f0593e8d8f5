package scoring

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/big"
)

// The shape of `yice score --json`: figures are decimal strings, what does not exist is null. The order of the keys is the
// order of the members here.

type jsonSheet struct {
	Enterprise struct {
		USCC string `json:"uscc"`
		Name string `json:"name"`
		Type string `json:"type"`
	} `json:"enterprise"`
	Year int    `json:"year"`
	AsOf string `json:"as_of"` // "2023-12"
	Pack struct {
		ID      string `json:"id"`
		Version string `json:"version"`
		SHA256  string `json:"sha256"`
		Status  string `json:"status"`
	} `json:"pack"`
	Mode       string          `json:"mode"`
	Indicators []jsonIndicator `json:"indicators"`
	Innovation struct {
		Score              string `json:"score"`
		WithPending        string `json:"with_pending"`
		Unfilled           string `json:"unfilled"`
		AnnualContribution string `json:"annual_contribution"`
	} `json:"innovation"`
	Bonus struct {
		Groups      []jsonGroup `json:"groups"`
		Total       string      `json:"total"`
		WithPending string      `json:"with_pending"`
	} `json:"bonus"`
	Deductions  *jsonDeductions `json:"deductions,omitempty"`
	Grade       string          `json:"grade,omitempty"`
	Tracks      []jsonTrack     `json:"tracks,omitempty"`
	Conditions  *jsonConditions `json:"conditions,omitempty"`
	Term        *jsonTerm       `json:"term,omitempty"`
	Profit      jsonProfit      `json:"profit"`
	Payroll     jsonPayroll     `json:"payroll"`
	TeamRewards []jsonReward    `json:"team_rewards"`
	Priority    *bool           `json:"priority"`
	Assumed     []jsonAssumed   `json:"assumed"`
	Missing     []string        `json:"missing"`
	Outlook     *jsonOutlook    `json:"outlook,omitempty"`
}

type jsonIndicator struct {
	ID          string   `json:"id"`
	Name        string   `json:"name"`
	Clauses     []string `json:"clauses"`
	Weight      *string  `json:"weight"`
	Value       *string  `json:"value"`
	Target      *string  `json:"target"`
	Score       string   `json:"score"`
	WithPending string   `json:"with_pending"`
	Unfilled    string   `json:"unfilled"`
	Gap         *string  `json:"gap"`
	Status      Status   `json:"status"`
	Unit        string   `json:"unit,omitempty"`      // of value, target and gap, where the pack's measure has one
	Direction   string   `json:"direction,omitempty"` // "lower" where less is better
	// Period is the quarter whose cumulative target holds, YearTarget that of the year.
	Period     string  `json:"period,omitempty"`
	YearTarget *string `json:"year_target,omitempty"`
	// Ways of a line that has several: value, target and gap above are those of the one that counts.
	Ways []jsonWay `json:"ways,omitempty"`
}

type jsonGroup struct {
	ID          string `json:"id"`
	Points      string `json:"points"`
	WithPending string `json:"with_pending"`
}

type jsonProfit struct {
	Book                  *string           `json:"book"`
	Addback               *string           `json:"addback"`
	Alternatives          map[string]string `json:"alternatives"`
	Deemed                []jsonDeemed      `json:"deemed"`
	Assessed              *string           `json:"assessed"`
	AssessedWithPending   *string           `json:"assessed_with_pending"`
	Target                *string           `json:"target"`
	Completion            *string           `json:"completion"`
	CompletionWithPending *string           `json:"completion_with_pending"`
}

type jsonDeemed struct {
	ID          string `json:"id"`
	Amount      string `json:"amount"`
	WithPending string `json:"with_pending"`
}

type jsonPayroll struct {
	Separate            *string `json:"separate"`
	SeparateWithPending *string `json:"separate_with_pending"`
	Base                *string `json:"base"`
	Tilt                *string `json:"tilt"`
	TiltWithPending     *string `json:"tilt_with_pending"`
}

type jsonReward struct {
	AchievementTitle string `json:"achievement_title"`
	Level            string `json:"level"`
}

type jsonAssumed struct {
	Parameter string `json:"parameter"`
	Value     string `json:"value"`
	Standing  string `json:"standing,omitempty"` // of a settled one; not in what is sealed, which is older than the question
	Basis     string `json:"basis,omitempty"`
}

// JSON gives the sheet as `yice score --json` prints it, byte-identical for equal sheets, with a newline at the end.
func (s *Sheet) JSON() []byte { return printed(s.json()) }

func (s *Sheet) json() *jsonSheet {
	var j jsonSheet
	j.Enterprise.USCC, j.Enterprise.Name, j.Enterprise.Type = s.USCC, s.Name, s.Type
	j.Year, j.AsOf = s.Year, fmt.Sprintf("%04d-%02d", s.Year, s.AsOf)
	j.Pack.ID, j.Pack.Version, j.Pack.SHA256, j.Pack.Status = s.Pack.ID, s.Pack.Version, s.Pack.SHA256, s.Pack.Status
	j.Mode = "模拟"
	if s.Official {
		j.Mode = "正式"
	}
	j.Indicators = make([]jsonIndicator, len(s.Indicators))
	for i := range s.Indicators {
		j.Indicators[i] = s.Indicators[i].json()
		j.Indicators[i].Ways = s.jsonWays(&s.Indicators[i])
	}
	j.Innovation.Score = s.Innovation.Confirmed.String()
	j.Innovation.WithPending = s.Innovation.Pending.String()
	j.Innovation.Unfilled = s.Unfilled.String()
	j.Innovation.AnnualContribution = s.AnnualContribution.Confirmed.String()
	j.Bonus.Groups = make([]jsonGroup, len(s.Bonuses))
	for i := range s.Bonuses {
		b := &s.Bonuses[i]
		j.Bonus.Groups[i] = jsonGroup{b.ID, b.Score.Confirmed.String(), b.Score.Pending.String()}
	}
	j.Bonus.Total, j.Bonus.WithPending = s.BonusTotal.Confirmed.String(), s.BonusTotal.Pending.String()
	j.Deductions, j.Grade, j.Tracks = s.jsonDeductions(), s.Grade, s.jsonTracks()
	j.Conditions, j.Term = s.jsonConditions(), s.jsonTerm()
	j.Profit = s.jsonProfit()
	j.Payroll = s.jsonPayroll()
	j.TeamRewards = []jsonReward{}
	for _, r := range s.Rewards() {
		if !r.Pending {
			j.TeamRewards = append(j.TeamRewards, jsonReward{r.Title, r.Level})
		}
	}
	j.Priority = s.Priority
	assumed := s.Assumed()
	j.Assumed = make([]jsonAssumed, len(assumed))
	for i := range assumed {
		j.Assumed[i] = jsonAssumed{Parameter: assumed[i].Path, Value: assumed[i].Text}
	}
	j.Missing = append([]string{}, s.Missing...)
	return &j
}

func printed(j *jsonSheet) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(j); err != nil {
		panic(err) // strings, numbers and lists of them: cannot fail
	}
	return b.Bytes()
}

func (l *Line) json() jsonIndicator {
	j := jsonIndicator{
		ID: l.ID, Name: l.Name, Clauses: make([]string, len(l.Clauses)),
		Value: orNull(l.ValueText), Target: orNull(l.TargetText),
		Score: l.Score.Confirmed.String(), WithPending: l.Score.Pending.String(), Unfilled: l.Unfilled.String(),
		Gap: orNull(l.GapText), Status: l.Status, Unit: l.Unit.ZH,
	}
	if l.Weight.Value != nil {
		j.Weight = orNull(trimmed(l.Weight.Value, 8))
	}
	if l.work.in.Scale.Lower {
		j.Direction = "lower"
	}
	if l.work.quarter > 0 {
		j.Period, j.YearTarget = quarterKey(l.work.quarter), orNull(targetText(l.work.year, l.work.format))
	}
	for i := range l.Clauses {
		j.Clauses[i] = l.Clauses[i].ID
	}
	return j
}

func (s *Sheet) jsonProfit() jsonProfit {
	j := jsonProfit{
		Alternatives: make(map[string]string, len(s.Alternatives)),
		Deemed:       make([]jsonDeemed, len(s.Deemed)),
		Addback:      s.Addback.amount(confirmedOf),
		Target:       s.wanOrNull(s.ProfitTarget.Value),
	}
	for k, v := range s.Alternatives {
		j.Alternatives[k] = v.String()
	}
	for i := range s.Deemed {
		d := &s.Deemed[i]
		j.Deemed[i] = jsonDeemed{d.ID, d.Score.Confirmed.String(), d.Score.Pending.String()}
	}
	if s.Book != nil {
		j.Book = orNull(s.Book.String())
	}
	if s.Assessed != nil {
		j.Assessed, j.AssessedWithPending = orNull(s.Assessed.Confirmed.String()), orNull(s.Assessed.Pending.String())
	}
	if s.Completion != nil {
		j.Completion, j.CompletionWithPending = orNull(s.Completion.Confirmed.String()+"%"), orNull(s.Completion.Pending.String()+"%")
	}
	return j
}

func (s *Sheet) jsonPayroll() jsonPayroll {
	j := jsonPayroll{
		Separate: s.Separate.amount(confirmedOf), SeparateWithPending: s.Separate.amount(pendingOf),
		Tilt: s.Tilt.amount(confirmedOf), TiltWithPending: s.Tilt.amount(pendingOf),
	}
	if s.Base != nil {
		j.Base = orNull(s.Base.Confirmed.String())
	}
	return j
}

// amount gives an account's figure, nil where the pack has no such account or its data is missing.
func (l *Line) amount(of func(Pair) Dec) *string {
	if l.ID == "" || l.Exact == nil && l.ExactPending == nil {
		return nil
	}
	return orNull(of(l.Score).String())
}

func (s *Sheet) wanOrNull(v *big.Rat) *string {
	if v == nil {
		return nil
	}
	return orNull(rounding{s.eff.MoneyDecimals, s.eff.HalfEven}.round(v).String())
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
