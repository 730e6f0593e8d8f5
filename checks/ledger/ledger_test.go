package ledger

import (
	"bytes"
	"strings"
	"testing"
)

func TestTheSameLinesEveryTime(t *testing.T) {
	var a, b, c bytes.Buffer
	for _, err := range []error{Write(&a, 500, 3), Write(&b, 500, 3), Write(&c, 500, 4)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if a.String() != b.String() || a.String() == c.String() || strings.Count(a.String(), "\n") != 501 {
		t.Fatal("the generator draws on chance")
	}
}

func TestCodesOfMadeUpEnterprisesCheck(t *testing.T) {
	if got := checkCharacter(USCC[:17]); got != USCC[17] {
		t.Fatalf("%c", got)
	}
	seen := map[string]bool{}
	for i := range 1000 {
		code, _ := Enterprise(i)
		if len(code) != 18 || seen[code] || code[17] != checkCharacter(code[:17]) {
			t.Fatal(code)
		}
		seen[code] = true
	}
}
