package filing

import (
	"yice/filing/submission"
	"yice/text"
)

// Answer is an answer of a verdict as people read it.
func Answer(word string) text.Pair { return submission.Answer(word) }
