package entry_test

import (
	"testing"

	"yice/form"
	"yice/text"
)

// A clause is called one, and told by what the pack in force says of it; other sources stay as they are.
func TestASourceIsToldNotNumbered(t *testing.T) {
	s := golden(t)
	fd := &form.Field{Source: "C35 C16 107-2 〔53〕"}
	if got := s.Cited(fd, false); got != (text.Pair{ZH: "政策条款 C35 C16；107-2 〔53〕", EN: "policy clause C35 C16; 107-2 [53]"}) {
		t.Errorf("%+v", got)
	}
	if got := s.Cited(&form.Field{Source: "C16 C99"}, true).ZH; got != "政策条款 C16，二(二)：研发投入强度指标一企一策；政策条款 C99" {
		t.Error(got)
	}
}
