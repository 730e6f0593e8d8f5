package document

import (
	"fmt"
	"strings"
	"time"

	"yice/filing/submission"
	"yice/form"
	"yice/text"
)

// options are what verification is asked by, out of what a reader goes by.
func options(name string, basis Basis, now time.Time) (submission.Options, error) {
	o := submission.Options{OpenOptions: submission.OpenOptions{Name: name}, Keys: basis.Keys, Now: now}
	if basis.Pack != nil {
		measure, err := submission.NewMeasure(basis.Pack, basis.PackSignature)
		if err != nil {
			return o, err
		}
		o.Pack = measure
	}
	for i, content := range basis.Decisions {
		d, err := submission.ReadDecisions(content, fmt.Sprintf("%s %d", submission.RecognitionDocument, i+1))
		if err != nil {
			return o, err
		}
		o.Decisions = append(o.Decisions, d)
	}
	return o, nil
}

func answersOf(v *submission.Verdict) answers {
	a := answers{
		OK: v.OK, Integrity: v.Integrity, Signature: v.Signature, Identity: v.Identity, Policy: v.Policy, Score: v.Score, SignOffs: v.SignOffs,
		Decided: v.Decided, Declared: v.SelfDeclared, Files: v.Files, Pack: v.Pack, Locked: v.Locked, Problems: []Problem{}, Notes: []Problem{},
	}
	if v.Signature == "ok" {
		a.Signer = plain(v.Signer)
		if claimed := v.Submission.Sealing().Signer; claimed != nil {
			a.Fingerprint = plain(*claimed)
		}
	}
	if s := v.Submission; s != nil && s.Pack != nil && !s.Pack.Issued() && a.Policy == "unasked" {
		a.Policy = "draft" // by its own word: nobody has to be asked for that
	}
	for _, p := range v.Problems {
		a.Problems = append(a.Problems, Problem{Code: p.Code, Message: plainPair(p.Say), Entry: plain(p.Entry)})
	}
	for _, n := range v.Notes {
		if answered[n.Code] {
			continue
		}
		a.Notes = append(a.Notes, Problem{Code: n.Code, Message: plainPair(n.Say)})
	}
	return a
}

// answered are the notes that say what the answer to a question says, for a reader of the command line.
var answered = map[string]bool{"policy.unasked": true, "policy.draft": true, "decision.unasked": true, "envelope.closed": true}

// paper is what the submission says it is.
func paper(v *submission.Verdict, a *answers) *Paper {
	s := v.Submission
	sealing := s.Sealing()
	p := &Paper{
		Enterprise: plain(s.Name), USCC: plain(s.USCC), Type: plainPair(form.ByID("enterprise").Field("type").CodeTitle(s.Type)), Year: s.Year, Period: v.Period,
		Title: Say(title(s)), Serial: plain(s.Serial), Replaces: plain(s.Replaces),
		Sealed: plainPair(text.PageSealedBy.With(strings.Replace(s.SealedAt, "T", " ", 1), sealing.SealedBy)), Fingerprint: a.Fingerprint, Pack: plain(v.Pack),
		Mode: Say(text.PageModeTrial), MadeUp: madeUp(s.Name), Manifest: s.Manifest(), SHA256: v.SHA256, Signed: a.Signature == "ok", Unsigned: a.Signature == "none",
	}
	if a.Signer != a.Fingerprint {
		p.Signer = a.Signer
	}
	if sealing.Audience != nil {
		p.Audience = plain(*sealing.Audience)
	}
	mode := v.Self
	if v.Confirmed != nil {
		mode = v.Confirmed
	}
	if mode != nil && mode.Mode == "正式" {
		p.Mode, p.Official = Say(text.PageModeReal), true
	}
	return p
}

// title is the paper's: of a year, or of a year as far as its figures run.
func title(s *submission.Submission) text.Pair {
	if p := s.Period(); p.Quarterly() {
		return text.PagePaperQuarter.With(p.Year, p.Quarter, p.Month())
	}
	if s.Sheet != nil && s.Sheet.AsOf < 12 {
		return text.PagePaperSoFar.With(s.Year, s.Sheet.AsOf)
	}
	return text.PagePaper.With(s.Year)
}

// signOffs are who confirmed, as far as what they claim stands.
func signOffs(v *submission.Verdict) (all []SignOff, unsigned string) {
	all = []SignOff{}
	for _, o := range v.Submission.SignOffs {
		s := SignOff{Role: plainPair(roleTitle(o.Role)), Name: plain(o.Name), Date: plain(o.Date), How: Say(text.PageByName), Mark: Holds}
		switch {
		case o.Name == "":
			s.How, s.Mark = Say(text.PageNobody), TakeNote
		case !o.Standing:
			s.How, s.Mark, s.Void = Say(text.PageSignOffVoid), Fails, true
		case o.Kind == submission.Keyed:
			s.How = Say(text.PageByKey)
		}
		all = append(all, s)
	}
	if reason := v.Submission.Sealing().Unsigned; reason != nil {
		unsigned = plain(*reason)
	}
	return all, unsigned
}

func roleTitle(role string) text.Pair {
	for _, p := range []text.Pair{text.EntryPreparer, text.EntryStatisticsHead, text.EntryUnitHead} {
		if p.ZH == role {
			return p
		}
	}
	return text.Same(role)
}

// recognitions lists the rows that say they are recognised, and by whose word.
func recognitions(v *submission.Verdict) []Recognition {
	told := []Recognition{}
	for _, f := range v.Submission.Forms().All() {
		if !f.Recognised {
			continue
		}
		for _, r := range v.Submission.Records(f) {
			decision, decided := v.Deciding(r)
			claimed := r.Str("recognition") == form.Recognised
			if !claimed && !decided || len(told) == recognitionsListed {
				continue
			}
			one := Recognition{Form: f.ID, Row: r.ID, Of: Say(f.Title), Title: plain(submission.Label(r)), Decided: decided}
			by, doc, on := r.Str("recognised_by"), r.Str("recognised_doc"), r.Str("recognised_on")
			state := r.Get("recognition")
			if decided {
				by, doc, on = decision.By, decision.Doc, decision.On
				state = form.S(decision.Recognition)
			}
			field := f.Field("recognition")
			one.Says = plainPair(text.Pair{ZH: field.Display(state, form.NoUnit, text.ZH), EN: field.Display(state, form.NoUnit, text.EN)})
			one.Basis = plain(by + " " + doc + " " + on)
			told = append(told, one)
		}
	}
	return told
}

// recognitionsListed bounds the list; the tables have every row.
const recognitionsListed = 2_000
