// Package shape has the pieces of JSON that consolidation and the registry print alike, so that one word stands for one thing in both.
// Keys are a contract; figures are decimal strings, null where there is none.
package shape

import "yice/text"

// Who is an enterprise, and what of it is meant.
type Who struct {
	USCC  string `json:"uscc"`
	Name  string `json:"name"`
	Key   string `json:"key"`
	Title string `json:"title"`
}

// Where is a row of a submission.
type Where struct {
	Entry string `json:"entry"`
	Row   int64  `json:"row"`
}

// Double is what several enterprises claim, by sides.
type Double[S any] struct {
	Form    string `json:"form"`
	Grade   string `json:"grade"` // certain, suspected
	Because string `json:"because"`
	Claims  []S    `json:"claims"`
}

// Grade is how sure a double claim is.
func Grade(certain bool) string {
	if certain {
		return "certain"
	}
	return "suspected"
}

// OrNull is a figure, or null where there is none.
func OrNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// RankOrNull is a place, or null for who has none.
func RankOrNull(rank int) *int {
	if rank == 0 {
		return nil
	}
	return &rank
}

// Said are sentences in a language.
func Said(all []text.Pair, l text.Lang) []string {
	out := make([]string, len(all))
	for i, p := range all {
		out[i] = p.In(l)
	}
	return out
}
