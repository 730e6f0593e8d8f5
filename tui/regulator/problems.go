package regulator

import (
	"path/filepath"

	"yice/filing"
	"yice/text"
)

// problem is something wrong with one submission, or with all of them.
type problem struct {
	of  string
	say text.Pair
}

func (s *GroupScreen) problems() []problem {
	var out []problem
	for _, p := range s.Got.Problems {
		out = append(out, problem{"", p})
	}
	for i := range s.Got.Enterprises {
		e := &s.Got.Enterprises[i]
		for _, p := range e.Problems {
			out = append(out, problem{nameOf(e), p})
		}
	}
	for _, n := range s.Got.Notes {
		out = append(out, problem{"", n})
	}
	return out
}

// nameOf is what a submission is known by.
func nameOf(e *filing.CollectedEnterprise) string {
	switch {
	case e.Name != "":
		return e.Name
	case e.USCC != "":
		return e.USCC
	}
	return filepath.Base(e.File)
}
