package report

import (
	"context"
	"encoding/base64"

	"yice/entry"
	"yice/filing/submission"
	"yice/form"
	"yice/scoring"
	"yice/text"
)

// Verified takes the material from a submission that verified, as it lies in memory: nothing of it is kept anywhere besides. It
// is called 正式 only where the verdict found the pack to be issued. With the regulator's pack the score is 核定; without, 自评. The
// caller has made sure that the verdict holds, and keeps the file open until the print is made.
func Verified(v *submission.Verdict) *Material {
	s := v.Submission
	m := &Material{
		USCC: s.USCC, Name: s.Name, Type: s.Type, Year: s.Year, Sheet: s.Sheet, Facts: s.Facts(), Returns: s.Returns(), Findings: s.Findings,
		PackNote: text.ReportMarkNoPack, registers: make(map[string][]*form.Record), settings: make(map[string]scoring.Setting), verdict: v,
	}
	if v.Measured != nil {
		m.Sheet = v.Measured
	}
	for i := range m.Findings {
		switch f := &m.Findings[i]; {
		case f.Explained:
			m.Explained++
		case f.Severity == form.Must:
			m.Must++
		default:
			m.Verify++
		}
	}
	m.forms = s.Forms()
	for _, f := range m.forms.All() {
		if f.Scope == form.Ledger {
			m.ledger = func(ctx context.Context, visit func(*form.Record) error) error { return s.Scan(ctx, f, visit) }
			continue
		}
		m.registers[f.ID] = s.Records(f)
	}
	if cards := m.registers["enterprise"]; len(cards) > 0 {
		m.Card = cards[0]
	}
	if m.Sheet != nil {
		for _, set := range m.Sheet.Pack.Settings() {
			m.settings[set.Path] = set
		}
		m.Steps = m.Sheet.NextSteps(sealedDay(s))
		m.Outlook = m.Sheet.Outlook(m.Facts)
	}
	for _, o := range s.SignOffs {
		m.SignOffs = append(m.SignOffs, signOffOf(o))
	}
	if p := m.Facts.Prev; p != nil {
		m.Years = append(m.Years, spendOf(m.Year-1, p))
	}
	m.Years = append(m.Years, spendOf(m.Year, &m.Facts.Ledger))
	return m
}

// sealedDay is the day of sealing: what there was still time for then.
func sealedDay(s *submission.Submission) string {
	at, ok := s.Sealing().At()
	if !ok {
		return ""
	}
	return at.Format("2006-01-02")
}

func signOffOf(o submission.SignOff) entry.SignOff {
	made := entry.SignOff{Role: entry.Role(o.Role), Name: o.Name, Date: o.Date, Standing: o.Standing}
	if o.Kind == submission.Keyed {
		signature, _ := base64.StdEncoding.DecodeString(o.Signature) // verified before
		made.Proof = &entry.Proof{Data: o.Digest, Signature: signature, Key: o.Key}
	}
	return made
}

// official reports whether the results may be called 正式: at a desk by the pack's word, which the desk has asked for; of a
// submission only where the verdict found who issued it.
func (m *Material) official() bool {
	return m.Sheet.Official && (m.verdict == nil || m.verdict.Policy == "issued")
}

// simulatedMark says why the results are simulated: the pack is a draft, or nobody was asked who issued it.
func (m *Material) simulatedMark() text.Pair {
	if m.Sheet.Official {
		return text.ReportMarkUnasked
	}
	return text.ReportMarkSimulated
}

// verdictRows are the answers of the verdict, what has to be known besides, and who signed off; none at a desk.
func (m *Material) verdictRows() [][2]text.Pair {
	v := m.verdict
	if v == nil {
		return nil
	}
	s := v.Submission
	signature := submission.Answer(v.Signature)
	if v.Signer != "" {
		signature = text.ReportAnswerOf.With(signature, text.Same(v.Signer))
	}
	of := func(r *submission.Result) text.Pair {
		return text.AnswerResult.With(r.Innovation, r.Bonus, dash(r.Assessed), text.Same(r.Mode))
	}
	rows := [][2]text.Pair{
		{text.ReportVerified, text.ReportVerifiedIs.With(s.Serial, s.SealedAt, v.SHA256)},
		{text.QuestionIntegrity, submission.Answer(v.Integrity)},
		{text.QuestionSignature, signature},
		{text.QuestionIdentity, submission.Answer(v.Identity)},
		{text.QuestionPolicy, text.ReportAnswerOf.With(submission.Answer(v.Policy), text.Same(v.Pack))},
		{text.QuestionScore, submission.Answer(v.Score)},
		{text.QuestionSignOffs, submission.Answer(v.SignOffs)},
		{text.QuestionRecognitions, text.AnswerRecognitions.With(v.Decided, v.SelfDeclared)},
	}
	if v.Self != nil {
		rows = append(rows, [2]text.Pair{text.QuestionSelf, of(v.Self)})
	}
	if v.Confirmed != nil {
		rows = append(rows, [2]text.Pair{text.QuestionConfirmed, of(v.Confirmed)})
	}
	for i := range m.SignOffs {
		rows = append(rows, [2]text.Pair{roleTitle(m.SignOffs[i].Role), signOffWords(&m.SignOffs[i])})
	}
	for _, n := range v.Notes {
		rows = append(rows, [2]text.Pair{text.ReportVerifiedNote, n.Say})
	}
	return rows
}
