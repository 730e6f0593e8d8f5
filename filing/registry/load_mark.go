package registry

import (
	"encoding/hex"
	"encoding/json"

	"yice/filing/registry/spelling"
	"yice/filing/submission"
	"yice/form"
	"yice/scoring"
)

// The mark of a submission, and the figures in it as they are kept.

// mark is the row of `submission`.
func (w *loading) mark(received stamp) []any {
	v, s := w.x.verdict, w.x.verdict.Submission
	own, m := s.Sheet, v.Measured
	sealed, _ := s.Sealing().At()
	replaced := ""
	if before := s.Sealing().Replaces; before != nil {
		replaced = before.Manifest
	}
	parent := ""
	for _, card := range s.Records(form.ByID("enterprise")) {
		parent = card.Str("parent_uscc")
	}
	var addback *scoring.Dec
	if m.Addback.ID != "" && m.Addback.Exact != nil {
		addback = &m.Addback.Score.Confirmed
	}
	history, _ := json.Marshal(s.History) // of numbers and texts it never fails
	prior := [4]any{}
	if e := v.Earlier(); e != nil && e.RD != nil {
		prior = [4]any{e.RD.Expensed, e.RD.ExpensedGovernment, e.RD.Capitalised, e.RD.CapitalisedGovernment}
	}
	ownPack := ""
	if s.Pack != nil {
		ownPack = s.Pack.SHA256
	}
	return []any{
		w.x.digest, v.Enterprise, int64(v.Year), v.Period, spelling.Storable(s.Serial), s.Manifest(), spelling.Storable(s.Replaces), replaced,
		spelling.Storable(s.Name), s.Type, parent, spelling.Storable(w.x.file), spelling.Storable(v.Signer), moment(sealed), s.SealedAt, string(received),
		w.x.measure.SHA256, ownPack, v.Confirmed.Mode, "ok", v.Identity, v.Policy, v.Score, v.SignOffs, int64(v.Decided), int64(v.SelfDeclared),
		decimal(&own.Innovation.Confirmed), decimal(&own.BonusTotal.Confirmed), decimal(confirmedOf(own.Assessed)), decimal(confirmedOf(own.Completion)), figuresText(v.Self),
		decimal(&m.Innovation.Confirmed), decimal(&m.BonusTotal.Confirmed), decimal(confirmedOf(m.Assessed)), decimal(confirmedOf(m.Completion)),
		decimal(addback), decimal(m.Book), rdOf(s), figuresText(v.Confirmed), m.Grade, truth(m.DeductionTotal.Confirmed.Sign() > 0), truth(len(m.Missing) > 0),
		prior[0], prior[1], prior[2], prior[3], string(history),
		w.x.decisions, w.counts["line"], w.counts["used"], w.counts["finding"], w.rows, w.spendFen(), hex.EncodeToString(w.sum.Sum(nil)),
	}
}

func confirmedOf(p *scoring.Pair) *scoring.Dec {
	if p == nil {
		return nil
	}
	return &p.Confirmed
}

// rdOf is all R&D of the year, 万元.
func rdOf(s *submission.Submission) any { return submission.Wan(s.Facts().Ledger.Total()) }

// spendFen is the sum of the ledger, 分; a sum of a table that was verified fits.
func (w *loading) spendFen() any {
	if !w.spend.IsInt64() {
		return nil
	}
	return w.spend.Int64()
}

// figuresText keeps the figures of a result as they are shown.
func figuresText(r *submission.Result) string {
	content, _ := json.Marshal(r.JSON()) // of texts it never fails
	return string(content)
}

// figuresOf reads them back.
func figuresOf(s string) *submission.ResultJSON {
	var r submission.ResultJSON
	if json.Unmarshal([]byte(s), &r) != nil {
		return nil
	}
	return &r
}
