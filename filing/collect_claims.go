package filing

import (
	"yice/filing/claims"
	"yice/filing/submission"
	"yice/text"
)

// DoubleClaim is one achievement that two enterprises claim.
type DoubleClaim struct {
	Kind    string // form id
	Certain bool   // else suspected
	Because text.Pair
	Claims  []Claim
}

// Claim is one side of a double claim: the row of an enterprise, and where it stands: Row of Entry in File.
type Claim struct {
	USCC, Name, Key, Title string
	File, Entry            string
	Row                    int64
}

// doubleClaims finds what two enterprises claim in one year.
func doubleClaims(members []*member) (found []DoubleClaim, problems []text.Pair) {
	var sides []claims.Side
	for _, m := range members {
		if m.uncounted {
			problems = append(problems, text.FilingCollectClaims.With(m.row.File, claims.Most))
		}
		p := &claims.Party{USCC: m.row.USCC, Name: m.row.Name, File: m.row.File, Path: m.row.place(), Year: m.row.Year}
		for i := range m.claims {
			sides = append(sides, claims.Side{Party: p, Row: &m.claims[i]})
		}
	}
	for _, d := range claims.Doubles(sides) {
		one := DoubleClaim{Kind: d.Form, Certain: d.Certain, Because: d.Because}
		for _, s := range d.Sides {
			one.Claims = append(one.Claims, Claim{
				USCC: s.USCC, Name: s.Name, Key: harmless(s.Key), Title: harmless(s.Title),
				File: s.File, Entry: submission.DataEntry(s.Form), Row: s.Row.Row,
			})
		}
		found = append(found, one)
	}
	return found, problems
}
