package submission

import "yice/text"

// Answer is an answer of a verdict as people read it.
func Answer(word string) text.Pair {
	if said, ok := answers[word]; ok {
		return said
	}
	return text.Same(word)
}

var answers = map[string]text.Pair{
	"ok": text.AnswerOK, "bad": text.AnswerBad, "none": text.AnswerNone, "unknown": text.AnswerUnknown, "trusted": text.AnswerTrusted,
	"wrong": text.AnswerWrong, "unasked": text.AnswerUnasked, "issued": text.AnswerIssued, "draft": text.AnswerDraft, "foreign": text.AnswerForeign,
	"follows": text.AnswerFollows, "differs": text.AnswerDiffers, "standing": text.AnswerStanding, "void": text.AnswerVoid, "absent": text.AnswerAbsent,
	"matches": text.AnswerMatches, "other": text.AnswerOther, "has": text.AnswerHas, "lacks": text.AnswerLacks,
}
