package submission

import (
	"yice/text"
)

// audience asks that the submission was made for the regulator whose keys are asked. Sealed for another, it may have been handed
// in there and answered there; what is received for one is no submission to the other. Where the reader knows no 签发 key there
// is nobody to compare with.
func (c *checking) audience() {
	if c.o.Keys == nil || c.s.seal.Format != formatTwo || !c.o.Keys.HasIssuer() {
		return
	}
	switch meant := c.s.seal.Audience; {
	case meant == nil:
		c.note("audience.none", text.FilingNoteAudience)
	case !c.o.Keys.Issues(*meant):
		c.wrong("audience.other", sealEntry, text.FilingVerifyAudience.With(*meant))
	}
}
