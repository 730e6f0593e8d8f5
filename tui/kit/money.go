package kit

import (
	"fmt"

	"yice/form"
)

// Wan shows 分 as 万元 with two decimals, half away from zero.
func Wan(fen int64) string {
	neg := fen < 0
	if neg {
		fen = -fen
	}
	c := (fen + 5_000) / 10_000
	s := Group(fmt.Sprintf("%d.%02d", c/100, c%100))
	if neg {
		return "-" + s
	}
	return s
}

// Yuan is a sum of 分 as people read it, in the unit that ledgers are kept in.
func Yuan(fen int64) string {
	return Group(form.ByID("spend").Field("amount").Show(form.N(fen)))
}
