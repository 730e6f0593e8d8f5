package entry

import (
	"strings"

	"yice/form"
	"yice/text"
)

// Cited is the source of a field as people read it. The dictionary cites a clause of the policy by its number alone, which says nothing
// to whoever has not the list of clauses at hand: here it is called a clause and, where the pack in force knows it and the whole is asked
// for, comes with its section and its gist.
func (s *Session) Cited(fd *form.Field, whole bool) text.Pair {
	var plain, clauses []string
	var items []text.Pair
	for _, word := range strings.Fields(fd.Source) {
		if isClause(word) {
			clauses = append(clauses, word)
			if whole {
				items = append(items, s.clause(word))
			}
		} else {
			plain = append(plain, word)
		}
	}
	if len(clauses) > 0 && !whole {
		items = append(items, text.EntryClause.With(strings.Join(clauses, " ")))
	}
	if len(plain) > 0 {
		items = append(items, (&form.Field{Source: strings.Join(plain, " ")}).Cited())
	}
	var out text.Pair
	for i, p := range items {
		if i > 0 {
			out = text.Pair{ZH: out.ZH + "；", EN: out.EN + "; "}
		}
		out = text.Pair{ZH: out.ZH + p.ZH, EN: out.EN + p.EN}
	}
	return out
}

// clause calls a clause by its number, and by what the pack in force says of it.
func (s *Session) clause(id string) text.Pair {
	if pack := s.Pack(); pack != nil {
		for i := range pack.Clauses {
			if c := &pack.Clauses[i]; c.ID == id {
				return text.EntryClauseWhole.With(id, c.Where(), pack.Say(c.Gist))
			}
		}
	}
	return text.EntryClause.With(id)
}

func isClause(word string) bool {
	return len(word) == 3 && word[0] == 'C' && strings.Trim(word[1:], "0123456789") == ""
}
