package filing

import (
	"yice/entry"
	"yice/text"
)

// NeedSignOff is the Prerequisite of a role's sign-off, the one kind that a reason stands in for: see SubmitOptions.Unsigned.
const NeedSignOff = "signoff"

// Prerequisites lists what must be so before a year can be sealed, and what had better be, the unmet first.
// A 强制性 finding, an unexplained 核实性 one and a missing or void sign-off block sealing. The findings are those of the session as it stands:
// whoever asks has CheckDeep done before, as Submit does.
func Prerequisites(s *entry.Session) []Prerequisite {
	must, verify, _ := s.Counts()
	all := []Prerequisite{
		{ID: "must", OK: must == 0, Need: true, Say: text.FilingNeedMust.With(must)},
		{ID: "verify", OK: verify == 0, Need: true, Say: text.FilingNeedVerify.With(verify)},
		{ID: "pack", OK: s.Pack() != nil, Need: true, Say: text.FilingNeedPack.With(s.Year())},
		{ID: "issued", OK: s.Pack() != nil && s.Pack().Official(), Say: text.FilingNeedIssued},
	}
	if offs, err := s.SignOffs(); err == nil {
		for _, o := range offs {
			say := text.FilingNeedSignOff
			if o.Name != "" && !o.Standing {
				say = text.FilingNeedSignAgain
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
