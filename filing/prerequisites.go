package filing

import (
	"yice/entry"
	"yice/filing/submission"
	"yice/text"
)

// NeedSignOff is the Prerequisite of a role's sign-off, the one kind that a reason stands in for: see SubmitOptions.Unsigned.
const NeedSignOff = "signoff"

// Prerequisites lists what must be so before a year can be sealed, and what had better be, the unmet first.
// A 强制性 finding, an unexplained 核实性 one and a missing or void sign-off block sealing. The findings are those of the session as it stands:
// whoever asks has CheckDeep done before, as Submit does.
func Prerequisites(s *entry.Session) []Prerequisite {
	return PrerequisitesOf(s, submission.Period{Year: s.Year()})
}

// PrerequisitesOf lists the same for a quarterly return, which asks for less: nobody signs, what is 核实性 is listed and need
// not be explained yet; but the figures run to the quarter's end.
func PrerequisitesOf(s *entry.Session, p submission.Period) []Prerequisite {
	must, verify, _ := s.Counts()
	asOf := 12
	if f := s.Facts(); f != nil {
		asOf = f.Through()
	}
	all := []Prerequisite{
		{ID: "must", OK: must == 0, Need: true, Say: text.FilingNeedMust},
		{ID: "verify", OK: verify == 0, Need: !p.Quarterly(), Say: text.FilingNeedVerify},
		{ID: "pack", OK: s.Pack() != nil, Need: true, Say: text.FilingNeedPack.With(s.Year())},
		{ID: "issued", OK: s.Pack() != nil && s.Pack().Official(), Say: text.FilingNeedIssued},
	}
	for i, lack := range []text.Pair{text.FilingLackMust.With(must), text.FilingLackVerify.With(verify), text.FilingLackPack.With(s.Year()), text.FilingLackIssued} {
		if !all[i].OK {
			all[i].Say = lack
		}
	}
	if p.Quarterly() || asOf != 12 {
		say := text.FilingNeedPeriod.With(p.Say())
		if asOf != p.Month() {
			say = text.FilingLackPeriod.With(p.Say(), p.Month(), asOf)
		}
		all = append(all, Prerequisite{ID: "period", OK: asOf == p.Month(), Need: true, Say: say})
	}
	if offs, err := s.SignOffs(); err == nil && !p.Quarterly() {
		for _, o := range offs {
			say := text.FilingNeedSignOff
			switch {
			case o.Standing:
			case o.Name != "":
				say = text.FilingNeedSignAgain
			default:
				say = text.FilingLackSignOff
			}
			all = append(all, Prerequisite{ID: NeedSignOff, OK: o.Standing, Need: true, Say: say.With(o.Role.Title())})
		}
	}
	ordered := make([]Prerequisite, 0, len(all))
	for _, rank := range []func(Prerequisite) bool{
		func(p Prerequisite) bool { return !p.OK && p.Need },
		func(p Prerequisite) bool { return !p.OK && !p.Need },
		func(p Prerequisite) bool { return p.OK },
	} {
		for _, p := range all {
			if rank(p) {
				ordered = append(ordered, p)
			}
		}
	}
	return ordered
}
