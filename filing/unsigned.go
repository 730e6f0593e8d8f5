package filing

import (
	"strings"

	"yice/book"
	"yice/entry"
	"yice/text"
)

// Three people answer for a submission. Where one of them has not signed, or signed what has changed since, nothing is sealed,
// unless somebody says why it has to be without: the reason travels in the seal, for whoever receives the file.

// unmet refuses where something that must be so is not. A reason stands in for sign-offs and for nothing else.
func unmet(needs []Prerequisite, unsigned string) error {
	signatures := 0
	for _, p := range needs {
		switch {
		case p.OK || !p.Need:
		case p.ID != NeedSignOff:
			return fault("filing.not-ready", text.Findings, text.FilingNotReady.With(p.Say))
		case unsigned == "":
			return fault("filing.not-signed", text.Findings, text.FilingNotSigned.With(p.Say))
		default:
			signatures++
		}
	}
	if signatures == 0 {
		return nil
	}
	if say, hollow := book.Hollow(unsigned); hollow {
		return fault("filing.unsigned-reason", text.Usage, say)
	}
	return nil
}

// whyUnsigned is what the seal says about sign-offs that are missing or void; nil where all three stand.
func whyUnsigned(s *entry.Session, reason string) (*string, error) {
	offs, err := s.SignOffs()
	if err != nil {
		return nil, err
	}
	for _, o := range offs {
		// Whether a 签字 is over this very data shows only once the data is written.
		if !o.Standing || o.Proof != nil && reason != "" {
			reason = strings.TrimSpace(reason)
			return &reason, nil
		}
	}
	return nil, nil
}
