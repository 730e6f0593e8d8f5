package report

import (
	"math/big"
	"strings"

	"yice/form"
	"yice/scoring"
	"yice/text"
)

// account is one row of the accounts of profit and payroll. Figures are decimals as the sheet has them, "" where there is
// none.
type account struct {
	title              text.Pair
	clauses            string
	confirmed, pending string
	total              bool
	line               string // id in the sheet; "" for what is no line
}

// profitRows are book profit, what is added to it, and what it comes to, 万元.
func (m *Material) profitRows() []account {
	sh := m.Sheet
	book := ""
	if sh.Book != nil {
		book = sh.Book.String()
	}
	rows := []account{{title: text.ReportBook, confirmed: book, pending: book}}
	if sh.Addback.ID != "" {
		rows = append(rows, m.accountOf(&sh.Addback))
	}
	for i := range sh.Deemed {
		rows = append(rows, m.accountOf(&sh.Deemed[i]))
	}
	rows = append(rows, totalOf(text.ScoreAssessed, sh.Assessed, ""))
	if sh.ProfitTarget.Value != nil {
		target := profitTarget(sh)
		rows = append(rows, account{title: text.ReportProfitTarget, confirmed: target, pending: target})
	}
	if sh.Completion != nil {
		rows = append(rows, totalOf(text.ScoreCompletion, sh.Completion, "%"))
	}
	return rows
}

// profitTarget is the target in 万元: two decimals, or as the pack has it where it has more.
func profitTarget(sh *scoring.Sheet) string {
	rounded := sh.ProfitTarget.Value.FloatString(2)
	if same, ok := new(big.Rat).SetString(rounded); ok && same.Cmp(sh.ProfitTarget.Value) == 0 {
		return rounded
	}
	return sh.ProfitTarget.Text
}

// payrollRows are what is listed apart, the base that is left, and the tilt, 万元.
func (m *Material) payrollRows() []account {
	sh := m.Sheet
	var rows []account
	if sh.Separate.ID != "" {
		rows = append(rows, m.accountOf(&sh.Separate))
	}
	if sh.Separate.ID != "" || sh.Base != nil {
		rows = append(rows, totalOf(text.ScoreBase, sh.Base, ""))
	}
	if sh.Tilt.ID != "" {
		rows = append(rows, m.accountOf(&sh.Tilt))
	}
	return rows
}

func (m *Material) accountOf(line *scoring.Line) account {
	a := account{title: m.lineTitle(line), clauses: clauseIDs(line), line: line.ID}
	if line.Exact != nil {
		a.confirmed = line.Score.Confirmed.String()
	}
	if line.Exact != nil || line.ExactPending != nil {
		a.pending = line.Score.Pending.String()
	}
	return a
}

func totalOf(title text.Pair, p *scoring.Pair, unit string) account {
	a := account{title: title, total: true}
	if p != nil {
		a.confirmed, a.pending = p.Confirmed.String()+unit, p.Pending.String()+unit
	}
	return a
}

func (m *Material) priority() text.Pair {
	if *m.Sheet.Priority {
		return text.ReportPriorityYes
	}
	return text.ReportPriorityNo
}

func rewardWords(r scoring.Reward) text.Pair {
	said := text.ReportReward.With(r.Title, codeTitle("award", "level", r.Level))
	if r.Pending {
		return text.ReportIsPending.With(said)
	}
	return said
}

// grouped shows a figure with separators of thousands.
func grouped(d scoring.Dec) string { return form.Separated(d.String()) }

// separated does the same for a decimal, with a unit behind it or not.
func separated(decimal string) string {
	bare, percent := strings.CutSuffix(decimal, "%")
	if percent {
		return form.Separated(bare) + "%"
	}
	return form.Separated(bare)
}
